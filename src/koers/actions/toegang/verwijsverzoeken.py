"""Referrals that come in by themselves (routes B and C): they open a melding; a clock runs to the start."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db.models import Min, QuerySet

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.dubbelen import Dubbelen, find_dubbelen
from koers.actions.toegang.melden import NieuweMelding, write_melding
from koers.authorization.zicht import (
    own_verwijsverzoeken,
    visible_casussen,
    visible_gezinnen,
    visible_verwijsverzoeken,
)
from koers.domain.actor import Actor, ActorSoort
from koers.domain.namen import written
from koers.domain.personen import NieuwPersoon
from koers.domain.routes import JUSTITIE, MEDISCH
from koers.domain.toestanden.verwijsverzoek import VERWIJSVERZOEK
from koers.domain.verwijsverzoeken import (
    REDENEN_WEIGEREN,
    WERK,
    WOONPLAATS,
    NieuwVerwijsverzoek,
    Stap,
    Stilstand,
    Werk,
    check_stilstand,
    check_verwijsverzoek,
    check_werk,
    days_until_start,
    follows_from,
    state_of_verwijsverzoek,
    stoppages,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.kluis import index_bsn, open_bsn, seal_bsn
from koers.registers.kern.models import Gemeente, Gezin, Gezinslid, Organisatie
from koers.registers.klok import dag_van, nu, vandaag
from koers.registers.toegang.models import Casus, Verwijsverzoek, VerwijsverzoekStap
from koers.registers.zorg.models import TrajectStap

KANAAL = {
    "02": "huisarts",
    "03": "jeugdarts",
    "05": "medisch_specialist",
    "04": "gecertificeerde_instelling",
    "08": "rechter",
}
MEEST = 100


@dataclass(frozen=True, slots=True)
class VerwijsverzoekRegel:
    """A referral as a line. `kind` stays empty for who may not see the child; `dagen` on the clock."""

    id: UUID
    versie: int
    route: str
    verwijzer: str
    verwijzer_naam: str
    organisatie: str
    product: str
    kind: str
    geboortedatum: date | None
    datum: date
    ontvangen: date
    toestand: str
    dagen: int
    gestart: date | None
    stilstand: tuple[Stilstand, ...]
    casus_id: UUID | None
    antwoord_voor: date | None
    geweigerd_om: str


@dataclass(frozen=True, slots=True)
class VerwijsverzoekBeeld:
    """One referral for who handles it, and who may be meant. `persoon`: as told; None once it is linked.

    `werk`: what was done so that help can begin; the sender does not read it.
    """

    regel: VerwijsverzoekRegel
    dubbelen: Dubbelen
    persoon: NieuwPersoon | None
    werk: tuple[Werk, ...] = ()


def open_route_b(
    *, by: Actor, nieuw: NieuwVerwijsverzoek, ingediend_bij: UUID | None = None, formulier: UUID | None = None
) -> UUID:
    """A doctor's referral opens the road by itself; a provider may send it on, in the portal or by message.

    Is the child known by BSN and birth date, then the melding is there at once. `ingediend_bij`: for a
    process that hands in what a provider sent. Returns the id of the verwijsverzoek. Refused:
    verwijsverzoek_andere_gemeente, and as `check_verwijsverzoek`.
    """
    return _open("open_route_b", MEDISCH, by, nieuw, ingediend_bij, formulier)


def open_route_c(
    *, by: Actor, nieuw: NieuwVerwijsverzoek, ingediend_bij: UUID | None = None, formulier: UUID | None = None
) -> UUID:
    """A gecertificeerde instelling asks for help that it determined. Refused: as `open_route_b`."""
    return _open("open_route_c", JUSTITIE, by, nieuw, ingediend_bij, formulier)


def _open(
    handeling: str,
    route: str,
    by: Actor,
    nieuw: NieuwVerwijsverzoek,
    bij: UUID | None,
    formulier: UUID | None,
) -> UUID:
    with act(handeling, by=by, formulier=formulier) as spoor:
        check_verwijsverzoek(nieuw, by.rol, route, today=vandaag())
        here = Gemeente.objects.filter(pk=nieuw.gemeente).exists()
        if not here or (by.soort is not ActorSoort.SYSTEEM and nieuw.gemeente not in by.gemeenten):
            raise Refused("verwijsverzoek_andere_gemeente")
        pk = uuid4()
        row = Verwijsverzoek.objects.create(
            pk=pk,
            gemeente_id=nieuw.gemeente,
            route=route,
            verwijzer=nieuw.verwijzer,
            organisatie_id=_referrer(by, nieuw),
            verwijzer_naam=nieuw.verwijzer_naam.strip() or by.naam,
            agb=nieuw.agb,
            product=nieuw.product,
            datum=nieuw.datum,
            ingediend_at=nu(),
            ingediend_door=by.id,
            ingediend_bij_id=bij or by.organisatie_id,
            roepnaam=nieuw.roepnaam,
            achternaam=nieuw.achternaam,
            geboortedatum=nieuw.geboortedatum,
            bsn_versleuteld=seal_bsn(nieuw.bsn, pk) if nieuw.bsn else None,
        )
        lid = _known(nieuw)
        if lid is not None:
            _link(by, row, lid.gezin, lid.persoon_id, spoor)
        spoor.onderwerp("verwijsverzoek", row.pk)
        spoor.note(route=route, gekoppeld=lid is not None)
        return row.pk


def _referrer(by: Actor, nieuw: NieuwVerwijsverzoek) -> str | UUID | None:
    """The practice or institution that refers: the own one, or the one with this AGB code if we know it."""
    if not nieuw.verwijzer_naam.strip():
        return by.organisatie_id
    known = Organisatie.objects.filter(agb=nieuw.agb, gemeenten=nieuw.gemeente) if nieuw.agb else None
    return known.values_list("pk", flat=True).order_by("pk").first() if known is not None else None


def _known(nieuw: NieuwVerwijsverzoek) -> Gezinslid | None:
    """The one child with this BSN and this birth date, in one gezin; otherwise a person links."""
    if not nieuw.bsn:
        return None
    leden = list(
        Gezinslid.objects.on(vandaag())
        .filter(
            rol="jeugdige",
            gemeente_id=nieuw.gemeente,
            persoon__bsn_index=index_bsn(nieuw.bsn),
            persoon__geboortedatum=nieuw.geboortedatum,
        )
        .select_related("gezin")[:2]
    )
    return leden[0] if len(leden) == 1 else None


def _link(by: Actor, row: Verwijsverzoek, gezin: Gezin, jeugdige: UUID, spoor: Spoor) -> Casus:
    """The referral becomes a melding of this child; who the child is, is wiped here."""
    melding = NieuweMelding(
        jeugdigen=(jeugdige,),
        datum=row.datum,
        verwijzer=row.verwijzer,
        verwijzer_organisatie=row.organisatie_id,
        kanaal=KANAAL.get(row.verwijzer, ""),
    )
    (casus,) = write_melding(by, gezin, melding, spoor)
    _step(by, row, "gekoppeld", vandaag(), casus_id=casus.pk)
    _wipe(row)
    return casus


def link_verwijsverzoek(
    *, by: Actor, verwijsverzoek_id: UUID, versie: int, gezin_id: UUID, jeugdige_id: UUID, formulier: UUID
) -> UUID:
    """Somebody of the toegang says which child of which own family is meant. Returns the casus.

    Refused: niet_gevonden, al_gewijzigd, overgang_mag_niet, hoort_niet_bij_gezin.
    """
    with act("link_verwijsverzoek", by=by, formulier=formulier) as spoor:
        row = _locked(by, verwijsverzoek_id)
        VERWIJSVERZOEK.move(_state(row), "link_verwijsverzoek")
        if row.versie != versie:
            raise Refused("al_gewijzigd")
        gezin = visible_gezinnen(by, vandaag()).filter(pk=gezin_id, gemeente_id=row.gemeente_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        casus = _link(by, row, gezin, jeugdige_id, spoor)
        spoor.onderwerp("casus", casus.pk)
        return casus.pk


def refuse_verwijsverzoek(
    *, by: Actor, verwijsverzoek_id: UUID, versie: int, reden: str, formulier: UUID
) -> UUID:
    """Sends a request back, never because of what was asked; who the child is, is wiped.

    Refused: niet_gevonden, reden_weigeren_ontbreekt, al_gewijzigd, overgang_mag_niet.
    """
    with act("refuse_verwijsverzoek", by=by, formulier=formulier) as spoor:
        if reden not in REDENEN_WEIGEREN:
            raise Refused("reden_weigeren_ontbreekt")
        row = _locked(by, verwijsverzoek_id)
        VERWIJSVERZOEK.move(_state(row), "refuse_verwijsverzoek")
        if row.versie != versie:
            raise Refused("al_gewijzigd")
        _step(by, row, "geweigerd", vandaag(), oorzaak=reden)
        _wipe(row)
        spoor.onderwerp("verwijsverzoek", row.pk)
        spoor.note(reden=reden)
        return row.pk


def register_stilstand(
    *,
    by: Actor,
    verwijsverzoek_id: UUID,
    soort: str,
    oorzaak: str,
    datum: date,
    formulier: UUID | None = None,
) -> UUID:
    """The request stands still for this cause (`wacht`), or goes on (`verder`). The clock runs on.

    Refused: niet_gevonden, overgang_mag_niet, datum_in_toekomst, datum_voor_verwijsverzoek, and as
    `check_stilstand`.
    """
    with act("register_stilstand", by=by, formulier=formulier) as spoor:
        row = _locked(by, verwijsverzoek_id)
        VERWIJSVERZOEK.move(_state(row), "register_stilstand")
        _check_day(row, datum)
        check_stilstand(soort, oorzaak, _steps(row))
        _step(by, row, soort, datum, oorzaak=oorzaak)
        spoor.onderwerp("verwijsverzoek", row.pk)
        spoor.note(soort=soort, oorzaak=oorzaak)
        return row.pk


def register_werk(*, by: Actor, verwijsverzoek_id: UUID, werk: Werk, formulier: UUID | None = None) -> UUID:
    """What was done so that help can begin. What is open stops the clock's cause, what is settled ends it.

    Refused: niet_gevonden, overgang_mag_niet, datum_in_toekomst, datum_voor_verwijsverzoek, and as
    `check_werk`.
    """
    with act("register_werk", by=by, formulier=formulier) as spoor:
        row = _locked(by, verwijsverzoek_id)
        VERWIJSVERZOEK.move(_state(row), "register_werk")
        check_werk(werk, row.route)
        _check_day(row, werk.datum)
        _step(
            by,
            row,
            werk.soort,
            werk.datum,
            met=werk.met.strip(),
            uitkomst=werk.uitkomst,
            toelichting=werk.toelichting.strip(),
        )
        gevolg = follows_from(werk, _steps(row))
        if gevolg is not None:
            _step(by, row, gevolg[0], werk.datum, oorzaak=gevolg[1])
        spoor.onderwerp("verwijsverzoek", row.pk)
        spoor.note(soort=werk.soort, uitkomst=werk.uitkomst)
        return row.pk


def _check_day(row: Verwijsverzoek, datum: date) -> None:
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    if datum < dag_van(row.ingediend_at):
        raise Refused("datum_voor_verwijsverzoek", datum=dag_van(row.ingediend_at))


def _work(row: Verwijsverzoek) -> tuple[Werk, ...]:
    """What was done, oldest first."""
    done = [stap for stap in row.stappen.all() if stap.soort in WERK and not stap.ingetrokken]
    return tuple(
        Werk(stap.soort, stap.datum, stap.met, stap.uitkomst, stap.toelichting)
        for stap in sorted(done, key=lambda stap: (stap.datum, stap.vastgelegd_at, stap.pk))
    )


def read_verwijsverzoeken(*, by: Actor) -> tuple[VerwijsverzoekRegel, ...]:
    """What waits at the toegang: every referral to link, and of own families those that did not start."""
    with act("read_verwijsverzoeken", by=by) as spoor:
        own = visible_casussen(by, vandaag()).values("pk")
        linked = VerwijsverzoekStap.objects.filter(soort="gekoppeld")
        refused = VerwijsverzoekStap.objects.filter(soort="geweigerd")
        found = (
            visible_verwijsverzoeken(by)
            .exclude(pk__in=refused.values("verwijsverzoek"))
            .exclude(pk__in=linked.exclude(casus__in=own).values("verwijsverzoek"))
        )
        regels = _lines(found.order_by("ingediend_at", "pk"), spoor)
        return tuple(regel for regel in regels if regel.toestand != "gestart")


def read_own_verwijsverzoeken(*, by: Actor) -> tuple[VerwijsverzoekRegel, ...]:
    """What became of the referrals that the own organisation sent: started, waits or refused. No content."""
    with act("read_own_verwijsverzoeken", by=by) as spoor:
        return _lines(own_verwijsverzoeken(by).order_by("-ingediend_at", "pk"), spoor)


def read_verwijsverzoek(*, by: Actor, verwijsverzoek_id: UUID) -> VerwijsverzoekBeeld:
    """One referral, and who may be meant. Refused: niet_gevonden."""
    with act("read_verwijsverzoeken", by=by) as spoor:
        found = visible_verwijsverzoeken(by).filter(pk=verwijsverzoek_id)
        regels = _lines(found, spoor)
        if not regels:
            raise Refused("niet_gevonden")
        (regel,) = regels
        if regel.casus_id and not visible_casussen(by, vandaag()).filter(pk=regel.casus_id).exists():
            raise Refused("niet_gevonden")
        spoor.onderwerp("verwijsverzoek", verwijsverzoek_id)
        row = found.get()
        dubbelen, persoon = Dubbelen((), elders=False), None
        if regel.toestand == "te_koppelen":
            persoon = person_of(row)
            dubbelen = find_dubbelen(by, persoon, row.gemeente_id)
            for kandidaat in dubbelen.kandidaten:
                spoor.seen(kandidaat.persoon_id, row.gemeente_id)
        return VerwijsverzoekBeeld(regel, dubbelen, persoon, _work(row))


def person_of(row: Verwijsverzoek) -> NieuwPersoon:
    """Who is meant, as the sender told."""
    bsn = open_bsn(row.bsn_versleuteld, row.pk) if row.bsn_versleuteld else ""
    return NieuwPersoon(
        achternaam=row.achternaam,
        roepnaam=row.roepnaam,
        geboortedatum=row.geboortedatum,
        bsn=bsn,
        bsn_status="bekend" if bsn else "nog_niet_bekend",
    )


def _lines(verwijsverzoeken: QuerySet[Verwijsverzoek], spoor: Spoor) -> tuple[VerwijsverzoekRegel, ...]:
    """Lines of what may be seen, in four questions whatever their number."""
    rows = list(verwijsverzoeken.select_related("organisatie").prefetch_related("stappen")[:MEEST])
    linked = {s.verwijsverzoek_id: s.casus_id for row in rows for s in row.stappen.all() if s.casus_id}
    casussen = Casus.objects.select_related("jeugdige").in_bulk(list(linked.values()))
    starts = dict(
        TrajectStap.objects.current()
        .filter(toewijzing__casus__in=casussen, soort="start", ingetrokken=False)
        .values("toewijzing__casus")
        .annotate(eerste=Min("datum"))
        .values_list("toewijzing__casus", "eerste")
    )
    lines = []
    for row in rows:
        casus = casussen.get(linked.get(row.pk))
        if casus is not None:
            spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        lines.append(_line(row, casus, starts.get(casus.pk) if casus else None))
    return tuple(lines)


def _line(row: Verwijsverzoek, casus: Casus | None, gestart: date | None) -> VerwijsverzoekRegel:
    ontvangen, steps = dag_van(row.ingediend_at), _steps(row)
    who = casus.jeugdige if casus else row
    stilstand = stoppages(steps, gestart)
    asked = [s.begindatum for s in stilstand if s.oorzaak == WOONPLAATS and s.tot_datum is None]
    return VerwijsverzoekRegel(
        id=row.pk,
        versie=row.versie,
        route=row.route,
        verwijzer=row.verwijzer,
        verwijzer_naam=row.verwijzer_naam,
        organisatie=row.organisatie.naam if row.organisatie else "",
        product=row.product,
        kind=written(
            roepnaam=who.roepnaam,
            voornamen="",
            voorvoegsel=casus.jeugdige.voorvoegsel if casus else "",
            achternaam=who.achternaam,
        ),
        geboortedatum=who.geboortedatum,
        datum=row.datum,
        ontvangen=ontvangen,
        toestand=state_of_verwijsverzoek([s.soort for s in steps], gestart=gestart is not None),
        dagen=days_until_start(ontvangen, gestart, today=vandaag()),
        gestart=gestart,
        stilstand=stilstand,
        casus_id=casus.pk if casus else None,
        antwoord_voor=asked[0] + _answer_within() if asked else None,
        geweigerd_om=next((s.oorzaak for s in steps if s.soort == "geweigerd"), ""),
    )


def _answer_within() -> timedelta:
    """Within how long the question which gemeente pays is answered (norm, in weeks)."""
    return timedelta(weeks=float(beleid().normen["vraag-welke-gemeente-betaalt"].waarde or 0))


def _steps(row: Verwijsverzoek) -> list[Stap]:
    rows = sorted(row.stappen.all(), key=lambda stap: (stap.vastgelegd_at, stap.pk))
    return [Stap(stap.soort, stap.datum, stap.oorzaak) for stap in rows if not stap.ingetrokken]


def _state(row: Verwijsverzoek) -> str:
    linked = [stap.casus_id for stap in row.stappen.all() if stap.casus_id]
    started = TrajectStap.objects.current().filter(
        toewijzing__casus__in=linked, soort="start", ingetrokken=False
    )
    return state_of_verwijsverzoek([stap.soort for stap in _steps(row)], gestart=started.exists())


def _locked(by: Actor, verwijsverzoek_id: UUID) -> Verwijsverzoek:
    """The row is locked: linked twice at once it would be two meldingen."""
    row = visible_verwijsverzoeken(by).select_for_update(of=("self",)).filter(pk=verwijsverzoek_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    linked = VerwijsverzoekStap.objects.filter(verwijsverzoek=row, soort="gekoppeld").values_list(
        "casus_id", flat=True
    )
    if linked and not visible_casussen(by, vandaag()).filter(pk__in=linked).exists():
        raise Refused("niet_gevonden")
    return row


def _step(by: Actor, row: Verwijsverzoek, soort: str, datum: date, **more: object) -> None:
    VerwijsverzoekStap.objects.create(
        verwijsverzoek=row, soort=soort, datum=datum, **more, **written_by(by, row.gemeente_id)
    )


def _wipe(row: Verwijsverzoek) -> None:
    row.roepnaam = row.achternaam = ""
    row.geboortedatum = row.bsn_versleuteld = None
    row.versie += 1
    row.save(force_update=True)
