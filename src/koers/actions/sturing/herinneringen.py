"""What the collective memory knows besides meetings: published reports with what meetings did with them,
decisions on proeftuinen and themes, and agreements of the gebiedsagenda.

Each of them only for who may read it where it stands.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.netwerk.besproken import Besproken, read_besproken
from koers.actions.sturing.gebiedsagenda_lezen import AfspraakBeeld, areas
from koers.actions.sturing.lezen import Rapportageregel, read_rapportages
from koers.authorization.poort import may
from koers.authorization.zicht import visible_themarondes
from koers.authorization.zicht_gebieden import visible_gebiedsgemeenten
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.registers.monitor.models import Themabesluit
from koers.registers.sturing.models import ProeftuinStap


@dataclass(frozen=True, slots=True)
class Proeftuinbesluit:
    """What was decided on a proeftuin. `keuze`: one of `domain.proeftuinen.KEUZES`."""

    proeftuin: UUID
    naam: str
    gemeente: str
    keuze: str
    reden: str
    datum: date


@dataclass(frozen=True, slots=True)
class Themakeuze:
    """Which themes (ids of the policy) a municipality chose at the end of a round, and why."""

    ronde: UUID
    naam: str
    gemeente: str
    gemeentenaam: str
    gremium: str
    themas: tuple[str, ...]
    redenen: tuple[str, ...]
    datum: date


@dataclass(frozen=True, slots=True)
class Herinneringen:
    """All of that, the newest first."""

    rapportages: tuple[Rapportageregel, ...] = ()
    proeftuinen: tuple[Proeftuinbesluit, ...] = ()
    themas: tuple[Themakeuze, ...] = ()
    afspraken: tuple[AfspraakBeeld, ...] = ()
    besproken: tuple[Besproken, ...] = ()


def read_herinneringen(*, by: Actor | None) -> Herinneringen:
    """What this reader may find; nothing for who is not signed in."""
    if by is None:
        return Herinneringen()
    reports = read_rapportages(by=by) if may(by, "read_rapportage") else ()
    return Herinneringen(
        tuple(een for een in reports if een.op is not None),
        _proeftuinen(by) if may(by, "read_proeftuinen") else (),
        _themas(by) if may(by, "read_themas") else (),
        _afspraken(by) if may(by, "read_gebiedsagenda") else (),
        read_besproken(by=by),
    )


def _afspraken(by: Actor) -> tuple[AfspraakBeeld, ...]:
    with act("read_gebiedsagenda", by=by) as spoor:
        found = []
        for gemeente in visible_gebiedsgemeenten(by).order_by("pk"):
            spoor.onderwerp("gebiedsagenda", gemeente.pk)
            meetings = [een for gebied in areas(by, gemeente.pk) for een in gebied.bijeenkomsten]
            found += [een for meeting in meetings for een in meeting.afspraken]
        return tuple(sorted(found, key=lambda een: (een.datum, str(een.id)), reverse=True))


def _proeftuinen(by: Actor) -> tuple[Proeftuinbesluit, ...]:
    with act("read_proeftuinen", by=by):
        rows = visible_agenda(by, ProeftuinStap).exclude(keuze="").select_related("proeftuin__gemeente")
        return tuple(
            Proeftuinbesluit(
                *(row.proeftuin_id, row.proeftuin.naam, row.proeftuin.gemeente.naam),
                *(row.keuze, row.reden, row.datum),
            )
            for row in rows.order_by("-vastgelegd_at", "pk")
        )


def _themas(by: Actor) -> tuple[Themakeuze, ...]:
    with act("read_themas", by=by):
        rows = Themabesluit.objects.current().filter(ronde__in=visible_themarondes(by), ingetrokken=False)
        return tuple(
            Themakeuze(
                *(row.ronde_id, row.ronde.naam, row.gemeente_id, row.gemeente.naam, row.gremium),
                tuple(row.redenen),
                (*row.redenen.values(), row.reden),
                row.datum,
            )
            for row in rows.select_related("ronde", "gemeente").order_by("-datum", "pk")
        )
