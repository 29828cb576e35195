"""What the walks find when they begin: help that ends soon, and a child that lives in two homes."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid, register_gezin
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.acceptatie import NieuwGesprek, refuse_toewijzing, register_gesprek
from koers.actions.zorg.toewijzen import assign_toewijzing, register_start
from koers.domain.actor import Actor, systeemactor
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.verwerking import process
from koers.registers.kern.models import Gezinslid, Organisatie
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct, Toewijzing
from tests.contractwereld import escalated
from tests.integration.berichtenwereld import bericht
from tests.integration.plan.wereld import live_together
from tests.wereld import MIDDEN_DRENTHE, decide, granted, make_product


@dataclass(frozen=True)
class Ouder:
    """A parent with gezag: at home with the child, or at an address of their own."""

    roepnaam: str
    geboren: date
    adres: NieuwAdres | None = None


def make_gezin(by: Actor, kind: NieuwPersoon, thuis: NieuwAdres, *ouders: Ouder) -> tuple[UUID, UUID]:
    """A family of one child: its id and that of the child."""
    gezin = register_gezin(by=by, jeugdige=kind, adres=thuis, formulier=uuid4())
    child = Gezinslid.objects.get(gezin=gezin).persoon
    home = child.huishoudens.get().huishouden_id
    for ouder in ouders:
        persoon = NieuwPersoon(kind.achternaam, roepnaam=ouder.roepnaam, geboortedatum=ouder.geboren)
        plaats = Plaats(adres=ouder.adres) if ouder.adres else Plaats(huishouden_id=home)
        lid = NieuwLid(persoon, "ouder", plaats, ouder_van=(child.pk,), gezag_over=(child.pk,))
        add_gezinslid(by=by, gezin_id=gezin, lid=lid, formulier=uuid4())
    return gezin, child.pk


def make_ending_help(by: Actor, aanbieder: Actor, product: Contractproduct) -> None:
    """Help of the toegang for Bente, for almost a year now, that ends in five weeks."""
    begin, tot = vandaag() - timedelta(days=330), vandaag() + timedelta(days=35)
    kind = NieuwPersoon(achternaam="Voortman", roepnaam="Bente", geboortedatum=date(2014, 8, 20))
    thuis = NieuwAdres(
        straatnaam="Eikenlaan", huisnummer=8, postcode="9411AC", plaatsnaam="Beilen", geheim="nee"
    )
    gezin, child = make_gezin(by, kind, thuis, Ouder("Karin", date(1986, 3, 9)))
    melding = NieuweMelding(
        jeugdigen=(child,), datum=begin, verwijzer="06", vraag="Bente durft niets alleen te doen."
    )
    (casus,) = register_melding(by=by, gezin_id=gezin, melding=melding)
    decide(by, casus, granted(product, begin, tot_datum=tot))
    toewijzing = assign_toewijzing(
        by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=begin, tot_datum=tot
    )
    register_start(by=aanbieder, toewijzing_id=toewijzing, datum=begin)


def make_waiting_help(by: Actor, organisatie: Organisatie, roepnaam: str, code: str) -> UUID:
    """A doctor referred this child, and the help waits for the answer of the provider."""
    # Another surname and birthday for each, or Koers asks whether they are one child.
    geboren = date(2013, 5, 2) + timedelta(days=31 * len(code + roepnaam))
    kind = NieuwPersoon(achternaam=f"Kers{roepnaam.lower()}", roepnaam=roepnaam, geboortedatum=geboren)
    thuis = NieuwAdres(
        straatnaam="Eikenlaan", huisnummer=10, postcode="9411AC", plaatsnaam="Beilen", geheim="nee"
    )
    gezin, child = make_gezin(by, kind, thuis, Ouder(f"Moeder van {roepnaam}", date(1985, 1, 9)))
    melding = NieuweMelding(jeugdigen=(child,), datum=vandaag(), verwijzer="02")
    (casus,) = register_melding(by=by, gezin_id=gezin, melding=melding)
    product = make_product(organisatie, code=code)
    return assign_toewijzing(by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag())


def make_refused_help(by: Actor, aanbieder: Actor, organisatie: Organisatie) -> UUID:
    """Help for Daan that the provider refused outside the agreement."""
    found = {"by": aanbieder, "toewijzing_id": make_waiting_help(by, organisatie, "Daan", "45Z98")}
    register_gesprek(**found, gesprek=NieuwGesprek(vandaag(), "consulent", "nee", "ja"))
    return refuse_toewijzing(**found, grond="geen-plek", toelichting="Alle groepen zitten vol.")


def make_late_answer(by: Actor, organisatie: Organisatie) -> UUID:
    """Help for Mees of which the answer came to contract management."""
    toewijzing = make_waiting_help(by, organisatie, "Mees", "45Z96")
    escalated(toewijzing, MIDDEN_DRENTHE)
    return toewijzing


def make_broken_message(toewijzing_id: UUID, agb: str) -> None:
    """A start came in from which the first day of help had fallen."""
    nummer = Toewijzing.objects.get(pk=toewijzing_id).nummer or 0
    whole = bericht("JW305", nummer, begin=vandaag(), identificatie="KAPOT1", afzender=agb)
    broken = re.sub(rb"<jw305:Begindatum>[^<]*</jw305:Begindatum>\r?\n?", b"", whole)
    by = systeemactor("opdrachtregel", functionaris="proef")
    with TemporaryDirectory() as plaats:
        (Path(plaats) / "start.xml").write_bytes(broken)
        list(take_in(Path(plaats), by=by))
    process(by=by)


def make_two_homes(by: Actor) -> None:
    """Noa lives with her mother at a secret address and with her father; both have gezag."""
    kind = NieuwPersoon(achternaam="Tweehoven", roepnaam="Noa", geboortedatum=date(2016, 4, 3))
    geheim = NieuwAdres(
        straatnaam="Schuilpad", huisnummer=7, postcode="9411AB", plaatsnaam="Beilen", geheim="ja"
    )
    open_ = NieuwAdres(
        straatnaam="Kerkweg", huisnummer=2, postcode="9431KL", plaatsnaam="Westerbork", geheim="nee"
    )
    moeder, vader = Ouder("Marieke", date(1986, 3, 9)), Ouder("Rik", date(1983, 12, 1), open_)
    gezin, child = make_gezin(by, kind, geheim, moeder, vader)
    live_together(child, Gezinslid.objects.get(gezin=gezin, persoon__roepnaam="Rik").persoon_id)
