"""How a subsidy goes, by the conclusion of its last yearly test."""

from koers.domain.toestanden.machine import Machine, row

SUBSIDIE = Machine(
    ding="subsidie",
    begin="loopt",
    overgangen=(
        row("weigh_prestaties", "loopt wordt_aangepast", "loopt", keuze="doorgaan"),
        row("weigh_prestaties", "loopt wordt_aangepast", "wordt_aangepast", keuze="aanpassen"),
        row("weigh_prestaties", "loopt wordt_aangepast", "houdt_op", keuze="stoppen"),
    ),
)
