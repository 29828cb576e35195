"""The lane of light help: a question, a first talk within four weeks, an end, or a way on to the toegang."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_person
from koers.actions.kern.gezinnen import create_gezin
from koers.actions.toegang.licht import find_lichte_hulp, write_lichte_hulp
from koers.authorization.zicht import visible_jeugdigen, visible_lichte_hulp
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import START, LichteStap, Verloop, check_verloop, days_left, in_time
from koers.domain.namen import fold_persoon
from koers.domain.personen import NieuwPersoon
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import dag_van, vandaag
from koers.registers.toegang.models import LichteGroep, LichteHulp, LichteHulpStap

INDICATOR = "wachttijd-licht"


@dataclass(frozen=True, slots=True)
class LichtRegel:
    """One light question. `dagen_over`: until the first talk has to have been; negative is too late."""

    id: UUID
    kind: str
    jeugdige_id: UUID
    vraag: str
    verloop: Verloop
    dagen_over: int | None
    toestand: str

    @property
    def loopt(self) -> bool:
        return self.verloop.einddatum is None

    @property
    def dagen_te_laat(self) -> int:
        return max(0, -(self.dagen_over or 0))


@dataclass(frozen=True, slots=True)
class GroepBeeld:
    datum: date
    thema: str
    deelnemers: int
    bijeenkomsten: int


@dataclass(frozen=True, slots=True)
class PohBeeld:
    """My light help: what runs (most urgent first), what ended this year, groups, and what it took."""

    norm_dagen: int
    loopt: tuple[LichtRegel, ...]
    voorbij: tuple[LichtRegel, ...]
    groepen: tuple[GroepBeeld, ...]
    jaar: int
    op_tijd: int
    te_laat: int
    minuten: int

    @property
    def over_tijd(self) -> int:
        """How many wait longer than the norm now."""
        return sum(regel.dagen_over is not None and regel.dagen_over < 0 for regel in self.loopt)

    @property
    def zonder_overdracht(self) -> int:
        """How many ended well this year without a way on to the toegang."""
        return sum(regel.verloop.uitkomst == "afgerond" for regel in self.voorbij)


@dataclass(frozen=True, slots=True)
class Verbetering:
    """A correction: the day it was made, why, and the course that stood there before."""

    dag: date
    reden: str
    was: Verloop


@dataclass(frozen=True, slots=True)
class LichtBeeld:
    """One question with everything that was written and replaced, newest correction first."""

    regel: LichtRegel
    norm_dagen: int
    verbeterd: tuple[Verbetering, ...]


@dataclass(frozen=True, slots=True)
class NieuweLichteVraag:
    """A question of a child of an own family (`jeugdige_id`), or of one who is new here (`kind`)."""

    datum: date
    vraag: str = ""
    jeugdige_id: UUID | None = None
    kind: NieuwPersoon | None = None


def norm_dagen() -> int:
    """Within so many days the first talk has to be."""
    dagen = beleid().indicatoren[INDICATOR].grens_dagen
    if dagen is None:
        raise LookupError(f"indicator {INDICATOR} has no grens_dagen")
    return dagen


def read_poh(*, by: Actor) -> PohBeeld:
    """My light help of now and of this year."""
    today = vandaag()
    with act("read_lichte_hulp", by=by) as spoor:
        norm = norm_dagen()
        regels = _lines(by, visible_lichte_hulp(by, today), norm, today, spoor)
        running = sorted((r for r in regels if r.loopt), key=_urgent)
        ended = [r for r in regels if r.verloop.einddatum and r.verloop.einddatum.year == today.year]
        asked = [r for r in regels if r.verloop.vraagdatum.year == today.year]
        times = [in_time(r.verloop, norm, today) for r in asked]
        groepen = LichteGroep.objects.current().filter(
            organisatie_id=by.organisatie_id, gemeente__in=by.gemeenten, ingetrokken=False
        )
        return PohBeeld(
            norm_dagen=norm,
            loopt=tuple(running),
            voorbij=tuple(sorted(ended, key=lambda r: r.verloop.einddatum or today, reverse=True)),
            groepen=tuple(
                GroepBeeld(g.datum, g.thema, g.deelnemers, g.bijeenkomsten)
                for g in groepen.order_by("-datum", "pk")[:50]
            ),
            jaar=today.year,
            op_tijd=times.count(True),
            te_laat=times.count(False),
            minuten=sum(r.verloop.minuten for r in ended),
        )


def _urgent(regel: LichtRegel) -> tuple[bool, int, date, UUID]:
    """Who waits longest past the norm first; who already talked last."""
    left = regel.dagen_over
    return left is None, left or 0, regel.verloop.vraagdatum, regel.id


def read_lichte_hulp(*, by: Actor, lichte_hulp_id: UUID) -> LichtBeeld:
    """One question. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_lichte_hulp", by=by) as spoor:
        found = visible_lichte_hulp(by, today).filter(pk=lichte_hulp_id)
        regels = _lines(by, found, norm_dagen(), today, spoor)
        if not regels:
            raise Refused("niet_gevonden")
        spoor.onderwerp("lichte_hulp", lichte_hulp_id)
        return LichtBeeld(regels[0], norm_dagen(), _corrections(found[0]))


