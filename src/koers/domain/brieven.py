"""Whether a letter tells its reader where somebody else lives. The check is asked before every letter."""

from collections.abc import Iterable
from dataclasses import dataclass

from koers.domain.namen import fold


@dataclass(frozen=True, slots=True)
class Adresdelen:
    """An address, and whether it may be told; whatever is not known to be open counts as secret."""

    straatnaam: str
    huisnummer: int | None
    postcode: str
    plaatsnaam: str
    geheim: bool


def names_address(teksten: Iterable[str], adres: Adresdelen) -> bool:
    """Whether one of the texts names the address.

    Of a secret address the street, the postcode or the place alone is already too much; of another one
    the postcode, or the street with its number.
    """
    straat, plaats = fold(adres.straatnaam), fold(adres.plaatsnaam)
    postcode = fold(adres.postcode).replace(" ", "")
    if not adres.geheim:
        straat, plaats = (f"{straat} {adres.huisnummer}" if straat and adres.huisnummer else ""), ""
    words = [deel for deel in (straat, plaats) if deel]
    for tekst in teksten:
        folded = f" {fold(tekst)} "
        if any(f" {deel} " in folded for deel in words):
            return True
        if postcode and postcode in folded.replace(" ", ""):
            return True
    return False
