"""One municipality: where it belongs and belonged, its figures over the years, and what they replaced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from koers.actions.monitor.cijfers import Cijfer, published, with_derived
from koers.actions.monitor.regio import GebiedRegel
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.grootheden import GROOTHEDEN
from koers.domain.weigering import Refused
from koers.registers.monitor.models import VAN_OUDSHER, Gebied, GebiedDeel, GebiedSoort, Opvolging, Waarneming


@dataclass(frozen=True, slots=True)
class Lidmaatschap:
    """To which area it belongs, as lists of these years tell; `tot_jaar` None: still, as far as we know."""

    soort: str
    code: str
    naam: str
    vanaf_jaar: int
    tot_jaar: int | None


@dataclass(frozen=True, slots=True)
class Overgang:
    """A municipality that this one went on in, or came from, on a day."""

    code: str
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class EerderCijfer:
    """A figure that a later delivery replaced."""

    waarde: Decimal | None
    reden: str
    bron: str
    vastgelegd_at: datetime
    aanlevering_id: int


@dataclass(frozen=True, slots=True)
class JaarCijfer:
    """The figure that holds for a year; a computed one has no delivery. `eerder`: the newest first."""

    cijfer: Cijfer
    vastgelegd_at: datetime | None
    aanlevering_id: int | None
    eerder: tuple[EerderCijfer, ...]


@dataclass(frozen=True, slots=True)
class Reeks:
    """One quantity over the years, oldest first."""

    grootheid: str
    jaren: tuple[JaarCijfer, ...]


@dataclass(frozen=True, slots=True)
class GemeenteBlad:
    """`vanaf_jaar` None: older than our oldest list. `tot_jaar` None: it is still there."""

    code: str
    naam: str
    vanaf_jaar: int | None
    tot_jaar: int | None
    hoort_bij: tuple[Lidmaatschap, ...]
    opgegaan_in: tuple[Overgang, ...]
    ontstaan_uit: tuple[Overgang, ...]
    reeksen: tuple[Reeks, ...]

    @property
    def regel(self) -> GebiedRegel:
        """The municipality with its newest figures, as it stands beside others."""
        inkoop = [lid.code for lid in self.hoort_bij if lid.soort == GebiedSoort.INKOOPREGIO]
        newest = {reeks.grootheid: reeks.jaren[-1].cijfer for reeks in self.reeksen}
        return GebiedRegel(
            self.code, self.naam, GebiedSoort.GEMEENTE.value, inkoop[-1] if inkoop else "", newest, {}
        )


def read_gemeente(*, by: Actor | None, code: str) -> GemeenteBlad:
    """One municipality of the Netherlands, also one that is no longer there. Refused: niet_gevonden."""
    require(by, "read_regio")
    gebied = Gebied.objects.filter(code=code, soort=GebiedSoort.GEMEENTE).order_by("-vanaf_jaar").first()
    if gebied is None:
        raise Refused("niet_gevonden")
    opvolging = list(
        Opvolging.objects.filter(Q(van_code=code) | Q(naar_code=code)).order_by("datum", "van_code")
    )
    delen = list(GebiedDeel.objects.filter(deel_code=code).order_by("soort", "vanaf_jaar"))
    namen = _names({een.van_code for een in opvolging} | {een.naar_code for een in opvolging}, delen)
    return GemeenteBlad(
        code=code,
        naam=gebied.naam or code,
        vanaf_jaar=None if gebied.vanaf_jaar == VAN_OUDSHER else gebied.vanaf_jaar,
        tot_jaar=gebied.tot_jaar,
        hoort_bij=tuple(
            Lidmaatschap(
                deel.soort, deel.geheel_code, namen.get(deel.geheel_code, ""), deel.vanaf_jaar, deel.tot_jaar
            )
            for deel in delen
        ),
        opgegaan_in=tuple(
            Overgang(een.naar_code, namen.get(een.naar_code, een.naar_code), een.datum)
            for een in opvolging
            if een.van_code == code
        ),
        ontstaan_uit=tuple(
            Overgang(een.van_code, namen.get(een.van_code, een.van_code), een.datum)
            for een in opvolging
            if een.naar_code == code
        ),
        reeksen=_series(code),
    )


def _names(codes: set[str], delen: list[GebiedDeel]) -> dict[str, str]:
    gezocht = codes | {deel.geheel_code for deel in delen}
    return dict(Gebied.objects.filter(code__in=gezocht).values_list("code", "naam"))


def _series(code: str) -> tuple[Reeks, ...]:
    """Every quantity that has a figure in some year, in the order of the table of quantities."""
    jaren: dict[int, dict[str, JaarCijfer]] = {}
    for (grootheid, jaar), keten in _chains(code).items():
        jaren.setdefault(jaar, {})[grootheid] = _year(keten)
    for per_grootheid in jaren.values():
        _add_derived(per_grootheid)
    return tuple(
        Reeks(grootheid, tuple(jaren[jaar][grootheid] for jaar in sorted(jaren) if grootheid in jaren[jaar]))
        for grootheid in GROOTHEDEN
        if any(grootheid in per_grootheid for per_grootheid in jaren.values())
    )


def _chains(code: str) -> Mapping[tuple[str, int], list[Waarneming]]:
    """All figures of this area that were ever taken in, per quantity and year, the one that holds first."""
    ketens: dict[tuple[str, int], list[Waarneming]] = {}
    for een in Waarneming.objects.filter(gebied_code=code).order_by("-vastgelegd_at", "-pk"):
        ketens.setdefault((een.grootheid, een.jaar), []).append(een)
    return ketens


def _year(keten: list[Waarneming]) -> JaarCijfer:
    geldend, *eerder = keten
    return JaarCijfer(
        _figure(geldend),
        geldend.vastgelegd_at,
        geldend.aanlevering_id,
        tuple(
            EerderCijfer(oud.waarde, oud.reden, oud.bron, een.vastgelegd_at, een.aanlevering_id)
            for een in eerder
            for oud in [_figure(een)]
        ),
    )


def _figure(een: Waarneming) -> Cijfer:
    return published(een.grootheid, een.jaar, een.waarde, een.status, een.bron)


def _add_derived(per_grootheid: dict[str, JaarCijfer]) -> None:
    cijfers = {naam: jaarcijfer.cijfer for naam, jaarcijfer in per_grootheid.items()}
    for naam, cijfer in with_derived(cijfers).items():
        if cijfers.get(naam) is not cijfer:
            per_grootheid[naam] = JaarCijfer(cijfer, None, None, ())
