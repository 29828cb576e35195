"""Where the same thing stands in each message."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from koers.exchange.ijw.bericht import Bericht, each

CLIENT = {
    "JW323": "Declaratie/Clienten/Client",
    "JW325": "DeclaratieAntwoord/Clienten/Client",
}
REGIE = {
    "JW305": "Client/StartProducten/StartProduct",
    "JW307": "Client/StopProducten/StopProduct",
}
GEMEENTE = {
    "JW301": "Afzender",
    "JW305": "Ontvanger",
    "JW307": "Ontvanger",
    "JW315": "Ontvanger",
    "JW317": "Ontvanger",
    "JW319": "Afzender",
    "JW323": "Ontvanger",
    "JW325": "Afzender",
}


class Product(NamedTuple):
    """A class that asks for or gives a product over a period."""

    pad: str
    klasse: dict[str, Any]
    begin: str  # the name of the element with the first day
    eind: str

    @property
    def categorie(self) -> str | None:
        return self.klasse.get("Product", {}).get("Categorie")

    @property
    def code(self) -> str | None:
        return self.klasse.get("Product", {}).get("Code")


_PRODUCTEN = {
    "JW301": (("Client/ToegewezenProducten/ToegewezenProduct", "Ingangsdatum", "Einddatum"),),
    "JW315": (
        ("Client/AangevraagdeProducten/AangevraagdProduct", "ToewijzingIngangsdatum", "ToewijzingEinddatum"),
    ),
    "JW317": (
        ("Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum"),
        ("Client/Verzoek/NieuweProducten/NieuwProduct", "GewensteIngangsdatum", "Einddatum"),
    ),
}


def products(bericht: Bericht, behalve: str = "") -> Iterator[Product]:
    """Every product that is assigned or asked for. `behalve`: the class that is left out."""
    for pad, begin, eind in _PRODUCTEN.get(bericht.soort, ()):
        if behalve and pad.endswith(behalve):
            continue
        for plek, klasse in each(bericht.inhoud, pad):
            yield Product(plek, klasse, begin, eind)


def clients(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every client."""
    return each(bericht.inhoud, CLIENT.get(bericht.soort, "Client"))


def prestaties(bericht: Bericht) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every entry of a claim or of its answer: the place, the BSN it belongs to, and the entry."""
    for plek, client in clients(bericht):
        for pad, prestatie in each(client, "Prestaties/Prestatie", plek + "/"):
            yield pad, client["Bsn"], prestatie


def regie(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every start or stop."""
    return each(bericht.inhoud, REGIE[bericht.soort])


def contacts(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every contact, of the client and of the relations."""
    yield from each(bericht.inhoud, "Client/Relaties/Relatie/Contact")
    yield from each(bericht.inhoud, "Client/Contactgegevens/Contact")


def named_persons(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    """The client and the relations."""
    yield from each(bericht.inhoud, "Client")
    yield from each(bericht.inhoud, "Client/Relaties/Relatie")


def dated(bericht: Bericht) -> Any:
    """The day on the message."""
    return bericht.header["BerichtIdentificatie"]["Dagtekening"]
