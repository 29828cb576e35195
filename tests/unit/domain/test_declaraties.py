"""Every rule about an entry of a claim, with one that passes and one that fails; and what a volume allows."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.declaraties import Gedeclareerd, Opdracht, Prestatie, allowed, judge, standing
from koers.domain.toewijzingsvarianten import Omvang

VAN, TOT = date(2026, 4, 1), date(2026, 4, 30)
GOED = Prestatie("p", "999900006", 1, "R1", "45", "45A03", VAN, TOT, 8, "04", 800, 100)
OPDRACHT = Opdracht("45", "45A03", date(2026, 1, 1), date(2026, 12, 31), False, Omvang(2, "04", "2"), 100)
EERDER = Gedeclareerd("R0", "", ("45A03", date(2026, 3, 1), date(2026, 3, 31)), 8)


def test_what_fits_is_granted():
    assert judge(GOED, OPDRACHT, [EERDER]) is None


@pytest.mark.parametrize(
    ("anders", "opdracht", "code"),
    [
        ({}, {"verwijderd": True}, "9384"),
        ({"categorie": "44"}, {}, "9339"),
        ({"code": "45A04"}, {}, "9340"),
        ({"eenheid": "01"}, {}, "9341"),
        ({}, {"ingangsdatum": date(2026, 4, 2)}, "9307"),
        ({}, {"einddatum": date(2026, 4, 29)}, "9308"),
        ({"begindatum": date(2026, 4, 2)}, {}, "9387"),
        ({"einddatum": date(2026, 4, 29)}, {}, "9388"),
        ({"tarief_cent": 99}, {}, "0611"),
        ({"tarief_cent": None}, {}, "0611"),
        ({"volume": 11}, {}, "9321"),
    ],
)
def test_what_does_not_fit_is_rejected_with_its_code(anders, opdracht, code):
    assert judge(replace(GOED, **anders), replace(OPDRACHT, **opdracht), [])[1] == code


@pytest.mark.parametrize(
    ("anders", "opdracht"),
    [
        ({"begindatum": date(2026, 4, 2)}, {"ingangsdatum": date(2026, 4, 2)}),
        ({"einddatum": date(2026, 4, 29)}, {"einddatum": date(2026, 4, 29)}),
        ({"code": "45A09"}, {"code": "", "omvang": None}),
        ({"eenheid": "83", "tarief_cent": None}, {"omvang": None, "code": ""}),
        ({"volume": 10}, {}),
        ({}, {"einddatum": None}),
    ],
)
def test_what_the_toewijzing_allows_is_granted(anders, opdracht):
    assert judge(replace(GOED, **anders), replace(OPDRACHT, **opdracht), []) is None


def test_all_together_no_more_than_was_given():
    totaal = replace(OPDRACHT, omvang=Omvang(15, "04", "6"))
    assert judge(GOED, totaal, [EERDER])[1] == "9322"
    assert judge(replace(GOED, volume=7), totaal, [EERDER]) is None
    terug = Gedeclareerd("C0", "R0", EERDER.product, 8)
    assert judge(GOED, totaal, [EERDER, terug]) is None


def test_a_period_is_granted_once_and_a_credit_frees_it():
    zelfde = replace(EERDER, product=GOED.product)
    assert judge(GOED, OPDRACHT, [zelfde])[1] == "9389"
    assert judge(GOED, OPDRACHT, [zelfde, Gedeclareerd("C0", "R0", GOED.product, 8)]) is None
    assert judge(replace(GOED, referentie="R0"), OPDRACHT, [EERDER])[1] == "8021"


def test_a_credit_takes_back_one_granted_debit_once():
    credit = replace(GOED, credit=True, referentie="C1", vorige="R0")
    debet = replace(EERDER, product=GOED.product)
    assert judge(credit, OPDRACHT, [debet]) is None
    assert judge(credit, OPDRACHT, [])[1] == "8017"
    assert judge(replace(credit, volume=3), OPDRACHT, [debet])[1] == "8017"
    assert judge(credit, OPDRACHT, [debet, Gedeclareerd("C0", "R0", GOED.product, 8)])[1] == "9390"


@pytest.mark.parametrize(("frequentie", "hoort"), [("1", 2 * 30), ("2", 2 * 5), ("4", 2), ("6", 2)])
def test_what_a_volume_allows_in_april_2026(frequentie, hoort):
    """From Wednesday the first to Thursday the thirtieth: five weeks are touched."""
    assert allowed(Omvang(2, "04", frequentie), VAN, TOT) == hoort


@given(st.integers(0, 2**12 - 1))
def test_whatever_comes_a_period_is_never_paid_twice(bits):
    """The reference model: one account per period, that is open or paid."""
    eerder: list[Gedeclareerd] = []
    betaald: str | None = None
    for nummer in range(12):
        soort = "credit" if bits >> nummer & 1 else "debet"
        een = replace(GOED, referentie=f"X{nummer}", credit=soort == "credit", vorige=betaald or "X?")
        een = een if een.credit else replace(een, vorige="")
        gelukt = judge(een, OPDRACHT, eerder) is None
        assert gelukt == ((betaald is None) if soort == "debet" else (betaald is not None))
        if gelukt:
            eerder.append(Gedeclareerd(een.referentie, een.vorige, een.product, een.volume))
            betaald = een.referentie if soort == "debet" else None
        assert len(standing(eerder)) == (betaald is not None)
