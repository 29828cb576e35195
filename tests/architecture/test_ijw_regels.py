"""The page about the rules of iJw says what the table says."""

from pathlib import Path

from scripts.ijw_regels import page

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "reference" / "ijw-regels.md"


def test_the_page_is_the_table():
    assert PAGINA.read_text(encoding="utf-8") == page()
