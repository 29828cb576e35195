"""Learning: sheets that are written and corrected, and people who say that they took part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_gebieden import visible_partners
from koers.authorization.zicht_leren import (
    latest_versions,
    own_deelname,
    own_notities,
    visible_deelname,
    visible_leergemeenten,
    visible_leren,
)
from koers.domain.actor import Actor
from koers.domain.leren import (
    COMPETENTIE,
    LANGSTE_REDEN,
    SCHRIJFT_LEREN,
    ZIET_DEELNAME,
    Deelnamegroep,
    Leerinhoud,
    check_deelname,
    check_gasten,
    check_leerinhoud,
    grouped,
)
from koers.domain.rapportages import LANGSTE_TEKST, check_tekst
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Leerblad, Leerbladversie, Leerdeelname, Leernotitie

VOLGORDE = ("vastgelegd_at", "pk")


@dataclass(frozen=True, slots=True)
class Leerversie:
    """What a sheet said from a moment on, who wrote it, and why it changed."""

    inhoud: Leerinhoud
    reden: str
    naam: str
    op: datetime


@dataclass(frozen=True, slots=True)
class LeerbladBeeld:
    """A sheet; the last of `versies` counts. `groepen`, `mensen`: None for who does not see who took part;
    of a competence who learned about it.

    `deed_mee`, `notitie`: of who reads.
    """

    id: UUID
    soort: str
    versies: tuple[Leerversie, ...]
    groepen: tuple[Deelnamegroep, ...] | None
    deed_mee: bool
    notitie: str

    @property
    def inhoud(self) -> Leerinhoud:
        return self.versies[-1].inhoud

    @property
    def mensen(self) -> int | None:
        """How many took part."""
        return None if self.groepen is None else sum(een.aantal for een in self.groepen)


@dataclass(frozen=True, slots=True)
class LerenBeeld:
    """What there is to learn in a municipality, every kind in the order of the names."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    bladen: tuple[LeerbladBeeld, ...]
    schrijf_ik: bool
    ik_zie_aantallen: bool

    def of(self, soort: str) -> tuple[LeerbladBeeld, ...]:
        """The sheets of a kind that are still asked or given; kenniscafés with the newest day first."""
        here = [een for een in self.bladen if een.soort == soort and not een.inhoud.vervallen]
        by_name = sorted(here, key=lambda een: (een.inhoud.naam.casefold(), str(een.id)))
        return tuple(sorted(by_name, key=lambda een: str(een.inhoud.dag or ""), reverse=True))

    def vervallen(self) -> tuple[LeerbladBeeld, ...]:
        """What is not asked or given any more, which stays readable."""
        return tuple(sorted((e for e in self.bladen if e.inhoud.vervallen), key=lambda e: e.inhoud.naam))

    def blad(self, id: UUID) -> LeerbladBeeld:
        """Refused: niet_gevonden."""
        for een in self.bladen:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")

    def namen(self, competenties: Iterable[str]) -> tuple[tuple[UUID, str], ...]:
        """Id and name of these competences, as far as they are known."""
        known = {str(een.id): een for een in self.bladen if een.soort == COMPETENTIE}
        return tuple((known[key].id, known[key].inhoud.naam) for key in competenties if key in known)

    def met_competentie(self, id: UUID) -> tuple[LeerbladBeeld, ...]:
        """Paths and kenniscafés that are about a competence, in the order of their names."""
        found = [een for een in self.bladen if str(id) in een.inhoud.competenties]
        return tuple(sorted(found, key=lambda een: een.inhoud.naam.casefold()))


def read_leren(*, by: Actor, gemeente: str = "") -> LerenBeeld:
    """What there is to learn; of the first of the own municipalities when none is named.

    Refused: niet_gevonden.
    """
    with act("read_leren", by=by) as spoor:
        return _picture(by, gemeente, spoor)


def read_leerblad(*, by: Actor, blad_id: UUID) -> tuple[LerenBeeld, LeerbladBeeld]:
    """A sheet, with all that it stands among. Refused: niet_gevonden."""
    with act("read_leren", by=by) as spoor:
        row = _found(visible_leren(by, Leerblad).filter(pk=blad_id).first())
        beeld = _picture(by, row.gemeente_id, spoor)
        return beeld, beeld.blad(blad_id)


