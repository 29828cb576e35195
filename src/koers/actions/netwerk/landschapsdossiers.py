"""A dossier of the zorglandschap, phase by phase. All of it is a new fact; the besluit is of a meeting."""

from typing import Any
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_landschap import visible_landschapsdossiers
from koers.authorization.zicht_netwerk import visible_besluiten
from koers.domain.actor import Actor
from koers.domain.landschapsdossiers import (
    LANGSTE_NAAM,
    Alternatief,
    Behoefte,
    Marktantwoord,
    Marktvraag,
    Overdrachtsplan,
    check_alternatief,
    check_behoefte,
    check_marktantwoord,
    check_marktvraag,
    check_overdracht,
    check_uitkomst,
)
from koers.domain.toestanden.landschap import LANDSCHAPSDOSSIER
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    LandschapsAlternatief,
    Landschapsdossier,
    LandschapsdossierStap,
)
from koers.registers.netwerk.models import Marktantwoord as MarktantwoordRij
from koers.registers.netwerk.models import Marktvraag as MarktvraagRij

CODELIJST = "cbs-hulpvorm"
# What was written down last and the state that it leads to; before any of it the parts tell the phase.
TOESTAND_VAN = {
    "inkopen": "inkopen_besloten",
    "niet_inkopen": "niet_inkopen_besloten",
    "anders": "anders_besloten",
    "overgedragen": "overgedragen_aan_inkoop",
    "afgerond": "landschap_afgerond",
}


def open_landschap(*, by: Actor, nieuw: Behoefte, formulier: UUID | None = None) -> UUID:
    """Something is missing in the supply. Returns the id of the dossier. Refused: as `check_behoefte`."""
    with act("open_landschap", by=by, formulier=formulier) as spoor:
        check_behoefte(nieuw, hulpvormen(), areas(), beleid().projecten)
        row = Landschapsdossier.objects.create(
            naam=nieuw.naam.strip()[:LANGSTE_NAAM],
            hulpvorm=nieuw.hulpvorm,
            gebied=nieuw.gebied,
            project=nieuw.project,
            behoefte=nieuw.tekst.strip(),
            plekken=nieuw.plekken,
            **_signed(by),
        )
        spoor.onderwerp("landschapsdossier", row.pk)
        return row.pk


def add_alternatief(
    *, by: Actor, dossier_id: UUID, nieuw: Alternatief, formulier: UUID | None = None
) -> UUID:
    """A way to meet the need. Returns the id of the dossier. Refused: niet_gevonden, overgang_mag_niet, and
    as `check_alternatief`."""
    with act("add_alternatief", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "add_alternatief")
        check_alternatief(nieuw)
        LandschapsAlternatief.objects.create(
            dossier=row,
            wat=nieuw.wat.strip(),
            voor=nieuw.voor.strip(),
            tegen=nieuw.tegen.strip(),
            **_signed(by),
        )
        return row.pk


def consult_markt(*, by: Actor, dossier_id: UUID, nieuw: Marktvraag, formulier: UUID | None = None) -> UUID:
    """A provider was asked. Returns the id of the dossier. Refused: niet_gevonden, overgang_mag_niet, and as
    `check_marktvraag`."""
    with act("consult_markt", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "consult_markt")
        check_marktvraag(nieuw, vandaag())
        MarktvraagRij.objects.create(
            dossier=row,
            aanbieder=nieuw.aanbieder.strip()[:LANGSTE_NAAM],
            vraag=nieuw.vraag.strip(),
            **(_signed(by) | {"datum": nieuw.datum}),
        )
        return row.pk


def answer_markt(
    *, by: Actor, marktvraag_id: UUID, nieuw: Marktantwoord, formulier: UUID | None = None
) -> UUID:
    """What a provider answered; what it said before stays readable. Returns the id of the dossier.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_marktantwoord`.
    """
    with act("answer_markt", by=by, formulier=formulier) as spoor:
        asked = MarktvraagRij.objects.filter(
            pk=marktvraag_id, dossier__in=visible_landschapsdossiers(by).values("pk")
        ).first()
        if asked is None:
            raise Refused("niet_gevonden")
        row = _lock(by, asked.dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "answer_markt")
        check_marktantwoord(nieuw, asked.datum, vandaag())
        MarktantwoordRij.objects.create(
            marktvraag=asked,
            soort=nieuw.soort,
            tekst=nieuw.tekst.strip(),
            **(_signed(by) | {"datum": nieuw.datum}),
        )
        return row.pk


