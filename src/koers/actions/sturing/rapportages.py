"""A report of the P&C-cycle: begun, written chapter by chapter, looked at by another, published for good."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings

from koers.actions.feiten import shared_by, written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.figuren import chapter_figures
from koers.actions.sturing.gebiedsbereik import blocks_for
from koers.actions.sturing.principes_periode import principes_in
from koers.actions.sturing.scenariodeel import checked_choice, scenario_parts
from koers.actions.sturing.sjablonen import current_sjabloon
from koers.authorization.zicht_rapportages import visible_rapportages
from koers.domain.actor import Actor
from koers.domain.rapportages import (
    LANGSTE_REDEN,
    Hoofdstuk,
    check_begun,
    check_other_eyes,
    check_owner,
    check_tekst,
    check_written,
    digest,
    find_hoofdstuk,
    named_periode,
)
from koers.domain.toestanden.rapportage import RAPPORTAGE
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Gemeente, Slot
from koers.registers.klok import nu, vandaag
from koers.registers.sturing.models import (
    Hoofdstuktekst,
    Rapportage,
    RapportageStap,
    Rapportageuitgave,
)

# Name and version of what is frozen; a later program still knows how to read it.
SJABLOON = "rapportage-2"
GEEN_TEKST: tuple[str, str, Sequence[str]] = ("", "", ())
STAND_NA = {"ingediend": "in_review", "teruggegeven": "concept", "gepubliceerd": "gepubliceerd"}


def open_rapportage(
    *, by: Actor, gemeente: str, soort: str, periode: str, formulier: UUID | None = None
) -> UUID:
    """Begins a report by the template of now. Returns its id.

    Refused: niet_gevonden, rapportage_bestaat, rapportageperiode_onbekend, rapportageperiode_in_toekomst.
    """
    with act("open_rapportage", by=by, formulier=formulier) as spoor:
        if gemeente not in by.gemeenten:
            raise Refused("niet_gevonden")
        sjabloon = current_sjabloon(by, gemeente, soort)
        over = named_periode(sjabloon.per, periode)
        check_begun(over, vandaag())
        Slot.objects.lock(f"rapportage {gemeente}")
        if visible_rapportages(by).filter(gemeente=gemeente, soort=soort, periode=over.naam).exists():
            raise Refused("rapportage_bestaat", periode=over.naam)
        row = Rapportage.objects.create(
            soort=soort,
            per=sjabloon.per,
            periode=over.naam,
            sjabloon={
                "naam": sjabloon.naam,
                "voor": sjabloon.voor,
                "hoofdstukken": [een.frozen() for een in sjabloon.hoofdstukken],
            },
            sjabloonversie=sjabloon.versie,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.onderwerp("rapportage", row.pk)
        return row.pk


def write_hoofdstuk(
    *,
    by: Actor,
    rapportage_id: UUID,
    hoofdstuk: str,
    tekst: str,
    op_versie: int,
    scenarios: Sequence[UUID] = (),
    formulier: UUID | None = None,
) -> UUID:
    """Keeps a text of a chapter beside the earlier ones. `op_versie`: the one that was looked at (0: none).
    `scenarios`: kept ones of the municipality that go with it.

    Refused: niet_gevonden, hoofdstuk_niet_van_u, hoofdstuk_intussen_gewijzigd, hoofdstuk_leeg,
    tekst_te_lang, overgang_mag_niet, and as `checked_choice`.
    """
    with act("write_hoofdstuk", by=by, formulier=formulier) as spoor:
        row = _lock(by, rapportage_id, spoor)
        RAPPORTAGE.move(stand_of(row), "write_hoofdstuk")
        check_owner(find_hoofdstuk(chapters(row), hoofdstuk), by.rol)
        last = row.teksten.filter(hoofdstuk=hoofdstuk).order_by("versie").last()
        if (last.versie if last else 0) != op_versie:
            raise Refused("hoofdstuk_intussen_gewijzigd", wie=last.naam if last else "")
        Hoofdstuktekst.objects.create(
            rapportage=row,
            hoofdstuk=hoofdstuk,
            versie=op_versie + 1,
            tekst=check_tekst(tekst, "hoofdstuk_leeg"),
            scenarios=checked_choice(by, row.gemeente_id, scenarios),
            naam=by.naam,
            datum=vandaag(),
            **written_by(by, row.gemeente_id),
        )
        spoor.note(hoofdstuk=hoofdstuk, versie=op_versie + 1)
        return row.pk


def submit_rapportage(*, by: Actor, rapportage_id: UUID, formulier: UUID | None = None) -> UUID:
    """Every chapter is written: somebody else looks at it. Refused: niet_gevonden, hoofdstukken_leeg,
    overgang_mag_niet.
    """
    with act("submit_rapportage", by=by, formulier=formulier) as spoor:
        row = _lock(by, rapportage_id, spoor)
        RAPPORTAGE.move(stand_of(row), "submit_rapportage")
        check_written(chapters(row), texts_of(row))
        _step(by, row, "ingediend")
        return row.pk


def return_rapportage(
    *, by: Actor, rapportage_id: UUID, opmerking: str, formulier: UUID | None = None
) -> UUID:
    """Back to the writers, with what should be different. Refused: niet_gevonden, opmerking_leeg,
    tekst_te_lang, overgang_mag_niet.
    """
    with act("return_rapportage", by=by, formulier=formulier) as spoor:
        row = _lock(by, rapportage_id, spoor)
        RAPPORTAGE.move(stand_of(row), "return_rapportage")
        _step(by, row, "teruggegeven", check_tekst(opmerking, "opmerking_leeg", LANGSTE_REDEN))
        return row.pk


def publish_rapportage(*, by: Actor, rapportage_id: UUID, formulier: UUID | None = None) -> UUID:
    """Signs off: text and figures of this moment are frozen with their digest, and stay.

    Refused: niet_gevonden, rapportage_zelf_geschreven, overgang_mag_niet.
    """
    with act("publish_rapportage", by=by, formulier=formulier) as spoor:
        row = _lock(by, rapportage_id, spoor)
        RAPPORTAGE.move(stand_of(row), "publish_rapportage")
        check_other_eyes(by.id, writers_of(row))
        inhoud = contents(by, row) | {
            "getekend_door": by.naam,
            "getekend_at": nu().isoformat(timespec="seconds"),
        }
        vorige = Rapportageuitgave.objects.filter(rapportage=row.herstelt_id).first()
        uitgave = Rapportageuitgave.objects.create(
            rapportage=row,
            gemeente_id=row.gemeente_id,
            soort=row.soort,
            periode=row.periode,
            editie=row.editie,
            inhoud=inhoud,
            sha256=digest(inhoud),
            naam=by.naam,
            vorige=vorige,
            datum=vandaag(),
            **shared_by(by),
        )
        _step(by, row, "gepubliceerd")
        spoor.note(sha256=uitgave.sha256)
        return row.pk


def correct_rapportage(*, by: Actor, rapportage_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """Begins a new edition of what was published, with its chapters and texts. Returns the id of that.

    Refused: niet_gevonden, rapportage_al_verbeterd, verbetering_zonder_reden, tekst_te_lang,
    overgang_mag_niet.
    """
    with act("correct_rapportage", by=by, formulier=formulier) as spoor:
        first = _lock(by, rapportage_id, spoor)
        RAPPORTAGE.move(stand_of(first), "correct_rapportage")
        if visible_rapportages(by).filter(herstelt=first).exists():
            raise Refused("rapportage_al_verbeterd")
        row = Rapportage.objects.create(
            soort=first.soort,
            per=first.per,
            periode=first.periode,
            sjabloon=first.sjabloon,
            sjabloonversie=first.sjabloonversie,
            editie=first.editie + 1,
            herstelt=first,
            reden=check_tekst(reden, "verbetering_zonder_reden", LANGSTE_REDEN),
            datum=vandaag(),
            **written_by(by, first.gemeente_id),
        )
        # The words keep the name of who wrote them; who signs off wrote neither edition.
        Hoofdstuktekst.objects.bulk_create(
            Hoofdstuktekst(
                rapportage=row,
                hoofdstuk=een.hoofdstuk,
                versie=1,
                tekst=een.tekst,
                scenarios=een.scenarios,
                naam=een.naam,
                datum=vandaag(),
                **written_by(by, first.gemeente_id),
            )
            for een in texts_of(first).values()
        )
        spoor.onderwerp("rapportage", row.pk)
        return row.pk


# --- what the other acts share ----------------------------------------------------------------------


def _lock(by: Actor, rapportage_id: UUID, spoor: Spoor) -> Rapportage:
    """The report, held until the act ends. Refused: niet_gevonden."""
    row = visible_rapportages(by).select_for_update(of=("self",)).filter(pk=rapportage_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("rapportage", row.pk)
    return row


def _step(by: Actor, row: Rapportage, soort: str, opmerking: str = "") -> None:
    RapportageStap.objects.create(
        rapportage=row,
        nummer=row.stappen.count() + 1,
        soort=soort,
        opmerking=opmerking,
        naam=by.naam,
        datum=vandaag(),
        **written_by(by, row.gemeente_id),
    )


def stand_of(row: Rapportage) -> str:
    """Where the report stands, by its last step."""
    last = row.stappen.order_by("nummer").last()
    return STAND_NA[last.soort] if last else RAPPORTAGE.begin


def chapters(row: Rapportage) -> tuple[Hoofdstuk, ...]:
    """The chapters of the template with which the report began."""
    return tuple(map(Hoofdstuk.thawed, row.sjabloon["hoofdstukken"]))


def texts_of(row: Rapportage) -> dict[str, Hoofdstuktekst]:
    """Per chapter the text that counts."""
    return {een.hoofdstuk: een for een in row.teksten.order_by("versie")}


def writers_of(row: Rapportage) -> frozenset[str]:
    """Ids of who wrote in this report, or in the one that it corrects."""
    texts = Hoofdstuktekst.objects.filter(rapportage__in=[row.pk, row.herstelt_id or row.pk])
    return frozenset(texts.values_list("vastgelegd_door", flat=True))


def contents(by: Actor, row: Rapportage, *, alleen: str | None = None) -> dict[str, Any]:
    """Everything that the report says, as plain values: codes stay codes, so that both languages can tell.

    `alleen`: with one chapter, for who writes that; figures take time to count.
    """
    texts = texts_of(row)
    kept = [een for een in row.sjabloon["hoofdstukken"] if alleen in (None, een["id"])]
    eerste = row.herstelt
    return draft_contents(
        by,
        gemeente=row.gemeente_id,
        soort=row.soort,
        per=row.per,
        periode=row.periode,
        sjabloon=row.sjabloon | {"hoofdstukken": kept},
        teksten={id: (een.tekst, een.naam, een.scenarios) for id, een in texts.items()},
    ) | {
        "editie": row.editie,
        "sjabloonversie": row.sjabloonversie,
        "herstelt": eerste.editie if eerste else None,
        "reden": row.reden,
    }


def draft_contents(
    by: Actor,
    *,
    gemeente: str,
    soort: str,
    per: str,
    periode: str,
    sjabloon: dict[str, Any],
    teksten: dict[str, tuple[str, str, Sequence[str]]],
) -> dict[str, Any]:
    """The same of a report that need not exist: chapters of a template, figures of now, and by chapter its
    text, whose it is, and the ids of its scenarios.
    """
    jaar = named_periode(per, periode).jaar
    gebieden = (kept.get("gebied", "") for kept in sjabloon["hoofdstukken"])
    blocks = blocks_for(by, gemeente, per, periode, filter(None, gebieden))
    said = any(kept.get("principes") for kept in sjabloon["hoofdstukken"])
    principes = principes_in(by, gemeente, named_periode(per, periode)) if said else None
    return {
        "sjabloon": SJABLOON,
        "soort": soort,
        "naam": sjabloon["naam"],
        "voor": sjabloon["voor"],
        "gemeente": gemeente,
        "gemeentenaam": Gemeente.objects.values_list("naam", flat=True).get(code=gemeente),
        "per": per,
        "periode": periode,
        "editie": 1,
        "sjabloonversie": 0,
        "herstelt": None,
        "reden": "",
        # A demo tells of people who do not exist, and so does what is made from it.
        "verzonnen": bool(settings.DEMO),
        "beleid": beleid().digest[:12],
        "hoofdstukken": [
            kept
            | {
                "tekst": teksten.get(kept["id"], GEEN_TEKST)[0],
                "schreef": teksten.get(kept["id"], GEEN_TEKST)[1],
                "figuren": chapter_figures(by, Hoofdstuk.thawed(kept), gemeente, jaar),
                "gebiedsdeel": blocks.get(kept.get("gebied", "")),
                "principesdeel": principes if kept.get("principes") else None,
                "scenariodeel": scenario_parts(gemeente, teksten.get(kept["id"], GEEN_TEKST)[2]),
            }
            for kept in sjabloon["hoofdstukken"]
        ],
    }
