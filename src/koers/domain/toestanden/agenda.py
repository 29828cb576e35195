"""How an opgave of the uitvoeringsagenda stands, and how an action of it goes."""

from koers.domain.toestanden.machine import Machine, row

_OPEN = "geen_stand op_koers vraagt_aandacht zit_vast"
# What was done can turn out not to be: then it asks for attention first, with the reason.
OPGAVE = Machine(
    ding="opgave",
    begin="geen_stand",
    overgangen=(
        row("write_opgavestand", _OPEN, "op_koers", keuze="op_koers"),
        row("write_opgavestand", f"{_OPEN} afgerond", "vraagt_aandacht", keuze="vraagt_aandacht"),
        row("write_opgavestand", _OPEN, "zit_vast", keuze="zit_vast"),
        row("write_opgavestand", _OPEN, "afgerond", keuze="afgerond"),
    ),
)
AGENDAACTIE = Machine(
    ding="agendaactie",
    begin="open",
    overgangen=(
        row("move_agendaactie", "open verschoven", "verschoven"),
        row("finish_agendaactie", "open verschoven", "gedaan"),
        row("drop_agendaactie", "open verschoven", "vervallen"),
        row("reopen_agendaactie", "gedaan vervallen", "open"),
    ),
)
