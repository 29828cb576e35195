"""How a risk goes, and how a measure against it goes."""

from koers.domain.toestanden.machine import Machine, row

RISICO = Machine(
    ding="risico",
    begin="open",
    overgangen=(
        row("judge_risico", "open", "open"),
        row("add_risicomaatregel", "open", "open"),
        row("close_risico", "open", "gesloten"),
        row("reopen_risico", "gesloten", "open"),
    ),
)
RISICOMAATREGEL = Machine(
    ding="risicomaatregel",
    begin="open",
    overgangen=(
        row("settle_risicomaatregel", "open", "gedaan", keuze="gedaan"),
        row("settle_risicomaatregel", "open", "vervallen", keuze="vervallen"),
    ),
)
