"""Developments and judgements in the demo, made through the acts. What the country does is from the source;
what people in the demo say about it is invented."""

from datetime import date, timedelta

from koers.actions.kern.demo import ASSEN, MIDDEN_DRENTHE, demo_actor
from koers.actions.netwerk.ontwikkelingen import add_ontwikkeling, write_ontwikkeling
from koers.actions.netwerk.oordelen import (
    add_verbetering,
    draft_oordeel,
    follow_verbetering,
    share_oordeel,
)
from koers.domain.actor import Actor
from koers.domain.ontwikkelingen import NieuweOntwikkeling, Volgstand
from koers.domain.oordelen import NieuweVerbetering, NieuwOordeel
from koers.policy import beleid
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
# What, its source and day; consequence, who follows it, at which body, how it stands and why.
_ONTWIKKELINGEN = (
    (
        ("Norm voor Opdrachtgeverschap", "VNG, zomer 2020", date(2020, 7, 1)),
        ("Elke regio heeft een regiovisie; de onze loopt tot en met 2025.", "regiomanager", "abo"),
        ("verwerkt", "De eerste regiovisie is in 2021 vastgesteld."),
    ),
    (
        (
            "Verplicht samen inkopen van zware hulp",
            "Wetsvoorstel van 2020, opnieuw in 2022",
            date(2022, 5, 13),
        ),
        ("Hulp van niveau 6 tot en met 8 kopen de twaalf gemeenten dan samen in.", "regiomanager", "abo"),
        ("op_tafel", "Het ABO bespreekt in welke vorm dat kan."),
    ),
    (
        (
            "Hervorming van de jeugdbescherming",
            "Omarm de complexiteit, landelijke ontwikkelingen",
            date(2022, 6, 1),
        ),
        (
            "Lokale teams en gecertificeerde instellingen gaan anders samenwerken.",
            "regiomanager",
            "jeugdoverleg",
        ),
        ("gevolgd", ""),
    ),
)
# List, point: who of which municipality tells what of last year, and of this year.
_OORDELEN = (
    ("knelpunten", "continuiteit", "wethouder", MIDDEN_DRENTHE, "nee", "deels"),
    ("knelpunten", "geen-zicht", "wethouder", MIDDEN_DRENTHE, "ja", "ja"),
    ("knelpunten", "geen-zicht", "wethouder.assen", ASSEN, "ja", "deels"),
    ("knelpunten", "regie-zorglandschap", "wethouder.assen", ASSEN, "nee", "nee"),
    ("basisfuncties", "veilige-leefomgeving", "wethouder", MIDDEN_DRENTHE, "begonnen", "grotendeels"),
    ("basisfuncties", "vindbare-hulp", "wethouder", MIDDEN_DRENTHE, "staat", "staat"),
    ("basisfuncties", "vindbare-hulp", "wethouder.assen", ASSEN, "begonnen", "begonnen"),
    ("norm-opdrachtgeverschap", "regiovisie", "regiomanager", "", "staat", "grotendeels"),
    ("norm-opdrachtgeverschap", "afspraken", "regiomanager", "", "begonnen", "begonnen"),
)


def seed_landschap() -> None:
    """Nothing when the people of the demo are not there, or the policy has other lists."""
    manager, adviser = demo_actor("regiomanager"), demo_actor("beleidsadviseur")
    policy = beleid()
    known = {"abo", "jeugdoverleg"} <= set(policy.gremia) and {een[0] for een in _OORDELEN} <= set(
        policy.oordelen
    )
    if manager is None or adviser is None or not known:
        return
    _developments(manager)
    _judgements()
    _improvements(adviser, manager)


def _developments(manager: Actor) -> None:
    for (naam, bron, dag), (gevolg, volger, gremium), (soort, waarom) in _ONTWIKKELINGEN:
        nieuw = NieuweOntwikkeling(naam, bron, dag)
        made = add_ontwikkeling(by=manager, nieuw=nieuw, stand=Volgstand("gevolgd", gevolg, volger, gremium))
        if soort != "gevolgd":
            stand = Volgstand(soort, gevolg, volger, gremium, toelichting=f"{WOORD}{waarom}")
            write_ontwikkeling(by=manager, ontwikkeling_id=made, stand=stand)


def _judgements() -> None:
    jaar = vandaag().year
    for lijst, punt, wie, gemeente, eerst, nu in _OORDELEN:
        by = demo_actor(wie)
        if by is None:
            continue
        for year, oordeel in ((jaar - 1, eerst), (jaar, nu)):
            nieuw = NieuwOordeel(
                year, oordeel, f"{WOORD}zo zien wij het in {year}.", f"{WOORD}de cijfers van dat jaar."
            )
            draft_oordeel(by=by, lijst=lijst, punt=punt, gemeente=gemeente, nieuw=nieuw)
            share_oordeel(by=by, lijst=lijst, punt=punt, gemeente=gemeente, jaar=year)


def _improvements(adviser: Actor, manager: Actor) -> None:
    """A draft that nobody else sees yet, one improvement that runs and one that was done."""
    jaar, today = vandaag().year, vandaag()
    draft_oordeel(
        by=adviser,
        lijst="basisfuncties",
        punt="leren",
        gemeente=MIDDEN_DRENTHE,
        nieuw=NieuwOordeel(jaar, "begonnen", f"{WOORD}wij praten elke maand over een casus."),
    )
    add_verbetering(
        by=adviser,
        lijst="basisfuncties",
        punt="veilige-leefomgeving",
        gemeente=MIDDEN_DRENTHE,
        nieuw=NieuweVerbetering(
            jaar, "Iedereen oefent met de meldcode", "teamleider Team Jeugd", today + timedelta(days=60)
        ),
    )
    made = add_verbetering(
        by=manager,
        lijst="norm-opdrachtgeverschap",
        punt="regiovisie",
        gemeente="",
        nieuw=NieuweVerbetering(
            jaar, "Een startnotitie voor de nieuwe regiovisie", "regiomanager", today + timedelta(days=30)
        ),
    )
    follow_verbetering(by=manager, verbetering_id=made, soort="gedaan")
