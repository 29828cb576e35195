"""May they see it, for what Koers hands to others: only of the own municipalities, each role its own part."""

from django.db.models import QuerySet

from koers.domain.actor import Actor, ActorSoort
from koers.domain.rollen import STURING
from koers.domain.uitlevering.wie import LEVERT_PERSONEN, VOLGT_SIGNALEN
from koers.policy import beleid
from koers.registers.kern.models import Gemeente
from koers.registers.netwerk.models import NzaSignaal
from koers.registers.sturing.models import Subsidie
from koers.registers.toegang.models import LichteHulp
from koers.registers.zorg.models import Toewijzing


def deliverable_gemeenten(by: Actor) -> QuerySet[Gemeente]:
    """Municipalities whose data of persons this actor may hand over."""
    if by.soort is ActorSoort.SYSTEEM:
        return Gemeente.objects.all()
    if by.rol not in LEVERT_PERSONEN:
        return Gemeente.objects.none()
    return Gemeente.objects.filter(code__in=by.gemeenten)


def deliverable_lichte_hulp(by: Actor) -> QuerySet[LichteHulp]:
    """Light help of those municipalities, by whoever gave it."""
    return LichteHulp.objects.current().filter(
        ingetrokken=False, gemeente__in=deliverable_gemeenten(by).values("code")
    )


def deliverable_toewijzingen(by: Actor) -> QuerySet[Toewijzing]:
    """Given help of those municipalities."""
    return Toewijzing.objects.current().filter(
        ingetrokken=False, gemeente__in=deliverable_gemeenten(by).values("code")
    )


def deliverable_subsidies(by: Actor) -> QuerySet[Subsidie]:
    """Subsidies of the own municipalities, for who may read those at all."""
    here = Subsidie.objects.current().filter(ingetrokken=False)
    if by.soort is ActorSoort.SYSTEEM:
        return here
    return here.filter(gemeente__in=by.gemeenten) if by.rol in STURING else here.none()


def signal_areas(by: Actor) -> frozenset[str]:
    """Codes of areas about which a signal is for this actor: own municipalities, and their jeugdregio."""
    gebieden = beleid().gebieden
    if by.soort is ActorSoort.SYSTEEM:
        kinds = ("gemeente", "jeugdregio")
        return frozenset(een.code for een in gebieden.values() if een.code and een.soort in kinds)
    found = set()
    for een in gebieden.values():
        if een.code in by.gemeenten:
            found.add(een.code)
            boven = een
            while boven.deel_van:
                boven = gebieden[boven.deel_van]
                if boven.soort == "jeugdregio" and boven.code:
                    found.add(boven.code)
    return frozenset(found)


def visible_nza_signalen(by: Actor) -> QuerySet[NzaSignaal]:
    """Signals about those areas, for who keeps an eye on contracts."""
    if by.rol not in VOLGT_SIGNALEN and by.soort is not ActorSoort.SYSTEEM:
        return NzaSignaal.objects.none()
    return NzaSignaal.objects.filter(gebied__in=signal_areas(by))
