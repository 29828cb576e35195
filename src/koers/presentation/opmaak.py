"""Numbers, money, shares, days and moments as people read them, in the language of now.

Dutch: "1.234,5", "€ 4.000", "9,5%", "3 maart 2026". English: "1,234.5", "€4,000", "9.5%", "3 March 2026".
Rounding is half up, away from zero: what somebody gets with pencil and paper.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats
from django.utils.translation import get_language

from koers.registers.klok import AMSTERDAM

HARDE_SPATIE = "\u00a0"
MIN = "\u2212"
Getal = int | float | Decimal


def getal(waarde: Getal, decimalen: int = 0) -> str:
    """A number with separators of thousands and exactly `decimalen` decimals."""
    exact = rounded(waarde, decimalen)
    tekst = formats.number_format(abs(exact), decimalen, use_l10n=True, force_grouping=True)
    return f"{MIN}{tekst}" if exact < 0 else tekst


def rounded(waarde: Getal, decimalen: int = 0) -> Decimal:
    """Half up, as on paper; a float counts as the decimal that it prints as."""
    return Decimal(str(waarde)).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)


def euro(cents: int) -> str:
    """An amount in whole euros, with cents only where there are any."""
    bedrag = Decimal(cents) / 100
    tekst = getal(abs(bedrag), 0 if cents % 100 == 0 else 2)
    teken = MIN if cents < 0 else ""
    return f"{teken}€{tekst}" if get_language() == "en" else f"{teken}€{HARDE_SPATIE}{tekst}"


def procent(waarde: Getal, decimalen: int = 1) -> str:
    """A percentage as published: 9.5 becomes "9,5%"."""
    return f"{getal(waarde, decimalen)}%"


def aandeel(deel: Getal, decimalen: int = 1) -> str:
    """A share between 0 and 1 as a percentage: 0.095 becomes "9,5%"."""
    return procent(Decimal(str(deel)) * 100, decimalen)


def datum(dag: date) -> str:
    """A legal day: "3 maart 2026". A moment is first put in legal time."""
    return formats.date_format(_legal(dag), "DATE_FORMAT", use_l10n=True)


def tijdstip(moment: datetime) -> str:
    """A moment in legal time: "3 maart 2026, 14:05"."""
    lokaal = moment.astimezone(AMSTERDAM)
    return f"{datum(lokaal.date())}, {lokaal:%H:%M}"


def page_code(code: str | None) -> str:
    """A code that can be part of an address; empty when it cannot, or there is none."""
    return code if code and re.fullmatch(r"[-a-zA-Z0-9_]+", code) else ""


def _legal(dag: date) -> date:
    return dag.astimezone(AMSTERDAM).date() if isinstance(dag, datetime) else dag
