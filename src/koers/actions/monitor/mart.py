"""Refreshing the mart: from the register's views to pseudonymised files, as one logged act."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings

from koers.actions.handeling import act
from koers.analytics.mart import Bron, Verslag, last_written, refresh
from koers.domain.actor import Actor
from koers.domain.spells import TABELLEN
from koers.registers import mart
from koers.registers.kern.models import Ongedaanmaking, Samenvoeging
from koers.registers.toegang.models import (
    Besluit,
    Ervaring,
    LichteHulp,
    LichteHulpStap,
    Melding,
    Verwijzing,
    VoorliggendGebruik,
)
from koers.registers.zorg.models import Declaratie, Toewijzing, TrajectStap

# A row may be committed later than its moment says; so much further back is looked.
SPELING = timedelta(hours=24)
# Facts that a table is made of. When one of them was replaced, a row may have left its year.
_FEITEN = {
    "spells": (Toewijzing, TrajectStap),
    "lichte_hulp": (LichteHulp, LichteHulpStap),
    "voorliggend": (VoorliggendGebruik,),
    "verwijzingen": (Melding, Besluit, Verwijzing, Toewijzing, TrajectStap),
    "declaraties": (Declaratie,),
    "ervaringen": (Ervaring,),
    "bevolking": (),
}


def refresh_mart(*, by: Actor, heel: bool = False) -> Verslag:
    """Brings the mart up to date; `heel`: builds every year anew. Raises MartGeweigerd, a Refused.

    Both give the same bytes. Who the rows are about leaves this act only as a keyed code.
    """
    map_ = Path(settings.MART)
    with act("refresh_mart", by=by) as spoor:
        since = {} if heel else last_written(map_)
        bronnen = [_source(tabel, since.get(tabel)) for tabel in _FEITEN]
        verslag = refresh(map_, bronnen, sleutel=bytes.fromhex(settings.MART_SLEUTEL))
        spoor.note(rijen=dict(verslag.rijen), geschreven=len(verslag.geschreven))
        return verslag


def _source(naam: str, laatst) -> Bron:
    tabel = TABELLEN[naam]
    changed = None
    since = None if laatst is None else laatst - SPELING
    if since is not None and not (_replaced_since(naam, since) or _merged_since(since)):
        changed = mart.changed_years(naam, tabel.dagkolom, since)
    return Bron(
        tabel=naam,
        kolommen=tabel.namen,
        rijen=lambda jaren: mart.rows(naam, tabel.namen, tabel.dagkolom, jaren),
        aantallen=_counted(naam),
        gewijzigd=changed,
    )


def _replaced_since(naam: str, sinds) -> bool:
    return any(
        feit.objects.filter(vervangt__isnull=False, vastgelegd_at__gte=sinds).exists()
        for feit in _FEITEN[naam]
    )


def _merged_since(sinds) -> bool:
    """Whether somebody became one person, or two again: that changes rows of every year."""
    return any(
        feit.objects.filter(vastgelegd_at__gte=sinds).exists() for feit in (Samenvoeging, Ongedaanmaking)
    )


def _counted(naam: str) -> dict[int, int]:
    """Rows per year as the facts themselves count, where that is one fact a row; else as the view does."""
    single = {
        "spells": TrajectStap.objects.current().filter(
            soort="start",
            ingetrokken=False,
            toewijzing__vervangen_door__isnull=True,
            toewijzing__ingetrokken=False,
        ),
        "lichte_hulp": LichteHulp.objects.current().filter(ingetrokken=False),
        "voorliggend": VoorliggendGebruik.objects.current().filter(ingetrokken=False),
        "ervaringen": Ervaring.objects.current().filter(ingetrokken=False),
    }
    if naam not in single:
        return mart.counts(naam, TABELLEN[naam].dagkolom)
    found: dict[int, int] = {}
    for jaar in single[naam].values_list("datum__year", flat=True):
        found[jaar] = found.get(jaar, 0) + 1
    return found
