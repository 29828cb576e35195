"""The sentences about tables of figures: a delivered row that does not fit, a mart that is not refreshed."""

from django.utils.translation import gettext_lazy as _

ZINNEN_CIJFERS = {
    "geen_cijfers": _("Er zijn nog geen cijfers om mee te rekenen."),
    "scenario_zonder_naam": _("Geef het scenario een naam, zodat een collega weet wat het is."),
    "scenario_zonder_hefboom": _("Zet eerst een maatregel aan en reken. Daarna kunt u het bewaren."),
    "berekening_keren": _("Zo vaak naspelen kan niet. Kies een van de aantallen in de lijst."),
    "uitgave_zonder_bedrag": _("Vul een bedrag in dat niet nul is. Een tegenboeking schrijft u met een min."),
    "uitgave_zorg_geteld": _(
        "Uitgaven aan zorg telt Koers zelf uit de declaraties. Kies een andere soort, of schrijf hier de begroting."
    ),
    "uitgaven_geen": _("In deze tabel staat geen rij die past. Kijk wat er aan de rijen scheelt."),
    "uitgaven_te_veel": _("Meer dan %(hoogstens)s rijen tegelijk kan niet. Deel de tabel in stukken."),
    "uitgave_andere_gemeente": _("Er staat een rij van een andere gemeente in. Haal die eruit."),
    "doeljaar_te_ver": _("Koers kijkt vooruit tot en met %(laatste)s. Kies dat jaar of een eerder jaar."),
    "hefbomen_gelijk": _("Kies twee verschillende maatregelen."),
    "publicatie_zonder_naam": _("Geef de publicatie een naam, zoals “Kwartaal 3 van 2026”."),
    "publicatie_naam_bestaat": _("Er is al een publicatie die zo heet. Kies een andere naam."),
    "publicatie_zonder_cijfers": _(
        "Er zijn nog geen cijfers om te publiceren. Ververs eerst de cijfers: koers mart ververs."
    ),
    "hefboom_praktijken": _("“%(hefboom)s” geldt voor iedereen: laat de praktijken weg."),
    "hefboom_zonder_praktijk": _(
        "In deze tabel staat niet welke praktijk verwees. Laat “%(hefboom)s” weg, of reken in de browser."
    ),
    "gepubliceerd_onbekend": _(
        "Koers heeft van %(gebied)s over %(jaar)s geen gepubliceerd aantal. Lees het bestand van het CBS eerst"
        " in (koers importeer), of kies een ander jaar."
    ),
    "gepubliceerd_tekst": _(
        "“%(tekst)s” kan Koers niet lezen. Schrijf het gebied en het jaar, zoals GM1731:2022."
    ),
    "hefboom_onbekend": _("“%(hefboom)s” is geen knop die Koers kent. Kies uit: %(hefbomen)s."),
    "hefboom_procent": _("%(procent)s%% kan niet. Kies een percentage van 0 tot en met %(hoogste)s."),
    "hefboom_vanaf": _("“%(maand)s” is geen maand. Schrijf een jaar en een maand, zoals 2027-01."),
    "hefboom_aanloop": _("%(aanloop)s maanden aanloop kan niet. Kies 0 tot en met %(langste)s maanden."),
    "hefboom_tekst": _(
        "“%(tekst)s” kan Koers niet lezen. Schrijf knop:procent:maand:aanloop, zoals instroom-arts:20:2027-01:12."
    ),
    "rij_kolom_onbekend": _("Deze kolom hoort niet in deze tabel. Haal hem weg, of geef hem de juiste naam."),
    "rij_leeg": _("Hier moet iets staan. Vul de cel in."),
    "rij_geen_tekst": _("Hier hoort tekst te staan."),
    "rij_geen_getal": _("Hier hoort een heel getal te staan, zonder punt of komma."),
    "rij_geen_datum": _("Hier hoort een datum te staan, zoals 2026-03-31."),
    "rij_geen_maand": _("Hier hoort een jaar en een maand te staan, zoals 2026-03. Laat de dag weg."),
    "rij_geen_moment": _("Hier hoort een datum met een tijd te staan, zoals 2026-03-31 14:05."),
    "rij_geen_ja_nee": _("Hier hoort ja of nee te staan."),
    "rij_niet_in_lijst": _("Deze waarde staat niet in de lijst. Kies uit: %(keuze)s."),
    "rij_geen_gemeentecode": _("Hier hoort de code van een gemeente te staan, zoals GM1731."),
    "tabel_nodig": _("Hiervoor is de tabel %(tabel)s nodig. Voeg die toe aan de map."),
    "periode_onbekend": _(
        "“%(periode)s” is geen periode die Koers kent. Schrijf een jaar (2021), een kwartaal (2021-Q3) of een maand (2021-03)."
    ),
    "stand_in_toekomst": _("De stand van %(stand)s is er nog niet. Kies vandaag of een eerdere dag."),
    "badkuip_verdeling_onbekend": _("Naar “%(per)s” kan Koers niet verdelen. Kies uit: %(keuze)s."),
    "stand_niet_bewaard": _(
        "De cijfers zoals ze op %(stand)s bekend waren, zijn niet bewaard. Maak ze met: koers mart ververs --stand %(stand)s"
    ),
    "twee_keer_hetzelfde": _(
        "U koos twee keer hetzelfde gebied en jaar. Kies een ander gebied of een ander jaar."
    ),
    "periode_in_toekomst": _("%(periode)s ligt in de toekomst. Kies een periode die begonnen is."),
    "gebied_onbekend": _("Van “%(gebied)s” zijn er geen cijfers. Kies uit: %(gebieden)s."),
    "gebied_onvolledig": _(
        "Van %(gebied)s zijn niet alle gemeenten aangeleverd. Er missen: %(missen)s. Lever die ook aan, of kies een gemeente."
    ),
    "intern_alleen_in_de_browser": _(
        "Exacte cijfers uit het register ziet alleen wie er een rol voor heeft. Meld u aan in de browser en kies bij de indicator “Exacte cijfers van mijn gemeente bekijken”. Voor tabellen die u zelf hebt: geef de map met --bron."
    ),
    "rij_te_klein": _("Dit getal mag niet kleiner zijn dan %(minstens)s."),
    "rij_volgorde": _("Deze dag ligt voor de dag in kolom %(eerder)s. Kijk beide dagen na."),
    "vorm_onbekend": _("Koers schrijft geen %(vorm)s. Kies uit: %(vormen)s."),
    "bestand_weg": _("Het bestand %(bestand)s kan niet worden gelezen (%(fout)s). Kijk of het er staat."),
    "map_niet_leeg": _("In %(map)s staat al iets. Kies een nieuwe of lege map."),
    "map_zonder_tabellen": _(
        "In deze map staat geen tabel die Koers kent. Noem de bestanden naar hun tabel, zoals spells.csv. De namen zijn: %(namen)s."
    ),
    "tabel_dubbel": _("%(een)s en %(ander)s zijn dezelfde tabel. Haal er een weg."),
    "motor_onbekend": _("“%(motor)s” is geen motor die Koers kent. Kies uit: %(motoren)s."),
    "motor_zonder_databank": _(
        "Koers weet niet op welke PostgreSQL het moet tellen. Zet het adres in KOERS_TELDATABANK, zoals postgresql://teller@127.0.0.1:5432/cijfers."
    ),
    "motor_databank_zwijgt": _(
        "De databank om in te tellen antwoordt niet: %(reden)s. Kijk of het adres klopt."
    ),
    "spark_ontbreekt": _(
        "Spark is niet geïnstalleerd. Installeer Koers met de keuze erbij: pip install 'koers[spark]'."
    ),
    "java_ontbreekt": _(
        "Java ontbreekt, en Spark rekent daarmee. Installeer Java 17: sudo apt install openjdk-17-jre-headless. Of wijs het aan met JAVA_HOME."
    ),
    "spark_start_niet": _(
        "Spark op %(adres)s begint niet: %(reden)s. Kijk of het adres klopt en of Java 17 of nieuwer is."
    ),
    "spark_ander_adres": _("Spark rekent hier al op %(nu)s, en kan niet tegelijk op %(adres)s rekenen."),
    "kolom_dubbel": _("De kolom %(kolom)s staat er twee keer in. Haal er een weg."),
    "kolommen_ontbreken": _(
        "In de tabel %(tabel)s ontbreken kolommen: %(kolommen)s. Voeg ze toe, of kijk of de koppen in de eerste regel staan."
    ),
    "kolom_onbekend": _(
        "De kolom %(kolom)s hoort niet in deze tabel. Haal hem weg, of geef hem de juiste naam. De kolommen zijn: %(kolommen)s."
    ),
    "parquet_beschadigd": _("Dit Parquet-bestand is beschadigd. Maak het opnieuw aan."),
    "mart_sleutel_te_kort": _(
        "De sleutel voor de cijfers is te kort. Maak een sleutel van ten minste %(minstens)s bytes."
    ),
    "mart_andere_sleutel": _(
        "De cijfers zijn gemaakt met een andere sleutel. Gebruik die sleutel, of bouw de cijfers helemaal opnieuw."
    ),
    "mart_ontbreekt": _("Er zijn nog geen cijfers gemaakt. Ververs eerst de cijfers."),
    "mart_tabel_onbekend": _(
        "De tabel %(tabel)s is geen bekende tabel met cijfers. De cijfers zijn niet ververst."
    ),
    "mart_kolom_niet_toegestaan": _(
        "De kolom %(kolom)s mag niet in de tabel %(tabel)s. Zo komen er geen persoonsgegevens in de cijfers. De cijfers zijn niet ververst."
    ),
    "mart_kolom_ontbreekt": _(
        "In de tabel %(tabel)s ontbreekt de kolom %(kolom)s. De cijfers zijn niet ververst."
    ),
    "mart_rij_klopt_niet": _(
        "Rij %(rij)s van de tabel %(tabel)s past niet: kijk naar de kolom %(kolom)s (%(reden)s). De cijfers zijn niet ververst."
    ),
    "mart_telling_klopt_niet": _(
        "Voor %(jaar)s telt het register %(verwacht)s rijen in de tabel %(tabel)s, maar er kwamen er %(gelezen)s. De cijfers zijn niet ververst."
    ),
    "mart_eigen_register": _(
        "Dit register heeft zelf rijen voor de tabel %(tabel)s. Cijfers komen uit één bron: haal die tabel uit de map, of ververs zonder --bron."
    ),
    "mart_minder_rijen": _(
        "De tabel %(tabel)s had %(was)s rijen en zou er nu %(nu)s hebben. De cijfers zijn niet ververst. Kijk eerst waar de rijen zijn gebleven."
    ),
}
