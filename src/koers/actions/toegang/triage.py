"""Triage of a question: how safe it is, what was done for safety, and who goes on with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_person
from koers.actions.toegang.lezen import CasusKort, casus_short
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.routes import TOEGANG
from koers.domain.toestanden.melding import MELDING
from koers.domain.triage import (
    POH,
    VTO_GEVRAAGD,
    Antwoord,
    Uitkomst,
    Werklast,
    check_uitkomst,
    check_veiligheidsstap,
    propose,
    runs_vto,
    state_of_melding,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.areas import places_around
from koers.registers.kern.models import Aanstelling, Betrokkenheid, Huishoudenlid, Medewerker
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Besluit,
    Casus,
    LichteHulp,
    Toedeling,
    TriageStap,
    Veiligheidsstap,
    Veiligheidsvraag,
)
from koers.registers.zorg.models import Toewijzing


@dataclass(frozen=True, slots=True)
class TriageRegel:
    """The outcome of one triage, with the answers about safety by question."""

    datum: date
    uitkomst: str
    reden: str
    samen_met: str
    antwoorden: Mapping[str, Antwoord]


@dataclass(frozen=True, slots=True)
class Veiligheidsregel:
    soort: str
    datum: date
    wie: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Persoonskeuze:
    """Somebody to choose: a gedragswetenschapper, or a POH with the practice."""

    id: UUID
    naam: str
    waar: str


@dataclass(frozen=True, slots=True)
class TriageBeeld:
    """The triage of a casus. `open_acts`: what may be done now. `vto_sinds`: when the Raad was asked."""

    kort: CasusKort
    gezin_id: UUID
    gezin: str
    toestand: str
    open_acts: tuple[str, ...]
    met_spoed: bool
    rondes: tuple[TriageRegel, ...]
    veiligheid: tuple[Veiligheidsregel, ...]
    vto_sinds: date | None
    toegedeeld: str
    voorstel: Werklast | None
    werklast: tuple[Werklast, ...]
    gedragswetenschappers: tuple[Persoonskeuze, ...]
    pohs: tuple[Persoonskeuze, ...]


@dataclass(frozen=True, slots=True)
class OpenTriage:
    """A question that waits for its triage, or for somebody to look into it."""

    casus_id: UUID
    kind: str
    datum: date
    toestand: str
    met_spoed: bool


@dataclass(frozen=True, slots=True)
class NieuweUitkomst:
    """What somebody decides in a triage. `samen_met`: the gedragswetenschapper who looked too; one who
    decides needs no second. `poh`: to whom a light question goes, who sees the family from then on.
    """

    keuze: str
    reden: str
    antwoorden: Mapping[str, Antwoord]
    samen_met: UUID | None = None
    poh: UUID | None = None


def read_triage(*, by: Actor, casus_id: UUID) -> TriageBeeld:
    """Everything about the triage of one casus. Refused: niet_gevonden, route_zonder_triage."""
    with act("read_triage", by=by) as spoor:
        casus = _casus(by, casus_id, spoor, seen=True)
        toestand = state_of_casus(casus)
        werklast = _workload(casus)
        steps = list(
            Veiligheidsstap.objects.current()
            .filter(casus=casus, ingetrokken=False)
            .order_by("datum", "vastgelegd_at", "pk")
        )
        last = _toedelingen(casus).select_related("medewerker").last()
        return TriageBeeld(
            kort=casus_short(casus, one_person(by, vandaag())),
            gezin_id=casus.melding.gezin_id,
            gezin=casus.melding.gezin.naam,
            toestand=toestand,
            open_acts=MELDING.open_acts(toestand),
            met_spoed=casus.melding.met_spoed,
            rondes=_rounds(casus),
            veiligheid=tuple(Veiligheidsregel(s.soort, s.datum, s.wie, s.toelichting) for s in steps),
            vto_sinds=_vto_since(steps),
            toegedeeld=last.medewerker.naam if last and toestand == "in_onderzoek" else "",
            voorstel=propose(werklast),
            werklast=werklast,
            gedragswetenschappers=_people(casus.gemeente_id, Rol.GEDRAGSWETENSCHAPPER),
            pohs=_people(casus.gemeente_id, Rol.POH_JEUGD),
        )


def _vto_since(steps: list[Veiligheidsstap]) -> date | None:
    if not runs_vto([step.soort for step in steps]):
        return None
    return [step.datum for step in steps if step.soort == VTO_GEVRAAGD][-1]


def _rounds(casus: Casus) -> tuple[TriageRegel, ...]:
    rows = (
        TriageStap.objects.current()
        .filter(casus=casus, soort="uitkomst", ingetrokken=False)
        .select_related("samen_met")
        .prefetch_related("vragen")
        .order_by("datum", "vastgelegd_at", "pk")
    )
    return tuple(
        TriageRegel(
            row.datum,
            row.uitkomst,
            row.reden,
            row.samen_met.naam if row.samen_met else "",
            {vraag.vraag: Antwoord(vraag.antwoord, vraag.reden) for vraag in row.vragen.all()},
        )
        for row in rows
    )


def read_open_triage(*, by: Actor) -> tuple[OpenTriage, ...]:
    """Questions of own families that wait for triage or for somebody to look into them; oldest first.

    What was decided or given already waits for no triage, nor does what a process took over from elsewhere.
    """
    with act("read_triage", by=by) as spoor:
        rows = list(
            visible_casussen(by, vandaag())
            .filter(melding__route=TOEGANG)
            .exclude(melding__vastgelegd_door__startswith="systeem:")
            .filter(~Exists(Besluit.objects.filter(casus=OuterRef("pk"))))
            .filter(~Exists(Toewijzing.objects.filter(casus=OuterRef("pk"))))
            .filter(~Exists(LichteHulp.objects.filter(casus=OuterRef("pk"))))
            .select_related("melding", "jeugdige")
            .prefetch_related("triage", "toedelingen")
            .order_by("melding__datum", "pk")
        )
        found, one = [], one_person(by, vandaag())
        for casus in rows:
            toestand = _state(casus)
            if toestand in ("ontvangen", "in_triage", "te_verdelen"):
                kort = casus_short(casus, one)
                found.append(OpenTriage(casus.pk, kort.kind, kort.datum, toestand, casus.melding.met_spoed))
                spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        return tuple(found)


def start_triage(*, by: Actor, casus_id: UUID, formulier: UUID | None = None) -> UUID:
    """Somebody looks how safe it is. Refused: niet_gevonden, route_zonder_triage, overgang_mag_niet."""
    with act("start_triage", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        MELDING.move(state_of_casus(casus), "start_triage")
        TriageStap.objects.create(
            casus=casus, soort="begin", datum=vandaag(), **written_by(by, casus.gemeente_id)
        )
        return casus.pk


def conclude_triage(
    *,
    by: Actor,
    casus_id: UUID,
    uitkomst: NieuweUitkomst,
    formulier: UUID | None = None,
) -> UUID:
    """What the triage comes to. Refused: niet_gevonden,
    route_zonder_triage, overgang_mag_niet, geen_gedragswetenschapper, geen_poh, and as `check_uitkomst`.
    """
    with act("conclude_triage", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        keuze, samen_met = uitkomst.keuze, uitkomst.samen_met
        samen = by.rol is Rol.GEDRAGSWETENSCHAPPER or samen_met is not None
        check_uitkomst(Uitkomst(keuze, uitkomst.reden, uitkomst.antwoorden, samen))
        MELDING.move(state_of_casus(casus), "conclude_triage", keuze)
        if samen_met is not None and not _holds(samen_met, Rol.GEDRAGSWETENSCHAPPER, casus.gemeente_id):
            raise Refused("geen_gedragswetenschapper")
        fact = written_by(by, casus.gemeente_id)
        row = TriageStap.objects.create(
            casus=casus,
            soort="uitkomst",
            uitkomst=keuze,
            reden=uitkomst.reden,
            samen_met_id=samen_met,
            datum=vandaag(),
            **fact,
        )
        for vraag, gegeven in uitkomst.antwoorden.items():
            Veiligheidsvraag.objects.create(
                triage=row,
                vraag=vraag,
                antwoord=gegeven.antwoord,
                reden=gegeven.reden,
                datum=vandaag(),
                **fact,
            )
        if keuze == POH:
            _to_poh(by, casus, uitkomst.poh)
        spoor.note(uitkomst=keuze)
        return casus.pk


def _to_poh(by: Actor, casus: Casus, poh: UUID | None) -> None:
    """A light question goes to the practice of this POH, who works with the family from today."""
    held = _aanstellingen(Rol.POH_JEUGD, casus.gemeente_id).filter(medewerker_id=poh).first() if poh else None
    if held is None:
        raise Refused("geen_poh")
    LichteHulp.objects.create(
        jeugdige_id=casus.jeugdige_id,
        casus=casus,
        soort="poh_jeugd",
        praktijk_id=held.organisatie_id,
        datum=vandaag(),
        **written_by(by, casus.gemeente_id),
    )
    _involve(casus, held.medewerker_id)


def assign_casus(*, by: Actor, casus_id: UUID, medewerker: UUID, formulier: UUID | None = None) -> UUID:
    """This jeugdconsulent looks into the question from today, and sees the family.

    Refused: niet_gevonden, route_zonder_triage, overgang_mag_niet, geen_collega.
    """
    with act("assign_casus", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        MELDING.move(state_of_casus(casus), "assign_casus")
        if not _holds(medewerker, Rol.JEUGDCONSULENT, casus.gemeente_id):
            raise Refused("geen_collega")
        voorstel = propose(_workload(casus))
        Toedeling.objects.create(
            casus=casus,
            medewerker_id=medewerker,
            voorgesteld=voorstel is not None and voorstel.medewerker == medewerker,
            datum=vandaag(),
            **written_by(by, casus.gemeente_id),
        )
        _involve(casus, medewerker)
        spoor.note(naar=str(medewerker))
        return casus.pk


def register_veiligheidsstap(
    *,
    by: Actor,
    casus_id: UUID,
    soort: str,
    datum: date,
    wie: str = "",
    toelichting: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """Something was done for safety. By every road: safety asks no permission of a route.

    Refused: niet_gevonden, and as `check_veiligheidsstap`.
    """
    with act("register_veiligheidsstap", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor, every_route=True)
        rows = Veiligheidsstap.objects.current().filter(casus=casus, ingetrokken=False)
        eerder = list(rows.order_by("datum", "vastgelegd_at", "pk").values_list("soort", flat=True))
        check_veiligheidsstap(soort, wie, datum, eerder, today=vandaag())
        Veiligheidsstap.objects.create(
            casus=casus,
            soort=soort,
            wie=wie.strip(),
            toelichting=toelichting,
            datum=datum,
            **written_by(by, casus.gemeente_id),
        )
        spoor.note(soort=soort)
        return casus.pk


def state_of_casus(casus: Casus) -> str:
    """Where the question is, from its facts."""
    fresh = Casus.objects.prefetch_related("triage", "toedelingen").get(pk=casus.pk)
    return _state(fresh)


def _state(casus: Casus) -> str:
    """The same, of a casus whose steps were fetched."""
    steps = [(s.vastgelegd_at, s.soort, s.uitkomst) for s in casus.triage.all() if not s.ingetrokken]
    steps += [(t.vastgelegd_at, "toedeling", "") for t in casus.toedelingen.all() if not t.ingetrokken]
    return state_of_melding([(soort, keuze) for _, soort, keuze in sorted(steps)])


def _casus(
    by: Actor, casus_id: UUID, spoor: Spoor, *, seen: bool = False, every_route: bool = False
) -> Casus:
    """The casus; locked unless only seen, so that two steps cannot cross.

    Refused: niet_gevonden, route_zonder_triage.
    """
    found = visible_casussen(by, vandaag()).select_related("melding__gezin", "jeugdige").filter(pk=casus_id)
    casus = (found if seen else found.select_for_update(of=("self",))).first()
    if casus is None:
        raise Refused("niet_gevonden")
    if casus.melding.route != TOEGANG and not every_route:
        raise Refused("route_zonder_triage")
    spoor.onderwerp("casus", casus.pk)
    (spoor.seen if seen else spoor.touched)(casus.jeugdige_id, casus.gemeente_id)
    return casus


def _involve(casus: Casus, medewerker: UUID) -> None:
    worked = Betrokkenheid.objects.on(vandaag()).filter(
        gezin_id=casus.melding.gezin_id, medewerker_id=medewerker
    )
    if not worked.exists():
        Betrokkenheid.objects.create(
            gezin_id=casus.melding.gezin_id,
            medewerker_id=medewerker,
            gemeente_id=casus.gemeente_id,
            begindatum=vandaag(),
        )


def _aanstellingen(rol: Rol, gemeente: str) -> QuerySet[Aanstelling]:
    """Running roles of this kind for this gemeente, of accounts that are open."""
    return Aanstelling.objects.on(vandaag()).filter(
        rol=rol.value, gemeenten=gemeente, medewerker__is_active=True
    )


def _holds(medewerker: UUID, rol: Rol, gemeente: str) -> bool:
    return _aanstellingen(rol, gemeente).filter(medewerker_id=medewerker).exists()


def _people(gemeente: str, rol: Rol) -> tuple[Persoonskeuze, ...]:
    held = _aanstellingen(rol, gemeente).order_by("medewerker__naam", "pk")
    rows = held.values_list("medewerker_id", "medewerker__naam", "organisatie__naam")
    return tuple(Persoonskeuze(*row) for row in rows)


def _toedelingen(casus: Casus) -> QuerySet[Toedeling]:
    rows = Toedeling.objects.current().filter(casus=casus, ingetrokken=False)
    return rows.order_by("vastgelegd_at", "pk")


def _workload(casus: Casus) -> tuple[Werklast, ...]:
    """Per jeugdconsulent of this gemeente: open casussen in the place where the child lives, and in all.

    Open: assigned to them last, and without a besluit. Only numbers of places leave this function.
    """
    here = _same_area(casus)
    latest = Toedeling.objects.filter(casus=OuterRef("casus"), vastgelegd_at__gt=OuterRef("vastgelegd_at"))
    mine = (
        Toedeling.objects.current()
        .filter(gemeente_id=casus.gemeente_id, ingetrokken=False)
        .filter(~Exists(latest), ~Exists(Besluit.objects.filter(casus=OuterRef("casus"))))
    )
    counted = {
        wie: (hier, totaal)
        for wie, hier, totaal in mine.values("medewerker")
        .annotate(hier=Count("pk", filter=Q(casus__jeugdige__in=here)), totaal=Count("pk"))
        .values_list("medewerker", "hier", "totaal")
    }
    people = Medewerker.objects.filter(
        pk__in=_aanstellingen(Rol.JEUGDCONSULENT, casus.gemeente_id).values("medewerker")
    )
    return tuple(
        Werklast(wie, naam, *counted.get(wie, (0, 0)))
        for wie, naam in people.order_by("naam", "pk").values_list("pk", "naam")
    )


def _same_area(casus: Casus) -> QuerySet:
    """Children who live in the same area as this child today; a place that is secret does not count."""
    today = vandaag()
    open_homes = Huishoudenlid.objects.on(today).filter(huishouden__geheim="nee")
    places = open_homes.filter(persoon_id=casus.jeugdige_id).exclude(huishouden__plaatsnaam="")
    around = places_around(
        beleid().gebieden.values(), places.values_list("huishouden__plaatsnaam", flat=True)
    )
    return open_homes.filter(huishouden__plaatsnaam__in=around).values("persoon")
