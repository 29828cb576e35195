"""Finds the policy files, lays a municipality's own over the shipped ones, and puts `Beleid` together."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Annotated, Any

from koers.policy.coherence import meaning_faults, name_faults
from koers.policy.decoder import KOP_KEYS, Notes, Undecodable, decode
from koers.policy.faults import BeleidFout, BeleidOngeldig, fault
from koers.policy.finding import RawFile, gather, shipped_folder
from koers.policy.kinds import SOORTEN, Soort
from koers.policy.kinds.areas import Gebied
from koers.policy.kinds.besluiten import Besluitmandaat, Verordeningsregel
from koers.policy.kinds.codelists import Codelijst, Interventieniveaus
from koers.policy.kinds.contracts import Acceptatieplicht, Inkoopvoorwaarde
from koers.policy.kinds.course import Opgave, Pijler, Principe, Risico
from koers.policy.kinds.deliveries import Leverafspraak
from koers.policy.kinds.documents import Aanname, Afkorting, Document, Eigenaar
from koers.policy.kinds.escalations import Escalatieprotocol
from koers.policy.kinds.indicators import Indicator
from koers.policy.kinds.judgements import Oordeellijst
from koers.policy.kinds.money import Capaciteitsvraag, Kengetallen, Spuk, Uurtarief, Verdeelsleutel
from koers.policy.kinds.norms import Norm
from koers.policy.kinds.organisation import (
    Dossier,
    Gremium,
    Mandaat,
    Project,
    Rol,
    Schaal,
    Taakverdeling,
    Verbinding,
)
from koers.policy.kinds.plan import Plankader
from koers.policy.kinds.reports import Rapportagesjabloon
from koers.policy.kinds.scenarios import Scenario, Scenariokader, Scenariotaken
from koers.policy.kinds.services import Voorziening
from koers.policy.kinds.themas import Thema
from koers.policy.kinds.timeline import Gebeurtenis
from koers.policy.kinds.wheel import Wielkader
from koers.policy.reader import Mapping as YamlMapping
from koers.policy.reader import Scalar, read
from koers.policy.values import Bron, Herkomst, Ref

_BY_FOLDER = {soort.map: soort for soort in SOORTEN}


@dataclass(frozen=True, slots=True)
class Bestand:
    """One policy file: which things it holds and where those come from."""

    pad: str
    soort: str
    ids: tuple[str, ...]
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Beleid:
    """All policy, per kind by id, in the order in which people number or date it."""

    principes: Mapping[str, Principe]
    pijlers: Mapping[str, Pijler]
    opgaven: Mapping[str, Opgave]
    indicatoren: Mapping[str, Indicator]
    normen: Mapping[str, Norm]
    verordening: Mapping[str, Verordeningsregel]
    besluitmandaten: Mapping[str, Besluitmandaat]
    acceptatieplicht: Mapping[str, Acceptatieplicht]
    inkoopvoorwaarden: Mapping[str, Inkoopvoorwaarde]
    verdeelsleutels: Mapping[str, Verdeelsleutel]
    uurtarieven: Mapping[str, Uurtarief]
    interventieniveaus: Interventieniveaus
    codelijsten: Mapping[str, Codelijst]
    plankaders: Mapping[str, Plankader]
    scenarios: Mapping[str, Scenario]
    scenariokader: Scenariokader
    scenariotaken: Scenariotaken
    wiel: Wielkader
    risicos: Mapping[str, Risico]
    schalen: Mapping[str, Schaal]
    gremia: Mapping[str, Gremium]
    verbindingen: Mapping[str, Verbinding]
    rollen: Mapping[str, Rol]
    taakverdelingen: Mapping[str, Taakverdeling]
    mandaten: Mapping[str, Mandaat]
    projecten: Mapping[str, Project]
    dossiers: Mapping[str, Dossier]
    capaciteit: Mapping[str, Capaciteitsvraag]
    voorzieningen: Mapping[str, Voorziening]
    leveringen: Mapping[str, Leverafspraak]
    themas: Mapping[str, Thema]
    rapportages: Mapping[str, Rapportagesjabloon]
    escalaties: Mapping[str, Escalatieprotocol]
    oordelen: Mapping[str, Oordeellijst]
    tijdlijn: Mapping[str, Gebeurtenis]
    kengetallen: Mapping[str, Kengetallen]
    spuk: Mapping[str, Spuk]
    aannames: Mapping[str, Aanname]
    gebieden: Mapping[str, Gebied]
    bronnen: Mapping[str, Document]
    eigenaren: Mapping[str, Eigenaar]
    afkortingen: Mapping[str, Afkorting]
    bestanden: tuple[Bestand, ...]
    digest: str

    def van_soort(self, soort: str) -> Mapping[str, Any]:
        """The things of one kind by id. Raises KeyError for an unknown kind."""
        if soort not in {known.naam for known in SOORTEN}:
            raise KeyError(soort)
        part = getattr(self, soort)
        return part if isinstance(part, Mapping) else {part.id: part}

    def noem_bron(self, bron: Bron, taal: str = "nl") -> str:
        """A source in words: 'Koersen, hoofdstuk 3'."""
        return f"{self.bronnen[bron.document].naam.in_taal(taal)}, {bron.plaats}"

    def noem_eigenaar(self, herkomst: Herkomst, taal: str = "nl") -> str:
        return self.eigenaren[herkomst.eigenaar].naam.in_taal(taal)


def load_beleid(basis: Path | None = None, overlay: Path | None = None) -> Beleid:
    """Reads `basis` (default: what ships with Koers) with `overlay` laid over it, file by file.

    Raises BeleidOngeldig with all faults of all files together.
    """
    raw, faults = gather(basis or shipped_folder(), overlay)
    return assemble([read_file(file) for file in raw], faults)


def beleid() -> Beleid:
    """The policy of this installation: read once, with the folder that KOERS_BELEID names laid over it."""
    return _cached(os.environ.get("KOERS_BELEID") or None)


@cache
def _cached(overlay: str | None) -> Beleid:
    return load_beleid(overlay=Path(overlay) if overlay else None)


# --- reading one file -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave: its value (None when faulty) and the notes on its ids, references and faults."""

    pad: str
    soort: Soort
    herkomst: Herkomst
    value: Any
    notes: Notes
    readable: bool


