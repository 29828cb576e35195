"""Invented learning in the demo: a toetsingskader, a path and two kenniscafés, written through the acts."""

from datetime import date, timedelta
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.leren import count_gasten, join_leren, note_leren, write_leerblad
from koers.domain.actor import Actor
from koers.domain.leren import COMPETENTIE, KENNISCAFE, LEERLIJN, Leerinhoud
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
COMPETENTIES = (
    ("Normaliseren", "je kijkt eerst wat gewoon is en wat het gezin zelf kan."),
    ("Samen met het gezin beslissen", "het gezin praat mee, en het kind ook."),
    ("Over de eigen grens kijken", "je kent de andere partners en weet wie je belt."),
)
DEELNEMERS = ("gezinscoach", "jongerenwerker", "jeugdverpleegkundige", "poh", "jeugdconsulent")


def seed_leren() -> None:
    """Nothing when the people of the demo are not there."""
    by = demo_actor("beleidsadviseur")
    people = [een for een in map(demo_actor, DEELNEMERS) if een is not None]
    if by is None or not people:
        return
    kaders = [str(_write(by, COMPETENTIE, Leerinhoud(naam, WOORD + wat))) for naam, wat in COMPETENTIES]
    lijn = _write(
        by,
        LEERLIJN,
        Leerinhoud(
            "Beginnen in het lokale team",
            f"{WOORD}voor wie nieuw is bij een van de partners.",
            competenties=(kaders[0], kaders[2]),
            onderdelen=(
                "Een dag meelopen bij een andere partner",
                "Een gesprek oefenen over wat gewoon is",
                "Een casus zonder naam bespreken",
            ),
        ),
    )
    was = _cafe(by, "Wanneer is druk gedrag gewoon?", vandaag() - timedelta(days=40), (kaders[0],))
    _cafe(by, "Praten met jongeren die somber zijn", vandaag() + timedelta(days=25), (kaders[1],))
    for een in people:
        join_leren(by=een, blad_id=was, mee=True)
    for een in people[:2]:
        join_leren(by=een, blad_id=lijn, mee=True)
    note_leren(by=people[0], blad_id=was, tekst=f"{WOORD}vaker eerst met de leerkracht praten.")
    school = demo_actor("school")
    if school is not None and school.organisatie_id and school.rol:
        count_gasten(
            by=by,
            blad_id=was,
            organisatie_id=UUID(school.organisatie_id),
            rol=school.rol.value,
            aantal=4,
        )


def _write(by: Actor, soort: str, inhoud: Leerinhoud) -> UUID:
    return write_leerblad(by=by, gemeente=MIDDEN_DRENTHE, soort=soort, inhoud=inhoud)


def _cafe(by: Actor, naam: str, dag: date, competenties: tuple[str, ...]) -> UUID:
    geweest = dag <= vandaag()
    return _write(
        by,
        KENNISCAFE,
        Leerinhoud(
            naam,
            f"{WOORD}een uur met een korte inleiding en veel gesprek.",
            competenties=competenties,
            dag=dag,
            gastheer="Welzijn Middenveld",
            opbrengst=f"{WOORD}eerst vragen wat er goed gaat, dan pas wat er mis is." if geweest else "",
            vervolg=f"{WOORD}over drie maanden kijken we wat ervan kwam." if geweest else "",
        ),
    )
