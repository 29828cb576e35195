"""Norms: terms, ages, retention and duties, each with its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst, Tussen

Tijdseenheid = Literal["dagen", "werkdagen", "weken", "maanden", "jaren"]


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule from law, standard or council policy.

    `waarde` with `eenheid` for a term, age or retention; neither for a duty or right. `zekerheid` is how
    well we know it: read in the text itself, in one second-hand source, or still to be checked.
    """

    id: Annotated[str, KEBAB, Id("normen")]
    naam: Tekst
    soort: Literal["termijn", "leeftijd", "bewaartermijn", "plicht", "recht", "geen_norm"]
    artikel: str
    wat: Tekst
    zekerheid: Literal["gelezen", "een_bron", "te_controleren"]
    herkomst: Herkomst
    waarde: Annotated[Decimal, Tussen(Decimal("0.5"), Decimal(200))] | None = None
    eenheid: Tijdseenheid | None = None
    telt_vanaf: Tekst | None = None
    uitzondering: Tekst | None = None
    geldt_vanaf: date | None = None
    geldt_tot: date | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        measured = self.soort in ("termijn", "leeftijd", "bewaartermijn")
        if measured and (self.waarde is None or self.eenheid is None):
            where = "soort" if self.waarde is None else "waarde"
            yield where, f"Een {self.soort} heeft een waarde en een eenheid. Vul beide in."
        if not measured and (self.waarde is not None or self.eenheid is not None):
            yield (
                "waarde",
                "Alleen een termijn, leeftijd of bewaartermijn heeft een waarde en een eenheid. Haal ze weg.",
            )
        if self.soort == "leeftijd" and self.eenheid not in (None, "jaren"):
            yield "eenheid", "Een leeftijd staat in jaren. Zet de eenheid op jaren."
        if self.geldt_vanaf and self.geldt_tot and self.geldt_tot <= self.geldt_vanaf:
            yield (
                "geldt_tot",
                "Deze dag ligt niet na 'geldt_vanaf'. Zet hier de eerste dag waarop de norm niet meer geldt.",
            )
