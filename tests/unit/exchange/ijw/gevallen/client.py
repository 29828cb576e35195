"""Rules of the young person, of names, days and addresses."""

from datetime import date

from tests.unit.exchange.ijw.gevallen.geval import CONTACT, GEBOREN, TIJDELIJK, Geval, again
from tests.unit.exchange.ijw.voorbeelden import BSN_2, WEG

CLIENT = [
    Geval("CS002", "JW301", "Client/Bsn", {"Client/Bsn": "999900007"}, {"Client/Bsn": BSN_2}),
    Geval("CS002", "JW317", "Client/Bsn", {"Client/Bsn": "000000000"}),
    Geval(
        "CS002",
        "JW323",
        "Declaratie/Clienten/Client[2]/Bsn",
        {"Declaratie/Clienten/Client[2]/Bsn": "999900019"},
    ),
    Geval(
        "TR002",
        "JW305",
        f"{GEBOREN}/Datum",
        {f"{GEBOREN}/Datum": date(1906, 5, 19)},
        {f"{GEBOREN}/Datum": date(1906, 5, 20)},
    ),
    Geval(
        "TR002",
        "JW315",
        f"{GEBOREN}/Datum",
        {f"{GEBOREN}/Datum": date(1900, 1, 1)},
        {GEBOREN: {"Datum": date(1900, 1, 1), "DatumGebruik": "3"}},
    ),
    Geval(
        "CS139",
        "JW301",
        GEBOREN,
        {GEBOREN: {"Datum": date(2012, 6, 15), "DatumGebruik": "1"}},
        {GEBOREN: {"Datum": date(2012, 6, 1), "DatumGebruik": "1"}},
    ),
    Geval(
        "CS139",
        "JW307",
        GEBOREN,
        {GEBOREN: {"Datum": date(2012, 6, 1), "DatumGebruik": "2"}},
        {GEBOREN: {"Datum": date(2012, 1, 1), "DatumGebruik": "2"}},
    ),
    Geval("CS139", "JW315", GEBOREN, {GEBOREN: {"Datum": date(2012, 1, 1), "DatumGebruik": "3"}}),
    Geval(
        "CS050",
        "JW301",
        "Client/Relaties/Relatie[1]/Naam/NaamGebruik",
        {"Client/Relaties/Relatie[1]/Naam/NaamGebruik": "2"},
        {"Client/Relaties/Relatie[1]/Naam/NaamGebruik": "6"},
    ),
    Geval(
        "CS050",
        "JW301",
        "Client/Naam/NaamGebruik",
        {"Client/Naam/Partnernaam": {"Achternaam": "Berg"}, "Client/Naam/NaamGebruik": "5"},
        {"Client/Naam/Partnernaam": {"Achternaam": "Berg"}, "Client/Naam/NaamGebruik": "4"},
    ),
    Geval("CS318", "JW301", "Client/Naam/NaamGebruik", {"Client/Naam/NaamGebruik": "6"}),
    Geval("CD007", "JW301", "Client/Communicatie", {"Client/Communicatie/Taal": WEG}),
    Geval(
        "CD007",
        "JW301",
        "Client/Communicatie/Taal",
        {"Client/Communicatie/Vorm": "2"},
        {"Client/Communicatie": {"Vorm": "2"}},
    ),
    Geval("CD005", "JW301", f"{CONTACT}/Adres", {f"{CONTACT}/Adres/Huis": WEG}),
    Geval(
        "CD005",
        "JW301",
        f"{CONTACT}/Adres",
        {f"{CONTACT}/Adres/Postcode": WEG, f"{CONTACT}/Adres/LandCode": "BE"},
        {f"{CONTACT}/Adres": {"Plaatsnaam": "Gent", "LandCode": "BE"}},
    ),
    Geval("CD009", "JW301", f"{TIJDELIJK}/Periode", {f"{TIJDELIJK}/Soort": "02"}),
    Geval(
        "CD025",
        "JW301",
        f"{CONTACT}/Adres",
        {f"{CONTACT}/Adres": {"Plaatsnaam": "Beilen", "LandCode": "NL"}},
        {f"{CONTACT}/Adres": {"Plaatsnaam": "Beilen"}},
    ),
    Geval(
        "CD034",
        "JW301",
        CONTACT,
        {f"{CONTACT}/Adres": WEG},
        {f"{CONTACT}/Adres": WEG, f"{CONTACT}/Soort": "02"},
    ),
    Geval(
        "CS089",
        "JW301",
        f"{CONTACT}/Adres/Postcode",
        {f"{CONTACT}/Adres/Postcode": "9411 AB"},
        {f"{CONTACT}/Adres/Postcode": "9411 AB", f"{CONTACT}/Adres/LandCode": "DE"},
    ),
    Geval("CS089", "JW301", f"{CONTACT}/Adres/Postcode", {f"{CONTACT}/Adres/Postcode": "0411AB"}),
    Geval(
        "TR006",
        "JW301",
        "Client/Relaties/Relatie[1]/Contact",
        {"Client/Relaties/Relatie[1]/Contact/Adres": WEG},
        {
            "Client/Relaties/Relatie[1]/Contact/Adres": WEG,
            "Client/Relaties/Relatie[1]/Contact/Telefoon": {
                "Telefoon01": {"Telefoonnummer": "0592000000", "Landnummer": "0031"}
            },
        },
    ),
    Geval(
        "TR061",
        "JW301",
        "Client/Contactgegevens",
        {f"{CONTACT}/Soort": "04"},
        {f"{CONTACT}/Soort": "02"},
    ),
    Geval(
        "OP071",
        "JW301",
        "Client/Relaties/Relatie[2]/Nummer",
        {"Client/Relaties/Relatie[2]": again("JW301", "Client/Relaties/Relatie[1]", Soort="11")},
        {"Client/Relaties/Relatie[2]": again("JW301", "Client/Relaties/Relatie[1]", Nummer="2")},
    ),
]
