"""Days as whole numbers since 1 January 1970, birthdays by Dutch law, working days, UTC moments.

`GEEN` (the smallest int64) means "no day"; numpy reads the same bits as NaT.
"""

from typing import Final

import numpy as np

from koers.simulation.proefregio.stroom import Getallen, Maskers

GEEN: Final = int(np.iinfo(np.int64).min)
DAG_SECONDEN: Final = 86_400


def dag(jaar: int, maand: int = 1, dag_van_maand: int = 1) -> int:
    """Day number of a date."""
    return int(np.datetime64(f"{jaar:04d}-{maand:02d}-{dag_van_maand:02d}", "D").astype(np.int64))


def _datums(dagen: Getallen) -> "np.ndarray[tuple[int], np.dtype[np.datetime64]]":
    return np.asarray(dagen, dtype=np.int64).astype("datetime64[D]")


def jaar_van(dagen: Getallen) -> Getallen:
    """Calendar year of each day."""
    return _datums(dagen).astype("datetime64[Y]").astype(np.int64) + 1970


def maand_van(dagen: Getallen) -> Getallen:
    """Months since January 1970."""
    return _datums(dagen).astype("datetime64[M]").astype(np.int64)


def begin_maand(maanden: Getallen) -> Getallen:
    """First day of each month (months since January 1970)."""
    return (
        np.asarray(maanden, dtype=np.int64).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    )


def begin_jaar(jaren: Getallen) -> Getallen:
    """1 January of each year."""
    return begin_maand((np.asarray(jaren, dtype=np.int64) - 1970) * 12)


def is_schrikkeldag(dagen: Getallen) -> Maskers:
    """29 February?"""
    maand = maand_van(dagen)
    return (maand % 12 == 1) & (dagen - begin_maand(maand) == 28)


def verjaardag(geboorte: Getallen, leeftijd: int | Getallen) -> Getallen:
    """The day on which somebody turns `leeftijd`; a leap-day child does so on 1 March in ordinary years."""
    maand = maand_van(geboorte)
    in_maand = geboorte - begin_maand(maand)
    doel = maand + 12 * np.asarray(leeftijd, dtype=np.int64)
    # Only 29 February can fall outside its month: start of month + 28 is then 1 March by itself.
    return begin_maand(doel) + in_maand


def leeftijd_op(geboorte: Getallen, dagen: int | Getallen) -> Getallen:
    """Whole years of age on a day; -1 for who is born later in the coming year."""
    op = np.asarray(dagen, dtype=np.int64)
    jaren = jaar_van(np.broadcast_to(op, np.shape(geboorte))) - jaar_van(geboorte)
    return jaren - (verjaardag(geboorte, jaren) > op)


def weekdag(dagen: Getallen) -> Getallen:
    """0 = Monday ... 6 = Sunday."""
    return (np.asarray(dagen, dtype=np.int64) + 3) % 7


def werkdag(dagen: Getallen) -> Getallen:
    """The day itself, or the Monday after it when it falls in a weekend."""
    d = weekdag(dagen)
    return dagen + np.where(d >= 5, 7 - d, 0)


def werkdag_binnen_jaar(dagen: Getallen) -> Getallen:
    """A working day in the same year: the Friday before, or in the first days of January the Monday after."""
    d = weekdag(dagen)
    terug = dagen - np.where(d >= 5, d - 4, 0)
    return np.where(jaar_van(terug) == jaar_van(dagen), terug, werkdag(dagen))


def plus_werkdagen(dagen: Getallen, aantal: Getallen) -> Getallen:
    """`aantal` working days later (weekends skipped, public holidays not known here)."""
    start = werkdag(dagen)
    d = weekdag(start) + aantal
    return start + aantal + 2 * (d // 5)


def _laatste_zondag(jaren: Getallen, maand: int) -> Getallen:
    einde = begin_maand((jaren - 1970) * 12 + maand) - 1
    return einde - (weekdag(einde) + 1) % 7


def moment(dagen: Getallen, seconde_van_de_dag: Getallen) -> Getallen:
    """UTC seconds of a local Dutch time in office hours (EU rule: summer time from the last Sunday of
    March up to the last Sunday of October; the change itself happens before office hours)."""
    jaren = jaar_van(dagen)
    zomer = (dagen >= _laatste_zondag(jaren, 3)) & (dagen < _laatste_zondag(jaren, 10))
    return dagen * DAG_SECONDEN + seconde_van_de_dag - np.where(zomer, 7200, 3600)
