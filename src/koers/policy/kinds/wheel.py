"""The wheel of working together: what is asked, on which scale, and what the partners are asked each year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst, Tussen

CATEGORIEEN, PER_CATEGORIE, TREDEN = 5, 4, 5


@dataclass(frozen=True, slots=True)
class Wielindicator:
    """One spoke: a short name, and the statement to which people answer how far it holds."""

    id: Annotated[str, KEBAB, Id("wielindicatoren")]
    naam: Tekst
    stelling: Tekst


@dataclass(frozen=True, slots=True)
class Wielcategorie:
    """One part of the wheel, with its spokes in their order."""

    id: Annotated[str, KEBAB, Id("wielcategorieen")]
    naam: Tekst
    uitleg: Tekst
    indicatoren: tuple[Wielindicator, ...]


@dataclass(frozen=True, slots=True)
class Partnersoort:
    id: Annotated[str, KEBAB, Id("partnersoorten")]
    naam: Tekst


@dataclass(frozen=True, slots=True)
class Partnervraag:
    """The question of the yearly evaluation: a mark of 1 to `hoogste`, sufficient from `voldoende_vanaf`."""

    vraag: Tekst
    hoogste: Annotated[int, Tussen(2, 10)]
    voldoende_vanaf: Annotated[int, Tussen(2, 10)]
    soorten: tuple[Partnersoort, ...]

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.voldoende_vanaf > self.hoogste:
            yield "voldoende_vanaf", "Dit cijfer kan niemand geven. Zet het niet hoger dan 'hoogste'."


@dataclass(frozen=True, slots=True)
class Wielkader:
    """`schaal`: in words, from not at all to entirely. `verschil_vanaf`: how many steps apart groups are told
    to see something differently."""

    id: Annotated[str, KEBAB, Id("wiel")]
    naam: Tekst
    toelichting: Tekst
    schaal: tuple[Tekst, ...]
    verschil_vanaf: Annotated[Decimal, Tussen(Decimal("0.5"), Decimal(4))]
    categorieen: tuple[Wielcategorie, ...]
    partners: Partnervraag
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if len(self.schaal) != TREDEN:
            yield "schaal", "De schaal heeft vijf treden. Schrijf voor elke trede een woord."
        sizes = Counter(len(een.indicatoren) for een in self.categorieen)
        if sizes != {PER_CATEGORIE: CATEGORIEEN}:
            yield (
                "categorieen",
                "Het wiel heeft vijf categorieën met elk vier indicatoren. Vul aan of haal weg.",
            )
