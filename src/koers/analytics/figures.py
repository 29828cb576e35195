"""From a definition and tables to told figures, per area and window: one road for page, command and file.

What is counted is exact (`count`); what is told of it goes through the one exit (`tell`). How the cells hang
together follows from the kind of measure:
- events, waits and rows add up over municipalities; young people may be in more than one, so a region is at
  least its largest part; times that somebody begins or stops help can vanish in a region, when they moved.
- a population is known to everybody; any other whole is told like every number.
- amounts go with the number of young people behind them, also behind what is left when one is subtracted.
- a survey never shows a group of fewer than five answers, not even internally.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from koers.analytics.areas import Area
from koers.analytics.disclosure import (
    KLEIN,
    ExactTable,
    disclose,
    disclose_amounts,
    hide_small_surveys,
    share,
    show_internal,
    statistic,
)
from koers.analytics.engines import Engine
from koers.analytics.lattice import Verband, at_most, part_of, total
from koers.analytics.model import (
    Aandeel,
    Combinatie,
    Definitie,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Uitkomst,
    Uniek,
    Venster,
    Verandering,
    Wachttijd,
    value,
)
from koers.analytics.model.grouping import within
from koers.domain.disclosed import CelStatus, DisclosedCell, DisclosedTable, Klasse, Sleutel

TELLER, NOEMER = "teller", "noemer"
ENQUETES = frozenset({"ervaringen", "partneroordelen"})
Optelling = Literal["som", "vereniging", "hoogstens"]


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One told figure. `waarde` in the unit of the indicator; `teller` and `noemer` as told, or None.

    `zonder_geheel`: there is nothing that it is a part of, such as residents nobody delivered.
    """

    gebied: str
    gebiedsnaam: str
    periode: str
    status: CelStatus
    waarde: str | None
    teller: int | None
    noemer: int | None
    voorlopig: bool = False
    zonder_geheel: bool = False


@dataclass(frozen=True)
class Counted:
    """What was counted, before anything is told. `personen`: behind amounts, by part, area and period."""

    definitie: Definitie
    areas: tuple[Area, ...]
    perioden: tuple[str, ...]
    uitkomsten: Mapping[tuple[str, str], Uitkomst]
    personen: Mapping[Sleutel, int]

    def number(self, deel: str, gebied: str, periode: str) -> int:
        """A count; zero where there was nothing to count."""
        found = self.uitkomsten.get((gebied, periode))
        if found is None:
            return 0
        return found.teller if deel == TELLER else found.noemer or 0


@dataclass(frozen=True, slots=True)
class Told:
    """Figures in one class, with the remarks that belong under them."""

    klasse: Klasse
    cijfers: tuple[Cijfer, ...]
    noten: tuple[str, ...]


def needed_tables(maat: Maat) -> tuple[str, ...]:
    """Which tables this measure reads, in a fixed order."""
    if isinstance(maat, Aandeel):
        found = {*needed_tables(maat.teller), *needed_tables(maat.noemer)}
    elif isinstance(maat, Verandering):
        found = set(needed_tables(maat.van))
    elif isinstance(maat, Inwoners):
        found = {"bevolking"}
    elif isinstance(maat, Gebeurtenissen | Wachttijd):
        found = {maat.tabel}
    else:
        met = maat.met if isinstance(maat, Combinatie) else ()
        found = {s.tabel for s in (*maat.uit, *met)}
    return tuple(sorted(found))


def unit(definitie: Definitie) -> str:
    """The unit of the value: a change without a base year is only a number."""
    bare = isinstance(definitie.maat, Verandering) and definitie.maat.basisjaar is None
    return "aantal" if bare else definitie.eenheid


def is_share(maat: Maat) -> bool:
    """Is it a part of a whole that is counted in people or events, so that two groups can be compared?"""
    return _has_whole(maat) and not (_is_mean(maat) or _is_amount(maat) or isinstance(maat, Verandering))


def count(
    definitie: Definitie, engine: Engine, data: Any, areas: Sequence[Area], vensters: Sequence[Venster]
) -> Counted:
    """Counts once over the municipalities, and once over every region: persons who moved count once there."""
    maat = definitie.maat
    personen: dict[Sleutel, int] = {}
    for deel, people in _people_behind(maat):
        for key, uitkomst in _per_area(people, engine, data, areas, vensters).items():
            personen[deel, *key] = uitkomst.teller
    return Counted(
        definitie,
        tuple(areas),
        tuple(venster.naam for venster in vensters),
        _per_area(maat, engine, data, areas, vensters),
        personen,
    )


