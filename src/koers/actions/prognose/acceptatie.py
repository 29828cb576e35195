"""Refusals by providers under a scenario: counted from the register, with an assumption about the waiting."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from koers.actions.prognose.geld import JAREN
from koers.actions.zorg.acceptatielijst import sums_of
from koers.domain.actor import Actor
from koers.domain.bereik import Bereik
from koers.domain.scenario import Wens
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.zorg.models import AcceptatieStap
from koers.simulation.prognose.weigeringen import Weigerjaar, play_refusals

AANNAME = "wachten-na-een-weigering"
ELDERS = ("andere_aanbieder", "via_zorgmakelaar")


def as_part(bereik: Bereik) -> Bereik:
    """Percent as a part."""
    return Bereik(bereik.laag / 100, bereik.waarschijnlijk / 100, bereik.hoog / 100)


@dataclass(frozen=True, slots=True)
class Weigerbeeld:
    """Counted in the last 365 days: toewijzingen, refused, of those outside the allowed grounds; and of the
    refusals that were closed, how many went to another provider. `jaren`: the coming ones.
    """

    toewijzingen: int
    geweigerd: int
    buiten: int
    afgerond: int
    elders: int
    jaren: tuple[tuple[int, Weigerjaar], ...]


def refusals(by: Actor, gemeente: str, tot: date, wens: Wens) -> Weigerbeeld | None:
    """None when acceptance was not asked. Within an act."""
    if not wens.acceptatie.procent:
        return None
    since = vandaag() - timedelta(days=365)
    found = sums_of(by, Q(gemeente=gemeente), since)
    toewijzingen, geweigerd, buiten = (
        sum(int(getattr(een, maat)) for een in found) for maat in ("gegeven", "geweigerd", "buiten")
    )
    closed = dict(
        AcceptatieStap.objects.current()
        .filter(soort="afgerond", ingetrokken=False, toewijzing__gemeente=gemeente, datum__gte=since)
        .values_list("uitkomst")
        .annotate(aantal=Count("pk"))
    )
    jaren = tuple(range(tot.year, tot.year + JAREN + 1))
    krachten = [
        sum(wens.acceptatie.strength(date(jaar, maand, 1)) for maand in range(1, 13)) / 12 for jaar in jaren
    ]
    aanname = beleid().aannames[AANNAME]
    bereiken = (aanname.getal("dagen").bereik, as_part(aanname.getal("effect").bereik))
    gespeeld = play_refusals(geweigerd, buiten, krachten, bereiken) if geweigerd else ()
    return Weigerbeeld(
        toewijzingen,
        geweigerd,
        buiten,
        sum(closed.values()),
        sum(closed.get(uitkomst, 0) for uitkomst in ELDERS),
        tuple(zip(jaren, gespeeld, strict=False)),
    )
