"""A first note: written or passed on, and then a melding or put away."""

from koers.domain.toestanden.machine import Machine, row

EERSTE_NOTITIE = Machine(
    ding="eerste_notitie",
    begin="nieuw",
    overgangen=(
        row("begin_notitie", "nieuw", "concept"),
        row("pass_on_vraag", "nieuw", "doorgegeven"),
        row("pick_up_vraag", "doorgegeven", "concept"),
        row("save_notitie", "concept", "concept"),
        row("complete_notitie", "concept", "afgerond"),
        row("discard_notitie", "concept doorgegeven", "weggelegd"),
    ),
)
