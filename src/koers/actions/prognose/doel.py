"""Which lever, turned how far, reaches the goal with a chance that is good enough; and which two together.

Every answer is a run of the forecast itself, on the same chance as the page "Wat als": the position that is
found here shows the same chance there.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.prognose.wat_als import JAREN, Sleutel, chance_of, figures, young_people
from koers.analytics.areas import Area
from koers.domain.actor import Actor
from koers.domain.doelzoeken import Gevonden, Grenspunt, cheapest, frontier, smallest
from koers.domain.hefbomen import HOOGSTE_PROCENT, KNOPPEN, Inzet
from koers.domain.weigering import Refused

STAPPEN = range(0, HOOGSTE_PROCENT + 1, 5)


@dataclass(frozen=True, slots=True)
class Doelvraag:
    """What is wanted: at most `doel` percent in `doeljaar` with a chance of `kans` (0 to 1), by levers from
    `vanaf` on with so many months to grow. `paar`: two levers together, and what a percent point of each
    costs a year, in cents (0: not filled in).
    """

    doel: Decimal
    doeljaar: int
    kans: float
    vanaf: date
    aanloop: int
    paar: tuple[str, str]
    prijs_cent: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """`nu`: the chance without levers. `alleen`: per lever. `alles`: the chance with each of them at the end.

    `beste`: the point of the border that costs least, and what it costs a year in cents (or, without prices,
    the sum of both percentages).
    """

    gebied: Area
    tot: date
    vraag: Doelvraag
    nu: float
    alleen: tuple[tuple[str, Gevonden], ...]
    alles: float
    grens: tuple[Grenspunt, ...]
    beste: tuple[Grenspunt, int] | None


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


@lru_cache(maxsize=32)
def _searched(sleutel: Sleutel, area: Area, tot: date, inwoners: float, vraag: Doelvraag) -> Doelbeeld:
    """Once per state of the mart and question: some tens of runs."""
    kolom = vraag.doeljaar - tot.year

    def kans_bij(**procenten: int) -> float:
        inzetten = tuple(
            Inzet(KNOPPEN[knop], procent, vraag.vanaf, vraag.aanloop)
            for knop, procent in sorted(procenten.items())
            if procent
        )
        return chance_of(young_people(sleutel, inzetten)[:, kolom], vraag.doel, inwoners)

    een, ander = vraag.paar
    alleen = tuple(
        (knop, smallest(lambda p, knop=knop: kans_bij(**{knop: p}), vraag.kans, HOOGSTE_PROCENT))  # type: ignore[misc]
        for knop in KNOPPEN
    )
    grens = frontier(lambda a, b: kans_bij(**{een: a, ander: b}), vraag.kans, HOOGSTE_PROCENT, STAPPEN)
    return Doelbeeld(
        gebied=area,
        tot=tot,
        vraag=vraag,
        nu=kans_bij(),
        alleen=alleen,
        alles=kans_bij(**dict.fromkeys(KNOPPEN, HOOGSTE_PROCENT)),
        grens=grens,
        beste=cheapest(grens, *vraag.prijs_cent),
    )
