"""Areas: the country, regions, the municipalities with their inkoopregio, and areas within one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, Patroon, Ref, Tekst, Uniek


@dataclass(frozen=True, slots=True)
class Gebied:
    """`eigen_omgeving`: may keep its own casework in this installation (only a municipality can).

    `plaatsen`: the places of an area within a municipality, as they stand in addresses.
    """

    id: Annotated[str, KEBAB, Id("gebieden")]
    naam: Tekst
    soort: Literal["land", "landsdeel", "jeugdregio", "inkoopregio", "gemeente", "deelgebied"]
    eigen_omgeving: bool
    herkomst: Herkomst
    code: (
        Annotated[
            str,
            Patroon(r"GM[0-9]{4}|JZ[0-9]{2}", "GM met vier cijfers of JZ met twee cijfers"),
            Uniek("gebieden.code"),
        ]
        | None
    ) = None
    deel_van: Annotated[str, Ref("gebieden")] | None = None
    plaatsen: tuple[str, ...] = ()

    def faults(self) -> Iterator[tuple[str, str]]:
        prefix = {"gemeente": "GM", "jeugdregio": "JZ"}.get(self.soort)
        if (self.code or "")[:2] != (prefix or ""):
            yield (
                "code",
                "Een gemeente heeft een code met GM, een jeugdregio een code met JZ, een ander "
                "gebied geen code.",
            )
        if self.eigen_omgeving and self.soort != "gemeente":
            yield "eigen_omgeving", "Alleen een gemeente kan een eigen omgeving hebben. Zet false."
        if self.plaatsen and self.soort != "deelgebied":
            yield "plaatsen", "Alleen een deelgebied noemt zijn plaatsen. Laat ze hier weg."


def places_around(gebieden: Iterable[Gebied], plaatsen: Iterable[str]) -> frozenset[str]:
    """These places, and every other place in the same areas."""
    here = frozenset(plaatsen)
    return here.union(*(gebied.plaatsen for gebied in gebieden if here & set(gebied.plaatsen)))


def areas_within(gebieden: Iterable[Gebied], gemeentecode: str) -> tuple[Gebied, ...]:
    """The areas of a municipality, in the order of the file; one that names none is itself the one area."""
    every = tuple(gebieden)
    here = next((een for een in every if een.code == gemeentecode), None)
    if here is None:
        return ()
    parts = tuple(een for een in every if een.soort == "deelgebied" and een.deel_van == here.id)
    return parts or (here,)


@dataclass(frozen=True, slots=True)
class Gebieden:
    gebieden: tuple[Gebied, ...]
