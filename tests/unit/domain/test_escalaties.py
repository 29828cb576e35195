"""The clock of an escalation, what may be written down of a step, and what closing needs."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from koers.domain.escalaties import (
    Gemeld,
    NieuweEscalatie,
    Protocol,
    Stapregel,
    check_closing,
    check_escalatie,
    check_gemeld,
    deadline,
    step_state,
)
from koers.domain.weigering import Refused

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 30, 12, tzinfo=UTC)
BSN = "123456782"


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


def stap(id: str) -> Stapregel:
    return Stapregel(id, "wethouder", {}, {}, 4, (), ())


def test_the_clock_counts_hours_that_pass_and_not_hands_of_a_clock():
    begin = datetime(2026, 10, 24, 22, 0, tzinfo=AMSTERDAM)
    assert deadline(begin, 12).astimezone(AMSTERDAM).hour == 9  # the hour from 2 to 3 comes twice
    begin = datetime(2026, 3, 28, 22, 0, tzinfo=AMSTERDAM)
    assert deadline(begin, 12).astimezone(AMSTERDAM).hour == 11
    assert deadline(NU, 4) == NU + timedelta(hours=4)


@pytest.mark.parametrize(
    ("soort", "moment", "now", "stand"),
    [
        ("", None, NU, "wacht"),
        ("", None, NU + timedelta(seconds=1), "te_laat"),
        ("gedaan", NU, NU + timedelta(days=9), "op_tijd"),
        ("gedaan", NU + timedelta(seconds=1), NU + timedelta(days=9), "na_de_tijd"),
        ("niet_nodig", None, NU + timedelta(days=9), "niet_nodig"),
    ],
)
def test_how_a_step_stands(soort, moment, now, stand):
    assert step_state(NU, soort, moment, now) == stand


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"omschrijving": " "}, "escalatie_zonder_omschrijving"),
        ({"omschrijving": "x" * 301}, "escalatie_te_lang"),
        ({"omschrijving": f"Het gaat om {BSN}."}, "tekst_met_bsn"),
        ({"begin": NU + timedelta(minutes=1)}, "moment_in_toekomst"),
        ({"begin": NU - timedelta(days=31)}, "escalatie_te_lang_bekend"),
    ],
)
def test_what_cannot_be_opened(more, code):
    said = {"soort": "onrust", "gemeente": "GM1731", "omschrijving": "Iets.", "begin": NU}
    assert refused(lambda: check_escalatie(NieuweEscalatie(**said | more), NU)) == code


def test_nine_digits_that_are_no_bsn_may_stand_there():
    check_escalatie(NieuweEscalatie("onrust", "GM1731", "Zaak 123456789.", NU), NU)


@pytest.mark.parametrize(
    ("more", "again", "code"),
    [
        ({"soort": "misschien"}, False, "stapsoort_onbekend"),
        ({"wie": ""}, False, "melding_zonder_wie"),
        ({"aan": " "}, False, "melding_zonder_wie"),
        ({"moment": None}, False, "melding_zonder_moment"),
        ({"moment": NU + timedelta(hours=3)}, False, "moment_in_toekomst"),
        ({"moment": NU - timedelta(minutes=1)}, False, "moment_voor_begin"),
        ({"soort": "niet_nodig"}, False, "reden_verplicht"),
        ({}, True, "reden_verplicht"),
        ({"reden": f"{BSN}"}, False, "tekst_met_bsn"),
    ],
)
def test_what_cannot_be_written_of_a_step(more, again, code):
    said = {"stap": "raad", "soort": "gedaan", "wie": "De wethouder", "aan": "De raad", "moment": NU}
    now = NU + timedelta(hours=2)
    assert refused(lambda: check_gemeld(Gemeld(**said | more), NU, now, again=again)) == code
    check_gemeld(Gemeld(**said), NU, now, again=False)


def test_closing_needs_an_answer_at_every_step_and_what_was_learned():
    protocol = Protocol({}, "x", (stap("een"), stap("twee")), 42)
    assert refused(lambda: check_closing(protocol, ["een"], "geevalueerd")) == "escalatie_stap_open"
    assert refused(lambda: check_closing(protocol, ["een", "twee"], "bedaard")) == "escalatie_eerst_evalueren"
    check_closing(protocol, ["een", "twee"], "geevalueerd")
    check_closing(Protocol({}, "x", (stap("een"),)), ["een"], "bedaard")
