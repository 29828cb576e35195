"""A letter names no address: what is met and what is not."""

import pytest

from koers.domain.brieven import Adresdelen, names_address

GEHEIM = Adresdelen("Lange Wijk", 12, "9411 AB", "Beilen", geheim=True)
OPEN = Adresdelen("Lange Wijk", 12, "9411 AB", "Beilen", geheim=False)


@pytest.mark.parametrize(
    ("tekst", "geheim", "open_"),
    [
        ("Zij wonen aan de Lange Wijk.", True, False),
        ("aan de LÁNGE WIJK 12", True, True),
        ("op nummer 12", False, False),
        ("bij 9411ab", True, True),
        ("bij 9411 AB.", True, True),
        ("De school in Beilen helpt.", True, False),
        ("Beilense school", False, False),
        ("een lange wijkagent", False, False),
        ("", False, False),
    ],
)
def test_a_secret_address_is_met_in_parts_and_an_open_one_as_a_whole(tekst, geheim, open_):
    assert names_address([tekst], GEHEIM) is geheim
    assert names_address(["Niets.", tekst], OPEN) is open_


def test_an_address_that_nobody_filled_in_is_in_no_text():
    assert not names_address(["Alles. 12"], Adresdelen("", None, "", "", geheim=True))
