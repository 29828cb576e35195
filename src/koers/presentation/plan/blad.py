"""A plan as a page: parts under their own headings, with the wheel; what is missing; what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from koers.domain.plan.onderdelen import (
    IN_DEEL,
    NIET_IN_LICHT,
    Deel,
    DeelSoort,
    Grootte,
    Meting,
    PlanInhoud,
)
from koers.domain.plan.verschil import Verschil, Wat, Wijziging
from koers.domain.plan.volledig import Gemis
from koers.presentation.beelden.wiel import Ronde, wiel
from koers.presentation.opmaak import datum
from koers.presentation.plan.tekst import WIEL, Namen, Verteld, headline, kader, tell
from koers.presentation.plan.woorden import EEN, GROEPEN, GROOTTE_KORT, STAPPEN, TOEVOEGEN
from koers.presentation.plan.woorden import WAT as WAT_WOORDEN
from koers.presentation.zinnen_plan import GEMIS


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing. `stap`: what was written down about it ("gedaan op 3 maart 2026")."""

    id: UUID
    soort: str
    tekst: str
    regels: tuple[str, ...]
    stap: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class Groep:
    """Things of one kind, with the words of its button."""

    soort: str
    kop: str
    toevoegen: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Wielbeeld:
    """The wheel of one person, and the same as a table: dates above, marks per side, each with its day."""

    wie: str
    beeld: SafeString
    zin: str
    dagen: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Blad:
    """One part. `leeg`: nothing stands in it yet."""

    id: UUID
    soort: str
    kop: str
    groepen: tuple[Groep, ...]
    wielen: tuple[Wielbeeld, ...]

    @property
    def leeg(self) -> bool:
        return not any(groep.regels for groep in self.groepen)


def sheets(
    plan: PlanInhoud, namen: Namen, gedaan: Mapping[UUID, tuple[str, date]] | None = None
) -> tuple[Blad, ...]:
    """Every part of the plan."""
    doelen = {o.id: headline(o.inhoud) for deel in plan.delen for o in deel.onderdelen}
    return tuple(_sheet(deel, plan, namen, doelen, gedaan or {}) for deel in plan.delen)


def _sheet(
    deel: Deel, plan: PlanInhoud, namen: Namen, doelen: Namen, gedaan: Mapping[UUID, tuple[str, date]]
) -> Blad:
    groepen = []
    for soort in IN_DEEL[deel.soort]:
        regels = tuple(
            _line(o.id, soort, tell(o.inhoud, namen, doelen, over=len(plan.jeugdigen) > 1), gedaan)
            for o in deel.onderdelen
            if o.soort == soort
        )
        if regels or plan.grootte is not Grootte.LICHT or soort not in NIET_IN_LICHT:
            groepen.append(Groep(soort, str(GROEPEN[soort]), str(TOEVOEGEN[soort]), regels))
    return Blad(deel.id, deel.soort.value, title_of(deel, namen), tuple(groepen), tuple(_wheels(deel, namen)))


def _line(id: UUID, soort: str, told: Verteld, gedaan: Mapping[UUID, tuple[str, date]]) -> Regel:
    stap = ""
    if id in gedaan:
        wat, wanneer = gedaan[id]
        stap = _("%(wat)s op %(datum)s") % {"wat": STAPPEN[wat], "datum": datum(wanneer)}
    return Regel(id, soort, told.tekst, told.regels, stap, soort == "woorden")


def title_of(deel: Deel, namen: Namen) -> str:
    """Whose part it is."""
    if deel.soort is DeelSoort.JEUGDIGE and deel.jeugdige:
        return _("De stem van %(naam)s") % {"naam": namen.get(deel.jeugdige, "")}
    if deel.soort is DeelSoort.THUIS and deel.huishouden:
        wie = namen.get(deel.huishouden, "")
        return _("Bij %(naam)s thuis") % {"naam": wie} if wie else _("Een huis zonder bekende volwassene")
    if deel.soort is DeelSoort.ORGANISATIE and deel.organisatie:
        return namen.get(deel.organisatie, "")
    return _("Van ons samen")


def _wheels(deel: Deel, namen: Namen) -> Iterator[Wielbeeld]:
    """One wheel per person who gave marks, the rounds from old to new."""
    found: dict[UUID, list[Meting]] = {}
    for een in deel.onderdelen:
        if isinstance(een.inhoud, Meting):
            found.setdefault(een.inhoud.wie, []).append(een.inhoud)
    punten = kader(WIEL).punten
    for wie, metingen in found.items():
        metingen.sort(key=lambda m: m.datum)
        rounds = [dict(m.scores) for m in metingen]
        dagen = tuple(datum(m.datum) for m in metingen)
        assen = [punt.naam.in_taal(get_language()) for punt in punten]
        naam = namen.get(wie, "")
        zin = _wheel_sentence(rounds, dagen, dict(zip((p.id for p in punten), assen, strict=True)))
        yield Wielbeeld(
            wie=naam,
            beeld=wiel(
                id=f"wiel-{wie}",
                titel=_("Cijfers van %(naam)s, laatste keer %(datum)s") % {"naam": naam, "datum": dagen[-1]},
                omschrijving=zin,
                assen=assen,
                rondes=[
                    Ronde(dag, tuple(r.get(punt.id) for punt in punten))
                    for dag, r in zip(dagen, rounds, strict=True)
                ],
            ),
            zin=zin,
            dagen=dagen,
            rijen=tuple(
                (as_, tuple(zip(dagen, (_mark(r, punt.id) for r in rounds), strict=True)))
                for punt, as_ in zip(punten, assen, strict=True)
            ),
        )


