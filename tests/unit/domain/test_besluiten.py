"""What stands in the way of a besluit, rule by rule."""

import json
from dataclasses import replace
from datetime import date

import pytest

from koers.domain import besluiten
from koers.domain.besluiten import Beroepsnummer, Mandaat, NieuwBesluit, Toetsing, Toetsregel, Zaak
from koers.domain.weigering import Refused

DAG = date(2026, 6, 9)
HULP = Toetsregel("hulp", "Gebruikelijke hulp", {"nee": "gaat_door", "ja": "wijst_af"}, verplicht=True)
VERVOER = Toetsregel("vervoer", "Vervoer", {"nee": "gaat_door", "ja": "vraagt_reden"}, verplicht=False)
HARD = Toetsregel(
    "hard", "Hardheid", {"nee": "gaat_door", "ja": "vraagt_reden"}, verplicht=True, doorbreekt="ja"
)
REGELS = (HULP, VERVOER, HARD)
NEE = (Toetsing("hulp", "nee"), Toetsing("hard", "nee"))
SKJ = Beroepsnummer("SKJ", "123456789", date(2020, 1, 1), date(2027, 1, 1))


def code_of(do, *args, **kwargs):
    try:
        do(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("toetsing", "toegekend", "code"),
    [
        (NEE, True, ""),
        (NEE[:1], True, "regel_zonder_antwoord"),
        ((*NEE, Toetsing("vervoer", "ja", " ")), True, "regel_zonder_uitleg"),
        ((*NEE, Toetsing("vervoer", "ja", "Zij kan niet alleen met de bus.")), True, ""),
        ((*NEE, Toetsing("vervoer", "misschien")), True, "antwoord_op_regel_onbekend"),
        ((*NEE, Toetsing("verzonnen", "ja")), True, "antwoord_op_regel_onbekend"),
        ((Toetsing("hulp", "ja"), NEE[1]), True, "regel_staat_in_de_weg"),
        ((Toetsing("hulp", "ja"), NEE[1]), False, ""),
        ((Toetsing("hulp", "ja"), Toetsing("hard", "ja", "Ouder is zelf ziek.")), True, ""),
    ],
)
def test_the_rules_are_answered_and_none_stands_in_the_way(toetsing, toegekend, code):
    assert code_of(besluiten.check_toetsing, REGELS, toetsing, toegekend=toegekend) == code


GEWOON = Mandaat("a", "consulent", frozenset({"02"}), 2_500_000, 1_500_000, False, True)
VERBLIJF = Mandaat("b", "consulent", frozenset({"11"}), 8_000_000, 0, True, True)
ALLES = Mandaat("c", "wetenschapper", frozenset(), 15_000_000, 5_000_000, False, True)
ZAAK = Zaak("consulent", "02", 900_000, "ik", nummers=(SKJ,))


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, ""),
        ({"bedrag_cent": 1_500_000}, ""),
        ({"bedrag_cent": 1_500_001}, "tweede_paar_ogen_nodig"),
        ({"bedrag_cent": 1_500_001, "indiener": "ander"}, ""),
        ({"bedrag_cent": 1_500_001, "indiener": "ik"}, "zelf_ingediend"),
        ({"bedrag_cent": 2_500_001, "indiener": "ander"}, "bedrag_boven_mandaat"),
        ({"hulpvorm": "13"}, "geen_mandaat"),
        ({"hulpvorm": "13", "rol": "wetenschapper"}, ""),
        ({"rol": "poh"}, "geen_mandaat"),
        ({"hulpvorm": "11", "indiener": "ander"}, "adviseur_nodig"),
        ({"hulpvorm": "11", "indiener": "ander", "adviseur": "ik"}, "adviseur_nodig"),
        ({"hulpvorm": "11", "indiener": "ander", "adviseur": "derde"}, ""),
        ({"nummers": ()}, "beroepsregistratie_nodig"),
        ({"nummers": (replace(SKJ, tot_datum=DAG),)}, "beroepsregistratie_nodig"),
        ({"nummers": (replace(SKJ, begindatum=DAG),)}, ""),
    ],
)
def test_who_may_decide_about_what(anders, code):
    zaak = replace(ZAAK, **anders)
    assert code_of(besluiten.check_mandaat, (GEWOON, VERBLIJF, ALLES), zaak, dag=DAG) == code


@pytest.mark.parametrize(
    ("register", "nummer", "code"),
    [
        ("SKJ", "123456789", ""),
        ("SKJ", "12345678", "beroepsnummer_klopt_niet"),
        ("SKJ", "12345678x", "beroepsnummer_klopt_niet"),
        ("BIG", "12345678901", ""),
        ("BIG", "123456789", "beroepsnummer_klopt_niet"),
        ("KNMG", "123456789", "beroepsnummer_klopt_niet"),
    ],
)
def test_a_number_has_the_form_of_its_register(register, nummer, code):
    assert code_of(besluiten.check_beroepsnummer, Beroepsnummer(register, nummer, DAG)) == code


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, ""),
        ({"datum": date(2026, 6, 10)}, "datum_in_toekomst"),
        ({"ontvangen": date(2026, 6, 10), "datum": DAG}, "besluit_voor_aanvraag"),
        ({"tot_datum": DAG}, "periode_omgekeerd"),
        ({"ingangsdatum": date(2026, 5, 31)}, "hulp_voor_aanvraag"),
        ({"ingangsdatum": date(2026, 5, 31), "crisis": True}, ""),
    ],
)
def test_the_days_fit_and_only_a_crisis_goes_before_the_aanvraag(anders, code):
    days = {"ontvangen": date(2026, 6, 1), "datum": DAG, "ingangsdatum": DAG, "tot_datum": None}
    said = days | {"crisis": False, "today": DAG} | anders
    assert code_of(besluiten.check_periode, **said) == code


VOL = NieuwBesluit(
    DAG,
    toegekend=True,
    product="45A04",
    ingangsdatum=DAG,
    bedrag_cent=1,
    principe="normaliseren",
    toetsing=(Toetsing("hulp", "nee", "Omdat."),),
)


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, ""),
        ({"product": ""}, "besluit_zonder_product"),
        ({"ingangsdatum": None}, "besluit_zonder_product"),
        ({"bedrag_cent": None}, "besluit_zonder_bedrag"),
        ({"toegekend": False}, "afwijzing_zonder_reden"),
        ({"toegekend": False, "reden": "De school helpt.", "product": ""}, ""),
        ({"principe": "verzonnen"}, "besluit_zonder_principe"),
        ({"principe": "", "principe_afwijking": "De rechter vroeg het."}, ""),
    ],
)
def test_a_besluit_says_what_it_has_to_say(anders, code):
    assert code_of(besluiten.check_inhoud, replace(VOL, **anders), principes={"normaliseren"}) == code


def test_what_lies_before_somebody_else_comes_back_as_it_was():
    for besluit in (VOL, replace(VOL, tot_datum=date(2027, 1, 1)), NieuwBesluit(DAG, toegekend=False)):
        assert NieuwBesluit.from_json(json.loads(json.dumps(besluit.as_json()))) == besluit
