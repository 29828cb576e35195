"""A report is written by its owners, signed by another, and then stays what it was."""

from dataclasses import replace
from typing import ClassVar
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from koers.actions.monitor.berekend import read_indicator
from koers.actions.sturing import figuren
from koers.actions.sturing.lezen import read_hoofdstuk, read_periode, read_rapportage, read_rapportages
from koers.actions.sturing.rapportages import (
    correct_rapportage,
    open_rapportage,
    publish_rapportage,
    return_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.actions.sturing.sjablonen import change_sjabloon, read_sjabloon
from koers.domain.disclosed import Klasse
from koers.domain.rapportages import digest
from koers.domain.rollen import Rol
from koers.domain.toestanden.rapportage import RAPPORTAGE
from koers.domain.weigering import Refused
from koers.registers.kern import triggers
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.sturing.models import Hoofdstuktekst, Rapportage, Rapportageuitgave
from tests.integration.sturing.rapportwereld import (
    NU,
    PERIODE,
    SOORT,
    begin,
    fill_mart,
    in_review,
    make_schrijvers,
    published,
    write_all,
)
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def wie():
    make_gemeente(MIDDEN_DRENTHE)
    return make_schrijvers()


def refused(do, **params) -> str:
    with pytest.raises(Refused) as found:
        do(**params)
    return found.value.code


class TestRapportage(ElkeOvergang):
    machine = RAPPORTAGE
    vreemd = ASSEN
    weigert = frozenset({"overgang_mag_niet", "niet_gevonden"})
    wie: ClassVar = {
        **dict.fromkeys(
            ("write_hoofdstuk", "submit_rapportage", "correct_rapportage"),
            frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR}),
        ),
        "return_rapportage": frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER}),
        "publish_rapportage": frozenset({Rol.WETHOUDER}),
    }

    def maak(self):
        self.schrijvers = make_schrijvers()
        self.by = self.schrijvers.controller
        self.kwartaal = iter(f"20{jaar}-K{nummer}" for jaar in range(10, 26) for nummer in range(1, 5))

    def zetten(self):
        return {
            ("write_hoofdstuk", ""): lambda who, r: write_hoofdstuk(
                by=who, rapportage_id=r, hoofdstuk="hoofdlijn", tekst="Beter.", op_versie=1
            ),
            ("submit_rapportage", ""): lambda who, r: submit_rapportage(by=who, rapportage_id=r),
            ("return_rapportage", ""): lambda who, r: return_rapportage(
                by=who, rapportage_id=r, opmerking="Korter."
            ),
            ("publish_rapportage", ""): lambda who, r: publish_rapportage(by=who, rapportage_id=r),
            ("correct_rapportage", ""): lambda who, r: correct_rapportage(
                by=who, rapportage_id=r, reden="Een getal klopte niet."
            ),
        }

    def reach(self, toestand):
        make = {
            "concept": lambda w, periode: write_all(w, begin(w, periode=periode)),
            "in_review": lambda w, periode: in_review(w, periode=periode),
            "gepubliceerd": lambda w, periode: published(w, periode=periode),
        }
        return make[toestand](self.schrijvers, next(self.kwartaal))

    def state(self, rapportage):
        return read_rapportage(by=self.by, rapportage_id=rapportage).stand

    def doener(self, rapportage, handeling):
        return self.schrijvers.wethouder if handeling == "publish_rapportage" else self.by


# --- what was published stays -----------------------------------------------------------------------


def figure(beeld):
    (een,) = beeld.inhoud["hoofdstukken"][0]["figuren"]
    return een


def test_later_data_and_policy_do_not_change_what_was_published(wie, settings, tmp_path, monkeypatch):
    more = fill_mart(settings, tmp_path)
    rapportage = published(wie)
    eerst = read_rapportage(by=wie.controller, rapportage_id=rapportage)
    assert eerst.klopt
    assert (eerst.getekend_door, eerst.inhoud["getekend_door"]) == (wie.wethouder.naam, wie.wethouder.naam)
    assert figure(eerst)["definitie_versie"]
    assert figure(eerst)["peildatum"]
    more()
    monkeypatch.setattr(figuren, "_definition", lambda een: {"id": een.id, "naam": {"nl": "Anders"}})
    later = read_rapportage(by=wie.controller, rapportage_id=rapportage)
    assert later == eerst
    nieuw = read_rapportage(by=wie.controller, rapportage_id=begin(wie, periode="2025-K3"))
    assert figure(nieuw)["naam"] == {"nl": "Anders"}
    assert figure(nieuw)["cijfers"] != figure(eerst)["cijfers"]


