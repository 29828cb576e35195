"""Plans for the tests: two parents apart, one of them at a secret address, and two children."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from koers.domain.plan.onderdelen import (
    Actie,
    Bijdrage,
    Deel,
    DeelSoort,
    Doel,
    Gehoord,
    Grootte,
    Hulp,
    Kracht,
    Meting,
    Onderdeel,
    PlanInhoud,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
)
from koers.domain.plan.zicht import GeheimAdres, Omstandigheden
from koers.domain.toestemming import Betrokkene

NOOR, SAM, MOEDER, VADER, OPA = (UUID(int=n) for n in range(1, 6))
HUIS_MOEDER, HUIS_VADER = UUID(int=11), UUID(int=12)
KOMPAS, ANDER = UUID(int=21), UUID(int=22)
VANDAAG = date(2026, 5, 10)
SAMEN, STEM_NOOR, BIJ_MOEDER, BIJ_VADER, VAN_KOMPAS = (UUID(int=n) for n in range(31, 36))
ZORG, DOEL, ACTIE, HULP, HULP_SAM, EIGEN_MOEDER, STEM, EIGEN_VADER, BIJDRAGE, WOORDEN, GEHOORD = (
    UUID(int=n) for n in range(41, 52)
)
ADRES = GeheimAdres(straat="Schuilpad", postcode="9411 AB")


def whole(grootte: Grootte = Grootte.GEWOON) -> PlanInhoud:
    """A plan for Noor alone that misses nothing."""
    return PlanInhoud(
        grootte,
        (NOOR,),
        date(2026, 11, 1),
        (
            Deel(
                SAMEN,
                DeelSoort.SAMEN,
                (
                    Onderdeel(WOORDEN, Woorden("Wij willen rust aan tafel.")),
                    Onderdeel(ZORG, Zorg("Noor slaapt slecht.", jeugdigen=(NOOR,))),
                    Onderdeel(DOEL, Doel("Noor slaapt door.", "oma", date(2026, 8, 1), (ZORG,), (NOOR,))),
                    Onderdeel(ACTIE, Actie("Oma leest voor.", date(2026, 6, 1), netwerk="oma", doel=DOEL)),
                    Onderdeel(
                        HULP, Hulp(NOOR, "Begeleiding", date(2026, 5, 1), "judo", "", date(2026, 9, 1))
                    ),
                    Onderdeel(UUID(int=60), Vertrouwenspersoon("Jeugdstem", VANDAAG)),
                ),
            ),
            Deel(
                STEM_NOOR,
                DeelSoort.JEUGDIGE,
                (
                    Onderdeel(STEM, Woorden("Ik mis papa.", NOOR)),
                    Onderdeel(GEHOORD, Gehoord(NOOR, True, VANDAAG, "Annet", "op school")),
                    Onderdeel(UUID(int=61), Meting(NOOR, VANDAAG, (("meedoen", 7),))),
                ),
                jeugdige=NOOR,
            ),
            Deel(
                BIJ_MOEDER,
                DeelSoort.THUIS,
                (Onderdeel(EIGEN_MOEDER, Woorden("Ik ben bang.", MOEDER)),),
                huishouden=HUIS_MOEDER,
            ),
            Deel(
                BIJ_VADER,
                DeelSoort.THUIS,
                (Onderdeel(EIGEN_VADER, Kracht("Wij koken samen.")),),
                huishouden=HUIS_VADER,
            ),
            Deel(
                VAN_KOMPAS,
                DeelSoort.ORGANISATIE,
                (Onderdeel(BIJDRAGE, Bijdrage("Wij komen elke week.", (NOOR,))),),
                organisatie=KOMPAS,
            ),
        ),
    )


def with_things(plan: PlanInhoud, **changed) -> PlanInhoud:
    """The plan with things of the part of all replaced (by name of their id), or taken out (None)."""
    wanted = {globals()[naam]: inhoud for naam, inhoud in changed.items()}
    kept = [
        replace(o, inhoud=wanted.get(o.id, o.inhoud))
        for o in plan.delen[0].onderdelen
        if wanted.get(o.id, o) is not None
    ]
    return replace(plan, delen=(replace(plan.delen[0], onderdelen=tuple(kept)), *plan.delen[1:]))


def around(*, jaren: int = 10, **changed) -> Omstandigheden:
    """Noor lives in both homes; her mother's address is secret; both parents have gezag."""
    base = Omstandigheden(
        jeugdigen={NOOR: Betrokkene(NOOR, date(VANDAAG.year - jaren, 1, 1), frozenset({MOEDER, VADER}))},
        woont={
            NOOR: frozenset({HUIS_MOEDER, HUIS_VADER}),
            MOEDER: frozenset({HUIS_MOEDER}),
            VADER: frozenset({HUIS_VADER}),
        },
        geheim={HUIS_MOEDER: ADRES},
        ouders={NOOR: frozenset({MOEDER, VADER})},
        today=VANDAAG,
    )
    return replace(base, **changed)
