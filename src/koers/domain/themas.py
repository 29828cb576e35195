"""Choosing maatschappelijke thema's together: a round, one vote per partner, a decision with its reasons.

The source lets education, welzijn, GGD and the municipality choose five themes from the data that they
pooled (Koersen, "datamonitoring en maatschappelijke thema's als basis"). Which themes can be chosen is
policy; how many is said when a round is opened.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused

# Koersen names five.
AANTAL_THEMAS = 5
MEESTE_THEMAS = 10
LANGSTE_REDEN = 2_000
LANGSTE_NAAM = 80
# Who takes part in the data and so in the choice: education, welzijn, GGD and the gemeente.
DENKT_MEE = frozenset(
    {
        *(Rol.SCHOOL, Rol.KINDEROPVANG, Rol.JONGERENWERKER, Rol.GEZINSCOACH),
        *(Rol.JEUGDVERPLEEGKUNDIGE, Rol.JEUGDARTS, Rol.POH_JEUGD, Rol.BELEIDSADVISEUR),
    }
)
ZIET_THEMAS = DENKT_MEE | STURING


@dataclass(frozen=True, slots=True)
class NieuweRonde:
    """A round to open. `stemmen_tot_en_met`: the last day on which a partner can vote."""

    naam: str
    stemmen_tot_en_met: date
    hoogstens: int = AANTAL_THEMAS


@dataclass(frozen=True, slots=True)
class NieuweStem:
    """What a partner finds most important, in no order, and why."""

    themas: tuple[str, ...]
    reden: str


@dataclass(frozen=True, slots=True)
class NieuwThemabesluit:
    """What was decided. `redenen`: per chosen theme why; `reden`: why these together."""

    datum: date
    gremium: str
    redenen: Mapping[str, str]
    reden: str


def check_ronde(ronde: NieuweRonde, *, today: date) -> None:
    """Refused: ronde_zonder_naam, ronde_al_voorbij, ronde_aantal."""
    if not ronde.naam.strip():
        raise Refused("ronde_zonder_naam")
    if ronde.stemmen_tot_en_met < today:
        raise Refused("ronde_al_voorbij", dag=ronde.stemmen_tot_en_met)
    if not 1 <= ronde.hoogstens <= MEESTE_THEMAS:
        raise Refused("ronde_aantal", hoogstens=MEESTE_THEMAS)


def check_stem(stem: NieuweStem, kandidaten: Collection[str], *, hoogstens: int) -> None:
    """Refused: stem_zonder_thema, thema_onbekend, stem_te_veel, stem_zonder_reden."""
    _check_choice(stem.themas, kandidaten, hoogstens, leeg="stem_zonder_thema")
    if not stem.reden.strip():
        raise Refused("stem_zonder_reden")


def check_stembaar(*, stemmen_tot_en_met: date, today: date) -> None:
    """Can anybody vote, or take a vote back, today? Refused: ronde_gesloten."""
    if today > stemmen_tot_en_met:
        raise Refused("ronde_gesloten", dag=stemmen_tot_en_met)


def check_themabesluit(
    besluit: NieuwThemabesluit,
    kandidaten: Collection[str],
    *,
    hoogstens: int,
    stemmen_tot_en_met: date,
    today: date,
) -> None:
    """A decision comes after the votes, and says why of every theme and of the whole.

    Refused: besluit_zonder_thema, thema_onbekend, stem_te_veel, besluit_voor_stemmen, datum_in_toekomst,
    besluit_zonder_reden, thema_zonder_reden.
    """
    _check_choice(tuple(besluit.redenen), kandidaten, hoogstens, leeg="besluit_zonder_thema")
    if besluit.datum > today:
        raise Refused("datum_in_toekomst")
    if besluit.datum <= stemmen_tot_en_met:
        raise Refused("besluit_voor_stemmen", dag=stemmen_tot_en_met)
    if not besluit.reden.strip():
        raise Refused("besluit_zonder_reden")
    for thema, reden in besluit.redenen.items():
        if not reden.strip():
            raise Refused("thema_zonder_reden", thema=thema)


def votes_per_thema(
    stemmen: Iterable[tuple[str, Sequence[str]]], kandidaten: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Of every candidate the partners that chose it, by name. `stemmen`: a partner and what it chose."""
    found: dict[str, list[str]] = {thema: [] for thema in kandidaten}
    for partner, themas in stemmen:
        for thema in themas:
            found.setdefault(thema, []).append(partner)
    return {thema: tuple(sorted(partners)) for thema, partners in found.items()}


def _check_choice(themas: tuple[str, ...], kandidaten: Collection[str], hoogstens: int, *, leeg: str) -> None:
    if not themas:
        raise Refused(leeg)
    for thema in themas:
        if thema not in kandidaten:
            raise Refused("thema_onbekend", thema=thema)
    if len(set(themas)) != len(themas) or len(themas) > hoogstens:
        raise Refused("stem_te_veel", hoogstens=hoogstens)
