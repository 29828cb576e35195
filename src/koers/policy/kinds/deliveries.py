"""What partners deliver: which table, how often, how long after the period, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Ref, Tekst, Tussen


@dataclass(frozen=True, slots=True)
class Leverafspraak:
    """One agreement. `termijn_dagen`: after the last day of a period. `gemeenten`: about which."""

    id: Annotated[str, KEBAB, Id("leveringen")]
    partner: Tekst
    soort_partner: Literal["school", "kinderopvang", "welzijn", "ggd", "gemeente", "onderzoek"]
    tabel: str
    ritme: Literal["jaar", "schooljaar", "kwartaal"]
    termijn_dagen: Annotated[int, Tussen(1, 365)]
    vanaf: date
    gemeenten: tuple[Annotated[str, Ref("gebieden")], ...]
    waarvoor: Tekst
    herkomst: Herkomst
    tot_en_met: date | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.tabel not in PARTNERTABELLEN:
            yield "tabel", f"Deze tabel is er niet. Kies uit: {', '.join(PARTNERTABELLEN)}."
        if self.tot_en_met is not None and self.tot_en_met < self.vanaf:
            yield "tot_en_met", "De afspraak eindigt voor zij begint. Kies een latere dag."


@dataclass(frozen=True, slots=True)
class Leverafspraken:
    leveringen: tuple[Leverafspraak, ...]
