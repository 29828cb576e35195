"""From a message to bytes: UTF-8 without BOM, CR/LF, no empty elements, checked by the tables of facts."""

from collections.abc import Mapping
from typing import Any

from koers.exchange.ijw.bericht import AFGEKEURD, Bericht, BerichtOngeldig, Bevinding
from koers.exchange.ijw.feiten import Element, Soort, basis_naamruimte, prefix_of, soorten, tag_of
from koers.exchange.ijw.quick import write_plain
from koers.exchange.ijw.waarden import Fout, read_value, write_value, written

HOOGSTENS_BYTES = 25_000_000  # OP179: 25 MB, read strictly for what we send ourselves
XSD_VERSIE = "1.0.0"  # the standard's own samples carry this one; the schemas say 0.1.0
_KOP = '<?xml version="1.0" encoding="UTF-8"?>\r\n'


def header(
    soort: str, *, afzender: str, ontvanger: str, identificatie: str, dagtekening: Any, **retour: Any
) -> dict[str, Any]:
    """The header of a message; what a return message has more comes as named arguments."""
    return {
        "BerichtCode": soorten()[soort].code,
        "BerichtVersie": 3,
        "BerichtSubversie": 2,
        "Afzender": afzender,
        "Ontvanger": ontvanger,
        "BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": dagtekening},
        "XsdVersie": xsd_versie(),
    } | retour


def xsd_versie() -> dict[str, str]:
    return {"BasisschemaXsdVersie": XSD_VERSIE, "BerichtXsdVersie": XSD_VERSIE}


def build(bericht: Bericht) -> bytes:
    """The message as it is sent. Content that is not valid raises `BerichtOngeldig`, with every place."""
    delen = write_plain(bericht)
    if delen is None:
        delen = write_carefully(bericht)
    inhoud = _whole(soorten()[bericht.soort], delen).encode()
    if len(inhoud) > HOOGSTENS_BYTES:
        zin = f"Het bericht wordt {len(inhoud)} bytes; meer dan 25 MB mag niet. Verdeel het."
        raise BerichtOngeldig((Bevinding("OP179", AFGEKEURD, "", zin),))
    return inhoud


def write_carefully(bericht: Bericht) -> list[str]:
    """What stands inside the root, in pieces. What does not fit raises `BerichtOngeldig`: all of it."""
    soort = soorten()[bericht.soort]
    schrijver = _Schrijver(soort)
    schrijver.children(soort.wortel, bericht.inhoud, "")
    if schrijver.bevindingen:
        raise BerichtOngeldig(tuple(schrijver.bevindingen))
    return schrijver.delen


def _whole(soort: Soort, delen: list[str]) -> str:
    wortel = f"{prefix_of(soort)}:Bericht"
    ruimten = f'xmlns:ijw="{basis_naamruimte()}" xmlns:{prefix_of(soort)}="{soort.naamruimte}"'
    return f"{_KOP}<{wortel} {ruimten}>\r\n{''.join(delen)}</{wortel}>\r\n"


class _Schrijver:
    """Writes one message, and notes what does not fit."""

    def __init__(self, soort: Soort) -> None:
        self.soort = soort
        self.delen: list[str] = []
        self.bevindingen: list[Bevinding] = []

    def children(self, element: Element, inhoud: Mapping[str, Any], pad: str) -> None:
        """All children of a class, in the order of the standard, whatever the order of the mapping."""
        if onbekend := inhoud.keys() - element.namen:
            self.wrong(pad, "XSD", f"Hier hoort geen {', '.join(sorted(onbekend))}.")
        for kind in element.kinderen:
            plek = f"{pad}/{kind.naam}" if pad else kind.naam
            waarde = inhoud.get(kind.naam)
            if waarde is None or waarde == []:
                if kind.verplicht:
                    self.wrong(pad, "XSD", f"Hier ontbreekt {kind.naam}.")
            elif not kind.herhaalt:
                self.one(kind, waarde, plek)
            elif isinstance(waarde, list | tuple):
                for nummer, een in enumerate(waarde, start=1):
                    self.one(kind, een, f"{plek}[{nummer}]")
            else:
                self.wrong(plek, "XSD", "Hier hoort een lijst te staan: dit kan vaker voorkomen.")

    def one(self, element: Element, waarde: Any, pad: str) -> None:
        naam = tag_of(self.soort, element)
        if element.waarde is None:
            if not isinstance(waarde, Mapping):
                self.wrong(pad, "XSD", "Hier horen velden te staan, en er staat één waarde.")
                return
            self.delen.append(f"<{naam}>\r\n")
            self.children(element, waarde, pad)
            self.delen.append(f"</{naam}>\r\n")
            return
        tekst = write_value(waarde)
        fout = tekst if isinstance(tekst, Fout) else read_value(element.waarde, tekst)
        if isinstance(fout, Fout):
            self.wrong(pad, *fout)
        else:
            self.delen.append(f"<{naam}>{written(str(tekst))}</{naam}>\r\n")

    def wrong(self, pad: str, regel: str, zin: str) -> None:
        self.bevindingen.append(Bevinding(regel, AFGEKEURD, pad, zin))
