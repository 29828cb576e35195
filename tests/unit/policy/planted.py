# ruff: noqa: E501 - one planted fault per line
"""What can be typed wrong, where, and what must come of it."""

SLEUTEL = "verdeelsleutels/jeugdhulpregio-2019.yaml"
NIVEAUS = "interventieniveaus/drents-zorgordeningsmodel.yaml"
GEBIEDEN = "gebieden/drenthe.yaml"
NORM = "normen/bezwaartermijn.yaml"
HULP = "verordening/gebruikelijke-hulp.yaml"
PLICHT = "acceptatieplicht/noordmidden-drenthe.yaml"
VOORWAARDE = "inkoopvoorwaarden/eigen-koffer.yaml"
MANDAAT = "besluitmandaten/jeugdconsulent.yaml"
WIEL = "wiel/wiel.yaml"
TAKEN = "scenariotaken/scenariotaken.yaml"
AANNAME = "aannames/poh-jeugd-capaciteit.yaml"
LEVERING = "leveringen/partners.yaml"
THEMA = "themas/kandidaten.yaml"
AANDEEL = "indicatoren/aandeel-specialistisch.yaml"
BESPARING = "indicatoren/besparing.yaml"
TIJDLIJN = "tijdlijn/jeugdhulpregio-drenthe.yaml"
IV3 = "codelijsten/iv3-taakvelden.yaml"
VERWIJZER = "codelijsten/cod327.yaml"
GEBIEDSAGENDA = "opgaven/gebiedsagenda.yaml"
CAPACITEIT = "organisatie/capaciteit/korte-termijn-2022.yaml"
INZET = "kengetallen/personele-inzet.yaml"
POH = "kengetallen/poh-jeugd.yaml"
ROLLEN = "organisatie/rollen/drenthe.yaml"
MANDATEN = "organisatie/mandaten/afspraken-2019.yaml"
TARIEF = "uurtarieven/programma-envedder.yaml"
BELEIDSOVERLEG = "organisatie/gremia/beleidsoverleg.yaml"

