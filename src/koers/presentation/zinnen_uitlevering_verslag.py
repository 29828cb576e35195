"""Sentences of check reports: what is wrong and how to mend it, what stays out, and what no source settles."""

from django.utils.translation import gettext_lazy as _

# What was found -> what is wrong, and how to mend it.
VINDINGEN = {
    "bi_geboortedatum_ontbreekt": (
        _("De geboortedatum ontbreekt."),
        _("Vraag wie dit opschreef om de geboortedatum bij het kind in te vullen."),
    ),
    "bi_te_oud": (
        _("Bij de eerste dag van de hulp was deze persoon 23 jaar of ouder. Jeugdhulp kan dan niet."),
        _("Kijk de geboortedatum en de eerste dag na. Klopt een van de twee niet? Verbeter die bij de hulp."),
    ),
    "bi_meerderjarig": (
        _("Bij de eerste dag van de hulp was deze persoon 18 jaar of ouder."),
        _("Dat kan alleen als hulp doorging of na een strafrechtelijke uitspraak. Kijk of dat zo is."),
    ),
    "bi_geslacht_onbekend": (
        _("Het geslacht “%(waarde)s” kent het CBS niet."),
        _("Kies V, M of O bij het kind."),
    ),
    "bi_crisis_ontbreekt": (
        _("Niemand schreef op of de hulp begon met een crisis. Het CBS kent alleen ja of nee."),
        _("Wie de hulp gaf, vult dit in onder “Vragen van het CBS” in het menu."),
    ),
    "bi_einde_voor_aanvang": (
        _("De laatste dag (%(datum)s) ligt voor de eerste dag."),
        _("Verbeter de hulp: zet de laatste dag op of na de eerste."),
    ),
    "bi_reden_ontbreekt": (
        _("De hulp is gestopt, maar er staat niet hoe."),
        _("Verbeter de hulp: kies hoe zij eindigde."),
    ),
    "bi_bsn_onbekend": (
        _("Het BSN is niet bekend. In het bestand staat 999999999."),
        _("Dat mag alleen bij uitzondering. Vul het BSN aan bij het kind als het er is."),
    ),
    "bi_dubbel_of_tweeling": (
        _("Zonder BSN lijkt dit op een andere rij: zelfde dag, geboortedatum, geslacht en plaats."),
        _("Is het een tweeling? Dan is het goed. Anders: voeg de twee personen samen."),
    ),
    "bi_postcode_klopt_niet": (
        _("“%(waarde)s” is geen postcode. In het bestand staat de code van de gemeente."),
        _("Verbeter het adres van het kind: vier cijfers en twee letters."),
    ),
    "bi_twee_adressen": (
        _("Het kind woont op twee adressen. In het bestand staat de code van de gemeente."),
        _("U hoeft niets te doen. Koers weet niet welk adres de woonplaats bepaalt."),
    ),
    "bi_een_gesprek": (
        _("Er was één gesprek."),
        _("Was dat informatie of advies? Dan hoort het niet in het bestand. Haal de rij er dan uit."),
    ),
    "cl_naam_ontbreekt": (_("De naam ontbreekt."), _("Vul de naam van de aanbieder in.")),
    "cl_kvk_ontbreekt": (
        _("Het KvK-nummer ontbreekt."),
        _("De contractmanager vult het in op de pagina van de aanbieder. Zoek het op bij kvk.nl."),
    ),
    "cl_kvk_klopt_niet": (
        _("“%(waarde)s” is geen KvK-nummer: dat heeft acht cijfers."),
        _("De contractmanager verbetert het op de pagina van de aanbieder."),
    ),
    "cl_kvk_dubbel": (
        _("KvK-nummer %(waarde)s staat bij meer aanbieders."),
        _("Zijn het vestigingen van één bedrijf? Dan is het goed. Anders: verbeter het nummer."),
    ),
    "cl_type_maatregel": (
        _("Het contract noemt jeugdbescherming of jeugdreclassering, niet welk type maatregel."),
        _("Vraag de gecertificeerde instelling welke typen het zijn en vul die zelf aan."),
    ),
    "cl_vorm_onbekend": (
        _("Vorm “%(waarde)s” staat niet in de lijst van het CBS."),
        _("Kies bij het product in het contract een hulpvorm uit de lijst."),
    ),
    "cl_subsidie_onbekend": (
        _(
            "Deze ontvanger krijgt subsidie. Koers weet het KvK-nummer niet, en ook niet of het om jeugdhulp gaat."
        ),
        _("Is het jeugdhulp? Voeg de ontvanger dan zelf toe aan de lijst. Anders hoeft u niets te doen."),
    ),
    "gt_agb_code_ontbreekt": (
        _("De AGB-code van de aanbieder ontbreekt."),
        _("Vul de AGB-code in bij het contract."),
    ),
    "gt_agb_klopt_niet": (
        _("“%(waarde)s” is geen AGB-code: die heeft acht cijfers."),
        _("Verbeter de AGB-code bij het contract."),
    ),
    "gt_geboortejaar_ontbreekt": (
        _("De geboortedatum is niet bekend."),
        _("Vraag de regisseur om de geboortedatum bij het kind in te vullen."),
    ),
    "gt_type_verwijzer_ontbreekt": (
        _("Niemand schreef op wie verwees."),
        _("Vul de verwijzer in bij de melding."),
    ),
    "gt_hulpvorm_ontbreekt": (
        _("Het product in het contract heeft geen hulpvorm."),
        _("Kies bij het product in het contract een hulpvorm uit de lijst."),
    ),
    "gt_einde_zonder_aanvang": (
        _("De hulp stopte op %(datum)s, maar begon nooit."),
        _("Vraag de aanbieder om het startbericht, of trek het stopbericht in."),
    ),
    "gt_einde_voor_aanvang": (
        _("De laatste dag (%(datum)s) ligt voor de eerste dag."),
        _("Vraag de aanbieder om het juiste bericht."),
    ),
    "gt_bedrag_zonder_aanvang": (
        _("Er is betaald voor hulp die nooit begon."),
        _("Vraag de aanbieder om het startbericht, of om het geld terug te boeken."),
    ),
    "gt_volume_ontbreekt": (
        _("Bij %(aantal)s declaraties staat geen volume. Het volume in de tabel is daardoor te laag."),
        _("Declaraties die per bericht kwamen, hebben het wel. U hoeft niets te doen."),
    ),
    "sg_leeg": (_("Dit veld is leeg."), _("Vul het in. Welke waarden mogen, staat onder de knop.")),
    "sg_gebied_onbekend": (
        _("Gebied “%(waarde)s” is niet van u of bestaat niet."),
        _("Kies de code van uw gemeente (zoals GM1731) of van uw jeugdregio (zoals JZ04)."),
    ),
    "sg_soort_onbekend": (
        _("Soort “%(waarde)s” bestaat niet."),
        _("Kies “melding” als iemand dit bij de NZa meldde, of “analyse” als de NZa dit zelf ziet."),
    ),
    "sg_ernst_onbekend": (
        _("Ernst “%(waarde)s” bestaat niet."),
        _("Kies “risico” of “ontoereikend”."),
    ),
    "sg_vormen_onbekend": (
        _("Vorm “%(waarde)s” staat niet in de lijsten van het CBS."),
        _(
            "Schrijf de code van een hulpvorm of een maatregel, zoals 13 of 21; meer codes met een spatie ertussen."
        ),
    ),
    "sg_te_lang": (_("Dit is te lang."), _("Houd het bij %(langst)s tekens.")),
    "sg_dagtekening_ontbreekt": (
        _("Bij een melding hoort de dag van die melding."),
        _("Vul de dagtekening in, zoals 2026-03-31."),
    ),
    "sg_dagtekening_onleesbaar": (
        _("“%(waarde)s” is geen dag."),
        _("Schrijf de dag als 2026-03-31 of 31-3-2026."),
    ),
    "sg_dagtekening_toekomst": (
        _("De dagtekening (%(datum)s) ligt in de toekomst."),
        _("Kijk de dag na op de brief van de NZa."),
    ),
    "sg_dubbel": (
        _("Dit signaal staat al eerder in het bestand."),
        _("U hoeft niets te doen: het telt één keer."),
    ),
}
# Why something is not in the file although Koers knows it.
BUITEN = {
    "niet_begonnen": _("vragen waarbij de hulp niet is begonnen: dan is er geen jeugdhulp gegeven"),
    "poh": _("keer hulp van de POH Jeugd: die is van de huisartspraktijk en niet van het team"),
}
# What the sources do not settle, per file.
OPEN_VRAGEN = {
    "beleidsinformatie": {
        "bestandsindeling": _(
            "Hoe het bestand eruit moet zien. Het CBS zet de indeling op zijn website; die had Koers niet. In dit bestand staan de waarden van het protocol, in de volgorde van het protocol. Neem ze over in het formulier van het CBS."
        ),
        "outcome": _(
            "Wat de hulp opleverde (hoofdstuk 4). Koers stelt die vragen niet zo: het vraagt of de hulp passend was, van 1 tot 5. Het CBS vraagt een rapportcijfer. Deze velden staan daarom niet in het bestand."
        ),
        "ongeboren": _(
            "De geboortedatum van een ongeboren kind. Het protocol schrijft negen nullen voor een datum van acht cijfers. Koers schrijft ze zoals het er staat."
        ),
        "geheim_adres": _(
            "Of de postcode van een geheim adres mee moet. Het protocol zwijgt erover. Koers schrijft dan de code van de gemeente; dat mag als de postcode niet bekend is."
        ),
        "gemeentecode": _("Hoe de code van de gemeente eruitziet. Koers schrijft vier cijfers, zoals 1731."),
        "poh": _(
            "Wie de hulp van de POH Jeugd levert. Koers laat haar weg: de praktijk is geen team van de gemeente."
        ),
        "einde_na_periode": _(
            "Wat u schrijft bij hulp die na de periode eindigde. Koers laat de laatste dag dan leeg, zoals het was op de laatste dag van de periode."
        ),
    },
    "gebeurtenissen": {
        "verstrekking": _(
            "U stuurt dit nergens heen. Volgens artikel 8f haalt het Inlichtingenbureau deze gegevens uit de berichten en geeft ze zonder naam aan de NZa. Deze tabel is voor uw eigen controle."
        ),
        "maatregelen": _(
            "Type maatregel. Het berichtenverkeer kent alleen het product van de gecertificeerde instelling. Maatregelen zonder toewijzing staan niet in deze tabel."
        ),
        "volume": _(
            "In welke eenheid het volume telt. Artikel 8f zegt dat niet. Koers telt op wat is gedeclareerd, in de eenheid van het product."
        ),
        "agb_soort": _(
            "Welke AGB-code: van de onderneming, de vestiging of de zorgverlener. Koers heeft er één per aanbieder."
        ),
    },
    "contractlijst": {
        "vormen": _(
            "Welke vormen van jeugdhulp de NZa bedoelt. Die staan in artikel 2.2.3 van het Besluit Jeugdwet; dat had Koers niet. In de lijst staan de hulpvormen van het CBS."
        ),
        "bestandsindeling": _("Hoe en waar u de lijst indient. Daar is geen indeling voor gevonden."),
        "peiljaar": _(
            "Welke contracten meetellen. De regeling zegt alleen “jaarlijks”. Koers neemt alles wat op ten minste één dag van het jaar gold."
        ),
        "maatregelen": _(
            "Welk type maatregel een gecertificeerde instelling uitvoert. Dat staat niet in een contract in Koers."
        ),
        "subsidies": _(
            "Of een gesubsidieerde partij jeugdhulp geeft. Koers noemt elke ontvanger in het verslag, zodat iemand ernaar kijkt."
        ),
        "landelijk": _(
            "Landelijk ingekochte hulp. Die lijst stuurt de landelijke organisatie, niet de regio. Wat via een eigen contract is ingekocht, staat wel in deze lijst."
        ),
    },
    "signalen": {
        "bestandsindeling": _(
            "Hoe de NZa signalen stuurt. Artikel 8h zegt wat erin staat, niet hoe. De kolommen zijn van Koers zelf; neem een brief of lijst daarin over."
        ),
        "vormen": _(
            "Welke codes de NZa voor vormen gebruikt. Koers leest de codes van hulpvormen en maatregelen van het CBS."
        ),
        "instellingscode": _(
            "Welke code een aanbieder heeft. Koers neemt elke code over zoals zij er staat."
        ),
    },
}
