"""Consent by age, with every border; faults planted in the ages are met by the table."""

from datetime import date
from uuid import UUID

import pytest

from koers.domain import toestemming
from koers.domain.toestemming import Antwoord, Betrokkene, Gezegd, Stand, consent, consent_givers
from koers.policy import beleid

KIND, MOEDER, VADER = (UUID(int=n) for n in (1, 2, 3))
GEZAG = frozenset({MOEDER, VADER})
JA, NEE, TERUG = Antwoord.GEGEVEN, Antwoord.GEWEIGERD, Antwoord.INGETROKKEN
NADEEL, BLIJFT = Antwoord.ERNSTIG_NADEEL, Antwoord.BLIJFT_WENSEN
NIET_IN_STAAT, MAATREGEL = Antwoord.NIET_IN_STAAT, Antwoord.MAATREGEL
VANDAAG = date(2026, 5, 10)
OUDERS, ALLEMAAL, ALLEEN = GEZAG, GEZAG | {KIND}, frozenset({KIND})


def child(jaren: int, gezag=GEZAG) -> Betrokkene:
    return Betrokkene(KIND, date(VANDAAG.year - jaren, 1, 1), frozenset(gezag))


def said(*pairs) -> list[Gezegd]:
    return [Gezegd(antwoord, gever) for antwoord, gever in pairs]


# birth date, day, whose yes is needed
GRENZEN = [
    (date(2014, 5, 11), date(2026, 5, 10), OUDERS),  # a day before 12
    (date(2014, 5, 11), date(2026, 5, 11), ALLEMAAL),  # on the day
    (date(2014, 5, 11), date(2026, 5, 12), ALLEMAAL),
    (date(2012, 2, 29), date(2024, 2, 28), OUDERS),  # leap day: 12 in a leap year
    (date(2012, 2, 29), date(2024, 2, 29), ALLEMAAL),
    (date(2010, 5, 11), date(2026, 5, 10), ALLEMAAL),  # a day before 16
    (date(2010, 5, 11), date(2026, 5, 11), ALLEEN),
    (date(2008, 2, 29), date(2024, 2, 28), ALLEMAAL),  # leap day: 16 in a leap year
    (date(2008, 2, 29), date(2024, 2, 29), ALLEEN),
    (date(2000, 2, 29), date(2012, 2, 28), OUDERS),
    (date(2088, 2, 29), date(2100, 2, 28), OUDERS),  # 2100 is an ordinary year: older on 1 March
    (date(2088, 2, 29), date(2100, 3, 1), ALLEMAAL),
    (date(2084, 2, 29), date(2100, 2, 28), ALLEMAAL),
    (date(2084, 2, 29), date(2100, 3, 1), ALLEEN),
    (date(2008, 5, 11), date(2026, 5, 11), ALLEEN),  # 18
    (None, VANDAAG, OUDERS),  # not yet born
]


@pytest.mark.parametrize(("geboren", "dag", "wie"), GRENZEN)
def test_whose_yes_is_needed(geboren, dag, wie):
    assert consent_givers(Betrokkene(KIND, geboren, GEZAG), dag)[0] == wie


@pytest.mark.parametrize(
    ("naam", "waarde"), [("EIGEN_STEM", 11), ("EIGEN_STEM", 13), ("ALLEEN", 15), ("ALLEEN", 17)]
)
def test_a_border_that_slipped_is_met_by_the_table(monkeypatch, naam, waarde):
    monkeypatch.setattr(toestemming, naam, waarde)
    met = [consent_givers(Betrokkene(KIND, g, GEZAG), d)[0] == wie for g, d, wie in GRENZEN]
    assert not all(met)


def test_a_leap_day_birthday_on_28_february_is_met_by_the_table(monkeypatch):
    monkeypatch.setattr(
        toestemming,
        "leeftijd",
        lambda g, op: op.year - g.year - ((op.month, op.day) < (g.month, min(g.day, 28))),
    )
    met = [consent_givers(Betrokkene(KIND, g, GEZAG), d)[0] == wie for g, d, wie in GRENZEN]
    assert not all(met)