# fmt: off
# kind of fault, file, what stands there, what is typed instead, the field that is named
PLANTED = [
    ("dubbele_punt", NORM, "nl: Bezwaar maken", "nl: Bezwaar: maken", ""),
    ("tab", NORM, "  nl: Bezwaar maken", "\tnl: Bezwaar maken", ""),
    ("geen_yaml", NORM, "nl: Bezwaar maken", "nl: [Bezwaar maken", ""),
    ("stuurteken", NORM, "nl: Bezwaar maken", "nl: Bezwaar\x07 maken", ""),
    ("anker", NORM, "nl: Bezwaar maken", "nl: &x Bezwaar maken", "naam.nl"),
    ("anker", NORM, "nl: Bezwaar maken", "nl: *x", "naam.nl"),
    ("tag", NORM, "nl: Bezwaar maken", "nl: !!python/name:os.system x", "naam.nl"),
    ("tag", NORM, "waarde: 6", "waarde: !!str 6", "waarde"),
    ("tweede_document", NORM, "soort: termijn", "soort: termijn\n---\nnog: een", ""),
    ("sleutel_geen_tekst", NORM, "soort: termijn", "? [een, lijst]\n: termijn", ""),
    ("dubbele_sleutel", NORM, "waarde: 6", "waarde: 6\nwaarde: 6", "waarde"),
    ("onbekende_sleutel", NORM, "waarde: 6", "wrde: 6", "wrde"),
    ("onbekende_sleutel", NORM, "  nl: Bezwaar maken", "  nl: Bezwaar maken\n  de: nein", "naam.de"),
    ("ontbrekende_sleutel", NORM, "  en: Objecting\n", "", "naam.en"),
    ("geen_groep", NORM, "naam:\n  nl: Bezwaar maken\n  en: Objecting", "naam: Bezwaar maken", "naam"),
    ("geen_lijst", AANDEEL, "doelen:\n  - ", "doelen:\n    ", "doelen"),
    ("geen_losse_waarde", NORM, "waarde: 6", "waarde: [6]", "waarde"),
    ("lege_lijst", NORM, 'bron:\n  - {document: awb, plaats: "artikel 6:7 en 6:8"}', "bron: []", "bron"),
    ("lege_waarde", NORM, "waarde: 6", "waarde:", "waarde"),
    ("lege_waarde", NORM, "waarde: 6", "waarde: ~", "waarde"),
    ("lege_tekst", NORM, "nl: Bezwaar maken", 'nl: "  "', "naam.nl"),
    ("zonder_aanhalingstekens", VERWIJZER, 'code: "01"', "code: 01", "codes[0].code"),
    ("zonder_aanhalingstekens", "codelijsten/cod260.yaml", "nl: Nee", "nl: no", "codes[1].naam.nl"),
    ("zonder_aanhalingstekens", NORM, "nl: Bezwaar maken", "nl: yes", "naam.nl"),
    ("zonder_aanhalingstekens", NORM, "nl: Bezwaar maken", "nl: 6.2", "naam.nl"),
    ("zonder_aanhalingstekens", NORM, "nl: Bezwaar maken", "nl: 2026-01-01", "naam.nl"),
    ("zonder_aanhalingstekens", NORM, "nl: Bezwaar maken", "nl: 12:30", "naam.nl"),
    ("geen_waar_of_onwaar", GEBIEDEN, "eigen_omgeving: true", "eigen_omgeving: yes", "gebieden[7].eigen_omgeving"),
    ("geen_waar_of_onwaar", GEBIEDEN, "eigen_omgeving: true", 'eigen_omgeving: "true"', "gebieden[7].eigen_omgeving"),
    ("geen_heel_getal", GEBIEDSAGENDA, "nr: 1", "nr: 01", "nr"),
    ("geen_heel_getal", GEBIEDSAGENDA, "nr: 1", 'nr: "1"', "nr"),
    ("geen_heel_getal", GEBIEDSAGENDA, "nr: 1", "nr: 1_0", "nr"),
    ("komma_in_getal", AANDEEL, "streefwaarde: 7.0", "streefwaarde: 7,0", "doelen[0].streefwaarde"),
    ("geen_getal", AANDEEL, "streefwaarde: 7.0", "streefwaarde: 7.0%", "doelen[0].streefwaarde"),
    ("geen_getal", AANDEEL, "streefwaarde: 7.0", "streefwaarde: .inf", "doelen[0].streefwaarde"),
    ("geen_datum", NORM, "herzien_voor: 2027-01-15", "herzien_voor: 15-1-2027", "herzien_voor"),
    ("dag_bestaat_niet", AANDEEL, "datum: 2026-12-31", "datum: 2026-12-32", "doelen[0].streefdata[0].datum"),
    ("geen_moment", TIJDLIJN, "datum: najaar 2015", "datum: herfst 2015", "gebeurtenissen[2].datum"),
    ("onbekende_keuze", NORM, "soort: termijn", "soort: termin", "soort"),
    ("onbekende_keuze", NORM, "eenheid: weken", "eenheid: maanjaren", "eenheid"),
    ("verkeerde_vorm", GEBIEDEN, "code: JZ04", "code: JZ4", "gebieden[4].code"),
    ("buiten_grenzen", NORM, "waarde: 6", "waarde: 0", "waarde"),
    ("naam_wijkt_af", NORM, "id: bezwaartermijn", "id: bezwaar", "id"),
    ("dubbel_id", GEBIEDSAGENDA, "nr: 1\n", "nr: 2\n", "nr"),
    ("losse_verwijzing", GEBIEDSAGENDA, "opvang-voorliggend,", "opvang-voorligend,", "gemeten_met[0]"),
    ("losse_verwijzing", BELEIDSOVERLEG, "[abo]", "[raad-van-elf]", "bereidt_voor[0]"),
    ("losse_verwijzing", TIJDLIJN, "gremium: ambtskring", "gremium: ambtskringen", "gebeurtenissen[8].gremium"),
    ("losse_code", "codelijsten/jz002.yaml", '{codelijst: jz588, code: "02"}', '{codelijst: jz588, code: "99"}', "codes[1].koppelingen[0].code"),
    ("geen_gemeente", SLEUTEL, "gemeente: assen", "gemeente: drenthe", "aandelen[1].gemeente"),
    ("gebied_in_kring", GEBIEDEN, "id: nederland, ", "id: nederland, deel_van: beilen, ", "gebieden[0].id"),
]

