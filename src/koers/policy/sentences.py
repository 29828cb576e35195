"""Every sentence about a wrong policy file: what, and how to mend it. The key is the kind of fault.

Dutch only: whoever edits `beleid/` writes Dutch policy, and no page shows these. What a single kind of
file demands beyond its types stands with that kind, and arrives here as `onmogelijke_waarde`.
"""

SENTENCES: dict[str, str] = {
    # the file as a whole
    "te_groot": "Dit bestand is groter dan {kib} KiB. Verdeel de inhoud over meer bestanden.",
    "geen_utf8": "Hier staat een teken dat geen UTF-8 is. Sla het bestand op als UTF-8.",
    "stuurteken": (
        "Hier staat een onzichtbaar teken dat in YAML niet mag. Haal het weg en typ de regel opnieuw."
    ),
    "geen_yaml": (
        "Dit is geen goede YAML. Kijk op deze regel en de regel erboven naar het inspringen, de "
        "aanhalingstekens en de haakjes."
    ),
    "tab": "Hier staat een tab. YAML springt in met spaties: vervang de tab.",
    "dubbele_punt": (
        "Hier staat een dubbele punt te veel. Zet de tekst tussen aanhalingstekens, of kijk naar het "
        "inspringen."
    ),
    "leeg_bestand": "Dit bestand is leeg. Vul het, of verwijder het.",
    "tweede_document": "Hier begint een tweede document (---). Zet het in een eigen bestand.",
    "geen_sleutels": (
        "Dit bestand moet uit regels 'sleutel: waarde' bestaan. Begin met bron, eigenaar en herzien_voor."
    ),
    "anker": "Ankers (&) en verwijzingen (*) mogen niet. Schrijf de waarde hier voluit.",
    "tag": "De aanduiding {tag} mag niet. Haal haar weg.",
    "te_diep": "Dit bestand is te diep of te groot opgebouwd. Maak het platter of splits het.",
    # keys
    "dubbele_sleutel": (
        "De sleutel '{key}' staat hier voor de tweede keer (eerst op regel {eerst}). Laat er een over."
    ),
    "sleutel_geen_tekst": "Een sleutel moet een los woord zijn, geen lijst of groep.",
    "onbekende_sleutel": "De sleutel '{key}' bestaat hier niet. {hulp}",
    "ontbrekende_sleutel": "De sleutel '{key}' ontbreekt. Voeg '{key}:' toe.",
    # the shape of a value
    "geen_groep": "Hier hoort een groep. Zet deze sleutels eronder, elk op een eigen regel: {keys}.",
    "geen_lijst": "Hier hoort een lijst: zet een streepje (-) voor elk onderdeel.",
    "geen_losse_waarde": "Hier hoort één waarde, geen lijst of groep.",
    "lege_lijst": "Deze lijst is leeg. Vul haar, of laat de sleutel weg als die niet verplicht is.",
    "lege_waarde": (
        "Hier staat niets. Vul een waarde in, of haal de hele regel weg als de sleutel niet verplicht is."
    ),
    # single values
    "lege_tekst": "Deze tekst is leeg. Vul haar in.",
    "zonder_aanhalingstekens": (
        'Zonder aanhalingstekens leest YAML dit als {gelezen_als}. Schrijf: "{waarde}".'
    ),
    "geen_waar_of_onwaar": (
        "'{waarde}' kan hier niet. Schrijf true (waar) of false (niet waar), zonder aanhalingstekens."
    ),
    "geen_heel_getal": (
        "'{waarde}' is hier geen heel getal. Schrijf alleen cijfers, zonder punt, nul vooraan of "
        "aanhalingstekens."
    ),
    "komma_in_getal": (
        "'{waarde}' heeft een komma. Schrijf in deze bestanden een punt: 9.5 in plaats van 9,5."
    ),
    "geen_getal": (
        "'{waarde}' is hier geen getal. Schrijf cijfers met hooguit één punt, zonder aanhalingstekens."
    ),
    "geen_datum": "'{waarde}' is geen datum. Schrijf jaar-maand-dag, zoals 2027-03-01.",
    "dag_bestaat_niet": "De dag {waarde} bestaat niet. Schrijf jaar-maand-dag, zoals 2027-03-01.",
    "geen_moment": (
        "'{waarde}' is geen moment dat Koers kent. "
        "Schrijf 2021-05-07, 2018-02, 2013, 'najaar 2015' of 'na september 2018'."
    ),
    "onbekende_keuze": "'{waarde}' is hier geen keuze. {hulp}",
    "verkeerde_vorm": "'{waarde}' kan hier niet. Verwacht: {uitleg}.",
    "buiten_grenzen": "{waarde} kan hier niet. Kies een getal van {laagste} tot en met {hoogste}.",
    "onmogelijke_waarde": "{zin}",
    # names and references
    "naam_wijkt_af": "Het bestand heet '{naam}' en het id is '{id}'. Maak die twee gelijk.",
    "dubbel_id": "'{waarde}' staat ook in {bestand} op regel {regel}. Geef een van beide een andere waarde.",
    "losse_verwijzing": "'{waarde}' bestaat niet in {soort}. {hulp}",
    "losse_code": "De code {code} staat niet in de codelijst {codelijst}. Kies een code die er wel in staat.",
    "geen_gemeente": (
        "{gebied} is een {soort}. Een verdeelsleutel verdeelt over gemeenten: noem een gemeente."
    ),
    "gebied_in_kring": "Het gebied {gebied} is via deel_van een deel van zichzelf. Verbeter deel_van.",
    # folders
    "map_ontbreekt": "Deze map bestaat niet. Kijk naar de schrijfwijze van het pad.",
    "map_leeg": "In deze map staat geen enkel bestand. Zet er ten minste een in.",
    "te_veel_bestanden": "Hier hoort maar één bestand te staan: {eerste}. Vervang dat, of haal dit weg.",
    "te_veel": "Er zijn meer dan {hoogstens} bestanden. Kijk of dit de goede map is.",
    "onbekende_plek": "Op deze plek leest Koers geen bestanden. Zet het in een van deze mappen: {mappen}.",
    "verkeerde_bestandsnaam": (
        "Een bestand heet naar zijn id: kleine letters, cijfers en streepjes, en dan .yaml. "
        "Geef het zo'n naam, of haal het weg."
    ),
    "niet_te_lezen": "Dit bestand is niet te lezen. Kijk of het een gewoon bestand is en of Koers erbij mag.",
}
