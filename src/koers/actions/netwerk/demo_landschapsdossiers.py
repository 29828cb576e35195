"""Two dossiers of the zorglandschap in the demo, made through the acts: the small residential facilities, of
which the market was asked, and the travelling team, which was decided and handed over. What providers answer
is invented."""

from datetime import timedelta
from uuid import UUID

from koers.actions.kern.demo import demo_actor
from koers.actions.netwerk.besluiten import decide_agendapunt
from koers.actions.netwerk.landschapsdossiers import (
    add_alternatief,
    answer_markt,
    consult_markt,
    decide_landschap,
    hand_over_landschap,
    open_landschap,
)
from koers.actions.netwerk.landschapsdossiers_lezen import read_landschapsdossier
from koers.actions.netwerk.vergaderingen import add_agendapunt, plan_vergadering, send_agenda
from koers.domain.actor import Actor
from koers.domain.landschapsdossiers import (
    Alternatief,
    Behoefte,
    Marktantwoord,
    Marktvraag,
    Overdrachtsplan,
)
from koers.domain.vergadering import NieuwBesluit, NieuweVergadering, NieuwPunt
from koers.policy import beleid
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
WONEN, REIZEND = "kwv", "rst"
GREMIUM, VOORBEREIDER, TAAK = "inkoopafstemming", "jeugdoverleg", "besluiten-over-projecten"
VERBLIJF, AMBULANT = "14", "02"


def seed_landschapsdossiers() -> None:
    """Nothing when the people of the demo are not there, or the policy has another network."""
    manager = demo_actor("regiomanager")
    policy = beleid()
    known = {WONEN, REIZEND} <= set(policy.projecten) and {GREMIUM, VOORBEREIDER} <= set(policy.gremia)
    if manager is None or not known:
        return
    _living(manager)
    _travelling(manager)


def _living(by: Actor) -> None:
    """The need is told and not counted, two ways stand side by side, and one provider has yet to answer."""
    made = open_landschap(
        by=by,
        nieuw=Behoefte(
            naam="Kleinschalige woonvoorzieningen",
            hulpvorm=VERBLIJF,
            gebied="drenthe",
            tekst=(
                "Jeugdigen met zware problemen die uit een gesloten plek komen, of daar niet heen moeten."
                " Het veldonderzoek van 2020 beschreef wie zij zijn; hoeveel plekken er nodig zijn, kon het"
                " niet zeggen."
            ),
            project=WONEN,
        ),
    )
    for wat, voor, tegen in (
        (
            "Kleine huizen met vaste opvoeders inkopen",
            f"{WOORD}een kind blijft op één plek.",
            f"{WOORD}duur als een huis half leeg staat.",
        ),
        (
            "De experts laten reizen en het kind laten wonen waar het woont",
            f"{WOORD}sneller te regelen.",
            f"{WOORD}helpt niet als thuis wonen niet meer kan.",
        ),
    ):
        add_alternatief(by=by, dossier_id=made, nieuw=Alternatief(wat, voor, tegen))
    asked = vandaag() - timedelta(days=20)
    for aanbieder in ("Stichting Kompasveld Jeugd", "Woonzorg Hunzerand", "Jeugdhulp Esdal"):
        nieuw = Marktvraag(aanbieder, f"{WOORD}kunt u een huis met vier plekken openen, en wanneer?", asked)
        consult_markt(by=by, dossier_id=made, nieuw=nieuw)
    vragen = read_landschapsdossier(by=by, dossier_id=made).marktvragen
    for vraag, soort, tekst in (
        (vragen[0], "onder_voorwaarde", "ja, als drie gemeenten samen vijf jaar plekken afnemen."),
        (vragen[1], "kan_niet", "wij vinden geen vaste opvoeders."),
    ):
        said = Marktantwoord(soort, f"{WOORD}{tekst}", asked + timedelta(days=9))
        answer_markt(by=by, marktvraag_id=vraag.id, nieuw=said)


def _travelling(by: Actor) -> None:
    """It was decided to buy it, and Zuid-Drenthe takes it over."""
    made = open_landschap(
        by=by,
        nieuw=Behoefte(
            naam="Reizend specialistisch team",
            hulpvorm=AMBULANT,
            gebied="drenthe",
            tekst="Experts die tijdelijk komen waar het kind woont, zodat het niet hoeft te verhuizen.",
            project=REIZEND,
        ),
    )
    wat = Alternatief(
        "Eén team voor heel Drenthe", f"{WOORD}genoeg werk voor een team.", f"{WOORD}lange reizen."
    )
    add_alternatief(by=by, dossier_id=made, nieuw=wat)
    decide_landschap(
        by=by,
        dossier_id=made,
        soort="inkopen",
        reden=f"{WOORD}aanbieders willen, en het kost minder dan een plek elders.",
        besluit_id=_meeting(by),
    )
    nieuw = Overdrachtsplan(
        "zuid-drenthe",
        "contractmanager",
        vandaag() + timedelta(days=45),
        f"{WOORD}de eisen en het tarief; de inkoopregio sluit het contract.",
    )
    hand_over_landschap(by=by, dossier_id=made, nieuw=nieuw)


def _meeting(by: Actor) -> UUID:
    """A meeting of the procurement regions that was, with the besluit."""
    nieuw = NieuweVergadering(GREMIUM, vandaag() - timedelta(days=30), by.gemeenten, "Gemeentehuis, Assen")
    vergadering = plan_vergadering(by=by, nieuw=nieuw)
    punt = add_agendapunt(
        by=by,
        vergadering_id=vergadering,
        nieuw=NieuwPunt("besluiten", VOORBEREIDER, titel="Reizend specialistisch team"),
    )
    send_agenda(by=by, vergadering_id=vergadering)
    return decide_agendapunt(
        by=by,
        punt_id=punt,
        nieuw=NieuwBesluit(
            tekst=f"{WOORD}het reizend team wordt voor twee jaar ingekocht.",
            taak=TAAK,
            gebonden=by.gemeenten,
            zonder_voorbereiding=f"{WOORD}de stukken lagen op tafel.",
        ),
    )
