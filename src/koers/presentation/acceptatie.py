"""The sums of answers as people read them in a report: small numbers stay hidden."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from koers.analytics.acceptatie import MATEN, Telling
from koers.domain.disclosed import CelStatus, DisclosedCell, DisclosedTable
from koers.presentation.opmaak import getal
from koers.presentation.woorden_contract import region_name


def report_rows(tabel: DisclosedTable, tellingen: Sequence[Telling]) -> list[tuple[str, str, list[str]]]:
    """Per provider and region (name, region, cells in the order of `MATEN`) what may be told."""
    cells = {cel.sleutel: cel for cel in tabel.cellen}
    return [
        (
            een.naam,
            region_name(een.inkoopregio),
            [told(cells[een.aanbieder, een.inkoopregio, maat]) for maat in MATEN],
        )
        for een in tellingen
    ]


def told(cel: DisclosedCell) -> str:
    """One number as it may be told."""
    if cel.waarde is not None:
        return getal(cel.waarde)
    return _("7 of minder") if cel.status is CelStatus.AFGESCHERMD else _("niet te tonen")
