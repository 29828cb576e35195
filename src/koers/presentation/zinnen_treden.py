"""The sentences about the ladder: what is refused, and what the letter says."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from koers.domain.ladder import Briefreden
from koers.presentation.woorden import TREDEN

ZINNEN_TREDEN = {
    "trede_onbekend": _("Kies een trede en wat die gaf uit de lijst."),
    "trede_zonder_reden": _(
        "Schrijf op waarom u dit vindt. Eén zin is genoeg; het gezin leest die in de brief."
    ),
    "trede_open": _(
        "Individuele hulp kan nog niet: bij %(treden)s staat nog niet wat die gaf. Vul dat in bij Trede voor trede, met een dag tot en met de dag van het besluit. Is er een crisis, of is de gewone volgorde hier niet redelijk? Schrijf dat daar op."
    ),
    "trede_volstaat": _(
        "Bij %(treden)s staat dat dit genoeg helpt. Dan is individuele hulp niet nodig. Klopt dat niet meer? Schrijf dan eerst bij Trede voor trede op wat er veranderde."
    ),
    "uitzondering_onbekend": _("Kies of het een crisis is of de hardheidsclausule."),
    "uitzondering_zonder_reden": _("Schrijf op waarom de treden worden overgeslagen."),
    "voorziening_onbekend": _("Deze voorziening staat niet in de lijst. Kies er een uit de lijst, of geen."),
    "schoolwerk_onbekend": _("Kies wat u deed en waarover het ging."),
    "aantal_onmogelijk": _("Vul een aantal in van 1 tot en met %(hoogste)s."),
    "groep_zonder_bijeenkomst": _("Hoe vaak kwam de groep bij elkaar? Vul 1 of meer in."),
    "vrager_ontbreekt": _("Kies wie het advies vroeg."),
    "meer_overgedragen": _(
        "Er kunnen niet meer vragen naar de toegang zijn gegaan dan er waren: hoogstens %(aantal)s."
    ),
    "geen_plek": _("Kies een school of andere plek in uw gemeente uit de lijst."),
    "plaats_onbekend": _("De plaats “%(plaats)s” kent Koers niet. Kies uit: %(plaatsen)s."),
    "correctie_zonder_reden": _("Schrijf op waarom u dit verbetert."),
}

# How the letter begins about each step and how it goes on: "Wat u zelf kunt doen helpt voor een deel."
WIE = {
    "eigen_kracht": _("Wat uw gezin zelf kan doen"),
    "omgevingskracht": _("Wat mensen om u heen kunnen doen"),
    "algemene_voorziening": _("Wat er voor iedereen is"),
}
GAF = {
    "helpt": pgettext_lazy("brief", "%(wie)s, is genoeg: %(reden)s"),
    "helpt_deels": pgettext_lazy("brief", "%(wie)s, helpt voor een deel: %(reden)s"),
    "niet_passend": pgettext_lazy("brief", "%(wie)s, past niet bij uw vraag: %(reden)s"),
    "niet_beschikbaar": pgettext_lazy("brief", "%(wie)s, kan nu niet: %(reden)s"),
    "niet_van_toepassing": pgettext_lazy("brief", "%(wie)s, is hier niet aan de orde: %(reden)s"),
}
OVERGESLAGEN = {
    "crisis": _("Wij keken niet eerst naar andere oplossingen, omdat er een crisis was: %(reden)s"),
    "hardheidsclausule": _(
        "Wij weken af van de gewone volgorde, omdat die voor u niet redelijk was (hardheidsclausule): %(reden)s"
    ),
}


def letter_sentence(reden: Briefreden) -> str:
    """One reason as a sentence of the letter; the worker's own words end it."""
    words = reden.reden if reden.reden.endswith((".", "!", "?")) else f"{reden.reden}."
    if reden.soort in OVERGESLAGEN:
        return str(OVERGESLAGEN[reden.soort]) % {"reden": words}
    return str(GAF[reden.uitkomst]) % {"wie": WIE[reden.soort], "reden": words}


def names_of_treden(treden: Iterable[str]) -> str:
    """ "eigen kracht, omgevingskracht en algemene voorziening", in the language of now."""
    names = [str(TREDEN[trede]) for trede in treden]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {_('en')} {names[-1]}"
