"""A small region that meets: two municipalities with people in every steering role, made through the acts."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from koers.actions.netwerk.besluiten import assign_actie, decide_agendapunt
from koers.actions.netwerk.vergaderbeelden import PuntBeeld
from koers.actions.netwerk.vergadering_lezen import read_punt
from koers.actions.netwerk.vergaderingen import add_agendapunt, plan_vergadering, send_agenda
from koers.actions.netwerk.verslagen import adopt_verslag, write_verslag
from koers.actions.netwerk.voorbereiden import (
    annotate_agendapunt,
    draft_standpunt,
    release_annotatie,
    share_standpunt,
)
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.vergadering import NieuwBesluit, NieuweActie, NieuweVergadering, NieuwPunt
from koers.registers.kern.models import Medewerker
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Agendapunt
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_gemeente, make_medewerker

BEIDE = frozenset({MIDDEN_DRENTHE, ASSEN})
DOSSIER, TAAK = "spoed4jeugd", "besluiten-over-projecten"
PUNT = NieuwPunt("besluiten", "beleidsoverleg", dossier=DOSSIER)


@dataclass
class Regio:
    """Everybody by name: "regiomanager", "wethouder GM1731", …"""

    mensen: dict[str, Medewerker] = field(default_factory=dict)

    def als(self, wie: str, gemeente: str = MIDDEN_DRENTHE) -> Actor:
        """Somebody as an actor."""
        return actor_of(self.mensen.get(wie) or self.mensen[f"{wie} {gemeente}"])


def make_regio() -> Regio:
    """A regiomanager of both, and in each an adviser, an alderman, a member of the council and so on."""
    regio = Regio()
    manager = make_medewerker(Rol.REGIOMANAGER, soort="regio", naam="De regiomanager")
    manager.aanstellingen.get().gemeenten.add(make_gemeente(ASSEN))
    regio.mensen["regiomanager"] = manager
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        for rol in (
            *(Rol.BELEIDSADVISEUR, Rol.WETHOUDER, Rol.RAADSLID, Rol.CONTROLLER, Rol.STUURGROEPLID),
            Rol.PRIVACY_OFFICER,
        ):
            regio.mensen[f"{rol} {gemeente}"] = make_medewerker(rol, gemeente)
    return regio


def plan(regio: Regio, *, dag: date | None = None, gemeenten: frozenset[str] = BEIDE) -> UUID:
    """A meeting of the ABO today, or on a day."""
    nieuw = NieuweVergadering("abo", dag or vandaag(), gemeenten, "Provinciehuis")
    return plan_vergadering(by=regio.als("regiomanager"), nieuw=nieuw)


def put(regio: Regio, vergadering: UUID, punt: NieuwPunt = PUNT) -> UUID:
    """An item on its agenda."""
    return add_agendapunt(by=regio.als("regiomanager"), vergadering_id=vergadering, nieuw=punt)


def send(regio: Regio, vergadering: UUID) -> UUID:
    """Its agenda goes out."""
    return send_agenda(by=regio.als("regiomanager"), vergadering_id=vergadering)


def prepare(regio: Regio, punt: UUID, tekst: str = "Dit moeten de leden weten.") -> None:
    """An adviser writes the annotation and releases it."""
    by = regio.als("beleidsadviseur")
    annotate_agendapunt(by=by, punt_id=punt, tekst=tekst, voorstel="Ga door tot 2028.")
    release_annotatie(by=by, punt_id=punt)


def share(regio: Regio, punt: UUID, gemeente: str, keuze: str = "voor", tekst: str = "Het werkt.") -> None:
    """An alderman says what the municipality thinks."""
    by = regio.als("wethouder", gemeente)
    draft_standpunt(by=by, punt_id=punt, keuze=keuze, tekst=tekst)
    share_standpunt(by=by, punt_id=punt)


def decision(**more) -> NieuwBesluit:
    """What was decided, unless it is said differently."""
    said = {
        "tekst": "Spoed4Jeugd gaat door tot 2028.",
        "taak": TAAK,
        "gebonden": BEIDE,
        "stemmen": {MIDDEN_DRENTHE: "voor", ASSEN: "tegen"},
        "raakt": frozenset({"jeugdoverleg", ASSEN}),
    }
    return NieuwBesluit(**(said | more))


def decide(regio: Regio, punt: UUID, **more) -> UUID:
    """The meeting decides."""
    return decide_agendapunt(by=regio.als("regiomanager"), punt_id=punt, nieuw=decision(**more))


def give_action(regio: Regio, besluit: UUID, *, gemeente: str = MIDDEN_DRENTHE, dagen: int = 30) -> UUID:
    """Somebody gets something to do."""
    nieuw = NieuweActie(
        "Het contract verlengen.", "de contractmanager", vandaag() + timedelta(dagen), gemeente
    )
    return assign_actie(by=regio.als("regiomanager"), besluit_id=besluit, nieuw=nieuw)


def decided(regio: Regio, *, dag: date | None = None, **more) -> tuple[UUID, UUID, UUID]:
    """A meeting with one item that was prepared and decided: ids of meeting, item and besluit."""
    vergadering = plan(regio, dag=dag)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    prepare(regio, punt)
    return vergadering, punt, decide(regio, punt, **more)


def whole_meeting(gemeente: str) -> UUID:
    """A meeting of this municipality alone, with a besluit, an action, and minutes that were settled."""
    alleen = frozenset({gemeente})
    manager, member = (make_actor(rol, gemeente) for rol in (Rol.REGIOMANAGER, Rol.WETHOUDER))
    vergadering = plan_vergadering(by=manager, nieuw=NieuweVergadering("abo", vandaag(), alleen))
    punt = add_agendapunt(by=manager, vergadering_id=vergadering, nieuw=PUNT)
    send_agenda(by=manager, vergadering_id=vergadering)
    nieuw = decision(
        gebonden=alleen,
        stemmen={gemeente: "voor"},
        raakt=frozenset({"jeugdoverleg"}),
        zonder_voorbereiding="Er was haast.",
    )
    besluit = decide_agendapunt(by=manager, punt_id=punt, nieuw=nieuw)
    doen = NieuweActie("Het contract verlengen.", "de contractmanager", vandaag(), gemeente)
    assign_actie(by=manager, besluit_id=besluit, nieuw=doen)
    write_verslag(by=manager, vergadering_id=vergadering, aanwezig="de wethouders", per_punt={})
    adopt_verslag(by=member, vergadering_id=vergadering)
    return vergadering


def ids_of(vergadering: UUID) -> dict[str, UUID]:
    """Name of a page about this meeting to the id in its address."""
    punt = Agendapunt.objects.get(vergadering=vergadering)
    besluit = punt.besluit
    return {
        **dict.fromkeys(
            (
                *("vergadering", "agendapunt-nieuw", "agenda-versturen", "vergadering-afgelasten"),
                *("verslag", "verslag-schrijven", "verslag-vaststellen", "verslag-pdf"),
            ),
            vergadering,
        ),
        **dict.fromkeys(("annotatie", "standpunt", "agendapunt-besluit", "agendapunt-sluiten"), punt.pk),
        "actie-nieuw": besluit.pk,
        "actie": besluit.acties.get().pk,
        "terugkoppeling": besluit.raakt.get().pk,
    }


def item(by: Actor, punt: UUID) -> PuntBeeld:
    """An item as somebody reads it."""
    return read_punt(by=by, punt_id=punt)[1]
