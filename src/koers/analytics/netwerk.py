"""Rules that find what is missing in the network of bodies, tasks, roles and dossiers.

Files in, findings out: no database, no clock. Each finding names the sentence of the rule that fired and what
it is about; the words, and what would mend it, stand in `koers.presentation.netwerk.bevindingen`.
Source of the rules: Omarm de complexiteit, chapters on structure and on the final conclusions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from koers.policy import Beleid
from koers.policy.kinds.organisation import Dossier, Gremium, Mandaat, Project, Rol, Taak

Regel = Literal[
    "beslist_zonder_voorbereiding",
    "inkoop_zonder_inkoopregio",
    "taak_zonder_eigenaar",
    "taak_met_meer_eigenaren",
    "rol_zonder_houder",
    "linking_pin_weg",
]
BESTAAT = frozenset({"bestaand", "te_splitsen"})


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something that is missing. `soort` and `id`: the thing that it is about. `zin`: which sentence of the
    rule fired. `betrokken`: other things in it, as (kind, id); `hulp`: what was proposed and would mend it,
    as (kind, id)."""

    regel: Regel
    zin: str
    soort: str
    id: str
    betrokken: tuple[tuple[str, str], ...] = ()
    hulp: tuple[tuple[str, str], ...] = ()


def findings(beleid: Beleid, today: date) -> tuple[Bevinding, ...]:
    """All that is missing on this day, rule by rule, in the order of the files."""
    return (
        *_decides_unprepared(beleid, today),
        *_procurement_absent(beleid),
        *_owners(beleid),
        *_roles(beleid, today),
    )


# --- a body that decides without a preparing body ---------------------------------------------------


def _decides_unprepared(beleid: Beleid, today: date) -> Iterator[Bevinding]:
    for gremium in beleid.gremia.values():
        zin = decides_because(gremium, beleid, today)
        if gremium.status not in BESTAAT or zin is None:
            continue
        voorbereiders = [een for een in beleid.gremia.values() if gremium.id in een.bereidt_voor]
        if any(een.status in BESTAAT for een in voorbereiders):
            continue
        voorgesteld = tuple(("gremia", een.id) for een in voorbereiders if een.status == "voorgesteld")
        eerder = tuple(("gremia", een.id) for een in voorbereiders if een.status == "opgeheven")
        yield Bevinding("beslist_zonder_voorbereiding", zin, "gremia", gremium.id, eerder, voorgesteld)


def decides_because(gremium: Gremium, beleid: Beleid, today: date) -> str | None:
    """Which sentence says that this body decides; None when none does, or when a source says it does not."""
    if gremium.besluitbevoegd is not None:
        return "besluitbevoegd" if gremium.besluitbevoegd else None
    if any(een.soort == "besluit" and een.on(today) for een in _of_body(gremium.id, beleid)):
        return "mandaat"
    besloot = any(
        een.soort == "besluit" and een.gremium == gremium.id and een.datum.vanaf <= today
        for een in beleid.tijdlijn.values()
    )
    return "tijdlijn" if besloot else None


def _of_body(gremium: str, beleid: Beleid) -> list[Mandaat]:
    return [een for een in beleid.mandaten.values() if een.wie.gremium == gremium]


# --- procurement without a procurement region at the table -----------------------------------------


def _procurement_absent(beleid: Beleid) -> Iterator[Bevinding]:
    regios = [een.id for een in beleid.gremia.values() if een.soort == "inkoop" and een.status in BESTAAT]
    dingen: list[tuple[str, Dossier | Project]] = [
        *(("dossiers", een) for een in beleid.dossiers.values()),
        *(("projecten", een) for een in beleid.projecten.values()),
    ]
    for soort, ding in dingen:
        if not ding.raakt_inkoop:
            continue
        aan_tafel = _regions_at(ding.aan_tafel, beleid)
        missen = tuple(("gremia", regio) for regio in regios if regio not in aan_tafel)
        if missen:
            zin = "geen_tafel" if not ding.aan_tafel else "geen_enkele" if not aan_tafel else "een_van_beide"
            beter = tuple(
                ("gremia", een.id)
                for een in beleid.gremia.values()
                if een.status in BESTAAT and set(regios) <= set(een.vertegenwoordigt)
            )
            yield Bevinding("inkoop_zonder_inkoopregio", zin, soort, ding.id, missen, beter)


