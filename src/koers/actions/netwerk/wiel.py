"""Rounds of the wheel of working together: preparing, inviting, answering by a link, and closing.

Whoever answers leaves nothing but higher tallies. The link is thrown away in the same act, the log row names
the round alone, and all tallies of the round are written in one statement: neither a time, nor the order of
rows, nor the transaction that wrote a row joins an answer to a link. What stays is that somebody who copies
the database before and after one answer sees the difference. On pages that difference is never to be seen:
results are told only of a closed round.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from django.db.models import Case, F, IntegerField, Value, When

from koers.actions.handeling import act
from koers.authorization.zicht import visible_wielrondes
from koers.domain.actor import Actor, systeemactor
from koers.domain.weigering import Refused
from koers.domain.wiel import (
    CONCEPT,
    GESLOTEN,
    NAAR_GEMEENTE,
    NAAR_GREMIUM,
    OPEN,
    PARTNERS,
    NieuweRonde,
    Stelling,
    check_aantallen,
    check_antwoord,
    check_ronde,
    edited,
)
from koers.policy import beleid
from koers.registers.kern.models import LogRegel, Slot
from koers.registers.klok import nu, vandaag
from koers.registers.netwerk.models import WielGroep, WielRonde, WielTelling, WielUitnodiging, WielVraag

# An evaluation has one question; this is its code.
PARTNERVRAAG = "cijfer"
# Who answers for what comes in by a link.
DOOR_LINK = ("wiel", "regiomanager")


@dataclass(frozen=True, slots=True)
class Link:
    """A link for one answer: for which group, and the secret in it. It is shown once."""

    groep: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Vragenblad:
    """What somebody with a link sees: the statements, and for which group the answer will count."""

    naam: str
    soort: str
    groepering: str
    groep: str
    hoogste: int
    laatste_datum: date
    stellingen: tuple[Stelling, ...]


# --- preparing and inviting -------------------------------------------------------------------------


def register_wielronde(*, by: Actor, ronde: NieuweRonde, formulier: UUID | None = None) -> UUID:
    """A round in preparation, with a copy of the statements of today's policy. Its id.

    Refused: what `check_ronde` refuses; wiel_evaluatie_dit_jaar (a year has one evaluation by partners).
    """
    today = vandaag()
    with act("prepare_wiel", by=by, formulier=formulier) as spoor:
        checked = check_ronde(ronde, today=today)
        kader = beleid().wiel
        if checked.soort == PARTNERS:
            Slot.objects.lock("wiel-evaluatie")
            if WielRonde.objects.filter(soort=PARTNERS, begindatum__year=today.year).exists():
                raise Refused("wiel_evaluatie_dit_jaar", jaar=today.year)
        row = WielRonde.objects.create(
            soort=checked.soort,
            naam=checked.naam,
            groepering=checked.groepering,
            hoogste=kader.partners.hoogste if checked.soort == PARTNERS else len(kader.schaal),
            voldoende_vanaf=kader.partners.voldoende_vanaf if checked.soort == PARTNERS else None,
            begindatum=today,
            laatste_datum=checked.laatste_datum,
        )
        WielVraag.objects.bulk_create(
            WielVraag(
                ronde=row,
                volgorde=nummer,
                categorie=een.categorie,
                code=een.code,
                naam=een.naam,
                naam_en=een.naam_en,
                stelling=een.tekst,
                stelling_en=een.tekst_en,
            )
            for nummer, een in enumerate(_of_policy(checked.soort), start=1)
        )
        spoor.onderwerp("wielronde", row.pk)
        return row.pk


def _of_policy(soort: str) -> list[Stelling]:
    kader = beleid().wiel
    if soort == PARTNERS:
        vraag = kader.partners.vraag
        naam = beleid().indicatoren["samenwerking-partners"].naam
        return [Stelling(PARTNERVRAAG, PARTNERVRAAG, naam.nl, vraag.nl, naam.en, vraag.en)]
    return [
        Stelling(een.id, deel.id, een.naam.nl, een.stelling.nl, een.naam.en, een.stelling.en)
        for deel in kader.categorieen
        for een in deel.indicatoren
    ]


def change_stellingen(
    *,
    by: Actor,
    ronde_id: UUID,
    versie: int,
    teksten: Mapping[str, tuple[str, str]],
    formulier: UUID | None = None,
) -> UUID:
    """Other names and words for the statements of this round alone, as long as nobody was invited. Its id.

    Refused: niet_gevonden, al_gewijzigd, wiel_al_open, what `edited` refuses.
    """
    with act("prepare_wiel", by=by, formulier=formulier) as spoor:
        ronde = _locked(by, ronde_id)
        if ronde.toestand != CONCEPT:
            raise Refused("wiel_al_open")
        _touch(ronde, versie)
        nieuw = {een.code: een for een in edited(stellingen_of(ronde), teksten)}
        vragen = list(ronde.vragen.order_by("volgorde"))
        for vraag in vragen:
            een = nieuw[vraag.code]
            vraag.naam, vraag.naam_en = een.naam, een.naam_en
            vraag.stelling, vraag.stelling_en = een.tekst, een.tekst_en
        WielVraag.objects.bulk_update(vragen, ["naam", "naam_en", "stelling", "stelling_en"])
        spoor.onderwerp("wielronde", ronde.pk)
        return ronde.pk


def groups_for(groepering: str) -> tuple[str, ...]:
    """The groups that can be invited: kinds of body, municipalities, or those with a kind of partner."""
    if groepering == NAAR_GREMIUM:
        return tuple(
            dict.fromkeys(een.soort for een in beleid().gremia.values() if een.status != "opgeheven")
        )
    codes = tuple(een.code for een in beleid().gebieden.values() if een.soort == "gemeente" and een.code)
    if groepering == NAAR_GEMEENTE:
        return codes
    return tuple(f"{code}:{een.id}" for code in codes for een in beleid().wiel.partners.soorten)


def invite(
    *, by: Actor, ronde_id: UUID, aantallen: Mapping[str, int], formulier: UUID | None = None
) -> tuple[Link, ...]:
    """New links for groups; from the first on the round is open and its statements stand.

    The secrets are given here and nowhere kept. Refused: niet_gevonden, wiel_gesloten, wiel_dag_voorbij, what
    `check_aantallen` refuses.
    """
    with act("invite_wiel", by=by, formulier=formulier) as spoor:
        ronde = _locked(by, ronde_id)
        if ronde.toestand == GESLOTEN:
            raise Refused("wiel_gesloten")
        if ronde.laatste_datum < vandaag():
            raise Refused("wiel_dag_voorbij", datum=ronde.laatste_datum)
        gevraagd = check_aantallen(aantallen, groups_for(ronde.groepering))
        links = []
        for code, aantal in gevraagd.items():
            groep = _group(ronde, code)
            links += [(groep, token_urlsafe(32)) for _ in range(aantal)]
            WielGroep.objects.filter(pk=groep.pk).update(uitgenodigd=F("uitgenodigd") + aantal)
        WielUitnodiging.objects.bulk_create(
            WielUitnodiging(
                ronde=ronde, groep=groep, afdruk=fingerprint(sleutel), laatste_datum=ronde.laatste_datum
            )
            for groep, sleutel in links
        )
        WielRonde.objects.filter(pk=ronde.pk).update(toestand=OPEN, versie=F("versie") + 1)
        spoor.onderwerp("wielronde", ronde.pk)
        spoor.note(links=len(links))
        return tuple(Link(groep.code, sleutel) for groep, sleutel in links)


def _group(ronde: WielRonde, code: str) -> WielGroep:
    """The group with all its tallies at nought, made at its first invitation."""
    gemeente, _, partner = code.partition(":")
    extra = {"gemeente_code": gemeente, "partnersoort": partner} if partner else {}
    groep, new = WielGroep.objects.get_or_create(ronde=ronde, code=code, defaults=extra)
    if new:
        WielTelling.objects.bulk_create(
            WielTelling(ronde=ronde, groep=groep, vraag=vraag, score=score)
            for vraag in ronde.vragen.order_by("volgorde")
            for score in range(1, ronde.hoogste + 1)
        )
    return groep


def close_ronde(*, by: Actor, ronde_id: UUID, versie: int, formulier: UUID | None = None) -> UUID:
    """Ends a round for good: links stop working, and what five or more people said may be told. Its id.

    Refused: niet_gevonden, al_gewijzigd, wiel_niet_open.
    """
    with act("close_wiel", by=by, formulier=formulier) as spoor:
        ronde = _locked(by, ronde_id)
        if ronde.toestand != OPEN:
            raise Refused("wiel_niet_open")
        _touch(ronde, versie, toestand=GESLOTEN, gesloten_datum=vandaag(), gesloten_at=nu())
        WielUitnodiging.objects.filter(ronde=ronde).delete()
        spoor.onderwerp("wielronde", ronde.pk)
        return ronde.pk


# --- answering by a link ----------------------------------------------------------------------------


def read_vragenblad(*, sleutel: str) -> Vragenblad:
    """What the link opens. No log row: nobody is shown, and an hour would say when somebody looked.

    Refused: wiel_link_werkt_niet, the same for a link that is used, expired, closed or made up.
    """
    uitnodiging = _invitation(sleutel)
    ronde = uitnodiging.ronde
    return Vragenblad(
        *(ronde.naam, ronde.soort, ronde.groepering, uitnodiging.groep.code, ronde.hoogste),
        *(ronde.laatste_datum, stellingen_of(ronde)),
    )


def answer_wiel(*, sleutel: str, antwoord: Mapping[str, int | None], formulier: UUID | None = None) -> None:
    """Counts an answer and throws its link away. Who answers has no account and is not known here.

    Refused: wiel_link_werkt_niet, al_verwerkt (the same form twice), what `check_antwoord` refuses.
    """
    naam, functionaris = DOOR_LINK
    with act("answer_wiel", by=systeemactor(naam, functionaris=functionaris), formulier=formulier) as spoor:
        # First the round, as everybody who writes in it: two answers, or an answer and closing, wait in line.
        ronde = WielRonde.objects.select_for_update().get(pk=_invitation(sleutel).ronde_id)
        uitnodiging = _invitation(sleutel)
        scores = check_antwoord(
            antwoord, [vraag.code for vraag in ronde.vragen.order_by("volgorde")], ronde.hoogste
        )
        _count(ronde, uitnodiging.groep_id, scores)
        uitnodiging.delete()
        spoor.onderwerp("wielronde", ronde.pk)


def was_counted(*, formulier: str) -> bool:
    """Whether this form was counted before: somebody pressed its button twice."""
    try:
        return LogRegel.objects.filter(handeling="answer_wiel", formulier_id=UUID(formulier)).exists()
    except ValueError:
        return False


def _invitation(sleutel: str) -> WielUitnodiging:
    """The invitation of a secret that still opens something. Refused: wiel_link_werkt_niet."""
    found = (
        WielUitnodiging.objects.select_related("ronde", "groep")
        .filter(afdruk=fingerprint(sleutel), laatste_datum__gte=vandaag(), ronde__toestand=OPEN)
        .first()
    )
    if found is None:
        raise Refused("wiel_link_werkt_niet")
    return found


def _count(ronde: WielRonde, groep_id: int, scores: Mapping[str, int]) -> None:
    """Every tally and every group of the round is written, whether it moves or not."""
    moved = [
        pk
        for pk, code, score in WielTelling.objects.filter(groep=groep_id).values_list(
            "pk", "vraag__code", "score"
        )
        if scores.get(code) == score
    ]
    WielTelling.objects.filter(ronde=ronde).update(aantal=_one_more("aantal", moved))
    WielGroep.objects.filter(ronde=ronde).update(antwoorden=_one_more("antwoorden", [groep_id]))


def _one_more(veld: str, waar: list[int]) -> Case:
    return Case(When(pk__in=waar, then=F(veld) + Value(1)), default=F(veld), output_field=IntegerField())


def fingerprint(sleutel: str) -> str:
    """What is kept of a secret."""
    return sha256(sleutel.encode()).hexdigest()


# --- shared -----------------------------------------------------------------------------------------


def stellingen_of(ronde: WielRonde) -> tuple[Stelling, ...]:
    """The statements of a round in the order of the wheel."""
    return tuple(
        Stelling(een.code, een.categorie, een.naam, een.stelling, een.naam_en, een.stelling_en)
        for een in ronde.vragen.order_by("volgorde")
    )


def _locked(by: Actor, ronde_id: UUID) -> WielRonde:
    row = visible_wielrondes(by).select_for_update().filter(pk=ronde_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row


def _touch(ronde: WielRonde, versie: int, **velden: object) -> None:
    """Writes only if nobody else did since `versie` was read."""
    found = WielRonde.objects.filter(pk=ronde.pk, versie=versie)
    if not found.update(versie=F("versie") + 1, **velden):
        raise Refused("al_gewijzigd")
