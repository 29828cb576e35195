"""The table of events with the fields of Regeling Jeugdwet 8f, for the municipality itself."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, Sum

from koers.actions.handeling import Spoor, act
from koers.analytics.mart import pseudonym
from koers.authorization.zicht_uitlevering import deliverable_gemeenten, deliverable_toewijzingen
from koers.domain.actor import Actor
from koers.domain.uitlevering.gebeurtenissen import Gebeurtenis, Gebeurtenistabel, build_gebeurtenissen
from koers.domain.weigering import Refused
from koers.registers.kern.models import Samenvoeging
from koers.registers.zorg.models import Declaratie, TrajectStap

KORTSTE_SLEUTEL = 32  # hexadecimal digits


def read_gebeurtenissen(*, by: Actor, gemeente: str, jaar: int) -> Gebeurtenistabel:
    """The report about the help that was given in one year. Refused: niet_gevonden, uitlevering_sleutel."""
    with act("read_gebeurtenissen", by=by) as spoor:
        return _build(by, gemeente, jaar, spoor)[0]


def export_gebeurtenissen(*, by: Actor, gemeente: str, jaar: int) -> Gebeurtenistabel:
    """The same, to take away: each child in it is in the log, under the own id."""
    with act("export_gebeurtenissen", by=by) as spoor:
        tabel, persons = _build(by, gemeente, jaar, spoor)
        for jeugdige in set(tabel.jeugdigen):
            spoor.seen(persons[jeugdige], gemeente)
        return tabel


def _build(by: Actor, gemeente: str, jaar: int, spoor: Spoor) -> tuple[Gebeurtenistabel, dict[str, UUID]]:
    if not deliverable_gemeenten(by).filter(code=gemeente).exists():
        raise Refused("niet_gevonden")
    if len(settings.MART_SLEUTEL) < KORTSTE_SLEUTEL:
        raise Refused("uitlevering_sleutel")
    spoor.onderwerp("uitlevering", f"gebeurtenissen {gemeente} {jaar}")
    found = deliverable_toewijzingen(by).filter(gemeente=gemeente, datum__year=jaar)
    persons: dict[str, UUID] = {}
    tabel = build_gebeurtenissen(_given(found, persons))
    spoor.note(rijen=tabel.controle.goed, fout=tabel.controle.fout)
    return tabel, persons


def _given(found, persons: dict[str, UUID]) -> Iterator[Gebeurtenis]:
    key = bytes.fromhex(settings.MART_SLEUTEL)
    ids = found.values("pk")
    starts, stops = _steps(ids)
    one = dict(Samenvoeging.running().values_list("opgegaan", "blijft"))
    claimed = {
        pk: (bedrag, volume, zonder)
        for pk, bedrag, volume, zonder in Declaratie.objects.current()
        .filter(toewijzing__in=ids, ingetrokken=False)
        .values("toewijzing")
        .annotate(
            bedrag=Sum("bedrag_cent"), geleverd=Sum("volume"), zonder=Count("pk", filter=Q(volume=None))
        )
        .values_list("toewijzing", "bedrag", "geleverd", "zonder")
    }
    rows = found.values_list(
        *("pk", "nummer", "contractproduct__aanbieder__agb", "casus__jeugdige", "gemeente"),
        *("casus__jeugdige__geboortedatum", "verwijzing__verwijzer", "casus__melding__verwijzer"),
        *("contractproduct__hulpvorm", "datum", "ingangsdatum"),
    )
    for pk, nummer, agb, kind, gemeente, geboren, verwezen, gemeld, vorm, gegeven, beoogd in rows:
        # The code of the same child in the mart: of the row that stays, its id as 32 hexadecimal digits.
        code = pseudonym(key, one.get(kind, kind).hex)
        persons[code] = kind
        bedrag, volume, zonder = claimed.get(pk, (None, None, 0))
        yield Gebeurtenis(
            *(str(nummer or str(pk)[:8]), agb, code, gemeente, geboren, verwezen or gemeld, vorm),
            *(gegeven, beoogd, tuple(starts.get(pk, ())), tuple(stops.get(pk, ()))),
            *(bedrag, volume, zonder),
        )


def _steps(ids) -> tuple[dict[UUID, list[date]], dict[UUID, list[tuple[date, str]]]]:
    starts: dict[UUID, list[date]] = {}
    stops: dict[UUID, list[tuple[date, str]]] = {}
    steps = TrajectStap.objects.current().filter(toewijzing__in=ids, ingetrokken=False)
    for pk, soort, datum, reden in steps.order_by("datum", "vastgelegd_at").values_list(
        "toewijzing", "soort", "datum", "reden"
    ):
        if soort == "start":
            starts.setdefault(pk, []).append(datum)
        else:
            stops.setdefault(pk, []).append((datum, reden))
    return starts, stops
