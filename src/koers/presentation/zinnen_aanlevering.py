"""Sentences about delivered tables: why a file or a row stayed out, and what to know about a row.

Each says what is wrong and how to mend it; row, column and value stand beside it.
"""

from django.utils.translation import gettext_lazy as _

# The whole file.
BESTAND = {
    "partner_geen_afspraak": _(
        "Over deze tabel is met geen partner iets afgesproken. Zet de afspraak eerst in het beleid (leveringen)."
    ),
    "bestand_leeg": _("Dit bestand is leeg. Maak het opnieuw aan en lever het nog eens aan."),
    "bestand_te_groot": _(
        "Dit bestand is groter dan %(hoogstens)s megabyte. Lever alleen het blad met de tabel aan, of bewaar het als CSV."
    ),
    "tabel_te_groot": _(
        "Deze tabel heeft meer dan %(rijen)s rijen of meer dan %(kolommen)s kolommen. Lever alleen de rijen van gemeenten aan."
    ),
    "bestand_is_pdf": _(
        "Dit is een PDF. Koers leest tabellen: CSV of Excel (.xlsx). Vraag de afzender om de tabel zelf."
    ),
    "bestand_is_afbeelding": _(
        "Dit is een afbeelding. Koers leest tabellen: CSV of Excel (.xlsx). Vraag de afzender om de tabel zelf."
    ),
    "bestand_is_oud_excel": _(
        "Dit is een Excel-bestand van een oude soort (.xls), of een bestand met een wachtwoord. Open het, bewaar het als .xlsx zonder wachtwoord, en lever dat aan."
    ),
    "bestand_is_archief": _(
        "Dit is een ingepakt bestand of een document, geen tabel. Pak het uit en lever de CSV of het Excel-bestand (.xlsx) aan."
    ),
    "bestand_is_document": _("Dit is een tekstdocument. Koers leest tabellen: CSV of Excel (.xlsx)."),
    "bestand_is_webpagina": _(
        "Dit is een webpagina, misschien een foutmelding van de site waar u het bestand ophaalde. Haal het bestand opnieuw op en open het eerst zelf."
    ),
    "bestand_is_geen_tabel": _(
        "Dit is JSON of XML, geen tabel. Kies bij het ophalen voor CSV of Excel (.xlsx)."
    ),
    "bestand_is_binair": _(
        "In dit bestand staan tekens die niet in een tabel horen. Bewaar het als CSV of Excel (.xlsx)."
    ),
    "tekens_onleesbaar": _(
        "Koers kan de letters in dit bestand niet lezen. Bewaar het als CSV met UTF-8, of als Excel (.xlsx)."
    ),
    "csv_onleesbaar": _(
        "Bij regel %(regel)s klopt iets niet met de aanhalingstekens. Open het bestand in een rekenblad, controleer die regel en bewaar het opnieuw als CSV."
    ),
    "cbs_basis_ontbreekt": _(
        "Waar staan de tabellen van CBS? Geef het adres met --basis, of zet het in KOERS_CBS."
    ),
    "cbs_niet_bereikt": _("%(adres)s antwoordt niet: %(fout)s. Controleer het adres en de verbinding."),
    "cbs_tabel_onbekend": _("“%(tabel)s” is geen nummer van een tabel. Schrijf het zoals 85039NED."),
    "cbs_antwoord_onleesbaar": _(
        "Het antwoord van %(adres)s is geen tabel van CBS. Controleer het adres en de versie (3 of 4)."
    ),
    "cbs_te_veel_bladen": _(
        "Het antwoord houdt na %(bladen)s bladen niet op. Er is niets ingelezen. Vraag een kleiner deel."
    ),
    "cbs_verwijst_elders": _(
        "Het antwoord verwijst naar een ander adres (%(adres)s). Koers volgt dat niet. Er is niets ingelezen."
    ),
    "cbs_kolommen_botsen": _(
        "Twee kolommen heten zonder hun nummer allebei %(kolom)s. Koers weet niet welke u bedoelt."
    ),
    "xlsx_beschadigd": _(
        "Dit Excel-bestand is beschadigd. Open het in Excel of LibreOffice, bewaar het opnieuw en lever dat aan."
    ),
    "code_kolom_ontbreekt": _(
        "Koers ziet geen kolom met codes van gemeenten, zoals GM1731. Zet boven die kolom “code” of “gemeentecode”, of kies een andere soort tabel."
    ),
    "cijfers_ontbreken": _(
        "In deze tabel staat geen enkel cijfer dat Koers bij “%(soort)s” leest. Kies een andere soort tabel, of geef de kolommen een naam die Koers kent."
    ),
    "jeugdregio_kolom_ontbreekt": _(
        "In deze lijst staat niet bij welke jeugdregio een gemeente hoort. Voeg een kolom “jeugdregio” toe met codes zoals JZ04."
    ),
    "alleen_kop": _(
        "Onder de koppen van deze tabel staat geen enkele rij. Controleer of u het hele bestand hebt."
    ),
    "jaar_ontbreekt": _(
        "Koers weet niet over welk jaar deze tabel gaat. Vul het jaar in, of zet het in de naam van het bestand."
    ),
    "jaar_kan_niet": _("%(jaar)s is geen jaar waarover Koers cijfers bewaart. Controleer het jaar."),
    "jaar_spreekt_tegen": _(
        "U gaf het jaar %(gegeven)s op, maar het bestand zegt %(gevonden)s. Kijk welk van de twee klopt."
    ),
    "jaren_spreken_tegen": _(
        "Het bestand noemt meer dan één jaar: %(gevonden)s. Vul in over welk jaar de cijfers gaan."
    ),
    "geen_eigen_regio": _(
        "Het beleid noemt geen inkoopregio’s, dus Koers weet niet over welke regio het gaat. Vul de map gebieden van het beleid aan."
    ),
}
# One row.
RIJ = {
    "code_ontbreekt": _("Hier ontbreekt de code van het gebied. Vul die in, bijvoorbeeld GM1731."),
    "code_onleesbaar": _("Dit is geen code van een gebied. Een gemeente heeft een code zoals GM1731."),
    "code_onbekend": _("Koers kent geen gebied %(code)s in %(jaar)s. Controleer de code."),
    "gemeente_opgeheven": _(
        "%(naam)s was er op 1 januari %(jaar)s niet meer: op %(datum)s opgegaan in %(naar)s. Controleer de code of het jaar."
    ),
    "gemeente_bestond_nog_niet": _(
        "%(naam)s bestaat sinds %(begin)s en was er op 1 januari %(jaar)s nog niet. Controleer de code of het jaar."
    ),
    "naam_nodig": _("%(code)s is nieuw voor Koers. Vul de naam van de gemeente in."),
    "dubbele_rij": _("Dit gebied staat ook in rij %(ander)s, met dezelfde gegevens. Eén keer is genoeg."),
    "dubbele_rij_verschilt": _(
        "Dit gebied staat ook in rij %(ander)s, met andere gegevens. Koers weet niet welke rij klopt. Haal er één weg."
    ),
    "geen_getal": _("Dit is geen getal. Vul een getal in, of laat de cel leeg als het er niet is."),
    "getal_dubbelzinnig": _(
        "Dit getal kan twee dingen betekenen: de punt of komma kan voor duizendtallen of voor decimalen staan. Schrijf het zonder scheiding van duizendtallen."
    ),
    "geen_heel_getal": _("Dit moet een heel getal zijn. Controleer of het in de goede kolom staat."),
    "buiten_grenzen": _(
        "Dit getal kan niet: het ligt niet tussen %(laagste)s en %(hoogste)s. Controleer of het in de goede kolom staat."
    ),
    "kan_niet_samen": _(
        "Dit cijfer past niet bij een ander cijfer in deze rij: de delen zijn samen meer dan het geheel. Controleer beide."
    ),
    "kolommen_spreken_tegen": _(
        "Deze kolom zegt iets anders dan de kolom “%(ander)s”, terwijl ze hetzelfde betekenen. Haal er één weg, of maak ze gelijk."
    ),
    "formule": _(
        "In deze cel staat een formule. Koers leest alleen waarden: kopieer de kolom en plak haar als waarden."
    ),
    "te_veel_cellen": _(
        "Deze rij heeft meer cellen dan er koppen zijn (%(kolommen)s). Misschien staat er een komma in een getal of naam zonder aanhalingstekens."
    ),
    "te_weinig_cellen": _(
        "Deze rij heeft minder cellen dan er koppen zijn (%(kolommen)s). Misschien is het bestand afgebroken."
    ),
    "jaar_onleesbaar": _("Dit is geen jaar. Vul een jaar in van vier cijfers."),
    "jeugdregio_onbekend": _("Dit is geen code van een jeugdregio. Die lopen van JZ01 tot en met JZ43."),
    "provincie_onbekend": _("Koers kent geen provincie met deze naam. Controleer de naam."),
    "inkoopregio_onbekend": _("Koers kent deze inkoopregio niet. Bekend zijn: %(bekend)s."),
}
# To know; the row (or the file) was taken in.
OPMERKING = {
    "naam_ontbreekt": _(
        "In deze rij staat geen naam. De cijfers zijn overgenomen: de code %(code)s hoort bij %(naam)s."
    ),
    "naam_wijkt_af": _(
        "De code %(code)s hoort bij %(bekend)s, maar in deze rij staat een andere naam. De cijfers zijn overgenomen op de code. Controleer of de rijen niet verschoven zijn."
    ),
    "naam_gewijzigd": _("%(code)s heette eerst %(oud)s. De nieuwe naam is overgenomen."),
    "leeg_laat_staan": _(
        "Deze cel van %(code)s is leeg, terwijl het cijfer al bekend was. Het bekende cijfer blijft staan."
    ),
    "alleen_eerste_blad": _("Dit werkboek heeft meer bladen. Koers heeft alleen het eerste gelezen."),
    "sleutel_telt_niet_op": _(
        "De percentages van de verdeelsleutel in %(jaar)s tellen op tot %(som)s, niet tot 100. Ze zijn overgenomen zoals ze gepubliceerd zijn."
    ),
    "gemeenten_niet_in_lijst": _(
        "%(aantal)s gemeenten die Koers in %(jaar)s kent, staan niet in deze lijst (onder andere %(namen)s). Ze blijven bestaan tot een herindeling met een datum bekend is."
    ),
}
# Rows of a table that a partner delivers.
RIJ_PARTNER = {
    "partner_gemeente": _(
        "Over deze gemeente is met deze partner niets afgesproken. Controleer de code, of pas de afspraak aan."
    ),
    "partner_periode_loopt": _("Deze periode is nog niet voorbij. Lever haar aan als zij is afgelopen."),
    "partner_periode_jaar": _("Hier hoort een jaar te staan, zoals 2025."),
    "partner_periode_kwartaal": _("Hier hoort een kwartaal te staan, zoals 2025-K3."),
    "partner_periode_schooljaar": _("Hier hoort een schooljaar te staan, zoals 2024-2025."),
    "partner_te_groot": _(
        "Een aantal is hoogstens %(hoogstens)s. Lever aantallen, nooit nummers van personen."
    ),
    "partner_meer_dan_geheel": _("Dit is meer dan het geheel in de kolom %(geheel)s. Controleer beide."),
}
# What kinds of tables people can choose from.
SOORTEN = {
    "kwb": _("Kerncijfers van CBS per gemeente"),
    "gemeenten": _("Lijst van gemeenten met hun jeugdregio"),
    "regio": _("Cijfers van de regio zelf"),
    "school_verzuim": _("Verzuim op school"),
    "school_zat": _("Zorg Advies Teams van scholen"),
    "opvang_zat": _("Vragen vanuit de kinderopvang"),
    "welzijn_bereik": _("Bereik van welzijn"),
    "welzijn_groepen": _("Groepen van welzijn"),
    "ggd_monitor": _("Gezondheidsmonitor van de GGD"),
    "ggd_verpleegkundige": _("Jeugdverpleegkundigen van de GGD"),
    "participatiewet": _("Participatiewet"),
    "schulden": _("Schuldhulp"),
    "ervaringsonderzoek": _("Onderzoek naar ervaringen"),
}
# And of tables of events, which come in a folder from another back office.
GEBEURTENISSEN = {
    "spells": _("Trajecten"),
    "bevolking": _("Inwoners per leeftijd"),
    "lichte_hulp": _("Vragen om lichte hulp"),
    "voorliggend": _("Gebruik van hulp zonder besluit"),
    "verwijzingen": _("Meldingen en verwijzingen"),
    "ladder": _("Stappen op de ladder"),
    "declaraties": _("Declaraties"),
    "ervaringen": _("Ervaringen met passende hulp"),
    "partneroordelen": _("Oordelen van partners"),
    "vastleggingen": _("Wanneer iets is opgeschreven"),
}
ZINNEN_AANLEVERING = BESTAND | RIJ | RIJ_PARTNER | OPMERKING
