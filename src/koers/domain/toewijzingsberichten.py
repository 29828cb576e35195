"""What a JW301 tells, frozen as plain values, and when a toewijzing may change (iJw OP033x1, OP087, OP380).

Nothing here knows XML or the register: the acts freeze, `exchange` turns what was frozen into a message.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

from koers.domain.weigering import Refused

VERWIJDERD = "13"
VERLENGING = "04"
VRIJ = ("12", "14")  # asked by the provider, or a correction: earlier or later
# JZ002 without 01, which no longer exists. All but these three let help end earlier.
REDENEN_WIJZIGING = ("02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14")
FREQUENTIES = ("1", "2", "4", "6")  # WMO757
PER_WEEK, IN_TOTAAL = "2", "6"
_GEEN_DAG = ("14", "16", "83", "84")  # WJ756: units that are never counted per day (CS338)
MEEST_VOLUME = 99_999_999


@dataclass(frozen=True, slots=True)
class Omvang:
    """`volume` in units of `eenheid` (WJ756) per `frequentie` (WMO757)."""

    volume: int
    eenheid: str
    frequentie: str


@dataclass(frozen=True, slots=True)
class Toegewezen:
    """One toewijzing as a provider has to know it. `einddatum` is the last day; `tijd` as hh:mm:ss.

    Without `omvang` the provider chooses within the category, so `code` is empty (aspecifiek).
    """

    nummer: int
    categorie: str
    code: str
    datum: date
    tijd: str
    ingangsdatum: date
    einddatum: date | None = None
    reden: str = ""
    omvang: Omvang | None = None
    referentie: str = ""


@dataclass(frozen=True, slots=True)
class Adres:
    """An address that may be told. `soort`: COD757, 03 to live and 02 to write to."""

    soort: str
    postcode: str
    huisnummer: int
    toevoeging: str = ""
    straatnaam: str = ""
    plaatsnaam: str = ""


@dataclass(frozen=True, slots=True)
class Relatie:
    """Who has gezag over the child, at an address that may be told."""

    achternaam: str
    voorvoegsel: str
    voornamen: str
    geboortedatum: date | None
    geslacht: str
    adres: Adres


@dataclass(frozen=True, slots=True)
class Clientbeeld:
    """The child as a message tells it; what is unknown is empty. `geslacht`: V, M or O."""

    bsn: str
    achternaam: str
    voorvoegsel: str
    voornamen: str
    geboortedatum: date | None
    geslacht: str
    adres: Adres | None
    relaties: tuple[Relatie, ...] = ()


@dataclass(frozen=True, slots=True)
class Toewijzingsbericht:
    """The whole of a JW301: all current and changed toewijzingen of one child at one provider."""

    client: Clientbeeld
    toewijzingen: tuple[Toegewezen, ...]


@dataclass(frozen=True, slots=True)
class Verzoekantwoord:
    """The whole of a JW319. `antwoord`: WJ760; `reden`: WJ759; `gemeente`: four digits, which one it is."""

    referentie: str
    antwoord: str
    reden: str = ""
    gemeente: str = ""


def freeze(bericht: Any) -> bytes:
    """The values as bytes; the same values always give the same bytes."""
    return json.dumps(asdict(bericht), default=_written, sort_keys=True, ensure_ascii=False).encode()


def thaw(soort: type[Any], inhoud: bytes) -> Any:
    """What `freeze` froze."""
    return _made(soort, json.loads(inhoud))


def _written(waarde: Any) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} cannot be frozen")


def _made(soort: Any, waarde: Any) -> Any:
    """A frozen value back in the type that its field names."""
    if waarde is None:
        return None
    keuzes = [een for een in get_args(soort) if een not in (type(None), Ellipsis)]
    if keuzes and isinstance(waarde, list):
        return tuple(_made(keuzes[0], een) for een in waarde)
    kern = keuzes[0] if keuzes else soort
    if is_dataclass(kern) and isinstance(kern, type):
        typen = get_type_hints(kern)
        return kern(**{veld.name: _made(typen[veld.name], waarde[veld.name]) for veld in fields(kern)})
    return date.fromisoformat(waarde) if kern is date else waarde


def check_omvang(omvang: Omvang | None, tot_datum: date | None) -> None:
    """How much help. Refused: omvang_klopt_niet, frequentie_past_niet, per_week_zonder_einde."""
    if omvang is None:
        return
    if not 0 < omvang.volume <= MEEST_VOLUME or omvang.frequentie not in FREQUENTIES:
        raise Refused("omvang_klopt_niet")
    if omvang.frequentie == "1" and omvang.eenheid in _GEEN_DAG:
        raise Refused("frequentie_past_niet")
    if omvang.frequentie == PER_WEEK and tot_datum is None:
        raise Refused("per_week_zonder_einde")


@dataclass(frozen=True, slots=True)
class Lopend:
    """A toewijzing beside others. `code` is empty without omvang: then the whole category is given."""

    nummer: int
    categorie: str
    code: str
    ingangsdatum: date
    tot_datum: date | None


def check_stapeling(nieuw: Lopend, naast: Sequence[Lopend]) -> None:
    """The same product is not given twice for the same days (OP259). Refused: toewijzing_gestapeld."""
    for ander in naast:
        zelfde = nieuw.categorie == ander.categorie and (
            "" in (nieuw.code, ander.code) or nieuw.code == ander.code
        )
        if zelfde and ander.nummer != nieuw.nummer and _overlap(nieuw, ander):
            raise Refused("toewijzing_gestapeld", nummer=ander.nummer)


def _overlap(een: Lopend, ander: Lopend) -> bool:
    return (een.tot_datum is None or ander.ingangsdatum < een.tot_datum) and (
        ander.tot_datum is None or een.ingangsdatum < ander.tot_datum
    )


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A toewijzing before a change. `gestart`, `gedeclareerd`: what already happened under it."""

    ingangsdatum: date
    tot_datum: date | None
    omvang: Omvang | None = None
    gestart: bool = False
    gedeclareerd: bool = False

    @property
    def verwijderd(self) -> bool:
        return self.tot_datum == self.ingangsdatum