# What a kind demands beyond its types: file, what stands there, what is typed instead, field, sentence.
OWN_RULES = [
    (THEMA, "[laag_inkomen,", "[laag_inkomens,", "themas[0].grootheden", "geen cijfer dat Koers kent"),
    (THEMA, "    grootheden: [aandeel_gescheiden]\n    partnercijfers:\n      - {tabel: welzijn_groepen, maat: deelnemers, groep: scheiding}\n", "", "themas[2].grootheden", "minstens een cijfer"),
    (THEMA, "{tabel: schulden,", "{tabel: schuld,", "themas[0].partnercijfers[1].tabel", "Kies uit"),
    (THEMA, "maat: thuiszitters", "maat: thuizitters", "themas[5].partnercijfers[0].maat", "Kies uit"),
    (THEMA, "maat: met_kinderen, geheel: huishoudens", "maat: huishoudens, geheel: met_kinderen", "themas[0].partnercijfers[0].geheel", "geen deel"),
    (THEMA, "groep: eenzaamheid", "groep: eenzaam", "themas[4].partnercijfers[2].groep", "Kies uit"),
    (TAKEN, "{scenario: leernetwerk, partijen: [noordmidden, zuid]}", "{scenario: opheffen, partijen: [zuid]}", "taken[0].wie", "staat er twee keer"),
    (WIEL, "hoogste: 10", "hoogste: 5", "partners.voldoende_vanaf", "kan niemand geven"),
    (WIEL, "  - {nl: helemaal, en: entirely}\n", "", "schaal", "vijf treden"),
    (
        WIEL,
        """      - id: leren
        naam: {nl: Leren en bijsturen, en: Learning and adjusting}
        stelling:
          nl: Wij kijken terug op wat we deden en doen het de volgende keer anders.
          en: We look back on what we did and do it differently the next time.
""",
        "",
        "categorieen",
        "vijf categorieën met elk vier",
    ),
    ("escalaties/onrust.yaml", "id: school-en-buurt", "id: wethouder", "stappen", "staat er twee keer"),
    ("escalaties/onrust.yaml", "rol: jeugdconsulent", "rol: raadslid", "stappen", "volgt geen escalaties"),
    ("oordelen/knelpunten.yaml", "{id: deels,", "{id: nee,", "schaal", "staat er twee keer in"),
    (AANNAME, "laag: 900", "laag: 1101", "getallen[0].laag", "op volgorde"),
    (AANNAME, "id: spreiding", "id: dagen", "getallen[3].id", "staat er twee keer"),
    (LEVERING, "tabel: school_zat", "tabel: school_zal", "leveringen[1].tabel", "Kies uit"),
    (
        LEVERING,
        "vanaf: 2025-08-01",
        "vanaf: 2025-08-01\n    tot_en_met: 2025-07-31",
        "leveringen[0].tot_en_met",
        "eindigt voor zij begint",
    ),
    ("rapportages/kwartaalrapportage.yaml", "id: geld", "id: toegang", "hoofdstukken[3].id", "staat er twee keer in"),
    ("rapportages/gebiedsagenda.yaml", "per: halfjaar", "per: kwartaal", "hoofdstukken[1].per_gebied", "alleen in een rapportage per halfjaar"),
    ("plankaders/positieve-gezondheid.yaml", "id: mentaal", "id: lichaam", "punten[1].id", "staat er twee keer in"),
    (AANDEEL, "{van: 0, tot_en_met: 18}", "{van: 19, tot_en_met: 18}", "meting.leeftijd.tot_en_met", "leeftijden kloppen niet"),
    (AANDEEL, "volgens: aanname", "volgens: bron", "meting.volgens", "Noem bij 'aanname'"),
    (BESPARING, "waarde: 1300000", "waarde: 1300001", "opbouw", "tellen op tot 3200001"),
    (BESPARING, "richting: omhoog", "richting: geen", "richting", "Kies omlaag of omhoog"),
    (BESPARING, "richting: omhoog", "richting: omhoog\nbasisjaar: 2024", "basisjaar", "basisjaar"),
    ("indicatoren/herindicaties-huisarts.yaml", "basisjaar: niet_in_bron\n", "", "eenheid", "basisjaar"),
    (AANDEEL, "eenheid: procent", "eenheid: aantal", "meting.noemer", "heeft een noemer"),
    (NORM, "eenheid: weken\n", "", "waarde", "heeft een waarde en een eenheid. Vul"),
    (NORM, "waarde: 6\n", "", "soort", "heeft een waarde en een eenheid. Vul"),
    (NORM, "soort: termijn", "soort: recht", "waarde", "Haal ze weg"),
    ("normen/leeftijd-jeugdhulp.yaml", "eenheid: jaren", "eenheid: maanden", "eenheid", "in jaren"),
    (NORM, "eenheid: weken", "eenheid: weken\ngeldt_vanaf: 2026-01-01\ngeldt_tot: 2026-01-01", "geldt_tot", "ligt niet na"),
    (VERWIJZER, 'code: "02"', 'code: "01"', "codes[1].code", "twee keer in"),
    (IV3, "geldt_tot: 2023-01-01", "geldt_tot: 2023-01-02", "codes[1].code", "aansluitende data"),
    (NIVEAUS, "- nr: 8", "- nr: 9", "niveaus", "zonder gat"),
    (NIVEAUS, "bovenlokaal: false", "bovenlokaal: true", "niveaus[0].bovenlokaal", "niet bovenlokaal"),
    (GEBIEDEN, "code: GM0106", "code: JZ05", "gebieden[8].code", "code met GM"),
    (GEBIEDEN, "soort: land, eigen_omgeving: false", "soort: land, eigen_omgeving: true", "gebieden[0].eigen_omgeving", "Alleen een gemeente"),
    (GEBIEDEN, "soort: land, eigen_omgeving: false", "soort: land, eigen_omgeving: false, plaatsen: [Beilen]", "gebieden[0].plaatsen", "Alleen een deelgebied"),
    ("organisatie/gremia/abo.yaml", "status: bestaand", "status: te_splitsen", "status", "te_splitsen"),
    (BELEIDSOVERLEG, "[abo]", "[beleidsoverleg]", "bereidt_voor", "zichzelf niet"),
    ("organisatie/gremia/bestuurlijk-platform.yaml", 'tot: "2017"', 'tot: "2014"', "tot", "einde ligt voor het begin"),
    ("organisatie/projecten/mockingbird.yaml", "van: 6", "van: 11", "gezinnen_per_hub.tot_en_met", "Draai ze om"),
    ("scenarios/opheffen.yaml", "intensiteit: 0\n", "", "toekomst", "intensiteit, voor en tegen"),
    ("scenarios/huidige-jeugdhulpregio.yaml", "toekomst: false", "toekomst: false\nadvies: true", "advies", "niet het advies"),
    (SLEUTEL, "telt_op_tot: 99.9", "telt_op_tot: 100", "telt_op_tot", "tellen op tot 99.9"),
    (SLEUTEL, "procent: 4.3", "procent: 4.4", "telt_op_tot", "tellen op tot 100.0"),
    (SLEUTEL, "gemeente: assen", "gemeente: emmen", "aandelen[8].gemeente", "staat er twee keer in"),
    (TIJDLIJN, "volgt_op: [besluit-noordmidden]", "volgt_op: [twee-inkoopregios]", "gebeurtenissen[4].volgt_op", "niet op zichzelf"),
    (ROLLEN, "verbindt: [bj42, abo]", "verbindt: [bj42]", "rollen[3].verbindt", "twee verschillende"),
    (MANDATEN, "wie: {gremium: raad}", "wie: {gremium: raad, rol: regiomanager}", "mandaten[0].wie.gremium", "niet allebei"),
    (TARIEF, "versies:\n", "versies:\n  - {euro_per_uur: 1, vanaf: 2020, vindplaats: {document: omarm, plaats: x}}\n", "versies", "oudste tarief"),
    (TARIEF, "versies:\n", "versies:\n  - {euro_per_uur: 1, vanaf: 2020, vindplaats: {document: omarm, plaats: x}}\n  - {euro_per_uur: 2, vanaf: 2019, vindplaats: {document: omarm, plaats: x}}\n", "versies", "niet op volgorde"),
    (CAPACITEIT, "uren_tot: 6", "uren_tot: 4", "vragen[1].inzet[1].uren_tot", "bovengrens"),
    (POH, "waarde: 350", "waarde: 350.005", "getallen[2].waarde", "hele centen"),
    (POH, "id: uren-per-jeugdige", "id: fte", "getallen[1].id", "twee keer in"),
    (INZET, "waarde: 14", "waarde: 15", "optellingen[0]", "tellen op tot 30"),
    (HULP, 'id: "deels"', 'id: "nee"', "antwoorden", "twee verschillende antwoorden"),
    (HULP, "verplicht: true", "verplicht: true\ndoorbreekt: misschien", "doorbreekt", "geen antwoord van deze regel"),
    (HULP, "geldt_vanaf: 2015-01-01", "geldt_vanaf: 2015-01-01\ngeldt_tot: 2015-01-01", "geldt_tot", "dag waarop de regel niet meer"),
    (MANDAAT, "tweede_paar_ogen_boven: 15000", "tweede_paar_ogen_boven: 25001", "tweede_paar_ogen_boven", "hetzelfde bedrag of lager"),
    (PLICHT, "id: leeftijd", "id: veiligheid", "gronden", "een eigen id"),
    (PLICHT, "id: anders", "id: overig", "gronden", "met toegestaan: false"),
    (PLICHT, "spoed_werkdagen: 1", "spoed_werkdagen: 6", "spoed_werkdagen", "minder dagen"),
    (VOORWAARDE, "inkoopregio: zuid-drenthe", "inkoopregio: noordmidden-drenthe", "regios", "Laat één regel staan"),
    (INZET, "totaal: coordinerende", "totaal: coordinerend", "optellingen[0]", "geen getal met de naam"),
]
# fmt: on
