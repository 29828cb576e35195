"""Light help, and its way to the toegang when it was not enough."""

from koers.domain.toestanden.machine import Machine, row

LICHTE_HULP = Machine(
    ding="lichte_hulp",
    begin="gevraagd",
    overgangen=(
        row("begin_lichte_hulp", "gevraagd", "begonnen"),
        row("end_lichte_hulp", "gevraagd begonnen", "afgerond", keuze="afgerond"),
        row("end_lichte_hulp", "gevraagd begonnen", "gestopt_door_gezin", keuze="gestopt_door_gezin"),
        # The local team is itself the toegang: it goes on with a melding of its own.
        row("end_lichte_hulp", "gevraagd begonnen", "opgeschaald", keuze="opgeschaald"),
        row("step_up_lichte_hulp", "gevraagd begonnen", "opgeschaald"),
    ),
)
OVERDRACHT = Machine(
    ding="overdracht",
    begin="overgedragen",
    overgangen=(row("accept_overdracht", "overgedragen", "opgenomen"),),
)
