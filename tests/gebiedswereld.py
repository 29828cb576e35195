"""A gebiedsagenda to test with, made through the acts: an area of Midden-Drenthe and its partners."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from koers.actions.sturing.gebiedsagenda import (
    add_gebiedsafspraak,
    hold_bijeenkomst,
    write_bijdrage,
)
from koers.actions.sturing.gebiedsagenda_lezen import read_bijeenkomst
from koers.actions.sturing.leren import write_leerblad
from koers.actions.toegang.school import read_school, register_schoolwerk
from koers.domain.actor import Actor
from koers.domain.gebiedsagenda import NieuweBijdrage, NieuweBijeenkomst, NieuweGebiedsafspraak
from koers.domain.leren import Leerinhoud
from koers.domain.rapportages import named_periode, recent_perioden
from koers.domain.rollen import Rol
from koers.domain.school import Schoolwerk
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Gebiedsafspraak
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker, make_organisatie

GEBIED = "beilen"
VERTELD = NieuweBijdrage("Een groep op school.", 4, 12, "Kinderen doen weer mee.")


def quarter(back: int = 1) -> str:
    """The quarter so many back; 0 is the running one."""
    return recent_perioden("kwartaal", vandaag(), back + 1)[back].naam


def after(kwartaal: str) -> date:
    """A day on which people looked back upon it."""
    return min(named_periode("kwartaal", kwartaal).tot_datum, vandaag())


def area_of(gemeente: str) -> str:
    """An area of it: Assen names none, so it is one itself."""
    return GEBIED if gemeente == MIDDEN_DRENTHE else "assen"


def hold(by: Actor, gebied: str = GEBIED, back: int = 1, gemeente: str = MIDDEN_DRENTHE) -> UUID:
    """The partners met about a quarter."""
    kwartaal = quarter(back)
    nieuw = NieuweBijeenkomst(gebied, kwartaal, after(kwartaal), "Wie we bereikten")
    return hold_bijeenkomst(by=by, gemeente=gemeente, nieuw=nieuw)


def partner(rol: Rol = Rol.JONGERENWERKER, soort: str = "welzijn", gemeente: str = MIDDEN_DRENTHE) -> Actor:
    """Somebody of a partner, which is made for it."""
    return actor_of(make_medewerker(rol, gemeente, soort=soort))


def own(by: Actor) -> UUID:
    """The organisation of somebody."""
    assert by.organisatie_id
    return UUID(by.organisatie_id)


def tell(by: Actor, bijeenkomst: UUID, organisatie: UUID | None = None, **more) -> UUID:
    """A partner tells; `versie` and `reden` for what it tells anew."""
    versie, reden = more.pop("versie", 0), more.pop("reden", "")
    return write_bijdrage(
        by=by,
        bijeenkomst_id=bijeenkomst,
        organisatie_id=organisatie or own(by),
        nieuw=replace(VERTELD, **more),
        op_versie=versie,
        reden=reden,
    )


def promise(by: Actor, bijeenkomst: UUID, wat: str = "De scholen bellen", *, days: int = 30) -> UUID:
    """A partner agrees to something; gives the id of the agreement."""
    dag = read_bijeenkomst(by=by, bijeenkomst_id=bijeenkomst)[1].datum
    add_gebiedsafspraak(
        by=by,
        bijeenkomst_id=bijeenkomst,
        organisatie_id=own(by),
        nieuw=NieuweGebiedsafspraak(wat, "de jongerenwerker", dag + timedelta(days=days)),
    )
    return Gebiedsafspraak.objects.latest("vastgelegd_at").pk


def group(by: Actor, aantal: int = 9, back: int = 1, **more) -> UUID:
    """A group at school that Koers knows, in a quarter."""
    make_organisatie(next(iter(by.gemeenten)), "school")
    day = named_periode("kwartaal", quarter(back)).begindatum
    werk = Schoolwerk("groep", "pesten", aantal, day, bijeenkomsten=5)
    return register_schoolwerk(by=by, plek_id=read_school(by=by).plekken[0][0], werk=werk, **more)


def whole_area(gemeente: str) -> dict[str, UUID]:
    """A meeting with what a partner told and agreed, and a kenniscafé: name of a page to the id in it."""
    adviser = make_actor(Rol.BELEIDSADVISEUR, gemeente)
    meeting = hold(adviser, area_of(gemeente), gemeente=gemeente)
    by = partner(soort="gemeente", gemeente=gemeente)
    tell(by, meeting)
    afspraak = promise(by, meeting)
    return {
        **dict.fromkeys(
            (
                *("bijeenkomst", "bijeenkomst-verbeteren", "bijeenkomst-aanwezigen"),
                *("bijdrage", "gebiedsafspraak-nieuw"),
            ),
            meeting,
        ),
        **dict.fromkeys(
            (
                *("gebiedsafspraak", "gebiedsafspraak-verschuiven", "gebiedsafspraak-afronden"),
                *("gebiedsafspraak-vervallen", "gebiedsafspraak-heropenen"),
            ),
            afspraak,
        ),
        "partner": own(by),
        "kenniscafe": write_leerblad(
            by=adviser,
            gemeente=gemeente,
            soort="kenniscafe",
            inhoud=Leerinhoud("Druk gedrag", "Een gesprek.", dag=vandaag(), gastheer="Welzijn"),
        ),
    }
