"""Signals of the NZa: every move by every role, what comes in from a file, and whose it is."""

from typing import ClassVar

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from koers.actions.netwerk.nza_signalen import (
    close_nza_signaal,
    import_nza_signalen,
    read_nza_signaal,
    read_nza_signalen,
    reopen_nza_signaal,
    take_nza_signaal,
)
from koers.domain.rollen import Rol
from koers.domain.toestanden.signaal import NZA_SIGNAAL
from koers.domain.weigering import Refused
from koers.exchange.uitlevering.signalen import read_rows
from koers.registers.kern.models import LogRegel
from koers.registers.netwerk.models import NzaSignaal
from tests.contractwereld import nza_signal
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
CONTRACTBEHEER = frozenset({Rol.CONTRACTMANAGER, Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
CSV = (
    "Gebied;Soort;Dagtekening;Vormen;Ernst;Ontwikkelingen\n"
    "JZ04;melding;2026-03-31;13;risico;Een groep sluit.\n"
    ";;;;;\n"
    "GM0106;analyse;;11;ontoereikend;Pleegouders stoppen.\n"
    "GM1731;analyse;;zz;ontoereikend;Onbekende vorm.\n"
)


class TestSignaal(ElkeOvergang):
    machine = NZA_SIGNAAL
    wie: ClassVar = {een.handeling: CONTRACTBEHEER for een in NZA_SIGNAAL.overgangen}
    wegen: ClassVar = {
        "signaal_ontvangen": (),
        "signaal_opgepakt": ("take_nza_signaal",),
        "signaal_afgerond": ("close_nza_signaal",),
    }

    def maak(self):
        self.by = make_actor(Rol.CONTRACTMANAGER, ASSEN)
        self.nummer = 0

    def zetten(self):
        return {
            ("take_nza_signaal", ""): lambda who, z: take_nza_signaal(by=who, signaal_id=z),
            ("close_nza_signaal", ""): lambda who, z: close_nza_signaal(
                by=who, signaal_id=z, toelichting="Gebeld; er komt een plek."
            ),
            ("reopen_nza_signaal", ""): lambda who, z: reopen_nza_signaal(
                by=who, signaal_id=z, toelichting="De plek ging niet door."
            ),
        }

    def reach(self, toestand):
        self.nummer += 1
        zaak = nza_signal(ASSEN, f"Signaal {self.nummer}.")
        for handeling in self.wegen[toestand]:
            self.zetten()[handeling, ""](self.by, zaak)
        return zaak

    def state(self, zaak):
        return read_nza_signaal(by=self.by, signaal_id=zaak).toestand


def test_a_file_is_taken_in_row_by_row_and_twice_is_once():
    by = make_actor(Rol.CONTRACTMANAGER, MIDDEN_DRENTHE)
    first = import_nza_signalen(by=by, rijen=read_rows(CSV.encode()))
    assert (first.nieuw, first.bekend) == (1, 0)
    told = [(een.rij, een.veld, een.code) for een in first.controle.vindingen]
    assert told == [(4, "gebied", "sg_gebied_onbekend"), (5, "vormen", "sg_vormen_onbekend")]
    again = import_nza_signalen(by=by, rijen=read_rows(CSV.encode()))
    assert (again.nieuw, again.bekend) == (0, 1)
    assert NzaSignaal.objects.get().vormen == ["13"]
    rules = LogRegel.objects.filter(handeling="import_nza_signalen").order_by("pk")
    assert [een.bijzonderheden for een in rules] == [
        {"nieuw": 1, "bekend": 0, "fout": 2},
        {"nieuw": 0, "bekend": 1, "fout": 2},
    ]
    assert {een.doel for een in rules} == {"beleid_en_verantwoording"}


def test_a_signal_is_for_its_own_area():
    of_region, of_assen = nza_signal("JZ04", "Regio."), nza_signal(ASSEN, "Assen.")
    here = make_actor(Rol.REGIOMANAGER, MIDDEN_DRENTHE)
    assert [een.id for een in read_nza_signalen(by=here)] == [of_region]
    assert {een.id for een in read_nza_signalen(by=make_actor(Rol.REGIOMANAGER, ASSEN))} == {
        of_region,
        of_assen,
    }
    with pytest.raises(Refused, match="niet_gevonden"):
        take_nza_signaal(by=here, signaal_id=of_assen)


def test_without_words_nothing_is_finished():
    with pytest.raises(Refused, match="nza_toelichting_ontbreekt"):
        close_nza_signaal(by=make_actor(Rol.REGIOMANAGER), signaal_id=nza_signal(), toelichting=" ")


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"gebied;soort\nJZ04;melding\n", "nza_kolommen"),
        (CSV.split("\n", maxsplit=1)[0].encode() + b"\n", "nza_geen_rijen"),
        (b"", "bestand_leeg"),
        (b"%PDF-1.7", "bestand_is_pdf"),
    ],
)
def test_what_is_no_table_of_signals_says_so(inhoud, code):
    with pytest.raises(Refused, match=code):
        read_rows(inhoud)


def test_from_a_file_to_finished_in_the_browser(client):
    sign_in(client, make_medewerker(Rol.CONTRACTMANAGER))
    page = reverse("nza-signalen-inlezen")
    form = client.get(page).context["formulier"]
    sent = {
        "formulier_id": form["formulier_id"].value(),
        "bestand": SimpleUploadedFile("signalen.csv", CSV.encode()),
    }
    answer = client.post(page, sent).content.decode()
    assert "1 signalen opgenomen; 0 stonden er al. 2 rijen zijn niet opgenomen" in answer
    assert "Gebied “GM0106” is niet van u of bestaat niet." in answer
    een = NzaSignaal.objects.get()
    blad = reverse("nza-signaal", args=[een.pk])
    shown = client.get(blad)
    taken = {"formulier_id": shown.context["formulier"]["formulier_id"].value()}
    client.post(reverse("nza-signaal-oppakken", args=[een.pk]), taken)
    assert "iemand is ermee bezig" in client.get(blad).content.decode()
    end = reverse("nza-signaal-afronden", args=[een.pk])
    form = client.get(end).context["formulier"]
    done = {"formulier_id": form["formulier_id"].value(), "toelichting": "Plek gevonden in Assen."}
    assert client.post(end, done | {"toelichting": ""}).status_code == 422
    client.post(end, done)
    assert "Plek gevonden in Assen." in client.get(blad).content.decode()
