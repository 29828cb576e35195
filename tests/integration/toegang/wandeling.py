"""Walks every page as everybody and tells what they should not have met."""

import re
from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from datetime import date
from http.cookies import SimpleCookie
from itertools import product
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from koers.actions.toegang.notities import begin_notitie
from koers.actions.toegang.verwijsverzoeken import open_route_b
from koers.actions.zorg.acceptatie import NieuwGesprek, refuse_toewijzing, register_gesprek
from koers.domain.actor import Actor
from koers.domain.eerste_notitie import NotitieInhoud
from koers.domain.rollen import Rol
from koers.domain.vergadering import SCHRIJFT_STANDPUNT
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
from koers.registers.kern.models import Betrokkenheid, LogRegel, Medewerker, Persoon
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
from koers.registers.zorg.models import Toewijzing
from tests.agendawereld import OPGAVE, whole_agenda
from tests.contractwereld import escalated, typed
from tests.gebiedswereld import area_of, whole_area
from tests.integration.netwerk.keuzewereld import begin
from tests.integration.netwerk.wielwereld import ask, prepare
from tests.integration.sturing import rapportwereld
from tests.integration.toegang.verwacht import (
    ALLEEN_FORMULIER,
    DOORVERWIJZERS,
    MET_PERSONEN,
    NIET_BIJ_DEZE,
    PAGINAS,
    VAN_DE_GEMEENTE,
    VAN_EEN_ACCOUNT,
    VAN_EEN_AGENDA,
    VAN_EEN_BERICHT,
    VAN_EEN_BIJEENKOMST,
    VAN_EEN_CASUS,
    VAN_EEN_CONTRACT,
    VAN_EEN_DOSSIER,
    VAN_EEN_ESCALATIE,
    VAN_EEN_GEBIED,
    VAN_EEN_GEZIN,
    VAN_EEN_LEERBLAD,
    VAN_EEN_OORDEEL,
    VAN_EEN_OPGAVE,
    VAN_EEN_PLAN,
    VAN_EEN_PROEFTUIN,
    VAN_EEN_RAPPORTAGE,
    VAN_EEN_RISICO,
    VAN_EEN_SUBSIDIE,
    VAN_EEN_TOEWIJZING,
    VAN_EEN_VERGADERING,
    VAN_LICHTE_HULP,
)
from tests.landschapwereld import KNELPUNT, develop, improve, judge, whole_dossier, whole_escalatie
from tests.overgangswereld import assign, mark, whole_plan
from tests.proeftuinwereld import whole_proeftuin
from tests.risicowereld import whole_risico
from tests.subsidiewereld import whole_subsidie
from tests.vergaderwereld import ids_of, whole_meeting
from tests.verzoekwereld import make_verzoek, message_about
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

# What differs between two answers without telling anything: tokens, ids of forms, the address itself.
_VOLATILE = re.compile(r'(name="csrfmiddlewaretoken" value="[^"]+"|[0-9a-f]{8}-[0-9a-f-]{27}|nonce-\S+)')


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
    landschap: tuple[UUID, UUID] | None = None
    sessies: dict[Wandelaar, SimpleCookie] = field(default_factory=dict)


# What a municipality keeps to steer by, each piece with an id of its own.
VAN_EEN_STUK = VAN_EEN_AGENDA | VAN_EEN_PROEFTUIN | VAN_EEN_RISICO | VAN_EEN_SUBSIDIE
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
        wereld.vergaderingen[gemeente] = ids_of(whole_meeting(gemeente))
        wereld.agendas[gemeente] = whole_agenda(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente)
        wereld.agendas[gemeente]["besluit-principe"] = wereld.vergaderingen[gemeente]["actie-nieuw"]
        wereld.plannen[gemeente] = whole_plan(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente)
        wereld.gebieden[gemeente] = whole_area(gemeente)
        wereld.agendas[gemeente] |= whole_proeftuin(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente)
        wereld.agendas[gemeente] |= whole_risico(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente)
        wereld.agendas[gemeente] |= whole_subsidie(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente)
        wereld.rapportages[gemeente] = _reports(gemeente)
        wereld.escalaties[gemeente] = whole_escalatie(gemeente)
        judge(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente=gemeente, toelichting=f"Concept{gemeente}")
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


