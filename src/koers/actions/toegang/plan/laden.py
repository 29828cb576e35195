"""From rows to what the rules of a plan are about. Only inside an act."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor
from koers.actions.kern.een_persoon import one_among
from koers.authorization.zicht import visible_plannen
from koers.domain.actor import Actor
from koers.domain.plan.familiegroepsplan import Groepsplanstap
from koers.domain.plan.familiegroepsplan import Stap as GroepsplanStap
from koers.domain.plan.onderdelen import Deel, DeelSoort, Grootte, Onderdeel, PlanInhoud
from koers.domain.plan.opslag import decode, decode_plan
from koers.domain.plan.verschil import difference
from koers.domain.plan.zicht import GeheimAdres, Omstandigheden
from koers.domain.toestemming import Antwoord, Betrokkene, Gezegd, Toestemmingsstand, consent
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezag, Gezinslid, Huishoudenlid, Ouderschap, Persoon
from koers.registers.toegang.models import (
    FamiliegroepsplanStap,
    Plan,
    PlanDeel,
    PlanOnderdeel,
    PlanToestemming,
    PlanVersie,
    PlanVraag,
)


def get_plan(by: Actor, gezin_id: UUID, today: date) -> Plan:
    """The plan of this gezin: the open one, or else the one that was closed last. Refused: niet_gevonden."""
    found = visible_plannen(by, today).filter(gezin_id=gezin_id).select_related("gezin")
    plan = found.filter(tot_datum__isnull=True).first() or found.order_by("-tot_datum", "pk").first()
    if plan is None:
        raise Refused("niet_gevonden")
    return plan


def concept(plan: Plan) -> PlanInhoud:
    """The plan as it is being worked on."""
    things: dict[UUID, list[Onderdeel]] = {}
    rows = PlanOnderdeel.objects.filter(deel__plan=plan, weg=False).order_by("aangemaakt_at", "pk")
    for row in rows:
        things.setdefault(row.deel_id, []).append(Onderdeel(row.pk, decode(row.soort, row.inhoud)))
    return PlanInhoud(
        grootte=Grootte(plan.grootte),
        jeugdigen=children_of(plan),
        evaluatiedatum=plan.evaluatiedatum,
        delen=tuple(part(row, things.get(row.pk, ())) for row in parts_of(plan)),
    )


def children_of(plan: Plan) -> tuple[UUID, ...]:
    """The named children, eldest first."""
    rows = plan.jeugdigen.order_by("jeugdige__geboortedatum", "pk")
    if plan.tot_datum is None:
        rows = rows.filter(tot_datum__isnull=True)
    return tuple(rows.values_list("jeugdige_id", flat=True))


def parts_of(plan: Plan) -> list[PlanDeel]:
    """The parts in the order in which people read: of all, children, homes, organisations."""
    order = [soort.value for soort in DeelSoort]
    return sorted(plan.delen.select_related("organisatie"), key=lambda row: (order.index(row.soort), row.pk))


def part(row: PlanDeel, onderdelen: Iterable[Onderdeel] = ()) -> Deel:
    """A part with these things in it."""
    return Deel(
        id=row.pk,
        soort=DeelSoort(row.soort),
        onderdelen=tuple(onderdelen),
        jeugdige=row.jeugdige_id,
        huishouden=row.huishouden_id,
        organisatie=row.organisatie_id,
    )


def versions(plan: Plan) -> list[PlanVersie]:
    """Settled versions, oldest first."""
    return list(PlanVersie.objects.filter(plan=plan).order_by("nummer"))


def state_of(plan: Plan) -> str:
    """Where the plan stands, worked out from what there is."""
    if plan.tot_datum is not None:
        return "afgesloten"
    last = PlanVersie.objects.filter(plan=plan).order_by("-nummer").first()
    if last is None:
        return "concept"
    return "in_herziening" if difference(decode_plan(last.inhoud), concept(plan)) else "vastgesteld"


def offer_of(plan: Plan) -> list[Groepsplanstap]:
    """What happened with the familiegroepsplan, oldest first."""
    rows = FamiliegroepsplanStap.objects.current().filter(plan=plan, ingetrokken=False)
    return [
        Groepsplanstap(GroepsplanStap(row.stap), row.datum, row.grond, row.reden)
        for row in rows.order_by("datum", "vastgelegd_at", "pk")
    ]


def people_of(plan: Plan) -> set[UUID]:
    """Named children, members of the gezin, and parents or holders of gezag outside it."""
    kinderen = children_of(plan)
    leden = Gezinslid.objects.filter(gezin_id=plan.gezin_id, tot_datum__isnull=True)
    ouders = Ouderschap.objects.filter(jeugdige__in=kinderen).values_list("ouder_id", flat=True)
    gezag = Gezag.objects.filter(jeugdige__in=kinderen, tot_datum__isnull=True)
    return {
        *kinderen,
        *leden.values_list("persoon_id", flat=True),
        *ouders,
        *gezag.values_list("houder_id", flat=True),
    }


def circumstances(plan: Plan, today: date) -> Omstandigheden:
    """What holds today about the people of this plan."""
    kinderen = betrokkenen(children_of(plan), today)
    lives: dict[UUID, set[UUID]] = {}
    secret: dict[UUID, GeheimAdres] = {}
    people = people_of(plan)
    one = one_among(people)
    homes = Huishoudenlid.objects.on(today).filter(persoon__in=people).select_related("huishouden")
    for row in homes:
        lives.setdefault(one.kept(row.persoon_id), set()).add(row.huishouden_id)
        if row.huishouden.is_geheim:
            secret[row.huishouden_id] = GeheimAdres(row.huishouden.straatnaam, row.huishouden.postcode)
    parents: dict[UUID, set[UUID]] = {kind: set(een.gezag) for kind, een in kinderen.items()}
    for kind, ouder in Ouderschap.objects.filter(jeugdige__in=kinderen).values_list(
        "jeugdige_id", "ouder_id"
    ):
        parents[kind].add(one.kept(ouder))
    delen = list(plan.delen.all())
    return Omstandigheden(
        jeugdigen=kinderen,
        woont={wie: frozenset(huizen) for wie, huizen in lives.items()},
        geheim=secret,
        ouders={kind: frozenset(wie) for kind, wie in parents.items()},
        today=today,
        gedeeld=_shared(plan, kinderen, today),
        gevraagd=frozenset(
            one.kept(wie)
            for wie in PlanVraag.objects.current()
            .filter(plan=plan, soort="hoofdzaken", ingetrokken=False)
            .values_list("persoon_id", flat=True)
        ),
        vrijgegeven=frozenset((deel.pk, one.kept(UUID(wie))) for deel in delen for wie in deel.vrijgegeven),
        achtergehouden=frozenset(
            (deel.pk, one.kept(UUID(wie))) for deel in delen for wie in deel.achtergehouden
        ),
    )


def betrokkenen(kinderen: Iterable[UUID], today: date) -> dict[UUID, Betrokkene]:
    """The children with who holds gezag over them today; who was written down twice holds it once."""
    ids = list(kinderen)
    gezag: dict[UUID, set[UUID]] = {}
    rows = list(Gezag.objects.on(today).filter(jeugdige__in=ids).values_list("jeugdige_id", "houder_id"))
    one = one_among(houder for _, houder in rows)
    for kind, houder in rows:
        gezag.setdefault(kind, set()).add(one.kept(houder))
    born = dict(Persoon.objects.filter(pk__in=ids).values_list("pk", "geboortedatum"))
    return {kind: Betrokkene(kind, born[kind], frozenset(gezag.get(kind, ()))) for kind in ids}


Ontvanger = UUID | None


def consents(plan: Plan, today: date) -> dict[tuple[UUID, Ontvanger], Toestemmingsstand]:
    """How consent stands per child: to help (receiver None), and to sharing with each receiver."""
    kinderen = betrokkenen(children_of(plan), today)
    one = one_among(people_of(plan))
    said: dict[tuple[UUID, Ontvanger], list[Gezegd]] = {(kind, None): [] for kind in kinderen}
    rows = PlanToestemming.objects.current().filter(plan=plan, jeugdige__in=kinderen, ingetrokken=False)
    for row in rows.order_by("datum", "vastgelegd_at", "pk"):
        key = (row.jeugdige_id, row.organisatie_id or (row.ontvanger_id and one.kept(row.ontvanger_id)))
        gever = row.gever_id and one.kept(row.gever_id)
        said.setdefault(key, []).append(Gezegd(Antwoord(row.antwoord), gever))
    return {
        (kind, receiver): consent(kinderen[kind], gezegd, today, delen=receiver is not None)
        for (kind, receiver), gezegd in said.items()
    }


def _shared(plan: Plan, kinderen: dict[UUID, Betrokkene], today: date) -> frozenset[tuple[UUID, UUID]]:
    return frozenset(
        (kind, receiver)
        for (kind, receiver), stand in consents(plan, today).items()
        if receiver is not None and stand.in_orde and kind in kinderen
    )


def note_people(plan: Plan, spoor: Spoor, *, touched: bool = False) -> None:
    """The log knows whose plan this was, and that the act was about this plan."""
    spoor.onderwerp("plan", plan.pk)
    leden = Gezinslid.objects.filter(gezin_id=plan.gezin_id, tot_datum__isnull=True)
    for persoon in {*children_of(plan), *leden.values_list("persoon_id", flat=True)}:
        (spoor.touched if touched else spoor.seen)(persoon, plan.gemeente_id)