@pytest.mark.parametrize(
    ("jaren", "gezegd", "stand", "wie"),
    [
        # under 12: both who hold gezag, and never the child
        (11, said((JA, MOEDER), (JA, VADER)), Stand.COMPLEET, ()),
        (11, said((JA, MOEDER)), Stand.ONTBREEKT, (VADER,)),
        (11, said((JA, KIND)), Stand.ONTBREEKT, (MOEDER, VADER)),
        (11, said((JA, MOEDER), (NEE, VADER)), Stand.GEWEIGERD, (VADER,)),
        (11, said((JA, MOEDER), (NEE, VADER), (JA, VADER)), Stand.COMPLEET, ()),
        (11, said((JA, MOEDER), (JA, VADER), (TERUG, VADER)), Stand.GEWEIGERD, (VADER,)),
        (11, said((JA, MOEDER), (NADEEL, None)), Stand.COMPLEET, ()),  # no time to ask
        (11, said((NEE, MOEDER), (JA, VADER), (NADEEL, None)), Stand.GEWEIGERD, (MOEDER,)),
        (11, said((JA, MOEDER), (NEE, VADER), (BLIJFT, None)), Stand.GEWEIGERD, (VADER,)),
        # from 12 until 16: the young person too
        (12, said((JA, MOEDER), (JA, VADER)), Stand.ONTBREEKT, (KIND,)),
        (12, said((JA, MOEDER), (JA, VADER), (JA, KIND)), Stand.COMPLEET, ()),
        (15, said((JA, MOEDER), (JA, VADER), (NEE, KIND)), Stand.GEWEIGERD, (KIND,)),
        (15, said((JA, KIND)), Stand.ONTBREEKT, (MOEDER, VADER)),
        (15, said((JA, KIND), (NADEEL, None)), Stand.COMPLEET, ()),
        (15, said((JA, KIND), (NEE, VADER), (NADEEL, None)), Stand.COMPLEET, ()),
        (15, said((NEE, KIND), (NADEEL, None)), Stand.GEWEIGERD, (KIND,)),
        (15, said((NADEEL, None)), Stand.ONTBREEKT, (KIND,)),
        (15, said((JA, KIND), (JA, MOEDER), (NEE, VADER), (BLIJFT, None)), Stand.COMPLEET, ()),
        (15, said((JA, KIND), (JA, MOEDER), (BLIJFT, None)), Stand.ONTBREEKT, (VADER,)),  # nobody refused yet
        (15, said((JA, KIND), (JA, MOEDER), (BLIJFT, None), (NEE, VADER)), Stand.GEWEIGERD, (VADER,)),
        (15, said((JA, MOEDER), (JA, VADER), (NIET_IN_STAAT, None)), Stand.COMPLEET, ()),
        (
            15,
            said((NEE, VADER), (JA, MOEDER), (NIET_IN_STAAT, None), (NADEEL, None)),
            Stand.GEWEIGERD,
            (VADER,),
        ),
        # from 16: the young person alone
        (16, said((JA, KIND)), Stand.COMPLEET, ()),
        (16, said((JA, KIND), (NEE, MOEDER)), Stand.COMPLEET, ()),
        (16, said((JA, MOEDER), (JA, VADER)), Stand.ONTBREEKT, (KIND,)),
        (16, said((JA, KIND), (TERUG, KIND)), Stand.GEWEIGERD, (KIND,)),
        (16, said((NADEEL, None)), Stand.ONTBREEKT, (KIND,)),
        (17, said((JA, MOEDER), (JA, VADER), (NIET_IN_STAAT, None)), Stand.COMPLEET, ()),
        (18, said((JA, MOEDER), (NIET_IN_STAAT, None)), Stand.GEEN_VERTEGENWOORDIGER, ()),
        # a measure of the court
        (11, said((MAATREGEL, None)), Stand.NIET_NODIG, ()),
        (15, said((NEE, KIND), (MAATREGEL, None)), Stand.NIET_NODIG, ()),
    ],
)
def test_how_consent_stands(jaren, gezegd, stand, wie):
    found = consent(child(jaren), gezegd, VANDAAG)
    assert (found.stand, found.wie) == (stand, frozenset(wie))
    assert found.in_orde == (stand in (Stand.COMPLEET, Stand.NIET_NODIG))


def test_nobody_with_gezag_is_no_consent():
    assert consent(child(8, ()), said((JA, KIND)), VANDAAG).stand is Stand.GEEN_VERTEGENWOORDIGER


def test_a_measure_takes_no_consent_to_sharing_away():
    assert consent(child(11), said((MAATREGEL, None)), VANDAAG, delen=True).stand is Stand.ONTBREEKT


def test_a_parent_who_lost_gezag_counts_no_longer():
    assert consent(child(11, {MOEDER}), said((JA, MOEDER), (NEE, VADER)), VANDAAG).stand is Stand.COMPLEET


def test_the_ages_are_those_of_the_norms():
    normen = beleid().normen
    assert normen["toestemming-12-tot-16"].waarde == toestemming.EIGEN_STEM
    assert normen["vertegenwoordiging-tot-12"].waarde == toestemming.EIGEN_STEM
    assert normen["toestemming-vanaf-16"].waarde == toestemming.ALLEEN
    for jaren in (11, 13, 16):
        assert consent_givers(child(jaren), VANDAAG)[1] in normen
