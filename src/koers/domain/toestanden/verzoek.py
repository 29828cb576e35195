"""A provider asks for a toewijzing, or for another one: granted by a JW301, or answered by a JW319.

Over the counter (`ask_verlenging`) the answer is read in Koers itself.
"""

from koers.domain.toestanden.machine import Machine, row

OPEN, ONDERZOEK, AFGEWEZEN, TOEGEWEZEN = "open", "in_onderzoek", "afgewezen", "toegewezen"

VERZOEK = Machine(
    ding="verzoek",
    begin="nieuw",
    overgangen=(
        row("receive_verzoeken", "nieuw", OPEN),
        row("ask_verlenging", "nieuw", OPEN),
        row("research_verzoek", OPEN, ONDERZOEK),
        row("reject_verzoek", f"{OPEN} {ONDERZOEK}", AFGEWEZEN),
        # Asked for more products at once, each of them is given by an act of its own.
        row("assign_toewijzing", f"{OPEN} {ONDERZOEK} {TOEGEWEZEN}", TOEGEWEZEN),
        row("change_toewijzing", f"{OPEN} {ONDERZOEK} {TOEGEWEZEN}", TOEGEWEZEN),
    ),
)
