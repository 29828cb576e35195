"""What the monitor counts as spent, and what was written down beside it, against the general ledger of the
own municipality. The ledger itself is not kept.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.analytics.areas import Area
from koers.analytics.mart import MANIFEST, mart_files
from koers.authorization.zicht import visible_uitgaven
from koers.domain.actor import Actor
from koers.domain.grootboek import ONBEKEND, Aansluiting, Grootboekregel, Post, reconcile
from koers.domain.uitgaven import UITGAVE
from koers.registers.zorg.models import Contractproduct


def compare_grootboek(
    *, by: Actor, gemeente: str, regels: Sequence[Grootboekregel] | None
) -> tuple[Area, Aansluiting | None, int]:
    """The two beside each other, and how many rows are of another municipality; without `regels` only the
    area. Refused: niet_gevonden.
    """
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("grootboek", gemeente)
        area = own_area(by, gemeente)
        if regels is None:
            return area, None, 0
        own = [
            (regel.taakveld, regel.maand, regel.bedrag_cent) for regel in regels if regel.gemeente == gemeente
        ]
        spoor.note(regels=len(own))
        return area, reconcile(own, [*_counted(gemeente), *_written(by, gemeente)]), len(regels) - len(own)


def _counted(gemeente: str) -> list[Post]:
    """What was declared, each amount at the taakveld of its product."""
    map_ = Path(settings.MART)
    if not (map_ / MANIFEST).exists():
        return []
    veld = fields_of_products()
    return [
        (veld.get(rij["product"] or "", ONBEKEND), rij["maand"], rij["bedrag_cent"])
        for path in mart_files(map_).get("declaraties", ())
        for rij in pq.read_table(
            path, columns=["product", "maand", "bedrag_cent"], filters=[("gemeente", "=", gemeente)]
        ).to_pylist()
    ]


def _written(by: Actor, gemeente: str) -> list[Post]:
    """What somebody wrote down as spent: pgb, subsidies, programmes, own staff, the region."""
    rows = visible_uitgaven(by).filter(gemeente=gemeente, kant=UITGAVE)
    return [
        (row.taakveld or ONBEKEND, f"{row.maand:%Y-%m}", row.bedrag_cent)
        for row in rows.only("taakveld", "maand", "bedrag_cent")
    ]


def fields_of_products() -> dict[str, str]:
    """The taakveld of every product of which all contracts name the same one."""
    named: dict[str, set[str]] = defaultdict(set)
    for code, taakveld in Contractproduct.objects.values_list("code", "taakveld").distinct():
        named[code].add(taakveld)
    return {code: next(iter(velden)) for code, velden in named.items() if len(velden) == 1}
