"""Two rows that are one person: decided, and undone when it was wrong."""

from koers.domain.toestanden.machine import Machine, row

SAMENVOEGING = Machine(
    ding="samenvoeging",
    begin="samengevoegd",
    overgangen=(row("undo_samenvoeging", "samengevoegd", "ongedaan_gemaakt"),),
)
