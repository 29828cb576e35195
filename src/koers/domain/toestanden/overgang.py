"""A casus that goes to a new owner, and what has to be ready before the new way of working begins."""

from koers.domain.toestanden.machine import Machine, row

# That the regie of the named regisseur runs, or that the casus is closed, ends it too: those are facts of
# the regie and of the triage, and no move of this table.
OVERGANG = Machine(
    ding="overgang",
    begin="nieuw",
    overgangen=(
        row("mark_overgang", "nieuw", "zonder_eigenaar"),
        row("assign_overgang", "zonder_eigenaar toegewezen", "toegewezen"),
        row("discuss_overgang", "toegewezen", "toegewezen"),
        row("complete_overgang", "toegewezen", "overgenomen"),
        row("end_overgang", "zonder_eigenaar toegewezen", "gesloten"),
    ),
)
GEREEDHEIDSVOORWAARDE = Machine(
    ding="gereedheidsvoorwaarde",
    begin="open",
    overgangen=(
        row("change_voorwaarde", "open", "open"),
        row("meet_voorwaarde", "open", "voldaan"),
        row("drop_voorwaarde", "open", "vervallen"),
        row("reopen_voorwaarde", "voldaan vervallen", "open"),
    ),
)
