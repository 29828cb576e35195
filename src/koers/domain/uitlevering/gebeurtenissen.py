"""The fields of Regeling Jeugdwet 8f as a table of events of our own: from given help to what it cost.

The article lets the Inlichtingenbureau take these out of the messages, pseudonymised, for the Nederlandse
Zorgautoriteit. A municipality sends nothing. This table is for itself; in the place of the BSN stands the
code that the monitor uses for the same child.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from koers.domain.uitlevering.controle import Controle, Vinding

# In the order of the article: a, then b 1 to 12.
VELDEN = (
    *("agb_code", "jeugdige", "gemeentecode", "geboortejaar", "type_verwijzer", "hulpvorm"),
    *("toewijzingsdatum", "beoogde_aanvang", "daadwerkelijke_aanvang", "datum_einde", "reden_einde"),
    *("bedrag_cent", "volume"),
)
OPEN_VRAGEN = ("verstrekking", "maatregelen", "volume", "agb_soort")
AGB_CIJFERS = 8
TIJDELIJK = "20"  # JZ588: a pause, after which help goes on


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Given help. `wie`: number by which messages call it. `jeugdige`: coded. `stops`: day and reason (JZ588)
    of each, oldest first. `volume` None: declared without one. `zonder_volume`: how many claims had none.
    """

    wie: str
    agb: str
    jeugdige: str
    gemeente: str
    geboortedatum: date | None
    verwijzer: str
    hulpvorm: str
    toegewezen: date
    beoogd: date
    starts: tuple[date, ...] = ()
    stops: tuple[tuple[date, str], ...] = ()
    bedrag_cent: int | None = None
    volume: int | None = None
    zonder_volume: int = 0


@dataclass(frozen=True, slots=True)
class Gebeurtenistabel:
    rijen: tuple[Mapping[str, object], ...]
    jeugdigen: tuple[str, ...]
    controle: Controle


def build_gebeurtenissen(gebeurtenissen: Iterable[Gebeurtenis]) -> Gebeurtenistabel:
    """One row per given help, in the order of its number."""
    rows, whose, found = [], [], []
    ordered = sorted(gebeurtenissen, key=lambda een: (een.toegewezen, een.wie, een.jeugdige))
    for nummer, een in enumerate(ordered, start=1):
        wrong = list(_judge(nummer, een))
        found += wrong
        if not any(vinding.fout for vinding in wrong):
            rows.append(_row(een))
            whose.append(een.jeugdige)
    return Gebeurtenistabel(tuple(rows), tuple(whose), Controle(len(ordered), tuple(found)))


def _end(een: Gebeurtenis) -> tuple[date | None, str]:
    """The end of help: none while a later start, or only a pause, says that it goes on."""
    if not een.stops:
        return None, ""
    day, reden = een.stops[-1]
    if reden == TIJDELIJK or any(start > day for start in een.starts):
        return None, ""
    return day, reden


def _judge(nummer: int, een: Gebeurtenis) -> Iterator[Vinding]:
    def found(veld: str, code: str, *, fout: bool = True, **params: object) -> Vinding:
        return Vinding(nummer, een.wie, veld, code, fout, params)

    if een.agb and not (een.agb.isascii() and een.agb.isdecimal() and len(een.agb) == AGB_CIJFERS):
        yield found("agb_code", "gt_agb_klopt_niet", waarde=een.agb)
    for veld, there in (
        ("agb_code", een.agb),
        ("geboortejaar", een.geboortedatum),
        ("type_verwijzer", een.verwijzer),
        ("hulpvorm", een.hulpvorm),
    ):
        if not there:
            yield found(veld, f"gt_{veld}_ontbreekt")
    day, _ = _end(een)
    if day is not None and not een.starts:
        yield found("daadwerkelijke_aanvang", "gt_einde_zonder_aanvang", datum=day)
    elif day is not None and day < min(een.starts):
        yield found("datum_einde", "gt_einde_voor_aanvang", datum=day)
    if een.bedrag_cent is not None and not een.starts:
        yield found("bedrag_cent", "gt_bedrag_zonder_aanvang", fout=False)
    if een.zonder_volume:
        yield found("volume", "gt_volume_ontbreekt", fout=False, aantal=een.zonder_volume)


def _row(een: Gebeurtenis) -> Mapping[str, object]:
    day, reden = _end(een)
    start = min(een.starts, default=None)
    values = (
        *(een.agb, een.jeugdige, een.gemeente, een.geboortedatum.year if een.geboortedatum else None),
        *(een.verwijzer, een.hulpvorm, een.toegewezen.isoformat(), een.beoogd.isoformat()),
        *(start.isoformat() if start else "", day.isoformat() if day else "", reden),
        *(een.bedrag_cent, een.volume),
    )
    return dict(zip(VELDEN, values, strict=True))
