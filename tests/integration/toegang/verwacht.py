"""What the walk expects: written by hand beside the policy table, so a slip in one shows in the other."""

from koers.domain.rollen import Rol

IEDEREEN = frozenset({*Rol, None, "anoniem"})
AANGEMELD = frozenset(Rol)
CONSULENTEN = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
MET_GEZINNEN = CONSULENTEN | {Rol.POH_JEUGD}
PARTNERS = frozenset({Rol.POH_JEUGD, Rol.JONGERENWERKER, Rol.GEZINSCOACH, Rol.JEUGDVERPLEEGKUNDIGE})
BEHEER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})

# URL name -> who may open it. Somebody without a role, or not signed in, is named too.
CIJFERBEHEER = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.FUNCTIONEEL_BEHEERDER})
AANBIEDERS = frozenset({Rol.AANBIEDER})
CONTRACTBEHEER = frozenset({Rol.CONTRACTMANAGER, Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
MAKELAARS = frozenset({Rol.ZORGMAKELAAR})
MET_PLANDEEL = frozenset({Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING})
OP_SCHOOL = MET_GEZINNEN | {
    *(Rol.JONGERENWERKER, Rol.GEZINSCOACH, Rol.JEUGDVERPLEEGKUNDIGE, Rol.SCHOOL, Rol.KINDEROPVANG),
}
PRIVACY = frozenset({Rol.PRIVACY_OFFICER})
# Who chooses themes together, and who only looks on.
KIEST_MEE = PARTNERS | {Rol.SCHOOL, Rol.KINDEROPVANG, Rol.JEUGDARTS, Rol.BELEIDSADVISEUR}
STURING = frozenset(
    {
        *(Rol.BELEIDSADVISEUR, Rol.CONTROLLER, Rol.REGIOMANAGER, Rol.STUURGROEPLID, Rol.WETHOUDER),
        Rol.RAADSLID,
    }
)
REGIOMANAGER = frozenset({Rol.REGIOMANAGER})

GEVEN_DOOR = frozenset(
    {
        *(Rol.SCHOOL, Rol.KINDEROPVANG, Rol.POH_JEUGD, Rol.JONGERENWERKER, Rol.GEZINSCOACH),
        Rol.JEUGDVERPLEEGKUNDIGE,
    }
)
VERWIJZEN = frozenset({Rol.HUISARTS, Rol.JEUGDARTS, Rol.MEDISCH_SPECIALIST, Rol.AANBIEDER})
# Pages about one first note or one referral: who works for its municipality gets in.
VAN_DE_GEMEENTE = {"eerste-notitie", "notitie-oppakken", "notitie-wegleggen", "notitie-afmaken"} | {
    *(
        "verwijsverzoek",
        "verwijsverzoek-werk",
        "verwijsverzoek-koppelen",
        "verwijsverzoek-weigeren",
        "stilstand",
    ),
    *("verzoek", "verzoek-onderzoek", "verzoek-afwijzen"),
    *("weigering", "antwoord-escalatie", "zorgmakelaar-route", "zorgmakelaar-oppakken"),
}

ORGANISEREN = frozenset({Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER})
KOPPELEN_TERUG = STURING - {Rol.RAADSLID, Rol.CONTROLLER}
# Pages about one meeting: who works for a municipality that takes part gets in.
VAN_EEN_VERGADERING = {
    *("vergadering", "agendapunt-nieuw", "agenda-versturen", "vergadering-afgelasten", "verslag"),
    *("verslag-schrijven", "verslag-vaststellen", "verslag-pdf", "annotatie", "standpunt"),
    *("agendapunt-besluit", "agendapunt-sluiten", "actie-nieuw", "actie", "terugkoppeling"),
}
# Pages about one thing in the uitvoeringsagenda of a municipality: for its own people.
VAN_EEN_AGENDA = {
    *("agendaactie", "agendaactie-nieuw", "agendaactie-verschuiven", "agendaactie-afronden"),
    *("agendaactie-vervallen", "agendaactie-heropenen", "agendaactie-wacht", "agendaactie-los"),
    *("interventie-principe", "besluit-principe"),
}
# Pages about one condition or role of the herinrichtingsplan of a municipality: for its own people.
VAN_EEN_PLAN = {
    *("voorwaarde-wijzigen", "voorwaarde-voldaan", "voorwaarde-vervallen", "voorwaarde-heropenen"),
    *("formatie", "formatie-vervallen"),
}
# Pages about one opgave: of the own municipality, whatever the address says.
VAN_EEN_OPGAVE = {"opgave", "opgave-eigenaar", "opgave-stand", "opgave-doel", "interventie-nieuw"}
# Pages about one proeftuin: of its own municipality.
VAN_EEN_PROEFTUIN = {
    *("proeftuin", "proeftuin-ontwerp", "proeftuin-starten", "proeftuin-telling"),
    *("proeftuin-evaluatie", "proeftuin-besluit", "proeftuin-afbreken"),
}
# Pages about one risk: of its own municipality.
VAN_EEN_RISICO = {
    *("risico", "risico-oordeel", "risico-maatregel", "risico-signaal", "risico-sluiten"),
    *("risico-heropenen", "maatregel-klaar", "signaal-los"),
}
# Pages about one subsidy or about a contract of the region: of the own municipality.
VAN_EEN_SUBSIDIE = {
    *("subsidie", "subsidie-afspraak", "subsidie-toets", "subsidie-principe", "prestatie-los"),
}
VAN_EEN_CONTRACT = {"contractprestaties", "contract-afspraak", "contract-toets", "contract-principe"}
SCHRIJVEN_AGENDA = frozenset({Rol.BELEIDSADVISEUR})
# Pages about one meeting of an area, or an agreement of it: of the own municipality.
VAN_EEN_BIJEENKOMST = {
    *("bijeenkomst", "bijeenkomst-verbeteren", "bijeenkomst-aanwezigen", "bijdrage"),
    *("gebiedsafspraak-nieuw", "gebiedsafspraak", "gebiedsafspraak-verschuiven"),
    *("gebiedsafspraak-afronden", "gebiedsafspraak-vervallen", "gebiedsafspraak-heropenen"),
}
# Pages about one area: of the own municipality, whatever the address says.
VAN_EEN_GEBIED = {"gebied", "bijeenkomst-nieuw"}
SCHRIJVEN_GEBIED = OP_SCHOOL | SCHRIJVEN_AGENDA
LEZEN_GEBIED = SCHRIJVEN_GEBIED | {Rol.CONTROLLER, Rol.STUURGROEPLID, Rol.WETHOUDER}
# Pages about one sheet of learning: of the own municipality.
VAN_EEN_LEERBLAD = {
    *("leerblad", "leerblad-wijzigen", "leren-meedoen", "leren-notitie", "leren-gasten"),
}
# Pages about one report: who writes or signs the reports of that municipality gets in.
VAN_EEN_RAPPORTAGE = {
    *("rapportage", "rapportage-hoofdstuk", "rapportage-indienen", "rapportage-teruggeven"),
    *("rapportage-publiceren", "rapportage-verbeteren"),
}
SCHRIJVERS = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR})
# Pages about one escalation: for who has a part in those of its municipality.
VAN_EEN_ESCALATIE = {
    *("escalatie", "escalatie-stap", "escalatie-bedaard", "escalatie-evalueren", "escalatie-sluiten"),
    *("escalatie-heropenen", "escalatie-intrekken"),
}
MELDEN = CONSULENTEN | CONTRACTBEHEER | {Rol.WETHOUDER}
OORDELEN = frozenset({Rol.BELEIDSADVISEUR, Rol.WETHOUDER, Rol.REGIOMANAGER})
VAN_EEN_OORDEEL = {"oordeel", "oordeel-schrijven", "oordeel-delen", "verbetering-nieuw"}
INKOPEN = ORGANISEREN | {Rol.CONTRACTMANAGER}
VAN_EEN_DOSSIER = {
    *("landschapsdossier", "landschap-alternatief", "landschap-markt", "landschap-besluit"),
    *("landschap-overdragen", "landschap-afronden", "landschap-heropenen"),
}
# Of these, what a role may do at some meeting and not at this one says so.
NIET_BIJ_DEZE = {
    *("agendapunt-nieuw", "vergadering-afgelasten", "verslag-schrijven", "annotatie"),
    *("agendapunt-besluit", "agendapunt-sluiten", "actie-nieuw", "terugkoppeling"),
    # Of a municipality its own people judge, of the region its manager; a development has one follower.
    *("oordeel-schrijven", "oordeel-delen", "verbetering-nieuw", "verbetering", "ontwikkeling-stand"),
}

