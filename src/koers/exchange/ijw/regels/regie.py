"""Rules about starts and stops (JW305, JW307), answers to requests (JW319) and doubles in any message."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from koers.exchange.ijw.bericht import Bericht, each
from koers.exchange.ijw.regels.plekken import dated, prestaties, products, regie
from koers.exchange.ijw.regels.regel import Omgeving, Regel, Vondst, alone, filled

WOONPLAATS = "8"


def _status(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in regie(bericht):
        if een["StatusAanlevering"] not in ("1", "3"):
            staat = een["StatusAanlevering"]
            zin = f"StatusAanlevering {staat} kan niet: alleen 1 (eerste) of 3 (verwijderen)."
            yield Vondst(f"{plek}/StatusAanlevering", zin)


def key(een: dict[str, Any]) -> tuple[Any, ...]:
    """What makes a start or a stop the same one, apart from the client."""
    return (
        een.get("ToewijzingNummer"),
        filled(een, "Product", "Categorie"),
        filled(een, "Product", "Code"),
        een["Begindatum"],
        een.get("RedenBeeindiging"),
    )


def _key_once(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    regels = [(plek, key(een), een["StatusAanlevering"]) for plek, een in regie(bericht)]
    aantal = Counter(sleutel for _, sleutel, _ in regels)
    verwijderd = {sleutel for _, sleutel, status in regels if status != "1"}
    gezien: set[tuple[Any, ...]] = set()
    for plek, sleutel, status in regels:
        if status == "1" and aantal[sleutel] > 1:
            if sleutel in gezien or sleutel in verwijderd:
                yield Vondst(plek, "Dezelfde sleutel staat nog een keer in dit bericht.")
            gezien.add(sleutel)


def _ends_before_it_begins(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, periode in _periods(bericht):
        if periode["Einddatum"] < periode["Begindatum"]:
            zin = f"De einddatum {periode['Einddatum']} ligt voor de begindatum {periode['Begindatum']}."
            yield Vondst(f"{plek}/Einddatum", zin)


def _periods(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    if bericht.soort == "JW307":
        yield from regie(bericht)
        return
    yield from each(bericht.inhoud, "Declaratie/DeclaratiePeriode")
    for plek, _, prestatie in prestaties(bericht):
        yield f"{plek}/ProductPeriode", prestatie["ProductPeriode"]


def _stop_between(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    dag = dated(bericht)
    for plek, een in regie(bericht):
        if not een["Begindatum"] <= een["Einddatum"] <= dag:
            zin = (
                f"De einddatum {een['Einddatum']} hoort te liggen van de begindatum {een['Begindatum']} "
                f"tot en met de dagtekening {dag}."
            )
            yield Vondst(f"{plek}/Einddatum", zin)


def _lines(bericht: Bericht) -> Iterator[tuple[str, Any]]:
    """What counts as one line of a message."""
    if bericht.soort in ("JW305", "JW307"):
        yield from regie(bericht)
    elif bericht.soort in ("JW301", "JW315"):
        yield from ((een.pad, een.klasse) for een in products(bericht))
    elif bericht.soort == "JW317":
        yield from each(bericht.inhoud, "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct")
        for een in products(bericht):
            nummer = een.klasse.get("ToewijzingNummer")
            yield een.pad, een.klasse if nummer is None else {"ToewijzingNummer": nummer}
    elif bericht.soort == "JW323":
        yield from ((plek, {"Bsn": bsn} | prestatie) for plek, bsn, prestatie in prestaties(bericht))


def _once(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    eerder: dict[str, str] = {}
    for plek, regel in _lines(bericht):
        inhoud = repr(sorted(regel.items()))
        if inhoud in eerder:
            yield Vondst(
                plek, f"Dit staat twee keer in het bericht; ook bij {eerder[inhoud].rpartition('/')[2]}."
            )
        eerder.setdefault(inhoud, plek)


def _answers(bericht: Bericht) -> Iterator[tuple[str, dict[str, Any]]]:
    return each(bericht.inhoud, "Antwoord")


def _refusal_has_reason(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _answers(bericht):
        if een["VerzoekAntwoord"] == "1" and "RedenAfwijzingVerzoek" not in een:
            yield Vondst(plek, "Het verzoek is afgewezen; dan hoort de reden erbij.")


def _research_has_no_reason(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _answers(bericht):
        if een["VerzoekAntwoord"] == "2" and "RedenAfwijzingVerzoek" in een:
            yield Vondst(
                f"{plek}/RedenAfwijzingVerzoek", "Het verzoek is in onderzoek; dan is er nog geen reden."
            )


def _says_where(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _answers(bericht):
        if een.get("RedenAfwijzingVerzoek") == WOONPLAATS and "Woonplaatsbeginsel" not in een:
            yield Vondst(plek, "Bij reden 8 (woonplaatsbeginsel) hoort welke gemeente het wel is.")


def _does_not_say_where(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    for plek, een in _answers(bericht):
        if een.get("RedenAfwijzingVerzoek") != WOONPLAATS and "Woonplaatsbeginsel" in een:
            yield Vondst(
                f"{plek}/Woonplaatsbeginsel",
                "Een andere gemeente hoort alleen bij reden 8 (woonplaatsbeginsel).",
            )


REGIE: tuple[Regel, ...] = (
    alone("CS058", "305 307", "Een start of stop is er voor het eerst (1) of wordt verwijderd (3).", _status),
    alone(
        "TR074",
        "305 307",
        "Een start of stop komt niet terug onder dezelfde sleutel.",
        _key_once,
        "9074",
    ),
    alone("TR018", "307 323", "Een periode eindigt niet voor zij begint.", _ends_before_it_begins),
    alone(
        "TR137",
        "307",
        "Een stop ligt tussen het begin van de hulp en de dagtekening van het bericht.",
        _stop_between,
    ),
    alone("TR101", "301 305 307 315 317 323", "Een regel staat niet twee keer in een bericht.", _once),
    alone("CD085", "319", "Een afwijzing heeft een reden.", _refusal_has_reason),
    alone("CD086", "319", "Zolang een verzoek in onderzoek is, is er geen reden.", _research_has_no_reason),
    alone("TR377", "319", "Bij het woonplaatsbeginsel staat welke gemeente het wel is.", _says_where),
    alone(
        "TR409", "319", "Zonder het woonplaatsbeginsel staat er geen andere gemeente.", _does_not_say_where
    ),
)