def test_only_what_everybody_may_see_is_in_it(wie, settings, tmp_path):
    fill_mart(settings, tmp_path)
    een = figure(read_rapportage(by=wie.controller, rapportage_id=published(wie)))
    eigen = [rij for rij in een["cijfers"] if rij["gebied"] == MIDDEN_DRENTHE and rij["periode"] == "2025"]
    assert [rij["teller"] for rij in eigen] == [10]  # nine, told as ten
    assert een["jaren"][-1] == "2025"  # nothing of after the period


def test_planted_exact_figures_stop_the_publication(wie, settings, tmp_path, monkeypatch):
    fill_mart(settings, tmp_path)
    rapportage = in_review(wie)
    een = read_indicator(by=None, indicator="aandeel-specialistisch")
    monkeypatch.setattr(figuren, "read_indicator", lambda **_: replace(een, klasse=Klasse.INTERN))
    with pytest.raises(ValueError, match="everybody"):
        publish_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    assert not Rapportageuitgave.objects.exists()


def tamper(do) -> bool:
    """Whether this succeeds, even inside an act."""
    try:
        with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            do()
    except DatabaseError:
        return False
    return True


def test_nobody_changes_or_removes_it(wie):
    published(wie)
    rows = Rapportageuitgave.objects.all()
    assert not tamper(lambda: rows.update(naam="Anders"))
    assert not tamper(lambda: rows._raw_delete(rows.db))
    assert not tamper(lambda: Hoofdstuktekst.objects.update(tekst="Anders"))


@pytest.mark.sqlite  # on PostgreSQL only the owner can take a guard away
def test_planted_without_its_guard_a_change_shows_by_the_digest(wie, client):
    rapportage = published(wie)
    inhoud = Rapportageuitgave.objects.get().inhoud
    triggers.remove(connection)
    assert tamper(lambda: Rapportageuitgave.objects.update(inhoud=inhoud | {"getekend_door": "Iemand"}))
    triggers.install(connection)
    assert read_rapportage(by=wie.controller, rapportage_id=rapportage).klopt is False


def test_a_correction_is_a_new_edition_that_names_the_first(wie):
    eerste = published(wie)
    toen = read_rapportage(by=wie.controller, rapportage_id=eerste)
    assert refused(correct_rapportage, by=wie.controller, rapportage_id=eerste, reden=" ") == (
        "verbetering_zonder_reden"
    )
    tweede = correct_rapportage(by=wie.controller, rapportage_id=eerste, reden="De besparing klopte niet.")
    # Before it is published, a reader of the first does not hear of it; who writes does.
    raadslid = make_actor(Rol.RAADSLID)
    assert read_rapportage(by=raadslid, rapportage_id=eerste).volgende is None
    assert read_rapportage(by=wie.controller, rapportage_id=eerste).volgende == tweede
    assert (
        refused(correct_rapportage, by=wie.controller, rapportage_id=eerste, reden="Nog een keer.")
        == "rapportage_al_verbeterd"
    )
    submit_rapportage(by=wie.controller, rapportage_id=tweede)
    publish_rapportage(by=wie.wethouder, rapportage_id=tweede)
    nu = read_rapportage(by=raadslid, rapportage_id=tweede)
    assert (nu.inhoud["editie"], nu.inhoud["herstelt"], nu.eerste) == (2, 1, eerste)
    assert nu.inhoud["reden"] == "De besparing klopte niet."
    assert nu.inhoud["hoofdstukken"][0]["tekst"] == toen.inhoud["hoofdstukken"][0]["tekst"]
    assert read_rapportage(by=raadslid, rapportage_id=eerste) == replace(toen, volgende=tweede)
    assert read_periode(by=raadslid, gemeente=MIDDEN_DRENTHE, soort=SOORT, periode=PERIODE).id is None


# --- who writes, who signs --------------------------------------------------------------------------


