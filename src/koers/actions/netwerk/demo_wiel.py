"""Invented rounds of the wheel and choices of a scenario in the demo, made through the acts."""

from datetime import timedelta
from uuid import UUID

from koers.actions.kern.demo import demo_actor
from koers.actions.netwerk.scenariokeuze import (
    Besluit,
    begin_keuze,
    contribute,
    decide_keuze,
    future_scenarios,
    read_keuze,
)
from koers.actions.netwerk.wiel import (
    answer_wiel,
    close_ronde,
    invite,
    read_vragenblad,
    register_wielronde,
)
from koers.domain.actor import Actor
from koers.domain.scenariokeuze import Criterium, Inbreng
from koers.domain.wiel import NAAR_GREMIUM, WIEL, NieuweRonde
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import WielRonde

WOORD = "Verzonnen voor de demo: "
# Per round: what people of each group answer on average; told from five answers on.
_RONDES: tuple[tuple[str, dict[str, int]], ...] = (
    ("demo, eerste ronde", {"bestuurlijk": 3, "uitvoerend": 2}),
    ("demo, tweede ronde", {"bestuurlijk": 4, "uitvoerend": 3}),
)
ANTWOORDEN_PER_GROEP = 6
GREMIUM, GEKOZEN = "abo", "organisatienetwerk"
# Who brings in what: the weights of a few criteria by their place, and the scenario that fits best and worst.
_INBRENG: tuple[tuple[str, dict[int, int], str, str], ...] = (
    ("regiomanager", {0: 8, 4: 2}, "organisatienetwerk", "opheffen"),
    ("wethouder", {4: 10}, "beleidsmaker", "opheffen"),
    ("controller", {5: 9}, "leernetwerk", "organisatienetwerk"),
)


def seed_wiel() -> None:
    """Nothing when the people of the demo are not there, or the policy has other scenarios."""
    manager = demo_actor("regiomanager")
    wanted = {een for _wie, _gewichten, best, worst in _INBRENG for een in (best, worst)}
    known = wanted <= set(future_scenarios()) and GREMIUM in beleid().gremia
    if manager is None or not known:
        return
    for naam, gemiddelden in _RONDES:
        _held(manager, naam, gemiddelden)
    _choice(manager, "demo, loopt nog")
    _decide(manager, _choice(manager, "demo, besloten"))


def _held(by: Actor, naam: str, gemiddelden: dict[str, int]) -> None:
    """A closed round: everybody answers around the mean of their group, by statement and person apart."""
    laatste = vandaag() + timedelta(days=14)
    ronde = register_wielronde(by=by, ronde=NieuweRonde(WIEL, naam, NAAR_GREMIUM, laatste))
    aantallen = dict.fromkeys(gemiddelden, ANTWOORDEN_PER_GROEP)
    for wie, link in enumerate(invite(by=by, ronde_id=ronde, aantallen=aantallen)):
        blad = read_vragenblad(sleutel=link.sleutel)
        scores: dict[str, int | None] = {}
        for nummer, een in enumerate(blad.stellingen):
            around = gemiddelden[link.groep] + (nummer * 2 + wie) % 3 - 1
            scores[een.code] = min(max(around, 1), blad.hoogste)
        answer_wiel(sleutel=link.sleutel, antwoord=scores)
    close_ronde(by=by, ronde_id=ronde, versie=WielRonde.objects.get(pk=ronde).versie)


def _choice(by: Actor, naam: str) -> UUID:
    """A choice to which three people brought their weights and scores."""
    criteria = [
        Criterium(een.id, een.naam.nl, een.uitleg.nl, een.naam.en, een.uitleg.en)
        for een in beleid().scenariokader.criteria
    ]
    keuze = begin_keuze(by=by, naam=naam, criteria=criteria)
    codes = [een.code for een in read_keuze(by=by, keuze_id=keuze).criteria]
    for gebruikersnaam, zwaar, best, worst in _INBRENG:
        who = demo_actor(gebruikersnaam)
        if who is not None:
            gewichten = {code: zwaar.get(place, 1) for place, code in enumerate(codes)}
            contribute(by=who, keuze_id=keuze, inbreng=_scores(gewichten, best, worst), versie=0)
    return keuze


def _scores(gewichten: dict[str, int], best: str, worst: str) -> Inbreng:
    marks = {best: 5, worst: 1}
    return Inbreng(
        gewichten, {een: dict.fromkeys(gewichten, marks.get(een, 3)) for een in future_scenarios()}
    )


def _decide(by: Actor, keuze: UUID) -> None:
    antwoorden = {een.id: f"{WOORD}zoals het advies het beschrijft." for een in beleid().scenariokader.keuzes}
    toelichting = f"{WOORD}een klein bureau verbindt, en elke gemeente blijft zelf aan zet."
    besluit = Besluit(vandaag(), GREMIUM, GEKOZEN, toelichting, antwoorden, ())
    decide_keuze(by=by, keuze_id=keuze, besluit=besluit)
