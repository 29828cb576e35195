"""A round of votes about themes: opened by the gemeente, one vote per partner, a decision with reasons."""

import json
from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.monitor.badkuip import own_area
from koers.actions.monitor.themas import (
    Partnerreeks,
    Themablad,
    Themacijfer,
    read_rondes,
    workbench,
)
from koers.authorization.zicht import visible_themarondes
from koers.domain.actor import Actor
from koers.domain.themas import (
    LANGSTE_NAAM,
    LANGSTE_REDEN,
    NieuweRonde,
    NieuweStem,
    NieuwThemabesluit,
    check_ronde,
    check_stem,
    check_stembaar,
    check_themabesluit,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Themabesluit, Themaronde, Themastem


def open_themaronde(*, by: Actor, gemeente: str, ronde: NieuweRonde, formulier: UUID | None = None) -> UUID:
    """Opens a round today. Refused: niet_gevonden, ronde_loopt_al, and as `check_ronde`."""
    today = vandaag()
    check_ronde(ronde, today=today)
    with act("open_themaronde", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        Slot.objects.lock(f"themaronde {gemeente}")
        if _undecided(by, gemeente) is not None:
            raise Refused("ronde_loopt_al")
        row = Themaronde.objects.create(
            naam=ronde.naam.strip()[:LANGSTE_NAAM],
            datum=today,
            stemmen_tot_en_met=ronde.stemmen_tot_en_met,
            hoogstens=ronde.hoogstens,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("themaronde", row.pk)
        return row.pk


def vote_thema(*, by: Actor, gemeente: str, stem: NieuweStem, formulier: UUID | None = None) -> UUID:
    """The vote of the actor's own organisation; nobody votes for another.

    Refused: geen_ronde, stem_al_gegeven, stem_zonder_organisatie, and as `check_stembaar` and `check_stem`.
    """
    today = vandaag()
    with act("vote_thema", by=by, formulier=formulier) as spoor:
        row = _to_vote_in(by, gemeente)
        check_stem(stem, beleid().themas.keys(), hoogstens=row.hoogstens)
        before = _own_vote(by, row)
        if before is not None and not before.ingetrokken:
            raise Refused("stem_al_gegeven", dag=before.datum)
        vote = Themastem.objects.create(
            ronde=row,
            organisatie_id=_organisation(by),
            themas=sorted(stem.themas),
            reden=stem.reden.strip()[:LANGSTE_REDEN],
            datum=today,
            vervangt=before,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("themastem", vote.pk)
        return vote.pk


def withdraw_themastem(*, by: Actor, gemeente: str, reden: str, formulier: UUID | None = None) -> UUID:
    """Takes the vote of the own organisation back; it stays kept. Refused: correctie_zonder_reden,
    niet_gevonden, geen_ronde, and as `check_stembaar`.
    """
    if not reden.strip():
        raise Refused("correctie_zonder_reden")
    with act("vote_thema", by=by, formulier=formulier) as spoor:
        row = _to_vote_in(by, gemeente)
        before = _own_vote(by, row)
        if before is None or before.ingetrokken:
            raise Refused("niet_gevonden")
        gone = Themastem.objects.create(
            ronde=row,
            organisatie_id=before.organisatie_id,
            themas=before.themas,
            reden=before.reden,
            datum=vandaag(),
            vervangt=before,
            ingetrokken=True,
            reden_correctie=reden.strip()[:200],
            **written_by(by, gemeente),
        )
        spoor.onderwerp("themastem", gone.pk)
        return gone.pk


def decide_themas(
    *, by: Actor, gemeente: str, besluit: NieuwThemabesluit, formulier: UUID | None = None
) -> UUID:
    """Records which themes were chosen and why, on the figures and votes of this moment, which are kept.

    Refused: niet_gevonden, geen_ronde, gremium_onbekend, and as `check_themabesluit`.
    """
    with act("decide_themas", by=by, formulier=formulier) as spoor:
        area = own_area(by, gemeente)
        Slot.objects.lock(f"themaronde {gemeente}")
        row = _undecided(by, gemeente)
        if row is None:
            raise Refused("geen_ronde")
        check_themabesluit(
            besluit,
            beleid().themas.keys(),
            hoogstens=row.hoogstens,
            stemmen_tot_en_met=row.stemmen_tot_en_met,
            today=vandaag(),
        )
        if besluit.gremium not in beleid().gremia:
            raise Refused("themabesluit_overleg_onbekend")
        cijfers = frozen(workbench(by, area, read_rondes(by, gemeente)))
        decided = Themabesluit.objects.create(
            ronde=row,
            **_words(besluit),
            cijfers=cijfers,
            vingerafdruk=fingerprint(cijfers),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("themabesluit", decided.pk)
        return decided.pk


def correct_themabesluit(
    *,
    by: Actor,
    gemeente: str,
    besluit_id: UUID,
    besluit: NieuwThemabesluit,
    waarom: str,
    formulier: UUID | None = None,
) -> UUID:
    """Mends what was recorded of a decision: what stood there stays, with why it was wrong. The figures and
    votes it was taken on stay as they were kept: it is the same decision, written down better.

    Refused: niet_gevonden, correctie_zonder_reden, themabesluit_gelijk, al_gewijzigd (somebody mended it
    meanwhile), themabesluit_overleg_onbekend, and as `check_themabesluit`.
    """
    if not waarom.strip():
        raise Refused("correctie_zonder_reden")
    with act("correct_themabesluit", by=by, formulier=formulier) as spoor:
        own_area(by, gemeente)
        Slot.objects.lock(f"themaronde {gemeente}")
        rondes = visible_themarondes(by).filter(gemeente=gemeente)
        before = Themabesluit.objects.filter(pk=besluit_id, ronde__in=rondes).select_related("ronde").first()
        if before is None:
            raise Refused("niet_gevonden")
        if Themabesluit.objects.filter(vervangt=before).exists():
            raise Refused("al_gewijzigd")
        ronde = before.ronde
        check_themabesluit(
            besluit,
            {
                *beleid().themas,
                *before.redenen,
            },  # a theme that the policy dropped since was chosen all the same
            hoogstens=ronde.hoogstens,
            stemmen_tot_en_met=ronde.stemmen_tot_en_met,
            today=vandaag(),
        )
        if besluit.gremium not in {*beleid().gremia, before.gremium}:
            raise Refused("themabesluit_overleg_onbekend")
        words = _words(besluit)
        if words == {naam: getattr(before, naam) for naam in words}:
            raise Refused("themabesluit_gelijk")
        better = Themabesluit.objects.create(
            ronde=ronde,
            **words,
            cijfers=before.cijfers,
            vingerafdruk=before.vingerafdruk,
            vervangt=before,
            reden_correctie=waarom.strip()[:200],
            **written_by(by, gemeente),
        )
        spoor.onderwerp("themabesluit", better.pk)
        return better.pk


def _words(besluit: NieuwThemabesluit) -> dict[str, object]:
    """What somebody writes down of a decision, as it is kept."""
    return {
        "datum": besluit.datum,
        "gremium": besluit.gremium,
        "redenen": {thema: reden.strip()[:LANGSTE_REDEN] for thema, reden in besluit.redenen.items()},
        "reden": besluit.reden.strip()[:LANGSTE_REDEN],
    }


def frozen(blad: Themablad) -> list[dict[str, object]]:
    """All figures and votes of the workbench as plain values: what a decision was taken on."""
    found: list[dict[str, object]] = []
    for beeld in blad.themas:
        found += [{"thema": beeld.thema.id, **_published(blad, een)} for een in beeld.cijfers]
        found += [{"thema": beeld.thema.id, **rij} for reeks in beeld.partners for rij in _delivered(reeks)]
        found.append({"thema": beeld.thema.id, "soort": "stemmen", "partners": list(beeld.stemmen)})
    return found


def fingerprint(cijfers: list[dict[str, object]]) -> str:
    """SHA-256 of the values in one fixed form."""
    return sha256(json.dumps(cijfers, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _published(blad: Themablad, een: Themacijfer) -> dict[str, object]:
    c = een.cijfer
    spread = {"laagste": c.laagste, "kwart": c.kwart, "midden": c.midden, "driekwart": c.driekwart}
    return {
        "soort": "cbs",
        "wat": c.grootheid,
        "jaar": c.jaar,
        "eigen": None if c.eigen is None else str(c.eigen),
        **{naam: None if waarde is None else str(waarde) for naam, waarde in spread.items()},
        "hoogste": None if c.hoogste is None else str(c.hoogste),
        "groep": [[code, blad.namen.get(code, code), str(waarde)] for code, waarde in c.groep],
        "omvang": een.omvang,
        "bron": een.bron,
        "klasse": een.klasse.value,
        "vastgelegd_at": een.vastgelegd_at.isoformat(timespec="seconds"),
    }


def _delivered(reeks: Partnerreeks) -> Iterator[dict[str, object]]:
    for punt in reeks.punten:
        yield {
            "soort": "partner",
            "wat": f"{reeks.maat.tabel}:{reeks.maat.maat}",
            "groep": reeks.groep,
            "periode": punt.periode,
            "eigen": None if punt.aantal.waarde is None else str(punt.aantal.waarde),
            "status": punt.aantal.status.value,
            "deel": None if punt.deel is None or punt.deel.waarde is None else str(punt.deel.waarde),
            "klasse": reeks.klasse.value,
            "vastgelegd_at": punt.vastgelegd_at.isoformat(timespec="seconds"),
        }


def _undecided(by: Actor, gemeente: str) -> Themaronde | None:
    """The round of the municipality in which nothing was decided yet."""
    decided = Themabesluit.objects.current().filter(ingetrokken=False).values("ronde")
    return visible_themarondes(by).filter(gemeente=gemeente).exclude(pk__in=decided).first()


def _to_vote_in(by: Actor, gemeente: str) -> Themaronde:
    """The round in which can be voted today; one vote of a municipality at a time."""
    own_area(by, gemeente)
    Slot.objects.lock(f"themaronde {gemeente}")
    row = _undecided(by, gemeente)
    if row is None:
        raise Refused("geen_ronde")
    check_stembaar(stemmen_tot_en_met=row.stemmen_tot_en_met, today=vandaag())
    return row


def _own_vote(by: Actor, row: Themaronde) -> Themastem | None:
    """The newest fact of the own organisation in this round: a vote, or that it was taken back."""
    return Themastem.objects.current().filter(ronde=row, organisatie_id=_organisation(by)).first()


def _organisation(by: Actor) -> str:
    """For whom the actor votes: always the own organisation."""
    if by.organisatie_id is None:
        raise Refused("stem_zonder_organisatie")
    return by.organisatie_id
