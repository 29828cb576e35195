"""Who walks past every page, and the two municipalities with equal data that they walk in."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from http.cookies import SimpleCookie
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client

from koers.actions.toegang.notities import begin_notitie
from koers.actions.toegang.verwijsverzoeken import open_route_b
from koers.actions.zorg.acceptatie import NieuwGesprek, refuse_toewijzing, register_gesprek
from koers.domain.actor import Actor
from koers.domain.eerste_notitie import NotitieInhoud
from koers.domain.rollen import Rol
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
from koers.registers.kern.models import Betrokkenheid, Medewerker, Organisatie
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import nu, vandaag
from koers.registers.monitor.models import Aanlevering, Publicatie
from koers.registers.toegang.models import (
    LichteHulp,
    Overdracht,
    OverdrachtOpname,
    SchrijnendGeval,
    Toekomstplan,
)
from tests.agendawereld import whole_agenda
from tests.contractwereld import escalated, nza_signal, typed
from tests.gebiedswereld import whole_area
from tests.integration.netwerk.keuzewereld import begin
from tests.integration.netwerk.wielwereld import ask, prepare
from tests.integration.sturing import rapportwereld
from tests.landschapwereld import develop, improve, judge, whole_dossier, whole_escalatie
from tests.overgangswereld import assign, mark, whole_plan
from tests.proeftuinwereld import whole_proeftuin
from tests.risicowereld import whole_risico
from tests.subsidiewereld import whole_subsidie
from tests.vergaderwereld import ids_of, whole_meeting
from tests.verzoekwereld import make_verzoek
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    Familie,
    actor_of,
    decide_and_object,
    give_help,
    give_plan,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)


@dataclass(frozen=True)
class Wandelaar:
    """Somebody who walks; `kanaries` are the surnames they may meet."""

    naam: str
    rol: Rol | str | None
    medewerker: Medewerker | None
    gemeente: str = MIDDEN_DRENTHE
    kanaries: frozenset[str] = frozenset()
    gezinnen: frozenset[UUID] = frozenset()
    toewijzingen: frozenset[UUID | None] = frozenset()
    tweede_factor: bool = True


@dataclass
class Wereld:
    """Two municipalities with equal data: two families each, of two different consulenten."""

    wandelaars: list[Wandelaar] = field(default_factory=list)
    families: dict[str, Familie] = field(default_factory=dict)
    collegas: dict[str, Medewerker] = field(default_factory=dict)
    aanlevering: int = 0
    publicatie: UUID | None = None
    wielronde: UUID | None = None
    wiellink: str = ""
    scenariokeuze: UUID | None = None
    notities: dict[str, UUID] = field(default_factory=dict)
    verwijsverzoeken: dict[str, UUID] = field(default_factory=dict)
    verzoeken: dict[str, UUID] = field(default_factory=dict)
    weigeringen: dict[str, UUID] = field(default_factory=dict)
    aanbieder: UUID | None = None
    contract: UUID | None = None
    contractproduct: UUID | None = None
    vergaderingen: dict[str, dict[str, UUID]] = field(default_factory=dict)
    agendas: dict[str, dict[str, UUID]] = field(default_factory=dict)
    plannen: dict[str, dict[str, UUID]] = field(default_factory=dict)
    gebieden: dict[str, dict[str, UUID]] = field(default_factory=dict)
    rapportages: dict[str, dict[str, UUID]] = field(default_factory=dict)
    escalaties: dict[str, UUID] = field(default_factory=dict)
    ontwikkeling: UUID | None = None
    verbetering: UUID | None = None
    nza_signaal: UUID | None = None
    landschap: tuple[UUID, UUID] | None = None
    sessies: dict[Wandelaar, SimpleCookie] = field(default_factory=dict)


# Who stands for all others where the walk is made many times.
ENKELE_ROLLEN = (
    Rol.JEUGDCONSULENT,
    Rol.POH_JEUGD,
    Rol.AANBIEDER,
    Rol.GECERTIFICEERDE_INSTELLING,
    Rol.ZORGMAKELAAR,
    Rol.CONTROLLER,
    Rol.WETHOUDER,
    Rol.FUNCTIONEEL_BEHEERDER,
    Rol.PRIVACY_OFFICER,
)


def build(rollen: Iterable[Rol] = tuple(Rol)) -> Wereld:
    """Everybody in these roles, and the families they work with."""
    wereld = Wereld(aanlevering=_delivery(), publicatie=_publication())
    wereld.wielronde, wereld.wiellink = _wheel()
    wereld.scenariokeuze = begin(make_actor(Rol.REGIOMANAGER))
    wereld.contract, wereld.contractproduct = typed(make_actor(Rol.CONTRACTMANAGER))
    wereld.ontwikkeling = develop(make_actor(Rol.REGIOMANAGER))
    wereld.landschap = whole_dossier(make_actor(Rol.REGIOMANAGER))
    wereld.verbetering = improve(make_actor(Rol.BELEIDSADVISEUR))
    wereld.nza_signaal = nza_signal()
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        aanbieder = make_medewerker(Rol.AANBIEDER, gemeente, soort="aanbieder", naam=f"Aanbieder {gemeente}")
        elders = make_organisatie(gemeente, "welzijn")
        for who, rol in [("een", Rol.JEUGDCONSULENT), ("twee", Rol.JEUGDCONSULENT)]:
            medewerker = make_medewerker(rol, gemeente, naam=f"Consulent {who} {gemeente}")
            kanarie = f"Kanarie{who}{gemeente}"
            familie = make_familie(actor_of(medewerker), kanarie, straat=f"Straat{kanarie}")
            by = aanbieder.aanstellingen.get().organisatie if who == "een" else elders
            by.agb = f"4242{gemeente[2:]}" if who == "een" else f"5252{gemeente[2:]}"
            by.save()
            familie = give_help(actor_of(medewerker), familie, make_product(by))
            familie = decide_and_object(actor_of(medewerker), familie)
            familie = give_plan(actor_of(medewerker), familie)
            add_light(familie, gemeente)
            assign(actor_of(medewerker), mark(actor_of(medewerker), familie.casus))
            wereld.families[kanarie] = familie
            wereld.aanbieder = by.pk
            if who == "twee":
                wereld.weigeringen[gemeente] = refused(actor_of(medewerker), familie)
                escalated(familie.toewijzing, gemeente)
            if who == "een":
                wereld.verzoeken[gemeente] = make_verzoek(by, familie.kind, gemeente)
            wereld.wandelaars.append(
                Wandelaar(
                    *(medewerker.naam, rol, medewerker, gemeente, frozenset({kanarie})),
                    gezinnen=frozenset({familie.gezin}),
                    toewijzingen=frozenset({familie.toewijzing}),
                )
            )
        # Assen is there to be kept apart: a few roles are enough to look from there.
        for rol in rollen if gemeente == MIDDEN_DRENTHE else ENKELE_ROLLEN:
            medewerker = make_medewerker(rol, gemeente)
            # The zorgmakelaar meets the child for whom help was refused, and nobody else.
            met = frozenset({f"Kanarietwee{gemeente}"} if rol is Rol.ZORGMAKELAAR else ())
            wereld.wandelaars.append(
                Wandelaar(f"{rol} zonder gezin {gemeente}", rol, medewerker, gemeente, met)
            )
        given = f"Kanarieeen{gemeente}"
        wereld.wandelaars.append(
            Wandelaar(
                *(aanbieder.naam, Rol.AANBIEDER, aanbieder, gemeente, frozenset({given})),
                toewijzingen=frozenset({wereld.families[given].toewijzing}),
            )
        )
        _phoned(wereld, gemeente)
        _steered(wereld, gemeente)
        wereld.collegas[gemeente] = make_medewerker(Rol.CONTROLLER, gemeente, naam=f"Collega {gemeente}")
        wereld.wandelaars.append(_involved(wereld, Rol.POH_JEUGD, gemeente))
    wereld.wandelaars.append(_stale(wereld))
    wereld.wandelaars.append(_ended(wereld))
    wereld.wandelaars.append(_one_factor(wereld))
    for rol, soort in (
        (Rol.AANBIEDER, "aanbieder"),
        (Rol.POH_JEUGD, "huisartspraktijk"),
        (Rol.GECERTIFICEERDE_INSTELLING, "gecertificeerde_instelling"),
        (Rol.ZORGMAKELAAR, "regio"),
    ):
        wereld.wandelaars.append(
            Wandelaar(*(f"{rol} met een factor", rol, make_medewerker(rol, soort=soort)), tweede_factor=False)
        )
    wereld.wandelaars.append(Wandelaar("zonder rol", None, make_medewerker(None)))
    wereld.wandelaars.append(Wandelaar("anoniem", "anoniem", None))
    wereld.sessies = {wandelaar: sign_in_once(wandelaar) for wandelaar in wereld.wandelaars}
    return wereld


def _steered(wereld: Wereld, gemeente: str) -> None:
    """What this municipality plans, agrees and judges."""
    adviseur = make_actor(Rol.BELEIDSADVISEUR, gemeente)
    wereld.vergaderingen[gemeente] = ids_of(whole_meeting(gemeente))
    wereld.agendas[gemeente] = whole_agenda(adviseur, gemeente)
    wereld.agendas[gemeente]["besluit-principe"] = wereld.vergaderingen[gemeente]["actie-nieuw"]
    wereld.plannen[gemeente] = whole_plan(adviseur, gemeente)
    wereld.gebieden[gemeente] = whole_area(gemeente)
    wereld.agendas[gemeente] |= whole_proeftuin(adviseur, gemeente)
    wereld.agendas[gemeente] |= whole_risico(adviseur, gemeente)
    wereld.agendas[gemeente] |= whole_subsidie(adviseur, gemeente)
    wereld.rapportages[gemeente] = _reports(gemeente)
    wereld.escalaties[gemeente] = whole_escalatie(gemeente)
    judge(adviseur, gemeente=gemeente, toelichting=f"Concept{gemeente}")


def _phoned(wereld: Wereld, gemeente: str) -> None:
    """A first note and a doctor's referral, each about a child of this municipality whom nobody knows yet."""
    toegang = make_actor(Rol.GEDRAGSWETENSCHAPPER, gemeente)
    inhoud = NotitieInhoud(kind=f"Notitie{gemeente}", vraag=f"Notitie{gemeente}", telefoon="0593")
    wereld.notities[gemeente] = begin_notitie(by=toegang, inhoud=inhoud, formulier=uuid4())
    nieuw = NieuwVerwijsverzoek(
        gemeente, "02", date(2026, 1, 5), achternaam=f"Verwezen{gemeente}", geboortedatum=date(2014, 2, 28)
    )
    huisarts = make_medewerker(Rol.HUISARTS, gemeente, soort="huisartspraktijk")
    Organisatie.objects.filter(soort="huisartspraktijk", gemeenten=gemeente).update(agb=f"0101{gemeente[2:]}")
    wereld.verwijsverzoeken[gemeente] = open_route_b(by=actor_of(huisarts), nieuw=nieuw)


