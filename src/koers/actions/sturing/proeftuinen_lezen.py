"""The proeftuinen of a municipality as they stand, with every design, count, evaluation and decision."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.sturing.agenda import VOLGORDE
from koers.actions.sturing.agenda_lezen import PrincipeBeeld, last_said
from koers.actions.sturing.proeftuinen import agreed_moment
from koers.actions.sturing.proeftuinmeting import for_everybody, of_indicator_before, typed
from koers.analytics.effect import estimate, look_back
from koers.authorization.zicht_sturing import visible_agenda, visible_agendagemeenten
from koers.domain.actor import Actor
from koers.domain.proeftuinen import (
    BESLUIT_PROEFTUIN,
    ZIET_EXACT,
    Aanloop,
    Effect,
    Meting,
    Punt,
    thawed,
)
from koers.domain.toestanden.proeftuin import PROEFTUIN
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Principegebruik, Proeftuin, ProeftuinOntwerp, ProeftuinStap


@dataclass(frozen=True, slots=True)
class OntwerpBeeld:
    """What was agreed on `datum`; see `NieuwOntwerp`."""

    hypothese: str
    indicator: str
    telt: str
    richting: str
    verwacht: Decimal
    soort: str
    groep: tuple[str, ...]
    vergelijking: tuple[str, ...]
    begindatum: date
    evaluatie_op: date
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class UitkomstBeeld:
    """What an evaluation found on `datum`. `effect`: None when nothing could be said, or nothing told.

    `metingen`: the counts behind it, as this reader may see them; `alles_verteld`: none is hidden.
    `voorlopig`: years that could still change then.
    """

    oordeel: str
    effect: Effect | None
    metingen: tuple[Meting, ...]
    alles_verteld: bool
    exact: bool
    woorden: str
    datum: date
    naam: str
    versie: str
    voorlopig: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BesluitBeeld:
    """What was decided on `datum`, and why. `evaluatie_op`: the next day of looking."""

    keuze: str
    reden: str
    datum: date
    naam: str
    evaluatie_op: date | None


@dataclass(frozen=True, slots=True)
class ProeftuinRegel:
    """In one line. `evaluatie_op`: the agreed day of looking; `oordeel`: of the last evaluation."""

    id: UUID
    naam: str
    opgave: str
    stand: str
    evaluatie_op: date
    te_laat: bool
    oordeel: str


@dataclass(frozen=True, slots=True)
class ProeftuinenBeeld:
    """All of one municipality. `gemeenten`: code and name of all that the reader may choose from."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    regels: tuple[ProeftuinRegel, ...]
    schrijf_ik: bool


@dataclass(frozen=True, slots=True)
class ProeftuinBeeld:
    """One proeftuin. `vastgezet_op`: since when its design is fixed. `handelingen`: what may be done now.
    `aanloop`: None when the counts before the start are too small to tell this reader.
    """

    id: UUID
    gemeente: str
    gemeentenaam: str
    opgave: str
    naam: str
    stand: str
    ontwerpen: tuple[OntwerpBeeld, ...]
    evaluatie_op: date
    vastgezet_op: date | None
    afgebroken: BesluitBeeld | None
    aanloop: Aanloop | None
    reeks: tuple[Punt, ...]
    metingen: tuple[Meting, ...]
    exact: bool
    uitkomsten: tuple[UitkomstBeeld, ...]
    besluiten: tuple[BesluitBeeld, ...]
    principes: tuple[PrincipeBeeld, ...]
    handelingen: tuple[str, ...]
    schrijf_ik: bool
    besluit_ik: bool

    @property
    def ontwerp(self) -> OntwerpBeeld:
        """The design that counts."""
        return self.ontwerpen[-1]

    @property
    def achteraf(self) -> bool:
        """Whether the design was fixed after the start: then it may have been chosen by its figures."""
        return self.vastgezet_op is not None and self.vastgezet_op > self.ontwerp.begindatum

    @property
    def mag_kijken(self) -> bool:
        """Whether the agreed day of looking has come."""
        return self.stand == "loopt" and self.evaluatie_op <= vandaag()


def read_proeftuinen(*, by: Actor, gemeente: str = "") -> ProeftuinenBeeld:
    """All of a municipality, what waits for an evaluation on top; none named: the first of the own ones.

    Refused: niet_gevonden.
    """
    with act("read_proeftuinen", by=by) as spoor:
        gemeenten = tuple(visible_agendagemeenten(by).order_by("naam").values_list("pk", "naam"))
        names = dict(gemeenten)
        gemeente = gemeente or next(iter(names), "")
        if gemeente not in names:
            raise Refused("niet_gevonden")
        spoor.onderwerp("proeftuinen", gemeente)
        rows = visible_agenda(by, Proeftuin).filter(gemeente=gemeente)
        regels = [_line(row) for row in rows.order_by(*VOLGORDE)]
        return ProeftuinenBeeld(
            gemeente,
            names[gemeente],
            gemeenten,
            tuple(sorted(regels, key=lambda een: (not een.te_laat, een.stand != "loopt", een.evaluatie_op))),
            by.rol in SCHRIJFT_AGENDA,
        )


