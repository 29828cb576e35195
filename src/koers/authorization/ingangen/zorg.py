"""Ways into door zorg."""

ZORG_INGANGEN: dict[str, str] = {
    "web:toewijzing-nieuw": "assign_toewijzing",
    "web:toewijzingen": "read_toewijzingen",
    "web:toewijzing": "read_toewijzing",
    "web:evaluatie-nieuw": "register_evaluatie",
    "web:herindicatie": "register_herindicatie",
    "web:traject-start": "register_start",
    "web:traject-stop": "register_stop",
}
