"""Told figures to test with, as `read_indicator` gives them, without a mart."""

from collections.abc import Mapping
from datetime import UTC, datetime

from koers.actions.monitor.berekend import Berekening
from koers.analytics.figures import Cijfer
from koers.domain.disclosed import CelStatus, Klasse


def told(
    rijen: Mapping[tuple[str, int], tuple[int, int] | None], *, indicator: str = "x", voorlopig: int = 9999
) -> Berekening:
    """Per municipality and year a part and a whole; None is hidden. From `voorlopig` on it can change."""
    cijfers = []
    for (gebied, jaar), telling in rijen.items():
        open_ = jaar >= voorlopig
        if telling is None:
            hidden = (CelStatus.AFGESCHERMD, None, None, None)
            cijfers.append(Cijfer(gebied, gebied, str(jaar), *hidden, voorlopig=open_))
            continue
        waarde = f"{100 * telling[0] / telling[1]:.1f}"
        shown = (CelStatus.AFGEROND, waarde, *telling)
        cijfers.append(Cijfer(gebied, gebied, str(jaar), *shown, voorlopig=open_))
    return Berekening(
        id=indicator,
        lezing="een",
        lezing_naam=("een", "one"),
        lezingen=(),
        eenheid="procent",
        klasse=Klasse.OPENBAAR,
        definitie_versie="abc123",
        peildatum=datetime(2026, 10, 1, tzinfo=UTC),
        noten=(),
        perioden=tuple(sorted({str(jaar) for _gebied, jaar in rijen})),
        cijfers=tuple(cijfers),
    )
