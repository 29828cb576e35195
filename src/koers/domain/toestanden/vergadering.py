"""How a meeting, an item of its agenda, a position of a municipality and an action go."""

from koers.domain.toestanden.machine import Machine, row

VERGADERING = Machine(
    ding="vergadering",
    begin="gepland",
    overgangen=(
        row("send_agenda", "gepland", "agenda_verstuurd"),
        row("write_verslag", "agenda_verstuurd verslag_in_de_maak", "verslag_in_de_maak"),
        row("adopt_verslag", "verslag_in_de_maak", "verslag_vastgesteld"),
        row("cancel_vergadering", "gepland agenda_verstuurd", "afgelast"),
    ),
)
# An item that was decided or discussed stays so: what changes later is another item, at another meeting.
AGENDAPUNT = Machine(
    ding="agendapunt",
    begin="op_agenda",
    overgangen=(
        row("annotate_agendapunt", "op_agenda geannoteerd voorbereid", "geannoteerd"),
        row("release_annotatie", "geannoteerd", "voorbereid"),
        row("decide_agendapunt", "op_agenda geannoteerd voorbereid", "besloten"),
        row("close_agendapunt", "op_agenda geannoteerd voorbereid", "besproken", keuze="besproken"),
        row("close_agendapunt", "op_agenda geannoteerd voorbereid", "aangehouden", keuze="aangehouden"),
        row("close_agendapunt", "op_agenda geannoteerd voorbereid", "van_de_agenda", keuze="van_de_agenda"),
    ),
)
STANDPUNT = Machine(
    ding="standpunt",
    begin="geen_standpunt",
    overgangen=(
        row("draft_standpunt", "geen_standpunt standpunt_in_de_maak gedeeld", "standpunt_in_de_maak"),
        row("share_standpunt", "standpunt_in_de_maak", "gedeeld"),
    ),
)
ACTIE = Machine(
    ding="actie",
    begin="open",
    overgangen=(
        row("follow_actie", "open loopt_uit", "gedaan", keuze="gedaan"),
        row("follow_actie", "open loopt_uit", "loopt_uit", keuze="loopt_uit"),
        row("follow_actie", "open loopt_uit", "vervallen", keuze="vervallen"),
        row("follow_actie", "gedaan vervallen", "open", keuze="toch_niet"),
    ),
)
