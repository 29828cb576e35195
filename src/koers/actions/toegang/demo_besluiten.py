"""A few invented aanvragen in the demo, made through the acts: one open, one late, one that waits."""

from datetime import timedelta

from koers.actions.handeling import act
from koers.actions.kern.demo import demo_actor
from koers.actions.toegang.aanvragen import NieuweStap, register_aanvraag, request_aanvulling
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.routes import TOEGANG
from koers.registers.klok import vandaag

# How many days ago the aanvraag came in, at most, and what was asked.
VERHALEN = (
    (12, "Wij willen hulp zodat onze dochter weer rustig slaapt."),
    (70, "Kan iemand ons helpen met de avonden?"),
    (20, "Onze zoon heeft hulp nodig op school en thuis."),
)


def seed_besluiten(*, by: Actor) -> None:
    """Aanvragen about the first casussen of the jeugdconsulent of the demo."""
    today = vandaag()
    consulent = demo_actor("jeugdconsulent")
    if consulent is None:
        return
    with act("create_demo", by=by):
        mine = visible_casussen(consulent, today).filter(melding__route=TOEGANG, besluiten__isnull=True)
        newest = mine.order_by("-melding__datum", "pk").values_list("pk", "melding__datum")
        casussen = list(newest[: len(VERHALEN)])
    aanvragen = [
        register_aanvraag(
            by=consulent,
            casus_id=casus,
            datum=max(gemeld, today - timedelta(days=dagen)),
            gevraagd=gevraagd,
        )
        for (casus, gemeld), (dagen, gevraagd) in zip(casussen, VERHALEN, strict=False)
    ]
    for aanvraag in aanvragen[2:]:
        missing = NieuweStap(today, today + timedelta(days=14), "Het verslag van de school ontbreekt nog.")
        request_aanvulling(by=consulent, aanvraag_id=aanvraag, stap=missing)