def _corrections(hulp: LichteHulp) -> tuple[Verbetering, ...]:
    """What stood there before each correction, newest first: nothing that was written is lost."""
    found: list[Verbetering] = []
    row = hulp
    while row.vervangt_id is not None:
        old = LichteHulp.objects.get(pk=row.vervangt_id)
        steps = LichteHulpStap.objects.filter(lichte_hulp=old, ingetrokken=False)
        was = course_of(old, list(steps.order_by("datum", "vastgelegd_at")))
        found.append(Verbetering(dag_van(row.vastgelegd_at), row.reden_correctie, was))
        row = old
    return tuple(found)


def read_own_children(*, by: Actor) -> tuple[tuple[UUID, str], ...]:
    """Children of own families, to choose from."""
    with act("read_lichte_hulp", by=by) as spoor:
        leden = visible_jeugdigen(by, vandaag()).select_related("persoon").order_by("persoon__gevouwen", "pk")
        for lid in leden:
            spoor.seen(lid.persoon_id, lid.gemeente_id)
        one = one_person(by, vandaag())
        return tuple((lid.persoon_id, one.name_of(lid.persoon)) for lid in leden)


def ask_lichte_hulp(*, by: Actor, vraag: NieuweLichteVraag, formulier: UUID | None = None) -> UUID:
    """A light question; a child that is not in an own family yet gets one, of which the actor is regisseur.

    Whether the child is known elsewhere is not told: that is not for who gives light help. The toegang looks
    for doubles when it takes a question over. Returns the id of the light help.
    Refused: datum_in_toekomst, geen_jeugdige, niet_gevonden, geen_gemeente, and as `check_persoon`.
    """
    if vraag.datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_lichte_hulp", by=by, formulier=formulier) as spoor:
        jeugdige, gemeente = find_or_make_child(by, vraag.jeugdige_id, vraag.kind)
        hulp = write_lichte_hulp(by, jeugdige, vraag.datum, vraag.vraag, gemeente)
        spoor.onderwerp("lichte_hulp", hulp.pk)
        spoor.touched(jeugdige, gemeente)
        return hulp.pk


def find_or_make_child(by: Actor, jeugdige_id: UUID | None, kind: NieuwPersoon | None) -> tuple[UUID, str]:
    """The child and its municipality: chosen, the same one in an own family, or new."""
    mine = visible_jeugdigen(by, vandaag())
    if jeugdige_id is not None:
        lid = mine.filter(persoon_id=jeugdige_id).first()
        if lid is None:
            raise Refused("niet_gevonden")
        return lid.persoon_id, lid.gemeente_id
    if kind is None:
        raise Refused("geen_jeugdige")
    lid = mine.filter(persoon__gevouwen=folded(kind), persoon__geboortedatum=kind.geboortedatum).first()
    if lid is not None:
        return lid.persoon_id, lid.gemeente_id
    gezin, persoon = create_gezin(by, kind, toch=True)
    return persoon.pk, gezin.gemeente_id


def folded(kind: NieuwPersoon) -> str:
    """The name to find a child by."""
    return fold_persoon(
        roepnaam=kind.roepnaam,
        voornamen=kind.voornamen,
        voorvoegsel=kind.voorvoegsel,
        achternaam=kind.achternaam,
    )


