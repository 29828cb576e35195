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
from koers.domain.toewijzingsvarianten import Omvang
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
WEG = replace(GEGEVEN, nummer=1003, reden="13", einddatum=DAG, referentie="A1")


def made(soort: str, inhoud) -> list:
    kop = Kop(soort, "1731", "1731", "42420001", "000000000001", DAG)
    tekst, mangels = make(TeMaken(UUID(int=1), kop, freeze(inhoud)), SCHEMAS)
    assert tekst
    return mangels


@pytest.mark.parametrize("producten", [(GEGEVEN,), (RUIM,), (GEGEVEN, RUIM, WEG)])
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


def test_what_breaks_a_rule_or_the_schema_is_named():
    dubbel = replace(GEGEVEN, nummer=1004)
    assert [een.regel for een in made("JW301", Toewijzingsbericht(KIND, (GEGEVEN, dubbel)))] == ["TR302"]
    assert [een.regel for een in made("JW319", Verzoekantwoord("A1", "1"))] == ["CD085"]
