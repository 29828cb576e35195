"""May they see it? The third question: filters in SQL on the queryset, never record by record.

Each filter starts from nothing: a role that is not named sees none.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from koers.domain.actor import Actor, ActorSoort
from koers.domain.eerste_notitie import GEVEN_DOOR
from koers.domain.leiding import VERWIJZER_VAN_ROL
from koers.domain.rollen import CONTRACTBEHEER, LICHTE_HULP, OP_SCHOOL, STURING, TOEGANG, Rol
from koers.domain.routes import MEDISCH
from koers.domain.scenario import ZIET_WAT_ALS
from koers.domain.themas import ZIET_THEMAS
from koers.domain.verwijsverzoeken import DIENT_IN, route_of_rol
from koers.domain.wiel import GESLOTEN
from koers.registers.kern.models import (
    Aanstelling,
    Bericht,
    Berichtregel,
    Betrokkenheid,
    Gezin,
    Gezinslid,
    LogBetrokkene,
    LogRegel,
    Medewerker,
    Organisatie,
    Regisseurschap,
    Samenvoeging,
    Vervanging,
)
from koers.registers.monitor.models import Themaronde
from koers.registers.netwerk.models import Scenariokeuze, WielRonde
from koers.registers.prognose.models import Scenario, Uitgave
from koers.registers.toegang.models import (
    Casus,
    EersteNotitie,
    LichteHulp,
    Overdracht,
    Overgang,
    Plan,
    SchoolWerk,
    SchrijnendBudget,
    SchrijnendGeval,
    Toekomstplan,
    Verwijsverzoek,
)
from koers.registers.zorg.models import (
    AcceptatieStap,
    AntwoordEscalatie,
    Toewijzing,
    TrajectStap,
    Verzoek,
    ZorgmakelaarStap,
)

ZIET_GEZINNEN = TOEGANG | LICHTE_HULP
MET_PLANDEEL = frozenset({Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING})
# Kinds of organisation where a ZAT, a group or advice can be.
PLEKKEN = ("school", "kinderopvang", "welzijn", "ggd")


def visible_gezinnen(by: Actor, today: date) -> QuerySet[Gezin]:
    """Families of the actor's own municipalities with which the actor works today."""
    if by.rol not in ZIET_GEZINNEN:
        return Gezin.objects.none()
    mine = RawSQL(*_ids_of_own_gezinnen(by.id, today))  # noqa: S611 (composed by the ORM itself)
    return Gezin.objects.filter(pk__in=mine, gemeente__in=by.gemeenten)


@lru_cache(maxsize=1_000)
def _ids_of_own_gezinnen(medewerker: str, today: date) -> tuple[str, tuple[object, ...]]:
    """The SQL of their ids, with its parameters. Every act asks it, often more than once, and to compose
    it takes longer than to run it."""
    working, leading, standing_in = (
        model.objects.on(today).filter(medewerker_id=medewerker).order_by().values("gezin")
        for model in (Betrokkenheid, Regisseurschap, Vervanging)
    )
    # One list of ids: with more of them SQLite walks along every family of the municipality.
    return working.union(leading, standing_in).query.sql_with_params()


def visible_zonder_regie(by: Actor, today: date) -> QuerySet[Gezin]:
    """Families of the own municipalities that are worked with and have not exactly one regisseur.

    Everybody of the toegang sees that they are there, so that somebody takes them; what is in them stays
    with who works there. Whoever has no account or no role any more is no regisseur.
    """
    if by.rol not in TOEGANG:
        return Gezin.objects.none()
    at_work = Aanstelling.objects.on(today).filter(medewerker__is_active=True).values("medewerker")
    leading = Regisseurschap.objects.on(today).filter(gemeente__in=by.gemeenten, medewerker__in=at_work)
    one = leading.values("gezin").annotate(aantal=Count("pk")).filter(aantal=1)
    ever = Regisseurschap.objects.filter(gemeente__in=by.gemeenten, begindatum__lte=today)
    working = Betrokkenheid.objects.on(today).filter(gemeente__in=by.gemeenten)
    worked_with = ever.values("gezin").union(working.values("gezin"))
    return Gezin.objects.filter(pk__in=worked_with, gemeente__in=by.gemeenten).exclude(
        pk__in=one.values("gezin")
    )


