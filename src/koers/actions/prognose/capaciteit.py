"""How long people wait: light questions at the POH Jeugd, Regie op 3, and a list of a provider.

What is known of the own municipality is counted from the mart; what nobody knows is an assumption of
`beleid/aannames` or of who asks. Exact figures of a small municipality, so for a role with a purpose.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pyarrow.compute as pc
from django.conf import settings

from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.analytics.areas import Area
from koers.analytics.mart import MANIFEST, mart_files
from koers.analytics.reading import read_columns, rows_of
from koers.domain.actor import Actor
from koers.domain.bereik import Bereik
from koers.domain.capaciteit import Capaciteitsvraag
from koers.policy import beleid
from koers.policy.kinds.documents import Aanname
from koers.simulation.prognose.capaciteit import (
    Aannamen,
    PohStand,
    PohVraag,
    RijVraag,
    Stand,
    play_list,
    play_poh,
)

INDICATOR = "wachttijd-licht"
POH, RIJ = "poh-jeugd-capaciteit", "wachtrij-van-plaatsen"
KOLOMMEN = ["soort", "vraagdatum", "begindatum", "einddatum", "vastgelegd_at"]


@dataclass(frozen=True, slots=True)
class Geteld:
    """Light questions to the POH Jeugd in the last year that is known, up to and including `tot`: how many
    came, the share that began within the limit (None: too early to say), and who waits now."""

    tot: date
    vragen: int
    binnen: float | None
    wachtend: int


@dataclass(frozen=True, slots=True)
class Regels:
    """What sources and assumptions say; `doel` a share, `grens` in days."""

    fte: float
    plaatsen: int
    traject_dagen: int
    doel: float
    grens: int
    poh: Aanname
    rij: Aanname


@dataclass(frozen=True, slots=True)
class Capaciteitsblad:
    """The page. A part is None when what it needs was not filled in and could not be counted.

    `vragen`, `wachtend`: with which the POH Jeugd was reckoned.
    """

    gebied: Area
    vraag: Capaciteitsvraag
    regels: Regels
    geteld: Geteld | None
    vragen: int | None
    wachtend: int
    poh: PohStand | None
    regie: Stand | None
    lijst: Stand | None


def read_capaciteit(*, by: Actor, gemeente: str, vraag: Capaciteitsvraag) -> Capaciteitsblad:
    """For an own municipality. Refused: niet_gevonden."""
    with act("read_wat_als", by=by) as spoor:
        spoor.onderwerp("capaciteit", gemeente)
        area = own_area(by, gemeente)
        regels, geteld = rules(), counted(gemeente)
        vragen, wachtend = _asked(vraag, geteld)
        return Capaciteitsblad(
            gebied=area,
            vraag=vraag,
            regels=regels,
            geteld=geteld,
            vragen=vragen,
            wachtend=wachtend,
            poh=_poh(regels, vraag, vragen, wachtend) if vragen else None,
            regie=regie_of(regels, vraag, vraag.tekort) if vraag.regie_vragen else None,
            lijst=list_of(regels, vraag, vraag.tekort)
            if vraag.lijst_vragen and vraag.lijst_plaatsen
            else None,
        )


def _asked(vraag: Capaciteitsvraag, geteld: Geteld | None) -> tuple[int | None, int]:
    """Questions a year and who waits now: as filled in, or else as counted."""
    vragen, wachtend = (None, 0) if geteld is None else (geteld.vragen, geteld.wachtend)
    return (
        vragen if vraag.vragen is None else vraag.vragen,
        wachtend if vraag.wachtend is None else vraag.wachtend,
    )


def rules() -> Regels:
    """As they stand in the policy now."""
    kengetallen, aannames = beleid().kengetallen, beleid().aannames
    indicator = beleid().indicatoren[INDICATOR]
    doelen = [doel.streefwaarde for doel in indicator.doelen]
    return Regels(
        fte=float(kengetallen["poh-jeugd"].getal("fte").waarde),
        plaatsen=int(kengetallen["regie-op-3"].getal("plaatsen-per-jaar").waarde),
        traject_dagen=int(kengetallen["jeugdhulptraject"].getal("duur").waarde),
        doel=float(str(doelen[0])) / 100,
        grens=int(indicator.grens_dagen or 0),
        poh=aannames[POH],
        rij=aannames[RIJ],
    )


def assumptions(poh: Aanname) -> Aannamen:
    """In the form of the queue."""
    return Aannamen(
        poh.getal("uren-per-fte").bereik,
        poh.getal("uren-per-jeugdige").bereik,
        poh.getal("dagen").bereik,
        poh.getal("spreiding").bereik.waarschijnlijk / 100,
    )


def _poh(regels: Regels, vraag: Capaciteitsvraag, vragen: int, wachtend: int) -> PohStand:
    fte = regels.fte if vraag.fte is None else float(vraag.fte)
    asked = PohVraag(fte, vragen, wachtend, vraag.tekort / 100, regels.doel, regels.grens)
    return _played(asked, assumptions(regels.poh))


@lru_cache(maxsize=128)
def _played(vraag: PohVraag, aannamen: Aannamen) -> PohStand:
    """Once per question: some tens of runs."""
    return play_poh(vraag, aannamen)


@dataclass(frozen=True, slots=True)
class PohWachten:
    """Light questions under a scenario: with which fte, how many a year come as counted (None: not counted)
    and how many more by the lever; how it goes as it is and with those.
    """

    fte: float
    regels: Regels
    geteld: int | None
    erbij: int
    nu: PohStand | None
    straks: PohStand | None


def poh_under(gemeente: str, fte: Decimal | None, tekort: int, erbij: int) -> PohWachten:
    """How long light questions wait at this fte, and when `erbij` more come a year."""
    regels, geteld = rules(), counted(gemeente)
    vragen, wachtend = (None, 0) if geteld is None else (geteld.vragen, geteld.wachtend)

    def at(aantal: int) -> PohStand | None:
        return _poh(regels, Capaciteitsvraag(fte=fte, tekort=tekort), aantal, wachtend) if aantal else None

    return PohWachten(
        regels.fte if fte is None else float(fte),
        regels,
        vragen,
        erbij,
        at(vragen or 0),
        at((vragen or 0) + erbij) if erbij else None,
    )


def regie_of(regels: Regels, vraag: Capaciteitsvraag, tekort: int) -> Stand:
    """The coming year of Regie op 3 when so many percent of the places fall away."""
    plaatsen = regels.plaatsen if vraag.regie_plaatsen is None else vraag.regie_plaatsen
    return play_list(
        RijVraag(
            vragen=vraag.regie_vragen or 0,
            plaatsen=plaatsen,
            dagen=regels.rij.getal("dagen-regie-op-3").bereik,
            spreiding=regels.rij.getal("spreiding").bereik.waarschijnlijk / 100,
            wachtend=vraag.regie_wachtend,
            tekort=tekort / 100,
            grens=regels.grens,
        )
    )


def list_of(regels: Regels, vraag: Capaciteitsvraag, tekort: int) -> Stand:
    """The same of the list of a provider."""
    dagen = regels.traject_dagen if vraag.lijst_dagen is None else vraag.lijst_dagen
    return play_list(
        RijVraag(
            vragen=vraag.lijst_vragen or 0,
            plaatsen=vraag.lijst_plaatsen or 0,
            dagen=Bereik.exactly(dagen),
            spreiding=regels.rij.getal("spreiding").bereik.waarschijnlijk / 100,
            wachtend=vraag.lijst_wachtend,
            voorrang=vraag.lijst_voorrang / 100,
            geduld=None if vraag.lijst_geduld is None else 7.0 * vraag.lijst_geduld,
            tekort=tekort / 100,
            grens=regels.grens,
        )
    )


def counted(gemeente: str) -> Geteld | None:
    """Light questions of the last known year; None without any."""
    manifest = Path(settings.MART) / MANIFEST
    if not manifest.exists():
        return None
    return _read_counted(str(manifest.parent), str(manifest.stat().st_mtime_ns), gemeente, rules().grens)


@lru_cache(maxsize=32)
def _read_counted(map_: str, _stand: str, gemeente: str, grens: int) -> Geteld | None:
    """Once per state of the mart; None without light questions."""
    files = mart_files(Path(map_)).get("lichte_hulp", ())
    if not files:
        return None
    tot = max(pc.max(read_columns(path, ["vastgelegd_at"])[0]).as_py() for path in files).date()
    rijen = [
        rij
        for path in files
        for rij in (
            dict(zip(KOLOMMEN, waarden, strict=True)) for waarden in rows_of(path, KOLOMMEN, gemeente)
        )
        if rij["soort"] == "poh_jeugd" and rij["vraagdatum"] <= tot
    ]
    recent = [rij for rij in rijen if rij["vraagdatum"] > tot - timedelta(days=365)]
    rijp = [rij for rij in recent if rij["vraagdatum"] <= tot - timedelta(days=grens)]
    binnen = [
        rij
        for rij in rijp
        if rij["begindatum"] and rij["begindatum"] - rij["vraagdatum"] <= timedelta(days=grens)
    ]
    wachtend = [rij for rij in recent if rij["begindatum"] is None and rij["einddatum"] is None]
    if not recent:
        return None
    return Geteld(tot, len(recent), len(binnen) / len(rijp) if rijp else None, len(wachtend))
