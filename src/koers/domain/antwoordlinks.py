"""A link with which somebody without an account answers about one toewijzing, once.

Two things together open it: the link, that may travel by mail and tells nothing, and a code that is said on
the telephone. How long it lives and how often one may mistype is our own choice; no source says it.
"""

from collections.abc import Sequence
from datetime import date

from koers.domain.acceptatie import working_days_after

GELDIG_WERKDAGEN = 5
POGINGEN = 5
CIJFERS = 6  # of the code: with so few tries one in two hundred thousand guesses right
VERKEERDE_CODE, GEOPEND, GEBRUIKT, INGETROKKEN = "verkeerde_code", "geopend", "gebruikt", "ingetrokken"


def last_day(vandaag: date) -> date:
    """The last day of a link that is made today."""
    return working_days_after(vandaag, GELDIG_WERKDAGEN)


def works(soorten: Sequence[str], laatste_dag: date, *, today: date) -> bool:
    """Whether a link still opens, from the kinds of what was done with it."""
    done = GEBRUIKT in soorten or INGETROKKEN in soorten
    return not done and today <= laatste_dag and soorten.count(VERKEERDE_CODE) < POGINGEN
