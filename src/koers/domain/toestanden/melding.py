"""A question by the road of the toegang: from its arrival to whoever goes on with it."""

from koers.domain.toestanden.machine import Machine, row

_OPEN = "ontvangen in_triage te_verdelen in_onderzoek naar_poh spoed"
MELDING = Machine(
    ding="melding",
    begin="ontvangen",
    overgangen=(
        row("start_triage", "ontvangen te_verdelen in_onderzoek naar_poh spoed", "in_triage"),
        # A crisis waits for no form: from every open state straight to Spoed4Jeugd.
        row("conclude_triage", _OPEN.replace(" spoed", ""), "spoed", "spoed"),
        row("conclude_triage", "in_triage", "te_verdelen", "onderzoek"),
        row("conclude_triage", "in_triage", "naar_poh", "poh"),
        row("conclude_triage", "in_triage", "afgesloten", "afgesloten"),
        row("assign_casus", "te_verdelen in_onderzoek", "in_onderzoek"),
    ),
)
