"""Many large messages: what is in memory is one message and one child, never the archive."""

import subprocess
import sys
import textwrap

PROEF = """
    import resource, sys
    from pathlib import Path
    from koers.exchange.archief.bewaren import Bewaarplaats
    from koers.exchange.archief.lezen import read_one
    from tests.unit.exchange.ijw.voorbeelden import good
    from koers.exchange.ijw.build import build
    whole = build(good("JW323"))
    begin, end = whole.index(b"<jw323:Client>"), whole.index(b"</jw323:Clienten>")
    # 8 MB of claims in each message, every one of a number of its own; its total is wrong on purpose: it is
    # read whole before that shows.
    def message(number):
        return whole[:begin] + whole[begin:end] * (8_000_000 // (end - begin)) + whole[end:]
    with Bewaarplaats(Path(sys.argv[1]) / "regels.sqlite") as plaats:
        for number in range(int(sys.argv[2])):
            plaats.add(read_one(f"{number}.xml", message(number), b"sleutel"))
        print(plaats.db.execute("SELECT count(*) FROM mis").fetchone()[0])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(tmp_path, messages: int) -> int:
    """Kilobytes at most in memory while so many messages were read."""
    (tmp_path / str(messages)).mkdir()
    proces = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROEF), str(tmp_path / str(messages)), str(messages)],
        capture_output=True,
        text=True,
        check=True,
    )
    found, kilobytes = proces.stdout.split()
    assert int(found) > 0
    return int(kilobytes)


def test_ten_large_messages_take_no_more_memory_than_two(tmp_path):
    two, ten = peak(tmp_path, 2), peak(tmp_path, 10)
    assert ten < two * 1.2
    assert ten < 512 * 1024