def visible_jeugdigen(by: Actor, today: date) -> QuerySet[Gezinslid]:
    """Memberships of the children of those families."""
    return Gezinslid.objects.on(today).filter(
        rol="jeugdige", gezin__in=visible_gezinnen(by, today).values("pk")
    )


def visible_samenvoegingen(by: Actor, today: date) -> QuerySet[Samenvoeging]:
    """Merges that hold, of two people who are both in families of the actor.

    Whoever works with only one of the two families reads that one as it was before: a merge opens nothing.
    """
    if by.rol not in ZIET_GEZINNEN or not by.gemeenten:
        return Samenvoeging.objects.none()
    mine = RawSQL(*_ids_of_own_samenvoegingen(by, today))  # noqa: S611 (composed by the ORM itself)
    return Samenvoeging.objects.filter(pk__in=mine)


@lru_cache(maxsize=1_000)
def _ids_of_own_samenvoegingen(by: Actor, today: date) -> tuple[str, tuple[object, ...]]:
    """As `_ids_of_own_gezinnen`: every page with people on it asks this."""
    people = Gezinslid.objects.on(today).filter(gezin__in=visible_gezinnen(by, today).values("pk"))
    found = Samenvoeging.running().filter(
        gemeente__in=by.gemeenten, blijft__in=people.values("persoon"), opgegaan__in=people.values("persoon")
    )
    return found.order_by().values("pk").query.sql_with_params()


def visible_lichte_hulp(by: Actor, today: date) -> QuerySet[LichteHulp]:
    """Light help of own families: at the own organisation, or for the toegang what the local team gives."""
    mine = LichteHulp.objects.current().filter(
        ingetrokken=False,
        gemeente__in=by.gemeenten,
        jeugdige__in=visible_jeugdigen(by, today).values("persoon"),
    )
    if by.rol in LICHTE_HULP:
        return mine.filter(praktijk_id=by.organisatie_id)
    return mine.filter(praktijk__isnull=True)


def visible_overdrachten(by: Actor, today: date) -> QuerySet[Overdracht]:
    """What was handed over: to everybody of the toegang until somebody takes it, then of own families."""
    if by.rol not in TOEGANG:
        return Overdracht.objects.none()
    own = Q(casus__in=visible_casussen(by, today).values("pk"))
    return Overdracht.objects.filter(own | Q(opname__isnull=True), gemeente__in=by.gemeenten)


def visible_toekomstplannen(by: Actor, today: date) -> QuerySet[Toekomstplan]:
    """Future plans of those children."""
    return Toekomstplan.objects.current().filter(
        ingetrokken=False,
        gemeente__in=by.gemeenten,
        jeugdige__in=visible_jeugdigen(by, today).values("persoon"),
    )


def visible_schrijnende_gevallen(by: Actor, today: date) -> QuerySet[SchrijnendGeval]:
    """Requests for children of own families; who decides above the budget sees all of those years."""
    mandated = SchrijnendBudget.objects.current().filter(
        ingetrokken=False, gemeente=OuterRef("gemeente"), jaar=OuterRef("jaar"), gemandateerde_id=by.id
    )
    own = Q(jeugdige__in=visible_jeugdigen(by, today).values("persoon"))
    return SchrijnendGeval.objects.current().filter(
        own | Exists(mandated), ingetrokken=False, gemeente__in=by.gemeenten
    )


def visible_casussen(by: Actor, today: date) -> QuerySet[Casus]:
    """Casussen of the families that the actor works with."""
    return Casus.objects.filter(
        melding__gezin__in=visible_gezinnen(by, today).values("pk"), gemeente__in=by.gemeenten
    )


def visible_overgangen(by: Actor, today: date) -> QuerySet[Overgang]:
    """That the JeugdTeam carried a casus of an own family, for the toegang."""
    if by.rol not in TOEGANG:
        return Overgang.objects.none()
    mine = visible_casussen(by, today).values("pk")
    return Overgang.objects.current().filter(ingetrokken=False, casus__in=mine, gemeente__in=by.gemeenten)


