"""The child as a message to a provider tells it, without an address that may not be told."""

from uuid import UUID

from koers.actions.kern.een_persoon import kept_anywhere, rows_anywhere
from koers.domain.toewijzingsberichten import Adres, Clientbeeld, Relatie
from koers.registers.kern.kluis import open_bsn
from koers.registers.kern.models import Gezag, Huishouden, Huishoudenlid, Persoon
from koers.registers.klok import vandaag


def picture_client(kind: Persoon, postadres: Adres | None) -> Clientbeeld:
    """The child, with who has gezag. `postadres`: to write to, where the address itself may not be told."""
    rows = rows_anywhere(kind.pk)
    adres = postadres or _address(rows)
    kind = kept_anywhere(kind)
    return Clientbeeld(
        bsn=_bsn(kind),
        achternaam=kind.achternaam,
        voorvoegsel=kind.voorvoegsel,
        voornamen=kind.voornamen or kind.roepnaam,
        geboortedatum=kind.geboortedatum,
        geslacht=kind.geslacht,
        adres=adres,
        relaties=() if adres is None or postadres else _authority(rows),
    )


def _bsn(kind: Persoon) -> str:
    if kind.bsn_versleuteld is None:
        return ""
    return open_bsn(kind.bsn_versleuteld, kind.pk)


def _homes(rows: set[UUID]) -> list[Huishouden]:
    found = Huishoudenlid.objects.on(vandaag()).filter(persoon__in=rows).select_related("huishouden")
    return [row.huishouden for row in found.order_by("begindatum", "pk")]


def _address(rows: set[UUID]) -> Adres | None:
    """Where somebody lives; nothing if one of the addresses is secret: the other one could lead to it."""
    huizen = _homes(rows)
    if not huizen or any(huis.is_geheim for huis in huizen):
        return None
    huis = huizen[0]
    if huis.huisnummer is None or not huis.postcode:
        return None
    return Adres("03", huis.postcode, huis.huisnummer, huis.toevoeging, huis.straatnaam, huis.plaatsnaam)


def _authority(kind: set[UUID]) -> tuple[Relatie, ...]:
    """The people with gezag whose address may be told (OP002), each once."""
    rows = Gezag.objects.on(vandaag()).filter(jeugdige__in=kind, houder__isnull=False)
    houders: dict[UUID, Persoon] = {}
    for row in rows.select_related("houder").order_by("begindatum", "pk"):
        if row.houder is not None:
            kept = kept_anywhere(row.houder)
            houders[kept.pk] = kept
    gevonden = []
    for houder in houders.values():
        adres = _address(rows_anywhere(houder.pk))
        if adres is not None:
            voornamen = houder.voornamen or houder.roepnaam
            gevonden.append(
                Relatie(
                    houder.achternaam,
                    houder.voorvoegsel,
                    voornamen,
                    houder.geboortedatum,
                    houder.geslacht,
                    adres,
                )
            )
    return tuple(gevonden)
