"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:school": "read_school",
    "web:school-intrekken": "register_schoolwerk",
    "web:voorzieningen": "read_beleid",
    "cli:voorzieningen": "read_beleid",
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:aanvraag-nieuw": "register_aanvraag",
    "web:aanvraag-stap": "request_aanvulling",
    "web:treden": "register_trede",
    "web:trede-verbeteren": "correct_trede",
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
