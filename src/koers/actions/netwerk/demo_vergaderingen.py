"""Two invented meetings in the demo, made through the acts: one that was, and one that comes."""

from datetime import date, timedelta
from uuid import UUID

from koers.actions.kern.demo import ASSEN, MIDDEN_DRENTHE, demo_actor
from koers.actions.netwerk.besluiten import (
    assign_actie,
    decide_agendapunt,
    follow_actie,
    report_terugkoppeling,
)
from koers.actions.netwerk.vergaderingen import (
    add_agendapunt,
    close_agendapunt,
    plan_vergadering,
    send_agenda,
)
from koers.actions.netwerk.verslagen import adopt_verslag, write_verslag
from koers.actions.netwerk.voorbereiden import (
    annotate_agendapunt,
    draft_standpunt,
    release_annotatie,
    share_standpunt,
)
from koers.domain.actor import Actor
from koers.domain.vergadering import NieuwBesluit, NieuweActie, NieuweVergadering, NieuwPunt
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import BesluitRaakt

TAAK, DOSSIER, WOORD = "besluiten-over-projecten", "spoed4jeugd", "Verzonnen voor de demo: "


def seed_vergaderingen() -> None:
    """Nothing when the people of the demo are not there, or the policy has another network."""
    namen = ("regiomanager", "beleidsadviseur", "wethouder", "wethouder.assen")
    manager, adviser, member, other = (demo_actor(naam) for naam in namen)
    known = {"abo", "beleidsoverleg", "jeugdoverleg"} <= set(beleid().gremia) and DOSSIER in beleid().dossiers
    if manager is None or adviser is None or member is None or other is None or not known:
        return
    gemeenten = manager.gemeenten
    _past(manager, adviser, member, other, gemeenten)
    _coming(manager, adviser, gemeenten)


def _meeting(manager: Actor, dag: date, gemeenten: frozenset[str], *punten: NieuwPunt) -> list[UUID]:
    """Id of the meeting, and of its items in their order."""
    nieuw = NieuweVergadering("abo", dag, gemeenten, "Provinciehuis, Assen")
    vergadering = plan_vergadering(by=manager, nieuw=nieuw)
    items = [add_agendapunt(by=manager, vergadering_id=vergadering, nieuw=punt) for punt in punten]
    send_agenda(by=manager, vergadering_id=vergadering)
    return [vergadering, *items]


def _annotate(by: Actor, punt: UUID, tekst: str, voorstel: str) -> None:
    annotate_agendapunt(by=by, punt_id=punt, tekst=f"{WOORD}{tekst}", voorstel=voorstel)
    release_annotatie(by=by, punt_id=punt)


def _past(manager: Actor, adviser: Actor, member: Actor, other: Actor, gemeenten: frozenset[str]) -> None:
    today = vandaag()
    vergadering, contract, stand = _meeting(
        manager,
        today - timedelta(days=60),
        gemeenten,
        NieuwPunt("besluiten", "beleidsoverleg", dossier=DOSSIER),
        NieuwPunt("informeren", "jeugdoverleg", titel="Stand van zaken wachttijden"),
    )
    _annotate(
        adviser, contract, "het contract loopt over een halfjaar af.", "Verleng het contract met twee jaar."
    )
    for by, keuze, tekst in (
        (member, "voor", f"{WOORD}wij willen geen gat in de spoedhulp."),
        (other, "onder_voorwaarde", f"{WOORD}wij willen na een jaar opnieuw kijken."),
    ):
        draft_standpunt(by=by, punt_id=contract, keuze=keuze, tekst=tekst)
        share_standpunt(by=by, punt_id=contract)
    besluit = decide_agendapunt(
        by=manager,
        punt_id=contract,
        nieuw=NieuwBesluit(
            tekst=f"{WOORD}het contract van Spoed4Jeugd gaat twee jaar door, met een evaluatie na een jaar.",
            taak=TAAK,
            gebonden=gemeenten,
            stemmen=dict.fromkeys(gemeenten, "voor"),
            raakt=frozenset({"jeugdoverleg", "inkoopafstemming", ASSEN}),
        ),
    )
    close_agendapunt(by=manager, punt_id=stand, keuze="besproken", reden=f"{WOORD}ter kennis aangenomen.")
    _follow(manager, member, besluit, today)
    write_verslag(
        by=manager,
        vergadering_id=vergadering,
        aanwezig="De wethouders jeugd en de regiomanager",
        per_punt={str(contract): f"{WOORD}de leden vragen wat het kost als een aanbieder stopt."},
    )
    adopt_verslag(by=member, vergadering_id=vergadering)


def _follow(manager: Actor, member: Actor, besluit: UUID, today: date) -> None:
    """Actions of that besluit: one done, one that takes longer; and one body that heard of it."""
    acties = [
        assign_actie(by=manager, besluit_id=besluit, nieuw=nieuw)
        for nieuw in (
            NieuweActie("De verlenging laten tekenen.", "de regiomanager", today - timedelta(days=20)),
            NieuweActie(
                *("De evaluatie voorbereiden.", "de beleidsadviseur jeugd", today - timedelta(days=10)),
                MIDDEN_DRENTHE,
            ),
        )
    ]
    follow_actie(by=manager, actie_id=acties[0], soort="gedaan")
    follow_actie(
        by=member,
        actie_id=acties[1],
        soort="loopt_uit",
        reden="de cijfers van de aanbieder komen later.",
        uiterlijk=today + timedelta(days=30),
    )
    heard = BesluitRaakt.objects.filter(besluit=besluit, gremium="jeugdoverleg").values_list("pk", flat=True)[
        0
    ]
    report_terugkoppeling(by=manager, raakt_id=heard, datum=today, tekst="Besproken, geen vragen.")


def _coming(manager: Actor, adviser: Actor, gemeenten: frozenset[str]) -> None:
    _meeting_id, contract, _plan = _meeting(
        manager,
        vandaag() + timedelta(days=21),
        gemeenten,
        NieuwPunt(
            "bespreken", "beleidsoverleg", titel="Spoed4Jeugd: opzet van de evaluatie", dossier=DOSSIER
        ),
        NieuwPunt("besluiten", "beleidsoverleg", dossier="drentse-verwijsindex"),
    )
    _annotate(adviser, contract, "de opzet volgt het besluit van vorige keer.", "Stem in met de opzet.")
