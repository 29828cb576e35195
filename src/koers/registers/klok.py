"""The clock: moments in UTC, legal days in Europe/Amsterdam. Nobody else asks what time it is."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def nu() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def vandaag() -> date:
    """The legal day in the Netherlands."""
    return dag_van(nu())


def dag_van(moment: datetime) -> date:
    """The legal day on which `moment` fell in the Netherlands."""
    return moment.astimezone(AMSTERDAM).date()


def begin_van(dag: date) -> datetime:
    """The moment at which a legal day begins in the Netherlands."""
    return datetime.combine(dag, time.min, AMSTERDAM).astimezone(UTC)
