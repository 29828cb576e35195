"""What partners write in the gebiedsagenda: meetings, who was there, reach and result, and agreements."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.gebiedsbronnen import choosable_bronnen
from koers.authorization.zicht_gebieden import visible_gebiedsagenda, visible_partners
from koers.domain.actor import Actor
from koers.domain.gebiedsagenda import (
    LANGSTE_REDEN,
    NieuweBijdrage,
    NieuweBijeenkomst,
    NieuweGebiedsafspraak,
    check_aanwezigen,
    check_afspraak,
    check_bijdrage,
    check_bijeenkomst,
    check_eigen_partner,
)
from koers.domain.rapportages import check_tekst as check_kort
from koers.domain.toestanden.gebiedsagenda import GEBIEDSAFSPRAAK
from koers.domain.uitvoeringsagenda import check_past_day, check_verschuiving
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.areas import areas_within
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Bereikbron,
    Bijeenkomstversie,
    Gebiedsaanwezigheid,
    Gebiedsafspraak,
    GebiedsafspraakStap,
    Gebiedsbijeenkomst,
    Partnerbijdrage,
)

VOLGORDE = ("vastgelegd_at", "pk")


def hold_bijeenkomst(
    *, by: Actor, gemeente: str, nieuw: NieuweBijeenkomst, formulier: UUID | None = None
) -> UUID:
    """Writes down that the partners of an area met about a quarter. Returns the id of the meeting.

    Refused: niet_gevonden, bijeenkomst_bestaat, and as `check_bijeenkomst`.
    """
    with act("hold_bijeenkomst", by=by, formulier=formulier) as spoor:
        if gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        kwartaal = check_bijeenkomst(nieuw, area_ids(gemeente), vandaag()).naam
        Slot.objects.lock(f"gebiedsagenda {gemeente}")
        same = {"gemeente": gemeente, "gebied": nieuw.gebied, "kwartaal": kwartaal}
        if visible_gebiedsagenda(by, Gebiedsbijeenkomst).filter(**same).exists():
            raise Refused("bijeenkomst_bestaat")
        row = Gebiedsbijeenkomst.objects.create(
            gebied=nieuw.gebied, kwartaal=kwartaal, datum=nieuw.datum, **written_by(by, gemeente)
        )
        _version(by, row, 1, nieuw, "")
        spoor.onderwerp("bijeenkomst", row.pk)
        return row.pk


def correct_bijeenkomst(
    *,
    by: Actor,
    bijeenkomst_id: UUID,
    datum: date,
    onderwerpen: str,
    reden: str,
    op_versie: int,
    formulier: UUID | None = None,
) -> UUID:
    """Another day or other subjects, with the reason; what was written first stays. Returns the meeting's id.

    Refused: niet_gevonden, al_gewijzigd, correctie_zonder_reden, tekst_te_lang, and as
    `check_bijeenkomst`.
    """
    with act("hold_bijeenkomst", by=by, formulier=formulier) as spoor:
        row = _lock_bijeenkomst(by, bijeenkomst_id, spoor)
        last = row.versies.order_by("versie").last()
        if last is None or last.versie != op_versie:
            raise Refused("al_gewijzigd")
        nieuw = NieuweBijeenkomst(row.gebied, row.kwartaal, datum, onderwerpen)
        check_bijeenkomst(nieuw, {row.gebied}, vandaag())
        _version(by, row, op_versie + 1, nieuw, _reason(reden))
        return row.pk


def write_aanwezigen(
    *, by: Actor, bijeenkomst_id: UUID, aantallen: Mapping[UUID, int], formulier: UUID | None = None
) -> UUID:
    """How many of each organisation were there; what did not change is not written anew.

    Refused: niet_gevonden, aantal_onmogelijk.
    """
    with act("write_aanwezigen", by=by, formulier=formulier) as spoor:
        row = _lock_bijeenkomst(by, bijeenkomst_id, spoor)
        known = set(visible_partners(by, row.gemeente_id).values_list("pk", flat=True))
        said = {een.organisatie_id: een.aantal for een in row.aanwezigen.order_by(*VOLGORDE)}
        if not set(aantallen) <= known:
            raise Refused("niet_gevonden")
        for organisatie, aantal in aantallen.items():
            check_aanwezigen(aantal)
            if aantal != said.get(organisatie, 0):
                Gebiedsaanwezigheid.objects.create(
                    bijeenkomst=row,
                    organisatie_id=organisatie,
                    aantal=aantal,
                    datum=vandaag(),
                    **written_by(by, row.gemeente_id),
                )
        return row.pk


def write_bijdrage(
    *,
    by: Actor,
    bijeenkomst_id: UUID,
    organisatie_id: UUID,
    nieuw: NieuweBijdrage,
    op_versie: int = 0,
    reden: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """What a partner tells; what it told before stays readable. `op_versie`: what was looked at (0: nothing).

    Returns the id of the meeting. Refused: niet_gevonden, bijdrage_van_ander, al_gewijzigd,
    correctie_zonder_reden, and as `check_bijdrage`.
    """
    with act("write_bijdrage", by=by, formulier=formulier) as spoor:
        row = _lock_bijeenkomst(by, bijeenkomst_id, spoor)
        _own_partner(by, row.gemeente_id, organisatie_id)
        last = row.bijdragen.filter(organisatie=organisatie_id).order_by("versie").last()
        if (last.versie if last else 0) != op_versie:
            raise Refused("al_gewijzigd")
        # Two areas could take the same group at once: of one municipality one counts at a time.
        Slot.objects.lock(f"gebiedsagenda {row.gemeente_id}")
        free = {een.id: een for een in choosable_bronnen(by, row, organisatie_id)}
        check_bijdrage(nieuw, free)
        made = Partnerbijdrage.objects.create(
            bijeenkomst=row,
            organisatie_id=organisatie_id,
            aanbod=nieuw.aanbod.strip(),
            jeugdigen=nieuw.jeugdigen,
            ouders=nieuw.ouders,
            resultaat=nieuw.resultaat.strip(),
            maat=nieuw.maat.strip(),
            geteld=nieuw.geteld,
            totaal=nieuw.totaal,
            versie=op_versie + 1,
            reden=_reason(reden) if op_versie else "",
            naam=by.naam,
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        for bron in (free[een] for een in dict.fromkeys(nieuw.bronnen)):
            Bereikbron.objects.create(
                bijdrage=made,
                **{f"{bron.tabel}_id": bron.id},
                datum=vandaag(),
                **written_by(by, row.gemeente_id),
            )
        spoor.note(versie=made.versie)
        return row.pk


# --- agreements -------------------------------------------------------------------------------------


def add_gebiedsafspraak(
    *,
    by: Actor,
    bijeenkomst_id: UUID,
    organisatie_id: UUID,
    nieuw: NieuweGebiedsafspraak,
    formulier: UUID | None = None,
) -> UUID:
    """What a partner will do before which day. Returns the id of the meeting.

    Refused: niet_gevonden, bijdrage_van_ander, and as `check_afspraak`.
    """
    with act("add_gebiedsafspraak", by=by, formulier=formulier) as spoor:
        row = _lock_bijeenkomst(by, bijeenkomst_id, spoor)
        _own_partner(by, row.gemeente_id, organisatie_id)
        held = row.versies.order_by("versie").values_list("datum", flat=True)
        day = list(held)[-1]
        check_afspraak(nieuw, day)
        Gebiedsafspraak.objects.create(
            bijeenkomst=row,
            organisatie_id=organisatie_id,
            wat=nieuw.wat.strip(),
            wie=check_kort(nieuw.wie, "actie_zonder_eigenaar", 120),
            uiterlijk=nieuw.uiterlijk,
            datum=day,
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def move_gebiedsafspraak(
    *, by: Actor, afspraak_id: UUID, uiterlijk: date, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """A new day was agreed on `datum`, with the reason; the earlier ones stay. Returns the agreement's id.

    Refused: niet_gevonden, bijdrage_van_ander, overgang_mag_niet, reden_verplicht, tekst_te_lang,
    datum_in_toekomst, dag_voor_vorige, dag_blijft_gelijk, klaar_voor_begin.
    """
    with act("move_gebiedsafspraak", by=by, formulier=formulier) as spoor:
        row = _lock_afspraak(by, afspraak_id, spoor)
        reden = check_tekst(reden, "reden_verplicht")
        moved = row.stappen.filter(uiterlijk__isnull=False).order_by(*VOLGORDE).last()
        check_verschuiving(row.datum, (moved.uiterlijk if moved else None) or row.uiterlijk, uiterlijk)
        return _step(by, row, "move_gebiedsafspraak", reden, datum, uiterlijk)


def finish_gebiedsafspraak(
    *, by: Actor, afspraak_id: UUID, reden: str = "", datum: date, formulier: UUID | None = None
) -> UUID:
    """It was done on `datum`. Refused: niet_gevonden, bijdrage_van_ander, overgang_mag_niet,
    datum_in_toekomst, dag_voor_vorige."""
    with act("finish_gebiedsafspraak", by=by, formulier=formulier) as spoor:
        return _step(by, _lock_afspraak(by, afspraak_id, spoor), "finish_gebiedsafspraak", reden, datum)


def drop_gebiedsafspraak(
    *, by: Actor, afspraak_id: UUID, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """It will not be done. Refused: reden_verplicht, and as `finish_gebiedsafspraak`."""
    with act("drop_gebiedsafspraak", by=by, formulier=formulier) as spoor:
        row = _lock_afspraak(by, afspraak_id, spoor)
        return _step(by, row, "drop_gebiedsafspraak", check_tekst(reden, "reden_verplicht"), datum)


def reopen_gebiedsafspraak(
    *, by: Actor, afspraak_id: UUID, reden: str, datum: date, formulier: UUID | None = None
) -> UUID:
    """What was done or dropped has to be done after all. Refused: as `drop_gebiedsafspraak`."""
    with act("reopen_gebiedsafspraak", by=by, formulier=formulier) as spoor:
        row = _lock_afspraak(by, afspraak_id, spoor)
        return _step(by, row, "reopen_gebiedsafspraak", check_tekst(reden, "reden_verplicht"), datum)


# --- what the acts share ----------------------------------------------------------------------------


def area_ids(gemeente: str) -> tuple[str, ...]:
    """Ids of the areas of a municipality, as the policy has them now."""
    return tuple(een.id for een in areas_within(beleid().gebieden.values(), gemeente))


def _version(by: Actor, row: Gebiedsbijeenkomst, versie: int, nieuw: NieuweBijeenkomst, reden: str) -> None:
    Bijeenkomstversie.objects.create(
        bijeenkomst=row,
        versie=versie,
        onderwerpen=nieuw.onderwerpen.strip(),
        reden=reden,
        naam=by.naam,
        datum=nieuw.datum,
        **written_by(by, row.gemeente_id),
    )


def _reason(reden: str) -> str:
    return check_kort(reden, "correctie_zonder_reden", LANGSTE_REDEN)


def _own_partner(by: Actor, gemeente: str, organisatie_id: UUID) -> None:
    if not visible_partners(by, gemeente).filter(pk=organisatie_id).exists():
        raise Refused("niet_gevonden")
    check_eigen_partner(by.rol, by.organisatie_id, organisatie_id)


def _lock_bijeenkomst(by: Actor, bijeenkomst_id: UUID, spoor: Spoor) -> Gebiedsbijeenkomst:
    return _lock(by, Gebiedsbijeenkomst, bijeenkomst_id, "bijeenkomst", spoor)


def _lock_afspraak(by: Actor, afspraak_id: UUID, spoor: Spoor) -> Gebiedsafspraak:
    row = _lock(by, Gebiedsafspraak, afspraak_id, "gebiedsafspraak", spoor)
    check_eigen_partner(by.rol, by.organisatie_id, row.organisatie_id)
    return row


def _lock(by: Actor, table: Any, id: UUID, ding: str, spoor: Spoor) -> Any:
    """A fact of the own gebiedsagenda, held until the act ends. Refused: niet_gevonden."""
    row = visible_gebiedsagenda(by, table).select_for_update(of=("self",)).filter(pk=id).first()
    if row is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp(ding, row.pk)
    return row


def _step(
    by: Actor,
    row: Gebiedsafspraak,
    handeling: str,
    reden: str,
    datum: date,
    uiterlijk: date | None = None,
) -> UUID:
    last = row.stappen.order_by(*VOLGORDE).last()
    check_past_day(datum, vandaag(), last.datum if last else row.datum)
    GebiedsafspraakStap.objects.create(
        afspraak=row,
        soort=GEBIEDSAFSPRAAK.move(last.soort if last else GEBIEDSAFSPRAAK.begin, handeling),
        reden=reden.strip(),
        uiterlijk=uiterlijk,
        naam=by.naam,
        datum=datum,
        **written_by(by, row.gemeente_id),
    )
    return row.pk
