"""Requests of providers: taken in from a message, on the desk of the gemeente, granted or answered.

A referral by a doctor, GI or court that comes along opens its own road (`actions.toegang.verwijsverzoeken`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.einden import amount_of, named_product, with_amount
from koers.actions.zorg.postbus import Mangel
from koers.actions.zorg.uitgaand import queue
from koers.authorization.zicht import visible_casussen, visible_toewijzingen, visible_verzoeken
from koers.domain.actor import Actor
from koers.domain.namen import written
from koers.domain.routes import JUSTITIE, MEDISCH, ROUTE_VAN_VERWIJZER
from koers.domain.toestanden.verzoek import VERZOEK
from koers.domain.toewijzingsberichten import Verzoekantwoord, freeze, last_day
from koers.domain.verzoeken import (
    AFGEWEZEN_CODE,
    BEANTWOORD,
    ONDERZOEK_CODE,
    WIJZIGING,
    WIJZIGT,
    NieuwVerzoek,
    Toegekend,
    Wens,
    answer_before,
    as_stored,
    as_wensen,
    check_afwijzing,
    judge_wijziging,
    state_of_verzoek,
)
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import index_bsn
from koers.registers.kern.models import (
    Bericht,
    Berichtregel,
    BerichtStand,
    Organisatie,
    Persoon,
    Regelstand,
    Slot,
)
from koers.registers.klok import nu, vandaag
from koers.registers.toegang.models import Casus, VerwijsverzoekStap
from koers.registers.zorg.models import Toewijzing, Verzoek, VerzoekStap

ANDERE_CLIENT, REFERENTIE_GEBRUIKT, LOOPT_AL = "8187", "9347", "9374"
ONBEKENDE_AANBIEDER = "0001"
MEEST = 200


@dataclass(frozen=True, slots=True)
class VerzoekRegel:
    """A request on the desk. `kind` is empty for who does not work with the child, or if it is not known.

    `casussen`: of this child, where help can be given; `verwijsverzoek_id`: the road that it opened;
    `toewijzingen`: number and id of those that should become otherwise.
    """

    id: UUID
    soort: str
    aanbieder: str
    referentie: str
    kind: str
    bekend: bool
    verwijzer: str
    wensen: tuple[Wens, ...]
    ontvangen: date
    uiterlijk: date
    toestand: str
    casussen: tuple[UUID, ...]
    verwijsverzoek_id: UUID | None
    toewijzingen: tuple[tuple[int, UUID], ...]
    reden: str = ""


@dataclass(frozen=True, slots=True)
class ZonderWeg:
    """A request whose referral did not open its road yet."""

    id: UUID
    bericht_id: UUID
    volgnummer: int
    verwijzer: str
    aanbieder_id: UUID
    gemeente: str


@dataclass(frozen=True, slots=True)
class Van:
    """To which gemeente a request was sent, on which day, and in which message if that is stored."""

    gemeente: str
    dagtekening: date
    bericht_id: UUID | None = None


def receive_verzoeken(
    *, by: Actor, bericht_id: UUID, bsn: str, verzoeken: Sequence[NieuwVerzoek], mangels: Sequence[Mangel]
) -> None:
    """Takes in the requests of one message: each is on the desk or rejected with its code. Twice is once.

    `mangels`: what the message breaks by itself, with the number of the product in `plaats` if it has one.
    """
    with act("receive_verzoeken", by=by) as spoor:
        Slot.objects.lock("berichten")
        bericht = Bericht.objects.get(pk=bericht_id)
        spoor.onderwerp("bericht", bericht_id)
        if bericht.stand != BerichtStand.ONTVANGEN:
            return
        kind, aanbieder = parties(bericht.gemeente_id, bsn, bericht.afzender)
        van = Van(bericht.gemeente_id, bericht.dagtekening, bericht.pk)
        eigen = {een.plaats for een in mangels}
        goed = 0
        for verzoek in verzoeken:
            gevonden = (
                [] if str(verzoek.volgnummer) in eigen else judge_verzoek(van, verzoek, kind, aanbieder)
            )
            fouten = [een for een in mangels if een.plaats == str(verzoek.volgnummer)] + gevonden
            _line(bericht, verzoek, fouten)
            if not fouten and aanbieder is not None:
                _write(bericht, verzoek, kind, aanbieder, spoor)
                goed += 1
        bericht.bevindingen = [*bericht.bevindingen, *_found(bericht)]
        bericht.stand = BerichtStand.VERWERKT if goed else BerichtStand.AFGEKEURD
        bericht.save(update_fields=["stand", "bevindingen"])
        spoor.note(verzoeken=goed)


def parties(gemeente: str, bsn: str, agb: str) -> tuple[Persoon | None, Organisatie | None]:
    """The child and the provider of a message, as far as they are known here."""
    return (
        Persoon.objects.filter(gemeente=gemeente, bsn_index=index_bsn(bsn)).first(),
        Organisatie.objects.filter(agb=agb).order_by("pk").first(),
    )


def judge_verzoek(
    van: Van, verzoek: NieuwVerzoek, kind: Persoon | None, aanbieder: Organisatie | None
) -> list[Mangel]:
    """What the register and the earlier messages say of a request."""
    plaats = str(verzoek.volgnummer)
    if aanbieder is None:
        return [Mangel("OP047", ONBEKENDE_AANBIEDER, plaats, "")]
    own = Verzoek.objects.filter(gemeente=van.gemeente, aanbieder=aanbieder)
    if own.filter(referentie=verzoek.referentie).exists():
        return [Mangel("TR347", REFERENTIE_GEBRUIKT, plaats, "")]
    others = own.exclude(bericht=van.bericht_id) if van.bericht_id else own
    if kind is not None and _runs(others.filter(persoon=kind)):
        return [Mangel("TR374", LOOPT_AL, plaats, "")]
    if verzoek.soort != WIJZIGING:
        return []
    if kind is None:
        return [Mangel("TR304", ANDERE_CLIENT, plaats, "")]
    gevonden = judge_wijziging(
        verzoek.wensen,
        current_toewijzingen(kind, aanbieder, van.gemeente),
        dagtekening=van.dagtekening,
    )
    return [Mangel(regel, code, plaats, "") for _, regel, code in gevonden]


def _runs(verzoeken) -> bool:
    """Whether one of these is still open or looked into."""
    return any(
        state_of_verzoek(stap.soort for stap in row.stappen.all()) in ("open", "in_onderzoek")
        for row in verzoeken.prefetch_related("stappen")
    )


def current_toewijzingen(kind: Persoon, aanbieder: Organisatie, gemeente: str) -> list[Toegekend]:
    """The toewijzingen of this child at this provider that hold today or later."""
    rows = Toewijzing.objects.current().filter(
        gemeente=gemeente,
        ingetrokken=False,
        nummer__isnull=False,
        casus__jeugdige__in=rows_anywhere(kind.pk),
        contractproduct__aanbieder=aanbieder,
    )
    today = vandaag()
    return [
        Toegekend(
            row.nummer,
            row.ingangsdatum,
            last_day(row.einde, row.ingangsdatum),
            *named_product(row),
            amount_of(row),
            row.nu_budget_cent,
        )
        for row in with_amount(rows).select_related("contractproduct")
        if row.einde is None or (row.einde > today and row.einde > row.ingangsdatum)
    ]


def _line(bericht: Bericht, verzoek: NieuwVerzoek, fouten: Sequence[Mangel]) -> None:
    begin = next((een.begindatum for een in verzoek.wensen if een.begindatum), bericht.dagtekening)
    Berichtregel.objects.create(
        bericht=bericht,
        gemeente_id=bericht.gemeente_id,
        volgnummer=verzoek.volgnummer,
        soort="verzoek",
        begindatum=begin,
        stand=Regelstand.AFGEKEURD if fouten else Regelstand.VERWERKT,
        code=fouten[0].code if fouten else "",
    )


def _found(bericht: Bericht) -> list[list[str]]:
    """The lines that were rejected by the register, for the list of messages and the answer."""
    al = {een[1] for een in bericht.bevindingen}
    soort = (
        "Client/AangevraagdeProducten/AangevraagdProduct[{}]"
        if bericht.soort == "JW315"
        else "Client/Verzoek"
    )
    return [
        [
            f"TR{een.code[1:]}" if een.code.startswith("9") else "TR304",
            een.code,
            soort.format(een.volgnummer),
            "",
        ]
        for een in bericht.regels.filter(stand=Regelstand.AFGEKEURD).order_by("volgnummer")
        if een.code and een.code not in al
    ]


def _write(
    bericht: Bericht, verzoek: NieuwVerzoek, kind: Persoon | None, aanbieder: Organisatie, spoor: Spoor
) -> None:
    Verzoek.objects.create(
        gemeente_id=bericht.gemeente_id,
        bericht=bericht,
        volgnummer=verzoek.volgnummer,
        soort=verzoek.soort,
        aanbieder=aanbieder,
        referentie=verzoek.referentie,
        persoon=kind,
        verwijzer=verzoek.verwijzer,
        wensen=as_stored(verzoek.wensen),
        ontvangen_datum=vandaag(),
        uiterlijk_datum=answer_before(vandaag()),
        vastgelegd_at=nu(),
    )
    if kind is not None:
        spoor.touched(kind.pk, bericht.gemeente_id)


def read_zonder_weg(*, by: Actor) -> tuple[ZonderWeg, ...]:
    """Requests by a doctor, GI or court whose road was not opened yet."""
    with act("read_inbox", by=by):
        codes = [code for code, route in ROUTE_VAN_VERWIJZER.items() if route in (MEDISCH, JUSTITIE)]
        rows = Verzoek.objects.filter(verwijzer__in=codes).exclude(stappen__isnull=False)
        return tuple(
            ZonderWeg(
                row.pk, row.bericht_id, row.volgnummer, row.verwijzer, row.aanbieder_id, row.gemeente_id
            )
            for row in rows.order_by("vastgelegd_at", "pk")
            if row.bericht_id
        )


def note_weg(*, by: Actor, verzoek_id: UUID, verwijsverzoek_id: UUID) -> None:
    """The referral of a request opened its road. Twice is once."""
    with act("receive_verzoeken", by=by) as spoor:
        row = Verzoek.objects.select_for_update().get(pk=verzoek_id)
        spoor.onderwerp("verzoek", row.pk)
        if not row.stappen.filter(soort="verwezen").exists():
            _step(by, row, "verwezen", verwijsverzoek_id=verwijsverzoek_id)


def read_verzoeken(*, by: Actor) -> tuple[VerzoekRegel, ...]:
    """What providers ask and nobody answered yet, the most urgent first."""
    with act("read_verzoeken", by=by) as spoor:
        # What was answered is left out by the question itself: years of answers would crowd out what waits.
        answered = VerzoekStap.objects.filter(soort__in=BEANTWOORD).values("verzoek")
        rows = visible_verzoeken(by).exclude(pk__in=answered)
        return tuple(_regels(by, rows.order_by("uiterlijk_datum", "vastgelegd_at", "pk")[:MEEST], spoor))


def read_verzoek(*, by: Actor, verzoek_id: UUID) -> VerzoekRegel:
    """One request. Refused: niet_gevonden."""
    with act("read_verzoeken", by=by) as spoor:
        regels = _regels(by, visible_verzoeken(by).filter(pk=verzoek_id), spoor)
        if not regels:
            raise Refused("niet_gevonden")
        spoor.onderwerp("verzoek", verzoek_id)
        return regels[0]


def _regels(by: Actor, verzoeken, spoor: Spoor) -> tuple[VerzoekRegel, ...]:
    rows = list(verzoeken.select_related("aanbieder", "persoon").prefetch_related("stappen"))
    people = {row.persoon_id: rows_anywhere(row.persoon_id) for row in rows if row.persoon_id}
    mine = visible_casussen(by, vandaag()).filter(
        jeugdige__in={wie for rijen in people.values() for wie in rijen}
    )
    casussen: dict[UUID, list[UUID]] = {}
    for pk, jeugdige in mine.order_by("-melding__datum", "pk").values_list("pk", "jeugdige_id"):
        casussen.setdefault(jeugdige, []).append(pk)
    numbers = _to_change(by, rows)
    regels = []
    for row in rows:
        eigen = tuple(pk for wie in people.get(row.persoon_id, ()) for pk in casussen.get(wie, ()))
        if eigen and row.persoon_id:
            spoor.seen(row.persoon_id, row.gemeente_id)
        regels.append(_regel(row, eigen, numbers))
    return tuple(regels)


def _to_change(by: Actor, rows: Sequence[Verzoek]) -> dict[tuple[str, int | None], UUID]:
    """The own toewijzingen that these requests want otherwise, by gemeente and number."""
    asked = {een["nummer"] for row in rows for een in row.wensen if een["hoe"] == WIJZIGT}
    found = visible_toewijzingen(by, vandaag()).filter(nummer__in=asked)
    return {(een.gemeente_id, een.nummer): een.pk for een in found}


def _regel(
    row: Verzoek, eigen: tuple[UUID, ...], numbers: Mapping[tuple[str, int | None], UUID]
) -> VerzoekRegel:
    stappen = [stap for stap in row.stappen.all() if not stap.ingetrokken]
    kind = row.persoon
    naam = (
        written(
            roepnaam=kind.roepnaam, voornamen="", voorvoegsel=kind.voorvoegsel, achternaam=kind.achternaam
        )
        if kind is not None and eigen
        else ""
    )
    return VerzoekRegel(
        id=row.pk,
        soort=row.soort,
        aanbieder=row.aanbieder.naam,
        referentie=row.referentie,
        kind=naam,
        bekend=kind is not None,
        verwijzer=row.verwijzer,
        wensen=as_wensen(row.wensen),
        ontvangen=row.ontvangen_datum,
        uiterlijk=row.uiterlijk_datum,
        toestand=state_of_verzoek(stap.soort for stap in stappen),
        casussen=eigen,
        verwijsverzoek_id=next((stap.verwijsverzoek_id for stap in stappen if stap.verwijsverzoek_id), None),
        toewijzingen=tuple(
            (een["nummer"], numbers[row.gemeente_id, een["nummer"]])
            for een in row.wensen
            if een["hoe"] == WIJZIGT and (row.gemeente_id, een["nummer"]) in numbers
        ),
        reden=next((stap.reden for stap in stappen if stap.reden), ""),
    )


def research_verzoek(*, by: Actor, verzoek_id: UUID, formulier: UUID | None = None) -> UUID:
    """Tells the provider that the request is looked into (JW319, 2).

    Refused: niet_gevonden, overgang_mag_niet.
    """
    with act("research_verzoek", by=by, formulier=formulier) as spoor:
        row = _locked(by, verzoek_id, "research_verzoek", spoor)
        _step(by, row, "in_onderzoek")
        return _answer(row, Verzoekantwoord(row.referentie, ONDERZOEK_CODE))


def reject_verzoek(
    *, by: Actor, verzoek_id: UUID, reden: str, andere_gemeente: str = "", formulier: UUID | None = None
) -> UUID:
    """Tells the provider that the request is rejected, and why (JW319, 1). `reden`: WJ759.

    Returns the id of the message. Refused: niet_gevonden, overgang_mag_niet, and as `check_afwijzing`.
    """
    with act("reject_verzoek", by=by, formulier=formulier) as spoor:
        row = _locked(by, verzoek_id, "reject_verzoek", spoor)
        check_afwijzing(reden, andere_gemeente, row.verwijzer)
        _step(by, row, "afgewezen", reden=reden, andere_gemeente=andere_gemeente)
        spoor.note(reden=reden)
        return _answer(row, Verzoekantwoord(row.referentie, AFGEWEZEN_CODE, reden, andere_gemeente))


def reference_of(by: Actor, verzoek_id: UUID, casus: Casus) -> str:
    """The provider's reference of a request about this child. Refused: niet_gevonden, verzoek_ander_kind."""
    row = visible_verzoeken(by).filter(pk=verzoek_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    dit_kind = rows_anywhere(casus.jeugdige_id)
    linked = VerwijsverzoekStap.objects.filter(
        verwijsverzoek__in=row.stappen.values("verwijsverzoek"), casus__jeugdige__in=dit_kind
    )
    if row.persoon_id not in dit_kind and not linked.exists():
        raise Refused("verzoek_ander_kind")
    # What was asked in the browser has no reference that a system of the provider knows (TR379).
    return row.referentie if row.bericht_id else ""


def grant(by: Actor, verzoek_id: UUID, toewijzing: Toewijzing) -> None:
    """The toewijzing answers the request; inside the act that gave or changed it.

    Refused: niet_gevonden, overgang_mag_niet, verzoek_andere_aanbieder.
    """
    handeling = "assign_toewijzing"
    row = visible_verzoeken(by).select_for_update(of=("self",)).filter(pk=verzoek_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    VERZOEK.move(state_of_verzoek(row.stappen.values_list("soort", flat=True)), handeling)
    if row.aanbieder_id != toewijzing.contractproduct.aanbieder_id:
        raise Refused("verzoek_andere_aanbieder")
    _step(by, row, "toegewezen", toewijzing=toewijzing)


def _locked(by: Actor, verzoek_id: UUID, handeling: str, spoor: Spoor) -> Verzoek:
    """The row is locked: answered twice at once it would be two answers."""
    row = (
        visible_verzoeken(by)
        .select_for_update(of=("self",))
        .select_related("aanbieder")
        .filter(pk=verzoek_id)
        .first()
    )
    if row is None:
        raise Refused("niet_gevonden")
    VERZOEK.move(state_of_verzoek(row.stappen.values_list("soort", flat=True)), handeling)
    spoor.onderwerp("verzoek", row.pk)
    if row.persoon_id:
        spoor.touched(row.persoon_id, row.gemeente_id)
    return row


def _answer(row: Verzoek, antwoord: Verzoekantwoord) -> UUID:
    """Queues the message; whoever asked in the browser reads the answer there. Returns the id of either."""
    if row.bericht_id is None:
        return row.pk
    Slot.objects.lock(f"uitgaand {row.gemeente_id}")
    bericht = queue(
        "JW319",
        gemeente=row.gemeente_id,
        ontvanger=row.aanbieder.agb,
        bevroren=freeze(antwoord),
        mangels=[],
    )
    return bericht.pk


def _step(by: Actor, row: Verzoek, soort: str, **meer: object) -> None:
    VerzoekStap.objects.create(
        verzoek=row, soort=soort, datum=vandaag(), **meer, **written_by(by, row.gemeente_id)
    )
