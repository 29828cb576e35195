"""The first note: nothing typed is lost, two see each other, and what ends leaves no words behind."""

from dataclasses import replace
from uuid import uuid4

import pytest

from koers.actions.toegang import notities
from koers.actions.toegang.melden import NieuweMelding
from koers.actions.toegang.notities import (
    begin_notitie,
    complete_notitie,
    discard_notitie,
    pass_on_vraag,
    pick_up_vraag,
    read_notitie,
    read_notities,
    read_own_vragen,
    save_notitie,
)
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.eerste_notitie import GEVEN_DOOR, NotitieInhoud, state_of_notitie
from koers.domain.rollen import Rol
from koers.domain.toestanden.eerste_notitie import EERSTE_NOTITIE
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.toegang.models import EersteNotitie, Melding
from koers.web.kern.vandaag import today_of
from tests.overgangen import ELDERS, ElkeOvergang
from tests.wereld import ASSEN, actor_of, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
BEL = NotitieInhoud("Feline Kanarie", "Zij durft niet naar school.", "moeder", "0593-123456", "vandaag")


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def begin(by, inhoud=BEL):
    return begin_notitie(by=by, inhoud=inhoud, formulier=uuid4())


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def melding_of(familie, **more):
    return NieuweMelding((familie.kind,), vandaag(), "06", vraag=BEL.vraag, **more)


def finish(by, notitie, familie, versie=1):
    return complete_notitie(
        by=by,
        notitie_id=notitie,
        versie=versie,
        gezin_id=familie.gezin,
        melding=melding_of(familie),
        formulier=uuid4(),
    )


def words_left(notitie):
    row = EersteNotitie.objects.get(pk=notitie)
    return [row.kind, row.vraag, row.beller, row.telefoon]


def test_a_colleague_goes_on_with_it_and_another_municipality_does_not_know_it(by):
    notitie = begin(by)
    assert read_notitie(by=make_actor(Rol.GEDRAGSWETENSCHAPPER), notitie_id=notitie).inhoud == BEL
    elders = make_actor(Rol.JEUGDCONSULENT, ASSEN)
    assert read_notities(by=elders) == ()
    for do in (read_notitie, pick_up_vraag):
        assert code_of(do, by=elders, notitie_id=notitie) == "niet_gevonden"
    assert "Feline" not in str(list(LogRegel.objects.values_list("bijzonderheden", "onderwerp_id")))


def test_two_on_one_note_the_second_sees_both_and_nothing_is_lost(by):
    notitie, ander = begin(by), make_actor(Rol.JEUGDCONSULENT)
    mine, theirs = replace(BEL, vraag="Mijn zin."), replace(BEL, vraag="Hun zin.", telefoon="06")
    first = save_notitie(by=ander, notitie_id=notitie, versie=1, inhoud=theirs)
    assert (first.versie, first.hun) == (2, None)
    second = save_notitie(by=by, notitie_id=notitie, versie=1, inhoud=mine)
    assert second.hun.inhoud == theirs
    assert second.verschilt == ("vraag", "telefoon")
    assert read_notitie(by=by, notitie_id=notitie).inhoud == theirs  # nothing was written over it
    third = save_notitie(by=by, notitie_id=notitie, versie=second.versie, inhoud=mine)
    assert (third.versie, third.hun) == (3, None)
    # Typing the same is no conflict.
    assert save_notitie(by=ander, notitie_id=notitie, versie=1, inhoud=mine).hun is None


def test_a_finished_note_lives_on_in_the_melding_and_nowhere_else(by):
    notitie, familie = begin(by), make_familie(by, "Voltooid")
    (casus,) = finish(by, notitie, familie)
    assert Melding.objects.get(casussen=casus).vraag == BEL.vraag
    assert words_left(notitie) == ["", "", "", ""]
    assert code_of(read_notitie, by=by, notitie_id=notitie) == "niet_gevonden"
    assert code_of(finish, by=by, notitie=notitie, familie=familie, versie=2) == "overgang_mag_niet"


def test_a_wipe_that_forgets_is_met(by, monkeypatch):
    """Planted: the note ends but keeps its words."""
    monkeypatch.setattr(notities, "_wipe", lambda row, by: None)
    notitie = begin(by)
    finish(by, notitie, make_familie(by, "Vergeten"))
    assert words_left(notitie) != ["", "", "", ""]


