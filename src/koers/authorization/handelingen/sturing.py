"""Acts of door sturing."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import STURING, Doel
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA

STURING_HANDELINGEN: dict[str, Regel] = {
    # Nothing here is about residents: what a municipality plans, and who of its people carries that.
    "read_agenda": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        (
            *("assign_opgave", "write_opgavestand", "set_doel", "add_interventie", "add_agendaactie"),
            *("move_agendaactie", "finish_agendaactie", "drop_agendaactie", "reopen_agendaactie"),
            *("link_agendaactie", "unlink_agendaactie", "state_principe"),
        ),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
}
