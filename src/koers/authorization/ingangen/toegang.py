"""Ways into door toegang."""

TOEGANG_INGANGEN: dict[str, str] = {
    "web:melding-nieuw": "register_melding",
    "web:casus": "read_casus",
    "web:besluit-nieuw": "decide_besluit",
    "web:plan": "read_plan",
    "web:plan-nieuw": "start_plan",
    "web:plan-gegevens": "shape_plan",
    "web:plan-vaststellen": "settle_plan",
    "web:plan-akkoord": "agree_plan",
    "web:plan-sluiten": "close_plan",
    "web:plan-familiegroepsplan": "register_familiegroepsplan",
    "web:plan-toestemming": "register_toestemming",
    "web:plan-organisatie": "shape_plan",
    "web:plan-lezers": "shape_plan",
    "web:plan-vraag": "register_planvraag",
    "web:plan-print": "print_plan",
    "web:plan-verschil": "read_plan",
    "web:plan-versie": "read_plan",
    "web:plan-onderdeel-nieuw": "edit_plan",
    "web:plan-onderdeel": "edit_plan",
    "web:plan-stap": "register_planstap",
}
