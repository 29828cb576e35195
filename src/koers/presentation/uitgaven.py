"""All spending of a year in words and as rows, to the cent."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.domain.uitgaven import BEGROTING, UITGAVE, WIJZIGING, ZORG
from koers.presentation.opmaak import datum, euro, getal
from koers.presentation.wat_als import Regel

SOORTEN = {
    ZORG: gettext_lazy("Zorg in natura, gedeclareerd"),
    "pgb": gettext_lazy("Pgb"),
    "subsidie": gettext_lazy("Subsidies"),
    "programma": gettext_lazy("Programma’s, zoals POH Jeugd en Hulp op School"),
    "eigen_personeel": gettext_lazy("Eigen personeel"),
    "regiobijdrage": gettext_lazy("Bijdrage aan de regio"),
}
KANTEN = {
    BEGROTING: gettext_lazy("Begroting"),
    WIJZIGING: gettext_lazy("Wijziging van de begroting"),
    UITGAVE: gettext_lazy("Uitgave"),
}
ROUTES = {
    "toegang": gettext_lazy("Via de gemeente"),
    "medisch": gettext_lazy("Via de arts"),
    "justitie": gettext_lazy("Via de gecertificeerde instelling of de rechter"),
}


@dataclass(frozen=True, slots=True)
class Uitgavenrij:
    """An amount that was written down."""

    id: UUID
    maand: str
    soort: str
    kant: str
    waarvoor: str
    bedrag: str
    wie: str


@dataclass(frozen=True, slots=True)
class Deeltabel:
    """Care by one of its sides: a heading, its rows, and an id for the heading."""

    id: str
    kop: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Uitgavenvel:
    """What the page shows."""

    kernzin: str
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    sluit: str
    regio: str
    delen: tuple[Deeltabel, ...]
    nog: tuple[Regel, ...]
    nogzin: str
    ontleding: tuple[Regel, ...]
    ontledingzin: str
    geschreven: tuple[Uitgavenrij, ...]


def sheet(blad, taakvelden: Mapping[str, str]) -> Uitgavenvel:
    """A `koers.actions.prognose.uitgaven.Uitgavenblad` as text. `taakvelden`: what a taakveld is called."""
    koppen = (_("Begroot"), _("Wijzigingen"), _("Uitgegeven"), _("Over"), _("Verleend of afgesproken"))
    return Uitgavenvel(
        kernzin=in_a_sentence(blad),
        koppen=koppen,
        regels=tuple(_kind(regel, koppen) for regel in blad.soorten),
        sluit=_closes(blad),
        regio=_regional(blad),
        delen=_parts(blad, taakvelden),
        nog=_to_pay(blad.nog, blad.jaar),
        nogzin=_to_pay_sentence(blad.nog),
        ontleding=_decomposed(blad),
        ontledingzin=_decomposed_sentence(blad),
        geschreven=tuple(_written(een) for een in blad.geschreven),
    )


def in_a_sentence(blad) -> str:
    """First of all: what was spent, and what the budget leaves."""
    totaal = blad.soorten[-1]
    wat = {
        "jaar": blad.jaar,
        "uit": euro(totaal.uitgegeven),
        "begroot": euro(totaal.begroot + totaal.gewijzigd),
    }
    if not totaal.begroot and not totaal.gewijzigd:
        return (
            _("In %(jaar)s is %(uit)s uitgegeven aan de jeugd. Er is nog geen begroting opgeschreven.") % wat
        )
    if totaal.over < 0:
        return _(
            "In %(jaar)s is %(uit)s uitgegeven aan de jeugd: %(over)s meer dan de begroting van %(begroot)s."
        ) % {
            **wat,
            "over": euro(-totaal.over),
        }
    return _(
        "In %(jaar)s is %(uit)s uitgegeven aan de jeugd. Van de begroting van %(begroot)s is %(over)s over."
    ) % {
        **wat,
        "over": euro(totaal.over),
    }


def _kind(regel, koppen) -> Regel:
    naam = str(SOORTEN[regel.soort]) if regel.soort else _("Samen")
    # Without a budget there is nothing to be left of.
    over = regel.over if regel.begroot or regel.gewijzigd else None
    bedragen = (regel.begroot, regel.gewijzigd, regel.uitgegeven, over, regel.verleend)
    return naam, tuple(
        (kop, "–" if cent is None else euro(cent), "") for kop, cent in zip(koppen, bedragen, strict=True)
    )


def _closes(blad) -> str:
    zorg = blad.soorten[0].uitgegeven
    if zorg == blad.monitor:
        return _("De zorg sluit tot op de cent aan op de monitor: %(cent)s.") % {"cent": euro(zorg)}
    return _(
        "De zorg sluit niet aan op de monitor: daar staat %(monitor)s, een verschil van %(verschil)s."
    ) % {
        "monitor": euro(blad.monitor),
        "verschil": euro(zorg - blad.monitor),
    }


def _regional(blad) -> str:
    if blad.regio is None:
        return ""
    cent, jaar = blad.regio
    return _(
        "De bijdrage aan de regio is het deel van deze gemeente volgens de verdeelsleutel, van bijna 850.000 "
        "euro die de regio in %(jaar)s uitgaf: %(cent)s. Een nieuwer bedrag kent de bron niet."
    ) % {"jaar": jaar, "cent": euro(cent)}


def _parts(blad, taakvelden: Mapping[str, str]) -> tuple[Deeltabel, ...]:
    kop = _("Gedeclareerd")

    def table(id: str, titel: str, veld: str, naam) -> Deeltabel:
        rijen = sorted(blad.delen[veld].items(), key=lambda een: (een[0] in (None, ""), str(een[0])))
        regels = [(naam(sleutel), ((kop, euro(cent), ""),)) for sleutel, cent in rijen]
        regels.append((_("Samen"), ((kop, euro(sum(cent for _sleutel, cent in rijen)), ""),)))
        return Deeltabel(id, titel, tuple(regels))

    return (
        table(
            "taakveld",
            _("Naar taakveld"),
            "taakveld",
            lambda code: f"{code} {taakvelden.get(code, '')}".strip() or _("Product zonder taakveld"),
        ),
        table(
            "niveau",
            _("Naar niveau"),
            "niveau",
            lambda n: _("Niveau %(n)s") % {"n": n} if n else _("Niveau onbekend"),
        ),
        table("route", _("Naar weg"), "route", lambda r: str(ROUTES.get(r, _("Weg onbekend")))),
    )


def _to_pay(nog, jaar: int) -> tuple[Regel, ...]:
    kop = _("Bedrag")
    geen = _("nog niet te zeggen")
    return (
        (
            _("Verplicht: wat lopende toewijzingen dit jaar ten hoogste nog vragen"),
            ((kop, euro(nog.verplicht), ""),),
        ),
        (
            _("Geleverd en nog niet gedeclareerd"),
            ((kop, geen if nog.ongefactureerd is None else euro(nog.ongefactureerd), ""),),
        ),
        (
            _("In %(jaar)s binnengekomen voor eerdere jaren") % {"jaar": jaar},
            ((kop, euro(nog.nagekomen), ""),),
        ),
    )


def _to_pay_sentence(nog) -> str:
    delen = []
    if nog.tot is not None:
        delen.append(
            _("Bekend tot en met %(tot)s, met %(aantal)s lopende toewijzingen.")
            % {"tot": datum(nog.tot), "aantal": getal(nog.lopend)}
        )
    if nog.zonder_omvang:
        delen.append(
            ngettext(
                "Van %(aantal)s toewijzing is het bedrag niet te zeggen: die heeft geen omvang, of een "
                "omvang voor de hele duur.",
                "Van %(aantal)s toewijzingen is het bedrag niet te zeggen: die hebben geen omvang, of een "
                "omvang voor de hele duur.",
                nog.zonder_omvang,
            )
            % {"aantal": getal(nog.zonder_omvang)}
        )
    return " ".join(delen)


def _decomposed(blad) -> tuple[Regel, ...]:
    uit = blad.ontleding
    if uit is None:
        return ()
    kop = _("Verschil")
    namen = (
        (_("Meer of minder jeugdigen"), uit.volume),
        (_("Meer of minder dagen hulp per jeugdige"), uit.intensiteit),
        (_("Hogere of lagere prijs per dag"), uit.prijs),
        (_("Samen"), uit.volume + uit.intensiteit + uit.prijs),
    )
    return tuple((naam, ((kop, euro(cent), ""),)) for naam, cent in namen)


def _decomposed_sentence(blad) -> str:
    if blad.ontleding is None:
        return _("Vergelijken met het jaar ervoor kan nog niet: daarvoor zijn nog geen volle maanden binnen.")
    wat = {"toen": blad.jaar - 1, "nu": blad.jaar, "was": euro(blad.toen.cent), "werd": euro(blad.nu.cent)}
    return ngettext(
        "In de eerste maand van %(toen)s was het %(was)s, in die van %(nu)s %(werd)s.",
        "In de eerste %(maanden)s maanden van %(toen)s was het %(was)s, in die van %(nu)s %(werd)s.",
        blad.maanden,
    ) % {**wat, "maanden": blad.maanden}


def _written(een) -> Uitgavenrij:
    regel = een.regel
    return Uitgavenrij(
        een.id,
        regel.maand,
        str(SOORTEN[regel.soort]),
        str(KANTEN[regel.kant]),
        " · ".join(deel for deel in (regel.taakveld, regel.omschrijving) if deel) or "–",
        euro(regel.bedrag_cent),
        _("%(door)s, %(dag)s") % {"door": een.door or _("iemand"), "dag": datum(een.datum)},
    )
