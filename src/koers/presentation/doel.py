"""What is needed for the goal: in a sentence, for all levers together, per lever, and for two of them."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.domain.hefbomen import HOOGSTE_PROCENT, Inzet
from koers.domain.hefbomen import KNOPPEN as HEFBOMEN
from koers.domain.scenario import Wens
from koers.presentation.beelden.bezetting import Punt, bezetting
from koers.presentation.beelden.grens import grens
from koers.presentation.opmaak import aandeel, euro, getal, procent
from koers.presentation.scenarios import question
from koers.presentation.wat_als import KNOPPEN, chance


@dataclass(frozen=True, slots=True)
class Doelregel:
    """A row: what, how much, the chance, and the question of "Wat als" that shows it."""

    wat: str
    hoeveel: str
    kans: str
    vraag: str


@dataclass(frozen=True, slots=True)
class Paarregel:
    """A row of the two together."""

    eerste: str
    tweede: str
    kans: str
    vraag: str


@dataclass(frozen=True, slots=True)
class Mengregel:
    """A mix: its chance, its levers in words, what it costs, and the question of "Wat als" that shows it."""

    kans: str
    standen: tuple[str, ...]
    kosten: str
    vraag: str
    gevraagd: bool


@dataclass(frozen=True, slots=True)
class Doelvel:
    """What the page shows. `mengzin`: of all levers together; `zekerheid`: more chance for more money."""

    kernzin: str
    mengzin: str
    kostenkop: str
    zekerheid: tuple[Mengregel, ...]
    zekerheidsbeeld: SafeString | None
    gespeeld: str
    alleen: tuple[Doelregel, ...]
    paar: tuple[str, str]
    paarzin: str
    paren: tuple[Paarregel, ...]
    beeld: SafeString | None


def sheet(blad) -> Doelvel:
    """A `koers.actions.prognose.doel.Doelbeeld` as text in the language of now."""
    een, ander = (str(KNOPPEN[knop].naam) for knop in blad.vraag.paar)
    punten = [(p.eerste, p.tweede) for p in blad.grens if p.tweede is not None]
    return Doelvel(
        kernzin=in_a_sentence(blad),
        mengzin=mix_sentence(blad),
        kostenkop=_("Kosten per jaar") if blad.vraag.met_prijzen else _("Procenten samen"),
        zekerheid=tuple(_mix(blad, punt) for punt in blad.zekerheid),
        zekerheidsbeeld=_certainty(blad) if len(blad.zekerheid) > 1 else None,
        gespeeld=getal(blad.gespeeld),
        alleen=tuple(_alone(blad, knop, gevonden) for knop, gevonden in blad.alleen),
        paar=(een, ander),
        paarzin=_pair_sentence(blad),
        paren=tuple(_pair(blad, punt) for punt in _telling(blad.grens)),
        beeld=_picture(blad, een, ander, punten) if len(punten) > 1 else None,
    )


def in_a_sentence(blad) -> str:
    """First of all: whether it can be done, and with what."""
    vraag = blad.vraag
    wat = {"doel": procent(vraag.doel), "jaar": vraag.doeljaar, "kans": aandeel(vraag.kans, 0)}
    if blad.nu >= vraag.kans:
        return _("Hier is niets extra voor nodig: de kans op %(doel)s in %(jaar)s is nu al %(nu)s.") % {
            **wat,
            "nu": chance(blad.nu),
        }
    if blad.alles < vraag.kans:
        return _(
            "Dit lukt niet. Ook met alle maatregelen op %(hoogste)s%% is de kans op %(doel)s in %(jaar)s "
            "maar %(alles)s. Kies een later jaar, een ander doel of een kleinere kans."
        ) % {**wat, "hoogste": HOOGSTE_PROCENT, "alles": chance(blad.alles)}
    # What is only being looked into is in the table, and not what Koers would say first.
    genoeg = [
        (g.procent, str(KNOPPEN[knop].naam))
        for knop, g in blad.alleen
        if g.procent is not None and not HEFBOMEN[knop].onderzoek
    ]
    if not genoeg and any(g.procent is not None for _, g in blad.alleen):
        return (
            _(
                "Voor een kans van %(kans)s op %(doel)s in %(jaar)s is een combinatie nodig, of een "
                "maatregel die nog wordt onderzocht."
            )
            % wat
        )
    if not genoeg:
        return (
            _(
                "Met één maatregel lukt het niet. Voor een kans van %(kans)s op %(doel)s in %(jaar)s is een "
                "combinatie nodig."
            )
            % wat
        )
    minst, naam = min(genoeg)
    return _(
        "Voor een kans van %(kans)s op %(doel)s in %(jaar)s is één maatregel genoeg, bijvoorbeeld "
        "“%(naam)s” met %(minst)s%%."
    ) % {**wat, "naam": naam, "minst": minst}


def mix_sentence(blad) -> str:
    """Of all levers that take part: the smallest or cheapest mix that was found, or that there is none."""
    if blad.mengsel is None:
        return _(
            "Ook met alles wat meedoet op %(hoogste)s%% lukt het niet: de kans is dan %(kans)s. Laat meer "
            "maatregelen meedoen, of kies een ander doel."
        ) % {"hoogste": HOOGSTE_PROCENT, "kans": chance(blad.mengsel_alles)}
    if not blad.mengsel.standen:
        return _("Er is niets extra nodig.")
    wat = {
        "standen": _listed(_stands(blad.mengsel)),
        "kans": chance(blad.mengsel.kans),
        "kosten": euro(blad.mengsel.kosten),
    }
    if blad.vraag.met_prijzen:
        return (
            _("De goedkoopste mix die Koers vond: %(standen)s, voor %(kosten)s per jaar. Kans: %(kans)s.")
            % wat
        )
    return _("De lichtste mix die Koers vond: %(standen)s. Kans: %(kans)s.") % wat


def _stands(punt) -> list[str]:
    return [
        _("“%(naam)s” met %(procent)s%%") % {"naam": KNOPPEN[knop].naam, "procent": stand}
        for knop, stand in punt.standen
    ]


def _listed(delen: list[str]) -> str:
    if len(delen) < 2:
        return "".join(delen)
    return _("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(delen[:-1]), "laatste": delen[-1]}


def _mix(blad, punt) -> Mengregel:
    kosten = euro(punt.kosten) if blad.vraag.met_prijzen else f"{punt.kosten}%"
    return Mengregel(
        chance(punt.kans),
        tuple(_stands(punt)) or (_("niets extra"),),
        kosten,
        _question(blad, dict(punt.standen)),
        punt == blad.mengsel,
    )


def _certainty(blad) -> SafeString:
    """What more certainty costs: each mix of the table as a point."""
    deler = 100_000 if blad.vraag.met_prijzen else 1
    punten = [Punt(round(een.kosten / deler, 1), *[100 * een.kans] * 3) for een in blad.zekerheid]
    return bezetting(
        id="zekerheid",
        titel=_("Hoeveel meer zekerheid vraagt"),
        omschrijving=_(
            "Elk punt is een mix die is nagespeeld. Het vierkant is de mix voor de gevraagde kans."
        ),
        assen=(
            _("kosten per jaar, in duizenden euro’s") if blad.vraag.met_prijzen else _("procenten samen"),
            _("kans op het doel, in procenten"),
        ),
        punten=punten,
        gekozen=next((p for p, een in zip(punten, blad.zekerheid, strict=True) if een == blad.mengsel), None),
        doel=(100 * blad.vraag.kans, _("gevraagd %(kans)s") % {"kans": aandeel(blad.vraag.kans, 0)}),
    )


def _alone(blad, knop: str, gevonden) -> Doelregel:
    naam = str(KNOPPEN[knop].naam)
    if gevonden.procent is None:
        nee = _("lukt niet, ook niet met %(hoogste)s%%") % {"hoogste": HOOGSTE_PROCENT}
        return Doelregel(naam, nee, chance(gevonden.kans), _question(blad, {knop: HOOGSTE_PROCENT}))
    hoeveel = _("%(minst)s%% minder") % {"minst": gevonden.procent}
    return Doelregel(naam, hoeveel, chance(gevonden.kans), _question(blad, {knop: gevonden.procent}))


def _telling(grens):
    """Of the points that do not reach the goal only the last: before it, it was further away."""
    genoeg = next((n for n, punt in enumerate(grens) if punt.tweede is not None), len(grens))
    return grens[max(0, genoeg - 1) :]


def _pair(blad, punt) -> Paarregel:
    een, ander = blad.vraag.paar
    if punt.tweede is None:
        hoeveel, tweede = (
            _("lukt niet, ook niet met %(hoogste)s%%") % {"hoogste": HOOGSTE_PROCENT},
            HOOGSTE_PROCENT,
        )
    else:
        hoeveel, tweede = f"{punt.tweede}%", punt.tweede
    return Paarregel(
        f"{punt.eerste}%", hoeveel, chance(punt.kans), _question(blad, {een: punt.eerste, ander: tweede})
    )


def _pair_sentence(blad) -> str:
    if blad.beste is None:
        return _("Met deze twee samen lukt het niet.")
    punt, kosten = blad.beste
    wat = {"een": punt.eerste, "ander": punt.tweede}
    if not (blad.vraag.prijs(blad.vraag.paar[0]) or blad.vraag.prijs(blad.vraag.paar[1])):
        return _("Samen het minst: %(een)s%% van de eerste en %(ander)s%% van de tweede.") % wat
    return _(
        "Het goedkoopst: %(een)s%% van de eerste en %(ander)s%% van de tweede, voor %(kosten)s per jaar."
    ) % {
        **wat,
        "kosten": euro(kosten),
    }


def _picture(blad, een: str, ander: str, punten) -> SafeString:
    beste = blad.beste and (blad.beste[0].eerste, blad.beste[0].tweede)
    return grens(
        id="grens",
        titel=_("Hoeveel er van de ene en van de andere maatregel nodig is, in procenten"),
        omschrijving=_(
            "Elk punt op de lijn haalt het doel met de gevraagde kans. Het vierkant is het voorstel."
        ),
        assen=(een, ander),
        hoogste=HOOGSTE_PROCENT,
        punten=punten,
        beste=beste,
    )


def _question(blad, procenten: dict[str, int]) -> str:
    """The address of "Wat als" that shows the same levers."""
    vraag = blad.vraag
    inzetten = tuple(
        Inzet(HEFBOMEN[knop], deel, vraag.vanaf, vraag.aanloop) for knop, deel in procenten.items() if deel
    )
    return question(Wens(inzetten, vraag.doel, vraag.doeljaar))
