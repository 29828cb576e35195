"""A publication in words: what was told, by which definition, and whether it is still as it was."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from koers.analytics.figures import Cijfer
from koers.domain.disclosed import CelStatus
from koers.policy import Beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.berekend import cell_text
from koers.presentation.opmaak import datum, tijdstip
from koers.registers.klok import dag_van


@dataclass(frozen=True, slots=True)
class Indicatorblok:
    """One indicator: headings (periods) and rows (area, cells)."""

    naam: str
    versie: str
    perioden: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Publicatievel:
    """The page of one publication."""

    naam: str
    kernzin: str
    klopt: bool
    vingerafdruk: str
    blokken: tuple[Indicatorblok, ...]


def sheet(beeld, policy: Beleid) -> Publicatievel:
    """A `koers.actions.monitor.publicaties.Publicatiebeeld` in the language of now."""
    per: dict[str, list[dict]] = {}
    for rij in beeld.rijen:
        per.setdefault(rij["indicator"], []).append(rij)
    return Publicatievel(
        beeld.naam,
        _("Gepubliceerd op %(moment)s door %(wie)s, met gegevens tot en met %(dag)s.")
        % {
            "moment": tijdstip(beeld.gepubliceerd_at),
            "wie": beeld.door,
            "dag": datum(dag_van(beeld.peildatum)) if beeld.peildatum else "–",
        },
        beeld.klopt,
        beeld.vingerafdruk,
        tuple(_block(id, rijen, policy) for id, rijen in per.items()),
    )


def _block(id: str, rijen: list[dict], policy: Beleid) -> Indicatorblok:
    perioden = tuple(dict.fromkeys(rij["periode"] for rij in rijen))
    gebieden: dict[str, list[dict]] = {}
    for rij in rijen:
        gebieden.setdefault(rij["gebiedsnaam"], []).append(rij)
    naam = taal(policy.indicatoren[id].naam) if id in policy.indicatoren else id
    return Indicatorblok(
        naam,
        rijen[0]["definitie_versie"],
        perioden,
        tuple(
            (gebied, tuple((rij["periode"], _cell(rij)) for rij in eigen))
            for gebied, eigen in gebieden.items()
        ),
    )


def _cell(rij: dict) -> str:
    """A figure in the words of its own page; a star: it could still change then."""
    cijfer = Cijfer(
        rij["gebied"],
        rij["gebiedsnaam"],
        rij["periode"],
        CelStatus(rij["status"]),
        rij["waarde"],
        rij["teller"],
        rij["noemer"],
    )
    star = "*" if rij["voorlopig"] and rij["waarde"] is not None else ""
    return cell_text(cijfer, rij["eenheid"]) + star


def plain_rows(beeld) -> list[dict[str, object]]:
    """The kept rows with numbers as numbers, each with the name, moment and fingerprint of the whole."""
    return [
        {
            **rij,
            "waarde": None if rij["waarde"] is None else float(rij["waarde"]),
            "publicatie": beeld.naam,
            "gepubliceerd_op": _day(beeld.gepubliceerd_at),
            "vingerafdruk": beeld.vingerafdruk,
        }
        for rij in beeld.rijen
    ]


def _day(moment: datetime) -> str:
    return dag_van(moment).isoformat()
