"""What is handed to others: which records, which values, and that nothing wrong leaves unseen."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from koers.domain.uitlevering import beleidsinformatie, contractlijst, gebeurtenissen, signalen
from koers.domain.uitlevering.beleidsinformatie import Hulp, build_beleidsinformatie, merged
from koers.domain.uitlevering.contractlijst import Gesubsidieerd, Inkoop, build_contractlijst, check_kvk
from koers.domain.uitlevering.gebeurtenissen import Gebeurtenis, build_gebeurtenissen
from koers.domain.uitlevering.perioden import Verslagperiode, last_ended, read_periode
from koers.domain.uitlevering.signalen import read_signalen
from koers.domain.weigering import Refused
from koers.presentation.uitlevering import report_lines, report_rows
from koers.presentation.woorden_uitlevering import UITLEVERVELDEN
from koers.presentation.zinnen_uitlevering_verslag import BUITEN, OPEN_VRAGEN, VINDINGEN

H1 = Verslagperiode(2026, 1)
KIND = Hulp(
    wie="een",
    jeugdige="k1",
    bsn="999990007",
    bsn_status="bekend",
    geboortedatum=date(2014, 2, 28),
    geslacht="M",
    adressen=("9411 ab",),
    gemeente="GM1731",
    aanvang=date(2026, 2, 3),
    einde=date(2026, 5, 4),
    uitkomst="afgerond",
    crisis=False,
    gesprekken=4,
)


def only(een: Hulp, periode: Verslagperiode = H1):
    bestand = build_beleidsinformatie([een], periode)
    assert len(bestand.rijen) == 1, bestand.controle
    return bestand.rijen[0]


def codes(controle):
    return [een.code for een in controle.vindingen]


class TestBeleidsinformatie:
    def test_a_whole_record_has_the_values_of_the_protocol(self):
        assert only(KIND) == {
            "burgerservicenummer": "999990007",
            "geboortedatum": "20140228",
            "geslacht": "M",
            "postcode_of_gemeente": "9411AB",
            "verwijzer": "06",
            "hulpvorm": "01",
            "gestart_met_crisis": "02",
            "datum_aanvang": "20260203",
            "datum_einde": "20260504",
            "reden_beeindiging": "01",
        }

    @pytest.mark.parametrize(
        ("aanvang", "einde", "there"),
        [
            (date(2025, 3, 1), date(2025, 12, 31), False),
            (date(2025, 3, 1), date(2026, 1, 1), True),
            (date(2025, 3, 1), None, True),
            (date(2026, 6, 30), None, True),
            (date(2026, 7, 1), None, False),
        ],
    )
    def test_begun_running_or_ended_in_the_period(self, aanvang, einde, there):
        een = replace(KIND, aanvang=aanvang, einde=einde, uitkomst="afgerond" if einde else "")
        assert bool(build_beleidsinformatie([een], H1).rijen) is there

    def test_an_end_after_the_period_is_not_told_yet(self):
        rij = only(replace(KIND, einde=date(2026, 7, 1)))
        assert (rij["datum_einde"], rij["reden_beeindiging"]) == ("", "")
        assert (
            only(replace(KIND, einde=date(2026, 7, 1)), Verslagperiode(2026, 2))["datum_einde"] == "20260701"
        )

    def test_overlapping_help_of_one_child_is_one_record(self):
        later = replace(
            KIND, wie="twee", aanvang=KIND.einde, einde=date(2026, 6, 1), uitkomst="opgeschaald", crisis=True
        )
        rij = build_beleidsinformatie([later, KIND], H1).rijen
        assert [(r["datum_aanvang"], r["datum_einde"], r["reden_beeindiging"]) for r in rij] == [
            ("20260203", "20260601", "02")
        ]
        assert rij[0]["gestart_met_crisis"] == "02"  # of the first, not of what came later

    def test_help_that_follows_the_day_after_is_a_record_of_its_own(self):
        later = replace(KIND, wie="twee", aanvang=date(2026, 5, 5), einde=None, uitkomst="")
        assert len(merged([KIND, later])) == 2
        assert len(merged([KIND, replace(later, jeugdige="k2", aanvang=KIND.aanvang)])) == 2

    def test_as_long_as_one_runs_the_record_runs(self):
        inside = replace(KIND, wie="twee", aanvang=date(2026, 3, 1), einde=date(2026, 3, 2))
        running = replace(KIND, einde=None, uitkomst="")
        assert only_end([inside, running]) == ""
        assert only_end([KIND, inside]) == "20260504"  # the last end, also when it was known first

    def test_who_has_no_number_or_is_not_born(self):
        assert only(replace(KIND, bsn="", bsn_status="geen"))["burgerservicenummer"] == "999999999"
        ongeboren = replace(KIND, bsn="", bsn_status="ongeboren", geboortedatum=None)
        assert only(ongeboren)["burgerservicenummer"] == "000000000"
        assert only(ongeboren)["geboortedatum"] == "000000000"

    @pytest.mark.parametrize("adressen", [(), ("",), ("9411AB", "9401AA"), ("9411AB", ""), ("x",)])
    def test_without_one_address_that_may_be_told_the_municipality(self, adressen):
        assert only(replace(KIND, adressen=adressen))["postcode_of_gemeente"] == "1731"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"geboortedatum": None}, "bi_geboortedatum_ontbreekt"),
            ({"geboortedatum": date(2003, 2, 3)}, "bi_te_oud"),
            ({"geslacht": ""}, "bi_geslacht_onbekend"),
            ({"crisis": None}, "bi_crisis_ontbreekt"),
            ({"einde": date(2026, 2, 2)}, "bi_einde_voor_aanvang"),
            ({"uitkomst": ""}, "bi_reden_ontbreekt"),
        ],
    )
    def test_planted_faults_stay_out_and_are_listed(self, change, code):
        bestand = build_beleidsinformatie([KIND, replace(KIND, wie="fout", jeugdige="k2", **change)], H1)
        assert [rij["burgerservicenummer"] for rij in bestand.rijen] == ["999990007"]
        assert bestand.jeugdigen == ("k1",)
        assert bestand.genoemd == {"k2"}
        assert (bestand.controle.rijen, bestand.controle.goed, bestand.controle.fout) == (2, 1, 1)
        found = [een for een in bestand.controle.vindingen if een.fout]
        assert [(een.wie, een.code) for een in found] == [("fout", code)]

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"bsn": "", "bsn_status": "nog_niet_bekend"}, "bi_bsn_onbekend"),
            ({"geboortedatum": date(2007, 1, 1)}, "bi_meerderjarig"),
            ({"adressen": ("94AB",)}, "bi_postcode_klopt_niet"),
            ({"adressen": ("9411AB", "9401AA")}, "bi_twee_adressen"),
            ({"gesprekken": 1}, "bi_een_gesprek"),
        ],
    )
    def test_what_somebody_has_to_look_at_goes_along(self, change, code):
        bestand = build_beleidsinformatie([replace(KIND, **change)], H1)
        assert codes(bestand.controle) == [code]
        assert (bestand.controle.goed, bestand.controle.let_op) == (1, 1)

    def test_two_without_a_number_that_look_alike_are_told(self):
        one = replace(KIND, bsn="", bsn_status="geen")
        two = replace(one, wie="twee", jeugdige="k2")
        assert codes(build_beleidsinformatie([one, two], H1).controle) == ["bi_dubbel_of_tweeling"] * 2
        other = replace(two, adressen=("9401AA",))
        assert not codes(build_beleidsinformatie([one, other], H1).controle)

    def test_what_never_began_is_counted_and_not_delivered(self):
        bestand = build_beleidsinformatie([replace(KIND, aanvang=None)], H1, buiten={"poh": 3})
        assert not bestand.rijen
        assert bestand.controle.buiten == {"poh": 3, "niet_begonnen": 1}

    def test_the_order_is_the_same_however_they_come(self):
        many = [replace(KIND, wie=str(n), jeugdige=f"k{n}", bsn=f"99999{n:04d}") for n in range(8)]
        assert build_beleidsinformatie(many, H1) == build_beleidsinformatie(many[::-1], H1)


def only_end(hulp):
    rijen = build_beleidsinformatie(hulp, H1).rijen
    assert len(rijen) == 1
    return rijen[0]["datum_einde"]


class TestPerioden:
    def test_two_halves_a_year(self):
        assert (H1.eerste, H1.laatste, H1.uiterlijk) == (
            date(2026, 1, 1),
            date(2026, 6, 30),
            date(2026, 7, 21),
        )
        assert Verslagperiode(2026, 2).laatste == date(2026, 12, 31)
        assert str(H1.vorige) == "2025-2"
        assert str(last_ended(date(2026, 6, 30))) == "2025-2"
        assert str(last_ended(date(2026, 7, 1))) == "2026-1"

    @pytest.mark.parametrize("tekst", ["2026", "2026-3", "26-1", "2014-2", "2101-1", "2026-1-1", "٢٠٢٦-1"])
    def test_what_is_no_period_is_refused(self, tekst):
        with pytest.raises(Refused, match="uitlevering_periode_onbekend"):
            read_periode(tekst)


VORMEN = {"02": "Ambulant", "11": "Pleegzorg"}
INKOOP = Inkoop("a", "De Aa", "12345678", "aanbieder", "45", "02", date(2025, 1, 1))


class TestContractlijst:
    def test_one_row_per_provider_and_form(self):
        twice = replace(INKOOP, begindatum=date(2026, 3, 1))
        more = replace(INKOOP, hulpvorm="11", categorie="44")
        lijst = build_contractlijst([more, twice, INKOOP], [], 2026, VORMEN)
        assert [(r["kvk_nummer"], r["vorm"], r["vorm_naam"]) for r in lijst.rijen] == [
            ("12345678", "02", "Ambulant"),
            ("12345678", "11", "Pleegzorg"),
        ]
        assert (lijst.aanbieders, lijst.controle.fout) == (1, 0)

    @pytest.mark.parametrize(
        ("van", "tot", "there"),
        [
            (date(2025, 1, 1), date(2026, 1, 1), False),
            (date(2025, 1, 1), date(2026, 1, 2), True),
            (date(2026, 12, 31), None, True),
            (date(2027, 1, 1), None, False),
            (date(2026, 5, 1), date(2026, 5, 1), False),
        ],
    )
    def test_what_held_on_a_day_of_the_year(self, van, tot, there):
        lijst = build_contractlijst([replace(INKOOP, begindatum=van, tot_datum=tot)], [], 2026, VORMEN)
        assert bool(lijst.rijen) is there

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"kvk": ""}, "cl_kvk_ontbreekt"),
            ({"kvk": "1234567"}, "cl_kvk_klopt_niet"),
            ({"hulpvorm": ""}, "cl_vorm_onbekend"),
            ({"hulpvorm": "99"}, "cl_vorm_onbekend"),
            ({"naam": " "}, "cl_naam_ontbreekt"),
        ],
    )
    def test_planted_faults_stay_out_and_are_listed(self, change, code):
        lijst = build_contractlijst([INKOOP, replace(INKOOP, id="b", **change)], [], 2026, VORMEN)
        assert code in codes(lijst.controle)
        assert len(lijst.rijen) == 1
        assert (lijst.controle.rijen, lijst.controle.fout) == (2, 1)
        assert [id_ for id_, _ in lijst.zonder_kvk] == (["b"] if "kvk" in change else [])

    def test_a_measure_is_told_to_a_person(self):
        lijst = build_contractlijst([replace(INKOOP, categorie="48", hulpvorm="")], [], 2026, VORMEN)
        assert [rij["vorm"] for rij in lijst.rijen] == ["jeugdbescherming"]
        assert codes(lijst.controle) == ["cl_type_maatregel"]

    def test_one_number_at_two_providers_and_every_subsidy_are_told(self):
        lijst = build_contractlijst(
            [INKOOP, replace(INKOOP, id="b", naam="De Bee")],
            [Gesubsidieerd("s", "Stichting S", "speeltuin")],
            2026,
            VORMEN,
        )
        assert codes(lijst.controle) == ["cl_kvk_dubbel", "cl_kvk_dubbel", "cl_subsidie_onbekend"]
        assert (len(lijst.rijen), lijst.controle.rijen, lijst.controle.fout) == (2, 3, 1)

    def test_a_number_is_eight_digits(self):
        assert check_kvk(" 1234 5678 ") == "12345678"
        for wrong in ("", "1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨"):
            with pytest.raises(Refused, match="kvk_fout"):
                check_kvk(wrong)


HULP = Gebeurtenis(
    *("41", "12345678", "code", "GM1731", date(2014, 2, 28), "02", "11", date(2026, 1, 5)),
    *(date(2026, 1, 12), (date(2026, 1, 20),), (), None, None),
)


class TestGebeurtenissen:
    def test_the_fields_of_the_article_in_its_order(self):
        rij = build_gebeurtenissen([replace(HULP, bedrag_cent=120_00, volume=6)]).rijen[0]
        assert tuple(rij) == gebeurtenissen.VELDEN
        assert list(rij.values()) == [
            *("12345678", "code", "GM1731", 2014, "02", "11", "2026-01-05", "2026-01-12", "2026-01-20"),
            *("", "", 12_000, 6),
        ]

    @pytest.mark.parametrize(
        ("starts", "stops", "end"),
        [
            ([20], [(25, "31")], ("2026-01-25", "31")),
            ([20], [(25, "20")], ("", "")),
            ([20, 28], [(25, "20")], ("", "")),
            ([20, 28], [(25, "31")], ("", "")),
            ([20, 28], [(25, "20"), (30, "32")], ("2026-01-30", "32")),
        ],
    )
    def test_a_pause_or_a_later_start_is_no_end(self, starts, stops, end):
        een = replace(
            HULP,
            starts=tuple(date(2026, 1, n) for n in starts),
            stops=tuple((date(2026, 1, n), reden) for n, reden in stops),
        )
        rij = build_gebeurtenissen([een]).rijen[0]
        assert (rij["datum_einde"], rij["reden_einde"]) == end

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"agb": ""}, "gt_agb_code_ontbreekt"),
            ({"agb": "123"}, "gt_agb_klopt_niet"),
            ({"geboortedatum": None}, "gt_geboortejaar_ontbreekt"),
            ({"verwijzer": ""}, "gt_type_verwijzer_ontbreekt"),
            ({"hulpvorm": ""}, "gt_hulpvorm_ontbreekt"),
            ({"starts": (), "stops": ((date(2026, 2, 1), "31"),)}, "gt_einde_zonder_aanvang"),
            ({"stops": ((date(2026, 1, 1), "31"),), "starts": (date(2026, 1, 1),)}, ""),
        ],
    )
    def test_planted_faults_stay_out_and_are_listed(self, change, code):
        tabel = build_gebeurtenissen([HULP, replace(HULP, wie="42", **change)])
        assert codes(tabel.controle) == ([code] if code else [])
        assert len(tabel.rijen) == (1 if code else 2)


RIJ = {
    "gebied": "gm1731",
    "soort": "Melding",
    "dagtekening": "31-3-2026",
    "vormen": "13, 21",
    "ernst": "risico",
    "ontwikkelingen": "Een groep sluit.",
}


def read(*rijen):
    return read_signalen(
        list(enumerate(rijen, start=2)),
        gebieden={"GM1731", "JZ04"},
        vormen={"11", "13", "21"},
        today=date(2026, 4, 1),
    )


class TestSignalen:
    def test_a_whole_row(self):
        good, controle = read(RIJ)
        assert good == [
            signalen.Signaal(
                *("GM1731", "melding", date(2026, 3, 31), ("13", "21"), "risico", "Een groep sluit.")
            )
        ]
        assert (controle.rijen, controle.vindingen) == (1, ())

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            *(({veld: ""}, "sg_leeg") for veld in signalen.VERPLICHT if veld != "soort"),
            ({"gebied": "GM0106"}, "sg_gebied_onbekend"),
            ({"soort": "brief"}, "sg_soort_onbekend"),
            ({"ernst": "erg"}, "sg_ernst_onbekend"),
            ({"vormen": "13 98"}, "sg_vormen_onbekend"),
            ({"dagtekening": ""}, "sg_dagtekening_ontbreekt"),
            ({"dagtekening": "31-2-2026"}, "sg_dagtekening_onleesbaar"),
            ({"dagtekening": "gisteren"}, "sg_dagtekening_onleesbaar"),
            ({"dagtekening": "2026-04-02"}, "sg_dagtekening_toekomst"),
            ({"aanbieder": "x" * 121}, "sg_te_lang"),
        ],
    )
    def test_planted_faults_are_not_taken_in(self, change, code):
        good, controle = read(RIJ | {"ontwikkelingen": "Eerst."}, RIJ | change)
        assert [een.ontwikkelingen for een in good] == ["Eerst."]
        assert [(een.rij, een.code) for een in controle.vindingen] == [(3, code)]

    def test_twice_is_once(self):
        good, controle = read(RIJ, RIJ | {"gebied": "GM1731", "dagtekening": "2026-03-31"})
        assert len(good) == 1
        assert codes(controle) == ["sg_dubbel"]
        assert controle.fout == 0


class TestWoorden:
    def test_every_code_has_a_sentence_and_a_way_to_mend_it(self):
        source = "".join(
            Path(module.__file__).read_text(encoding="utf-8")
            for module in (beleidsinformatie, contractlijst, gebeurtenissen, signalen)
        )
        written = set(re.findall(r'"((?:bi|cl|gt|sg)_[a-z_]+)"', source))
        made = {f"gt_{veld}_ontbreekt" for veld in ("agb_code", "geboortejaar", "type_verwijzer", "hulpvorm")}
        made |= {f"sg_{veld}_onbekend" for veld in ("gebied", "soort", "ernst", "vormen")}
        assert set(VINDINGEN) == written | made

    def test_every_field_and_every_open_question_has_words(self):
        modules = {
            "beleidsinformatie": beleidsinformatie,
            "contractlijst": contractlijst,
            "gebeurtenissen": gebeurtenissen,
            "signalen": signalen,
        }
        for naam, module in modules.items():
            velden = getattr(module, "VELDEN", getattr(module, "KOLOMMEN", ()))
            assert set(velden) <= set(UITLEVERVELDEN)
            assert tuple(OPEN_VRAGEN[naam]) == module.OPEN_VRAGEN
        assert set(BUITEN) == {"niet_begonnen", "poh"}

    def test_a_report_says_of_every_row_whether_it_is_in_the_file(self):
        een = replace(KIND, crisis=None, adressen=("x",))
        controle = build_beleidsinformatie(
            [een, replace(KIND, wie="b", jeugdige="k2", gesprekken=1)], H1
        ).controle
        told = {(rij["rij"], rij["in_het_bestand"]) for rij in report_rows(controle)}
        assert told == {(1, False), (2, True)}
        assert [line.fout for line in report_lines(controle)] == [True, False, False]
