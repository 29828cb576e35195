"""Rules of starts, stops and answers to requests."""

from datetime import date

from tests.unit.exchange.ijw.gevallen.geval import (
    MAART,
    P1,
    P2,
    START,
    START2,
    STOP,
    WP,
    Geval,
    again,
    period,
)
from tests.unit.exchange.ijw.voorbeelden import WEG

REGIE = [
    Geval(
        "CS058",
        "JW305",
        f"{START}/StatusAanlevering",
        {f"{START}/StatusAanlevering": "2"},
        {f"{START}/StatusAanlevering": "3"},
    ),
    Geval("CS058", "JW307", f"{STOP}/StatusAanlevering", {f"{STOP}/StatusAanlevering": "9"}),
    Geval(
        "TR074",
        "JW305",
        START2,
        {START2: again("JW305", START), f"{START}/StatusAanlevering": "3"},
        {START2: again("JW305", START, Begindatum=date(2026, 4, 4)), f"{START}/StatusAanlevering": "3"},
    ),
    Geval(
        "TR101",
        "JW307",
        "Client/StopProducten/StopProduct[2]",
        {"Client/StopProducten/StopProduct[2]": again("JW307", STOP)},
        {"Client/StopProducten/StopProduct[2]": again("JW307", STOP, RedenBeeindiging="20")},
    ),
    Geval("TR101", "JW305", START2, {START2: again("JW305", START)}),
    Geval("TR101", "JW317", WP, {f"{WP}/ToewijzingNummer": 1001}),
    Geval("TR101", "JW323", P2, {P2: again("JW323", P1)}),
    Geval(
        "TR018",
        "JW307",
        f"{STOP}/Einddatum",
        {f"{STOP}/Einddatum": date(2026, 4, 2)},
        {f"{STOP}/Einddatum": date(2026, 4, 3)},
    ),
    Geval(
        "TR018", "JW323", f"{P1}/ProductPeriode/Einddatum", period(P1, date(2026, 4, 20), date(2026, 4, 1))
    ),
    Geval(
        "TR018",
        "JW323",
        "Declaratie/DeclaratiePeriode/Einddatum",
        {"Declaratie/DeclaratiePeriode/Einddatum": MAART},
    ),
    Geval(
        "TR137",
        "JW307",
        f"{STOP}/Einddatum",
        {f"{STOP}/Einddatum": date(2026, 5, 21)},
        {f"{STOP}/Einddatum": date(2026, 5, 20)},
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