def check_wijziging(
    nu: Gegeven, reden: str, tot_datum: date | None, *, akkoord: bool, today: date
) -> date | None:
    """The new `tot_datum` of a toewijzing, for this reason of JZ002. `akkoord`: the provider agrees.

    Refused: reden_wijziging_onbekend, toewijzing_verwijderd, verwijderen_na_start, verwijderen_na_declaratie,
    niets_gewijzigd, periode_omgekeerd, eind_niet_later, verkorting_niet_eerder,
    verlengen_vraagt_nieuwe, verkorten_zonder_akkoord, per_week_zonder_einde.
    """
    if reden not in REDENEN_WIJZIGING:
        raise Refused("reden_wijziging_onbekend")
    if nu.verwijderd:
        raise Refused("toewijzing_verwijderd")
    if reden == VERWIJDERD:
        return _deleted(nu)
    if tot_datum == nu.tot_datum:
        raise Refused("niets_gewijzigd")
    if tot_datum is not None and tot_datum <= nu.ingangsdatum:
        raise Refused("periode_omgekeerd")
    later = tot_datum is None or (nu.tot_datum is not None and tot_datum > nu.tot_datum)
    if later and reden != VERLENGING and reden not in VRIJ:
        raise Refused("verkorting_niet_eerder")
    if not later and reden == VERLENGING:
        raise Refused("eind_niet_later")
    if later:
        _check_extension(nu, today)
    elif tot_datum is not None and tot_datum <= today and not akkoord:
        raise Refused("verkorten_zonder_akkoord")
    check_omvang(nu.omvang, tot_datum)
    return tot_datum


def _deleted(nu: Gegeven) -> date:
    if nu.gedeclareerd:
        raise Refused("verwijderen_na_declaratie")
    if nu.gestart:
        raise Refused("verwijderen_na_start")
    return nu.ingangsdatum


def _check_extension(nu: Gegeven, today: date) -> None:
    """Only what still runs, and is not one total for the whole period, gets a later end (OP380)."""
    voorbij = nu.tot_datum is not None and nu.tot_datum <= today
    if voorbij or (nu.omvang is not None and nu.omvang.frequentie == IN_TOTAAL):
        raise Refused("verlengen_vraagt_nieuwe")


def last_day(tot_datum: date | None, ingangsdatum: date) -> date | None:
    """The last day as iJw writes it; a deleted toewijzing ends on the day of its begin (CS335)."""
    if tot_datum is None or tot_datum == ingangsdatum:
        return tot_datum
    return tot_datum - timedelta(days=1)


def missing(client: Clientbeeld) -> tuple[str, ...]:
    """What a message about this child cannot do without and Koers does not know, or may not tell."""
    ontbreekt = {
        "geen_bsn": not client.bsn,
        "geen_geboortedatum": client.geboortedatum is None,
        "geen_adres": client.adres is None,
    }
    return tuple(code for code, waar in ontbreekt.items() if waar)