def write_leerblad(
    *,
    by: Actor,
    gemeente: str,
    soort: str,
    inhoud: Leerinhoud,
    formulier: UUID | None = None,
) -> UUID:
    """A new competence, path or kenniscafé. Returns its id. Refused: niet_gevonden, `check_leerinhoud`."""
    with act("write_leerblad", by=by, formulier=formulier) as spoor:
        if gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        check_leerinhoud(soort, inhoud, _competences(by, gemeente))
        row = Leerblad.objects.create(soort=soort, datum=vandaag(), **written_by(by, gemeente))
        _version(by, row, 1, inhoud, "")
        spoor.onderwerp("leerblad", row.pk)
        return row.pk


def change_leerblad(
    *,
    by: Actor,
    blad_id: UUID,
    inhoud: Leerinhoud,
    reden: str,
    op_versie: int,
    formulier: UUID | None = None,
) -> UUID:
    """Other words, with the reason; the earlier ones stay readable. Returns the id of the sheet.

    Refused: niet_gevonden, al_gewijzigd, correctie_zonder_reden, and as `check_leerinhoud`.
    """
    with act("write_leerblad", by=by, formulier=formulier) as spoor:
        row = _lock(by, blad_id, spoor)
        if row.versies.count() != op_versie:
            raise Refused("al_gewijzigd")
        known = _competences(by, row.gemeente_id) - {str(row.pk)}
        check_leerinhoud(row.soort, inhoud, known)
        _version(by, row, op_versie + 1, inhoud, check_tekst(reden, "correctie_zonder_reden", LANGSTE_REDEN))
        return row.pk


def join_leren(*, by: Actor, blad_id: UUID, mee: bool, formulier: UUID | None = None) -> UUID:
    """Says of oneself to have taken part, or not after all. Returns the id of the sheet.

    Refused: niet_gevonden, leren_zonder_organisatie, and as `check_deelname`.
    """
    with act("join_leren", by=by, formulier=formulier) as spoor:
        row = _lock(by, blad_id, spoor)
        check_deelname(row.soort, _now(row), vandaag())
        if by.organisatie_id is None or by.rol is None:
            raise Refused("leren_zonder_organisatie")
        last = own_deelname(by).filter(blad=row).order_by(*VOLGORDE).last()
        if mee != bool(last and last.aantal):
            Leerdeelname.objects.create(
                blad=row,
                organisatie_id=by.organisatie_id,
                rol=by.rol.value,
                medewerker_id=by.id,
                aantal=int(mee),
                datum=vandaag(),
                **written_by(by, row.gemeente_id),
            )
        return row.pk


