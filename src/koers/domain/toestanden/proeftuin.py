"""How a proeftuin goes: nothing of its design changes once it runs, and who goes on is evaluated again."""

from koers.domain.toestanden.machine import Machine, row

PROEFTUIN = Machine(
    ding="proeftuin",
    begin="ontwerp",
    overgangen=(
        row("change_ontwerp", "ontwerp", "ontwerp"),
        row("start_proeftuin", "ontwerp", "loopt"),
        # Counts of the years before can be typed while the design is made: they tell whom to compare with.
        row("write_proeftuintelling", "ontwerp", "ontwerp"),
        row("write_proeftuintelling", "loopt", "loopt"),
        row("evaluate_proeftuin", "loopt", "geevalueerd"),
        row("decide_proeftuin", "geevalueerd", "verbreed", keuze="opschalen"),
        row("decide_proeftuin", "geevalueerd", "loopt", keuze="doorgaan"),
        row("decide_proeftuin", "geevalueerd", "gestopt", keuze="stoppen"),
        row("drop_proeftuin", "ontwerp loopt", "afgebroken"),
    ),
)
