"""When something gets out of hand: who informs whom, within which hour, and what may be said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from koers.domain.escalaties import MELDT
from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Ref, Tekst, Tussen


@dataclass(frozen=True, slots=True)
class Protocolstap:
    """`wie` informs `aan` within `binnen_uren` of the moment on which it was known. `rol`: who in Koers sees
    to it. `zeggen`, `niet_zeggen`: what may be said, and what may not. `normen`: what the law asks of it."""

    id: Annotated[str, KEBAB]
    rol: str
    wie: Tekst
    aan: Tekst
    binnen_uren: Annotated[int, Tussen(1, 720)]
    zeggen: tuple[Tekst, ...]
    niet_zeggen: tuple[Tekst, ...]
    normen: tuple[Annotated[str, Ref("normen")], ...] = ()


@dataclass(frozen=True, slots=True)
class Escalatieprotocol:
    """One kind of event. `evaluatie_binnen_dagen`: with it, nobody closes before what was learned is
    written down."""

    nr: Annotated[int, Tussen(1, 99)]
    id: Annotated[str, KEBAB, Id("escalaties")]
    naam: Tekst
    wanneer: Tekst
    stappen: tuple[Protocolstap, ...]
    herkomst: Herkomst
    evaluatie_binnen_dagen: Annotated[int, Tussen(1, 365)] | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        for id, aantal in Counter(stap.id for stap in self.stappen).items():
            if aantal > 1:
                yield "stappen", f"De stap '{id}' staat er twee keer. Geef elke stap een eigen id."
        for stap in self.stappen:
            if stap.rol not in MELDT:
                yield (
                    "stappen",
                    f"De rol '{stap.rol}' volgt geen escalaties. Kies: {', '.join(sorted(MELDT))}.",
                )
