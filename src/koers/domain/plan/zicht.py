"""Which parts of a plan somebody reads: a parent, a young person, an organisation, the local team.

The law: who helps shares with nobody but the betrokkene without consent (Jeugdwet 7.3.11 lid 1); parents
whose consent is needed are no others (lid 2b), until the young person is 16; a part that touches somebody
else stays away (7.3.10); a parent without gezag who asks hears the main facts (BW 1:377c). Whatever is not
clearly allowed is not seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum
from uuid import UUID

from koers.domain.namen import fold
from koers.domain.plan.onderdelen import (
    Deel,
    DeelSoort,
    Hulp,
    Inhoud,
    Onderdeel,
    PlanInhoud,
    about,
    texts,
)
from koers.domain.toestemming import ALLEEN, Betrokkene


class Zicht(IntEnum):
    """How much is seen."""

    NIETS = 0
    HOOFDZAKEN = 1
    GEHEEL = 2


class KijkerSoort(StrEnum):
    TOEGANG = "toegang"
    JEUGDIGE = "jeugdige"
    OUDER = "ouder"
    ORGANISATIE = "organisatie"


@dataclass(frozen=True, slots=True)
class Kijker:
    """Who reads; `id` of the person or the organisation (none for the local team)."""

    soort: KijkerSoort
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GeheimAdres:
    """What of a secret address could stand in a text."""

    straat: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """What holds today about the people of a plan.

    `woont`: person -> the households they live in; `geheim`: households whose address may not be told;
    `ouders`: child -> parents with or without gezag; `gedeeld`: (child, receiver) pairs for which consent to
    share stands; `gevraagd`: parents who asked for the main facts; `vrijgegeven` and `achtergehouden`: (part,
    person) pairs set by hand.
    """

    jeugdigen: Mapping[UUID, Betrokkene]
    woont: Mapping[UUID, frozenset[UUID]]
    geheim: Mapping[UUID, GeheimAdres]
    ouders: Mapping[UUID, frozenset[UUID]]
    today: date
    gedeeld: frozenset[tuple[UUID, UUID]] = frozenset()
    gevraagd: frozenset[UUID] = frozenset()
    vrijgegeven: frozenset[tuple[UUID, UUID]] = frozenset()
    achtergehouden: frozenset[tuple[UUID, UUID]] = frozenset()

    def homes(self, persoon: UUID | None) -> frozenset[UUID]:
        return self.woont.get(persoon, frozenset()) if persoon else frozenset()


def sees_child(kijker: Kijker, kind: UUID, om: Omstandigheden) -> Zicht:
    """How much this reader may know about one child of the plan."""
    if kijker.soort is KijkerSoort.TOEGANG:
        return Zicht.GEHEEL
    if kijker.id is None or kind not in om.jeugdigen:
        return Zicht.NIETS
    if kijker.soort is KijkerSoort.JEUGDIGE:
        return Zicht.GEHEEL if kijker.id == kind else Zicht.NIETS
    shared = (kind, kijker.id) in om.gedeeld
    if kijker.soort is KijkerSoort.ORGANISATIE:
        return Zicht.GEHEEL if shared else Zicht.NIETS
    return _parent_sees(kijker.id, om.jeugdigen[kind], om, shared=shared)


def _parent_sees(ouder: UUID, kind: Betrokkene, om: Omstandigheden, *, shared: bool) -> Zicht:
    if _hidden_from(ouder, kind.id, om):
        return Zicht.NIETS
    if kind.age(om.today) >= ALLEEN:
        return Zicht.GEHEEL if shared else Zicht.NIETS
    if ouder in kind.gezag:
        return Zicht.GEHEEL
    asked = ouder in om.ouders.get(kind.id, frozenset()) and ouder in om.gevraagd
    return Zicht.HOOFDZAKEN if asked else Zicht.NIETS


def _hidden_from(ouder: UUID, kind: UUID, om: Omstandigheden) -> bool:
    """The child lives at a secret address, and nowhere with this parent."""
    homes = om.homes(kind)
    return bool(homes & om.geheim.keys()) and not homes & om.homes(ouder)


def who_sees(deel: Deel, kijker: Kijker, om: Omstandigheden) -> Zicht:
    """How much of one part this reader sees; of what is about several children `read_by` decides further."""
    if kijker.soort is KijkerSoort.TOEGANG:
        return Zicht.GEHEEL
    if kijker.id is None:
        return Zicht.NIETS
    if _own(deel, kijker, om):
        return Zicht.GEHEEL
    if (deel.id, kijker.id) in om.achtergehouden:
        return Zicht.NIETS
    return _of_others(deel, kijker, kijker.id, om)


def _of_others(deel: Deel, kijker: Kijker, wie: UUID, om: Omstandigheden) -> Zicht:
    if deel.soort is DeelSoort.THUIS:
        return _home(deel, wie, om)
    if deel.soort is DeelSoort.JEUGDIGE:
        return _of_child(deel, kijker, om)
    if deel.soort is DeelSoort.ORGANISATIE and kijker.soort is KijkerSoort.ORGANISATIE:
        return Zicht.NIETS
    return max((sees_child(kijker, kind, om) for kind in om.jeugdigen), default=Zicht.NIETS)


def _own(deel: Deel, kijker: Kijker, om: Omstandigheden) -> bool:
    """The own voice, the own home of an adult, the own section: nobody keeps that from you."""
    if deel.soort is DeelSoort.JEUGDIGE:
        return kijker.soort is KijkerSoort.JEUGDIGE and deel.jeugdige == kijker.id
    if deel.soort is DeelSoort.THUIS:
        return kijker.soort is KijkerSoort.OUDER and deel.huishouden in om.homes(kijker.id)
    return (
        deel.soort is DeelSoort.ORGANISATIE
        and kijker.soort is KijkerSoort.ORGANISATIE
        and deel.organisatie == kijker.id
    )


def _home(deel: Deel, wie: UUID, om: Omstandigheden) -> Zicht:
    """Somebody else's home: only when opened by hand, and never a secret one to who lives elsewhere."""
    if deel.huishouden in om.geheim and deel.huishouden not in om.homes(wie):
        return Zicht.NIETS
    return Zicht.GEHEEL if (deel.id, wie) in om.vrijgegeven else Zicht.NIETS


