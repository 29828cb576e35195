"""Ways into escalations, national developments, judgements of oneself and the zorglandschap."""

LANDSCHAP_INGANGEN: dict[str, str] = {
    "web:escalaties": "read_escalaties",
    "web:escalatie": "read_escalaties",
    "web:escalatie-nieuw": "open_escalatie",
    "web:escalatie-stap": "inform_escalatie",
    "web:escalatie-bedaard": "calm_escalatie",
    "web:escalatie-evalueren": "evaluate_escalatie",
    "web:escalatie-sluiten": "close_escalatie",
    "web:escalatie-heropenen": "reopen_escalatie",
    "web:escalatie-intrekken": "withdraw_escalatie",
}
