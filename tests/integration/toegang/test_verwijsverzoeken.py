"""Routes B and C open themselves: nobody types a referral over, nobody judges it again, the clock runs."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang import verwijsverzoeken as acts
from koers.actions.toegang.verwijsverzoeken import (
    link_verwijsverzoek,
    open_route_b,
    open_route_c,
    read_own_verwijsverzoeken,
    read_verwijsverzoek,
    read_verwijsverzoeken,
    refuse_verwijsverzoek,
    register_stilstand,
    register_werk,
)
from koers.actions.zorg.toewijzen import assign_toewijzing, register_start
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.actor import systeemactor
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.toestanden.verwijsverzoek import VERWIJSVERZOEK
from koers.domain.verwijsverzoeken import DIENT_IN, NieuwVerwijsverzoek, Werk
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, Medewerker
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Melding, Verwijsverzoek, Verwijzing
from koers.registers.zorg.models import Contractproduct
from koers.web.kern.vandaag import today_of
from tests.overgangen import ELDERS, ElkeOvergang
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    make_actor,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
BSN, GEBOREN = "999990019", date(2014, 2, 28)
VRAAG = NieuwVerwijsverzoek(
    MIDDEN_DRENTHE,
    "02",
    date(2026, 1, 5),
    achternaam="Dokkum",
    roepnaam="Ids",
    geboortedatum=GEBOREN,
    bsn=BSN,
)


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def arts():
    return actor_of(make_medewerker(Rol.HUISARTS, naam="Els Prins", soort="huisartspraktijk"))


@pytest.fixture
def gi():
    return actor_of(
        make_medewerker(Rol.GECERTIFICEERDE_INSTELLING, soort="gecertificeerde_instelling", naam="Tom")
    )


def family(by, bsn=BSN, achternaam="Dokkum"):
    kind = NieuwPersoon(
        achternaam=achternaam,
        roepnaam="Ids",
        geboortedatum=GEBOREN,
        bsn=bsn,
        bsn_status="bekend" if bsn else "nog_niet_bekend",
    )
    return register_gezin(by=by, jeugdige=kind, toch=True, formulier=uuid4())


def code_of(do, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        do(*args, **kwargs)
    return refused.value.code


def link(by, verwijsverzoek, gezin, owner=None):
    kind = read_gezin(by=owner or by, gezin_id=gezin).leden[0].id
    return link_verwijsverzoek(
        by=by,
        verwijsverzoek_id=verwijsverzoek,
        versie=Verwijsverzoek.objects.get(pk=verwijsverzoek).versie,
        gezin_id=gezin,
        jeugdige_id=kind,
        formulier=uuid4(),
    )


def refuse(by, verwijsverzoek, reden="dubbel"):
    versie = Verwijsverzoek.objects.get(pk=verwijsverzoek).versie
    return refuse_verwijsverzoek(
        by=by, verwijsverzoek_id=verwijsverzoek, versie=versie, reden=reden, formulier=uuid4()
    )


def stop(by, verwijsverzoek, soort="wacht", oorzaak="wachtlijst"):
    return register_stilstand(
        by=by, verwijsverzoek_id=verwijsverzoek, soort=soort, oorzaak=oorzaak, datum=vandaag()
    )


def work(by, verwijsverzoek, soort="inkoop", uitkomst="nog_niet", met="Praktijk Zon"):
    werk = Werk(soort, vandaag(), met, uitkomst, "Belt morgen terug.")
    return register_werk(by=by, verwijsverzoek_id=verwijsverzoek, werk=werk)


def give(by, casus):
    """Help of this casus is given."""
    aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
    known = Contractproduct.objects.filter(aanbieder=aanbieder).first()
    product = known or make_product(aanbieder, code="45B01")
    return assign_toewijzing(by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag())


def start(by, casus):
    """Help of this casus is given and begins."""
    register_start(by=by, toewijzing_id=give(by, casus), datum=vandaag())


def test_bsn_and_birth_date_open_the_melding_without_anybody_typing(by, arts):
    gezin = family(by)
    verwijsverzoek = open_route_b(by=arts, nieuw=VRAAG)
    melding = Melding.objects.get()
    assert (melding.gezin_id, melding.route, melding.verwijzer) == (gezin, "medisch", "02")
    verwijzing = Verwijzing.objects.get()
    assert (str(verwijzing.organisatie_id), verwijzing.datum) == (arts.organisatie_id, VRAAG.datum)
    row = Verwijsverzoek.objects.get(pk=verwijsverzoek)
    assert (row.achternaam, row.geboortedatum, row.bsn_versleuteld) == ("", None, None)
    (own,) = read_own_verwijsverzoeken(by=arts)
    assert (own.kind, own.toestand) == ("Ids Dokkum", "wacht_op_start")
    start(by, own.casus_id)
    assert read_own_verwijsverzoeken(by=arts)[0].toestand == "gestart"
    assert read_verwijsverzoeken(by=by) == ()


@pytest.mark.parametrize(
    "wie", [{"bsn": ""}, {"geboortedatum": date(2014, 3, 28)}, {"bsn": "999990020"}], ids=str
)
def test_a_child_that_is_not_certainly_known_waits_for_a_person(by, arts, wie):
    """Somebody else's BSN with another birth date is never linked by the program (trust 9)."""
    gezin = family(by)
    verwijsverzoek = open_route_b(by=arts, nieuw=replace(VRAAG, **wie))
    assert not Melding.objects.exists()
    assert [r.werk for r in today_of(by).vraagt] == ["Verwijzing koppelen"]
    link(by, verwijsverzoek, gezin)
    assert Melding.objects.get().route == "medisch"
    assert Verwijsverzoek.objects.get().achternaam == ""


