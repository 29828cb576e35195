"""A few invented calls and referrals in the demo, made through the acts, so that nobody meets empty pages."""

from datetime import date
from uuid import uuid4

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.toegang.notities import begin_notitie, pass_on_vraag
from koers.actions.toegang.verwijsverzoeken import open_route_b, open_route_c, register_stilstand
from koers.domain.eerste_notitie import NotitieInhoud
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
from koers.registers.klok import vandaag

GEBELD = NotitieInhoud(
    kind="Sverre",
    vraag="Hij wil sinds de zomer niet meer naar buiten. Zijn moeder weet niet wie zij kan vragen.",
    beller="moeder",
    telefoon="0593-000001",
    urgentie="vandaag",
)
DOORGEGEVEN = NotitieInhoud(
    kind="Liv uit groep 6",
    vraag="Zij komt vaak zonder ontbijt en slaapt in de klas. De ouders weten dat wij dit doorgeven.",
    beller="intern begeleider",
    telefoon="0593-000002",
)


def seed_meldingen() -> None:
    """A call, a question of a school, a doctor's referral and a request of a GI; none of it happened."""
    consulent, school, arts, gi = (demo_actor(wie) for wie in ("jeugdconsulent", "school", "huisarts", "gi"))
    if consulent is None or school is None or arts is None or gi is None:
        return
    today = vandaag()
    begin_notitie(by=consulent, inhoud=GEBELD, formulier=uuid4())
    pass_on_vraag(by=school, inhoud=DOORGEGEVEN, formulier=uuid4())
    geboren = date(today.year - 9, 3, 14)
    open_route_b(by=arts, nieuw=NieuwVerwijsverzoek(MIDDEN_DRENTHE, "02", today, "Zonneveldt", "Bo", geboren))
    asked = open_route_c(
        by=gi, nieuw=NieuwVerwijsverzoek(MIDDEN_DRENTHE, "04", today, "Maneschijn", "Noor", geboren)
    )
    register_stilstand(
        by=consulent, verwijsverzoek_id=asked, soort="wacht", oorzaak="woonplaats_onbekend", datum=today
    )
