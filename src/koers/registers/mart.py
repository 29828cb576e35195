"""The SQL views that feed the mart: facts of now as the published tables of `koers.domain.spells`.

Written once for both databases; `WOORDEN` holds the few things that they say differently. Every view
carries `vastgelegd_at`, so that reporting delay and vintages can be told (decision 4). `jeugdige` is the
register's own key here; the mart replaces it by a keyed pseudonym.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection as default_connection
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Woorden:
    """How a database writes a key without dashes, a month, and the later of two moments."""

    sleutel: str
    maand: str
    laatste: str
    dag_eerder: str


WOORDEN = {
    "sqlite": Woorden("{0}", "substr({0}, 1, 7)", "max({0}, coalesce({1}, {0}))", "date({0}, '-1 day')"),
    "postgresql": Woorden(
        "replace({0}::text, '-', '')", "to_char({0}, 'YYYY-MM')", "greatest({0}, {1})", "({0} - 1)"
    ),
}

# Facts that nothing replaced and that were not withdrawn.
_NU = """NOT {f}.ingetrokken AND NOT EXISTS (SELECT 1 FROM {tabel} later WHERE later.vervangt_id = {f}.id)"""


def _now(f: str, tabel: str) -> str:
    return _NU.format(f=f, tabel=tabel)


def _person(column: str) -> str:
    """Who this is about, as `p`: the row that stays, for as long as a merge holds."""
    return f"""
        LEFT JOIN (
            SELECT g.opgegaan_id, g.blijft_id FROM kern_samenvoeging g
            WHERE NOT EXISTS (SELECT 1 FROM kern_ongedaanmaking o WHERE o.samenvoeging_id = g.id)
        ) een ON een.opgegaan_id = {column}
        JOIN kern_persoon p ON p.id = coalesce(een.blijft_id, {column})
    """


def definitions(vendor: str) -> dict[str, str]:
    """The SELECT of every view, by the name of its published table."""
    w = WOORDEN[vendor]
    begun = w.laatste.format("h.vastgelegd_at", "b.vastgelegd_at")
    kind, maand = w.sleutel.format("p.id"), w.maand.format("p.geboortedatum")
    return {
        "spells": f"""
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, p.geslacht AS geslacht,
                   t.gemeente_id AS gemeente, m.route AS route, cp.niveau AS niveau, cp.code AS product,
                   nullif(o.agb, '') AS aanbieder, s.datum AS begindatum, s.stop_datum AS einddatum,
                   {w.laatste.format("s.vastgelegd_at", "s.stop_at")} AS vastgelegd_at
            FROM (
                SELECT f.toewijzing_id, f.soort, f.datum, f.vastgelegd_at,
                       lead(f.datum) OVER w AS stop_datum,
                       lead(f.vastgelegd_at) OVER w AS stop_at
                FROM zorg_trajectstap f WHERE {_now("f", "zorg_trajectstap")}
                WINDOW w AS (PARTITION BY f.toewijzing_id ORDER BY f.datum, f.soort, f.vastgelegd_at, f.id)
            ) s
            JOIN zorg_toewijzing t ON t.id = s.toewijzing_id
            JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            JOIN kern_organisatie o ON o.id = cp.aanbieder_id
            JOIN toegang_casus c ON c.id = t.casus_id
            JOIN toegang_melding m ON m.id = c.melding_id
            {_person("c.jeugdige_id")}
            WHERE s.soort = 'start' AND {_now("t", "zorg_toewijzing")}
        """,
        "lichte_hulp": f"""
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, h.gemeente_id AS gemeente, h.soort AS soort,
                   nullif(o.agb, '') AS praktijk, h.datum AS vraagdatum, b.datum AS begindatum,
                   e.datum AS einddatum, e.soort AS uitkomst,
                   {w.laatste.format(begun, "e.vastgelegd_at")} AS vastgelegd_at
            FROM toegang_lichtehulp h
            {_person("h.jeugdige_id")}
            LEFT JOIN kern_organisatie o ON o.id = h.praktijk_id
            LEFT JOIN toegang_lichtehulpstap b
                ON b.lichte_hulp_id = h.id AND b.soort = 'start' AND {_now("b", "toegang_lichtehulpstap")}
            LEFT JOIN toegang_lichtehulpstap e
                ON e.lichte_hulp_id = h.id AND e.soort <> 'start' AND {_now("e", "toegang_lichtehulpstap")}
            WHERE {_now("h", "toegang_lichtehulp")}
        """,
        "voorliggend": f"""
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, v.gemeente_id AS gemeente,
                   v.voorziening AS voorziening, v.datum AS begindatum,
                   {w.dag_eerder.format("v.tot_datum")} AS einddatum, v.vastgelegd_at AS vastgelegd_at
            FROM toegang_voorliggendgebruik v {_person("v.jeugdige_id")}
            WHERE {_now("v", "toegang_voorliggendgebruik")}
        """,
        "verwijzingen": _referrals(kind, maand),
        "declaraties": f"""
            SELECT {kind} AS jeugdige, d.gemeente_id AS gemeente, {w.maand.format("d.maand")} AS maand,
                   d.bedrag_cent AS bedrag_cent, cp.niveau AS niveau, m.route AS route,
                   m.verwijzer AS verwijzer, b.voorbereid_door AS team, cp.code AS product,
                   d.vastgelegd_at AS vastgelegd_at
            FROM zorg_declaratie d
            JOIN zorg_toewijzing t ON t.id = d.toewijzing_id
            JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            JOIN toegang_casus c ON c.id = t.casus_id
            JOIN toegang_melding m ON m.id = c.melding_id
            {_person("c.jeugdige_id")}
            LEFT JOIN toegang_besluit b ON b.id = t.besluit_id
            WHERE {_now("d", "zorg_declaratie")}
        """,
        "ervaringen": f"""
            SELECT e.datum AS datum, e.passend >= 4 AS passend, e.wie AS wie, e.gemeente_id AS gemeente,
                   e.vastgelegd_at AS vastgelegd_at
            FROM toegang_ervaring e WHERE {_now("e", "toegang_ervaring")}
        """,
        "bevolking": """
            SELECT b.gemeente_code AS gemeente, b.leeftijd AS leeftijd, b.jaar AS jaar, b.aantal AS aantal
            FROM monitor_bevolking b
        """,
    }


def _referrals(kind: str, maand: str) -> str:
    """Granted besluiten, legal referrals, and questions that led to neither; with the first help of each."""
    first_help = """
        SELECT x.besluit_id, x.verwijzing_id, x.niveau, x.code, x.hulp_begindatum FROM (
            SELECT t.besluit_id, t.verwijzing_id, cp.niveau, cp.code,
                   (SELECT min(f.datum) FROM zorg_trajectstap f
                    WHERE f.toewijzing_id = t.id AND f.soort = 'start' AND {stap}) AS hulp_begindatum,
                   row_number() OVER (
                       PARTITION BY t.besluit_id, t.verwijzing_id
                       ORDER BY t.ingangsdatum, t.vastgelegd_at, t.id
                   ) AS volgorde
            FROM zorg_toewijzing t JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            WHERE {toewijzing}
        ) x WHERE x.volgorde = 1
    """.format(stap=_now("f", "zorg_trajectstap"), toewijzing=_now("t", "zorg_toewijzing"))
    who = f"{kind} AS jeugdige, {maand} AS geboortemaand, c.gemeente_id AS gemeente"
    question = f"JOIN toegang_melding m ON m.id = c.melding_id {_person('c.jeugdige_id')}"
    return f"""
        WITH eerste AS ({first_help})
        SELECT {who}, CASE WHEN b.herindicatie THEN b.datum ELSE m.datum END AS datum, m.route AS route,
               m.verwijzer AS verwijzer, NULL AS praktijk, nullif(m.kanaal, '') AS kanaal,
               b.voorbereid_door AS team, b.herindicatie AS herindicatie, h.niveau AS niveau,
               b.product AS product, h.hulp_begindatum AS hulp_begindatum, b.vastgelegd_at AS vastgelegd_at
        FROM toegang_besluit b JOIN toegang_casus c ON c.id = b.casus_id {question}
        LEFT JOIN eerste h ON h.besluit_id = b.id
        WHERE b.soort = 'toekenning' AND {_now("b", "toegang_besluit")}
        UNION ALL
        SELECT {who}, v.datum, m.route, v.verwijzer, nullif(o.agb, ''), nullif(m.kanaal, ''), NULL,
               v.herindicatie, h.niveau, h.code, h.hulp_begindatum, v.vastgelegd_at
        FROM toegang_verwijzing v JOIN toegang_casus c ON c.id = v.casus_id {question}
        LEFT JOIN kern_organisatie o ON o.id = v.organisatie_id
        LEFT JOIN eerste h ON h.verwijzing_id = v.id
        WHERE {_now("v", "toegang_verwijzing")}
        UNION ALL
        SELECT {who}, m.datum, m.route, m.verwijzer, NULL, nullif(m.kanaal, ''), NULL, m.ingetrokken,
               NULL, NULL, NULL, m.vastgelegd_at
        FROM toegang_casus c {question}
        WHERE {_now("m", "toegang_melding")}
          AND NOT EXISTS (SELECT 1 FROM toegang_verwijzing v WHERE v.casus_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM toegang_besluit b WHERE b.casus_id = c.id
                          AND b.soort = 'toekenning' AND {_now("b", "toegang_besluit")})
    """


def view_name(tabel: str) -> str:
    """The name of a view in the database."""
    return f"mart_{tabel}"


def remove(connection: BaseDatabaseWrapper) -> None:
    """Takes the views away: before a migration rebuilds the tables under them."""
    with connection.cursor() as cursor:
        for tabel in definitions(connection.vendor):
            cursor.execute(f"DROP VIEW IF EXISTS {view_name(tabel)}")


def install(connection: BaseDatabaseWrapper) -> None:
    """Makes every view anew."""
    remove(connection)
    with connection.cursor() as cursor:
        for tabel, select in definitions(connection.vendor).items():
            # On PostgreSQL a view must not lend its reader the rights of its owner: rows of another
            # municipality stay hidden in it as they are in the tables.
            how = " WITH (security_invoker = true)" if connection.vendor == "postgresql" else ""
            cursor.execute(f"CREATE VIEW {view_name(tabel)}{how} AS {select}")


def rows(
    tabel: str, kolommen: tuple[str, ...], dagkolom: str, jaren: frozenset[int] | None
) -> Iterator[tuple]:
    """Rows of a view in the order of `kolommen`; of some years of its day, or all. Inside an act."""
    names = ", ".join(kolommen)
    where = (
        ""
        if jaren is None
        else f" WHERE {_year(dagkolom)} IN ({', '.join(map(str, sorted(jaren))) or 'NULL'})"
    )
    with default_connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {view_name(tabel)}{where}")
        while batch := cursor.fetchmany(10_000):
            yield from batch


def counts(tabel: str, dagkolom: str) -> dict[int, int]:
    """Rows of a view per year of its day."""
    with default_connection.cursor() as cursor:
        cursor.execute(f"SELECT {_year(dagkolom)}, count(*) FROM {view_name(tabel)} GROUP BY 1")
        return {int(jaar): int(aantal) for jaar, aantal in cursor.fetchall()}


def changed_years(tabel: str, dagkolom: str, sinds: datetime) -> frozenset[int]:
    """Years of a view with a row that was written since a moment."""
    with default_connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT {_year(dagkolom)} FROM {view_name(tabel)} WHERE vastgelegd_at >= %s", [sinds]
        )
        return frozenset(int(jaar) for (jaar,) in cursor.fetchall())


def _year(dagkolom: str) -> str:
    """The year of a day, of a month "2026-03", or of a year itself."""
    if dagkolom == "jaar":
        return dagkolom
    return f"CAST(substr(CAST({dagkolom} AS text), 1, 4) AS integer)"
