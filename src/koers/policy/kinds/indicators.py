"""Indicators: what is counted, from what, towards which target, and what the source leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB, Jaar, Positief
from koers.policy.values import Bron, Herkomst, Id, Leeftijd, Ontbreekt, OpenVraag, Ref, Tekst, Tijdstip

Eenheid = Literal["procent", "procent_verandering", "aantal", "dagen", "euro"]
Periodesoort = Literal["stand", "in_de_periode", "instroom", "uitstroom", "verandering", "per_jaar"]
Richting = Literal["omlaag", "omhoog", "geen"]


@dataclass(frozen=True, slots=True)
class Telling:
    """Of whom or what a figure speaks. Each part is given, or said to be absent from the source."""

    teller: Tekst | Ontbreekt
    noemer: Tekst | Ontbreekt
    leeftijd: Leeftijd | Ontbreekt
    jaar: Jaar | Ontbreekt
    periode: Periodesoort | Ontbreekt


@dataclass(frozen=True, slots=True)
class Meting:
    """How Koers counts it. `volgens` tells whether the source says so or whether it is our assumption."""

    teller: Tekst
    noemer: Tekst | Ontbreekt
    leeftijd: Leeftijd | Ontbreekt
    periode: Periodesoort
    volgens: Literal["bron", "aanname"]
    aanname: Annotated[str, Ref("aannames")] | None = None

    def faults(self) -> Iterator[tuple[str, str]]:
        if (self.volgens == "aanname") != (self.aanname is not None):
            yield (
                "volgens",
                "Noem bij 'aanname' het bestand uit aannames/ als volgens op aanname staat, en anders niet.",
            )


@dataclass(frozen=True, slots=True)
class Streefdatum:
    datum: date
    zoals_in_bron: Tekst
    vindplaats: Bron


@dataclass(frozen=True, slots=True)
class Doel:
    """One target as the source states it; two target dates of the same target stand side by side."""

    streefwaarde: Decimal | Ontbreekt
    in_woorden: Tekst
    streefdata: tuple[Streefdatum, ...] | Ontbreekt
    telling: Telling
    voorwaarden: tuple[Tekst, ...] = ()


@dataclass(frozen=True, slots=True)
class Waarneming:
    """A figure that the source gives."""

    gebied: Annotated[str, Ref("gebieden")]
    peil: Tijdstip | Ontbreekt
    waarde: Decimal
    telling: Telling
    vindplaats: Bron
    in_woorden: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of a target amount; the parts add up to it."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    waarde: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    id: Annotated[str, KEBAB, Id("indicatoren")]
    naam: Tekst
    soort: Literal["algemeen", "doel", "proces", "kwaliteit", "financieel", "landelijk", "stroom"]
    wat: Tekst
    waarom: Tekst
    eenheid: Eenheid
    eenheid_tekst: Tekst
    richting: Richting
    meting: Meting
    herkomst: Herkomst
    doelen: tuple[Doel, ...] = ()
    startwaarde: Waarneming | None = None
    waarnemingen: tuple[Waarneming, ...] = ()
    opbouw: tuple[Onderdeel, ...] = ()
    grens_dagen: Positief | None = None
    basisjaar: Jaar | Ontbreekt | None = None
    nummer_in_bron: str | None = None
    toelichting: Tekst | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        total = sum((part.waarde for part in self.opbouw), Decimal(0))
        if self.opbouw and self.doelen and self.doelen[0].streefwaarde != total:
            yield (
                "opbouw",
                f"De onderdelen tellen op tot {total}, de streefwaarde is "
                f"{self.doelen[0].streefwaarde}. Maak ze gelijk.",
            )
        if self.doelen and self.richting == "geen":
            yield "richting", "Deze indicator heeft een doel. Kies omlaag of omhoog."
        needs_base = self.eenheid == "procent_verandering"
        if needs_base != (self.basisjaar is not None):
            yield (
                "eenheid" if self.basisjaar is None else "basisjaar",
                "Een verandering in procenten heeft een basisjaar (of niet_in_bron); een andere "
                "eenheid niet.",
            )
        parts_of_whole = self.eenheid == "procent"
        if parts_of_whole == isinstance(self.meting.noemer, Ontbreekt):
            yield (
                "meting.noemer",
                "Een percentage heeft een noemer; bij een aantal, bedrag of verandering is die "
                "niet_van_toepassing.",
            )
