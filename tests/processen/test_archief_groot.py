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
    from koers.exchange.ijw.bericht import Bericht
    from koers.exchange.ijw.build import build
    inhoud = good("JW323").inhoud["Declaratie"]
    one = inhoud["Clienten"]["Client"][0]["Prestaties"]["Prestatie"][0]
    AANTAL = 9_000  # about 8 MB
    def message(number):
        entries = [
            one | {"ProductReferentie": {"ReferentieNummer": f"R{n}"}, "ToewijzingNummer": n + 1}
            for n in range(AANTAL)
        ]
        client = {"Bsn": "999900006", "Prestaties": {"Prestatie": entries}}
        total = {"TotaalBedrag": AANTAL * one["IngediendBedrag"]["Bedrag"], "DebetCredit": "D"}
        claim = inhoud | {"TotaalIngediendBedrag": total, "Clienten": {"Client": [client]}}
        kop = good("JW323").header
        kop = kop | {"BerichtIdentificatie": kop["BerichtIdentificatie"] | {"Identificatie": f"M{number}"}}
        return build(Bericht("JW323", {"Header": kop, "Declaratie": claim}))
    with Bewaarplaats(Path(sys.argv[1]) / "regels.sqlite") as plaats:
        for number in range(int(sys.argv[2])):
            plaats.add(read_one(f"{number}.xml", message(number), b"sleutel"))
        print(plaats.db.execute("SELECT count(*) FROM regel").fetchone()[0])
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
    assert int(found) == messages * 9_000
    return int(kilobytes)


def test_eight_large_messages_take_no_more_memory_than_two(tmp_path):
    two, eight = peak(tmp_path, 2), peak(tmp_path, 8)
    assert eight < two * 1.2
    assert eight < 512 * 1024
