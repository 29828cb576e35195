"""The college decides: alone within the mandate, by two above it; corrects, and takes back."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_person
from koers.actions.kern.regie import caseworkers
from koers.actions.toegang.aanvragen import (
    NieuweStap,
    add_step,
    lock_casus,
    open_aanvraag,
    state_of,
    steps_of,
    visible_aanvraag,
)
from koers.actions.toegang.brieven import freeze_letters
from koers.actions.toegang.leiding import require_leiding, was_crisis
from koers.actions.toegang.treden import ladder_of, require_ladder
from koers.actions.zorg.herindicatie import HerindicatieGrond, note_besluit
from koers.domain.actor import Actor
from koers.domain.besluiten import (
    Beroepsnummer,
    Mandaat,
    NieuwBesluit,
    Toetsregel,
    Zaak,
    check_inhoud,
    check_mandaat,
    check_periode,
    check_toetsing,
)
from koers.domain.ladder import CRISIS
from koers.domain.toestanden.besluit import AANVRAAG
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.besluiten import Verordeningsregel
from koers.registers.kern.models import Beroepsregistratie, Betrokkenheid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Aanvraag,
    AanvraagStap,
    Besluit,
    BesluitIntrekking,
    Casus,
    PlanJeugdige,
    PlanVersie,
)
from koers.registers.zorg.models import Contractproduct


def decide_besluit(
    *,
    by: Actor,
    casus_id: UUID,
    besluit: NieuwBesluit,
    grond: HerindicatieGrond | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """Decides alone, within the mandate, about the aanvraag of a casus. Returns the id of the besluit.

    `grond`: of a herindicatie, which help goes on and why.
    Refused: niet_gevonden, geen_aanvraag, overgang_mag_niet; and as `_check`, `check_mandaat` and, of a
    herindicatie, `note_besluit`.
    """
    with act("decide_besluit", by=by, formulier=formulier) as spoor:
        casus = lock_casus(by, casus_id, spoor)
        aanvraag = _asked(casus)
        AANVRAAG.move(state_of(aanvraag, steps_of(aanvraag)), "decide_besluit", besluit.soort)
        _check(by, casus, aanvraag, besluit)
        mandaat = _mandate(by, casus, besluit)
        row = _write(by, aanvraag, besluit, mandaat=mandaat.id, spoor=spoor)
        if besluit.herindicatie:
            note_besluit(by, row, grond)
        return row.pk


def propose_besluit(
    *, by: Actor, casus_id: UUID, besluit: NieuwBesluit, aan: UUID, formulier: UUID | None = None
) -> UUID:
    """Lays a besluit before a colleague, who sees the family from then on. Returns the id of the step.

    Refused: niet_gevonden, geen_aanvraag, overgang_mag_niet, geen_collega, zelf_ingediend; and as `_check`.
    """
    with act("propose_besluit", by=by, formulier=formulier) as spoor:
        casus = lock_casus(by, casus_id, spoor)
        aanvraag = _asked(casus)
        AANVRAAG.move(state_of(aanvraag, steps_of(aanvraag)), "propose_besluit")
        _check(by, casus, aanvraag, besluit)
        if str(aan) == by.id:
            raise Refused("zelf_ingediend")
        _involve(casus, aan)
        stap = NieuweStap(vandaag())
        return add_step(by, aanvraag, "voorgelegd", stap, voorstel=besluit.as_json(), aan=str(aan)).pk


def _involve(casus: Casus, aan: UUID) -> None:
    """A colleague of this gemeente, who works with the family from today."""
    today = vandaag()
    if not caseworkers(casus.gemeente_id, today).filter(pk=aan).exists():
        raise Refused("geen_collega")
    gezin = casus.melding.gezin_id
    if not Betrokkenheid.objects.on(today).filter(gezin=gezin, medewerker=aan).exists():
        Betrokkenheid.objects.create(
            gezin_id=gezin, medewerker_id=aan, gemeente_id=casus.gemeente_id, begindatum=today
        )


def approve_besluit(*, by: Actor, aanvraag_id: UUID, formulier: UUID | None = None) -> UUID:
    """Takes today, as somebody else, the besluit that was laid before oneself. Returns its id.

    Refused: niet_gevonden, overgang_mag_niet, voorgelegd_aan_ander; and as `_check` and `check_mandaat`.
    """
    with act("approve_besluit", by=by, formulier=formulier) as spoor:
        aanvraag = visible_aanvraag(by, aanvraag_id, spoor)
        steps = steps_of(aanvraag)
        laid = _laid_before(by, aanvraag, steps, "approve_besluit")
        besluit = replace(NieuwBesluit.from_json(laid.voorstel or {}), datum=vandaag())
        AANVRAAG.move(state_of(aanvraag, steps), "approve_besluit", besluit.soort)
        # Who leads to this help is who laid it before; that was asked then.
        _check(None, aanvraag.casus, aanvraag, besluit)
        indiener = laid.vastgelegd_door
        mandaat = _mandate(by, aanvraag.casus, besluit, indiener=indiener)
        return _write(by, aanvraag, besluit, mandaat=mandaat.id, indiener=indiener, spoor=spoor).pk


def return_besluit(*, by: Actor, aanvraag_id: UUID, toelichting: str, formulier: UUID | None = None) -> UUID:
    """Gives back what was laid before oneself, with what has to change.

    Refused: niet_gevonden, overgang_mag_niet, voorgelegd_aan_ander, reden_van_stap_ontbreekt.
    """
    with act("return_besluit", by=by, formulier=formulier) as spoor:
        aanvraag = visible_aanvraag(by, aanvraag_id, spoor)
        _laid_before(by, aanvraag, steps_of(aanvraag), "return_besluit")
        if not toelichting.strip():
            raise Refused("reden_van_stap_ontbreekt")
        return add_step(by, aanvraag, "teruggegeven", NieuweStap(vandaag(), toelichting=toelichting)).pk


def _laid_before(by: Actor, aanvraag: Aanvraag, steps: list[AanvraagStap], handeling: str) -> AanvraagStap:
    """The proposal that lies before this person now."""
    toestand = state_of(aanvraag, steps)
    if handeling not in AANVRAAG.open_acts(toestand):
        raise Refused("overgang_mag_niet", ding=AANVRAAG.ding, toestand=toestand)
    laid = next(step for step in reversed(steps) if step.soort == "voorgelegd")
    if laid.aan != by.id:
        raise Refused("voorgelegd_aan_ander")
    return laid


def correct_besluit(
    *, by: Actor, besluit_id: UUID, besluit: NieuwBesluit, reden: str, formulier: UUID | None = None
) -> UUID:
    """A new besluit in the place of a wrong one, which stays to be read. Returns the id of the new one.

    Above the limit for a second pair of eyes somebody else corrects than who decided.
    Refused: niet_gevonden, overgang_mag_niet, correctie_zonder_reden; and as `_check` and `check_mandaat`.
    """
    with act("correct_besluit", by=by, formulier=formulier) as spoor:
        wrong = visible_besluit(by, besluit_id, spoor)
        aanvraag = _aanvraag_of(wrong)
        AANVRAAG.move(state_of(aanvraag, steps_of(aanvraag)), "correct_besluit", besluit.soort)
        if not reden.strip():
            raise Refused("correctie_zonder_reden")
        _check(by, wrong.casus, aanvraag, besluit)
        indiener = wrong.vastgelegd_door if wrong.vastgelegd_door != by.id else ""
        mandaat = _mandate(by, wrong.casus, besluit, indiener=indiener)
        more = {"vervangt": wrong, "reden_correctie": reden.strip()[:200], "indiener": indiener}
        return _write(by, aanvraag, besluit, mandaat=mandaat.id, spoor=spoor, **more).pk


def withdraw_besluit(
    *,
    by: Actor,
    besluit_id: UUID,
    datum: date,
    per_datum: date,
    reden: str,
    formulier: UUID | None = None,
) -> UUID:
    """Takes a toekenning back on `datum`: from `per_datum` it carries no help. Returns the id of the fact.

    Refused: niet_gevonden, overgang_mag_niet, datum_in_toekomst, reden_van_stap_ontbreekt,
    intrekking_voor_begin.
    """
    if datum > vandaag():
        raise Refused("datum_in_toekomst")
    with act("withdraw_besluit", by=by, formulier=formulier) as spoor:
        besluit = visible_besluit(by, besluit_id, spoor)
        aanvraag = _aanvraag_of(besluit)
        AANVRAAG.move(state_of(aanvraag, steps_of(aanvraag)), "withdraw_besluit")
        if not reden.strip():
            raise Refused("reden_van_stap_ontbreekt")
        if datum < besluit.datum or (besluit.ingangsdatum and per_datum < besluit.ingangsdatum):
            raise Refused("intrekking_voor_begin", datum=besluit.ingangsdatum)
        row = BesluitIntrekking.objects.create(
            besluit=besluit,
            datum=datum,
            per_datum=per_datum,
            reden=reden.strip(),
            **written_by(by, besluit.gemeente_id),
        )
        freeze_letters(by, besluit, spoor=spoor, intrekking=row)
        return row.pk


def visible_besluit(by: Actor, besluit_id: UUID, spoor: Spoor) -> Besluit:
    """The besluit that holds, of a casus that the actor may see, with its casus held."""
    besluit = Besluit.objects.current().filter(pk=besluit_id, ingetrokken=False).first()
    if besluit is None:
        raise Refused("niet_gevonden")
    lock_casus(by, besluit.casus_id, spoor)
    return besluit


def _aanvraag_of(besluit: Besluit) -> Aanvraag:
    """What the besluit answered; besluiten that were taken over from elsewhere have none."""
    if besluit.aanvraag is None:
        raise Refused("geen_aanvraag")
    return besluit.aanvraag


def _asked(casus: Casus) -> Aanvraag:
    aanvraag = open_aanvraag(casus)
    if aanvraag is None:
        raise Refused("geen_aanvraag")
    return aanvraag


def _check(by: Actor | None, casus: Casus, aanvraag: Aanvraag, besluit: NieuwBesluit) -> None:
    """Everything but the mandate. `by`: who leads the family to this help, if that is still to be asked.

    A crisis is decided afterwards: then no step of the ladder is asked for. Refused: as `check_inhoud`,
    `check_periode`, `check_toetsing` and, for a toekenning, `require_leiding` and `require_ladder`.
    """
    crisis = was_crisis(casus)
    check_inhoud(besluit, principes=beleid().principes)
    check_periode(
        ontvangen=aanvraag.datum,
        datum=besluit.datum,
        ingangsdatum=besluit.ingangsdatum,
        tot_datum=besluit.tot_datum,
        crisis=crisis or ladder_of(casus).uitzondering(CRISIS) is not None,
        today=vandaag(),
    )
    rules = [_test(rule) for rule in rules_on(besluit.datum)]
    check_toetsing(rules, besluit.toetsing, toegekend=besluit.toegekend)
    if besluit.toegekend:
        if by is not None:
            require_leiding(by, casus, besluit.product, op=besluit.datum)
        if not crisis:
            require_ladder(casus, on=besluit.datum)


def rules_on(dag: date) -> tuple[Verordeningsregel, ...]:
    """Of each rule the version in force on a day; of two, the younger."""
    found: dict[str, Verordeningsregel] = {}
    for rule in sorted(beleid().verordening.values(), key=lambda rule: rule.geldt_vanaf):
        if rule.holds(dag):
            found[rule.regel] = rule
    return tuple(sorted(found.values(), key=lambda rule: rule.nr))


def _test(rule: Verordeningsregel) -> Toetsregel:
    answers = {antwoord.id: antwoord.gevolg for antwoord in rule.antwoorden}
    return Toetsregel(rule.regel, rule.naam.nl, answers, rule.verplicht, rule.doorbreekt or "")


def _mandate(by: Actor, casus: Casus, besluit: NieuwBesluit, *, indiener: str = "") -> Mandaat:
    """The mandate by which the actor decides.

    Refused: product_onbekend, geen_collega, and as `check_mandaat`.
    """
    product = Contractproduct.objects.filter(code=besluit.product).order_by("-begindatum").first()
    if besluit.toegekend and product is None:
        raise Refused("product_onbekend")
    today = vandaag()
    colleagues = caseworkers(casus.gemeente_id, today)
    if besluit.adviseur and not colleagues.filter(pk=besluit.adviseur).exists():
        raise Refused("geen_collega")
    zaak = Zaak(
        rol=by.rol.value if by.rol else "",
        hulpvorm=product.hulpvorm if product else "",
        bedrag_cent=besluit.bedrag_cent or 0,
        beslisser=by.id,
        indiener=indiener,
        adviseur=besluit.adviseur,
        nummers=_numbers([by.id, besluit.adviseur]),
    )
    return check_mandaat(_mandates(besluit.datum, zaak), zaak, dag=besluit.datum)


def _mandates(dag: date, zaak: Zaak) -> list[Mandaat]:
    """The mandates of a day. A besluit without help has no form of help: any mandate of the role will do."""
    return [
        Mandaat(
            id=een.id,
            rol=een.rol,
            hulpvormen=frozenset(een.hulpvormen) if zaak.hulpvorm else frozenset(),
            hoogstens_cent=een.tot_en_met_euro * 100,
            tweede_boven_cent=een.tweede_paar_ogen_boven * 100,
            adviseur_nodig=een.adviseur_nodig and bool(zaak.hulpvorm),
            registratie=een.registratie,
        )
        for een in beleid().besluitmandaten.values()
        if een.holds(dag)
    ]


def _numbers(medewerkers: list[str]) -> tuple[Beroepsnummer, ...]:
    rows = Beroepsregistratie.objects.filter(medewerker__in=[wie for wie in medewerkers if wie])
    return tuple(Beroepsnummer(row.register, row.nummer, row.begindatum, row.tot_datum) for row in rows)


def _write(
    by: Actor, aanvraag: Aanvraag, besluit: NieuwBesluit, *, mandaat: str, spoor: Spoor, **more: Any
) -> Besluit:
    """The besluit as a fact, with the rules of its day, and the letters about it."""
    casus = aanvraag.casus
    row = Besluit.objects.create(
        casus=casus,
        aanvraag=aanvraag,
        soort=besluit.soort,
        datum=besluit.datum,
        product=besluit.product if besluit.toegekend else "",
        ingangsdatum=besluit.ingangsdatum if besluit.toegekend else None,
        tot_datum=besluit.tot_datum if besluit.toegekend else None,
        herindicatie=besluit.herindicatie,
        reden=besluit.reden.strip(),
        bedrag_cent=besluit.bedrag_cent,
        toetsing=frozen_rules(besluit),
        mandaat=mandaat,
        adviseur=besluit.adviseur,
        principe=besluit.principe,
        principe_afwijking=besluit.principe_afwijking.strip(),
        combinatie=besluit.combinatie.strip(),
        plan_versie=_settled_plan(by, casus, op=besluit.datum),
        **more,
        **written_by(by, casus.gemeente_id),
    )
    freeze_letters(by, row, spoor=spoor, telefoon=besluit.telefoon)
    return row


def _settled_plan(by: Actor, casus: Casus, *, op: date) -> PlanVersie | None:
    """The plan of this jeugdige as it was last settled on that day; None while there is none."""
    rows = one_person(by, vandaag()).rows_of([casus.jeugdige_id])
    mine = PlanJeugdige.objects.on(op).filter(jeugdige__in=rows).values("plan")
    versies = PlanVersie.objects.current().filter(plan__in=mine, datum__lte=op, ingetrokken=False)
    return versies.order_by("-nummer", "-datum", "pk").first()


def frozen_rules(besluit: NieuwBesluit) -> list[dict[str, Any]]:
    """Per answer everything that the letter says of the rule, in the version of that day."""
    answers = {toetsing.regel: toetsing for toetsing in besluit.toetsing}
    frozen = []
    for rule in rules_on(besluit.datum):
        if (said := answers.get(rule.regel)) is None:
            continue
        antwoord = next(a for a in rule.antwoorden if a.id == said.antwoord)
        frozen.append(
            {
                "regel": rule.regel,
                "naam": {"nl": rule.naam.nl, "en": rule.naam.en},
                "artikel": rule.artikel,
                "gemeentelijk_artikel": rule.gemeentelijk_artikel or "",
                "bestand": rule.id,
                "versie": rule.herkomst.definitie_versie,
                "antwoord": antwoord.id,
                "zin": {"nl": antwoord.brief.nl, "en": antwoord.brief.en} if antwoord.brief else None,
                "toelichting": said.toelichting.strip(),
            }
        )
    return frozen