PAGINAS: dict[str, frozenset] = {
    "overgangen": STURING | CONSULENTEN,
    **dict.fromkeys(VAN_EEN_PLAN | {"voorwaarde-nieuw", "formatie-nieuw"}, SCHRIJVEN_AGENDA),
    **dict.fromkeys(("overgang-markeren", "overgang-toewijzen", "overgang-gezin"), CONSULENTEN),
    **dict.fromkeys(("overgang-overgenomen", "overgang-einde"), CONSULENTEN),
    **dict.fromkeys(("escalaties", "escalatie", "escalatie-stap"), MELDEN),
    **dict.fromkeys(("ontwikkelingen", "ontwikkeling", "oordelen", "oordeellijst", "oordeel"), STURING),
    **dict.fromkeys(("ontwikkeling-nieuw", "ontwikkeling-stand"), ORGANISEREN),
    **dict.fromkeys(("oordeel-schrijven", "verbetering-nieuw", "verbetering"), OORDELEN),
    "oordeel-delen": OORDELEN - {Rol.BELEIDSADVISEUR},
    **dict.fromkeys(("landschapsdossiers", "landschapsdossier"), STURING | {Rol.CONTRACTMANAGER}),
    **dict.fromkeys(("landschapsdossier-nieuw", "landschap-alternatief", "landschap-markt"), INKOPEN),
    **dict.fromkeys(("landschap-antwoord", "landschap-overdragen"), INKOPEN),
    **dict.fromkeys(("landschap-besluit", "landschap-afronden", "landschap-heropenen"), ORGANISEREN),
    "escalatie-nieuw": CONSULENTEN | {Rol.BELEIDSADVISEUR, Rol.CONTRACTMANAGER},
    **dict.fromkeys(
        VAN_EEN_ESCALATIE - {"escalatie", "escalatie-stap"},
        frozenset({Rol.GEDRAGSWETENSCHAPPER, Rol.BELEIDSADVISEUR}),
    ),
    **dict.fromkeys(("agenda", "agenda-sinds", "agenda-principes", "opgave", "agendaactie"), STURING),
    **dict.fromkeys((VAN_EEN_AGENDA | VAN_EEN_OPGAVE) - {"opgave", "agendaactie"}, SCHRIJVEN_AGENDA),
    **dict.fromkeys(("gebiedsagenda", "gebied", "bijeenkomst", "gebiedsafspraak"), LEZEN_GEBIED),
    **dict.fromkeys(
        ("bijeenkomst-nieuw", "bijeenkomst-verbeteren", "bijeenkomst-aanwezigen"), SCHRIJVEN_AGENDA
    ),
    **dict.fromkeys(
        (
            *("bijdrage", "gebiedsafspraak-nieuw", "gebiedsafspraak-verschuiven", "gebiedsafspraak-afronden"),
            *("gebiedsafspraak-vervallen", "gebiedsafspraak-heropenen"),
        ),
        SCHRIJVEN_GEBIED,
    ),
    **dict.fromkeys(("leren", "leerblad", "leren-meedoen", "leren-notitie"), LEZEN_GEBIED),
    **dict.fromkeys(("leerblad-nieuw", "leerblad-wijzigen", "leren-gasten"), SCHRIJVEN_AGENDA),
    **dict.fromkeys(("subsidies", "subsidie", "contractprestaties"), STURING),
    **dict.fromkeys(
        (VAN_EEN_SUBSIDIE | VAN_EEN_CONTRACT | {"subsidie-nieuw"}) - {"subsidie", "contractprestaties"},
        SCHRIJVEN_AGENDA,
    ),
    **dict.fromkeys(("proeftuinen", "proeftuin", "risicos", "risico"), STURING),
    **dict.fromkeys((VAN_EEN_RISICO | {"risico-nieuw"}) - {"risico"}, SCHRIJVEN_AGENDA),
    **dict.fromkeys(
        (VAN_EEN_PROEFTUIN | {"proeftuin-nieuw"}) - {"proeftuin", "proeftuin-besluit"}, SCHRIJVEN_AGENDA
    ),
    "proeftuin-besluit": SCHRIJVEN_AGENDA | {Rol.WETHOUDER},
    **dict.fromkeys(
        ("rapportages", "rapportage-bestand", "rapportage-dossier", "rapportage-dossier-bestand"), STURING
    ),
    # The example is one in the making; what was published is in the file.
    **dict.fromkeys(("rapportage", "rapportage-teruggeven"), SCHRIJVERS | {Rol.WETHOUDER}),
    **dict.fromkeys(("rapportage-nieuw", "rapportage-hoofdstuk", "rapportage-verbeteren"), SCHRIJVERS),
    "rapportage-publiceren": frozenset({Rol.WETHOUDER}),
    **dict.fromkeys(("rapportagesjablonen", "rapportagesjabloon"), frozenset({Rol.CONTROLLER})),
    **dict.fromkeys(("vergaderingen", "vergadering", "acties", "actie", "raakt-ons"), STURING),
    **dict.fromkeys(("verslag", "verslag-pdf"), STURING),
    **dict.fromkeys(("vergadering-nieuw", "agendapunt-nieuw", "vergadering-afgelasten"), ORGANISEREN),
    **dict.fromkeys(
        ("agendapunt-besluit", "agendapunt-sluiten", "actie-nieuw", "verslag-schrijven"), ORGANISEREN
    ),
    "annotatie": ORGANISEREN | {Rol.CONTROLLER},
    "standpunt": frozenset({Rol.WETHOUDER, Rol.BELEIDSADVISEUR}),
    "terugkoppeling": KOPPELEN_TERUG,
    **dict.fromkeys(("eerste-notitie-nieuw", "eerste-notitie", "notitie-afmaken"), CONSULENTEN),
    **dict.fromkeys(
        ("verwijsverzoeken", "verwijsverzoek", "verwijsverzoek-werk", "triage", "veiligheidsstap"),
        CONSULENTEN,
    ),
    "vraag-doorgeven": GEVEN_DOOR,
    "verwijzing-sturen": VERWIJZEN,
    "gi-verwijsverzoek": frozenset({Rol.GECERTIFICEERDE_INSTELLING}),
    "start": IEDEREEN,
    "regio": IEDEREEN,
    "regio-gemeente": IEDEREEN,
    "voorzieningen": IEDEREEN,
    **dict.fromkeys(("school", "school-intrekken"), OP_SCHOOL),
    "indicatoren": IEDEREEN,
    "indicator": IEDEREEN,
    "regio-tabel": IEDEREEN,
    "indicator-tabel": IEDEREEN,
    "vergelijken": IEDEREEN,
    "vergelijken-tabel": IEDEREEN,
    **dict.fromkeys(("publicaties", "publicatie", "publicatie-tabel"), IEDEREEN),
    **dict.fromkeys(("api", "api-openapi", "api-indicatoren", "api-indicator", "api-cijfers"), IEDEREEN),
    **dict.fromkeys(("api-publicaties", "api-publicatie", "api-onbekend"), IEDEREEN),
    "publicatie-nieuw": frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR}),
    "indicator-intern-tabel": frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    **dict.fromkeys(
        (
            "badkuipen",
            "badkuip",
            "badkuip-tabel",
            *("badkuip-wegen", "badkuip-wegen-tabel"),
            "uitstromen",
            "uitstroom",
            *("zorglandschappen", "zorglandschap", "zorglandschap-tabel"),
            "wat-als-begin",
            "wat-als",
            "wat-als-terugkijken",
            "wat-als-doel",
            "wat-als-capaciteit",
            "wat-als-grootboek",
            "wat-als-uitgaven",
            "wat-als-scenarios",
        ),
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    ),
    **dict.fromkeys(
        ("aanbiedercijfers", "aanbiedercijfers-tabel"),
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER, Rol.CONTRACTMANAGER}),
    ),
    **dict.fromkeys(
        ("praktijkcijfers", "praktijkcijfers-tabel"),
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    ),
    **dict.fromkeys(("themas", "themas-gemeente", "themas-thema", "themas-tabel"), KIEST_MEE | STURING),
    **dict.fromkeys(("themas-stem", "themas-stem-intrekken"), KIEST_MEE),
    "themas-ronde": frozenset({Rol.BELEIDSADVISEUR}),
    "themas-besluit-verbeteren": frozenset({Rol.BELEIDSADVISEUR, Rol.STUURGROEPLID}),
    "themas-besluit": frozenset({Rol.BELEIDSADVISEUR, Rol.STUURGROEPLID}),
    "indicator-intern": frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    "beleid": IEDEREEN,
    "beleid-soort": IEDEREEN,
    "thema-css": IEDEREEN,
    "aanmelden": IEDEREEN,
    "account_login": IEDEREEN,
    "account_inactive": IEDEREEN,
    "afmelden": IEDEREEN,
    "account_logout": IEDEREEN,
    "account_change_password": AANGEMELD,
    "account_reauthenticate": AANGEMELD,
    "tweede-factor": AANGEMELD,
    "mfa_index": AANGEMELD,
    "mfa_activate_totp": AANGEMELD,
    "aanleveringen": CIJFERBEHEER | {Rol.REGIOMANAGER},
    "aanlevering": CIJFERBEHEER | {Rol.REGIOMANAGER},
    "aanlevering-nieuw": CIJFERBEHEER,
    "logboek": PRIVACY,
    **dict.fromkeys(("berichten", "bericht"), BEHEER | CONSULENTEN | AANBIEDERS),
    "bericht-opnieuw": BEHEER | CONSULENTEN,
    **dict.fromkeys(("verzoeken", "verzoek", "verzoek-afwijzen", "toewijzing-wijzigen"), CONSULENTEN),
    "medewerkers": BEHEER,
    "medewerker-nieuw": BEHEER,
    "medewerker": BEHEER,
    "beroepsnummer": BEHEER,
    "melding-nieuw": CONSULENTEN,
    "casus": CONSULENTEN,
    "treden": CONSULENTEN,
    "trede-verbeteren": CONSULENTEN,
    "besluit-nieuw": CONSULENTEN,
    **dict.fromkeys(
        (
            *("aanvraag-nieuw", "aanvraag-stap", "besluit-akkoord", "besluit", "besluit-verbeteren"),
            *("besluit-intrekken", "bezwaar-nieuw", "bezwaar-uitkomst", "brief"),
        ),
        CONSULENTEN,
    ),
    "toewijzing-nieuw": CONSULENTEN,
    "casus-andere-gemeente": CONSULENTEN,
    **dict.fromkeys(("plan", "plan-verschil", "plan-versie"), CONSULENTEN | MET_PLANDEEL),
    **dict.fromkeys(("plan-onderdeel-nieuw", "plan-onderdeel"), CONSULENTEN | MET_PLANDEEL),
    **dict.fromkeys(("plan-nieuw", "plan-gegevens", "plan-vaststellen", "plan-akkoord"), CONSULENTEN),
    **dict.fromkeys(("plan-sluiten", "plan-familiegroepsplan", "plan-toestemming"), CONSULENTEN),
    **dict.fromkeys(("plan-organisatie", "plan-lezers", "plan-vraag", "plan-print"), CONSULENTEN),
    **dict.fromkeys(("poh", "poh-nieuw", "poh-groep", "poh-lijst"), PARTNERS),
    **dict.fromkeys(("licht", "licht-stap", "licht-overdragen", "licht-verbeteren"), PARTNERS),
    "overdracht": CONSULENTEN,
    "voorliggend-nieuw": MET_GEZINNEN,
    "ervaring-nieuw": CONSULENTEN,
    "evaluatie-nieuw": CONSULENTEN,
    "herindicatie": CONSULENTEN,
    **dict.fromkeys(("toekomstplannen", "toekomstplan", "toekomst-antwoord"), CONSULENTEN),
    **dict.fromkeys(("toekomst-afronden", "toekomst-niet-gewenst", "toekomst-heropenen"), CONSULENTEN),
    **dict.fromkeys(("schrijnend", "schrijnend-nieuw", "schrijnend-geval"), CONSULENTEN),
    "schrijnend-budget": frozenset({Rol.CONTROLLER}),
    "toewijzingen": AANBIEDERS,
    "toewijzing": CONSULENTEN | AANBIEDERS,
    "traject-start": CONSULENTEN | AANBIEDERS,
    "traject-stop": CONSULENTEN | AANBIEDERS,
    **dict.fromkeys(
        ("toewijzing-gesprek", "toewijzing-accepteren", "toewijzing-weigeren"), CONSULENTEN | AANBIEDERS
    ),
    "weigering-afronden": CONSULENTEN,
    "verlenging-vragen": AANBIEDERS,
    **dict.fromkeys(
        ("acceptatie", "acceptatie-verslag", "weigering", "antwoord-escalatie", "locatie-nieuw"),
        CONTRACTBEHEER,
    ),
    **dict.fromkeys(
        (
            "contract-nieuw",
            "contractproduct-nieuw",
            "contract-einde",
            "contract-intrekken",
            "tarief-wijzigen",
            "contractproduct-einde",
        ),
        frozenset({Rol.CONTRACTMANAGER}),
    ),
    **dict.fromkeys(
        ("contracten", "contract", "contract-aanbieder", "congruentie"),
        CONTRACTBEHEER | CONSULENTEN | {Rol.CONTROLLER},
    ),
    **dict.fromkeys(
        (
            *("uitlevering-beleidsinformatie", "uitlevering-beleidsinformatie-bestand"),
            *("uitlevering-gebeurtenissen", "uitlevering-gebeurtenissen-bestand"),
        ),
        BEHEER,
    ),
    **dict.fromkeys(
        ("uitlevering-contractlijst", "uitlevering-contractlijst-bestand"),
        CONTRACTBEHEER | {Rol.CONTROLLER},
    ),
    "uitleveringen": CONTRACTBEHEER | {Rol.CONTROLLER, Rol.FUNCTIONEEL_BEHEERDER},
    "uitlevering-kvk": frozenset({Rol.CONTRACTMANAGER}),
    "uitlevering-crisis": CONSULENTEN | PARTNERS,
    **dict.fromkeys(
        (
            "nza-signalen",
            "nza-signalen-inlezen",
            "nza-signaal",
            "nza-signaal-afronden",
            "nza-signaal-heropenen",
        ),
        CONTRACTBEHEER,
    ),
    "capaciteit": AANBIEDERS,
    **dict.fromkeys(("zorgmakelaar", "zorgmakelaar-route"), MAKELAARS),
    "over": IEDEREEN,
    # Asks a code, whatever link it is; tells nothing of anybody.
    "antwoordlink": IEDEREEN,
    "antwoordlink-maken": CONSULENTEN,
    "gezondheid": IEDEREEN,
    **dict.fromkeys(("netwerk", "dossiers", "geheugen", "mandaat", "verdeelsleutel"), IEDEREEN),
    **dict.fromkeys(("wiel", "scenariokeuzes", "scenariokeuze", "scenariokeuze-inbreng"), STURING),
    **dict.fromkeys(("scenariokeuze-nieuw", "scenariokeuze-uren", "scenariokeuze-besluit"), REGIOMANAGER),
    # A round that runs is for who carries it; what everybody finds behind a link is in test_wiel_paginas.py.
    **dict.fromkeys(("wiel-ronde", "wiel-nieuw", "wiel-stellingen", "wiel-uitnodigen"), REGIOMANAGER),
    "wiel-sluiten": REGIOMANAGER,
    "wiel-antwoord": IEDEREEN,
    "vandaag": AANGEMELD,
    "gezinnen": MET_GEZINNEN,
    "zoeken": MET_GEZINNEN,
    "gezin": MET_GEZINNEN,
    "gezin-nieuw": CONSULENTEN,
    "gezinslid-nieuw": CONSULENTEN,
    "regie": CONSULENTEN,
    "team": CONSULENTEN,
    "vervanging": CONSULENTEN,
    **dict.fromkeys(("persoon", "persoon-bsn", "personen-vergelijken", "wonen"), CONSULENTEN),
}
# Pages that only take a form (POST); a GET says so with 405 to who may, and nothing to others.
ALLEEN_FORMULIER: dict[str, frozenset] = {
    "rapportage-indienen": SCHRIJVERS,
    **dict.fromkeys(("notitie-oppakken", "notitie-wegleggen", "triage-beginnen", "toedelen"), CONSULENTEN),
    **dict.fromkeys(("verwijsverzoek-koppelen", "verwijsverzoek-weigeren", "stilstand"), CONSULENTEN),
    "verzoek-onderzoek": CONSULENTEN,
    **dict.fromkeys(
        ("wat-als-bewaren", "wat-als-intrekken"),
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}),
    ),
    **dict.fromkeys(
        ("wat-als-uitgaven-opslaan", "wat-als-uitgaven-inlezen", "wat-als-uitgaven-intrekken"),
        frozenset({Rol.CONTROLLER}),
    ),
    "zorgmakelaar-oppakken": MAKELAARS,
    "nza-signaal-oppakken": CONTRACTBEHEER,
    "agenda-versturen": ORGANISEREN,
    "verslag-vaststellen": KOPPELEN_TERUG,
    "taal": IEDEREEN,
    "thema": IEDEREEN,
    "rol": AANGEMELD,
    "adres-openen": CONSULENTEN,
    **dict.fromkeys(("samenvoeging-ongedaan", "woonplek-einde"), CONSULENTEN),
    "adres-afschermen": CONSULENTEN,
    "brief-stap": CONSULENTEN,
    "plan-stap": CONSULENTEN,
    "demo-aanmelden": IEDEREEN,
    "medewerker-sluiten": BEHEER,
    "wachtwoord-nieuw": BEHEER,
    "aanstelling-einde": BEHEER,
    "logboek-controleren": PRIVACY,
}
# Pages about one family: only who works with it gets in, whatever the role.
VAN_EEN_GEZIN = {
    *(
        "gezin",
        "gezinslid-nieuw",
        "regie",
        "vervanging",
        "adres-openen",
        "melding-nieuw",
        "casus",
        "treden",
        "trede-verbeteren",
        "besluit-nieuw",
        "toewijzing-nieuw",
        "casus-andere-gemeente",
    ),
    *("toewijzing", "toewijzing-wijzigen", "traject-start", "traject-stop"),
    *("toewijzing-gesprek", "toewijzing-accepteren", "toewijzing-weigeren", "weigering-afronden"),
    *("verlenging-vragen", "antwoordlink-maken"),
    *("aanvraag-nieuw", "aanvraag-stap", "besluit-akkoord", "besluit", "besluit-verbeteren", "brief"),
    *("besluit-intrekken", "bezwaar-nieuw", "bezwaar-uitkomst", "brief-stap", "adres-afschermen"),
    *("plan", "plan-nieuw", "plan-gegevens", "plan-vaststellen", "plan-akkoord", "plan-sluiten"),
    *("plan-familiegroepsplan", "plan-toestemming", "plan-organisatie", "plan-vraag", "plan-print"),
    *("plan-verschil", "plan-versie", "plan-lezers", "plan-onderdeel-nieuw", "plan-onderdeel", "plan-stap"),
    *("toekomstplan", "toekomst-antwoord", "toekomst-afronden", "toekomst-niet-gewenst"),
    *("toekomst-heropenen", "schrijnend-nieuw", "schrijnend-geval"),
    *("licht", "licht-stap", "licht-overdragen", "licht-verbeteren", "overdracht"),
    *("voorliggend-nieuw", "ervaring-nieuw", "evaluatie-nieuw", "herindicatie"),
    *("triage", "triage-beginnen", "toedelen", "veiligheidsstap"),
    *("overgang-markeren", "overgang-toewijzen", "overgang-gezin", "overgang-overgenomen", "overgang-einde"),
    *("persoon", "persoon-bsn", "personen-vergelijken", "samenvoeging-ongedaan"),
    *("wonen", "woonplek-einde"),
}
# Of these, the address names something of light help or of the future plan.
VAN_LICHTE_HULP = {
    **dict.fromkeys(("toekomstplan", "toekomst-antwoord", "toekomst-afronden"), "plan"),
    **dict.fromkeys(("toekomst-niet-gewenst", "toekomst-heropenen", "schrijnend-nieuw"), "plan"),
    "schrijnend-geval": "geval",
    **dict.fromkeys(("licht", "licht-stap", "licht-overdragen", "licht-verbeteren"), "licht"),
    "overdracht": "overdracht",
    **dict.fromkeys(("evaluatie-nieuw", "herindicatie"), "toewijzing"),
}
# Of these, what is about one question of one child.
VAN_EEN_CASUS = {
    *("casus", "treden", "trede-verbeteren", "besluit-nieuw", "toewijzing-nieuw"),
    "casus-andere-gemeente",
    *("triage", "triage-beginnen", "toedelen", "veiligheidsstap"),
    *("aanvraag-nieuw", "besluit-akkoord"),
    *("overgang-markeren", "overgang-toewijzen", "overgang-gezin", "overgang-overgenomen", "overgang-einde"),
}
# Of these, a provider gets in for what was given to it.
VAN_EEN_TOEWIJZING = {
    *("toewijzing", "toewijzing-wijzigen", "traject-start", "traject-stop"),
    *("toewijzing-gesprek", "toewijzing-accepteren", "toewijzing-weigeren", "weigering-afronden"),
    *("verlenging-vragen", "antwoordlink-maken"),
}
# Pages about one message: for who keeps the system of the municipality, and who has to do with its help.
VAN_EEN_BERICHT = {"bericht", "bericht-opnieuw"}
# Pages about one account: only a beheerder of the same municipality gets in.
VAN_EEN_ACCOUNT = {
    "medewerker",
    "beroepsnummer",
    "medewerker-sluiten",
    "wachtwoord-nieuw",
    "aanstelling-einde",
}
# Names that the sign-in library wants to exist; a GET finds nothing, or a step of signing in.
VAN_DE_BIBLIOTHEEK = {
    *("account_signup", "account_email", "account_reset_password", "account_set_password"),
    *("mfa_deactivate_totp", "socialaccount_connections", "socialaccount_login_cancelled"),
    *("socialaccount_login_error", "socialaccount_signup", "mfa_authenticate", "mfa_reauthenticate"),
    *(
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "openid_connect_login",
        "openid_connect_callback",
    ),
}
# Pages that show or change data of persons: a password alone is not enough.
MET_PERSONEN = (VAN_EEN_GEZIN | VAN_DE_GEMEENTE | VAN_EEN_BERICHT) | {
    *("uitlevering-crisis", "uitlevering-beleidsinformatie", "uitlevering-beleidsinformatie-bestand"),
    *("uitlevering-gebeurtenissen", "uitlevering-gebeurtenissen-bestand"),
    *("team", "gezinnen", "zoeken", "gezin-nieuw", "toewijzingen", "logboek", "berichten", "verzoeken"),
    *("toekomstplannen", "schrijnend", "poh", "poh-nieuw", "poh-groep", "poh-lijst"),
    *("eerste-notitie-nieuw", "vraag-doorgeven", "verwijsverzoeken", "verwijzing-sturen"),
    *("gi-verwijsverzoek", "zorgmakelaar"),
}
# Pages that may send on instead of answering: to the day, to a step of signing in, or to the start.
DOORVERWIJZERS = {
    "rapportage-hoofdstuk",  # who does not own the chapter goes back to the report
    *("start", "aanmelden", "account_login", "afmelden", "account_logout", "account_reauthenticate"),
    *(
        "badkuipen",
        "uitstromen",
        "themas",
        "zorglandschappen",
        "wat-als-begin",
        "tweede-factor",
        "mfa_index",
        "mfa_activate_totp",
        "account_change_password",
    ),
}
