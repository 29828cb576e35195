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
    "web:ontwikkelingen": "read_ontwikkelingen",
    "web:ontwikkeling": "read_ontwikkelingen",
    "web:ontwikkeling-nieuw": "add_ontwikkeling",
    "web:ontwikkeling-stand": "write_ontwikkeling",
    "web:oordelen": "read_oordelen",
    "web:oordeellijst": "read_oordelen",
    "web:oordeel": "read_oordelen",
    "web:oordeel-schrijven": "draft_oordeel",
    "web:oordeel-delen": "share_oordeel",
    "web:verbetering-nieuw": "add_verbetering",
    "web:verbetering": "follow_verbetering",
}
