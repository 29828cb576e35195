"""What is looked at before Koers starts: each fault is planted once and told in one Dutch sentence."""

import os
import socket
import sys
import threading
from contextlib import closing, contextmanager

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection

from koers.actions.handeling import act
from koers.cli import opstarten, werk
from koers.config import start
from koers.config.start import CONTROLES, GEBREKEN, Gebrek
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern import rls
from koers.registers.kern.models import LogRegel
from tests.databank import aanvaller, as_owner
from tests.wereld import make_actor

GOED = {
    "SECRET_KEY": "k" * 20 + "0123456789abcdefghijklmnopqrstuvwxyz",
    "BSN_SLEUTEL": "0123456789abcdef" * 4,
    "BSN_INDEX_SLEUTEL": "fedcba9876543210" * 4,
    "MART_SLEUTEL": "00112233445566778899aabbccddeeff" * 2,
    "DEMO": False,
    "TESTING": False,
}


def codes(controle) -> list[str]:
    """The faults of one check; each has a sentence without holes."""
    found = list(controle())
    assert all("%(" not in str(GEBREKEN[g.code]) % g.params for g in found)
    return [gebrek.code for gebrek in found]


@pytest.fixture
def real(settings):
    """An installation that is neither the demo nor a test."""
    for naam, value in GOED.items():
        setattr(settings, naam, value)
    return settings


class TestKeys:
    def test_good_keys_are_good(self, real):
        assert codes(start.keys) == []

    @pytest.mark.parametrize("secret", ["", "kort", "demo-sleutel-beschermt-niets" * 2])
    def test_a_secret_key_that_is_missing_short_or_known(self, real, secret):
        real.SECRET_KEY = secret
        assert codes(start.keys) == ["geheime_sleutel"]

    @pytest.mark.parametrize("key", ["", "11" * 32, "ab" * 31, "zz" * 32, "0123456789abcdef" * 4 + "\n"])
    @pytest.mark.parametrize("naam", start.SLEUTELS)
    def test_a_bsn_key_that_is_missing_wrong_or_known(self, real, naam, key):
        setattr(real, naam, key)
        assert codes(start.keys) == ["sleutel"]

    def test_two_keys_that_are_one(self, real):
        real.MART_SLEUTEL = real.BSN_SLEUTEL
        assert codes(start.keys) == ["sleutels_gelijk"]

    def test_the_demo_has_its_own(self, real):
        real.DEMO, real.SECRET_KEY = True, ""
        assert codes(start.keys) == []


class TestHosts:
    def test_the_demo_on_another_host(self, real):
        real.DEMO, real.ALLOWED_HOSTS = True, ["127.0.0.1", "koers.voorbeeld.nl"]
        assert codes(start.hosts) == ["demo_niet_hier"]

    @pytest.mark.parametrize("alles", [["*"], [".voorbeeld.nl"], ["0.0.0.0"]])
    def test_the_demo_on_any_host(self, real, alles):
        real.DEMO, real.ALLOWED_HOSTS = True, alles
        assert codes(start.hosts) == ["demo_niet_hier"]

    def test_the_demo_here(self, real):
        real.DEMO, real.ALLOWED_HOSTS = True, ["127.0.0.1", "localhost", "[::1]"]
        assert codes(start.hosts) == []

    def test_no_demo_anywhere(self, real):
        real.ALLOWED_HOSTS = ["koers.voorbeeld.nl"]
        assert codes(start.hosts) == []

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "koers.voorbeeld.nl"])
    def test_the_demo_does_not_listen_elsewhere(self, settings, host):
        settings.DEMO = True
        with pytest.raises(Refused) as refused:
            opstarten.require_loopback_in_demo(host)
        assert refused.value.code == "demo_alleen_hier"
        settings.DEMO = False
        opstarten.require_loopback_in_demo(host)

    @pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1", "[::1]"])
    def test_the_demo_listens_here(self, settings, host):
        settings.DEMO = True
        opstarten.require_loopback_in_demo(host)


class TestOrganisation:
    @pytest.mark.parametrize("address", ["", "https://inloggen.gemeente.example/realms/een"])
    def test_none_or_over_https(self, real, address):
        real.OIDC_ISSUER = address
        assert codes(start.organisation) == []

    @pytest.mark.parametrize(
        "address", ["http://inloggen.gemeente.example", "inloggen.gemeente.example", "http://127.0.0.1:9"]
    )
    @pytest.mark.parametrize("naam", ["OIDC_ISSUER", "OIDC_AANMELDPAGINA"])
    def test_over_anything_else(self, real, naam, address):
        setattr(real, naam, address)
        assert codes(start.organisation) == ["organisatie_onveilig"]


