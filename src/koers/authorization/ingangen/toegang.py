"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:besluit-nieuw": "decide_besluit",
}
