"""The scenarios for the region, the criteria to weigh them by and the choices behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, Ontbreekt, OpenVraag, Ref, Tekst, Tussen, Uniek


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant that covers the interventieniveaus `van_niveau` up to and including `tot_en_met_niveau`."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    van_niveau: Annotated[int, Ref("niveaus")]
    tot_en_met_niveau: Annotated[int, Ref("niveaus")]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Number 0 is today's situation: shown beside the others, never a choice for the future."""

    nr: Annotated[int, Tussen(0, 20), Uniek("scenarios.nr")]
    id: Annotated[str, KEBAB, Id("scenarios")]
    naam: Tekst
    toekomst: bool
    ambitie: Tekst
    op_drentse_schaal: tuple[Tekst, ...]
    taken_inkoopregios: Tekst
    herkomst: Herkomst
    intensiteit: Annotated[int, Tussen(0, 10)] | None = None
    advies: bool = False
    voor: tuple[Tekst, ...] = ()
    tegen: tuple[Tekst, ...] = ()
    varianten: tuple[Variant, ...] = ()
    vraagt: Tekst | None = None

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.toekomst and (self.intensiteit is None or not self.voor or not self.tegen):
            yield "toekomst", "Een scenario voor de toekomst heeft intensiteit, voor en tegen. Vul ze aan."
        if not self.toekomst and self.advies:
            yield "advies", "De huidige situatie kan niet het advies zijn. Zet advies op false."


@dataclass(frozen=True, slots=True)
class Criterium:
    id: Annotated[str, KEBAB, Id("criteria")]
    naam: Tekst
    uitleg: Tekst


@dataclass(frozen=True, slots=True)
class Keuze:
    id: Annotated[str, KEBAB, Id("keuzes")]
    vraag: Tekst
    uitleg: Tekst


@dataclass(frozen=True, slots=True)
class Scenariokader:
    id: Annotated[str, KEBAB, Id("scenariokader")]
    naam: Tekst
    toelichting: Tekst
    criteria: tuple[Criterium, ...]
    keuzes: tuple[Keuze, ...]
    geldt_altijd: tuple[Tekst, ...]
    herkomst: Herkomst


Taakpartij = Literal["jeugdhulpregio", "noordmidden", "zuid", "gemeenten"]


@dataclass(frozen=True, slots=True)
class TaakInScenario:
    """Who has a task in a scenario; nobody, where the source says that nobody does it."""

    scenario: Annotated[str, Ref("scenarios")]
    partijen: tuple[Taakpartij, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenariotaak:
    """A task with who has it in each scenario; a scenario of which the source does not tell is left out.

    `hoe`: whether parties that have it together share the hours, or each do it whole.
    """

    id: Annotated[str, KEBAB, Id("scenariotaken.taken")]
    naam: Tekst
    uren_per_week: Annotated[Decimal, Tussen(Decimal("0.1"), Decimal(10_000))] | Ontbreekt
    hoe: Literal["samen", "elk"]
    wie: tuple[TaakInScenario, ...]

    def faults(self) -> Iterator[tuple[str, str]]:
        genoemd = [een.scenario for een in self.wie]
        if len(set(genoemd)) < len(genoemd):
            yield "wie", "Een scenario staat er twee keer. Noem elk scenario één keer."

    def parties(self, scenario: str) -> tuple[str, ...] | None:
        """Who has it in this scenario; None where the source does not tell."""
        return next((een.partijen for een in self.wie if een.scenario == scenario), None)


@dataclass(frozen=True, slots=True)
class Scenariotaken:
    id: Annotated[str, KEBAB, Id("scenariotaken")]
    naam: Tekst
    toelichting: Tekst
    taken: tuple[Scenariotaak, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()
