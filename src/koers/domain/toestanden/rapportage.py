"""How a report of the P&C-cycle goes: written, looked at by another, and published for good."""

from koers.domain.toestanden.machine import Machine, row

RAPPORTAGE = Machine(
    ding="rapportage",
    begin="concept",
    overgangen=(
        row("write_hoofdstuk", "concept", "concept"),
        row("submit_rapportage", "concept", "in_review"),
        row("return_rapportage", "in_review", "concept"),
        row("publish_rapportage", "in_review", "gepubliceerd"),
        # What was published stays as it is: a correction is an edition of its own.
        row("correct_rapportage", "gepubliceerd", "gepubliceerd"),
    ),
)
