"""Ways into door monitor."""

from koers.authorization.ingangen.publiek import PUBLIEK

MONITOR_INGANGEN: dict[str, str] = {
    "cli:beleid controleer": PUBLIEK,
    "cli:beleid toon": PUBLIEK,
    "cli:importeer kwb": "import_tabel",
    "cli:importeer cbs": "import_tabel",
    "cli:importeer gemeenten": "import_tabel",
    "cli:importeer regio": "import_tabel",
    "cli:importeer voorbeeldgegevens": "import_tabel",
    "cli:aanleveringen": "read_aanleveringen",
    "cli:regio": "read_regio",
    "web:aanleveringen": "read_aanleveringen",
    "web:aanlevering": "read_aanleveringen",
    "web:aanlevering-nieuw": "import_tabel",
    "web:regio": "read_regio",
    "web:regio-gemeente": "read_regio",
    "web:regio-tabel": "read_regio",
    "web:indicator-tabel": "read_beleid",
    "web:indicator-intern-tabel": "read_indicator_intern",
    "web:indicatoren": "read_beleid",
    "web:indicator": "read_beleid",
    "web:beleid": "read_beleid",
    "web:beleid-soort": "read_beleid",
    "cli:demo": "load_proefregio",
    "cli:mart ververs": "refresh_mart",
    "cli:indicator": "read_beleid",
    "cli:monitor": "read_beleid",
    # Only from tables that somebody has in hand; the register's basin is for a role, in the browser.
    "cli:badkuip": PUBLIEK,
    "web:badkuipen": "read_badkuip",
    "web:badkuip": "read_badkuip",
    "cli:tabellen": PUBLIEK,
    "web:indicator-intern": "read_indicator_intern",
    "cli:proefregio": "load_proefregio",
}
