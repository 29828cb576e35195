"""What a plan of a gezin can look at, if the question asks for it: a wheel with marks, or factors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst


@dataclass(frozen=True, slots=True)
class Planpunt:
    """One spoke of the wheel, or one factor; `vraag` is how a worker asks about it."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    vraag: Tekst


@dataclass(frozen=True, slots=True)
class Plankader:
    """A `wiel` gets a mark from 0 to 10 per point; of `factoren` it is written down what is seen."""

    id: Annotated[str, KEBAB, Id("plankaders")]
    naam: Tekst
    soort: Literal["wiel", "factoren"]
    toelichting: Tekst
    punten: tuple[Planpunt, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for number, punt in enumerate(self.punten):
            if punt.id in seen:
                yield f"punten[{number}].id", f"Het punt {punt.id} staat er twee keer in. Haal er een weg."
            seen.add(punt.id)
