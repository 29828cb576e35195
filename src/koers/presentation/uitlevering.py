"""Check reports as rows: what is wrong in which row and field, and how to mend it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from koers.domain.uitlevering.controle import Controle, Vinding
from koers.presentation.opmaak import datum, getal
from koers.presentation.woorden_uitlevering import UITLEVERVELDEN
from koers.presentation.zinnen_uitlevering_verslag import BUITEN, OPEN_VRAGEN, VINDINGEN


@dataclass(frozen=True, slots=True)
class Verslagregel:
    """One finding in words. `fout`: the row stays out of the file."""

    rij: int
    wie: str
    veld: str
    wat: str
    herstel: str
    fout: bool


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """How often one thing was found, what it is and how to mend it."""

    wat: str
    herstel: str
    aantal: int
    fout: bool


def report_lines(controle: Controle) -> tuple[Verslagregel, ...]:
    """Every finding; what keeps a row out first, then in the order of the rows."""
    ordered = sorted(controle.vindingen, key=lambda een: (not een.fout, een.rij, een.veld))
    return tuple(_line(een) for een in ordered)


def _line(een: Vinding) -> Verslagregel:
    params = {
        naam: datum(waarde) if isinstance(waarde, date) else waarde for naam, waarde in een.params.items()
    }
    wat, herstel = (str(zin) % params for zin in VINDINGEN[een.code])
    return Verslagregel(een.rij, een.wie, str(UITLEVERVELDEN[een.veld]), wat, herstel, een.fout)


def summary(controle: Controle) -> tuple[Samenvatting, ...]:
    """The kinds of findings with an example of each; what keeps rows out first, then what is found most."""
    examples: dict[str, Vinding] = {}
    for een in controle.vindingen:
        examples.setdefault(een.code, een)
    counted = Counter(een.code for een in controle.vindingen)
    found = []
    for code, example in examples.items():
        line = _line(example)
        found.append(Samenvatting(line.wat, line.herstel, counted[code], line.fout))
    return tuple(sorted(found, key=lambda een: (not een.fout, -een.aantal, een.wat)))


def told(controle: Controle) -> str:
    """The whole report in one or two sentences."""
    if not controle.rijen:
        return _("Er is niets om uit te leveren.")
    if not controle.fout:
        zin = _("Alle %(rijen)s rijen zijn goed en staan in het bestand.")
    else:
        zin = _("Van de %(rijen)s rijen staan er %(goed)s in het bestand. Nog te herstellen: %(fout)s.")
    return zin % {
        "rijen": getal(controle.rijen),
        "goed": getal(controle.goed),
        "fout": getal(controle.fout),
    }


def left_out(controle: Controle) -> tuple[str, ...]:
    """What does not belong in the file by its own rules, with how many."""
    return tuple(f"{getal(n)} {BUITEN[waarom]}" for waarom, n in controle.buiten.items())


def report_rows(controle: Controle) -> list[Mapping[str, object]]:
    """The report as a table to take away; without findings one row that says so."""
    wrong = {een.rij for een in controle.vindingen if een.fout}
    rows: list[Mapping[str, object]] = [
        {
            "rij": een.rij,
            "wie": een.wie,
            "veld": een.veld,
            "wat_er_is": een.wat,
            "hoe_te_herstellen": een.herstel,
            "in_het_bestand": een.rij not in wrong,
        }
        for een in report_lines(controle)
    ]
    empty = {"rij": 0, "wie": "", "veld": "", "wat_er_is": told(controle), "hoe_te_herstellen": ""}
    return rows or [{**empty, "in_het_bestand": True}]


def told_intake(nieuw: int, bekend: int, controle: Controle) -> str:
    """What became of a file with signals, in one or two sentences."""
    zin = _("%(nieuw)s signalen opgenomen; %(bekend)s stonden er al.")
    if controle.fout:
        zin += " " + _("%(fout)s rijen zijn niet opgenomen: herstel ze en lees het bestand opnieuw in.")
    return zin % {"nieuw": getal(nieuw), "bekend": getal(bekend), "fout": getal(controle.fout)}


def open_questions(soort: str) -> tuple[str, ...]:
    """What no source settles about a kind of delivery, in the order of its table."""
    return tuple(str(zin) for zin in OPEN_VRAGEN[soort].values())
