"""Lists by which municipalities or the region judge themselves each year, with the scale of their answers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst, Tussen


@dataclass(frozen=True, slots=True)
class Oordeeltrede:
    """One answer of the scale. `soort`: the sign beside its word."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    soort: Literal["goed", "let-op", "fout", "rust"]


@dataclass(frozen=True, slots=True)
class Oordeelpunt:
    """What is judged. `bron_zegt`: what the source found when it looked."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    vraag: Tekst
    bron_zegt: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Oordeellijst:
    """`van`: whether each municipality answers, or the region once for all."""

    nr: Annotated[int, Tussen(1, 99)]
    id: Annotated[str, KEBAB, Id("oordelen")]
    naam: Tekst
    uitleg: Tekst
    van: Literal["gemeente", "regio"]
    schaal: tuple[Oordeeltrede, ...]
    punten: tuple[Oordeelpunt, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        for veld, ids in (
            ("schaal", [een.id for een in self.schaal]),
            ("punten", [een.id for een in self.punten]),
        ):
            for id, aantal in Counter(ids).items():
                if aantal > 1:
                    yield veld, f"'{id}' staat er twee keer in. Geef elk een eigen id."
