"""The one exit for numbers (decision 13). Exact counts go in; what may be told comes out.

*openbaar*: every number is told as a class of at least five whole numbers: 7 and under (afgeschermd), then
8-12, 13-17, … (told as 10, 15, …). In a fixed order, first the cells, then the totals from the top down,
each number gets the finest classes with which, whatever its class turns out to be, every cell that can
be small keeps at least five possible values and every other at least three. Classes that would tell too
much are joined with their neighbours: told as a multiple of 10 when two are joined, else withheld.

How classes are cut depends only on what was told before, never on a true number. So who has this program,
and knows why a total is wide or missing, learns nothing from it beyond the class itself.

Relations that form a cycle once a cell is told (totals over rows and over columns, stock and flow) are more
than these bounds can prove, so that cell is withheld. The order of the relations says which totals go first.

Time is part of it: pass the earlier publications that hang together with this one (`eerder`), and the
relations between the two. A number that was told and later corrected is told anew; that is not covered.

*intern*: exact, for a role with a purpose. *gepubliceerd*: as the source published it.
A survey never shows a group of fewer than five answers, not even intern, nor what could be subtracted; nor
does what a partner delivered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from koers.analytics.lattice import VEEL, Bounds, Needs, Verband
from koers.domain.disclosed import (
    MET_WAARDE,
    CelStatus,
    DisclosedCell,
    DisclosedShare,
    DisclosedTable,
    Klasse,
    Sleutel,
)

KLEIN = 7
BASIS = 5
WAARDEN_KLEIN, WAARDEN = 5, 3
KLEINSTE_ENQUETE = 5
DUIZEND_EURO = 100_000  # in cents

Safe = Callable[[int, int], bool]  # of a first and a last class


@dataclass(frozen=True)
class ExactTable:
    """Exact counts on a fixed lattice, before disclosure.

    `cellen` holds every cell, also those with nothing to count: a missing cell would tell that it is empty.
    `verbanden`: all that an outsider knows about how the cells hang together. `bekend`: cells that are
    published elsewhere, such as the population; they are told as they are.
    """

    maat: str
    dimensies: tuple[str, ...]
    cellen: Mapping[Sleutel, int]
    verbanden: Sequence[Verband] = ()
    bekend: frozenset[Sleutel] = field(default_factory=frozenset)

    def check(self, also: Mapping[Sleutel, int]) -> None:
        """ValueError when a key has another length, or a relation is not true of the numbers."""
        if any(len(sleutel) != len(self.dimensies) for sleutel in self.cellen):
            raise ValueError("every key has one part per dimension")
        if any(number < 0 for number in self.cellen.values()):
            raise ValueError("a count is never below zero")
        known = {**self.cellen, **also}
        for v in self.verbanden:
            if all(s in self.cellen for s in (v.geheel, *(deel for deel, _ in v.delen))) and not v.holds(
                known
            ):
                raise ValueError(f"this relation does not hold: {v.geheel}")


def disclose(tabel: ExactTable, *, eerder: Sequence[DisclosedTable] = ()) -> DisclosedTable:
    """The table as everybody may see it. Same table and history, same answer."""
    tabel.check({})
    told_before = {
        cel.sleutel: cel for table in eerder for cel in table.cellen if cel.sleutel not in tabel.cellen
    }
    bounds = Bounds([*tabel.cellen, *told_before], tabel.verbanden)
    for sleutel in tabel.bekend:
        bounds.tell(bounds.place[sleutel], tabel.cellen[sleutel], tabel.cellen[sleutel])
    for sleutel, cel in told_before.items():
        if cel.boven is not None:
            bounds.tell(bounds.place[sleutel], cel.onder, cel.boven)
    bounds.settle()
    needs = Needs(bounds, KLEIN, WAARDEN_KLEIN, WAARDEN)
    told = {}
    for sleutel in _order(tabel):
        number = tabel.cellen[sleutel]
        if sleutel in tabel.bekend:
            told[sleutel] = DisclosedCell(sleutel, CelStatus.GETOOND, number, number, number)
            continue
        cell = bounds.place[sleutel]
        first, last = _block(bounds, needs, cell, _class(number))
        told[sleutel] = _as_cell(sleutel, first, last)
        if last is not None:
            bounds.tell(cell, _lowest(first), _highest(last))
    cellen = tuple(told[sleutel] for sleutel in tabel.cellen)
    return DisclosedTable(tabel.maat, tabel.dimensies, cellen, Klasse.OPENBAAR, noten=_notes(cellen))


def show_internal(tabel: ExactTable, *, doel: str) -> DisclosedTable:
    """The exact table, for a role with this purpose; the act that shows it writes the log."""
    if not doel:
        raise ValueError("exact figures need a purpose")
    cellen = tuple(
        DisclosedCell(sleutel, CelStatus.GETOOND, number, number, number)
        for sleutel, number in tabel.cellen.items()
    )
    return DisclosedTable(
        tabel.maat, tabel.dimensies, cellen, Klasse.INTERN, doel=doel, noten=("intern_niet_verspreiden",)
    )


def show_published(tabel: ExactTable, *, bron: str) -> DisclosedTable:
    """Figures that somebody else published, as published."""
    if not bron:
        raise ValueError("published figures name their source")
    cellen = tuple(
        DisclosedCell(sleutel, CelStatus.GETOOND, number, number, number)
        for sleutel, number in tabel.cellen.items()
    )
    return DisclosedTable(tabel.maat, tabel.dimensies, cellen, Klasse.GEPUBLICEERD, bron=bron)


# Classes: 0 is 7 and under; from 1 on five numbers each, around a multiple of five.


def _class(number: int) -> int:
    return 0 if number <= KLEIN else (number - 3) // BASIS


def _lowest(class_: int) -> int:
    return 0 if class_ == 0 else BASIS * class_ + 3


def _highest(class_: int) -> int:
    return BASIS * class_ + 7


def _order(tabel: ExactTable) -> list[Sleutel]:
    """Cells first, then totals from the top down; keys decide, never numbers."""
    parts_of = {v.geheel: [deel for deel, _ in v.delen] for v in tabel.verbanden if v.soort != "deel"}
    depth: dict[Sleutel, int] = {}

    def depth_of(sleutel: Sleutel, above: tuple[Sleutel, ...] = ()) -> int:
        if sleutel not in depth:
            below = [d for d in parts_of.get(sleutel, ()) if d not in above]
            depth[sleutel] = 1 + max((depth_of(d, (*above, sleutel)) for d in below), default=-1)
        return depth[sleutel]

    return sorted(tabel.cellen, key=lambda s: (depth_of(s) > 0, -depth_of(s), s))


def _block(bounds: Bounds, needs: Needs, cell: int, class_: int) -> tuple[int, int | None]:
    """First and last of the joined classes in which this class falls; None as last: nothing is told."""
    if bounds.closes_cycle(cell):
        return 0, None

    @cache
    def safe(first: int, last: int) -> bool:
        return bounds.leaves(cell, _lowest(first), _highest(last), needs)

    low, high = bounds.low[cell], bounds.high[cell]
    first, last = _joined(safe, class_, _class(low), _class(high) if high < VEEL // 2 else None)
    # Whole numbers can break the rule of thumb in _joined. Then nothing is told.
    return (first, last) if last is not None and safe(first, last) else (0, None)


def _joined(safe: Safe, class_: int, bottom: int, top: int | None) -> tuple[int, int | None]:
    """The block of a class, in the one way in which the classes from bottom to top are joined.

    The classes that are safe by themselves lie together (the values that cells keep shrink only towards the
    ends) and stand alone. What is left below them is one block, and so is what is left above; if such a
    rest is not safe either, it is joined with its neighbour.
    """
    if class_ >= 1 and safe(class_, class_):
        return _alone(safe, class_, bottom, top)
    up = class_ + 1
    while top is None or up <= top:
        if safe(up, up):
            first, last = _alone(safe, up, bottom, top)
            return (first, last) if first == bottom else (bottom, first - 1)
        up += 1
    down = class_ - 1
    while down >= max(bottom, 1):
        if safe(down, down):
            first, last = _alone(safe, down, bottom, top)
            return (first, last) if last is None or last == top else (last + 1, top)
        down -= 1
    return bottom, top


def _alone(safe: Safe, class_: int, bottom: int, top: int | None) -> tuple[int, int | None]:
    """The block of a class that is safe by itself: with the rest beside it, if that cannot stand alone."""
    first, last = class_, class_
    lowest = class_ - 1 < max(bottom, 1) or not safe(class_ - 1, class_ - 1)
    if lowest and class_ > bottom and not safe(bottom, class_ - 1):
        first = bottom
    if top is not None and class_ < top and not safe(class_ + 1, class_ + 1) and not safe(class_ + 1, top):
        last = top
    return first, last


def _as_cell(sleutel: Sleutel, first: int, last: int | None) -> DisclosedCell:
    if last is None:
        return DisclosedCell(sleutel, CelStatus.INGEHOUDEN, None, 0, None)
    low, high = _lowest(first), _highest(last)
    if last - first > 1:
        return DisclosedCell(sleutel, CelStatus.INGEHOUDEN, None, low, high)
    if first == 0:
        return DisclosedCell(sleutel, CelStatus.AFGESCHERMD, None, low, high)
    if first == last:
        return DisclosedCell(sleutel, CelStatus.AFGEROND, BASIS * (first + 1), low, high, BASIS)
    return DisclosedCell(sleutel, CelStatus.AFGEROND, (low + high + 10) // 20 * 10, low, high, 10)


def _notes(cellen: Iterable[DisclosedCell]) -> tuple[str, ...]:
    kinds = {(cel.status, cel.basis) for cel in cellen}
    notes = {
        "afgerond_op_5": (CelStatus.AFGEROND, 5),
        "totaal_verbreed": (CelStatus.AFGEROND, 10),
        "tot_en_met_7_afgeschermd": (CelStatus.AFGESCHERMD, 1),
        "totaal_ingehouden": (CelStatus.INGEHOUDEN, 1),
    }
    return tuple(note for note, kind in notes.items() if kind in kinds)


# Figures made of told numbers


def share(sleutel: Sleutel, teller: DisclosedCell, noemer: DisclosedCell) -> DisclosedShare:
    """The percentage of two told numbers, with one decimal. Nothing when one of them is not told."""
    untold = [cel.status for cel in (teller, noemer) if cel.waarde is None]
    if untold or not noemer.waarde or teller.waarde is None:
        return DisclosedShare(sleutel, untold[0] if untold else CelStatus.INGEHOUDEN, None, None, None)
    exact = teller.status is noemer.status is CelStatus.GETOOND
    most = teller.onder if teller.boven is None else teller.boven
    return DisclosedShare(
        sleutel,
        CelStatus.GETOOND if exact else CelStatus.AFGEROND,
        _percentage(teller.waarde, noemer.waarde),
        _percentage(teller.onder, noemer.boven or noemer.waarde),
        _percentage(most, max(noemer.onder, 1)),
    )


def statistic(waarde: Decimal | int | None, aantal: DisclosedCell) -> Decimal | None:
    """A mean or median, told in whole units, only when the number it is made of is told too."""
    if waarde is None or aantal.status not in MET_WAARDE:
        return None
    return Decimal(waarde).quantize(Decimal(1), ROUND_HALF_UP)


def hide_small_surveys(
    tabel: DisclosedTable, noemers: Mapping[Sleutel, Sleutel], verbanden: Sequence[Verband]
) -> DisclosedTable:
    """Nothing of a survey for groups with fewer than five answers, nor for what could be subtracted.

    `noemers`: for every cell the cell with the number of answers of its group. When the groups that are
    hidden under a total hold fewer than five answers together, the next smallest is hidden too.
    """
    numbers = {cel.sleutel: cel.onder for cel in tabel.cellen}
    small = {sleutel for sleutel in noemers.values() if numbers[sleutel] < KLEINSTE_ENQUETE}
    hidden = _hide_subtractable(
        small, numbers, verbanden, lambda away: sum(numbers[s] for s in away) >= KLEINSTE_ENQUETE
    )
    cellen = tuple(
        DisclosedCell(cel.sleutel, CelStatus.AFGESCHERMD, None, 0, None)
        if noemers.get(cel.sleutel, cel.sleutel) in hidden
        else cel
        for cel in tabel.cellen
    )
    return replace(tabel, cellen=cellen, noten=(*tabel.noten, "enquete_minstens_5"))


def hide_small_groups(tabel: DisclosedTable, geheel_van: Mapping[Sleutel, Sleutel]) -> DisclosedTable:
    """Nothing of a group of fewer than five, nor of a part when the rest of its whole is fewer than five.

    `geheel_van`: for every cell that is a part the cell of its whole. None and zero are hidden too, so that
    what is hidden does not tell that somebody is there.
    """
    numbers = {cel.sleutel: cel.onder for cel in tabel.cellen}
    small = {s for s, number in numbers.items() if number < KLEINSTE_ENQUETE}
    small |= {s for s, whole in geheel_van.items() if numbers[whole] - numbers[s] < KLEINSTE_ENQUETE}
    cellen = tuple(
        DisclosedCell(cel.sleutel, CelStatus.AFGESCHERMD, None, 0, None) if cel.sleutel in small else cel
        for cel in tabel.cellen
    )
    return replace(tabel, cellen=cellen, noten=(*tabel.noten, "groep_minstens_5"))


def disclose_amounts(
    maat: str, bedragen: Mapping[Sleutel, int], personen: DisclosedTable, verbanden: Sequence[Verband]
) -> DisclosedTable:
    """Amounts in cents, to the nearest thousand euros, where the number of persons behind them is told.

    `personen` has the same keys. A part that is hidden alone under a total takes the next smallest with it.
    """
    people = {cel.sleutel: cel for cel in personen.cellen}
    untold = {s for s in bedragen if people[s].status not in MET_WAARDE}
    numbers = {s: people[s].onder for s in bedragen}
    hidden = _hide_subtractable(untold, numbers, verbanden, lambda away: len(away) > 1)
    cellen = []
    for sleutel, cents in bedragen.items():
        if sleutel in hidden:
            cellen.append(DisclosedCell(sleutel, CelStatus.AFGESCHERMD, None, 0, None))
        else:
            value = (cents + DUIZEND_EURO // 2) // DUIZEND_EURO * DUIZEND_EURO
            half = DUIZEND_EURO // 2
            cellen.append(
                DisclosedCell(
                    sleutel, CelStatus.AFGEROND, value, value - half, value + half - 1, DUIZEND_EURO
                )
            )
    return DisclosedTable(
        maat, personen.dimensies, tuple(cellen), Klasse.OPENBAAR, noten=("afgerond_op_duizend_euro",)
    )


def _hide_subtractable(
    hidden: set[Sleutel],
    numbers: Mapping[Sleutel, int],
    verbanden: Sequence[Verband],
    enough: Callable[[list[Sleutel]], bool],
) -> set[Sleutel]:
    """Hide more, smallest first, until under every total that is told enough is hidden, or nothing."""
    hidden = set(hidden)
    changed = True
    while changed:
        changed = False
        for v in verbanden:
            parts = [deel for deel, _ in v.delen if deel in numbers]
            away = [deel for deel in parts if deel in hidden]
            if away and v.geheel in numbers and v.geheel not in hidden and not enough(away):
                rest = sorted((numbers[deel], deel) for deel in parts if deel not in hidden)
                hidden.add(rest[0][1] if rest else v.geheel)
                changed = True
    return hidden


def _percentage(teller: int, noemer: int) -> Decimal:
    exact = min(Decimal(100), Decimal(100 * teller) / Decimal(noemer))
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
