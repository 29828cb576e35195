"""A referral of a doctor or a GI: linked to a child, and then help begins. Nobody judges it again."""

from koers.domain.toestanden.machine import Machine, row

VERWIJSVERZOEK = Machine(
    ding="verwijsverzoek",
    begin="nieuw",
    overgangen=(
        row("open_route_b", "nieuw", "te_koppelen"),
        row("open_route_c", "nieuw", "te_koppelen"),
        row("link_verwijsverzoek", "te_koppelen", "wacht_op_start"),
        row("refuse_verwijsverzoek", "te_koppelen", "geweigerd"),
        row("register_stilstand", "te_koppelen", "te_koppelen"),
        row("register_stilstand", "wacht_op_start", "wacht_op_start"),
        row("register_werk", "te_koppelen", "te_koppelen"),
        row("register_werk", "wacht_op_start", "wacht_op_start"),
        row("register_start", "wacht_op_start", "gestart"),
    ),
)
