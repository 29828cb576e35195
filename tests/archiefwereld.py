"""An archive as another back office would have it: the invented Drenthe as messages, and a count by hand.

The count goes over the tables of the proefregio themselves, and knows nothing of messages.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.build import build, header
from koers.simulation.proefregio import (
    AANBIEDERS,
    GEMEENTEN,
    IJW_CODES,
    PRODUCTEN,
    Proefregio,
    bsn_testbereik,
    codes,
    maak_proefregio,
)

TRAJECTEN = 60
ADRES = {
    "Soort": "03",
    "Adres": {"Huis": {"Huisnummer": 1}, "Postcode": "9411AB", "Plaatsnaam": "Beilen", "LandCode": "NL"},
}


@dataclass
class Handtelling:
    """What the tables have to say in the end."""

    spells: Counter[tuple[str, int]] = field(default_factory=Counter)  # gemeente, niveau
    lopend: int = 0
    verwijzingen: int = 0
    cent: Counter[str] = field(default_factory=Counter)  # per month


@dataclass
class Archief:
    """Messages by the name of their file, the levels of the products, and the count by hand."""

    berichten: dict[str, bytes] = field(default_factory=dict)
    niveaus: dict[str, int] = field(default_factory=dict)
    geteld: Handtelling = field(default_factory=Handtelling)
    kinderen: set[str] = field(default_factory=set)

    def write(self, map_: Path) -> None:
        map_.mkdir(parents=True, exist_ok=True)
        for naam, inhoud in self.berichten.items():
            (map_ / naam).write_bytes(inhoud)


def small_region() -> Proefregio:
    return maak_proefregio(seed=7, schaal=0.003, tot=date(2026, 6, 30))


class Schrijver:
    """Writes what happened in the region as messages."""

    def __init__(self, regio: Proefregio) -> None:
        self.regio, self.archief = regio, Archief()
        self.bsns = bsn_testbereik()
        self.toewijzing = {int(t["id"]): t for t in regio.toewijzingen}
        self.product = {int(p["id"]): p for p in regio.producten}
        self.persoon = {int(p["id"]): p for p in regio.personen}
        replaced = {int(f["vervangt"]) for f in regio.traject_feiten if f["vervangt"] >= 0}
        self.feiten: dict[int, list[Any]] = {}
        for feit in regio.traject_feiten:
            if int(feit["id"]) not in replaced:
                self.feiten.setdefault(int(feit["traject"]), []).append(feit)

    def whole(self) -> Archief:
        done = 0
        for traject in self.regio.trajecten:
            kind = self.persoon[int(traject["persoon"])]
            if kind["bsn_index"] < 0 or int(traject["id"]) not in self.feiten or done >= TRAJECTEN:
                continue
            done += 1
            self.one(traject, kind, done)
        return self.archief

    def one(self, traject: Any, kind: Any, done: int) -> None:
        toewijzing = self.toewijzing[int(traject["toewijzing"])]
        product = PRODUCTEN[int(self.product[int(traject["product"])]["soort"])]
        code = IJW_CODES[product.nummer]
        # The same code may have another level in another region: the newest file would say one; so do we.
        niveau = self.archief.niveaus.setdefault(code, int(traject["niveau"]))
        gemeente = GEMEENTEN[int(traject["gemeente"])].code
        wie = self.client(kind)
        self.archief.kinderen.add(wie["Bsn"])
        ends = (gemeente.removeprefix("GM"), AANBIEDERS[int(traject["aanbieder"])].agb)
        nummer = 1_001 + done
        stuk = {"ToewijzingNummer": nummer, "Product": {"Categorie": code[:2], "Code": code}}
        starts = [f for f in self.feiten[int(traject["id"])] if f["soort"] in (codes.START, codes.HERVATTING)]
        first = min(f["datum"].item() for f in starts)
        ingang = min(toewijzing["ingangsdatum"].item(), first)
        verwezen = nummer % 2 == 0
        if verwezen:
            self.request(ends, wie, nummer, code, ingang)
            self.archief.geteld.verwijzingen += 1
        self.assign(ends, wie, stuk, ingang, f"A{nummer}" if verwezen else "")
        self.steps(traject, (ends, wie, stuk | {"ToewijzingIngangsdatum": ingang}), (gemeente, niveau))
        self.claims(traject, ends, wie["Bsn"], nummer, code)

    def client(self, kind: Any) -> dict[str, Any]:
        return {
            "Bsn": str(self.bsns[int(kind["bsn_index"])]).zfill(9),
            "Geboortedatum": {"Datum": kind["geboortedatum"].item()},
            "Geslacht": str(int(kind["geslacht"])),
            "Naam": {"Geslachtsnaam": {"Achternaam": "Verzonnen"}, "Voornamen": "Kind"},
        }

    def request(self, ends, wie, nummer: int, code: str, ingang: date) -> None:
        gevraagd = {
            "ReferentieAanbieder": f"A{nummer}",
            "Product": {"Categorie": code[:2], "Code": code},
            "ToewijzingIngangsdatum": ingang,
            "Omvang": {"Volume": 2, "Eenheid": "04", "Frequentie": "2"},
            "ToewijzingEinddatum": ingang + timedelta(days=365),
            "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01234567"},
        }
        inhoud = {"Client": wie | {"AangevraagdeProducten": {"AangevraagdProduct": [gevraagd]}}}
        self.send("JW315", ends[1], ends[0], ingang, inhoud)

    def assign(self, ends, wie, stuk, ingang: date, referentie: str) -> None:
        """Assigned, and later assigned again with another last day: the last message holds."""
        naam = wie["Naam"] | {"NaamGebruik": "1"}
        for keer in range(2):
            given = {"ToewijzingNummer": stuk["ToewijzingNummer"]}
            given |= {"ReferentieAanbieder": referentie} if referentie else {}
            given |= {
                "Product": stuk["Product"],
                "Toewijzingsdatum": ingang,
                "Toewijzingstijd": f"12:00:0{keer}",
                "Ingangsdatum": ingang,
                "Einddatum": ingang + timedelta(days=1000 * (keer + 1)),
                "Omvang": {"Volume": 2, "Eenheid": "04", "Frequentie": "2"},
            }
            given |= {"RedenWijziging": "04"} if keer else {}
            inhoud = {
                "Client": wie
                | {
                    "Naam": naam,
                    "Contactgegevens": {"Contact": [ADRES]},
                    "ToegewezenProducten": {"ToegewezenProduct": [given]},
                }
            }
            inhoud["Client"] = in_standard_order(inhoud["Client"])
            self.send("JW301", ends[0], ends[1], ingang + timedelta(days=keer), inhoud)

    def steps(self, traject: Any, wat, plek: tuple[str, int]) -> None:
        ends, wie, stuk = wat
        begin, open_now = None, False
        for feit in sorted(self.feiten[int(traject["id"])], key=lambda f: (f["datum"], int(f["id"]))):
            dag = feit["datum"].item()
            told = feit["vastgelegd_at"].item().date()
            if feit["soort"] in (codes.START, codes.HERVATTING):
                begin, open_now = dag, True
                self.archief.geteld.spells[plek] += 1
                inhoud = {"Begindatum": begin, "StatusAanlevering": "1"}
                self.regie("JW305", ends, wie, stuk | inhoud, max(told, dag))
            elif open_now:
                open_now = False
                reden = "20" if feit["soort"] == codes.PAUZE else "31"
                inhoud = {"Begindatum": begin, "RedenBeeindiging": reden, "Einddatum": dag}
                self.regie("JW307", ends, wie, stuk | inhoud | {"StatusAanlevering": "1"}, max(told, dag))
        self.archief.geteld.lopend += open_now

    def regie(self, soort: str, ends, wie, stuk, dag: date) -> None:
        om, binnen = (
            ("StartProducten", "StartProduct") if soort == "JW305" else ("StopProducten", "StopProduct")
        )
        self.send(soort, ends[1], ends[0], dag, {"Client": wie | {om: {binnen: [stuk]}}})

    def claims(self, traject: Any, ends, bsn: str, nummer: int, code: str) -> None:
        # The standard knows no claims of before 2021; a credit would take back what came before.
        mine = (d for d in self.regio.declaraties if int(d["traject"]) == int(traject["id"]))
        rows = [d for d in mine if d["soort"] == 0 and d["maand"].item().year > 2020]
        for row in rows[:6]:
            maand = row["maand"].item()
            last = (maand.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            bedrag = int(row["bedrag_cent"])
            prestatie = {
                "ProductReferentie": {"ReferentieNummer": f"R{nummer}-{maand:%Y%m}"},
                "ToewijzingNummer": nummer,
                "ProductCategorie": code[:2],
                "ProductCode": code,
                "ProductPeriode": {"Begindatum": maand, "Einddatum": last},
                "GeleverdVolume": int(row["volume"]),
                "Eenheid": "04",
                "ProductTarief": int(row["tarief_cent"]),
                "IngediendBedrag": {"Bedrag": bedrag, "DebetCredit": "D"},
            }
            inhoud = {
                "DeclaratieNummer": f"D{nummer}{maand:%y%m}",
                "DeclaratiePeriode": {"Begindatum": maand, "Einddatum": last},
                "DeclaratieDagtekening": last + timedelta(days=5),
                "TotaalIngediendBedrag": {"TotaalBedrag": bedrag, "DebetCredit": "D"},
                "Clienten": {"Client": [{"Bsn": bsn, "Prestaties": {"Prestatie": [prestatie]}}]},
            }
            self.archief.geteld.cent[f"{maand:%Y-%m}"] += bedrag
            self.send("JW323", ends[1], ends[0], last + timedelta(days=5), {"Declaratie": inhoud})

    def send(self, soort: str, van: str, naar: str, dag: date, inhoud: dict[str, Any]) -> None:
        naam = f"M{len(self.archief.berichten):05d}"
        kop = header(soort, afzender=van, ontvanger=naar, identificatie=naam, dagtekening=dag)
        self.archief.berichten[f"{naam}.xml"] = build(Bericht(soort, {"Header": kop} | inhoud))


def in_standard_order(client: dict[str, Any]) -> dict[str, Any]:
    """A client as JW301 has it: names after birth and sex, then contacts, then products."""
    order = ("Bsn", "Geboortedatum", "Geslacht", "Naam", "Contactgegevens", "ToegewezenProducten")
    return {naam: client[naam] for naam in order}


def shuffled(seed: int):
    """The files in an order that has nothing to do with their names."""

    def order(paden: list[Path]) -> list[Path]:
        paden = sorted(paden)
        random.Random(seed).shuffle(paden)
        return paden

    return order


def broken(archief: Archief) -> Iterator[tuple[str, bytes]]:
    """Files that nobody can use: cut off, with a DOCTYPE, no XML, packed, of another version, empty."""
    whole = next(iter(archief.berichten.values()))
    yield "kapot-half.xml", whole[: len(whole) // 2]
    yield "kapot-doctype.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + whole
    yield "kapot-tekst.xml", b"Geachte heer, mevrouw"
    yield "kapot-gzip.xml", b"\x1f\x8b" + whole
    yield "kapot-leeg.xml", b""
