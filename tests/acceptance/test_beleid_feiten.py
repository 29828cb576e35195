"""The figures and codes in `beleid/` are those of the sources, and the sentences are not."""

import csv
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from koers.policy import NIET_IN_BRON, load_beleid
from koers.policy.plain import as_data
from koers.policy.values import Tijdstip

SHARED = Path(__file__).parents[2].parent / "shared"
DATA = SHARED / "data"


@pytest.fixture(scope="module")
def beleid():
    return load_beleid()


def source(name):
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


INDICATORS = {row["id"]: row for row in source("indicatoren")}


# Of the way of working and not of the list of the source: skipping a step of the ladder shows.
EIGEN = {"ladder-overgeslagen"}


def test_all_indicators_are_there(beleid):
    assert set(beleid.indicatoren) == set(INDICATORS) | EIGEN


@pytest.mark.parametrize("id_", INDICATORS)
def test_an_indicator_has_the_figures_of_its_source(beleid, id_):
    ours, theirs = beleid.indicatoren[id_], INDICATORS[id_]
    assert ours.soort == theirs["soort"]
    assert ours.richting == theirs.get("richting", "geen")
    assert ours.grens_dagen == theirs.get("grens_dagen")
    assert (ours.startwaarde.waarde if ours.startwaarde else None) == _number(theirs.get("startwaarde"))
    parts = {part.id.replace("-", "_"): part.waarde for part in ours.opbouw}
    assert parts == theirs.get("opbouw", {})
    assert len(ours.open_vragen) >= len(theirs.get("open_vragen", []))


@pytest.mark.parametrize("id_", [id_ for id_, row in INDICATORS.items() if "streefwaarde" in row])
def test_a_target_has_the_value_dates_and_conditions_of_its_source(beleid, id_):
    (doel,), theirs = beleid.indicatoren[id_].doelen, INDICATORS[id_]
    if isinstance(theirs["streefwaarde"], str):
        assert (doel.streefwaarde, doel.in_woorden.nl.lower()) == (NIET_IN_BRON, theirs["streefwaarde"])
    else:
        assert doel.streefwaarde == _number(theirs["streefwaarde"])
    dates = [] if doel.streefdata is NIET_IN_BRON else [streef.datum for streef in doel.streefdata]
    assert dates == theirs.get("streefdatum", [])
    assert len(doel.voorwaarden) == len(theirs.get("voorwaarden", []))


def test_no_target_is_ours_alone(beleid):
    with_target = {id_ for id_, row in INDICATORS.items() if "streefwaarde" in row}
    assert {id_ for id_, ours in beleid.indicatoren.items() if ours.doelen} == with_target


@pytest.mark.parametrize("id_", [id_ for id_, row in INDICATORS.items() if "waarnemingen" in row])
def test_observations_are_those_of_the_source(beleid, id_):
    ours = {
        (beleid.gebieden[w.gebied].naam.nl, _when(w.peil), w.waarde)
        for w in beleid.indicatoren[id_].waarnemingen
    }
    theirs = {
        (row["gebied"], str(row.get("peilmaand") or row.get("jaar") or "onbekend"), _number(row["waarde"]))
        for row in INDICATORS[id_]["waarnemingen"]
    }
    assert ours == theirs


def _when(peil):
    if peil is NIET_IN_BRON:
        return "onbekend"
    return peil.vanaf.strftime("%Y-%m" if peil.precisie == "maand" else "%Y")


def _number(value):
    return None if value is None else Decimal(str(value))


