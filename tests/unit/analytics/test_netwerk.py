"""Each rule about the network: a planted case that it finds, and a case beside it that it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from koers.analytics.netwerk import decides_because, findings, left, mandate
from koers.policy import Tijdstip, beleid
from koers.policy.kinds.organisation import Houder, Partij

DAG = date(2026, 11, 23)
NU = beleid()


def changed(soort, id, /, **velden):
    """The shipped policy with one thing changed."""
    dingen = dict(NU.van_soort(soort))
    dingen[id] = replace(dingen[id], **velden)
    return replace(NU, **{soort: dingen})


def found(policy, regel, id, dag=DAG):
    return [een for een in findings(policy, dag) if (een.regel, een.id) == (regel, id)]


def with_task(id, **velden):
    """The shipped policy with one task of the division of now changed."""
    verdeling = NU.taakverdelingen["afspraken-2019"]
    schalen = tuple(
        replace(deel, taken=tuple(replace(t, **velden) if t.id == id else t for t in deel.taken))
        for deel in verdeling.schalen
    )
    return changed("taakverdelingen", "afspraken-2019", schalen=schalen)


# --- a body that decides without a preparing body ---------------------------------------------------


def test_the_abo_decides_and_nobody_prepares_it_but_a_meeting_was_proposed():
    (een,) = found(NU, "beslist_zonder_voorbereiding", "abo")
    assert (een.zin, een.betrokken, een.hulp) == (
        "mandaat",
        (("gremia", "vbo"),),
        (("gremia", "beleidsoverleg"),),
    )


def test_a_meeting_that_exists_and_prepares_ends_the_finding():
    beter = changed("gremia", "beleidsoverleg", status="bestaand")
    assert found(beter, "beslist_zonder_voorbereiding", "abo") == []


@pytest.mark.parametrize("id", ["dialoogtafel", "jeugdoverleg", "g40", "vbo", "beleidsoverleg"])
def test_who_does_not_decide_or_does_not_exist_is_left_alone(id):
    assert found(NU, "beslist_zonder_voorbereiding", id) == []


def test_each_sentence_of_the_rule_can_fire():
    assert decides_because(NU.gremia["raad"], NU, DAG) == "besluitbevoegd"
    assert decides_because(NU.gremia["abo"], NU, DAG) == "mandaat"
    assert decides_because(NU.gremia["ambtskring"], NU, DAG) == "tijdlijn"
    assert decides_because(NU.gremia["ambtskring"], NU, date(2012, 1, 1)) is None
    zonder = replace(NU, mandaten={})
    assert decides_because(zonder.gremia["abo"], zonder, DAG) == "tijdlijn"


def test_a_body_that_was_ended_is_left_alone():
    opgeheven = changed("gremia", "abo", status="opgeheven")
    assert found(opgeheven, "beslist_zonder_voorbereiding", "abo") == []


# --- procurement without a procurement region at the table -----------------------------------------


def test_a_project_that_touches_procurement_far_from_both_regions_is_found():
    (een,) = found(NU, "inkoop_zonder_inkoopregio", "kwv")
    assert (een.zin, een.soort, een.betrokken) == (
        "geen_enkele",
        "projecten",
        (("gremia", "nmd"), ("gremia", "zd")),
    )
    assert een.hulp == (("gremia", "inkoopafstemming"),)


@pytest.mark.parametrize(
    ("aan_tafel", "zin"),
    [
        ((), "geen_tafel"),
        (("programmateam",), "geen_enkele"),
        (("jeugdoverleg",), "een_van_beide"),
        (("zd",), "een_van_beide"),
        (("nmd", "zd"), None),
        (("inkoopafstemming",), None),
        (("jeugdoverleg", "zd"), None),
        (("beleidsoverleg",), "geen_enkele"),
    ],
)
def test_who_sits_at_the_table_decides_which_sentence_fires(aan_tafel, zin):
    policy = changed("dossiers", "spoed4jeugd", aan_tafel=aan_tafel)
    gevonden = found(policy, "inkoop_zonder_inkoopregio", "spoed4jeugd")
    assert [een.zin for een in gevonden] == ([zin] if zin else [])


def test_a_dossier_that_touches_no_procurement_is_left_alone():
    assert found(NU, "inkoop_zonder_inkoopregio", "lectoraat-kindermishandeling") == []
    assert found(NU, "inkoop_zonder_inkoopregio", "spoed4jeugd") == []


# --- tasks -----------------------------------------------------------------------------------------


def test_tasks_without_owner_and_with_two_are_found_and_others_left_alone():
    assert [e.zin for e in found(NU, "taak_zonder_eigenaar", "verbeteren-na-inspectie")] == ["geen"]
    (twee,) = found(NU, "taak_met_meer_eigenaren", "inkoop-heel-drenthe")
    assert twee.betrokken == (("gremia", "nmd"), ("gremia", "zd"))
    for regel in ("taak_zonder_eigenaar", "taak_met_meer_eigenaren"):
        assert found(NU, regel, "inkoop-zuid") == []
        # of the proposal of 2022, no task is somebody's yet
        assert found(NU, regel, "preventieve-activiteiten") == []


def test_naming_one_owner_mends_both():
    een = (Partij(gremium="abo"),)
    assert (
        found(
            with_task("verbeteren-na-inspectie", eigenaren=een),
            "taak_zonder_eigenaar",
            "verbeteren-na-inspectie",
        )
        == []
    )
    policy = with_task("inkoop-heel-drenthe", eigenaren=een * 2)
    assert found(policy, "taak_met_meer_eigenaren", "inkoop-heel-drenthe") == []


# --- roles and linking pins -------------------------------------------------------------------------


def test_a_linking_pin_who_left_and_a_role_that_nobody_had():
    (weg,) = found(NU, "linking_pin_weg", "bestuurlijk-aanspreekpunt")
    assert weg.betrokken == (("gremia", "bj42"), ("gremia", "abo"))
    (nooit,) = found(NU, "rol_zonder_houder", "beleidsadviseur-zuid")
    assert nooit.zin == "nooit"
    assert found(NU, "linking_pin_weg", "beleidsadviseur-zuid") == []


@pytest.mark.parametrize("id", ["linking-pin-3noord", "linking-pin-meedenkgroep", "regiomanager"])
def test_who_is_there_is_left_alone(id):
    assert found(NU, "linking_pin_weg", id) == found(NU, "rol_zonder_houder", id) == []


def test_the_day_counts():
    assert found(NU, "linking_pin_weg", "bestuurlijk-aanspreekpunt", date(2022, 3, 31)) == []
    assert found(NU, "linking_pin_weg", "bestuurlijk-aanspreekpunt", date(2022, 4, 1)) != []


def test_a_successor_ends_the_finding_and_a_role_that_connects_nothing_is_no_linking_pin():
    rol = NU.rollen["lid-ozj"]
    opvolger = Houder(rol.naam, rol.houders[0].vindplaats, vanaf=Tijdstip.lees("2023"))
    policy = changed("rollen", "lid-ozj", houders=(*rol.houders, opvolger))
    assert found(policy, "linking_pin_weg", "lid-ozj") == []
    los = changed("rollen", "lid-ozj", verbindt=())
    assert [een.zin for een in found(los, "rol_zonder_houder", "lid-ozj")] == ["vertrokken"]
    assert left(rol, DAG)
    assert not left(NU.rollen["beleidsadviseur-zuid"], DAG)


# --- the register of mandates -----------------------------------------------------------------------


def test_the_register_of_the_day_and_what_it_says_of_others():
    nu = mandate(NU, "inkoop-heel-drenthe", ("gremia", "nmd"), date(2019, 1, 1))
    assert [een.id for een in nu.regels] == ["noordmidden-heel-drenthe"]
    assert [een.id for een in nu.anderen] == ["zuid-heel-drenthe"]
    eerder = mandate(NU, "inkoop-heel-drenthe", ("gremia", "nmd"), date(2018, 12, 31))
    assert (eerder.regels, eerder.anderen) == ((), ())
    assert [een.id for een in eerder.vroeger_of_later] == ["noordmidden-heel-drenthe"]


def test_no_line_is_no_verdict():
    leeg = mandate(NU, "penvoering", ("gremia", "dialoogtafel"), DAG)
    assert (leeg.regels, leeg.vroeger_of_later, leeg.besluitbevoegd) == ((), (), False)
    assert mandate(NU, "penvoering", ("rollen", "regiomanager"), DAG).besluitbevoegd is None
