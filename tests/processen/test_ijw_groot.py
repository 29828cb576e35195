"""25 MB of anything: read in a process of its own, whose memory is looked at afterwards."""

import subprocess
import sys
import textwrap

import pytest

GROOT = {
    "26 MB": "b' ' * 26_214_401",
    "een waarde van 24 MB": "GOED.replace(b'Dekker', b'a ' * 12_000_000)",
    "een opmerking van 24 MB": "GOED.replace(NAAM, NAAM + b'<!--' + b'< ' * 12_000_000 + b'-->')",
    "miljoenen lege elementen": "GOED.replace(NAAM, NAAM + b'<ijw:x/>' * 2_500_000)",
    "miljoenen opmerkingen": "GOED.replace(NAAM, NAAM + b'<!---->' * 3_000_000)",
    "een naam van 24 MB": "b'<' + b'a' * 24_000_000 + b'/>'",
    "100.000 naamruimten": (
        "b'<a ' + b' '.join(b'xmlns:a%d=\"x%d\"' % (n, n) for n in range(100_000)) + b'/>'"
    ),
    "heel veel goede producten": (
        "GOED.replace(b'</jw305:StartProducten>', START * (24_000_000 // len(START)) + "
        "b'</jw305:StartProducten>')"
    ),
}
PROEF = """
    import resource
    from koers.exchange.ijw.controle import control
    from tests.unit.exchange.ijw.test_vijandig import GOED, NAAM, OMGEVING
    START = GOED[GOED.index(b"<jw305:StartProduct>"):GOED.index(b"</jw305:StartProduct>") + 24]
    inhoud = {inhoud}
    uitkomst = control(inhoud, OMGEVING)
    print(uitkomst.geldig, len(uitkomst.bevindingen), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize("naam", GROOT)
def test_25_mb_of_anything_stays_under_half_a_gigabyte(naam):
    proces = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROEF).format(inhoud=GROOT[naam])],
        capture_output=True,
        text=True,
        check=True,
    )
    geldig, aantal, kilobytes = proces.stdout.split()
    assert geldig == ("True" if "opmerking" in naam else "False")
    assert geldig == "True" or 0 < int(aantal) <= 1_000
    assert int(kilobytes) < 512 * 1024
