"""Words for what a toewijzing gives, who pays and what it costs."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.domain.toewijzingsvarianten import ASPECIFIEK, GENERIEK, SPECIFIEK
from koers.domain.woonplaats import MOEDER, VOOR_VERBLIJF, WERKELIJK, WOONADRES
from koers.presentation.opmaak import euro, getal
from koers.presentation.woorden_berichten import EENHEDEN, FREQUENTIES

VARIANTEN = {
    SPECIFIEK: gettext_lazy("precies deze hulp, met een hoeveelheid"),
    ASPECIFIEK: gettext_lazy("hulp van deze soort; de aanbieder kiest wat past"),
    GENERIEK: gettext_lazy("alle hulp van deze aanbieder, binnen een bedrag"),
}
GEGEVEN = {
    SPECIFIEK: gettext_lazy("precies deze hulp"),
    ASPECIFIEK: gettext_lazy("hulp van deze soort, de aanbieder kiest"),
    GENERIEK: gettext_lazy("alle hulp van deze aanbieder"),
}
GRONDEN_WOONPLAATS = {
    WOONADRES: gettext_lazy("het kind staat daar ingeschreven"),
    VOOR_VERBLIJF: gettext_lazy("het kind stond daar ingeschreven vlak voor het verblijf"),
    MOEDER: gettext_lazy("er is geen adres bekend; de moeder stond daar ingeschreven bij de geboorte"),
    WERKELIJK: gettext_lazy("het kind was daar toen om hulp werd gevraagd"),
}
WAARUIT = {
    "hoeveelheid": gettext_lazy("hoeveelheid maal tarief"),
    "budget": gettext_lazy("het bedrag dat is toegewezen"),
    "gemiddelde": gettext_lazy("het gemiddelde per maand tot nu toe"),
    "onbekend": gettext_lazy("geen hoeveelheid afgesproken en nog niets gedeclareerd"),
    "klaar": gettext_lazy("niets meer te verwachten"),
}
EURO = "83"


def amount_in_words(volume: int | None, eenheid: str, frequentie: str, budget_cent: int | None) -> str:
    """ "4 uren per week", "€ 2.000 in totaal", or that no amount was set."""
    if budget_cent is not None:
        return _("%(bedrag)s in totaal") % {"bedrag": euro(budget_cent)}
    if not volume:
        return _("geen hoeveelheid afgesproken")
    hoe = FREQUENTIES.get(frequentie, "")
    if eenheid == EURO:  # a volume in euros is counted in cents, as in a claim
        return f"{euro(volume)} {hoe}".strip()
    return f"{getal(volume)} {EENHEDEN.get(eenheid, '')} {hoe}".strip()
