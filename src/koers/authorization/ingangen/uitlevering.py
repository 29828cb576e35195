"""Ways to what is handed to others."""

UITLEVERING_INGANGEN: dict[str, str] = {
    "web:uitleveringen": "read_uitleveringen",
    "web:uitlevering-beleidsinformatie": "read_beleidsinformatie",
    "web:uitlevering-beleidsinformatie-bestand": "export_beleidsinformatie",
    "web:uitlevering-gebeurtenissen": "read_gebeurtenissen",
    "web:uitlevering-gebeurtenissen-bestand": "export_gebeurtenissen",
    "web:uitlevering-contractlijst": "read_contractlijst",
    "web:uitlevering-contractlijst-bestand": "export_contractlijst",
    "web:uitlevering-kvk": "register_kvk",
    "web:uitlevering-crisis": "read_crisisvragen",
    "web:nza-signalen": "read_nza_signalen",
    "web:nza-signalen-inlezen": "import_nza_signalen",
    "web:nza-signaal": "read_nza_signalen",
    "web:nza-signaal-oppakken": "take_nza_signaal",
    "web:nza-signaal-afronden": "close_nza_signaal",
    "web:nza-signaal-heropenen": "reopen_nza_signaal",
    "cli:uitlevering beleidsinformatie": "export_beleidsinformatie",
    "cli:uitlevering gebeurtenissen": "export_gebeurtenissen",
    "cli:uitlevering contractlijst": "export_contractlijst",
    "cli:uitlevering signalen": "import_nza_signalen",
}
