"""A small world for reports: nine young people with help in Midden-Drenthe, and who writes and signs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import time_machine

from koers.actions.monitor import berekend
from koers.actions.monitor.mart import refresh_mart
from koers.actions.sturing.rapportages import (
    open_rapportage,
    publish_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.actions.zorg.toewijzen import register_start
from koers.domain.actor import Actor, systeemactor
from koers.domain.rollen import Rol
from koers.registers.monitor.models import Bevolking
from tests.wereld import (
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_organisatie,
    make_product,
)

SYSTEEM = systeemactor("mart", functionaris="controller")
NAMEN = ("Anker", "Berg", "Cirkel", "Duin", "Elzinga", "Fokkema", "Gras", "Hoekstra", "Ivens")
SOORT, PERIODE = "kwartaalrapportage", "2025-K4"
VAN_CONTROLLER, VAN_ADVISEUR = ("hoofdlijn", "geld"), ("lichte-hulp", "toegang", "bijsturen")
NU = "2026-03-02T12:00:00+00:00"


def fill_mart(settings, map_):
    """Nine with help since 2025; gives how to bring in nine more."""
    settings.MART = map_ / "mart"
    berekend._compute.cache_clear()
    berekend._open.cache_clear()
    make_gemeente(MIDDEN_DRENTHE)
    Bevolking.objects.bulk_create(
        Bevolking(gemeente_code=MIDDEN_DRENTHE, jaar=jaar, leeftijd=leeftijd, aantal=10)
        for jaar in range(2019, 2027)
        for leeftijd in range(23)
    )
    by = make_actor(Rol.JEUGDCONSULENT)
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))

    def help_of(namen, dag):
        with time_machine.travel(f"{dag}T12:00:00+00:00", tick=False):
            for naam in namen:
                familie = give_help(by, make_familie(by, naam), product)
                register_start(by=by, toewijzing_id=familie.toewijzing, datum=dag)
        refresh_mart(by=SYSTEEM)

    help_of(NAMEN, date(2025, 9, 1))
    return lambda: help_of([f"Nog{naam}" for naam in NAMEN], date(2025, 10, 1))


@dataclass(frozen=True)
class Schrijvers:
    """Who works on the reports of a municipality."""

    controller: Actor
    adviseur: Actor
    wethouder: Actor


def make_schrijvers(gemeente: str = MIDDEN_DRENTHE) -> Schrijvers:
    """One of each."""
    return Schrijvers(
        *(make_actor(rol, gemeente) for rol in (Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER))
    )


def begin(wie: Schrijvers, gemeente: str = MIDDEN_DRENTHE, periode: str = PERIODE) -> UUID:
    """A report without words."""
    return open_rapportage(by=wie.controller, gemeente=gemeente, soort=SOORT, periode=periode)


def write_all(wie: Schrijvers, rapportage: UUID, tekst: str = "Het gaat de goede kant op.") -> UUID:
    """A text for every chapter that has none."""
    for by, hoofdstukken in ((wie.controller, VAN_CONTROLLER), (wie.adviseur, VAN_ADVISEUR)):
        for een in hoofdstukken:
            write_hoofdstuk(by=by, rapportage_id=rapportage, hoofdstuk=een, tekst=tekst, op_versie=0)
    return rapportage


def in_review(wie: Schrijvers, gemeente: str = MIDDEN_DRENTHE, periode: str = PERIODE) -> UUID:
    """A report that waits for its signature."""
    rapportage = write_all(wie, begin(wie, gemeente, periode))
    submit_rapportage(by=wie.controller, rapportage_id=rapportage)
    return rapportage


def published(wie: Schrijvers, gemeente: str = MIDDEN_DRENTHE, periode: str = PERIODE) -> UUID:
    """A report that was signed."""
    rapportage = in_review(wie, gemeente, periode)
    publish_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    return rapportage
