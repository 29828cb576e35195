"""Three invented plans for the demo, made through the acts by the jeugdconsulent of the demo."""

from datetime import date, timedelta
from uuid import UUID

from koers.actions.kern.aanmelden import actor_for
from koers.actions.kern.gezin_lezen import read_gezinnen
from koers.actions.toegang.plan.afspreken import register_familiegroepsplan
from koers.actions.toegang.plan.bewerken import add_onderdeel, start_plan
from koers.actions.toegang.plan.lezen import read_plan
from koers.actions.toegang.plan.vaststellen import NieuweInstemming, agree_plan, settle_plan
from koers.domain.actor import Actor
from koers.domain.plan.familiegroepsplan import Groepsplanstap, Stap
from koers.domain.plan.onderdelen import (
    Actie,
    DeelSoort,
    Doel,
    Gehoord,
    Grootte,
    Hulp,
    Inhoud,
    Kracht,
    Meting,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
)
from koers.registers.kern.models import Medewerker
from koers.registers.klok import vandaag

JONGSTE, OUDSTE = 8, 15  # years: children who speak for themselves and whose parents take part
DIMENSIES = ("lichaam", "mentaal", "zin", "kwaliteit", "meedoen", "dagelijks")


def make_voorbeeldplannen(gebruikersnaam: str) -> int:
    """Plans for the first families of this account of the demo: whole, in the making, light. How many."""
    medewerker = Medewerker.objects.get_by_natural_key(gebruikersnaam)
    by = actor_for(medewerker, gekozen=None, tweede_factor=True)
    made = 0
    for (gezin_id, kind), grootte in zip(
        _families(by), (Grootte.GEWOON, Grootte.COMPLEX, Grootte.LICHT), strict=False
    ):
        _write(by, gezin_id, kind, grootte)
        made += 1
    return made


def _families(by: Actor) -> list[tuple[UUID, UUID]]:
    """Families with a child of an age to be heard, by name."""
    found = []
    for gezin in read_gezinnen(by=by, per_pagina=60).gezinnen:
        kinderen = [k.id for k in gezin.jeugdigen if k.leeftijd and JONGSTE <= k.leeftijd <= OUDSTE]
        if kinderen:
            found.append((gezin.id, kinderen[0]))
    return found[:3]


def _write(by: Actor, gezin_id: UUID, kind: UUID, grootte: Grootte) -> None:
    today = vandaag()
    later = today + timedelta(days=120)
    start_plan(by=by, gezin_id=gezin_id, jeugdigen=(kind,), grootte=grootte, evaluatiedatum=later)
    beeld = read_plan(by=by, gezin_id=gezin_id)
    delen = {deel.soort: deel.id for deel in reversed(beeld.inhoud.delen)}

    def add(soort: DeelSoort, inhoud: Inhoud) -> UUID:
        return add_onderdeel(by=by, gezin_id=gezin_id, deel_id=delen[soort], inhoud=inhoud)

    samen, stem = DeelSoort.SAMEN, DeelSoort.JEUGDIGE
    add(samen, Woorden("Wij willen weer gewoon samen eten, zonder ruzie. Dat is lang niet gelukt."))
    add(stem, Woorden("Ik wil dat het thuis rustig is. Bij oma kan ik alles zeggen.", kind))
    add(stem, Gehoord(kind, True, today - timedelta(days=20), "Annet Wiersema", "alleen, op school"))
    doel = Doel("Drie keer in de week samen eten, zonder ruzie.", "oma en de buren", later, (), (kind,))
    if grootte is Grootte.LICHT:
        add(samen, doel)
        _settle(by, gezin_id)
        return
    zorg = add(samen, Zorg("Er is vaak ruzie, en niemand slaapt goed.", jeugdigen=(kind,)))
    add(samen, Kracht("Oma woont om de hoek en is er altijd.", (kind,)))
    doel_id = add(samen, Doel(doel.wat, doel.wie_helpt, later, (zorg,), (kind,)))
    add(
        samen,
        Actie("Oma komt op dinsdag koken.", today - timedelta(days=5), netwerk="oma", doel=doel_id),
    )
    _measure(add, kind, today)
    register_familiegroepsplan(
        by=by, gezin_id=gezin_id, stap=Groepsplanstap(Stap.AANGEBODEN, today - timedelta(days=30))
    )
    if grootte is Grootte.COMPLEX:  # in the making: the family has not answered yet
        return
    away = Groepsplanstap(Stap.ZIET_AF, today - timedelta(days=25), reden="Liever samen met ons.")
    register_familiegroepsplan(by=by, gezin_id=gezin_id, stap=away)
    add(samen, Vertrouwenspersoon("Jeugdstem, te vinden op internet", today - timedelta(days=30)))
    begeleiding = Hulp(kind, "Begeleiding thuis", today, "judo in het dorp", "", later, "eerst om de week")
    add(samen, begeleiding)
    _settle(by, gezin_id)
    yes = NieuweInstemming(kind, akkoord=True, wijze="mondeling", datum=today, toelichting="Prima zo.")
    agree_plan(by=by, gezin_id=gezin_id, instemming=yes)
    add(samen, Kracht("Sinds de judo gaat het op school beter.", (kind,)))


def _measure(add, kind: UUID, today: date) -> None:
    for days, scores in ((90, (6, 4, 5, 4, 5, 6)), (10, (7, 6, 5, 6, 7, 6))):
        meting = Meting(kind, today - timedelta(days=days), tuple(zip(DIMENSIES, scores, strict=True)))
        add(DeelSoort.JEUGDIGE, meting)


def _settle(by: Actor, gezin_id: UUID) -> None:
    settle_plan(by=by, gezin_id=gezin_id, versie=read_plan(by=by, gezin_id=gezin_id).versie)
