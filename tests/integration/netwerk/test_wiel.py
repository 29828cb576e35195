"""Rounds of the wheel: editing, links that work once, anonymity, and what may be told."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from koers.actions.netwerk import wiel as acts
from koers.actions.netwerk import wiel_lezen
from koers.actions.netwerk.wiel import answer_wiel, change_stellingen, close_ronde, read_vragenblad
from koers.actions.netwerk.wiel_lezen import read_ronde, read_rondes
from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused
from koers.domain.wiel import ALLEN, NAAR_GEMEENTE, NAAR_PARTNER, PARTNERS
from koers.policy import beleid
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import WielGroep, WielRonde, WielTelling, WielUitnodiging, WielVraag
from tests.integration.netwerk.wielwereld import answer, ask, close, hold, prepare
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def by():
    return make_actor(Rol.REGIOMANAGER)


@pytest.fixture
def code():
    return beleid().wiel.categorieen[0].indicatoren[0].id


def told(by, ronde, groep=ALLEN, vraag=None):
    uitslag = read_ronde(by=by, ronde_id=ronde).uitslag
    return uitslag.scores.get((groep, vraag or uitslag.stellingen[0].code))


# --- a round has words of its own -------------------------------------------------------------------


def test_a_round_copies_the_twenty_statements_ambition_first(by):
    beeld = read_ronde(by=by, ronde_id=prepare(by))
    assert len(beeld.stellingen) == 20
    assert list(dict.fromkeys(een.categorie for een in beeld.stellingen)) == [
        *("ambitie", "belangen", "relatie", "organisatie", "proces")
    ]


def test_editing_a_round_changes_no_earlier_one_and_no_later_one(by, code):
    first, second = prepare(by, "een"), prepare(by, "twee")
    before = read_ronde(by=by, ronde_id=first).stellingen
    change_stellingen(by=by, ronde_id=second, versie=1, teksten={code: ("Eigen naam", "Eigen stelling.")})
    assert read_ronde(by=by, ronde_id=first).stellingen == before
    edited = read_ronde(by=by, ronde_id=second).stellingen[0]
    assert (edited.naam, edited.tekst, edited.tekst_en) == ("Eigen naam", "Eigen stelling.", "")
    assert read_ronde(by=by, ronde_id=prepare(by, "drie")).stellingen == before


def test_once_people_are_invited_the_statements_stand(by, code):
    ronde = prepare(by)
    ask(by, ronde, bestuurlijk=1)
    with pytest.raises(Refused, match="wiel_al_open"):
        change_stellingen(by=by, ronde_id=ronde, versie=2, teksten={code: ("a", "b")})


def test_the_second_writer_hears_that_somebody_was_first(by, code):
    ronde = prepare(by)
    change_stellingen(by=by, ronde_id=ronde, versie=1, teksten={code: ("een", "een")})
    with pytest.raises(Refused, match="al_gewijzigd"):
        change_stellingen(by=by, ronde_id=ronde, versie=1, teksten={code: ("twee", "twee")})


# --- a link works once, for its own round, and until its day ----------------------------------------


def test_a_link_works_once(by):
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    answer(sleutel, 4)
    with pytest.raises(Refused, match="wiel_link_werkt_niet"):
        answer(sleutel, 1)
    assert WielGroep.objects.get(ronde=ronde).antwoorden == 1
    assert sum(WielTelling.objects.filter(ronde=ronde).values_list("aantal", flat=True)) == 20


def test_planted_fault_a_link_that_is_not_thrown_away_is_met(by, monkeypatch):
    monkeypatch.setattr(WielUitnodiging, "delete", lambda self: None)
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    answer(sleutel, 4)
    answer(sleutel, 1)
    assert WielGroep.objects.get(ronde=ronde).antwoorden == 2  # the test above would see it


def test_a_link_expires_and_an_expired_one_looks_like_one_that_never_was(by):
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    WielUitnodiging.objects.update(laatste_datum=vandaag() - timedelta(days=1))
    for asked in (sleutel, "verzonnen"):
        with pytest.raises(Refused) as refused:
            read_vragenblad(sleutel=asked)
        assert (refused.value.code, refused.value.params) == ("wiel_link_werkt_niet", {})
    with pytest.raises(Refused, match="wiel_link_werkt_niet"):
        answer_wiel(sleutel=sleutel, antwoord={})


def test_the_last_day_counts(by):
    ronde = prepare(by, dagen=0)
    answer(ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0], 4)
    assert WielGroep.objects.get(ronde=ronde).antwoorden == 1


def test_a_link_counts_in_its_own_round_and_group_alone(by):
    one, other = prepare(by, "een"), prepare(by, "twee")
    sleutel = ask(by, one, bestuurlijk=1)["bestuurlijk"][0]
    ask(by, other, bestuurlijk=1, ambtelijk=1)
    answer(sleutel, 4)
    assert set(WielTelling.objects.filter(aantal__gt=0).values_list("ronde", "groep__code")) == {
        (one, "bestuurlijk")
    }


def test_closing_ends_every_link(by):
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    close(by, ronde)
    with pytest.raises(Refused, match="wiel_link_werkt_niet"):
        answer(sleutel, 4)
    assert not WielUitnodiging.objects.exists()
    with pytest.raises(Refused, match="wiel_gesloten"):
        ask(by, ronde, bestuurlijk=1)
    with pytest.raises(Refused, match="wiel_niet_open"):
        close_ronde(by=by, ronde_id=ronde, versie=3)


def test_the_secret_is_kept_nowhere(by):
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=2)["bestuurlijk"]
    everything = [
        str(value)
        for model in (*apps.get_app_config("netwerk").get_models(), LogRegel)
        for row in model.objects.values_list()
        for value in row
    ]
    assert len(set(sleutels)) == 2
    assert all(len(sleutel) >= 43 for sleutel in sleutels)
    assert not [value for value in everything for sleutel in sleutels if sleutel in value]


def test_a_refused_answer_leaves_its_link_alone(by, code):
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    blad = {een.code: 3 for een in read_vragenblad(sleutel=sleutel).stellingen}
    for wrong, why in [
        ({}, "wiel_antwoord_ontbreekt"),
        (blad | {code: 6}, "wiel_antwoord_onbekend"),
        (blad | {"anders": 3}, "wiel_antwoord_onbekend"),
        (dict.fromkeys(blad), "wiel_antwoord_leeg"),
    ]:
        with pytest.raises(Refused, match=why):
            answer_wiel(sleutel=sleutel, antwoord=wrong)
    assert not WielTelling.objects.filter(aantal__gt=0).exists()
    answer(sleutel, 3)


# --- nobody's answer can be found -------------------------------------------------------------------


def traces(ronde):
    """What is in the tables of a round after answers: rows per table, and columns that hold a moment."""
    rows = {model.__name__: model.objects.count() for model in apps.get_app_config("netwerk").get_models()}
    moments = [
        f"{model.__name__}.{field.name}"
        for model in (WielGroep, WielTelling, WielUitnodiging, WielVraag)
        for field in model._meta.concrete_fields
        if field.get_internal_type() in ("DateTimeField", "TimeField")
    ]
    return rows, moments


def test_an_answer_adds_no_row_and_no_moment_only_its_link_goes(by):
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=3)["bestuurlijk"]
    before, _ = traces(ronde)
    answer(sleutels[1], 4)
    after, moments = traces(ronde)
    assert after == before | {"WielUitnodiging": before["WielUitnodiging"] - 1}
    assert moments == []


def written_with_an_answer(monkeypatch, by):
    """The rows that the database wrote for one answer, as its statements say."""
    ronde = prepare(by, f"ronde {uuid4().hex[:6]}")
    sleutels = ask(by, ronde, bestuurlijk=2, ambtelijk=2)
    counted = {}
    real = WielTelling.objects.filter

    def watched(*args, **kwargs):
        rows = real(*args, **kwargs)
        update = rows.update
        rows.update = lambda **values: counted.setdefault("rijen", update(**values))
        return rows

    monkeypatch.setattr(WielTelling.objects, "filter", watched)
    answer(sleutels["ambtelijk"][0], 2)
    monkeypatch.undo()
    return counted["rijen"], WielTelling.objects.filter(ronde=ronde).count()


def test_every_tally_of_the_round_is_written_whether_it_moves_or_not(by, monkeypatch):
    written, there = written_with_an_answer(monkeypatch, by)
    assert written == there == 2 * 20 * 5


@pytest.mark.postgres
def test_on_postgres_no_transaction_id_sets_an_answer_apart(by):
    """Rows keep the id of the transaction that wrote them. Of a round they are all the same, and no
    invitation that is left bears it."""
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=3, ambtelijk=3)
    answer(sleutels["bestuurlijk"][0], 5)
    answer(sleutels["ambtelijk"][2], 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT xmin::text FROM netwerk_wieltelling WHERE ronde_id = %s", [ronde])
        tallies = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT DISTINCT xmin::text FROM netwerk_wielgroep WHERE ronde_id = %s", [ronde])
        groups = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT xmin::text FROM netwerk_wieluitnodiging WHERE ronde_id = %s", [ronde])
        links = {row[0] for row in cursor.fetchall()}
    assert len(tallies) == 1
    assert groups == tallies
    assert not links & tallies


@pytest.mark.postgres
def test_planted_fault_on_postgres_tallies_written_one_by_one_are_met(by, monkeypatch):
    def only_what_moves(ronde, groep_id, scores):
        for code, score in scores.items():
            cell = WielTelling.objects.get(groep=groep_id, vraag__code=code, score=score)
            WielTelling.objects.filter(pk=cell.pk).update(aantal=cell.aantal + 1)

    monkeypatch.setattr(acts, "_count", only_what_moves)
    ronde = prepare(by)
    answer(ask(by, ronde, bestuurlijk=3)["bestuurlijk"][0], 5)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT xmin::text) FROM netwerk_wieltelling WHERE ronde_id = %s", [ronde]
        )
        assert cursor.fetchone()[0] > 1  # the test above would see which cells an answer touched


def test_the_log_says_that_somebody_answered_and_no_more(by):
    ronde = prepare(by)
    sleutel = ask(by, ronde, bestuurlijk=1)["bestuurlijk"][0]
    uitnodiging = str(WielUitnodiging.objects.get().pk)
    answer(sleutel, 4)
    row = LogRegel.objects.get(handeling="answer_wiel")
    assert (row.by_id, row.onderwerp_soort, row.onderwerp_id) == ("systeem:wiel", "wielronde", str(ronde))
    assert row.bijzonderheden == {}
    assert uitnodiging not in str(LogRegel.objects.filter(pk=row.pk).values())


# --- only what five or more said --------------------------------------------------------------------


def test_an_open_round_tells_how_many_answered_from_five_on_and_nothing_else(by):
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=6)["bestuurlijk"]
    for sleutel in sleutels[:4]:
        answer(sleutel, 5)
    beeld = read_ronde(by=by, ronde_id=ronde)
    assert (beeld.samen, beeld.groepen[0].antwoorden, beeld.uitslag) == (None, None, None)
    answer(sleutels[4], 5)
    beeld = read_ronde(by=by, ronde_id=ronde)
    assert (beeld.samen, beeld.groepen[0].antwoorden, beeld.uitslag) == (5, 5, None)


def test_four_answers_tell_nothing_and_five_do(by):
    assert told(by, hold(by, "vier", bestuurlijk=[1, 1, 1, 1])) is None
    assert told(by, hold(by, "vijf", bestuurlijk=[1, 2, 3, 4, 5])) == Decimal("3.0")


def test_a_small_group_is_not_told_and_does_not_follow_from_the_others(by):
    """The attack: all minus what is told is the small one. So the next smallest is hidden with it."""
    ronde = hold(by, "drie", bestuurlijk=[5] * 9, ambtelijk=[4] * 6, inkoop=[1] * 2)
    assert told(by, ronde) is not None
    assert told(by, ronde, "inkoop") is None
    assert told(by, ronde, "ambtelijk") is None
    assert told(by, ronde, "bestuurlijk") == Decimal("5.0")
    assert subtracted(by, ronde, {"bestuurlijk": 9, "ambtelijk": 6, "inkoop": 2}) >= 5


def test_two_groups_of_which_one_is_small_tell_only_all(by):
    ronde = hold(by, "twee", bestuurlijk=[5] * 6, inkoop=[1] * 2)
    assert told(by, ronde) == Decimal("4.0")
    assert told(by, ronde, "bestuurlijk") is None


def subtracted(by, ronde, sizes):
    """How many people are behind what remains of all when every told group is subtracted (0: nothing is)."""
    if told(by, ronde) is None:
        return 0
    return sum(size for groep, size in sizes.items() if told(by, ronde, groep) is None)


def test_planted_fault_hiding_small_groups_alone_is_met(by, monkeypatch):
    real = wiel_lezen.hide_small_surveys
    monkeypatch.setattr(
        wiel_lezen, "hide_small_surveys", lambda tabel, noemers, _verbanden: real(tabel, noemers, [])
    )
    ronde = hold(by, "fout", bestuurlijk=[5] * 6, inkoop=[1] * 2)
    assert subtracted(by, ronde, {"bestuurlijk": 6, "inkoop": 2}) == 2  # the tests above would see it


def test_planted_fault_without_the_exit_a_small_group_is_met(by, monkeypatch):
    monkeypatch.setattr(wiel_lezen, "hide_small_surveys", lambda tabel, *_rest: tabel)
    assert told(by, hold(by, "fout", bestuurlijk=[1, 1, 1, 1])) is not None


def test_who_did_not_know_counts_for_that_statement_alone(by, code):
    """Six people of one group, of whom two do not know: four answers are not told, the others are."""
    ronde = prepare(by)
    for nummer, sleutel in enumerate(ask(by, ronde, bestuurlijk=6)["bestuurlijk"]):
        answer(sleutel, 4, {code: None} if nummer < 2 else None)
    close(by, ronde)
    uitslag = read_ronde(by=by, ronde_id=ronde).uitslag
    assert uitslag.scores["bestuurlijk", code] is None
    assert uitslag.scores[ALLEN, code] is None
    other = uitslag.stellingen[1].code
    assert uitslag.scores["bestuurlijk", other] == Decimal("4.0")


def test_differences_are_told_in_the_order_of_the_wheel_and_only_of_told_groups(by):
    ronde = prepare(by)
    sleutels = ask(by, ronde, bestuurlijk=5, uitvoerend=5, inkoop=5)
    codes = [een.code for een in read_ronde(by=by, ronde_id=ronde).stellingen]
    for groep, score in [("bestuurlijk", 4), ("uitvoerend", 2)]:
        for sleutel in sleutels[groep]:
            answer(sleutel, 3, {codes[17]: score, codes[1]: score})
    for sleutel in sleutels["inkoop"]:
        answer(sleutel, 3)
    close(by, ronde)
    verschillen = read_ronde(by=by, ronde_id=ronde).uitslag.verschillen
    assert [(v.vraag, v.hoog, v.laag) for v in verschillen] == [
        (codes[1], "bestuurlijk", "uitvoerend"),
        (codes[17], "bestuurlijk", "uitvoerend"),
    ]


def test_earlier_rounds_stand_beside_it_newest_first(by):
    one = hold(by, "een", bestuurlijk=[2] * 5)
    two = hold(by, "twee", bestuurlijk=[3] * 5)
    three = hold(by, "drie", bestuurlijk=[4] * 5)
    assert [kop.id for kop, _ in read_ronde(by=by, ronde_id=three).eerder] == [two, one]
    assert [kop.id for kop, _ in read_rondes(by=by)] == [three, two, one]


# --- who sees what ----------------------------------------------------------------------------------


def test_only_the_regiomanager_sees_a_round_that_is_not_closed(by):
    ronde = prepare(by)
    gesloten = hold(by, "klaar", bestuurlijk=[4] * 5)
    for rol in STURING - {Rol.REGIOMANAGER}:
        other = make_actor(rol)
        assert [kop.id for kop, _ in read_rondes(by=other)] == [gesloten]
        with pytest.raises(Refused, match="niet_gevonden"):
            read_ronde(by=other, ronde_id=ronde)


@pytest.mark.parametrize("rol", sorted(set(Rol) - STURING))
def test_who_does_not_steer_reads_nothing_and_nobody_else_carries_a_round(rol):
    with pytest.raises(Refused, match="geen_recht"):
        read_rondes(by=make_actor(rol))
    with pytest.raises(Refused, match="geen_recht"):
        prepare(make_actor(rol))


# --- groups -----------------------------------------------------------------------------------------


def test_groups_are_kinds_of_bodies_municipalities_or_partners_in_them():
    assert "bestuurlijk" in acts.groups_for("gremium")
    gemeenten = acts.groups_for(NAAR_GEMEENTE)
    assert len(gemeenten) == 12
    assert all(code.startswith("GM") for code in gemeenten)
    assert set(acts.groups_for(NAAR_PARTNER)) == {
        f"{code}:{een.id}" for code in gemeenten for een in beleid().wiel.partners.soorten
    }


def test_a_year_has_one_evaluation_by_partners(by):
    prepare(by, "evaluatie", PARTNERS)
    with pytest.raises(Refused, match="wiel_evaluatie_dit_jaar"):
        prepare(by, "nog een", PARTNERS)


def test_an_evaluation_tells_no_groups_here(by):
    """Its outcome stands at the indicator: two cuts of the same answers could be subtracted."""
    ronde = prepare(by, "evaluatie", PARTNERS)
    sleutels = ask(by, ronde, **{"GM1731:school": 6})["GM1731:school"]
    for sleutel in sleutels:
        answer(sleutel, 8)
    close(by, ronde)
    beeld = read_ronde(by=by, ronde_id=ronde)
    assert beeld.uitslag is None
    assert (beeld.samen, [groep.antwoorden for groep in beeld.groepen]) == (6, [None])


def test_a_closed_round_stays_as_it_is(by):
    ronde = hold(by, "klaar", bestuurlijk=[4] * 5)
    row = WielRonde.objects.get(pk=ronde)
    assert (row.toestand, row.gesloten_datum) == ("gesloten", vandaag())
