"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:aanvraag-nieuw": "register_aanvraag",
    "web:aanvraag-stap": "request_aanvulling",
    "web:besluit-nieuw": "decide_besluit",
    "web:besluit-akkoord": "approve_besluit",
    "web:besluit": "read_besluit",
    "web:besluit-verbeteren": "correct_besluit",
    "web:besluit-intrekken": "withdraw_besluit",
    "web:bezwaar-nieuw": "register_bezwaar",
    "web:bezwaar-uitkomst": "decide_bezwaar",
    "web:brief-stap": "release_brief",
    "web:brief": "read_brief",
    "web:adres-afschermen": "hide_adres",
}