def test_a_chapter_is_written_by_its_owner_and_nothing_is_lost(wie):
    rapportage = begin(wie)
    chapter = {"rapportage_id": rapportage, "hoofdstuk": "hoofdlijn"}
    assert (
        refused(write_hoofdstuk, by=wie.adviseur, **chapter, tekst="Van mij.", op_versie=0)
        == "hoofdstuk_niet_van_u"
    )
    ander = make_actor(Rol.CONTROLLER)
    write_hoofdstuk(by=wie.controller, **chapter, tekst="Eerst.", op_versie=0)
    assert (
        refused(write_hoofdstuk, by=ander, **chapter, tekst="Tegelijk.", op_versie=0)
        == "hoofdstuk_intussen_gewijzigd"
    )
    write_hoofdstuk(by=ander, **chapter, tekst="Samen.", op_versie=1)
    _beeld, stand = read_hoofdstuk(by=wie.controller, **chapter)
    assert (stand.tekst, stand.schreef, stand.versie) == ("Samen.", ander.naam, 2)
    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        assert set(Hoofdstuktekst.objects.values_list("tekst", flat=True)) == {"Eerst.", "Samen."}
    for tekst, code in ((" ", "hoofdstuk_leeg"), ("x" * 10_001, "tekst_te_lang")):
        assert refused(write_hoofdstuk, by=ander, **chapter, tekst=tekst, op_versie=2) == code
    assert (
        refused(write_hoofdstuk, by=ander, rapportage_id=rapportage, hoofdstuk="x", tekst="x", op_versie=0)
        == "niet_gevonden"
    )
    assert refused(submit_rapportage, by=wie.controller, rapportage_id=rapportage) == "hoofdstukken_leeg"


def test_a_form_that_is_sent_twice_makes_one(wie):
    formulier = uuid4()
    new = {"gemeente": MIDDEN_DRENTHE, "soort": SOORT, "periode": PERIODE, "formulier": formulier}
    rapportage = open_rapportage(by=wie.controller, **new)
    with pytest.raises(Refused) as found:
        open_rapportage(by=wie.controller, **new)
    assert (found.value.code, found.value.params["sleutel"]) == ("al_verwerkt", str(rapportage))
    assert refused(open_rapportage, by=wie.controller, **new | {"formulier": None}) == "rapportage_bestaat"
    for wrong, code in (
        ({"periode": "2025-K9"}, "rapportageperiode_onbekend"),
        ({"periode": "2026-K2"}, "rapportageperiode_in_toekomst"),
        ({"soort": "maandrapportage"}, "niet_gevonden"),
        ({"gemeente": ASSEN}, "niet_gevonden"),
    ):
        assert refused(open_rapportage, by=wie.controller, **new | {"formulier": uuid4()} | wrong) == code


def test_who_wrote_does_not_sign(wie):
    rapportage = in_review(wie)
    # Somebody with both roles, who wrote as controller.
    zelf = replace(wie.wethouder, id=wie.controller.id)
    assert refused(publish_rapportage, by=zelf, rapportage_id=rapportage) == "rapportage_zelf_geschreven"
    publish_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    regel = LogRegel.objects.get(handeling="publish_rapportage")
    assert regel.bijzonderheden == {"sha256": Rapportageuitgave.objects.get().sha256}
    tweede = correct_rapportage(by=wie.adviseur, rapportage_id=rapportage, reden="Fout.")
    submit_rapportage(by=wie.adviseur, rapportage_id=tweede)
    assert refused(publish_rapportage, by=zelf, rapportage_id=tweede) == "rapportage_zelf_geschreven"


def test_what_goes_back_goes_with_a_remark(wie):
    rapportage = in_review(wie)
    assert refused(return_rapportage, by=wie.wethouder, rapportage_id=rapportage, opmerking="") == (
        "opmerking_leeg"
    )
    return_rapportage(by=wie.wethouder, rapportage_id=rapportage, opmerking="Noem de wachttijd.")
    beeld = read_rapportage(by=wie.adviseur, rapportage_id=rapportage)
    assert (beeld.stand, beeld.opmerking, beeld.opmerking_van) == (
        "concept",
        "Noem de wachttijd.",
        wie.wethouder.naam,
    )


# --- who reads --------------------------------------------------------------------------------------


def seen(by) -> set:
    return {een.id for een in read_rapportages(by=by)}


def readers():
    """Who has nothing to do with a concept of Midden-Drenthe."""
    return [
        make_actor(Rol.RAADSLID),
        make_actor(Rol.REGIOMANAGER),
        *(make_actor(rol, ASSEN) for rol in (Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER)),
    ]