def visible_plannen(by: Actor, today: date) -> QuerySet[Plan]:
    """Plans of own families; another organisation meets those in which it has a section, while they run.

    What of the plan they read is decided per part (`koers.domain.plan.zicht`).
    """
    here = Plan.objects.filter(gemeente__in=by.gemeenten)
    if by.rol in MET_PLANDEEL and by.organisatie_id:
        return here.filter(delen__organisatie__pk=by.organisatie_id, tot_datum__isnull=True)
    if by.rol in TOEGANG:
        return here.filter(gezin__in=visible_gezinnen(by, today).values("pk"))
    return Plan.objects.none()


def visible_notities(by: Actor) -> QuerySet[EersteNotitie]:
    """First notes of the own municipality, for the toegang: there is no gezin yet to work with."""
    if by.rol not in TOEGANG:
        return EersteNotitie.objects.none()
    return EersteNotitie.objects.filter(gemeente__in=by.gemeenten)


def own_vragen(by: Actor) -> QuerySet[EersteNotitie]:
    """Questions that this person passed on; a colleague's are not theirs."""
    if by.rol not in GEVEN_DOOR:
        return EersteNotitie.objects.none()
    return EersteNotitie.objects.filter(begonnen_door=by.id, gemeente__in=by.gemeenten).exclude(van_rol="")


def visible_verwijsverzoeken(by: Actor) -> QuerySet[Verwijsverzoek]:
    """Referrals that came in at the toegang of the own municipality."""
    if by.rol not in TOEGANG:
        return Verwijsverzoek.objects.none()
    return Verwijsverzoek.objects.filter(gemeente__in=by.gemeenten)


def own_verwijsverzoeken(by: Actor) -> QuerySet[Verwijsverzoek]:
    """Referrals that the own organisation sent, in the own kind of road; of doctors only the own kind."""
    if by.rol not in DIENT_IN or by.organisatie_id is None:
        return Verwijsverzoek.objects.none()
    route = route_of_rol(by.rol)
    sent = Verwijsverzoek.objects.filter(
        ingediend_bij_id=UUID(by.organisatie_id), route=route, gemeente__in=by.gemeenten
    )
    own = VERWIJZER_VAN_ROL.get(by.rol) if route == MEDISCH else None
    return sent.filter(verwijzer=own) if own else sent


def visible_toewijzingen(by: Actor, today: date) -> QuerySet[Toewijzing]:
    """Toewijzingen of own families; a provider sees those that were given to the own organisation."""
    here = Toewijzing.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    if by.rol is Rol.AANBIEDER:
        return here.filter(contractproduct__aanbieder_id=by.organisatie_id)
    return here.filter(casus__in=visible_casussen(by, today).values("pk"))


def visible_acceptatie(by: Actor) -> QuerySet[Toewijzing]:
    """For contract management: toewijzingen of the own municipalities that a provider refused once, or has
    not begun. Who the child is belongs to nobody there; no page of theirs shows it."""
    if by.rol not in CONTRACTBEHEER:
        return Toewijzing.objects.none()
    refused = AcceptatieStap.objects.current().filter(
        toewijzing=OuterRef("pk"), soort="geweigerd", ingetrokken=False
    )
    here = Toewijzing.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return here.filter(Exists(refused) | unanswered() | Exists(_open_escalatie()))


def unanswered() -> Q:
    """Of toewijzingen those of which the provider let nothing hear: no answer, no start."""
    mine = {"toewijzing": OuterRef("pk"), "ingetrokken": False}
    answered = AcceptatieStap.objects.current().filter(**mine)
    begun = TrajectStap.objects.current().filter(soort="start", **mine)
    return ~Q(Exists(answered) | Exists(begun))


def _open_escalatie() -> QuerySet[AntwoordEscalatie]:
    """A late answer of which nobody wrote down what came."""
    mine = {"toewijzing": OuterRef("toewijzing"), "ingetrokken": False}
    closed = AntwoordEscalatie.objects.current().filter(soort="afgerond", **mine)
    opened = AntwoordEscalatie.objects.current().filter(
        toewijzing=OuterRef("pk"), soort="geopend", ingetrokken=False
    )
    return opened.filter(~Exists(closed))


