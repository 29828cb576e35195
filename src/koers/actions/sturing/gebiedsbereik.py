"""Reach per partner and quarter as it may be told: exact for who takes part, rounded in the board document.

The document of a half year is read by everybody, so its numbers are told as a whole, for all areas at once:
what is told of one chapter does not depend on which chapter somebody looks at.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from koers.actions.sturing.gebiedsagenda_lezen import (
    AfspraakBeeld,
    BijdrageBeeld,
    BijeenkomstBeeld,
    GebiedBeeld,
    areas,
)
from koers.analytics.disclosure import ExactTable, disclose, show_internal
from koers.analytics.lattice import Verband, part_of, total
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable, Sleutel
from koers.domain.gebiedsagenda import quarters_of
from koers.domain.rapportages import Rapportageperiode, named_periode
from koers.domain.rollen import Doel
from koers.policy import beleid

DIMENSIES = ("gebied", "partner", "kwartaal", "maat")
ALLEN = ""  # the partners of an area together
BEREIK = ("jeugdigen", "ouders")


def internal_reach(gebied: GebiedBeeld) -> DisclosedTable:
    """Whom the partners of an area reached per quarter, exact: only for pages of the gebiedsagenda."""
    return show_internal(_exact((gebied,), frozenset(), sums=False), doel=Doel.BELEID.value)


def area_blocks(by: Actor, gemeente: str, periode: Rapportageperiode) -> dict[str, dict[str, Any]]:
    """Per area what its meetings of a period tell everybody, as plain values; within an act."""
    quarters = frozenset(quarters_of(periode))
    here = areas(by, gemeente)
    told = disclose(_exact(here, quarters, sums=True))
    return {een.id: _block(een, told, quarters, periode) for een in here}


# --- the table --------------------------------------------------------------------------------------


def _exact(gebieden: Iterable[GebiedBeeld], quarters: frozenset[str], *, sums: bool) -> ExactTable:
    """Every number of these areas. Without `quarters` of all of them; `sums`: with the partners together."""
    cells: dict[Sleutel, int] = {}
    relations: list[Verband] = []
    for gebied in gebieden:
        for bijeenkomst in gebied.bijeenkomsten:
            if quarters and bijeenkomst.kwartaal not in quarters:
                continue
            for een in bijeenkomst.bijdragen:
                cells |= _numbers(gebied.id, bijeenkomst.kwartaal, een)
                if een.totaal is not None:
                    key = (gebied.id, str(een.organisatie), bijeenkomst.kwartaal)
                    relations.append(part_of((*key, "geteld"), (*key, "totaal")))
            if sums and bijeenkomst.bijdragen:
                for maat in BEREIK:
                    parts = [
                        (gebied.id, str(een.organisatie), bijeenkomst.kwartaal, maat)
                        for een in bijeenkomst.bijdragen
                    ]
                    whole = (gebied.id, ALLEN, bijeenkomst.kwartaal, maat)
                    cells[whole] = sum(cells[part] for part in parts)
                    relations.append(total(whole, parts))
    return ExactTable("bereik", DIMENSIES, cells, relations)


def _numbers(gebied: str, kwartaal: str, een: BijdrageBeeld) -> dict[Sleutel, int]:
    found = {"jeugdigen": een.jeugdigen, "ouders": een.ouders}
    if een.geteld is not None and een.totaal is not None:
        found |= {"geteld": een.geteld, "totaal": een.totaal}
    return {(gebied, str(een.organisatie), kwartaal, maat): getal for maat, getal in found.items()}


# --- what is frozen ---------------------------------------------------------------------------------


def _block(
    gebied: GebiedBeeld, told: DisclosedTable, quarters: frozenset[str], periode: Rapportageperiode
) -> dict[str, Any]:
    meetings = sorted(
        (een for een in gebied.bijeenkomsten if een.kwartaal in quarters), key=lambda een: een.kwartaal
    )
    return {
        "gebied": gebied.id,
        "naam": _area_name(gebied.id),
        "kwartalen": sorted(quarters),
        "bijeenkomsten": [_meeting(een) for een in meetings],
        "partners": _partners(meetings),
        "cijfers": [
            {
                "partner": cel.sleutel[1],
                "kwartaal": cel.sleutel[2],
                "maat": cel.sleutel[3],
                "status": cel.status.value,
                "waarde": cel.waarde,
            }
            for cel in told.cellen
            if cel.sleutel[0] == gebied.id
        ],
        "resultaten": [
            {
                "partner": str(een.organisatie),
                "kwartaal": meeting.kwartaal,
                "aanbod": een.aanbod,
                "resultaat": een.resultaat,
                "maat": een.maat,
            }
            for meeting in meetings
            for een in meeting.bijdragen
        ],
        "afspraken": [_agreement(een, periode) for een in _agreements(gebied, meetings)],
        "noten": list(told.noten),
    }


def _area_name(id: str) -> dict[str, str]:
    found = beleid().gebieden.get(id)
    return {"nl": found.naam.nl, "en": found.naam.en} if found else {"nl": id, "en": id}


def _meeting(een: BijeenkomstBeeld) -> dict[str, Any]:
    """Who sat at the table are people who work there: those numbers are nobody's secret."""
    return {
        "kwartaal": een.kwartaal,
        "datum": een.datum.isoformat(),
        "onderwerpen": een.onderwerpen,
        "organisaties": [partner.naam for partner in een.aanwezigen],
        "mensen": een.mensen,
    }


def _partners(meetings: Sequence[BijeenkomstBeeld]) -> dict[str, str]:
    """Names by id, in the order of the names."""
    found = {str(een.organisatie): een.partner for meeting in meetings for een in meeting.bijdragen}
    return dict(sorted(found.items(), key=lambda rij: rij[1]))


def _agreements(gebied: GebiedBeeld, meetings: Sequence[BijeenkomstBeeld]) -> tuple[AfspraakBeeld, ...]:
    """What was agreed in this period, and what was still open when it began."""
    ids = {een.id: een for meeting in meetings for een in (*meeting.meegenomen, *meeting.afspraken)}
    every = [een for meeting in gebied.bijeenkomsten for een in meeting.afspraken if een.id in ids]
    return tuple(sorted(every, key=lambda een: (een.uiterlijk, een.wat)))


def _agreement(een: AfspraakBeeld, periode: Rapportageperiode) -> dict[str, Any]:
    return {
        "partner": een.partner,
        "wat": een.wat,
        "wie": een.wie,
        "uiterlijk": een.uiterlijk.isoformat(),
        "stand": een.stand,
        "eerder": een.datum < periode.begindatum,
    }


def blocks_for(by: Actor, gemeente: str, per: str, periode: str, gebieden: Iterable[str]) -> dict[str, Any]:
    """The blocks of these areas only; nothing is read when a report has no chapter of an area."""
    wanted = set(gebieden)
    if not wanted:
        return {}
    found = area_blocks(by, gemeente, named_periode(per, periode))
    return {id: block for id, block in found.items() if id in wanted}
