"""The table of rules beside the rules of the standard, and its samples through the command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from koers.cli.ijw import ijw
from koers.exchange.ijw.feiten import soorten
from koers.exchange.ijw.regels import OP_NUMMER

IJW = Path(__file__).resolve().parents[2].parent / "shared" / "ijw"
SOORTEN = ("TR", "OP", "CD", "CS")
# What the table says otherwise than the list, on purpose: where the receiver can see whether it holds.
ELDERS = {
    "OP286": "a rejected message is seen in its return message",
    "OP303": "what was granted stands in the answer, not in the claim",
    "OP347": "stacking is asked for in a request, not in its answer",
    "OP348": "taking over a request happens in the toewijzing",
    "TR337": "no return code",
    "TR371": "no return code",
    "TR376": "no return code",
}


def listed(naam: str) -> list[dict]:
    return [een for een in json.loads((IJW / naam).read_text()) if een["code"][:2] in SOORTEN]


def test_every_rule_of_the_standard_has_a_row_and_no_row_is_invented():
    assert {een["code"] for een in listed("rules.json") + listed("conditions.json")} == OP_NUMMER.keys()


def test_messages_and_return_codes_are_those_of_the_standard():
    for een in listed("rules.json"):
        rij = OP_NUMMER[een["code"]]
        if een["code"] in ELDERS:
            continue
        if een["berichten"]:
            assert set(rij.berichten) == set(een["berichten"]), een["code"]
        if een["retour"]:
            assert rij.code == een["retour"], een["code"]


def test_conditions_are_looked_at_in_the_messages_that_the_standard_names():
    berichten: dict[str, set[str]] = {}
    for een in listed("conditions.json"):
        berichten.setdefault(een["code"], set()).add(een["bericht"])
    assert {code: set(OP_NUMMER[code].berichten) for code in berichten} == berichten


@pytest.mark.parametrize("soort", sorted(soorten()))
def test_the_command_says_of_every_sample_what_the_official_schema_says(soort):
    bestand = str(IJW / "voorbeelden" / f"{soort}.xml")
    uitkomst = CliRunner().invoke(
        ijw, ["controleer", bestand, "--json", "--op", "2026-11-30"], env={"KOERS_IJW_XSD": str(IJW / "xsd")}
    )
    gegevens = json.loads(uitkomst.output)
    assert gegevens["bericht"] == soort
    assert (gegevens["geldig"], uitkomst.exit_code) == (
        (False, 1) if soort in {"JW315", "JW318"} else (True, 0)
    )
