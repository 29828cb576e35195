"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:school": "read_school",
    "web:school-intrekken": "register_schoolwerk",
    "web:voorzieningen": "read_beleid",
    "cli:voorzieningen": "read_beleid",
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:treden": "register_trede",
    "web:trede-verbeteren": "correct_trede",
    "web:besluit-nieuw": "decide_besluit",
}
