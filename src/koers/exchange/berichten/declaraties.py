"""From a JW323 to entries of a claim, each with the code by which the message itself rejects it."""

from koers.actions.zorg.declareren import Ingediend
from koers.actions.zorg.postbus import Mangel
from koers.domain.declaraties import Prestatie
from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.regels.plekken import prestaties


def read_323(mangels: tuple[Mangel, ...], bericht: Bericht) -> list[Ingediend]:
    """Every entry, in the order of the message. `mangels`: what the message breaks by itself."""
    gevonden = []
    for plek, bsn, een in prestaties(bericht):
        referentie, periode, bedrag = een["ProductReferentie"], een["ProductPeriode"], een["IngediendBedrag"]
        prestatie = Prestatie(
            plek=plek,
            bsn=bsn,
            nummer=een["ToewijzingNummer"],
            referentie=referentie["ReferentieNummer"],
            categorie=een["ProductCategorie"],
            code=een["ProductCode"],
            begindatum=periode["Begindatum"],
            einddatum=periode["Einddatum"],
            volume=een["GeleverdVolume"],
            eenheid=een["Eenheid"],
            bedrag_cent=bedrag["Bedrag"],
            tarief_cent=een.get("ProductTarief"),
            credit=bedrag["DebetCredit"] == "C",
            vorige=referentie.get("VorigReferentieNummer", ""),
        )
        gevonden.append(Ingediend(prestatie, _rejected(mangels, plek)))
    return gevonden


def _rejected(mangels: tuple[Mangel, ...], plek: str) -> str:
    """What is wrong with the entry, with its client, or with the claim as a whole: as the answer says it."""
    client = plek.partition("/Prestaties/")[0]
    for een in mangels:
        hier = f"{een.plaats}/"
        zelf = hier.startswith(f"{plek}/")
        van_client = hier.startswith(f"{client}/") and "/Prestatie[" not in een.plaats
        if zelf or van_client or "/Client[" not in een.plaats:
            return een.code
    return ""
