"""The risks of a municipality as they stand: what is overdue, what warns, and everything judged before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.monitor.berekend import read_indicator
from koers.actions.sturing.agenda import VOLGORDE
from koers.authorization.zicht_sturing import visible_agenda, visible_agendagemeenten
from koers.domain.actor import Actor
from koers.domain.risicos import SCHAAL, warns, weight
from koers.domain.toestanden.risico import RISICO, RISICOMAATREGEL
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Risico, Risicomaatregel, RisicomaatregelStap, Risicosignaal


@dataclass(frozen=True, slots=True)
class OordeelBeeld:
    """How it was judged on `datum`, by `naam`."""

    kans: str
    impact: str
    waarom: str
    eigenaar: str
    herzien_op: date
    datum: date
    naam: str

    @property
    def zwaarte(self) -> str:
        return weight(self.kans, self.impact)


@dataclass(frozen=True, slots=True)
class MaatregelBeeld:
    """What is done against it. `klaar_op` and `reden`: of when it was done or dropped."""

    id: UUID
    wat: str
    wie: str
    uiterlijk: date
    stand: str
    klaar_op: date | None
    reden: str

    @property
    def te_laat(self) -> bool:
        return self.stand == "open" and self.uiterlijk < vandaag()


@dataclass(frozen=True, slots=True)
class Laatste:
    """The last figure of an indicator that everybody may see, of one municipality."""

    waarde: Decimal | None
    eenheid: str
    periode: str
    voorlopig: bool
    versie: str
    peildatum: datetime | None


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """An indicator and its threshold, with the last figure that may be told; None: there is none."""

    id: UUID
    indicator: str
    kant: str
    grens: Decimal
    cijfer: Laatste | None

    @property
    def waarschuwt(self) -> bool:
        return self.cijfer is not None and warns(self.cijfer.waarde, self.kant, self.grens)


@dataclass(frozen=True, slots=True)
class RisicoBeeld:
    """One risk; the last of `oordelen` counts. `gesloten_om`: why it was closed or opened last."""

    id: UUID
    gemeente: str
    naam: str
    oorzaak: str
    gevolg: str
    beleidsrisico: str
    stand: str
    gesloten_om: str
    oordelen: tuple[OordeelBeeld, ...]
    maatregelen: tuple[MaatregelBeeld, ...]
    signalen: tuple[SignaalBeeld, ...]

    @property
    def oordeel(self) -> OordeelBeeld:
        return self.oordelen[-1]

    @property
    def te_laat(self) -> bool:
        """Whether it should have been looked at again."""
        return self.stand == "open" and self.oordeel.herzien_op <= vandaag()

    @property
    def waarschuwt(self) -> tuple[SignaalBeeld, ...]:
        """The signals that warn now; of what is closed none does."""
        return tuple(een for een in self.signalen if een.waarschuwt) if self.stand == "open" else ()


@dataclass(frozen=True, slots=True)
class RisicosBeeld:
    """All of one municipality, what is overdue on top. `schrijf_ik`: whether the reader keeps it."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    risicos: tuple[RisicoBeeld, ...]
    schrijf_ik: bool

    def risico(self, id: UUID) -> RisicoBeeld:
        """Refused: niet_gevonden."""
        for een in self.risicos:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")


def read_risicos(*, by: Actor, gemeente: str = "") -> RisicosBeeld:
    """All of a municipality; none named: the first of the own ones. Refused: niet_gevonden."""
    with act("read_risicos", by=by) as spoor:
        return _picture(by, gemeente, spoor)


def read_risico(*, by: Actor, risico_id: UUID) -> tuple[RisicosBeeld, RisicoBeeld]:
    """One, among the others of its municipality. Refused: niet_gevonden."""
    with act("read_risicos", by=by) as spoor:
        row = visible_agenda(by, Risico).filter(pk=risico_id).first()
        return _one(by, row, spoor)


def read_risicomaatregel(
    *, by: Actor, maatregel_id: UUID
) -> tuple[RisicosBeeld, RisicoBeeld, MaatregelBeeld]:
    """A measure with its risk. Refused: niet_gevonden."""
    with act("read_risicos", by=by) as spoor:
        row = visible_agenda(by, Risicomaatregel).select_related("risico").filter(pk=maatregel_id).first()
        beeld, risico = _one(by, row.risico if row else None, spoor)
        return beeld, risico, next(een for een in risico.maatregelen if een.id == maatregel_id)