def visible_escalaties(by: Actor) -> QuerySet[Toewijzing]:
    """Toewijzingen of the own municipalities whose answer came to contract management because it was late."""
    if by.rol not in CONTRACTBEHEER:
        return Toewijzing.objects.none()
    opened = AntwoordEscalatie.objects.current().filter(toewijzing=OuterRef("pk"), ingetrokken=False)
    here = Toewijzing.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return here.filter(Exists(opened))


def visible_weigeringen(by: Actor) -> QuerySet[Toewijzing]:
    """Those that were refused outside the allowed grounds, for contract management to judge."""
    outside = AcceptatieStap.objects.current().filter(
        toewijzing=OuterRef("pk"), soort="geweigerd", buiten=True, ingetrokken=False
    )
    return visible_acceptatie(by).filter(Exists(outside))


def visible_zorgmakelaarroutes(by: Actor) -> QuerySet[Toewijzing]:
    """Toewijzingen of the own municipalities whose route a refusal opened, for the zorgmakelaar."""
    if by.rol is not Rol.ZORGMAKELAAR:
        return Toewijzing.objects.none()
    opened = ZorgmakelaarStap.objects.current().filter(toewijzing=OuterRef("pk"), ingetrokken=False)
    here = Toewijzing.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)
    return here.filter(Exists(opened))


def visible_berichten(by: Actor, today: date) -> QuerySet[Bericht]:
    """Messages by their envelope: all for the system, and for who keeps it those of the own municipalities;
    for the toegang those about toewijzingen of own families; for a provider those with the own AGB code."""
    if by.soort is ActorSoort.SYSTEEM:
        return Bericht.objects.all()
    here = Bericht.objects.filter(gemeente__in=by.gemeenten)
    if by.rol is Rol.FUNCTIONEEL_BEHEERDER:
        return here
    if by.rol is Rol.AANBIEDER and by.organisatie_id:
        own = Organisatie.objects.filter(pk=by.organisatie_id).exclude(agb="")
        return here.filter(Q(afzender__in=own.values("agb")) | Q(ontvanger__in=own.values("agb")))
    if by.rol in TOEGANG:
        numbers = visible_toewijzingen(by, today).filter(
            gemeente=OuterRef("gemeente"), nummer=OuterRef("toewijzing_nummer")
        )
        return here.filter(pk__in=Berichtregel.objects.filter(Exists(numbers)).values("bericht"))
    return Bericht.objects.none()


def visible_verzoeken(by: Actor) -> QuerySet[Verzoek]:
    """Requests of providers to the own municipality, for the toegang."""
    if by.rol not in TOEGANG:
        return Verzoek.objects.none()
    return Verzoek.objects.filter(gemeente__in=by.gemeenten)


def visible_medewerkers(by: Actor) -> QuerySet[Medewerker]:
    """Accounts with a role, now or before, in one of the actor's municipalities; all for the system."""
    if by.soort is ActorSoort.SYSTEEM:
        return Medewerker.objects.all()
    if by.rol is not Rol.FUNCTIONEEL_BEHEERDER:
        return Medewerker.objects.none()
    here = Aanstelling.objects.filter(gemeenten__in=by.gemeenten)
    return Medewerker.objects.filter(pk__in=here.values("medewerker"))


def visible_organisaties(by: Actor) -> QuerySet[Organisatie]:
    """Organisations that work for one of the actor's municipalities; all for the system."""
    if by.soort is ActorSoort.SYSTEEM:
        return Organisatie.objects.all()
    if by.rol is not Rol.FUNCTIONEEL_BEHEERDER:
        return Organisatie.objects.none()
    return Organisatie.objects.filter(gemeenten__in=by.gemeenten).distinct()


