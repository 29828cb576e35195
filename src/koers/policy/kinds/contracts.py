"""What procurement regions agree with providers: the duty to accept, and the conditions of a contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Patroon, Ref, Tekst, Tussen

# How sure a region is of a condition; nothing is made up where the source is silent.
Stand = Literal["in_contract", "beleid_van_gemeente", "niet_in_bron"]


@dataclass(frozen=True, slots=True)
class Weigeringsgrond:
    """A ground on which a provider says no. `toegestaan` false: it goes to contract management at once."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    wat: Tekst
    toegestaan: bool


@dataclass(frozen=True, slots=True)
class Acceptatieplicht:
    """The terms of one procurement region. `contractcode`: what its contracts call it.

    `antwoord_werkdagen` and `spoed_werkdagen`: working days for an answer after the day of the toewijzing.
    `geldt_vanaf`: from then on toewijzingen have a clock. `capaciteit_geldig_dagen`: an older report of
    capacity is shown as old.
    """

    id: Annotated[str, KEBAB, Id("acceptatieplicht")]
    inkoopregio: Annotated[str, Ref("gebieden")]
    contractcode: Annotated[str, Patroon(r"IR-[A-Z]{2,8}", "IR- met hoofdletters, zoals IR-NMD")]
    antwoord_werkdagen: Annotated[int, Tussen(1, 60)]
    spoed_werkdagen: Annotated[int, Tussen(1, 60)]
    geldt_vanaf: date
    capaciteit_geldig_dagen: Annotated[int, Tussen(1, 365)]
    gronden: tuple[Weigeringsgrond, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        ids = [grond.id for grond in self.gronden]
        if len(ids) != len(set(ids)):
            yield "gronden", "Twee gronden hebben hetzelfde id. Geef elke grond een eigen id."
        rest = self.grond("anders")
        if rest is None or rest.toegestaan:
            yield (
                "gronden",
                "Wie iets anders zegt dan de lijst, moet dat kunnen kiezen. Zet er een grond anders bij met "
                "toegestaan: false.",
            )
        if self.spoed_werkdagen > self.antwoord_werkdagen:
            yield (
                "spoed_werkdagen",
                "Bij spoed is de termijn langer dan anders. Kies hetzelfde of minder dagen.",
            )

    def grond(self, id: str) -> Weigeringsgrond | None:
        """The ground of this id; None when this region does not know it."""
        return next((grond for grond in self.gronden if grond.id == id), None)


@dataclass(frozen=True, slots=True)
class InRegio:
    """Whether a condition holds in one procurement region."""

    inkoopregio: Annotated[str, Ref("gebieden")]
    stand: Stand


@dataclass(frozen=True, slots=True)
class Inkoopvoorwaarde:
    """One condition that contracts may hold, and where it holds. `toets`: how anybody sees that it is met."""

    id: Annotated[str, KEBAB, Id("inkoopvoorwaarden")]
    nr: Annotated[int, Tussen(1, 99)]
    naam: Tekst
    wat: Tekst
    toets: Tekst
    regios: tuple[InRegio, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        names = [een.inkoopregio for een in self.regios]
        if len(names) != len(set(names)):
            yield "regios", "Een inkoopregio staat er twee keer. Laat één regel staan."

    def stand_in(self, inkoopregio: str) -> Stand:
        """Whether it holds there; a region that is not named is not in the source."""
        return next((een.stand for een in self.regios if een.inkoopregio == inkoopregio), "niet_in_bron")
