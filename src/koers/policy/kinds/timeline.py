"""The collective memory: what happened, was agreed or decided, with a date as precise as known."""

from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Bron, Herkomst, Id, OpenVraag, Ref, Tekst, Tijdstip


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    id: Annotated[str, KEBAB, Id("tijdlijn")]
    datum: Tijdstip
    soort: Literal["gebeurtenis", "afspraak", "besluit", "advies", "mijlpaal"]
    wat: Tekst
    vindplaats: Bron
    herkomst: Herkomst
    door: Tekst | None = None
    gremium: Annotated[str, Ref("gremia")] | None = None
    indicator: Annotated[str, Ref("indicatoren")] | None = None
    open_vragen: tuple[OpenVraag, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    gebeurtenissen: tuple[Gebeurtenis, ...]