def visible_log(by: Actor) -> QuerySet[LogRegel]:
    """Acts about persons of the actor's own municipalities, by whoever; and acts about nobody, by people who
    work or worked for these municipalities or by a process of the whole installation."""
    if by.rol is not Rol.PRIVACY_OFFICER:
        return LogRegel.objects.none()
    about = LogBetrokkene.objects.filter(regel=OuterRef("pk"))
    # Ids of people are text in the log: it outlives the accounts.
    colleagues = [str(pk) for pk in colleagues_of(by)]
    about_nobody = ~Exists(about) & (Q(by_soort=ActorSoort.SYSTEEM.value) | Q(by_id__in=colleagues))
    return LogRegel.objects.filter(Exists(about.filter(gemeente_id__in=by.gemeenten)) | about_nobody)


def colleagues_of(by: Actor) -> Iterable[UUID]:
    """Ids of everybody with a role, now or before, in one of the actor's municipalities."""
    here = Aanstelling.objects.filter(gemeenten__in=by.gemeenten)
    return here.order_by().values_list("medewerker_id", flat=True).distinct()


def visible_plekken(by: Actor) -> QuerySet[Organisatie]:
    """Schools, day care and other places in the actor's municipalities where work in numbers is done."""
    if by.rol not in OP_SCHOOL:
        return Organisatie.objects.none()
    return Organisatie.objects.filter(soort__in=PLEKKEN, gemeenten__in=by.gemeenten).distinct()


def visible_scenarios(by: Actor) -> QuerySet[Scenario]:
    """Scenarios that somebody of the own municipalities kept, and nobody took back."""
    if by.rol not in ZIET_WAT_ALS:
        return Scenario.objects.none()
    return Scenario.objects.current().filter(
        ingetrokken=False, gemeente__in=by.gemeenten, uitkomst__has_key="jaren"
    )


def kept_scenarios(gemeente: str, ids: Iterable[str]) -> QuerySet[Scenario]:
    """Those that a chapter of a report of this municipality chose, also for who signs it and does not work
    with scenarios: only their disclosed figures go in.
    """
    return Scenario.objects.current().filter(
        ingetrokken=False, gemeente=gemeente, pk__in=list(ids), uitkomst__has_key="jaren"
    )


def visible_berekeningen(by: Actor) -> QuerySet[Scenario]:
    """Scenarios whose long run has no outcome (yet); a process does those of every municipality."""
    open_ones = Scenario.objects.current().filter(ingetrokken=False, uitkomst__has_key="staat")
    open_ones = open_ones.exclude(uitkomst__has_key="jaren")
    if by.soort is ActorSoort.SYSTEEM:
        return open_ones
    return open_ones.filter(gemeente__in=by.gemeenten) if by.rol in ZIET_WAT_ALS else open_ones.none()


def visible_uitgaven(by: Actor) -> QuerySet[Uitgave]:
    """Amounts that somebody of the own municipalities wrote down, and nobody took back."""
    if by.rol not in ZIET_WAT_ALS:
        return Uitgave.objects.none()
    return Uitgave.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)


def visible_schoolwerk(by: Actor) -> QuerySet[SchoolWerk]:
    """Work in numbers at school and in the neighbourhood, of the actor's municipalities."""
    if by.rol not in OP_SCHOOL:
        return SchoolWerk.objects.none()
    return SchoolWerk.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)


def visible_themarondes(by: Actor) -> QuerySet[Themaronde]:
    """Rounds in which themes are chosen, of the actor's municipalities: for who takes part or steers."""
    if by.rol not in ZIET_THEMAS:
        return Themaronde.objects.none()
    return Themaronde.objects.current().filter(ingetrokken=False, gemeente__in=by.gemeenten)


def visible_wielrondes(by: Actor) -> QuerySet[WielRonde]:
    """Rounds of the wheel: all for the regiomanager, closed ones for everybody who steers."""
    if by.rol is Rol.REGIOMANAGER:
        return WielRonde.objects.all()
    if by.rol in STURING:
        return WielRonde.objects.filter(toestand=GESLOTEN)
    return WielRonde.objects.none()


def visible_scenariokeuzes(by: Actor) -> QuerySet[Scenariokeuze]:
    """Choices of a scenario: for everybody who steers."""
    return Scenariokeuze.objects.all() if by.rol in STURING else Scenariokeuze.objects.none()
