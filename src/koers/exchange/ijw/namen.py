"""What the messages are called by people who do not know their numbers, and how a place is read aloud."""

import re

NAMEN = {
    "JW301": "toewijzing",
    "JW302": "antwoord op een toewijzing",
    "JW305": "start van hulp",
    "JW306": "antwoord op een start",
    "JW307": "einde van hulp",
    "JW308": "antwoord op een einde",
    "JW315": "verzoek om toewijzing",
    "JW316": "antwoord op een verzoek om toewijzing",
    "JW317": "verzoek om wijziging",
    "JW318": "antwoord op een verzoek om wijziging",
    "JW319": "antwoord op een verzoek",
    "JW320": "antwoord op een antwoord",
    "JW323": "declaratie",
    "JW325": "antwoord op een declaratie",
}
_STAP = re.compile(r"(\w+?)(?:\[(\d+)\])?$")


def spoken_place(pad: str) -> str:
    """ "Client/StartProducten/StartProduct[2]/Begindatum" -> "StartProduct 2, Begindatum"."""
    stappen = [_STAP.match(stap) for stap in pad.split("/") if stap]
    if not stappen:
        return "het hele bericht"
    genoemd = [
        f"{stap[1]} {stap[2]}" if stap[2] else stap[1]
        for nummer, stap in enumerate(stappen, start=1)
        if stap is not None and (stap[2] or nummer == len(stappen))
    ]
    return ", ".join(genoemd) or pad
