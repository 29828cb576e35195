"""Messages of the demo: what went to providers with iJw and what came back, good and bad.

Everything goes the ordinary road: queued, made, sent to a folder, answered there, taken in and worked on. The
provider is played here, by the standard's own rules for an answer. Afterwards each message is put on the day
on which it would have come; only a demo may do that.
"""

import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from koers.actions.zorg.demo_berichten import Hulp, newest_help, put_on_day, tell
from koers.domain.acceptatie import working_days_after
from koers.domain.actor import Actor
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.uitgaand import make_outgoing
from koers.exchange.berichten.versturen import send
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.antwoord import answer
from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.build import build, header
from koers.exchange.ijw.controle import Uitkomst, control
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.regels.regel import filled
from koers.registers.klok import vandaag

PER_GEMEENTE = 8
GEMEENTEN = ("GM1731", "GM0106")
# By its place in the list what is the matter with one; the rest goes well.
GEEN_ANTWOORD, GEWEIGERD, KAPOT, EINDE_EERST, ONBEKEND = 7, 5, 4, 3, 2


def seed_berichten(*, by: Actor) -> int:
    """Sends and answers the messages of the newest toewijzingen of two gemeenten. How many messages."""
    with TemporaryDirectory() as plaats:
        uit, terug = Path(plaats) / "uit", Path(plaats) / "in"
        uit.mkdir()
        terug.mkdir()
        gezien: set[UUID] = set()
        for gemeente in GEMEENTEN:
            for plek, hulp in enumerate(newest_help(by=by, gemeente=gemeente, most=PER_GEMEENTE)):
                _Aanbieder(by, uit, terug, plek, gezien).play(hulp)
    return len(gezien)


class _Aanbieder:
    """A provider with iJw that gets one toewijzing, and what it sends about it."""

    def __init__(self, by: Actor, uit: Path, terug: Path, plek: int, gezien: set[UUID]) -> None:
        self.by, self.uit, self.terug, self.plek, self.gezien = by, uit, terug, plek, gezien

    def play(self, hulp: Hulp) -> None:
        """The JW301 goes out and is answered; then the start and the end come in."""
        given = hulp.datum
        tell(by=self.by, hulp=hulp)
        make_outgoing(by=self.by)
        namen = send(self.uit, by=self.by)
        self._dated(given, uur=10)
        if not namen:
            return  # held back: there is something a person has to do first
        inhoud = (self.uit / namen[-1]).read_bytes()
        uitkomst = control(inhoud, surroundings(vandaag()))
        if uitkomst.bericht is None or self.plek == GEEN_ANTWOORD:
            return
        self._take(self._answer(uitkomst, hulp), _day(given, 1), uur=9)
        self._tell(uitkomst.bericht, hulp)

    def _answer(self, uitkomst: Uitkomst, hulp: Hulp) -> bytes:
        """JW302, without a remark; of one the number was used before."""
        bericht, fout = uitkomst.bericht, tuple[Bevinding, ...]()
        if self.plek == GEWEIGERD:
            plek = "Client/ToegewezenProducten/ToegewezenProduct[1]"
            fout = (Bevinding("TR332", "9332", plek, "Het nummer is al in gebruik."),)
        terug = answer(
            Uitkomst(bericht, fout), identificatie=f"D302{hulp.nummer}"[:12], dagtekening=vandaag()
        )
        return build(terug)

    def _tell(self, heen: Bericht, hulp: Hulp) -> None:
        if self.plek == ONBEKEND:
            # A number that was never given to this provider.
            fout = self._message(heen, hulp, "JW305", hulp.ingangsdatum, nummer=999_001)
            self._take(fout, _day(hulp.datum, 2), uur=11)
        if hulp.begin is None or self.plek == GEWEIGERD:
            return
        if self.plek == EINDE_EERST:
            # Its start stayed behind at the hub: the end waits for it.
            gisteren = vandaag() - timedelta(days=1)
            einde = self._message(heen, hulp, "JW307", hulp.begin, einde=(gisteren, "31"))
            self._take(einde, vandaag(), uur=8)
            return
        start = self._message(heen, hulp, "JW305", hulp.begin)
        if self.plek == KAPOT:
            # The first day of help fell out of it on the way.
            kapot = re.sub(rb"<jw305:Begindatum>[^<]*</jw305:Begindatum>\r?\n?", b"", start)
            self._take(kapot, _day(hulp.begin, 1), uur=9)
            start = self._message(heen, hulp, "JW305", hulp.begin, keer="2")
        self._take(start, _day(hulp.begin, 2), uur=14)
        if hulp.einde:
            stop = self._message(heen, hulp, "JW307", hulp.begin, einde=hulp.einde)
            self._take(stop, _day(hulp.einde[0], 2), uur=15)

    def _message(
        self,
        heen: Bericht,
        hulp: Hulp,
        soort: str,
        begin: date,
        *,
        einde: tuple[date, str] | None = None,
        nummer: int | None = None,
        keer: str = "1",
    ) -> bytes:
        """A start or an end of what the JW301 told, in the words of that message."""
        client = heen.inhoud["Client"]
        told = next(
            een
            for een in filled(client, "ToegewezenProducten", "ToegewezenProduct")
            if een["ToewijzingNummer"] == hulp.nummer
        )
        regel: dict[str, Any] = {
            "ToewijzingNummer": nummer or hulp.nummer,
            "Product": told["Product"],
            "ToewijzingIngangsdatum": told["Ingangsdatum"],
            "Begindatum": begin,
            "StatusAanlevering": "1",
        }
        if einde is not None:
            regel |= {"Einddatum": einde[0], "RedenBeeindiging": einde[1]}
        naam = "Start" if soort == "JW305" else "Stop"
        kop = header(
            soort,
            afzender=heen.header["Ontvanger"],
            ontvanger=heen.header["Afzender"],
            identificatie=f"D{keer}{'X' if nummer else ''}{hulp.nummer}"[:12],
            dagtekening=vandaag(),
        )
        wie = {deel: client[deel] for deel in ("Bsn", "Geboortedatum", "Geslacht", "Naam") if deel in client}
        wie["Naam"] = {deel: waarde for deel, waarde in wie["Naam"].items() if deel != "NaamGebruik"}
        producten = {f"{naam}Producten": {f"{naam}Product": [regel]}}
        return build(Bericht(soort, {"Header": kop, "Client": wie | producten}))

    def _take(self, inhoud: bytes, dag: date, *, uur: int) -> None:
        """Lays a message in the folder, takes it in and works on it; it and its answer came on `dag`."""
        (self.terug / "bericht.xml").write_bytes(inhoud)
        list(take_in(self.terug, by=self.by))
        process(by=self.by)
        send(self.uit, by=self.by)
        self._dated(dag, uur=uur)

    def _dated(self, dag: date, *, uur: int) -> None:
        put_on_day(by=self.by, dag=dag, uur=uur, gezien=self.gezien)


def _day(dag: date, werkdagen: int) -> date:
    return working_days_after(dag, werkdagen)