def test_a_note_is_finished_or_put_away_only_as_it_was_read(by):
    notitie, familie = begin(by), make_familie(by, "Ouder")
    save_notitie(by=by, notitie_id=notitie, versie=1, inhoud=replace(BEL, beller="oma"))
    assert code_of(finish, by=by, notitie=notitie, familie=familie) == "al_gewijzigd"
    away = {"by": by, "notitie_id": notitie, "formulier": uuid4()}
    assert code_of(discard_notitie, versie=1, reden="vergissing", **away) == "al_gewijzigd"
    assert code_of(discard_notitie, versie=2, reden="Feline belde", **away) == "reden_weggelegd_ontbreekt"
    discard_notitie(versie=2, reden="vergissing", **away)
    assert words_left(notitie) == ["", "", "", ""]


def test_somebody_elses_family_is_no_place_for_a_note(by):
    familie = make_familie(make_actor(Rol.JEUGDCONSULENT), "Vreemd")
    assert code_of(finish, by=by, notitie=begin(by), familie=familie) == "niet_gevonden"


def test_a_partner_follows_only_the_own_question_and_reads_nothing_of_it(by):
    school = make_actor(Rol.SCHOOL)
    vraag = pass_on_vraag(by=school, inhoud=BEL, formulier=uuid4())
    assert code_of(pass_on_vraag, by=school, inhoud=NotitieInhoud(), formulier=uuid4()) == "vraag_leeg"
    assert read_own_vragen(by=make_actor(Rol.SCHOOL)) == ()  # a colleague of the same school
    seen = []
    familie = make_familie(by, "Doorgegeven")
    steps = [
        lambda: None,
        lambda: pick_up_vraag(by=by, notitie_id=vraag),
        lambda: finish(by, vraag, familie),
    ]
    for do in steps:
        do()
        (own,) = read_own_vragen(by=school)
        seen.append(own.stand)
        assert "Feline" not in repr(own)
    assert seen == ["ontvangen", "opgepakt", "overgedragen"]
    assert code_of(read_notitie, by=school, notitie_id=vraag) == "geen_recht"


def in_state(by, toestand, familie):
    """A note in this state, made by the acts."""
    if toestand == "doorgegeven":
        return pass_on_vraag(by=make_actor(Rol.SCHOOL), inhoud=BEL, formulier=uuid4())
    notitie = begin(by)
    if toestand == "afgerond":
        finish(by, notitie, familie)
    if toestand == "weggelegd":
        discard_notitie(by=by, notitie_id=notitie, versie=1, reden="vergissing", formulier=uuid4())
    return notitie


def stand_of(notitie):
    """The state, read beside the acts."""
    row = EersteNotitie.objects.get(pk=notitie)
    steps = row.stappen.order_by("vastgelegd_at").values_list("soort", flat=True)
    return state_of_notitie(list(steps), doorgegeven=bool(row.van_rol))


def acts_on(by, notitie, familie):
    versie = EersteNotitie.objects.get(pk=notitie).versie
    return {
        "pick_up_vraag": lambda: pick_up_vraag(by=by, notitie_id=notitie),
        "save_notitie": lambda: save_notitie(by=by, notitie_id=notitie, versie=versie, inhoud=BEL),
        "complete_notitie": lambda: finish(by, notitie, familie, versie),
        "discard_notitie": lambda: discard_notitie(
            by=by, notitie_id=notitie, versie=versie, reden="vergissing", formulier=uuid4()
        ),
    }


class TestEersteNotitie(ElkeOvergang):
    machine = EERSTE_NOTITIE
    wie = {
        **dict.fromkeys(
            ("pick_up_vraag", "save_notitie", "complete_notitie", "discard_notitie"),
            frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER}),
        )
    }
    vreemd = ELDERS

    def maak(self):
        self.by = make_actor(Rol.JEUGDCONSULENT)
        self.familie = make_familie(self.by, "Tabel")

    def zetten(self):
        return {
            (handeling, ""): lambda who, notitie, h=handeling: acts_on(who, notitie, self.familie)[h]()
            for handeling in self.wie
        }

    def reach(self, toestand):
        return in_state(self.by, toestand, self.familie)

    def state(self, notitie):
        return stand_of(notitie)


