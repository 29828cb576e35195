"""The exact day on which somebody reaches an age, also one with months: sixteen and a half.

Two rules make every birthday a day. Who was born on 29 February has a birthday on 1 March in ordinary years.
Months are counted from the birthday; where the month has no such day, its last day counts (31 August and
six months: 28 or 29 February).
"""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from koers.domain.weigering import Refused

MAANDEN_PER_JAAR = 12


def birthday_in(geboortedatum: date, jaar: int) -> date:
    """The birthday in that year. Born on 29 February: 1 March in ordinary years."""
    try:
        return geboortedatum.replace(year=jaar)
    except ValueError:
        return date(jaar, 3, 1)


def day_of_age(geboortedatum: date, jaren: int, maanden: int = 0) -> date:
    """The first day on which somebody is `jaren` years and `maanden` months old."""
    verjaardag = birthday_in(geboortedatum, geboortedatum.year + jaren)
    extra, maand = divmod(verjaardag.month - 1 + maanden, MAANDEN_PER_JAAR)
    jaar = verjaardag.year + extra
    laatste = monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(verjaardag.day, laatste))


def years_and_months(waarde: Decimal) -> tuple[int, int]:
    """An age as policy writes it (16.5) in years and whole months. Refused: leeftijd_in_hele_maanden."""
    maanden = waarde * MAANDEN_PER_JAAR
    if maanden != int(maanden) or maanden < 0:
        raise Refused("leeftijd_in_hele_maanden", leeftijd=waarde)
    return divmod(int(maanden), MAANDEN_PER_JAAR)