def note_leren(*, by: Actor, blad_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """Keeps a note for oneself; empty takes it away. Refused: niet_gevonden, tekst_te_lang."""
    with act("note_leren", by=by, formulier=formulier) as spoor:
        row = _lock(by, blad_id, spoor)
        Leernotitie.objects.create(
            blad=row,
            medewerker_id=by.id,
            tekst=check_tekst(tekst, "leerblad_zonder_tekst", LANGSTE_TEKST) if tekst.strip() else "",
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def count_gasten(
    *, by: Actor, blad_id: UUID, organisatie_id: UUID, rol: str, aantal: int, formulier: UUID | None = None
) -> UUID:
    """How many people of a partner in a role were there who have no account; 0 takes it back.

    Refused: niet_gevonden, leerrol_onbekend, aantal_onmogelijk, and as `check_deelname`.
    """
    with act("count_gasten", by=by, formulier=formulier) as spoor:
        row = _lock(by, blad_id, spoor)
        check_deelname(row.soort, _now(row), vandaag())
        check_gasten(aantal)
        if rol not in set(Rol):
            raise Refused("leerrol_onbekend")
        if not visible_partners(by, row.gemeente_id).filter(pk=organisatie_id).exists():
            raise Refused("niet_gevonden")
        Leerdeelname.objects.create(
            blad=row,
            organisatie_id=organisatie_id,
            rol=rol,
            aantal=aantal,
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        return row.pk


# --- what the acts share ----------------------------------------------------------------------------


def _found(row: Any) -> Any:
    if row is None:
        raise Refused("niet_gevonden")
    return row


def _lock(by: Actor, blad_id: UUID, spoor: Spoor) -> Leerblad:
    """A sheet of the own municipality, held until the act ends. Refused: niet_gevonden."""
    row: Leerblad = _found(
        visible_leren(by, Leerblad).select_for_update(of=("self",)).filter(pk=blad_id).first()
    )
    spoor.onderwerp("leerblad", row.pk)
    return row


def _now(row: Leerblad) -> Leerinhoud:
    return Leerinhoud.thawed(_found(row.versies.order_by("versie").last()).inhoud)


def _competences(by: Actor, gemeente: str) -> set[str]:
    here = visible_leren(by, Leerblad).filter(gemeente=gemeente, soort=COMPETENTIE)
    return {str(pk) for pk in here.values_list("pk", flat=True)}


def _version(by: Actor, row: Leerblad, versie: int, inhoud: Leerinhoud, reden: str) -> None:
    Leerbladversie.objects.create(
        blad=row,
        versie=versie,
        inhoud=inhoud.frozen(),
        reden=reden,
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )


# --- rows into pictures -----------------------------------------------------------------------------


def _picture(by: Actor, gemeente: str, spoor: Spoor) -> LerenBeeld:
    gemeenten = tuple(visible_leergemeenten(by).order_by("naam").values_list("pk", "naam"))
    names = dict(gemeenten)
    gemeente = gemeente or next(iter(names), "")
    if gemeente not in names:
        raise Refused("niet_gevonden")
    spoor.onderwerp("leren", gemeente)
    versions: dict[UUID, list[Leerversie]] = {}
    for een in latest_versions(by, gemeente):
        said = Leerversie(Leerinhoud.thawed(een.inhoud), een.reden, een.naam, een.vastgelegd_at)
        versions.setdefault(een.blad_id, []).append(said)
    about = {id: said[-1].inhoud.competenties for id, said in versions.items()}
    told = _groups(by, gemeente, about) if by.rol in ZIET_DEELNAME else None
    mine = {een.blad_id: een.aantal for een in own_deelname(by).order_by(*VOLGORDE)}
    notes = {een.blad_id: een.tekst for een in own_notities(by).order_by(*VOLGORDE)}
    return LerenBeeld(
        gemeente=gemeente,
        naam=names[gemeente],
        gemeenten=gemeenten,
        bladen=tuple(
            LeerbladBeeld(
                id=row.pk,
                soort=row.soort,
                versies=tuple(versions[row.pk]),
                groepen=None if told is None else told.get(row.pk, ()),
                deed_mee=bool(mine.get(row.pk)),
                notitie=notes.get(row.pk, ""),
            )
            for row in visible_leren(by, Leerblad).filter(gemeente=gemeente).order_by(*VOLGORDE)
        ),
        schrijf_ik=by.rol in SCHRIJFT_LEREN,
        ik_zie_aantallen=told is not None,
    )


def _groups(
    by: Actor, gemeente: str, about: Mapping[UUID, tuple[str, ...]]
) -> dict[UUID, tuple[Deelnamegroep, ...]]:
    """Per sheet who took part, and per competence who learned about it (`about`: competences of a sheet).

    By organisation and role; who it was does not leave this function. In a competence somebody with an
    account counts once; guests have no name to know them again by.
    """
    rows = visible_deelname(by).filter(gemeente=gemeente).select_related("organisatie").order_by(*VOLGORDE)
    last = {(row.blad_id, row.medewerker_id or (row.organisatie_id, row.rol)): row for row in rows}
    found: dict[UUID, dict[Any, Leerdeelname]] = {}
    for (blad, who), row in last.items():
        found.setdefault(blad, {})[who] = row
        if row.aantal:
            for competentie in about.get(blad, ()):
                key = who if row.medewerker_id else (blad, who)
                found.setdefault(UUID(competentie), {})[key] = row
    return {
        id: grouped((row.organisatie.naam, row.rol, row.aantal) for row in people.values())
        for id, people in found.items()
    }
