"""Finds texts that a user sees and that nobody marked for translation."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

# Names and codes are the same in every language.
EIGENNAMEN = {"Koers", "EUPL"}
WOORD = re.compile(r"[^\W\d_]{2,}")
TEKST_ATTRIBUTEN = {"aria-label", "aria-description", "alt", "title", "placeholder", "data-label", "label"}
ONZICHTBAAR = {"script", "style"}
MERKTEKENS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
VERTAALBLOK = re.compile(r"blocktrans(late)?\b")
TEKST_ARGUMENTEN = {"label", "help_text", "empty_label"}


class _Lezer(HTMLParser):
    """Collects the words of a page and of the attributes that are read aloud or shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.gevonden: list[str] = []
        self.binnen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ONZICHTBAAR:
            self.binnen.append(tag)
        for naam, waarde in attrs:
            if naam in TEKST_ATTRIBUTEN and waarde:
                self._look(waarde)

    def handle_endtag(self, tag: str) -> None:
        if self.binnen and self.binnen[-1] == tag:
            self.binnen.pop()

    def handle_data(self, data: str) -> None:
        if not self.binnen:
            self._look(data)

    def _look(self, tekst: str) -> None:
        if set(WOORD.findall(tekst)) - EIGENNAMEN:
            self.gevonden.append(tekst.strip())


def in_template(source: str) -> list[str]:
    """Texts of a template that stand outside every translation tag."""
    lezer = _Lezer()
    lezer.feed(_without_tags(source))
    lezer.close()
    return lezer.gevonden


def _without_tags(source: str) -> str:
    """The template with nothing where its tags stood, and without comments and translated blocks."""
    out, skipping = [], ""
    for token in Lexer(source).tokenize():
        if token.token_type is TokenType.BLOCK:
            naam = token.contents.split()[0]
            if skipping:
                skipping = "" if naam == skipping else skipping
            elif naam == "comment" or VERTAALBLOK.match(naam):
                skipping = f"end{naam}"
        elif token.token_type is TokenType.TEXT and not skipping:
            out.append(token.contents)
    return "".join(out)


def in_python(source: str) -> Iterator[str]:
    """Texts for users in Python that are not marked, or that are marked in a way no catalogue can hold."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        naam = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if naam in MERKTEKENS and any(not isinstance(a, ast.Constant) for a in node.args[:1]):
            yield f"{naam}(…) met iets anders dan een vaste tekst, regel {node.lineno}"
        for keyword in node.keywords:
            if keyword.arg in TEKST_ARGUMENTEN and _is_words(keyword.value):
                yield f"{keyword.arg}={ast.unparse(keyword.value)}"
        if _speaks(node.func) and any(_is_words(a) for a in node.args):
            yield ast.unparse(node)


def _speaks(functie: ast.expr) -> bool:
    """Whether this call shows its argument to somebody: a message, or a fault in a form."""
    if isinstance(functie, ast.Attribute):
        return isinstance(functie.value, ast.Name) and functie.value.id == "messages"
    return isinstance(functie, ast.Name) and functie.id == "ValidationError"


def _is_words(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return True
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(WOORD.search(node.value))


def search_tree(root: Path) -> list[str]:
    """Every finding below `root`, with its file."""
    found = [f"{p.name}: {t}" for p in sorted(root.rglob("*.html")) for t in in_template(p.read_text())]
    pages = [p for room in ("web", "presentation") for p in sorted((root / room).rglob("*.py"))]
    return found + [f"{p.name}: {t}" for p in pages for t in in_python(p.read_text())]
