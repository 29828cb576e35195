"""All spending of a municipality on its young people in one year: counted, written down, and granted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings
from django.db.models import QuerySet

from koers.actions.feiten import writers, written_by
from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.netwerk.verdelen import verdeel
from koers.actions.prognose.gegevens import NALOOP_MAANDEN, Gegevens
from koers.actions.prognose.grootboek import fields_of_products
from koers.actions.prognose.wat_als import figures
from koers.analytics.areas import Area
from koers.analytics.mart import MANIFEST, mart_files
from koers.authorization.zicht import visible_uitgaven
from koers.domain.actor import Actor
from koers.domain.grootboek import ONBEKEND
from koers.domain.spells import Spell
from koers.domain.toewijzingsberichten import Omvang
from koers.domain.uitgaven import (
    LANGSTE_OMSCHRIJVING,
    Gedeclareerd,
    Jaarmaat,
    Ontleding,
    Soortregel,
    Uitgavenregel,
    Verplichting,
    check_uitgave,
    committed,
    decompose,
    late,
    not_invoiced,
    per_kind,
    split,
    spread,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.prognose.models import Uitgave
from koers.registers.sturing.models import Subsidie
from koers.registers.zorg.models import Toewijzing

MEESTE_REGELS = 2_000
KOLOMMEN = ["maand", "bedrag_cent", "product", "niveau", "route", "vastgelegd_at"]


@dataclass(frozen=True, slots=True)
class Geschreven:
    """An amount that somebody wrote down: what, by whom, and on which day."""

    id: UUID
    regel: Uitgavenregel
    door: str
    datum: date


@dataclass(frozen=True, slots=True)
class NogTeBetalen:
    """Care that is not paid yet, in cents. `tot`: the last day that is known. `verplicht`: what running
    toewijzingen may still take until the end of the year; of `zonder_omvang` that cannot be said.
    `ongefactureerd`: given in the last months and not declared (None: without the price of a day).
    `nagekomen`: what came in during the year for help in earlier years.
    """

    tot: date | None
    verplicht: int
    lopend: int
    zonder_omvang: int
    ongefactureerd: int | None
    nagekomen: int


@dataclass(frozen=True, slots=True)
class Uitgavenblad:
    """The page. `monitor`: what was declared as the monitor's table itself adds it up, to hold beside the
    line of care. `delen`: declared by taakveld, level and route. `ontleding`: of the change since the year
    before, over the same first `maanden` months. `regio`: the share of the municipality in what the region
    spent, and the year of that (None: no key or no figure).
    """

    gebied: Area
    jaar: int
    jaren: tuple[int, ...]
    soorten: tuple[Soortregel, ...]
    monitor: int
    delen: dict[str, dict]
    nog: NogTeBetalen
    maanden: int
    toen: Jaarmaat
    nu: Jaarmaat
    ontleding: Ontleding | None
    regio: tuple[int, int] | None
    geschreven: tuple[Geschreven, ...]


def read_uitgaven(*, by: Actor, gemeente: str, jaar: int | None = None) -> Uitgavenblad:
    """Of an own municipality; without `jaar` the one that runs. Refused: niet_gevonden."""
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("uitgaven", gemeente)
        area = own_area(by, gemeente)
        loopt = vandaag().year
        jaar = jaar if jaar is not None and loopt - 6 <= jaar <= loopt + 1 else loopt
        rows = list(visible_uitgaven(by).filter(gemeente=gemeente).order_by("-maand", "soort", "kant", "pk"))
        zorg = declared(gemeente)
        found = figures(gemeente)
        gegevens = None if found is None else found[1]
        maanden = _whole_months(jaar, gegevens)
        toen, nu = (_measure(zorg, gegevens, een, maanden) for een in (jaar - 1, jaar))
        regio = _regional_share(by, gemeente)
        return Uitgavenblad(
            gebied=area,
            jaar=jaar,
            jaren=tuple(range(loopt - 4, loopt + 1)),
            soorten=per_kind(jaar, zorg, map(_line, rows), _granted(by, gemeente, jaar, regio)),
            monitor=_added_up(gemeente, jaar),
            delen=_parts(jaar, zorg),
            nog=_to_pay(jaar, gemeente, zorg, gegevens),
            maanden=maanden,
            toen=toen,
            nu=nu,
            ontleding=decompose(toen, nu),
            regio=regio,
            geschreven=_written([row for row in rows if row.maand.year == jaar]),
        )


def keep_uitgaven(
    *, by: Actor, gemeente: str, regels: Sequence[Uitgavenregel], formulier: UUID | None = None
) -> int:
    """Writes amounts down, all or none. Returns how many.

    Refused: niet_gevonden, uitgaven_geen, uitgaven_te_veel, uitgave_andere_gemeente, and as `check_uitgave`.
    """
    if not regels:
        raise Refused("uitgaven_geen")
    if len(regels) > MEESTE_REGELS:
        raise Refused("uitgaven_te_veel", hoogstens=MEESTE_REGELS)
    for regel in regels:
        check_uitgave(regel)
        if regel.gemeente != gemeente:
            raise Refused("uitgave_andere_gemeente")
    with act("keep_uitgaven", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        spoor.onderwerp("uitgaven", gemeente)
        spoor.note(regels=len(regels))
        for regel in regels:
            Uitgave.objects.create(datum=vandaag(), **_columns(regel), **written_by(by, gemeente))
        return len(regels)


def withdraw_uitgave(*, by: Actor, gemeente: str, uitgave_id: UUID, formulier: UUID | None = None) -> UUID:
    """Takes an amount back; what was written stays in the register. Refused: niet_gevonden."""
    with act("withdraw_uitgave", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        row = (
            visible_uitgaven(by)
            .select_for_update(of=("self",))
            .filter(gemeente=gemeente, pk=uitgave_id)
            .first()
        )
        if row is None:
            raise Refused("niet_gevonden")
        Uitgave.objects.create(
            datum=vandaag(),
            vervangt=row,
            ingetrokken=True,
            **_columns(_line(row)),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("uitgave", row.pk)
        return row.pk


def _columns(regel: Uitgavenregel) -> dict[str, object]:
    return {
        "maand": date.fromisoformat(f"{regel.maand}-01"),
        "soort": regel.soort,
        "kant": regel.kant,
        "taakveld": (regel.taakveld or "").strip()[:6],
        "bedrag_cent": regel.bedrag_cent,
        "omschrijving": (regel.omschrijving or "").strip()[:LANGSTE_OMSCHRIJVING],
    }


def _line(row: Uitgave) -> Uitgavenregel:
    return Uitgavenregel(
        row.gemeente_id,
        f"{row.maand:%Y-%m}",
        row.soort,
        row.kant,
        row.bedrag_cent,
        row.taakveld or None,
        row.omschrijving or None,
    )


def _written(rows: Sequence[Uitgave]) -> tuple[Geschreven, ...]:
    names = writers(row.vastgelegd_door for row in rows)
    return tuple(
        Geschreven(row.pk, _line(row), names.get(row.vastgelegd_door, ""), row.datum) for row in rows
    )


def declared(gemeente: str) -> list[Gedeclareerd]:
    """Every declaration of the municipality, each at the taakveld of its product."""
    veld = fields_of_products()
    return [
        Gedeclareerd(
            rij["maand"],
            rij["bedrag_cent"],
            veld.get(rij["product"] or "", ONBEKEND),
            rij["niveau"],
            rij["route"],
            rij["vastgelegd_at"].year,
        )
        for path in _files()
        for rij in pq.read_table(path, columns=KOLOMMEN, filters=[("gemeente", "=", gemeente)]).to_pylist()
    ]


def _files() -> Sequence[Path]:
    map_ = Path(settings.MART)
    return mart_files(map_).get("declaraties", ()) if (map_ / MANIFEST).exists() else ()


def _added_up(gemeente: str, jaar: int) -> int:
    """What the table of the monitor adds up to by itself, without any of the splits above."""
    som = 0
    for path in _files():
        tabel = pq.read_table(path, columns=["maand", "bedrag_cent"], filters=[("gemeente", "=", gemeente)])
        dit = pc.starts_with(tabel["maand"], f"{jaar}-")
        som += pc.sum(tabel.filter(dit)["bedrag_cent"]).as_py() or 0
    return som


def _parts(jaar: int, zorg: Iterable[Gedeclareerd]) -> dict[str, dict]:
    dit = [post for post in zorg if post.maand.startswith(f"{jaar}-")]
    return {veld: split(dit, veld) for veld in ("taakveld", "niveau", "route")}


def _granted(by: Actor, gemeente: str, jaar: int, regio: tuple[int, int] | None) -> dict[str, int]:
    """What the registers know to be granted for the year: subsidies by days, and the key of the region."""
    subsidies: QuerySet[Subsidie] = Subsidie.objects.current().filter(
        ingetrokken=False, gemeente=gemeente, begindatum__year__lte=jaar, einddatum__year__gte=jaar
    )
    som = sum(
        cent
        for een in subsidies
        for maand, cent in spread(een.bedrag_cent, een.begindatum, een.einddatum).items()
        if maand.startswith(f"{jaar}-")
    )
    return {"subsidie": som} | ({} if regio is None else {"regiobijdrage": regio[0]})


def _regional_share(by: Actor, gemeente: str) -> tuple[int, int] | None:
    """The part of the last known spending of the region by the agreed key, and the year of that."""
    uitgaven = beleid().kengetallen["jeugdhulpregio-financien"].getal("uitgaven-2021")
    try:
        verdeling = verdeel(by=by, bedrag_cent=int(uitgaven.waarde) * 100, datum=vandaag())
    except Refused:
        return None
    deel = next((deel.bedrag_cent for deel in verdeling.delen if deel.gemeente == gemeente), None)
    return None if deel is None else (deel, 2021)


def _to_pay(
    jaar: int, gemeente: str, zorg: Sequence[Gedeclareerd], gegevens: Gegevens | None
) -> NogTeBetalen:
    tot = gegevens.tot if gegevens else None
    bedragen = [
        committed(een, tot or vandaag(), date(jaar, 12, 31)) for een in _running(gemeente, tot or vandaag())
    ]
    return NogTeBetalen(
        tot,
        sum(een for een in bedragen if een),
        len(bedragen),
        sum(een is None for een in bedragen),
        None if gegevens is None else _uninvoiced(zorg, gegevens),
        late(jaar, zorg),
    )


def _running(gemeente: str, dag: date) -> Iterable[Verplichting]:
    """Toewijzingen that have not ended on a day, as they were changed last."""
    rows = (
        Toewijzing.objects.current()
        .filter(ingetrokken=False, gemeente=gemeente)
        .select_related("contractproduct")
        .prefetch_related("wijzigingen")
    )
    for row in rows:
        wijzigingen = [een for een in row.wijzigingen.all() if not een.ingetrokken]
        laatste = max(wijzigingen, key=lambda een: (een.datum, een.vastgelegd_at), default=None)
        tot = row.tot_datum if laatste is None else laatste.tot_datum
        if tot is not None and tot <= dag:
            continue
        omvang = Omvang(row.volume, row.eenheid, row.frequentie) if row.volume else None
        product = row.contractproduct
        yield Verplichting(omvang, row.ingangsdatum, tot, product.tarief_cent, product.eenheid)


def _uninvoiced(zorg: Sequence[Gedeclareerd], gegevens: Gegevens) -> int | None:
    """Of the last months, of which declarations still come in."""
    if np.isnan(gegevens.dagprijs).all():
        return None
    eind = gegevens.tot + timedelta(days=1)
    begin = _months_before(eind.replace(day=1), NALOOP_MAANDEN)
    binnen: dict[tuple[str, int], int] = defaultdict(int)
    for post in zorg:
        if post.niveau and post.maand >= f"{begin:%Y-%m}":
            binnen[post.maand, post.niveau] += post.cent
    prijzen = [None if np.isnan(p) else float(p) for p in gegevens.dagprijs]
    return not_invoiced(_days(gegevens.spells, begin, eind), binnen, prijzen)


def _months_before(dag: date, maanden: int) -> date:
    maand = dag.year * 12 + dag.month - 1 - maanden
    return date(maand // 12, maand % 12 + 1, 1)


def _days(spells: Iterable[Spell], begin: date, eind: date) -> dict[tuple[str, int], int]:
    """Days of help per month and level, from `begin` until before `eind`."""
    dagen: dict[tuple[str, int], int] = defaultdict(int)
    for spell in spells:
        van = max(spell.begindatum, begin)
        na = eind if spell.einddatum is None else min(spell.einddatum + timedelta(days=1), eind)
        while van < na:
            volgende = min((van.replace(day=1) + timedelta(days=32)).replace(day=1), na)
            dagen[f"{van:%Y-%m}", spell.niveau] += (volgende - van).days
            van = volgende
    return dagen


def _whole_months(jaar: int, gegevens: Gegevens | None) -> int:
    """Of how many first months of the year the declarations are in."""
    if gegevens is None:
        return 0
    eind = _months_before((gegevens.tot + timedelta(days=1)).replace(day=1), NALOOP_MAANDEN)
    return max(0, min(12, (eind.year - jaar) * 12 + eind.month - 1))


def _measure(zorg: Iterable[Gedeclareerd], gegevens: Gegevens | None, jaar: int, maanden: int) -> Jaarmaat:
    """Of the first months of a year."""
    if gegevens is None or not maanden:
        return Jaarmaat(0, 0, 0)
    begin, eind = date(jaar, 1, 1), _months_before(date(jaar + 1, 1, 1), 12 - maanden)
    met = {
        spell.jeugdige
        for spell in gegevens.spells
        if spell.begindatum < eind and (spell.einddatum is None or spell.einddatum >= begin)
    }
    cent = sum(post.cent for post in zorg if f"{begin:%Y-%m}" <= post.maand < f"{eind:%Y-%m}")
    return Jaarmaat(len(met), sum(_days(gegevens.spells, begin, eind).values()), cent)