class TestWitness:
    def test_a_witness_that_can_be_written(self, settings, tmp_path):
        settings.GETUIGE = tmp_path / "elders" / "log.jsonl"
        assert codes(start.witness) == []

    @pytest.mark.parametrize("place", ["", "bestand/log.jsonl"])
    def test_a_witness_that_cannot(self, settings, tmp_path, place):
        (tmp_path / "bestand").write_text("geen map")
        settings.GETUIGE = tmp_path / place
        assert codes(start.witness) == ["getuige"]


class TestPolicy:
    def test_our_own_policy_is_right(self, monkeypatch):
        monkeypatch.delenv("KOERS_BELEID", raising=False)
        assert codes(start.policy) == []

    def test_a_policy_file_that_is_wrong(self, monkeypatch, tmp_path):
        (tmp_path / "normen").mkdir()
        (tmp_path / "normen" / "eigen.yaml").write_text("dit is: geen norm\n")
        monkeypatch.setenv("KOERS_BELEID", str(tmp_path))
        assert codes(start.policy) == ["beleid"]


@pytest.mark.django_db
class TestDatabase:
    def test_the_database_of_the_tests_is_right(self):
        assert codes(start.database) == []

    def test_a_database_that_does_not_answer(self, monkeypatch):
        from django.db import OperationalError

        def silent(*args):
            raise OperationalError("connection refused")

        monkeypatch.setattr(start.triggers, "missing", silent)
        assert codes(start.database) == ["database"]

    @pytest.mark.sqlite
    def test_a_trigger_that_is_missing(self):
        connection.cursor().execute("DROP TRIGGER koers_kern_gezin_update")
        assert codes(start.database) == ["wachters"]

    @pytest.mark.sqlite
    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize(
        "pragma",
        ["synchronous=OFF", "synchronous=NORMAL", "foreign_keys=OFF", "recursive_triggers=OFF"],
    )
    def test_sqlite_that_is_set_to_lose_or_forget(self, pragma):
        naam = pragma.split("=")[0]
        before = connection.cursor().execute(f"PRAGMA {naam}").fetchone()[0]
        connection.cursor().execute(f"PRAGMA {pragma}")
        try:
            assert codes(start.database) == ["sqlite_instelling"]
        finally:
            connection.cursor().execute(f"PRAGMA {naam}={before}")

    @pytest.mark.sqlite
    @pytest.mark.django_db(transaction=True)
    def test_sqlite_without_a_write_ahead_log(self):
        connection.cursor().execute("PRAGMA journal_mode=DELETE")
        try:
            assert codes(start.database) == ["sqlite_instelling"]
        finally:
            connection.cursor().execute("PRAGMA journal_mode=WAL")

    @pytest.mark.sqlite
    @pytest.mark.django_db(transaction=True)
    def test_sqlite_that_is_safer_still(self):
        connection.cursor().execute("PRAGMA synchronous=EXTRA")
        assert codes(start.database) == []
        connection.cursor().execute("PRAGMA synchronous=FULL")


@contextmanager
def changed(change: str, back: str):
    """The owner does something to the database that must not be."""
    with aanvaller() as raw:
        raw.run(change)
    try:
        yield
    finally:
        with aanvaller() as raw:
            raw.run(back)
        # Triggers, rights and policies come back as after every migrate.
        as_owner(lambda: call_command("migrate", verbosity=0))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
