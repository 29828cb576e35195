"""What is agreed about a proeftuin, what was counted in it, what that says, and what was decided on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.agenda import VOLGORDE, lock, own_opgave
from koers.actions.sturing.proeftuinmeting import countable, evaluate, told_municipalities
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.proeftuinen import (
    LANGSTE_NAAM,
    NieuwOntwerp,
    check_apart,
    check_counts,
    check_moment,
    check_next_moment,
    check_ontwerp,
)
from koers.domain.toestanden.proeftuin import PROEFTUIN
from koers.domain.uitvoeringsagenda import NieuweHouding, check_houding
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Principegebruik,
    Proeftuin,
    ProeftuinOntwerp,
    ProeftuinStap,
    Proeftuintelling,
)


def add_proeftuin(
    *, by: Actor, gemeente: str, opgave: str, naam: str, ontwerp: NieuwOntwerp, formulier: UUID | None = None
) -> UUID:
    """Something will be tried out for an opgave. Returns its id.

    Refused: niet_gevonden, proeftuin_zonder_naam, tekst_te_lang, and as `check_ontwerp`.
    """
    with act("add_proeftuin", by=by, formulier=formulier) as spoor:
        own_opgave(by, gemeente, opgave, spoor)
        row = Proeftuin.objects.create(
            opgave=opgave,
            naam=check_tekst(naam, "proeftuin_zonder_naam")[:LANGSTE_NAAM],
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("proeftuin", row.pk)
        _design(by, row, ontwerp)
        return row.pk


def change_ontwerp(
    *, by: Actor, proeftuin_id: UUID, ontwerp: NieuwOntwerp, formulier: UUID | None = None
) -> UUID:
    """Another design, while nothing runs; the earlier one stays readable. Returns the proeftuin's id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_ontwerp`.
    """
    with act("change_ontwerp", by=by, formulier=formulier) as spoor:
        row = _lock(by, proeftuin_id, spoor)
        PROEFTUIN.move(state_of(row), "change_ontwerp")
        _design(by, row, ontwerp)
        return row.pk


def start_proeftuin(*, by: Actor, proeftuin_id: UUID, formulier: UUID | None = None) -> UUID:
    """From here on the design is fixed. Refused: niet_gevonden, overgang_mag_niet."""
    with act("start_proeftuin", by=by, formulier=formulier) as spoor:
        return _step(by, _lock(by, proeftuin_id, spoor), "start_proeftuin")


def write_proeftuintelling(
    *,
    by: Actor,
    proeftuin_id: UUID,
    begindatum: date,
    einddatum: date,
    tellingen: Mapping[str, tuple[int, int]],
    reden: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """Counts of a period, per unit of the design; both days inclusive. Returns the proeftuin's id.

    The same period again corrects what was typed, with the reason. Refused: niet_gevonden,
    overgang_mag_niet, telt_koers_zelf, eenheid_onbekend, reden_verplicht, and as `check_counts` and
    `check_apart`.
    """
    with act("write_proeftuintelling", by=by, formulier=formulier) as spoor:
        row = _lock(by, proeftuin_id, spoor)
        PROEFTUIN.move(state_of(row), "write_proeftuintelling")
        ontwerp = current_design(row)
        if ontwerp.indicator:
            raise Refused("telt_koers_zelf")
        if not set(tellingen) <= {*ontwerp.groep, *ontwerp.vergelijking}:
            raise Refused("eenheid_onbekend")
        check_counts(tellingen, begindatum, einddatum, begindatum=ontwerp.begindatum, today=vandaag())
        before = visible_agenda(by, Proeftuintelling).filter(proeftuin=row)
        check_apart((begindatum, einddatum), set(before.values_list("begindatum", "einddatum")))
        there = {een.eenheid: een for een in before.filter(begindatum=begindatum, einddatum=einddatum)}
        for eenheid, (teller, noemer) in tellingen.items():
            was = there.get(eenheid)
            if was and (was.teller, was.noemer) == (teller, noemer):
                continue
            Proeftuintelling.objects.create(
                proeftuin=row,
                eenheid=eenheid,
                begindatum=begindatum,
                einddatum=einddatum,
                teller=teller,
                noemer=noemer,
                datum=vandaag(),
                vervangt=was,
                reden_correctie=check_tekst(reden, "reden_verplicht")[:200] if was else "",
                **written_by(by, row.gemeente_id),
            )
        return row.pk


def evaluate_proeftuin(*, by: Actor, proeftuin_id: UUID, woorden: str, formulier: UUID | None = None) -> UUID:
    """What the figures say on the agreed day or later, kept as it is now, with what people make of it.

    Refused: niet_gevonden, overgang_mag_niet, evaluatie_te_vroeg, evaluatie_zonder_woorden, tekst_te_lang.
    """
    with act("evaluate_proeftuin", by=by, formulier=formulier) as spoor:
        row = _lock(by, proeftuin_id, spoor)
        PROEFTUIN.move(state_of(row), "evaluate_proeftuin")
        ontwerp = current_design(row)
        check_moment(agreed_moment(row), vandaag())
        woorden = check_tekst(woorden, "evaluatie_zonder_woorden")
        uitkomst = evaluate(by, row, ontwerp)
        spoor.note(oordeel=uitkomst["oordeel"])
        return _step(by, row, "evaluate_proeftuin", reden=woorden, uitkomst=uitkomst)


def decide_proeftuin(
    *,
    by: Actor,
    proeftuin_id: UUID,
    keuze: str,
    reden: str,
    principes: Sequence[NieuweHouding],
    evaluatie_op: date | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """To scale, to go on or to stop, with the reason and the principles that this leans on or deviates from.

    `evaluatie_op`: the next day of looking, for who goes on. Refused: niet_gevonden, overgang_mag_niet,
    reden_verplicht, tekst_te_lang, proeftuin_zonder_principe, and as `check_next_moment` and `check_houding`.
    """
    with act("decide_proeftuin", by=by, formulier=formulier) as spoor:
        row = _lock(by, proeftuin_id, spoor)
        check_next_moment(keuze, evaluatie_op, vandaag())
        reden = check_tekst(reden, "reden_verplicht")
        if not principes:
            raise Refused("proeftuin_zonder_principe")
        moment = evaluatie_op if keuze == "doorgaan" else None
        _step(by, row, "decide_proeftuin", keuze=keuze, reden=reden, evaluatie_op=moment)
        for een in principes:
            check_houding(een, beleid().principes.keys())
            Principegebruik.objects.create(
                proeftuin=row,
                principe=een.principe,
                houding=een.houding,
                reden=een.reden.strip(),
                datum=vandaag(),
                **written_by(by, row.gemeente_id),
            )
        return row.pk


def drop_proeftuin(*, by: Actor, proeftuin_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """It ends without an evaluation, with the reason. Refused: niet_gevonden, overgang_mag_niet,
    reden_verplicht, tekst_te_lang."""
    with act("drop_proeftuin", by=by, formulier=formulier) as spoor:
        row = _lock(by, proeftuin_id, spoor)
        return _step(by, row, "drop_proeftuin", reden=check_tekst(reden, "reden_verplicht"))


# --- what the acts and the pages share --------------------------------------------------------------


def state_of(row: Proeftuin) -> str:
    """Where it stands now."""
    last = row.stappen.order_by(*VOLGORDE).last()
    return last.soort if last else PROEFTUIN.begin


def current_design(row: Proeftuin) -> ProeftuinOntwerp:
    """The design that counts: the last."""
    return row.ontwerpen.latest(*VOLGORDE)


def agreed_moment(row: Proeftuin) -> date:
    """The day of looking that counts: as designed, or as agreed when it was decided to go on."""
    later = row.stappen.filter(evaluatie_op__isnull=False).order_by(*VOLGORDE).last()
    return (later.evaluatie_op if later else None) or current_design(row).evaluatie_op


def _lock(by: Actor, proeftuin_id: UUID, spoor: Spoor) -> Proeftuin:
    row = lock(by, Proeftuin, proeftuin_id)
    spoor.onderwerp("proeftuin", row.pk)
    return row


def _design(by: Actor, row: Proeftuin, nieuw: NieuwOntwerp) -> None:
    check_ontwerp(
        nieuw,
        vandaag(),
        gemeente=row.gemeente_id,
        gemeenten=tuple(told_municipalities()),
        telbaar=countable(),
    )
    ProeftuinOntwerp.objects.create(
        proeftuin=row,
        hypothese=nieuw.hypothese.strip(),
        indicator=nieuw.indicator,
        telt="" if nieuw.indicator else nieuw.telt.strip(),
        richting=nieuw.richting,
        verwacht=nieuw.verwacht,
        eenheidsoort=nieuw.soort,
        groep=list(nieuw.groep),
        vergelijking=list(nieuw.vergelijking),
        begindatum=nieuw.begindatum,
        evaluatie_op=nieuw.evaluatie_op,
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )


def _step(by: Actor, row: Proeftuin, handeling: str, *, keuze: str = "", **said: Any) -> UUID:
    ProeftuinStap.objects.create(
        proeftuin=row,
        soort=PROEFTUIN.move(state_of(row), handeling, keuze),
        keuze=keuze,
        naam=by.naam,
        datum=vandaag(),
        **said,
        **written_by(by, row.gemeente_id),
    )
    return row.pk
