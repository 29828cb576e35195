"""What is there for families before individual help: the directory of voorliggende voorzieningen."""

from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB, Jaar, Positief
from koers.policy.values import Bron, Herkomst, Id, Leeftijd, Ontbreekt, Ref, Tekst


@dataclass(frozen=True, slots=True)
class Bereik:
    """How many young people it reached in a year, and what the source counted."""

    aantal: Positief
    jaar: Jaar
    wat: Tekst


@dataclass(frozen=True, slots=True)
class Voorziening:
    """Something that a family can use without a besluit.

    `stand`: "voorbeeld" means that the source names it in a story, so somebody must ask whether it is
    there now. `gebieden`: where it is; a whole gemeente or a part. `vragen`: what people come with.
    """

    id: Annotated[str, KEBAB, Id("voorzieningen")]
    naam: Tekst
    trede: Literal["eigen_kracht", "omgevingskracht", "algemene_voorziening"]
    stand: Literal["bestaand", "in_opbouw", "voorbeeld"]
    wat: Tekst
    vragen: tuple[Tekst, ...]
    aanbieder: Tekst
    gebieden: tuple[Annotated[str, Ref("gebieden")], ...]
    leeftijd: Leeftijd | Ontbreekt
    gratis: bool | Ontbreekt
    bereik: Bereik | Ontbreekt
    vindplaats: Bron
    herkomst: Herkomst
    in_groep: bool = False


@dataclass(frozen=True, slots=True)
class Voorzieningen:
    voorzieningen: tuple[Voorziening, ...]