def tell(counted: Counted, klasse: Klasse, *, doel: str = "") -> Told:
    """What may be told: `openbaar` through disclosure, `intern` exact for this purpose."""
    maat = counted.definitie.maat
    if klasse is Klasse.INTERN:
        tabel = show_internal(ExactTable(counted.definitie.indicator, _DIMS, _cells(counted)), doel=doel)
    elif _is_amount(maat):
        tabel = _tell_amounts(counted)
    else:
        tabel = disclose(_exact_table(counted, _cells(counted)))
    if ENQUETES & set(needed_tables(maat)):
        noemers = {(TELLER, *s[1:]): (NOEMER, *s[1:]) for s in _cells(counted) if s[0] == NOEMER}
        totals = list(_totals(counted, NOEMER))
        tabel = hide_small_surveys(tabel, noemers, totals)
    told = {cel.sleutel: cel for cel in tabel.cellen}
    cijfers = tuple(
        _figure(counted, told, area, periode) for area in counted.areas for periode in counted.perioden
    )
    return Told(klasse, cijfers, tabel.noten)


_DIMS = ("deel", "gebied", "periode")
_UNTOLD = DisclosedCell((), CelStatus.INGEHOUDEN, None, 0, None)


def _per_area(
    maat: Maat, engine: Engine, data: Any, areas: Sequence[Area], vensters: Sequence[Venster]
) -> dict[tuple[str, str], Uitkomst]:
    asked = {area.code for area in areas if not area.is_whole}
    found = {
        (str(u.groep[0]), u.periode): u
        for u in engine.compute(maat, data, vensters, ("gemeente",))
        if u.groep[0] in asked
    }
    for area in (area for area in areas if area.is_whole):
        here = engine.compute(within(maat, area.gemeenten), data, vensters)
        found |= {(area.code, u.periode): u for u in here}
    return found


def _is_amount(maat: Maat) -> bool:
    parts = (maat.teller, maat.noemer) if isinstance(maat, Aandeel) else (maat,)
    return any(isinstance(part, Gebeurtenissen) and part.som is not None for part in parts)


def _people_behind(maat: Maat) -> list[tuple[str, Uniek]]:
    """Whom the amounts are about: distinct young people with such a row."""
    if not _is_amount(maat):
        return []
    parts = (maat.teller, maat.noemer) if isinstance(maat, Aandeel) else (maat,)
    return [
        (deel, Uniek((Selectie(part.tabel, part.waar, "dag"),)))
        for deel, part in zip((TELLER, NOEMER), parts, strict=False)
        if isinstance(part, Gebeurtenissen)
    ]


def _has_whole(maat: Maat) -> bool:
    if isinstance(maat, Verandering):
        return maat.basisjaar is not None
    return isinstance(maat, Aandeel | Combinatie | Heropname | Wachttijd)


def _is_mean(maat: Maat) -> bool:
    return isinstance(maat, Wachttijd) and maat.grens_dagen is None


def _parts(maat: Maat) -> tuple[str, ...]:
    return (TELLER, NOEMER) if _has_whole(maat) else (TELLER,)


def _adds(maat: Maat, deel: str) -> Optelling | None:
    """How a region hangs together with its parts; None: in no way that could be relied on."""
    if isinstance(maat, Aandeel):
        return _adds(maat.teller if deel == TELLER else maat.noemer, TELLER)
    if isinstance(maat, Verandering):
        return _adds(maat.van, TELLER)
    if isinstance(maat, Heropname):
        return None
    if isinstance(maat, Uniek | Combinatie) or (isinstance(maat, Stand) and maat.tel == "jeugdigen"):
        return "vereniging"
    if isinstance(maat, Stroom) and maat.tel == "jeugdigen":
        # A pause can join what two municipalities count apart, and a move can hide both.
        return "hoogstens"
    return "som"


def _cells(counted: Counted) -> dict[Sleutel, int]:
    """Every cell of the lattice, also where nothing was counted."""
    return {
        (deel, area.code, periode): counted.number(deel, area.code, periode)
        for deel in _parts(counted.definitie.maat)
        for area in counted.areas
        for periode in counted.perioden
    }


def _totals(counted: Counted, deel: str) -> Iterable[Verband]:
    adds = _adds(counted.definitie.maat, deel)
    there = {area.code for area in counted.areas}
    for area in counted.areas:
        if area.is_whole and there.issuperset(area.delen):
            for periode in counted.perioden:
                parts = [(deel, code, periode) for code in area.delen]
                if adds == "hoogstens":
                    yield at_most((deel, area.code, periode), parts)
                else:
                    yield total((deel, area.code, periode), parts, uniek=adds == "vereniging")