def _mark(ronde: Mapping[str, int], punt: str) -> str:
    return str(ronde[punt]) if punt in ronde else "–"


def _wheel_sentence(rounds: list[dict[str, int]], dagen: tuple[str, ...], namen: dict[str, str]) -> str:
    last = rounds[-1]
    if len(rounds) == 1:
        return _("De eerste keer, op %(datum)s.") % {"datum": dagen[-1]}
    up = [namen.get(p, p) for p in last if p in rounds[0] and last[p] > rounds[0][p]]
    down = [namen.get(p, p) for p in last if p in rounds[0] and last[p] < rounds[0][p]]
    told = [_("Sinds %(datum)s:") % {"datum": dagen[0]}]
    told.append(_("hoger bij %(wat)s;") % {"wat": ", ".join(up)} if up else _("nergens hoger;"))
    told.append(_("lager bij %(wat)s.") % {"wat": ", ".join(down)} if down else _("nergens lager."))
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class Gemisregel:
    """One thing that is missing, and the thing it is about."""

    zin: str
    onderdeel: UUID | None


def gaps(gemis: tuple[Gemis, ...], plan: PlanInhoud, namen: Namen) -> tuple[Gemisregel, ...]:
    """What is missing, as sentences."""
    things = {o.id: headline(o.inhoud) for deel in plan.delen for o in deel.onderdelen}
    return tuple(
        Gemisregel(
            str(GEMIS[een.code])
            % {
                "kind": namen.get(een.jeugdige, "") if een.jeugdige else "",
                "wat": things.get(een.onderdeel, "") if een.onderdeel else "",
            },
            een.onderdeel,
        )
        for een in gemis
    )


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """What changed, with what it was and what it is."""

    wat: str
    kop: str
    deel: str
    oud: Verteld | None
    nieuw: Verteld | None


def changes(verschil: Verschil, namen: Namen) -> tuple[Wijzigingsregel, ...]:
    """What changed, thing by thing."""
    return tuple(_change(een, namen) for een in verschil.wijzigingen)


def _change(een: Wijziging, namen: Namen) -> Wijzigingsregel:
    thing = een.nieuw if een.nieuw is not None else een.oud
    assert thing is not None  # noqa: S101 - a change is of something
    return Wijzigingsregel(
        wat=een.wat.value,
        kop=f"{WAT_WOORDEN[een.wat.value]}: {EEN[type(thing).__name__.lower()]}",
        deel=title_of(een.deel, namen) if een.deel else "",
        oud=tell(een.oud, namen) if een.oud is not None else None,
        nieuw=tell(een.nieuw, namen) if een.nieuw is not None else None,
    )


def count_sentence(verschil: Verschil) -> str:
    """How much changed, in one sentence."""
    if not verschil:
        return _("Er is niets veranderd.")
    counts = {wat: sum(een.wat is wat for een in verschil.wijzigingen) for wat in Wat}
    return _("%(nieuw)s nieuw, %(anders)s anders, %(weg)s eruit gehaald.") % {
        "nieuw": counts[Wat.NIEUW],
        "anders": counts[Wat.ANDERS],
        "weg": counts[Wat.WEG],
    }


def heads(verschil: Verschil, oud: PlanInhoud, nieuw: PlanInhoud, namen: Namen) -> tuple[str, ...]:
    """What changed of the plan as a whole, as sentences."""
    told = []
    if "grootte" in verschil.velden:
        told.append(
            _("Het was een %(oud)s en is nu een %(nieuw)s.")
            % {"oud": GROOTTE_KORT[oud.grootte.value], "nieuw": GROOTTE_KORT[nieuw.grootte.value]}
        )
    if "evaluatiedatum" in verschil.velden and nieuw.evaluatiedatum:
        told.append(_("We kijken er nu naar op %(datum)s.") % {"datum": datum(nieuw.evaluatiedatum)})
    joined = [namen.get(kind, "") for kind in nieuw.jeugdigen if kind not in oud.jeugdigen]
    if joined:
        told.append(_("Ook over %(kinderen)s.") % {"kinderen": ", ".join(joined)})
    return tuple(told)