def read_risicosignaal(*, by: Actor, signaal_id: UUID) -> tuple[RisicosBeeld, RisicoBeeld, SignaalBeeld]:
    """A signal with its risk. Refused: niet_gevonden."""
    with act("read_risicos", by=by) as spoor:
        row = visible_agenda(by, Risicosignaal).select_related("risico").filter(pk=signaal_id).first()
        beeld, risico = _one(by, row.risico if row else None, spoor)
        return beeld, risico, next(een for een in risico.signalen if een.id == signaal_id)


def last_told(by: Actor, indicator: str, gemeente: str, until: date | None = None) -> Laatste | None:
    """The last figure of a municipality that everybody may see; None when none is counted or told.

    `until`: only of years that ended on that day or before.
    """
    counted = read_indicator(by=by, indicator=indicator)
    if counted is None:
        return None
    own = [
        een
        for een in counted.cijfers
        if een.gebied == gemeente
        and een.waarde is not None
        and (until is None or date(int(een.periode), 12, 31) <= until)
    ]
    if not own:
        return None
    last = max(own, key=lambda een: een.periode)
    return Laatste(
        Decimal(last.waarde or 0),
        counted.eenheid,
        last.periode,
        last.voorlopig,
        counted.definitie_versie,
        counted.peildatum,
    )


def _one(by: Actor, row: Risico | None, spoor: Spoor) -> tuple[RisicosBeeld, RisicoBeeld]:
    if row is None:
        raise Refused("niet_gevonden")
    beeld = _picture(by, row.gemeente_id, spoor)
    spoor.onderwerp("risico", row.pk)
    return beeld, beeld.risico(row.pk)


def _picture(by: Actor, gemeente: str, spoor: Spoor) -> RisicosBeeld:
    gemeenten = tuple(visible_agendagemeenten(by).order_by("naam").values_list("pk", "naam"))
    names = dict(gemeenten)
    gemeente = gemeente or next(iter(names), "")
    if gemeente not in names:
        raise Refused("niet_gevonden")
    spoor.onderwerp("risicos", gemeente)
    rows = visible_agenda(by, Risico).filter(gemeente=gemeente).order_by(*VOLGORDE)
    found = [_risico(by, row) for row in rows.prefetch_related("oordelen", "stappen")]
    return RisicosBeeld(
        gemeente,
        names[gemeente],
        gemeenten,
        tuple(sorted(found, key=_order)),
        by.rol in SCHRIJFT_AGENDA,
    )


def _order(een: RisicoBeeld) -> tuple[bool, bool, bool, int, str]:
    """Overdue first, then what warns, then the heaviest; what is closed comes last."""
    heavy = -SCHAAL.index(een.oordeel.zwaarte)
    return een.stand != "open", not een.te_laat, not een.waarschuwt, heavy, een.naam


def _risico(by: Actor, row: Risico) -> RisicoBeeld:
    stappen = sorted(row.stappen.all(), key=lambda een: een.vastgelegd_at)
    oordelen = sorted(row.oordelen.all(), key=lambda een: een.vastgelegd_at)
    signalen = visible_agenda(by, Risicosignaal).filter(risico=row).order_by(*VOLGORDE)
    maatregelen = row.maatregelen.order_by("uiterlijk", "pk").prefetch_related("stappen")
    return RisicoBeeld(
        *(row.pk, row.gemeente_id, row.naam, row.oorzaak, row.gevolg, row.beleidsrisico),
        stand=stappen[-1].soort if stappen else RISICO.begin,
        gesloten_om=stappen[-1].reden if stappen else "",
        oordelen=tuple(
            OordeelBeeld(
                *(een.kans, een.impact, een.waarom, een.eigenaar, een.herzien_op, een.datum, een.naam)
            )
            for een in oordelen
        ),
        maatregelen=tuple(_measure(een, een.stappen.all()) for een in maatregelen),
        signalen=tuple(
            SignaalBeeld(
                *(een.pk, een.indicator, een.kant, een.grens),
                last_told(by, een.indicator, row.gemeente_id),
            )
            for een in signalen
        ),
    )


def _measure(row: Risicomaatregel, steps: Iterable[RisicomaatregelStap]) -> MaatregelBeeld:
    last = max(steps, key=lambda een: een.vastgelegd_at, default=None)
    return MaatregelBeeld(
        *(row.pk, row.wat, row.wie, row.uiterlijk),
        stand=last.soort if last else RISICOMAATREGEL.begin,
        klaar_op=last.datum if last else None,
        reden=last.reden if last else "",
    )
