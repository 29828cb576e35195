"""The words of a plan."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

GROOTTES = {
    "licht": _("licht: eigen woorden en een afspraak"),
    "gewoon": _("gewoon: doelen, en wie wat doet"),
    "complex": _("complex: ook wat elke organisatie doet"),
}
GROOTTE_KORT = {"licht": _("licht plan"), "gewoon": _("plan"), "complex": _("complex plan")}
# Several of one kind, as a heading; and one, in a sentence.
GROEPEN = {
    "woorden": _("In eigen woorden"),
    "gehoord": _("Hoe naar het kind is geluisterd"),
    "kracht": _("Wat goed gaat"),
    "zorg": _("Zorgen"),
    "factor": _("Waar we naar keken"),
    "doel": _("Doelen"),
    "actie": _("Wie doet wat"),
    "hulp": _("Hulp, en wat er in de buurt naast staat"),
    "vertrouwenspersoon": _("Vertrouwenspersoon"),
    "meting": _("Hoe het gaat, in cijfers"),
    "bijdrage": _("Wat wij doen"),
}
EEN = {
    "woorden": _("eigen woorden"),
    "gehoord": _("gesprek met het kind"),
    "kracht": _("wat goed gaat"),
    "zorg": _("zorg"),
    "factor": _("factor"),
    "doel": _("doel"),
    "actie": _("afspraak"),
    "hulp": _("hulp"),
    "vertrouwenspersoon": _("vertrouwenspersoon"),
    "meting": _("cijfers"),
    "bijdrage": _("wat wij doen"),
}
TOEVOEGEN = {
    "woorden": _("Woorden toevoegen"),
    "gehoord": _("Gesprek toevoegen"),
    "kracht": _("Kracht toevoegen"),
    "zorg": _("Zorg toevoegen"),
    "factor": _("Factor toevoegen"),
    "doel": _("Doel toevoegen"),
    "actie": _("Afspraak toevoegen"),
    "hulp": _("Hulp toevoegen"),
    "vertrouwenspersoon": _("Vertrouwenspersoon toevoegen"),
    "meting": _("Cijfers toevoegen"),
    "bijdrage": _("Tekst toevoegen"),
}
UITKOMSTEN = {
    "": _("nog niet bekend"),
    "doel": _("er komt een doel bij"),
    "aanvaard": _("mag zo blijven"),
    "elders": _("gebeurt ergens anders"),
}
WIJZEN = {
    "ondertekend": _("handtekening op papier"),
    "mondeling": _("in een gesprek"),
    "bericht": _("in een bericht"),
}
GROEPSPLANSTAPPEN = {
    "aangeboden": _("aangeboden: de familie kan zelf eerst een plan maken"),
    "gaat_maken": _("de familie gaat zelf een plan maken"),
    "ziet_af": _("de familie wil dat niet"),
    "niet_aangeboden": _("niet aangeboden, om een reden uit de wet"),
    "gemaakt": _("de familie heeft het plan gemaakt"),
}
GRONDEN = {
    "bedreiging": _("het kind wordt concreet bedreigd in de ontwikkeling"),
    "belang_geschaad": _("een ander belang van het kind wordt geschaad"),
}
ANTWOORDEN = {
    "gegeven": _("geeft toestemming"),
    "geweigerd": _("geeft geen toestemming"),
    "ingetrokken": _("trekt de toestemming in"),
    "ernstig_nadeel": _("uitzondering: anders ernstig nadeel voor de jongere"),
    "blijft_wensen": _("uitzondering: de jongere blijft de hulp na een weigering weloverwogen wensen"),
    "niet_in_staat": _("uitzondering: de jongere kan de eigen belangen niet goed wegen"),
    "maatregel": _("niet nodig: maatregel, jeugdreclassering of gesloten jeugdhulp"),
}
STANDEN = {
    "niet_nodig": _("niet nodig"),
    "compleet": _("toestemming is er"),
    "ontbreekt": _("toestemming ontbreekt nog"),
    "geweigerd": _("geen toestemming"),
    "geen_vertegenwoordiger": _("niemand die toestemming kan geven is bekend"),
}
VRAGEN = {
    "op_papier": _("wil het plan op papier"),
    "op_papier_gegeven": _("kreeg het plan op papier"),
    "hoofdzaken": _("vraagt de hoofdzaken (ouder zonder gezag)"),
}
STAPPEN = {
    "gedaan": _("gedaan"),
    "vervallen": _("vervallen"),
    "begonnen": _("begonnen"),
}
WAT = {"nieuw": _("Nieuw"), "anders": _("Anders"), "weg": pgettext_lazy("uit het plan gehaald", "Weg")}
PUNTEN = {
    "evalueren": _("kijk samen naar het plan, op %(datum)s"),
    "vaststellen": _("het plan moet er uiterlijk %(datum)s zijn (Jeugdwet 4.1.3)"),
    "op_papier": _("het plan moet uiterlijk %(datum)s op papier zijn"),
    "actie": _("“%(wat)s” zou op %(datum)s klaar zijn"),
    "begonnen": _("“%(wat)s” zou op %(datum)s beginnen. Is dat zo?"),
    "afschalen": _("“%(wat)s” wordt lichter op %(datum)s"),
}
