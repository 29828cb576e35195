"""Compiled code that is kept goes with every module that it holds code of."""

import subprocess
import sys
from pathlib import Path

from koers.simulation.prognose import toeval

BINNEN = "from toeval import inlined\n@inlined\ndef binnen(x):\n    return x + {meer}\n"
BUITEN = "from toeval import compiled\nfrom binnen import binnen\n\n@compiled\ndef buiten(x):\n    return "
BUITEN += "binnen(x)\n"


def told(map_: Path, meer: int) -> int:
    """What the outer function says in a new process, when the inner one adds so much."""
    (map_ / "binnen.py").write_text(BINNEN.format(meer=meer))
    ask = "from buiten import buiten; print(buiten(0))"
    run = [sys.executable, "-B", "-c", ask]
    done = subprocess.run(run, cwd=map_, capture_output=True, text=True, check=True, timeout=120)
    return int(done.stdout)


def modules(map_: Path, toeval_code: str) -> Path:
    map_.mkdir()
    (map_ / "toeval.py").write_text(toeval_code)
    (map_ / "buiten.py").write_text(BUITEN)
    return map_


def test_a_change_in_what_is_called_is_compiled_anew(tmp_path):
    map_ = modules(tmp_path / "map", Path(toeval.__file__).read_text())
    assert [told(map_, 1), told(map_, 20)] == [1, 20]


def test_planted_numbas_own_look_at_one_file_counts_on_with_the_old_code(tmp_path):
    plain = (
        Path(toeval.__file__).read_text().replace("made._cache._cache_file._source_stamp = _STEMPEL", "pass")
    )
    assert [told(modules(tmp_path / "map", plain), 1), told(tmp_path / "map", 20)] == [1, 1]
