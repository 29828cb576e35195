"""How it stands with the answer of a provider: its clock, what both sides heard, what came of a refusal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.zorg.plicht import duty_of
from koers.domain.acceptatie import (
    AANBIEDER,
    BEOORDEELD,
    GEMEENTE,
    OPEN,
    RONDT_AF,
    WEIGERT,
    Stap,
    answer_before,
    days_late,
    state_of_acceptatie,
    state_of_escalatie,
    state_of_route,
)
from koers.domain.trajecten import START
from koers.registers.klok import dag_van, vandaag
from koers.registers.zorg.models import (
    AcceptatieStap,
    AntwoordEscalatie,
    Toewijzing,
    TrajectStap,
    ZorgmakelaarStap,
)
from koers.registers.zorg.models import Gesprek as GesprekFeit


@dataclass(frozen=True, slots=True)
class GesprekBeeld:
    kant: str
    datum: date
    met: str
    capaciteit: str
    passend: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Weigering:
    """The last refusal. `oordeel` and `uitkomst` are empty as long as nobody gave them."""

    datum: date
    grond: str
    buiten: bool
    toelichting: str
    oordeel: str = ""
    oordeel_toelichting: str = ""
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class AcceptatieBeeld:
    """Where one toewijzing stands. `uiterlijk`: last day for an answer, None without a clock.

    `te_laat`: working days past it. `route`: state of the zorgmakelaar's route, empty when it never opened.
    `escalatie`: the same of a late answer at contract management.
    """

    toestand: str
    toegewezen: date
    spoed: bool
    inkoopregio: str
    uiterlijk: date | None
    beantwoord: date | None
    te_laat: int
    gesprekken: tuple[GesprekBeeld, ...]
    weigering: Weigering | None
    route: str
    route_uitkomst: str
    escalatie: str
    escalatie_uitkomst: str
    escalatie_toelichting: str

    @property
    def open(self) -> bool:
        """Somebody still has something to do."""
        return self.toestand in OPEN

    @property
    def wacht_op_antwoord(self) -> bool:
        """The provider still has to answer."""
        return self.beantwoord is None and self.open

    def van(self, kant: str) -> GesprekBeeld | None:
        """What this side wrote down last."""
        return next((een for een in reversed(self.gesprekken) if een.kant == kant), None)

    @property
    def van_gemeente(self) -> GesprekBeeld | None:
        return self.van(GEMEENTE)

    @property
    def van_aanbieder(self) -> GesprekBeeld | None:
        return self.van(AANBIEDER)


@dataclass(frozen=True, slots=True)
class _Feiten:
    gesprekken: list[GesprekFeit]
    stappen: list[AcceptatieStap]
    starts: list[TrajectStap]
    route: list[ZorgmakelaarStap]
    escalatie: list[AntwoordEscalatie]


def pictures(toewijzingen: Iterable[Toewijzing]) -> dict[UUID, AcceptatieBeeld]:
    """Of each toewijzing (with `einde`, contractproduct and melding) how it stands, in five questions."""
    rows = list(toewijzingen)
    feiten = {row.pk: _Feiten([], [], [], [], []) for row in rows}
    for model, naam in (
        (GesprekFeit, "gesprekken"),
        (AcceptatieStap, "stappen"),
        (ZorgmakelaarStap, "route"),
        (AntwoordEscalatie, "escalatie"),
        (TrajectStap, "starts"),
    ):
        found = model.objects.current().filter(toewijzing__in=feiten, ingetrokken=False)
        if model is TrajectStap:
            found = found.filter(soort=START)
        for een in found.order_by("datum", "vastgelegd_at", "pk"):
            getattr(feiten[een.toewijzing_id], naam).append(een)
    return {row.pk: _picture(row, feiten[row.pk]) for row in rows}


def _picture(row: Toewijzing, feiten: _Feiten) -> AcceptatieBeeld:
    plicht = duty_of(row.contractproduct.inkoopregio)
    spoed = row.casus.melding.met_spoed
    uiterlijk = answer_before(row.datum, plicht, spoed=spoed) if plicht else None
    beantwoord = _answered(feiten)
    toestand = state_of(row, feiten.stappen, besproken=bool(feiten.gesprekken), gestart=bool(feiten.starts))
    return AcceptatieBeeld(
        toestand=toestand,
        toegewezen=row.datum,
        spoed=spoed,
        inkoopregio=row.contractproduct.inkoopregio,
        uiterlijk=uiterlijk,
        beantwoord=beantwoord,
        te_laat=days_late(uiterlijk, beantwoord, today=vandaag()) if beantwoord or toestand in OPEN else 0,
        gesprekken=tuple(
            GesprekBeeld(een.kant, een.datum, een.met, een.capaciteit, een.passend, een.toelichting)
            for een in feiten.gesprekken
        ),
        weigering=_refusal(feiten.stappen),
        route=state_of_route([een.soort for een in feiten.route]),
        route_uitkomst=next((een.uitkomst for een in feiten.route if een.uitkomst), ""),
        escalatie=state_of_escalatie([een.soort for een in feiten.escalatie]),
        escalatie_uitkomst=next((een.uitkomst for een in feiten.escalatie if een.uitkomst), ""),
        escalatie_toelichting=next((een.toelichting for een in feiten.escalatie if een.toelichting), ""),
    )


def state_of(row, stappen: Iterable[AcceptatieStap], *, besproken: bool, gestart: bool) -> str:
    """The state of a toewijzing that has `einde`, from its steps oldest first."""
    return state_of_acceptatie(
        [Stap(een.soort, een.datum, een.buiten, een.oordeel) for een in stappen],
        besproken=besproken,
        gestart=gestart,
        weg=row.einde is not None and row.einde <= max(row.ingangsdatum, vandaag()),
    )


def _answered(feiten: _Feiten) -> date | None:
    """The day on which the provider first let hear from it; a start that was told is an answer too."""
    days = [een.datum for een in feiten.stappen if een.soort not in (BEOORDEELD, RONDT_AF)]
    return min([*days, *(dag_van(een.vastgelegd_at) for een in feiten.starts)], default=None)


def _refusal(stappen: list[AcceptatieStap]) -> Weigering | None:
    refused = [n for n, een in enumerate(stappen) if een.soort == WEIGERT]
    if not refused:
        return None
    stap, later = stappen[refused[-1]], stappen[refused[-1] + 1 :]
    judged = next((een for een in later if een.soort == BEOORDEELD), None)
    closed = next((een for een in later if een.soort == RONDT_AF), None)
    return Weigering(
        stap.datum,
        stap.grond,
        stap.buiten,
        stap.toelichting,
        oordeel=judged.oordeel if judged else "",
        oordeel_toelichting=judged.toelichting if judged else "",
        uitkomst=closed.uitkomst if closed else "",
    )
