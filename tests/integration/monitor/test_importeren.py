"""Tables go in: twice is once, a bad row costs itself, a new figure replaces, a crash leaves nothing."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from koers.actions.monitor import cijfers_opslaan, importeren
from koers.actions.monitor.aanleveringen import all_findings, read_aanlevering, read_aanleveringen
from koers.actions.monitor.gemeente import read_gemeente
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.tabellen.invoer import MEEGELEVERD, load_shipped, shipped, shipped_map
from koers.presentation.leveringen import finding
from koers.presentation.zinnen_aanlevering import OPMERKING, RIJ
from koers.registers.kern.models import LogRegel
from koers.registers.monitor.models import (
    Aanlevering,
    Bevinding,
    Gebied,
    GebiedDeel,
    GebiedSoort,
    Opvolging,
    Waarneming,
)
from tests.integration.monitor.tabellen import (
    ASSEN,
    BY,
    EMMEN,
    GEMEENTEN,
    KOP,
    bring,
    bring_shipped,
    counts,
)
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db


def values(code: str, grootheid: str = "jeugdzorg_in_natura", jaar: int = 2021) -> list[Decimal | None]:
    """The figures that hold for a place."""
    rijen = Waarneming.objects.geldend().filter(gebied_code=code, grootheid=grootheid, jaar=jaar)
    return list(rijen.values_list("waarde", flat=True))


def remarks(aanlevering_id: int) -> list[tuple[int, str, bool]]:
    return [
        (een.rijnummer, een.code, een.geweigerd) for een in all_findings(by=BY, aanlevering_id=aanlevering_id)
    ]


# --- Once, twice, again ------------------------------------------------------------------------------


def test_what_koers_brings_along_goes_in_once_and_the_second_time_nothing_changes():
    first = load_shipped(by=BY)
    assert [counts(rij) for rij in first] == [(342, 0, 0, 0, 0), (352, 0, 0, 0, 0), (14, 0, 0, 0, 0)]
    state = snapshot()
    second = load_shipped(by=BY)
    assert [counts(rij) for rij in second] == [(0, 0, 342, 0, 0), (0, 0, 352, 0, 0), (0, 0, 14, 0, 0)]
    assert snapshot() == state
    assert read_aanleveringen(by=BY).totaal == 2 * len(MEEGELEVERD)


def snapshot() -> list[list[tuple]]:
    """Everything that the register holds of areas and figures."""
    return [
        sorted(model.objects.values_list(), key=str) for model in (Gebied, GebiedDeel, Opvolging, Waarneming)
    ]


def test_the_digest_and_the_size_of_the_file_stay_with_the_delivery():
    inhoud = shipped("kwb_2021.csv")
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    rij = read_aanleveringen(by=BY).aanleveringen[0]
    assert (len(rij.sha256), rij.omvang, rij.codering) == (64, len(inhoud), "UTF-8")
    assert LogRegel.objects.filter(bijzonderheden__sha256=rij.sha256, handeling="import_tabel").count() == 1


def test_the_same_file_again_is_shown_beside_the_first():
    first, second = bring(KOP + ASSEN), bring(KOP + ASSEN)
    assert [ander.id for ander in read_aanlevering(by=BY, aanlevering_id=second.id).andere] == [first.id]


def test_the_same_form_twice_is_one_delivery():
    formulier = uuid4()
    rij = bring(KOP + ASSEN, formulier=formulier)
    with pytest.raises(Refused, match="al_verwerkt") as refused:
        bring(KOP + ASSEN, formulier=formulier)
    assert refused.value.params["sleutel"] == str(rij.id)
    assert Aanlevering.objects.filter(soort="kwb").count() == 1


def test_a_first_table_of_figures_brings_the_list_of_municipalities_along():
    bring(KOP + ASSEN)
    assert Aanlevering.objects.order_by("pk").values_list("soort", flat=True)[0] == "gemeenten"
    assert Gebied.objects.in_jaar(2026).filter(soort=GebiedSoort.GEMEENTE).count() == 342


# --- A figure that changes ---------------------------------------------------------------------------


def test_another_figure_replaces_the_earlier_one_which_stays_to_be_seen():
    bring(KOP + ASSEN + EMMEN)
    after = bring(KOP + ASSEN.replace("14,6", "14,8") + EMMEN)
    assert (counts(after), after.cijfers_vervangen, after.cijfers_nieuw) == ((0, 1, 1, 0, 0), 1, 0)
    assert values("GM0106") == [Decimal("14.8")]
    reeks = next(
        r for r in read_gemeente(by=None, code="GM0106").reeksen if r.grootheid == "jeugdzorg_in_natura"
    )
    (jaar,) = reeks.jaren
    assert (jaar.cijfer.waarde, [oud.waarde for oud in jaar.eerder]) == (Decimal("14.8"), [Decimal("14.6")])
    assert jaar.aanlevering_id == after.id


def test_a_figure_that_goes_there_and_back_leaves_a_chain_of_three():
    for figure in ("14,6", "14,8", "14,6"):
        bring(KOP + ASSEN.replace("14,6", figure))
    chain = Waarneming.objects.filter(gebied_code="GM0106", grootheid="jeugdzorg_in_natura").order_by("pk")
    assert [een.waarde for een in chain] == [Decimal("14.6"), Decimal("14.8"), Decimal("14.6")]
    assert [een.vervangt for een in chain] == [None, chain[0], chain[1]]


def test_a_provisional_figure_that_becomes_final_is_a_change():
    bring(KOP + ASSEN.replace("14,6", "14,6*"))
    assert counts(bring(KOP + ASSEN)) == (0, 1, 0, 0, 0)


def test_an_empty_cell_takes_nothing_away_and_a_mark_of_the_source_does():
    bring(KOP + ASSEN)
    leeg = bring(KOP + ASSEN.replace("14,6", ""))
    assert (counts(leeg), values("GM0106")) == ((0, 0, 1, 0, 0), [Decimal("14.6")])
    assert remarks(leeg.id) == [(2, "leeg_laat_staan", False)]
    ingetrokken = bring(KOP + ASSEN.replace("14,6", "."))
    assert (counts(ingetrokken), values("GM0106")) == ((0, 1, 0, 0, 0), [None])
    assert counts(bring(KOP + ASSEN)) == (0, 1, 0, 0, 0)


def test_what_is_missing_suppressed_or_secret_is_kept_apart_and_is_never_zero():
    bring(KOP + "GM0106;Assen;68836;;.\nGM0114;Emmen;x;-;0\n")
    kept = {
        (een.gebied_code, een.grootheid): (een.status, een.waarde)
        for een in Waarneming.objects.filter(jaar=2021)
    }
    assert kept == {
        ("GM0106", "inwoners"): ("gepubliceerd", Decimal(68836)),
        ("GM0106", "aandeel_0_14"): ("ontbreekt", None),
        ("GM0106", "jeugdzorg_in_natura"): ("niet_vrijgegeven", None),
        ("GM0114", "inwoners"): ("afgeschermd", None),
        ("GM0114", "aandeel_0_14"): ("ontbreekt", None),
        ("GM0114", "jeugdzorg_in_natura"): ("gepubliceerd", Decimal(0)),
    }


def test_the_register_refuses_two_figures_for_one_place():
    bring(KOP + ASSEN)
    first = Waarneming.objects.get(gebied_code="GM0106", grootheid="inwoners")
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


# --- Rows that stay out ------------------------------------------------------------------------------


def test_bad_rows_stand_in_the_ledger_with_row_column_value_and_reason_and_good_rows_went_in():
    rij = bring(KOP + ASSEN + EMMEN.replace("12,0", "112,0") + "GM9999;Nergens;1;1;1\n")
    assert counts(rij) == (1, 0, 0, 2, 0)
    assert [
        (een.rijnummer, een.kolom, een.waarde, een.code) for een in all_findings(by=BY, aanlevering_id=rij.id)
    ] == [
        (3, "jeugdzorg_in_natura", "112,0", "buiten_grenzen"),
        (4, "code", "GM9999", "code_onbekend"),
    ]
    assert (values("GM0106"), values("GM0114")) == ([Decimal("14.6")], [])


@pytest.mark.parametrize(
    ("jaar", "code", "reden"),
    [
        (2021, "GM0457", None),
        (2022, "GM0457", None),
        (2023, "GM0457", "gemeente_opgeheven"),
        (2021, "GM0370", None),
        (2022, "GM0370", "gemeente_opgeheven"),
        (2021, "GM1982", "gemeente_bestond_nog_niet"),
        (2022, "GM1982", None),
        (2022, "GM1992", "gemeente_bestond_nog_niet"),
        (2023, "GM1992", None),
        (2019, "GM0106", None),
    ],
)
def test_a_figure_needs_a_municipality_that_was_there_on_1_january(jaar, code, reden):
    rij = bring(f"code;inwoners\n{code};1000\n", naam=f"kwb_{jaar}.csv")
    found = [een.code for een in all_findings(by=BY, aanlevering_id=rij.id) if een.geweigerd]
    assert found == ([reden] if reden else [])


def test_the_sentence_about_an_ended_municipality_says_when_and_in_what_it_went_on():
    rij = bring("code;inwoners\nGM0457;20000\n", naam="kwb_2023.csv")
    (een,) = all_findings(by=BY, aanlevering_id=rij.id)
    assert finding(een.code, een.params) == (
        "Weesp was er op 1 januari 2023 niet meer: op 24 maart 2022 opgegaan in Amsterdam."
        " Controleer de code of het jaar."
    )


def test_a_row_without_a_name_keeps_its_figures_and_is_remarked():
    rij = bring(KOP + "GM0370;;10110;17,36;8,4\n")
    assert (counts(rij), values("GM0370")) == ((1, 0, 0, 0, 0), [Decimal("8.4")])
    (een,) = all_findings(by=BY, aanlevering_id=rij.id)
    assert (een.code, een.geweigerd, een.params["naam"]) == ("naam_ontbreekt", False, "Beemster")


def test_a_name_that_belongs_to_another_code_is_told_and_another_way_of_writing_is_not():
    rij = bring(
        KOP + "GM0106;Emmen;68836;15,66;14,6\nGM0888;Beek;15000;14,0;9,0\nGM0518;'s-gravenhage;1;1;1\n"
    )
    assert remarks(rij.id) == [(2, "naam_wijkt_af", False)]


def test_every_refusal_and_remark_that_can_be_stored_has_a_sentence():
    load_shipped(by=BY)
    bring(
        "code,naam,provincie,jeugdregio\nGM1731,Anders,Holland,JZ99\n", "gemeenten", naam="gemeenten_2026.csv"
    )
    bring("code,inkoopregio,jeugd\nGM1731,Oost,1\n", "regio", naam="regio_2021.csv")
    codes = set(Bevinding.objects.values_list("code", flat=True))
    assert {"provincie_onbekend", "jeugdregio_onbekend", "inkoopregio_onbekend"} <= codes
    assert codes <= set(RIJ) | set(OPMERKING)


def test_a_file_that_is_no_table_stands_in_the_ledger_and_changes_nothing():
    with pytest.raises(Refused, match="bestand_is_pdf"):
        bring(b"%PDF-1.4", naam="kwb_2021.pdf")
    (rij,) = read_aanleveringen(by=BY).aanleveringen
    assert (rij.status, rij.reden, rij.bestandsnaam, rij.rijen) == (
        "geweigerd",
        "bestand_is_pdf",
        "kwb_2021.pdf",
        0,
    )
    assert not Gebied.objects.exists()


@pytest.mark.parametrize("jaar", [-5, 0, 123456789])
def test_a_year_that_cannot_be_is_refused_and_still_in_the_ledger(jaar):
    with pytest.raises(Refused, match="jaar_kan_niet"):
        bring(KOP + ASSEN, naam="tabel.csv", jaar=jaar)
    (rij,) = read_aanleveringen(by=BY).aanleveringen
    assert (rij.reden, rij.jaar, rij.params) == ("jaar_kan_niet", None, {"jaar": jaar})


# --- All or nothing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "naam"),
    [
        (importeren, "_write_findings"),
        (importeren, "_count"),
        (importeren, "store_provinces"),
        (cijfers_opslaan, "_current"),
    ],
)
def test_a_crash_in_the_middle_leaves_nothing(module, naam, monkeypatch):
    bring(KOP + EMMEN)
    before = (snapshot(), Aanlevering.objects.count(), Bevinding.objects.count(), LogRegel.objects.count())

    def crash(*args, **kwargs):
        raise RuntimeError("the power went out")

    monkeypatch.setattr(module, naam, crash)
    with pytest.raises(RuntimeError):
        bring(KOP + ASSEN)
    assert (
        snapshot(),
        Aanlevering.objects.count(),
        Bevinding.objects.count(),
        LogRegel.objects.count(),
    ) == before


def test_the_number_of_queries_does_not_grow_with_the_rows():
    bring_shipped("gemeenten_2026.csv")
    alle = shipped("kwb_2021.csv").decode().replace("provincie", "niets").splitlines(keepends=True)
    with CaptureQueriesContext(connection) as klein:
        bring("".join(alle[1:30]), naam="kwb_2020.csv")
    with CaptureQueriesContext(connection) as groot:
        bring("".join(alle[1:330]), naam="kwb_2019.csv")
    # SQLite takes 999 values at a time, so large inserts come in pieces; reads and updates do not grow.
    assert without_inserts(groot) == without_inserts(klein)


def without_inserts(queries: CaptureQueriesContext) -> int:
    return sum(not query["sql"].startswith("INSERT") for query in queries.captured_queries)


# --- Areas -------------------------------------------------------------------------------------------


def test_342_municipalities_in_42_jeugdregios_and_the_ones_that_ended():
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    gemeenten = Gebied.objects.filter(soort=GebiedSoort.GEMEENTE)
    assert gemeenten.in_jaar(2026).count() == 342
    assert gemeenten.in_jaar(2021).count() == 352
    assert gemeenten.in_jaar(2022).count() == 345
    assert gemeenten.in_jaar(2023).count() == 342
    delen = GebiedDeel.objects.in_jaar(2026).filter(soort=GebiedSoort.JEUGDREGIO, deel_code__startswith="GM")
    assert (delen.count(), delen.values("geheel_code").distinct().count()) == (342, 42)
    assert delen.filter(geheel_code="JZ04").count() == 12


def test_fourteen_codes_ended_and_four_began_between_2021_and_2026():
    bring_shipped("gemeenten_2026.csv")
    gemeenten = Gebied.objects.filter(soort=GebiedSoort.GEMEENTE)
    toen, nu = (set(gemeenten.in_jaar(jaar).values_list("code", flat=True)) for jaar in (2021, 2026))
    assert nu - toen == {"GM1980", "GM1982", "GM1991", "GM1992"}
    assert toen - nu == set(Opvolging.objects.values_list("van_code", flat=True))
    assert len(toen - nu) == 14
    weesp = Opvolging.objects.get(van_code="GM0457")
    assert (weesp.naar_code, weesp.datum) == ("GM0363", date(2022, 3, 24))


def test_every_succession_leads_to_a_municipality_of_the_list():
    bring_shipped("gemeenten_2026.csv")
    known = set(Gebied.objects.in_jaar(2026).values_list("code", flat=True))
    assert {een.naar for een in shipped_map().herindelingen} <= known


def test_a_list_of_another_year_moves_a_municipality_from_that_year_on():
    bring(GEMEENTEN + "GM0106,Assen,Drenthe,JZ04\n", "gemeenten", naam="gemeenten_2026.csv")
    rij = bring(GEMEENTEN + "GM0106,Assen,Drenthe,JZ01\n", "gemeenten", naam="gemeenten_2027.csv")
    assert counts(rij) == (0, 1, 0, 0, 0)
    assert membership("GM0106") == [("JZ04", 2026, 2027), ("JZ01", 2027, None)]
    bring(GEMEENTEN + "GM0106,Assen,Drenthe,JZ04\n", "gemeenten", naam="gemeenten_2024.csv")
    assert membership("GM0106") == [("JZ04", 2024, 2027), ("JZ01", 2027, None)]
    bring(GEMEENTEN + "GM0106,Assen,Drenthe,JZ02\n", "gemeenten", naam="gemeenten_2022.csv")
    assert membership("GM0106") == [("JZ02", 2022, 2024), ("JZ04", 2024, 2027), ("JZ01", 2027, None)]
    bring(GEMEENTEN + "GM0106,Assen,Drenthe,JZ03\n", "gemeenten", naam="gemeenten_2024.csv")
    assert membership("GM0106") == [("JZ02", 2022, 2024), ("JZ03", 2024, 2027), ("JZ01", 2027, None)]


def membership(code: str) -> list[tuple[str, int, int | None]]:
    delen = GebiedDeel.objects.filter(deel_code=code, soort=GebiedSoort.JEUGDREGIO).order_by("vanaf_jaar")
    return list(delen.values_list("geheel_code", "vanaf_jaar", "tot_jaar"))


def test_a_municipality_that_ended_belongs_nowhere_afterwards():
    load_shipped(by=BY)
    provincie = GebiedDeel.objects.get(deel_code="GM0457", soort=GebiedSoort.PROVINCIE)
    assert (provincie.geheel_code, provincie.vanaf_jaar, provincie.tot_jaar) == ("PV27", 2021, 2023)


def test_a_new_municipality_in_a_later_list_begins_that_year_and_the_absent_are_named():
    bring(
        GEMEENTEN + "GM0106,Assen,Drenthe,JZ04\nGM0114,Emmen,Drenthe,JZ04\n", "gemeenten", naam="g_2026.csv"
    )
    rij = bring(
        GEMEENTEN + "GM0106,Assen aan Zee,Drenthe,JZ04\nGM2001,Nieuwstad,Drenthe,JZ04\n",
        "gemeenten",
        naam="g_2027.csv",
    )
    assert counts(rij) == (1, 1, 0, 0, 0)
    assert Gebied.objects.get(code="GM2001").vanaf_jaar == 2027
    assert remarks(rij.id) == [(0, "gemeenten_niet_in_lijst", False), (2, "naam_gewijzigd", False)]
    assert Gebied.objects.get(code="GM0114").tot_jaar is None


# --- Figures of the region ---------------------------------------------------------------------------


def test_the_key_of_the_region_is_taken_in_as_published_and_said_to_be_99_9():
    bring_shipped("gemeenten_2026.csv", "drenthe.csv")
    rij = read_aanleveringen(by=BY).aanleveringen[0]
    (een,) = all_findings(by=BY, aanlevering_id=rij.id)
    assert (een.code, een.params["som"]) == ("sleutel_telt_niet_op", "99,9")


def test_the_source_that_somebody_names_stands_with_the_figure():
    bring("code,jeugd\nGM0106,14385\n", "regio", naam="regio_2021.csv", bron="Jaarverslag 2021")
    assert Waarneming.objects.get(gebied_code="GM0106").bron == "Jaarverslag 2021"


def test_an_inkoopregio_is_dated_too():
    for jaar, inkoop in ((2021, "Noordmidden-Drenthe"), (2024, "Zuid-Drenthe")):
        bring(f"code,inkoopregio,jeugd\nGM0106,{inkoop},14385\n", "regio", naam=f"regio_{jaar}.csv")
    delen = GebiedDeel.objects.filter(soort=GebiedSoort.INKOOPREGIO).order_by("vanaf_jaar")
    assert list(delen.values_list("geheel_code", "vanaf_jaar", "tot_jaar")) == [
        ("noordmidden-drenthe", 2021, 2024),
        ("zuid-drenthe", 2024, None),
    ]


# --- Who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", [Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.FUNCTIONEEL_BEHEERDER])
def test_who_keeps_the_figures_may_take_them_in_and_is_named(rol):
    by = make_actor(rol)
    assert bring(KOP + ASSEN, by=by).door == by.naam


@pytest.mark.parametrize(
    "rol", sorted(set(Rol) - {Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.FUNCTIONEEL_BEHEERDER})
)
def test_nobody_else_may_and_nothing_is_written(rol):
    with pytest.raises(Refused, match="geen_recht"):
        bring(KOP + ASSEN, by=make_actor(rol))
    assert not Aanlevering.objects.exists()
