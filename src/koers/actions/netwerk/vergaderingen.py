"""A meeting is planned, its agenda is put together, sent to the members, or the meeting is called off."""

from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import Spoor, act
from koers.actions.netwerk.overleggen import overleg, overleggen
from koers.authorization.zicht_netwerk import visible_vergaderingen
from koers.authorization.zicht_rapportages import visible_uitgaven
from koers.domain.actor import Actor
from koers.domain.toestanden.vergadering import AGENDAPUNT, VERGADERING
from koers.domain.vergadering import (
    SLUITINGEN,
    NieuweVergadering,
    NieuwPunt,
    check_changeable,
    check_held,
    check_organiser,
    check_punt,
    check_tekst,
    check_vergadering,
    preparers,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    Agendapunt,
    AgendapuntStap,
    Vergadering,
    VergaderingDeelnemer,
    VergaderingStap,
)
from koers.registers.sturing.models import Rapportageuitgave


def plan_vergadering(*, by: Actor, nieuw: NieuweVergadering, formulier: UUID | None = None) -> UUID:
    """A body will meet. Returns the id of the meeting.

    Refused: gremium_onbekend, vergadering_niet_van_u, and as `check_vergadering`.
    """
    with act("plan_vergadering", by=by, formulier=formulier) as spoor:
        body = overleg(nieuw.gremium)
        check_organiser(by.rol, body)
        check_vergadering(nieuw, body, by.gemeenten)
        row = Vergadering.objects.create(
            gremium=nieuw.gremium, plaats=nieuw.plaats.strip()[:120], datum=nieuw.datum, **shared_by(by)
        )
        VergaderingDeelnemer.objects.bulk_create(
            VergaderingDeelnemer(vergadering=row, gemeente_id=code, datum=vandaag(), **shared_by(by))
            for code in sorted(nieuw.gemeenten)
        )
        spoor.onderwerp("vergadering", row.pk)
        return row.pk


def add_agendapunt(
    *, by: Actor, vergadering_id: UUID, nieuw: NieuwPunt, formulier: UUID | None = None
) -> UUID:
    """Puts an item on the agenda, behind the others. Returns its id.

    Also after the agenda was sent: then members see that it was added. Refused: niet_gevonden,
    vergadering_niet_van_u, dossier_onbekend, punt_rapportage_onbekend, and as `check_changeable` and
    `check_punt`.
    """
    with act("add_agendapunt", by=by, formulier=formulier) as spoor:
        vergadering = lock_vergadering(by, vergadering_id, spoor)
        body = overleg(vergadering.gremium)
        check_organiser(by.rol, body)
        check_changeable(stand_of(vergadering))
        check_punt(nieuw, preparers(body, overleggen().values()))
        titel = nieuw.titel.strip()
        report = _report(by, nieuw.rapportage)
        if nieuw.dossier:
            dossier = beleid().dossiers.get(nieuw.dossier)
            if dossier is None:
                raise Refused("dossier_onbekend")
            titel = titel or dossier.naam.nl
        if report is not None:
            titel = titel or f"{report.inhoud['naam']['nl']} {report.periode}, {report.gemeente.naam}"
        row = Agendapunt.objects.create(
            vergadering=vergadering,
            volgorde=vergadering.punten.count() + 1,
            titel=titel[:200],
            dossier=nieuw.dossier,
            rapportage=report,
            vraag=nieuw.vraag,
            voorbereider=nieuw.voorbereider,
            datum=vandaag(),
            **shared_by(by),
        )
        return row.pk


def _report(by: Actor, rapportage_id: UUID | None) -> Rapportageuitgave | None:
    """The published report that lies on the table. Refused: punt_rapportage_onbekend."""
    if rapportage_id is None:
        return None
    found = visible_uitgaven(by).select_related("gemeente").filter(rapportage=rapportage_id).first()
    if found is None:
        raise Refused("punt_rapportage_onbekend")
    return found