@pytest.mark.parametrize("rol", list(Rol))
def test_every_role_does_what_its_row_says_and_nothing_else(by, rol):
    actor = actor_of(make_medewerker(rol))
    notitie, familie = begin(by), make_familie(by, f"Rol{rol}")
    doing = acts_on(actor, notitie, familie) | {
        "begin_notitie": lambda: begin(actor),
        "pass_on_vraag": lambda: pass_on_vraag(by=actor, inhoud=BEL, formulier=uuid4()),
        "read_notitie": lambda: read_notitie(by=actor, notitie_id=notitie),
        "read_doorgegeven": lambda: read_own_vragen(by=actor),
    }
    for handeling, do in doing.items():
        allowed = rol in (HANDELINGEN[handeling].rollen or ())
        try:
            do()
            code = ""
        except Refused as refused:
            code = refused.code
        assert (code == "geen_recht") == (not allowed), (handeling, code)
    assert (rol in GEVEN_DOOR) == (rol in HANDELINGEN["pass_on_vraag"].rollen)


def form(**more):
    return {"formulier_id": str(uuid4()), "urgentie": "vandaag", "kind": "Feline Kanarie"} | more


def test_the_page_saves_by_itself_and_without_javascript(client):
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    first = form()
    answer = client.post("/eerste-notitie/", first, headers={"HX-Request": "true"})
    notitie = EersteNotitie.objects.get()
    assert answer["HX-Replace-Url"] == f"/eerste-notitie/{notitie.pk}/"
    assert 'id="id_versie" value="1" hx-swap-oob="true"' in answer.text
    # Typed on before the first answer came: the same form again is the same note.
    client.post("/eerste-notitie/", first | {"vraag": "Durft niet."}, headers={"HX-Request": "true"})
    assert EersteNotitie.objects.get().vraag == "Durft niet."
    # The browser was closed; the page brings it back.
    assert "Durft niet." in client.get(f"/eerste-notitie/{notitie.pk}/").text
    answer = client.post(f"/eerste-notitie/{notitie.pk}/", form(notitie=str(notitie.pk), versie="2"))
    assert answer.status_code == 302
    assert EersteNotitie.objects.get().vraag == ""


def test_the_second_worker_sees_both_versions_on_the_page(client, by):
    notitie = begin(by)
    save_notitie(by=by, notitie_id=notitie, versie=1, inhoud=replace(BEL, vraag="Van de eerste."))
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    old = form(notitie=str(notitie), versie="1", vraag="Van de tweede.")
    answer = client.post("/eerste-notitie/", old)
    assert answer.status_code == 409
    assert "Van de eerste." in answer.text
    assert "Van de tweede." in answer.text
    asked = client.post("/eerste-notitie/", old, headers={"HX-Request": "true"})
    assert "Van de eerste." in asked.text
    assert "hx-swap-oob" not in asked.text  # the old version stays: a next save asks again
    client.post("/eerste-notitie/", old | {"gezien": "2"})
    assert read_notitie(by=by, notitie_id=notitie).inhoud.vraag == "Van de tweede."


def test_from_the_note_to_a_new_family_and_a_melding(client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    by = actor_of(medewerker)
    notitie = begin(by)
    assert "Feline Kanarie" in [regel.wie for regel in today_of(by).vraagt]
    assert f"/gezinnen/nieuw/?notitie={notitie}" in client.get(f"/eerste-notitie/{notitie}/afmaken/").text
    page = client.get(f"/gezinnen/nieuw/?notitie={notitie}")
    assert 'value="Kanarie"' in page.text
    family = {
        "formulier_id": str(uuid4()),
        "roepnaam": "Feline",
        "achternaam": "Kanarie",
        "geboortedatum": "2016-04-03",
        "geslacht": "O",
        "bsn_status": "nog_niet_bekend",
        "geheim": "onbekend",
    }
    address = client.post(f"/gezinnen/nieuw/?notitie={notitie}", family).headers["Location"]
    page = client.get(address)
    assert BEL.vraag in page.text
    kind = page.context["gezin"].leden[0].id
    melding = {
        "formulier_id": str(uuid4()),
        "jeugdigen": [str(kind)],
        "datum": vandaag().isoformat(),
        "verwijzer": "06",
        "kanaal": "ouder",
        "vraag": BEL.vraag,
    }
    assert client.post(address, melding).status_code == 302
    assert Melding.objects.get().kanaal == "ouder"
    assert [r.werk for r in today_of(by).vraagt] == ["Triage doen"]
