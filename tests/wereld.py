"""A small world for tests: municipalities, people in roles, and families, all made through the acts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import SimpleNamespace
from uuid import UUID, uuid4

from allauth.account.internal.flows.login import record_authentication

from koers.actions.kern.aanmelden import actor_for
from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid, register_gezin
from koers.actions.toegang.aanvragen import register_aanvraag
from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.bezwaren import register_bezwaar
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.plan.bewerken import add_onderdeel, start_plan
from koers.actions.toegang.plan.lezen import read_plan
from koers.actions.toegang.plan.vaststellen import settle_plan
from koers.actions.toegang.treden import register_trede
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.actor import Actor, systeemactor
from koers.domain.besluiten import NieuwBesluit, Toetsing
from koers.domain.ladder import VOORLIGGENDE_TREDEN, Trede
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.plan.onderdelen import Doel, Gehoord, Grootte, Woorden
from koers.domain.rollen import TOEGANG, Rol
from koers.exchange.tabellen.invoer import deliver
from koers.registers.kern.models import (
    Aanstelling,
    Beroepsregistratie,
    Gemeente,
    Gezinslid,
    Medewerker,
    Organisatie,
)
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Aanlevering
from koers.registers.toegang.models import Beschikking
from koers.registers.zorg.models import Contractproduct
from koers.web.kern.aanmelden import BACKEND

MIDDEN_DRENTHE, ASSEN = "GM1731", "GM0106"
NAMEN = {MIDDEN_DRENTHE: "Midden-Drenthe", ASSEN: "Assen"}


def make_gemeente(code: str) -> Gemeente:
    """The municipality, made once."""
    return Gemeente.objects.get_or_create(code=code, defaults={"naam": NAMEN.get(code, code)})[0]


def make_organisatie(gemeente: str, soort: str = "gemeente") -> Organisatie:
    """An organisation of a kind in a municipality, made once."""
    organisatie, _ = Organisatie.objects.get_or_create(
        naam=f"{soort} in {NAMEN.get(gemeente, gemeente)}", soort=soort
    )
    organisatie.gemeenten.add(make_gemeente(gemeente))
    return organisatie


def make_medewerker(
    rol: Rol | None,
    gemeente: str = MIDDEN_DRENTHE,
    *,
    naam: str = "",
    begindatum: date = date(2020, 1, 1),
    soort: str = "gemeente",
) -> Medewerker:
    """Somebody with this role at an organisation of this kind; without a role when `rol` is None."""
    naam = naam or f"{rol} te {NAMEN.get(gemeente, gemeente)}"
    medewerker = Medewerker.objects.create(gebruikersnaam=f"{rol}.{uuid4().hex[:8]}", naam=naam)
    if rol is not None:
        aanstelling = Aanstelling.objects.create(
            medewerker=medewerker,
            organisatie=make_organisatie(gemeente, soort),
            rol=rol.value,
            begindatum=begindatum,
        )
        aanstelling.gemeenten.add(make_gemeente(gemeente))
    if rol in TOEGANG:
        Beroepsregistratie.objects.create(
            medewerker=medewerker, register="SKJ", nummer="100000001", begindatum=date(2015, 1, 1)
        )
    return medewerker


def actor_of(medewerker: Medewerker, *, tweede_factor: bool = True) -> Actor:
    """The actor as a signed-in session would give it."""
    return actor_for(medewerker, gekozen=None, tweede_factor=tweede_factor)


def make_actor(rol: Rol | None, gemeente: str = MIDDEN_DRENTHE) -> Actor:
    """A new actor in this role."""
    return actor_of(make_medewerker(rol, gemeente))


@dataclass(frozen=True)
class Familie:
    """Ids of a family: child, parent, household with a secret address; and help, once it was asked for."""

    gezin: UUID
    kind: UUID
    ouder: UUID
    huishouden: UUID
    casus: UUID | None = None
    toewijzing: UUID | None = None
    besluit: UUID | None = None
    brief: UUID | None = None
    bezwaar: UUID | None = None
    plandeel: UUID | None = None
    onderdeel: UUID | None = None
    uitkomst: UUID | None = None


def make_familie(by: Actor, achternaam: str, *, straat: str = "Geheimstraat") -> Familie:
    """A child with one parent at a secret address, of which `by` is regisseur."""
    kind = NieuwPersoon(achternaam=achternaam, roepnaam="Kind", geboortedatum=date(2014, 2, 28))
    adres = NieuwAdres(straatnaam=straat, huisnummer=1, postcode="9411AB", plaatsnaam="Beilen", geheim="ja")
    gezin = register_gezin(by=by, jeugdige=kind, adres=adres, formulier=uuid4())
    child = Gezinslid.objects.get(gezin=gezin).persoon
    huishouden = child.huishoudens.get().huishouden_id
    ouder = add_gezinslid(
        by=by,
        gezin_id=gezin,
        lid=NieuwLid(
            persoon=NieuwPersoon(achternaam=achternaam, roepnaam="Ouder", geboortedatum=date(1985, 7, 1)),
            rol="ouder",
            plaats=Plaats(huishouden_id=huishouden),
            gezag_over=(child.pk,),
        ),
        formulier=uuid4(),
    )
    return Familie(gezin, child.pk, ouder, huishouden)


def make_aanlevering() -> int:
    """The id of a delivery, made once."""
    rij = Aanlevering.objects.first()
    if rij is None:
        by = systeemactor("toets", functionaris="controller van dienst")
        tekst = b"code;naam;provincie;jeugdregio\nGM0106;Assen;Drenthe;JZ04\n"
        soort = SoortAanlevering.GEMEENTEN
        return deliver(by=by, soort=soort, inhoud=tekst, bestandsnaam="gemeenten_2026.csv").id
    return rij.pk


def sign_in(client, medewerker: Medewerker, *, tweede_factor: bool = True) -> None:
    """Signs in as the session of somebody who used a second factor (or not)."""
    client.force_login(medewerker, backend=BACKEND)
    session = client.session
    request = SimpleNamespace(session=session)
    record_authentication(request, medewerker, method="password")
    if tweede_factor:
        record_authentication(request, medewerker, method="mfa", type="totp")
    session.save()


def give_plan(by: Actor, familie: Familie) -> Familie:
    """A light plan of the family, whole and settled, with the name of the family in its words."""
    start_plan(
        by=by,
        gezin_id=familie.gezin,
        jeugdigen=(familie.kind,),
        grootte=Grootte.LICHT,
        evaluatiedatum=vandaag() + timedelta(days=200),
    )
    beeld = read_plan(by=by, gezin_id=familie.gezin)
    samen, stem = (deel.id for deel in beeld.inhoud.delen[:2])
    things = {
        samen: (
            Woorden(f"Wij van {beeld.gezin} willen rust."),
            Doel("Rust aan tafel.", "oma", vandaag() + timedelta(days=90), jeugdigen=(familie.kind,)),
        ),
        stem: (Gehoord(familie.kind, True, vandaag(), "de consulent"),),
    }
    ids = [
        add_onderdeel(by=by, gezin_id=familie.gezin, deel_id=deel, inhoud=inhoud)
        for deel, found in things.items()
        for inhoud in found
    ]
    versie = read_plan(by=by, gezin_id=familie.gezin).versie
    settle_plan(by=by, gezin_id=familie.gezin, versie=versie)
    return replace(familie, plandeel=samen, onderdeel=ids[0])


def make_product(aanbieder: Organisatie, *, niveau: int = 5, code: str = "45A04") -> Contractproduct:
    """A contract product of a provider that holds since 2020."""
    return Contractproduct.objects.create(
        aanbieder=aanbieder,
        code=code,
        naam=f"Begeleiding {code}",
        categorie=code[:2],
        niveau=niveau,
        hulpvorm="02",
        taakveld="6.72a",
        eenheid="04",
        tarief_cent=9_500,
        inkoopregio="IR-NMD",
        begindatum=date(2020, 1, 1),
    )


TOETSING = (
    Toetsing("gebruikelijke-hulp", "nee"),
    Toetsing("bovengebruikelijke-hulp", "nee"),
    Toetsing("andere-wet", "nee"),
    Toetsing("hardheidsclausule", "nee"),
)


def granted(product: Contractproduct, datum: date | None = None, **more) -> NieuwBesluit:
    """A toekenning of this product from that day, or from today, with every rule answered."""
    datum = datum or vandaag()
    said = {"product": product.code, "ingangsdatum": datum, "bedrag_cent": 600_000}
    return NieuwBesluit(
        datum, toegekend=True, **said | {"toetsing": TOETSING, "principe": "normaliseren"} | more
    )


def rejected(datum: date | None = None, **more) -> NieuwBesluit:
    """An afwijzing of that day, or of today."""
    said = {"reden": "Het gezin redt het met hulp van de school.", "toetsing": TOETSING}
    return NieuwBesluit(datum or vandaag(), toegekend=False, **said | {"principe": "normaliseren"} | more)


def ask(by: Actor, casus_id: UUID, datum: date | None = None, gevraagd: str = "Kunt u ons helpen?") -> UUID:
    """An aanvraag comes in on that day, or today; the id of the casus."""
    register_aanvraag(by=by, casus_id=casus_id, datum=datum or vandaag(), gevraagd=gevraagd)
    return casus_id


def decide(by: Actor, casus_id: UUID, besluit: NieuwBesluit) -> UUID:
    """The aanvraag comes in, the ladder is walked, and the college decides, all on the day of the besluit."""
    ask(by, casus_id, besluit.datum)
    if besluit.toegekend:
        walk_ladder(by, casus_id, besluit.datum)
    return decide_besluit(by=by, casus_id=casus_id, besluit=besluit)


def walk_ladder(by: Actor, casus_id: UUID, datum: date | None = None) -> UUID:
    """Writes down for every step that it does not suffice, on this day or today; the id of the last."""
    ids = [
        register_trede(
            by=by,
            casus_id=casus_id,
            trede=Trede(trede, "helpt_deels", "Dit alleen is niet genoeg.", datum or vandaag()),
        )
        for trede in VOORLIGGENDE_TREDEN
    ]
    return ids[-1]


def decide_and_object(by: Actor, familie: Familie) -> Familie:
    """The college says no, the parent objects; and about the other casus an aanvraag is open."""
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="06")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    besluit = decide(by, casus, rejected())
    bezwaar = register_bezwaar(by=by, besluit_id=besluit, datum=vandaag(), wie="ouder")
    if familie.casus is not None:
        ask(by, familie.casus)
    brief = Beschikking.objects.get(besluit=besluit).pk
    return replace(familie, besluit=besluit, brief=brief, bezwaar=bezwaar)


def give_help(by: Actor, familie: Familie, product: Contractproduct, *, since: int = 0) -> Familie:
    """A doctor refers the child and help is given to the provider of this product, `since` days ago."""
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="02")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    toewijzing = assign_toewijzing(
        by=by,
        casus_id=casus,
        contractproduct_id=product.pk,
        ingangsdatum=vandaag() - timedelta(days=since),
    )
    stap = Trede(VOORLIGGENDE_TREDEN[0], "helpt_deels", "Dit alleen is niet genoeg.", vandaag())
    uitkomst = register_trede(by=by, casus_id=casus, trede=stap)
    return replace(familie, casus=casus, toewijzing=toewijzing, uitkomst=uitkomst)
