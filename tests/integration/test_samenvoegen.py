"""Two rows that are one person: decided with a number and a reason, read as one, and undone exactly.

Every wall has its planted fault: no BSN, twins, somebody of another's work, an undoing that counts wrong, and
a secret address beside its twin.
"""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from koers.actions.kern import een_persoon, samenvoegen
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.gezinnen import NieuwLid, add_gezinslid, register_gezin
from koers.actions.kern.personen_lezen import read_persoon, read_vergelijking
from koers.actions.kern.samenvoegen import merge_personen, undo_samenvoeging
from koers.actions.kern.zoeken import search_gezinnen
from koers.actions.toegang.besluit_lezen import read_aanvragen, read_besluit
from koers.actions.toegang.brieven import addressees
from koers.actions.toegang.lezen import read_casus, read_casussen
from koers.actions.toegang.plan.bewerken import start_plan
from koers.actions.zorg.clientbeeld import picture_client
from koers.actions.zorg.herindicatie import read_aflopend, read_herindicatie
from koers.actions.zorg.regie import find_assignment
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.plan.onderdelen import Grootte
from koers.domain.rollen import TOEGANG, Rol
from koers.domain.samenvoegen import Keuze
from koers.domain.toestanden.samenvoeging import SAMENVOEGING
from koers.domain.weigering import Refused
from koers.registers import mart, vaste_vraag
from koers.registers.kern.models import (
    Gezin,
    Gezinslid,
    LogRegel,
    Ongedaanmaking,
    Persoon,
    Samenvoeging,
)
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus
from koers.registers.zorg.models import Toewijzing
from tests.integration.toegang.wandelaars import involve
from tests.overgangen import ElkeOvergang
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    decide_and_object,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
BSN, ANDER_BSN = "999900006", "999900018"


def kind(roepnaam="Kind", achternaam="Dubbel", *, bsn="", geboren=date(2014, 2, 28)):
    return NieuwPersoon(
        achternaam=achternaam,
        roepnaam=roepnaam,
        geboortedatum=geboren,
        bsn=bsn,
        bsn_status="bekend" if bsn else "nog_niet_bekend",
    )


class Twee:
    """The same child in two families of one worker: at a secret address without BSN, and with BSN."""

    def __init__(self, **second) -> None:
        self.medewerker = make_medewerker(Rol.JEUGDCONSULENT)
        self.by = actor_of(self.medewerker)
        self.een = make_familie(self.by, "Dubbel", straat="Kanariestraat")
        self.gezin, self.ander = self.again(kind(**({"bsn": BSN} | second)))

    def again(self, wie):
        adres = NieuwAdres("Openstraat", 2, "", "9411AA", "Beilen", "nee")
        gezin = register_gezin(by=self.by, jeugdige=wie, adres=adres, toch=True, formulier=uuid4())
        return gezin, Gezinslid.objects.get(gezin=gezin).persoon_id

    def merge(self, by=None, reden="Zelfde paspoort.", **more):
        versies = {self.een.kind: 1, self.ander: 1}
        wie = {"een": self.een.kind, "ander": self.ander, "versies": versies, "formulier": uuid4()}
        return merge_personen(by=by or self.by, reden=reden, **(wie | more))

    def undo(self, samenvoeging, by=None, reden="Toch een neef."):
        return undo_samenvoeging(
            by=by or self.by, samenvoeging_id=samenvoeging, reden=reden, formulier=uuid4()
        )


@pytest.fixture
def twee():
    return Twee()


def refused(do):
    with pytest.raises(Refused) as met:
        do()
    return met.value.code


