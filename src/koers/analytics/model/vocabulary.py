"""From the words in a file to a frozen definition, or to a sentence that says what to mend.

The small vocabulary (Dutch, because policy staff write it):

    indicator: aandeel-specialistisch      which indicator file this computes
    eenheid: procent                       procent | procent_verandering | aantal | dagen | euro
    richting: omlaag                       omlaag | omhoog | geen
    per: jaar                              jaar | kwartaal | maand: how it is shown unless asked otherwise
    groepeer: [gemeente]                   see `model.grouping.GROEPEN`, and leeftijd
    standaard: in-de-periode               the reading that counts unless asked otherwise
    lezingen:                              one or more readings, each with a name in two languages
      in-de-periode:
        naam: {nl: …, en: …}
        soort: aandeel                     a kind of measure, with its own keys:

    stand          uit, tel (jeugdigen | trajecten), leeftijd
    uniek          uit, leeftijd
    stroom         uit, richting (in | uit), tel, pauze_dagen, leeftijd
    heropname      uit, binnen_dagen, pauze_dagen, leeftijd
    combinatie     uit, met, verband (zelfde_dag | zelfde_periode | vooraf), wanneer (in_de_periode |
                   laatste_dag), binnen_dagen, leeftijd
    wachttijd      tabel, van, tot, waar, cohort (van | tot), grens_dagen, leeftijd
    gebeurtenissen tabel, waar, dag, som, leeftijd
    bevolking      van, tot_en_met, waar
    aandeel        teller, noemer (each a count of its own: stand, uniek, stroom, gebeurtenissen, bevolking)
    verandering    van (such a count), basisjaar

`uit` and `met` are one selection or a list of them: {tabel, waar, moment (looptijd | dag)}. `waar` is
{column: value or list of values}. `leeftijd` is {van, tot_en_met, op (1_januari | dag)}. Optional in a
reading: `doelpad`, a list of paths, each a list of {datum, waarde}. What the kinds mean stands in
`model.definitions`.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from koers.analytics.model.definitions import (
    SOORTEN,
    Definitie,
    Doelpunt,
    Eenheid,
    Inwoners,
    Leeftijd,
    Maat,
    Richting,
    Selectie,
    Telbaar,
    Voorwaarde,
)
from koers.analytics.model.grouping import MaatOngeldig, check_grouping, check_measure
from koers.analytics.model.windows import Per

_WORDS: dict[str, tuple[str, ...]] = {
    "tel": ("jeugdigen", "trajecten"),
    "richting": ("in", "uit"),
    "verband": ("zelfde_dag", "zelfde_periode", "vooraf"),
    "wanneer": ("in_de_periode", "laatste_dag"),
    "cohort": ("van", "tot"),
    "moment": ("looptijd", "dag"),
    "op": ("1_januari", "dag"),
}
_DAYS = ("pauze_dagen", "binnen_dagen", "grens_dagen", "basisjaar")
_COUNTS = get_args(Telbaar)


def load_definitions(blok: Mapping[str, Any]) -> dict[str, Definitie]:
    """Every reading of an indicator, the standard one first. Raises MaatOngeldig with a Dutch sentence."""
    _only(blok, ("indicator", "eenheid", "richting", "per", "groepeer", "standaard", "lezingen"), "de meting")
    lezingen = blok.get("lezingen")
    if not isinstance(lezingen, Mapping) or not lezingen:
        raise MaatOngeldig("Noem bij 'lezingen' ten minste één lezing.")
    if blok.get("standaard") not in lezingen:
        raise MaatOngeldig(f"'standaard' moet een van de lezingen zijn: {', '.join(lezingen)}.")
    names = sorted(lezingen, key=lambda naam: naam != blok["standaard"])
    return {naam: _definition(blok, naam, lezingen[naam]) for naam in names}


def load_measure(blok: Mapping[str, Any]) -> Maat:
    """One measure, checked against the published tables. Raises MaatOngeldig with a Dutch sentence."""
    maat = _measure(blok)
    check_measure(maat)
    return maat


def _definition(blok: Mapping[str, Any], naam: str, lezing: Mapping[str, Any]) -> Definitie:
    try:
        maat = load_measure({key: part for key, part in lezing.items() if key not in ("naam", "doelpad")})
        groepeer = tuple(blok.get("groepeer", ("gemeente",)))
        check_grouping(maat, groepeer)
        tekst = lezing.get("naam", {})
        return Definitie(
            indicator=_text(blok, "indicator"),
            lezing=naam,
            maat=maat,
            eenheid=_one_of(blok, "eenheid", get_args(Eenheid)),
            richting=_one_of(blok, "richting", get_args(Richting), "geen"),
            per=_one_of(blok, "per", get_args(Per), "jaar"),
            groepeer=groepeer,
            doelpaden=tuple(tuple(map(_target, pad)) for pad in lezing.get("doelpad", ())),
            naam_nl=_text(tekst, "nl"),
            naam_en=_text(tekst, "en"),
        )
    except MaatOngeldig as fout:
        raise MaatOngeldig(f"{blok.get('indicator', '?')}, lezing {naam}: {fout}") from None


def _target(punt: Mapping[str, Any]) -> Doelpunt:
    _only(punt, ("datum", "waarde"), "een punt van het doelpad")
    datum = punt.get("datum")
    if not isinstance(datum, date) or not isinstance(punt.get("waarde"), int | float | str):
        raise MaatOngeldig("Een punt van het doelpad heeft een datum (jjjj-mm-dd) en een waarde.")
    return Doelpunt(datum, Decimal(str(punt["waarde"])))


def _measure(blok: Mapping[str, Any]) -> Any:
    if not isinstance(blok, Mapping):
        raise MaatOngeldig("Een maat is een blok met 'soort' en de woorden die daarbij horen.")
    soort = _one_of(blok, "soort", tuple(SOORTEN))
    kind = SOORTEN[soort]
    known = {f.name: f for f in fields(kind)}
    _only(blok, ("soort", *known), f"een maat van soort {soort}")
    given = {naam: _part(kind, naam, blok[naam]) for naam in known if naam in blok and blok[naam] is not None}
    missing = [naam for naam, f in known.items() if f.default is MISSING and naam not in given]
    if missing:
        raise MaatOngeldig(f"Bij een maat van soort {soort} ontbreekt: {', '.join(missing)}.")
    return kind(**given)


def _part(kind: type, naam: str, rauw: Any) -> Any:
    if naam in ("teller", "noemer") or (naam == "van" and isinstance(rauw, Mapping)):
        return _count(naam, rauw)
    if naam in _READERS:
        return _READERS[naam](rauw)
    if naam in _WORDS:
        return _one_of({naam: rauw}, naam, _WORDS[naam])
    if naam in _DAYS or kind is Inwoners:
        return _whole(naam, rauw)
    return _text({naam: rauw}, naam)


def _count(naam: str, rauw: Any) -> Any:
    found = _measure(rauw)
    if not isinstance(found, _COUNTS):
        raise MaatOngeldig(
            f"'{naam}' moet een telling zijn: stand, uniek, stroom, gebeurtenissen of bevolking."
        )
    return found


def _selections(rauw: Any) -> tuple[Selectie, ...]:
    return tuple(_selection(part) for part in (rauw if isinstance(rauw, list) else [rauw]))


def _selection(rauw: Any) -> Selectie:
    if not isinstance(rauw, Mapping):
        raise MaatOngeldig("Schrijf bij 'uit' en 'met' een tabel zo: {tabel: spells}.")
    _only(rauw, ("tabel", "waar", "moment"), "een selectie")
    moment = _one_of(rauw, "moment", _WORDS["moment"], "looptijd")
    return Selectie(_text(rauw, "tabel"), _conditions(rauw.get("waar", {})), moment)


def _conditions(rauw: Any) -> tuple[Voorwaarde, ...]:
    if not isinstance(rauw, Mapping):
        raise MaatOngeldig("Schrijf bij 'waar' kolommen met hun waarden, zo: {niveau: [4, 5]}.")
    return tuple(
        Voorwaarde(str(kolom), tuple(waarden if isinstance(waarden, list) else [waarden]))
        for kolom, waarden in rauw.items()
    )


def _age(rauw: Any) -> Leeftijd:
    if not isinstance(rauw, Mapping):
        raise MaatOngeldig("Schrijf een leeftijd zo: {van: 0, tot_en_met: 18, op: 1_januari}.")
    _only(rauw, ("van", "tot_en_met", "op"), "een leeftijd")
    van, tot = (_whole(naam, rauw[naam]) if naam in rauw else None for naam in ("van", "tot_en_met"))
    return Leeftijd(van, tot, _one_of(rauw, "op", _WORDS["op"], "dag"))


_READERS: dict[str, Callable[[Any], Any]] = {
    "uit": _selections,
    "met": _selections,
    "waar": _conditions,
    "leeftijd": _age,
}


def _whole(naam: str, rauw: Any) -> int:
    if type(rauw) is not int or rauw < 0:
        raise MaatOngeldig(f"'{naam}' moet een geheel getal van 0 of meer zijn, niet '{rauw}'.")
    return rauw


def _text(blok: Mapping[str, Any], naam: str) -> str:
    if not isinstance(blok, Mapping) or not isinstance(blok.get(naam), str) or not blok[naam]:
        raise MaatOngeldig(f"'{naam}' ontbreekt of is geen tekst.")
    return str(blok[naam])


def _one_of(blok: Mapping[str, Any], naam: str, keuze: tuple[str, ...], standaard: str | None = None) -> Any:
    found = blok.get(naam, standaard)
    if found not in keuze:
        raise MaatOngeldig(f"'{naam}' is '{found}'. Kies uit: {', '.join(keuze)}.")
    return found


def _only(blok: Mapping[str, Any], mag: tuple[str, ...], wat: str) -> None:
    unknown = [str(naam) for naam in blok if naam not in mag]
    if unknown:
        raise MaatOngeldig(f"'{unknown[0]}' hoort niet bij {wat}. Kies uit: {', '.join(mag)}.")
