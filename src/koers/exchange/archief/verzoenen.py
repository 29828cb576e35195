"""The lines about one child as rows of the monitor's tables, in whatever order the messages came.

What holds is worked out from all lines together: of an assignment the last message, of starts and stops what
`domain.regieberichten` settles, of a claim each entry once. Pure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from koers.domain.regieberichten import Lot, Regieregel, settle
from koers.domain.routes import ROUTE_VAN_VERWIJZER
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import RijOngeldig, read_row
from koers.domain.toewijzingsberichten import VERWIJDERD
from koers.exchange.archief.bewaren import Bewaard
from koers.exchange.archief.lezen import Mis

Rij = tuple[str, Any]  # name of the table, row of its class
SOORT = {"JW305": "start", "JW307": "stop"}
GEEN_TOEWIJZING = "In het archief staat geen toewijzing (JW301) waar dit bij hoort."
WEG = "De toewijzing waar dit bij hoort is verwijderd."
GEEN_NIVEAU = "Van product {product} staat het niveau niet in het bestand met producten. Zet het erbij."
DUBBELE_PRESTATIE = "Dit referentienummer is in een eerder bericht al gebruikt; alleen de eerste keer telt."
# Why a start or stop waits for something that the archive does not have (WJ001).
WACHT = {
    "9063": ("TR063", "Dit verwijdert iets wat niet in het archief staat."),
    "9069": ("TR382", "Bij deze stop staat geen start in het archief."),
    "9071": ("TR071", "Een start met een stop erbij is niet te verwijderen."),
    "9074": ("TR074", "Dezelfde start of stop staat er al."),
    "9326": ("TR326", "De vorige hulp was nog niet gestopt."),
    "9414": ("TR414", "Deze stop ligt voor de vorige stop."),
    "9415": ("TR415", "Er is al een definitieve stop."),
}


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """An assignment as the last message about it tells."""

    aanbieder: str
    nummer: int
    inhoud: Mapping[str, Any]

    @property
    def weg(self) -> bool:
        return self.inhoud["reden"] == VERWIJDERD and self.inhoud["eind"] == self.inhoud["begin"]

    @property
    def product(self) -> str:
        """The code, or the category where none was named."""
        return self.inhoud["code"] or self.inhoud["categorie"]


class Kind:
    """Everything that messages told about one child in one municipality."""

    def __init__(self, code: str, gemeente: str, regels: list[Bewaard], niveaus: Mapping[str, int]) -> None:
        self.code, self.gemeente, self.niveaus = code, gemeente, niveaus
        self.regels = regels
        self.mis: list[Mis] = []
        self.toewijzingen = self._assignments()
        self.verzoeken = self._requests()
        self.eerste_start: dict[tuple[str, int], date] = {}

    def rows(self) -> Iterator[Rij]:
        """Rows of spells, verwijzingen and declaraties; what does not fit goes to `mis`."""
        yield from self._spells()
        yield from self._referrals()
        yield from self._claims()

    # --- what there is ------------------------------------------------------------------------------------

    def _assignments(self) -> dict[tuple[str, int], Toewijzing]:
        """Of each number the newest: by the day of the message, then by the moment of assigning."""
        newest: dict[tuple[str, int], tuple[tuple[Any, ...], Toewijzing]] = {}
        for een in (r for r in self.regels if r.wat == "JW301"):
            key = (een.aanbieder, een.inhoud["nummer"])
            rank = (een.dagtekening, een.inhoud["moment"], een.identificatie, een.volgnummer)
            if key not in newest or rank > newest[key][0]:
                newest[key] = (rank, Toewijzing(een.aanbieder, een.inhoud["nummer"], een.inhoud))
        return {key: een for key, (_rank, een) in newest.items()}

    def _requests(self) -> dict[tuple[str, str], Bewaard]:
        """Of each reference of a provider the newest request."""
        asked = [r for r in self.regels if r.wat == "JW315"]
        return {(r.aanbieder, r.inhoud["referentie"]): r for r in sorted(asked, key=_rank)}

    def _assignment_of(self, een: Bewaard) -> Toewijzing | None:
        """By its number; without one by product and first day, when only one fits."""
        nummer = een.inhoud["nummer"]
        if nummer is not None:
            return self.toewijzingen.get((een.aanbieder, nummer))
        fits = [
            t
            for t in self.toewijzingen.values()
            if t.aanbieder == een.aanbieder
            and t.inhoud["begin"] == een.inhoud.get("ingang")
            and t.inhoud["categorie"] == een.inhoud["categorie"]
            and een.inhoud["code"] in ("", t.inhoud["code"])
        ]
        return fits[0] if len(fits) == 1 else None

    def _request_of(self, toewijzing: Toewijzing) -> Bewaard | None:
        return self.verzoeken.get((toewijzing.aanbieder, toewijzing.inhoud["referentie"]))

    def _route_of(self, toewijzing: Toewijzing) -> dict[str, Any]:
        """Route and verwijzer where a request tells them; the assignment itself does not."""
        verzoek = self._request_of(toewijzing)
        verwijzer = verzoek.inhoud["verwijzer"] if verzoek else None
        return {"verwijzer": verwijzer, "route": ROUTE_VAN_VERWIJZER.get(verwijzer) if verwijzer else None}

    def _level(self, categorie: str, code: str) -> int | None:
        return self.niveaus.get(code, self.niveaus.get(categorie))

    # --- spells -------------------------------------------------------------------------------------------

    def _spells(self) -> Iterator[Rij]:
        per: dict[tuple[str, int], list[Bewaard]] = {}
        for een in (r for r in self.regels if r.wat in SOORT):
            toewijzing = self._assignment_of(een)
            if toewijzing is None:
                self._miss(een, "TR019", GEEN_TOEWIJZING)
            elif toewijzing.weg:
                self._miss(een, "TR019", WEG)
            else:
                per.setdefault((toewijzing.aanbieder, toewijzing.nummer), []).append(een)
        for key in sorted(per):
            yield from self._spells_of(self.toewijzingen[key], sorted(per[key], key=_rank))

    def _spells_of(self, toewijzing: Toewijzing, told: list[Bewaard]) -> Iterator[Rij]:
        stand = settle([_regieregel(een) for een in told])
        holds: list[Bewaard] = []
        for een, uitslag in zip(told, stand.uitslagen, strict=True):
            if uitslag.lot is Lot.WACHT:
                self._miss(een, *WACHT[uitslag.code])
            elif uitslag.lot is Lot.GELDT:
                holds.append(een)
        for start in (een for een in holds if een.wat == "JW305"):
            begin = start.inhoud["begin"]
            self._remember_start(toewijzing, date.fromisoformat(begin))
            own = [een for een in holds if een.inhoud["begin"] == begin]
            stops = sorted(een.inhoud["eind"] for een in own if een.wat == "JW307")
            row = {
                "jeugdige": self.code,
                "geboortemaand": start.inhoud["geboortemaand"],
                "geslacht": start.inhoud["geslacht"],
                "gemeente": self.gemeente,
                "route": self._route_of(toewijzing)["route"],
                "niveau": self._level(toewijzing.inhoud["categorie"], toewijzing.inhoud["code"]),
                "product": toewijzing.product or None,
                "aanbieder": toewijzing.aanbieder,
                "begindatum": begin,
                # A pause is an end: what went on afterwards was told as another start.
                "einddatum": stops[0] if stops else None,
                "vastgelegd_at": _moment(max(een.dagtekening for een in own)),
            }
            yield from self._row("spells", row, start, toewijzing.product)

    def _remember_start(self, toewijzing: Toewijzing, begin: date) -> None:
        key = (toewijzing.aanbieder, toewijzing.nummer)
        self.eerste_start[key] = min(begin, self.eerste_start.get(key, begin))

    # --- verwijzingen -------------------------------------------------------------------------------------

    def _referrals(self) -> Iterator[Rij]:
        """Each request of a provider with who referred, and the help that came of it."""
        for (aanbieder, referentie), een in sorted(self.verzoeken.items()):
            led_to = [
                t
                for t in self.toewijzingen.values()
                if t.aanbieder == aanbieder and t.inhoud["referentie"] == referentie and not t.weg
            ]
            starts = [self.eerste_start.get((t.aanbieder, t.nummer)) for t in led_to]
            row = {
                "jeugdige": self.code,
                "geboortemaand": een.inhoud["geboortemaand"],
                "gemeente": self.gemeente,
                "datum": een.dagtekening,
                "route": ROUTE_VAN_VERWIJZER.get(een.inhoud["verwijzer"]),
                "verwijzer": een.inhoud["verwijzer"],
                "praktijk": een.inhoud["praktijk"],
                "herindicatie": self._goes_on(een),
                "niveau": self._level(een.inhoud["categorie"], een.inhoud["code"]),
                "product": een.inhoud["code"] or een.inhoud["categorie"] or None,
                "hulp_begindatum": min((dag for dag in starts if dag), default=None),
                "vastgelegd_at": _moment(een.dagtekening),
            }
            yield from self._row("verwijzingen", row, een, "")

    def _goes_on(self, een: Bewaard) -> bool:
        """Whether this provider already had an assignment of this kind of product that began before."""
        return any(
            t.aanbieder == een.aanbieder
            and not t.weg
            and t.inhoud["categorie"] == een.inhoud["categorie"]
            and t.inhoud["begin"] < een.inhoud["begin"]
            for t in self.toewijzingen.values()
        )

    # --- declaraties --------------------------------------------------------------------------------------

    def _claims(self) -> Iterator[Rij]:
        seen: set[tuple[str, str]] = set()
        for een in sorted((r for r in self.regels if r.wat == "JW323"), key=_rank):
            toewijzing = self._assignment_of(een)
            key = (een.aanbieder, een.inhoud["referentie"])
            if toewijzing is None or toewijzing.weg:
                self._miss(een, "TR338", GEEN_TOEWIJZING if toewijzing is None else WEG)
                continue
            if key in seen:
                self._miss(een, "TR314", DUBBELE_PRESTATIE)
                continue
            seen.add(key)
            row = {
                "jeugdige": self.code,
                "gemeente": self.gemeente,
                "maand": een.inhoud["maand"],
                "bedrag_cent": een.inhoud["bedrag_cent"],
                "niveau": self._level(een.inhoud["categorie"], een.inhoud["code"]),
                **self._route_of(toewijzing),
                "product": een.inhoud["code"],
                "aanbieder": een.aanbieder,
                "vastgelegd_at": _moment(een.dagtekening),
            }
            yield from self._row("declaraties", row, een, "")

    # --- one row ------------------------------------------------------------------------------------------

    def _row(self, tabel: str, row: dict[str, Any], van: Bewaard, product: str) -> Iterator[Rij]:
        """The row as the published table wants it, or why it does not fit there."""
        if tabel == "spells" and row["niveau"] is None:
            self._miss(van, "niveau", GEEN_NIVEAU.format(product=product or "zonder code"))
            return
        try:
            yield tabel, read_row(TABELLEN[tabel], 1, row)
        except RijOngeldig as fout:
            for een in fout.vondsten:
                self._miss(van, tabel, f"Kolom {een.kolom} van de tabel {tabel} past niet ({een.code}).")

    def _miss(self, een: Bewaard, regel: str, zin: str) -> None:
        self.mis.append(Mis(een.bestand, een.wat, regel, een.plek, 0, zin))


def _rank(een: Bewaard) -> tuple[date, str, int]:
    return (een.dagtekening, een.identificatie, een.volgnummer)


def _regieregel(een: Bewaard) -> Regieregel:
    eind = een.inhoud["eind"]
    return Regieregel(
        SOORT[een.wat],
        date.fromisoformat(een.inhoud["begin"]),
        een.inhoud["verwijdert"],
        een.inhoud["reden"],
        date.fromisoformat(eind) if eind else None,
    )


def _moment(dag: date) -> datetime:
    """A message has a day and no hour."""
    return datetime.combine(dag, time(), tzinfo=UTC)
