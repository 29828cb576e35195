"""The network: scales, bodies and how they connect, who does what, projects and dossiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB, Positief, Uren
from koers.policy.values import Bron, Herkomst, Id, OpenVraag, Ref, Tekst, Tijdstip, Tussen


@dataclass(frozen=True, slots=True)
class Schaal:
    nr: Annotated[int, Tussen(1, 20)]
    id: Annotated[str, KEBAB, Id("schalen")]
    naam: Tekst
    uitleg: Tekst
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Schalen:
    schalen: tuple[Schaal, ...]


@dataclass(frozen=True, slots=True)
class Gremium:
    """A body that meets, or once met, or is proposed. `besluitbevoegd` stays out where no source tells."""

    id: Annotated[str, KEBAB, Id("gremia")]
    naam: Tekst
    schaal: Annotated[str, Ref("schalen")]
    soort: Literal["bestuurlijk", "ambtelijk", "uitvoerend", "inkoop", "bureau"]
    status: Literal["bestaand", "te_splitsen", "voorgesteld", "opgeheven"]
    doel: Tekst
    herkomst: Herkomst
    leden: Tekst | None = None
    keren_per_jaar: Positief | None = None
    bereidt_voor: tuple[Annotated[str, Ref("gremia")], ...] = ()
    splitst_in: tuple[Annotated[str, Ref("gremia")], ...] = ()
    besluitbevoegd: bool | None = None
    tijdelijk: bool = False
    sinds: Tijdstip | None = None
    tot: Tijdstip | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if (self.status == "te_splitsen") != bool(self.splitst_in):
            where = "splitst_in" if self.splitst_in else "status"
            yield where, "Bij de status te_splitsen hoort splitst_in, en alleen daarbij."
        if self.id in self.bereidt_voor:
            yield "bereidt_voor", "Een gremium bereidt zichzelf niet voor. Noem een ander gremium."
        if self.sinds and self.tot and self.tot.vanaf < self.sinds.vanaf:
            yield "tot", "Het einde ligt voor het begin. Kijk naar 'sinds' en 'tot'."


@dataclass(frozen=True, slots=True)
class Verbinding:
    """A link between two bodies, with what the analysis of 2022 says about it."""

    id: Annotated[str, KEBAB, Id("verbindingen")]
    van: Annotated[str, Ref("gremia")]
    naar: Annotated[str, Ref("gremia")]
    staat: Literal["aanwezig", "zwak", "ontbreekt"]
    wat: Tekst
    vindplaats: Bron
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Verbindingen:
    verbindingen: tuple[Verbinding, ...]


@dataclass(frozen=True, slots=True)
class Taak:
    id: Annotated[str, KEBAB, Id("taken")]
    naam: Tekst


@dataclass(frozen=True, slots=True)
class TakenOpSchaal:
    schaal: Annotated[str, Ref("schalen")]
    taken: tuple[Taak, ...]


@dataclass(frozen=True, slots=True)
class Taakverdeling:
    id: Annotated[str, KEBAB, Id("taakverdelingen")]
    naam: Tekst
    toelichting: Tekst
    scenario: Annotated[str, Ref("scenarios")]
    schalen: tuple[TakenOpSchaal, ...]
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class VanTot:
    van: Positief
    tot_en_met: Positief

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.tot_en_met < self.van:
            yield "tot_en_met", "Het hoogste getal is lager dan het laagste. Draai ze om."


@dataclass(frozen=True, slots=True)
class Stand:
    peil: Tijdstip
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Project:
    """A project of the programme Envedder. `oorspronkelijk`: one of the three of 2018."""

    id: Annotated[str, KEBAB, Id("projecten")]
    naam: Tekst
    wat: Tekst
    oorspronkelijk: bool
    structureel: bool
    afronding: Tekst
    herkomst: Herkomst
    uren_per_week: Uren | None = None
    uren_toelichting: Tekst | None = None
    doel_gereed: date | None = None
    stand: Stand | None = None
    verplicht_als: Tekst | None = None
    onderdeel_van: Annotated[str, Ref("projecten")] | None = None
    dossierhouder: Annotated[str, Ref("gremia")] | None = None
    gezinnen_per_hub: VanTot | None = None
    leeftijd_tot_en_met: Annotated[int, Tussen(0, 30)] | None = None
    open_vragen: tuple[OpenVraag, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    id: Annotated[str, KEBAB, Id("dossiers")]
    naam: Tekst
    herkomst: Herkomst
    wat: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Dossiers:
    dossiers: tuple[Dossier, ...]