def _exact_table(counted: Counted, cells: Mapping[Sleutel, int]) -> ExactTable:
    """The lattice with all that an outsider knows.

    A region stays out where it hangs together with its parts in no way that can be relied on, or where
    persons are counted in part and whole both: that is a cycle, and only the municipalities are told.
    """
    maat = counted.definitie.maat
    wholes = {area.code for area in counted.areas if area.is_whole}
    adds = {deel: _adds(maat, deel) for deel in _parts(maat)}
    known = isinstance(maat, Aandeel) and isinstance(maat.noemer, Inwoners)
    loose = None in adds.values() or adds.get(NOEMER) in ("vereniging", "hoogstens")
    kept = {
        s: n
        for s, n in cells.items()
        if not (loose and s[1] in wholes) and not (_is_mean(maat) and s[0] == TELLER)
    }
    told = [deel for deel in adds if not (deel == NOEMER and known)]
    relations = [v for deel in told for v in _totals(counted, deel) if v.geheel in kept]
    if not isinstance(maat, Verandering):
        # Of regions it follows from their parts, unless everybody knows the whole.
        within_whole = [s for s in kept if s[0] == NOEMER and (known or s[1] not in wholes)]
        relations += [
            part_of((TELLER, *s[1:]), s)
            for s in within_whole
            if (TELLER, *s[1:]) in kept and kept[TELLER, *s[1:]] <= kept[s]
        ]
    # Rows that contradict each other (two birth months of one person) can break a total: it is not told.
    totals = [v for v in relations if v.soort != "deel"]
    broken = {v.geheel for v in totals if not v.holds(kept)}
    for v in totals:  # smaller regions come first: what consists of one that is not told, is not told either
        if broken & {deel for deel, _ in v.delen}:
            broken.add(v.geheel)
    kept = {s: n for s, n in kept.items() if s not in broken}
    relations = [v for v in relations if not broken & {v.geheel, *(deel for deel, _ in v.delen)}]
    bekend = frozenset(s for s in kept if known and s[0] == NOEMER)
    return ExactTable(counted.definitie.indicator, _DIMS, kept, relations, bekend)


def _tell_amounts(counted: Counted) -> DisclosedTable:
    """Amounts in thousands of euros. Nothing where a few young people are behind it or behind the rest."""
    people = replace(
        counted,
        definitie=replace(
            counted.definitie,
            maat=Aandeel(*(u for _, u in _people_behind(counted.definitie.maat)))
            if _has_whole(counted.definitie.maat)
            else _people_behind(counted.definitie.maat)[0][1],
        ),
    )
    exact = _exact_table(people, {s: counted.personen.get(s, 0) for s in _cells(counted)})
    behind = disclose(exact)
    amounts = {s: n for s, n in _cells(counted).items() if s in exact.cellen}
    by_key = {cel.sleutel: cel for cel in behind.cellen}
    totals = [
        v for deel in _parts(counted.definitie.maat) for v in _totals(counted, deel) if v.geheel in amounts
    ]
    tabel = disclose_amounts(counted.definitie.indicator, amounts, behind, totals)
    return replace(
        tabel, cellen=tuple(cel if _enough_rest(cel, by_key) else _hidden(cel) for cel in tabel.cellen)
    )


def _enough_rest(cel: DisclosedCell, people: Mapping[Sleutel, DisclosedCell]) -> bool:
    """Are more than seven young people behind what the whole has more than the part? By told numbers only."""
    if cel.sleutel[0] != TELLER or (NOEMER, *cel.sleutel[1:]) not in people:
        return True
    part, whole = people[cel.sleutel], people[NOEMER, *cel.sleutel[1:]]
    return part.boven is not None and whole.onder - part.boven > KLEIN


def _hidden(cel: DisclosedCell) -> DisclosedCell:
    return DisclosedCell(cel.sleutel, CelStatus.AFGESCHERMD, None, 0, None)


def _figure(counted: Counted, told: Mapping[Sleutel, DisclosedCell], area: Area, periode: str) -> Cijfer:
    maat = counted.definitie.maat
    teller = told.get((TELLER, area.code, periode), _UNTOLD)
    noemer = told.get((NOEMER, area.code, periode), _UNTOLD)
    status, waarde = teller.status, None if teller.waarde is None else str(teller.waarde)
    if _is_mean(maat):
        status, waarde = noemer.status, _mean(counted, noemer, area, periode)
    elif isinstance(maat, Verandering) and maat.basisjaar is not None:
        status, waarde = _change(teller, noemer)
    elif _has_whole(maat):
        part = share((area.code, periode), teller, noemer) if (noemer.waarde or 1) > 0 else _UNTOLD
        status, waarde = part.status, None if part.waarde is None else str(part.waarde)
    whole = NOEMER in _parts(maat) and noemer.status is CelStatus.GETOOND and not noemer.waarde
    return Cijfer(
        area.code,
        area.naam,
        periode,
        status,
        waarde,
        teller.waarde,
        noemer.waarde if NOEMER in _parts(maat) else None,
        zonder_geheel=whole,
    )


def _mean(counted: Counted, aantal: DisclosedCell, area: Area, periode: str) -> str | None:
    uitkomst = counted.uitkomsten.get((area.code, periode))
    mean = value(counted.definitie.maat, uitkomst) if uitkomst else None
    if mean is None:
        return None
    exact = Decimal(mean.numerator) / Decimal(mean.denominator)
    if aantal.status is CelStatus.GETOOND:
        return str(exact.quantize(Decimal("0.1")))
    told = statistic(exact, aantal)
    return None if told is None else str(told)


def _change(teller: DisclosedCell, noemer: DisclosedCell) -> tuple[CelStatus, str | None]:
    if teller.waarde is None or not noemer.waarde:
        return (teller if teller.waarde is None else noemer).status, None
    change = Decimal(100 * (teller.waarde - noemer.waarde)) / Decimal(noemer.waarde)
    return teller.status, str(change.quantize(Decimal("0.1")))
