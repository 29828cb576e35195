"""The return message: right per client and product, so that only what is wrong is rejected.

A technical fault rejects the message as a whole (OP286): then only the header goes back. Otherwise the return
message holds the client with a code at every class, and only if something of the client was rejected (OP065).
JW325 answers a claim with what was granted and the rejected entries alone.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from koers.exchange.ijw.bericht import AFGEKEURD, GOED, Bericht, BerichtOngeldig, Bevinding
from koers.exchange.ijw.build import build, header, xsd_versie
from koers.exchange.ijw.controle import Uitkomst
from koers.exchange.ijw.feiten import RETOUR, Element, soorten
from koers.exchange.ijw.regels.declaratie import signed

HEEL_TOEGEKEND = "8001"


class GeenAntwoordMogelijk(Exception):
    """No message can answer this one: it is a return message itself, or its header is not whole. Then people
    tell the sender outside the messages (OP090x2)."""


def answer(uitkomst: Uitkomst, *, identificatie: str, dagtekening: date) -> Bericht:
    """The return message to what was looked at. `identificatie` and `dagtekening` are those of the answer."""
    heen = uitkomst.bericht
    if heen is None or heen.soort not in RETOUR:
        raise GeenAntwoordMogelijk("Dit bericht krijgt geen retourbericht.")
    soort = RETOUR[heen.soort]
    bouw = _claim_answer if soort == "JW325" else _return_message
    try:
        terug = bouw(soort, heen, uitkomst, identificatie, dagtekening)
        build(terug)
    except (BerichtOngeldig, KeyError) as error:
        raise GeenAntwoordMogelijk("De kop van het bericht is niet heel.") from error
    return terug


def header_codes(uitkomst: Uitkomst) -> list[str]:
    """The codes of the message as a whole."""
    codes = _codes(een for een in uitkomst.bevindingen if een.heel_bericht)
    return [AFGEKEURD] if AFGEKEURD in codes else codes or [GOED]


def _return_message(
    soort: str, heen: Bericht, uitkomst: Uitkomst, identificatie: str, dagtekening: date
) -> Bericht:
    inhoud: dict[str, Any] = {
        "Header": _header(soort, heen)
        | {
            "IdentificatieRetour": identificatie,
            "DagtekeningRetour": dagtekening,
            "XsdVersieRetour": xsd_versie(),
            "RetourCodes": {"RetourCode": header_codes(uitkomst)},
        }
    }
    if uitkomst.bevindingen and not uitkomst.heel_afgekeurd:
        for element in soorten()[soort].wortel.kinderen:
            if element.naam in heen.inhoud and element.naam != "Header":
                afgekeurd = _Afgekeurd(uitkomst.bevindingen)
                inhoud[element.naam] = afgekeurd.copy(element, heen.inhoud[element.naam], element.naam)
    return Bericht(soort, inhoud)


def _header(soort: str, heen: Bericht) -> dict[str, Any]:
    """The header goes back as it came, with the number of the return message."""
    kop, van = heen.header, heen.header["BerichtIdentificatie"]
    return header(
        soort,
        afzender=kop["Afzender"],
        ontvanger=kop["Ontvanger"],
        identificatie=van["Identificatie"],
        dagtekening=van["Dagtekening"],
        XsdVersie=kop.get("XsdVersie") or xsd_versie(),
    )


class _Afgekeurd:
    """Copies classes of a message into its return message, with the codes that belong to each."""

    def __init__(self, bevindingen: Iterable[Bevinding]) -> None:
        self.over = list(bevindingen)

    def copy(self, element: Element, klasse: Mapping[str, Any], pad: str) -> dict[str, Any]:
        """Inside out, so that a finding lands at the nearest class that can carry a code."""
        inhoud: dict[str, Any] = {}
        for kind in element.kinderen:
            if kind.naam not in klasse:
                continue
            plek, waarde = f"{pad}/{kind.naam}", klasse[kind.naam]
            if kind.waarde is not None:
                inhoud[kind.naam] = waarde
            elif kind.herhaalt:
                inhoud[kind.naam] = [
                    self.copy(kind, een, f"{plek}[{nummer}]") for nummer, een in enumerate(waarde, start=1)
                ]
            else:
                inhoud[kind.naam] = self.copy(kind, waarde, plek)
        if any(kind.naam == "RetourCodes" for kind in element.kinderen):
            inhoud["RetourCodes"] = {"RetourCode": self.taken(pad) or [GOED]}
        return inhoud

    def taken(self, pad: str) -> list[str]:
        """The codes of what was found at this class or inside it, and was not taken by a class inside it."""
        hier = [een for een in self.over if een.pad == pad or een.pad.startswith(pad + "/")]
        self.over = [een for een in self.over if een not in hier]
        return _codes(hier)


def _claim_answer(
    soort: str, heen: Bericht, uitkomst: Uitkomst, identificatie: str, dagtekening: date
) -> Bericht:
    kop, van = heen.header, heen.header["BerichtIdentificatie"]
    antwoord_kop = header(
        soort,
        afzender=kop["Ontvanger"],
        ontvanger=kop["Afzender"],
        identificatie=identificatie,
        dagtekening=dagtekening,
        DeclaratieIdentificatie=dict(van),
        XsdVersieDeclaratie=kop.get("XsdVersie") or xsd_versie(),
        RetourCodes={"RetourCode": header_codes(uitkomst)},
    )
    inhoud: dict[str, Any] = {"Header": antwoord_kop}
    if not uitkomst.heel_afgekeurd:
        inhoud["DeclaratieAntwoord"] = _granted(heen.inhoud["Declaratie"], uitkomst.bevindingen)
    return Bericht(soort, inhoud)


def _granted(declaratie: Mapping[str, Any], bevindingen: tuple[Bevinding, ...]) -> dict[str, Any]:
    """What was granted. What is wrong with the claim or with a client rejects every entry below it."""
    boven = _codes(een for een in bevindingen if "/Client[" not in een.pad)
    clienten, afgewezen = [], 0
    for nummer, client in enumerate(declaratie["Clienten"]["Client"], start=1):
        plek = f"Declaratie/Clienten/Client[{nummer}]"
        van_client = [een for een in bevindingen if een.pad == plek or een.pad.startswith(plek + "/")]
        eigen = _codes(een for een in van_client if "/Prestatie[" not in een.pad)
        prestaties = []
        for volgnummer, prestatie in enumerate(client["Prestaties"]["Prestatie"], start=1):
            hier = f"{plek}/Prestaties/Prestatie[{volgnummer}]"
            codes = _codes(een for een in van_client if een.pad == hier or een.pad.startswith(hier + "/"))
            if codes := codes or eigen or boven:
                prestaties.append(dict(prestatie) | {"RetourCodes": {"RetourCode": codes}})
                afgewezen += signed(prestatie["IngediendBedrag"])
        if prestaties:
            clienten.append(
                {
                    "Bsn": client["Bsn"],
                    "Prestaties": {"Prestatie": prestaties},
                    "RetourCodes": {"RetourCode": eigen or [GOED]},
                }
            )
    toegekend = signed(declaratie["TotaalIngediendBedrag"]) - afgewezen
    return {
        "DeclaratieNummer": declaratie["DeclaratieNummer"],
        "TotaalIngediendBedrag": declaratie["TotaalIngediendBedrag"],
        "TotaalToegekendBedrag": {
            "TotaalBedrag": abs(toegekend),
            "DebetCredit": "C" if toegekend < 0 else "D",
        },
        **({"Clienten": {"Client": clienten}} if clienten else {}),
        "RetourCodes": {"RetourCode": boven or [GOED if clienten else HEEL_TOEGEKEND]},
    }


def _codes(bevindingen: Iterable[Bevinding]) -> list[str]:
    """The return codes, each once, in the order in which they were found."""
    return list(dict.fromkeys(een.code for een in bevindingen))
