"""How much quicker JW301 is built and read than with xsdata, on the same messages with the same XSD check.

`python -m benchmarks jw301 [AANTAL] [MAP]`: AANTAL messages of about 4 kB (10,000 unless told), schemas from
MAP (`KOERS_IJW_XSD`, else `../shared/ijw/xsd`). xsdata comes with `.venv/bin/uv pip install --require-hashes
-r requirements/bench.txt`; its classes are made from the same schemas, once, in a folder that is thrown away.

Both sides: content -> bytes, checked by the official schema; and bytes -> objects, checked by it too. Koers
also checks every value by its own tables, which xsdata does not. The goal is five times, in seconds of
processor.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.build import build, header
from koers.exchange.ijw.official import Schemas
from koers.exchange.ijw.parse import parse

DOEL = 5
AANTAL = 10_000
PRODUCTEN = 4  # assigned products in one message: about 4 kB


def main(woorden: list[str]) -> int:
    """Prints both ratios; 1 when xsdata or the schemas are missing, or one ratio is below the goal."""
    aantal = int(woorden[0]) if woorden else AANTAL
    standaard = os.environ.get("KOERS_IJW_XSD", "../shared/ijw/xsd")
    map_ = Path(woorden[1] if len(woorden) > 1 else standaard)
    if not (map_ / "jw301.xsd").is_file():
        _say(f"no jw301.xsd in {map_}: set KOERS_IJW_XSD")
        return 1
    try:
        import xsdata  # noqa: F401
    except ImportError:
        _say("xsdata is not installed: .venv/bin/uv pip install --require-hashes -r requirements/bench.txt")
        return 1
    berichten = [_message(nummer) for nummer in range(aantal)]
    with tempfile.TemporaryDirectory() as werk:
        hun = _Xsdata(map_, Path(werk))
        return _compare(berichten, _Koers(map_), hun)


def _compare(berichten: list[Bericht], ons: "_Koers", hun: "_Xsdata") -> int:
    bytes_ = [ons.build(een) for een in berichten[:1]]
    _say(f"{len(berichten)} messages of {len(bytes_[0])} bytes")
    hun.build(hun.read(bytes_[0]))  # it makes what it knows of its classes once
    bouw_ons, bytes_ = _seconds(lambda: [ons.build(een) for een in berichten])
    lees_ons, gelezen = _seconds(lambda: [ons.read(een) for een in bytes_])
    if [een.inhoud for een in gelezen] != [een.inhoud for een in berichten]:
        _say("what Koers read is not what was written")
        return 1
    lees_hun, objecten = _seconds(lambda: [hun.read(een) for een in bytes_])
    bouw_hun, ander = _seconds(lambda: [hun.build(een) for een in objecten])
    if [_canonical(een) for een in ander[:100]] != [_canonical(een) for een in bytes_[:100]]:
        _say("xsdata wrote something else than Koers")
        return 1
    ratios = {"build": bouw_hun / bouw_ons, "read": lees_hun / lees_ons}
    ratios["both"] = (bouw_hun + lees_hun) / (bouw_ons + lees_ons)
    for wat, onze, hunne in (("build", bouw_ons, bouw_hun), ("read", lees_ons, lees_hun)):
        _say(f"{wat}: Koers {onze:.2f} s, xsdata {hunne:.2f} s of processor = {ratios[wat]:.1f} times")
    _say(f"together {ratios['both']:.1f} times (goal {DOEL})")
    return int(ratios["both"] < DOEL)


class _Koers:
    """Ours, with the official schema beside our own tables."""

    def __init__(self, map_: Path) -> None:
        self.schemas = Schemas(map_)

    def build(self, bericht: Bericht) -> bytes:
        inhoud = build(bericht)
        self._right(inhoud)
        return inhoud

    def read(self, inhoud: bytes) -> Bericht:
        gelezen = parse(inhoud)
        if not gelezen.goed or gelezen.bericht is None:
            raise ValueError(gelezen.bevindingen)
        self._right(inhoud)
        return gelezen.bericht

    def _right(self, inhoud: bytes) -> None:
        if found := self.schemas.check("JW301", inhoud):
            raise ValueError(found)


class _Xsdata:
    """Classes from the same schemas, in `werk`; the check is the same one of lxml."""

    def __init__(self, map_: Path, werk: Path) -> None:
        schema = (map_ / "jw301.xsd").resolve()
        command = [sys.executable, "-m", "xsdata", "generate", str(schema), "--package", "jw301_xsdata"]
        # xsdata formats what it writes with the ruff that stands beside this Python.
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        subprocess.run(  # noqa: S603  own words
            command, cwd=werk, check=True, capture_output=True, env={**os.environ, "PATH": path}
        )
        sys.path.insert(0, str(werk))
        self.klasse = import_module("jw301_xsdata").Bericht
        from xsdata.formats.dataclass.context import XmlContext
        from xsdata.formats.dataclass.parsers import XmlParser
        from xsdata.formats.dataclass.serializers import XmlSerializer

        context = XmlContext()
        self.parser, self.serializer = XmlParser(context=context), XmlSerializer(context=context)
        self.schema = etree.XMLSchema(file=str(schema))

    def build(self, een: Any) -> bytes:
        inhoud = self.serializer.render(een).encode()
        self.schema.assertValid(etree.fromstring(inhoud))
        return inhoud

    def read(self, inhoud: bytes) -> Any:
        self.schema.assertValid(etree.fromstring(inhoud))
        return self.parser.from_bytes(inhoud, self.klasse)


def _message(nummer: int) -> Bericht:
    """A client with four assigned products; nobody, with numbers that differ."""
    kop = header(
        "JW301",
        afzender="1731",
        ontvanger="42424242",
        identificatie=f"{nummer:012d}",
        dagtekening=date(2026, 3, 31),
    )
    client = {
        "Bsn": "999990007",
        "Geboortedatum": {"Datum": date(2014, 2, 28)},
        "Geslacht": "1",
        "Naam": {
            "Geslachtsnaam": {"Achternaam": f"Berg{nummer}", "Voorvoegsel": "van den"},
            "Voornamen": "Elif",
            "Voorletters": "E",
            "NaamGebruik": "1",
        },
        "Contactgegevens": {"Contact": [_contact(soort) for soort in ("01", "03")]},
        "ToegewezenProducten": {"ToegewezenProduct": [_product(nummer, n) for n in range(PRODUCTEN)]},
    }
    return Bericht("JW301", {"Header": kop, "Client": client})


def _contact(soort: str) -> dict[str, Any]:
    return {
        "Soort": soort,
        "Adres": {
            "Huis": {"Huisnummer": 12},
            "Postcode": "9411AB",
            "Straatnaam": "Dorpsstraat",
            "Plaatsnaam": "Beilen",
            "LandCode": "NL",
        },
        "Telefoon": {"Telefoon01": {"Telefoonnummer": "0612345678", "Landnummer": "31"}},
    }


def _product(nummer: int, plek: int) -> dict[str, Any]:
    return {
        "ToewijzingNummer": nummer % 100_000_000 * PRODUCTEN + plek + 1,
        "Product": {"Categorie": "45", "Code": f"45A0{plek + 1}"},
        "Toewijzingsdatum": date(2026, 3, 30),
        "Toewijzingstijd": "14:05:00",
        "Ingangsdatum": date(2026, 4, 1),
        "Einddatum": date(2027, 3, 31),
        "Omvang": {"Volume": 120 + plek, "Eenheid": "01", "Frequentie": "2"},
    }


def _canonical(inhoud: bytes) -> bytes:
    """The same message, whatever its prefixes and white space."""
    boom = etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True))
    return "\n".join(f"{een.tag} {(een.text or '').strip()}" for een in boom.iter()).encode()


def _seconds(do: Callable[[], list[Any]]) -> tuple[float, list[Any]]:
    begin = time.process_time()
    done = do()
    return time.process_time() - begin, done


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