def _phoned(wereld: Wereld, gemeente: str) -> None:
    """A first note and a doctor's referral, each about a child of this municipality whom nobody knows yet."""
    toegang = make_actor(Rol.GEDRAGSWETENSCHAPPER, gemeente)
    inhoud = NotitieInhoud(kind=f"Notitie{gemeente}", vraag=f"Notitie{gemeente}", telefoon="0593")
    wereld.notities[gemeente] = begin_notitie(by=toegang, inhoud=inhoud, formulier=uuid4())
    nieuw = NieuwVerwijsverzoek(
        gemeente, "02", date(2026, 1, 5), achternaam=f"Verwezen{gemeente}", geboortedatum=date(2014, 2, 28)
    )
    huisarts = make_medewerker(Rol.HUISARTS, gemeente, soort="huisartspraktijk")
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


def light_ids(familie: Familie) -> dict[str, UUID]:
    """The ids that those addresses need; of a family that is not there, ids of nothing."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        found = {
            "plan": Toekomstplan.objects.filter(jeugdige=familie.kind),
            "geval": SchrijnendGeval.objects.filter(jeugdige=familie.kind),
            "licht": LichteHulp.objects.filter(jeugdige=familie.kind),
            "overdracht": Overdracht.objects.filter(casus=familie.casus),
            "toewijzing": Toewijzing.objects.filter(pk=familie.toewijzing),
        }
        return {naam: rows.values_list("pk", flat=True).first() or uuid4() for naam, rows in found.items()}


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


def names_of_pages() -> set[str]:
    """Every name in the address table."""
    return {naam for naam in get_resolver().reverse_dict if isinstance(naam, str)}


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


PER_GEMEENTE = {
    *("badkuip", "uitstroom", "wat-als", "wat-als-terugkijken", "wat-als-doel", "wat-als-scenarios"),
    *(
        "wat-als-capaciteit",
        "wat-als-grootboek",
        "wat-als-bewaren",
        "zorglandschap",
        "zorglandschap-tabel",
        "themas-tabel",
        "themas-thema",
    ),
    *("themas-gemeente", "themas-ronde", "themas-stem", "themas-stem-intrekken", "themas-besluit"),
}


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


VAN_EEN_BESLUIT = ("besluit", "besluit-verbeteren", "besluit-intrekken", "bezwaar-nieuw")


def address(naam: str, familie: Familie, wereld: Wereld, gemeente: str = MIDDEN_DRENTHE) -> str:
    """The address of a page; pages about a family or a colleague get this one."""
    collega = wereld.collegas[gemeente]
    vast = {
        "regio-gemeente": ["GM1731"],
        "regio-tabel": ["csv"],
        "indicator": ["aandeel-specialistisch"],
        "indicator-tabel": ["aandeel-specialistisch", "csv"],
        "indicator-intern-tabel": ["aandeel-specialistisch", "csv"],
        "indicator-intern": ["aandeel-specialistisch"],
        **{naam: [gemeente] for naam in PER_GEMEENTE},
        "wat-als-intrekken": [gemeente, uuid4()],
        "vergelijken-tabel": ["csv"],
        "publicatie": [wereld.publicatie],
        "api-publicatie": [wereld.publicatie],
        "api-indicator": ["aandeel-specialistisch"],
        "api-cijfers": ["aandeel-specialistisch"],
        "api-onbekend": ["iets"],
        "publicatie-tabel": [wereld.publicatie, "csv"],
        "themas-tabel": [gemeente, "csv"],
        "zorglandschap-tabel": [gemeente, "csv"],
        "themas-thema": [gemeente, "bestaanszekerheid"],
        "beleid-soort": ["normen"],
        "aanlevering": [wereld.aanlevering],
        **{
            naam: [wereld.wielronde]
            for naam in ("wiel-ronde", "wiel-stellingen", "wiel-uitnodigen", "wiel-sluiten")
        },
        "wiel-antwoord": [wereld.wiellink],
        **{f"scenariokeuze{wat}": [wereld.scenariokeuze] for wat in ("", "-uren", "-inbreng", "-besluit")},
        "school-intrekken": [uuid4()],
        "persoon": [familie.gezin, familie.kind],
        "persoon-bsn": [familie.gezin, familie.kind],
        "wonen": [familie.gezin, familie.kind],
        "woonplek-einde": [familie.gezin, familie.kind, familie.huishouden],
        "personen-vergelijken": [familie.gezin, familie.kind, familie.ouder],
        "samenvoeging-ongedaan": [familie.gezin, familie.kind, uuid4()],
        "adres-openen": [familie.gezin, familie.huishouden],
        "adres-afschermen": [familie.gezin, familie.huishouden],
        "aanvraag-stap": [familie.casus, "later-beslissen"],
        "bezwaar-uitkomst": [familie.besluit, familie.bezwaar],
        "brief-stap": [familie.besluit, familie.brief],
        "brief": [familie.brief],
        **{naam: [wereld.aanbieder] for naam in ("contract-aanbieder", "locatie-nieuw")},
        **{naam: [wereld.contract] for naam in ("contract", "contractproduct-nieuw", "contract-einde")},
        **{naam: [wereld.contractproduct] for naam in ("tarief-wijzigen", "contractproduct-einde")},
        **{naam: [familie.besluit] for naam in VAN_EEN_BESLUIT},
        "plan-versie": [familie.gezin, 1],
        "plan-lezers": [familie.gezin, familie.plandeel],
        "plan-onderdeel-nieuw": [familie.gezin, familie.plandeel, "doel"],
        "plan-onderdeel": [familie.gezin, familie.onderdeel],
        "plan-stap": [familie.gezin, familie.onderdeel, "gedaan"],
    }
    for here in VAN_DE_GEMEENTE:
        vast[here] = [_of_gemeente(here, wereld)[gemeente]]
    vast["verwijsverzoek-werk"] = [*vast["verwijsverzoek"], "woonplaats"]
    vast |= _of_sturing(wereld, gemeente)
    # Asked of the database, so only for these pages.
    if naam in VAN_EEN_BERICHT:
        vast[naam] = [message_about(familie.toewijzing)]
    if naam == "aanstelling-einde":
        vast[naam] = [collega.pk, collega.aanstellingen.get().pk]
    if naam in vast:
        return reverse(naam, args=vast[naam])
    if naam in VAN_EEN_ACCOUNT:
        return reverse(naam, args=[collega.pk])
    if naam not in VAN_EEN_GEZIN:
        return reverse(naam)
    if naam == "trede-verbeteren":
        return reverse(naam, args=[familie.casus, familie.uitkomst])
    return reverse(naam, args=[_of_family(naam, familie)])


def _of_sturing(wereld: Wereld, gemeente: str) -> dict[str, list[object]]:
    """What the addresses of meetings, the agenda and reports name."""
    rapportages, gebieden = wereld.rapportages[gemeente], wereld.gebieden[gemeente]
    dossier, vraag = wereld.landschap or (None, None)
    return {
        **{naam: [dossier] for naam in VAN_EEN_DOSSIER},
        "landschap-antwoord": [vraag],
        **{naam: [wereld.vergaderingen[gemeente][naam]] for naam in VAN_EEN_VERGADERING},
        **{naam: [wereld.agendas[gemeente][naam]] for naam in VAN_EEN_STUK},
        **{naam: [wereld.contract] for naam in VAN_EEN_CONTRACT},
        **{naam: [wereld.plannen[gemeente][naam]] for naam in VAN_EEN_PLAN},
        **{naam: [OPGAVE] for naam in VAN_EEN_OPGAVE},
        **{naam: [area_of(gemeente)] for naam in VAN_EEN_GEBIED},
        **{naam: [gebieden[naam]] for naam in VAN_EEN_BIJEENKOMST},
        **{naam: [gebieden["kenniscafe"]] for naam in VAN_EEN_LEERBLAD},
        "leerblad-nieuw": ["kenniscafe"],
        "bijdrage": [gebieden["bijdrage"], gebieden["partner"]],
        **{naam: [rapportages[naam]] for naam in VAN_EEN_RAPPORTAGE},
        "rapportage-hoofdstuk": [rapportages["rapportage-hoofdstuk"], "hoofdlijn"],
        "rapportage-bestand": [rapportages["rapportage-bestand"], "html"],
        "rapportagesjabloon": [gemeente, "jaarrapportage"],
        **{naam: [wereld.escalaties[gemeente]] for naam in VAN_EEN_ESCALATIE},
        "escalatie-stap": [wereld.escalaties[gemeente], "wethouder"],
        **{naam: [wereld.ontwikkeling] for naam in ("ontwikkeling", "ontwikkeling-stand")},
        "oordeellijst": ["knelpunten"],
        **{naam: list(KNELPUNT) for naam in VAN_EEN_OORDEEL},
        "verbetering": [wereld.verbetering],
    }


def _of_gemeente(naam: str, wereld: Wereld) -> dict[str, UUID]:
    """What the address of this page names, per municipality."""
    if naam.startswith("verzoek"):
        return wereld.verzoeken
    if naam.startswith(("weigering", "zorgmakelaar", "antwoord-escalatie")):
        return wereld.weigeringen
    return wereld.notities if "notitie" in naam else wereld.verwijsverzoeken


def _of_family(naam: str, familie: Familie) -> UUID | None:
    """Which id of a family the address of this page names."""
    if naam in VAN_EEN_CASUS or naam == "ervaring-nieuw":
        return familie.casus
    if naam in VAN_EEN_TOEWIJZING:
        return familie.toewijzing
    if naam in VAN_LICHTE_HULP:
        return light_ids(familie)[VAN_LICHTE_HULP[naam]]
    return familie.gezin


def same_text(een: bytes, ander: bytes) -> bool:
    """Whether two pages tell the same."""
    return _VOLATILE.sub("", een.decode()) == _VOLATILE.sub("", ander.decode())


ZOEKEN, FORMULIEREN = "zoekvragen", "formulieren"
# Pages about one municipality: open to its own people only.
EIGEN_GEMEENTE = (
    VAN_EEN_ACCOUNT
    | VAN_DE_GEMEENTE
    | VAN_EEN_VERGADERING
    | VAN_EEN_STUK
    | VAN_EEN_PLAN
    | VAN_EEN_BIJEENKOMST
    | VAN_EEN_GEBIED
    | VAN_EEN_LEERBLAD
    | VAN_EEN_RAPPORTAGE
    | VAN_EEN_ESCALATIE
    | PER_GEMEENTE
    | {"rapportagesjabloon"}
)
ALLES = (*PAGINAS, *ALLEEN_FORMULIER, ZOEKEN, FORMULIEREN)


def walk(wereld: Wereld, eerst: Collection[str] = ()) -> Iterator[str]:
    """Everything that somebody met and should not have, or could not reach and should have: on every page,
    by searching, and with forms that nobody could have been given.

    `eerst`: what to begin with. The order changes nothing but how soon something is met.
    """
    clients = clients_of(wereld)
    for naam in sorted(ALLES, key=lambda naam: naam not in eerst):
        yield from walk_part(wereld, naam, clients)


def clients_of(wereld: Wereld) -> list[tuple[Wandelaar, Client]]:
    """Everybody with a browser of their own."""
    return [(wandelaar, client_of(wereld, wandelaar)) for wandelaar in wereld.wandelaars]


def walk_part(wereld: Wereld, naam: str, clients: Iterable[tuple[Wandelaar, Client]]) -> Iterator[str]:
    """One page by everybody; or ZOEKEN, or FORMULIEREN."""
    if naam == FORMULIEREN:
        yield from crafted_posts(wereld)
        return
    if naam == ZOEKEN:
        for wandelaar, client in clients:
            yield from _search(wereld, wandelaar, client)
        return
    # Who should be stopped first: they are quick, and meet most of what a slip lets through.
    for wandelaar, client in sorted(clients, key=lambda pair: _turn(pair[0], naam)):
        yield from _visit(wereld, wandelaar, client, naam)


def _turn(wie: Wandelaar, naam: str) -> int:
    if wie.rol not in _who(naam):
        return 0
    return 1 + wie.tweede_factor


def _visit(wereld: Wereld, wie: Wandelaar, client: Client, naam: str) -> Iterator[str]:
    families = list(wereld.families.values()) if naam in VAN_EEN_GEZIN else [*wereld.families.values()][:1]
    if wie.rol not in _who(naam):
        families = families[
            :1
        ]  # who may not open the page at all is stopped before anybody asks which family
    gemeenten = wereld.collegas if naam in EIGEN_GEMEENTE else [MIDDEN_DRENTHE]
    for familie, gemeente in product(families, gemeenten):
        answer = client.get(address(naam, familie, wereld, gemeente))
        if answer.status_code not in (allowed := _expected(wie, naam, familie, gemeente)):
            yield f"{wie.naam} on {naam}: {answer.status_code}, expected one of {sorted(allowed)}"
        yield from _canaries(wereld, wie, naam, answer.content.decode(errors="replace"))
        if naam in VAN_EEN_GEZIN and wie.rol in _who(naam) and answer.status_code == 404:
            nobody = Familie(*(uuid4() for _ in fields(Familie)))
            if not same_text(answer.content, client.get(address(naam, nobody, wereld)).content):
                yield f"{wie.naam} can tell on {naam} that the family exists"


def _who(naam: str) -> frozenset:
    return PAGINAS.get(naam) or ALLEEN_FORMULIER[naam]


def _expected(wie: Wandelaar, naam: str, familie: Familie, gemeente: str) -> set[int]:
    """The answers that are right for a GET by this person."""
    if wie.rol not in _who(naam):
        return {302} if wie.rol == "anoniem" else {404}
    if not wie.tweede_factor and naam in MET_PERSONEN:
        return {302}
    if naam in ALLEEN_FORMULIER:
        return {405}
    return _about(naam) if _theirs(wie, naam, familie, gemeente) else {404}


def _theirs(wie: Wandelaar, naam: str, familie: Familie, gemeente: str) -> bool:
    """Whether the page is about somebody with whom this person works."""
    if naam in VAN_EEN_BERICHT and wie.rol is Rol.FUNCTIONEEL_BEHEERDER:
        return gemeente == wie.gemeente
    if naam in VAN_EEN_TOEWIJZING | VAN_EEN_BERICHT:
        return familie.toewijzing in wie.toewijzingen
    if naam in VAN_EEN_GEZIN:
        return familie.gezin in wie.gezinnen
    return naam not in EIGEN_GEMEENTE or gemeente == wie.gemeente


def _about(naam: str) -> set[int]:
    """The answers of a page that is open to who asks."""
    if naam in {
        "school-intrekken",
        "regio-gemeente",
        "thema-css",
        "regio-tabel",
        "indicator-tabel",
        "indicator-intern-tabel",
        "api-cijfers",
        "api-onbekend",
    }:
        return {200, 404}  # there are no figures, no own theme and no groups in this small world
    if naam == "bijdrage":
        return {200, 404}  # who works at another partner writes for that one
    if naam == "triage":
        return {409}  # a doctor referred these children: nobody of the toegang judges that again
    if naam in NIET_BIJ_DEZE:
        return {200, 409}
    return {200, 302} if naam in DOORVERWIJZERS else {200}


def _canaries(wereld: Wereld, wie: Wandelaar, waar: str, text: str) -> Iterator[str]:
    for gemeente in wereld.notities:
        secret = f"Notitie{gemeente}" in text or f"Verwezen{gemeente}" in text
        may = wie.gemeente == gemeente and wie.rol in {*PAGINAS["verwijsverzoeken"], Rol.HUISARTS}
        if secret and not may:
            yield f"{wie.naam} met a question of {gemeente} on {waar}"
    for gemeente in wereld.escalaties:
        may = wie.gemeente == gemeente and wie.rol in SCHRIJFT_STANDPUNT
        if f"Concept{gemeente}" in text and not may:
            yield f"{wie.naam} met what {gemeente} only drafted on {waar}"
    for kanarie in wereld.families:
        if kanarie in text and (kanarie not in wie.kanaries or f"Straat{kanarie}" in text):
            yield f"{wie.naam} met {kanarie} on {waar}"


def _search(wereld: Wereld, wie: Wandelaar, client: Client) -> Iterator[str]:
    """Search is a road of its own: ask for every canary, and look for the count too."""
    if wie.rol not in PAGINAS["zoeken"]:
        return
    for kanarie in wereld.families:
        text = client.post(reverse("zoeken"), {"zoek": kanarie}).content.decode()
        links = sum(f"/gezinnen/{familie.gezin}/" in text for familie in wereld.families.values())
        if links and kanarie not in wie.kanaries:
            yield f"{wie.naam} found {kanarie} by searching"


def crafted_posts(wereld: Wereld) -> Iterator[str]:
    """Forms that nobody could have been given: other people's families, children and households."""
    for wie in wereld.wandelaars:
        if wie.rol not in ENKELE_ROLLEN:
            continue
        client = client_of(wereld, wie)
        yield from _used_form(wereld, wie, client)
        for kanarie, familie in wereld.families.items():
            mine = familie.gezin in wie.gezinnen and wie.rol in ALLEEN_FORMULIER["adres-openen"]
            answer = client.post(address("adres-openen", familie, wereld), {"reden": "huisbezoek"})
            if mine != (f"Straat{kanarie}" in answer.content.decode()):
                yield f"{wie.naam} opened the address of {kanarie}: {answer.status_code}"
            if not mine:
                yield from _nested(wereld, wie, client, familie)


