"""Before the meeting: the right body writes an annotation, and each municipality what it thinks."""

from uuid import UUID

from koers.actions.feiten import shared_by, written_by
from koers.actions.handeling import act
from koers.actions.netwerk.overleggen import overleg
from koers.actions.netwerk.vergaderingen import deelnemers_of, lock_punt, move_punt, punt_stand, stand_of
from koers.authorization.zicht_netwerk import visible_concepten
from koers.domain.actor import Actor
from koers.domain.toestanden.vergadering import AGENDAPUNT, STANDPUNT
from koers.domain.vergadering import (
    LANGSTE_TEKST,
    check_changeable,
    check_member,
    check_standpunt,
    check_tekst,
    own_gemeente,
)
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Agendapunt, Annotatie, ConceptStandpunt, Standpunt


def annotate_agendapunt(
    *, by: Actor, punt_id: UUID, tekst: str, voorstel: str = "", formulier: UUID | None = None
) -> UUID:
    """The preparing body writes about an item; members read it once it is released. Id of the meeting.

    Refused: niet_gevonden, niet_van_dit_overleg, annotatie_leeg, tekst_te_lang, overgang_mag_niet, and as
    `check_changeable`.
    """
    with act("annotate_agendapunt", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_changeable(stand_of(vergadering))
        check_member(by.rol, overleg(punt.voorbereider))
        tekst = check_tekst(tekst, "annotatie_leeg")
        naar = AGENDAPUNT.move(punt_stand(punt), "annotate_agendapunt")
        _annotate(by, punt, tekst, voorstel.strip()[:LANGSTE_TEKST], vrijgegeven=False)
        move_punt(by, punt, naar)
        return vergadering.pk


def release_annotatie(*, by: Actor, punt_id: UUID, formulier: UUID | None = None) -> UUID:
    """The members read the annotation from now on. Returns the id of the meeting.

    Refused: niet_gevonden, niet_van_dit_overleg, overgang_mag_niet, and as `check_changeable`.
    """
    with act("release_annotatie", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_changeable(stand_of(vergadering))
        check_member(by.rol, overleg(punt.voorbereider))
        naar = AGENDAPUNT.move(punt_stand(punt), "release_annotatie")
        last = punt.annotaties.order_by("vastgelegd_at", "pk").last()
        if last is None:
            raise LookupError("an item that was annotated has an annotation")
        _annotate(by, punt, last.tekst, last.voorstel, vrijgegeven=True)
        move_punt(by, punt, naar)
        return vergadering.pk


def _annotate(by: Actor, punt: Agendapunt, tekst: str, voorstel: str, *, vrijgegeven: bool) -> None:
    Annotatie.objects.create(
        punt=punt,
        tekst=tekst,
        voorstel=voorstel,
        vrijgegeven=vrijgegeven,
        naam=by.naam,
        datum=vandaag(),
        **shared_by(by),
    )


def draft_standpunt(
    *, by: Actor, punt_id: UUID, keuze: str, tekst: str, formulier: UUID | None = None
) -> UUID:
    """What the own municipality thinks, for its own people only. Returns the id of the meeting.

    Refused: niet_gevonden, tekst_te_lang, standpunt_zonder_tekst, and as `check_changeable`, `own_gemeente`
    and `check_standpunt`.
    """
    with act("draft_standpunt", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_changeable(stand_of(vergadering))
        gemeente = own_gemeente(by.gemeenten, deelnemers_of(vergadering))
        check_standpunt(by.rol, keuze, punt_stand(punt))
        tekst = check_tekst(tekst, "standpunt_zonder_tekst")
        STANDPUNT.move(standpunt_stand(by, punt, gemeente), "draft_standpunt")
        ConceptStandpunt.objects.create(
            punt=punt, keuze=keuze, tekst=tekst, naam=by.naam, datum=vandaag(), **written_by(by, gemeente)
        )
        return vergadering.pk


def share_standpunt(*, by: Actor, punt_id: UUID, formulier: UUID | None = None) -> UUID:
    """What was drafted last is what the others read from now on. Returns the id of the meeting.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_changeable`, `own_gemeente`, `check_standpunt`.
    """
    with act("share_standpunt", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_changeable(stand_of(vergadering))
        gemeente = own_gemeente(by.gemeenten, deelnemers_of(vergadering))
        STANDPUNT.move(standpunt_stand(by, punt, gemeente), "share_standpunt")
        last = own_concepten(by, punt, gemeente)[-1]
        check_standpunt(by.rol, last.keuze, punt_stand(punt))
        Standpunt.objects.create(
            punt=punt,
            gemeente_id=gemeente,
            keuze=last.keuze,
            tekst=last.tekst,
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        return vergadering.pk


def own_concepten(by: Actor, punt: Agendapunt, gemeente: str) -> list[ConceptStandpunt]:
    """What was drafted for an own municipality, the newest last."""
    mine = visible_concepten(by).filter(punt=punt, gemeente=gemeente)
    return list(mine.order_by("vastgelegd_at", "pk"))


def standpunt_stand(by: Actor, punt: Agendapunt, gemeente: str) -> str:
    """How far the own position is: what was written last, a draft or what was shared."""
    drafts = own_concepten(by, punt, gemeente)
    shared = punt.standpunten.filter(gemeente=gemeente).order_by("vastgelegd_at", "pk").last()
    if not drafts:
        return "gedeeld" if shared else STANDPUNT.begin
    if shared and shared.vastgelegd_at >= drafts[-1].vastgelegd_at:
        return "gedeeld"
    return "standpunt_in_de_maak"
