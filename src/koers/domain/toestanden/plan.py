"""How a plan goes, and the offer of a familiegroepsplan."""

from koers.domain.toestanden.machine import Machine, row

PLAN = Machine(
    ding="plan",
    begin="concept",
    overgangen=(
        row("edit_plan", "concept", "concept"),
        row("settle_plan", "concept in_herziening", "vastgesteld"),
        row("edit_plan", "vastgesteld in_herziening", "in_herziening"),
        row("agree_plan", "vastgesteld", "vastgesteld"),
        row("agree_plan", "in_herziening", "in_herziening"),
        row("close_plan", "concept vastgesteld in_herziening", "afgesloten"),
    ),
)
FAMILIEGROEPSPLAN = Machine(
    ding="familiegroepsplan",
    begin="niet_besproken",
    overgangen=(
        row("register_familiegroepsplan", "niet_besproken", "aangeboden", keuze="aangeboden"),
        row("register_familiegroepsplan", "aangeboden", "wordt_gemaakt", keuze="gaat_maken"),
        row("register_familiegroepsplan", "aangeboden wordt_gemaakt", "afgezien", keuze="ziet_af"),
        row(
            "register_familiegroepsplan",
            "niet_besproken aangeboden wordt_gemaakt",
            "niet_aangeboden",
            keuze="niet_aangeboden",
        ),
        row("register_familiegroepsplan", "wordt_gemaakt", "gemaakt", keuze="gemaakt"),
    ),
)
