"""From aanvraag to besluit and what may become of it, and how a bezwaar goes."""

from koers.domain.toestanden.machine import Machine, row

OPEN = "aangevraagd aanvulling_gevraagd voorgelegd"

AANVRAAG = Machine(
    ding="aanvraag",
    begin="aangevraagd",
    overgangen=(
        row("request_aanvulling", "aangevraagd", "aanvulling_gevraagd"),
        row("register_aanvulling", "aanvulling_gevraagd", "aangevraagd"),
        row("set_aside_aanvraag", "aanvulling_gevraagd", "buiten_behandeling"),
        row("withdraw_aanvraag", OPEN, "aanvraag_ingetrokken"),
        row("propose_besluit", "aangevraagd", "voorgelegd"),
        row("return_besluit", "voorgelegd", "aangevraagd"),
        row("decide_besluit", "aangevraagd", "toegekend", keuze="toekenning"),
        row("decide_besluit", "aangevraagd", "afgewezen", keuze="afwijzing"),
        row("approve_besluit", "voorgelegd", "toegekend", keuze="toekenning"),
        row("approve_besluit", "voorgelegd", "afgewezen", keuze="afwijzing"),
        row("correct_besluit", "toegekend afgewezen", "toegekend", keuze="toekenning"),
        row("correct_besluit", "toegekend afgewezen", "afgewezen", keuze="afwijzing"),
        row("withdraw_besluit", "toegekend", "besluit_ingetrokken"),
    ),
)

BEZWAAR = Machine(
    ding="bezwaar",
    begin="bezwaar_ontvangen",
    overgangen=(
        row("decide_bezwaar", "bezwaar_ontvangen", "gegrond", keuze="gegrond"),
        row("decide_bezwaar", "bezwaar_ontvangen", "ongegrond", keuze="ongegrond"),
        row("decide_bezwaar", "bezwaar_ontvangen", "niet_ontvankelijk", keuze="niet_ontvankelijk"),
        row("decide_bezwaar", "bezwaar_ontvangen", "bezwaar_ingetrokken", keuze="ingetrokken"),
    ),
)

BRIEF = Machine(
    ding="brief",
    begin="brief_klaar",
    overgangen=(
        row("release_brief", "brief_klaar", "brief_vrijgegeven", keuze="vrijgegeven"),
        row("release_brief", "brief_klaar", "brief_teruggehaald", keuze="teruggehaald"),
        row("hide_adres", "brief_klaar", "brief_teruggehaald"),
        row("renew_brief", "brief_klaar brief_teruggehaald", "brief_vervangen"),
    ),
)
