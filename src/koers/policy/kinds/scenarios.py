"""The scenarios for the region, the criteria to weigh them by and the choices behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, Ref, Tekst, Tussen, Uniek


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