def read_proeftuin(*, by: Actor, proeftuin_id: UUID) -> ProeftuinBeeld:
    """One, with the counts and the effect as this reader may know them. Refused: niet_gevonden."""
    with act("read_proeftuinen", by=by) as spoor:
        row = visible_agenda(by, Proeftuin).select_related("gemeente").filter(pk=proeftuin_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("proeftuin", row.pk)
        return _picture(by, row, spoor)


def _line(row: Proeftuin) -> ProeftuinRegel:
    stappen = list(row.stappen.order_by(*VOLGORDE))
    stand = stappen[-1].soort if stappen else PROEFTUIN.begin
    looked = [een.uitkomst for een in stappen if een.uitkomst]
    moment = agreed_moment(row)
    return ProeftuinRegel(
        *(row.pk, row.naam, row.opgave, stand, moment),
        te_laat=stand == "loopt" and moment <= vandaag(),
        oordeel=looked[-1]["oordeel"] if looked else "",
    )


def _picture(by: Actor, row: Proeftuin, spoor: Spoor) -> ProeftuinBeeld:
    stappen = list(row.stappen.order_by(*VOLGORDE))
    stand = stappen[-1].soort if stappen else PROEFTUIN.begin
    kept = list(row.ontwerpen.order_by(*VOLGORDE))
    exact = by.rol in ZIET_EXACT
    metingen, aanloop, reeks = _counts(by, row, kept[-1], spoor, exact=exact)
    principes = visible_agenda(by, Principegebruik).filter(proeftuin=row).order_by(*VOLGORDE)
    return ProeftuinBeeld(
        id=row.pk,
        gemeente=row.gemeente_id,
        gemeentenaam=row.gemeente.naam,
        opgave=row.opgave,
        naam=row.naam,
        stand=stand,
        ontwerpen=tuple(_design(een) for een in kept),
        evaluatie_op=agreed_moment(row),
        vastgezet_op=next((een.datum for een in stappen if een.soort == "loopt"), None),
        afgebroken=next((_decision(een) for een in stappen if een.soort == "afgebroken"), None),
        aanloop=aanloop,
        reeks=reeks,
        metingen=metingen,
        exact=exact,
        uitkomsten=tuple(_outcome(een, exact=exact) for een in stappen if een.uitkomst),
        besluiten=tuple(_decision(een) for een in stappen if een.keuze),
        principes=last_said(principes),
        handelingen=PROEFTUIN.open_acts(stand),
        schrijf_ik=by.rol in SCHRIJFT_AGENDA,
        besluit_ik=by.rol in BESLUIT_PROEFTUIN,
    )


def _counts(
    by: Actor, row: Proeftuin, ontwerp: ProeftuinOntwerp, spoor: Spoor, *, exact: bool
) -> tuple[tuple[Meting, ...], Aanloop | None, tuple[Punt, ...]]:
    """What this reader may know of what was typed, and of the time before the start."""
    if ontwerp.indicator:
        return (), *look_back(of_indicator_before(by, ontwerp))
    spoor.note(klasse="intern" if exact else "openbaar")
    metingen, alles = typed(by, row, ontwerp), True
    if not exact:
        metingen, alles = for_everybody(metingen)
    return tuple(metingen), *(look_back(metingen) if alles else (None, ()))


def _design(row: ProeftuinOntwerp) -> OntwerpBeeld:
    return OntwerpBeeld(
        *(row.hypothese, row.indicator, row.telt, row.richting, row.verwacht, row.eenheidsoort),
        *(tuple(row.groep), tuple(row.vergelijking), row.begindatum, row.evaluatie_op, row.datum, row.naam),
    )


def _decision(een: ProeftuinStap) -> BesluitBeeld:
    return BesluitBeeld(een.keuze, een.reden, een.datum, een.naam, een.evaluatie_op)


def _outcome(een: ProeftuinStap, *, exact: bool) -> UitkomstBeeld:
    """To who may not see exact counts the effect is told as it follows from the told ones."""
    found = een.uitkomst or {}
    metingen = [Meting(*row) for row in found["metingen"]]
    effect = thawed(found["effect"]) if found["effect"] else None
    alles = True
    if found["exact"] and not exact:
        metingen, alles = for_everybody(metingen)
        effect = estimate(metingen) if alles else None
    return UitkomstBeeld(
        oordeel=found["oordeel"],
        effect=effect,
        metingen=tuple(metingen),
        alles_verteld=alles,
        exact=found["exact"] and exact,
        woorden=een.reden,
        datum=een.datum,
        naam=een.naam,
        versie=found["definitie_versie"],
        voorlopig=tuple(found["voorlopig"]),
    )