def correct_lichte_hulp(
    *,
    by: Actor,
    lichte_hulp_id: UUID,
    verloop: Verloop | None,
    reden: str,
    formulier: UUID | None = None,
) -> UUID:
    """Puts another course in the place of what was written; None: it never happened. What was stays readable.

    Returns the id of the row that holds now. Refused: niet_gevonden, reden_verplicht,
    correctie_na_overdracht, and as `check_verloop`.
    """
    if not reden.strip():
        raise Refused("reden_verplicht")
    if verloop is not None:
        if verloop.uitkomst == "opgeschaald":
            raise Refused("opschalen_met_overdracht")
        check_verloop(verloop, today=vandaag())
    with act("correct_lichte_hulp", by=by, formulier=formulier) as spoor:
        old = find_lichte_hulp(by, lichte_hulp_id, spoor)
        steps = list(LichteHulpStap.objects.current().filter(lichte_hulp=old, ingetrokken=False))
        if any(step.soort == "opgeschaald" for step in steps):
            raise Refused("correctie_na_overdracht")
        written = written_by(by, old.gemeente_id) | {"reden_correctie": reden.strip()[:200]}
        new = LichteHulp.objects.create(
            jeugdige_id=old.jeugdige_id,
            casus_id=old.casus_id,
            soort=old.soort,
            praktijk_id=old.praktijk_id,
            vraag=old.vraag,
            datum=verloop.vraagdatum if verloop else old.datum,
            vervangt=old,
            ingetrokken=verloop is None,
            **written,
        )
        _replace_steps(new, steps, verloop.stappen() if verloop else (), written)
        return new.pk


def _replace_steps(
    hulp: LichteHulp, old: list[LichteHulpStap], new: tuple[LichteStap, ...], written: dict
) -> None:
    """Every old step is replaced by the new one of its kind, or withdrawn."""
    kept = {step.soort == START: step for step in old}
    for stap in new:
        LichteHulpStap.objects.create(
            lichte_hulp=hulp,
            soort=stap.soort,
            datum=stap.datum,
            minuten=stap.minuten,
            gesprekken=stap.gesprekken,
            vervangt=kept.pop(stap.soort == START, None),
            **written,
        )
    for step in kept.values():
        LichteHulpStap.objects.create(
            lichte_hulp=hulp, soort=step.soort, datum=step.datum, vervangt=step, ingetrokken=True, **written
        )


def register_lichte_groep(
    *,
    by: Actor,
    thema: str,
    datum: date,
    deelnemers: int,
    bijeenkomsten: int,
    formulier: UUID | None = None,
) -> UUID:
    """Light help in a group: numbers and a theme, no names.

    Refused: groep_onvolledig, datum_in_toekomst, geen_gemeente.
    """
    if not thema.strip() or deelnemers < 1 or bijeenkomsten < 1:
        raise Refused("groep_onvolledig")
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("register_lichte_groep", by=by, formulier=formulier) as spoor:
        if len(by.gemeenten) != 1 or by.organisatie_id is None:
            raise Refused("geen_gemeente")
        row = LichteGroep.objects.create(
            organisatie_id=by.organisatie_id,
            thema=thema.strip()[:80],
            datum=datum,
            deelnemers=deelnemers,
            bijeenkomsten=bijeenkomsten,
            **written_by(by, next(iter(by.gemeenten))),
        )
        spoor.onderwerp("lichte_groep", row.pk)
        return row.pk


def _lines(by: Actor, found, norm: int, today: date, spoor: Spoor) -> list[LichtRegel]:
    rows = list(found.select_related("jeugdige").order_by("datum", "pk"))
    steps: dict[UUID, list[LichteHulpStap]] = {}
    current = LichteHulpStap.objects.current().filter(lichte_hulp__in=rows, ingetrokken=False)
    for step in current.order_by("datum", "vastgelegd_at"):
        steps.setdefault(step.lichte_hulp_id, []).append(step)
    for row in rows:
        spoor.seen(row.jeugdige_id, row.gemeente_id)
    one = one_person(by, today)
    return [
        _line(row, one.name_of(row.jeugdige), course_of(row, steps.get(row.pk, [])), norm, today)
        for row in rows
    ]


def course_of(hulp: LichteHulp, steps: list[LichteHulpStap]) -> Verloop:
    """The course of a question from its steps."""
    start = next((s for s in steps if s.soort == START), None)
    end = next((s for s in steps if s.soort != START), None)
    return Verloop(
        vraagdatum=hulp.datum,
        eerste_gesprek=start.datum if start else None,
        einddatum=end.datum if end else None,
        uitkomst=end.soort if end else "",
        minuten=end.minuten if end else 0,
        gesprekken=end.gesprekken if end else 0,
    )


def _line(row: LichteHulp, kind: str, verloop: Verloop, norm: int, today: date) -> LichtRegel:
    toestand = verloop.uitkomst or ("begonnen" if verloop.eerste_gesprek else "gevraagd")
    left = days_left(verloop, norm, today)
    return LichtRegel(row.pk, kind, row.jeugdige_id, row.vraag, verloop, left, toestand)
