"""What is told, as plain values with fixed names: the contract of the API (`docs/reference/api.md`)."""

from datetime import datetime
from typing import Any

from koers.actions.monitor.berekend import Berekening
from koers.actions.monitor.publicaties import Publicatiebeeld, rows_of
from koers.analytics.measures import measures, source
from koers.policy import Beleid
from koers.policy.kinds.indicators import Doel, Indicator, Waarneming
from koers.policy.values import Bron, Ontbreekt, Tekst
from koers.registers.klok import dag_van

EIGEN_TELLING = {
    "nl": "Geteld door Koers uit het eigen register van de gemeenten",
    "en": "Counted by Koers from the municipalities' own register",
}
VAN_ELDERS = {
    "nl": "Geteld door Koers uit tabellen van een ander systeem van de gemeenten",
    "en": "Counted by Koers from tables of another system of the municipalities",
}
PER_CIJFER = ("gebied", "gebiedsnaam", "periode", "waarde", "teller", "noemer", "status", "voorlopig")


def short(een: Indicator, adres: str) -> dict[str, Any]:
    """An indicator in the list."""
    return {
        "id": een.id,
        "naam": _text(een.naam),
        "soort": een.soort,
        "eenheid": een.eenheid,
        "berekend": een.id in measures(),
        "adres": adres,
    }


def definition_of(een: Indicator, beleid: Beleid, cijfers: str) -> dict[str, Any]:
    """What is meant, by whom, towards what, and how it is counted. `cijfers`: the address of its figures."""
    readings = measures().get(een.id, {})
    return {
        "id": een.id,
        "naam": _text(een.naam),
        "soort": een.soort,
        "wat": _text(een.wat),
        "waarom": _text(een.waarom),
        "eenheid": een.eenheid,
        "richting": een.richting,
        "bron": [_source(bron, beleid) for bron in een.herkomst.bron],
        "eigenaar": een.herkomst.eigenaar,
        "herzien_voor": een.herkomst.herzien_voor.isoformat(),
        "beleid_versie": een.herkomst.definitie_versie,
        "doelen": [_goal(doel) for doel in een.doelen],
        "waarnemingen": [
            _observation(waarneming, beleid)
            for waarneming in (*([een.startwaarde] if een.startwaarde else []), *een.waarnemingen)
        ],
        "lezingen": [
            {
                "id": naam,
                "naam": {"nl": lezing.naam_nl, "en": lezing.naam_en},
                "eenheid": lezing.eenheid,
                "definitie_versie": lezing.versie,
                "telling": source(een.id)[naam],
            }
            for naam, lezing in readings.items()
        ],
        "open_vragen": [
            {"vraag": _text(vraag.vraag), "zolang": _text(vraag.zolang)} for vraag in een.open_vragen
        ],
        "cijfers": cijfers if readings else None,
    }


def figures_of(een: Berekening, gebied: str | None, periode: str | None) -> dict[str, Any]:
    """The figures of a reading that everybody may see. ValueError: they are not for everybody."""
    rows = [
        rij for rij in rows_of(een) if gebied in {None, rij["gebied"]} and periode in {None, rij["periode"]}
    ]
    return {
        "indicator": een.id,
        "lezing": een.lezing,
        "eenheid": een.eenheid,
        "klasse": een.klasse.value,
        "bron": VAN_ELDERS if een.aangeleverd else EIGEN_TELLING,
        "peildatum": _day(een.peildatum),
        "stand": een.stand.isoformat() if een.stand else None,
        "definitie_versie": een.definitie_versie,
        "noten": list(een.noten),
        "cijfers": [figure(rij) for rij in rows],
    }


def figure(rij: dict[str, Any]) -> dict[str, Any]:
    """One kept or computed row; a value as a number, or null when it may not be told."""
    return {naam: rij[naam] for naam in PER_CIJFER} | {"waarde": _number(rij["waarde"])}


def publication(een: Publicatiebeeld, adres: str) -> dict[str, Any]:
    """A publication in the list. Who made it is on its page, not here."""
    return {
        "id": str(een.id),
        "naam": een.naam,
        "gepubliceerd_op": _day(een.gepubliceerd_at),
        "peildatum": _day(een.peildatum),
        "vingerafdruk": een.vingerafdruk,
        "adres": adres,
    }


def publication_whole(een: Publicatiebeeld, adres: str) -> dict[str, Any]:
    """A publication with its rows as they were told then."""
    return publication(een, adres) | {
        "klopt": een.klopt,
        "cijfers": [
            {naam: rij[naam] for naam in ("indicator", "lezing", "eenheid", "definitie_versie")} | figure(rij)
            for rij in een.rijen
        ],
    }


def areas_and_periods(een: Berekening) -> tuple[frozenset[str], frozenset[str]]:
    """What can be asked for."""
    return frozenset(cijfer.gebied for cijfer in een.cijfers), frozenset(een.perioden)


def _goal(doel: Doel) -> dict[str, Any]:
    return {
        "streefwaarde": None if isinstance(doel.streefwaarde, Ontbreekt) else float(doel.streefwaarde),
        "in_woorden": _text(doel.in_woorden),
        "streefdata": []
        if isinstance(doel.streefdata, Ontbreekt)
        else [streefdatum.datum.isoformat() for streefdatum in doel.streefdata],
    }


def _observation(waarneming: Waarneming, beleid: Beleid) -> dict[str, Any]:
    peil = waarneming.peil
    return {
        "gebied": waarneming.gebied,
        "vanaf": None if isinstance(peil, Ontbreekt) else peil.vanaf.isoformat(),
        "waarde": float(waarneming.waarde),
        "klasse": "gepubliceerd",
        "bron": _source(waarneming.vindplaats, beleid),
    }


def _source(bron: Bron, beleid: Beleid) -> dict[str, Any]:
    naam = beleid.bronnen[bron.document].naam
    return {"document": bron.document, "naam": _text(naam), "plaats": bron.plaats}


def _text(tekst: Tekst) -> dict[str, str]:
    return {"nl": tekst.nl, "en": tekst.en}


def _day(moment: datetime | None) -> str | None:
    return None if moment is None else dag_van(moment).isoformat()


def _number(waarde: str | None) -> float | int | None:
    return None if waarde is None else float(waarde) if "." in waarde else int(waarde)
