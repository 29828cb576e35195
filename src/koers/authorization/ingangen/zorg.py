"""Ways into door zorg."""

from koers.authorization.ingangen.publiek import PUBLIEK

ZORG_INGANGEN: dict[str, str] = {
    "web:toewijzing-nieuw": "assign_toewijzing",
    "web:toewijzingen": "read_toewijzingen",
    "web:toewijzing": "read_toewijzing",
    "web:evaluatie-nieuw": "register_evaluatie",
    "web:herindicatie": "register_herindicatie",
    "web:traject-start": "register_start",
    "web:traject-stop": "register_stop",
    # Looks at a file of whoever asks; touches no register.
    "cli:ijw controleer": PUBLIEK,
    "web:berichten": "read_berichten",
    "cli:ijw berichten": "read_berichten",
    "cli:ijw ontvang": "store_inbox",
    "cli:ijw verstuur": "store_outbox",
}
