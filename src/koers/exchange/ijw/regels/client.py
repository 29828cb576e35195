"""Rules about people: numbers, dates of birth, names and addresses."""

import re
from collections.abc import Iterator
from datetime import date

from koers.domain.bsn import is_bsn
from koers.exchange.ijw.bericht import Bericht, each
from koers.exchange.ijw.regels.plekken import clients, contacts, dated, named_persons
from koers.exchange.ijw.regels.regel import Omgeving, Regel, Vondst, alone, filled

_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_OUDST = 120
ONBEKEND = "3"  # DatumGebruik: nothing of the date is known
_MET_CLIENT = "301 305 307 315"
_VERKORT = {"1": "de dag 01 is", "2": "de dag en de maand 01-01 zijn", "3": "de datum 1900-01-01 is"}


def _elfproef(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, client in clients(bericht):
        if not is_bsn(client["Bsn"]):
            yield Vondst(f"{plek}/Bsn", "Dit is geen burgerservicenummer: het doorstaat de elfproef niet.")


def _births(bericht: Bericht) -> Iterator[tuple[str, date, str]]:
    for plek, persoon in named_persons(bericht):
        if geboren := persoon.get("Geboortedatum"):
            yield f"{plek}/Geboortedatum", geboren["Datum"], geboren.get("DatumGebruik", "")


def _not_too_old(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    dag = dated(bericht)
    for plek, geboren, gebruik in _births(bericht):
        jaren = dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))
        te_oud = jaren > _OUDST or (jaren == _OUDST and (geboren.month, geboren.day) != (dag.month, dag.day))
        if te_oud and gebruik != ONBEKEND:
            zin = f"De geboortedatum {geboren} ligt meer dan 120 jaar voor de dagtekening {dag}."
            yield Vondst(f"{plek}/Datum", zin)


