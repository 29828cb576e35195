"""Two areas or years beside each other: figures, their difference, and by which definition and data."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from koers.domain.disclosed import CelStatus
from koers.policy import Beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.berekend import cell_text
from koers.presentation.opmaak import datum, getal
from koers.registers.klok import dag_van


@dataclass(frozen=True, slots=True)
class Regel:
    """One indicator as text. A star: can still change."""

    id: str
    naam: str
    een: str
    ander: str
    verschil: str
    versie: str
    peildatum: str


@dataclass(frozen=True, slots=True)
class Vel:
    """What the page shows; `kernzin` says what is beside what."""

    een: str
    ander: str
    kernzin: str
    regels: tuple[Regel, ...]
    missen: tuple[tuple[str, str], ...]


def sheet(vergelijking, policy: Beleid) -> Vel:
    """A `koers.actions.monitor.vergelijken.Vergelijking` as text in the language of now."""
    een, ander = _side(vergelijking.een), _side(vergelijking.ander)
    return Vel(
        een,
        ander,
        _("%(een)s naast %(ander)s.") % {"een": een, "ander": ander},
        tuple(
            Regel(
                r.indicator,
                taal(policy.indicatoren[r.indicator].naam),
                _figure(r.een, r.eenheid),
                _figure(r.ander, r.eenheid),
                difference(r),
                r.definitie_versie,
                datum(dag_van(r.peildatum)).replace(" ", "\u00a0") if r.peildatum else "–",
            )
            for r in vergelijking.regels
        ),
        tuple((id, taal(policy.indicatoren[id].naam)) for id in vergelijking.missen),
    )


def _side(kant) -> str:
    return f"{kant.gebied.naam} {kant.periode}"


def _figure(cijfer, eenheid: str) -> str:
    return cell_text(cijfer, eenheid) + ("*" if cijfer.voorlopig and cijfer.waarde is not None else "")


def _apart(regel) -> Decimal | None:
    """The first minus the second, of told figures only."""
    if regel.een.waarde is None or regel.ander.waarde is None:
        return None
    return Decimal(regel.een.waarde) - Decimal(regel.ander.waarde)


def difference(regel) -> str:
    """How much the first is more or less; "about" when one of them was rounded."""
    apart = _apart(regel)
    if apart is None:
        return _("niet te zeggen")
    decimalen = 0 if apart == apart.to_integral_value() else 1
    tekst = ("+" if apart > 0 else "") + getal(apart, decimalen)
    if regel.eenheid in ("procent", "procent_verandering"):
        tekst = _("%(aantal)s procentpunt") % {"aantal": tekst}
    elif regel.eenheid == "dagen":
        tekst = _("%(aantal)s dagen") % {"aantal": tekst}
    rounded = CelStatus.AFGEROND in (regel.een.status, regel.ander.status)
    return _("ongeveer %(verschil)s") % {"verschil": tekst} if rounded else tekst


def plain_rows(vergelijking, policy: Beleid) -> list[dict[str, object]]:
    """One row per indicator, to take away."""
    return [
        {
            "indicator": r.indicator,
            "naam": taal(policy.indicatoren[r.indicator].naam),
            "eenheid": r.eenheid,
            "gebied_1": vergelijking.een.gebied.code,
            "periode_1": vergelijking.een.periode,
            "waarde_1": _number(r.een.waarde),
            "voorlopig_1": r.een.voorlopig,
            "gebied_2": vergelijking.ander.gebied.code,
            "periode_2": vergelijking.ander.periode,
            "waarde_2": _number(r.ander.waarde),
            "voorlopig_2": r.ander.voorlopig,
            "verschil": _number(None if (apart := _apart(r)) is None else str(apart)),
            "klasse": "openbaar",
            "peildatum": r.peildatum and dag_van(r.peildatum).isoformat(),
            "definitie_versie": r.definitie_versie,
        }
        for r in vergelijking.regels
    ]


def _number(waarde: str | None) -> float | int | None:
    if waarde is None:
        return None
    return float(waarde) if "." in waarde else int(waarde)
