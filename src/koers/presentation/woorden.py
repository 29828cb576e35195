"""The words that people read for stored choices, things and their states."""

from django.utils.translation import gettext_lazy as _

from koers.presentation.woorden_gebiedsagenda import (
    DINGEN_GEBIEDSAGENDA,
)
from koers.presentation.woorden_landschap import (
    DINGEN_LANDSCHAP,
    TOESTANDEN_LANDSCHAP,
)
from koers.presentation.woorden_overgang import DINGEN_OVERGANG, TOESTANDEN_OVERGANG
from koers.presentation.woorden_proeftuin import DINGEN_PROEFTUIN, TOESTANDEN_PROEFTUIN
from koers.presentation.woorden_rapportage import (
    DINGEN_RAPPORTAGE,
    TOESTANDEN_RAPPORTAGE,
)
from koers.presentation.woorden_risico import DINGEN_RISICO, TOESTANDEN_RISICO
from koers.presentation.woorden_sturing import DINGEN_STURING, TOESTANDEN_STURING
from koers.presentation.woorden_subsidie import DINGEN_SUBSIDIE, TOESTANDEN_SUBSIDIE
from koers.presentation.woorden_uitlevering import DINGEN_UITLEVERING, TOESTANDEN_UITLEVERING
from koers.presentation.woorden_vergadering import (
    DINGEN_NETWERK,
    TOESTANDEN_NETWERK,
)

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
    "contractmanager": _("contractmanager"),
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
GESLACHTEN = {"V": _("meisje of vrouw"), "M": _("jongen of man"), "O": _("onbekend of anders")}
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
    "buiten_behandeling": _("buiten behandeling gesteld"),
    "aanvraag_ingetrokken": _("ingetrokken door het gezin"),
    "voorgelegd": _("voorgelegd aan een collega"),
    "toegekend": _("toegekend"),
    "afgewezen": _("afgewezen"),
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
    "concept": _("nog in de maak"),
    "vastgesteld": _("vastgesteld"),
    "in_herziening": _("wordt gewijzigd"),
    "afgesloten": _("afgesloten"),
    "niet_besproken": _("nog niet besproken"),
    "aangeboden": _("aangeboden aan de familie"),
    "wordt_gemaakt": _("de familie maakt het"),
    "afgezien": _("de familie maakt het niet"),
    "niet_aangeboden": _("niet aangeboden"),
    "gemaakt": _("door de familie gemaakt"),
    "open": _("open"),
    "afgerond": _("afgerond"),
    "niet_gewenst": _("niet gewenst"),
    "gevraagd": _("gevraagd"),
    "toegezegd": _("toegezegd"),
    "boven_budget": _("toegezegd boven het budget"),
    "afgerekend": _("afgerekend"),
    "ingetrokken": _("ingetrokken"),
    "begonnen": _("begonnen"),
    "gestopt_door_gezin": _("gestopt door het gezin"),
    "opgeschaald": _("overgedragen aan de toegang"),
    "overgedragen": _("wacht op de toegang"),
    "opgenomen": _("opgenomen door de toegang"),
    "samengevoegd": _("samengevoegd"),
    "ongedaan_gemaakt": _("ongedaan gemaakt"),
    "nieuw": _("nieuw"),
    "doorgegeven": _("doorgegeven, nog niet opgepakt"),
    "weggelegd": _("weggelegd"),
    "ontvangen": _("ontvangen, nog geen triage"),
    "in_triage": _("in triage"),
    "te_verdelen": _("wacht op een jeugdconsulent"),
    "in_onderzoek": _("in onderzoek"),
    "toegewezen": _("toegewezen"),
    "naar_poh": _("bij de POH Jeugd"),
    "spoed": _("bij Spoed4Jeugd"),
    "te_koppelen": _("nog te koppelen aan een kind"),
    "wacht_op_start": _("wacht op de start van hulp"),
    "gestart": _("hulp gestart"),
    "geweigerd": _("teruggestuurd"),
    "wacht_op_aanbieder": _("wacht op de aanbieder"),
    "besproken": _("gebeld, nog geen antwoord"),
    "geaccepteerd": _("aangenomen"),
    "weigering_binnen": _("geweigerd op een grond die mag"),
    "weigering_buiten": _("geweigerd buiten de afspraak"),
    "weigering_erkend": _("weigering erkend door contractmanagement"),
    "moet_accepteren": _("moet de hulp toch aannemen"),
    "weigering_afgerond": _("weigering afgerond"),
    "vraag_vervallen": _("niet meer nodig"),
    "route_open": _("open, nog niet opgepakt"),
    "bij_zorgmakelaar": _("bij de zorgmakelaar"),
    "route_afgerond": _("afgerond door de zorgmakelaar"),
    "escalatie_open": _("bij contractmanagement"),
    "escalatie_afgerond": _("afgerond door contractmanagement"),
    "berekening_wacht": _("wacht op zijn beurt"),
    "berekening_loopt": _("wordt nu gerekend"),
    "berekening_klaar": _("klaar en bewaard"),
    "berekening_mislukt": _("niet gelukt"),
    "berekening_ingetrokken": _("van de lijst gehaald"),
    **TOESTANDEN_NETWERK,
    **TOESTANDEN_LANDSCHAP,
    **TOESTANDEN_STURING,
    **TOESTANDEN_OVERGANG,
    **TOESTANDEN_PROEFTUIN,
    **TOESTANDEN_RISICO,
    **TOESTANDEN_SUBSIDIE,
    **TOESTANDEN_RAPPORTAGE,
    **TOESTANDEN_UITLEVERING,
}
DINGEN: dict[str, object] = {
    "aanvraag": _("de aanvraag"),
    "bezwaar": _("het bezwaar"),
    "brief": _("de brief"),
    "plan": _("het plan"),
    "familiegroepsplan": _("het familiegroepsplan"),
    "toekomstplan": _("het plan voor na 18"),
    "lichte_hulp": _("de lichte hulp"),
    "overdracht": _("de overdracht"),
    "samenvoeging": _("de samenvoeging"),
    "schrijnend_geval": _("de vraag om geld"),
    "eerste_notitie": _("de eerste notitie"),
    "melding": _("de melding"),
    "verwijsverzoek": _("de verwijzing"),
    "verzoek": _("het verzoek"),
    "acceptatie": _("het antwoord van de aanbieder"),
    "zorgmakelaarroute": _("de route van de zorgmakelaar"),
    "antwoordescalatie": _("het late antwoord"),
    "berekening": _("de berekening"),
    **DINGEN_NETWERK,
    **DINGEN_LANDSCHAP,
    **DINGEN_STURING,
    **DINGEN_OVERGANG,
    **DINGEN_GEBIEDSAGENDA,
    **DINGEN_PROEFTUIN,
    **DINGEN_RISICO,
    **DINGEN_SUBSIDIE,
    **DINGEN_RAPPORTAGE,
    **DINGEN_UITLEVERING,
}
