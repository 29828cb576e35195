"""Meetings as they stand now: agenda, annotations, positions, what was decided and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.netwerk.besluiten import earlier_besluit, hears_for, stand_after
from koers.actions.netwerk.overleggen import overleggen
from koers.actions.netwerk.voorbereiden import own_concepten, standpunt_stand
from koers.authorization.poort import may
from koers.authorization.zicht_netwerk import visible_acties, visible_besluiten, visible_vergaderingen
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.toestanden.vergadering import AGENDAPUNT, VERGADERING
from koers.domain.vergadering import (
    LOPEND,
    SCHRIJFT_STANDPUNT,
    WACHT,
    Mandaatblik,
    may_follow,
    organisers,
)
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    Actie,
    Agendapunt,
    Annotatie,
    BesluitRaakt,
    Vergaderbesluit,
    Vergadering,
)

# A meeting that still has to be held, or whose minutes are not settled.
OPEN_STANDEN = frozenset({"gepland", "agenda_verstuurd", "verslag_in_de_maak"})


@dataclass(frozen=True, slots=True)
class VervolgBeeld:
    """What came of an action on a day, and who said so."""

    soort: str
    datum: date
    reden: str
    uiterlijk: date | None
    naam: str


@dataclass(frozen=True, slots=True)
class ActieBeeld:
    """An action as it stands. `uiterlijk`: the day that counts now. `van_mij`: who reads may follow it up."""

    id: UUID
    wat: str
    wie: str
    gemeente: str
    uiterlijk: date
    stand: str
    te_laat: bool
    van_mij: bool
    besluit_id: UUID
    vergadering_id: UUID
    vervolgen: tuple[VervolgBeeld, ...]

    @property
    def loopt(self) -> bool:
        """Whether something still has to be done."""
        return self.stand in LOPEND


@dataclass(frozen=True, slots=True)
class RaaktBeeld:
    """Whom a besluit touches: a body (its id) or a municipality (its name), and when they heard of it."""

    id: UUID
    gremium: str
    gemeente: str
    gehoord: tuple[tuple[date, str, str], ...]
    van_mij: bool


@dataclass(frozen=True, slots=True)
class BesluitKort:
    """A besluit in one line."""

    id: UUID
    vergadering_id: UUID
    gremium: str
    datum: date
    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class BesluitBeeld:
    """A besluit with everything around it. `stemmen`: name of a municipality and its vote."""

    kort: BesluitKort
    dossier: str
    mandaat: Mandaatblik
    zonder_voorbereiding: str
    gebonden: tuple[str, ...]
    stemmen: tuple[tuple[str, str], ...]
    raakt: tuple[RaaktBeeld, ...]
    acties: tuple[ActieBeeld, ...]
    eerder: BesluitKort | None
    later: tuple[BesluitKort, ...]


@dataclass(frozen=True, slots=True)
class AnnotatieBeeld:
    tekst: str
    voorstel: str
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class StandpuntBeeld:
    """What a municipality said; `eerdere`: how often it said something before this."""

    gemeente: str
    keuze: str
    tekst: str
    naam: str
    datum: date
    eerdere: int = 0


@dataclass(frozen=True, slots=True)
class EigenStandpunt:
    """How far the own position is, with every draft so far (the newest last)."""

    gemeente: str
    stand: str
    concepten: tuple[StandpuntBeeld, ...]


@dataclass(frozen=True, slots=True)
class PuntBeeld:
    """An item. `concept`: an annotation that members do not read yet, for who prepares and organises.

    `zwijgen`: names of municipalities that take part and shared nothing. `vorige`: what was decided last time
    on the same dossier. `bereid_ik`: the reader's body prepares it.
    """

    id: UUID
    volgorde: int
    titel: str
    dossier: str
    vraag: str
    voorbereider: str
    stand: str
    reden: str
    annotatie: AnnotatieBeeld | None
    concept: AnnotatieBeeld | None
    standpunten: tuple[StandpuntBeeld, ...]
    zwijgen: tuple[str, ...]
    eigen: EigenStandpunt | None
    besluit: BesluitBeeld | None
    vorige: BesluitBeeld | None
    bereid_ik: bool

    @property
    def wacht(self) -> bool:
        """Whether the meeting still has to deal with it."""
        return self.stand in WACHT


@dataclass(frozen=True, slots=True)
class VergaderingKort:
    """A meeting in one line. `besluiten`: what was decided, in the order of the agenda."""

    id: UUID
    gremium: str
    datum: date
    plaats: str
    stand: str
    punten: int
    besluiten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VergaderingBeeld:
    """A meeting with its agenda. `deelnemers`: GM code and name. `organiseer_ik`: the reader records."""

    kort: VergaderingKort
    reden: str
    deelnemers: tuple[tuple[str, str], ...]
    punten: tuple[PuntBeeld, ...]
    organiseer_ik: bool
    geweest: bool

    def punt(self, punt_id: UUID) -> PuntBeeld:
        """One item. Refused: niet_gevonden."""
        for een in self.punten:
            if een.id == punt_id:
                return een
        raise Refused("niet_gevonden")


def read_vergaderingen(*, by: Actor) -> tuple[tuple[VergaderingKort, ...], tuple[VergaderingKort, ...]]:
    """Meetings that come (the next first) and that were (the last first)."""
    today = vandaag()
    with act("read_vergaderingen", by=by):
        rows = _with_parts(visible_vergaderingen(by))
        coming = [_short(row) for row in rows.filter(datum__gte=today).order_by("datum", "vastgelegd_at")]
        past = [_short(row) for row in rows.filter(datum__lt=today).order_by("-datum", "-vastgelegd_at")]
        return tuple(coming), tuple(past)


def read_coming(*, by: Actor, most: int = 3) -> tuple[VergaderingBeeld, ...]:
    """The next meetings that go on, with their agendas; at most so many."""
    with act("read_vergaderingen", by=by):
        rows = _with_parts(visible_vergaderingen(by)).filter(datum__gte=vandaag())
        coming = [row for row in rows.order_by("datum", "vastgelegd_at") if _short(row).stand in OPEN_STANDEN]
        return tuple(picture(by, row) for row in coming[:most])


def read_vergadering(*, by: Actor, vergadering_id: UUID) -> VergaderingBeeld:
    """One meeting, as far as this actor reads it. Refused: niet_gevonden."""
    with act("read_vergaderingen", by=by) as spoor:
        row = _with_parts(visible_vergaderingen(by)).filter(pk=vergadering_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("vergadering", row.pk)
        return picture(by, row)


def read_punt(*, by: Actor, punt_id: UUID) -> tuple[VergaderingBeeld, PuntBeeld]:
    """One item with its meeting. Refused: niet_gevonden."""
    with act("read_vergaderingen", by=by) as spoor:
        row = _with_parts(visible_vergaderingen(by)).filter(punten=punt_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("vergadering", row.pk)
        beeld = picture(by, row)
        return beeld, beeld.punt(punt_id)


def read_besluiten(*, by: Actor) -> tuple[BesluitBeeld, ...]:
    """Everything that was decided at meetings this actor sees, the newest first."""
    with act("read_vergaderingen", by=by):
        rows = _besluiten(visible_besluiten(by)).order_by("-datum", "-vastgelegd_at", "pk")
        return tuple(_besluit(by, row) for row in rows)


def read_unheard(*, by: Actor, gremium: str) -> tuple[tuple[BesluitBeeld, RaaktBeeld], ...]:
    """Besluiten that touch this body and that it has not heard of: what its next meeting has to hear."""
    return tuple(
        (besluit, een)
        for besluit in read_besluiten(by=by)
        for een in besluit.raakt
        if een.gremium == gremium and not een.gehoord
    )


def read_besloten(*, by: Actor | None) -> tuple[BesluitBeeld, ...]:
    """What the collective memory knows of meetings: for who may read meetings, nothing for anybody else."""
    return read_besluiten(by=by) if by is not None and may(by, "read_vergaderingen") else ()


def read_besluit(*, by: Actor, besluit_id: UUID) -> tuple[VergaderingBeeld, BesluitBeeld]:
    """One besluit with its meeting. Refused: niet_gevonden."""
    with act("read_vergaderingen", by=by) as spoor:
        row = _besluiten(visible_besluiten(by)).filter(pk=besluit_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("vergaderbesluit", row.pk)
        meeting = _with_parts(visible_vergaderingen(by)).get(pk=row.punt.vergadering_id)
        return picture(by, meeting), _besluit(by, row)


def read_acties(*, by: Actor, open_only: bool = False) -> tuple[ActieBeeld, ...]:
    """Actions at meetings this actor sees, what is due first on top; those that run when asked."""
    with act("read_vergaderingen", by=by):
        rows = visible_acties(by).select_related("gemeente", "besluit__punt").prefetch_related("vervolgen")
        found = [_actie(by, row) for row in rows]
    kept = [een for een in found if een.loopt or not open_only]
    return tuple(sorted(kept, key=lambda een: (not een.loopt, een.uiterlijk, een.wat)))


def read_actie(*, by: Actor, actie_id: UUID) -> ActieBeeld:
    """One action with everything that came of it. Refused: niet_gevonden."""
    found = [een for een in read_acties(by=by) if een.id == actie_id]
    if not found:
        raise Refused("niet_gevonden")
    return found[0]


def read_raakt(*, by: Actor, raakt_id: UUID) -> tuple[BesluitBeeld, RaaktBeeld]:
    """Whom a besluit touches, one of them. Refused: niet_gevonden."""
    for besluit in read_besluiten(by=by):
        for een in besluit.raakt:
            if een.id == raakt_id:
                return besluit, een
    raise Refused("niet_gevonden")


# --- rows into pictures -----------------------------------------------------------------------------

_BESLUIT_DELEN = (
    *("gemeenten__gemeente", "raakt__gemeente", "raakt__terugkoppelingen"),
    *("acties__gemeente", "acties__vervolgen", "daarna__punt__vergadering"),
)


def _besluiten(rows):
    joined = rows.select_related("punt__vergadering", "volgt_op__punt__vergadering")
    return joined.prefetch_related(*_BESLUIT_DELEN)


def _with_parts(rows):
    return rows.prefetch_related(
        "stappen",
        "deelnemers__gemeente",
        "punten__stappen",
        "punten__annotaties",
        "punten__standpunten__gemeente",
        "punten__besluit__punt__vergadering",
        *(f"punten__besluit__{deel}" for deel in _BESLUIT_DELEN),
    )


def _in_order(rows: Iterable) -> list:
    """Facts in the order in which they were written, without asking the database again."""
    return sorted(rows, key=lambda row: (row.vastgelegd_at, str(row.pk)))


def _last(rows: Iterable):
    ordered = _in_order(rows)
    return ordered[-1] if ordered else None


def _punten(row: Vergadering) -> list[Agendapunt]:
    return sorted(row.punten.all(), key=lambda punt: punt.volgorde)


def _short(row: Vergadering) -> VergaderingKort:
    step = _last(row.stappen.all())
    punten = _punten(row)
    return VergaderingKort(
        row.pk,
        row.gremium,
        row.datum,
        row.plaats,
        step.soort if step else VERGADERING.begin,
        len(punten),
        tuple(punt.besluit.tekst for punt in punten if hasattr(punt, "besluit")),
    )


def picture(by: Actor, row: Vergadering) -> VergaderingBeeld:
    """A meeting as this actor reads it; within an act."""
    step = _last(row.stappen.all())
    body = overleggen().get(row.gremium)
    organiseer_ik = body is not None and by.rol in organisers(body)
    return VergaderingBeeld(
        _short(row),
        step.reden if step else "",
        tuple(
            sorted(
                ((een.gemeente_id, een.gemeente.naam) for een in row.deelnemers.all()), key=lambda een: een[1]
            )
        ),
        tuple(_punt(by, row, punt, organiseer_ik) for punt in _punten(row)),
        organiseer_ik,
        row.datum <= vandaag(),
    )


def _punt(by: Actor, row: Vergadering, punt: Agendapunt, organiseer_ik: bool) -> PuntBeeld:
    step = _last(punt.stappen.all())
    stand = step.soort if step else AGENDAPUNT.begin
    body = overleggen().get(punt.voorbereider)
    bereid_ik = body is not None and by.rol in body.rollen
    annotaties = _in_order(punt.annotaties.all())
    released = _last(een for een in annotaties if een.vrijgegeven)
    draft = annotaties[-1] if annotaties and not annotaties[-1].vrijgegeven else None
    before = earlier_besluit(by, punt, row.datum)
    standpunten = _standpunten(punt)
    said = {een.gemeente for een in standpunten}
    return PuntBeeld(
        id=punt.pk,
        volgorde=punt.volgorde,
        titel=punt.titel,
        dossier=punt.dossier,
        vraag=punt.vraag,
        voorbereider=punt.voorbereider,
        stand=stand,
        reden=step.reden if step else "",
        annotatie=_annotatie(released),
        concept=_annotatie(draft) if bereid_ik or organiseer_ik else None,
        standpunten=standpunten,
        zwijgen=tuple(sorted({een.gemeente.naam for een in row.deelnemers.all()} - said)),
        eigen=_own(by, row, punt),
        besluit=_besluit(by, punt.besluit) if hasattr(punt, "besluit") else None,
        vorige=_besluit(by, before) if before else None,
        bereid_ik=bereid_ik,
    )


def _annotatie(row: Annotatie | None) -> AnnotatieBeeld | None:
    return AnnotatieBeeld(row.tekst, row.voorstel, row.naam, row.datum) if row else None


def _standpunten(punt: Agendapunt) -> tuple[StandpuntBeeld, ...]:
    """What each municipality said last, by its name."""
    said: dict[str, list] = {}
    for een in _in_order(punt.standpunten.all()):
        said.setdefault(een.gemeente.naam, []).append(een)
    return tuple(
        StandpuntBeeld(
            naam, rows[-1].keuze, rows[-1].tekst, rows[-1].naam, rows[-1].datum, eerdere=len(rows) - 1
        )
        for naam, rows in sorted(said.items())
    )


def _own(by: Actor, row: Vergadering, punt: Agendapunt) -> EigenStandpunt | None:
    """The position of the one own municipality, for who writes it."""
    samen = sorted(by.gemeenten & {een.gemeente_id for een in row.deelnemers.all()})
    if by.rol not in SCHRIJFT_STANDPUNT or len(samen) != 1:
        return None
    namen = {een.gemeente_id: een.gemeente.naam for een in row.deelnemers.all()}
    drafts = tuple(
        StandpuntBeeld(namen[samen[0]], een.keuze, een.tekst, een.naam, een.datum)
        for een in own_concepten(by, punt, samen[0])
    )
    return EigenStandpunt(namen[samen[0]], standpunt_stand(by, punt, samen[0]), drafts)


def besluit_short(row: Vergaderbesluit) -> BesluitKort:
    """A besluit in one line."""
    meeting = row.punt.vergadering
    return BesluitKort(row.pk, meeting.pk, meeting.gremium, row.datum, row.punt.titel, row.tekst)


def _besluit(by: Actor, row: Vergaderbesluit) -> BesluitBeeld:
    whom = sorted(row.gemeenten.all(), key=lambda een: een.gemeente.naam)
    return BesluitBeeld(
        kort=besluit_short(row),
        dossier=row.punt.dossier,
        mandaat=Mandaatblik.thawed(row.mandaat),
        zonder_voorbereiding=row.zonder_voorbereiding,
        gebonden=tuple(een.gemeente.naam for een in whom if een.gebonden),
        stemmen=tuple((een.gemeente.naam, een.stem) for een in whom if een.stem),
        raakt=tuple(_raakt(by, een) for een in sorted(row.raakt.all(), key=lambda een: een.gremium)),
        acties=tuple(_actie(by, een, row) for een in _in_order(row.acties.all())),
        eerder=besluit_short(row.volgt_op) if row.volgt_op else None,
        later=tuple(besluit_short(een) for een in _in_order(row.daarna.all())),
    )


def _raakt(by: Actor, row: BesluitRaakt) -> RaaktBeeld:
    return RaaktBeeld(
        row.pk,
        row.gremium,
        row.gemeente.naam if row.gemeente else "",
        tuple((een.datum, een.tekst, een.naam) for een in _in_order(row.terugkoppelingen.all())),
        hears_for(by, row.gremium, row.gemeente_id or ""),
    )


def _actie(by: Actor, row: Actie, besluit: Vergaderbesluit | None = None) -> ActieBeeld:
    steps: Sequence = _in_order(row.vervolgen.all())
    stand = stand_after(steps[-1].soort if steps else None)
    days = [een.uiterlijk for een in steps if een.uiterlijk]
    uiterlijk = days[-1] if days else row.uiterlijk
    return ActieBeeld(
        id=row.pk,
        wat=row.wat,
        wie=row.wie,
        gemeente=row.gemeente.naam if row.gemeente else "",
        uiterlijk=uiterlijk,
        stand=stand,
        te_laat=stand in LOPEND and uiterlijk < vandaag(),
        van_mij=may_follow(by.rol, by.gemeenten, row.gemeente_id or ""),
        besluit_id=row.besluit_id,
        vergadering_id=(besluit or row.besluit).punt.vergadering_id,
        vervolgen=tuple(
            VervolgBeeld(een.soort, een.datum, een.reden, een.uiterlijk, een.naam) for een in steps
        ),
    )


def is_mine(by: Actor, actie: ActieBeeld) -> bool:
    """Whether an action asks something of this role today: the region its own, a municipality its own."""
    if by.rol is Rol.REGIOMANAGER:
        return not actie.gemeente
    return actie.van_mij
