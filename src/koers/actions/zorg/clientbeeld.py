"""The child as a message to a provider tells it, without an address that may not be told."""

from koers.domain.toewijzingsberichten import Adres, Clientbeeld, Relatie
from koers.registers.kern.kluis import open_bsn
from koers.registers.kern.models import Gezag, Huishouden, Huishoudenlid, Persoon
from koers.registers.klok import vandaag


def picture_client(kind: Persoon, postadres: Adres | None) -> Clientbeeld:
    """The child, with who has gezag. `postadres`: to write to, where the address itself may not be told."""
    adres = postadres or _address(kind)
    return Clientbeeld(
        bsn=_bsn(kind),
        achternaam=kind.achternaam,
        voorvoegsel=kind.voorvoegsel,
        voornamen=kind.voornamen or kind.roepnaam,
        geboortedatum=kind.geboortedatum,
        geslacht=kind.geslacht,
        adres=adres,
        relaties=() if adres is None or postadres else _authority(kind),
    )


def _bsn(kind: Persoon) -> str:
    if kind.bsn_versleuteld is None:
        return ""
    return open_bsn(kind.bsn_versleuteld, kind.pk)


def _homes(persoon: Persoon) -> list[Huishouden]:
    rows = Huishoudenlid.objects.on(vandaag()).filter(persoon=persoon).select_related("huishouden")
    return [row.huishouden for row in rows.order_by("begindatum", "pk")]


def _address(persoon: Persoon) -> Adres | None:
    """Where somebody lives; nothing if one of the addresses is secret: the other one could lead to it."""
    huizen = _homes(persoon)
    if not huizen or any(huis.is_geheim for huis in huizen):
        return None
    huis = huizen[0]
    if huis.huisnummer is None or not huis.postcode:
        return None
    return Adres("03", huis.postcode, huis.huisnummer, huis.toevoeging, huis.straatnaam, huis.plaatsnaam)


def _authority(kind: Persoon) -> tuple[Relatie, ...]:
    """The people with gezag whose address may be told (OP002)."""
    rows = Gezag.objects.on(vandaag()).filter(jeugdige=kind, houder__isnull=False).select_related("houder")
    gevonden = []
    for row in rows.order_by("begindatum", "pk"):
        houder = row.houder
        adres = _address(houder) if houder else None
        if houder is not None and adres is not None:
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