def decide_landschap(
    *, by: Actor, dossier_id: UUID, soort: str, reden: str, besluit_id: UUID, formulier: UUID | None = None
) -> UUID:
    """What a meeting decided about it: buy, not, or otherwise, with the reasons. Returns the dossier's id.

    Refused: niet_gevonden (also a besluit that this actor does not see), overgang_mag_niet, and as
    `check_uitkomst`.
    """
    with act("decide_landschap", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        check_uitkomst(soort, reden, unanswered(row))
        LANDSCHAPSDOSSIER.move(state_of(row), "decide_landschap", soort)
        besluit = visible_besluiten(by).filter(pk=besluit_id).first()
        if besluit is None:
            raise Refused("niet_gevonden")
        return _step(by, row, soort, reden, besluit=besluit)


def hand_over_landschap(
    *, by: Actor, dossier_id: UUID, nieuw: Overdrachtsplan, formulier: UUID | None = None
) -> UUID:
    """It goes to a procurement region, with an owner and a day. Returns the dossier's id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_overdracht`.
    """
    with act("hand_over_landschap", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "hand_over_landschap")
        check_overdracht(nieuw, inkoopregios(), vandaag())
        more = {
            "inkoopregio": nieuw.inkoopregio,
            "eigenaar": nieuw.eigenaar.strip()[:120],
            "uiterlijk": nieuw.uiterlijk,
        }
        return _step(by, row, "overgedragen", nieuw.tekst, **more)


def finish_landschap(*, by: Actor, dossier_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """Nothing more has to be done. Refused: niet_gevonden, overgang_mag_niet, vervolg_zonder_tekst."""
    with act("finish_landschap", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "finish_landschap")
        return _step(by, row, "afgerond", check_tekst(tekst, "vervolg_zonder_tekst"))


def reopen_landschap(*, by: Actor, dossier_id: UUID, tekst: str, formulier: UUID | None = None) -> UUID:
    """It is taken up again: what was decided stays readable. Refused: as `finish_landschap`."""
    with act("reopen_landschap", by=by, formulier=formulier) as spoor:
        row = _lock(by, dossier_id, spoor)
        LANDSCHAPSDOSSIER.move(state_of(row), "reopen_landschap")
        return _step(by, row, "heropend", check_tekst(tekst, "vervolg_zonder_tekst"))


# --- what the acts share ----------------------------------------------------------------------------


def state_of(row: Landschapsdossier) -> str:
    """In which phase it is: what was decided last; before that, what there is to choose from."""
    steps = sorted(row.stappen.all(), key=lambda een: (een.vastgelegd_at, een.pk))
    if steps and steps[-1].soort in TOESTAND_VAN:
        return TOESTAND_VAN[steps[-1].soort]
    since = steps[-1].vastgelegd_at if steps else None
    if any(since is None or een.vastgelegd_at > since for een in row.marktvragen.all()):
        return "marktconsultatie"
    return "alternatieven" if steps or row.alternatieven.all() else LANDSCHAPSDOSSIER.begin


def unanswered(row: Landschapsdossier) -> int:
    """How many providers were asked and did not answer, nor were written off."""
    return sum(not een.antwoorden.all() for een in row.marktvragen.all())


def hulpvormen() -> set[str]:
    """The codes of hulpvormen."""
    return {een.code for een in beleid().codelijsten[CODELIJST].codes}


def areas() -> set[str]:
    """The areas that a dossier can be about: the region, and its procurement regions."""
    return {een.id for een in beleid().gebieden.values() if een.soort in ("jeugdregio", "inkoopregio")}


def inkoopregios() -> set[str]:
    """Ids of the procurement regions."""
    return {een.id for een in beleid().gebieden.values() if een.soort == "inkoopregio"}


def _lock(by: Actor, dossier_id: UUID, spoor: Spoor) -> Landschapsdossier:
    row = visible_landschapsdossiers(by).select_for_update(of=("self",)).filter(pk=dossier_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("landschapsdossier", row.pk)
    return row


def _signed(by: Actor) -> dict[str, Any]:
    return {"door": by.naam, "datum": vandaag(), **shared_by(by)}


def _step(by: Actor, row: Landschapsdossier, soort: str, tekst: str, **more: Any) -> UUID:
    LandschapsdossierStap.objects.create(dossier=row, soort=soort, tekst=tekst.strip(), **more, **_signed(by))
    return row.pk
