"""The samples and the schemas of the standard: what Koers reads, writes and refuses, beside what they say."""

import os
import random
from pathlib import Path

import pytest
from lxml import etree

from koers.exchange.ijw.build import build
from koers.exchange.ijw.feiten import soorten
from koers.exchange.ijw.official import Schemas
from koers.exchange.ijw.parse import parse
from tests.acceptance.ijw_mutanten import mutate
from tests.unit.exchange.ijw.test_vijandig import looked_at

IJW = Path(__file__).resolve().parents[2].parent / "shared" / "ijw"
SCHEMAS = Schemas(IJW / "xsd")
ONGELDIG = {"JW315", "JW318"}
GELDIG = sorted(set(soorten()) - ONGELDIG)
# What no schema can say: how the file is written, and that an element is not empty.
BUITEN_SCHEMA = {"OP192", "RS033"}
MUTANTEN = 10_000 if os.environ.get("KOERS_LANG") else 200


def sample(soort: str) -> bytes:
    return (IJW / "voorbeelden" / f"{soort}.xml").read_bytes()


def canonical(inhoud: bytes) -> bytes:
    """C14N without text that is only white space."""
    return etree.tostring(etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True)), method="c14n")


@pytest.mark.parametrize("soort", GELDIG)
def test_twelve_samples_go_in_and_come_out_the_same(soort):
    gelezen = parse(sample(soort))
    assert (gelezen.goed, gelezen.bericht.soort) == (True, soort)
    gebouwd = build(gelezen.bericht)
    assert canonical(gebouwd) == canonical(sample(soort))
    assert SCHEMAS.check(soort, gebouwd) == ()
    assert not gebouwd.startswith(b"\xef\xbb\xbf")
    assert gebouwd.count(b"\n") == gebouwd.count(b"\r\n") > 10


@pytest.mark.parametrize(
    ("soort", "regelnummer", "pad", "zin"),
    [
        (
            "JW315",
            44,
            "Client/AangevraagdeProducten/AangevraagdProduct[1]/ToewijzingEinddatum",
            "De datum 2027-06-31 bestaat niet.",
        ),
        ("JW318", 33, "Client/Verzoek", "Het element ‘RetourCode’ hoort hier niet."),
    ],
)
def test_two_samples_are_refused_with_place_and_reason(soort, regelnummer, pad, zin):
    eerste = parse(sample(soort)).bevindingen[0]
    assert (eerste.regelnummer, eerste.pad, eerste.zin, eerste.code) == (regelnummer, pad, zin, "0001")
    assert SCHEMAS.check(soort, sample(soort))[0].regelnummer == regelnummer


def verdicts(aantal: int):
    """Koers beside the official schema on messages that something happened to."""
    goede = {soort: sample(soort).decode() for soort in GELDIG}
    goede["JW315"] = sample("JW315").decode().replace("2027-06-31", "2027-06-30")
    goede["JW318"] = sample("JW318").decode().replace("\t\t\t<jw318:RetourCode>9350</jw318:RetourCode>\n", "")
    kans = random.Random(20261123)
    for _ in range(aantal):
        soort = kans.choice(sorted(goede))
        inhoud = mutate(goede[soort], kans)
        yield inhoud, parse(inhoud), soort


def test_mutated_messages_get_the_verdict_of_the_official_schema():
    geweigerd = goed = 0
    for inhoud, gelezen, soort in verdicts(MUTANTEN):
        assert gelezen.goed or gelezen.bevindingen
        looked_at(inhoud)
        if gelezen.goed:
            goed += 1
            assert SCHEMAS.check(gelezen.bericht.soort, inhoud) == (), inhoud
            assert parse(build(gelezen.bericht)).bericht == gelezen.bericht
        else:
            geweigerd += 1
            if all(een.regel not in BUITEN_SCHEMA for een in gelezen.bevindingen):
                assert SCHEMAS.check(soort, inhoud), (gelezen.bevindingen, inhoud)
    assert min(goed, geweigerd) > MUTANTEN / 20