def _involved(wereld: Wereld, rol: Rol, gemeente: str) -> Wandelaar:
    """Somebody of another organisation who works with the first family of their municipality."""
    kanarie = f"Kanarieeen{gemeente}"
    familie = wereld.families[kanarie]
    medewerker = make_medewerker(rol, gemeente, naam=f"betrokken {rol} {gemeente}")
    involve(medewerker, familie.gezin, gemeente)
    return Wandelaar(
        medewerker.naam, rol, medewerker, gemeente, frozenset({kanarie}), frozenset({familie.gezin})
    )


def _stale(wereld: Wereld) -> Wandelaar:
    """Somebody of Assen who is still written down with a family of Midden-Drenthe: sees nothing of it."""
    medewerker = make_medewerker(Rol.JEUGDCONSULENT, ASSEN, naam="verhuisde consulent")
    involve(medewerker, wereld.families[f"Kanarieeen{MIDDEN_DRENTHE}"].gezin, MIDDEN_DRENTHE)
    return Wandelaar(medewerker.naam, Rol.JEUGDCONSULENT, medewerker, ASSEN)


def _ended(wereld: Wereld) -> Wandelaar:
    """Somebody whose work with a family is over."""
    medewerker = make_medewerker(Rol.JEUGDCONSULENT, naam="oud-betrokken consulent")
    gezin = wereld.families[f"Kanarieeen{MIDDEN_DRENTHE}"].gezin
    involve(medewerker, gezin, MIDDEN_DRENTHE, tot_datum=date(2021, 1, 1))
    return Wandelaar(medewerker.naam, Rol.JEUGDCONSULENT, medewerker)


