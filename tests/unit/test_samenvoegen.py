"""Who may be called one person: a number says so, and never likeness alone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from koers.domain.dubbel import Kenmerken
from koers.domain.namen import fold_persoon
from koers.domain.samenvoegen import Kant, Keuze, choose_blijft, is_tweeling
from koers.domain.weigering import Refused

EEN, ANDER, OUDER = UUID(int=1), UUID(int=2), UUID(int=9)
GEBOREN = date(2014, 2, 28)


def kant(pk, roepnaam="Elif", achternaam="Yılmaz", *, bsn="", geboren=GEBOREN, voornamen="", ouders=()):
    gevouwen = fold_persoon(roepnaam=roepnaam, voornamen=voornamen, voorvoegsel="", achternaam=achternaam)
    return Kant(pk, Kenmerken(gevouwen, geboren, bsn), "GM1731", frozenset(ouders))


def refused(een, ander):
    with pytest.raises(Refused) as met:
        choose_blijft(een, ander)
    return met.value.code


def test_the_row_with_the_number_stays_whatever_the_order():
    known, unknown = kant(EEN, bsn="a"), kant(ANDER)
    assert choose_blijft(known, unknown) == choose_blijft(unknown, known) == Keuze(EEN, ANDER)


def test_two_equal_numbers_are_one_person_even_when_they_look_like_twins():
    assert choose_blijft(kant(EEN, bsn="a"), kant(ANDER, "Emine", bsn="a")) == Keuze(EEN, ANDER)


@pytest.mark.parametrize(
    ("een", "ander", "code"),
    [
        (kant(EEN), kant(ANDER), "samenvoegen_zonder_bsn"),
        (kant(EEN, bsn="a"), kant(ANDER, bsn="b"), "samenvoegen_ander_bsn"),
        (kant(EEN, bsn="a"), kant(ANDER, "Emine"), "samenvoegen_tweeling"),
        (kant(EEN, bsn="a"), kant(ANDER, geboren=date(1985, 7, 1)), "samenvoegen_andere_datum"),
        (kant(EEN, bsn="a"), kant(EEN, bsn="a"), "samenvoegen_zichzelf"),
        (kant(EEN, bsn="a"), replace(kant(ANDER), gemeente="GM0106"), "samenvoegen_andere_gemeente"),
    ],
)
def test_what_is_refused(een, ander, code):
    assert refused(een, ander) == refused(ander, een) == code


@pytest.mark.parametrize(
    ("een", "ander", "tweeling"),
    [
        (kant(EEN), kant(ANDER, "Emine"), True),
        # Twins share a second name, or have each the surname of another parent.
        (kant(EEN, voornamen="Elif Ayşe"), kant(ANDER, "Emine", voornamen="Emine Ayşe"), True),
        (kant(EEN, ouders=[OUDER]), kant(ANDER, "Emine", "Demir", ouders=[OUDER]), True),
        (kant(EEN), kant(ANDER, "Emine", "Demir"), False),
        (kant(EEN), kant(ANDER, "E."), False),
        (kant(EEN), kant(ANDER, ""), False),
        (kant(EEN), kant(ANDER, "Emine", geboren=date(2012, 3, 4)), False),
        (kant(EEN), kant(ANDER, "Elif", "Yilmas"), False),
    ],
)
def test_who_is_probably_a_twin(een, ander, tweeling):
    assert is_tweeling(een, ander) is is_tweeling(ander, een) is tweeling
