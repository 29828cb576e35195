"""What is kept to find people and addresses by."""

from koers.domain.namen import fold_adres
from koers.domain.zoekwoorden import keys_of
from koers.registers.kern.models import Huishouden, Persoon, Zoekwoord


def keep_zoekwoorden(persoon: Persoon) -> None:
    """Writes the search words of this person anew; inside an act."""
    Zoekwoord.objects.filter(persoon=persoon).delete()
    Zoekwoord.objects.bulk_create(
        Zoekwoord(persoon=persoon, gemeente_id=persoon.gemeente_id, woord=s.woord, kop=s.kop, staart=s.staart)
        for s in keys_of(persoon.gevouwen)
    )


def searchable_adres(huis: Huishouden) -> str:
    """The address as searched; nothing unless it is known that it may be told."""
    if huis.is_geheim:
        return ""
    return fold_adres(
        straatnaam=huis.straatnaam,
        huisnummer=huis.huisnummer,
        toevoeging=huis.toevoeging,
        postcode=huis.postcode,
        plaatsnaam=huis.plaatsnaam,
    )
