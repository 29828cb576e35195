"""The letters about a besluit: frozen with it, one per addressee, and let go only after a second look.

No letter tells where somebody else lives. An address that is secret stands on no letter at all: such a
letter is handed over. What is not known to be open counts as secret.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import one_among, rows_anywhere
from koers.actions.toegang.aanvragen import lock_casus
from koers.actions.toegang.treden import ladder_of
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.awb import objection_term
from koers.domain.brieven import Adresdelen, names_address
from koers.domain.ladder import reasons_for_letter
from koers.domain.namen import name_of
from koers.domain.personen import leeftijd
from koers.domain.toestanden.besluit import BRIEF
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import (
    Gezag,
    Gezinslid,
    Huishouden,
    Huishoudenlid,
    Persoon,
)
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Beschikking,
    BeschikkingDocument,
    Besluit,
    BesluitIntrekking,
    Casus,
    Verzending,
)
from koers.registers.zorg.models import Contractproduct

# Name and version of the template (`koers.presentation.beschikking`) that makes the data into words.
SJABLOON = "beschikking-1"
ZELF_VANAF = 16  # years; from then on the young person gets the letter too (Jeugdwet 7.3.5)


@dataclass(frozen=True, slots=True)
class Brief:
    """A frozen letter, with its document once that was made."""

    id: UUID
    sjabloon: str
    gegevens: dict[str, Any]
    document: bytes | None
    sha256: str


def freeze_letters(
    by: Actor,
    besluit: Besluit,
    *,
    spoor: Spoor,
    telefoon: str = "",
    intrekking: BesluitIntrekking | None = None,
) -> None:
    """Writes per addressee what the letter says, and puts it in the outbox.

    Refused: brief_noemt_adres, with nothing about whose or which.
    """
    inhoud = contents(besluit, door=by.naam, telefoon=telefoon, intrekking=intrekking)
    for persoon in addressees(besluit.casus, vandaag()):
        _freeze(by, besluit, persoon, inhoud)
        spoor.touched(persoon.pk, besluit.gemeente_id)


def _freeze(by: Actor, besluit: Besluit, persoon: Persoon, inhoud: dict[str, Any]) -> Beschikking:
    inhoud = for_reader(besluit.casus, persoon, inhoud)
    if _leaks(besluit.casus, persoon, _free_texts(inhoud)):
        raise Refused("brief_noemt_adres")
    row = Beschikking.objects.create(
        besluit=besluit,
        aan=persoon,
        huishouden=_letterbox(persoon),
        sjabloon=SJABLOON,
        gegevens=inhoud,
        datum=vandaag(),
        **written_by(by, besluit.gemeente_id),
    )
    Verzending.objects.create(
        beschikking=row, stand=BRIEF.begin, datum=vandaag(), **written_by(by, besluit.gemeente_id)
    )
    return row


def addressees(casus: Casus, dag: date) -> list[Persoon]:
    """Who has gezag over the child on that day, and the young person from sixteen on; each person once."""
    family = Gezinslid.objects.on(dag).filter(gezin=casus.melding.gezin_id)
    child = one_among({casus.jeugdige_id, *family.values_list("persoon_id", flat=True)})
    gezag = Gezag.objects.on(dag).filter(jeugdige__in=child.rows_of([casus.jeugdige_id]))
    holders = set(gezag.exclude(houder=None).values_list("houder_id", flat=True))
    one = one_among(holders)
    people = list(
        Persoon.objects.filter(pk__in={one.kept(wie) for wie in holders}).order_by("geboortedatum", "pk")
    )
    geboren = casus.jeugdige.geboortedatum
    if geboren is not None and leeftijd(geboren, dag) >= ZELF_VANAF:
        people.append(casus.jeugdige)
    return people


def contents(
    besluit: Besluit, *, door: str, telefoon: str = "", intrekking: BesluitIntrekking | None = None
) -> dict[str, Any]:
    """Everything that every addressee reads, as it is today; texts of policy in both languages."""
    today, casus = vandaag(), besluit.casus
    ladder = ladder_of(casus)
    product = Contractproduct.objects.filter(code=besluit.product).order_by("-begindatum").first()
    principe = beleid().principes.get(besluit.principe)
    weken = int(beleid().normen["bezwaartermijn"].waarde or 0)
    wrong = besluit.vervangt
    return {
        "soort": "intrekking" if intrekking else besluit.soort,
        "datum": today.isoformat(),
        "besluit_datum": (intrekking or besluit).datum.isoformat(),
        "kenmerk": str(besluit.pk)[:8],
        "gemeente": casus.gemeente.naam,
        "jeugdige": name_of(casus.jeugdige),
        "aanvraag": {
            "datum": besluit.aanvraag.datum.isoformat() if besluit.aanvraag else "",
            "gevraagd": besluit.aanvraag.gevraagd if besluit.aanvraag else "",
        },
        "hulp": {
            "naam": product.naam if product else besluit.product,
            "ingangsdatum": besluit.ingangsdatum.isoformat() if besluit.ingangsdatum else "",
            "tot_datum": besluit.tot_datum.isoformat() if besluit.tot_datum else "",
        },
        "reden": besluit.reden,
        "treden": [
            {
                "soort": row.soort,
                "uitkomst": row.uitkomst,
                "reden": row.reden,
                "datum": row.datum.isoformat(),
            }
            for row in reasons_for_letter(ladder.treden, ladder.uitzonderingen, today=besluit.datum)
        ],
        "toetsing": besluit.toetsing,
        "principe": {"nl": principe.naam.nl, "en": principe.naam.en} if principe else None,
        "principe_afwijking": besluit.principe_afwijking,
        "combinatie": besluit.combinatie,
        "correctie": wrong and {"datum": wrong.datum.isoformat(), "reden": besluit.reden_correctie},
        "intrekking": intrekking
        and {"per_datum": intrekking.per_datum.isoformat(), "reden": intrekking.reden},
        "bezwaar_weken": weken,
        "bezwaar_tot": objection_term(today, weken=weken).isoformat(),
        "door": door,
        "telefoon": telefoon,
    }


def for_reader(casus: Casus, persoon: Persoon, inhoud: dict[str, Any]) -> dict[str, Any]:
    """The contents for one reader: their address, and the words of the aanvraag only within one house.

    Whose words they are is not known; parents who live apart do not read each other's.
    """
    said = inhoud["aanvraag"]
    houses = {frozenset(_homes(een)) for een in addressees(casus, vandaag())}
    if len(houses) > 1 or _leaks(casus, persoon, [said["gevraagd"]]):
        said = said | {"gevraagd": ""}
    return inhoud | {"aan": _address_block(casus, persoon), "aanvraag": said}


def _address_block(casus: Casus, persoon: Persoon) -> dict[str, Any]:
    """Who the letter is to, and where; no address when that is secret or unknown."""
    huis = _letterbox(persoon)
    lines = []
    if huis is not None:
        nummer = f"{huis.huisnummer or ''}{huis.toevoeging}"
        lines = [f"{huis.straatnaam} {nummer}".strip(), f"{huis.postcode} {huis.plaatsnaam}".strip()]
    return {
        "naam": name_of(persoon),
        "adres": [line for line in lines if line],
        "is_jeugdige": persoon.pk == casus.jeugdige_id,
    }


def _letterbox(persoon: Persoon) -> Huishouden | None:
    """The household to which a letter may be sent: one where the person lives and that is not secret.

    Whoever lives at any secret address gets no letter by post at all, also when that is known of another
    row that is this person. Such a row's open address is not taken: it may be out of the writer's sight.
    """
    here = list(Huishouden.objects.filter(pk__in=_homes(persoon)).order_by("pk"))
    other = Huishoudenlid.objects.on(vandaag()).filter(persoon__in=rows_anywhere(persoon.pk))
    if not here or any(huis.is_geheim for huis in here) or other.exclude(huishouden__geheim="nee").exists():
        return None
    return here[0]


def _homes(persoon: Persoon) -> Iterable[UUID]:
    return Huishoudenlid.objects.on(vandaag()).filter(persoon=persoon).values_list("huishouden", flat=True)


def _leaks(casus: Casus, persoon: Persoon, teksten: Iterable[str]) -> bool:
    """Whether the texts tell this person an address of the family where they do not live."""
    family = Gezinslid.objects.filter(gezin=casus.melding.gezin_id).values("persoon")
    elsewhere = Huishoudenlid.objects.filter(persoon__in=family).exclude(huishouden__in=_homes(persoon))
    texts = list(teksten)
    return any(
        names_address(
            texts,
            Adresdelen(
                huis.straatnaam, huis.huisnummer, huis.postcode, huis.plaatsnaam, geheim=huis.is_geheim
            ),
        )
        for huis in Huishouden.objects.filter(pk__in=elsewhere.values("huishouden"))
    )


def _free_texts(inhoud: dict[str, Any]) -> Iterable[str]:
    """What people typed; the rest comes from policy and registers and names no address."""
    yield inhoud["reden"]
    yield inhoud["aanvraag"]["gevraagd"]
    yield inhoud["principe_afwijking"]
    yield inhoud["combinatie"]
    yield from (row["reden"] for row in inhoud["treden"])
    yield from (row["toelichting"] for row in inhoud["toetsing"])
    for part in ("correctie", "intrekking"):
        if inhoud[part]:
            yield inhoud[part]["reden"]


# --- the document and its way out -----------------------------------------------------------------------


def read_brief(*, by: Actor, beschikking_id: UUID) -> Brief:
    """The frozen letter and its document. Refused: niet_gevonden."""
    with act("read_brief", by=by) as spoor:
        row = _visible(by, beschikking_id, spoor)
        document = BeschikkingDocument.objects.filter(beschikking=row).first()
        return Brief(
            row.pk,
            row.sjabloon,
            row.gegevens,
            bytes(document.inhoud) if document else None,
            document.sha256 if document else "",
        )


def attach_document(*, by: Actor, beschikking_id: UUID, inhoud: bytes) -> str:
    """Keeps the letter as it was made; once made it stays. Returns the sha256 of what is kept.

    Refused: niet_gevonden.
    """
    with act("attach_document", by=by) as spoor:
        row = _visible(by, beschikking_id, spoor)
        kept = BeschikkingDocument.objects.filter(beschikking=row).first()
        if kept is None:
            kept = BeschikkingDocument.objects.create(
                beschikking=row,
                inhoud=inhoud,
                sha256=hashlib.sha256(inhoud).hexdigest(),
                datum=vandaag(),
                **written_by(by, row.gemeente_id),
            )
        spoor.note(sha256=kept.sha256)
        return kept.sha256


def release_brief(*, by: Actor, beschikking_id: UUID, formulier: UUID | None = None) -> str:
    """Looks once more and lets the letter go, or takes it back. Returns where it stands then.

    It goes only with a document, on the day it names, to an address that is still open.
    Refused: niet_gevonden, overgang_mag_niet, brief_niet_gemaakt, brief_van_eerdere_dag.
    """
    with act("release_brief", by=by, formulier=formulier) as spoor:
        row = _visible(by, beschikking_id, spoor)
        if not BeschikkingDocument.objects.filter(beschikking=row).exists():
            raise Refused("brief_niet_gemaakt")
        safe = not _must_stay(row)
        stand = _move(by, row, "release_brief", "vrijgegeven" if safe else "teruggehaald")
        if safe and row.datum != vandaag():
            raise Refused("brief_van_eerdere_dag", datum=row.datum)
        spoor.note(stand=stand)
        return stand


def renew_brief(*, by: Actor, beschikking_id: UUID, formulier: UUID | None = None) -> UUID:
    """Freezes the same letter anew: of today, to where the addressee lives now. Returns the new id.

    Refused: niet_gevonden, overgang_mag_niet, brief_noemt_adres.
    """
    with act("renew_brief", by=by, formulier=formulier) as spoor:
        row = _visible(by, beschikking_id, spoor)
        _move(by, row, "renew_brief", "")
        besluit = row.besluit
        intrekking = besluit.intrekkingen.first() if row.gegevens["soort"] == "intrekking" else None
        telefoon = row.gegevens["telefoon"]
        inhoud = contents(besluit, door=row.gegevens["door"], telefoon=telefoon, intrekking=intrekking)
        return _freeze(by, besluit, row.aan, inhoud).pk


def hide_adres(*, by: Actor, gezin_id: UUID, huishouden_id: UUID, formulier: UUID | None = None) -> int:
    """An address turns out to be secret: it is shielded, and letters that would tell it come back.

    Returns how many letters were taken back. Refused: niet_gevonden.
    """
    with act("hide_adres", by=by, formulier=formulier) as spoor:
        today = vandaag()
        members = Gezinslid.objects.on(today).filter(gezin=gezin_id).values("persoon")
        homes = Huishoudenlid.objects.on(today).filter(persoon__in=members, huishouden=huishouden_id)
        casussen = visible_casussen(by, today).filter(melding__gezin=gezin_id)
        if not homes.exists() or not casussen.exists():
            raise Refused("niet_gevonden")
        huis = Huishouden.objects.select_for_update().get(pk=huishouden_id)
        huis.geheim, huis.gevouwen, huis.versie = "ja", "", huis.versie + 1
        huis.save(update_fields=["geheim", "gevouwen", "versie"])
        spoor.onderwerp("huishouden", huishouden_id)
        for home in homes:
            spoor.touched(home.persoon_id, home.gemeente_id)
        return _recall(by, casussen)


def _recall(by: Actor, casussen: Iterable[Casus]) -> int:
    """Takes back the letters that wait and would now tell an address."""
    waiting = Verzending.objects.current().filter(stand=BRIEF.begin, beschikking__besluit__casus__in=casussen)
    back = [row.beschikking for row in waiting.select_related("beschikking") if _must_stay(row.beschikking)]
    for beschikking in back:
        _move(by, beschikking, "hide_adres", "")
    return len(back)


def _must_stay(row: Beschikking) -> bool:
    """Whether the letter would go to an address that is not, or no longer, an open one; or tells another."""
    letterbox = _letterbox(row.aan)
    moved = row.huishouden_id is not None and (letterbox is None or letterbox.pk != row.huishouden_id)
    return moved or _leaks(row.besluit.casus, row.aan, _free_texts(row.gegevens))


def _move(by: Actor, row: Beschikking, handeling: str, keuze: str) -> str:
    """The next stand of a letter in the outbox."""
    now = Verzending.objects.current().get(beschikking=row)
    stand = BRIEF.move(now.stand, handeling, keuze)
    Verzending.objects.create(
        beschikking=row,
        stand=stand,
        datum=vandaag(),
        vervangt=now,
        **written_by(by, row.gemeente_id),
    )
    return stand


def _visible(by: Actor, beschikking_id: UUID, spoor: Spoor) -> Beschikking:
    """A letter about a casus that the actor may see, with its casus held."""
    row = Beschikking.objects.select_related("aan", "besluit__casus").filter(pk=beschikking_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    lock_casus(by, row.besluit.casus_id, spoor)
    spoor.seen(row.aan_id, row.gemeente_id)
    return row
