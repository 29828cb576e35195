"""Ways into door sturing."""

STURING_INGANGEN: dict[str, str] = {
    "web:agenda": "read_agenda",
    "web:agenda-sinds": "read_agenda",
    "web:agenda-principes": "read_agenda",
    "web:opgave": "read_agenda",
    "web:agendaactie": "read_agenda",
    "web:opgave-eigenaar": "assign_opgave",
    "web:opgave-stand": "write_opgavestand",
    "web:opgave-doel": "set_doel",
    "web:interventie-nieuw": "add_interventie",
    "web:agendaactie-nieuw": "add_agendaactie",
    "web:agendaactie-verschuiven": "move_agendaactie",
    "web:agendaactie-afronden": "finish_agendaactie",
    "web:agendaactie-vervallen": "drop_agendaactie",
    "web:agendaactie-heropenen": "reopen_agendaactie",
    "web:agendaactie-wacht": "link_agendaactie",
    "web:agendaactie-los": "unlink_agendaactie",
    "web:interventie-principe": "state_principe",
    "web:besluit-principe": "state_principe",
}
