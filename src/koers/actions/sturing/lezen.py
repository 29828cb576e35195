"""Reading reports: the list, one as it stands or was published, a chapter to write, and the files."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from koers.actions.feiten import shared_by
from koers.actions.handeling import act
from koers.actions.sturing.rapportages import (
    chapters,
    contents,
    draft_contents,
    stand_of,
    texts_of,
    writers_of,
)
from koers.actions.sturing.scenariodeel import Keuze, choosable
from koers.actions.sturing.sjablonen import current_sjabloon
from koers.authorization.zicht_rapportages import visible_rapportages, visible_uitgaven
from koers.domain.actor import Actor
from koers.domain.rapportages import (
    Hoofdstuk,
    check_begun,
    check_owner,
    digest,
    find_hoofdstuk,
    named_periode,
)
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gemeente
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Rapportage, RapportageDocument, Rapportageuitgave


@dataclass(frozen=True, slots=True)
class Rapportageregel:
    """A report in the list. `naam`: per language. `op`: when it was published; None: it is being written."""

    id: UUID
    gemeente: str
    gemeentenaam: str
    soort: str
    naam: dict[str, str]
    periode: str
    editie: int
    stand: str
    op: datetime | None
    door: str


@dataclass(frozen=True, slots=True)
class Hoofdstukstand:
    """How far a chapter is: whose it is, and who wrote its last text when. `versie` 0: nothing yet.
    `scenarios`: that go with it; `te_kiezen`: that may, for who writes it.
    """

    hoofdstuk: Hoofdstuk
    versie: int
    tekst: str
    schreef: str
    op: datetime | None
    scenarios: tuple[UUID, ...] = ()
    te_kiezen: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Rapportagebeeld:
    """A report; without `id` it was not begun.

    Published: `inhoud` as it was frozen, `klopt` whether it has its digest still. Else as it would be now.
    `volgende`: the edition that corrects this one, where the reader may see that.
    """

    id: UUID | None
    gemeente: str
    stand: str
    inhoud: dict[str, Any]
    sha256: str = ""
    klopt: bool | None = None
    getekend_door: str = ""
    getekend_at: datetime | None = None
    eerste: UUID | None = None
    volgende: UUID | None = None
    opmerking: str = ""
    opmerking_van: str = ""
    hoofdstukken: tuple[Hoofdstukstand, ...] = ()
    schrijvers: frozenset[str] = field(default_factory=frozenset)

    @property
    def vast(self) -> bool:
        """Whether it was published."""
        return bool(self.sha256)


def read_rapportages(*, by: Actor) -> tuple[Rapportageregel, ...]:
    """What this reader may see: what was published, and what the own municipality is writing.

    The newest period first.
    """
    with act("read_rapportage", by=by):
        # The list needs the name that was frozen, not the whole of every report.
        named = visible_uitgaven(by).annotate(titel=F("inhoud__naam")).defer("inhoud")
        published = list(named.select_related("gemeente"))
        lines = [_published_line(een) for een in published]
        writing = visible_rapportages(by).exclude(pk__in=[een.rapportage_id for een in published])
        lines += [_writing_line(row) for row in writing.select_related("gemeente")]
    return tuple(sorted(lines, key=lambda een: (een.periode, een.gemeentenaam, een.soort), reverse=True))


def read_rapportage(*, by: Actor, rapportage_id: UUID) -> Rapportagebeeld:
    """One report: as it was published, else as it stands for who works on it. Refused: niet_gevonden."""
    with act("read_rapportage", by=by) as spoor:
        spoor.onderwerp("rapportage", rapportage_id)
        published = visible_uitgaven(by).filter(rapportage=rapportage_id).first()
        if published is not None:
            return _published(by, published)
        row = visible_rapportages(by).filter(pk=rapportage_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        return _in_the_making(by, row)


def read_hoofdstuk(
    *, by: Actor, rapportage_id: UUID, hoofdstuk: str
) -> tuple[Rapportagebeeld, Hoofdstukstand]:
    """A chapter to write, with the figures of it. Refused: niet_gevonden, hoofdstuk_niet_van_u."""
    with act("write_hoofdstuk", by=by) as spoor:
        spoor.onderwerp("rapportage", rapportage_id)
        row = visible_rapportages(by).filter(pk=rapportage_id).first()
        if row is None or stand_of(row) != "concept":
            raise Refused("niet_gevonden")
        check_owner(find_hoofdstuk(chapters(row), hoofdstuk), by.rol)
        beeld = _in_the_making(by, row, alleen=hoofdstuk)
        te_kiezen = choosable(by, row.gemeente_id)
    stand = next(een for een in beeld.hoofdstukken if een.hoofdstuk.id == hoofdstuk)
    return beeld, replace(stand, te_kiezen=te_kiezen)


def read_periode(*, by: Actor, gemeente: str, soort: str, periode: str) -> Rapportagebeeld:
    """The last edition of a report over a period; where there is none, what it would be by the template of
    now. Refused: niet_gevonden, gemeente_onbekend, rapportageperiode_onbekend, rapportageperiode_in_toekomst.
    """
    with act("read_rapportage", by=by) as spoor:
        if not Gemeente.objects.filter(code=gemeente).exists():
            raise Refused("gemeente_onbekend", gemeenten=gemeente)
        sjabloon = current_sjabloon(by, gemeente, soort)
        over = named_periode(sjabloon.per, periode)
        check_begun(over, vandaag())
        same = {"gemeente": gemeente, "soort": soort, "periode": over.naam}
        row = visible_rapportages(by).filter(**same).order_by("editie").last()
        if row is None:
            kept = {
                "naam": sjabloon.naam,
                "voor": sjabloon.voor,
                "hoofdstukken": [een.frozen() for een in sjabloon.hoofdstukken],
            }
            inhoud = draft_contents(by, **same, per=sjabloon.per, sjabloon=kept, teksten={}) | {
                "sjabloonversie": sjabloon.versie
            }
            return Rapportagebeeld(None, gemeente, "concept", inhoud)
        spoor.onderwerp("rapportage", row.pk)
        published = visible_uitgaven(by).filter(rapportage=row).first()
        return _published(by, published) if published else _in_the_making(by, row)


def _published(by: Actor, een: Rapportageuitgave) -> Rapportagebeeld:
    later = Rapportageuitgave.objects.filter(vorige=een).values_list("rapportage_id", flat=True).first()
    if later is None:  # who writes also sees the correction in the making
        later = (
            visible_rapportages(by).filter(herstelt=een.rapportage_id).values_list("pk", flat=True).first()
        )
    eerder = Rapportageuitgave.objects.filter(volgende=een).values_list("rapportage_id", flat=True).first()
    return Rapportagebeeld(
        een.rapportage_id,
        een.gemeente_id,
        "gepubliceerd",
        een.inhoud,
        sha256=een.sha256,
        klopt=digest(een.inhoud) == een.sha256,
        getekend_door=een.naam,
        getekend_at=een.vastgelegd_at,
        eerste=eerder,
        volgende=later,
    )


def _in_the_making(by: Actor, row: Rapportage, *, alleen: str | None = None) -> Rapportagebeeld:
    texts = texts_of(row)
    last = row.stappen.order_by("nummer").last()
    back = last if last and last.soort == "teruggegeven" else None
    return Rapportagebeeld(
        row.pk,
        row.gemeente_id,
        stand_of(row),
        contents(by, row, alleen=alleen),
        eerste=row.herstelt_id,
        opmerking=back.opmerking if back else "",
        opmerking_van=back.naam if back else "",
        hoofdstukken=tuple(
            Hoofdstukstand(
                een, kept.versie, kept.tekst, kept.naam, kept.vastgelegd_at, tuple(map(UUID, kept.scenarios))
            )
            if (kept := texts.get(een.id))
            else Hoofdstukstand(een, 0, "", "", None)
            for een in chapters(row)
        ),
        schrijvers=writers_of(row),
    )


def _published_line(een: Any) -> Rapportageregel:
    return Rapportageregel(
        een.rapportage_id,
        een.gemeente_id,
        een.gemeente.naam,
        een.soort,
        een.titel,
        een.periode,
        een.editie,
        "gepubliceerd",
        een.vastgelegd_at,
        een.naam,
    )


def _writing_line(row: Rapportage) -> Rapportageregel:
    return Rapportageregel(
        row.pk,
        row.gemeente_id,
        row.gemeente.naam,
        row.soort,
        row.sjabloon["naam"],
        row.periode,
        row.editie,
        stand_of(row),
        None,
        "",
    )


# --- the files --------------------------------------------------------------------------------------


def read_document(*, by: Actor, rapportage_id: UUID, vorm: str) -> bytes | None:
    """The file of a published report in this form, once made. Refused: niet_gevonden."""
    with act("read_rapportage", by=by) as spoor:
        spoor.onderwerp("rapportage", rapportage_id)
        found = RapportageDocument.objects.filter(uitgave=_uitgave(by, rapportage_id), vorm=vorm).first()
        return bytes(found.inhoud) if found else None


def attach_rapportage(*, by: Actor, rapportage_id: UUID, vorm: str, inhoud: bytes) -> None:
    """Keeps the file of a published report; who comes second leaves the first. Refused: niet_gevonden."""
    with act("attach_rapportage", by=by) as spoor:
        spoor.onderwerp("rapportage", rapportage_id)
        uitgave = Rapportageuitgave.objects.select_for_update(of=("self",)).get(
            pk=_uitgave(by, rapportage_id).pk
        )
        if RapportageDocument.objects.filter(uitgave=uitgave, vorm=vorm).exists():
            return
        RapportageDocument.objects.create(
            uitgave=uitgave,
            vorm=vorm,
            inhoud=inhoud,
            sha256=hashlib.sha256(inhoud).hexdigest(),
            datum=vandaag(),
            **shared_by(by),
        )


def _uitgave(by: Actor, rapportage_id: UUID) -> Rapportageuitgave:
    found = visible_uitgaven(by).filter(rapportage=rapportage_id).first()
    if found is None:
        raise Refused("niet_gevonden")
    return found
