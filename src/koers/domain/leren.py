"""Leren: the competences that partners ask of their people, paths to learn them, and kenniscafés.

The toetsingskader names competences and leerlijnen (Koersen, chapter 4, opgave 2); kenniscafés are of the
Drentse Jeugdacademie (Omarm de complexiteit, on its projects). Nobody is ranked: who took part is told by
organisation and role, in the order of their names, and a person sees only the own notes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from koers.domain.rapportages import check_tekst as check_kort
from koers.domain.rollen import OP_SCHOOL, STURING, Rol
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

COMPETENTIE, LEERLIJN, KENNISCAFE = "competentie", "leerlijn", "kenniscafe"
LEERSOORTEN = (COMPETENTIE, LEERLIJN, KENNISCAFE)
SCHRIJFT_LEREN = frozenset({Rol.BELEIDSADVISEUR})
# The numbers are for who leads and steers; the others see their own part.
ZIET_DEELNAME = frozenset({Rol.BELEIDSADVISEUR, Rol.CONTROLLER, Rol.STUURGROEPLID, Rol.WETHOUDER})
LEEST_LEREN = OP_SCHOOL | (STURING - {Rol.RAADSLID, Rol.REGIOMANAGER})

LANGSTE_NAAM = 120
LANGSTE_REDEN = 200
MEESTE_ONDERDELEN = 20
MEESTE_GASTEN = 200


@dataclass(frozen=True, slots=True)
class Leerinhoud:
    """What a sheet says. `naam`: of the competence or path, or the subject of a kenniscafé.

    `competenties`: keys of the competences that it is about. `onderdelen`: parts of a path, in order.
    `dag`, `gastheer`, `opbrengst`, `vervolg`: of a kenniscafé: when, whose guests, what was taken from it,
    what comes next. `vervallen`: it is not asked or given any more.
    """

    naam: str
    omschrijving: str
    competenties: tuple[str, ...] = ()
    onderdelen: tuple[str, ...] = ()
    dag: date | None = None
    gastheer: str = ""
    opbrengst: str = ""
    vervolg: str = ""
    vervallen: bool = False

    def frozen(self) -> dict[str, Any]:
        """As plain values, to keep."""
        return {
            "naam": self.naam.strip(),
            "omschrijving": self.omschrijving.strip(),
            "competenties": list(self.competenties),
            "onderdelen": [een.strip() for een in self.onderdelen],
            "dag": self.dag.isoformat() if self.dag else None,
            "gastheer": self.gastheer.strip(),
            "opbrengst": self.opbrengst.strip(),
            "vervolg": self.vervolg.strip(),
            "vervallen": self.vervallen,
        }

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Leerinhoud":
        """From what `frozen` gave."""
        return cls(
            naam=kept["naam"],
            omschrijving=kept["omschrijving"],
            competenties=tuple(kept["competenties"]),
            onderdelen=tuple(kept["onderdelen"]),
            dag=date.fromisoformat(kept["dag"]) if kept["dag"] else None,
            gastheer=kept["gastheer"],
            opbrengst=kept["opbrengst"],
            vervolg=kept["vervolg"],
            vervallen=kept["vervallen"],
        )


def check_leerinhoud(soort: str, inhoud: Leerinhoud, bekend: Collection[str]) -> None:
    """`bekend`: keys of the competences of the municipality.

    Refused: niet_gevonden, leerblad_zonder_naam, leerblad_zonder_tekst, tekst_te_lang, competentie_onbekend,
    leerlijn_zonder_onderdelen, kenniscafe_zonder_dag.
    """
    if soort not in LEERSOORTEN:
        raise Refused("niet_gevonden")
    check_kort(inhoud.naam, "leerblad_zonder_naam", LANGSTE_NAAM)
    check_tekst(inhoud.omschrijving, "leerblad_zonder_tekst")
    for tekst in (inhoud.opbrengst, inhoud.vervolg, inhoud.gastheer):
        if tekst.strip():
            check_tekst(tekst, "leerblad_zonder_tekst")
    if not set(inhoud.competenties) <= set(bekend):
        raise Refused("competentie_onbekend")
    if soort == LEERLIJN and not 1 <= len(inhoud.onderdelen) <= MEESTE_ONDERDELEN:
        raise Refused("leerlijn_zonder_onderdelen", aantal=MEESTE_ONDERDELEN)
    if soort == KENNISCAFE and (inhoud.dag is None or not inhoud.gastheer.strip()):
        raise Refused("kenniscafe_zonder_dag")


def check_deelname(soort: str, inhoud: Leerinhoud, today: date) -> None:
    """Whether somebody can have taken part. Refused: deelname_kan_niet, kenniscafe_nog_niet_geweest."""
    if soort == COMPETENTIE:
        raise Refused("deelname_kan_niet")
    if soort == KENNISCAFE and inhoud.dag is not None and inhoud.dag > today:
        raise Refused("kenniscafe_nog_niet_geweest", datum=inhoud.dag)


def check_gasten(aantal: int) -> None:
    """Refused: aantal_onmogelijk."""
    if not 0 <= aantal <= MEESTE_GASTEN:
        raise Refused("aantal_onmogelijk", hoogste=MEESTE_GASTEN)


@dataclass(frozen=True, slots=True)
class Deelnamegroep:
    """So many people of an organisation in a role took part."""

    organisatie: str
    rol: str
    aantal: int


def grouped(mensen: Iterable[tuple[str, str, int]]) -> tuple[Deelnamegroep, ...]:
    """Per organisation and role how many took part, in the order of their names: never by number.

    `mensen`: organisation, role and how many.
    """
    found: dict[tuple[str, str], int] = {}
    for organisatie, rol, aantal in mensen:
        found[organisatie, rol] = found.get((organisatie, rol), 0) + aantal
    return tuple(Deelnamegroep(*key, aantal) for key, aantal in sorted(found.items()) if aantal)
