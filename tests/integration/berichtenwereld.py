"""A child with a BSN, help given to a provider, and the messages that this provider sends."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from koers.actions.kern.gezinnen import register_gezin
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.exchange.ijw.build import build
from koers.registers.kern.models import Gezinslid
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Toewijzing
from tests.unit.exchange.ijw.voorbeelden import BSN, changed, good
from tests.wereld import Familie, give_help, make_actor, make_organisatie, make_product

AGB = "42420001"


def make_toewijzing(since: int = 60) -> int:
    """The number of a toewijzing since `since` days, for the child with BSN, to the provider with AGB."""
    by = make_actor(Rol.JEUGDCONSULENT)
    kind = NieuwPersoon(
        achternaam="Dekker", roepnaam="Sem", geboortedatum=date(2012, 6, 15), bsn=BSN, bsn_status="bekend"
    )
    adres = NieuwAdres(straatnaam="Dorp", huisnummer=1, postcode="9411AB", plaatsnaam="Beilen", geheim="nee")
    gezin = register_gezin(by=by, jeugdige=kind, adres=adres, formulier=uuid4())
    persoon = Gezinslid.objects.get(gezin=gezin).persoon
    familie = Familie(gezin, persoon.pk, persoon.pk, persoon.huishoudens.get().huishouden_id)
    aanbieder = make_organisatie("GM1731", "aanbieder")
    familie = give_help(by, familie, make_product(aanbieder, code="45A03", niveau=5), since=since)
    aanbieder.agb = AGB  # from now on it works with messages: about what was before, none goes out
    aanbieder.save()
    nummer = Toewijzing.objects.get(pk=familie.toewijzing).nummer
    assert nummer is not None
    return nummer


def bericht(
    soort: str,
    nummer: int,
    *,
    begin: date,
    eind: date | None = None,
    reden: str = "31",
    status: str = "1",
    identificatie: str = "B1",
    bsn: str = BSN,
    afzender: str = AGB,
    ontvanger: str = "1731",
) -> bytes:
    """A JW305 or JW307 with one line."""
    naam = "Start" if soort == "JW305" else "Stop"
    regel: dict[str, Any] = {
        "ToewijzingNummer": nummer,
        "Product": {"Categorie": "45", "Code": "45A03"},
        "ToewijzingIngangsdatum": vandaag() - timedelta(days=60),
        "Begindatum": begin,
        "StatusAanlevering": status,
    }
    if soort == "JW307":
        regel |= {"RedenBeeindiging": reden, "Einddatum": eind}
    return build(
        changed(
            good(soort),
            {
                "Header/BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": vandaag()},
                "Header/Afzender": afzender,
                "Header/Ontvanger": ontvanger,
                "Client/Bsn": bsn,
                f"Client/{naam}Producten/{naam}Product": [regel],
            },
        )
    )