def test_planted_birth_date_forgotten_is_met(by, arts, monkeypatch):
    """Planted: the BSN alone is enough. The test above is what meets it."""
    whole = acts._known
    monkeypatch.setattr(acts, "_known", lambda nieuw: whole(replace(nieuw, geboortedatum=GEBOREN)))
    family(by)
    open_route_b(by=arts, nieuw=replace(VRAAG, geboortedatum=date(2014, 3, 28)))
    assert Melding.objects.exists()


def test_twins_and_children_of_two_families_are_no_certain_match(by, arts):
    gezin = family(by)
    kind = read_gezin(by=by, gezin_id=gezin).leden[0].id
    ander = family(by, bsn="", achternaam="Elders")
    with transaction.atomic(), acting(uuid4(), by.gemeenten):
        Gezinslid.objects.create(
            gezin_id=ander, persoon_id=kind, gemeente_id=MIDDEN_DRENTHE, rol="jeugdige", begindatum=vandaag()
        )
    open_route_b(by=arts, nieuw=VRAAG)
    assert not Melding.objects.exists()


def test_a_provider_sends_on_a_referral_and_a_process_does_so_too(by):
    praktijk = make_organisatie(MIDDEN_DRENTHE, "huisartspraktijk")
    praktijk.agb = "01010101"
    praktijk.save()
    family(by)
    sent_on = replace(VRAAG, verwijzer_naam="Huisarts Prins", agb="01010101", product="45A04")
    aanbieder = actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))
    open_route_b(by=aanbieder, nieuw=sent_on)
    assert Verwijzing.objects.get().organisatie_id == praktijk.pk
    proces = systeemactor("ijw", functionaris="hoofd toegang")
    bij = make_organisatie(MIDDEN_DRENTHE, "aanbieder").pk
    open_route_b(by=proces, nieuw=sent_on, ingediend_bij=bij)
    assert Melding.objects.count() == 2
    assert len(read_own_verwijsverzoeken(by=aanbieder)) == 2


def test_another_municipality_neither_sends_nor_sees_nor_links(by, arts):
    family(by)
    elders = make_actor(Rol.JEUGDCONSULENT, ASSEN)
    assert (
        code_of(open_route_b, by=arts, nieuw=replace(VRAAG, gemeente=ASSEN))
        == "verwijsverzoek_andere_gemeente"
    )
    verwijsverzoek = open_route_b(by=arts, nieuw=replace(VRAAG, bsn=""))
    assert read_verwijsverzoeken(by=elders) == ()
    for do in (refuse, stop):
        assert code_of(do, elders, verwijsverzoek) == "niet_gevonden"
    assert code_of(read_verwijsverzoek, by=elders, verwijsverzoek_id=verwijsverzoek) == "niet_gevonden"
    collega = make_actor(Rol.HUISARTS)  # works at another organisation
    assert read_own_verwijsverzoeken(by=collega) == ()


