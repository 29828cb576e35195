"""Whoever gets at the database itself and changes the log is found out; each way of doing it is done here."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import models

from koers.actions.handeling import act
from koers.actions.kern import controle, zegel
from koers.actions.kern.controle import Verslag, chain_findings, verify, verify_log
from koers.actions.kern.zegel import chain_head, contents, seal, unsealed, with_betrokkenen
from koers.domain.keten import BEGIN, link
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.presentation.logboek import BEVINDINGEN, finding
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.klok import nu
from tests.databank import Aanvaller, aanvaller, is_postgres
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)

RIJEN = 12


@pytest.fixture(autouse=True)
def chain(monkeypatch):
    """Acts of two people about two persons each, sealed in three parts."""
    monkeypatch.setattr(zegel, "HOOGSTENS_ONVERZEGELD", 4)
    by, other = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.POH_JEUGD)
    for nummer in range(RIJEN):
        with act("read_gezin", by=other if nummer % 5 == 0 else by, formulier=uuid4()) as spoor:
            spoor.onderwerp("gezin", uuid4())
            spoor.note(nummer=nummer)
            spoor.seen(uuid4(), "GM1731")
            spoor.touched(uuid4(), "GM1731")
    seal(nu())
    assert verify(nu()).klopt


def found() -> list[str]:
    """The codes of what a check finds, each with a sentence that can be read."""
    outcome = verify(nu())
    for bevinding in outcome.gevonden:
        assert "%" not in finding(bevinding)
    return [bevinding.code for bevinding in outcome.gevonden]


def test_an_untouched_log_is_right_and_says_how_far_it_was_confirmed():
    outcome = verify(nu())
    assert outcome.klopt
    assert (outcome.rijen, outcome.onverzegeld, outcome.laatste.tot) == (RIJEN, 0, RIJEN)


# --- every column ------------------------------------------------------------------------------------


def other_value(field: models.Field, value: object) -> object:
    """Something else that this column can hold."""
    postgres = is_postgres()
    kinds = {
        models.DateTimeField: lambda: (
            value + timedelta(days=1) if postgres else f"{value}".replace("20", "21", 1)
        ),
        models.UUIDField: lambda: uuid4() if postgres else uuid4().hex,
        models.JSONField: lambda: json.dumps({"nummer": -1}),
        models.BigAutoField: lambda: 900_000 + int(value),
        models.ForeignKey: lambda: int(value) + 1,
    }
    for kind, make in kinds.items():
        if isinstance(field, kind):
            return make()
    if field.attname == "wijze":
        return "gezien" if value == "gewijzigd" else "gewijzigd"
    return f"{value}x"[-field.max_length :]


def unnoticed_columns() -> list[str]:
    """Columns of the log in which a change stays unseen. Every one is changed, checked and put back."""
    blind = []
    with aanvaller() as raw:
        # A place in the chain and the id that persons point at change in ways of their own, further on.
        for model, skip in ((LogRegel, {"volgnummer", "id"}), (LogBetrokkene, set())):
            for field in model._meta.concrete_fields:
                if field.column not in skip and not noticed(raw, model._meta.db_table, field):
                    blind.append(f"{model._meta.db_table}.{field.column}")
    return blind


def noticed(raw: Aanvaller, tabel: str, field: models.Field) -> bool:
    """Whether a change in this column of one row is found."""
    column = field.column
    ((key, value),) = raw.run(f"SELECT id, {column} FROM {tabel} ORDER BY id LIMIT 1 OFFSET 7")
    new = other_value(field, value)
    raw.run(f"UPDATE {tabel} SET {column} = %s WHERE id = %s", new, key)
    raw.commit()
    codes = found()
    old = json.dumps(value) if isinstance(value, dict) else value
    raw.run(f"UPDATE {tabel} SET {column} = %s WHERE id = %s", old, new if column == "id" else key)
    raw.commit()
    return bool(codes)


def test_a_change_in_any_column_is_found():
    assert unnoticed_columns() == []
    assert found() == []


@pytest.mark.parametrize(
    ("table", "column"),
    [("kern_logregel", "rol"), ("kern_logregel", "tijdstip_at"), ("kern_logbetrokkene", "wijze")],
)
def test_planted_a_seal_that_leaves_a_column_out_is_caught(monkeypatch, table, column):
    def leaky(regel, betrokkenen):
        told = contents(regel, betrokkenen)
        for row in [told] if table == "kern_logregel" else told["betrokkenen"]:
            row.pop(column)
        return told

    monkeypatch.setattr(controle, "contents", leaky)
    reseal(leaky)
    assert unnoticed_columns() == [f"{table}.{column}"]


def reseal(recipe=contents) -> None:
    """The whole chain made anew, each link right, by somebody who knows the recipe; the witness too."""
    rewrite(recipe)
    from django.conf import settings

    kop = chain_head()
    line = {"van": 1, "tot": kop.volgnummer, "schakel": kop.schakel, "tijdstip": nu().isoformat()}
    settings.GETUIGE.write_text(json.dumps({"soort": "gezegeld"} | line) + "\n")


def rewrite(recipe=contents) -> None:
    vorige = BEGIN
    rows = with_betrokkenen(LogRegel.objects.order_by("volgnummer"))
    with aanvaller() as raw:
        for volgnummer, (regel, betrokkenen) in enumerate(rows, start=1):
            regel.volgnummer = volgnummer
            vorige = link(vorige, volgnummer, recipe(regel, betrokkenen))
            raw.run("UPDATE kern_logregel SET schakel = %s WHERE id = %s", vorige, regel.pk)


# --- rows --------------------------------------------------------------------------------------------


def delete_rows(raw: Aanvaller, condition: str) -> None:
    raw.run(
        f"DELETE FROM kern_logbetrokkene WHERE regel_id IN (SELECT id FROM kern_logregel WHERE {condition})"
    )
    raw.run(f"DELETE FROM kern_logregel WHERE {condition}")


def insert_row(raw: Aanvaller, volgnummer: int | None, schakel: str = "a" * 64) -> None:
    columns = [f.column for f in LogRegel._meta.concrete_fields if f.column != "id"]
    own = {"handeling_id": "%s", "formulier_id": "NULL", "volgnummer": "%s", "schakel": "%s"}
    values = ", ".join(own.get(column, column) for column in columns)
    raw.run(
        f"INSERT INTO kern_logregel ({', '.join(columns)}) SELECT {values} FROM kern_logregel"
        " ORDER BY id LIMIT 1",
        uuid4() if is_postgres() else uuid4().hex,
        volgnummer,
        schakel,
    )


def swap(raw: Aanvaller) -> None:
    raw.run("UPDATE kern_logregel SET volgnummer = -1 WHERE volgnummer = 5")
    raw.run("UPDATE kern_logregel SET volgnummer = 5 WHERE volgnummer = 6")
    raw.run("UPDATE kern_logregel SET volgnummer = 6 WHERE volgnummer = -1")


def swap_with_links(raw: Aanvaller) -> None:
    (five,), (six,) = raw.run(
        "SELECT schakel FROM kern_logregel WHERE volgnummer IN (5, 6) ORDER BY volgnummer"
    )
    swap(raw)
    raw.run("UPDATE kern_logregel SET schakel = %s WHERE volgnummer = 5", five)
    raw.run("UPDATE kern_logregel SET schakel = %s WHERE volgnummer = 6", six)


def insert_in_the_middle(raw: Aanvaller) -> None:
    raw.run("UPDATE kern_logregel SET volgnummer = -volgnummer WHERE volgnummer >= 5")
    raw.run("UPDATE kern_logregel SET volgnummer = 1 - volgnummer WHERE volgnummer < 0")
    insert_row(raw, 5)


TAMPERING = {
    "a row thrown away": (lambda raw: delete_rows(raw, "volgnummer = 7"), {"log_rij_ontbreekt"}),
    "the first row thrown away": (lambda raw: delete_rows(raw, "volgnummer = 1"), {"log_rij_ontbreekt"}),
    "a row thrown away and the gap closed": (
        lambda raw: (
            delete_rows(raw, "volgnummer = 7"),
            raw.run("UPDATE kern_logregel SET volgnummer = -volgnummer WHERE volgnummer > 7"),
            raw.run("UPDATE kern_logregel SET volgnummer = -volgnummer - 1 WHERE volgnummer < 0"),
        ),
        {"log_rij_gewijzigd", "log_ingekort"},
    ),
    "a row taken out of the chain": (
        lambda raw: raw.run("UPDATE kern_logregel SET volgnummer = NULL, schakel = '' WHERE volgnummer = 7"),
        {"log_rij_ontbreekt"},
    ),
    "somebody seen thrown away": (
        lambda raw: raw.run(
            "DELETE FROM kern_logbetrokkene WHERE id = (SELECT max(id) FROM kern_logbetrokkene)"
        ),
        {"log_rij_gewijzigd"},
    ),
    "somebody seen added": (
        lambda raw: raw.run(
            "INSERT INTO kern_logbetrokkene (regel_id, persoon_id, gemeente_id, wijze)"
            " SELECT regel_id, handeling_id, 'GM0106', wijze FROM kern_logbetrokkene"
            " JOIN kern_logregel ON kern_logregel.id = regel_id WHERE volgnummer = 3 AND wijze = 'gezien'"
        ),
        {"log_rij_gewijzigd"},
    ),
    "a row with another id": (
        lambda raw: (
            raw.run(
                "UPDATE kern_logbetrokkene SET regel_id = 900000 WHERE regel_id ="
                " (SELECT id FROM kern_logregel WHERE volgnummer = 4)"
            ),
            raw.run("UPDATE kern_logregel SET id = 900000 WHERE volgnummer = 4"),
        ),
        {"log_rij_gewijzigd"},
    ),
    "two rows swapped": (swap, {"log_rij_gewijzigd"}),
    "two rows swapped with their links": (swap_with_links, {"log_rij_gewijzigd"}),
    "a row put in between": (insert_in_the_middle, {"log_rij_gewijzigd"}),
    "a row put at the end": (lambda raw: insert_row(raw, RIJEN + 1), {"log_rij_gewijzigd"}),
    "a row put before the first": (lambda raw: insert_row(raw, 0), {"log_rij_gewijzigd"}),
    "the tail cut off": (lambda raw: delete_rows(raw, "volgnummer > 10"), {"log_ingekort"}),
    "the tail cut off at a point of the witness": (
        lambda raw: delete_rows(raw, "volgnummer > 8"),
        {"log_ingekort"},
    ),
    "everything thrown away": (lambda raw: delete_rows(raw, "1 = 1"), {"log_ingekort"}),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_is_found(how):
    tamper, codes = TAMPERING[how]
    with aanvaller() as raw:
        tamper(raw)
    assert codes <= set(found())


def test_one_changed_row_is_one_finding():
    with aanvaller() as raw:
        raw.run("UPDATE kern_logregel SET rol = 'wethouder' WHERE volgnummer = 7")
    (bevinding,) = verify(nu()).gevonden
    assert (bevinding.code, bevinding.params) == ("log_rij_gewijzigd", {"volgnummer": 7})


def test_a_cut_tail_is_still_found_after_new_acts_have_grown_over_it():
    by = make_actor(Rol.JEUGDCONSULENT)
    with aanvaller() as raw:
        delete_rows(raw, "volgnummer > 9")
    for _ in range(15):
        with act("read_gezin", by=by):
            pass
    seal(nu())
    assert {"log_getuige_wijkt_af", "log_getuige_herhaald"} <= set(found())


def test_a_chain_made_anew_with_right_links_is_found():
    with aanvaller() as raw:
        raw.run("UPDATE kern_logregel SET by_id = 'iemand anders' WHERE volgnummer = 1")
    rewrite()
    assert found() == ["log_getuige_wijkt_af"]


def test_a_forged_row_with_the_right_link_is_found_because_nobody_announced_it():
    with aanvaller() as raw:
        insert_row(raw, None, "")
    forged = unsealed().get()
    schakel = link(chain_head().schakel, RIJEN + 1, contents(forged, []))
    with aanvaller() as raw:
        raw.run(
            "UPDATE kern_logregel SET volgnummer = %s, schakel = %s WHERE id = %s",
            RIJEN + 1,
            schakel,
            forged.pk,
        )
    assert found() == ["log_kop_onaangekondigd"]


# --- the witness -------------------------------------------------------------------------------------


def test_planted_a_check_without_the_witness_misses_a_cut_tail_and_a_chain_made_anew():
    """Why the witness is there: the chain by itself looks sound after both."""

    def found_without_witness() -> list:
        seen = Verslag()
        list(chain_findings(chain_head(), seen))
        return seen.gevonden

    with aanvaller() as raw:
        delete_rows(raw, "volgnummer > 10")
        raw.run("UPDATE kern_logregel SET by_id = 'iemand anders' WHERE volgnummer = 1")
    rewrite()
    assert found_without_witness() == []
    assert set(found()) == {"log_ingekort", "log_getuige_wijkt_af"}


def test_a_witness_that_is_gone_is_missed_also_after_the_sealer_made_a_new_one(settings):
    settings.GETUIGE.unlink()
    assert found() == ["log_getuige_ontbreekt"]
    with act("read_gezin", by=make_actor(Rol.JEUGDCONSULENT)):
        pass
    seal(nu())
    assert found() == ["log_getuige_onvolledig"]


@pytest.mark.parametrize("kept", [0, 1, 2, 3, 4])
def test_a_witness_that_lost_its_tail_no_longer_explains_the_chain(settings, kept):
    lines = settings.GETUIGE.read_text().splitlines(keepends=True)
    assert len(lines) == 6  # three times announced and confirmed
    settings.GETUIGE.write_text("".join(lines[:kept]))
    assert found() == ["log_kop_onaangekondigd"]


@pytest.mark.parametrize("gone", [1, 3])
def test_a_witness_that_lost_a_point_in_the_middle_is_incomplete(settings, gone):
    lines = settings.GETUIGE.read_text().splitlines(keepends=True)
    settings.GETUIGE.write_text("".join(line for nummer, line in enumerate(lines) if nummer != gone))
    assert found() == ["log_getuige_onvolledig"]


# --- waiting too long ---------------------------------------------------------------------------------


def test_rows_that_wait_for_their_seal_longer_than_a_minute_are_told():
    with act("read_gezin", by=make_actor(Rol.JEUGDCONSULENT)):
        pass
    now = nu()
    assert verify(now + timedelta(seconds=59)).klopt
    (bevinding,) = verify(now + timedelta(seconds=61)).gevonden
    assert (bevinding.code, bevinding.params["aantal"]) == ("log_onverzegeld", 1)


# --- the check itself ----------------------------------------------------------------------------------


def test_every_finding_has_a_sentence_and_every_sentence_a_finding():
    import re
    from pathlib import Path

    told = set(re.findall(r'seen\.add\(\s*"(log_\w+)"', Path(controle.__file__).read_text()))
    assert told == set(BEVINDINGEN)


def test_a_check_reads_some_rows_at_a_time(monkeypatch):
    monkeypatch.setattr(controle, "PER_KEER", 5)
    assert verify(nu()).rijen == RIJEN
    with aanvaller() as raw:
        raw.run("UPDATE kern_logregel SET rol = 'wethouder' WHERE volgnummer IN (5, 6, 11)")
    assert found() == ["log_rij_gewijzigd"] * 3


def test_many_findings_are_counted_and_the_first_are_told(monkeypatch):
    monkeypatch.setattr(controle, "HOOGSTENS_VERTELD", 3)
    with aanvaller() as raw:
        raw.run("UPDATE kern_logregel SET rol = 'wethouder' WHERE volgnummer <= 10")
    outcome = verify(nu())
    assert (len(outcome.gevonden), outcome.niet_verteld) == (3, 7)


def test_checking_is_an_act_of_who_may():
    outcome = verify_log(by=make_actor(Rol.PRIVACY_OFFICER))
    assert outcome.klopt
    row = LogRegel.objects.get(handeling="verify_log")
    assert row.bijzonderheden == {"rijen": RIJEN, "bevindingen": 0}
    with pytest.raises(Refused):
        verify_log(by=make_actor(Rol.JEUGDCONSULENT))


def test_the_sealer_waits_for_the_check_to_take_its_bearings(monkeypatch):
    """A row sealed while the check runs is no finding."""
    by = make_actor(Rol.JEUGDCONSULENT)
    rows = controle._rows

    def meanwhile(kop):
        with act("read_gezin", by=by):
            pass
        assert zegel.seal(nu()) == 1
        yield from rows(kop)

    monkeypatch.setattr(controle, "_rows", meanwhile)
    outcome = verify(nu())
    assert outcome.klopt
    assert outcome.rijen == RIJEN
