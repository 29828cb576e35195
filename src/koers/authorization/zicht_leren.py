"""May they see it, for learning: the own municipality, and of people only oneself."""

from typing import TypeVar, cast

from django.db.models import QuerySet

from koers.domain.actor import Actor
from koers.domain.leren import LEEST_LEREN, ZIET_DEELNAME
from koers.registers.feiten import Feit
from koers.registers.kern.models import Gemeente
from koers.registers.sturing.models import Leerbladversie, Leerdeelname, Leernotitie

F = TypeVar("F", bound=Feit)


def visible_leren(by: Actor, table: type[F]) -> QuerySet[F]:
    """Sheets or their versions, of the actor's own municipalities."""
    here = table.objects.filter(gemeente__in=by.gemeenten)
    return cast("QuerySet[F]", here if by.rol in LEEST_LEREN else table.objects.none())


def visible_leergemeenten(by: Actor) -> QuerySet[Gemeente]:
    """The municipalities of which the actor reads what there is to learn."""
    if by.rol not in LEEST_LEREN:
        return Gemeente.objects.none()
    return Gemeente.objects.filter(pk__in=by.gemeenten)


def visible_deelname(by: Actor) -> QuerySet[Leerdeelname]:
    """Who took part, for who leads or steers; for the others only what they said of themselves."""
    here = Leerdeelname.objects.filter(gemeente__in=by.gemeenten)
    if by.rol in ZIET_DEELNAME:
        return here
    return own_deelname(by)


def own_deelname(by: Actor) -> QuerySet[Leerdeelname]:
    """What somebody said of himself or herself."""
    mine = Leerdeelname.objects.filter(gemeente__in=by.gemeenten, vastgelegd_door=by.id)
    return mine.filter(medewerker__isnull=False)  # else they are guests, counted by who organises


def own_notities(by: Actor) -> QuerySet[Leernotitie]:
    """Somebody's own notes: nobody else's, whatever the role."""
    return Leernotitie.objects.filter(gemeente__in=by.gemeenten, vastgelegd_door=by.id)


def latest_versions(by: Actor, gemeente: str) -> QuerySet[Leerbladversie]:
    """Every version of every sheet of a municipality, the highest last."""
    return visible_leren(by, Leerbladversie).filter(gemeente=gemeente).order_by("versie", "pk")