def test_a_gi_request_of_today_starts_today_and_every_stop_has_a_cause(by, gi):
    family(by)
    verwijsverzoek = open_route_c(by=gi, nieuw=replace(VRAAG, verwijzer="04"))
    (own,) = read_own_verwijsverzoeken(by=gi)
    assert (own.route, own.toestand, own.dagen) == ("justitie", "wacht_op_start", 0)
    assert code_of(stop, by, verwijsverzoek, oorzaak="hulp_is_niet_nodig") == "oorzaak_onbekend"
    stop(by, verwijsverzoek, oorzaak="woonplaats_onbekend")
    regel = read_verwijsverzoek(by=by, verwijsverzoek_id=verwijsverzoek).regel
    assert regel.antwoord_voor == vandaag() + timedelta(weeks=2)  # Regeling Jeugdwet 1a.1
    assert code_of(stop, by, verwijsverzoek, oorzaak="woonplaats_onbekend") == "stilstand_loopt_al"
    stop(by, verwijsverzoek, "verder", "woonplaats_onbekend")
    start(by, own.casus_id)
    regel = read_own_verwijsverzoeken(by=gi)[0]
    assert (regel.toestand, regel.gestart, regel.dagen) == ("gestart", vandaag(), 0)
    assert [(s.oorzaak, s.tot_datum) for s in regel.stilstand] == [("woonplaats_onbekend", vandaag())]


def test_a_request_goes_back_for_a_known_reason_and_the_sender_reads_it(by, arts):
    verwijsverzoek = open_route_b(by=arts, nieuw=VRAAG)
    assert code_of(refuse, by, verwijsverzoek, "hulp is niet nodig") == "reden_weigeren_ontbreekt"
    refuse(by, verwijsverzoek, "andere_gemeente")
    (own,) = read_own_verwijsverzoeken(by=arts)
    assert (own.kind, own.toestand, own.geweigerd_om) == ("", "geweigerd", "andere_gemeente")
    assert read_verwijsverzoeken(by=by) == ()


class TestVerwijsverzoek(ElkeOvergang):
    machine = VERWIJSVERZOEK
    wie = {
        **dict.fromkeys(
            ("link_verwijsverzoek", "refuse_verwijsverzoek", "register_stilstand", "register_werk"),
            frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}),
        ),
        "register_start": frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER, Rol.AANBIEDER}),
    }
    vreemd = ELDERS
    weigert = frozenset({"overgang_mag_niet", "niet_gevonden", "al_begonnen"})

    def maak(self):
        self.by = make_actor(Rol.JEUGDCONSULENT)
        self.arts = actor_of(make_medewerker(Rol.HUISARTS, naam="Els Prins", soort="huisartspraktijk"))
        self.gezin = family(self.by)
        self.gegeven = {}

    def zetten(self):
        return {
            ("link_verwijsverzoek", ""): lambda who, een: link(who, een, self.gezin, self.by),
            ("refuse_verwijsverzoek", ""): refuse,
            ("register_stilstand", ""): stop,
            ("register_werk", ""): work,
            ("register_start", ""): lambda who, een: register_start(
                by=who, toewijzing_id=self.gegeven.get(een, uuid4()), datum=vandaag()
            ),
        }

    def reach(self, toestand):
        een = open_route_b(by=self.arts, nieuw=replace(VRAAG, bsn=""))
        if toestand == "geweigerd":
            refuse(self.by, een)
        elif toestand != "te_koppelen":
            self.gegeven[een] = give(self.by, link(self.by, een, self.gezin))
        if toestand == "gestart":
            register_start(by=self.by, toewijzing_id=self.gegeven[een], datum=vandaag())
        return een

    def state(self, een):
        return {r.id: r.toestand for r in read_own_verwijsverzoeken(by=self.arts)}[een]


