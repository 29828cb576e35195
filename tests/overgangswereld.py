"""Hand-overs of the JeugdTeam and a herinrichtingsplan to test with, made through the acts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from koers.actions.sturing.herinrichting import add_voorwaarde, meet_voorwaarde, set_formatie
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.overgang import assign_overgang, mark_overgang
from koers.domain.actor import Actor
from koers.domain.herinrichting import NieuweFormatie, NieuweVoorwaarde
from koers.domain.overgang import NieuweEigenaar
from koers.registers.klok import vandaag
from tests.wereld import MIDDEN_DRENTHE, make_familie


def days(count: int) -> date:
    """So many days from today."""
    return vandaag() + timedelta(days=count)


def make_casussen(by: Actor, many: int = 1, naam: str = "Overgangsma") -> list[UUID]:
    """So many questions of one family, that came long ago."""
    familie = make_familie(by, naam)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=days(-200), verwijzer="06")
    return [register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0] for _nr in range(many)]


def mark(by: Actor, casus: UUID, *, drager: str = "JeugdTeam Beilen", ago: int = 0) -> UUID:
    """The JeugdTeam carries this casus. Returns the casus."""
    return mark_overgang(by=by, casus_id=casus, drager=drager, datum=days(-ago))


def assign(by: Actor, casus: UUID, eigenaar: str = "school", *, klaar: int | None = 30, **more: Any) -> UUID:
    """Who takes it over. Returns the casus."""
    uiterlijk = None if klaar is None else days(klaar)
    nieuw = NieuweEigenaar(eigenaar, **{"datum": vandaag(), "uiterlijk": uiterlijk} | more)
    return assign_overgang(by=by, casus_id=casus, nieuw=nieuw)


def require(
    by: Actor, gemeente: str = MIDDEN_DRENTHE, *, klaar: int = 30, ago: int = 50, **more: Any
) -> UUID:
    """Something has to be ready. Returns its id."""
    said = {"wat": "De taken zijn beschreven.", "wie": "beleidsadviseur"} | more
    nieuw = NieuweVoorwaarde(uiterlijk=days(klaar), datum=days(-ago), **said)
    return add_voorwaarde(by=by, gemeente=gemeente, nieuw=nieuw)


def plan(
    by: Actor, gemeente: str = MIDDEN_DRENTHE, rol: str = "POH Jeugd", nodig: str = "2.2", **more: Any
) -> UUID:
    """Fte of a role. Returns the id of the row."""
    said: dict[str, Any] = {"nu": Decimal("1.2"), "afgesproken": None, "per": None} | more
    nieuw = NieuweFormatie(rol, nodig=Decimal(nodig), bron="het plan", **{"datum": vandaag()} | said)
    return set_formatie(by=by, gemeente=gemeente, nieuw=nieuw)


def whole_plan(by: Actor, gemeente: str) -> dict[str, UUID]:
    """A condition that is open, one that was met, and a role. Name of a page to the id in its address."""
    voorwaarde, klaar = require(by, gemeente), require(by, gemeente, wat="Elk gezin weet het.")
    meet_voorwaarde(by=by, voorwaarde_id=klaar, datum=vandaag(), reden="Getekend.")
    return {
        **dict.fromkeys(("voorwaarde-wijzigen", "voorwaarde-voldaan", "voorwaarde-vervallen"), voorwaarde),
        "voorwaarde-heropenen": klaar,
        **dict.fromkeys(("formatie", "formatie-vervallen"), plan(by, gemeente)),
    }
