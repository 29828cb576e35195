"""How an escalation goes, from the moment on which it is known until it is closed."""

from koers.domain.toestanden.machine import Machine, row

# What was wrongly opened is withdrawn and stays readable; what flares up again is opened again.
ESCALATIE = Machine(
    ding="escalatie",
    begin="escalatie_loopt",
    overgangen=(
        row("inform_escalatie", "escalatie_loopt", "escalatie_loopt"),
        row("inform_escalatie", "bedaard", "bedaard"),
        row("inform_escalatie", "geevalueerd", "geevalueerd"),
        row("calm_escalatie", "escalatie_loopt", "bedaard"),
        row("evaluate_escalatie", "bedaard geevalueerd", "geevalueerd"),
        row("end_escalatie", "bedaard geevalueerd", "gesloten"),
        row("reopen_escalatie", "bedaard geevalueerd gesloten", "escalatie_loopt"),
        row("withdraw_escalatie", "escalatie_loopt bedaard", "ingetrokken"),
    ),
)
