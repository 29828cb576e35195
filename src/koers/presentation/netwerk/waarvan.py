"""Who owns what: the first line, the tasks, the lines between bodies and their drawing, the mandates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.analytics.netwerk import BESTAAT, Bevinding, Mandaatantwoord, current_tasks
from koers.domain.weigering import Refused
from koers.policy.kinds.organisation import Mandaat
from koers.presentation.beelden.netwerk import Draad, Vak, netwerk
from koers.presentation.beleid.delen import Omgeving, Tabel, Tabelrij, Woord, rij, taal
from koers.presentation.beleid.rollen import party, since, task_name
from koers.presentation.beleid.woorden import GREMIUMSTATUS, MANDAATSOORTEN, VERBINDINGSTAAT
from koers.presentation.opmaak import datum, getal


def lead(bevindingen: Sequence[Bevinding], om: Omgeving) -> str:
    """How many bodies there are, and how many links are missing."""
    bestaat = sum(een.status in BESTAAT for een in om.beleid.gremia.values())
    zin = ngettext(
        "In de bronnen bestaat %(gremia)s overleg, en er ontbreekt %(aantal)s schakel.",
        "In de bronnen bestaan %(gremia)s overleggen, en er ontbreken %(aantal)s schakels.",
        len(bevindingen),
    )
    return zin % {"gremia": getal(bestaat), "aantal": getal(len(bevindingen))}


def tasks(om: Omgeving) -> Tabel:
    """Tasks by scale, whose each is, and what the register says of today."""
    rijen: list[Tabelrij] = []
    vorige = ""
    for schaal, taak in current_tasks(om.beleid):
        if schaal != vorige:
            vorige = schaal
            kop = om.noem("schalen", schaal).tekst
            rijen.append(Tabelrij((Woord(kop),), f"schaal-{schaal}", tussenkop=True))
        eigenaren = ", ".join(party(een, om).tekst for een in taak.eigenaren) or _("niemand, volgens de bron")
        mandaten = "; ".join(
            f"{party(een.wie, om).tekst}: {MANDAATSOORTEN[een.soort]}"
            for een in om.beleid.mandaten.values()
            if een.taak == taak.id and een.on(om.today)
        )
        bron = om.bron(taak.vindplaats) if taak.vindplaats else "–"
        naam = taal(taak.naam) + (f". {taal(taak.toelichting)}" if taak.toelichting else "")
        rijen.append(rij(naam, eigenaren, mandaten or _("geen regel"), bron, anker=f"taak-{taak.id}"))
    return Tabel(
        (_("Taak"), _("Van wie"), _("Mandaatregister van vandaag"), _("Bron")),
        tuple(rijen),
        bijschrift=_("Taken per schaal, met eigenaar en mandaat"),
    )


# --- the drawing and its twin -----------------------------------------------------------------------


def threads(om: Omgeving) -> tuple[Draad, ...]:
    """Every line of the drawing, numbered: what prepares what, and how bodies are connected."""
    gevonden: list[tuple[str, str, str, str]] = []
    for een in om.beleid.gremia.values():
        if een.status == "opgeheven":
            continue
        staat = "aanwezig" if een.status in BESTAAT else "voorgesteld"
        wat = (
            _("Bereidt voor.")
            if een.status in BESTAAT
            else _("Zou voorbereiden; het overleg is voorgesteld.")
        )
        gevonden += [
            (een.id, naar, staat, wat)
            for naar in een.bereidt_voor
            if om.beleid.gremia[naar].status != "opgeheven"
        ]
        gevonden += [
            (een.id, naar, "voorgesteld", _("Wordt volgens het advies hierin gesplitst."))
            for naar in een.splitst_in
        ]
    gevonden += [(een.van, een.naar, een.staat, taal(een.wat)) for een in om.beleid.verbindingen.values()]
    rang = {"ontbreekt": 0, "zwak": 1, "voorgesteld": 2, "aanwezig": 3}
    gevonden.sort(key=lambda een: (rang[een[2]], een[0], een[1]))
    return tuple(Draad(nummer, *een) for nummer, een in enumerate(gevonden, 1))


def thread_table(draden: Sequence[Draad], om: Omgeving) -> Tabel:
    """The lines of the drawing as a table, by the same numbers; what is missing first."""
    return Tabel(
        (_("Lijn"), _("Van"), _("Naar"), _("Hoe het is"), _("Wat de bron zegt")),
        tuple(
            rij(
                str(draad.nummer),
                om.noem("gremia", draad.van),
                om.noem("gremia", draad.naar),
                _state(draad.staat),
                draad.woorden,
            )
            for draad in draden
        ),
        bijschrift=_("De lijnen tussen de overleggen"),
    )


def _state(staat: str) -> str:
    return _("voorgesteld") if staat == "voorgesteld" else str(VERBINDINGSTAAT[staat][1])


def drawing(draden: Sequence[Draad], bevindingen: Sequence[Bevinding], om: Omgeving) -> SafeString:
    """The bodies in columns by scale; those that were ended are not drawn."""
    schalen = list(om.beleid.schalen.values())
    plek = {schaal.id: nummer for nummer, schaal in enumerate(schalen)}
    tekort = {een.id for een in bevindingen if een.soort == "gremia"}
    tekort |= {id_ for een in bevindingen if een.regel == "linking_pin_weg" for _soort, id_ in een.betrokken}
    vakken = [
        Vak(
            een.id,
            taal(een.naam),
            plek[een.schaal],
            om.adres("gremia", een.id),
            "voorgesteld" if een.status == "voorgesteld" else "bestaat",
            een.id in tekort,
        )
        for een in om.beleid.gremia.values()
        if een.status != "opgeheven"
    ]
    ontbreekt = sum(draad.staat == "ontbreekt" for draad in draden)
    return netwerk(
        id="netwerk-tekening",
        titel=ngettext(
            "Tussen de overleggen ontbreekt %(aantal)s verbinding",
            "Tussen de overleggen ontbreken %(aantal)s verbindingen",
            ontbreekt,
        )
        % {"aantal": ontbreekt},
        omschrijving=_(
            "Overleggen in kolommen per schaal, met genummerde lijnen. Een doorlopende lijn is er, een"
            " gestreepte ontbreekt of is zwak. De tabel hierboven zegt bij elk nummer wat de lijn is."
        ),
        kolommen=[taal(schaal.naam) for schaal in schalen],
        vakken=vakken,
        draden=draden,
    )


def bodies(om: Omgeving) -> Tabel:
    """Every body with its state and who sits there, by scale."""
    rijen: list[Tabelrij] = []
    for schaal in om.beleid.schalen.values():
        rijen.append(Tabelrij((Woord(taal(schaal.naam)),), f"gremia-{schaal.id}", tussenkop=True))
        for een in om.beleid.gremia.values():
            if een.schaal == schaal.id:
                status = str(GREMIUMSTATUS[een.status][1])
                doel = Woord(taal(een.doel), om.adres("gremia", een.id))
                rijen.append(rij(taal(een.naam), status, taal(een.leden) or "–", doel))
    return Tabel(
        (_("Overleg"), _("Status"), _("Wie"), _("Wat het doet")),
        tuple(rijen),
        bijschrift=_("Alle overleggen per schaal"),
    )


# --- may we decide this here? -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Vraag:
    """What may be asked: tasks, and parties as "kind:id", each with its words."""

    taken: tuple[tuple[str, str], ...]
    partijen: tuple[tuple[str, str], ...]


def question(om: Omgeving) -> Vraag:
    """Every task as it is divided now, every body that was not ended and every role."""
    taken = sorted(((taak.id, taal(taak.naam)) for _schaal, taak in current_tasks(om.beleid)), key=_words)
    gremia = [(f"gremia:{een.id}", taal(een.naam)) for een in om.beleid.gremia.values()]
    rollen = [(f"rollen:{een.id}", taal(een.naam)) for een in om.beleid.rollen.values()]
    return Vraag(tuple(taken), tuple(sorted(gremia + rollen, key=_words)))


def _words(paar: tuple[str, str]) -> str:
    return paar[1].casefold()


def chosen(taak: str, partij: str, om: Omgeving) -> tuple[str, tuple[str, str]]:
    """The task and the party that were asked about. Refused: taak_onbekend, partij_onbekend."""
    vraag = question(om)
    if taak not in dict(vraag.taken):
        raise Refused("taak_onbekend")
    if partij not in dict(vraag.partijen):
        raise Refused("partij_onbekend")
    soort, _dubbele_punt, id_ = partij.partition(":")
    return taak, (soort, id_)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What the register says, as sentences, with the lines of others below it."""

    zinnen: tuple[str, ...]
    anderen: Tabel | None


