"""Refusals of light help, renewed help and the future plan."""

from django.utils.translation import gettext_lazy as _

ZINNEN_LICHT = {
    "leeftijd_in_hele_maanden": _(
        "De leeftijd %(leeftijd)s is geen heel aantal maanden. Kies bijvoorbeeld 16.5 in beleid/normen."
    ),
    "reden_verplicht": _("Schrijf op waarom. Wie dit later leest, moet het kunnen begrijpen."),
    "wie_ontbreekt": _("Schrijf op wie dit regelt of weet."),
    "toekomst_onderwerp_onbekend": _("Kies een onderwerp en een uitkomst uit de lijst."),
    "toekomst_niet_compleet": _(
        "Nog %(aantal)s onderwerpen hebben geen uitkomst. Vul die eerst in, of kies “niet nodig”."
    ),
    "schrijnend_zonder_budget": _(
        "Voor dit jaar is nog geen budget vastgesteld. Vraag de controller om het in te voeren."
    ),
    "schrijnend_budget_op": _(
        "Dit past niet meer in het budget: er is nog %(rest)s. Alleen wie het mandaat heeft kan meer toezeggen, met een reden."
    ),
    "schrijnend_past_nog": _("Dit past nog in het budget: er is nog %(rest)s. Zeg het gewoon toe."),
    "schrijnend_geen_mandaat": _(
        "U hebt geen mandaat om boven het budget te beslissen. Op de pagina staat wie dat wel heeft."
    ),
    "schrijnend_eigen_vraag": _(
        "U hebt dit zelf gevraagd. Boven het budget beslist een ander. Vraag de controller wie dat is."
    ),
    "afgerekend_boven_toezegging": _(
        "Dit is meer dan er is toegezegd (%(toegezegd)s). Vraag voor het verschil opnieuw geld aan."
    ),
    "bedrag_niet_nul": _("Vul een bedrag in dat meer is dan nul."),
    "bedrag_negatief": _("Vul een bedrag in van nul of meer."),
    "besluit_ontbreekt": _("Schrijf op welk besluit dit budget vaststelt, bijvoorbeeld met datum en nummer."),
}
