"""Invented risks of Midden-Drenthe in the demo, made through the acts, from the risks of the policy."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.demo_agenda import WOORD
from koers.actions.sturing.risicos import (
    add_risico,
    add_risicomaatregel,
    close_risico,
    judge_risico,
    settle_risicomaatregel,
    watch_indicator,
)
from koers.analytics.measures import measures
from koers.domain.actor import Actor
from koers.domain.risicos import NieuwOordeel, NieuwRisico, NieuwSignaal
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Risicomaatregel


@dataclass(frozen=True, slots=True)
class Proef:
    """A risk of the demo. `maatregelen`: what, who, and in how many days. `signaal`: what would warn."""

    naam: str
    oordelen: tuple[tuple[str, str, str], ...]
    eigenaar: str
    herzien: int
    maatregelen: tuple[tuple[str, str, int], ...]
    signaal: tuple[str, str, str] | None = None


# By the id of the risk in the policy.
_RISICOS: dict[str, Proef] = {
    "personeelskrapte": Proef(
        "Wij krijgen de vacatures niet vervuld",
        (
            ("middel", "groot", "drie plekken staan open."),
            ("groot", "groot", "er ging nog iemand weg, en niemand solliciteert."),
        ),
        "afdelingshoofd",
        30,
        (
            ("Samen met de buurgemeenten werven", "P&O", 60),
            ("Vaker in groepen werken", "teamleider Team Jeugd", 120),
        ),
        ("wachttijd", "boven", "10"),
    ),
    "normaliseren-lukt-niet": Proef(
        "Ouders vragen vaker hulp dan minder",
        (("middel", "middel", "de eerste gesprekken met ouders gaan goed."),),
        "beleidsadviseur jeugd",
        90,
        (("Een avond met ouders op elke school", "welzijn", 75),),
        ("aandeel-specialistisch", "boven", "9"),
    ),
    "overgang-beschermd-wonen": Proef(
        "Een jongere valt tussen Jeugdwet en Wmo",
        (("klein", "groot", "het gaat om weinig jongeren, en voor hen om alles."),),
        "teamleider Team Jeugd",
        60,
        (("Elke jongere vanaf zestien en een half jaar uitnodigen", "jeugdconsulent", 45),),
        None,
    ),
}


def seed_risicos() -> None:
    """Nothing when the people of the demo are not there, or the policy has other risks."""
    by = demo_actor("beleidsadviseur")
    if by is None or not set(_RISICOS) <= set(beleid().risicos):
        return
    for id, een in _RISICOS.items():
        _one(by, id, een)
    _closed(by)


def _day(days: int) -> date:
    return vandaag() + timedelta(days=days)


def _one(by: Actor, id: str, een: Proef) -> None:
    source = beleid().risicos[id]
    gevolg = source.gevolgen[0].nl if source.gevolgen else source.wat.nl
    first, *later = (
        NieuwOordeel(kans, impact, f"{WOORD}{waarom}", een.eigenaar, _day(een.herzien))
        for kans, impact, waarom in een.oordelen
    )
    risico = add_risico(
        by=by,
        gemeente=MIDDEN_DRENTHE,
        nieuw=NieuwRisico(een.naam, source.wat.nl, gevolg, id),
        oordeel=first,
    )
    for oordeel in later:
        judge_risico(by=by, risico_id=risico, oordeel=oordeel)
    for wat, wie, days in een.maatregelen:
        add_risicomaatregel(by=by, risico_id=risico, wat=wat, wie=wie, uiterlijk=_day(days))
    if een.signaal and een.signaal[0] in measures():
        indicator, kant, grens = een.signaal
        watch_indicator(by=by, risico_id=risico, signaal=NieuwSignaal(indicator, kant, Decimal(grens)))


def _closed(by: Actor) -> None:
    """One that is over, with a measure that was done."""
    risico = add_risico(
        by=by,
        gemeente=MIDDEN_DRENTHE,
        nieuw=NieuwRisico(
            "De verhuizing van het JeugdTeam kost te veel tijd",
            f"{WOORD}het team werkte een maand op twee plekken.",
            "Gezinnen konden het team slecht bereiken.",
        ),
        oordeel=NieuwOordeel(
            "klein", "klein", f"{WOORD}de verhuizing is bijna klaar.", "teamleider Team Jeugd", _day(40)
        ),
    )
    add_risicomaatregel(
        by=by,
        risico_id=risico,
        wat="Eén telefoonnummer voor het team",
        wie="bedrijfsvoering",
        uiterlijk=_day(5),
    )
    maatregel = Risicomaatregel.objects.get(risico=risico)
    settle_risicomaatregel(by=by, maatregel_id=maatregel.pk, keuze="gedaan", datum=vandaag())
    close_risico(by=by, risico_id=risico, reden=f"{WOORD}het team zit weer bij elkaar.")
