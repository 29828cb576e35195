"""How the providers of the demo answered: accepted, refused and why, what became of it, and what is asked.

The invented region knows when help began and not who answered what. Here each of its toewijzingen since the
duty holds gets an answer, by its place in the list: the same region gets the same answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Min, Q

from koers.actions.kern.demo import demo_actor
from koers.actions.zorg.einden import with_end
from koers.actions.zorg.verlengen import ask_verlenging
from koers.authorization.zicht import unanswered, visible_toewijzingen
from koers.domain.acceptatie import (
    AANBIEDER,
    ACCEPTEERT,
    BEOORDEELD,
    GEMEENTE,
    GEOPEND,
    OPGEPAKT,
    RONDT_AF,
    WEIGERT,
    working_days_after,
)
from koers.domain.actor import Actor
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import (
    AcceptatieStap,
    AntwoordEscalatie,
    Gesprek,
    Toewijzing,
    TrajectStap,
    ZorgmakelaarStap,
)

# After so many working days; the term of the policy is five.
DAGEN = (1, 2, 1, 3, 5, 2, 4, 8, 1, 3)
# Ground, what was written with it, whether it may, and where the help went then.
WEIGERINGEN = (
    ("geen-plek", "De wachtlijst is nu negen maanden.", True, "via_zorgmakelaar"),
    ("leeftijd", "", False, "andere_aanbieder"),
    ("te-zwaar", "Er is meer begeleiding nodig dan ons team kan geven.", True, "andere_aanbieder"),
    ("gezin-wil-niet", "", False, "andere_hulp"),
    ("te-ver", "Een uur reizen, twee keer per week.", True, "andere_aanbieder"),
)
LAAT = (("alsnog_antwoord", "De planner was ziek; nu staat het in de agenda."), ("afspraak_nieuwe_dag", ""))
Feiten = list[Any]


@dataclass(frozen=True, slots=True)
class _Vraag:
    """A toewijzing that has to be answered. `begin`: the first day of help, None as long as there is none."""

    id: UUID
    gemeente: str
    datum: date
    begin: date | None = None


def seed_antwoorden(by: Actor, since: date) -> None:
    """Writes the answers; inside an act."""
    facts: Feiten = []
    for number, vraag in enumerate(_begun(since)):
        facts += _accepted(by, vraag, number)
    for number, vraag in enumerate(_not_begun(since)):
        # The first two of each five still wait: that is what the clock is for.
        if number % 5 > 1:
            facts += _refused(by, vraag, number)
    models: tuple[Any, ...] = (Gesprek, AcceptatieStap, ZorgmakelaarStap, AntwoordEscalatie)
    for model in models:
        model.objects.bulk_create(een for een in facts if isinstance(een, model))


def seed_verlenging(by: Actor) -> None:
    """The provider asks for two children whether the help may go on for half a year; by acts of its own."""
    today = vandaag()
    running = (
        with_end(visible_toewijzingen(by, today))
        .filter(stappen__soort="start", einde__gt=today)
        .exclude(stappen__soort="stop")
        .order_by("einde", "pk")
    )
    for pk, einde in list(running.values_list("pk", "einde").distinct()[:2]):
        ask_verlenging(by=by, toewijzing_id=pk, einddatum=einde + timedelta(days=182))


def _begun(since: date) -> list[_Vraag]:
    begun = TrajectStap.objects.current().filter(soort="start", ingetrokken=False)
    rows = (
        Toewijzing.objects.current()
        .filter(ingetrokken=False, datum__gte=since, stappen__in=begun)
        .annotate(begin=Min("stappen__datum"))
        .order_by("datum", "pk")
    )
    return [_Vraag(*een) for een in rows.values_list("pk", "gemeente", "datum", "begin")]


def _not_begun(since: date) -> list[_Vraag]:
    """What waits, or waited in vain, at other providers; the demo's own keep waiting for its person."""
    aanbieder = demo_actor("aanbieder")
    rows = (
        with_end(Toewijzing.objects.current().filter(unanswered(), ingetrokken=False, datum__gte=since))
        .filter(Q(einde__isnull=True) | Q(einde__gt=F("ingangsdatum")))
        .exclude(contractproduct__aanbieder=aanbieder.organisatie_id if aanbieder else None)
        .order_by("datum", "pk")
    )
    return [_Vraag(*een) for een in rows.values_list("pk", "gemeente", "datum")]


