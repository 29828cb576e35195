"""Whatever is wrong with a message: what goes back is valid by the official schemas, and written as asked."""

from pathlib import Path

import pytest

from koers.exchange.ijw.antwoord import answer
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.feiten import RETOUR
from koers.exchange.ijw.official import Schemas
from tests.unit.exchange.ijw.gevallen import GEVALLEN
from tests.unit.exchange.ijw.voorbeelden import OMGEVING, VANDAAG, changed, good

SCHEMAS = Schemas(Path(__file__).resolve().parents[2].parent / "shared" / "ijw" / "xsd")


def answered(inhoud: bytes) -> bytes:
    return build(answer(control(inhoud, OMGEVING), identificatie="R1", dagtekening=VANDAAG))


def official(soort: str, inhoud: bytes) -> tuple:
    assert inhoud.count(b"\n") == inhoud.count(b"\r\n")
    assert not inhoud.startswith(b"\xef\xbb\xbf")
    return SCHEMAS.check(soort, inhoud)


@pytest.mark.parametrize("soort", RETOUR)
def test_our_own_good_messages_and_their_answers_are_valid(soort):
    inhoud = build(good(soort))
    assert official(soort, inhoud) == ()
    assert official(RETOUR[soort], answered(inhoud)) == ()


@pytest.mark.parametrize("soort", RETOUR)
def test_the_answer_to_every_broken_rule_is_valid(soort):
    gevallen = [een for een in GEVALLEN if een.soort == soort]
    assert gevallen
    for een in gevallen:
        assert official(RETOUR[soort], answered(build(changed(good(soort), een.fout)))) == (), een
