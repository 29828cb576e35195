"""The SQL views that feed the mart: facts of now as the published tables of `koers.domain.spells`.

Written once for both databases; `WOORDEN` holds the few things that they say differently. Every view
carries `vastgelegd_at`, so that reporting delay and vintages can be told (decision 4). `jeugdige` is the
register's own key here; the mart replaces it by a keyed pseudonym.

The same SELECTs with a `stand` give the facts as they were known before that moment: what was written
later does not exist yet, and replaces nothing. What is no fact (a birth month, the population) is of now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection as default_connection
from django.db.backends.base.base import BaseDatabaseWrapper

from koers.domain.ladder import (
    CRISIS,
    GEEN_UITZONDERING,
    HARDHEIDSCLAUSULE,
    OPEN,
    OVERGESLAGEN,
    VOORLIGGENDE_TREDEN,
)
from koers.domain.routes import TOEGANG


@dataclass(frozen=True, slots=True)
class Woorden:
    """How a database writes a key without dashes, a month, and the later of two moments."""

    sleutel: str
    maand: str
    laatste: str
    dag_eerder: str
    eerste: str
    moment: str


WOORDEN = {
    "sqlite": Woorden(
        "{0}",
        "substr({0}, 1, 7)",
        "max({0}, coalesce({1}, {0}))",
        "date({0}, '-1 day')",
        "min(coalesce({0}, {1}), coalesce({1}, {0}))",
        "'{0}'",
    ),
    "postgresql": Woorden(
        "replace({0}::text, '-', '')",
        "to_char({0}, 'YYYY-MM')",
        "greatest({0}, {1})",
        "({0} - 1)",
        "least({0}, {1})",
        "'{0}+00'::timestamptz",
    ),
}


@dataclass(frozen=True, slots=True)
class Kennis:
    """Facts that nothing replaced and that were not withdrawn; before the moment `grens` (SQL), or now."""

    grens: str = ""

    def now(self, f: str, tabel: str) -> str:
        """The condition on the facts `f` of a table."""
        later = f"SELECT 1 FROM {tabel} later WHERE later.vervangt_id = {f}.id{self.before('later')}"
        return f"NOT {f}.ingetrokken AND NOT EXISTS ({later}){self.before(f)}"

    def before(self, f: str) -> str:
        """That a fact was known."""
        return f" AND {f}.vastgelegd_at < {self.grens}" if self.grens else ""


def _person(k: Kennis, column: str) -> str:
    """Who this is about, as `p`: the row that stays, for as long as a merge holds that was known."""
    return f"""
        LEFT JOIN (
            SELECT g.opgegaan_id, g.blijft_id FROM kern_samenvoeging g
            WHERE NOT EXISTS (
                SELECT 1 FROM kern_ongedaanmaking o WHERE o.samenvoeging_id = g.id{k.before("o")}
            ){k.before("g")}
        ) een ON een.opgegaan_id = {column}
        JOIN kern_persoon p ON p.id = coalesce(een.blijft_id, {column})
    """


def _chain(k: Kennis) -> str:
    """Which besluit holds in the place of each, as `keten`: a toewijzing names the one it was given by."""
    return f"""
        RECURSIVE keten AS (
            SELECT b.id AS besluit_id, b.id AS nu_id FROM toegang_besluit b
            WHERE {k.now("b", "toegang_besluit")}
            UNION ALL
            SELECT b.vervangt_id, k.nu_id FROM keten k JOIN toegang_besluit b ON b.id = k.besluit_id
            WHERE b.vervangt_id IS NOT NULL
        )
    """


def definitions(vendor: str, stand: datetime | None = None) -> dict[str, str]:
    """The SELECT of every view, by the name of its published table; as known before `stand`, or now."""
    k = Kennis(_moment(vendor, stand) if stand else "")
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
                FROM zorg_trajectstap f WHERE {k.now("f", "zorg_trajectstap")}
                WINDOW w AS (PARTITION BY f.toewijzing_id ORDER BY f.datum, f.soort, f.vastgelegd_at, f.id)
            ) s
            JOIN zorg_toewijzing t ON t.id = s.toewijzing_id
            JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            JOIN kern_organisatie o ON o.id = cp.aanbieder_id
            JOIN toegang_casus c ON c.id = t.casus_id
            JOIN toegang_melding m ON m.id = c.melding_id
            {_person(k, "c.jeugdige_id")}
            WHERE s.soort = 'start' AND {k.now("t", "zorg_toewijzing")}
        """,
        "lichte_hulp": f"""
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, h.gemeente_id AS gemeente, h.soort AS soort,
                   nullif(o.agb, '') AS praktijk, h.datum AS vraagdatum, b.datum AS begindatum,
                   e.datum AS einddatum, e.soort AS uitkomst,
                   {w.laatste.format(begun, "e.vastgelegd_at")} AS vastgelegd_at
            FROM toegang_lichtehulp h
            {_person(k, "h.jeugdige_id")}
            LEFT JOIN kern_organisatie o ON o.id = h.praktijk_id
            LEFT JOIN toegang_lichtehulpstap b
                ON b.lichte_hulp_id = h.id AND b.soort = 'start' AND {k.now("b", "toegang_lichtehulpstap")}
            LEFT JOIN toegang_lichtehulpstap e
                ON e.lichte_hulp_id = h.id AND e.soort <> 'start' AND {k.now("e", "toegang_lichtehulpstap")}
            WHERE {k.now("h", "toegang_lichtehulp")}
        """,
        "voorliggend": f"""
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, v.gemeente_id AS gemeente,
                   v.voorziening AS voorziening, v.datum AS begindatum,
                   {w.dag_eerder.format("v.tot_datum")} AS einddatum, v.vastgelegd_at AS vastgelegd_at
            FROM toegang_voorliggendgebruik v {_person(k, "v.jeugdige_id")}
            WHERE {k.now("v", "toegang_voorliggendgebruik")}
        """,
        "verwijzingen": _referrals(k, kind, maand),
        "ladder": _ladder(w, k, kind, maand),
        "vastleggingen": _recordings(w, k),
        "declaraties": f"""
            WITH {_chain(k)}
            SELECT {kind} AS jeugdige, d.gemeente_id AS gemeente, {w.maand.format("d.maand")} AS maand,
                   d.bedrag_cent AS bedrag_cent, cp.niveau AS niveau, m.route AS route,
                   m.verwijzer AS verwijzer, b.voorbereid_door AS team, cp.code AS product,
                   nullif(o.agb, '') AS aanbieder, d.vastgelegd_at AS vastgelegd_at
            FROM zorg_declaratie d
            JOIN zorg_toewijzing t ON t.id = d.toewijzing_id
            JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            JOIN kern_organisatie o ON o.id = cp.aanbieder_id
            JOIN toegang_casus c ON c.id = t.casus_id
            JOIN toegang_melding m ON m.id = c.melding_id
            {_person(k, "c.jeugdige_id")}
            LEFT JOIN keten k ON k.besluit_id = t.besluit_id
            LEFT JOIN toegang_besluit b ON b.id = k.nu_id
            WHERE {k.now("d", "zorg_declaratie")}
        """,
        "ervaringen": f"""
            SELECT e.datum AS datum, e.passend >= 4 AS passend, e.wie AS wie, e.gemeente_id AS gemeente,
                   e.vastgelegd_at AS vastgelegd_at
            FROM toegang_ervaring e WHERE {k.now("e", "toegang_ervaring")}
        """,
        "partneroordelen": _partner_marks(k),
        "bevolking": """
            SELECT b.gemeente_code AS gemeente, b.leeftijd AS leeftijd, b.jaar AS jaar, b.aantal AS aantal
            FROM monitor_bevolking b
        """,
    }