def _accepted(by: Actor, vraag: _Vraag, number: int) -> Iterator[Any]:
    """Most say yes at once; one in six had to be told that it must, as long as help had not begun by then."""
    answered = _after(vraag.datum, DAGEN[number % len(DAGEN)])
    if number % 3 == 0:
        for kant, met in ((GEMEENTE, "de planner"), (AANBIEDER, "consulent van de toegang")):
            yield Gesprek(**_fact(by, vraag, vraag.datum), kant=kant, met=met, capaciteit="ja", passend="ja")
    told = _after(answered, 3)
    if number % 6 == 3 and vraag.begin and vraag.begin > told:
        grond, toelichting, buiten, _ = WEIGERINGEN[number // 6 % 3 * 2]
        yield _step(by, vraag, answered, soort=WEIGERT, grond=grond, buiten=buiten, toelichting=toelichting)
        oordeel = "De plicht geldt ook dan; er is een plek beloofd."
        yield _step(by, vraag, told, soort=BEOORDEELD, oordeel="moet_accepteren", toelichting=oordeel)
        yield from _route(by, vraag, answered, told, "plek_zelfde_aanbieder")
        answered = told
    yield _step(by, vraag, answered, soort=ACCEPTEERT)
    if number % 20 == 7:
        # Answered after its day: contract management asked, and wrote down what it heard.
        uitkomst, toelichting = LAAT[number // 20 % 2]
        laat = {"uiterlijk": _after(vraag.datum, 5)}
        yield AntwoordEscalatie(**_fact(by, vraag, _after(vraag.datum, 6)), **laat, soort=GEOPEND)
        yield AntwoordEscalatie(
            **_fact(by, vraag, answered),
            **laat,
            soort=RONDT_AF,
            uitkomst=uitkomst,
            toelichting=toelichting,
        )


def _refused(by: Actor, vraag: _Vraag, number: int) -> Iterator[Any]:
    """A call, no, and what became of it; the newest outside the agreement still wait for a judgement."""
    grond, toelichting, buiten, uitkomst = WEIGERINGEN[number % len(WEIGERINGEN)]
    no, later = _after(vraag.datum, 2 + number % 3), _after(vraag.datum, 9)
    plek = "nee" if grond == "geen-plek" else "later"
    yield Gesprek(
        **_fact(by, vraag, no),
        kant=AANBIEDER,
        met="consulent van de toegang",
        capaciteit=plek,
        passend="nee" if grond == "te-zwaar" else "twijfel",
    )
    yield Gesprek(**_fact(by, vraag, no), kant=GEMEENTE, met="de planner", capaciteit=plek, passend="ja")
    yield _step(by, vraag, no, soort=WEIGERT, grond=grond, buiten=buiten, toelichting=toelichting)
    if not buiten:
        yield _step(by, vraag, later, soort=RONDT_AF, uitkomst=uitkomst)
        return
    if later >= vandaag() - timedelta(days=40):
        yield ZorgmakelaarStap(**_fact(by, vraag, no), soort=GEOPEND)
        return
    oordeel = "Drie andere kinderen gingen voor; dat is geen grond."
    yield _step(by, vraag, later, soort=BEOORDEELD, oordeel="moet_accepteren", toelichting=oordeel)
    yield from _route(by, vraag, no, later, "plek_andere_aanbieder")
    yield _step(by, vraag, _after(later, 2), soort=RONDT_AF, uitkomst=uitkomst)


def _route(by: Actor, vraag: _Vraag, van: date, tot: date, uitkomst: str) -> Iterator[ZorgmakelaarStap]:
    yield ZorgmakelaarStap(**_fact(by, vraag, van), soort=GEOPEND)
    yield ZorgmakelaarStap(**_fact(by, vraag, _after(van, 1)), soort=OPGEPAKT)
    yield ZorgmakelaarStap(**_fact(by, vraag, tot), soort=RONDT_AF, uitkomst=uitkomst)


def _after(dag: date, werkdagen: int) -> date:
    return min(working_days_after(dag, werkdagen), vandaag())


def _step(by: Actor, vraag: _Vraag, datum: date, **meer: object) -> AcceptatieStap:
    return AcceptatieStap(**_fact(by, vraag, datum), **meer)


def _fact(by: Actor, vraag: _Vraag, datum: date) -> dict[str, Any]:
    return {
        "toewijzing_id": vraag.id,
        "gemeente_id": vraag.gemeente,
        "datum": datum,
        "vastgelegd_at": nu(),
        "vastgelegd_door": by.id,
    }
