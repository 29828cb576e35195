"""Ways into door prognose."""

from koers.authorization.ingangen.publiek import PUBLIEK

PROGNOSE_INGANGEN: dict[str, str] = {
    # Counts a file that the user has already; reads nothing of the register.
    "cli:prognose": PUBLIEK,
    # Reckons with what the user types.
    "cli:capaciteit": PUBLIEK,
    "web:wat-als-begin": "read_wat_als",
    "web:wat-als": "read_wat_als",
    "web:wat-als-terugkijken": "read_wat_als",
    "web:wat-als-doel": "read_wat_als",
    "web:wat-als-capaciteit": "read_wat_als",
    "web:wat-als-grootboek": "read_wat_als",
    "web:wat-als-uitgaven": "read_wat_als",
    "web:wat-als-uitgaven-opslaan": "keep_uitgaven",
    "web:wat-als-uitgaven-inlezen": "keep_uitgaven",
    "web:wat-als-uitgaven-intrekken": "withdraw_uitgave",
    "web:wat-als-scenarios": "read_wat_als",
    "web:wat-als-bewaren": "keep_scenario",
    "web:wat-als-intrekken": "withdraw_scenario",
}
