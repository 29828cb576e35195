"""PostgreSQL's own wall: three roles, what each may touch, and which rows of persons it can meet at all.

koers_owner owns and migrates, koers_app is what the program runs as, koers_mart will read the views of
the mart. Nobody has a password in a file: whoever runs the server sets one, or lets the socket decide.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from koers.registers.kern.triggers import LOGTABELLEN, PERSOONSTABELLEN, ZEGELKOLOMMEN

EIGENAAR, APP, MART = "koers_owner", "koers_app", "koers_mart"
ROLLEN = (EIGENAAR, APP, MART)
BELEID = "koers_gemeente"

# The setting is read once per statement (the sub-select), not once per row. Not set: no rows.
_ZICHT = """
    (SELECT current_setting('koers.gemeenten', true)) = '*'
    OR gemeente_id = ANY (string_to_array((SELECT current_setting('koers.gemeenten', true)), ','))
"""


def create_roles(cursor: CursorWrapper) -> list[str]:
    """Makes the roles that are not there yet, without password; their names. Needs CREATEROLE for that."""
    cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY (%s)", [list(ROLLEN)])
    there = {row[0] for row in cursor.fetchall()}
    absent = [rol for rol in ROLLEN if rol not in there]
    for rol in absent:
        cursor.execute(f"CREATE ROLE {rol} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS")
    return absent


def is_owner(connection: BaseDatabaseWrapper) -> bool:
    """Whether this connection may change the log table itself (it owns it, or is a superuser)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass(%s)",
            [_tables(LOGTABELLEN)[0]],
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def install(connection: BaseDatabaseWrapper) -> None:
    """Grants and policies, all put in place anew. The tables must be ours."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(_grants())
        for tabel in _tables(PERSOONSTABELLEN):
            if tabel in there:
                cursor.execute(
                    f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY;"
                    f"DROP POLICY IF EXISTS {BELEID} ON {tabel};"
                    f"CREATE POLICY {BELEID} ON {tabel} FOR ALL USING ({_ZICHT}) WITH CHECK ({_ZICHT})"
                )


def _grants() -> str:
    regels, betrokkenen = _tables(LOGTABELLEN)
    return f"""
        REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {APP}, {MART};
        GRANT USAGE ON SCHEMA public TO {APP}, {MART};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP};
        REVOKE UPDATE, DELETE ON {regels}, {betrokkenen} FROM {APP};
        GRANT UPDATE ({", ".join(ZEGELKOLOMMEN)}) ON {regels} TO {APP};
        REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP};
    """


def unprotected(connection: BaseDatabaseWrapper) -> list[str]:
    """Where rows of persons would be met unfiltered: tables without exactly our rule, and views that look
    with the eyes of their owner."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT t.tabel FROM unnest(%s::text[]) AS t (tabel)
            LEFT JOIN pg_class ON pg_class.oid = to_regclass(t.tabel)
            WHERE NOT coalesce(relrowsecurity, false) OR 1 <> (
                SELECT count(*) FROM pg_policies
                WHERE schemaname = current_schema() AND tablename = t.tabel
            ) OR NOT EXISTS (
                SELECT 1 FROM pg_policies
                WHERE schemaname = current_schema() AND tablename = t.tabel AND policyname = %s
                  AND cmd = 'ALL' AND qual = with_check
                  AND qual LIKE '%%koers.gemeenten%%' AND qual LIKE '%%gemeente_id%%'
            )
            UNION SELECT relname FROM pg_class
            WHERE relkind IN ('v', 'm') AND relnamespace = current_schema()::regnamespace
              AND NOT coalesce(reloptions @> '{security_invoker=true}', false)
            ORDER BY 1
            """,
            [_tables(PERSOONSTABELLEN), BELEID],
        )
        return [row[0] for row in cursor.fetchall()]


def excess_rights(connection: BaseDatabaseWrapper) -> list[str]:
    """What the role of this connection may do that the program must not be able to do."""
    regels, betrokkenen = _tables(LOGTABELLEN)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT 'superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
            UNION SELECT 'bypassrls' FROM pg_roles WHERE rolname = current_user AND rolbypassrls
            UNION SELECT 'eigenaar ' || t.tabel FROM unnest(%(tabellen)s::text[]) AS t (tabel)
                JOIN pg_class ON pg_class.oid = to_regclass(t.tabel)
                WHERE pg_has_role(relowner, 'MEMBER')
            UNION SELECT p.recht || ' ' || t.tabel
                FROM unnest(%(log)s::text[]) AS t (tabel),
                    unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) AS p (recht)
                WHERE has_table_privilege(t.tabel, p.recht)
            UNION SELECT 'UPDATE ' || attrelid::regclass || '.' || attname FROM pg_attribute
                WHERE attrelid = ANY (%(log)s::text[]::regclass[]) AND attnum > 0 AND NOT attisdropped
                  AND NOT attname = ANY (%(zegel)s) AND has_column_privilege(attrelid, attnum, 'UPDATE')
            ORDER BY 1
            """,
            {
                "tabellen": _tables((*LOGTABELLEN, *PERSOONSTABELLEN)),
                "log": [regels, betrokkenen],
                "zegel": list(ZEGELKOLOMMEN),
            },
        )
        return [row[0] for row in cursor.fetchall()]


def _tables(labels: tuple[str, ...]) -> list[str]:
    return [apps.get_model(label)._meta.db_table for label in labels]
