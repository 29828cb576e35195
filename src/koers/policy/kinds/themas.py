"""The maatschappelijke thema's that partners can choose from, and which figures tell about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from koers.domain.grootheden import GROOTHEDEN
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Tekst


@dataclass(frozen=True, slots=True)
class Partnermaat:
    """A number of a table of partners; with `geheel` it is also told as a part of that.

    `groep`: of one group of the table; None: every group by itself.
    """

    tabel: str
    maat: str
    geheel: str | None = None
    groep: str | None = None

    def faults(self) -> Iterator[tuple[str, str]]:
        known = PARTNERTABELLEN.get(self.tabel)
        if known is None:
            yield "tabel", f"Deze tabel is er niet. Kies uit: {', '.join(PARTNERTABELLEN)}."
            return
        if self.maat not in known.maten:
            yield "maat", f"Deze maat staat niet in de tabel. Kies uit: {', '.join(known.maten)}."
        elif self.geheel is not None and (self.maat, self.geheel) not in known.delen:
            yield (
                "geheel",
                "Van dit geheel is de maat in deze tabel geen deel. Laat het weg of kies een ander.",
            )
        keuze = next((k.keuze for k in known.tabel.kolommen if k.naam == known.groep), ())
        if self.groep is not None and self.groep not in keuze:
            yield (
                "groep",
                f"Deze groep heeft de tabel niet. Kies uit: {', '.join(map(str, keuze)) or 'geen'}.",
            )


@dataclass(frozen=True, slots=True)
class Thema:
    """One theme. `grootheden`: published figures of all municipalities; the first one stands in the list."""

    id: Annotated[str, KEBAB, Id("themas")]
    naam: Tekst
    wat: Tekst
    herkomst: Herkomst
    grootheden: tuple[str, ...] = ()
    partnercijfers: tuple[Partnermaat, ...] = ()
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        for naam in self.grootheden:
            if naam not in GROOTHEDEN:
                yield (
                    "grootheden",
                    f"'{naam}' is geen cijfer dat Koers kent. Kies uit: {', '.join(GROOTHEDEN)}.",
                )
        if not self.grootheden and not self.partnercijfers:
            yield (
                "grootheden",
                "Een thema heeft minstens een cijfer. Noem er een van het CBS of van een partner.",
            )


@dataclass(frozen=True, slots=True)
class Themas:
    themas: tuple[Thema, ...]
