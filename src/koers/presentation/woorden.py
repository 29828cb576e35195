"""The words that people read for stored choices and names of acts."""

from django.utils.translation import gettext_lazy as _

GEZINSROLLEN = {
    "jeugdige": _("kind of jongere"),
    "ouder": _("ouder of verzorger"),
    "overig": _("hoort erbij"),
}
BSN_STATUS = {
    "bekend": _("bekend"),
    "nog_niet_bekend": _("nog niet bekend"),
    "geen": _("heeft geen BSN"),
    "ongeboren": _("nog niet geboren"),
    "synthetisch": _("verzonnen persoon, dus geen BSN"),
}
# Every act has words here; a test matches them with koers.authorization.handelingen.
HANDELINGEN = {
    "read_vandaag": _("keek op de startpagina"),
    "choose_aanstelling": _("koos een rol"),
    "sign_in": _("meldde zich aan"),
    "sign_out": _("meldde zich af"),
    "sign_in_failed": _("aanmelden mislukte"),
    "manage_own_account": _("beheerde het eigen account"),
    "add_aanstelling": _("gaf iemand een rol"),
    "close_medewerker": _("sloot een account"),
    "renew_wachtwoord": _("gaf een nieuw startwachtwoord"),
    "create_demo": _("maakte de accounts van de demo"),
    "hand_over_regie": _("droeg de regie over"),
    "read_dubbelen": _("keek of iemand al bekend was"),
    "search_gezinnen": _("zocht een gezin"),
    "read_gezinnen": _("bekeek een lijst van gezinnen"),
    "read_gezin": _("bekeek het gezin"),
    "register_gezin": _("voerde gegevens van het gezin in"),
    "reveal_adres": _("bekeek een geheim adres"),
    "read_casus": _("bekeek de casus"),
    "register_melding": _("schreef een melding op"),
    "decide_besluit": _("nam een besluit"),
    "register_aanvraag": _("schreef een aanvraag op"),
    "request_aanvulling": _("vroeg om een aanvulling"),
    "register_aanvulling": _("schreef een aanvulling op"),
    "extend_term": _("schreef op dat het besluit later komt"),
    "register_ingebrekestelling": _("schreef een ingebrekestelling op"),
    "set_aside_aanvraag": _("stelde een aanvraag buiten behandeling"),
    "withdraw_aanvraag": _("schreef op dat een aanvraag is ingetrokken"),
    "propose_besluit": _("legde een besluit voor"),
    "approve_besluit": _("nam een besluit dat een collega voorlegde"),
    "return_besluit": _("gaf een voorgelegd besluit terug"),
    "correct_besluit": _("verbeterde een besluit"),
    "withdraw_besluit": _("trok een besluit in"),
    "preview_besluit": _("bekeek een brief vooraf"),
    "read_besluit": _("bekeek een besluit"),
    "read_aanvragen": _("bekeek de lopende aanvragen"),
    "read_brief": _("bekeek een brief"),
    "attach_document": _("bewaarde een brief"),
    "release_brief": _("keek een brief na voor het versturen"),
    "renew_brief": _("vernieuwde een brief"),
    "hide_adres": _("schermde een adres af"),
    "register_bezwaar": _("schreef een bezwaar op"),
    "decide_bezwaar": _("schreef de uitkomst van een bezwaar op"),
    "register_beroepsnummer": _("schreef een beroepsregistratie op"),
    "read_school": _("bekeek het werk op school en in de buurt"),
    "register_schoolwerk": _("schreef werk op school en in de buurt op"),
    "register_trede": _("schreef op wat een trede gaf"),
    "correct_trede": _("verbeterde wat een trede gaf"),
    "register_uitzondering": _("schreef op waarom de treden zijn overgeslagen"),
    "assign_toewijzing": _("wees hulp toe"),
    "read_toewijzingen": _("bekeek de lijst van toewijzingen"),
    "read_toewijzing": _("bekeek een toewijzing"),
    "read_berichten": _("bekeek de lijst van berichten"),
    "store_inbox": _("nam een bericht in ontvangst"),
    "read_inbox": _("las berichten om ze te verwerken"),
    "process_regie": _("verwerkte een bericht over start of einde"),
    "store_outbox": _("zette een bericht klaar of verstuurde het"),
    "register_start": _("voerde de start van hulp in"),
    "register_stop": _("voerde de stop van hulp in"),
    "register_declaratie": _("declareerde hulp"),
    "register_lichte_hulp": _("schreef lichte hulp op"),
    "register_voorliggend": _("schreef het gebruik van een voorliggende voorziening op"),
    "register_ervaring": _("schreef op of de hulp paste"),
    "load_proefregio": _("laadde de voorbeeldregio"),
    "read_medewerkers": _("bekeek de accounts"),
    "register_medewerker": _("maakte een account"),
    "end_aanstelling": _("beëindigde een rol"),
    "read_log": _("bekeek het logboek"),
    "verify_log": _("controleerde het logboek"),
    "read_regio": _("bekeek de staat van de regio"),
    "read_beleid": _("bekeek het beleid"),
    "read_indicator_intern": _("bekeek exacte cijfers van de eigen gemeente"),
    "refresh_mart": _("bracht de mart bij"),
    "read_aanleveringen": _("bekeek de aanleveringen"),
    "import_tabel": _("las een tabel in"),
}
# A test matches these with koers.domain.rollen.Doel.
DOELEN = {
    "toegang_tot_jeugdhulp": _("toegang tot jeugdhulp"),
    "beleid_en_verantwoording": _("beleid en verantwoording"),
    "beheer_van_de_voorziening": _("beheer van Koers"),
    "toezicht_op_het_gebruik": _("toezicht op het gebruik"),
    "inzage_door_betrokkene": _("inzage door de persoon zelf"),
}
# CBS verwijzer (Informatieprotocol v7).
VERWIJZERS = {
    "06": _("het gezin of de jongere zelf"),
    "01": _("toegang van de gemeente"),
    "02": _("huisarts"),
    "03": _("jeugdarts"),
    "05": _("medisch specialist"),
    "04": _("gecertificeerde instelling"),
    "08": _("rechter, officier van justitie of JJI"),
}
ROUTES = {
    "toegang": _("toegang van de gemeente"),
    "medisch": _("medische verwijzing"),
    "justitie": _("gecertificeerde instelling of strafrecht"),
}
# Koersen 3; tests match these with koers.domain.ladder.
TREDEN = {
    "eigen_kracht": _("eigen kracht"),
    "omgevingskracht": _("omgevingskracht"),
    "algemene_voorziening": _("algemene voorziening"),
    "individuele_voorziening": _("individuele voorziening"),
}
TREDE_UITKOMSTEN = {
    "helpt": _("dit is genoeg"),
    "helpt_deels": _("dit helpt voor een deel"),
    "niet_passend": _("dit past niet bij de vraag"),
    "niet_beschikbaar": _("dit kan nu niet"),
    "niet_van_toepassing": _("dit is hier niet aan de orde"),
}
# How sure it is that a voorziening is there (`beleid/voorzieningen`): sign of the design and its word.
VOORZIENING_STAND = {
    "bestaand": ("goed", _("is er")),
    "in_opbouw": ("let-op", _("in opbouw")),
    "voorbeeld": ("rust", _("voorbeeld uit de bron: vraag na of dit er is")),
}
UITZONDERINGEN = {
    "crisis": _("er is een crisis"),
    "hardheidsclausule": _("de gewone volgorde is hier niet redelijk (hardheidsclausule)"),
}
# Who asks, who objects, and what becomes of it.
AANVRAGERS = {
    "ouder": _("een ouder"),
    "jeugdige": _("de jongere zelf"),
    "gemachtigde": _("iemand die namens hen mag spreken"),
}
BEZWAARMAKERS = {
    "ouder": _("een ouder"),
    "jeugdige": _("de jongere zelf"),
    "ander": _("iemand anders"),
}
BEZWAARUITKOMSTEN = {
    "gegrond": _("gegrond: het besluit wordt anders"),
    "ongegrond": _("ongegrond: het besluit blijft"),
    "niet_ontvankelijk": _("niet in behandeling: te laat, of niet compleet"),
    "ingetrokken": _("ingetrokken door wie bezwaar maakte"),
}
AANVRAAGSTAPPEN = {
    "aanvulling_gevraagd": _("aanvulling gevraagd"),
    "aangevuld": _("aangevuld"),
    "verdaagd": _("later beslissen"),
    "ingebreke_gesteld": _("in gebreke gesteld"),
    "voorgelegd": _("voorgelegd aan een collega"),
    "teruggegeven": _("teruggegeven"),
    "buiten_behandeling": _("buiten behandeling gesteld"),
    "ingetrokken": _("ingetrokken door het gezin"),
}
# Work at school and in the neighbourhood; a test matches these with koers.domain.school.
SCHOOLWERK = {
    "zat": _("vragen in een Zorg Advies Team (ZAT)"),
    "groep": _("een groep of training"),
    "consultatie": _("advies aan iemand die met kinderen werkt, of aan ouders"),
}
THEMAS = {
    "weerbaarheid": _("weerbaarheid"),
    "pesten": _("pesten"),
    "vriendschap": _("vriendschap"),
    "bang_of_somber": _("bang of somber"),
    "gedrag": _("gedrag"),
    "leren": _("leren"),
    "verzuim": _("verzuim"),
    "thuis": _("thuis"),
    "anders": _("iets anders"),
}
VRAGERS = {
    "leerkracht": _("leerkracht"),
    "intern_begeleider": _("intern begeleider"),
    "coach": _("coach of trainer"),
    "kinderopvang": _("kinderopvang"),
    "ouders": _("ouders"),
    "jongeren": _("jongeren"),
}
# JZ588 (iJw 3.2).
REDENEN_STOP = {
    "31": _("volgens plan"),
    "20": _("tijdelijk, de hulp gaat later verder"),
    "32": _("eerder gestopt door de jongere of ouders"),
    "33": _("eerder gestopt door de aanbieder"),
    "34": _("eerder gestopt, in overleg"),
    "35": _("eerder gestopt door omstandigheden"),
    "36": _("gestopt door de gemeente"),
    "38": _("gaat verder bij een andere aanbieder"),
    "39": _("gaat verder onder een andere wet"),
    "02": _("overleden"),
}
ROLLEN = {
    "jeugdconsulent": _("jeugdconsulent"),
    "gedragswetenschapper": _("gedragswetenschapper"),
    "poh_jeugd": _("POH Jeugd"),
    "jongerenwerker": _("jongerenwerker"),
    "gezinscoach": _("gezinscoach"),
    "jeugdverpleegkundige": _("jeugdverpleegkundige"),
    "school": _("school"),
    "kinderopvang": _("kinderopvang"),
    "huisarts": _("huisarts"),
    "jeugdarts": _("jeugdarts"),
    "medisch_specialist": _("medisch specialist"),
    "gecertificeerde_instelling": _("gecertificeerde instelling"),
    "aanbieder": _("aanbieder"),
    "experttafel": _("Experttafel"),
    "zorgmakelaar": _("zorgmakelaar"),
    "procesbegeleider_regie_op_3": _("procesbegeleider Regie op 3"),
    "beleidsadviseur": _("beleidsadviseur"),
    "controller": _("controller"),
    "regiomanager": _("regiomanager"),
    "stuurgroeplid": _("lid van de stuurgroep"),
    "wethouder": _("wethouder"),
    "raadslid": _("raadslid"),
    "functioneel_beheerder": _("functioneel beheerder"),
    "privacy_officer": _("privacy officer"),
}
ZOEKMANIEREN = {
    "naam": _("naam"),
    "geboortedatum": _("geboortedatum"),
    "bsn": _("BSN"),
    "adres": _("adres"),
    "casus": _("casusnummer"),
}
OVEREENKOMSTEN = {
    "zelfde_bsn": _("Hetzelfde BSN: dit is dezelfde persoon."),
    "zelfde_naam_en_datum": _("Dezelfde naam en geboortedatum."),
    "bijna_dezelfde_naam": _("Bijna dezelfde naam, en dezelfde geboortedatum."),
    "bijna_dezelfde_datum": _("Dezelfde naam, en bijna dezelfde of geen geboortedatum."),
    "tweeling": _(
        "Op dezelfde dag geboren met een andere voornaam: waarschijnlijk een tweeling, niet dezelfde."
    ),
}
# Every state of every machine in koers.domain.toestanden, and what the machine is about; a test matches them.
TOESTANDEN: dict[str, object] = {
    "aangevraagd": _("aangevraagd"),
    "aanvulling_gevraagd": _("wacht op een aanvulling"),
    "voorgelegd": _("voorgelegd aan een collega"),
    "toegekend": _("toegekend"),
    "afgewezen": _("afgewezen"),
    "buiten_behandeling": _("buiten behandeling gesteld"),
    "aanvraag_ingetrokken": _("ingetrokken door het gezin"),
    "besluit_ingetrokken": _("ingetrokken door het college"),
    "bezwaar_ontvangen": _("ontvangen"),
    "gegrond": _("gegrond"),
    "ongegrond": _("ongegrond"),
    "niet_ontvankelijk": _("niet in behandeling genomen"),
    "bezwaar_ingetrokken": _("ingetrokken"),
    "brief_klaar": _("klaar om te versturen"),
    "brief_vrijgegeven": _("vrijgegeven om te versturen"),
    "brief_teruggehaald": _("teruggehaald"),
    "brief_vervangen": _("vervangen door een nieuwe brief"),
}
DINGEN: dict[str, object] = {
    "aanvraag": _("de aanvraag"),
    "bezwaar": _("het bezwaar"),
    "brief": _("de brief"),
}
