"""Which lever, turned how far, reaches the goal with a chance that is good enough; which two together; and
which mix of all of them is the smallest or the cheapest.

Every answer is a run of the forecast itself, on the same chance as the page "Wat als": the position that is
found here shows the same chance there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

import numpy as np

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.prognose.wat_als import JAREN, Sleutel, chance_of, figures, young_people
from koers.analytics.areas import Area
from koers.domain.actor import Actor
from koers.domain.doelzoeken import (
    Gevonden,
    Grenspunt,
    Mengsel,
    Standen,
    cheapest,
    cheapest_guess,
    cost,
    frontier,
    settle,
    smallest,
)
from koers.domain.hefbomen import HOOGSTE_PROCENT, KNOPPEN, Inzet
from koers.domain.weigering import Refused

STAPPEN = range(0, HOOGSTE_PROCENT + 1, 5)
PROEVEN = (
    15,
    30,
    45,
    HOOGSTE_PROCENT,
)  # where each lever is played by itself, to guess what they do together
ZEKERHEDEN = (0.25, 0.5, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Doelvraag:
    """What is wanted: at most `doel` percent in `doeljaar` with a chance of `kans` (0 to 1), by levers from
    `vanaf` on with so many months to grow. `paar`: two levers that are also laid beside each other.

    `prijzen`: per lever what a percent point costs a year, in cents; nothing filled in is every point alike.
    Once a price is filled in, a lever without one does not take part in the mix. `onderzoek`: levers that are
    an investigation and not policy take part too.
    """

    doel: Decimal
    doeljaar: int
    kans: float
    vanaf: date
    aanloop: int
    paar: tuple[str, str]
    prijzen: tuple[tuple[str, int], ...] = ()
    onderzoek: bool = False

    def prijs(self, knop: str) -> int:
        """Of a percent point of a lever."""
        return dict(self.prijzen).get(knop, 0)

    @property
    def met_prijzen(self) -> bool:
        """Whether anything costs anything."""
        return any(cent for _, cent in self.prijzen)

    @property
    def knoppen(self) -> tuple[str, ...]:
        """Which levers may be in the mix."""
        return tuple(
            sleutel
            for sleutel, knop in KNOPPEN.items()
            if (self.onderzoek or not knop.onderzoek) and (self.prijs(sleutel) or not self.met_prijzen)
        )


@dataclass(frozen=True, slots=True)
class Zekerheid:
    """The cheapest mix that was found for a chance, as it was played; `kosten` as in `Mengsel`."""

    gevraagd: float
    kans: float
    kosten: int
    standen: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """`nu`: the chance without levers. `alleen`: per lever. `alles`: the chance with each of them at the end.

    `beste`: the point of the border that costs least, and what it costs a year in cents (or, without prices,
    the sum of both percentages). `mengsel`: the cheapest mix of all levers that take part (None: not even all
    of them together, with the chance of that in `mengsel_alles`). `zekerheid`: what more or less takes.
    `gespeeld`: how many positions were played.
    """

    gebied: Area
    tot: date
    vraag: Doelvraag
    nu: float
    alleen: tuple[tuple[str, Gevonden], ...]
    alles: float
    grens: tuple[Grenspunt, ...]
    beste: tuple[Grenspunt, int] | None
    mengsel: Zekerheid | None
    mengsel_alles: float
    zekerheid: tuple[Zekerheid, ...]
    gespeeld: int


def read_doel(*, by: Actor, gemeente: str, vraag: Doelvraag | None) -> tuple[Area, Doelbeeld | None]:
    """For an own municipality; None without figures or a question. Refused: niet_gevonden, doeljaar_te_ver,
    hefboom_onbekend, hefbomen_gelijk.
    """
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("doel", gemeente)
        area = own_area(by, gemeente)
        found = figures(gemeente)
        if vraag is None or found is None:
            return area, None
        sleutel, gegevens = found
        check_doelvraag(vraag, gegevens.tot.year)
        if vraag.doeljaar not in gegevens.inwoners:
            raise Refused("doeljaar_te_ver", laatste=max(gegevens.inwoners))
        spoor.note(doel=str(vraag.doel), doeljaar=vraag.doeljaar, kans=vraag.kans)
        return area, _searched(sleutel, area, gegevens.tot, gegevens.inwoners[vraag.doeljaar], vraag)


def check_doelvraag(vraag: Doelvraag, eerste_jaar: int) -> None:
    """Refused: doeljaar_te_ver, hefboom_onbekend, hefbomen_gelijk."""
    if not eerste_jaar <= vraag.doeljaar <= eerste_jaar + JAREN:
        raise Refused("doeljaar_te_ver", laatste=eerste_jaar + JAREN)
    for knop in vraag.paar:
        if knop not in KNOPPEN:
            raise Refused("hefboom_onbekend", hefboom=knop, hefbomen=", ".join(KNOPPEN))
    if vraag.paar[0] == vraag.paar[1]:
        raise Refused("hefbomen_gelijk")


class _Speler:
    """Plays positions of the levers for one question, each of them once."""

    def __init__(self, sleutel: Sleutel, kolom: int, inwoners: float, vraag: Doelvraag) -> None:
        self.sleutel, self.kolom, self.inwoners, self.vraag = sleutel, kolom, inwoners, vraag
        self.gezien: set[tuple[Inzet, ...]] = set()

    def jeugd(self, procenten: Mapping[str, int]) -> np.ndarray:
        """Young people with specialised help in the year, per replication."""
        inzetten = tuple(
            Inzet(KNOPPEN[knop], procent, self.vraag.vanaf, self.vraag.aanloop)
            for knop, procent in sorted(procenten.items())
            if procent
        )
        self.gezien.add(inzetten)
        return young_people(self.sleutel, inzetten, self.kolom)

    def kans(self, procenten: Mapping[str, int]) -> float:
        """Of the goal."""
        return chance_of(self.jeugd(procenten), self.vraag.doel, self.inwoners)


@lru_cache(maxsize=32)
def _searched(sleutel: Sleutel, area: Area, tot: date, inwoners: float, vraag: Doelvraag) -> Doelbeeld:
    """Once per state of the mart and question: many runs, of the years until the goal alone."""
    speler = _Speler(sleutel, vraag.doeljaar - tot.year, inwoners, vraag)
    een, ander = vraag.paar

    def alone(knop: str) -> Gevonden:
        return smallest(lambda procent: speler.kans({knop: procent}), vraag.kans, HOOGSTE_PROCENT)

    alleen = tuple((knop, alone(knop)) for knop in KNOPPEN)
    grens = frontier(lambda a, b: speler.kans({een: a, ander: b}), vraag.kans, HOOGSTE_PROCENT, STAPPEN)
    mengsel, zekerheid = _mixed(speler, alleen)
    return Doelbeeld(
        gebied=area,
        tot=tot,
        vraag=vraag,
        nu=speler.kans({}),
        alleen=alleen,
        alles=speler.kans(dict.fromkeys(KNOPPEN, HOOGSTE_PROCENT)),
        grens=grens,
        beste=cheapest(grens, vraag.prijs(een), vraag.prijs(ander)),
        mengsel=mengsel,
        mengsel_alles=speler.kans(dict.fromkeys(vraag.knoppen, HOOGSTE_PROCENT)),
        zekerheid=zekerheid,
        gespeeld=len(speler.gezien),
    )


def _mixed(
    speler: _Speler, alleen: Sequence[tuple[str, Gevonden]]
) -> tuple[Zekerheid | None, tuple[Zekerheid, ...]]:
    """The cheapest mix for the chance that is asked, and for less and more of it.

    A guess multiplies what each lever does by itself, which is nearly what they do together; then the guess
    is played and made smaller until one percent less of any lever is not enough. A guess is no proof: what
    one lever does alone (`alleen`) is a mix too, and taken when it costs less.
    """
    vraag = speler.vraag
    knoppen = vraag.knoppen
    prijzen = tuple(vraag.prijs(knop) if vraag.met_prijzen else 1 for knop in knoppen)
    tekort = _guess(speler, knoppen)

    def kans_bij(standen: Standen) -> float:
        return speler.kans(dict(zip(knoppen, standen, strict=True)))

    def searched(kans: float, precies: bool) -> Zekerheid | None:
        begin = cheapest_guess(lambda standen: tekort(standen, kans), HOOGSTE_PROCENT, prijzen)
        if precies:
            alles = (HOOGSTE_PROCENT,) * len(knoppen)
            gevonden = settle(kans_bij, kans, begin or alles, HOOGSTE_PROCENT, prijzen)
        else:
            gevonden = Mengsel(begin, kans_bij(begin), cost(begin, prijzen)) if begin else None
        if not gevonden:
            return None
        standen = tuple((k, s) for k, s in zip(knoppen, gevonden.standen, strict=True) if s)
        return Zekerheid(kans, gevonden.kans, gevonden.kosten, standen)

    mengsel = _lightest(vraag, searched(vraag.kans, True), alleen)
    kansen = sorted({*ZEKERHEDEN} - {vraag.kans})
    punten = [punt for kans in kansen if (punt := searched(kans, False))]
    return mengsel, _rising([*punten, *([mengsel] if mengsel else [])])


def _lightest(
    vraag: Doelvraag, mengsel: Zekerheid | None, alleen: Sequence[tuple[str, Gevonden]]
) -> Zekerheid | None:
    los = [
        Zekerheid(
            vraag.kans,
            gevonden.kans,
            gevonden.procent * (vraag.prijs(knop) if vraag.met_prijzen else 1),
            ((knop, gevonden.procent),),
        )
        for knop, gevonden in alleen
        if gevonden.procent and knop in vraag.knoppen
    ]
    return min([*([mengsel] if mengsel else []), *los], key=lambda een: een.kosten, default=None)


def _rising(punten: Sequence[Zekerheid]) -> tuple[Zekerheid, ...]:
    """In order of cost; a point that costs more and is surer of nothing is left out."""
    found: list[Zekerheid] = []
    for punt in sorted(punten, key=lambda een: (een.kosten, -een.kans)):
        if not found or punt.kans > found[-1].kans:
            found.append(punt)
    return tuple(found)


def _guess(speler: _Speler, knoppen: Sequence[str]) -> Callable[[Standen, float], float]:
    """How far a position is from enough: the share of young people above the goal at the chance asked.

    Each lever is played by itself at `PROEVEN`, with straight lines between; together they multiply.
    """
    basis = np.maximum(speler.jeugd({}), 1e-9)
    over = np.empty((len(knoppen), HOOGSTE_PROCENT + 1, len(basis)))
    for nummer, knop in enumerate(knoppen):
        gespeeld = [np.ones_like(basis), *(speler.jeugd({knop: p}) / basis for p in PROEVEN)]
        for keer in range(len(basis)):
            over[nummer, :, keer] = np.interp(
                np.arange(HOOGSTE_PROCENT + 1), (0, *PROEVEN), [deel[keer] for deel in gespeeld]
            )
    grens = float(speler.vraag.doel) * speler.inwoners / 100
    rijen = np.arange(len(knoppen))

    def tekort(standen: Standen, kans: float) -> float:
        verwacht = np.sort(basis * over[rijen, list(standen)].prod(axis=0))
        return float(verwacht[max(int(np.ceil(kans * len(verwacht))) - 1, 0)] / grens - 1)

    return tekort