def send_agenda(*, by: Actor, vergadering_id: UUID, formulier: UUID | None = None) -> UUID:
    """The members see the agenda from now on. Refused: niet_gevonden, vergadering_niet_van_u,
    agenda_zonder_punten, overgang_mag_niet."""
    with act("send_agenda", by=by, formulier=formulier) as spoor:
        vergadering = lock_vergadering(by, vergadering_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        if not vergadering.punten.exists():
            raise Refused("agenda_zonder_punten")
        return _step(by, vergadering, "send_agenda")


def cancel_vergadering(*, by: Actor, vergadering_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """The meeting is called off. Refused: niet_gevonden, vergadering_niet_van_u, reden_verplicht,
    punten_al_behandeld, overgang_mag_niet."""
    with act("cancel_vergadering", by=by, formulier=formulier) as spoor:
        vergadering = lock_vergadering(by, vergadering_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        reden = check_tekst(reden, "reden_verplicht")
        if AgendapuntStap.objects.filter(punt__vergadering=vergadering, soort="besloten").exists():
            raise Refused("punten_al_behandeld")
        return _step(by, vergadering, "cancel_vergadering", reden)


def close_agendapunt(
    *, by: Actor, punt_id: UUID, keuze: str, reden: str, formulier: UUID | None = None
) -> UUID:
    """An item ends without a besluit: discussed, held over, or taken off. Returns the id of the meeting.

    Refused: niet_gevonden, vergadering_niet_van_u, reden_verplicht, overgang_mag_niet, and as `check_held`
    (what is taken off needs no meeting).
    """
    if keuze not in SLUITINGEN:
        raise Refused("sluiting_onbekend")
    with act("close_agendapunt", by=by, formulier=formulier) as spoor:
        vergadering, punt = lock_punt(by, punt_id, spoor)
        check_organiser(by.rol, overleg(vergadering.gremium))
        stand = stand_of(vergadering)
        if keuze == "van_de_agenda":
            check_changeable(stand)
        else:
            check_held(stand, vergadering.datum, vandaag())
        reden = check_tekst(reden, "reden_verplicht")
        naar = AGENDAPUNT.move(punt_stand(punt), "close_agendapunt", keuze)
        move_punt(by, punt, naar, reden)
        return vergadering.pk


# --- what the other acts share ----------------------------------------------------------------------


def lock_vergadering(by: Actor, vergadering_id: UUID, spoor: Spoor) -> Vergadering:
    """The meeting, held until the act ends. Refused: niet_gevonden."""
    found = visible_vergaderingen(by).select_for_update(of=("self",)).filter(pk=vergadering_id).first()
    if found is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("vergadering", found.pk)
    return found


def lock_punt(by: Actor, punt_id: UUID, spoor: Spoor) -> tuple[Vergadering, Agendapunt]:
    """An item with its meeting, which is held until the act ends. Refused: niet_gevonden."""
    punt = Agendapunt.objects.filter(
        pk=punt_id, vergadering__in=visible_vergaderingen(by).values("pk")
    ).first()
    if punt is None:
        raise Refused("niet_gevonden")
    return lock_vergadering(by, punt.vergadering_id, spoor), punt


def stand_of(vergadering: Vergadering) -> str:
    """The state of a meeting: where its last step led."""
    last = vergadering.stappen.order_by("vastgelegd_at", "pk").last()
    return last.soort if last else VERGADERING.begin


def punt_stand(punt: Agendapunt) -> str:
    """The state of an item: where its last step led."""
    last = punt.stappen.order_by("vastgelegd_at", "pk").last()
    return last.soort if last else AGENDAPUNT.begin


def deelnemers_of(vergadering: Vergadering) -> frozenset[str]:
    """GM codes of who takes part."""
    return frozenset(vergadering.deelnemers.values_list("gemeente_id", flat=True))


def move_vergadering(by: Actor, vergadering: Vergadering, handeling: str, reden: str = "") -> None:
    """Writes the step that this act takes. Refused: overgang_mag_niet."""
    naar = VERGADERING.move(stand_of(vergadering), handeling)
    VergaderingStap.objects.create(
        vergadering=vergadering, soort=naar, reden=reden, datum=vandaag(), **shared_by(by)
    )


def move_punt(by: Actor, punt: Agendapunt, naar: str, reden: str = "") -> None:
    """Writes the step of an item; the table of states was asked already."""
    AgendapuntStap.objects.create(punt=punt, soort=naar, reden=reden, datum=vandaag(), **shared_by(by))


def _step(by: Actor, vergadering: Vergadering, handeling: str, reden: str = "") -> UUID:
    move_vergadering(by, vergadering, handeling, reden)
    return vergadering.pk
