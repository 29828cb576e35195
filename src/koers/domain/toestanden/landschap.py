"""How a judgement of oneself, an improvement and a national development go."""

from koers.domain.toestanden.machine import Machine, row

# What was shared stays what the others read until something newer is shared.
OORDEEL = Machine(
    ding="oordeel",
    begin="geen_oordeel",
    overgangen=(
        row("draft_oordeel", "geen_oordeel oordeel_in_de_maak oordeel_gedeeld", "oordeel_in_de_maak"),
        row("share_oordeel", "oordeel_in_de_maak", "oordeel_gedeeld"),
    ),
)
VERBETERING = Machine(
    ding="verbetering",
    begin="open",
    overgangen=(
        row("follow_verbetering", "open loopt_uit", "gedaan", keuze="gedaan"),
        row("follow_verbetering", "open loopt_uit", "loopt_uit", keuze="loopt_uit"),
        row("follow_verbetering", "open loopt_uit", "vervallen", keuze="vervallen"),
        row("follow_verbetering", "gedaan vervallen", "open", keuze="toch_niet"),
    ),
)
_LEVEND = "ontwikkeling_gevolgd op_tafel"
ONTWIKKELING = Machine(
    ding="ontwikkeling",
    begin="ontwikkeling_gevolgd",
    overgangen=(
        row("write_ontwikkeling", f"{_LEVEND} verwerkt losgelaten", "ontwikkeling_gevolgd", keuze="gevolgd"),
        row("write_ontwikkeling", _LEVEND, "op_tafel", keuze="op_tafel"),
        row("write_ontwikkeling", _LEVEND, "verwerkt", keuze="verwerkt"),
        row("write_ontwikkeling", _LEVEND, "losgelaten", keuze="losgelaten"),
    ),
)
_VOOR_BESLUIT = "alternatieven marktconsultatie"
_BESLOTEN = "inkopen_besloten niet_inkopen_besloten anders_besloten"
# Nothing is handed over that was not decided, and nothing is decided without something to choose from.
LANDSCHAPSDOSSIER = Machine(
    ding="landschapsdossier",
    begin="behoefte",
    overgangen=(
        row("add_alternatief", "behoefte alternatieven", "alternatieven"),
        row("add_alternatief", "marktconsultatie", "marktconsultatie"),
        row("consult_markt", _VOOR_BESLUIT, "marktconsultatie"),
        row("answer_markt", "marktconsultatie", "marktconsultatie"),
        row("decide_landschap", _VOOR_BESLUIT, "inkopen_besloten", keuze="inkopen"),
        row("decide_landschap", _VOOR_BESLUIT, "niet_inkopen_besloten", keuze="niet_inkopen"),
        row("decide_landschap", _VOOR_BESLUIT, "anders_besloten", keuze="anders"),
        row("hand_over_landschap", "inkopen_besloten anders_besloten", "overgedragen_aan_inkoop"),
        row("finish_landschap", f"{_BESLOTEN} overgedragen_aan_inkoop", "landschap_afgerond"),
        row("reopen_landschap", f"{_BESLOTEN} overgedragen_aan_inkoop landschap_afgerond", "alternatieven"),
    ),
)
