"""What was agreed to be delivered, and how that stands: late first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from koers.domain.partnertabellen import Ritme, period_end


class Leverstand(StrEnum):
    """How an expected delivery stands, in the order in which people look at them."""

    TE_LAAT = "te_laat"
    GEWEIGERD = "geweigerd"
    DEELS = "deels"
    VERWACHT = "verwacht"
    BINNEN = "binnen"


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A partner delivers a table every period, within so many days after its end.

    `gemeenten`: codes that the table must tell about. The first period is the first that begins on or after
    `vanaf`; the last one ends on or before `tot_en_met`.
    """

    id: str
    tabel: str
    ritme: Ritme
    termijn_dagen: int
    vanaf: date
    tot_en_met: date | None
    gemeenten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verwachting:
    """One delivery that was or is expected, until and including `uiterlijk`."""

    afspraak: Afspraak
    periode: str
    uiterlijk: date


@dataclass(frozen=True, slots=True)
class Levering:
    """What is known of an expected delivery. `missen`: codes of municipalities that are not there yet.

    `laatste`: id of the last file with rows of that period, or of a later file of which nothing was taken in.
    `geweigerd`: rows of that file that stayed out.
    """

    verwachting: Verwachting
    stand: Leverstand
    missen: tuple[str, ...]
    laatste: int | None = None
    geweigerd: int = 0


def expected_periods(afspraak: Afspraak, today: date) -> Iterator[Verwachting]:
    """Every period of an agreement that is over."""
    for jaar in range(afspraak.vanaf.year - 1, today.year + 1):
        for naam in _names(afspraak.ritme, jaar):
            end = period_end(naam, afspraak.ritme)
            if (
                end < today
                and _begin(end, afspraak.ritme) >= afspraak.vanaf
                and (afspraak.tot_en_met is None or end <= afspraak.tot_en_met)
            ):
                yield Verwachting(afspraak, naam, end + timedelta(days=afspraak.termijn_dagen))


def _names(ritme: Ritme, jaar: int) -> tuple[str, ...]:
    return {
        "jaar": (str(jaar),),
        "kwartaal": tuple(f"{jaar}-K{n}" for n in range(1, 5)),
        "schooljaar": (f"{jaar}-{jaar + 1}",),
    }[ritme]


def _begin(end: date, ritme: Ritme) -> date:
    after = end + timedelta(days=1)
    if ritme == "kwartaal":
        months = after.year * 12 + after.month - 1 - 3
        return date(months // 12, months % 12 + 1, 1)
    return after.replace(year=after.year - 1)


@dataclass(frozen=True, slots=True)
class Bestandstand:
    """The last file of a table: its id, rows that stayed out, and whether anything was taken in."""

    id: int
    geweigerd: int
    gelezen: bool

    @property
    def geweigerd_of_ongelezen(self) -> bool:
        """Did any of it stay out?"""
        return not self.gelezen or self.geweigerd > 0


def stand_of(
    verwachting: Verwachting,
    binnen: frozenset[str],
    bestand: Bestandstand | None,
    today: date,
) -> Levering:
    """How one expected delivery stands. `binnen`: codes with figures of that period. `bestand`: the last file
    that was about it, or of which nothing was taken in since.

    Late counts first: what is refused after its last day is late too, with the refused file beside it.
    """
    missen = tuple(code for code in verwachting.afspraak.gemeenten if code not in binnen)
    late = today > verwachting.uiterlijk
    refused = bestand is not None and bestand.geweigerd_of_ongelezen
    if not missen:
        stand = Leverstand.BINNEN
    elif late:
        stand = Leverstand.TE_LAAT
    elif refused and not binnen:
        stand = Leverstand.GEWEIGERD
    else:
        stand = Leverstand.DEELS if binnen else Leverstand.VERWACHT
    return Levering(
        verwachting,
        stand,
        missen,
        bestand.id if bestand else None,
        bestand.geweigerd if bestand else 0,
    )


def late_first(leveringen: Iterable[Levering]) -> tuple[Levering, ...]:
    """By stand; the longest late first, what is in with the newest first."""
    order: Mapping[Leverstand, int] = {stand: place for place, stand in enumerate(Leverstand)}
    return tuple(
        sorted(
            leveringen,
            key=lambda lev: (
                order[lev.stand],
                (-1 if lev.stand is Leverstand.BINNEN else 1) * lev.verwachting.uiterlijk.toordinal(),
                lev.verwachting.afspraak.id,
            ),
        )
    )
