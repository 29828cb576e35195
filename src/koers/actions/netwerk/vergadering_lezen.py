"""Meetings as they stand now: agenda, annotations, positions, what was decided and what came of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Prefetch

from koers.actions.handeling import act
from koers.actions.netwerk.besluiten import earlier_besluit, hears_for, stand_after
from koers.actions.netwerk.overleggen import overleggen
from koers.actions.netwerk.vergaderbeelden import (
    ActieBeeld,
    AnnotatieBeeld,
    BesluitBeeld,
    BesluitKort,
    EigenStandpunt,
    OpTafel,
    PuntBeeld,
    RaaktBeeld,
    StandpuntBeeld,
    VergaderingBeeld,
    VergaderingKort,
    VervolgBeeld,
)
from koers.actions.netwerk.voorbereiden import own_concepten, standpunt_stand
from koers.authorization.poort import may
from koers.authorization.zicht_netwerk import visible_acties, visible_besluiten, visible_vergaderingen
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.toestanden.vergadering import AGENDAPUNT, VERGADERING
from koers.domain.vergadering import (
    LOPEND,
    SCHRIJFT_STANDPUNT,
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
from koers.registers.sturing.models import Rapportageuitgave

# A meeting that still has to be held, or whose minutes are not settled.
OPEN_STANDEN = frozenset({"gepland", "agenda_verstuurd", "verslag_in_de_maak"})


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


# An item needs the name of its report, not all that was frozen in it.
_RAPPORTAGES = Rapportageuitgave.objects.defer("inhoud").select_related("gemeente")


def _besluiten(rows):
    joined = rows.select_related(
        "punt__vergadering", "punt__rapportage__gemeente", "volgt_op__punt__vergadering"
    )
    return joined.prefetch_related(*_BESLUIT_DELEN).defer("punt__rapportage__inhoud")


def _with_parts(rows):
    return rows.prefetch_related(
        "stappen",
        "deelnemers__gemeente",
        "punten__stappen",
        "punten__annotaties",
        "punten__standpunten__gemeente",
        Prefetch("punten__rapportage", _RAPPORTAGES),
        "punten__besluit__punt__vergadering",
        Prefetch("punten__besluit__punt__rapportage", _RAPPORTAGES),
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
        rapportage=on_table(punt),
    )


def on_table(punt: Agendapunt) -> OpTafel | None:
    """The report that lies on the table at an item, if any."""
    een = punt.rapportage
    return OpTafel(een.rapportage_id, een.soort, een.periode, een.gemeente.naam) if een else None


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
        rapportage=on_table(row.punt),
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
