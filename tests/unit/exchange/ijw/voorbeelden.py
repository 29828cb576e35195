"""Good messages of every kind, our own, and a way to change something in them."""

import copy
import re
from datetime import date
from typing import Any

from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.build import header, xsd_versie
from koers.exchange.ijw.feiten import RETOUR, producten
from koers.exchange.ijw.regels import Omgeving

VANDAAG = date(2026, 5, 21)
DAG = date(2026, 5, 20)
OMGEVING = Omgeving(
    VANDAAG, {"1731", "0114", "1680"}, {code: categorie for code, (categorie, _) in producten().items()}
)
BSN, BSN_2 = "999900006", "999900018"
GEMEENTE, AANBIEDER = "1731", "42420001"
WEG = object()
_STAP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _kop(soort: str, **meer: Any) -> dict[str, Any]:
    heen = {retour: een for een, retour in RETOUR.items()}.get(soort, soort)
    van_gemeente = (heen in ("JW301", "JW319")) or soort == "JW325"
    afzender, ontvanger = (GEMEENTE, AANBIEDER) if van_gemeente else (AANBIEDER, GEMEENTE)
    return header(soort, afzender=afzender, ontvanger=ontvanger, identificatie="B1", dagtekening=DAG, **meer)


def _client(volledig: bool = False) -> dict[str, Any]:
    naam: dict[str, Any] = {"Geslachtsnaam": {"Achternaam": "Dekker"}, "Voornamen": "Sem", "Voorletters": "S"}
    return {
        "Bsn": BSN,
        "Geboortedatum": {"Datum": date(2012, 6, 15)},
        "Geslacht": "1",
        "Naam": naam | ({"NaamGebruik": "1"} if volledig else {}),
    }


def _contact(soort: str = "03") -> dict[str, Any]:
    adres = {"Huis": {"Huisnummer": 12}, "Postcode": "9411AB", "Plaatsnaam": "Beilen", "LandCode": "NL"}
    return {"Soort": soort, "Adres": adres}


def _product(code: str | None = "45A03", categorie: str = "45") -> dict[str, Any]:
    return {"Product": {"Categorie": categorie} | ({"Code": code} if code else {})}


def _omvang() -> dict[str, Any]:
    return {"Volume": 2, "Eenheid": "04", "Frequentie": "2"}


def _jw301() -> dict[str, Any]:
    relatie = {
        "Nummer": "1",
        "Soort": "10",
        "Geboortedatum": {"Datum": date(1982, 1, 9)},
        "Naam": {"Geslachtsnaam": {"Achternaam": "Dekker"}, "NaamGebruik": "1"},
        "Contact": _contact(),
    }
    tijdelijk = _contact("04") | {"Periode": {"Begindatum": date(2026, 3, 1), "Einddatum": date(2026, 8, 1)}}
    dagen = {"Ingangsdatum": date(2026, 6, 1), "Einddatum": date(2026, 12, 31)}
    moment = {"Toewijzingsdatum": DAG, "Toewijzingstijd": "12:34:56"}
    specifiek = {"ToewijzingNummer": 1001} | _product() | moment | dagen | {"Omvang": _omvang()}
    ander = {"ToewijzingNummer": 1002} | _product("44A09", "44") | moment | dagen | {"Omvang": _omvang()}
    return {
        "Client": _client(volledig=True)
        | {
            "Communicatie": {"Vorm": "1", "Taal": "Tigrinya"},
            "Relaties": {"Relatie": [relatie]},
            "Contactgegevens": {"Contact": [_contact(), tijdelijk]},
            "ToegewezenProducten": {"ToegewezenProduct": [specifiek, ander]},
        }
    }


def _start(nummer: int, code: str, categorie: str) -> dict[str, Any]:
    return (
        {"ToewijzingNummer": nummer}
        | _product(code, categorie)
        | {
            "ToewijzingIngangsdatum": date(2026, 4, 1),
            "Begindatum": date(2026, 4, 3),
            "StatusAanlevering": "1",
        }
    )


def _jw305() -> dict[str, Any]:
    producten_ = [_start(1001, "45A03", "45"), _start(1002, "44A09", "44")]
    return {"Client": _client() | {"StartProducten": {"StartProduct": producten_}}}


def _jw307() -> dict[str, Any]:
    stop = {"RedenBeeindiging": "31", "Einddatum": date(2026, 5, 15)}
    producten_ = [_start(1001, "45A03", "45") | stop, _start(1002, "44A09", "44") | stop]
    return {"Client": _client() | {"StopProducten": {"StopProduct": producten_}}}


def _jw315() -> dict[str, Any]:
    def gevraagd(referentie: str, code: str, categorie: str) -> dict[str, Any]:
        return (
            {"ReferentieAanbieder": referentie, "BeschikkingNummer": 7}
            | _product(code, categorie)
            | {
                "BeschikkingIngangsdatum": date(2026, 5, 1),
                "ToewijzingIngangsdatum": date(2026, 6, 1),
                "ToewijzingEinddatum": date(2026, 12, 31),
                "Omvang": _omvang(),
                "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01234567"},
            }
        )

    producten_ = [gevraagd("A1", "45A03", "45"), gevraagd("A2", "44A09", "44")]
    return {"Client": _client() | {"AangevraagdeProducten": {"AangevraagdProduct": producten_}}}


