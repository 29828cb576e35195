"""The future plan of who is sixteen and a half, and a request for the money for distressing cases."""

from koers.domain.toestanden.machine import Machine, row

TOEKOMSTPLAN = Machine(
    ding="toekomstplan",
    begin="open",
    overgangen=(
        row("answer_toekomst", "open", "open"),
        row("close_toekomstplan", "open", "afgerond"),
        row("decline_toekomstplan", "open", "niet_gewenst"),
        row("reopen_toekomstplan", "afgerond niet_gewenst", "open"),
    ),
)
SCHRIJNEND_GEVAL = Machine(
    ding="schrijnend_geval",
    begin="gevraagd",
    overgangen=(
        row("commit_schrijnend_geval", "gevraagd", "toegezegd"),
        row("exceed_schrijnend_budget", "gevraagd", "boven_budget"),
        row("reject_schrijnend_geval", "gevraagd", "afgewezen"),
        row("settle_schrijnend_geval", "toegezegd boven_budget", "afgerekend"),
        row("withdraw_schrijnend_geval", "gevraagd toegezegd boven_budget", "ingetrokken"),
    ),
)