def _partner_marks(k: Kennis) -> str:
    """One row per mark in a closed evaluation, made of tallies: nobody's own row is there to be read. All
    bear the day on which the round began, so that a year has the marks of its own evaluation.
    """
    return f"""
        WITH RECURSIVE keer(nummer) AS (
            SELECT 1 UNION ALL
            SELECT nummer + 1 FROM keer
            WHERE nummer < (SELECT coalesce(max(aantal), 0) FROM netwerk_wieltelling)
        )
        SELECT r.begindatum AS datum, t.score >= r.voldoende_vanaf AS voldoende,
               g.partnersoort AS soort, g.gemeente_code AS gemeente, r.gesloten_at AS vastgelegd_at
        FROM netwerk_wieltelling t
        JOIN netwerk_wielronde r ON r.id = t.ronde_id
        JOIN netwerk_wielgroep g ON g.id = t.groep_id
        JOIN keer ON keer.nummer <= t.aantal
        WHERE r.soort = 'partners' AND r.toestand = 'gesloten'{
        f" AND r.gesloten_at < {k.grens}" if k.grens else ""
    }
    """


def _moment(vendor: str, stand: datetime) -> str:
    """A moment as SQL. It comes from a clock, never from a form."""
    return WOORDEN[vendor].moment.format(stand.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"))


def _referrals(k: Kennis, kind: str, maand: str) -> str:
    """Granted besluiten, legal referrals, and questions that led to neither; with the first help of each."""
    first_help = """
        SELECT x.besluit_id, x.verwijzing_id, x.niveau, x.code, x.hulp_begindatum FROM (
            SELECT k.nu_id AS besluit_id, t.verwijzing_id, cp.niveau, cp.code,
                   (SELECT min(f.datum) FROM zorg_trajectstap f
                    WHERE f.toewijzing_id = t.id AND f.soort = 'start' AND {stap}) AS hulp_begindatum,
                   row_number() OVER (
                       PARTITION BY k.nu_id, t.verwijzing_id
                       ORDER BY t.ingangsdatum, t.vastgelegd_at, t.id
                   ) AS volgorde
            FROM zorg_toewijzing t JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
            LEFT JOIN keten k ON k.besluit_id = t.besluit_id
            WHERE {toewijzing}
        ) x WHERE x.volgorde = 1
    """.format(stap=k.now("f", "zorg_trajectstap"), toewijzing=k.now("t", "zorg_toewijzing"))
    who = f"{kind} AS jeugdige, {maand} AS geboortemaand, c.gemeente_id AS gemeente"
    question = f"JOIN toegang_melding m ON m.id = c.melding_id {_person(k, 'c.jeugdige_id')}"
    return f"""
        WITH {_chain(k)}, eerste AS ({first_help})
        SELECT {who}, CASE WHEN b.herindicatie THEN b.datum ELSE m.datum END AS datum, m.route AS route,
               m.verwijzer AS verwijzer, NULL AS praktijk, nullif(m.kanaal, '') AS kanaal,
               b.voorbereid_door AS team, b.herindicatie AS herindicatie, h.niveau AS niveau,
               b.product AS product, h.hulp_begindatum AS hulp_begindatum, b.vastgelegd_at AS vastgelegd_at
        FROM toegang_besluit b JOIN toegang_casus c ON c.id = b.casus_id {question}
        LEFT JOIN eerste h ON h.besluit_id = b.id
        WHERE b.soort = 'toekenning' AND {k.now("b", "toegang_besluit")}
        UNION ALL
        SELECT {who}, v.datum, m.route, v.verwijzer, nullif(o.agb, ''), nullif(m.kanaal, ''), NULL,
               v.herindicatie, h.niveau, h.code, h.hulp_begindatum, v.vastgelegd_at
        FROM toegang_verwijzing v JOIN toegang_casus c ON c.id = v.casus_id {question}
        LEFT JOIN kern_organisatie o ON o.id = v.organisatie_id
        LEFT JOIN eerste h ON h.verwijzing_id = v.id
        WHERE {k.now("v", "toegang_verwijzing")}
        UNION ALL
        SELECT {who}, m.datum, m.route, m.verwijzer, NULL, nullif(m.kanaal, ''), NULL, m.ingetrokken,
               NULL, NULL, NULL, m.vastgelegd_at
        FROM toegang_casus c {question}
        WHERE {k.now("m", "toegang_melding")}
          AND NOT EXISTS (SELECT 1 FROM toegang_verwijzing v WHERE v.casus_id = c.id{k.before("v")})
          AND NOT EXISTS (SELECT 1 FROM toegang_besluit b WHERE b.casus_id = c.id
                          AND b.soort = 'toekenning' AND {k.now("b", "toegang_besluit")})
    """


def _recordings(w: Woorden, k: Kennis) -> str:
    """Every fact about a start, a stop and a question: when it was first written, and when it fell away."""
    parts = [
        _recorded("""CASE f.soort WHEN 'start' THEN 'begin_hulp' ELSE 'einde_hulp' END""", "stap", w),
        _recorded("'melding'", "melding", w),
        _recorded("'lichte_vraag'", "vraag", w),
    ]
    chains = ", ".join(
        f"""{naam}(id, eerst) AS (
            SELECT id, vastgelegd_at FROM {tabel} WHERE vervangt_id IS NULL
            UNION ALL
            SELECT f.id, {naam}.eerst FROM {tabel} f JOIN {naam} ON f.vervangt_id = {naam}.id
        )"""
        for naam, tabel in _KETENS.items()
    )
    alle = " UNION ALL ".join(parts)
    if not k.grens:
        return f"WITH RECURSIVE {chains} {alle}"
    return f"""
        WITH RECURSIVE {chains}
        SELECT soort, gemeente, niveau, datum, eerst_vastgelegd_at, vastgelegd_at,
               CASE WHEN vervallen_at < {k.grens} THEN vervallen_at END AS vervallen_at
        FROM ({alle}) alle WHERE vastgelegd_at < {k.grens}
    """


_KETENS = {"stap": "zorg_trajectstap", "melding": "toegang_melding", "vraag": "toegang_lichtehulp"}


def _recorded(soort: str, keten: str, w: Woorden) -> str:
    help_ = keten == "stap"
    gone = w.eerste.format("l.vastgelegd_at", "tl.vastgelegd_at") if help_ else "l.vastgelegd_at"
    rest = """
        JOIN zorg_toewijzing t ON t.id = f.toewijzing_id AND NOT t.ingetrokken
        JOIN zorg_contractproduct cp ON cp.id = t.contractproduct_id
        LEFT JOIN zorg_toewijzing tl ON tl.vervangt_id = t.id
    """
    return f"""
        SELECT {soort} AS soort, {"t" if help_ else "f"}.gemeente_id AS gemeente,
               {"cp.niveau" if help_ else "NULL"} AS niveau, f.datum AS datum,
               {keten}.eerst AS eerst_vastgelegd_at, f.vastgelegd_at AS vastgelegd_at,
               {gone} AS vervallen_at
        FROM {_KETENS[keten]} f JOIN {keten} ON {keten}.id = f.id
        LEFT JOIN {_KETENS[keten]} l ON l.vervangt_id = f.id
        {rest if help_ else ""}
        WHERE NOT f.ingetrokken
    """


def _ladder(w: Woorden, k: Kennis, kind: str, maand: str) -> str:
    """Granted besluiten of the toegang, with what each step had given by the day of the besluit.

    Of one step a later day wins, and of one day what was written down last, as `koers.domain.ladder.latest`
    says. A row counts as written when the last thing was that can have changed it.
    """
    outcomes = ", ".join(
        f"""coalesce((
            SELECT u.uitkomst FROM toegang_tredeuitkomst u
            WHERE u.casus_id = b.casus_id AND u.trede = '{trede}' AND u.datum <= b.datum
              AND {k.now("u", "toegang_tredeuitkomst")}
            ORDER BY u.datum DESC, u.vastgelegd_at DESC, u.id DESC LIMIT 1
        ), '{OPEN}') AS {trede}"""
        for trede in VOORLIGGENDE_TREDEN
    )
    passed = f"""EXISTS (
        SELECT 1 FROM toegang_ladderuitzondering x
        WHERE x.casus_id = b.casus_id AND x.soort = '{{soort}}' AND x.datum <= b.datum
          AND {k.now("x", "toegang_ladderuitzondering")}
    )"""
    spoed = f"""EXISTS (
        SELECT 1 FROM toegang_triagestap s
        WHERE s.casus_id = b.casus_id AND s.uitkomst = 'spoed' AND {k.now("s", "toegang_triagestap")}
    )"""
    written = ", ".join(
        f"(SELECT max(f.vastgelegd_at) FROM {tabel} f WHERE f.casus_id = b.casus_id{k.before('f')}) AS {naam}"
        for naam, tabel in (
            ("trede_at", "toegang_tredeuitkomst"),
            ("uitzondering_at", "toegang_ladderuitzondering"),
            ("triage_at", "toegang_triagestap"),
        )
    )
    last = "b_at"
    for naam in ("trede_at", "uitzondering_at", "triage_at"):
        last = w.laatste.format(last, naam)
    steps = ", ".join(VOORLIGGENDE_TREDEN)
    skipped = " ".join(f"WHEN '{how}' IN ({steps}) THEN '{how}'" for how in OVERGESLAGEN)
    return f"""
        SELECT jeugdige, geboortemaand, gemeente, datum, {steps},
               CASE {skipped} ELSE 'nee' END AS overgeslagen, uitzondering, {last} AS vastgelegd_at
        FROM (
            SELECT {kind} AS jeugdige, {maand} AS geboortemaand, c.gemeente_id AS gemeente,
                   b.datum AS datum, {outcomes},
                   CASE WHEN {passed.format(soort=CRISIS)} OR {spoed} THEN '{CRISIS}'
                        WHEN {passed.format(soort=HARDHEIDSCLAUSULE)} THEN '{HARDHEIDSCLAUSULE}'
                        ELSE '{GEEN_UITZONDERING}' END AS uitzondering,
                   b.vastgelegd_at AS b_at, {written}
            FROM toegang_besluit b
            JOIN toegang_casus c ON c.id = b.casus_id
            JOIN toegang_melding m ON m.id = c.melding_id
            {_person(k, "c.jeugdige_id")}
            WHERE b.soort = 'toekenning' AND m.route = '{TOEGANG}' AND {k.now("b", "toegang_besluit")}
        ) ladder
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
    tabel: str,
    kolommen: tuple[str, ...],
    dagkolom: str,
    jaren: frozenset[int] | None,
    stand: datetime | None = None,
) -> Iterator[tuple]:
    """Rows of a view in the order of `kolommen`; of some years of its day, or all. Inside an act."""
    names = ", ".join(kolommen)
    where = (
        ""
        if jaren is None
        else f" WHERE {_year(dagkolom)} IN ({', '.join(map(str, sorted(jaren))) or 'NULL'})"
    )
    with default_connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {_source(tabel, stand)}{where}")
        while batch := cursor.fetchmany(10_000):
            yield from batch


def counts(tabel: str, dagkolom: str, stand: datetime | None = None) -> dict[int, int]:
    """Rows of a view per year of its day."""
    with default_connection.cursor() as cursor:
        cursor.execute(f"SELECT {_year(dagkolom)}, count(*) FROM {_source(tabel, stand)} GROUP BY 1")
        return {int(jaar): int(aantal) for jaar, aantal in cursor.fetchall()}


def _source(tabel: str, stand: datetime | None) -> str:
    """The view, or the same rows as they were known."""
    if stand is None:
        return view_name(tabel)
    return f"({definitions(default_connection.vendor, stand)[tabel]}) AS {view_name(tabel)}"


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