def _jw317() -> dict[str, Any]:
    dagen = {"GewensteIngangsdatum": date(2026, 7, 1), "Einddatum": date(2026, 12, 31), "Omvang": _omvang()}
    nieuw = [_product() | dagen, _product("44A09", "44") | dagen]
    return {
        "Client": {
            "Bsn": BSN,
            "Verzoek": {
                "ReferentieAanbieder": "V1",
                "RedenVerzoek": "1",
                "OngewijzigdeProducten": {"OngewijzigdProduct": [{"ToewijzingNummer": 1001}]},
                "TeWijzigenProducten": {"TeWijzigenProduct": [{"ToewijzingNummer": 1002} | dagen]},
                "NieuweProducten": {"NieuwProduct": nieuw},
            },
        }
    }


def _jw319() -> dict[str, Any]:
    return {
        "Antwoord": {
            "ReferentieAanbieder": "A1",
            "VerzoekAntwoord": "1",
            "RedenAfwijzingVerzoek": "8",
            "Woonplaatsbeginsel": {"Gemeente": "1680"},
        }
    }


def prestatie(referentie: str, nummer: int, code: str, volume: int, tarief: int) -> dict[str, Any]:
    """An entry of a claim over April."""
    return {
        "ProductReferentie": {"ReferentieNummer": referentie},
        "ToewijzingNummer": nummer,
        "ProductCategorie": code[:2],
        "ProductCode": code,
        "ProductPeriode": {"Begindatum": date(2026, 4, 1), "Einddatum": date(2026, 4, 30)},
        "GeleverdVolume": volume,
        "Eenheid": "04",
        "ProductTarief": tarief,
        "IngediendBedrag": {"Bedrag": volume * tarief, "DebetCredit": "D"},
    }


def _jw323() -> dict[str, Any]:
    eerste = [prestatie("R1", 1001, "45A03", 4, 1250), prestatie("R2", 1002, "44A09", 12, 1500)]
    tweede = [prestatie("R3", 1003, "45A03", 4, 2000)]
    return {
        "Declaratie": {
            "DeclaratieNummer": "D1",
            "DeclaratiePeriode": {"Begindatum": date(2026, 4, 1), "Einddatum": date(2026, 4, 30)},
            "DeclaratieDagtekening": DAG,
            "TotaalIngediendBedrag": {"TotaalBedrag": 31_000, "DebetCredit": "D"},
            "Clienten": {
                "Client": [
                    {"Bsn": BSN, "Prestaties": {"Prestatie": eerste}},
                    {"Bsn": BSN_2, "Prestaties": {"Prestatie": tweede}},
                ]
            },
        }
    }


def _jw325() -> dict[str, Any]:
    afgewezen = prestatie("R3", 1003, "45A03", 4, 2000) | {"RetourCodes": {"RetourCode": ["9307"]}}
    client = {"Bsn": BSN_2, "Prestaties": {"Prestatie": [afgewezen]}, "RetourCodes": {"RetourCode": ["0200"]}}
    return {
        "DeclaratieAntwoord": {
            "DeclaratieNummer": "D1",
            "TotaalIngediendBedrag": {"TotaalBedrag": 31_000, "DebetCredit": "D"},
            "TotaalToegekendBedrag": {"TotaalBedrag": 23_000, "DebetCredit": "D"},
            "Clienten": {"Client": [client]},
            "RetourCodes": {"RetourCode": ["0200"]},
        }
    }


def _jw306() -> dict[str, Any]:
    start = _start(1001, "45A03", "45") | {"RetourCodes": {"RetourCode": ["9019"]}}
    goed = {"RetourCodes": {"RetourCode": ["0200"]}}
    return {"Client": _client() | {"StartProducten": {"StartProduct": [start]}} | goed}


_INHOUD = {
    "JW301": _jw301,
    "JW305": _jw305,
    "JW307": _jw307,
    "JW315": _jw315,
    "JW317": _jw317,
    "JW319": _jw319,
    "JW323": _jw323,
    "JW325": _jw325,
    "JW306": _jw306,
}


def good(soort: str) -> Bericht:
    """A message with which nothing is wrong."""
    meer: dict[str, Any] = {}
    if soort == "JW325":
        meer = {
            "DeclaratieIdentificatie": {"Identificatie": "D9", "Dagtekening": DAG},
            "XsdVersieDeclaratie": xsd_versie(),
            "RetourCodes": {"RetourCode": ["0200"]},
        }
    elif soort in RETOUR.values():
        meer = {
            "IdentificatieRetour": "R1",
            "DagtekeningRetour": DAG,
            "XsdVersieRetour": xsd_versie(),
            "RetourCodes": {"RetourCode": ["0200"]},
        }
    return Bericht(soort, {"Header": _kop(soort, **meer)} | _INHOUD[soort]())


def changed(bericht: Bericht, anders: dict[str, Any]) -> Bericht:
    """The message with other values at these paths; WEG takes what is there away."""
    inhoud: dict[str, Any] = copy.deepcopy(dict(bericht.inhoud))
    for pad, waarde in anders.items():
        *stappen, laatste = [_STAP.fullmatch(stap).groups() for stap in pad.split("/")]
        klasse = inhoud
        for naam, nummer in stappen:
            klasse = klasse[naam] if nummer is None else klasse[naam][int(nummer) - 1]
        _put(klasse, *laatste, copy.copy(waarde) if isinstance(waarde, dict) else waarde)
    return Bericht(bericht.soort, inhoud)


def _put(klasse: dict[str, Any], naam: str, nummer: str | None, waarde: Any) -> None:
    if nummer is not None:
        lijst = klasse[naam]
        if waarde is WEG:
            del lijst[int(nummer) - 1]
        else:
            lijst[int(nummer) - 1 : int(nummer)] = [waarde]
    elif waarde is WEG:
        del klasse[naam]
    else:
        klasse[naam] = waarde
