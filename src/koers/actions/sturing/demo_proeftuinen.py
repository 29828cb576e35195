"""Invented proeftuinen of Midden-Drenthe in the demo, made through the acts: one per state that matters."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.demo_agenda import WOORD
from koers.actions.sturing.proeftuinen import (
    add_proeftuin,
    decide_proeftuin,
    evaluate_proeftuin,
    start_proeftuin,
    write_proeftuintelling,
)
from koers.actions.sturing.proeftuinmeting import countable, told_municipalities
from koers.domain.actor import Actor
from koers.domain.proeftuinen import NieuwOntwerp
from koers.domain.uitvoeringsagenda import NieuweHouding
from koers.policy import beleid
from koers.registers.klok import vandaag

OPGAVEN = {"poh-jeugd-plek", "outreachende-poh-jeugd", "hulp-op-school", "kinderopvang-en-onderwijs"}
INDICATOR = "aandeel-specialistisch"
AANTAL_VERGELEKEN = 6
# Referred, of all questions about a child, per year; the start lies between the fourth year and the fifth.
POH: Mapping[str, Sequence[tuple[int, int]]] = {
    "Praktijk Beilen": ((38, 121), (41, 126), (40, 130), (39, 124), (22, 133), (20, 138)),
    "Praktijk Westerbork": ((27, 88), (25, 84), (28, 91), (27, 86), (15, 90), (16, 97)),
    "Praktijk Smilde": ((30, 102), (33, 99), (31, 104), (32, 108), (31, 105), (34, 110)),
    "Praktijk Hoogersmilde": ((18, 59), (20, 63), (19, 61), (19, 66), (20, 64), (18, 62)),
    "Praktijk Zuidwolde": ((36, 118), (35, 115), (38, 122), (37, 120), (38, 117), (39, 125)),
}
SCHOOL: Mapping[str, Sequence[tuple[int, int]]] = {
    "Beilen": ((6, 33), (8, 37), (7, 35)),
    "De Smildes": ((9, 41), (8, 39), (9, 44)),
    "Westerbork": ((7, 30), (7, 29), (8, 34)),
}


def seed_proeftuinen() -> None:
    """Nothing when the people of the demo are not there, or the policy has other opgaven or indicators."""
    by = demo_actor("beleidsadviseur")
    if by is None or not set(beleid().opgaven) >= OPGAVEN or INDICATOR not in countable():
        return
    _decided(by)
    _of_indicator(by)
    _running(by)
    _design(by)


def _jaar(ago: int) -> int:
    return vandaag().year - ago


def _typed(
    hypothese: str,
    telt: str,
    soort: str,
    groep: Sequence[str],
    tellingen: Mapping[str, object],
    **dagen: date,
) -> NieuwOntwerp:
    """A design with counts of our own, in which less is better."""
    return NieuwOntwerp(
        hypothese=f"{WOORD}{hypothese}",
        indicator="",
        telt=telt,
        richting="omlaag",
        verwacht=Decimal("5"),
        soort=soort,
        groep=tuple(groep),
        vergelijking=tuple(een for een in tellingen if een not in groep),
        **dagen,
    )


def _decided(by: Actor) -> None:
    ontwerp = _typed(
        "een POH Jeugd in de praktijk helpt een kind zelf, zodat minder kinderen worden doorverwezen.",
        "Verwijzingen naar niveau 4 en hoger, van alle vragen over een kind",
        "praktijk",
        ("Praktijk Beilen", "Praktijk Westerbork"),
        POH,
        begindatum=date(_jaar(2), 1, 1),
        evaluatie_op=vandaag(),
    )
    proeftuin = _begin(by, "poh-jeugd-plek", "POH Jeugd in twee huisartsenpraktijken", ontwerp, POH)
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    evaluate_proeftuin(
        by=by,
        proeftuin_id=proeftuin,
        woorden=f"{WOORD}de twee praktijken verwijzen minder, en ouders zijn tevreden. Wij weten nog niet of"
        " kinderen later alsnog hulp nodig hebben.",
    )
    decide_proeftuin(
        by=by,
        proeftuin_id=proeftuin,
        keuze="opschalen",
        reden=f"{WOORD}elke praktijk krijgt een POH Jeugd. Wij tellen na een jaar opnieuw.",
        principes=[NieuweHouding("normaliseren", "leunt"), NieuweHouding("integraal-samenwerken", "leunt")],
    )


def _of_indicator(by: Actor) -> None:
    others = [code for code in told_municipalities() if code != MIDDEN_DRENTHE][:AANTAL_VERGELEKEN]
    ontwerp = NieuwOntwerp(
        hypothese=f"{WOORD}als elke school een groep heeft, hebben minder kinderen hulp op niveau 4 en 5"
        " nodig.",
        indicator=INDICATOR,
        telt="",
        richting="omlaag",
        verwacht=Decimal("1"),
        soort="gemeente",
        groep=(MIDDEN_DRENTHE,),
        vergelijking=tuple(others),
        begindatum=date(_jaar(2), 1, 1),
        evaluatie_op=vandaag(),
    )
    proeftuin = _begin(by, "hulp-op-school", "Groepen op alle basisscholen", ontwerp)
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    evaluate_proeftuin(
        by=by,
        proeftuin_id=proeftuin,
        woorden=f"{WOORD}de andere gemeenten deden in die jaren ook van alles. Dat is niet te zien.",
    )


def _running(by: Actor) -> None:
    ontwerp = _typed(
        "als de gezinscoach op school zit, hoeft minder vaak een team mee te kijken.",
        "Vragen die naar het JeugdTeam gaan, van alle vragen op school",
        "gebied",
        ("Westerbork",),
        SCHOOL,
        begindatum=vandaag(),
        evaluatie_op=vandaag() + timedelta(days=730),
    )
    proeftuin = _begin(by, "kinderopvang-en-onderwijs", "De gezinscoach op school", ontwerp, SCHOOL)
    start_proeftuin(by=by, proeftuin_id=proeftuin)


def _design(by: Actor) -> None:
    begin = vandaag() + timedelta(days=60)
    ontwerp = _typed(
        "wie in de buurt kan binnenlopen, komt eerder en heeft minder zware hulp nodig.",
        "Aanvragen voor hulp op maat, van alle jeugdigen in het gebied",
        "gebied",
        ("De Smildes",),
        SCHOOL,
        begindatum=begin,
        evaluatie_op=begin + timedelta(days=730),
    )
    _begin(by, "outreachende-poh-jeugd", "Een POH Jeugd die naar de sportclub gaat", ontwerp)


def _begin(
    by: Actor,
    opgave: str,
    naam: str,
    ontwerp: NieuwOntwerp,
    tellingen: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> UUID:
    """The design, with the counts of the last whole years."""
    proeftuin = add_proeftuin(by=by, gemeente=MIDDEN_DRENTHE, opgave=opgave, naam=naam, ontwerp=ontwerp)
    years = len(next(iter(tellingen.values()))) if tellingen else 0
    for nr in range(years):
        jaar = _jaar(years - nr)
        write_proeftuintelling(
            by=by,
            proeftuin_id=proeftuin,
            begindatum=date(jaar, 1, 1),
            einddatum=date(jaar, 12, 31),
            tellingen={een: rows[nr] for een, rows in (tellingen or {}).items()},
        )
    return proeftuin
