"""Refreshing the mart: from the register's views to pseudonymised files, as one logged act."""

import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.importeren import note_brontabellen
from koers.analytics.mart import (
    MANIFEST,
    Bron,
    Verslag,
    Voortgang,
    delivered_tables,
    last_written,
    refresh,
)
from koers.domain.aanlevering import Brontabel
from koers.domain.actor import Actor
from koers.domain.routes import TOEGANG
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused
from koers.registers import mart
from koers.registers.kern.models import Ongedaanmaking, Samenvoeging
from koers.registers.klok import AMSTERDAM, vandaag
from koers.registers.toegang.models import (
    Besluit,
    Ervaring,
    LadderUitzondering,
    LichteHulp,
    LichteHulpStap,
    Melding,
    TredeUitkomst,
    TriageStap,
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
    "ladder": (Melding, Besluit, TredeUitkomst, LadderUitzondering, TriageStap),
    "declaraties": (Declaratie, Besluit),
    "ervaringen": (Ervaring,),
    "partneroordelen": (),
    "bevolking": (),
    "vastleggingen": (TrajectStap, Toewijzing, Melding, LichteHulp),
}
STANDEN = "standen"


def refresh_mart(
    *, by: Actor, heel: bool = False, stand: date | None = None, voortgang: Voortgang | None = None
) -> Verslag:
    """Brings the mart up to date; `heel`: builds every year anew, and lets go of earlier stands.

    Both give the same bytes. `stand`: makes the mart as it was at the end of that day, and keeps it beside
    the one of now. Who the rows are about leaves this act only as a keyed code. Raises MartGeweigerd, a
    Refused; Refused: stand_in_toekomst.
    """
    if stand is not None and stand > vandaag():
        raise Refused("stand_in_toekomst", stand=stand)
    map_ = mart_folder(stand)
    with act("refresh_mart", by=by) as spoor:
        if stand is None:
            since = {} if heel else last_written(map_)
            bronnen = [_source(tabel, since.get(tabel)) for tabel in _FEITEN]
            if heel:  # a stand holds rows of who was destroyed since; it can be made again
                shutil.rmtree(map_ / STANDEN, ignore_errors=True)
        else:
            shutil.rmtree(map_, ignore_errors=True)
            bronnen = [_source_then(tabel, end_of_day(stand)) for tabel in _FEITEN]
        verslag = refresh(map_, bronnen, sleutel=bytes.fromhex(settings.MART_SLEUTEL), voortgang=voortgang)
        spoor.note(rijen=dict(verslag.rijen), geschreven=len(verslag.geschreven))
        if stand is not None:
            spoor.note(stand=stand.isoformat())
        return verslag


def fill_mart(
    tabellen: Mapping[str, Sequence[Any]],
    *,
    by: Actor,
    heel: bool = False,
    gekomen: Sequence[Brontabel] = (),
    voortgang: Voortgang | None = None,
) -> Verslag:
    """Makes the mart from tables of another back office, so that every page of figures stands on them. A
    table that was not delivered comes from the register.

    `tabellen`: checked rows of `koers.domain.spells` by table name. `heel`: a table may have fewer rows than
    before. `gekomen`: the same tables as they came, which the ledger of deliveries tells of.
    Refused: tabel_nodig, mart_eigen_register (the register has rows of that table: one of both is the
    source); raises MartGeweigerd.
    """
    if not tabellen:
        raise Refused("tabel_nodig", tabel="spells")
    with act("refresh_mart", by=by) as spoor:
        for naam in tabellen:
            if mart.counts(naam, TABELLEN[naam].dagkolom):
                raise Refused("mart_eigen_register", tabel=naam)
        bronnen = [
            _delivered(naam, tabellen[naam]) if naam in tabellen else _source(naam, None) for naam in _FEITEN
        ]
        map_, sleutel = mart_folder(), bytes.fromhex(settings.MART_SLEUTEL)
        shutil.rmtree(map_ / STANDEN, ignore_errors=True)  # the days before are of other rows
        verslag = refresh(
            map_,
            bronnen,
            sleutel=sleutel,
            na_vernietiging=heel,
            aangeleverd=tuple(tabellen),
            voortgang=voortgang,
        )
        note_brontabellen(gekomen, by=by)
        spoor.note(
            rijen=dict(verslag.rijen), geschreven=len(verslag.geschreven), aangeleverd=sorted(tabellen)
        )
        return verslag


def _delivered(naam: str, rijen: Sequence[Any]) -> Bron:
    tabel = TABELLEN[naam]
    return Bron(
        tabel=naam,
        kolommen=tabel.namen,
        rijen=lambda jaren: (tuple(getattr(rij, kolom) for kolom in tabel.namen) for rij in rijen),
        aantallen=Counter(int(str(getattr(rij, tabel.dagkolom))[:4]) for rij in rijen),
    )


def mart_folder(stand: date | None = None) -> Path:
    """Where the mart of now is, or the one of a day."""
    map_ = Path(settings.MART)
    return map_ if stand is None else map_ / STANDEN / stand.isoformat()


def mart_origin() -> tuple[str, ...]:
    """The tables of the mart of now that came from another back office; none: all are of the register."""
    return delivered_tables(mart_folder())


def kept_stands() -> tuple[date, ...]:
    """The days of which the mart is kept, the latest first."""
    there = Path(settings.MART) / STANDEN
    return tuple(
        sorted((date.fromisoformat(p.parent.name) for p in there.glob(f"*/{MANIFEST}")), reverse=True)
    )


def end_of_day(dag: date) -> datetime:
    """The first moment after a legal day."""
    return datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM).astimezone(UTC)


def _source_then(naam: str, grens: datetime) -> Bron:
    tabel = TABELLEN[naam]
    return Bron(
        tabel=naam,
        kolommen=tabel.namen,
        rijen=lambda jaren: mart.rows(naam, tabel.namen, tabel.dagkolom, jaren, grens),
        aantallen=mart.counts(naam, tabel.dagkolom, grens),
    )


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
        "ladder": Besluit.objects.current().filter(
            soort="toekenning", ingetrokken=False, casus__melding__route=TOEGANG
        ),
        "ervaringen": Ervaring.objects.current().filter(ingetrokken=False),
    }
    if naam not in single:
        return mart.counts(naam, TABELLEN[naam].dagkolom)
    found: dict[int, int] = {}
    for jaar in single[naam].values_list("datum__year", flat=True):
        found[jaar] = found.get(jaar, 0) + 1
    return found
