"""For every rule that a message can break by itself: a message that does, and one that only just does not."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.unit.exchange.ijw.voorbeelden import BSN, BSN_2, WEG, good, prestatie

_DAG = "Header/BerichtIdentificatie/Dagtekening"
_TP = "Client/ToegewezenProducten/ToegewezenProduct[1]"
_TP2 = "Client/ToegewezenProducten/ToegewezenProduct[2]"
_AP = "Client/AangevraagdeProducten/AangevraagdProduct[1]"
_AP2 = "Client/AangevraagdeProducten/AangevraagdProduct[2]"
_NP = "Client/Verzoek/NieuweProducten/NieuwProduct[1]"
_NP2 = "Client/Verzoek/NieuweProducten/NieuwProduct[2]"
_WP = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]"
_START = "Client/StartProducten/StartProduct[1]"
_START2 = "Client/StartProducten/StartProduct[2]"
_STOP = "Client/StopProducten/StopProduct[1]"
_CONTACT = "Client/Contactgegevens/Contact[1]"
_TIJDELIJK = "Client/Contactgegevens/Contact[2]"
_P1 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"
_P2 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]"
_P3 = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[3]"
_TOTAAL = "Declaratie/TotaalIngediendBedrag"
_A1 = "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]"
_VERWIJZER = f"{_AP}/Verwijzer"
_JAN, _MAART = date(2026, 1, 1), date(2026, 3, 31)


@dataclass(frozen=True)
class Geval:
    """`fout` breaks the rule at `pad`; `goed` comes near and keeps it."""

    regel: str
    soort: str
    pad: str
    fout: dict[str, Any]
    goed: dict[str, Any] = field(default_factory=dict)


def _again(soort: str, pad: str, **anders: Any) -> dict[str, Any]:
    """A copy of what stands at a path."""
    klasse: Any = good(soort).inhoud
    for stap in pad.split("/"):
        naam, _, nummer = stap.partition("[")
        klasse = klasse[naam] if not nummer else klasse[naam][int(nummer[:-1]) - 1]
    return klasse | anders


_CREDIT = prestatie("R9", 1001, "45A03", 4, 1250) | {
    "ProductReferentie": {"ReferentieNummer": "R9", "VorigReferentieNummer": "R0"},
    "IngediendBedrag": {"Bedrag": 5_000, "DebetCredit": "C"},
}
_EURO = {f"{_P1}/Eenheid": "83", f"{_P1}/ProductTarief": WEG, f"{_P1}/GeleverdVolume": 5_000}
_NUL = {
    "Declaratie/Clienten/Client": [
        {
            "Bsn": BSN,
            "Prestaties": {
                "Prestatie": [
                    prestatie("R1", 1001, "45A03", 0, 0)
                    | {"IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"}}
                ]
            },
        }
    ]
}


def _period(pad: str, begin: date, eind: date) -> dict[str, Any]:
    return {f"{pad}/ProductPeriode": {"Begindatum": begin, "Einddatum": eind}}


KOP = [
    Geval("TR135", "JW305", _DAG, {_DAG: date(2026, 5, 22)}, {_DAG: date(2026, 5, 21)}),
    Geval("TR135", "JW325", _DAG, {_DAG: date(2027, 1, 1)}),
    Geval("TR378", "JW301", "Header/Afzender", {"Header/Afzender": "9999"}, {"Header/Afzender": "0114"}),
    Geval("TR378", "JW307", "Header/Ontvanger", {"Header/Ontvanger": "0001"}),
    Geval(
        "TR378",
        "JW319",
        "Antwoord/Woonplaatsbeginsel/Gemeente",
        {"Antwoord/Woonplaatsbeginsel/Gemeente": "9998"},
    ),
]
_GEBOREN = "Client/Geboortedatum"
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
        f"{_GEBOREN}/Datum",
        {f"{_GEBOREN}/Datum": date(1906, 5, 19)},
        {f"{_GEBOREN}/Datum": date(1906, 5, 20)},
    ),
    Geval(
        "TR002",
        "JW315",
        f"{_GEBOREN}/Datum",
        {f"{_GEBOREN}/Datum": date(1900, 1, 1)},
        {_GEBOREN: {"Datum": date(1900, 1, 1), "DatumGebruik": "3"}},
    ),
    Geval(
        "CS139",
        "JW301",
        _GEBOREN,
        {_GEBOREN: {"Datum": date(2012, 6, 15), "DatumGebruik": "1"}},
        {_GEBOREN: {"Datum": date(2012, 6, 1), "DatumGebruik": "1"}},
    ),
    Geval(
        "CS139",
        "JW307",
        _GEBOREN,
        {_GEBOREN: {"Datum": date(2012, 6, 1), "DatumGebruik": "2"}},
        {_GEBOREN: {"Datum": date(2012, 1, 1), "DatumGebruik": "2"}},
    ),
    Geval("CS139", "JW315", _GEBOREN, {_GEBOREN: {"Datum": date(2012, 1, 1), "DatumGebruik": "3"}}),
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
    Geval("CD005", "JW301", f"{_CONTACT}/Adres", {f"{_CONTACT}/Adres/Huis": WEG}),
    Geval(
        "CD005",
        "JW301",
        f"{_CONTACT}/Adres",
        {f"{_CONTACT}/Adres/Postcode": WEG, f"{_CONTACT}/Adres/LandCode": "BE"},
        {f"{_CONTACT}/Adres": {"Plaatsnaam": "Gent", "LandCode": "BE"}},
    ),
    Geval("CD009", "JW301", f"{_TIJDELIJK}/Periode", {f"{_TIJDELIJK}/Soort": "02"}),
    Geval(
        "CD025",
        "JW301",
        f"{_CONTACT}/Adres",
        {f"{_CONTACT}/Adres": {"Plaatsnaam": "Beilen", "LandCode": "NL"}},
        {f"{_CONTACT}/Adres": {"Plaatsnaam": "Beilen"}},
    ),
    Geval(
        "CD034",
        "JW301",
        _CONTACT,
        {f"{_CONTACT}/Adres": WEG},
        {f"{_CONTACT}/Adres": WEG, f"{_CONTACT}/Soort": "02"},
    ),
    Geval(
        "CS089",
        "JW301",
        f"{_CONTACT}/Adres/Postcode",
        {f"{_CONTACT}/Adres/Postcode": "9411 AB"},
        {f"{_CONTACT}/Adres/Postcode": "9411 AB", f"{_CONTACT}/Adres/LandCode": "DE"},
    ),
    Geval("CS089", "JW301", f"{_CONTACT}/Adres/Postcode", {f"{_CONTACT}/Adres/Postcode": "0411AB"}),
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
        {f"{_CONTACT}/Soort": "04"},
        {f"{_CONTACT}/Soort": "02"},
    ),
    Geval(
        "OP071",
        "JW301",
        "Client/Relaties/Relatie[2]/Nummer",
        {"Client/Relaties/Relatie[2]": _again("JW301", "Client/Relaties/Relatie[1]", Soort="11")},
        {"Client/Relaties/Relatie[2]": _again("JW301", "Client/Relaties/Relatie[1]", Nummer="2")},
    ),
]
PRODUCT = [
    Geval("CD041", "JW301", _TP, {f"{_TP}/Omvang": WEG}, {f"{_TP}/Omvang": WEG, f"{_TP}/Product/Code": WEG}),
    Geval("CD041", "JW315", _AP2, {f"{_AP2}/Omvang": WEG}),
    Geval("CD041", "JW317", _NP, {f"{_NP}/Omvang": WEG}),
    *(
        Geval(
            "CD075",
            soort,
            pad,
            {f"{pad}/Omvang": WEG, f"{pad}/Budget": 9, f"{pad}/{eind}": WEG},
            {f"{pad}/Omvang": WEG, f"{pad}/Budget": 9},
        )
        for soort, pad, eind in (
            ("JW301", _TP, "Einddatum"),
            ("JW315", _AP, "ToewijzingEinddatum"),
            ("JW317", _NP, "Einddatum"),
            ("JW317", _WP, "Einddatum"),
        )
    ),
    *(
        Geval(
            "CD076",
            soort,
            pad,
            {f"{pad}/{eind}": WEG},
            {f"{pad}/{eind}": WEG, f"{pad}/Omvang/Frequentie": "4"},
        )
        for soort, pad, eind in (
            ("JW301", _TP, "Einddatum"),
            ("JW315", _AP, "ToewijzingEinddatum"),
            ("JW317", _NP, "Einddatum"),
            ("JW317", _WP, "Einddatum"),
        )
    ),
    *(
        Geval(regel, soort, f"{pad}/{wat}", {f"{pad}/Budget": 900})
        for regel, wat in (("CD077", "Omvang"), ("CD078", "Budget"))
        for soort, pad in (("JW301", _TP), ("JW315", _AP), ("JW317", _NP), ("JW317", _WP))
    ),
    *(
        Geval(
            "CD079",
            soort,
            pad,
            {f"{pad}/Product": WEG, f"{pad}/Omvang": WEG},
            {f"{pad}/Product": WEG, f"{pad}/Omvang": WEG, f"{pad}/Budget": 900},
        )
        for soort, pad in (("JW301", _TP), ("JW315", _AP), ("JW317", _NP))
    ),
    Geval(
        "CD080",
        "JW301",
        f"{_TP}/Omvang",
        {f"{_TP}/Product/Code": WEG},
        {
            f"{_TP}/Product/Code": WEG,
            f"{_TP}/Ingangsdatum": date(2020, 12, 1),
            f"{_TP}/Einddatum": date(2020, 12, 31),
        },
    ),
    Geval("CD095", "JW315", f"{_AP}/Omvang", {f"{_AP}/Product/Code": WEG}),
    Geval("CD096", "JW317", f"{_NP}/Omvang", {f"{_NP}/Product/Code": WEG}),
    *(
        Geval(
            regel,
            soort,
            f"{pad}/Omvang/Frequentie",
            {f"{pad}/Omvang": {"Volume": 1, "Eenheid": eenheid, "Frequentie": "1"}},
            {f"{pad}/Omvang": {"Volume": 1, "Eenheid": goed, "Frequentie": "1"}},
        )
        for regel, soort, pad, eenheid, goed in (
            ("CS338", "JW301", _TP, "14", "82"),
            ("CS338", "JW301", _TP, "84", "01"),
            ("CS338", "JW317", _NP, "16", "04"),
            ("CS338", "JW317", _WP, "83", "82"),
            ("CS343", "JW315", _AP, "14", "01"),
        )
    ),
    Geval(
        "CS003",
        "JW301",
        f"{_TP}/Einddatum",
        {f"{_TP}/Einddatum": date(2026, 5, 31)},
        {f"{_TP}/Einddatum": date(2026, 6, 1)},
    ),
    Geval(
        "CS003",
        "JW301",
        f"{_TIJDELIJK}/Periode/Einddatum",
        {f"{_TIJDELIJK}/Periode/Einddatum": date(2026, 2, 28)},
    ),
    Geval("CS003", "JW315", f"{_AP}/ToewijzingEinddatum", {f"{_AP}/ToewijzingEinddatum": _JAN}),
    Geval("CS003", "JW317", f"{_NP}/Einddatum", {f"{_NP}/Einddatum": date(2026, 6, 30)}),
    Geval("CS003", "JW317", f"{_WP}/Einddatum", {f"{_WP}/Einddatum": _JAN}),
    Geval(
        "CS335",
        "JW301",
        f"{_TP}/RedenWijziging",
        {f"{_TP}/RedenWijziging": "13"},
        {f"{_TP}/RedenWijziging": "13", f"{_TP}/Einddatum": date(2026, 6, 1)},
    ),
    Geval(
        "CS336",
        "JW301",
        f"{_TP}/RedenWijziging",
        {f"{_TP}/RedenWijziging": "01"},
        {f"{_TP}/RedenWijziging": "14"},
    ),
    Geval(
        "TR302",
        "JW301",
        _TP2,
        {f"{_TP2}/Product": {"Categorie": "45", "Code": "45A03"}},
        {
            f"{_TP2}/Product": {"Categorie": "45", "Code": "45A03"},
            f"{_TP2}/Ingangsdatum": date(2027, 1, 1),
            f"{_TP2}/Einddatum": date(2027, 2, 1),
        },
    ),
    Geval(
        "TR302",
        "JW301",
        _TP2,
        {f"{_TP2}/Product": {"Categorie": "45"}, f"{_TP2}/Omvang": WEG},
        {f"{_TP2}/Product": {"Categorie": "44"}, f"{_TP2}/Omvang": WEG},
    ),
    Geval(
        "TR302",
        "JW301",
        _TP2,
        {f"{_TP2}/Product": WEG, f"{_TP2}/Omvang": WEG, f"{_TP2}/Budget": 100},
    ),
    Geval(
        "TR386",
        "JW315",
        _AP2,
        {f"{_AP2}/Product": {"Categorie": "45", "Code": "45A03"}},
        {
            f"{_AP2}/Product": {"Categorie": "45", "Code": "45A03"},
            f"{_AP}/ToewijzingEinddatum": date(2026, 8, 1),
            f"{_AP2}/ToewijzingIngangsdatum": date(2026, 8, 2),
        },
    ),
    Geval("TR410", "JW317", _NP2, {f"{_NP2}/Product": {"Categorie": "45", "Code": "45A03"}}),
    Geval("TR332", "JW301", f"{_TP2}/ToewijzingNummer", {f"{_TP2}/ToewijzingNummer": 1001}),
    Geval("TR383", "JW315", f"{_AP2}/ReferentieAanbieder", {f"{_AP2}/ReferentieAanbieder": "A1"}),
    *(
        Geval("TR381", soort, f"{pad}/Product/Code", {f"{pad}/Product": {"Categorie": "44", "Code": "45A04"}})
        for soort, pad in (
            ("JW301", _TP),
            ("JW305", _START2),
            ("JW307", _STOP),
            ("JW315", _AP),
            ("JW317", _NP),
        )
    ),
    Geval("TR381", "JW305", f"{_START}/Product/Code", {f"{_START}/Product/Code": "45Z99"}),
    Geval(
        "TR381",
        "JW305",
        f"{_START}/Product/Code",
        {f"{_START}/Product": {"Categorie": "55", "Code": "54A11"}},
        {f"{_START}/Product": {"Categorie": "55", "Code": "55A11"}},
    ),
    Geval("TR381", "JW323", f"{_P1}/ProductCode", {f"{_P1}/ProductCategorie": "44"}),
    Geval(
        "TR134",
        "JW305",
        f"{_START}/Begindatum",
        {f"{_START}/Begindatum": date(2026, 5, 21)},
        {f"{_START}/Begindatum": date(2026, 5, 20)},
    ),
    Geval("TR134", "JW301", f"{_TP}/Toewijzingsdatum", {f"{_TP}/Toewijzingsdatum": date(2026, 5, 21)}),
    Geval("TR134", "JW315", f"{_GEBOREN}/Datum", {f"{_GEBOREN}/Datum": date(2026, 5, 21)}),
    Geval(
        "TR134",
        "JW323",
        "Declaratie/DeclaratieDagtekening",
        {"Declaratie/DeclaratieDagtekening": date(2026, 5, 21)},
    ),
    Geval(
        "TR380",
        "JW317",
        f"{_NP}/GewensteIngangsdatum",
        {f"{_NP}/GewensteIngangsdatum": date(2026, 5, 20)},
        {f"{_NP}/GewensteIngangsdatum": date(2026, 5, 21)},
    ),
    Geval(
        "CD043",
        "JW315",
        _AP,
        {f"{_AP}/BeschikkingNummer": WEG},
        {f"{_AP}/BeschikkingNummer": WEG, f"{_AP}/BeschikkingIngangsdatum": WEG},
    ),
    Geval("CD043", "JW315", _AP, {f"{_AP}/BeschikkingIngangsdatum": WEG}),
    Geval(
        "CD066",
        "JW315",
        f"{_VERWIJZER}/Naam",
        {f"{_VERWIJZER}/Naam": "De huisarts"},
        {_VERWIJZER: {"Type": "02", "Naam": "De huisarts"}},
    ),
    Geval("CD067", "JW315", _VERWIJZER, {_VERWIJZER: {"Type": "05"}}, {_VERWIJZER: {"Type": "06"}}),
    Geval(
        "CD068",
        "JW315",
        f"{_VERWIJZER}/ZorgverlenerCode",
        {f"{_VERWIJZER}/Type": "08"},
        {_VERWIJZER: {"Type": "08", "Naam": "De rechtbank"}},
    ),
    Geval(
        "TR352",
        "JW317",
        "Client/Verzoek",
        {"Client/Verzoek/OngewijzigdeProducten": WEG, "Client/Verzoek/TeWijzigenProducten": WEG},
        {"Client/Verzoek/OngewijzigdeProducten": WEG},
    ),
    Geval(
        "TR353",
        "JW317",
        "Client/Verzoek",
        {"Client/Verzoek/NieuweProducten": WEG, "Client/Verzoek/TeWijzigenProducten": WEG},
        {"Client/Verzoek/NieuweProducten": WEG},
    ),
]
REGIE = [
    Geval(
        "CS058",
        "JW305",
        f"{_START}/StatusAanlevering",
        {f"{_START}/StatusAanlevering": "2"},
        {f"{_START}/StatusAanlevering": "3"},
    ),
    Geval("CS058", "JW307", f"{_STOP}/StatusAanlevering", {f"{_STOP}/StatusAanlevering": "9"}),
    Geval(
        "TR074",
        "JW305",
        _START2,
        {_START2: _again("JW305", _START), f"{_START}/StatusAanlevering": "3"},
        {_START2: _again("JW305", _START, Begindatum=date(2026, 4, 4)), f"{_START}/StatusAanlevering": "3"},
    ),
    Geval(
        "TR101",
        "JW307",
        "Client/StopProducten/StopProduct[2]",
        {"Client/StopProducten/StopProduct[2]": _again("JW307", _STOP)},
        {"Client/StopProducten/StopProduct[2]": _again("JW307", _STOP, RedenBeeindiging="20")},
    ),
    Geval("TR101", "JW305", _START2, {_START2: _again("JW305", _START)}),
    Geval("TR101", "JW317", _WP, {f"{_WP}/ToewijzingNummer": 1001}),
    Geval("TR101", "JW323", _P2, {_P2: _again("JW323", _P1)}),
    Geval(
        "TR018",
        "JW307",
        f"{_STOP}/Einddatum",
        {f"{_STOP}/Einddatum": date(2026, 4, 2)},
        {f"{_STOP}/Einddatum": date(2026, 4, 3)},
    ),
    Geval(
        "TR018", "JW323", f"{_P1}/ProductPeriode/Einddatum", _period(_P1, date(2026, 4, 20), date(2026, 4, 1))
    ),
    Geval(
        "TR018",
        "JW323",
        "Declaratie/DeclaratiePeriode/Einddatum",
        {"Declaratie/DeclaratiePeriode/Einddatum": _MAART},
    ),
    Geval(
        "TR137",
        "JW307",
        f"{_STOP}/Einddatum",
        {f"{_STOP}/Einddatum": date(2026, 5, 21)},
        {f"{_STOP}/Einddatum": date(2026, 5, 20)},
    ),
    Geval("CD085", "JW319", "Antwoord", {"Antwoord/RedenAfwijzingVerzoek": WEG}),
    Geval(
        "CD086",
        "JW319",
        "Antwoord/RedenAfwijzingVerzoek",
        {"Antwoord/VerzoekAntwoord": "2"},
        {
            "Antwoord/VerzoekAntwoord": "2",
            "Antwoord/RedenAfwijzingVerzoek": WEG,
            "Antwoord/Woonplaatsbeginsel": WEG,
        },
    ),
    Geval("TR377", "JW319", "Antwoord", {"Antwoord/Woonplaatsbeginsel": WEG}),
    Geval(
        "TR409",
        "JW319",
        "Antwoord/Woonplaatsbeginsel",
        {"Antwoord/RedenAfwijzingVerzoek": "5"},
        {"Antwoord/RedenAfwijzingVerzoek": "5", "Antwoord/Woonplaatsbeginsel": WEG},
    ),
]
DECLARATIE = [
    Geval("TR346", "JW323", f"{_P1}/IngediendBedrag/Bedrag", {f"{_P1}/IngediendBedrag/Bedrag": 5_001}),
    Geval("TR346", "JW323", f"{_P2}/IngediendBedrag/Bedrag", {f"{_P2}/GeleverdVolume": 11}),
    Geval(
        "CS339",
        "JW323",
        f"{_P1}/IngediendBedrag/Bedrag",
        _EURO | {f"{_P1}/GeleverdVolume": 50},
        _EURO,
    ),
    Geval("CD087", "JW323", _P1, {f"{_P1}/ProductTarief": WEG}),
    Geval("CD087", "JW323", f"{_P1}/ProductTarief", {f"{_P1}/Eenheid": "83"}, _EURO),
    Geval(
        "CD060",
        "JW323",
        f"{_P3}/ProductReferentie",
        {_P3: _CREDIT | {"ProductReferentie": {"ReferentieNummer": "R9"}}, f"{_TOTAAL}/TotaalBedrag": 26_000},
        {_P3: _CREDIT, f"{_TOTAAL}/TotaalBedrag": 26_000},
    ),
    Geval(
        "CD060",
        "JW323",
        f"{_P1}/ProductReferentie/VorigReferentieNummer",
        {f"{_P1}/ProductReferentie/VorigReferentieNummer": "R0"},
    ),
    Geval("CD060", "JW325", f"{_A1}/ProductReferentie", {f"{_A1}/IngediendBedrag/DebetCredit": "C"}),
    Geval(
        "CS325",
        "JW323",
        f"{_TOTAAL}/DebetCredit",
        _NUL | {_TOTAAL: {"TotaalBedrag": 0, "DebetCredit": "C"}},
        _NUL | {_TOTAAL: {"TotaalBedrag": 0, "DebetCredit": "D"}},
    ),
    Geval(
        "CS325",
        "JW325",
        "DeclaratieAntwoord/TotaalToegekendBedrag/DebetCredit",
        {"DeclaratieAntwoord/TotaalToegekendBedrag": {"TotaalBedrag": 0, "DebetCredit": "C"}},
    ),
    Geval(
        "CS100",
        "JW323",
        f"{_P1}/ProductPeriode/Begindatum",
        _period(_P1, date(2020, 12, 1), date(2020, 12, 31)),
        _period(_P1, date(2022, 1, 1), date(2022, 1, 31)),
    ),
    Geval(
        "CS340",
        "JW323",
        "Declaratie/DeclaratiePeriode",
        {"Declaratie/DeclaratiePeriode/Einddatum": date(2026, 4, 29)},
    ),
    Geval(
        "CS340",
        "JW323",
        "Declaratie/DeclaratiePeriode",
        {"Declaratie/DeclaratiePeriode": {"Begindatum": date(2026, 3, 1), "Einddatum": date(2026, 4, 30)}},
    ),
    Geval(
        "CS337",
        "JW323",
        f"{_P1}/ProductPeriode/Einddatum",
        _period(_P1, date(2026, 3, 1), date(2026, 4, 30)),
        _period(_P1, date(2026, 3, 1), date(2026, 3, 31)),
    ),
    Geval(
        "TR387",
        "JW323",
        f"{_P1}/ProductPeriode/Begindatum",
        _period(_P1, date(2026, 4, 2), date(2026, 4, 30)),
    ),
    Geval(
        "TR388", "JW323", f"{_P1}/ProductPeriode/Einddatum", _period(_P1, date(2026, 4, 1), date(2026, 4, 29))
    ),
    Geval(
        "TR319",
        "JW323",
        f"{_P1}/ProductPeriode",
        _period(_P1, date(2026, 5, 1), date(2026, 5, 31)),
        _period(_P1, date(2026, 1, 1), date(2026, 1, 31)),
    ),
    Geval(
        "TR335",
        "JW323",
        f"{_P1}/ProductPeriode/Einddatum",
        _period(_P1, date(2021, 4, 1), date(2021, 4, 30)),
        _period(_P1, date(2021, 5, 1), date(2021, 5, 31)),
    ),
    Geval(
        "TR314",
        "JW323",
        f"{_P2}/ProductReferentie/ReferentieNummer",
        {f"{_P2}/ProductReferentie/ReferentieNummer": "R1"},
    ),
    Geval(
        "TR315",
        "JW323",
        "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[4]/ProductReferentie/VorigReferentieNummer",
        {
            _P3: _CREDIT,
            "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[4]": _CREDIT
            | {"ProductReferentie": {"ReferentieNummer": "R8", "VorigReferentieNummer": "R0"}},
            f"{_TOTAAL}/TotaalBedrag": 21_000,
        },
    ),
    Geval(
        "TR316",
        "JW323",
        f"{_P3}/ProductReferentie/VorigReferentieNummer",
        {
            _P3: _CREDIT | {"ProductReferentie": {"ReferentieNummer": "R9", "VorigReferentieNummer": "R1"}},
            f"{_TOTAAL}/TotaalBedrag": 26_000,
        },
        {_P3: _CREDIT, f"{_TOTAAL}/TotaalBedrag": 26_000},
    ),
    Geval(
        "TR416",
        "JW323",
        _P3,
        {_P3: prestatie("R7", 1001, "45A03", 1, 1250), f"{_TOTAAL}/TotaalBedrag": 32_250},
        {
            _P3: prestatie("R7", 1001, "45A03", 1, 1250)
            | {"ProductPeriode": {"Begindatum": date(2026, 3, 1), "Einddatum": date(2026, 3, 31)}},
            f"{_TOTAAL}/TotaalBedrag": 32_250,
        },
    ),
    Geval("TR358", "JW323", _TOTAAL, {f"{_TOTAAL}/TotaalBedrag": 30_999}),
    Geval("TR358", "JW323", _TOTAAL, {f"{_TOTAAL}/DebetCredit": "C"}),
    Geval("TR342", "JW325", _A1, {f"{_A1}/RetourCodes": {"RetourCode": ["0200"]}}),
    Geval(
        "OP303",
        "JW325",
        "DeclaratieAntwoord/TotaalToegekendBedrag",
        {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag": 31_000},
    ),
    Geval("OP065", "JW306", "Client", {f"{_START}/RetourCodes": {"RetourCode": ["0200"]}}),
    Geval("OP286", "JW306", "Client", {"Header/RetourCodes": {"RetourCode": ["0001"]}}),
]
GEVALLEN = [*KOP, *CLIENT, *PRODUCT, *REGIE, *DECLARATIE]
