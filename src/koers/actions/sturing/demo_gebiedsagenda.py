"""An invented gebiedsagenda of Midden-Drenthe in the demo, written by its partners through the acts."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.gebiedsagenda import (
    add_gebiedsafspraak,
    area_ids,
    finish_gebiedsafspraak,
    hold_bijeenkomst,
    move_gebiedsafspraak,
    write_aanwezigen,
    write_bijdrage,
)
from koers.actions.sturing.gebiedsagenda_lezen import read_bijeenkomst, read_bronnen
from koers.actions.toegang.school import read_school, register_schoolwerk
from koers.domain.actor import Actor
from koers.domain.gebiedsagenda import (
    NieuweBijdrage,
    NieuweBijeenkomst,
    NieuweGebiedsafspraak,
    quarters_of,
)
from koers.domain.rapportages import named_periode, recent_perioden
from koers.domain.school import GROEP, Schoolwerk
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
GEBIEDEN = ("beilen", "de-smildes", "westerbork")
PARTNERS = ("gezinscoach", "jeugdverpleegkundige", "poh", "school", "jeugdconsulent")


@dataclass(frozen=True, slots=True)
class Verhaal:
    """What a partner (its person in the demo) tells; the numbers grow a little every quarter."""

    wie: str
    aanbod: str
    resultaat: str
    jeugdigen: int
    ouders: int
    maat: tuple[str, int, int] | None = None
    groep: bool = False


VERHALEN = (
    Verhaal(
        "gezinscoach",
        "Een groep voor kinderen van gescheiden ouders, en opvoedspreekuur op school.",
        "Kinderen praten er thuis weer over. Ouders bellen eerder.",
        6,
        21,
        ("vertelt thuis weer over school", 14, 18),
        groep=True,
    ),
    Verhaal(
        "jeugdverpleegkundige",
        "Huisbezoek na de geboorte en een inloop voor ouders met jonge kinderen.",
        "Vragen over slapen en eten zijn meestal met een of twee bezoeken opgelost.",
        34,
        41,
    ),
    Verhaal(
        "poh",
        "Gesprekken in de praktijk en op school, zonder verwijzing.",
        "De meeste jongeren hadden genoeg aan korte hulp.",
        17,
        9,
        ("had daarna geen verwijzing nodig", 13, 17),
    ),
    Verhaal(
        "school",
        "Een rustplek in de school, en een vaste dag waarop hulpverleners er zijn.",
        "Leerkrachten vragen sneller advies en houden het kind in de klas.",
        5,
        4,
    ),
)
ONDERWERPEN = "Wie we bereikten\nWachten op hulp voor jongeren die somber zijn\nVervoer naar de groepen"


def seed_gebiedsagenda() -> None:
    """Nothing when the people of the demo are not there, or the policy has other areas."""
    by = demo_actor("beleidsadviseur")
    partners = {naam: demo_actor(naam) for naam in PARTNERS}
    if by is None or set(GEBIEDEN) - set(area_ids(MIDDEN_DRENTHE)):
        return
    there = {naam: een for naam, een in partners.items() if een is not None}
    running, before = recent_perioden("halfjaar", vandaag(), 2)
    first, second = quarters_of(before)
    now = quarters_of(running)[0]
    _group(there, second)
    made = [
        _meet(by, there, gebied, kwartaal, VERHALEN[:aantal], erbij)
        for gebied, kwartaal, aantal, erbij in (
            ("beilen", first, 4, 0),
            ("beilen", second, 4, 3),
            ("de-smildes", second, 2, 1),
            ("westerbork", second, 3, 0),
            ("beilen", now, 3, 5),
        )
    ]
    _agree(there, made[0], made[1])


def _day(kwartaal: str) -> date:
    """A while after the quarter, and not after today."""
    return min(named_periode("kwartaal", kwartaal).tot_datum + timedelta(days=12), vandaag())


def _group(partners: dict[str, Actor], kwartaal: str) -> None:
    """A group that was written down as work at school: nobody types its reach again."""
    by = partners.get("gezinscoach")
    if by is None:
        return
    places = read_school(by=by).plekken
    day = named_periode("kwartaal", kwartaal).begindatum + timedelta(days=40)
    if places:
        register_schoolwerk(by=by, plek_id=places[0][0], werk=Schoolwerk(GROEP, "thuis", 11, day, 6))


def _meet(
    by: Actor,
    partners: dict[str, Actor],
    gebied: str,
    kwartaal: str,
    verhalen: tuple[Verhaal, ...],
    erbij: int,
) -> UUID:
    bijeenkomst = hold_bijeenkomst(
        by=by,
        gemeente=MIDDEN_DRENTHE,
        nieuw=NieuweBijeenkomst(gebied, kwartaal, _day(kwartaal), ONDERWERPEN),
    )
    there = {UUID(een.organisatie_id): 2 for een in partners.values() if een.organisatie_id}
    write_aanwezigen(by=by, bijeenkomst_id=bijeenkomst, aantallen=there)
    for een in verhalen:
        if een.wie in partners:
            _tell(partners[een.wie], bijeenkomst, een, erbij)
    return bijeenkomst


def _tell(by: Actor, bijeenkomst: UUID, een: Verhaal, erbij: int) -> None:
    organisatie = UUID(by.organisatie_id or "")
    known = read_bronnen(by=by, bijeenkomst_id=bijeenkomst, organisatie_id=organisatie) if een.groep else ()
    maat, geteld, totaal = een.maat or ("", None, None)
    write_bijdrage(
        by=by,
        bijeenkomst_id=bijeenkomst,
        organisatie_id=organisatie,
        nieuw=NieuweBijdrage(
            aanbod=f"{WOORD}{een.aanbod[0].lower()}{een.aanbod[1:]}",
            jeugdigen=een.jeugdigen + erbij,
            ouders=een.ouders + erbij,
            resultaat=f"{WOORD}{een.resultaat[0].lower()}{een.resultaat[1:]}",
            bronnen=tuple(bron.id for bron in known[:1]),
            maat=maat,
            geteld=geteld,
            totaal=totaal,
        ),
    )


def _agree(partners: dict[str, Actor], earlier: UUID, later: UUID) -> None:
    """Of the first meeting one agreement is done and one slips; the next one has it on its list."""
    for naam, wat, wie, na, gedaan in (
        ("gezinscoach", "De scholen krijgen het rooster van de groepen.", "de gezinscoach", 20, True),
        ("poh", "De huisartsen horen welke groepen er zijn.", "de POH Jeugd", 60, False),
    ):
        if naam in partners:
            _agreement(partners[naam], earlier, NieuweGebiedsafspraak(wat, wie, vandaag()), na, gedaan)
    if "school" in partners:
        nieuw = NieuweGebiedsafspraak(
            "Alle ouders krijgen een brief over de inloop.", "de intern begeleider", vandaag()
        )
        _agreement(partners["school"], later, nieuw, 400, gedaan=False)


def _agreement(by: Actor, bijeenkomst: UUID, nieuw: NieuweGebiedsafspraak, na: int, gedaan: bool) -> None:
    """`na`: how many days after the meeting it has to be done."""
    held = read_bijeenkomst(by=by, bijeenkomst_id=bijeenkomst)[1].datum
    day = held + timedelta(days=na)
    add_gebiedsafspraak(
        by=by,
        bijeenkomst_id=bijeenkomst,
        organisatie_id=UUID(by.organisatie_id or ""),
        nieuw=NieuweGebiedsafspraak(nieuw.wat, nieuw.wie, day),
    )
    made = read_bijeenkomst(by=by, bijeenkomst_id=bijeenkomst)[1].afspraken[-1].id
    if gedaan:
        finish_gebiedsafspraak(by=by, afspraak_id=made, datum=min(day, vandaag()))
    elif na < 100:
        move_gebiedsafspraak(
            by=by,
            afspraak_id=made,
            uiterlijk=day + timedelta(days=120),
            reden=f"{WOORD}de praktijk had eerst een vacature.",
            datum=min(held + timedelta(days=30), vandaag()),
        )