def _date_fits_its_use(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, geboren, gebruik in _births(bericht):
        past = {
            "": True,
            "1": geboren.day == 1,
            "2": (geboren.month, geboren.day) == (1, 1),
            "3": geboren == date(1900, 1, 1),
        }
        if not past[gebruik]:
            yield Vondst(
                plek, f"Bij DatumGebruik {gebruik} hoort dat {_VERKORT[gebruik]}; er staat {geboren}."
            )


def _use_of_name(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, persoon in named_persons(bericht):
        naam = persoon["Naam"]
        mag = ("1", "2", "3", "4") if "Partnernaam" in naam else ("1", "6")
        if naam["NaamGebruik"] not in mag:
            met = "met" if "Partnernaam" in naam else "zonder"
            zin = f"NaamGebruik is {naam['NaamGebruik']}; {met} Partnernaam mag alleen {', '.join(mag)}."
            yield Vondst(f"{plek}/Naam/NaamGebruik", zin)


def _natural_person(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, client in each(bericht.inhoud, "Client"):
        if client["Naam"]["NaamGebruik"] == "6":
            yield Vondst(f"{plek}/Naam/NaamGebruik", "Een cliënt is een mens: NaamGebruik 6 kan niet.")


def _language(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, communicatie in each(bericht.inhoud, "Client/Communicatie"):
        tolk, taal = communicatie["Vorm"] == "1", "Taal" in communicatie
        if tolk and not taal:
            yield Vondst(plek, "Bij Vorm 1 (tolk) hoort de Taal.")
        elif taal and not tolk:
            yield Vondst(f"{plek}/Taal", "De Taal hoort alleen bij Vorm 1 (tolk).")


def _house_and_postcode(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        adres = contact.get("Adres", {})
        if ("Postcode" in adres) != ("Huis" in adres):
            mist, staat = ("Huis", "Postcode") if "Postcode" in adres else ("Postcode", "Huis")
            yield Vondst(f"{plek}/Adres", f"{staat} staat er wel en {mist} niet; ze horen bij elkaar.")


def _period_of_stay(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        if "Periode" in contact and contact["Soort"] != "04":
            yield Vondst(f"{plek}/Periode", "Een Periode hoort alleen bij een tijdelijk adres (Soort 04).")


def _dutch_address(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        adres = contact.get("Adres", {})
        if adres.get("LandCode") == "NL" and "Postcode" not in adres:
            yield Vondst(f"{plek}/Adres", "Bij LandCode NL hoort een Postcode.")


def _address_of_kind(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        if contact["Soort"] in ("01", "03") and "Adres" not in contact:
            yield Vondst(plek, f"Bij Soort {contact['Soort']} hoort een Adres.")


def _dutch_postcode(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        adres = contact.get("Adres", {})
        postcode = adres.get("Postcode") if adres.get("LandCode") == "NL" else None
        if postcode is not None and not _POSTCODE.fullmatch(postcode):
            zin = "Dit is geen Nederlandse postcode. Die heeft vier cijfers en twee hoofdletters: 9401AB."
            yield Vondst(f"{plek}/Adres/Postcode", zin)


def _reachable(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, contact in contacts(bericht):
        heel = filled(contact, "Adres", "Huis") and filled(contact, "Adres", "Postcode")
        if "Telefoon" not in contact and not heel:
            yield Vondst(plek, "Hier hoort een telefoonnummer te staan, of een huisnummer met postcode.")


def _one_address(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    eigen = [contact for _, contact in each(bericht.inhoud, "Client/Contactgegevens/Contact")]
    if not any("Adres" in een and een["Soort"] in ("01", "02", "03") for een in eigen):
        zin = (
            "De cliënt heeft hier geen BRP-adres, correspondentieadres of verblijfadres (Soort 01, 02 of 03)."
        )
        yield Vondst("Client/Contactgegevens", zin)


def _unique_relations(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    eerder: set[str] = set()
    for plek, relatie in each(bericht.inhoud, "Client/Relaties/Relatie"):
        if relatie["Nummer"] in eerder:
            yield Vondst(f"{plek}/Nummer", "Dit relatienummer komt in het bericht al voor.")
        eerder.add(relatie["Nummer"])


CLIENT: tuple[Regel, ...] = (
    alone("CS002", "301 305 307 315 317 323 325", "Een BSN doorstaat de elfproef.", _elfproef),
    alone(
        "TR002",
        _MET_CLIENT,
        "Een bekende geboortedatum ligt hoogstens 120 jaar voor de dagtekening.",
        _not_too_old,
    ),
    alone(
        "CS139",
        _MET_CLIENT,
        "Wat van een geboortedatum onbekend is, staat er als 01, of als 1900-01-01.",
        _date_fits_its_use,
    ),
    alone("CS050", "301", "NaamGebruik past bij het wel of niet hebben van een Partnernaam.", _use_of_name),
    alone("CS318", "301", "Een cliënt is geen niet-natuurlijk persoon.", _natural_person),
    alone("CD007", "301", "De Taal staat er als een tolk nodig is, en anders niet.", _language),
    alone("CD005", "301", "Huisnummer en postcode staan er allebei, of allebei niet.", _house_and_postcode),
    alone("CD009", "301", "Een periode bij een adres hoort alleen bij een tijdelijk adres.", _period_of_stay),
    alone("CD025", "301", "Een adres in Nederland heeft een postcode.", _dutch_address),
    alone("CD034", "301", "Een BRP-adres of verblijfadres is ingevuld.", _address_of_kind),
    alone("CS089", "301", "Een postcode in Nederland heeft vier cijfers en twee letters.", _dutch_postcode),
    alone("TR006", "301", "Een contact heeft een telefoonnummer, of huisnummer en postcode.", _reachable),
    alone("TR061", "301", "De cliënt heeft een adres om te wonen of te schrijven.", _one_address),
    alone("OP071", "301", "Een relatienummer wijst één relatie van de cliënt aan.", _unique_relations),
)