@dataclass(frozen=True, slots=True)
class _Kop:
    """The first three keys of every file (KOP_KEYS)."""

    bron: tuple[Bron, ...]
    eigenaar: Annotated[str, Ref("eigenaren")]
    herzien_voor: date


def read_file(raw: RawFile) -> ReadFile:
    """Reads and decodes one file; every fault ends up in its notes."""
    soort = _BY_FOLDER[PurePosixPath(raw.pad).parent.as_posix()]
    notes = Notes(raw.pad)
    node, faults = read(raw.pad, raw.inhoud)
    notes.fouten += faults
    if node is None:
        return ReadFile(raw.pad, soort, _herkomst(None, raw, notes), None, notes, readable=False)
    notes.herkomst = _herkomst(node, raw, notes)
    value = _decoded(node.without(KOP_KEYS), soort.type, notes)
    if soort.lijst is None:
        _compare_with_name(node, notes)
    return ReadFile(raw.pad, soort, notes.herkomst, value, notes, readable=True)


def _decoded(node: YamlMapping, hint: type, notes: Notes) -> Any:
    try:
        return decode(node, hint, "", notes)
    except Undecodable:
        return None


def _herkomst(node: YamlMapping | None, raw: RawFile, notes: Notes) -> Herkomst:
    """Decodes the kop; after a fault in it a stand-in is used, so that the rest is still examined."""
    digest = hashlib.sha256(raw.inhoud.replace(b"\r\n", b"\n")).hexdigest()
    kop = (_decoded(node.only(KOP_KEYS), _Kop, notes) if node else None) or _Kop((), "", date.min)
    return Herkomst(raw.pad, kop.bron, kop.eigenaar, kop.herzien_voor, digest, raw.eigen)


def _compare_with_name(node: YamlMapping, notes: Notes) -> None:
    """The file of one thing is named after it, so that an overlay replaces what it means to replace."""
    stem = PurePosixPath(notes.bestand).stem
    for entry in node.only(("id",)).entries:
        if isinstance(entry.value, Scalar) and entry.value.text != stem:
            notes.fault(entry.regel, "id", "naam_wijkt_af", naam=stem, id=entry.value.text)


# --- putting it together ----------------------------------------------------------------------------


def assemble(files: list[ReadFile], faults: Iterable[BeleidFout] = ()) -> Beleid:
    """Checks what only shows across files, and builds `Beleid`. Raises BeleidOngeldig."""
    notes = [file.notes for file in files]
    unread = {(file.soort.naam, PurePosixPath(file.pad).stem) for file in files if not file.readable}
    per_soort = {soort.naam: list(_things(files, soort)) for soort in SOORTEN}
    faults = [
        *faults,
        *(wrong for note in notes for wrong in note.fouten),
        *_count_faults(files),
        *name_faults(notes, unread),
        *meaning_faults(per_soort, notes),
    ]
    if faults:
        raise BeleidOngeldig(faults)
    parts: dict[str, Any] = {soort.naam: _part(soort, per_soort[soort.naam]) for soort in SOORTEN}
    return Beleid(**parts, bestanden=tuple(_bestand(file) for file in files), digest=_digest(files))


def _count_faults(files: list[ReadFile]) -> Iterator[BeleidFout]:
    for soort in SOORTEN:
        of_this = (file for file in files if file.soort is soort)
        paths = [file.pad for file in sorted(of_this, key=lambda file: file.herkomst.eigen_beleid)]
        if not paths:
            yield fault(soort.map, 1, "", "map_leeg")
        for extra in paths[1:] if soort.enig else ():
            yield fault(extra, 1, "", "te_veel_bestanden", eerste=paths[0])


def _things(files: list[ReadFile], soort: Soort) -> Iterator[Any]:
    for file in files:
        if file.soort is soort and file.value is not None:
            yield from (getattr(file.value, soort.lijst) if soort.lijst else (file.value,))


def _part(soort: Soort, things: list[Any]) -> Any:
    if soort.enig:
        return things[0]
    return MappingProxyType({_key(thing): thing for thing in sorted(things, key=_order)})


def _key(thing: Any) -> str:
    return str(thing.id) if hasattr(thing, "id") else str(thing.nr)


def _order(thing: Any) -> tuple[Any, ...]:
    """By number, else by date (the less precise first), else by the name that people read."""
    if isinstance(thing, Gebeurtenis):
        return (thing.datum.vanaf, -(thing.datum.tot_en_met or date.max).toordinal(), thing.id)
    if hasattr(thing, "nr"):
        return (thing.nr,)
    return (thing.id,)


def _bestand(file: ReadFile) -> Bestand:
    things = getattr(file.value, file.soort.lijst) if file.soort.lijst else (file.value,)
    return Bestand(file.pad, file.soort.naam, tuple(_key(thing) for thing in things), file.herkomst)


def _digest(files: list[ReadFile]) -> str:
    """Of all files together: equal only when every file is equal and stands in the same place."""
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.pad} {file.herkomst.digest}\n".encode())
    return total.hexdigest()
