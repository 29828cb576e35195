"""From a JW315 or JW317 to requests, and from a referral in it to the road that it opens by itself."""

from typing import Any
from uuid import UUID, uuid5

from koers.actions.toegang.verwijsverzoeken import open_route_b, open_route_c
from koers.actions.zorg.postbus import Mangel, Stuk, read_stuk
from koers.actions.zorg.verzoeken import ZonderWeg, note_weg, read_zonder_weg, receive_verzoeken
from koers.domain.actor import Actor
from koers.domain.routes import JUSTITIE, route_of
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
from koers.domain.verzoeken import BLIJFT, NIEUW, TOEWIJZING, WIJZIGING, WIJZIGT, NieuwVerzoek, Wens
from koers.domain.weigering import Refused
from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.regels.regel import filled

AANGEVRAAGD = "Client/AangevraagdeProducten/AangevraagdProduct"


def process_verzoeken(stuk: Stuk, bericht: Bericht, by: Actor) -> None:
    """The requests of one message, whose structure holds."""
    verzoeken = read_315(bericht) if bericht.soort == "JW315" else [read_317(bericht)]
    mangels = [
        Mangel(een.regel, een.code, str(plek), een.zin)
        for een in stuk.mangels
        for plek in _where(een, verzoeken)
    ]
    receive_verzoeken(
        by=by,
        bericht_id=stuk.id,
        bsn=bericht.inhoud["Client"]["Bsn"],
        verzoeken=verzoeken,
        mangels=mangels,
    )


def _where(mangel: Mangel, verzoeken: list[NieuwVerzoek]) -> list[int]:
    """Which requests this rejects: the product in which it stands, or all of them."""
    for een in verzoeken:
        if een.soort == TOEWIJZING and f"{mangel.plaats}/".startswith(f"{AANGEVRAAGD}[{een.volgnummer}]/"):
            return [een.volgnummer]
    return [een.volgnummer for een in verzoeken]


def read_315(bericht: Bericht) -> list[NieuwVerzoek]:
    """One request per product that is asked for."""
    producten = bericht.inhoud["Client"]["AangevraagdeProducten"]["AangevraagdProduct"]
    return [
        NieuwVerzoek(
            TOEWIJZING,
            volgnummer,
            een["ReferentieAanbieder"],
            (_wens(NIEUW, een, "ToewijzingIngangsdatum", "ToewijzingEinddatum"),),
            een["Verwijzer"]["Type"],
        )
        for volgnummer, een in enumerate(producten, start=1)
    ]


def read_317(bericht: Bericht) -> NieuwVerzoek:
    """One request for the whole situation as it should become (OP308)."""
    verzoek = bericht.inhoud["Client"]["Verzoek"]
    wensen = [
        *(_wens(BLIJFT, een) for een in filled(verzoek, "OngewijzigdeProducten", "OngewijzigdProduct") or ()),
        *(_wens(WIJZIGT, een) for een in filled(verzoek, "TeWijzigenProducten", "TeWijzigenProduct") or ()),
        *(_wens(NIEUW, een) for een in filled(verzoek, "NieuweProducten", "NieuwProduct") or ()),
    ]
    return NieuwVerzoek(WIJZIGING, 1, verzoek["ReferentieAanbieder"], tuple(wensen))


def _wens(
    hoe: str, een: dict[str, Any], begin: str = "GewensteIngangsdatum", eind: str = "Einddatum"
) -> Wens:
    return Wens(
        hoe,
        een.get("ToewijzingNummer"),
        filled(een, "Product", "Categorie") or "",
        filled(een, "Product", "Code") or "",
        een.get(begin),
        een.get(eind),
        filled(een, "Omvang", "Volume"),
        filled(een, "Omvang", "Eenheid") or "",
        filled(een, "Omvang", "Frequentie") or "",
        een.get("Budget"),
    )


def open_roads(by: Actor) -> int:
    """Opens the road of every referral that came along with a request. How many. Twice is once."""
    zonder = read_zonder_weg(by=by)
    for een in zonder:
        weg = _open(een, by)
        if weg is not None:
            note_weg(by=by, verzoek_id=een.id, verwijsverzoek_id=weg)
    return len(zonder)


def _open(een: ZonderWeg, by: Actor) -> UUID | None:
    """The id of the verwijsverzoek; None if the referral cannot stand: a person of the toegang sees that."""
    bericht = parse(read_stuk(by=by, bericht_id=een.bericht_id).inhoud).bericht
    if bericht is None:
        return None
    nieuw = referral(bericht, een)
    formulier = uuid5(een.id, "weg")  # the same each time, so that a crash in between opens no second road
    try:
        if route_of(een.verwijzer) == JUSTITIE:
            return open_route_c(by=by, nieuw=nieuw, ingediend_bij=een.aanbieder_id, formulier=formulier)
        return open_route_b(by=by, nieuw=nieuw, ingediend_bij=een.aanbieder_id, formulier=formulier)
    except Refused as refused:
        return UUID(str(refused.params["sleutel"])) if refused.code == "al_verwerkt" else None


def referral(bericht: Bericht, een: ZonderWeg) -> NieuwVerwijsverzoek:
    """What the message says of the child and of who referred."""
    client = bericht.inhoud["Client"]
    product = client["AangevraagdeProducten"]["AangevraagdProduct"][een.volgnummer - 1]
    verwijzer = product["Verwijzer"]
    agb = verwijzer.get("ZorgverlenerCode", "")
    naam = client["Naam"]
    return NieuwVerwijsverzoek(
        gemeente=een.gemeente,
        verwijzer=een.verwijzer,
        datum=bericht.header["BerichtIdentificatie"]["Dagtekening"],
        achternaam=" ".join(
            deel
            for deel in (naam["Geslachtsnaam"].get("Voorvoegsel"), naam["Geslachtsnaam"]["Achternaam"])
            if deel
        ),
        roepnaam=naam.get("Voornamen", "")[:60],
        geboortedatum=client["Geboortedatum"]["Datum"],
        bsn=client["Bsn"],
        product=filled(product, "Product", "Code") or "",
        verwijzer_naam=verwijzer.get("Naam") or (f"AGB {agb}" if agb else "onbekend"),
        agb=agb,
    )
