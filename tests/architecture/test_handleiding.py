"""The manual and its pictures: what is named is there, is taken by a walk, and nothing is left over."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANDLEIDING = ROOT / "docs" / "handleiding"
HOOGSTENS = 3_000_000  # bytes, all pictures together
BREED = 1280
NAAM = re.compile(r"!\[([^\]]*)\]\(beelden/([a-z0-9-]+)\.webp\)")
GETOOND = re.compile(r'\.show\(\s*"([a-z0-9-]+)"')


def named() -> dict[str, str]:
    """Picture -> its words, from every page of the manual."""
    found = [NAAM.findall(blad.read_text(encoding="utf-8")) for blad in HANDLEIDING.glob("*.md")]
    return {naam: woorden for paren in found for woorden, naam in paren}


def taken() -> set[str]:
    """Pictures that the walks take."""
    walks = (ROOT / "tests" / "browser" / "wandelingen").glob("*.py")
    return {naam for walk in walks for naam in GETOOND.findall(walk.read_text(encoding="utf-8"))}


def width(beeld: Path) -> int:
    """Pixels across, from the head of a WebP file (VP8, VP8L or VP8X)."""
    head = beeld.read_bytes()[:30]
    assert (head[:4], head[8:12]) == (b"RIFF", b"WEBP"), beeld
    if head[12:16] == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF
    if head[12:16] == b"VP8L":
        return (int.from_bytes(head[21:23], "little") & 0x3FFF) + 1
    return int.from_bytes(head[24:27], "little") + 1


def test_every_picture_is_named_taken_and_there_and_has_words():
    there = {beeld.stem: beeld for beeld in (HANDLEIDING / "beelden").glob("*.webp")}
    assert set(named()) == set(there) == taken()
    assert [naam for naam, woorden in named().items() if len(woorden) < 15] == []
    assert {width(beeld) for beeld in there.values()} == {BREED}
    assert sum(beeld.stat().st_size for beeld in there.values()) < HOOGSTENS


def test_every_walk_has_a_page_and_every_page_a_row():
    index = (HANDLEIDING / "wandelingen.md").read_text(encoding="utf-8")
    pages = set(re.findall(r"\]\(([a-z-]+\.md)\)", index))
    with_pictures = {
        blad.name for blad in HANDLEIDING.glob("*.md") if NAAM.search(blad.read_text(encoding="utf-8"))
    }
    assert pages == with_pictures
    assert len(pages) == 10
    links = {
        doel
        for blad in HANDLEIDING.glob("*.md")
        for doel in re.findall(r"\]\(([a-z-]+\.md)\)", blad.read_text(encoding="utf-8"))
    }
    assert [doel for doel in links if not (HANDLEIDING / doel).exists()] == []
