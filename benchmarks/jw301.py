"""How much quicker JW301 is built and read than with xsdata, on the same messages with the same XSD check.

`python -m benchmarks jw301 [AANTAL] [MAP]`: AANTAL messages of about 4 kB (10,000 unless told), schemas from
MAP (`KOERS_IJW_XSD`, else `../shared/ijw/xsd`). xsdata comes with `.venv/bin/uv pip install --require-hashes
-r requirements/bench.txt`; its classes are made from the same schemas, once, in a folder that is thrown away.

Both sides: content -> bytes, checked by the official schema; and bytes -> objects, checked by it too. Koers
also checks every value by its own tables, which xsdata does not. The goal is five times, in seconds of
processor.
"""

import gc
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
BEURT, PROEF = 250, 10  # messages of one turn; of these compared with what xsdata writes
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
    with tempfile.TemporaryDirectory() as werk:
        hun = _Xsdata(map_, Path(werk))
        return _compare(aantal, _Koers(map_), hun)


def _compare(aantal: int, ons: "_Koers", hun: "_Xsdata") -> int:
    """In turn, a few hundred at a time: what else this machine does then falls on both alike."""
    eerste = ons.build(_message(0))
    _say(f"{aantal} messages of {len(eerste)} bytes")
    ons.read(eerste)
    hun.build(hun.read(eerste))  # both make once what they know of their classes
    tijd = {"build": [0.0, 0.0], "read": [0.0, 0.0]}
    for begin in range(0, aantal, BEURT):
        berichten = [_message(nummer) for nummer in range(begin, min(begin + BEURT, aantal))]
        bytes_ = _seconds(tijd["build"], 0, lambda: [ons.build(een) for een in berichten])  # noqa: B023  at once
        gelezen = _seconds(tijd["read"], 0, lambda: [ons.read(een) for een in bytes_])  # noqa: B023
        objecten = _seconds(tijd["read"], 1, lambda: [hun.read(een) for een in bytes_])  # noqa: B023
        ander = _seconds(tijd["build"], 1, lambda: [hun.build(een) for een in objecten])  # noqa: B023
        if [een.inhoud for een in gelezen] != [een.inhoud for een in berichten]:
            _say("what Koers read is not what was written")
            return 1
        if [_canonical(een) for een in ander[:PROEF]] != [_canonical(een) for een in bytes_[:PROEF]]:
            _say("xsdata wrote something else than Koers")
            return 1
    ratios = {wat: hunne / onze for wat, (onze, hunne) in tijd.items()}
    both = sum(een[1] for een in tijd.values()) / sum(een[0] for een in tijd.values())
    for wat, (onze, hunne) in tijd.items():
        _say(f"{wat}: Koers {onze:.2f} s, xsdata {hunne:.2f} s of processor = {ratios[wat]:.1f} times")
    _say(f"together {both:.1f} times (goal {DOEL})")
    return int(min(ratios.values()) < DOEL)


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


def _seconds(tijd: list[float], wie: int, do: Callable[[], list[Any]]) -> list[Any]:
    """What `do` makes; its seconds of processor are added to those of `wie`."""
    gc.collect()  # what an earlier turn left is nobody's
    begin = time.process_time()
    done = do()
    tijd[wie] += time.process_time() - begin
    return done


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
