"""A round of the wheel for tests, made through the acts: prepared, people invited, answers given."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from koers.actions.netwerk.wiel import (
    Link,
    answer_wiel,
    close_ronde,
    invite,
    read_vragenblad,
    register_wielronde,
)
from koers.domain.actor import Actor
from koers.domain.wiel import NAAR_GREMIUM, WIEL, NieuweRonde
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import WielRonde


def prepare(
    by: Actor, naam: str = "najaar", soort: str = WIEL, groepering: str = NAAR_GREMIUM, dagen: int = 14
) -> UUID:
    """A round in preparation."""
    ronde = NieuweRonde(soort, naam, groepering, vandaag() + timedelta(days=dagen))
    return register_wielronde(by=by, ronde=ronde, formulier=uuid4())


def ask(by: Actor, ronde: UUID, **aantallen: int) -> dict[str, list[str]]:
    """Secrets of new links by group."""
    return by_group(invite(by=by, ronde_id=ronde, aantallen=aantallen, formulier=uuid4()))


def by_group(links: Iterable[Link]) -> dict[str, list[str]]:
    """Secrets by group."""
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault(link.groep, []).append(link.sleutel)
    return found


def answer(sleutel: str, score: int | None, anders: Mapping[str, int | None] | None = None) -> None:
    """The same score for every statement, but for those in `anders`."""
    blad = read_vragenblad(sleutel=sleutel)
    scores = {een.code: score for een in blad.stellingen} | dict(anders or {})
    answer_wiel(sleutel=sleutel, antwoord=scores, formulier=uuid4())


def close(by: Actor, ronde: UUID) -> None:
    """Closes it as it stands."""
    close_ronde(by=by, ronde_id=ronde, versie=WielRonde.objects.get(pk=ronde).versie, formulier=uuid4())


def hold(by: Actor, naam: str, **scores: Iterable[int]) -> UUID:
    """A closed round in which people of each group gave these scores to everything."""
    ronde = prepare(by, naam)
    sleutels = ask(by, ronde, **{groep: len(list(given)) for groep, given in scores.items()})
    for groep, given in scores.items():
        for sleutel, score in zip(sleutels[groep], given, strict=True):
            answer(sleutel, score)
    close(by, ronde)
    return ronde
