"""What Koers sends itself stands under the official schemas, with everything filled in and with the least."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from koers.actions.zorg.postbus import Kop
from koers.actions.zorg.uitgaand import TeMaken
from koers.domain.toewijzingsberichten import (
    Adres,
    Clientbeeld,
    Relatie,
    Toegewezen,
    Toewijzingsbericht,
    Verzoekantwoord,
    freeze,
)
from koers.domain.toewijzingsvarianten import GENERIEK, SPECIFIEK, VARIANTEN, Omvang, Opzet, check_opzet
from koers.domain.weigering import Refused
from koers.exchange.berichten.uitgaand import make
from koers.exchange.ijw.official import Schemas

SCHEMAS = Schemas(Path(__file__).resolve().parents[3] / "shared" / "ijw" / "xsd")
DAG = date(2026, 5, 20)
THUIS = Adres("03", "9411 ab", 12, "huis-1", "Burgemeester van Oosterhoutstraat", "Beilen")
OUDER = Relatie("Visser", "", "Ans", None, "V", THUIS)
KIND = Clientbeeld("999900006", "Dekker", "van", "Sem Jan", date(2012, 6, 15), "M", THUIS, (OUDER,))
GEGEVEN = Toegewezen(
    nummer=1001,
    categorie="45",
    code="45A03",
    datum=DAG,
    tijd="12:34:56",
    ingangsdatum=DAG,
    einddatum=date(2026, 12, 31),
    omvang=Omvang(2, "04", "2"),
)
RUIM = replace(GEGEVEN, nummer=1002, categorie="44", code="", omvang=None, einddatum=None)
ALLES = replace(GEGEVEN, nummer=1005, categorie="", code="", omvang=None, budget_cent=250_000)
SOORT = replace(ALLES, nummer=1006, categorie="44")
WEG = replace(GEGEVEN, nummer=1003, reden="13", einddatum=DAG, referentie="A1")


def made(soort: str, inhoud) -> list:
    kop = Kop(soort, "1731", "1731", "42420001", "000000000001", DAG)
    tekst, mangels = make(TeMaken(UUID(int=1), kop, freeze(inhoud)), SCHEMAS)
    assert tekst
    return mangels


@pytest.mark.parametrize("producten", [(GEGEVEN,), (RUIM,), (GEGEVEN, RUIM, WEG), (ALLES,), (SOORT, GEGEVEN)])
@pytest.mark.parametrize(
    "client", [KIND, replace(KIND, voornamen="", voorvoegsel="", geslacht="O", relaties=())]
)
def test_a_toewijzing_stands_under_the_schema_and_breaks_no_rule(client, producten):
    assert made("JW301", Toewijzingsbericht(client, producten)) == []


@pytest.mark.parametrize(
    "antwoord",
    [Verzoekantwoord("A1", "2"), Verzoekantwoord("A1", "1", "3"), Verzoekantwoord("A1", "1", "8", "1680")],
)
def test_an_answer_stands_under_the_schema_and_breaks_no_rule(antwoord):
    assert made("JW319", antwoord) == []


@pytest.mark.parametrize("eenheid", ["01", "04", "14", "16", "82", "83", "84"])
@pytest.mark.parametrize("frequentie", ["1", "2", "4", "6"])
@pytest.mark.parametrize("variant", VARIANTEN)
@pytest.mark.parametrize("met_budget", [True, False])
@pytest.mark.parametrize("met_einde", [True, False])
def test_what_koers_lets_through_the_standard_lets_through(
    eenheid, frequentie, variant, met_budget, met_einde
):
    """And what the standard rejects, nobody can give: both ways, for every combination there is."""
    omvang = Omvang(2, eenheid, frequentie) if variant == SPECIFIEK else None
    budget = 250_000 if met_budget else None
    eind = GEGEVEN.einddatum if met_einde else None
    een = replace(
        GEGEVEN,
        categorie="" if variant == GENERIEK else "45",
        code="45A03" if omvang else "",
        omvang=omvang,
        budget_cent=budget,
        einddatum=eind,
    )
    mag = True
    try:
        check_opzet(Opzet(variant, "45", eenheid, omvang, budget, eind))
    except Refused as refused:
        # The message does not say how the help is paid, so this one rule no message breaks.
        mag = refused.code == "aspecifiek_niet_bij_resultaat" and not (met_budget and not met_einde)
    mangels = made("JW301", Toewijzingsbericht(KIND, (een,)))
    assert (mangels == []) is mag, mangels


def test_what_breaks_a_rule_or_the_schema_is_named():
    dubbel = replace(GEGEVEN, nummer=1004)
    assert [een.regel for een in made("JW301", Toewijzingsbericht(KIND, (GEGEVEN, dubbel)))] == ["TR302"]
    assert [een.regel for een in made("JW319", Verzoekantwoord("A1", "1"))] == ["CD085"]