def answer(
    taak: str, partij: tuple[str, str], dag: date, gevonden: Mandaatantwoord, om: Omgeving
) -> Antwoord:
    """The register of that day in words, with its source; what it does not say is said too. No verdict."""
    wie = om.noem(*partij).tekst
    woorden = {"dag": datum(dag), "wie": wie, "taak": task_name(taak, om)}
    zinnen = [_register_line(een, woorden, om) for een in gevonden.regels]
    if not zinnen:
        zinnen = [_("Het mandaatregister van %(dag)s zegt niets over %(wie)s bij “%(taak)s”.") % woorden]
    zinnen += [
        _("Op een andere dag wel: %(wat)s (%(sinds)s). Bron: %(bron)s.")
        % {"wat": taal(een.wat), "sinds": since(een), "bron": om.bron(een.vindplaats)}
        for een in gevonden.vroeger_of_later
    ]
    if gevonden.besluitbevoegd is False:
        zinnen.append(_("Volgens de bron neemt %(wie)s zelf geen besluiten.") % woorden)
    if gevonden.besluitbevoegd is True:
        zinnen.append(_("Volgens de bron mag %(wie)s besluiten nemen.") % woorden)
    return Antwoord(tuple(zinnen), _others(gevonden.anderen, om))


def _register_line(een: Mandaat, woorden: dict[str, str], om: Omgeving) -> str:
    zin = _(
        "Volgens het mandaatregister van %(dag)s heeft %(wie)s bij “%(taak)s”: %(soort)s. %(wat)s"
        " (%(sinds)s). Bron: %(bron)s."
    )
    return zin % {
        **woorden,
        "soort": MANDAATSOORTEN[een.soort],
        "wat": taal(een.wat),
        "sinds": since(een),
        "bron": om.bron(een.vindplaats),
    }


def _others(regels: Sequence[Mandaat], om: Omgeving) -> Tabel | None:
    if not regels:
        return None
    return Tabel(
        (_("Wie"), _("Mandaat"), _("Wat"), _("Sinds"), _("Bron")),
        tuple(
            rij(
                party(een.wie, om).tekst,
                str(MANDAATSOORTEN[een.soort]),
                taal(een.wat),
                since(een),
                om.bron(een.vindplaats),
            )
            for een in regels
        ),
        bijschrift=_("Wie bij deze taak wel in het register staat"),
    )
