"""How a long run of a scenario goes: asked for, picked up by the worker, and then a scenario that is kept."""

from koers.domain.toestanden.machine import Machine, row

WACHT, LOOPT = "berekening_wacht", "berekening_loopt"
KLAAR, MISLUKT = "berekening_klaar", "berekening_mislukt"
# Why there is no outcome.
GEEN_CIJFERS, GESTOPT, FOUT = "geen_cijfers", "gestopt", "fout"

BEREKENING = Machine(
    ding="berekening",
    begin="nieuw",
    overgangen=(
        row("keep_scenario", "nieuw", WACHT),
        # Running again when a worker was ended halfway: its time has passed without an outcome.
        row("take_berekening", f"{WACHT} {LOOPT}", LOOPT),
        row("finish_berekening", LOOPT, KLAAR),
        row("fail_berekening", LOOPT, MISLUKT),
        row("withdraw_scenario", f"{WACHT} {LOOPT} {KLAAR} {MISLUKT}", "berekening_ingetrokken"),
    ),
)