def _nested(wereld: Wereld, wie: Wandelaar, client: Client, other: Familie) -> Iterator[str]:
    """An own family in the address, with a child or household of another one inside the form."""
    for own in (f for f in wereld.families.values() if f.gezin in wie.gezinnen):
        answer = client.post(
            address("adres-openen", replace(own, huishouden=other.huishouden), wereld),
            {"reden": "huisbezoek"},
        )
        if "StraatKanarie" in answer.content.decode():
            yield f"{wie.naam} opened another household through an own family"
        for sneak in ({"gezag_over": [str(other.kind)]}, {"huishouden": str(other.huishouden)}):
            form = {
                "rol": "ouder",
                "achternaam": "Slinks",
                "geslacht": "O",
                "bsn_status": "geen",
                "geheim": "nee",
            }
            client.post(
                address("gezinslid-nieuw", own, wereld), form | sneak | {"formulier_id": str(uuid4())}
            )
    if Persoon.objects.filter(achternaam="Slinks").exists():
        yield f"{wie.naam} slipped somebody into another family"


def _used_form(wereld: Wereld, wie: Wandelaar, client: Client) -> Iterator[str]:
    """The id of somebody else's sent form must not lead to their family."""
    for familie in (f for f in wereld.families.values() if f.gezin not in wie.gezinnen):
        used = LogRegel.objects.filter(onderwerp_id=str(familie.gezin), formulier_id__isnull=False).first()
        form = {"achternaam": "Slinks", "geslacht": "O", "bsn_status": "ongeboren", "geheim": "nee"}
        answer = client.post(reverse("gezin-nieuw"), form | {"formulier_id": str(used.formulier_id)})
        if str(familie.gezin) in answer.headers.get("Location", ""):
            yield f"{wie.naam} was led to another family by a used form"
