"""Beleidsinformatie Jeugd for help by the municipality's own team: which records, which values, what lacks.

Source: Informatieprotocol Beleidsinformatie Jeugd, version 7 (bijlage 2 of the Regeling Jeugdwet); numbers
below are its paragraphs. What it does not say is in `OPEN_VRAGEN` and on the page; nothing is made up for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from koers.domain.leeftijd import day_of_age
from koers.domain.uitlevering.controle import Controle, Vinding
from koers.domain.uitlevering.perioden import Verslagperiode

BSN_ONBEKEND, ONGEBOREN = "999999999", "000000000"  # 2.2; 2.3 writes the same nine zeros for the birth date
GEEN_VERWIJZER = "06"  # 3.2: help by the team itself always counts as this
WIJKTEAM = "01"  # 3.3
JA, NEE = "01", "02"  # 3.4
# How help ended -> why (3.7). Handed over with the family's consent: other help was needed than could be
# given within this one, and both agreed.
REDENEN: Mapping[str, str] = {"afgerond": "01", "opgeschaald": "02", "gestopt_door_gezin": "03"}
# The fields in the order of the protocol's own table (1.2). It gives no names and no layout for the file.
VELDEN = (
    *("burgerservicenummer", "geboortedatum", "geslacht", "postcode_of_gemeente", "verwijzer", "hulpvorm"),
    *("gestart_met_crisis", "datum_aanvang", "datum_einde", "reden_beeindiging"),
)
# What the sources do not settle: told on the page and in the docs.
OPEN_VRAGEN = (
    *("bestandsindeling", "outcome", "ongeboren", "geheim_adres", "gemeentecode", "poh", "einde_na_periode"),
)
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_MEERDERJARIG, _BOVENGRENS = 18, 23  # 2.1


@dataclass(frozen=True, slots=True)
class Hulp:
    """Help of the team to one child, as the register has it. `wie`: by what it is found back. `jeugdige`: key
    of the child. `crisis` None: nobody answered. `adressen`: postcodes of where the child lives; an address
    that may not be told is an empty text. `gemeente`: CBS code (GM1731). Days inclusive; without `aanvang`
    no help was given. `uitkomst`: how it ended. `gesprekken` 0: not counted.
    """

    wie: str
    jeugdige: str
    bsn: str
    bsn_status: str
    geboortedatum: date | None
    geslacht: str
    adressen: tuple[str, ...]
    gemeente: str
    aanvang: date | None
    einde: date | None = None
    uitkomst: str = ""
    crisis: bool | None = None
    gesprekken: int = 0


@dataclass(frozen=True, slots=True)
class Bestand:
    """The rows that meet the protocol, whose they are (`jeugdigen`, same order), and the report with whom it
    is about (`genoemd`)."""

    rijen: tuple[Mapping[str, str], ...]
    jeugdigen: tuple[str, ...]
    genoemd: frozenset[str]
    controle: Controle


def build_beleidsinformatie(
    hulp: Iterable[Hulp], periode: Verslagperiode, *, buiten: Mapping[str, int] | None = None
) -> Bestand:
    """The file of one period, its rows in a fixed order. `buiten`: what the caller left out, per reason."""
    hulp = list(hulp)
    begun = [een for een in hulp if een.aanvang is not None]
    out = {**(buiten or {}), "niet_begonnen": len(hulp) - len(begun)}
    records = [een for een in merged(begun) if _in(een, periode)]
    records = sorted((_until(een, periode) for een in records), key=_order)
    rows, whose, found, named = [], [], [], set()
    twins = _look_alikes(records)
    for nummer, een in enumerate(records, start=1):
        wrong = list(_judge(nummer, een, een.wie in twins))
        found += wrong
        if wrong:
            named.add(een.jeugdige)
        if not any(vinding.fout for vinding in wrong):
            rows.append(_row(een))
            whose.append(een.jeugdige)
    report = Controle(len(records), tuple(found), {naam: n for naam, n in out.items() if n})
    return Bestand(tuple(rows), tuple(whose), frozenset(named), report)


def merged(hulp: Iterable[Hulp]) -> list[Hulp]:
    """Records of one child that overlap become one, from the first day until the last (3.3).

    One begins after the other ended only when its first day is later than that last day.
    """
    found: list[Hulp] = []
    ordered = sorted(hulp, key=lambda een: (een.jeugdige, een.aanvang or date.max, een.wie))
    for _, rows in groupby(ordered, key=lambda een: een.jeugdige):
        now: Hulp | None = None
        for een in rows:
            if now is not None and (now.einde is None or (een.aanvang or date.max) <= now.einde):
                now = _joined(now, een)
                continue
            if now is not None:
                found.append(now)
            now = een
        if now is not None:
            found.append(now)
    return found


def _joined(first: Hulp, later: Hulp) -> Hulp:
    """`first` begins no later: its start and crisis count; of the end the last, and none while one runs."""
    talks = first.gesprekken + later.gesprekken
    if first.einde is None or later.einde is None:
        return replace(first, einde=None, uitkomst="", gesprekken=talks)
    last = later if later.einde >= first.einde else first
    return replace(first, einde=last.einde, uitkomst=last.uitkomst, gesprekken=talks)


def _in(een: Hulp, periode: Verslagperiode) -> bool:
    """Begun, running or ended in the period (7.5)."""
    begun = een.aanvang is not None and een.aanvang <= periode.laatste
    return begun and (een.einde is None or een.einde >= periode.eerste)


def _until(een: Hulp, periode: Verslagperiode) -> Hulp:
    """As it stood on the last day of the period: an end after it belongs to the next delivery."""
    if een.einde is not None and een.einde > periode.laatste:
        return replace(een, einde=None, uitkomst="")
    return een


def _order(een: Hulp) -> tuple[date, str, str]:
    return (een.aanvang or date.max, een.jeugdige, een.wie)


def _look_alikes(records: Iterable[Hulp]) -> set[str]:
    """Without a BSN these have one key (3.3): one child twice, or twins. A person has to look."""
    per_key: dict[tuple[object, ...], list[Hulp]] = {}
    for een in records:
        if een.bsn or een.geboortedatum is None:
            continue
        key = (een.geslacht, een.geboortedatum, _place(een), een.aanvang)
        per_key.setdefault(key, []).append(een)
    return {een.wie for alike in per_key.values() if len(alike) > 1 for een in alike}


@dataclass(frozen=True, slots=True)
class _Vinder:
    """Makes findings about one record."""

    rij: int
    wie: str

    def __call__(self, veld: str, code: str, *, fout: bool = True, **params: object) -> Vinding:
        return Vinding(self.rij, self.wie, veld, code, fout, params)


def _judge(nummer: int, een: Hulp, twin: bool) -> Iterator[Vinding]:
    found = _Vinder(nummer, een.wie)
    yield from _judge_child(een, found, twin)
    yield from _judge_course(een, found)
    if odd := [code for code in een.adressen if code and not _POSTCODE.fullmatch(_tidy(code))]:
        yield found("postcode_of_gemeente", "bi_postcode_klopt_niet", fout=False, waarde=odd[0][:8])
    elif len(set(map(_tidy, een.adressen))) > 1:
        yield found("postcode_of_gemeente", "bi_twee_adressen", fout=False)


def _judge_child(een: Hulp, found: _Vinder, twin: bool) -> Iterator[Vinding]:
    if een.geboortedatum is None:
        if een.bsn_status != "ongeboren":
            yield found("geboortedatum", "bi_geboortedatum_ontbreekt")
    elif een.aanvang is not None:
        if een.aanvang >= day_of_age(een.geboortedatum, _BOVENGRENS):
            yield found("geboortedatum", "bi_te_oud")
        elif een.aanvang >= day_of_age(een.geboortedatum, _MEERDERJARIG):
            yield found("geboortedatum", "bi_meerderjarig", fout=False)
    if een.geslacht not in ("V", "M", "O"):
        yield found("geslacht", "bi_geslacht_onbekend", waarde=een.geslacht)
    if not een.bsn and een.bsn_status in ("nog_niet_bekend", "synthetisch"):
        yield found("burgerservicenummer", "bi_bsn_onbekend", fout=False)
    if twin:
        yield found("burgerservicenummer", "bi_dubbel_of_tweeling", fout=False)


def _judge_course(een: Hulp, found: _Vinder) -> Iterator[Vinding]:
    if een.crisis is None:
        yield found("gestart_met_crisis", "bi_crisis_ontbreekt")
    if een.einde is None:
        return
    if een.aanvang is not None and een.einde < een.aanvang:
        yield found("datum_einde", "bi_einde_voor_aanvang", datum=een.einde)
    if een.uitkomst not in REDENEN:
        yield found("reden_beeindiging", "bi_reden_ontbreekt")
    if een.gesprekken == 1:
        yield found("hulpvorm", "bi_een_gesprek", fout=False)


def _row(een: Hulp) -> Mapping[str, str]:
    unborn = een.bsn_status == "ongeboren" and not een.bsn
    values = (
        ONGEBOREN if unborn else een.bsn or BSN_ONBEKEND,
        _day(een.geboortedatum) if een.geboortedatum else ONGEBOREN,
        een.geslacht,
        _place(een),
        GEEN_VERWIJZER,
        WIJKTEAM,
        JA if een.crisis else NEE,
        _day(een.aanvang),
        _day(een.einde),
        REDENEN[een.uitkomst] if een.einde is not None else "",
    )
    return dict(zip(VELDEN, values, strict=True))


def _place(een: Hulp) -> str:
    """The postcode of the one address that may be told, else the municipality (2.5)."""
    codes = {_tidy(code) for code in een.adressen}
    if len(codes) == 1 and _POSTCODE.fullmatch(code := codes.pop()):
        return code
    return een.gemeente.removeprefix("GM")


def _tidy(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _day(dag: date | None) -> str:
    return "" if dag is None else f"{dag:%Y%m%d}"
