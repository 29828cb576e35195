"""A delivery as files: the table, and the check report beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from koers.domain.uitlevering.controle import Controle
from koers.domain.weigering import Refused
from koers.exchange.tabellen.uitvoer import write
from koers.presentation.uitlevering import report_rows

CONTROLE = "controle"
VORMEN = ("xlsx", "csv", CONTROLE)


def delivery_file(
    vorm: str, velden: Sequence[str], rijen: Sequence[Mapping[str, object]], controle: Controle
) -> bytes:
    """One file: the table as xlsx or csv, or the report (`controle`) as csv. Refused: vorm_onbekend.

    A table without rows still has its headings. Everything is text: a number with zeros before it keeps them.
    """
    if vorm == CONTROLE:
        return write("csv", report_rows(controle))
    if vorm not in VORMEN:
        raise Refused("vorm_onbekend", vorm=vorm, vormen=", ".join(VORMEN))
    if not rijen:
        return write(vorm, [dict.fromkeys(velden)])
    return write(vorm, rijen)


def write_delivery(
    map_: Path,
    naam: str,
    velden: Sequence[str],
    rijen: Sequence[Mapping[str, object]],
    controle: Controle,
) -> list[Path]:
    """All three files in a folder, which is made. Nothing that is there is written over.

    Refused: uitlevering_bestaat.
    """
    map_.mkdir(parents=True, exist_ok=True)
    paths = {
        vorm: map_ / (f"{naam}-controle.csv" if vorm == CONTROLE else f"{naam}.{vorm}") for vorm in VORMEN
    }
    for path in paths.values():
        if path.exists():
            raise Refused("uitlevering_bestaat", map=str(map_), naam=path.name)
    for vorm, path in paths.items():
        path.touch(mode=0o600)  # BSN's: for who ran the command alone
        path.write_bytes(delivery_file(vorm, velden, rijen, controle))
    return list(paths.values())
