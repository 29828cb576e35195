"""Ways into door zorg."""

from koers.authorization.ingangen.publiek import PUBLIEK

ZORG_INGANGEN: dict[str, str] = {
    "web:toewijzing-nieuw": "assign_toewijzing",
    "web:toewijzingen": "read_toewijzingen",
    "web:toewijzing": "read_toewijzing",
    "web:toewijzing-wijzigen": "change_toewijzing",
    "web:evaluatie-nieuw": "register_evaluatie",
    "web:herindicatie": "register_herindicatie",
    "web:traject-start": "register_start",
    "web:traject-stop": "register_stop",
    # Looks at a file of whoever asks; touches no register.
    "cli:ijw controleer": PUBLIEK,
    "web:berichten": "read_berichten",
    "web:bericht": "read_berichten",
    "web:bericht-opnieuw": "resend_toewijzingen",
    "web:verzoeken": "read_verzoeken",
    "web:verzoek": "read_verzoeken",
    "web:verzoek-onderzoek": "research_verzoek",
    "web:verzoek-afwijzen": "reject_verzoek",
    "cli:ijw berichten": "read_berichten",
    "cli:ijw ontvang": "store_inbox",
    "cli:ijw verstuur": "store_outbox",
}
