"""When help that runs may go on: after an evaluation with the family, never at the cost of who needs it."""

from dataclasses import dataclass
from datetime import date, timedelta

from koers.domain.routes import JUSTITIE, MEDISCH
from koers.domain.weigering import Refused

MET = ("jeugdige", "ouder", "allebei")
STOPPEN = "stoppen"
VERVOLG = (STOPPEN, "afschalen", "doorgaan", "andere_hulp")


@dataclass(frozen=True, slots=True)
class Grond:
    """Why help goes on. `evaluatie`: what the last one of this help said comes next; "" when there was none.

    Without one: `reden`, and `evaluatie_voor`, the day by which it will be done.
    """

    evaluatie: str = ""
    reden: str = ""
    evaluatie_voor: date | None = None


def check_evaluatie(
    datum: date, begin: date | None, met: str, doelen: int, vervolg: str, *, today: date
) -> None:
    """Refuses an evaluation that cannot be. `begin`: the first day of help; None: it never began.

    Refused: evaluatie_onvolledig, datum_in_toekomst, evaluatie_voor_begin.
    """
    if met not in MET or vervolg not in VERVOLG or not 1 <= doelen <= 5:
        raise Refused("evaluatie_onvolledig")
    if datum > today:
        raise Refused("datum_in_toekomst")
    if begin is None or datum < begin:
        raise Refused("evaluatie_voor_begin")


def check_herindicatie(
    route: str, grond: Grond, *, reden_afgesproken: bool, uitstel: timedelta, today: date
) -> None:
    """Refuses to let help go on without what this road asks.

    By the toegang: an evaluation, or a reason with a day within `uitstel`. By a doctor: a reason where the
    municipality agreed so with the doctors (`reden_afgesproken`). By a gecertificeerde instelling or the
    court: nothing is ever in the way.
    Refused: herindicatie_zonder_reden, herindicatie_zonder_evaluatie, herindicatie_tegen_evaluatie,
    evaluatie_dag_kan_niet.
    """
    reden = grond.reden.strip()
    if route == JUSTITIE:
        return
    if route == MEDISCH:
        if reden_afgesproken and not reden:
            raise Refused("herindicatie_zonder_reden")
        return
    if grond.evaluatie:
        if grond.evaluatie == STOPPEN and not reden:
            raise Refused("herindicatie_tegen_evaluatie")
        return
    if not reden or grond.evaluatie_voor is None:
        raise Refused("herindicatie_zonder_evaluatie")
    if not today <= grond.evaluatie_voor <= today + uitstel:
        raise Refused("evaluatie_dag_kan_niet", uiterlijk=today + uitstel)
