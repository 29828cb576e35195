"""One line of the calibration table, its verdicts, and the Dutch sentences that explain it.

The sentences are fixed, without figures filled in, so that presentation can translate them.
"""

from dataclasses import dataclass
from typing import Final

# Verdicts. Only the first two are a pass or a fail.
BINNEN, BUITEN = "binnen_3_procent", "buiten_3_procent"
NIET_GEMAAKT, TE_VROEG, TE_KLEIN = "niet_gemaakt", "einddatum_te_vroeg", "schaal_te_klein"
RICHTING_GOED, RICHTING_FOUT, OPEN_VRAAG = "richting_klopt", "richting_klopt_niet", "open_vraag"

OPMERKINGEN: Final = {
    "specialistisch": (
        "De bron noemt geen jaar en geen noemer. Wij lezen: minstens een lopend traject op niveau 4 tot "
        "en met 8 in 2023, gedeeld door de inwoners van 0 tot en met 18 jaar op 1 januari."
    ),
    "drenthe_2015": ("De proefregio begint in 2019. Dit cijfer is dus niet nagemaakt."),
    "drenthe_2021": (
        "Alle jeugdzorg in natura zoals het CBS telt: niveau 4 tot en met 8, hulp van het lokale team, "
        "jeugdbescherming en jeugdreclassering. De POH Jeugd telt niet mee (aanname)."
    ),
    "gewogen": (
        "De twaalf gepubliceerde percentages, gewogen met de inwoners van 0 tot en met 22 jaar. Dit "
        "toetst de bronnen onderling, niet de proefregio. De inwoners van 19 tot en met 22 jaar zijn "
        "geschat."
    ),
    "gemeente_2021": (
        "Gepubliceerd door het CBS op een decimaal. Het aantal inwoners van 0 tot en met 22 jaar is "
        "geschat uit de aandelen van 0 tot en met 14 en 15 tot en met 24 jaar."
    ),
    "trend": (
        "De bron zegt: licht dalend sinds 2018. Alleen 2020 valt erbuiten: dat jaar ligt lager. Het jaar "
        "na 2020 vergelijken wij daarom met 2019."
    ),
    "verwijzingen": (
        "De bron geeft een peilmaand en geen periode. Wij tellen eerste verwijzingen en eerste besluiten "
        "naar niveau 4 tot en met 8, van januari tot en met augustus."
    ),
    "uitgaven": (
        "De bron geeft een peilmaand en geen periode. Wij tellen gedeclareerde kosten van niveau 4 tot en "
        "met 8 voor zorg van januari tot en met november."
    ),
    "duur": (
        "Het gaat om trajecten die de POH Jeugd kan voorkomen: het eerste ambulante traject op niveau 4 "
        "via de huisarts, begonnen in 2020, 2021 of 2022. Het is geen gemiddelde van alle zorg."
    ),
    "kosten": (
        "Dit kan niet het gemiddelde van alle zorg zijn: zie de regels over de totale uitgaven. Wij "
        "rekenen het voor dezelfde trajecten als de duur."
    ),
    "poh_uren": ("Uren van de POH Jeugd per jongere, voor hulp die in het jaar begon en is afgerond."),
    "praktijk": (
        "Het gepubliceerde voorbeeld van een huisartsenpraktijk in Beilen. De jaren eromheen zijn aannames."
    ),
    "twee_noemers": (
        "9,5% en 11,2% spreken elkaar niet tegen. Het eerste gaat over niveau 4 tot en met 8 en inwoners "
        "van 0 tot en met 18 jaar, het tweede over alle jeugdzorg en inwoners van 0 tot en met 22 jaar. "
        "Het verschil zijn jongeren met alleen lichte hulp of een maatregel, en de trend tussen 2021 en "
        "2023."
    ),
    "totaal_nodig": (
        "Van 9,5% naar 7% is ruim een kwart minder jongeren. Als dat 3,2 miljoen euro bespaart en "
        "iedereen evenveel kost, is er nu ongeveer 12 miljoen euro of meer nodig. De bron noemt het "
        "totaal niet."
    ),
    "totaal_4000": (
        "Ongeveer 604 jongeren keer 4.000 euro is 2,4 miljoen euro. Dat is minder dan de besparing van "
        "3,2 miljoen euro. 4.000 euro is dus niet het gemiddelde van alle zorg."
    ),
    "inwoners": ("Inwoners van 0 tot en met 18 jaar op 1 januari, het gepubliceerde totaal."),
}


@dataclass(frozen=True)
class IJkregel:
    """One line. `eenheid`: pct, aantal, dagen, euro or uur. `gepubliceerd` is None where nothing was
    published, `gemaakt` where nothing was made. `verschil_pct` is relative, `opmerking` a key of
    OPMERKINGEN."""

    naam: str
    gebied: str
    periode: str
    soort_periode: str
    leeftijd: str
    eenheid: str
    teller: int | None
    noemer: int | None
    gepubliceerd: float | None
    gemaakt: float | None
    verschil_pct: float | None
    oordeel: str
    opmerking: str
    bron: str

    @property
    def toelichting(self) -> str:
        """The Dutch sentence that goes with the row."""
        return OPMERKINGEN[self.opmerking]