def test_the_twelve_and_their_key(beleid):
    with (DATA / "gemeenten.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    shares = {a.gemeente: a.procent for a in beleid.verdeelsleutels["jeugdhulpregio-2019"].aandelen}
    ours = {
        (gebied.code, gebied.naam.nl, beleid.gebieden[gebied.deel_van].naam.nl, shares[gebied.id])
        for gebied in beleid.gebieden.values()
        if gebied.soort == "gemeente"
    }
    assert ours == {
        (row["gemeentecode"], row["naam"], row["inkoopregio"], Decimal(row["verdeelsleutel_pct"]))
        for row in rows
    }


def test_codes_of_youth_regions(beleid):
    with (DATA / "jeugdregios_cbs_2024.csv").open(encoding="utf-8") as file:
        known = {row["statcode"]: row["naam"] for row in csv.DictReader(file)}
    for gebied in beleid.gebieden.values():
        if gebied.soort == "jeugdregio":
            assert known[gebied.code].startswith(gebied.naam.nl)


def test_opgaven(beleid):
    theirs = {row["nr"]: row for row in source("opgaven")}
    ours = {opgave.nr: opgave for opgave in beleid.opgaven.values()}
    assert set(ours) == set(theirs)
    for nr, opgave in ours.items():
        assert opgave.pijler == theirs[nr]["pijler"]
        assert (opgave.terugverdiend_door is not None) == ("terugverdient_door" in theirs[nr])
        areas = [beleid.gebieden[gebied].naam.nl for gebied in opgave.gebieden]
        assert areas == theirs[nr].get("gebieden_instelbaar", [])


def test_scenarios(beleid):
    theirs = source("scenarios")
    ours = {scenario.nr: scenario for scenario in beleid.scenarios.values()}
    assert len(beleid.scenariokader.criteria) == len(theirs["criteria"])
    assert len(beleid.scenariokader.keuzes) == len(theirs["keuzes"])
    assert set(ours) == {row["nr"] for row in theirs["scenarios"]}
    for row in theirs["scenarios"]:
        scenario = ours[row["nr"]]
        assert scenario.intensiteit == row.get("intensiteit")
        assert scenario.toekomst == row.get("toekomst", True)
        assert scenario.advies == row.get("advies", False)
        assert scenario.id.removesuffix("-jeugdhulpregio") == row["naam"].lower().removesuffix(
            " jeugdhulpregio"
        )
        assert len(scenario.voor) == len(row.get("voor", []))
        assert len(scenario.tegen) >= len(row.get("tegen", []))
        spans = {v.id: f"niveau {v.van_niveau} t/m {v.tot_en_met_niveau}" for v in scenario.varianten}
        assert spans == row.get("varianten", {})


def test_risks(beleid):
    theirs = source("risicos")
    assert len(beleid.risicos) == len(theirs)
    for ours, row in zip(beleid.risicos.values(), theirs, strict=True):
        # The comma of "16,5 jaar" splits one measure in two when the source is read as YAML.
        measures = [text for text in row["maatregelen"] if not text.startswith("5 jaar")]
        assert len(ours.maatregelen) == len(measures)
        assert len(ours.gevolgen) >= len(row.get("gevolgen", []))


def test_bodies_and_the_network(beleid):
    theirs = source("organisatie")
    assert list(beleid.schalen) == theirs["schalen"]
    bodies = {row["id"]: row for row in theirs["gremia"]}
    assert set(beleid.gremia) == set(bodies)
    for id_, row in bodies.items():
        ours = beleid.gremia[id_]
        assert (ours.schaal, ours.soort) == (row["schaal"], row["soort"])
        assert ours.keren_per_jaar == row.get("frequentie_per_jaar")
        assert "bereidt_voor" not in row or list(ours.bereidt_voor) == [row["bereidt_voor"]]
        assert ours.status == _status(row.get("status", ""))
        assert ours.besluitbevoegd == row.get("besluitbevoegd", ours.besluitbevoegd)


def _status(text):
    for word, status in (
        ("voorgesteld", "voorgesteld"),
        ("opgeheven", "opgeheven"),
        ("bestond", "opgeheven"),
    ):
        if word in text:
            return status
    return "te_splitsen" if "te splitsen" in text else "bestaand"


def test_tasks_projects_and_dossiers(beleid):
    theirs = source("organisatie")
    per_scale = {part.schaal: len(part.taken) for part in beleid.taakverdelingen["adviesscenario"].schalen}
    assert per_scale == {scale: len(tasks) for scale, tasks in theirs["taakverdeling_adviesscenario"].items()}
    assert len(beleid.dossiers) == len(theirs["dossiers_coordinerende_gemeente"])
    assert set(beleid.projecten) == {row["id"] for row in theirs["projecten"]}
    for row in theirs["projecten"]:
        ours = beleid.projecten[row["id"]]
        assert ours.oorspronkelijk == row["oorspronkelijk"]
        assert ours.doel_gereed == row.get("doel_gereed")
        assert ours.onderdeel_van == row.get("onderdeel_van")
        assert ours.leeftijd_tot_en_met == row.get("leeftijd_tot_en_met")
        hours = re.match(r"\d+", str(row.get("uren_per_week", "")))
        assert ours.uren_per_week == (int(hours[0]) if hours else None)


def test_key_figures(beleid):
    theirs = source("kengetallen")

    def ours(sheet, figure):
        return beleid.kengetallen[sheet].getal(figure).waarde

    money = theirs["jeugdhulpregio_financien"]
    staff = theirs["personele_inzet"]
    hours = staff["coordinerende_gemeente_uren_per_week"]
    regie = theirs["regie_op_3"]
    poh = theirs["poh_jeugd"]
    pairs = [
        (ours("poh-jeugd", "fte"), poh["fte"]),
        (ours("poh-jeugd", "uren-per-jeugdige"), poh["uren_per_jeugdige"]),
        (ours("poh-jeugd", "kosten-per-gesprek"), poh["kosten_per_gesprek_eur"]),
        (
            ours("poh-jeugd", "voorbeeld-nieuwe-aanvragen"),
            poh["voorbeeld_praktijk_2023"]["nieuwe_aanvragen_jeugdhulp"],
        ),
        (
            ours("poh-jeugd", "voorbeeld-verwijzingen-poh"),
            poh["voorbeeld_praktijk_2023"]["verwijzingen_poh_jeugd"],
        ),
        (ours("jeugdhulptraject", "kosten"), theirs["jeugdhulptraject"]["kosten_gemiddeld_eur"]),
        (ours("jeugdhulptraject", "duur"), theirs["jeugdhulptraject"]["duur_gemiddeld_dagen"]),
        (
            ours("beschermd-wonen", "informeren-vanaf"),
            theirs["beschermd_wonen_overgang"]["informeren_vanaf_leeftijd_jaren"],
        ),
        (
            ours("beschermd-wonen", "inschrijven-vaak-vanaf"),
            theirs["beschermd_wonen_overgang"]["inschrijven_vaak_pas_vanaf_jaren"],
        ),
        (ours("regie-op-3", "procesbegeleiders"), regie["procesbegeleiders"]),
        (ours("regie-op-3", "casussen-per-begeleider"), regie["casussen_per_begeleider_per_jaar"]),
        (ours("regie-op-3", "plaatsen-per-jaar"), regie["capaciteit_per_jaar"]),
        (ours("jeugdhulpregio-financien", "uitgaven-2021"), money["uitgaven_2021_eur"]),
        (ours("jeugdhulpregio-financien", "aandeel-zorginkoop"), money["aandeel_zorginkoop_pct"]),
        (ours("jeugdhulpregio-financien", "aandeel-personeel"), money["aandeel_personeel_pct"]),
        (
            ours("jeugdhulpregio-financien", "transformatiefonds-totaal"),
            money["transformatiefonds_eur"]["totaal"],
        ),
        (ours("jeugdhulpregio-financien", "besteed-tot-en-met-2021"), money["besteed_tm_2021_pct_hoogstens"]),
        (ours("jeugdhulpregio-financien", "uurtarief-envedder"), money["uurtarief_envedder_eur"]),
        (ours("jeugdhulpregio-financien", "tekort-2017"), money["tekort_jeugdhulpbudget_2017_pct_gemiddeld"]),
        (ours("personele-inzet", "regiomanager"), hours["Regiomanager"]),
        (ours("personele-inzet", "regiosecretaris"), hours["Regiosecretaris"]),
        (ours("personele-inzet", "financieel-adviseur"), hours["Financieel adviseur"]),
        (ours("personele-inzet", "financieel-medewerker"), hours["Financieel-administratief medewerker"]),
        (ours("personele-inzet", "coordinerende-gemeente-totaal"), hours["totaal"]),
        (ours("personele-inzet", "envedder-uren"), staff["programma_uren_per_week_totaal_minimaal"]),
        (ours("personele-inzet", "envedder-medewerkers"), staff["programma_medewerkers"]),
    ]
    pairs += [
        (
            ours("jeugdhulpregio-financien", f"transformatiefonds-{year}"),
            money["transformatiefonds_eur"][year],
        )
        for year in (2018, 2019, 2020)
    ]
    pairs += [
        (ours("personeelstekort", f"{area.lower()}-{year}"), number)
        for area, years in theirs["personeelstekort"].items()
        for year, number in years.items()
    ]
    assert [(mine, yours) for mine, yours in pairs if mine != _number(yours)] == []
    assert beleid.normen["toekomstplan-16-5"].waarde == ours("beschermd-wonen", "informeren-vanaf")


def test_special_grants(beleid):
    ours = {
        (spuk.jaar, _or_none(spuk.coordinerende_gemeente), _or_none(spuk.bedrag_euro))
        for spuk in beleid.spuk.values()
    }
    theirs = {
        (
            row["jaar"],
            None if row["coordinerende_gemeente"] == "onbekend" else row["coordinerende_gemeente"],
            row["bedrag_eur"],
        )
        for row in source("kengetallen")["spuk"]
    }
    assert ours == theirs


def _or_none(value):
    return None if value is NIET_IN_BRON else value


def test_capacity_asked(beleid):
    rows = [
        row
        for row in source("kengetallen")["capaciteit_korte_termijn"]
        if not row["taak"].startswith("Totaal")
    ]
    assert len(beleid.capaciteit) == len(rows)
    theirs = [int(hours) for row in rows for hours in re.findall(r"(\d+)(?:-\d+)? uur", row["inzet"])]
    ours = [
        inzet.uren
        for vraag in beleid.capaciteit.values()
        if vraag.inzet is not NIET_IN_BRON
        for inzet in vraag.inzet
    ]
    assert sorted(ours) == sorted(theirs)


def test_the_time_line(beleid):
    """Same moments, kinds and bodies. One date is deliberately less precise: the source says 'by 2030'."""
    ours = sorted(
        (event.datum.vanaf, event.datum.precisie, event.soort, event.gremium in ("abo", "ambtskring"))
        for event in beleid.tijdlijn.values()
    )
    theirs = []
    for row in source("tijdlijn"):
        moment = Tijdstip.lees(str(row["datum"]))
        if moment.vanaf == date(2030, 12, 31):
            moment = Tijdstip.lees("2030")
        theirs.append((moment.vanaf, moment.precisie, row["soort"], row.get("door") in ("abo", "ambtskring")))
    assert ours == sorted(theirs)


OFFICIAL = {
    "cod327": "LDT_TypeVerwijzer", "jz020": "LDT_ProductCategorie", "wj756": "LDT_Eenheid",
    "wmo757": "LDT_Frequentie", "jz588": "LDT_RedenBeeindiging", "jz002": "LDT_RedenWijziging",
    "wj759": "LDT_RedenAfwijzingVerzoek", "wj760": "LDT_VerzoekAntwoord", "wj758": "LDT_RedenVerzoek",
    "cod467": "LDT_StatusAanlevering", "cod472": "LDT_SoortRelatie", "wj232": "LDT_JuridischeStatus",
    "wj003": "LDT_WettelijkeVertegenwoordiging", "cod046": "LDT_Geslacht", "cod700": "LDT_NaamGebruik",
    "cod757": "LDT_AdresSoort", "cod170": "LDT_Communicatievorm", "cod260": "LDT_JaNee",
    "cod043": "LDT_DebetCredit", "wj001": "LDT_RetourCode",
}  # fmt: skip


@pytest.mark.parametrize(("id_", "official"), OFFICIAL.items())
def test_codes_of_the_standard_are_all_there_and_no_more(beleid, id_, official):
    lists = json.loads((SHARED / "ijw" / "codelists.json").read_text(encoding="utf-8"))
    assert {code.code for code in beleid.codelijsten[id_].codes} == set(lists[official]["codes"])


def test_every_list_of_the_standard_is_compared(beleid):
    assert {lijst.id for lijst in beleid.codelijsten.values() if lijst.standaard == "ijw"} == set(OFFICIAL)


def test_rules_behind_return_codes(beleid):
    """A code names the rule that the rules themselves name."""
    text = (SHARED / "ijw" / "rules.json").read_text(encoding="utf-8")
    rules = {
        row["retour"]: row["code"] for row in _dicts(json.loads(text)) if row.get("code", "").startswith("TR")
    }
    for code in beleid.codelijsten["wj001"].codes:
        if code.regel is not None and code.code in rules:
            assert code.regel == rules[code.code], code.code


def _dicts(value):
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _dicts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _dicts(part)


CBS = {"cbs-verwijzer": "3.2", "cbs-hulpvorm": "3.3", "cbs-reden-beeindiging": "3.7", "cbs-maatregel": "5.1"}


@pytest.mark.parametrize("id_", CBS)
def test_codes_of_cbs_stand_in_the_protocol(beleid, id_):
    text = (SHARED / "wet" / "beleidsinformatie-jeugd-cbs-v7.md").read_text(encoding="utf-8")
    assert [code.code for code in beleid.codelijsten[id_].codes if f"({code.code})" not in text] == []


TERMS = {
    "ijw-retourbericht": ("OP090", "drie werkdagen"),
    "ijw-startbericht": ("OP271", "vijf werkdagen"),
    "ijw-stopbericht": ("OP272", "vijf werkdagen"),
    "ijw-antwoord-verzoek-om-toewijzing": ("OP274", "vijf werkdagen"),
    "ijw-antwoord-verzoek-om-wijziging": ("OP346", "vijf werkdagen"),
    "ijw-afwijzing-woonplaats": ("OP359", "twee weken"),
    "ijw-declaratie-antwoord": ("OP090x4", "tien werkdagen"),
}
WORDS = {"drie": 3, "vijf": 5, "twee": 2, "tien": 10}


@pytest.mark.parametrize(("id_", "expected"), TERMS.items())
def test_terms_of_the_standard(beleid, id_, expected):
    rule, term = expected
    rows = {
        row["code"]: row["text"]
        for row in _dicts(json.loads((SHARED / "ijw" / "rules.json").read_text()))
        if "code" in row and "text" in row
    }
    assert term in rows[rule]
    number, unit = term.split()
    assert (beleid.normen[id_].waarde, beleid.normen[id_].eenheid) == (WORDS[number], unit)


ARTICLES = {
    "leeftijd-pleegzorg": ("eenentwintig jaar", 21),
    "leeftijd-voortgezette-jeugdhulp": ("drieëntwintig jaar", 23),
    "bewaartermijn-dossier": ("dossier gedurende twintig jaar", 20),
    "plan-na-afzien-familiegroepsplan": ("uiterlijk binnen zes weken", 6),
    "plan-op-papier": ("binnen veertien dagen op schrift", 14),
    "toestemming-12-tot-16": ("leeftijd van twaalf maar nog niet die van zestien", 12),
    "hulp-houden-na-verhuizing": ("tot ten hoogste een jaar", 1),
    "verwijsindex-melding": ("ten hoogste twee jaar nadat zij is gedaan", 2),
    "verwijsindex-archief": ("gedurende vijf jaren", 5),
    "gesloten-plaatsing-na-18": ("niet langer duurt dan zes maanden", 6),
}


@pytest.mark.parametrize(("id_", "expected"), ARTICLES.items())
def test_numbers_of_the_law_stand_in_the_law(beleid, id_, expected):
    words, value = expected
    assert words in (SHARED / "wet" / "jeugdwet.md").read_text(encoding="utf-8")
    assert beleid.normen[id_].waarde == value


LAWS = {"jeugdwet": "jeugdwet.md", "regeling-jeugdwet": "regeling-jeugdwet.md"}


def test_every_article_we_read_exists(beleid):
    """The article number stands as a heading in the law that the norm names."""
    for norm in beleid.normen.values():
        law = LAWS.get(norm.herkomst.bron[0].document)
        if law and norm.zekerheid == "gelezen":
            text = (SHARED / "wet" / law).read_text(encoding="utf-8")
            for number in re.findall(r"\d+a?(?:\.\d+[a-z]?)*(?=$| |,)", norm.artikel.split(" lid ")[0]):
                assert f"**Artikel {number}**" in text, norm.id


# --- our own words ----------------------------------------------------------------------------------

# Titles and fixed phrases that cannot be said otherwise, in words without punctuation.
NAMES = [
    "koersen de herontwikkeling van het jeugddomein",
    "activiteiten in het preventief justitieel kader",
    "transformatieplan zorg voor de jeugd 2018 2020 vastgesteld",
    "regiovisie jeugd drenthe 2021 2025 vastgesteld",
]
WINDOW = 7


def _words(text):
    return re.findall(r"\w+", text.lower())


def _texts(value):
    if isinstance(value, dict):
        if set(value) == {"nl", "en"}:
            yield from value.values()
        else:
            for part in value.values():
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def test_no_sentence_is_copied(beleid):
    """No seven words in a row stand like that in a source, names apart."""
    known = set()
    files = [
        *SHARED.rglob("*.txt"),
        *SHARED.rglob("*.md"),
        *DATA.glob("*.yaml"),
        SHARED / "ijw" / "codelists.json",
    ]
    for path in files:
        words = _words(path.read_text(encoding="utf-8"))
        known |= {tuple(words[at : at + WINDOW]) for at in range(len(words) - WINDOW + 1)}
    copied = []
    for bestand in beleid.bestanden:
        for id_ in bestand.ids:
            for text in _texts(as_data(beleid.van_soort(bestand.soort)[id_])):
                line = " ".join(_words(text))
                for name in NAMES:
                    line = line.replace(name, "·")
                words = line.split()
                copied += [
                    (bestand.pad, text)
                    for at in range(len(words) - WINDOW + 1)
                    if tuple(words[at : at + WINDOW]) in known
                ]
    assert sorted(set(copied)) == []