@pytest.mark.parametrize("rol", list(Rol))
def test_every_role_does_what_its_row_says_and_nothing_else(by, arts, rol):
    actor = actor_of(make_medewerker(rol))
    gezin, verwijsverzoek = family(by, bsn=""), open_route_b(by=arts, nieuw=replace(VRAAG, bsn=""))
    doing = {
        "open_route_b": lambda: open_route_b(by=actor, nieuw=VRAAG),
        "open_route_c": lambda: open_route_c(by=actor, nieuw=replace(VRAAG, verwijzer="04")),
        "read_own_verwijsverzoeken": lambda: read_own_verwijsverzoeken(by=actor),
        "read_verwijsverzoeken": lambda: read_verwijsverzoeken(by=actor),
        "link_verwijsverzoek": lambda: link_verwijsverzoek(
            by=actor,
            verwijsverzoek_id=verwijsverzoek,
            versie=1,
            gezin_id=gezin,
            jeugdige_id=gezin,
            formulier=uuid4(),
        ),
        "refuse_verwijsverzoek": lambda: refuse(actor, verwijsverzoek, "vergissing"),
        "register_stilstand": lambda: stop(actor, verwijsverzoek),
        "register_werk": lambda: work(actor, verwijsverzoek),
    }
    for handeling, do in doing.items():
        try:
            do()
            code = ""
        except Refused as refused:
            code = refused.code
        if rol not in HANDELINGEN[handeling].rollen:
            assert code == "geen_recht", handeling
        else:
            assert code != "geen_recht", handeling
    assert (rol in DIENT_IN) == (rol in HANDELINGEN["read_own_verwijsverzoeken"].rollen)


def test_the_pages_of_a_doctor_a_gi_and_the_toegang(client, by):
    medewerker = make_medewerker(Rol.HUISARTS, naam="Els", soort="huisartspraktijk")
    sign_in(client, medewerker)
    form = {
        "formulier_id": str(uuid4()),
        "roepnaam": "Ids",
        "achternaam": "Dokkum",
        "geboortedatum": "2014-02-28",
        "gemeente": MIDDEN_DRENTHE,
        "verwijzer": "02",
        "datum": "2026-01-05",
    }
    assert client.post("/verwijzing-sturen/", form | {"verwijzer": "04"}).status_code == 422
    for _twice in range(2):
        assert client.post("/verwijzing-sturen/", form).status_code == 302
    assert Verwijsverzoek.objects.count() == 1
    assert "Ids Dokkum" in client.get("/verwijzing-sturen/").text
    assert client.get("/verwijsverzoeken/").status_code == 404
    toegang = make_medewerker(Rol.JEUGDCONSULENT)
    gezin = family(actor_of(toegang))
    sign_in(client, toegang)
    verwijsverzoek = Verwijsverzoek.objects.get()
    assert "Ids Dokkum" in client.get("/verwijsverzoeken/").text
    page = client.get(f"/verwijsverzoeken/{verwijsverzoek.pk}/")
    assert f"?gezin={gezin}" in page.text
    page = client.get(f"/verwijsverzoeken/{verwijsverzoek.pk}/?gezin={gezin}")
    kind = page.context["gezin"].leden[0].id
    posted = {"formulier_id": str(uuid4()), "versie": "1", "gezin_id": str(gezin), "jeugdige_id": str(kind)}
    stopped = {"formulier_id": str(uuid4()), "soort": "wacht", "oorzaak": "wachtlijst", "datum": ""}
    client.post(f"/verwijsverzoeken/{verwijsverzoek.pk}/stilstand/", stopped)
    assert "de aanbieder heeft nog geen plek" in client.get(f"/verwijsverzoeken/{verwijsverzoek.pk}/").text
    answer = client.post(f"/verwijsverzoeken/{verwijsverzoek.pk}/koppelen/", posted)
    assert answer.headers["Location"].startswith("/casussen/")
    assert (
        client.post(f"/verwijsverzoeken/{verwijsverzoek.pk}/weigeren/", {"formulier_id": "x"}).status_code
        == 404
    )


def causes(by, verwijsverzoek) -> list[tuple[str, bool]]:
    """Every stop, and whether it is over."""
    regel = read_verwijsverzoek(by=by, verwijsverzoek_id=verwijsverzoek).regel
    return [(stop.oorzaak, stop.tot_datum is not None) for stop in regel.stilstand]


