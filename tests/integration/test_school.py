"""School and neighbourhood: numbers of the own gemeente, written by who works there, without a person."""

from uuid import uuid4

import pytest

from koers.actions.toegang.school import read_school, register_schoolwerk, withdraw_schoolwerk
from koers.domain.rollen import Rol
from koers.domain.school import Schoolwerk
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogBetrokkene, Persoon
from koers.registers.klok import vandaag
from koers.registers.toegang.models import SchoolWerk
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_medewerker, make_organisatie, sign_in

pytestmark = pytest.mark.django_db


def worker(rol=Rol.JONGERENWERKER, gemeente=MIDDEN_DRENTHE, soort="welzijn"):
    return make_medewerker(rol, gemeente, soort=soort)


def group(**more):
    return Schoolwerk(
        **{"soort": "groep", "thema": "pesten", "aantal": 9, "datum": vandaag(), "bijeenkomsten": 6} | more
    )


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def test_a_group_counts_in_its_own_gemeente_and_nowhere_else():
    school = make_organisatie(MIDDEN_DRENTHE, "school")
    by, elders = actor_of(worker()), actor_of(worker(gemeente=ASSEN))
    werk = register_schoolwerk(by=by, plek_id=school.pk, werk=group(), voorziening="hulp-op-school")
    assert read_school(by=by).bereik.jongeren == 9
    assert read_school(by=actor_of(worker(Rol.SCHOOL, soort="school"))).bereik.groepen == 1
    assert read_school(by=elders).regels == ()
    assert code_of(register_schoolwerk, by=elders, plek_id=school.pk, werk=group()) == "geen_plek"
    assert code_of(withdraw_schoolwerk, by=elders, werk_id=werk, reden="Niet van mij.") == "niet_gevonden"
    assert code_of(read_school, by=actor_of(worker(Rol.WETHOUDER, soort="gemeente"))) == "geen_recht"
    unknown = {"by": by, "plek_id": school.pk, "werk": group(), "voorziening": "verzonnen"}
    assert code_of(register_schoolwerk, **unknown) == "voorziening_onbekend"


def test_only_the_own_organisation_withdraws_and_what_was_stays_kept():
    school = make_organisatie(MIDDEN_DRENTHE, "school")
    by, ander = actor_of(worker()), actor_of(worker(Rol.SCHOOL, soort="school"))
    werk = register_schoolwerk(by=by, plek_id=school.pk, werk=group())
    assert [een.eigen for een in read_school(by=ander).regels] == [False]
    assert code_of(withdraw_schoolwerk, by=ander, werk_id=werk, reden="Weg.") == "niet_gevonden"
    assert code_of(withdraw_schoolwerk, by=by, werk_id=werk, reden=" ") == "correctie_zonder_reden"
    withdraw_schoolwerk(by=by, werk_id=werk, reden="Dubbel geteld.")
    assert read_school(by=by).bereik.jongeren == 0
    assert code_of(withdraw_schoolwerk, by=by, werk_id=werk, reden="Nog eens.") == "niet_gevonden"
    assert SchoolWerk.objects.count() == 2


def test_the_table_has_no_room_for_a_person_or_for_words():
    related = {f.related_model for f in SchoolWerk._meta.local_fields if f.is_relation}
    assert Persoon not in related
    texts = {f.name for f in SchoolWerk._meta.local_fields if f.get_internal_type() == "TextField"}
    assert texts == set()
    school = make_organisatie(MIDDEN_DRENTHE, "school")
    register_schoolwerk(by=actor_of(worker()), plek_id=school.pk, werk=group())
    assert not LogBetrokkene.objects.exists()


def test_the_page_counts_and_a_double_click_is_one_row(client):
    school = make_organisatie(MIDDEN_DRENTHE, "school")
    sign_in(client, worker())
    assert "Dit jaar is er nog niets opgeschreven" in client.get("/school/").text
    form = {
        "soort": "zat",
        "plek": str(school.pk),
        "thema": "leren",
        "aantal": "4",
        "overgedragen": "1",
        "datum": vandaag().isoformat(),
        "formulier_id": str(uuid4()),
    }
    for _ in range(2):
        page = client.post("/school/", form, follow=True).text
    assert "4 vragen in een ZAT" in page
    assert "1 vraag ging naar de toegang" in page
    wrong = client.post("/school/", form | {"overgedragen": "5", "formulier_id": str(uuid4())})
    assert wrong.status_code == 422
    assert "hoogstens 4" in wrong.text
    werk = SchoolWerk.objects.get()
    adres = f"/school/{werk.pk}/intrekken/"
    gone = {"reden": "Verkeerde school.", "formulier_id": str(uuid4())}
    assert "0 vragen in een ZAT" in client.post(adres, gone, follow=True).text
    assert client.get(adres).status_code == 404
