"""The figures of a report as plain values: as everybody may see them, with everything to trust them by.

Only the class *openbaar* goes in, by the same road as the page of the indicator, so a report tells nothing
new. Quarters apart are not there: beside their year they would give small numbers away (decision 13).
"""

from typing import Any

from koers.actions.monitor.berekend import Berekening, read_indicator
from koers.actions.monitor.publicaties import rows_of
from koers.domain.actor import Actor
from koers.domain.rapportages import Hoofdstuk
from koers.policy import beleid
from koers.policy.kinds.indicators import Indicator
from koers.policy.values import Bron, Ontbreekt, Tekst

JAREN = 6  # the year of the report and the five before it
REGIO = "drenthe"
KOLOMMEN = ("gebied", "gebiedsnaam", "periode", "status", "waarde", "teller", "noemer", "voorlopig")


def chapter_figures(by: Actor, hoofdstuk: Hoofdstuk, gemeente: str, jaar: int) -> list[dict[str, Any]]:
    """Per indicator of a chapter that the policy still knows: its definition and what is told of it."""
    there = beleid().indicatoren
    return [
        _figure(by, there[id], gemeente, jaar, vergelijk="vergelijking" in hoofdstuk.tonen)
        for id in hoofdstuk.indicatoren
        if id in there
    ]


def _figure(by: Actor, een: Indicator, gemeente: str, jaar: int, *, vergelijk: bool) -> dict[str, Any]:
    counted = read_indicator(by=by, indicator=een.id)
    return _definition(een) | (_told(counted, gemeente, jaar, vergelijk=vergelijk) if counted else _NOTHING)


# What a figure that is not counted looks like: the report says so in words.
_NOTHING: dict[str, Any] = {
    "berekend": False,
    "lezing": None,
    "definitie_versie": "",
    "peildatum": None,
    "noten": [],
    "doelen": [],
    "jaren": [],
    "cijfers": [],
    "vergelijking": [],
}


def _definition(een: Indicator) -> dict[str, Any]:
    """What is counted of whom, in both languages, as the policy says it now."""
    return {
        "id": een.id,
        "naam": _both(een.naam),
        "wat": _both(een.wat),
        "teller": _both(een.meting.teller),
        "noemer": None if isinstance(een.meting.noemer, Ontbreekt) else _both(een.meting.noemer),
        "volgens": een.meting.volgens,
        "eenheid": een.eenheid,
        "richting": een.richting,
        "bron": [_place(bron) for bron in een.herkomst.bron],
    }


def _both(tekst: Tekst) -> dict[str, str]:
    return {"nl": tekst.nl, "en": tekst.en}


def _place(bron: Bron) -> dict[str, Any]:
    return {"document": _both(beleid().bronnen[bron.document].naam), "plaats": bron.plaats}


def _told(een: Berekening, gemeente: str, jaar: int, *, vergelijk: bool) -> dict[str, Any]:
    rijen = [{kolom: rij[kolom] for kolom in KOLOMMEN} for rij in rows_of(een)]
    years = [periode for periode in een.perioden if jaar - JAREN < int(periode) <= jaar]
    regio = beleid().gebieden[REGIO].code if REGIO in beleid().gebieden else None
    return {
        "berekend": True,
        "eenheid": een.eenheid,
        "lezing": {"nl": een.lezing_naam[0], "en": een.lezing_naam[1]} if len(een.lezingen) > 1 else None,
        "definitie_versie": een.definitie_versie,
        "peildatum": een.peildatum.isoformat(timespec="seconds") if een.peildatum else None,
        "noten": list(een.noten),
        "doelen": [[punt.datum.isoformat(), str(punt.waarde)] for punt in een.doelen]
        if een.doelgebied == gemeente
        else [],
        "jaren": years,
        "cijfers": [r for r in rijen if r["gebied"] in (gemeente, regio) and r["periode"] in years],
        "vergelijking": [
            r for r in rijen if years and r["periode"] == years[-1] and r["gebied"].startswith("GM")
        ]
        if vergelijk
        else [],
    }
