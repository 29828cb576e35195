"""What a besluit is tested against: the rules of the verordening, and who may decide how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst, Tussen

# What an answer does to the decision: nothing, ask for a reason, or stand in the way of a toekenning.
Gevolg = Literal["gaat_door", "vraagt_reden", "wijst_af"]


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer to the question of a rule, and the sentence it puts in the letter, if any."""

    id: str
    naam: Tekst
    gevolg: Gevolg
    brief: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Verordeningsregel:
    """One version of a rule. Versions of one `regel` follow each other; the letter names `artikel`.

    `gemeentelijk_artikel`: the article in the municipality's own verordening; empty as long as nobody
    filled it in, which the page says. `doorbreekt`: with this answer a toekenning may go against another
    rule (the hardheidsclausule).
    """

    id: Annotated[str, KEBAB, Id("verordening")]
    regel: Annotated[str, KEBAB]
    nr: Annotated[int, Tussen(1, 99)]
    naam: Tekst
    artikel: str
    wat: Tekst
    vraag: Tekst
    antwoorden: tuple[Antwoord, ...]
    verplicht: bool
    geldt_vanaf: date
    herkomst: Herkomst
    geldt_tot: date | None = None
    gemeentelijk_artikel: str | None = None
    doorbreekt: str | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        ids = [antwoord.id for antwoord in self.antwoorden]
        if len(ids) < 2 or len(ids) != len(set(ids)):
            yield "antwoorden", "Een vraag heeft ten minste twee verschillende antwoorden. Vul ze aan."
        if self.doorbreekt is not None and self.doorbreekt not in ids:
            yield "doorbreekt", "Dit is geen antwoord van deze regel. Kies een id dat bij 'antwoorden' staat."
        if self.geldt_tot is not None and self.geldt_tot <= self.geldt_vanaf:
            yield (
                "geldt_tot",
                "Deze dag ligt niet na 'geldt_vanaf'. Zet hier de dag waarop de regel niet meer geldt.",
            )

    def holds(self, dag: date) -> bool:
        """Whether this version is in force on a day."""
        return self.geldt_vanaf <= dag and (self.geldt_tot is None or dag < self.geldt_tot)


@dataclass(frozen=True, slots=True)
class Besluitmandaat:
    """Who may decide in the name of the college, up to which expected costs per year.

    `hulpvormen`: CBS codes; empty means all. Above `tweede_paar_ogen_boven` somebody else decides about
    what one proposes. `registratie`: the decider or the adviser has a valid SKJ or BIG number.
    """

    id: Annotated[str, KEBAB, Id("besluitmandaten")]
    naam: Tekst
    rol: str
    tot_en_met_euro: Annotated[int, Tussen(0, 10**7)]
    tweede_paar_ogen_boven: Annotated[int, Tussen(0, 10**7)]
    adviseur_nodig: bool
    registratie: bool
    geldt_vanaf: date
    herkomst: Herkomst
    hulpvormen: tuple[str, ...] = ()
    geldt_tot: date | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        if self.tweede_paar_ogen_boven > self.tot_en_met_euro:
            yield (
                "tweede_paar_ogen_boven",
                "Dit bedrag ligt boven 'tot_en_met_euro'. Kies hetzelfde bedrag of lager.",
            )

    def holds(self, dag: date) -> bool:
        """Whether this mandate is in force on a day."""
        return self.geldt_vanaf <= dag and (self.geldt_tot is None or dag < self.geldt_tot)
