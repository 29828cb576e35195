"""`koers ijw controleer --register`: a message beside the toewijzingen, requests and claims here."""

from dataclasses import replace

from koers.actions.zorg.opzoeken import TeZoeken, look_up
from koers.actions.zorg.postbus import Mangel
from koers.domain.actor import Actor
from koers.exchange.berichten.declaraties import read_323
from koers.exchange.berichten.ontvangst import read_header
from koers.exchange.berichten.verzoeken import AANGEVRAAGD, read_315, read_317
from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.controle import Uitkomst
from koers.exchange.ijw.plaatsen import line_numbers
from koers.exchange.ijw.regels import OP_NUMMER
from koers.exchange.ijw.regels.plekken import REGIE, regie


def beside_register(uitkomst: Uitkomst, inhoud: bytes, by: Actor) -> Uitkomst:
    """The same outcome with what the register says; a message that is rejected whole stays as it was."""
    bericht, kop = uitkomst.bericht, read_header(uitkomst.bericht)
    if bericht is None or kop is None or uitkomst.heel_afgekeurd:
        return uitkomst
    al = tuple(Mangel(een.regel, een.code, een.pad, een.zin) for een in uitkomst.bevindingen)
    gevonden = look_up(by=by, kop=kop, wat=_to_look_up(bericht, al))
    plekken = [_place(bericht.soort, een.plaats) for een in gevonden]
    regels = line_numbers(inhoud, set(plekken))
    extra = tuple(
        Bevinding(een.regel, een.code, plek, OP_NUMMER[een.regel].zin, regels.get(plek, 0))
        for een, plek in zip(gevonden, plekken, strict=True)
    )
    return replace(
        uitkomst,
        bevindingen=(*uitkomst.bevindingen, *(een for een in extra if een.code)),
        opmerkingen=(*uitkomst.opmerkingen, *(een for een in extra if not een.code)),
    )


def _to_look_up(bericht: Bericht, al: tuple[Mangel, ...]) -> TeZoeken:
    if bericht.soort in REGIE:
        lijnen = tuple((plek, een.get("ToewijzingNummer")) for plek, een in regie(bericht))
        return TeZoeken(bsn=bericht.inhoud["Client"]["Bsn"], regie=lijnen)
    if bericht.soort in ("JW315", "JW317"):
        verzoeken = read_315(bericht) if bericht.soort == "JW315" else [read_317(bericht)]
        return TeZoeken(bsn=bericht.inhoud["Client"]["Bsn"], verzoeken=tuple(verzoeken))
    if bericht.soort == "JW323":
        regels = read_323(al, bericht)
        claim = bericht.inhoud["Declaratie"]
        return TeZoeken(
            prestaties=tuple(regels),
            nummer=claim["DeclaratieNummer"],
            maand=claim["DeclaratiePeriode"]["Begindatum"],
        )
    return TeZoeken()


def _place(soort: str, plaats: str) -> str:
    """Where it stands; a request names only its number."""
    if soort == "JW315":
        return f"{AANGEVRAAGD}[{plaats}]"
    return "Client/Verzoek" if soort == "JW317" else plaats
