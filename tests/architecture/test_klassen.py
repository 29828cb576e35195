"""A class that no rule of the stylesheet knows is a slip of the pen, or a look that somebody forgot."""

import re
from pathlib import Path

WEB = Path(__file__).resolve().parents[2] / "src" / "koers" / "web"
PICTURES = WEB.parent / "presentation" / "beelden"
# Names of pictures as a whole, rows that only their parts speak of, and what looks like its block does.
ZONDER_REGEL = {
    "bericht--uitleg",
    "ernaast",
    "staven",
    "stippen",
    "tegelkaart",
    "tegel",
    "trap",
    "stip-rij",
    "staaf-rij",
    "trap__trede",
}
IN_TEMPLATE = re.compile(r'class="([^"]*)"')
IN_PICTURE = re.compile(r'"((?:beeld|staaf|stip|tegel|tegelkaart|trap|zwerm)[a-z_-]*(?: [a-z_-]+)*)"')


def used(source: str, pattern: re.Pattern) -> set[str]:
    """Whole class names; what a template computes is left out."""
    found: set[str] = set()
    for classes in pattern.findall(re.sub(r"{[%{].*?[%}]}", " ", source)):
        found |= {name for name in classes.split() if not name.endswith("-")}
    return found


def known(css: str) -> set[str]:
    """Every class that a rule of the stylesheet names."""
    return set(re.findall(r"\.([a-z][a-z0-9_-]*)", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)))


def stylesheet() -> set[str]:
    return set().union(*(known(path.read_text()) for path in (WEB / "static" / "koers").glob("*.css")))


def test_every_class_on_a_page_has_a_rule():
    pages = [used(path.read_text(), IN_TEMPLATE) for path in (WEB / "templates").rglob("*.html")]
    assert set().union(*pages) - stylesheet() - ZONDER_REGEL == set()


def test_every_class_in_a_picture_has_a_rule():
    pictures = [used(path.read_text(), IN_PICTURE) for path in PICTURES.glob("*.py")]
    assert set().union(*pictures) - stylesheet() - ZONDER_REGEL == set()


def test_a_planted_class_is_found():
    assert used('<p class="kernzin kernzn{% if a %} b{% endif %} status--{{ s }}">', IN_TEMPLATE) - known(
        ".kernzin { color: red } .b {}"
    ) == {"kernzn"}
    assert used('lijn(1, 2, "beeld__as beeld__aas")', IN_PICTURE) - known(".beeld__as {}") == {"beeld__aas"}
