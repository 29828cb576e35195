"""What a meeting decides, the actions that come of it with what became of them, and who heard of it."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import act
from koers.actions.netwerk.overleggen import mandate_on, overleg, overleggen
from koers.actions.netwerk.vergaderingen import (
    deelnemers_of,
    lock_punt,
    lock_vergadering,
    move_punt,
    punt_stand,
    stand_of,
)
from koers.authorization.zicht_netwerk import visible_acties, visible_besluiten
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.toestanden.vergadering import ACTIE, AGENDAPUNT
from koers.domain.vergadering import (
    LANGSTE_TEKST,
    NieuwBesluit,
    NieuweActie,
    check_actie,
    check_besluit,
    check_changeable,
    check_held,
    check_organiser,
    check_vervolg,
    may_follow,
)
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    Actie,
    ActieVervolg,
    Agendapunt,
    BesluitGemeente,
    BesluitRaakt,
    Terugkoppeling,
    Vergaderbesluit,
)


def decide_agendapunt(
    *, by: Actor, punt_id: UUID, nieuw: NieuwBesluit, formulier: UUID | None = None
) -> UUID:
    """Writes down what was decided on an item, with what the register of mandates said on the day of the
    meeting. Returns the id of the besluit.

    Refused: niet_gevonden, vergadering_niet_van_u, taak_onbekend, raakt_onbekend, overgang_mag_niet, and as
    `check_held` and `check_besluit`.
    """
    with act("decide_agendapunt", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        check_held(stand_of(vergadering), vergadering.datum, vandaag())
        deelnemers, stand = deelnemers_of(vergadering), punt_stand(punt)
        naar = AGENDAPUNT.move(stand, "decide_agendapunt")
        check_besluit(nieuw, deelnemers, stand)
        bodies = set(overleggen())
        if not nieuw.raakt <= bodies | deelnemers:
            raise Refused("raakt_onbekend")
        row = Vergaderbesluit.objects.create(
            punt=punt,
            tekst=nieuw.tekst.strip(),
            taak=nieuw.taak,
            mandaat=mandate_on(vergadering.gremium, nieuw.taak, vergadering.datum).frozen(),
            zonder_voorbereiding=nieuw.zonder_voorbereiding.strip() if stand != "voorbereid" else "",
            volgt_op=earlier_besluit(by, punt, vergadering.datum),
            datum=vergadering.datum,
            **shared_by(by),
        )
        _write_whom(by, row, nieuw, bodies)
        move_punt(by, punt, naar)
        return row.pk


def _write_whom(by: Actor, row: Vergaderbesluit, nieuw: NieuwBesluit, bodies: set[str]) -> None:
    stemmen = nieuw.stemmen or {}
    BesluitGemeente.objects.bulk_create(
        BesluitGemeente(
            besluit=row,
            gemeente_id=code,
            gebonden=code in nieuw.gebonden,
            stem=stemmen.get(code, ""),
            datum=row.datum,
            **shared_by(by),
        )
        for code in sorted(nieuw.gebonden | set(stemmen))
    )
    BesluitRaakt.objects.bulk_create(
        BesluitRaakt(
            besluit=row,
            gremium=een if een in bodies else "",
            gemeente_id=None if een in bodies else een,
            datum=row.datum,
            **shared_by(by),
        )
        for een in sorted(nieuw.raakt)
    )


def earlier_besluit(by: Actor, punt: Agendapunt, voor: date) -> Vergaderbesluit | None:
    """The besluit on the same dossier before this item, at whatever body, as far as this actor sees it."""
    if not punt.dossier:
        return None
    earlier = visible_besluiten(by).filter(punt__dossier=punt.dossier, datum__lte=voor)
    return earlier.exclude(punt=punt).order_by("datum", "vastgelegd_at", "pk").last()


def assign_actie(*, by: Actor, besluit_id: UUID, nieuw: NieuweActie, formulier: UUID | None = None) -> UUID:
    """Who does what before which day. Returns the id of the action.

    Refused: niet_gevonden, vergadering_niet_van_u, and as `check_changeable` and `check_actie`.
    """
    with act("assign_actie", by=by, formulier=formulier) as spoor:
        besluit = _visible_besluit(by, besluit_id)
        vergadering = lock_vergadering(by, besluit.punt.vergadering_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        check_changeable(stand_of(vergadering))
        check_actie(nieuw, deelnemers_of(vergadering), vergadering.datum)
        row = Actie.objects.create(
            besluit=besluit,
            wat=nieuw.wat.strip(),
            wie=nieuw.wie.strip()[:120],
            gemeente_id=nieuw.gemeente or None,
            uiterlijk=nieuw.uiterlijk,
            datum=vergadering.datum,
            **shared_by(by),
        )
        return row.pk


def follow_actie(
    *,
    by: Actor,
    actie_id: UUID,
    soort: str,
    reden: str = "",
    uiterlijk: date | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """What came of an action, as a new fact beside the earlier ones. Returns the id of the action.

    Also after the minutes were settled: that is when most of it is done. Refused: niet_gevonden,
    actie_niet_van_u, overgang_mag_niet, and as `check_vervolg`.
    """
    with act("follow_actie", by=by, formulier=formulier) as spoor:
        actie = visible_acties(by).select_for_update(of=("self",)).filter(pk=actie_id).first()
        if actie is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("actie", actie.pk)
        if not may_follow(by.rol, by.gemeenten, actie.gemeente_id or ""):
            raise Refused("actie_niet_van_u")
        check_vervolg(soort, reden, uiterlijk, vandaag())
        ACTIE.move(actie_stand(actie), "follow_actie", soort)
        ActieVervolg.objects.create(
            actie=actie,
            soort=soort,
            reden=reden.strip()[:LANGSTE_TEKST],
            uiterlijk=uiterlijk if soort == "loopt_uit" else None,
            naam=by.naam,
            datum=vandaag(),
            **shared_by(by),
        )
        return actie.pk


def actie_stand(actie: Actie) -> str:
    """The state of an action: what was written down last."""
    last = actie.vervolgen.order_by("vastgelegd_at", "pk").last()
    return stand_after(last.soort if last else None)


def stand_after(soort: str | None) -> str:
    """The state that a vervolg leads to."""
    return ACTIE.begin if soort in (None, "toch_niet") else str(soort)


def report_terugkoppeling(
    *, by: Actor, raakt_id: UUID, datum: date, tekst: str = "", formulier: UUID | None = None
) -> UUID:
    """A body or municipality that a besluit touches heard of it. Returns the id of the besluit.

    For a municipality its own people say so, for a body who sits there, and the region for all.
    Refused: niet_gevonden, terugkoppeling_niet_van_u, datum_in_toekomst, terugkoppeling_te_vroeg.
    """
    with act("report_terugkoppeling", by=by, formulier=formulier) as spoor:
        besluiten = visible_besluiten(by).values("pk")
        raakt = BesluitRaakt.objects.filter(pk=raakt_id, besluit__in=besluiten).first()
        if raakt is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("vergaderbesluit", raakt.besluit_id)
        if not hears_for(by, raakt.gremium, raakt.gemeente_id or ""):
            raise Refused("terugkoppeling_niet_van_u")
        if datum > vandaag():
            raise Refused("datum_in_toekomst")
        if datum < raakt.besluit.datum:
            raise Refused("terugkoppeling_te_vroeg", datum=raakt.besluit.datum)
        Terugkoppeling.objects.create(
            raakt=raakt, tekst=tekst.strip()[:LANGSTE_TEKST], naam=by.naam, datum=datum, **shared_by(by)
        )
        return raakt.besluit_id


def hears_for(by: Actor, gremium: str, gemeente: str) -> bool:
    """Whether this actor can say that this body or municipality heard of something."""
    if by.rol is Rol.REGIOMANAGER:
        return True
    if gemeente:
        return gemeente in by.gemeenten
    body = overleggen().get(gremium)
    return body is not None and by.rol in body.rollen


def _visible_besluit(by: Actor, besluit_id: UUID) -> Vergaderbesluit:
    besluit = visible_besluiten(by).select_related("punt").filter(pk=besluit_id).first()
    if besluit is None:
        raise Refused("niet_gevonden")
    return besluit