@pytest.mark.parametrize(
    ("soort", "open_", "klaar", "oorzaak"),
    [
        ("overleg", "nog_in_gesprek", "afgesproken", "overleg_met_gi"),
        ("woonplaats", "nog_onbekend", "andere_gemeente", "woonplaats_onbekend"),
        ("inkoop", "nog_niet", "akkoord", "inkoop_zonder_contract"),
    ],
)
def test_what_is_done_moves_the_cause_on_the_clock(by, gi, soort, open_, klaar, oorzaak):
    verwijsverzoek = open_route_c(by=gi, nieuw=replace(VRAAG, bsn="", verwijzer="04"))
    work(by, verwijsverzoek, soort, open_)
    assert causes(by, verwijsverzoek) == [(oorzaak, False)]
    work(by, verwijsverzoek, soort, open_)
    assert causes(by, verwijsverzoek) == [(oorzaak, False)]
    work(by, verwijsverzoek, soort, klaar)
    assert causes(by, verwijsverzoek) == [(oorzaak, True)]
    done = read_verwijsverzoek(by=by, verwijsverzoek_id=verwijsverzoek).werk
    assert [een.uitkomst for een in done] == [open_, open_, klaar]


def test_what_was_done_is_not_for_who_sent_the_request(by, gi, client):
    verwijsverzoek = open_route_c(by=gi, nieuw=replace(VRAAG, bsn="", verwijzer="04"))
    work(by, verwijsverzoek, "overleg", "afgesproken", "Kanariesprek")
    (regel,) = read_own_verwijsverzoeken(by=gi)
    assert "Kanariesprek" not in str(regel)
    sign_in(client, Medewerker.objects.get(pk=gi.id))
    assert "Kanariesprek" not in client.get("/verwijsverzoek-sturen/").content.decode()
    assert client.get(f"/verwijsverzoeken/{verwijsverzoek}/werk/overleg/").status_code == 404


def test_nobody_talks_with_a_gi_about_what_a_doctor_referred(by, arts):
    verwijsverzoek = open_route_b(by=arts, nieuw=replace(VRAAG, bsn=""))
    assert code_of(work, by, verwijsverzoek, "overleg", "afgesproken") == "werk_onbekend"
    work(by, verwijsverzoek, "woonplaats", "eigen_gemeente", "")
    assert causes(by, verwijsverzoek) == []


@pytest.mark.parametrize(
    ("soort", "uitkomst", "met", "code"),
    [
        ("inkoop", "eigen_gemeente", "Zon", "werk_uitkomst"),
        ("inkoop", "akkoord", " ", "werk_met"),
        ("woonplaats", "andere_gemeente", "", "werk_met"),
        ("weigeren", "akkoord", "Zon", "werk_onbekend"),
    ],
)
def test_what_is_not_told_is_asked(by, arts, soort, uitkomst, met, code):
    verwijsverzoek = open_route_b(by=arts, nieuw=replace(VRAAG, bsn=""))
    assert code_of(work, by, verwijsverzoek, soort, uitkomst, met) == code


def test_the_page_takes_it_and_the_referral_shows_it(client, by, gi):
    verwijsverzoek = open_route_c(by=gi, nieuw=replace(VRAAG, bsn="", verwijzer="04"))
    sign_in(client, Medewerker.objects.get(pk=by.id))
    adres = f"/verwijsverzoeken/{verwijsverzoek}/werk/overleg/"
    form = {
        "formulier_id": str(uuid4()),
        "datum": vandaag().isoformat(),
        "met": "Gijs",
        "toelichting": "Maandag.",
    }
    wrong = client.post(adres, form)
    assert wrong.status_code == 422
    assert "Kies hoe het nu staat." in wrong.content.decode()
    assert "Maandag." in wrong.content.decode()
    assert client.post(adres, form | {"uitkomst": "afgesproken"}).status_code == 302
    html = client.get(f"/verwijsverzoeken/{verwijsverzoek}/").content.decode()
    assert "afgesproken wanneer de hulp begint" in html
    assert "Maandag." in html
