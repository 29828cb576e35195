"""Load and fit of 95,000 children's histories from the published table, in seconds of processor.

`python -m benchmarks laden`: the way of `koers prognose --tabel`, from Parquet and from CSV, each the
quickest of five, and the careful way (row by row) once from the same CSV, which must give the same
columns. Fit is the stays, and all events and exposure of all years and of the last one. The goal is 0.22
s for load and fit together; 1 when Parquet does not reach it or the two ways differ.
"""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from benchmarks.prognose.bevolking import country, seconds
from benchmarks.prognose.geschiedenis import TOT
from koers.domain.spells import TABELLEN
from koers.exchange.tabellen.gebeurtenissen import read_events
from koers.exchange.tabellen.snel import read_spell_columns
from koers.simulation.prognose.blootstelling import count
from koers.simulation.prognose.rekenen import warm_up
from koers.simulation.prognose.spellen import ROUTES, columns
from koers.simulation.prognose.verblijven import OPEN, Spelkolommen, make_verblijven

DOEL, BEURTEN = 0.22, 5
KINDEREN = 95_000


def main(_woorden: list[str]) -> int:
    """Prints both kinds of file."""
    warm_up()
    alles = country(10)
    eerste = np.unique(alles.jeugdige)[:KINDEREN]
    spellen = Spelkolommen(*(kolom[alles.jeugdige <= eerste[-1]] for kolom in alles))
    with tempfile.TemporaryDirectory() as map_:
        paden = _written(spellen, Path(map_))
        tijden = {pad.suffix: min(_once(pad) for _ in range(BEURTEN)) for pad in paden}
        for soort, (samen, laden) in tijden.items():
            sys.stdout.write(
                f"{len(eerste):,} children, {len(spellen.begin):,} spells, {soort}: {samen:.3f} s of "
                f"processor, {laden:.3f} of them for loading (goal {DOEL})\n"
            )
        zorgvuldig, _, rijen = seconds(lambda: columns(read_events(TABELLEN["spells"], paden[1]).rijen))
        snel = read_spell_columns(paden[1])
        gelijk = snel is not None and all(np.array_equal(a, b) for a, b in zip(snel, rijen, strict=True))
        woord = "the same" if gelijk else "OTHER"
        sys.stdout.write(f"row by row {zorgvuldig:.2f} s for loading alone, {woord} columns\n")
    return int(tijden[".parquet"][0] > DOEL or not gelijk)


def _once(pad: Path) -> tuple[float, float]:
    laden, _, spellen = seconds(lambda: read_spell_columns(pad))
    passen, _, _ = seconds(lambda: _fit(spellen))
    return laden + passen, laden


def _fit(spellen: Spelkolommen) -> None:
    v = make_verblijven(spellen, TOT)
    count(v)
    count(v, v.peil - 365)


def _written(s: Spelkolommen, map_: Path) -> list[Path]:
    dag = np.datetime64(0, "D")
    einde = np.where(s.einde == OPEN, np.datetime64("NaT"), dag + np.where(s.einde == OPEN, 0, s.einde))
    maand = [None if m < 0 else str(np.datetime64(int(m), "M")) for m in s.geboorte.tolist()]
    begin = datetime(1970, 1, 1, tzinfo=UTC)
    table = pa.table(
        {
            "jeugdige": [f"J{nummer:07d}" for nummer in s.jeugdige.tolist()],
            "geboortemaand": maand,
            "geslacht": ["O"] * len(maand),
            "gemeente": ["GM1731"] * len(maand),
            "route": [None if r < 0 else ROUTES[r % len(ROUTES)] for r in s.route.tolist()],
            "niveau": s.niveau,
            "product": pa.nulls(len(maand), pa.string()),
            "aanbieder": pa.nulls(len(maand), pa.string()),
            "begindatum": pa.array(dag + s.begin),
            "einddatum": pa.array(einde.astype("datetime64[D]")),
            "vastgelegd_at": pa.array([begin + timedelta(days=n) for n in s.vastgelegd.tolist()]),
        }
    )
    paden = [map_ / "spells.parquet", map_ / "spells.csv"]
    pq.write_table(table, paden[0])
    moment = table.column("vastgelegd_at").cast(pa.string()).to_pylist()
    tekst = table.set_column(10, "vastgelegd_at", pa.array([een.replace("Z", "+00:00") for een in moment]))
    with paden[1].open("wb") as bestand:
        bestand.write((",".join(table.column_names) + "\n").encode())  # which it would write in quotes
        pc.write_csv(tekst, bestand, pc.WriteOptions(include_header=False, quoting_style="none"))
    return paden


if __name__ == "__main__":
    sys.exit(main([]))
