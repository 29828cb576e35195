"""Rules of claims and of the answer to them."""

from datetime import date

from tests.unit.exchange.ijw.gevallen.geval import A1, P1, P2, P3, START, TOTAAL, Geval, period
from tests.unit.exchange.ijw.voorbeelden import BSN, WEG, prestatie

CREDIT = prestatie("R9", 1001, "45A03", 4, 1250) | {
    "ProductReferentie": {"ReferentieNummer": "R9", "VorigReferentieNummer": "R0"},
    "IngediendBedrag": {"Bedrag": 5_000, "DebetCredit": "C"},
}
EURO = {f"{P1}/Eenheid": "83", f"{P1}/ProductTarief": WEG, f"{P1}/GeleverdVolume": 5_000}
NUL = {
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

DECLARATIE = [
    Geval("TR346", "JW323", f"{P1}/IngediendBedrag/Bedrag", {f"{P1}/IngediendBedrag/Bedrag": 5_001}),
    Geval("TR346", "JW323", f"{P2}/IngediendBedrag/Bedrag", {f"{P2}/GeleverdVolume": 11}),
    Geval(
        "CS339",
        "JW323",
        f"{P1}/IngediendBedrag/Bedrag",
        EURO | {f"{P1}/GeleverdVolume": 50},
        EURO,
    ),
    Geval("CD087", "JW323", P1, {f"{P1}/ProductTarief": WEG}),
    Geval("CD087", "JW323", f"{P1}/ProductTarief", {f"{P1}/Eenheid": "83"}, EURO),
    Geval(
        "CD060",
        "JW323",
        f"{P3}/ProductReferentie",
        {P3: CREDIT | {"ProductReferentie": {"ReferentieNummer": "R9"}}, f"{TOTAAL}/TotaalBedrag": 26_000},
        {P3: CREDIT, f"{TOTAAL}/TotaalBedrag": 26_000},
    ),
    Geval(
        "CD060",
        "JW323",
        f"{P1}/ProductReferentie/VorigReferentieNummer",
        {f"{P1}/ProductReferentie/VorigReferentieNummer": "R0"},
    ),
    Geval("CD060", "JW325", f"{A1}/ProductReferentie", {f"{A1}/IngediendBedrag/DebetCredit": "C"}),
    Geval(
        "CS325",
        "JW323",
        f"{TOTAAL}/DebetCredit",
        NUL | {TOTAAL: {"TotaalBedrag": 0, "DebetCredit": "C"}},
        NUL | {TOTAAL: {"TotaalBedrag": 0, "DebetCredit": "D"}},
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
        f"{P1}/ProductPeriode/Begindatum",
        period(P1, date(2020, 12, 1), date(2020, 12, 31)),
        period(P1, date(2022, 1, 1), date(2022, 1, 31)),
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
        f"{P1}/ProductPeriode/Einddatum",
        period(P1, date(2026, 3, 1), date(2026, 4, 30)),
        period(P1, date(2026, 3, 1), date(2026, 3, 31)),
    ),
    Geval(
        "TR387",
        "JW323",
        f"{P1}/ProductPeriode/Begindatum",
        period(P1, date(2026, 4, 2), date(2026, 4, 30)),
    ),
    Geval(
        "TR388", "JW323", f"{P1}/ProductPeriode/Einddatum", period(P1, date(2026, 4, 1), date(2026, 4, 29))
    ),
    Geval(
        "TR319",
        "JW323",
        f"{P1}/ProductPeriode",
        period(P1, date(2026, 5, 1), date(2026, 5, 31)),
        period(P1, date(2026, 1, 1), date(2026, 1, 31)),
    ),
    Geval(
        "TR335",
        "JW323",
        f"{P1}/ProductPeriode/Einddatum",
        period(P1, date(2021, 4, 1), date(2021, 4, 30)),
        period(P1, date(2021, 5, 1), date(2021, 5, 31)),
    ),
    Geval(
        "TR314",
        "JW323",
        f"{P2}/ProductReferentie/ReferentieNummer",
        {f"{P2}/ProductReferentie/ReferentieNummer": "R1"},
    ),
    Geval(
        "TR315",
        "JW323",
        "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[4]/ProductReferentie/VorigReferentieNummer",
        {
            P3: CREDIT,
            "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[4]": CREDIT
            | {"ProductReferentie": {"ReferentieNummer": "R8", "VorigReferentieNummer": "R0"}},
            f"{TOTAAL}/TotaalBedrag": 21_000,
        },
    ),
    Geval(
        "TR316",
        "JW323",
        f"{P3}/ProductReferentie/VorigReferentieNummer",
        {
            P3: CREDIT | {"ProductReferentie": {"ReferentieNummer": "R9", "VorigReferentieNummer": "R1"}},
            f"{TOTAAL}/TotaalBedrag": 26_000,
        },
        {P3: CREDIT, f"{TOTAAL}/TotaalBedrag": 26_000},
    ),
    Geval(
        "TR416",
        "JW323",
        P3,
        {P3: prestatie("R7", 1001, "45A03", 1, 1250), f"{TOTAAL}/TotaalBedrag": 32_250},
        {
            P3: prestatie("R7", 1001, "45A03", 1, 1250)
            | {"ProductPeriode": {"Begindatum": date(2026, 3, 1), "Einddatum": date(2026, 3, 31)}},
            f"{TOTAAL}/TotaalBedrag": 32_250,
        },
    ),
    Geval("TR358", "JW323", TOTAAL, {f"{TOTAAL}/TotaalBedrag": 30_999}),
    Geval("TR358", "JW323", TOTAAL, {f"{TOTAAL}/DebetCredit": "C"}),
    Geval("TR342", "JW325", A1, {f"{A1}/RetourCodes": {"RetourCode": ["0200"]}}),
    Geval(
        "OP303",
        "JW325",
        "DeclaratieAntwoord/TotaalToegekendBedrag",
        {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag": 31_000},
    ),
    Geval("OP065", "JW306", "Client", {f"{START}/RetourCodes": {"RetourCode": ["0200"]}}),
    Geval("OP286", "JW306", "Client", {"Header/RetourCodes": {"RetourCode": ["0001"]}}),
]
