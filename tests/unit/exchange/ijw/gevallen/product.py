"""Rules of products that are assigned, asked for and changed."""

from datetime import date

from tests.unit.exchange.ijw.gevallen.geval import (
    AP,
    AP2,
    GEBOREN,
    JAN,
    NP,
    NP2,
    P1,
    START,
    START2,
    STOP,
    TIJDELIJK,
    TP,
    TP2,
    VERWIJZER,
    WP,
    Geval,
)
from tests.unit.exchange.ijw.voorbeelden import WEG

PRODUCT = [
    Geval("CD041", "JW301", TP, {f"{TP}/Omvang": WEG}, {f"{TP}/Omvang": WEG, f"{TP}/Product/Code": WEG}),
    Geval("CD041", "JW315", AP2, {f"{AP2}/Omvang": WEG}),
    Geval("CD041", "JW317", NP, {f"{NP}/Omvang": WEG}),
    *(
        Geval(
            "CD075",
            soort,
            pad,
            {f"{pad}/Omvang": WEG, f"{pad}/Budget": 9, f"{pad}/{eind}": WEG},
            {f"{pad}/Omvang": WEG, f"{pad}/Budget": 9},
        )
        for soort, pad, eind in (
            ("JW301", TP, "Einddatum"),
            ("JW315", AP, "ToewijzingEinddatum"),
            ("JW317", NP, "Einddatum"),
            ("JW317", WP, "Einddatum"),
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
            ("JW301", TP, "Einddatum"),
            ("JW315", AP, "ToewijzingEinddatum"),
            ("JW317", NP, "Einddatum"),
            ("JW317", WP, "Einddatum"),
        )
    ),
    *(
        Geval(regel, soort, f"{pad}/{wat}", {f"{pad}/Budget": 900})
        for regel, wat in (("CD077", "Omvang"), ("CD078", "Budget"))
        for soort, pad in (("JW301", TP), ("JW315", AP), ("JW317", NP), ("JW317", WP))
    ),
    *(
        Geval(
            "CD079",
            soort,
            pad,
            {f"{pad}/Product": WEG, f"{pad}/Omvang": WEG},
            {f"{pad}/Product": WEG, f"{pad}/Omvang": WEG, f"{pad}/Budget": 900},
        )
        for soort, pad in (("JW301", TP), ("JW315", AP), ("JW317", NP))
    ),
    Geval(
        "CD080",
        "JW301",
        f"{TP}/Omvang",
        {f"{TP}/Product/Code": WEG},
        {
            f"{TP}/Product/Code": WEG,
            f"{TP}/Ingangsdatum": date(2020, 12, 1),
            f"{TP}/Einddatum": date(2020, 12, 31),
        },
    ),
    Geval("CD095", "JW315", f"{AP}/Omvang", {f"{AP}/Product/Code": WEG}),
    Geval("CD096", "JW317", f"{NP}/Omvang", {f"{NP}/Product/Code": WEG}),
    *(
        Geval(
            regel,
            soort,
            f"{pad}/Omvang/Frequentie",
            {f"{pad}/Omvang": {"Volume": 1, "Eenheid": eenheid, "Frequentie": "1"}},
            {f"{pad}/Omvang": {"Volume": 1, "Eenheid": goed, "Frequentie": "1"}},
        )
        for regel, soort, pad, eenheid, goed in (
            ("CS338", "JW301", TP, "14", "82"),
            ("CS338", "JW301", TP, "84", "01"),
            ("CS338", "JW317", NP, "16", "04"),
            ("CS338", "JW317", WP, "83", "82"),
            ("CS343", "JW315", AP, "14", "01"),
        )
    ),
    Geval(
        "CS003",
        "JW301",
        f"{TP}/Einddatum",
        {f"{TP}/Einddatum": date(2026, 5, 31)},
        {f"{TP}/Einddatum": date(2026, 6, 1)},
    ),
    Geval(
        "CS003",
        "JW301",
        f"{TIJDELIJK}/Periode/Einddatum",
        {f"{TIJDELIJK}/Periode/Einddatum": date(2026, 2, 28)},
    ),
    Geval("CS003", "JW315", f"{AP}/ToewijzingEinddatum", {f"{AP}/ToewijzingEinddatum": JAN}),
    Geval("CS003", "JW317", f"{NP}/Einddatum", {f"{NP}/Einddatum": date(2026, 6, 30)}),
    Geval("CS003", "JW317", f"{WP}/Einddatum", {f"{WP}/Einddatum": JAN}),
    Geval(
        "CS335",
        "JW301",
        f"{TP}/RedenWijziging",
        {f"{TP}/RedenWijziging": "13"},
        {f"{TP}/RedenWijziging": "13", f"{TP}/Einddatum": date(2026, 6, 1)},
    ),
    Geval(
        "CS336",
        "JW301",
        f"{TP}/RedenWijziging",
        {f"{TP}/RedenWijziging": "01"},
        {f"{TP}/RedenWijziging": "14"},
    ),
    Geval(
        "TR302",
        "JW301",
        TP2,
        {f"{TP2}/Product": {"Categorie": "45", "Code": "45A03"}},
        {
            f"{TP2}/Product": {"Categorie": "45", "Code": "45A03"},
            f"{TP2}/Ingangsdatum": date(2027, 1, 1),
            f"{TP2}/Einddatum": date(2027, 2, 1),
        },
    ),
    Geval(
        "TR302",
        "JW301",
        TP2,
        {f"{TP2}/Product": {"Categorie": "45"}, f"{TP2}/Omvang": WEG},
        {f"{TP2}/Product": {"Categorie": "44"}, f"{TP2}/Omvang": WEG},
    ),
    Geval(
        "TR302",
        "JW301",
        TP2,
        {f"{TP2}/Product": WEG, f"{TP2}/Omvang": WEG, f"{TP2}/Budget": 100},
    ),
    Geval(
        "TR386",
        "JW315",
        AP2,
        {f"{AP2}/Product": {"Categorie": "45", "Code": "45A03"}},
        {
            f"{AP2}/Product": {"Categorie": "45", "Code": "45A03"},
            f"{AP}/ToewijzingEinddatum": date(2026, 8, 1),
            f"{AP2}/ToewijzingIngangsdatum": date(2026, 8, 2),
        },
    ),
    Geval("TR410", "JW317", NP2, {f"{NP2}/Product": {"Categorie": "45", "Code": "45A03"}}),
    Geval("TR332", "JW301", f"{TP2}/ToewijzingNummer", {f"{TP2}/ToewijzingNummer": 1001}),
    Geval("TR383", "JW315", f"{AP2}/ReferentieAanbieder", {f"{AP2}/ReferentieAanbieder": "A1"}),
    *(
        Geval("TR381", soort, f"{pad}/Product/Code", {f"{pad}/Product": {"Categorie": "44", "Code": "45A04"}})
        for soort, pad in (
            ("JW301", TP),
            ("JW305", START2),
            ("JW307", STOP),
            ("JW315", AP),
            ("JW317", NP),
        )
    ),
    Geval("TR381", "JW305", f"{START}/Product/Code", {f"{START}/Product/Code": "45Z99"}),
    Geval(
        "TR381",
        "JW305",
        f"{START}/Product/Code",
        {f"{START}/Product": {"Categorie": "55", "Code": "54A11"}},
        {f"{START}/Product": {"Categorie": "55", "Code": "55A11"}},
    ),
    Geval("TR381", "JW323", f"{P1}/ProductCode", {f"{P1}/ProductCategorie": "44"}),
    Geval(
        "TR134",
        "JW305",
        f"{START}/Begindatum",
        {f"{START}/Begindatum": date(2026, 5, 21)},
        {f"{START}/Begindatum": date(2026, 5, 20)},
    ),
    Geval("TR134", "JW301", f"{TP}/Toewijzingsdatum", {f"{TP}/Toewijzingsdatum": date(2026, 5, 21)}),
    Geval("TR134", "JW315", f"{GEBOREN}/Datum", {f"{GEBOREN}/Datum": date(2026, 5, 21)}),
    Geval(
        "TR134",
        "JW323",
        "Declaratie/DeclaratieDagtekening",
        {"Declaratie/DeclaratieDagtekening": date(2026, 5, 21)},
    ),
    Geval(
        "TR380",
        "JW317",
        f"{NP}/GewensteIngangsdatum",
        {f"{NP}/GewensteIngangsdatum": date(2026, 5, 20)},
        {f"{NP}/GewensteIngangsdatum": date(2026, 5, 21)},
    ),
    Geval(
        "CD043",
        "JW315",
        AP,
        {f"{AP}/BeschikkingNummer": WEG},
        {f"{AP}/BeschikkingNummer": WEG, f"{AP}/BeschikkingIngangsdatum": WEG},
    ),
    Geval("CD043", "JW315", AP, {f"{AP}/BeschikkingIngangsdatum": WEG}),
    Geval(
        "CD066",
        "JW315",
        f"{VERWIJZER}/Naam",
        {f"{VERWIJZER}/Naam": "De huisarts"},
        {VERWIJZER: {"Type": "02", "Naam": "De huisarts"}},
    ),
    Geval("CD067", "JW315", VERWIJZER, {VERWIJZER: {"Type": "05"}}, {VERWIJZER: {"Type": "06"}}),
    Geval(
        "CD068",
        "JW315",
        f"{VERWIJZER}/ZorgverlenerCode",
        {f"{VERWIJZER}/Type": "08"},
        {VERWIJZER: {"Type": "08", "Naam": "De rechtbank"}},
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
