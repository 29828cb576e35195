"""The minutes: written after the meeting, settled by a member, and from then on as they are."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import act
from koers.actions.netwerk.overleggen import gremium_namen, overleg
from koers.actions.netwerk.vergaderbeelden import PuntBeeld, VergaderingBeeld
from koers.actions.netwerk.vergadering_lezen import picture
from koers.actions.netwerk.vergaderingen import lock_vergadering, move_vergadering, stand_of
from koers.authorization.zicht_netwerk import visible_vergaderingen
from koers.domain.actor import Actor
from koers.domain.toestanden.vergadering import VERGADERING
from koers.domain.vergadering import (
    LANGSTE_TEKST,
    check_adoption,
    check_changeable,
    check_held,
    check_organiser,
    check_tekst,
    digest,
)
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import VastgesteldVerslag, Vergadering, Verslag, VerslagDocument

# Name and version of what is frozen; a later template still knows how to read it.
SJABLOON = "verslag-1"


@dataclass(frozen=True, slots=True)
class VerslagBeeld:
    """The minutes: settled (with digest and who signed off), or as they stand in a draft."""

    vergadering_id: UUID
    inhoud: dict[str, Any]
    schreef: str
    datum: date
    sha256: str = ""
    stelde_vast: str = ""

    @property
    def vast(self) -> bool:
        """Whether they were settled."""
        return bool(self.sha256)


def write_verslag(
    *,
    by: Actor,
    vergadering_id: UUID,
    aanwezig: str,
    per_punt: dict[str, str],
    formulier: UUID | None = None,
) -> UUID:
    """A draft of the minutes, beside the earlier ones. `per_punt`: id of an item to what was said.

    Refused: niet_gevonden, vergadering_niet_van_u, aanwezig_leeg, tekst_te_lang, overgang_mag_niet, and as
    `check_held`.
    """
    with act("write_verslag", by=by, formulier=formulier) as spoor:
        vergadering = lock_vergadering(by, vergadering_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        check_held(stand_of(vergadering), vergadering.datum, vandaag())
        aanwezig = check_tekst(aanwezig, "aanwezig_leeg")
        if any(len(tekst) > LANGSTE_TEKST for tekst in per_punt.values()):
            raise Refused("tekst_te_lang", aantal=LANGSTE_TEKST)
        known = {str(pk) for pk in vergadering.punten.values_list("pk", flat=True)}
        Verslag.objects.create(
            vergadering=vergadering,
            aanwezig=aanwezig,
            per_punt={punt: tekst.strip() for punt, tekst in per_punt.items() if punt in known},
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        move_vergadering(by, vergadering, "write_verslag")
        return vergadering.pk


def adopt_verslag(*, by: Actor, vergadering_id: UUID, formulier: UUID | None = None) -> UUID:
    """Settles the minutes as they were written last: everything in them is frozen, with its digest.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_changeable` and `check_adoption`.
    """
    with act("adopt_verslag", by=by, formulier=formulier) as spoor:
        vergadering = lock_vergadering(by, vergadering_id, spoor)
        stand = stand_of(vergadering)
        check_changeable(stand)
        VERGADERING.move(stand, "adopt_verslag")
        last = _last_draft(vergadering)
        if last is None:
            raise LookupError("minutes in the making have a draft")
        beeld = picture(by, vergadering)
        open_punten = [een.titel for een in beeld.punten if een.wacht]
        check_adoption(
            by.rol, overleg(vergadering.gremium), last.vastgelegd_door, by.id, open_punten=open_punten
        )
        inhoud = contents(beeld, last) | {"vastgesteld": vandaag().isoformat(), "vastgesteld_door": by.naam}
        row = VastgesteldVerslag.objects.create(
            vergadering=vergadering,
            inhoud=inhoud,
            sha256=digest(inhoud),
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        move_vergadering(by, vergadering, "adopt_verslag")
        spoor.note(sha256=row.sha256)
        return vergadering.pk


def read_verslag(*, by: Actor, vergadering_id: UUID) -> VerslagBeeld:
    """The minutes. A draft is for who organises and for the members; there is none before it was written.

    Refused: niet_gevonden.
    """
    with act("read_verslag", by=by) as spoor:
        vergadering = visible_vergaderingen(by).filter(pk=vergadering_id).first()
        if vergadering is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("vergadering", vergadering.pk)
        last = _last_draft(vergadering)
        settled = VastgesteldVerslag.objects.filter(vergadering=vergadering).first()
        if last is None or (settled is None and not _reads_drafts(by, vergadering)):
            raise Refused("niet_gevonden")
        if settled:
            return VerslagBeeld(
                *(vergadering.pk, settled.inhoud, last.naam, settled.datum),
                sha256=settled.sha256,
                stelde_vast=settled.naam,
            )
        return VerslagBeeld(vergadering.pk, contents(picture(by, vergadering), last), last.naam, last.datum)


def _reads_drafts(by: Actor, vergadering: Vergadering) -> bool:
    body = overleg(vergadering.gremium)
    return by.rol in body.rollen or by.id == _writer(vergadering)


def _writer(vergadering: Vergadering) -> str:
    last = _last_draft(vergadering)
    return last.vastgelegd_door if last else ""


def _last_draft(vergadering: Vergadering) -> Verslag | None:
    return vergadering.verslagen.order_by("vastgelegd_at", "pk").last()


def read_draft(*, by: Actor, vergadering_id: UUID) -> tuple[str, dict[str, str]]:
    """What was written last, to go on with: who was there, and per item. Empty when nothing was.

    Refused: niet_gevonden, vergadering_niet_van_u.
    """
    with act("read_verslag", by=by) as spoor:
        vergadering = visible_vergaderingen(by).filter(pk=vergadering_id).first()
        if vergadering is None:
            raise Refused("niet_gevonden")
        check_organiser(by.rol, overleg(vergadering.gremium))
        spoor.onderwerp("vergadering", vergadering.pk)
        last = _last_draft(vergadering)
        return (last.aanwezig, dict(last.per_punt)) if last else ("", {})


def contents(beeld: VergaderingBeeld, verslag: Verslag) -> dict[str, Any]:
    """Everything that the minutes say, as plain values: codes stay codes, so that both languages can tell."""
    return {
        "sjabloon": SJABLOON,
        "gremium": dict(gremium_namen().get(beeld.kort.gremium, {"nl": beeld.kort.gremium})),
        "datum": beeld.kort.datum.isoformat(),
        "plaats": beeld.kort.plaats,
        "gemeenten": [naam for _code, naam in beeld.deelnemers],
        "aanwezig": verslag.aanwezig,
        "schreef": verslag.naam,
        "punten": [_item(een, verslag.per_punt.get(str(een.id), "")) for een in beeld.punten],
    }


def _item(punt: PuntBeeld, gezegd: str) -> dict[str, Any]:
    besluit = punt.besluit
    return {
        "volgorde": punt.volgorde,
        "titel": punt.titel,
        "vraag": punt.vraag,
        "stand": punt.stand,
        "reden": punt.reden,
        "annotatie": punt.annotatie.tekst if punt.annotatie else "",
        "gezegd": gezegd,
        "standpunten": [[een.gemeente, een.keuze, een.tekst] for een in punt.standpunten],
        "besluit": None
        if besluit is None
        else {
            "tekst": besluit.kort.tekst,
            "gebonden": list(besluit.gebonden),
            "stemmen": [list(een) for een in besluit.stemmen],
            "mandaat": besluit.mandaat.frozen(),
            "zonder_voorbereiding": besluit.zonder_voorbereiding,
            "acties": [[een.wat, een.wie, een.gemeente, een.uiterlijk.isoformat()] for een in besluit.acties],
        },
    }


# --- the document -----------------------------------------------------------------------------------


def read_document(*, by: Actor, vergadering_id: UUID) -> bytes | None:
    """The file of settled minutes, once made. Refused: niet_gevonden."""
    with act("read_verslag", by=by) as spoor:
        settled = _settled(by, vergadering_id)
        spoor.onderwerp("vergadering", vergadering_id)
        found = VerslagDocument.objects.filter(verslag=settled).first()
        return bytes(found.inhoud) if found else None


def attach_verslag(*, by: Actor, vergadering_id: UUID, inhoud: bytes) -> None:
    """Keeps the file of settled minutes; who comes second leaves the first. Refused: niet_gevonden."""
    with act("attach_verslag", by=by) as spoor:
        lock_vergadering(by, vergadering_id, spoor)
        settled = _settled(by, vergadering_id)
        if VerslagDocument.objects.filter(verslag=settled).exists():
            return
        VerslagDocument.objects.create(
            verslag=settled,
            inhoud=inhoud,
            sha256=hashlib.sha256(inhoud).hexdigest(),
            datum=vandaag(),
            **shared_by(by),
        )


def _settled(by: Actor, vergadering_id: UUID) -> VastgesteldVerslag:
    meetings = visible_vergaderingen(by).filter(pk=vergadering_id).values("pk")
    found = VastgesteldVerslag.objects.filter(vergadering__in=meetings).first()
    if found is None:
        raise Refused("niet_gevonden")
    return found
