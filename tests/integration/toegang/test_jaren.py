"""A year typed wrongly is said at its field; it never breaks a page, and never the page of tomorrow."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django import forms
from django.core.exceptions import ValidationError

from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.verwijsverzoeken import open_route_b
from koers.domain.rollen import Rol
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
from koers.registers.klok import vandaag
from koers.web.formulier import date_field
from tests.wereld import (
    MIDDEN_DRENTHE,
    actor_of,
    ask,
    decide,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

FOUTE_JAREN = ("9999-12-31", "2200-01-01", "1899-12-31", "0001-01-01")


@pytest.fixture
def medewerker(db):
    return make_medewerker(Rol.JEUGDCONSULENT)


@pytest.fixture
def by(medewerker):
    return actor_of(medewerker)


@pytest.fixture
def consulent(client, medewerker):
    sign_in(client, medewerker)
    return client


def casus_of(by):
    familie = make_familie(by, "Jaartal")
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="06")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    return casus


def send(client, adres, **velden):
    """Sends the form at an address as it opens, with these fields in the place of its own."""
    beeld = client.get(adres).content.decode()
    hidden = dict(re.findall(r'name="(formulier_id|versie)" value="([^"]*)"', beeld))
    return client.post(adres, hidden | velden)


@pytest.mark.parametrize("dag", FOUTE_JAREN)
def test_a_day_outside_the_years_is_refused_by_every_field_for_days(dag):
    with pytest.raises(ValidationError, match="jaar klopt"):
        date_field("Dag").clean(dag)
    assert date_field("Dag").clean("2199-12-31") == date(2199, 12, 31)


def test_every_form_of_a_page_takes_its_days_from_date_field():
    import koers.config.urls  # noqa: F401 (loads every form)

    found = list(forms.BaseForm.__subclasses__())
    seen = []
    while found:
        een = found.pop()
        found += een.__subclasses__()
        if een.__module__.startswith("koers."):
            seen += [
                (een.__name__, naam, veld)
                for naam, veld in getattr(een, "base_fields", {}).items()
                if isinstance(veld, forms.DateField)
            ]
    assert len(seen) > 40
    bounds = date_field("Dag").validators
    loose = [
        (vorm, naam) for vorm, naam, veld in seen if not all(bound in veld.validators for bound in bounds)
    ]
    assert bounds
    assert loose == []


def test_an_aanvulling_until_a_wrong_year_is_refused_and_today_still_opens(consulent, by):
    casus = ask(by, casus_of(by))
    adres = f"/casussen/{casus}/aanvraag/aanvulling-vragen/"
    far = str(vandaag() + timedelta(days=800))
    for dag, zin in [*((dag, "jaar klopt") for dag in FOUTE_JAREN), (far, "meer dan een jaar later")]:
        answer = send(
            consulent, adres, datum=str(vandaag()), termijn_datum=dag, toelichting="Verslag van school."
        )
        assert answer.status_code == 422
        assert zin in answer.content.decode()
    for pagina in ("/vandaag/", f"/casussen/{casus}/", adres):
        assert consulent.get(pagina).status_code == 200


def test_a_besluit_with_a_wrong_year_is_told_and_not_broken(consulent, by):
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    besluit = decide(by, casus_of(by), granted(product))
    answer = send(
        consulent,
        f"/besluiten/{besluit}/verbeteren/",
        datum=str(vandaag()),
        toegekend="ja",
        ingangsdatum="9999-12-31",
        einddatum="9999-12-31",
    )
    assert answer.status_code == 422
    assert "jaar klopt" in answer.content.decode()


@pytest.mark.parametrize("dag", ["2026-02-30", "morgen"])
def test_a_day_that_does_not_exist_is_told_and_nothing_is_written(dag, consulent, by):
    nieuw = NieuwVerwijsverzoek(
        MIDDEN_DRENTHE, "02", vandaag(), achternaam="Jaartal", geboortedatum=date(2015, 5, 6)
    )
    arts = make_actor(Rol.HUISARTS)
    verwijsverzoek = open_route_b(by=arts, nieuw=nieuw)
    stop = {"formulier_id": uuid4(), "soort": "wacht", "oorzaak": "woonplaats_onbekend", "datum": dag}
    answer = consulent.post(f"/verwijsverzoeken/{verwijsverzoek}/stilstand/", stop, follow=True)
    assert answer.status_code == 200
    assert "is geen datum" in answer.content.decode()
    assert "nog niet</td></tr>" not in answer.content.decode()  # no row in the table of stops
