"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:besluit-nieuw": "decide_besluit",
    "web:toekomstplannen": "read_toekomstplan",
    "web:toekomstplan": "read_toekomstplan",
    "web:toekomst-antwoord": "answer_toekomst",
    "web:toekomst-afronden": "close_toekomstplan",
    "web:toekomst-niet-gewenst": "decline_toekomstplan",
    "web:toekomst-heropenen": "reopen_toekomstplan",
    "web:schrijnend": "read_schrijnend",
    "web:schrijnend-nieuw": "ask_schrijnend_geval",
    "web:schrijnend-geval": "read_schrijnend",
    "web:schrijnend-budget": "set_schrijnend_budget",
}
