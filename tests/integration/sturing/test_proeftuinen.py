"""Proeftuinen through the acts: agreed before, looked at on the day, and nothing small is told."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from koers.actions.sturing import proeftuinmeting
from koers.actions.sturing.proeftuinen import (
    add_proeftuin,
    change_ontwerp,
    decide_proeftuin,
    drop_proeftuin,
    evaluate_proeftuin,
    start_proeftuin,
    write_proeftuintelling,
)
from koers.actions.sturing.proeftuinen_lezen import read_proeftuin, read_proeftuinen
from koers.actions.sturing.proeftuinmeting import countable
from koers.domain.rollen import Rol
from koers.domain.uitvoeringsagenda import NieuweHouding
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Proeftuin, ProeftuinStap, Proeftuintelling
from tests.cijferwereld import told
from tests.proeftuinwereld import (
    GROEP,
    OPGAVE,
    PRINCIPE,
    VERGELIJKING,
    count_year,
    decided,
    evaluated,
    ontwerp,
    running,
    try_out,
)
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


# --- the design -------------------------------------------------------------------------------------

MIS = {
    "hypothese_ontbreekt": {"hypothese": " "},
    "maat_ontbreekt": {"telt": ""},
    "indicator_niet_telbaar": {"indicator": "preventieve-voorzieningen", "soort": "gemeente"},
    "indicator_per_gemeente": {"indicator": "aandeel-specialistisch"},
    "richting_onbekend": {"richting": "opzij"},
    "verwacht_verschil_onmogelijk": {"verwacht": 0},
    "eenheidsoort_onbekend": {"soort": "straat"},
    "groep_ontbreekt": {"groep": ()},
    "vergelijking_ontbreekt": {"vergelijking": ()},
    "groep_overlapt": {"vergelijking": ("praktijk a",)},
    "eenheid_dubbel": {"groep": ("X", "x")},
    "te_veel_eenheden": {"groep": tuple(f"P{nr}" for nr in range(40))},
    "eenheid_te_lang": {"groep": ("P" * 90,)},
    "gemeente_niet_in_lijst": {"soort": "gemeente", "groep": (MIDDEN_DRENTHE,), "vergelijking": ("Nergens",)},
    "eigen_gemeente_in_groep": {"soort": "gemeente", "groep": (ASSEN,), "vergelijking": (MIDDEN_DRENTHE,)},
    "proeftuin_evaluatie_voor_begin": {"begindatum": date(2100, 1, 1)},
    "evaluatie_in_verleden": {"evaluatie_op": date(2025, 1, 1), "begindatum": date(2024, 1, 1)},
}


@pytest.mark.parametrize("code", MIS)
def test_what_was_not_agreed_well_is_refused(by, code):
    make_gemeente(ASSEN)
    assert refused(lambda: try_out(by, **MIS[code])) == code
    assert not Proeftuin.objects.exists()


def test_only_shares_can_be_compared():
    assert "aandeel-specialistisch" in countable()
    assert not {"preventieve-voorzieningen", "uitgaven-team-jeugd", "herindicaties-huisarts"} & set(
        countable()
    )


def test_a_design_changes_until_it_is_fixed_and_earlier_ones_stay(by):
    proeftuin = try_out(by)
    change_ontwerp(by=by, proeftuin_id=proeftuin, ontwerp=ontwerp(hypothese="Anders."))
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    again = lambda: change_ontwerp(by=by, proeftuin_id=proeftuin, ontwerp=ontwerp())  # noqa: E731
    assert refused(again) == "overgang_mag_niet"
    beeld = read_proeftuin(by=by, proeftuin_id=proeftuin)
    assert [een.hypothese[:6] for een in beeld.ontwerpen] == ["Met ee", "Anders"]
    assert beeld.achteraf  # fixed today, begun two years ago


def test_a_design_that_stood_before_the_start_is_not_called_afterwards(by):
    tomorrow = vandaag() + timedelta(days=1)
    proeftuin = try_out(by, begindatum=tomorrow, evaluatie_op=tomorrow + timedelta(days=400))
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    assert not read_proeftuin(by=by, proeftuin_id=proeftuin).achteraf


# --- counts -----------------------------------------------------------------------------------------


def test_a_count_is_corrected_with_a_reason_and_the_old_one_stays(by):
    proeftuin, jaar = try_out(by), vandaag().year - 1
    count_year(by, proeftuin, jaar, {"Praktijk A": (6, 33)})
    change = lambda reden: count_year(by, proeftuin, jaar, {"Praktijk A": (7, 33)}, reden)  # noqa: E731
    assert refused(lambda: change("")) == "reden_verplicht"
    change("Eén was dubbel.")
    assert list(Proeftuintelling.objects.order_by("vastgelegd_at").values_list("teller", flat=True)) == [6, 7]
    (meting,) = read_proeftuin(by=by, proeftuin_id=proeftuin).metingen
    assert (meting.teller, meting.na) == (7, True)


@pytest.mark.parametrize(
    ("code", "days", "tellingen"),
    [
        ("periode_omgekeerd", ("2020-12-31", "2020-01-01"), {"Praktijk A": (1, 2)}),
        ("datum_in_toekomst", ("2020-01-01", "2099-01-01"), {"Praktijk A": (1, 2)}),
        ("telling_ontbreekt", ("2020-01-01", "2020-12-31"), {}),
        ("teller_boven_noemer", ("2020-01-01", "2020-12-31"), {"Praktijk A": (3, 2)}),
        ("eenheid_onbekend", ("2020-01-01", "2020-12-31"), {"Praktijk Z": (1, 2)}),
        ("periode_overlapt", ("2021-06-01", "2022-05-31"), {"Praktijk A": (1, 2)}),
    ],
)
def test_a_count_that_cannot_be_is_refused(by, code, days, tellingen):
    proeftuin = try_out(by)
    count_year(by, proeftuin, 2021, {"Praktijk A": (1, 2)})
    begin, einde = (date.fromisoformat(een) for een in days)
    said = {"begindatum": begin, "einddatum": einde, "tellingen": tellingen}
    assert refused(lambda: write_proeftuintelling(by=by, proeftuin_id=proeftuin, **said)) == code


def test_a_period_does_not_run_across_the_start(by):
    proeftuin, jaar = try_out(by), vandaag().year
    said = {"begindatum": date(jaar - 3, 7, 1), "einddatum": date(jaar - 2, 6, 30)}
    over = lambda: write_proeftuintelling(  # noqa: E731
        by=by, proeftuin_id=proeftuin, **said, tellingen={"Praktijk A": (1, 2)}
    )
    assert refused(over) == "periode_over_begin"


def test_what_koers_counts_is_not_typed(by):
    make_gemeente(ASSEN)
    own = {"soort": "gemeente", "groep": (MIDDEN_DRENTHE,), "vergelijking": (ASSEN,)}
    proeftuin = try_out(by, indicator="aandeel-specialistisch", **own)
    assert refused(lambda: count_year(by, proeftuin, 2020, {MIDDEN_DRENTHE: (1, 2)})) == "telt_koers_zelf"


# --- looking ----------------------------------------------------------------------------------------


def test_nobody_looks_before_the_agreed_day(by):
    proeftuin = running(by, evaluatie_op=vandaag() + timedelta(days=1))
    look = lambda: evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Nu al.")  # noqa: E731
    assert refused(look) == "evaluatie_te_vroeg"
    beeld = read_proeftuin(by=by, proeftuin_id=proeftuin)
    assert beeld.uitkomsten == ()
    assert not any(punt.na for punt in beeld.reeks)  # nor does the page draw what came after


def test_an_effect_is_found_and_stays_as_it_was_found(by):
    proeftuin = evaluated(by)
    (uitkomst,) = read_proeftuin(by=by, proeftuin_id=proeftuin).uitkomsten
    assert uitkomst.oordeel == "beter"
    assert uitkomst.effect.onder < -15 < uitkomst.effect.boven
    assert uitkomst.effect.verschil == pytest.approx(-15, abs=0.5)
    assert uitkomst.effect.spreiding in ("eenheden", "perioden")
    assert uitkomst.effect.aanloop.oordeel == "geen_teken"
    step = ProeftuinStap.objects.get(soort="geevalueerd")
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        ProeftuinStap.objects.filter(pk=step.pk).update(reden="Mooier.")


def test_nothing_is_said_without_a_comparison_that_was_counted(by):
    proeftuin, jaar = try_out(by), vandaag().year
    for ago in range(6, 0, -1):
        count_year(by, proeftuin, jaar - ago, dict.fromkeys(GROEP, (50, 100)))
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Niets te zien.")
    (uitkomst,) = read_proeftuin(by=by, proeftuin_id=proeftuin).uitkomsten
    assert (uitkomst.oordeel, uitkomst.effect) == ("te_weinig", None)


def test_an_indicator_is_compared_by_what_everybody_may_know_of_it(by, monkeypatch):
    """The year of the start is left out, hidden figures take their municipality along, and that is said."""
    jaar = vandaag().year
    rows = {}
    for ago in range(7, 0, -1):
        rows[MIDDEN_DRENTHE, jaar - ago] = (600 if ago <= 2 else 900, 6000)
        for nr, code in enumerate((ASSEN, "GM0109", "GM0114")):
            rows[code, jaar - ago] = (1500 + 10 * nr + (ago * 7) % 5, 10000)
    rows["GM0109", jaar - 4] = None
    monkeypatch.setattr(
        proeftuinmeting, "read_indicator", lambda **_: told(rows, voorlopig=vandaag().year - 1)
    )
    proeftuin = try_out(
        by,
        indicator="aandeel-specialistisch",
        soort="gemeente",
        groep=(MIDDEN_DRENTHE,),
        vergelijking=(ASSEN, "GM0109", "GM0114"),
        begindatum=date(jaar - 3, 7, 1),
    )
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Minder.")
    (uitkomst,) = read_proeftuin(by=make_actor(Rol.RAADSLID), proeftuin_id=proeftuin).uitkomsten
    assert uitkomst.effect.weggelaten == ("GM0109",)
    assert [een.periode for een in uitkomst.effect.reeks] == [str(jaar - ago) for ago in (7, 6, 5, 4, 2, 1)]
    assert uitkomst.effect.verschil == pytest.approx(-5, abs=0.1)
    assert uitkomst.oordeel == "beter"
    assert (uitkomst.versie, uitkomst.voorlopig) == ("abc123", (str(jaar - 1),))


# --- small numbers ----------------------------------------------------------------------------------


def test_who_does_not_steer_on_exact_figures_sees_them_rounded(by):
    proeftuin = evaluated(by)
    raad = read_proeftuin(by=make_actor(Rol.RAADSLID), proeftuin_id=proeftuin)
    exact = read_proeftuin(by=make_actor(Rol.CONTROLLER), proeftuin_id=proeftuin)
    assert {een.teller for een in exact.metingen} & {61, 62, 31, 32}
    assert all(een.teller % 5 == 0 and een.noemer % 5 == 0 for een in raad.metingen)
    (told,), (found,) = raad.uitkomsten, exact.uitkomsten
    assert told.oordeel == found.oordeel
    assert told.effect is not None
    assert told.effect != found.effect  # what follows from told numbers, and from no others
    assert not told.exact


def test_small_numbers_leave_the_council_with_the_verdict_alone(by):
    proeftuin, jaar = try_out(by), vandaag().year
    for ago in range(6, 0, -1):
        count_year(by, proeftuin, jaar - ago, dict.fromkeys((*GROEP, *VERGELIJKING), (6, 33)))
    start_proeftuin(by=by, proeftuin_id=proeftuin)
    evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Weinig kinderen.")
    raad = read_proeftuin(by=make_actor(Rol.WETHOUDER), proeftuin_id=proeftuin)
    (told,) = raad.uitkomsten
    assert told.oordeel == "onduidelijk"
    assert told.effect is None
    assert not told.alles_verteld
    assert not told.metingen
    assert not raad.metingen
    assert (raad.aanloop, raad.reeks) == (None, ())
    (found,) = read_proeftuin(by=by, proeftuin_id=proeftuin).uitkomsten
    assert found.effect is not None


def test_the_planted_fault_that_shows_everybody_the_exact_counts_is_met(by, monkeypatch):
    from koers.actions.sturing import proeftuinen_lezen

    proeftuin = evaluated(by)
    monkeypatch.setattr(proeftuinen_lezen, "ZIET_EXACT", frozenset(Rol))
    raad = read_proeftuin(by=make_actor(Rol.RAADSLID), proeftuin_id=proeftuin)
    assert any(een.teller % 5 for een in raad.metingen)


# --- the decision -----------------------------------------------------------------------------------


def test_a_decision_has_a_reason_and_a_principle(by):
    proeftuin = evaluated(by)
    said = {"by": by, "proeftuin_id": proeftuin, "keuze": "stoppen"}
    assert refused(lambda: decide_proeftuin(**said, reden=" ", principes=[PRINCIPE])) == "reden_verplicht"
    assert refused(lambda: decide_proeftuin(**said, reden="x", principes=[])) == "proeftuin_zonder_principe"
    away = NieuweHouding("normaliseren", "wijkt_af")
    assert refused(lambda: decide_proeftuin(**said, reden="x", principes=[away])) == "afwijking_zonder_reden"
    assert read_proeftuin(by=by, proeftuin_id=proeftuin).stand == "geevalueerd"  # all or nothing
    decide_proeftuin(**said, reden="Het helpt niet.", principes=[PRINCIPE])
    beeld = read_proeftuin(by=by, proeftuin_id=proeftuin)
    assert (beeld.stand, beeld.besluiten[0].reden) == ("gestopt", "Het helpt niet.")
    assert [(een.principe, een.houding) for een in beeld.principes] == [("normaliseren", "leunt")]


def test_who_goes_on_agrees_on_the_next_day_and_is_told_that_it_is_the_second_look(by):
    proeftuin = evaluated(by)
    said = {"by": by, "proeftuin_id": proeftuin, "keuze": "doorgaan", "reden": "Nog een jaar."}
    said["principes"] = [PRINCIPE]
    assert refused(lambda: decide_proeftuin(**said)) == "nieuw_moment_nodig"
    assert refused(lambda: decide_proeftuin(**said, evaluatie_op=vandaag())) == "nieuw_moment_nodig"
    later = vandaag() + timedelta(days=300)
    decide_proeftuin(**said, evaluatie_op=later)
    beeld = read_proeftuin(by=by, proeftuin_id=proeftuin)
    assert (beeld.stand, beeld.evaluatie_op, beeld.mag_kijken) == ("loopt", later, False)
    look = lambda: evaluate_proeftuin(by=by, proeftuin_id=proeftuin, woorden="Weer.")  # noqa: E731
    assert refused(look) == "evaluatie_te_vroeg"


def test_the_list_puts_what_waits_on_top(by):
    try_out(by)
    decided(by)
    waits = running(by)
    beeld = read_proeftuinen(by=by)
    assert beeld.regels[0].id == waits
    assert beeld.regels[0].te_laat
    assert {een.stand for een in beeld.regels} == {"ontwerp", "verbreed", "loopt"}


# --- who --------------------------------------------------------------------------------------------


def test_another_municipality_finds_nothing(by):
    proeftuin = evaluated(by)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    assert refused(lambda: read_proeftuin(by=stranger, proeftuin_id=proeftuin)) == "niet_gevonden"
    assert read_proeftuinen(by=stranger).regels == ()
    assert refused(lambda: read_proeftuinen(by=stranger, gemeente=MIDDEN_DRENTHE)) == "niet_gevonden"
    drop = lambda: drop_proeftuin(by=stranger, proeftuin_id=proeftuin, reden="x")  # noqa: E731
    assert refused(drop) == "niet_gevonden"
    other = lambda: add_proeftuin(  # noqa: E731
        by=stranger, gemeente=MIDDEN_DRENTHE, opgave=OPGAVE, naam="x", ontwerp=ontwerp()
    )
    assert refused(other) == "niet_gevonden"


def test_the_log_says_of_which_proeftuin_and_in_which_class(by):
    proeftuin = running(by)
    read_proeftuin(by=make_actor(Rol.RAADSLID), proeftuin_id=proeftuin)
    regel = LogRegel.objects.filter(handeling="read_proeftuinen").latest("tijdstip_at")
    assert (regel.onderwerp_id, regel.bijzonderheden) == (str(proeftuin), {"klasse": "openbaar"})
