"""Rules of the header."""

from datetime import date

from tests.unit.exchange.ijw.gevallen.geval import DAG, Geval

KOP = [
    Geval("TR135", "JW305", DAG, {DAG: date(2026, 5, 22)}, {DAG: date(2026, 5, 21)}),
    Geval("TR135", "JW325", DAG, {DAG: date(2027, 1, 1)}),
    Geval("TR378", "JW301", "Header/Afzender", {"Header/Afzender": "9999"}, {"Header/Afzender": "0114"}),
    Geval("TR378", "JW307", "Header/Ontvanger", {"Header/Ontvanger": "0001"}),
    Geval(
        "TR378",
        "JW319",
        "Antwoord/Woonplaatsbeginsel/Gemeente",
        {"Antwoord/Woonplaatsbeginsel/Gemeente": "9998"},
    ),
]
