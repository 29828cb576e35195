"""What others changed in my families since the last working day, as the log has it: who did what."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.awb import working_day_before
from koers.registers.kern.models import Gezinslid, LogBetrokkene, Medewerker
from koers.registers.klok import begin_van, vandaag


@dataclass(frozen=True, slots=True)
class Verandering:
    """The newest change of a family: by whom ("": Koers itself), which act, and how many more."""

    gezin_id: UUID
    gezin: str
    wie: str
    handeling: str
    meer: int


def read_veranderd(*, by: Actor, most: int) -> tuple[Verandering, ...]:
    """Families in which somebody else changed something since the last working day, newest first.

    `most`: at most so many families.
    """
    today = vandaag()
    with act("read_gezinnen", by=by) as spoor:
        leden = Gezinslid.objects.on(today).filter(gezin__in=visible_gezinnen(by, today).values("pk"))
        changed = _changes(by, leden.values("persoon"), since=working_day_before(today))
        where: dict[UUID, list[Gezinslid]] = {}
        people = {persoon for persoon, *_ in changed}
        for lid in leden.filter(persoon__in=people).select_related("gezin").order_by("gezin__naam", "pk"):
            where.setdefault(lid.persoon_id, []).append(lid)
        # Of a family every act once, also when it touched several people.
        found: dict[UUID, dict[int, tuple[str, str]]] = {}
        names: dict[UUID, str] = {}
        for persoon, regel, wie, handeling in changed:
            for lid in where.get(persoon, ()):
                found.setdefault(lid.gezin_id, {})[regel] = (wie, handeling)
                names[lid.gezin_id] = lid.gezin.naam
        shown = list(found.items())[:most]
        kinderen = leden.filter(gezin__in=[gezin for gezin, _ in shown], rol="jeugdige")
        for lid in kinderen:
            spoor.seen(lid.persoon_id, lid.gemeente_id)
        spoor.note(aantal=len(shown))
    called = _called({wie for _, acts in shown for wie, _ in acts.values()})
    return tuple(
        Verandering(gezin, names[gezin], called.get(wie, ""), handeling, len(acts) - 1)
        for gezin, acts in shown
        for wie, handeling in list(acts.values())[:1]
    )


def _changes(by: Actor, people, *, since: date) -> list[tuple[UUID, int, str, str]]:
    """Person, log row, by whom, act: newest first."""
    rows = LogBetrokkene.objects.filter(
        persoon_id__in=people, wijze=LogBetrokkene.GEWIJZIGD, regel__tijdstip_at__gte=begin_van(since)
    ).exclude(regel__by_id=by.id)
    fields = ("persoon_id", "regel_id", "regel__by_id", "regel__handeling")
    return list(rows.order_by("-regel_id", "persoon_id").values_list(*fields))


def _called(ids: set[str]) -> dict[str, str]:
    real = {een for een in ids if not een.startswith("systeem:")}
    return {str(pk): naam for pk, naam in Medewerker.objects.filter(pk__in=real).values_list("pk", "naam")}
