"""Templates of the reports of the P&C-cycle: their chapters, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, OpenVraag, Ref, Tekst


@dataclass(frozen=True, slots=True)
class Rapportagehoofdstuk:
    """A chapter answers one question. `eigenaar`: the role that writes its text. `tonen`: beside the figures,
    their course over the years and the municipality among the others. `per_gebied`: one such chapter for
    each area of the municipality, with the meetings of its gebiedsagenda. `principes`: with what leaned on
    the leading principles in that period, and where was deviated and why."""

    id: Annotated[str, KEBAB]
    titel: Tekst
    vraag: Tekst
    eigenaar: Literal["controller", "beleidsadviseur"]
    indicatoren: tuple[Annotated[str, Ref("indicatoren")], ...] = ()
    tonen: tuple[Literal["verloop", "vergelijking"], ...] = ()
    per_gebied: bool = False
    principes: bool = False


@dataclass(frozen=True, slots=True)
class Rapportagesjabloon:
    """A kind of report over a `kwartaal`, `halfjaar` or `jaar`; `voor`: whom it is for."""

    id: Annotated[str, KEBAB, Id("rapportages")]
    naam: Tekst
    per: Literal["kwartaal", "halfjaar", "jaar"]
    voor: Tekst
    hoofdstukken: tuple[Rapportagehoofdstuk, ...]
    herkomst: Herkomst
    open_vragen: tuple[OpenVraag, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for number, een in enumerate(self.hoofdstukken):
            if een.id in seen:
                yield (
                    f"hoofdstukken[{number}].id",
                    f"Het hoofdstuk {een.id} staat er twee keer in. Haal er een weg.",
                )
            seen.add(een.id)
            # The same numbers in two kinds of report would be told twice, and together tell more.
            if een.per_gebied and self.per != "halfjaar":
                yield (
                    f"hoofdstukken[{number}].per_gebied",
                    "Hoofdstukken per gebied horen alleen in een rapportage per halfjaar. Zet false.",
                )
