"""A choice of scenarios for tests, made through the acts."""

from uuid import UUID, uuid4

from koers.actions.netwerk.scenariokeuze import begin_keuze, contribute, future_scenarios
from koers.domain.actor import Actor
from koers.domain.scenariokeuze import Criterium, Inbreng
from koers.policy import beleid

CRITERIA = ("c1", "c2", "c3", "c4", "c5", "c6", "c7")


def begin(by: Actor, naam: str = "ABO") -> UUID:
    """A choice with the criteria of the policy."""
    criteria = [
        Criterium(een.id, een.naam.nl, een.uitleg.nl, een.naam.en, een.uitleg.en)
        for een in beleid().scenariokader.criteria
    ]
    return begin_keuze(by=by, naam=naam, criteria=criteria, formulier=uuid4())


def brought(gewichten: dict[str, int] | None = None, **best: int) -> Inbreng:
    """Weights (each 1 where none is given), and a score per scenario on everything: 3 where none is given."""
    weights = dict.fromkeys(CRITERIA, 1) | (gewichten or {})
    return Inbreng(weights, {s: dict.fromkeys(CRITERIA, best.get(s, 3)) for s in future_scenarios()})


def bring(by: Actor, keuze: UUID, inbreng: Inbreng, versie: int = 0) -> None:
    """Brings it in."""
    contribute(by=by, keuze_id=keuze, inbreng=inbreng, versie=versie, formulier=uuid4())
