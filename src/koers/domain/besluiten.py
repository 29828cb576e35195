"""What a besluit has to answer before it can be taken: the rules, the period, and who may decide.

The rules and mandates are policy (`beleid/verordening`, `beleid/besluitmandaten`); they come in as frozen
values, so that this room asks no clock and reads no file.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from koers.domain.weigering import Refused

TOEKENNING, AFWIJZING = "toekenning", "afwijzing"
WIJST_AF, VRAAGT_REDEN = "wijst_af", "vraagt_reden"


@dataclass(frozen=True, slots=True)
class Toetsregel:
    """A rule in force: which answers it knows, each with what it does. `doorbreekt`: see the policy kind."""

    regel: str
    naam: str
    antwoorden: Mapping[str, str]
    verplicht: bool
    doorbreekt: str = ""


@dataclass(frozen=True, slots=True)
class Toetsing:
    """The answer that was given to a rule, with why where the rule asks that."""

    regel: str
    antwoord: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class NieuwBesluit:
    """What the college decides. An afwijzing needs a reason and no product.

    `bedrag_cent`: the expected costs per year. `principe`: id of the leidend principe it leans on, or else
    `principe_afwijking` says why it leans on none. `combinatie`: what is there for everybody that goes with
    the help. `adviseur`: id of the medewerker who advised. `telefoon`: whom the family can call.
    """

    datum: date
    toegekend: bool
    product: str = ""
    ingangsdatum: date | None = None
    tot_datum: date | None = None
    herindicatie: bool = False
    reden: str = ""
    bedrag_cent: int | None = None
    toetsing: tuple[Toetsing, ...] = ()
    principe: str = ""
    principe_afwijking: str = ""
    combinatie: str = ""
    adviseur: str = ""
    telefoon: str = ""

    @property
    def soort(self) -> str:
        """The kind of besluit, as it is stored."""
        return TOEKENNING if self.toegekend else AFWIJZING

    def as_json(self) -> dict[str, object]:
        """As it is kept while it lies before somebody else."""
        said = asdict(self)
        days = ("datum", "ingangsdatum", "tot_datum")
        return said | {day: said[day] and said[day].isoformat() for day in days}

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "NieuwBesluit":
        """Reads what `as_json` wrote; what was laid beside it, such as a ground, is not of the besluit."""
        said = {een.name: said[een.name] for een in fields(cls) if een.name in said}
        days = {day: said[day] and date.fromisoformat(said[day]) for day in ("ingangsdatum", "tot_datum")}
        toetsing = tuple(Toetsing(**answer) for answer in said["toetsing"])
        return cls(**{**said, **days, "datum": date.fromisoformat(said["datum"]), "toetsing": toetsing})


def check_inhoud(besluit: NieuwBesluit, *, principes: Collection[str]) -> None:
    """The besluit says what it has to say.

    Refused: besluit_zonder_product, besluit_zonder_bedrag, afwijzing_zonder_reden, besluit_zonder_principe.
    """
    if besluit.toegekend and (not besluit.product or besluit.ingangsdatum is None):
        raise Refused("besluit_zonder_product")
    if besluit.toegekend and besluit.bedrag_cent is None:
        raise Refused("besluit_zonder_bedrag")
    if not besluit.toegekend and not besluit.reden.strip():
        raise Refused("afwijzing_zonder_reden")
    if besluit.principe not in principes and not besluit.principe_afwijking.strip():
        raise Refused("besluit_zonder_principe")


@dataclass(frozen=True, slots=True)
class Mandaat:
    """Up to which expected costs per year a role decides about which forms of help (CBS codes; none: all)."""

    id: str
    rol: str
    hulpvormen: frozenset[str]
    hoogstens_cent: int
    tweede_boven_cent: int
    adviseur_nodig: bool
    registratie: bool


@dataclass(frozen=True, slots=True)
class Beroepsnummer:
    """A registration in a professional register, from `begindatum` until just before `tot_datum`."""

    register: str
    nummer: str
    begindatum: date
    tot_datum: date | None = None

    def holds(self, dag: date) -> bool:
        """Whether the registration is valid on a day."""
        return self.begindatum <= dag and (self.tot_datum is None or dag < self.tot_datum)


# How many digits a number has: Kwaliteitsregister Jeugd (SKJ), BIG-register.
CIJFERS = {"SKJ": 9, "BIG": 11}


def check_beroepsnummer(nummer: Beroepsnummer) -> None:
    """Refuses what cannot be a number of that register.

    Refused: beroepsnummer_klopt_niet, periode_omgekeerd.
    """
    cijfers = CIJFERS.get(nummer.register)
    if cijfers is None or not re.fullmatch(rf"[0-9]{{{cijfers}}}", nummer.nummer):
        raise Refused("beroepsnummer_klopt_niet", register=nummer.register, cijfers=cijfers or "?")
    if nummer.tot_datum is not None and nummer.tot_datum <= nummer.begindatum:
        raise Refused("periode_omgekeerd")


def check_toetsing(regels: Sequence[Toetsregel], toetsing: Sequence[Toetsing], *, toegekend: bool) -> None:
    """Every rule that must be is answered, with a reason where asked, and none stands in the way.

    Refused: regel_zonder_antwoord, antwoord_op_regel_onbekend, regel_zonder_uitleg, regel_staat_in_de_weg.
    """
    known = {regel.regel: regel for regel in regels}
    given = {antwoord.regel: antwoord for antwoord in toetsing}
    for antwoord in toetsing:
        regel = known.get(antwoord.regel)
        if regel is None or antwoord.antwoord not in regel.antwoorden:
            raise Refused("antwoord_op_regel_onbekend")
        if regel.antwoorden[antwoord.antwoord] == VRAAGT_REDEN and not antwoord.toelichting.strip():
            raise Refused("regel_zonder_uitleg", regel=regel.naam)
    for regel in regels:
        if regel.verplicht and regel.regel not in given:
            raise Refused("regel_zonder_antwoord", regel=regel.naam)
    broken = any(r.doorbreekt and r.doorbreekt == _said(given, r) for r in regels)
    for regel in regels if toegekend and not broken else ():
        if regel.antwoorden.get(_said(given, regel)) == WIJST_AF:
            raise Refused("regel_staat_in_de_weg", regel=regel.naam)


def _said(given: Mapping[str, Toetsing], regel: Toetsregel) -> str:
    return given[regel.regel].antwoord if regel.regel in given else ""


@dataclass(frozen=True, slots=True)
class Zaak:
    """What the mandate is asked about: the form of help, the costs per year, and who takes part.

    `beslisser`: who decides. `indiener`: who proposed, when that was a step of its own. `nummers`: the
    registrations of decider and adviser.
    """

    rol: str
    hulpvorm: str
    bedrag_cent: int
    beslisser: str
    indiener: str = ""
    adviseur: str = ""
    nummers: tuple[Beroepsnummer, ...] = ()


def check_mandaat(mandaten: Sequence[Mandaat], zaak: Zaak, *, dag: date) -> Mandaat:
    """The mandate by which this person decides about this on `dag`.

    Refused: geen_mandaat, bedrag_boven_mandaat, tweede_paar_ogen_nodig, zelf_ingediend, adviseur_nodig,
    beroepsregistratie_nodig.
    """
    fitting = [m for m in mandaten if m.rol == zaak.rol and _covers(m, zaak.hulpvorm)]
    if not fitting:
        raise Refused("geen_mandaat")
    mandaat = max(fitting, key=lambda m: m.hoogstens_cent)
    if zaak.bedrag_cent > mandaat.hoogstens_cent:
        raise Refused("bedrag_boven_mandaat", bedrag=mandaat.hoogstens_cent // 100)
    if zaak.indiener and zaak.indiener == zaak.beslisser:
        raise Refused("zelf_ingediend")
    if zaak.bedrag_cent > mandaat.tweede_boven_cent and not zaak.indiener:
        raise Refused("tweede_paar_ogen_nodig", bedrag=mandaat.tweede_boven_cent // 100)
    if mandaat.adviseur_nodig and (not zaak.adviseur or zaak.adviseur == zaak.beslisser):
        raise Refused("adviseur_nodig")
    if mandaat.registratie and not any(nummer.holds(dag) for nummer in zaak.nummers):
        raise Refused("beroepsregistratie_nodig")
    return mandaat


def _covers(mandaat: Mandaat, hulpvorm: str) -> bool:
    return not mandaat.hulpvormen or hulpvorm in mandaat.hulpvormen


def check_periode(
    *,
    ontvangen: date,
    datum: date,
    ingangsdatum: date | None,
    tot_datum: date | None,
    crisis: bool,
    today: date,
) -> None:
    """The days of a besluit fit each other. Only in a crisis does help begin before it was asked for.

    Refused: datum_in_toekomst, besluit_voor_aanvraag, periode_omgekeerd, hulp_voor_aanvraag.
    """
    if datum > today:
        raise Refused("datum_in_toekomst")
    if datum < ontvangen:
        raise Refused("besluit_voor_aanvraag", datum=ontvangen)
    if tot_datum and ingangsdatum and tot_datum <= ingangsdatum:
        raise Refused("periode_omgekeerd")
    if ingangsdatum and ingangsdatum < ontvangen and not crisis:
        raise Refused("hulp_voor_aanvraag", datum=ontvangen)