def _of_child(deel: Deel, kijker: Kijker, om: Omstandigheden) -> Zicht:
    """A child's voice: to who may know all of the child; where a home is secret, only when opened by hand."""
    if deel.jeugdige is None or sees_child(kijker, deel.jeugdige, om) is not Zicht.GEHEEL:
        return Zicht.NIETS
    elsewhere = om.homes(deel.jeugdige) & om.geheim.keys() - om.homes(kijker.id)
    opened = (deel.id, kijker.id) in om.vrijgegeven
    if kijker.soort is KijkerSoort.OUDER and elsewhere and not opened:
        return Zicht.NIETS
    return Zicht.GEHEEL


def read_by(plan: PlanInhoud, kijker: Kijker, om: Omstandigheden) -> PlanInhoud:
    """The plan as this reader gets it: parts, things and fields that are not theirs are not in it at all."""
    delen = []
    for deel in plan.delen:
        zicht = who_sees(deel, kijker, om)
        if zicht is Zicht.NIETS:
            continue
        kept = (_thing(o, deel, plan, kijker, om) for o in deel.onderdelen)
        delen.append(replace(deel, onderdelen=tuple(o for o in kept if o is not None)))
    known = tuple(k for k in plan.jeugdigen if sees_child(kijker, k, om) is not Zicht.NIETS)
    return replace(plan, jeugdigen=known, delen=tuple(delen))


def _thing(
    onderdeel: Onderdeel, deel: Deel, plan: PlanInhoud, kijker: Kijker, om: Omstandigheden
) -> Onderdeel | None:
    if kijker.soort is KijkerSoort.TOEGANG:
        return onderdeel
    if tells_address(onderdeel.inhoud, kijker.id, om):
        return None
    if deel.soort in (DeelSoort.JEUGDIGE, DeelSoort.THUIS) or _own(deel, kijker, om):
        return onderdeel
    kinderen = about(onderdeel.inhoud) or plan.jeugdigen
    if kijker.soort is KijkerSoort.JEUGDIGE:
        return onderdeel if kijker.id in kinderen else None
    zicht = min((sees_child(kijker, kind, om) for kind in kinderen), default=Zicht.NIETS)
    if zicht is Zicht.HOOFDZAKEN:
        return _main_fact(onderdeel)
    return onderdeel if zicht is Zicht.GEHEEL else None


def _main_fact(onderdeel: Onderdeel) -> Onderdeel | None:
    """Which help a child gets and since when; nothing else of the plan."""
    hulp = onderdeel.inhoud
    if not isinstance(hulp, Hulp):
        return None
    return replace(onderdeel, inhoud=Hulp(hulp.jeugdige, hulp.voorziening, hulp.vanaf))


def tells_address(inhoud: Inhoud, wie: UUID | None, om: Omstandigheden) -> bool:
    """Whether a text in it tells a secret address where this reader does not live."""
    elders = [adres for huis, adres in om.geheim.items() if huis not in om.homes(wie)]
    return any(_tells(tekst, adres) for tekst in texts(inhoud) for adres in elders)


def _tells(tekst: str, adres: GeheimAdres) -> bool:
    """The postcode, spaced or not, or the street at the beginning of a word: too much, not too little."""
    words, straat = fold(tekst), fold(adres.straat)
    postcode = fold(adres.postcode).replace(" ", "")
    return bool(postcode and postcode in words.replace(" ", "")) or bool(
        straat and f" {straat}" in f" {words}"
    )
