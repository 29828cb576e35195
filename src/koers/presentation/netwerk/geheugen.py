"""The collective memory: which texts of the policy can be found, and what is shown of those found."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from django.utils.translation import gettext as _

from koers.actions.netwerk.scenariokeuze import Besluit, Keuzekop
from koers.actions.netwerk.vergaderbeelden import BesluitBeeld, BesluitKort, OpTafel
from koers.analytics.zoeken import Stuk, Zoeker
from koers.policy import Beleid, Herkomst, Tekst
from koers.policy.values import Bron
from koers.presentation.beleid.delen import Omgeving, Woord, taal
from koers.presentation.beleid.woorden import SOORTEN
from koers.presentation.netwerk.scenariokeuze import name as scenario_name
from koers.presentation.netwerk.vergaderingen import body_name, dossier_name, last_word, report_name
from koers.presentation.opmaak import datum
from koers.presentation.woorden import TOESTANDEN

DOORZOCHT = (
    "tijdlijn",
    "dossiers",
    "gremia",
    "projecten",
    "opgaven",
    "risicos",
    "scenarios",
    "spuk",
    "capaciteit",
    "principes",
    "pijlers",
    "verbindingen",
    "rollen",
)
GETOOND = 20
BESLUIT, KEUZE = "vergaderbesluit", "scenariokeuze"
# An index is small and quickly made, but who searches twice should not wait twice.
MEESTE_INDEXEN = 8
Uitkomst = tuple[Keuzekop, Besluit]
_NAMEN = ("naam", "wat", "taak", "doel")


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One thing that was found: what kind, its name, a line of its text, and where it stands.

    `eerder` and `later`: what it came from, and what came of it, where the source says so.
    """

    soort: str
    naam: str
    regel: str
    wanneer: str
    adres: str
    eerder: tuple[Woord, ...] = ()
    later: tuple[Woord, ...] = ()


def search(
    vraag: str,
    om: Omgeving,
    hoogstens: int = GETOOND,
    besluiten: Sequence[BesluitBeeld] = (),
    keuzes: Sequence[Uitkomst] = (),
    meer: Sequence[tuple[Stuk, Gevonden]] = (),
) -> tuple[Gevonden, ...]:
    """What was decided, agreed and planned about this, what fits best first.

    `besluiten` of meetings, `keuzes` of a scenario and `meer` (`herinneringen.remembered`): those that who
    asks may read.
    """
    decided = {f"{BESLUIT}/{een.kort.id}": een for een in besluiten}
    chosen = {f"{KEUZE}/{een[0].id}": een for een in keuzes}
    more = [_piece(sleutel, een) for sleutel, een in decided.items()]
    more += [_choice_piece(sleutel, een, om) for sleutel, een in chosen.items()]
    kept = {stuk.sleutel: een for stuk, een in meer}
    more += [stuk for stuk, _een in meer]
    found = []
    for treffer in _zoeker(om.beleid, tuple(more)).search(vraag, hoogstens):
        if treffer.sleutel in decided:
            found.append(_decided(decided[treffer.sleutel], om))
        elif treffer.sleutel in chosen:
            found.append(_chosen(chosen[treffer.sleutel], keuzes, om))
        elif treffer.sleutel in kept:
            found.append(kept[treffer.sleutel])
        else:
            found.append(_shown(treffer.sleutel, om))
    return tuple(found)


# One index for each version of the policy and each set of besluiten that was searched lately.
_GEBOUWD: dict[tuple[str, tuple[Stuk, ...]], Zoeker] = {}


def _zoeker(beleid: Beleid, besluiten: tuple[Stuk, ...]) -> Zoeker:
    key = (beleid.digest, besluiten)
    if key not in _GEBOUWD:
        if len(_GEBOUWD) >= MEESTE_INDEXEN:
            _GEBOUWD.pop(next(iter(_GEBOUWD)), None)
        _GEBOUWD[key] = Zoeker([*pieces(beleid), *besluiten], short_forms(beleid))
    return _GEBOUWD[key]


def _piece(sleutel: str, besluit: BesluitBeeld) -> Stuk:
    """A besluit with what people will look for: what it was about, who took it, what came of it."""
    words = [
        besluit.kort.titel,
        dossier_name(besluit.dossier),
        body_name(besluit.kort.gremium),
        *(een.wat for een in besluit.acties),
        *(last_word(een) for een in besluit.acties),
    ]
    return Stuk(sleutel, besluit.kort.tekst, " ".join(words))


def _choice_piece(sleutel: str, uitkomst: Uitkomst, om: Omgeving) -> Stuk:
    """A choice of a scenario with what people will look for: what was chosen, by whom and why."""
    kop, besluit = uitkomst
    words = [kop.naam, body_name(besluit.gremium), besluit.toelichting, *besluit.antwoorden.values()]
    return Stuk(sleutel, _outcome(besluit, om), " ".join(["scenario", *words]))


def _outcome(besluit: Besluit, om: Omgeving) -> str:
    if not besluit.scenario:
        return _("Geen scenario gekozen")
    return _("Gekozen scenario: %(naam)s") % {"naam": scenario_name(besluit.scenario, om.beleid)}


