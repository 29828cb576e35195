"""Words for what a toewijzing gives, who pays and what it costs."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.domain.toewijzingsvarianten import ASPECIFIEK, GENERIEK, SPECIFIEK
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