def _one_factor(wereld: Wereld) -> Wandelaar:
    """Somebody with the right to see persons, signed in with a password alone."""
    medewerker = make_medewerker(Rol.JEUGDCONSULENT, naam="consulent met een factor")
    involve(medewerker, wereld.families[f"Kanarieeen{MIDDEN_DRENTHE}"].gezin, MIDDEN_DRENTHE)
    return Wandelaar(medewerker.naam, Rol.JEUGDCONSULENT, medewerker, tweede_factor=False)


def refused(by: Actor, familie: Familie) -> UUID:
    """The help of this family was refused outside the agreement, as the consulent heard on the phone."""
    found = {"by": by, "toewijzing_id": familie.toewijzing}
    register_gesprek(**found, gesprek=NieuwGesprek(vandaag(), "intake", "nee", "ja"))
    return refuse_toewijzing(**found, grond="geen-plek", toelichting="Alles zit vol.")


def involve(medewerker: Medewerker, gezin: UUID, gemeente: str, **days) -> None:
    """Writes an involvement, as an act does."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        Betrokkenheid.objects.create(
            medewerker=medewerker,
            gezin_id=gezin,
            gemeente_id=gemeente,
            **{"begindatum": date(2020, 1, 1)} | days,
        )


def add_light(familie: Familie, gemeente: str) -> None:
    """What the pages of light help and the future plan are about, with the name of the family in it."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        feit = {"gemeente_id": gemeente, "datum": vandaag(), "vastgelegd_at": nu(), "vastgelegd_door": "x"}
        Toekomstplan.objects.create(jeugdige_id=familie.kind, **feit)
        SchrijnendGeval.objects.create(
            jeugdige_id=familie.kind, jaar=vandaag().year, bedrag_cent=100, reden="klem", **feit
        )
        # At the organisation where the people of this walk work; what was handed over is taken already.
        hulp = LichteHulp.objects.create(
            jeugdige_id=familie.kind, soort="poh_jeugd", praktijk=make_organisatie(gemeente), **feit
        )
        overdracht = Overdracht.objects.create(
            lichte_hulp=hulp, casus_id=familie.casus, akkoord="ouder", gedeeld="slaapt slecht", **feit
        )
        OverdrachtOpname.objects.create(overdracht=overdracht, **feit)


