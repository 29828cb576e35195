"""A provider asks in the browser for longer help, and the toegang answers on its ordinary desk."""

from datetime import timedelta

import pytest

from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.lezen import read_toewijzing_met_antwoord
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.actions.zorg.verlengen import ask_verlenging
from koers.actions.zorg.verzoeken import read_verzoek, read_verzoeken, reject_verzoek, research_verzoek
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Bericht, Organisatie
from koers.registers.klok import vandaag
from koers.registers.zorg.models import ToewijzingWijziging
from tests.wereld import ASSEN, actor_of, make_actor, make_familie, make_medewerker, make_product

pytestmark = pytest.mark.django_db(transaction=True)
EINDE = 60


class Wereld:
    """Help until 60 days from now, and who has to do with it."""

    def __init__(self, *, tot: int | None = EINDE) -> None:
        self.consulent = make_actor(Rol.JEUGDCONSULENT)
        self.aanbieder = actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))
        product = make_product(Organisatie.objects.get(pk=self.aanbieder.organisatie_id))
        familie = make_familie(self.consulent, "Langer")
        melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="02")
        (casus,) = register_melding(by=self.consulent, gezin_id=familie.gezin, melding=melding)
        self.toewijzing = assign_toewijzing(
            by=self.consulent,
            casus_id=casus,
            contractproduct_id=product.pk,
            ingangsdatum=vandaag(),
            tot_datum=None if tot is None else vandaag() + timedelta(days=tot),
        )

    def ask(self, dagen: int = 120, by=None):
        return ask_verlenging(
            by=by or self.aanbieder,
            toewijzing_id=self.toewijzing,
            einddatum=vandaag() + timedelta(days=dagen),
        )

    def seen(self):
        return read_toewijzing_met_antwoord(by=self.aanbieder, toewijzing_id=self.toewijzing).verlengingen


def outcome(do) -> str:
    try:
        do()
    except Refused as refused:
        return refused.code
    return ""


def test_what_was_asked_stands_on_the_desk_and_the_provider_sees_how_it_goes():
    w = Wereld()
    verzoek = w.ask()
    (regel,) = read_verzoeken(by=w.consulent)
    assert (regel.id, regel.soort, regel.kind) == (verzoek, "wijziging", "Kind Langer")
    assert regel.toewijzingen[0][1] == w.toewijzing
    assert [een.toestand for een in w.seen()] == ["open"]
    research_verzoek(by=w.consulent, verzoek_id=verzoek)
    assert w.seen()[0].toestand == "in_onderzoek"
    change_toewijzing(
        by=w.consulent,
        toewijzing_id=w.toewijzing,
        reden="04",
        tot_datum=vandaag() + timedelta(days=121),
        verzoek_id=verzoek,
    )
    assert w.seen()[0].toestand == "toegewezen"
    assert ToewijzingWijziging.objects.get().referentie == ""


def test_a_no_is_read_in_koers_and_sends_no_message():
    w = Wereld()
    before = Bericht.objects.count()
    verzoek = w.ask()
    reject_verzoek(by=w.consulent, verzoek_id=verzoek, reden="2")
    assert (w.seen()[0].toestand, w.seen()[0].reden) == ("afgewezen", "2")
    assert Bericht.objects.count() == before
    w.ask()  # after a no one may ask again
    assert [een.toestand for een in w.seen()] == ["open", "afgewezen"]


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (EINDE - 1, "verlenging_niet_later"),
        (EINDE, ""),
        (EINDE + 731, ""),
        (EINDE + 732, "verlenging_te_lang"),
    ],
)
def test_the_last_day_has_to_be_later(dagen, verwacht):
    w = Wereld()
    assert outcome(lambda: w.ask(dagen)) == verwacht


def test_asked_twice_at_once_is_refused():
    w = Wereld()
    w.ask()
    assert outcome(lambda: w.ask(200)) == "verzoek_loopt_al"


def test_help_without_an_end_needs_no_more():
    assert outcome(Wereld(tot=None).ask) == "verlenging_zonder_einde"


def test_another_provider_and_other_roles_cannot_ask():
    w = Wereld()
    ander = actor_of(make_medewerker(Rol.AANBIEDER, ASSEN, soort="aanbieder"))
    assert outcome(lambda: w.ask(by=ander)) == "niet_gevonden"
    assert outcome(lambda: w.ask(by=w.consulent)) == "geen_recht"
    verzoek = w.ask()
    elsewhere = make_actor(Rol.JEUGDCONSULENT, ASSEN)
    assert outcome(lambda: read_verzoek(by=elsewhere, verzoek_id=verzoek)) == "niet_gevonden"
