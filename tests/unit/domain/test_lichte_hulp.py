"""Light help: a question, a first talk, one end, in that order of days."""

from datetime import date

import pytest

from koers.domain.lichte_hulp import EINDEN, START, LichteStap, check_lichte_stap
from koers.domain.weigering import Refused

VRAAG, VANDAAG = date(2026, 3, 2), date(2026, 6, 1)


def code(eerder, stap):
    try:
        check_lichte_stap(VRAAG, eerder, stap, today=VANDAAG)
    except Refused as refused:
        return refused.code
    return ""


GESPREK = LichteStap(START, date(2026, 3, 20))
KLAAR = LichteStap("afgerond", date(2026, 4, 20))


@pytest.mark.parametrize(
    ("eerder", "stap", "verwacht"),
    [
        ([], LichteStap(START, VRAAG), ""),
        ([], LichteStap(START, VANDAAG), ""),
        *(([], LichteStap(eind, VRAAG), "") for eind in EINDEN),
        *(([GESPREK], LichteStap(eind, GESPREK.datum), "") for eind in EINDEN),
        ([], LichteStap(START, date(2026, 3, 1)), "stap_voor_vraag"),
        ([], LichteStap(START, date(2026, 6, 2)), "datum_in_toekomst"),
        ([GESPREK], LichteStap(START, date(2026, 3, 21)), "al_begonnen"),
        ([GESPREK], LichteStap("afgerond", date(2026, 3, 19)), "stap_te_vroeg"),
        ([GESPREK, KLAAR], LichteStap("opgeschaald", date(2026, 5, 1)), "lichte_hulp_voorbij"),
        ([KLAAR], LichteStap(START, date(2026, 5, 1)), "lichte_hulp_voorbij"),
        ([], LichteStap("weg", VRAAG), "stap_onbekend"),
    ],
)
def test_what_may_follow_what(eerder, stap, verwacht):
    assert code(eerder, stap) == verwacht
