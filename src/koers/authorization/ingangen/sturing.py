"""Ways into door sturing."""

STURING_INGANGEN: dict[str, str] = {
    "web:rapportages": "read_rapportage",
    "web:rapportage": "read_rapportage",
    "web:rapportage-bestand": "read_rapportage",
    "web:rapportage-nieuw": "open_rapportage",
    "web:rapportage-hoofdstuk": "write_hoofdstuk",
    "web:rapportage-indienen": "submit_rapportage",
    "web:rapportage-teruggeven": "return_rapportage",
    "web:rapportage-publiceren": "publish_rapportage",
    "web:rapportage-verbeteren": "correct_rapportage",
    "web:rapportagesjablonen": "change_sjabloon",
    "web:rapportagesjabloon": "change_sjabloon",
    "cli:rapportage": "read_rapportage",
}
