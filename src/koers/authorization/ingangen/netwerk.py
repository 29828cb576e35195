"""Ways into door netwerk."""

NETWERK_INGANGEN: dict[str, str] = {
    "cli:verdeelsleutel": "read_beleid",
    "cli:netwerk": "read_beleid",
    "cli:geheugen": "read_beleid",
    "web:netwerk": "read_beleid",
    "web:mandaat": "read_beleid",
    "web:dossiers": "read_beleid",
    "web:geheugen": "read_beleid",
    "web:verdeelsleutel": "read_beleid",
    "web:wiel": "read_wiel",
    "web:wiel-ronde": "read_wiel",
    "web:wiel-nieuw": "prepare_wiel",
    "web:wiel-stellingen": "prepare_wiel",
    "web:wiel-uitnodigen": "invite_wiel",
    "web:wiel-sluiten": "close_wiel",
    "web:wiel-antwoord": "answer_wiel",
}
