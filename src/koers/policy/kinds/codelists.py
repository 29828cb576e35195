"""Code lists of the standards (iJw, CBS, Iv3) and the levels of the Drents zorgordeningsmodel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Patroon, Ref, Tekst, Tussen


@dataclass(frozen=True, slots=True)
class Koppeling:
    """The code of another list that belongs with a code."""

    codelijst: Annotated[str, Ref("codelijsten")]
    code: str
    aanname: Annotated[str, Ref("aannames")] | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A code with our short label; `geldt_tot` is the first day on which it may no longer be used."""

    code: Annotated[str, Patroon(r"[0-9A-Za-z.]{1,10}", "letters, cijfers en punten, hooguit 10 tekens")]
    naam: Tekst
    groep: Tekst | None = None
    toelichting: Tekst | None = None
    regel: str | None = None
    geldt_vanaf: date | None = None
    geldt_tot: date | None = None
    niet_gebruiken: bool = False
    koppelingen: tuple[Koppeling, ...] = ()

    def overlaps(self, other: "Code") -> bool:
        """Whether both are valid on some day."""
        starts_before = (
            self.geldt_vanaf is None or other.geldt_tot is None or self.geldt_vanaf < other.geldt_tot
        )
        ends_after = self.geldt_tot is None or other.geldt_vanaf is None or other.geldt_vanaf < self.geldt_tot
        return starts_before and ends_after


@dataclass(frozen=True, slots=True)
class Codelijst:
    id: Annotated[str, KEBAB, Id("codelijsten")]
    naam: Tekst
    standaard: Literal["ijw", "cbs", "iv3"]
    versie: str
    codes: tuple[Code, ...]
    herkomst: Herkomst
    lijstcode: str | None = None
    toelichting: Tekst | None = None
    open_vragen: tuple[OpenVraag, ...] = ()

    def op(self, code: str, datum: date | None = None) -> Code | None:
        """The code as it stands on `datum` (default: the first one written); None when it does not exist."""
        for candidate in self.codes:
            if candidate.code == code and (datum is None or _valid(candidate, datum)):
                return candidate
        return None

    def faults(self) -> Iterator[tuple[str, str]]:
        for number, code in enumerate(self.codes):
            if any(code.code == earlier.code and code.overlaps(earlier) for earlier in self.codes[:number]):
                yield (
                    f"codes[{number}].code",
                    f"De code {code.code} staat er twee keer in. "
                    "Haal er een weg, of geef ze aansluitende data.",
                )


def _valid(code: Code, datum: date) -> bool:
    return (code.geldt_vanaf is None or code.geldt_vanaf <= datum) and (
        code.geldt_tot is None or datum < code.geldt_tot
    )


@dataclass(frozen=True, slots=True)
class Niveau:
    """One level of care. Names are ours and may be changed; the source shows them only in a picture."""

    nr: Annotated[int, Tussen(1, 20), Id("niveaus")]
    naam: Tekst
    omschrijving: Tekst
    toegang: Literal["vrij_toegankelijk", "individueel"]
    bovenlokaal: bool
    kleur: Literal["groen", "geel", "rood"]
    naam_in_bron: bool


@dataclass(frozen=True, slots=True)
class Interventieniveaus:
    id: Annotated[str, KEBAB, Id("interventieniveaus")]
    naam: Tekst
    toelichting: Tekst
    niveaus: tuple[Niveau, ...]
    aanname: Annotated[str, Ref("aannames")]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def niveau(self, nr: int) -> Niveau:
        """Raises KeyError for a level that does not exist."""
        for niveau in self.niveaus:
            if niveau.nr == nr:
                return niveau
        raise KeyError(nr)

    def faults(self) -> Iterator[tuple[str, str]]:
        numbers = [niveau.nr for niveau in self.niveaus]
        if numbers != list(range(1, len(numbers) + 1)):
            yield "niveaus", "De nummers van de niveaus lopen niet op vanaf 1 zonder gat. Zet ze op volgorde."
        for number, niveau in enumerate(self.niveaus):
            if niveau.bovenlokaal and niveau.toegang == "vrij_toegankelijk":
                yield (
                    f"niveaus[{number}].bovenlokaal",
                    "Een vrij toegankelijk niveau wordt niet bovenlokaal ingekocht. Kies een van beide.",
                )
