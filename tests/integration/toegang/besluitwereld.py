"""What the tests of besluiten, letters and bezwaren make through the acts."""

from contextlib import suppress
from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

from koers.actions.handeling import act
from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid
from koers.actions.toegang import brieven
from koers.actions.toegang.aanvragen import state_of, steps_of
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.weigering import Refused
from koers.registers.kern.models import Betrokkenheid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Aanvraag, Beschikking, Besluit, Verzending
from tests.wereld import ask, make_familie, walk_ladder

DAG = timedelta(days=1)


def code_of(do, *args, **kwargs):
    try:
        do(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return ""


def casus_of(by, naam="Besluit", dagen=0, **more):
    familie = make_familie(by, naam, **more)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag() - dagen * DAG, verwijzer="06")
    return familie, register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0]


def asked(by, dagen=30, **more):
    """An aanvraag of so many days ago, with the ladder walked."""
    familie, casus = casus_of(by, f"Gezin{uuid4().hex[:6]}", dagen, **more)
    ask(by, casus, vandaag() - dagen * DAG)
    walk_ladder(by, casus)
    return SimpleNamespace(familie=familie, casus=casus, aanvraag=Aanvraag.objects.get(casus=casus))


def besluit_of(zaak):
    return Besluit.objects.current().get(casus=zaak.casus)


def toestand_of(by, zaak):
    """Where the aanvraag stands, read as an act."""
    with act("read_casus", by=by):
        return state_of(zaak.aanvraag, steps_of(zaak.aanvraag))


def involve(who, z, by):
    gemeente = "GM1731"
    with suppress(Refused), act("register_gezin", by=by):
        if not Betrokkenheid.objects.filter(gezin=z.familie.gezin, medewerker=who.id).exists():
            Betrokkenheid.objects.create(
                gezin_id=z.familie.gezin,
                medewerker_id=who.id,
                gemeente_id=gemeente,
                begindatum=date(2020, 1, 1),
            )


def letters(z):
    return list(Beschikking.objects.filter(besluit__casus=z.casus).order_by("vastgelegd_at"))


def stand(row):
    return Verzending.objects.current().get(beschikking=row).stand


def second_parent(by, z, straat="Dorpsstraat", geheim="nee"):
    """A parent with gezag who lives elsewhere."""
    adres = NieuwAdres(straatnaam=straat, huisnummer=9, postcode="9401ZZ", plaatsnaam="Assen", geheim=geheim)
    persoon = NieuwPersoon(achternaam="Elders", roepnaam="Vader", geboortedatum=date(1980, 1, 1))
    lid = NieuwLid(persoon=persoon, rol="ouder", plaats=Plaats(adres=adres), gezag_over=(z.familie.kind,))
    return add_gezinslid(by=by, gezin_id=z.familie.gezin, lid=lid, toch=True, formulier=uuid4())


def made(by, row):
    brieven.attach_document(by=by, beschikking_id=row.pk, inhoud=b"%PDF")
