"""Invented places and room of the providers of the demo, and a refusal, so that no page is empty."""

from datetime import timedelta

from koers.actions.handeling import act
from koers.actions.kern.demo import demo_actor
from koers.actions.zorg.acceptatie import NieuwGesprek, refuse_toewijzing, register_gesprek
from koers.actions.zorg.acceptatielijst import holds_since
from koers.actions.zorg.demo_antwoorden import seed_antwoorden, seed_verlenging
from koers.actions.zorg.escalatie import escalate_antwoorden
from koers.actions.zorg.lezen import read_vragen
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import Capaciteitsmelding, Contractproduct, Locatie

# Place and CBS code of the gemeente; each provider of the demo gets one or two of these in turn.
PLAATSEN = (
    ("Beilen", "GM1731"),
    ("Assen", "GM0106"),
    ("Westerbork", "GM1731"),
    ("Emmen", "GM0114"),
    ("Smilde", "GM1731"),
    ("Hoogeveen", "GM0118"),
    ("Roden", "GM1699"),
    ("Meppel", "GM0119"),
)
# Children who could begin, days of waiting, and how many days ago it was counted.
RUIMTE = ((2, 14, 3), (0, 90, 12), (1, 35, 55), (4, 7, 1), (0, 140, 20))


def seed_contracten(*, by: Actor) -> None:
    """Places of every provider, room of most of them, their answers, and what one of them asks."""
    with act("create_demo", by=by):
        today = vandaag()
        rows = list(Contractproduct.objects.on(today).order_by("aanbieder__naam", "code", "inkoopregio"))
        providers = list(dict.fromkeys(row.aanbieder_id for row in rows))
        for number, aanbieder in enumerate(providers):
            for plaats, code in dict.fromkeys((PLAATSEN[number % 8], PLAATSEN[(number * 3 + 1) % 8])):
                Locatie.objects.create(
                    aanbieder_id=aanbieder,
                    naam=f"Vestiging {plaats}",
                    plaatsnaam=plaats,
                    gemeentecode=code,
                    begindatum=today - timedelta(days=700),
                )
        for number, row in enumerate(rows):
            # One in six reported nothing: that is what a page has to be able to show.
            if number % 6 == 5:
                continue
            plekken, wacht, geleden = RUIMTE[number % len(RUIMTE)]
            Capaciteitsmelding.objects.create(
                aanbieder_id=row.aanbieder_id,
                code=row.code,
                inkoopregio=row.inkoopregio,
                datum=today - timedelta(days=geleden),
                plekken=plekken,
                wachttijd_dagen=wacht,
                vastgelegd_at=nu(),
                vastgelegd_door=by.id,
            )
        seed_antwoorden(by, holds_since())
    _refusal()
    escalate_antwoorden(by=by)
    aanbieder = demo_actor("aanbieder")
    if aanbieder is not None:
        seed_verlenging(aanbieder)


def _refusal() -> None:
    """The provider of the demo has no room for the newest child of the jeugdconsulent that waits for it."""
    aanbieder, consulent = demo_actor("aanbieder"), demo_actor("jeugdconsulent")
    if aanbieder is None or consulent is None:
        return
    with act("read_toewijzing", by=consulent):
        own = set(visible_toewijzingen(consulent, vandaag()).values_list("pk", flat=True))
    waiting = [beeld for beeld, antwoord in read_vragen(by=aanbieder) if antwoord.wacht_op_antwoord]
    for beeld in sorted(waiting, key=lambda beeld: (beeld.id in own, beeld.datum))[-1:]:
        call = NieuwGesprek(vandaag(), "consulent van de toegang", "nee", "ja")
        register_gesprek(by=aanbieder, toewijzing_id=beeld.id, gesprek=call)
        refuse_toewijzing(
            by=aanbieder,
            toewijzing_id=beeld.id,
            grond="geen-plek",
            toelichting="Alle groepen zitten vol tot het voorjaar.",
        )