class TestPostgres:
    def test_a_commit_that_does_not_wait_for_the_disk(self):
        connection.cursor().execute("SET synchronous_commit = off")
        assert codes(start.database) == ["synchronous_commit"]
        connection.cursor().execute("RESET synchronous_commit")

    @pytest.mark.parametrize(
        ("change", "back", "code"),
        [
            (
                "DROP TRIGGER koers_kern_gezin_update ON kern_gezin",
                "SELECT 1",
                "wachters",
            ),
            (
                "ALTER TABLE kern_gezin DISABLE TRIGGER koers_kern_gezin_update",
                "ALTER TABLE kern_gezin ENABLE TRIGGER koers_kern_gezin_update",
                "wachters",
            ),
            (
                "ALTER TABLE kern_gezag DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE kern_gezag ENABLE ROW LEVEL SECURITY",
                "zicht_per_gemeente",
            ),
            (
                "CREATE POLICY te_ruim ON kern_gezag FOR SELECT USING (true)",
                "DROP POLICY te_ruim ON kern_gezag",
                "zicht_per_gemeente",
            ),
            (
                "CREATE VIEW lek AS SELECT * FROM kern_persoon",
                "DROP VIEW lek",
                "zicht_per_gemeente",
            ),
            (
                "GRANT DELETE ON kern_logregel TO koers_app",
                "REVOKE DELETE ON kern_logregel FROM koers_app",
                "te_veel_rechten",
            ),
            (
                "GRANT UPDATE (by_id) ON kern_logregel TO koers_app",
                "REVOKE UPDATE (by_id) ON kern_logregel FROM koers_app",
                "te_veel_rechten",
            ),
            (
                "ALTER TABLE kern_gezin OWNER TO koers_app",
                "ALTER TABLE kern_gezin OWNER TO koers_owner",
                "te_veel_rechten",
            ),
        ],
    )
    def test_a_wall_with_a_hole(self, change, back, code):
        with changed(change, back):
            assert codes(start.database) == [code]
        assert codes(start.database) == []

    def test_a_policy_that_is_gone(self):
        with changed(f"DROP POLICY {rls.BELEID} ON kern_gezag", "SELECT 1"):
            assert codes(start.database) == ["zicht_per_gemeente"]
        assert codes(start.database) == []

    @pytest.mark.parametrize("recht", ["SUPERUSER", "BYPASSRLS"])
    def test_a_role_that_walks_past_every_policy(self, recht):
        naam = f"koers_toets_{recht.lower()}_{os.getpid()}"
        with changed(
            f"CREATE ROLE {naam} {recht}; GRANT {naam} TO koers_app;"
            f" GRANT SELECT ON ALL TABLES IN SCHEMA public TO {naam}",
            f"DROP OWNED BY {naam}; DROP ROLE {naam}",
        ):
            connection.cursor().execute(f"SET ROLE {naam}")
            assert codes(start.database) == ["te_veel_rechten"]
            connection.cursor().execute("RESET ROLE")


class TestAllTogether:
    def test_every_sentence_has_a_fault_that_is_planted_here(self):
        import re
        from pathlib import Path

        told = set(re.findall(r'Gebrek\(\s*"(\w+)"', Path(start.__file__).read_text()))
        assert told == set(GEBREKEN)

    def test_faults_become_sentences_and_code_1(self, monkeypatch, capsys):
        monkeypatch.setattr(start, "CONTROLES", (lambda: iter([Gebrek("synchronous_commit", {})]),))
        with pytest.raises(SystemExit) as stopped:
            opstarten.require_sound_start()
        assert stopped.value.code == 1
        assert capsys.readouterr().err.splitlines() == [
            "PostgreSQL bevestigt voor het is opgeslagen: synchronous_commit is off. "
            "Zet het op on voor deze database of rol.",
            "Koers is niet gestart.",
        ]

    def test_checks_are_for_a_start_and_not_for_a_migration(self):
        assert {c.__name__ for c in CONTROLES} == {
            "keys",
            "hosts",
            "organisation",
            "witness",
            "policy",
            "database",
        }
        assert run_checks(tags=["koers"]) == []

    @pytest.mark.django_db
    def test_a_sound_start_says_nothing(self, capsys):
        opstarten.require_sound_start()
        assert capsys.readouterr() == ("", "")


class TestPort:
    def test_a_free_port_is_free(self):
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        opstarten.require_free_port("127.0.0.1", port)

    def test_a_busy_port(self):
        with closing(socket.socket()) as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            with pytest.raises(Refused) as refused:
                opstarten.require_free_port("127.0.0.1", other.getsockname()[1])
        assert refused.value.code == "poort_bezet"

    def test_a_port_that_is_not_ours(self, monkeypatch):
        def no(*args):
            raise PermissionError

        monkeypatch.setattr(opstarten.socket.socket, "bind", no)
        with pytest.raises(Refused) as refused:
            opstarten.require_free_port("127.0.0.1", 80)
        assert refused.value.code == "poort_mag_niet"


@pytest.mark.django_db(transaction=True)
def test_the_sealer_goes_on_by_itself_also_after_it_failed_once(monkeypatch):
    from koers.actions.kern import zegel

    monkeypatch.setattr(werk, "ELKE_SECONDEN", 0.01)
    real, failed, stop = zegel.seal, threading.Event(), threading.Event()

    def fails_once(now):
        if not failed.is_set():
            failed.set()
            raise OSError("disk full")
        done = real(now)
        if done:
            stop.set()
        return done

    monkeypatch.setattr(zegel, "seal", fails_once)
    with act("read_gezin", by=make_actor(Rol.JEUGDCONSULENT)):
        pass
    thread = threading.Thread(target=werk.seal_until, args=(stop,))
    thread.start()
    thread.join(30)
    stop.set()
    assert failed.is_set()
    assert LogRegel.objects.get(handeling="read_gezin").volgnummer == 1
    assert "koers.cli.werk" in sys.modules
