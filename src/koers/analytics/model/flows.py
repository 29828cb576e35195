"""How help flows: what is asked of the engines, and the lines of their answer.

The conventions are those of `model.definitions`. A stay is what Stroom counts: help of a person in a group
that overlaps, follows on, or comes back within `pauze_dagen`. It stops on the first day without help.

*Staying (Overleving).* Of every stay the moments are looked at that lie in the window: a stay that began
before it comes in late (left truncation), one that still runs after it goes out unfinished (censoring). On
moment t, days after its first day, a stay is at risk when that moment is in the window and help ran until
then. So the stops in all lines together are the outflow of the window, exactly.
"""

from dataclasses import dataclass

from koers.analytics.model.definitions import (
    ALLE_LEEFTIJDEN,
    Gebeurtenissen,
    Groep,
    Leeftijd,
    Selectie,
    Uniek,
    Voorwaarde,
)
from koers.analytics.model.grouping import MaatOngeldig, dimensions

LANGSTE_PAD = 6


@dataclass(frozen=True, slots=True)
class Persoonsdagen:
    """Days with help, of all persons together, in the window; a day with two kinds of help is one."""

    uit: tuple[Selectie, ...]


@dataclass(frozen=True, slots=True)
class Overleving:
    """Per moment of stay on which anybody stops: how many were at risk, and how many stopped."""

    uit: tuple[Selectie, ...]
    pauze_dagen: int = 0


@dataclass(frozen=True, slots=True)
class Lopend:
    """Per moment of stay: how many stays have come so far on the last day of the window, and still run.

    Of Overleving these are the unfinished ones (censored): together they are the stock of that day.
    """

    uit: tuple[Selectie, ...]
    pauze_dagen: int = 0


@dataclass(frozen=True, slots=True)
class Stapeling:
    """How many persons have one, two, … rows running on the last day of the window."""

    uit: tuple[Selectie, ...]
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Paden:
    """Chains of levels of the stays that begin in the window, in the order in which rows begin.

    The same level twice running is one step. After LANGSTE_PAD steps the chain is cut off.
    """

    uit: tuple[Selectie, ...]
    pauze_dagen: int = 0


@dataclass(frozen=True, slots=True)
class Bestedingen:
    """Declared in the window: distinct persons, distinct months of a person, and cents.

    A row without a person counts in the cents only.
    """

    waar: tuple[Voorwaarde, ...] = ()


Stroomvraag = Persoonsdagen | Overleving | Lopend | Stapeling | Paden | Bestedingen


@dataclass(frozen=True, slots=True)
class Stroomregel:
    """One line of an answer. `sleutel`: the moment (Overleving, Lopend), the number of rows (Stapeling), the
    levels and whether there were more (Paden), or nothing. `aantallen`: what is counted, as asked.
    """

    periode: str
    groep: Groep
    sleutel: tuple[int, ...]
    aantallen: tuple[int, ...]


def check_flow(vraag: Stroomvraag, groepeer: tuple[str, ...]) -> None:
    """Raises MaatOngeldig when the question cannot be grouped so, or asks levels of what has none."""
    if isinstance(vraag, Bestedingen):
        may = dimensions(Gebeurtenissen("declaraties"))
    else:
        may = dimensions(Uniek(vraag.uit)) - {"leeftijd"}
        if isinstance(vraag, Paden) and "niveau" not in may:
            raise MaatOngeldig("Een pad van niveaus kan alleen bij een tabel met een niveau.")
    for naam in groepeer:
        if naam not in may:
            raise MaatOngeldig(f"Groeperen naar '{naam}' kan niet. Kies uit: {', '.join(sorted(may))}.")


def sorted_lines(regels: list[Stroomregel]) -> tuple[Stroomregel, ...]:
    """By period, group and key; empty groups last."""
    return tuple(
        sorted(regels, key=lambda r: (r.periode, tuple((deel is None, deel) for deel in r.groep), r.sleutel))
    )
