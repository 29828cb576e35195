"""Rules about the header and about who a message is for."""

from collections.abc import Iterator

from koers.exchange.ijw.bericht import Bericht, each
from koers.exchange.ijw.regels.plekken import GEMEENTE
from koers.exchange.ijw.regels.regel import ALLE, Omgeving, Regel, Vondst, Waar, alone, built


def _not_ahead(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    dag = bericht.header["BerichtIdentificatie"]["Dagtekening"]
    if dag > om.vandaag:
        zin = f"De dagtekening {dag} ligt in de toekomst; het is nu {om.vandaag}."
        yield Vondst("Header/BerichtIdentificatie/Dagtekening", zin)


def _known_municipality(bericht: Bericht, om: Omgeving) -> Iterator[Vondst]:
    kant = GEMEENTE[bericht.soort]
    plaatsen = [(f"Header/{kant}", bericht.header[kant])]
    plaatsen += each(bericht.inhoud, "Antwoord/Woonplaatsbeginsel/Gemeente")
    for pad, code in plaatsen:
        if code not in om.gemeenten:
            yield Vondst(pad, f"Er is geen gemeente met de code {code} in de lijst van CBS.")


KOP: tuple[Regel, ...] = (
    built("CS015", ALLE, "BerichtSubversie is 2."),
    built("CS025", ALLE, "BerichtVersie is 3."),
    alone("TR135", ALLE, "De dagtekening van een bericht ligt niet in de toekomst.", _not_ahead, "8848"),
    alone("TR378", ALLE, "Een gemeentecode staat in de lijst van CBS.", _known_municipality, "S300"),
    Regel(
        "TR056",
        "Een afzender gebruikt een identificatie één keer per soort bericht.",
        ALLE,
        Waar.EERDER,
        "9056",
        waarom="Vraagt de eerdere berichten.",
    ),
)
