"""Fetching a table of CBS from the address that the user gives, as a file to take in."""

from typing import Literal
from urllib.error import URLError
from urllib.request import Request, urlopen

from koers.domain.weigering import Refused
from koers.exchange.cbs.odata import Fetch, as_csv, read_table
from koers.exchange.tabellen.bestand import HOOGSTENS

WACHT_SECONDEN = 60
# Only municipalities: districts and neighbourhoods of the whole country are many times as much.
ALLEEN_GEMEENTEN = {
    3: "startswith(WijkenEnBuurten,'GM')",
    4: "startswith(WijkenEnBuurten,'GM')",
}


def fetch_kwb(basis: str, tabel: str, *, versie: Literal[3, 4] = 3, fetch: Fetch | None = None) -> bytes:
    """The key figures per municipality as CSV. Refused: cbs_basis_ontbreekt, cbs_niet_bereikt, and the
    reasons of `read_table`."""
    if not basis.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise Refused("cbs_basis_ontbreekt")
    found = read_table(basis, tabel, fetch or over_the_net, versie=versie, filter_=ALLEEN_GEMEENTEN[versie])
    return as_csv(found)


def over_the_net(adres: str) -> bytes:
    """What stands at this address. Refused: cbs_niet_bereikt."""
    try:
        # The user gave the address, and read_table keeps to it.
        with urlopen(Request(adres), timeout=WACHT_SECONDEN) as answer:  # noqa: S310
            return bytes(answer.read(HOOGSTENS + 1))
    except (URLError, OSError) as error:
        raise Refused("cbs_niet_bereikt", adres=adres.split("?", maxsplit=1)[0], fout=str(error)) from error
