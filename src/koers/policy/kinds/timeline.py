"""The collective memory: what happened, was agreed or decided, with a date as precise as known."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Bron, Herkomst, Id, OpenVraag, Ref, Tekst, Tijdstip


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened. `volgt_op`: what it came from, where the source says so."""

    id: Annotated[str, KEBAB, Id("tijdlijn")]
    datum: Tijdstip
    soort: Literal["gebeurtenis", "afspraak", "besluit", "advies", "mijlpaal"]
    wat: Tekst
    vindplaats: Bron
    herkomst: Herkomst
    door: Tekst | None = None
    gremium: Annotated[str, Ref("gremia")] | None = None
    indicator: Annotated[str, Ref("indicatoren")] | None = None
    volgt_op: tuple[Annotated[str, Ref("tijdlijn")], ...] = ()
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.id in self.volgt_op:
            yield "volgt_op", "Een gebeurtenis volgt niet op zichzelf. Noem een eerdere."


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    gebeurtenissen: tuple[Gebeurtenis, ...]
