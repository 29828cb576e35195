"""The sentences about sharing costs and about the network."""

from django.utils.translation import gettext_lazy as _

ZINNEN_NETWERK = {
    "bedrag_ontbreekt": _("Vul een bedrag in, bijvoorbeeld 1.000.000,00."),
    "bedrag_dubbelzinnig": _(
        "Met “%(bedrag)s” kunt u twee dingen bedoelen. Bedoelt u %(bedoeld)s? Schrijf het dan zo: een komma voor de centen, een punt voor de duizendtallen."
    ),
    "bedrag_onleesbaar": _(
        "“%(bedrag)s” is geen bedrag. Schrijf het als 1.000.000,00: een komma voor de centen, een punt voor de duizendtallen."
    ),
    "bedrag_te_groot": _(
        "Het bedrag %(bedrag)s is te groot: Koers rekent tot 1.000.000.000.000 euro. Kijk het aantal nullen na."
    ),
    "uren_onleesbaar": _("“%(uren)s” is geen aantal uren. Schrijf bijvoorbeeld 29 of 7,5."),
    "datum_onleesbaar": _("“%(datum)s” is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-03-31."),
    "sleutel_onbekend": _("De sleutel “%(sleutel)s” bestaat niet. Kies uit: %(keuze)s."),
    "sleutel_geldt_nog_niet": _(
        "De sleutel %(sleutel)s geldt pas vanaf %(vanaf)s. Kies een latere datum, of een andere sleutel."
    ),
    "sleutel_zonder_afspraak": _(
        "Op %(datum)s was er nog geen afgesproken sleutel. Kies een latere datum, of een andere sleutel."
    ),
    "sleutel_zonder_cijfers": _(
        "Voor de sleutel %(sleutel)s zijn er nog niet van elke gemeente cijfers. Lees ze in met: koers importeer voorbeeldgegevens, of lever een tabel aan."
    ),
    "sleutel_zonder_uitgaven": _(
        "Naar uitgaven verdelen kan nog niet: van %(gemeenten)s is niet bekend wat zij aan jeugdhulp uitgeven. Zet de bedragen in het beleidsbestand kengetallen/%(blad)s.yaml, met bron."
    ),
    "mengsel_leeg": _("Geef ten minste één sleutel in het mengsel een gewicht boven nul."),
    "mengsel_onleesbaar": _("“%(gewicht)s” is geen gewicht. Schrijf een heel getal, bijvoorbeeld 50."),
    "tarief_geldt_nog_niet": _("Op %(datum)s gold er nog geen tarief voor dit werk. Kies een latere datum."),
    "taak_onbekend": _("Deze taak kent Koers niet. Kies een taak uit de lijst."),
    "partij_onbekend": _("Dit overleg of deze rol kent Koers niet. Kies er een uit de lijst."),
    "keuze_naam_ontbreekt": _("Geef de keuze een naam, bijvoorbeeld: ABO, voorjaar 2027."),
    "keuze_te_weinig_criteria": _("Houd ten minste %(minstens)s criteria over, elk met een naam."),
    "keuze_te_veel_criteria": _("Kies hooguit %(hoogstens)s criteria; voeg samen wat op elkaar lijkt."),
    "keuze_criterium_dubbel": _("Twee criteria heten hetzelfde. Geef elk een eigen naam."),
    "keuze_gewicht_onmogelijk": _("Geef elk criterium een heel gewicht van 0 tot en met %(hoogste)s."),
    "keuze_zonder_gewicht": _(
        "Alle gewichten staan op 0. Geef ten minste één criterium een gewicht boven 0."
    ),
    "keuze_score_onmogelijk": _(
        "Geef elk scenario bij elk criterium een score van %(laagste)s tot en met %(hoogste)s."
    ),
    "keuze_besloten": _("Over deze keuze is al besloten. Wat er stond, blijft zo staan."),
    "keuze_uren_onmogelijk": _("Vul uren per week in van 0 tot en met %(hoogstens)s, of laat het leeg."),
    "keuze_scenario_onbekend": _(
        "Dit scenario staat niet op de lijst. Kies er een, of kies “nog geen scenario”."
    ),
    "keuze_gremium_onbekend": _("Kies welk overleg dit besloot."),
    "keuze_zonder_toelichting": _(
        "Schrijf op waarom dit is besloten. Wie later kijkt, moet het kunnen begrijpen."
    ),
    "keuze_zonder_antwoord": _(
        "Bij een scenario hoort een antwoord op elke fundamentele keuze. Hier ontbreekt het: %(keuze)s"
    ),
    "wiel_soort_onbekend": _("Kies wat u wilt vragen, en hoe u de antwoorden wilt groeperen."),
    "wiel_naam_ontbreekt": _("Geef de ronde een naam, bijvoorbeeld: najaar 2026."),
    "wiel_dag_voorbij": _(
        "De laatste dag om te antwoorden is %(datum)s, en die is voorbij. Begin een nieuwe ronde."
    ),
    "wiel_te_lang": _("Een ronde duurt hooguit drie maanden. Kies een laatste dag tot en met %(datum)s."),
    "wiel_evaluatie_dit_jaar": _(
        "In %(jaar)s is er al een evaluatie met partners. Er is er een per jaar, zodat de jaren te vergelijken zijn."
    ),
    "wiel_stelling_leeg": _("Bij “%(stelling)s” ontbreekt de naam of de stelling. Vul beide in."),
    "wiel_stelling_dubbel": _("Twee stellingen zijn hetzelfde. Geef elke stelling eigen woorden."),
    "wiel_al_open": _(
        "Deze ronde is al open. De stellingen staan vast, zodat iedereen op hetzelfde antwoordt. Voor andere stellingen begint u een nieuwe ronde."
    ),
    "wiel_niet_open": _("Deze ronde is niet open. Open de pagina opnieuw en kijk wat nu kan."),
    "wiel_gesloten": _("Deze ronde is gesloten. Begin een nieuwe ronde om opnieuw te vragen."),
    "wiel_groep_onbekend": _("Een van de groepen bestaat niet. Open de pagina opnieuw en kies uit de lijst."),
    "wiel_te_veel_links": _("Vraag per groep een aantal van 1 tot en met %(hoogstens)s, of laat het leeg."),
    "wiel_geen_links": _("Vul bij ten minste één groep in hoeveel mensen u uitnodigt."),
    "wiel_link_werkt_niet": _(
        "Deze link werkt niet. Hij is al gebruikt, verlopen, of niet helemaal overgenomen."
    ),
    "wiel_antwoord_ontbreekt": _(
        "Bij %(aantal)s stellingen is nog niets gekozen. Weet u het niet? Kies dan “weet ik niet”."
    ),
    "wiel_antwoord_onbekend": _("Een van de antwoorden staat niet op de lijst. Kies opnieuw."),
    "wiel_antwoord_leeg": _(
        "Bij alle stellingen staat “weet ik niet”. Kies er ten minste één, of sluit deze pagina: dan telt uw link nog."
    ),
}