def people_in_mart(tabel="verwijzingen"):
    """How many people the published table counts, and its rows."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT jeugdige), count(*) FROM {mart.view_name(tabel)}")
        return cursor.fetchone()


def letters(casus_id):
    """To whom letters about this casus go."""
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        return [persoon.pk for persoon in addressees(Casus.objects.get(pk=casus_id), vandaag())]


def everything(by, gezin, persoon):
    """What a page tells of somebody, without who looked."""
    beeld = read_gezin(by=by, gezin_id=gezin)
    pagina = read_persoon(by=by, gezin_id=gezin, persoon_id=persoon)
    return (beeld.leden, beeld.huishoudens, beeld.ouders, beeld.gezag, pagina.beeld, pagina.samenvoegingen)


def test_the_merge_is_a_fact_and_no_row_of_a_person_changes(twee):
    before = list(Persoon.objects.order_by("pk").values())
    pk = twee.merge()
    row = Samenvoeging.objects.get()
    assert (row.pk, row.blijft_id, row.opgegaan_id) == (pk, twee.ander, twee.een.kind)
    assert (row.datum, row.vastgelegd_door, row.reden) == (vandaag(), twee.by.id, "Zelfde paspoort.")
    assert list(Persoon.objects.order_by("pk").values()) == before
    log = LogRegel.objects.get(handeling="merge_personen")
    assert {b.persoon_id for b in log.betrokkenen.all()} == {twee.een.kind, twee.ander}
    assert log.bijzonderheden == {"blijft": str(twee.ander), "opgegaan": str(twee.een.kind)}
    for change in (
        lambda: Samenvoeging.objects.update(reden="x"),
        lambda: Samenvoeging.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            change()


def test_whoever_sees_both_reads_one_person_everywhere(twee):
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    give_help(twee.by, twee.een, product)
    twee.merge()
    for gezin, wie in ((twee.een.gezin, twee.een.kind), (twee.gezin, twee.ander)):
        beeld = read_gezin(by=twee.by, gezin_id=gezin)
        (child,) = [lid for lid in beeld.leden if lid.rol == "jeugdige"]
        assert (child.id, child.bsn) == (wie, BSN)
        assert sorted(huis.geheim for huis in beeld.huishoudens) == [False, True]
        assert len(beeld.gezag[wie]) == 1
        pagina = read_persoon(by=twee.by, gezin_id=gezin, persoon_id=wie)
        assert {regel.id for regel in pagina.beeld.gezinnen} == {twee.een.gezin, twee.gezin}
        assert (len(pagina.beeld.casussen), len(pagina.beeld.trajecten)) == (1, 1)
        assert pagina.dubbelen.is_leeg
        assert [een.reden for een in pagina.samenvoegingen] == ["Zelfde paspoort."]
    found = search_gezinnen(by=twee.by, tekst=BSN)
    assert {treffer.id for treffer in found.treffers} == {twee.een.gezin, twee.gezin}
    assert all(treffer.door for treffer in found.treffers)


def names_told(by, familie) -> set[str]:
    """What the casus, the lists and the besluit of this family call its child."""
    casus = read_casus(by=by, casus_id=familie.casus)
    asked, objected = read_aanvragen(by=by)
    lines = (
        casus.kort,
        *read_casussen(by=by, gezin_id=familie.gezin),
        *(casus.toewijzingen + asked + objected),
        read_besluit(by=by, besluit_id=familie.besluit),
        *read_aflopend(by=by),
        read_herindicatie(by=by, toewijzing_id=familie.toewijzing),
    )
    return {getattr(line, "kind", "") or line.naam for line in lines}


def test_every_list_calls_them_by_the_name_of_the_row_that_stays():
    twee = Twee(achternaam="Anders")
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    familie = decide_and_object(twee.by, give_help(twee.by, twee.een, product))
    assert names_told(twee.by, familie) == {"Kind Dubbel"}
    pk = twee.merge()
    assert names_told(twee.by, familie) == {"Kind Anders"}
    twee.undo(pk)
    assert names_told(twee.by, familie) == {"Kind Dubbel"}


def test_undone_everything_reads_as_before(twee):
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    give_help(twee.by, twee.een, product)
    who = ((twee.een.gezin, twee.een.kind), (twee.gezin, twee.ander))
    before = [everything(twee.by, *een) for een in who]
    pk = twee.merge()
    assert [everything(twee.by, *een) for een in who] != before
    assert twee.undo(pk) == pk
    assert [everything(twee.by, *een) for een in who] == before
    assert Ongedaanmaking.objects.get().reden == "Toch een neef."
    assert refused(lambda: twee.undo(pk)) == "niet_gevonden"
    twee.merge()  # and it can be decided anew
    assert Samenvoeging.running().count() == 1


def test_the_figures_count_one_person_and_two_again_after_undoing(twee):
    give_help(twee.by, twee.een, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")))
    second = twee.een.__class__(twee.gezin, twee.ander, twee.een.ouder, twee.een.huishouden)
    give_help(twee.by, second, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"), code="45Z98"))
    assert people_in_mart() == (2, 2)
    pk = twee.merge()
    assert people_in_mart() == (1, 2)
    twee.undo(pk)
    assert people_in_mart() == (2, 2)


def test_planted_a_view_that_forgets_the_undoing_is_met(twee, monkeypatch):
    give_help(twee.by, twee.een, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")))
    second = twee.een.__class__(twee.gezin, twee.ander, twee.een.ouder, twee.een.huishouden)
    give_help(twee.by, second, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"), code="45Z98"))
    twee.undo(twee.merge())
    good = mart._person(mart.Kennis(), "c.jeugdige_id")
    forgot = good.split("WHERE NOT EXISTS")[0] + ") een" + good.split(") een")[1]
    select = mart.definitions(connection.vendor)["verwijzingen"].replace(good, forgot)
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT jeugdige) FROM ({select}) x")
        assert cursor.fetchone() == (1,)


def test_planted_an_undoing_that_reads_on_is_met(twee, monkeypatch):
    before = everything(twee.by, twee.gezin, twee.ander)
    twee.undo(twee.merge())
    monkeypatch.setattr(een_persoon, "visible_samenvoegingen", lambda by, today: Samenvoeging.objects.all())
    vaste_vraag.forget()
    assert everything(twee.by, twee.gezin, twee.ander) != before


def test_without_a_number_nobody_is_merged(monkeypatch):
    twee = Twee(bsn="")
    assert refused(twee.merge) == "samenvoegen_zonder_bsn"
    # Planted: likeness is enough.
    monkeypatch.setattr(samenvoegen, "choose_blijft", lambda een, ander: Keuze(een.id, ander.id))
    assert twee.merge()


def test_two_numbers_are_two_people():
    twee = Twee()
    _, derde = twee.again(kind(bsn=ANDER_BSN))
    versies = {twee.ander: 1, derde: 1}
    assert refused(lambda: twee.merge(een=derde, versies=versies)) == "samenvoegen_ander_bsn"


def test_a_twin_is_never_proposed_and_never_merged(monkeypatch):
    twee = Twee(roepnaam="Broertje")

    def proposed():
        pagina = read_persoon(by=twee.by, gezin_id=twee.een.gezin, persoon_id=twee.een.kind)
        return [kandidaat.persoon_id for kandidaat in pagina.dubbelen.kandidaten]

    assert proposed() == []
    assert refused(twee.merge) == "samenvoegen_tweeling"
    # Planted: a twin is called the same.
    monkeypatch.setattr("koers.domain.samenvoegen.is_tweeling", lambda een, ander: False)
    monkeypatch.setattr(samenvoegen, "is_tweeling", lambda een, ander: False)
    assert proposed() == [twee.ander]
    assert twee.merge()


def test_a_candidate_is_proposed_with_its_reason(twee):
    pagina = read_persoon(by=twee.by, gezin_id=twee.een.gezin, persoon_id=twee.een.kind)
    assert [een.persoon_id for een in pagina.dubbelen.kandidaten] == [twee.ander]


def test_nobody_merges_outside_their_work(twee, monkeypatch):
    half = make_medewerker(Rol.JEUGDCONSULENT)
    involve(half, twee.een.gezin, MIDDEN_DRENTHE)
    for by in (actor_of(half), make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.JEUGDCONSULENT, ASSEN)):
        assert refused(lambda by=by: twee.merge(by=by)) == "niet_gevonden"
    assert refused(lambda: twee.merge(by=make_actor(Rol.POH_JEUGD))) == "geen_recht"
    pk = twee.merge()
    assert refused(lambda: twee.undo(pk, by=actor_of(half))) == "niet_gevonden"
    twee.undo(pk)
    # Planted: whoever works in the municipality may.
    monkeypatch.setattr(
        samenvoegen, "visible_gezinnen", lambda by, today: Gezin.objects.filter(gemeente__in=by.gemeenten)
    )
    assert twee.merge(by=actor_of(half))


def test_who_works_with_one_family_reads_on_as_before(twee, monkeypatch):
    half = make_medewerker(Rol.JEUGDCONSULENT)
    involve(half, twee.een.gezin, MIDDEN_DRENTHE)
    by = actor_of(half)
    before = everything(by, twee.een.gezin, twee.een.kind)
    twee.merge()
    assert everything(by, twee.een.gezin, twee.een.kind) == before
    assert search_gezinnen(by=by, tekst=BSN).totaal == 0
    # Planted: a merge is read by everybody of the municipality.
    monkeypatch.setattr(
        een_persoon,
        "visible_samenvoegingen",
        lambda by, today: Samenvoeging.running().filter(gemeente__in=by.gemeenten),
    )
    vaste_vraag.forget()
    assert everything(by, twee.een.gezin, twee.een.kind) != before


def test_a_secret_address_stays_secret_beside_its_double(twee, client, monkeypatch):
    sign_in(client, twee.medewerker)
    compare = f"/gezinnen/{twee.een.gezin}/persoon/{twee.een.kind}/vergelijken/{twee.ander}/"
    persoon = f"/gezinnen/{twee.gezin}/persoon/{twee.ander}/"
    assert "Kanariestraat" not in client.get(compare).text
    assert "Openstraat" in client.get(compare).text
    twee.merge()
    assert "Geheim adres" in client.get(persoon).text
    assert "Kanariestraat" not in client.get(persoon).text
    # Planted: the address is told after all.
    monkeypatch.setattr("koers.registers.kern.models.Huishouden.is_geheim", False)
    assert "Kanariestraat" in client.get(persoon).text


def test_a_reason_is_needed_and_a_stale_comparison_is_refused(twee):
    assert refused(lambda: twee.merge(reden="  ")) == "samenvoegen_reden"
    assert refused(lambda: twee.merge(versies={twee.een.kind: 1, twee.ander: 2})) == "al_gewijzigd"
    pk = twee.merge()
    assert refused(lambda: twee.undo(pk, reden=" ")) == "ongedaan_reden"
    assert refused(twee.merge) == "al_samengevoegd"
    derde = twee.again(kind())[1]
    versies = {twee.een.kind: 1, derde: 1}
    # The row that went up has no number itself, and is nobody to merge again.
    assert refused(lambda: twee.merge(ander=derde, versies=versies)) == "samenvoegen_zonder_bsn"


def test_sent_twice_is_merged_once(twee):
    formulier = uuid4()
    pk = twee.merge(formulier=formulier)
    with pytest.raises(Refused) as again:
        twee.merge(formulier=formulier)
    assert (again.value.code, again.value.params["sleutel"]) == ("al_verwerkt", str(pk))


def test_a_third_row_joins_the_same_person(twee):
    twee.merge()
    gezin, derde = twee.again(kind())
    twee.merge(een=derde, versies={derde: 1, twee.ander: 1})
    pagina = read_persoon(by=twee.by, gezin_id=gezin, persoon_id=derde)
    assert len(pagina.samenvoegingen) == 2
    assert len(pagina.beeld.gezinnen) == 3


def test_a_parent_twice_in_one_family_is_shown_once_and_gets_one_letter(twee):
    lid = NieuwLid(
        persoon=kind("Ouder", bsn=ANDER_BSN, geboren=date(1985, 7, 1)),
        rol="ouder",
        gezag_over=(twee.een.kind,),
    )
    again = add_gezinslid(by=twee.by, gezin_id=twee.een.gezin, lid=lid, toch=True, formulier=uuid4())
    familie = give_help(twee.by, twee.een, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")))
    assert len(letters(familie.casus)) == 2
    pk = twee.merge(een=twee.een.ouder, ander=again, versies={twee.een.ouder: 1, again: 1})
    beeld = read_gezin(by=twee.by, gezin_id=twee.een.gezin)
    assert [lid.id for lid in beeld.leden if lid.rol == "ouder"] == [again]
    assert beeld.gezag[twee.een.kind] == ("Ouder Dubbel",)
    assert letters(familie.casus) == [again]
    twee.undo(pk)
    assert len(letters(familie.casus)) == 2


def test_one_open_plan_for_one_person(twee):
    plan = {"grootte": Grootte.LICHT, "by": twee.by}
    start_plan(gezin_id=twee.een.gezin, jeugdigen=(twee.een.kind,), **plan)
    pk = twee.merge()
    second = {"gezin_id": twee.gezin, "jeugdigen": (twee.ander,)} | plan
    assert refused(lambda: start_plan(**second)) == "al_een_plan"
    twee.undo(pk)
    assert start_plan(**second)


def test_what_is_written_meanwhile_is_not_lost(twee):
    """A colleague adds a parent after the comparison was opened: both stand."""
    read_vergelijking(by=twee.by, gezin_id=twee.een.gezin, persoon_id=twee.een.kind, ander_id=twee.ander)
    lid = NieuwLid(persoon=kind("Moeder", geboren=date(1986, 1, 1)), rol="ouder", gezag_over=(twee.ander,))
    add_gezinslid(by=twee.by, gezin_id=twee.gezin, lid=lid, formulier=uuid4())
    twee.merge()
    beeld = read_gezin(by=twee.by, gezin_id=twee.gezin)
    assert set(beeld.gezag[twee.ander]) == {"Moeder Dubbel", ""}  # the other one is of the other family


def test_the_comparison_says_why_not_and_what_differs(client):
    twee = Twee(bsn="")
    sign_in(client, twee.medewerker)
    persoon = f"/gezinnen/{twee.een.gezin}/persoon/{twee.een.kind}/"
    page = client.get(f"{persoon}vergelijken/{twee.ander}/").text
    assert "Van geen van beiden is het BSN bekend" in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    derde = twee.again(kind(bsn=BSN, geboren=date(2014, 3, 28)))[1]
    page = client.get(f"{persoon}vergelijken/{derde}/").text
    assert "Deze gegevens verschillen: geboortedatum." in page
    assert "Dit is dezelfde persoon" in page


def test_merging_and_undoing_by_the_pages(client, twee):
    sign_in(client, twee.medewerker)
    persoon = f"/gezinnen/{twee.een.gezin}/persoon/{twee.een.kind}/"
    compare = f"{persoon}vergelijken/{twee.ander}/"
    assert compare in client.get(persoon).text
    sent = {"formulier_id": str(uuid4()), "versie_een": 1, "versie_ander": 1, "reden": ""}
    empty = client.post(compare, sent)
    assert empty.status_code == 422
    assert "Schrijf op waarom dit dezelfde persoon is" in empty.text
    assert client.post(compare, sent | {"reden": "Zelfde pas."}).status_code == 302
    page = client.get(persoon).text
    assert "Zelfde pas." in page
    undo = f"{persoon}samenvoeging/{Samenvoeging.objects.get().pk}/ongedaan/"
    assert undo in page
    wrong = client.post(undo, {"formulier_id": str(uuid4()), "reden": ""})
    assert wrong.status_code == 422
    assert "<details open>" in wrong.text
    assert client.post(undo, {"formulier_id": str(uuid4()), "reden": "Toch niet."}).status_code == 302
    assert "Zelfde pas." not in client.get(persoon).text


def test_no_table_of_the_mart_reads_a_person_past_a_merge():
    """Every view that tells of a person asks which row stays."""
    for tabel, select in mart.definitions(connection.vendor).items():
        assert select.count("JOIN kern_persoon") == select.count("coalesce(een.blijft_id"), tabel


def test_messages_know_two_rows_as_one_child(twee):
    """Help that was given on the row without a number: the message names the number, an answer finds it."""
    aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
    familie = give_help(twee.by, twee.een, make_product(aanbieder))
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        row = Toewijzing.objects.get(pk=familie.toewijzing)

    def known():
        with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            agb = row.contractproduct.aanbieder.agb
            found = find_assignment(MIDDEN_DRENTHE, agb, row.nummer, BSN)
            kind = Persoon.objects.get(pk=familie.kind)
            return found is not None, picture_client(kind, None)

    assert known()[0] is False
    assert known()[1].bsn == ""
    merge = twee.merge()
    found, client = known()
    assert (found, client.bsn) == (True, BSN)
    # One of the two rows lives at a secret address: no address goes out at all.
    assert client.adres is None
    twee.undo(merge)
    assert known()[0] is False


class TestSamenvoeging(ElkeOvergang):
    machine = SAMENVOEGING
    wie = {"undo_samenvoeging": TOEGANG}
    weigert = frozenset({"niet_gevonden"})  # what was undone is no merge any more

    def maak(self):
        self.twee = Twee()
        self.by = self.twee.by

    def zetten(self):
        return {("undo_samenvoeging", ""): lambda who, een: self.twee.undo(een, by=who)}

    def reach(self, toestand):
        for last in Samenvoeging.objects.filter(ongedaanmaking__isnull=True):
            self.twee.undo(last.pk)  # the same two can be one only once at a time
        een = self.twee.merge()
        if toestand == "ongedaan_gemaakt":
            self.twee.undo(een)
        return een

    def state(self, een):
        undone = Ongedaanmaking.objects.filter(samenvoeging=een).exists()
        return "ongedaan_gemaakt" if undone else "samengevoegd"