def short_forms(beleid: Beleid) -> dict[str, tuple[str, ...]]:
    """Each short form with what it means."""
    return {een.afkorting: een.betekent for een in beleid.afkortingen.values()}


def pieces(beleid: Beleid) -> list[Stuk]:
    """Every thing that can be found, with all its Dutch texts."""
    stukken = []
    for soort in DOORZOCHT:
        for id_, ding in beleid.van_soort(soort).items():
            naam = _name(ding).nl
            tekst = " ".join(een for een in _texts(ding) if een != naam)
            stukken.append(Stuk(f"{soort}/{id_}", naam, f"{tekst} {id_}"))
    return stukken


def _name(ding: Any) -> Tekst:
    return next(getattr(ding, veld) for veld in _NAMEN if hasattr(ding, veld))


def _texts(ding: Any) -> Iterator[str]:
    """Every Dutch text below a thing, in the order of its fields; not where it comes from."""
    if isinstance(ding, Tekst):
        yield ding.nl
    elif isinstance(ding, tuple):
        for deel in ding:
            yield from _texts(deel)
    elif is_dataclass(ding) and not isinstance(ding, Herkomst | Bron):
        for veld in fields(ding):
            yield from _texts(getattr(ding, veld.name))


def _shown(sleutel: str, om: Omgeving) -> Gevonden:
    soort, _streep, id_ = sleutel.partition("/")
    ding = om.beleid.van_soort(soort)[id_]
    rest = [getattr(ding, veld) for veld in _NAMEN[1:] if isinstance(getattr(ding, veld, None), Tekst)]
    regel = next((taal(een) for een in rest if een != _name(ding)), "")
    naam, plek = str(SOORTEN[soort].naam), om.adres(soort, id_)
    if soort != "tijdlijn":
        return Gevonden(naam, taal(_name(ding)), regel, "", plek)
    later = [een.id for een in om.beleid.tijdlijn.values() if id_ in een.volgt_op]
    return Gevonden(
        naam, taal(ding.wat), regel, taal(ding.datum), plek, _events(ding.volgt_op, om), _events(later, om)
    )


def _events(ids: Iterable[str], om: Omgeving) -> tuple[Woord, ...]:
    """Events by name and date, leading to their place in the time line."""
    return tuple(
        Woord(
            f"{taal(om.beleid.tijdlijn[id_].wat)} ({taal(om.beleid.tijdlijn[id_].datum)})",
            om.adres("tijdlijn", id_),
        )
        for id_ in ids
    )


def _decided(een: BesluitBeeld, om: Omgeving) -> Gevonden:
    """A besluit of a meeting: what it came from, and the actions and besluiten that came of it."""
    acties = tuple(
        Woord(
            f"{actie.wat} ({TOESTANDEN[actie.stand]})",
            om.adres("vergaderingen", str(een.kort.vergadering_id)),
        )
        for actie in een.acties
    )
    return Gevonden(
        _("Besluit van een vergadering"),
        een.kort.tekst,
        f"{body_name(een.kort.gremium)}: {een.kort.titel}",
        datum(een.kort.datum),
        om.adres("vergaderingen", str(een.kort.vergadering_id)),
        (*_besluiten([een.eerder] if een.eerder else [], om), *_reports(een.rapportage, om)),
        (*acties, *_besluiten(een.later, om)),
    )


def _reports(rapportage: OpTafel | None, om: Omgeving) -> tuple[Woord, ...]:
    """The report that lay on the table."""
    if rapportage is None:
        return ()
    name = report_name(rapportage.soort, rapportage.periode, rapportage.gemeente)
    return (Woord(name, om.adres("rapportages", str(rapportage.id))),)


def _chosen(uitkomst: Uitkomst, alle: Iterable[Uitkomst], om: Omgeving) -> Gevonden:
    """A choice of a scenario, as it was decided, with the one before it and the one after it."""
    kop, besluit = uitkomst
    series = sorted(alle, key=lambda een: (een[1].datum, een[0].begindatum, str(een[0].id)))
    place = series.index(uitkomst)
    return Gevonden(
        _("Keuze van een scenario"),
        _outcome(besluit, om),
        f"{body_name(besluit.gremium)}, {kop.naam}: {besluit.toelichting}",
        datum(besluit.datum),
        om.adres(KEUZE, str(kop.id)),
        tuple(_choice_word(other, om) for other in series[max(place - 1, 0) : place]),
        tuple(_choice_word(other, om) for other in series[place + 1 : place + 2]),
    )


def _choice_word(uitkomst: Uitkomst, om: Omgeving) -> Woord:
    kop, besluit = uitkomst
    return Woord(f"{_outcome(besluit, om)} ({datum(besluit.datum)})", om.adres(KEUZE, str(kop.id)))


def _besluiten(kort: Iterable[BesluitKort], om: Omgeving) -> tuple[Woord, ...]:
    return tuple(
        Woord(f"{een.tekst} ({datum(een.datum)})", om.adres("vergaderingen", str(een.vergadering_id)))
        for een in kort
    )


def size(om: Omgeving, *register: Sized) -> int:
    """How many things can be found, of the policy and of the register."""
    return sum(map(len, register)) + sum(len(om.beleid.van_soort(soort)) for soort in DOORZOCHT)
