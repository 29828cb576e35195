"""Refusals of light help, renewed help and the future plan."""

from django.utils.translation import gettext_lazy as _

ZINNEN_LICHT = {
    "leeftijd_in_hele_maanden": _(
        "De leeftijd %(leeftijd)s is geen heel aantal maanden. Kies bijvoorbeeld 16.5 in beleid/normen."
    ),
    "einde_en_uitkomst": _("Vul de laatste dag en de uitkomst allebei in, of laat ze allebei leeg."),
    "opschalen_met_overdracht": _(
        "Een vraag naar de toegang gaat met wat het gezin wil delen. Kies “Overdragen aan de toegang”."
    ),
    "akkoord_ontbreekt": _("Kies wie akkoord is met delen. Zonder akkoord gaat er niets mee."),
    "gedeeld_ontbreekt": _(
        "Schrijf op wat het gezin wil delen. Zo hoeft het zijn verhaal niet nog eens te doen."
    ),
    "correctie_na_overdracht": _(
        "Deze vraag is overgedragen aan de toegang. Vraag de toegang om een verbetering op te schrijven."
    ),
    "groep_onvolledig": _("Vul een thema in, en hoeveel jongeren en bijeenkomsten: een of meer."),
    "invoer_leeg": _("Er staat niets in de lijst. Plak de regels met de kolomnamen erboven."),
    "invoer_te_lang": _("De lijst is te lang. Neem hoogstens %(hoogstens)s regels per keer."),
    "invoer_kolommen": _("Deze kolommen ontbreken: %(kolommen)s. Zet de namen in de eerste regel."),
    "invoer_naam": _("De roepnaam of achternaam ontbreekt."),
    "invoer_datum": _("%(kolom)s is “%(waarde)s”: dat is geen datum. Schrijf bijvoorbeeld 3-3-2026."),
    "invoer_datum_ontbreekt": _("De geboortedatum of de dag van de vraag ontbreekt."),
    "invoer_getal": _("%(kolom)s is “%(waarde)s”: schrijf een heel getal van hoogstens 30.000."),
    "invoer_uitkomst": _(
        "De uitkomst “%(waarde)s” kan hier niet. Kies afgerond of gestopt door gezin; overdragen doet u in Koers."
    ),
    "invoer_wijkt_af": _("Er staat al iets anders bij deze vraag. Verbeter dat in Koers, met een reden."),
    "evaluatie_onvolledig": _(
        "Kies wie erbij was, hoeveel van de doelen is gehaald (1 tot en met 5) en wat er nu volgt."
    ),
    "evaluatie_voor_begin": _("De hulp was toen nog niet begonnen. Kies een dag waarop er hulp was."),
    "herindicatie_zonder_grond": _(
        "Deze hulp gaat verder op eerdere hulp. Begin bij die toewijzing, met “Hulp laten doorgaan”."
    ),
    "herindicatie_met_besluit": _(
        "Deze hulp kwam langs de toegang van de gemeente. Zij gaat door met een nieuw besluit."
    ),
    "herindicatie_zonder_reden": _(
        "Met de huisartsen is afgesproken dat er een reden bij staat. Schrijf op waarom de hulp doorgaat."
    ),
    "herindicatie_zonder_evaluatie": _(
        "Er is nog geen evaluatie met het gezin. Schrijf die eerst op. Kan dat nu niet? Geef dan een reden en een dag waarop het wel gebeurt, dan loopt de hulp door."
    ),
    "herindicatie_tegen_evaluatie": _(
        "Bij de evaluatie is afgesproken te stoppen. Schrijf op waarom de hulp toch doorgaat."
    ),
    "evaluatie_dag_kan_niet": _("Kies voor de evaluatie een dag van vandaag tot en met %(uiterlijk)s."),
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
