"""Signals of the Nederlandse Zorgautoriteit (Regeling Jeugdwet 8h): taken in, and worked through."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_uitlevering import signal_areas, visible_nza_signalen
from koers.domain.actor import Actor
from koers.domain.toestanden.signaal import NZA_SIGNAAL
from koers.domain.uitlevering.controle import Controle
from koers.domain.uitlevering.signalen import Signaal, read_signalen
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import NzaSignaal, NzaSignaalStap

TOESTAND_VAN = {
    "opgepakt": "signaal_opgepakt",
    "afgerond": "signaal_afgerond",
    "heropend": "signaal_opgepakt",
}
SOORT_VAN = {
    "take_nza_signaal": "opgepakt",
    "close_nza_signaal": "afgerond",
    "reopen_nza_signaal": "heropend",
}


@dataclass(frozen=True, slots=True)
class StapBeeld:
    datum: date
    soort: str
    toelichting: str
    naam: str


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """A signal, how it stands and what was done; `stappen` oldest first."""

    id: UUID
    inhoud: Signaal
    ontvangen: date
    toestand: str
    stappen: tuple[StapBeeld, ...]

    @property
    def open(self) -> bool:
        return self.toestand != "signaal_afgerond"

    @property
    def kan(self) -> tuple[str, ...]:
        """The acts that may be done now."""
        return NZA_SIGNAAL.open_acts(self.toestand)


@dataclass(frozen=True, slots=True)
class Inname:
    """What became of a file: `nieuw` taken in, `bekend` there already, and the report about every row."""

    nieuw: int
    bekend: int
    controle: Controle


def import_nza_signalen(
    *, by: Actor, rijen: Iterable[tuple[int, Mapping[str, str]]], formulier: UUID | None = None
) -> Inname:
    """Takes in every row that is right; the same signal twice is once. `rijen`: number and cells."""
    with act("import_nza_signalen", by=by, formulier=formulier) as spoor:
        good, controle = read_signalen(
            rijen, gebieden=signal_areas(by), vormen=known_forms(), today=vandaag()
        )
        prints = {een.vingerafdruk: een for een in good}
        there = set(NzaSignaal.objects.filter(vingerafdruk__in=prints).values_list("vingerafdruk", flat=True))
        for print_, een in prints.items():
            if print_ not in there:
                _write(by, een)
        new = len(prints) - len(there)
        spoor.onderwerp("uitlevering", "signalen")
        spoor.note(nieuw=new, bekend=len(there), fout=controle.fout)
        return Inname(new, len(there), controle)


def known_forms() -> frozenset[str]:
    """Codes of forms of help and of measures (CBS)."""
    lists = beleid().codelijsten
    return frozenset(een.code for naam in ("cbs-hulpvorm", "cbs-maatregel") for een in lists[naam].codes)


def _write(by: Actor, een: Signaal) -> None:
    NzaSignaal.objects.create(
        datum=vandaag(),
        gebied=een.gebied,
        soort=een.soort,
        dagtekening=een.dagtekening,
        vormen=list(een.vormen),
        ernst=een.ernst,
        ontwikkelingen=een.ontwikkelingen,
        aanbieder=een.aanbieder,
        aanbiedercode=een.aanbiedercode,
        vingerafdruk=een.vingerafdruk,
        **shared_by(by),
    )


def read_nza_signalen(*, by: Actor) -> tuple[SignaalBeeld, ...]:
    """Every signal for this actor: what is open first, newest on top."""
    with act("read_nza_signalen", by=by):
        rows = visible_nza_signalen(by).prefetch_related("stappen")
        found = [_picture(row) for row in rows.order_by("-datum", "-vastgelegd_at", "pk")]
        return tuple(sorted(found, key=lambda een: not een.open))


def read_nza_signaal(*, by: Actor, signaal_id: UUID) -> SignaalBeeld:
    """One signal. Refused: niet_gevonden."""
    with act("read_nza_signalen", by=by) as spoor:
        return _picture(_find(by, signaal_id, spoor))


def take_nza_signaal(*, by: Actor, signaal_id: UUID, formulier: UUID | None = None) -> UUID:
    """Somebody is at it. Refused: niet_gevonden, overgang_mag_niet."""
    return _step(by, "take_nza_signaal", signaal_id, "", formulier)


def close_nza_signaal(
    *, by: Actor, signaal_id: UUID, toelichting: str, formulier: UUID | None = None
) -> UUID:
    """What was done with it. Refused: nza_toelichting_ontbreekt, niet_gevonden, overgang_mag_niet."""
    if not toelichting.strip():
        raise Refused("nza_toelichting_ontbreekt")
    return _step(by, "close_nza_signaal", signaal_id, toelichting, formulier)


def reopen_nza_signaal(
    *, by: Actor, signaal_id: UUID, toelichting: str, formulier: UUID | None = None
) -> UUID:
    """It is not over yet. Refused: nza_toelichting_ontbreekt, niet_gevonden, overgang_mag_niet."""
    if not toelichting.strip():
        raise Refused("nza_toelichting_ontbreekt")
    return _step(by, "reopen_nza_signaal", signaal_id, toelichting, formulier)


def _step(by: Actor, handeling: str, signaal_id: UUID, toelichting: str, formulier: UUID | None) -> UUID:
    with act(handeling, by=by, formulier=formulier) as spoor:
        row = _find(by, signaal_id, spoor)
        beeld = _picture(row)
        NZA_SIGNAAL.move(beeld.toestand, handeling)
        NzaSignaalStap.objects.create(
            signaal=row,
            soort=SOORT_VAN[handeling],
            toelichting=toelichting.strip(),
            naam=by.naam[:120],
            volgorde=len(beeld.stappen) + 1,  # two at once: the constraint lets one through
            datum=vandaag(),
            **shared_by(by),
        )
        return row.pk


def _find(by: Actor, signaal_id: UUID, spoor: Spoor) -> NzaSignaal:
    row = visible_nza_signalen(by).filter(pk=signaal_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("nza_signaal", row.pk)
    return row


def _picture(row: NzaSignaal) -> SignaalBeeld:
    steps = sorted(row.stappen.all(), key=lambda een: een.volgorde)
    toestand = TOESTAND_VAN[steps[-1].soort] if steps else NZA_SIGNAAL.begin
    inhoud = Signaal(
        *(row.gebied, row.soort, row.dagtekening, tuple(row.vormen), row.ernst, row.ontwikkelingen),
        *(row.aanbieder, row.aanbiedercode),
    )
    told = tuple(StapBeeld(een.datum, een.soort, een.toelichting, een.naam) for een in steps)
    return SignaalBeeld(row.pk, inhoud, row.datum, toestand, told)
