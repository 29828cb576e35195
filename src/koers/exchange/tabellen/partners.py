"""Tables of partners (`koers.domain.partnertabellen`) from CSV, Excel or Parquet. Pure: bytes in, rows out.

Headings are the published names. Any other heading refuses the file: so no name or number of somebody comes
in with it. A row that does not fit stays out with every reason; the others go in.
"""

import re
from dataclasses import replace
from datetime import date

from koers.domain.aanlevering import Bestand, GelezenTabel, SoortAanlevering, Vondst, find_doubles
from koers.domain.leveringen import Afspraak
from koers.domain.partnertabellen import PARTNERTABELLEN, check_row
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import decode, describe, is_zip, refuse_no_table
from koers.exchange.tabellen.gebeurtenissen import PARQUET, read_numbered

# A code of a municipality, a period, or a number that is no BSN.
_HERHALEN = re.compile(r"GM[0-9]{4}|(?:19|20)[0-9]{2}-[0-9K]{1,4}|-?[0-9]{1,6}|")


def read_partner_table(
    *,
    soort: SoortAanlevering,
    inhoud: bytes,
    bestandsnaam: str,
    afspraak: Afspraak,
    namen: dict[str, str],
    today: date,
) -> GelezenTabel:
    """Every good row, and why the others stay out. `namen`: of the municipalities that may be told about.

    Refused: files that are no table, kolommen_ontbreken, kolom_onbekend, kolom_dubbel, alleen_kop.
    """
    tabel = PARTNERTABELLEN[soort.value]
    if not is_zip(inhoud) and not inhoud.startswith(PARQUET):
        refuse_no_table(inhoud)
    vondsten: list[Vondst] = []
    goed = []
    for nummer, rij in read_numbered(tabel.tabel, inhoud, vondsten):
        checked = check_row(tabel, nummer, rij, afspraak.ritme, namen, today)
        if isinstance(checked, list):
            vondsten += checked
        else:
            goed.append(checked)
    if not goed and not vondsten:
        raise Refused("alleen_kop")
    vondsten = [_without_persons(vondst) for vondst in vondsten]
    gelezen = GelezenTabel(
        soort,
        None,
        _described(bestandsnaam, inhoud),
        tuple(goed),
        tuple(vondsten),
        koppen={n: n for n in tabel.tabel.namen},
    )
    return gelezen.with_found(find_doubles(goed))


def _without_persons(vondst: Vondst) -> Vondst:
    """What stood in a refused cell is kept only if it cannot be about somebody."""
    return vondst if _HERHALEN.fullmatch(vondst.waarde) else replace(vondst, waarde="")


def _described(naam: str, inhoud: bytes) -> Bestand:
    plain = not is_zip(inhoud) and not inhoud.startswith(PARQUET)
    bestand = describe(naam, inhoud)
    return Bestand(bestand.naam, bestand.omvang, bestand.sha256, decode(inhoud)[1] if plain else "")