def sign_in_once(wandelaar: Wandelaar) -> SimpleCookie:
    """What the browser of this person keeps: signing in takes longer than looking at a page."""
    client = Client()
    if wandelaar.medewerker is not None:
        sign_in(client, wandelaar.medewerker, tweede_factor=wandelaar.tweede_factor)
    return client.cookies


def client_of(wereld: Wereld, wandelaar: Wandelaar) -> Client:
    """A new browser in which this person is signed in."""
    client = Client(raise_request_exception=False)
    client.cookies = deepcopy(wereld.sessies[wandelaar])
    return client


def _delivery() -> int:
    """A delivery that came in."""
    return Aanlevering.objects.create(
        soort="kwb",
        bestandsnaam="kwb.csv",
        sha256="0" * 64,
        partner="CBS",
        aangeleverd_at=nu(),
        door="x",
        omvang=1,
        status="verwerkt",
    ).pk


def _publication() -> UUID:
    """Figures that were published."""
    rijen = [{"indicator": "wachttijd", "lezing": "x", "gebied": "GM1731", "gebiedsnaam": "Midden-Drenthe"}]
    rest = {"periode": "2025", "waarde": None, "eenheid": "dagen", "teller": None, "noemer": None}
    einde = {"status": "afgeschermd", "voorlopig": False, "klasse": "openbaar", "peildatum": None}
    rijen = [{**rij, **rest, **einde, "definitie_versie": "0" * 12} for rij in rijen]
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        return Publicatie.objects.create(
            naam="Wandeling",
            datum=vandaag(),
            vastgelegd_at=nu(),
            vastgelegd_door="x",
            rijen=rijen,
            vingerafdruk="0" * 64,
        ).pk


def _reports(gemeente: str) -> dict[str, UUID]:
    """Per page about a report one in the state that it needs."""
    wie = rapportwereld.make_schrijvers(gemeente)
    concept = rapportwereld.begin(wie, gemeente, "2025-K4")
    voorgelegd = rapportwereld.in_review(wie, gemeente, "2025-K3")
    klaar = rapportwereld.published(wie, gemeente, "2025-K2")
    return {
        **dict.fromkeys(("rapportage", "rapportage-hoofdstuk", "rapportage-indienen"), concept),
        **dict.fromkeys(("rapportage-teruggeven", "rapportage-publiceren"), voorgelegd),
        **dict.fromkeys(("rapportage-verbeteren", "rapportage-bestand"), klaar),
    }


def _wheel() -> tuple[UUID, str]:
    """A round that runs, and one of its links."""
    by = make_actor(Rol.REGIOMANAGER)
    ronde = prepare(by)
    return ronde, ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
