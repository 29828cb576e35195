"""How an agreement of the partners of an area goes; while it is open, the next meeting has it on its list."""

from koers.domain.toestanden.machine import Machine, row

GEBIEDSAFSPRAAK = Machine(
    ding="gebiedsafspraak",
    begin="open",
    overgangen=(
        row("move_gebiedsafspraak", "open verschoven", "verschoven"),
        row("finish_gebiedsafspraak", "open verschoven", "gedaan"),
        row("drop_gebiedsafspraak", "open verschoven", "vervallen"),
        row("reopen_gebiedsafspraak", "gedaan vervallen", "open"),
    ),
)
