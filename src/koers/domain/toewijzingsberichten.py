"""What a JW301 tells, frozen as plain values, and when a toewijzing may change (iJw OP033x1, OP087, OP380).

Nothing here knows XML or the register: the acts freeze, `exchange` turns what was frozen into a message.
"""

import json
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

from koers.domain.toewijzingsvarianten import IN_TOTAAL, Omvang, check_budget, check_omvang
from koers.domain.weigering import Refused

VERWIJDERD = "13"
VERLENGING = "04"
VRIJ = ("12", "14")  # asked by the provider, or a correction: earlier or later
# JZ002 without 01, which no longer exists. All but these three let help end earlier.
REDENEN_WIJZIGING = ("02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14")
# What may come with more, and with less, of a total or a budget; VRIJ goes both ways.
MEER, MINDER = ("03", "04", "10"), ("03", "05", "10")


@dataclass(frozen=True, slots=True)
class Toegewezen:
    """One toewijzing as a provider has to know it. `einddatum` is the last day; `tijd` as hh:mm:ss.

    Without `omvang` the provider chooses within the category, so `code` is empty (aspecifiek); for any help
    of the provider `categorie` is too (generiek). `budget_cent`: for the whole period.
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
    budget_cent: int | None = None


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
        # What was frozen before a field was there has no value for it.
        bekend = [veld.name for veld in fields(kern) if veld.name in waarde]
        return kern(**{naam: _made(typen[naam], waarde[naam]) for naam in bekend})
    return date.fromisoformat(waarde) if kern is date else waarde


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A toewijzing before a change. `gestart`, `gedeclareerd`: what already happened under it; `verbruikt`:
    how much of a total (in its unit) or of a budget (in cents) was declared."""

    ingangsdatum: date
    tot_datum: date | None
    omvang: Omvang | None = None
    gestart: bool = False
    gedeclareerd: bool = False
    budget_cent: int | None = None
    verbruikt: int = 0

    @property
    def verwijderd(self) -> bool:
        return self.tot_datum == self.ingangsdatum


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """What a total or a budget becomes; None: it stays."""

    volume: int | None = None
    budget_cent: int | None = None

    def changes(self, nu: Gegeven) -> bool:
        """Whether this is another amount than now."""
        anders = self.volume is not None and (nu.omvang is None or self.volume != nu.omvang.volume)
        return anders or (self.budget_cent is not None and self.budget_cent != nu.budget_cent)


GELIJK = Hoeveelheid()


def check_wijziging(
    nu: Gegeven,
    reden: str,
    tot_datum: date | None,
    *,
    akkoord: bool,
    today: date,
    hoeveel: Hoeveelheid = GELIJK,
    op_verzoek: bool = False,
) -> date | None:
    """The new `tot_datum` of a toewijzing, for this reason of JZ002. `akkoord`: the provider agrees;
    `op_verzoek`: it asked for another amount itself (OP299).

    Refused: reden_wijziging_onbekend, toewijzing_verwijderd, verwijderen_na_start, verwijderen_na_declaratie,
    niets_gewijzigd, periode_omgekeerd, eind_niet_later, verkorting_niet_eerder, verlengen_vraagt_nieuwe,
    verkorten_zonder_akkoord, and as `check_omvang`, `check_budget` and `check_hoeveelheid`.
    """
    if reden not in REDENEN_WIJZIGING:
        raise Refused("reden_wijziging_onbekend")
    if nu.verwijderd:
        raise Refused("toewijzing_verwijderd")
    if reden == VERWIJDERD:
        return _deleted(nu)
    anders = hoeveel.changes(nu)
    if tot_datum == nu.tot_datum and not anders:
        raise Refused("niets_gewijzigd")
    if tot_datum != nu.tot_datum:
        _check_end(nu, reden, tot_datum, akkoord=akkoord, today=today)
    if anders:
        check_hoeveelheid(nu, reden, hoeveel, akkoord=akkoord or op_verzoek)
    check_omvang(nu.omvang, tot_datum)
    check_budget(nu.budget_cent if hoeveel.budget_cent is None else hoeveel.budget_cent, tot_datum)
    return tot_datum


def _check_end(nu: Gegeven, reden: str, tot_datum: date | None, *, akkoord: bool, today: date) -> None:
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


def check_hoeveelheid(nu: Gegeven, reden: str, hoeveel: Hoeveelheid, *, akkoord: bool) -> None:
    """Another total or budget, which holds for the whole period. Less asks that the provider agrees (OP298,
    OP299), and is never less than was declared (OP362).

    Refused: omvang_vraagt_nieuwe, geen_budget, omvang_klopt_niet, reden_past_niet_bij_meer,
    reden_past_niet_bij_minder, minder_zonder_akkoord, minder_dan_gedeclareerd.
    """
    if hoeveel.budget_cent is not None and nu.budget_cent is None:
        raise Refused("geen_budget")
    was, wordt = nu.budget_cent, hoeveel.budget_cent
    if hoeveel.volume is not None:
        if nu.omvang is None or nu.omvang.frequentie != IN_TOTAAL:
            raise Refused("omvang_vraagt_nieuwe")
        check_omvang(Omvang(hoeveel.volume, nu.omvang.eenheid, IN_TOTAAL), nu.tot_datum)
        was, wordt = nu.omvang.volume, hoeveel.volume
    minder = wordt is not None and was is not None and wordt < was
    if reden not in (*VRIJ, *(MINDER if minder else MEER)):
        raise Refused("reden_past_niet_bij_minder" if minder else "reden_past_niet_bij_meer")
    if minder and not akkoord:
        raise Refused("minder_zonder_akkoord")
    if minder and wordt is not None and wordt < nu.verbruikt:
        raise Refused("minder_dan_gedeclareerd", verbruikt=nu.verbruikt)


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
