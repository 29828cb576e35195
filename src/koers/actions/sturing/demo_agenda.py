"""An invented uitvoeringsagenda of Midden-Drenthe in the demo, made through the acts, with a stuurgroep."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.netwerk.besluiten import decide_agendapunt
from koers.actions.netwerk.vergaderingen import add_agendapunt, plan_vergadering, send_agenda
from koers.actions.sturing.agenda import (
    add_agendaactie,
    add_interventie,
    assign_opgave,
    finish_agendaactie,
    link_agendaactie,
    move_agendaactie,
    set_doel,
    write_opgavestand,
)
from koers.actions.sturing.agenda_sinds import STUURGROEP
from koers.actions.sturing.principes import state_principe
from koers.domain.actor import Actor
from koers.domain.uitvoeringsagenda import NieuweAgendaactie, NieuweHouding, NieuweInterventie, Waarvan
from koers.domain.vergadering import NieuwBesluit, NieuweVergadering, NieuwPunt
from koers.policy import beleid
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
TAAK, VOORBEREIDER = "besluiten-over-projecten", "beleidsoverleg"
# How many days ago the stuurgroep sat together.
STUURGROEP_GELEDEN = 45


@dataclass(frozen=True, slots=True)
class Proef:
    """An action of the demo; days are counted from today. `nieuw`: the day that was agreed later, and why."""

    wat: str
    wie: str
    begin: int
    klaar: int
    afgesproken: int = -150
    nieuw: tuple[int, int, str] | None = None
    gedaan: int | None = None


# Opgave -> owner (a role), statuses (day, kind, why), intervention (name, result), its actions.
_AGENDA: dict[str, tuple[str, tuple[tuple[int, str, str], ...], tuple[str, str], tuple[Proef, ...]]] = {
    "gebiedsagenda": (
        "beleidsadviseur",
        (
            (-120, "op_koers", "de eerste bijeenkomst in Beilen is geweest."),
            (-20, "op_koers", "ook Westerbork doet mee; de Smildes volgt in het voorjaar."),
        ),
        (
            "Elk kwartaal een bijeenkomst per gebied",
            "Partners kennen elkaars cijfers en sturen samen bij.",
        ),
        (
            Proef("Een vaste datum per kwartaal afspreken", "gebiedscoördinator", -140, -60, gedaan=-62),
            Proef("De eerste halfjaarrapportage samen schrijven", "teamleiders", -40, 70),
        ),
    ),
    "een-methodiek": (
        "beleidsadviseur",
        (
            (-110, "op_koers", "de partners kozen samen een methodiek."),
            (-12, "vraagt_aandacht", "de training begint later, want de trainer is uitgevallen."),
        ),
        ("Samen werken met één plan", "Een gezin vertelt zijn verhaal één keer."),
        (
            Proef("Een methodiek kiezen met alle partners", "beleidsadviseur jeugd", -140, -70, gedaan=-75),
            Proef(
                *("Iedereen trainen die met gezinnen werkt", "teamleider Team Jeugd", -50, 30),
                nieuw=(-12, 100, "de trainer is uitgevallen; een ander begint in het voorjaar."),
            ),
        ),
    ),
    "jeugdteam-herzien": (
        "stuurgroeplid",
        (
            (-100, "vraagt_aandacht", "nog niet voor ieder gezin is bekend wie het overneemt."),
            (-8, "zit_vast", "de formatie van het nieuwe team is nog niet vastgesteld."),
        ),
        ("Het JeugdTeam gaat over in nieuwe rollen", "Elk gezin weet wie zijn vaste gezicht is."),
        (
            Proef(
                *("De formatie per rol vaststellen", "afdelingshoofd", -90, -15),
                nieuw=(-30, 25, "de cijfers over de werkdruk kwamen later."),
            ),
            Proef("Elk gezin een nieuwe regisseur geven", "teamleider Team Jeugd", 20, 110),
        ),
    ),
    "hulp-op-school": (
        "beleidsadviseur",
        ((-60, "op_koers", "zes scholen doen mee."),),
        ("Groepen op alle scholen", "Meer kinderen krijgen hulp zonder dat er een besluit nodig is."),
        (
            Proef("Met elke school afspreken welke groep past", "gezinscoach", -80, 45),
            Proef("De eerste groepen starten", "welzijn", 46, 130, afgesproken=-10),
        ),
    ),
    "kinderopvang-en-onderwijs": (
        "wethouder",
        (),
        ("Het LEA-overleg als vaste plek", "Gemeente, scholen en opvang besluiten samen."),
        (Proef("De agenda van het LEA-overleg samen vaststellen", "beleidsadviseur onderwijs", -30, -5),),
    ),
}


def seed_agenda() -> None:
    """Nothing when the people of the demo are not there, or the policy has other opgaven."""
    by = demo_actor("beleidsadviseur")
    known = set(_AGENDA) <= set(beleid().opgaven) and {STUURGROEP, VOORBEREIDER} <= set(beleid().gremia)
    if by is None or not known:
        return
    made = {opgave: _opgave(by, opgave) for opgave in _AGENDA}
    _links(by, made)
    _principles(by, made)
    set_doel(
        by=by,
        gemeente=MIDDEN_DRENTHE,
        opgave="hulp-op-school",
        indicator="preventieve-voorzieningen",
        doel=f"{WOORD}elke school heeft een groep.",
        uiterlijk=_day(300),
    )
    besluit = _stuurgroep(by)
    state_principe(
        by=by,
        van=Waarvan("besluit", besluit, MIDDEN_DRENTHE),
        nieuw=NieuweHouding("normaliseren", "leunt"),
    )


def _day(days: int) -> date:
    return vandaag() + timedelta(days=days)


def _opgave(by: Actor, opgave: str) -> tuple[UUID, list[UUID]]:
    """The intervention of an opgave and its actions."""
    rol, standen, (naam, resultaat), acties = _AGENDA[opgave]
    of: dict[str, Any] = {"by": by, "gemeente": MIDDEN_DRENTHE, "opgave": opgave}
    assign_opgave(**of, rol=rol)
    for dag, soort, waarom in standen:
        write_opgavestand(**of, soort=soort, toelichting=f"{WOORD}{waarom}", datum=_day(dag))
    interventie = add_interventie(**of, nieuw=NieuweInterventie(naam, resultaat, _day(-150)))
    return interventie, [_actie(by, interventie, een) for een in acties]


def _actie(by: Actor, interventie: UUID, proef: Proef) -> UUID:
    nieuw = NieuweAgendaactie(
        proef.wat, proef.wie, _day(proef.begin), _day(proef.klaar), _day(proef.afgesproken)
    )
    actie = add_agendaactie(by=by, interventie_id=interventie, nieuw=nieuw)
    if proef.nieuw:
        op, wordt, reden = proef.nieuw
        move_agendaactie(by=by, actie_id=actie, uiterlijk=_day(wordt), reden=reden, datum=_day(op))
    if proef.gedaan is not None:
        finish_agendaactie(by=by, actie_id=actie, datum=_day(proef.gedaan))
    return actie


def _links(by: Actor, made: dict[str, tuple[UUID, list[UUID]]]) -> None:
    """The families can only go over once the people are known, and they have been trained."""
    formatie, gezinnen = made["jeugdteam-herzien"][1]
    afspraak, groepen = made["hulp-op-school"][1]
    for wacht, wacht_op in (
        (gezinnen, formatie),
        (gezinnen, made["een-methodiek"][1][1]),
        (groepen, afspraak),
    ):
        link_agendaactie(by=by, actie_id=wacht, wacht_op_id=wacht_op)


def _principles(by: Actor, made: dict[str, tuple[UUID, list[UUID]]]) -> None:
    for opgave, principe, houding, reden in (
        ("gebiedsagenda", "integraal-samenwerken", "leunt", ""),
        ("hulp-op-school", "normaliseren", "leunt", ""),
        (
            "een-methodiek",
            "integraal-samenwerken",
            "wijkt_af",
            f"{WOORD}het eerste jaar kiest de gemeente de methodiek, anders begint niemand.",
        ),
    ):
        interventie = made[opgave][0]
        state_principe(
            by=by, van=Waarvan("interventie", interventie), nieuw=NieuweHouding(principe, houding, reden)
        )


def _stuurgroep(by: Actor) -> UUID:
    """A meeting of the stuurgroep that was, with one besluit."""
    here = frozenset({MIDDEN_DRENTHE})
    nieuw = NieuweVergadering(STUURGROEP, _day(-STUURGROEP_GELEDEN), here, "Gemeentehuis, Beilen")
    vergadering = plan_vergadering(by=by, nieuw=nieuw)
    punt = add_agendapunt(
        by=by,
        vergadering_id=vergadering,
        nieuw=NieuwPunt("besluiten", VOORBEREIDER, titel="Groepen op alle scholen"),
    )
    send_agenda(by=by, vergadering_id=vergadering)
    return decide_agendapunt(
        by=by,
        punt_id=punt,
        nieuw=NieuwBesluit(
            tekst=f"{WOORD}alle scholen krijgen een aanbod in groepen, ook de kleine.",
            taak=TAAK,
            gebonden=here,
            stemmen={MIDDEN_DRENTHE: "voor"},
            zonder_voorbereiding=f"{WOORD}de annotatie lag op papier bij de leden.",
        ),
    )