def test_a_concept_is_of_its_own_municipality_and_what_was_published_of_all(wie):
    concept, klaar = begin(wie), published(wie, periode="2025-K3")
    for by in (wie.controller, wie.adviseur, wie.wethouder):
        assert seen(by) == {concept, klaar}
    for by in readers():
        assert seen(by) == {klaar}
        assert refused(read_rapportage, by=by, rapportage_id=concept) == "niet_gevonden"
        assert read_rapportage(by=by, rapportage_id=klaar).klopt
    assert refused(read_rapportages, by=make_actor(Rol.JEUGDCONSULENT)) == "geen_recht"


@pytest.mark.sqlite  # on PostgreSQL the wall of the municipality stops it as well
def test_planted_without_the_filter_another_municipality_reads_the_concept(wie, monkeypatch):
    concept = begin(wie)
    monkeypatch.setattr(
        "koers.actions.sturing.lezen.visible_rapportages", lambda by: Rapportage.objects.all()
    )
    leaked = [by for by in readers() if concept in seen(by)]
    assert len(leaked) == len(readers())


# --- templates --------------------------------------------------------------------------------------


def change(wie, hoofdstukken, op_versie=0, reden="De raad vroeg erom."):
    return change_sjabloon(
        by=wie.controller,
        gemeente=MIDDEN_DRENTHE,
        soort=SOORT,
        hoofdstukken=hoofdstukken,
        reden=reden,
        op_versie=op_versie,
    )


def test_a_changed_template_is_for_what_begins_later(wie):
    loopt = begin(wie)
    was = read_sjabloon(by=wie.controller, gemeente=MIDDEN_DRENTHE, soort=SOORT)
    assert was.versie == 0
    change(wie, was.hoofdstukken[1:])
    change(wie, was.hoofdstukken[:2], op_versie=1)
    nu = read_sjabloon(by=wie.controller, gemeente=MIDDEN_DRENTHE, soort=SOORT)
    assert (nu.versie, nu.hoofdstukken, nu.door) == (2, was.hoofdstukken[:2], wie.controller.naam)

    def chapters_of(id):
        return [
            een["id"] for een in read_rapportage(by=wie.controller, rapportage_id=id).inhoud["hoofdstukken"]
        ]

    assert chapters_of(loopt) == [een.id for een in was.hoofdstukken]
    assert chapters_of(begin(wie, periode="2025-K3")) == [een.id for een in was.hoofdstukken[:2]]


def test_a_template_that_cannot_be_is_refused_and_two_at_once_lose_nothing(wie):
    was = read_sjabloon(by=wie.controller, gemeente=MIDDEN_DRENTHE, soort=SOORT).hoofdstukken
    een = was[0]
    for wrong, code in (
        ([], "sjabloon_leeg"),
        (was, "sjabloon_ongewijzigd"),
        ([een, een], "hoofdstuk_dubbel"),
        ([replace(een, id=f"h{n}") for n in range(21)], "sjabloon_te_lang"),
        ([replace(een, titel={"nl": " ", "en": " "})], "hoofdstuk_zonder_titel"),
        ([replace(een, vraag={"nl": "", "en": ""})], "hoofdstuk_zonder_vraag"),
        ([replace(een, eigenaar=Rol.RAADSLID)], "eigenaar_kan_niet"),
        ([replace(een, indicatoren=("niets",))], "indicator_onbekend"),
    ):
        assert refused(change, wie=wie, hoofdstukken=wrong) == code
    assert refused(change, wie=wie, hoofdstukken=was[1:], reden=" ") == "sjabloon_zonder_reden"
    change(wie, was[1:])
    assert refused(change, wie=wie, hoofdstukken=was[2:]) == "sjabloon_intussen_gewijzigd"
    vreemd = make_actor(Rol.CONTROLLER, ASSEN)
    assert refused(read_sjabloon, by=vreemd, gemeente=MIDDEN_DRENTHE, soort=SOORT) == "niet_gevonden"
    assert refused(read_sjabloon, by=wie.adviseur, gemeente=MIDDEN_DRENTHE, soort=SOORT) == "geen_recht"


def test_the_digest_is_of_everything_in_it(wie):
    published(wie)
    uitgave = Rapportageuitgave.objects.get()
    assert digest(uitgave.inhoud) == uitgave.sha256
    assert digest(uitgave.inhoud | {"reden": "x"}) != uitgave.sha256
