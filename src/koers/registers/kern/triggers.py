"""Triggers that guard the log and the tables of persons: the second wall, also for whoever forgets the first.

They are generated from the models and put back after every migrate: SQLite rebuilds a table to change
it and drops its triggers then (decision 8). A start without all of them is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from koers.registers.kern import stempels

# Every table that tells something of a person or family. A test finds the ones that are forgotten.
PERSOONSTABELLEN = (
    "kern.Persoon",
    "kern.Zoekwoord",
    "kern.Gezin",
    "kern.Gezinslid",
    "kern.Huishouden",
    "kern.Huishoudenlid",
    "kern.Ouderschap",
    "kern.Gezag",
    "kern.Inschrijving",
    "kern.Regisseurschap",
    "kern.Betrokkenheid",
    "kern.Vervanging",
    "kern.Samenvoeging",
    "kern.Ongedaanmaking",
    "kern.Bericht",
    "kern.Berichtregel",
    "toegang.Melding",
    "toegang.Casus",
    "toegang.Aanvraag",
    "toegang.AanvraagStap",
    "toegang.Besluit",
    "toegang.BesluitIntrekking",
    "toegang.Bezwaar",
    "toegang.BezwaarUitkomst",
    "toegang.Beschikking",
    "toegang.BeschikkingDocument",
    "toegang.Verzending",
    "toegang.Verwijzing",
    "toegang.Maatregel",
    "toegang.MaatregelEinde",
    "toegang.LichteHulp",
    "toegang.LichteHulpStap",
    "toegang.LichteHulpCrisis",
    "toegang.Overdracht",
    "toegang.OverdrachtOpname",
    "toegang.LichteGroep",
    "toegang.VoorliggendGebruik",
    "toegang.Ervaring",
    "toegang.SchoolWerk",  # nobody by name, but a fact of one gemeente all the same
    "toegang.Plan",
    "toegang.PlanJeugdige",
    "toegang.PlanDeel",
    "toegang.PlanOnderdeel",
    "toegang.PlanVersie",
    "toegang.PlanInstemming",
    "toegang.PlanToestemming",
    "toegang.FamiliegroepsplanStap",
    "toegang.PlanStap",
    "toegang.PlanVraag",
    "toegang.Toekomstplan",
    "toegang.ToekomstplanStap",
    "toegang.ToekomstUitkomst",
    "toegang.SchrijnendBudget",
    "toegang.SchrijnendGeval",
    "toegang.SchrijnendGevalStap",
    "toegang.EersteNotitie",
    "toegang.NotitieStap",
    "toegang.TriageStap",
    "toegang.Veiligheidsvraag",
    "toegang.Veiligheidsstap",
    "toegang.Toedeling",
    "toegang.Verwijsverzoek",
    "toegang.VerwijsverzoekStap",
    "toegang.TredeUitkomst",
    "toegang.LadderUitzondering",
    "toegang.Overgang",
    "toegang.OvergangStap",
    "toegang.OvergangGesprek",
    "zorg.Toewijzing",
    "zorg.ToewijzingWijziging",
    "zorg.Woonplaats",
    "zorg.TrajectStap",
    "zorg.Declaratie",
    "zorg.Evaluatie",
    "zorg.Herindicatie",
    "zorg.Verzoek",
    "zorg.VerzoekStap",
    # Nobody by name, but facts of one gemeente all the same.
    "monitor.Themaronde",
    "monitor.Themastem",
    "monitor.Themabesluit",
    "prognose.Scenario",
    "prognose.Uitgave",
    "zorg.Gesprek",
    "zorg.AcceptatieStap",
    "zorg.ZorgmakelaarStap",
    "zorg.AntwoordEscalatie",
    "zorg.Antwoordlink",
    "zorg.AntwoordlinkStap",
    "sturing.Sjabloonversie",
    "sturing.Rapportage",
    "sturing.Hoofdstuktekst",
    "sturing.RapportageStap",
    "netwerk.ConceptOordeel",  # nobody by name: what one gemeente thinks of itself before it says so
    "netwerk.ConceptStandpunt",  # nobody by name: what one gemeente thinks before it says so
    # What got out of hand in one gemeente; of persons only a casus, for who may see that.
    "netwerk.Escalatie",
    "netwerk.EscalatieStap",
    "netwerk.EscalatieVervolg",
    # The uitvoeringsagenda of one gemeente: nobody by name but colleagues.
    "sturing.OpgaveEigenaar",
    "sturing.OpgaveStand",
    "sturing.OpgaveDoel",
    "sturing.Interventie",
    "sturing.Agendaactie",
    "sturing.AgendaactieStap",
    "sturing.Afhankelijkheid",
    "sturing.Principegebruik",
    "sturing.Gereedheidsvoorwaarde",
    "sturing.VoorwaardeStap",
    "sturing.Formatie",
    # The gebiedsagenda of one gemeente: partners by organisation, young people in numbers.
    "sturing.Gebiedsbijeenkomst",
    "sturing.Bijeenkomstversie",
    "sturing.Gebiedsaanwezigheid",
    "sturing.Partnerbijdrage",
    "sturing.Bereikbron",
    "sturing.Gebiedsafspraak",
    "sturing.GebiedsafspraakStap",
    # Learning in one gemeente: who took part is known to themselves, and by organisation and role.
    "sturing.Leerblad",
    "sturing.Leerbladversie",
    "sturing.Leerdeelname",
    "sturing.Leernotitie",
    # What it tries out.
    "sturing.Proeftuin",
    "sturing.ProeftuinOntwerp",
    "sturing.Proeftuintelling",
    "sturing.ProeftuinStap",
    # What can go wrong there.
    "sturing.Risico",
    "sturing.RisicoOordeel",
    "sturing.RisicoStap",
    "sturing.Risicomaatregel",
    "sturing.RisicomaatregelStap",
    "sturing.Risicosignaal",
    # What it pays for, and what came of it.
    "sturing.Subsidie",
    "sturing.Prestatieafspraak",
    "sturing.Prestatietoets",
)
LOGTABELLEN = ("kern.LogRegel", "kern.LogBetrokkene")
# The two columns that the sealer fills in, once.
ZEGELKOLOMMEN = ("volgnummer", "schakel")

GEEN_HANDELING = "koers: only an act may change this table"
FEIT_BLIJFT = "koers: a fact is replaced by a later fact, never changed"
GEDEELD_BLIJFT = "koers: a shared fact is followed by a later fact, never changed"
LOG_BLIJFT = "koers: the log is append-only"
LOG_VREEMD = "koers: a log row is written by its own act, unsealed"


@dataclass(frozen=True, slots=True)
class Taal:
    """How a database says the few things that the conditions need. `eigen`: NEW is of the running act."""

    geen_handeling: str
    gelijk: str
    eigen_regel: str
    eigen_betrokkene: str


TALEN = {
    "sqlite": Taal(
        geen_handeling="koers_handeling() = ''",
        gelijk="NEW.{0} IS OLD.{0}",
        eigen_regel="NEW.handeling_id = replace(koers_handeling(), '-', '')",
        eigen_betrokkene=(
            "EXISTS (SELECT 1 FROM {regels} WHERE id = NEW.regel_id"
            " AND handeling_id = replace(koers_handeling(), '-', ''))"
        ),
    ),
    "postgresql": Taal(
        geen_handeling="coalesce(current_setting('koers.handeling', true), '') = ''",
        gelijk="NEW.{0} IS NOT DISTINCT FROM OLD.{0}",
        eigen_regel="NEW.handeling_id::text = coalesce(current_setting('koers.handeling', true), '')",
        eigen_betrokkene="koers_eigen_regel(NEW.regel_id)",
    ),
}


@dataclass(frozen=True, slots=True)
class Wacht:
    """One trigger: when `gebeurtenis` on `tabel` is refused, and with which words."""

    tabel: str
    gebeurtenis: str
    wanneer: str
    zin: str

    @property
    def naam(self) -> str:
        return f"koers_{self.tabel}_{self.gebeurtenis.lower()}"


def guards(vendor: str) -> list[Wacht]:
    """Every trigger that the database must have."""
    taal = TALEN[vendor]
    found = [*_log_guards(taal), *_person_guards(taal), *_shared_guards(taal)]
    if vendor == "postgresql":
        found += [Wacht(_table(label), "TRUNCATE", "", LOG_BLIJFT) for label in LOGTABELLEN]
        kept = (*PERSOONSTABELLEN, *shared_facts())
        found += [Wacht(_table(label), "TRUNCATE", "", GEEN_HANDELING) for label in kept]
    return found


def _log_guards(taal: Taal) -> Iterator[Wacht]:
    regel, betrokkene = (apps.get_model(label) for label in LOGTABELLEN)
    regels, betrokkenen = regel._meta.db_table, betrokkene._meta.db_table
    unsealed = "NEW.volgnummer IS NULL AND NEW.schakel = ''"
    yield Wacht(regels, "INSERT", f"NOT ({taal.eigen_regel} AND {unsealed})", LOG_VREEMD)
    yield Wacht(regels, "UPDATE", f"NOT ({_sealing(regel, taal)})", LOG_BLIJFT)
    yield Wacht(regels, "DELETE", "1 = 1", LOG_BLIJFT)
    own = taal.eigen_betrokkene.format(regels=regels)
    yield Wacht(betrokkenen, "INSERT", f"NOT ({own})", LOG_VREEMD)
    yield Wacht(betrokkenen, "UPDATE", "1 = 1", LOG_BLIJFT)
    yield Wacht(betrokkenen, "DELETE", "1 = 1", LOG_BLIJFT)


def _sealing(regel: type[Model], taal: Taal) -> str:
    """The one change that a log row may undergo: it gets its place and its link, and nothing else."""
    rest = [f.column for f in regel._meta.concrete_fields if f.column not in ZEGELKOLOMMEN]
    return " AND ".join(
        [
            "OLD.volgnummer IS NULL AND NEW.volgnummer IS NOT NULL AND NEW.schakel <> ''",
            *(taal.gelijk.format(column) for column in rest),
        ]
    )


def _person_guards(taal: Taal) -> Iterator[Wacht]:
    for label in PERSOONSTABELLEN:
        yield Wacht(_table(label), "INSERT", taal.geen_handeling, GEEN_HANDELING)
        for gebeurtenis in ("UPDATE", "DELETE"):
            if is_fact(label):
                yield Wacht(_table(label), gebeurtenis, "1 = 1", FEIT_BLIJFT)
            else:
                yield Wacht(_table(label), gebeurtenis, taal.geen_handeling, GEEN_HANDELING)


def is_fact(label: str) -> bool:
    """Whether the rows of this table only come (decision 4)."""
    from koers.registers.feiten import Feit

    return issubclass(apps.get_model(label), Feit)


def _shared_guards(taal: Taal) -> Iterator[Wacht]:
    for label in shared_facts():
        yield Wacht(_table(label), "INSERT", taal.geen_handeling, GEEN_HANDELING)
        for gebeurtenis in ("UPDATE", "DELETE"):
            yield Wacht(_table(label), gebeurtenis, "1 = 1", GEDEELD_BLIJFT)


def shared_facts() -> list[str]:
    """Every table of facts that several municipalities share. There is no list to forget one on."""
    from koers.registers.feiten import GedeeldFeit

    return sorted(model._meta.label for model in apps.get_models() if issubclass(model, GedeeldFeit))


def _table(label: str) -> str:
    return apps.get_model(label)._meta.db_table


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts every trigger in place anew, on the tables that are there; they must be ours."""
    remove(connection)
    tabellen = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTIES)
        for wacht in guards(connection.vendor):
            if wacht.tabel in tabellen:
                cursor.execute(_create(connection.vendor, wacht))
    stempels.install(connection, tabellen)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Takes every trigger of Koers away: before a migration rebuilds tables, or the tests empty them."""
    with connection.cursor() as cursor:
        for naam, tabel in _present(connection):
            on = f" ON {tabel}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {naam}{on}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that are not there or do not do what they should."""
    expected = {
        wacht.naam: _create(connection.vendor, wacht) if connection.vendor == "sqlite" else wacht.tabel
        for wacht in guards(connection.vendor)
    }
    for een in stempels.stampings(connection.vendor):
        expected[een.naam] = een.statement if connection.vendor == "sqlite" else een.tabel
    present = _definitions(connection)
    return sorted(naam for naam, text in expected.items() if present.get(naam) != text)


