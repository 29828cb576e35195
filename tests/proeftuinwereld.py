"""A proeftuin to test with, made through the acts: practices with a POH Jeugd against practices without."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.actions.sturing.proeftuinen import (
    add_proeftuin,
    decide_proeftuin,
    evaluate_proeftuin,
    start_proeftuin,
    write_proeftuintelling,
)
from koers.domain.actor import Actor
from koers.domain.proeftuinen import NieuwOntwerp
from koers.domain.uitvoeringsagenda import NieuweHouding
from koers.registers.klok import vandaag
from tests.wereld import MIDDEN_DRENTHE

OPGAVE = "hulp-op-school"
GROEP, VERGELIJKING = ("Praktijk A", "Praktijk B"), ("Praktijk C", "Praktijk D", "Praktijk E")
PRINCIPE = NieuweHouding("normaliseren", "leunt")


def ontwerp(**other) -> NieuwOntwerp:
    """Practices that began two years ago, to be looked at today."""
    jaar = vandaag().year
    basis = NieuwOntwerp(
        hypothese="Met een POH Jeugd wordt minder vaak doorverwezen.",
        indicator="",
        telt="Verwijzingen naar niveau 4 en hoger, van alle vragen",
        richting="omlaag",
        verwacht=Decimal("3"),
        soort="praktijk",
        groep=GROEP,
        vergelijking=VERGELIJKING,
        begindatum=date(jaar - 2, 1, 1),
        evaluatie_op=vandaag(),
    )
    return replace(basis, **other)


def try_out(by: Actor, gemeente: str = MIDDEN_DRENTHE, opgave: str = OPGAVE, **other) -> UUID:
    """A design."""
    return add_proeftuin(
        by=by, gemeente=gemeente, opgave=opgave, naam="POH in de praktijk", ontwerp=ontwerp(**other)
    )


def count_year(
    by: Actor, proeftuin: UUID, jaar: int, tellingen: Mapping[str, tuple[int, int]], reden: str = ""
) -> None:
    """The counts of a whole year."""
    write_proeftuintelling(
        by=by,
        proeftuin_id=proeftuin,
        begindatum=date(jaar, 1, 1),
        einddatum=date(jaar, 12, 31),
        tellingen=tellingen,
        reden=reden,
    )


def count_years(by: Actor, proeftuin: UUID, *, effect: int = 30, omvang: int = 200) -> None:
    """Four years before, two after. Of `omvang` sixty are referred; in the group `effect` fewer after."""
    jaar = vandaag().year
    for nr, ago in enumerate(range(6, 0, -1)):
        minder = effect if ago <= 2 else 0
        count_year(
            by,
            proeftuin,
            jaar - ago,
            {een: (60 - minder + (nr + plek) % 3, omvang) for plek, een in enumerate(GROEP)}
            | {een: (60 + (nr + plek) % 3, omvang) for plek, een in enumerate(VERGELIJKING)},
        )


def running(by: Actor, gemeente: str = MIDDEN_DRENTHE, **other) -> UUID:
    """One that runs, with its counts."""
    proeftuin = try_out(by, gemeente, **other)
    count_years(by, proeftuin)
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    return proeftuin


def evaluated(by: Actor, gemeente: str = MIDDEN_DRENTHE) -> UUID:
    """One on which a decision waits."""
    proeftuin = running(by, gemeente)
    evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Het lijkt te werken.")
    return proeftuin


def decided(by: Actor, keuze: str = "opschalen", **more) -> UUID:
    """One on which was decided."""
    proeftuin = evaluated(by)
    decide_proeftuin(
        by=by, proeftuin_id=proeftuin, keuze=keuze, reden="Daarom.", principes=[PRINCIPE], **more
    )
    return proeftuin


def whole_proeftuin(by: Actor, gemeente: str) -> dict[str, UUID]:
    """Name of a page to the id in its address."""
    design, runs, waits = try_out(by, gemeente), running(by, gemeente), evaluated(by, gemeente)
    return {
        **dict.fromkeys(("proeftuin-ontwerp", "proeftuin-starten"), design),
        **dict.fromkeys(("proeftuin-telling", "proeftuin-evaluatie", "proeftuin-afbreken"), runs),
        **dict.fromkeys(("proeftuin", "proeftuin-besluit"), waits),
    }
