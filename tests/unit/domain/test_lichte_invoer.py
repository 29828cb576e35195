"""A practice's list: every row is read or says why not, and a second time it brings nothing new."""

from datetime import date

import pytest

from koers.domain.lichte_hulp import Verloop, days_left, in_time
from koers.domain.lichte_invoer import judge, read_invoer
from koers.domain.weigering import Refused

TODAY = date(2026, 6, 1)
KOP = "Roepnaam;Achternaam;Geboortedatum;Gevraagd;Eerste gesprek;Gesprekken;Minuten;Einddatum;Uitkomst\n"
VOL = "Sem;de Boer;3-4-2014;1-5-2026;12-5-2026;3;150;28-5-2026;afgerond"


def read(*rows: str):
    return read_invoer(KOP + "\n".join(rows), today=TODAY)


def test_a_full_row_is_one_course():
    (rij,) = read(VOL)
    assert (rij.nummer, rij.roepnaam, rij.geboortedatum, rij.fout) == (2, "Sem", date(2014, 4, 3), None)
    assert rij.verloop == Verloop(
        date(2026, 5, 1), date(2026, 5, 12), date(2026, 5, 28), "afgerond", minuten=150, gesprekken=3
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (";de Boer;3-4-2014;1-5-2026", "invoer_naam"),
        ("Sem;de Boer;;1-5-2026", "invoer_datum_ontbreekt"),
        ("Sem;de Boer;3-4-2014;", "invoer_datum_ontbreekt"),
        ("Sem;de Boer;31-2-2014;1-5-2026", "invoer_datum"),
        ("Sem;de Boer;3-4-2014;mei", "invoer_datum"),
        ("Sem;de Boer;3-4-2014;1-5-2026;;drie", "invoer_getal"),
        ("Sem;de Boer;3-4-2014;1-5-2026;;;;28-5-2026;opgeschaald", "invoer_uitkomst"),
        ("Sem;de Boer;3-4-2014;1-5-2026;;;;28-5-2026;", "einde_en_uitkomst"),
        ("Sem;de Boer;3-4-2014;1-5-2026;30-4-2026", "stap_voor_vraag"),
        ("Sem;de Boer;3-4-2014;2-6-2026", "datum_in_toekomst"),
        ("Sem;de Boer;3-4-2014;1-5-2026;20-5-2026;1;30;19-5-2026;afgerond", "stap_te_vroeg"),
    ],
)
def test_a_row_that_cannot_be_says_why_and_keeps_its_text(row, code):
    wrong, right = read(row, VOL)
    assert (wrong.fout.code, wrong.verloop, wrong.tekst) == (code, None, row)
    assert right.fout is None


def test_other_separators_and_days_are_read_too():
    tekst = 'gevraagd,roepnaam,achternaam,geboortedatum\n2026-05-01,Sem,"Boer, de",2014-04-03\n'
    (rij,) = read_invoer("\ufeff" + tekst, today=TODAY)
    assert (rij.achternaam, rij.verloop.vraagdatum) == ("Boer, de", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("tekst", "code"),
    [(" \n", "invoer_leeg"), ("naam;datum\n", "invoer_kolommen"), (KOP + "x\n" * 2001, "invoer_te_lang")],
)
def test_a_list_that_is_no_list_is_refused_whole(tekst, code):
    with pytest.raises(Refused) as refused:
        read_invoer(tekst, today=TODAY)
    assert refused.value.code == code


VRAAG = date(2026, 5, 1)
BEGONNEN = Verloop(VRAAG, date(2026, 5, 12))
KLAAR = Verloop(VRAAG, date(2026, 5, 12), date(2026, 5, 28), "afgerond", 150, 3)


@pytest.mark.parametrize(
    ("bekend", "nieuw", "oordeel"),
    [
        (None, KLAAR, "nieuw"),
        (KLAAR, KLAAR, "staat_er_al"),
        (KLAAR, Verloop(VRAAG), "staat_er_al"),
        (Verloop(VRAAG), BEGONNEN, "vult_aan"),
        (BEGONNEN, KLAAR, "vult_aan"),
    ],
)
def test_what_a_row_brings(bekend, nieuw, oordeel):
    assert judge(bekend, nieuw) == oordeel


@pytest.mark.parametrize(
    ("bekend", "nieuw"),
    [
        (BEGONNEN, Verloop(VRAAG, date(2026, 5, 13))),
        (KLAAR, Verloop(VRAAG, date(2026, 5, 12), date(2026, 5, 28), "gestopt_door_gezin", 150, 3)),
        (KLAAR, Verloop(VRAAG, date(2026, 5, 12), date(2026, 5, 28), "afgerond", 151, 3)),
        (Verloop(VRAAG, None, date(2026, 5, 28), "afgerond"), BEGONNEN),
    ],
)
def test_a_row_that_says_something_else_is_a_correction(bekend, nieuw):
    with pytest.raises(Refused) as refused:
        judge(bekend, nieuw)
    assert refused.value.code == "invoer_wijkt_af"


def test_the_clock_of_four_weeks():
    assert days_left(Verloop(VRAAG), 28, date(2026, 5, 29)) == 0
    assert days_left(Verloop(VRAAG), 28, date(2026, 5, 30)) == -1
    assert days_left(BEGONNEN, 28, TODAY) is None
    assert in_time(Verloop(VRAAG, date(2026, 5, 29)), 28, TODAY) is True
    assert in_time(Verloop(VRAAG, date(2026, 5, 30)), 28, TODAY) is False
    assert in_time(Verloop(VRAAG), 28, date(2026, 5, 29)) is None
    assert in_time(Verloop(VRAAG), 28, date(2026, 5, 30)) is False
    assert in_time(Verloop(VRAAG, None, date(2026, 5, 3), "gestopt_door_gezin"), 28, TODAY) is None