def _create(vendor: str, wacht: Wacht) -> str:
    if vendor == "sqlite":
        return (
            f"CREATE TRIGGER {wacht.naam} BEFORE {wacht.gebeurtenis} ON {wacht.tabel} FOR EACH ROW"
            f" WHEN {wacht.wanneer} BEGIN SELECT RAISE(ABORT, '{wacht.zin}'); END"
        )
    per = "STATEMENT" if wacht.gebeurtenis == "TRUNCATE" else f"ROW WHEN ({wacht.wanneer})"
    return (
        f"CREATE TRIGGER {wacht.naam} BEFORE {wacht.gebeurtenis} ON {wacht.tabel} FOR EACH {per}"
        f" EXECUTE FUNCTION koers_weiger('{wacht.zin}')"
    )


# An integrity violation, as in SQLite, so that both reach the program as the same error.
FUNCTIES = """
CREATE OR REPLACE FUNCTION koers_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE FUNCTION koers_eigen_regel(regel bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM kern_logregel
        WHERE id = regel AND handeling_id::text = coalesce(current_setting('koers.handeling', true), '')
    );
END $$;
"""


def _present(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_LIST[connection.vendor])
        return [(naam, tabel) for naam, tabel, _ in cursor.fetchall()]


def _definitions(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(_LIST[connection.vendor])
        rows = cursor.fetchall()
    if connection.vendor == "sqlite":
        return {naam: sql for naam, _, sql in rows}
    # Disabled ('D') or only for replicas ('R') is as good as gone.
    return {naam: tabel for naam, tabel, enabled in rows if enabled in ("O", "A")}


_LIST = {
    "sqlite": (
        "SELECT name, tbl_name, sql FROM sqlite_master"
        " WHERE type = 'trigger' AND substr(name, 1, 6) = 'koers_'"
    ),
    "postgresql": (
        "SELECT tgname, relname, tgenabled::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
        " AND substr(tgname, 1, 6) = 'koers_'"
    ),
}
