"""Collects every text of the program into the English catalogue and compiles it. For `make vertalingen`.

The source language is Dutch, so a text is its own key. Existing translations stay, new texts come in empty
(and make a test fail until somebody translates them), texts that are no longer used go. No msgfmt or
xgettext: a fresh machine has neither.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
BRON = ROOT / "src" / "koers"
CATALOGUS = BRON / "web" / "locale" / "en" / "LC_MESSAGES" / "django.po"
# Every function that marks a text, and how many of its first arguments are text (with the context).
MERKTEKENS = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
    "pgettext": 2,
    "pgettext_lazy": 2,
    "npgettext": 3,
    "npgettext_lazy": 3,
}
KOP = """# English texts of Koers. The Dutch text is the key; `make vertalingen` keeps this file up to date.
"""


def extract(path: Path) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Every marked text of one file: context if any, then the text and its plural."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        source = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    for _line, functie, texts, _comments in extract_python(io.BytesIO(source.encode()), MERKTEKENS, (), {}):
        values = ((texts,) if isinstance(texts, str) else tuple(texts))[: MERKTEKENS[functie]]
        if None in values:
            continue
        if "pgettext" in functie:
            yield values[0], values[1:]
        else:
            yield None, values


def collect(bron: Path = BRON) -> Catalog:
    """A catalogue of all texts of the program, untranslated, in the order of the files."""
    catalogus = _empty()
    for path in sorted([*bron.rglob("*.py"), *bron.rglob("*.html")]):
        for context, texts in extract(path):
            sleutel = texts if len(texts) > 1 else texts[0]
            plek = (path.relative_to(bron.parents[1]).as_posix(), 0)
            catalogus.add(sleutel, locations=[plek], context=context)
    return catalogus


def read(path: Path = CATALOGUS) -> Catalog:
    """The catalogue as it stands; an empty one when there is none."""
    if not path.exists():
        return _empty()
    with path.open("rb") as readable:
        return read_po(readable, locale="en")


def merge(nieuw: Catalog, oud: Catalog) -> Catalog:
    """The texts of `nieuw` with the translations of `oud`. Nothing is guessed, so nothing is fuzzy."""
    for message in nieuw:
        earlier = oud.get(message.id, message.context) if message.id else None
        if earlier is not None:
            message.string = earlier.string
    return nieuw


def untranslated(catalogus: Catalog) -> list[Message]:
    """Texts without English."""
    return [m for m in catalogus if m.id and not all(_forms(m))]


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def write(catalogus: Catalog, path: Path = CATALOGUS) -> None:
    """Writes the catalogue; without line numbers and dates, so that a diff shows texts only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, catalogus, width=108, omit_header=True, include_lineno=False)
    hoofd = (
        f'{KOP}msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    path.write_bytes(hoofd.encode() + buffer.getvalue())


def compile_catalogues(bron: Path = BRON) -> None:
    """Writes a .mo beside every .po that is newer than it, whole or not at all."""
    for po in bron.rglob("*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime_ns <= po.stat().st_mtime_ns:
            buffer = io.BytesIO()
            write_mo(buffer, read(po))
            half = mo.with_suffix(f".{os.getpid()}")
            half.write_bytes(buffer.getvalue())
            half.replace(mo)


def _empty() -> Catalog:
    return Catalog(locale="en", fuzzy=False)


def main() -> int:
    """Updates, compiles, and says what is left to translate."""
    catalogus = merge(collect(), read())
    write(catalogus)
    compile_catalogues()
    nog = untranslated(catalogus)
    for message in nog:
        plekken = ", ".join(plek for plek, _line in message.locations)
        sys.stdout.write(f"nog niet vertaald: {message.id!r} ({plekken})\n")
    sys.stdout.write(f"{len(catalogus)} teksten, {len(nog)} nog te vertalen\n")
    return 1 if nog else 0


if __name__ == "__main__":
    sys.exit(main())
