"""Ledger and monitor beside each other, in words and as rows; every difference, to the cent."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.domain.grootboek import Aansluiting, Aansluitregel
from koers.presentation.opmaak import euro, getal


@dataclass(frozen=True, slots=True)
class Bedragregel:
    """A row: which taakveld, which month, and three amounts."""

    taakveld: str
    maand: str
    grootboek: str
    monitor: str
    verschil: str


@dataclass(frozen=True, slots=True)
class Grootboekvel:
    """What the page shows."""

    kernzin: str
    verschillen: tuple[Bedragregel, ...]
    per_taakveld: tuple[Bedragregel, ...]
    anders: str


def sheet(uitkomst: Aansluiting | None, vreemd: int, namen: dict[str, str]) -> Grootboekvel:
    """`vreemd`: rows of another municipality. `namen`: what a taakveld is called."""
    if uitkomst is None:
        return Grootboekvel(
            _("In dit bestand staat geen boeking van deze gemeente."), (), (), _others(vreemd)
        )
    totaal = _row(uitkomst.totaal, namen, _("Samen"))
    return Grootboekvel(
        kernzin=_sentence(uitkomst),
        verschillen=tuple(_row(regel, namen) for regel in uitkomst.verschillen),
        per_taakveld=(*(_row(regel, namen) for regel in uitkomst.per_taakveld), totaal),
        anders=_others(vreemd),
    )


def _sentence(uitkomst: Aansluiting) -> str:
    totaal = uitkomst.totaal
    wat = {
        "van": uitkomst.van,
        "tot": uitkomst.tot,
        "gelijk": getal(len(uitkomst.gelijk)),
        "verschillen": getal(len(uitkomst.verschillen)),
        "boek": euro(totaal.grootboek or 0),
        "monitor": euro(totaal.monitor or 0),
        "verschil": euro(totaal.verschil),
    }
    if not uitkomst.verschillen:
        return _("Van %(van)s tot en met %(tot)s sluit alles aan, tot op de cent: %(boek)s.") % wat
    return (
        _(
            "Van %(van)s tot en met %(tot)s staat er %(boek)s in het grootboek en %(monitor)s in de monitor: "
            "een verschil van %(verschil)s. Per taakveld en maand zijn er %(gelijk)s gelijk en "
            "%(verschillen)s anders."
        )
        % wat
    )


def _others(vreemd: int) -> str:
    if not vreemd:
        return ""
    return ngettext(
        "%(aantal)s rij is van een andere gemeente en telt niet mee.",
        "%(aantal)s rijen zijn van een andere gemeente en tellen niet mee.",
        vreemd,
    ) % {"aantal": getal(vreemd)}


def _row(regel: Aansluitregel, namen: dict[str, str], naam: str = "") -> Bedragregel:
    def amount(cent: int | None) -> str:
        return _("staat er niet") if cent is None else euro(cent)

    if not naam:
        naam = f"{regel.taakveld} {namen.get(regel.taakveld, '')}".strip() or _("Product zonder taakveld")
    return Bedragregel(
        naam, regel.maand, amount(regel.grootboek), amount(regel.monitor), euro(regel.verschil)
    )
