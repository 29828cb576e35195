"""The yearly list of contracted providers for the Nederlandse Zorgautoriteit, and their KvK numbers."""

from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.authorization.zicht_contracten import writable_producten
from koers.authorization.zicht_uitlevering import deliverable_subsidies
from koers.domain.actor import Actor
from koers.domain.uitlevering.contractlijst import (
    Contractlijst,
    Gesubsidieerd,
    Inkoop,
    build_contractlijst,
    check_kvk,
)
from koers.domain.uitlevering.perioden import EERSTE_JAAR, LAATSTE_JAAR
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Organisatie
from koers.registers.zorg.models import Contractproduct

CODELIJST = "cbs-hulpvorm"


def read_contractlijst(*, by: Actor, jaar: int) -> Contractlijst:
    """The list of a year with its report. No persons. Refused: uitlevering_jaar_onbekend."""
    with act("read_contractlijst", by=by) as spoor:
        return _build(by, jaar, spoor)


def export_contractlijst(*, by: Actor, jaar: int) -> Contractlijst:
    """The same, to take away. Refused: uitlevering_jaar_onbekend."""
    with act("export_contractlijst", by=by) as spoor:
        return _build(by, jaar, spoor)


def _build(by: Actor, jaar: int, spoor: Spoor) -> Contractlijst:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise Refused("uitlevering_jaar_onbekend", jaar=jaar)
    spoor.onderwerp("uitlevering", f"contractlijst {jaar}")
    products = Contractproduct.objects.with_end().select_related("aanbieder")
    inkoop = [
        Inkoop(
            *(str(een.aanbieder_id), een.aanbieder.naam, een.aanbieder.kvk, een.aanbieder.soort),
            *(een.categorie, een.hulpvorm, een.begindatum, een.einde),
        )
        for een in products.order_by("pk")
    ]
    held = deliverable_subsidies(by).filter(
        begindatum__lte=date(jaar, 12, 31), einddatum__gte=date(jaar, 1, 1)
    )
    paid = [Gesubsidieerd(str(een.pk), een.ontvanger, een.waarvoor) for een in held.order_by("pk")]
    lijst = build_contractlijst(inkoop, paid, jaar, known_forms())
    spoor.note(rijen=lijst.controle.goed, fout=lijst.controle.fout)
    return lijst


def known_forms() -> dict[str, str]:
    """The hulpvorm codes of CBS, with their names."""
    return {een.code: een.naam.nl for een in beleid().codelijsten[CODELIJST].codes}


def read_kvk(*, by: Actor, aanbieder_id: UUID) -> Organisatie:
    """A provider with a contract that the actor may write. Refused: niet_gevonden."""
    with act("register_kvk", by=by) as spoor:
        spoor.onderwerp("aanbieder", aanbieder_id)
        return _writable(by, aanbieder_id)


def register_kvk(*, by: Actor, aanbieder_id: UUID, kvk: str, formulier: UUID | None = None) -> UUID:
    """The KvK number of a provider. Refused: kvk_fout, kvk_van_ander, niet_gevonden."""
    tidy = check_kvk(kvk)
    with act("register_kvk", by=by, formulier=formulier) as spoor:
        row = _writable(by, aanbieder_id)
        other = Organisatie.objects.filter(kvk=tidy).exclude(pk=row.pk).order_by("pk").first()
        if other is not None:
            raise Refused("kvk_van_ander", naam=other.naam, kvk=tidy)
        row.kvk = tidy
        row.save(update_fields=["kvk"])
        spoor.onderwerp("aanbieder", row.pk)
        return row.pk


def _writable(by: Actor, aanbieder_id: UUID) -> Organisatie:
    mine = writable_producten(by).values("aanbieder")
    row = Organisatie.objects.filter(pk=aanbieder_id, pk__in=mine).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row