def _regions_at(tafels: tuple[str, ...], beleid: Beleid) -> set[str]:
    """The inkoopregio's that sit at one of these tables, themselves or by somebody who speaks for them."""
    aanwezig: set[str] = set()
    for id_ in tafels:
        tafel = beleid.gremia[id_]
        if tafel.status in BESTAAT:
            aanwezig |= {*tafel.vertegenwoordigt} | ({tafel.id} if tafel.soort == "inkoop" else set())
    return aanwezig


# --- tasks with no owner, or with more than one -----------------------------------------------------


def _owners(beleid: Beleid) -> Iterator[Bevinding]:
    for _schaal, taak in current_tasks(beleid):
        eigenaren = tuple(een.sleutel for een in taak.eigenaren)
        if not eigenaren:
            yield Bevinding("taak_zonder_eigenaar", "geen", "taken", taak.id)
        elif len(set(eigenaren)) > 1:
            yield Bevinding("taak_met_meer_eigenaren", "meer", "taken", taak.id, eigenaren)


def current_tasks(beleid: Beleid) -> Iterator[tuple[str, Taak]]:
    """Every task as it is divided now, with its scale: of divisions whose scenario is not of the future."""
    for verdeling in beleid.taakverdelingen.values():
        if beleid.scenarios[verdeling.scenario].toekomst:
            continue
        for deel in verdeling.schalen:
            for taak in deel.taken:
                yield deel.schaal, taak


# --- roles without a holder, linking pins who left -------------------------------------------------


def _roles(beleid: Beleid, today: date) -> Iterator[Bevinding]:
    for rol in beleid.rollen.values():
        if rol.holders(today):
            continue
        over = tuple(("gremia", gremium) for gremium in rol.verbindt)
        if rol.verbindt and left(rol, today):
            yield Bevinding("linking_pin_weg", "vertrokken", "rollen", rol.id, over)
        else:
            zin = "vertrokken" if left(rol, today) else "nooit"
            yield Bevinding("rol_zonder_houder", zin, "rollen", rol.id, over)


def left(rol: Rol, today: date) -> bool:
    """Whether somebody held the role before and stopped."""
    return any(houder.tot is not None and not houder.on(today) for houder in rol.houders)


# --- may we decide this here? -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mandaatantwoord:
    """What the register says on a day about a task and a party. No verdict: lines, and what is absent.

    `regels`: of this party for this task on that day. `vroeger_of_later`: its lines for another day.
    `anderen`: lines of others for this task on that day. `besluitbevoegd`: what the source says of the body.
    """

    regels: tuple[Mandaat, ...]
    vroeger_of_later: tuple[Mandaat, ...]
    anderen: tuple[Mandaat, ...]
    besluitbevoegd: bool | None


def mandate(beleid: Beleid, taak: str, partij: tuple[str, str], day: date) -> Mandaatantwoord:
    """The lines of the register about this task; `partij` is (kind, id). Unknown ids give no lines."""
    over_taak = [een for een in beleid.mandaten.values() if een.taak == taak]
    eigen = [een for een in over_taak if een.wie.sleutel == partij]
    gremium = beleid.gremia.get(partij[1]) if partij[0] == "gremia" else None
    return Mandaatantwoord(
        tuple(een for een in eigen if een.on(day)),
        tuple(een for een in eigen if not een.on(day)),
        tuple(een for een in over_taak if een.wie.sleutel != partij and een.on(day)),
        gremium.besluitbevoegd if gremium else None,
    )
