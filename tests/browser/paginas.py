"""Every page of the product and as whom to look at it. A URL name without a row here fails a test."""

from dataclasses import dataclass

CONSULENT, AANBIEDER, BEHEERDER = "jeugdconsulent", "aanbieder", "beheerder"


@dataclass(frozen=True)
class Pagina:
    """An address (ids are filled in) and somebody of the demo; "" is somebody who is not signed in."""

    adres: str
    wie: str = ""


PAGINAS: dict[str, Pagina] = {
    "start": Pagina("/"),
    "over": Pagina("/over/"),
    "aanmelden": Pagina("/aanmelden/"),
    "afmelden": Pagina("/afmelden/", CONSULENT),
    "account_inactive": Pagina("/account-gesloten/"),
    "account_change_password": Pagina("/wachtwoord/", CONSULENT),
    "tweede-factor": Pagina("/tweede-factor/", CONSULENT),
    "vandaag": Pagina("/vandaag/", CONSULENT),
    "gezinnen": Pagina("/gezinnen/", CONSULENT),
    "gezin": Pagina("/gezinnen/{gezin_id}/", CONSULENT),
    "gezin-nieuw": Pagina("/gezinnen/nieuw/", CONSULENT),
    "gezinslid-nieuw": Pagina("/gezinnen/{gezin_id}/lid/", CONSULENT),
    "regie": Pagina("/gezinnen/{gezin_id}/regie/", CONSULENT),
    "melding-nieuw": Pagina("/gezinnen/{gezin_id}/melding/", CONSULENT),
    "casus": Pagina("/casussen/{casus_id}/", CONSULENT),
    "aanvraag-nieuw": Pagina("/casussen/{casus_id}/aanvraag/", CONSULENT),
    "aanvraag-stap": Pagina("/casussen/{open_casus_id}/aanvraag/aanvulling-vragen/", CONSULENT),
    "besluit-nieuw": Pagina("/casussen/{open_casus_id}/besluit/", CONSULENT),
    "besluit-akkoord": Pagina("/casussen/{casus_id}/akkoord/", CONSULENT),
    "besluit": Pagina("/besluiten/{besluit_id}/", CONSULENT),
    "besluit-verbeteren": Pagina("/besluiten/{besluit_id}/verbeteren/", CONSULENT),
    "besluit-intrekken": Pagina("/besluiten/{besluit_id}/intrekken/", CONSULENT),
    "bezwaar-nieuw": Pagina("/besluiten/{besluit_id}/bezwaar/", CONSULENT),
    "bezwaar-uitkomst": Pagina("/besluiten/{besluit_id}/bezwaar/{bezwaar_id}/", CONSULENT),
    "treden": Pagina("/casussen/{casus_id}/treden/", CONSULENT),
    "trede-verbeteren": Pagina("/casussen/{open_casus_id}/treden/{uitkomst_id}/", CONSULENT),
    "toewijzing-nieuw": Pagina("/casussen/{casus_id}/toewijzing/", CONSULENT),
    "toewijzingen": Pagina("/toewijzingen/", AANBIEDER),
    "toewijzing": Pagina("/toewijzingen/{toewijzing_id}/", AANBIEDER),
    "traject-start": Pagina("/toewijzingen/{toewijzing_id}/start/", AANBIEDER),
    "traject-stop": Pagina("/toewijzingen/{toewijzing_id}/stop/", AANBIEDER),
    "berichten": Pagina("/berichten/", BEHEERDER),
    "medewerkers": Pagina("/medewerkers/", BEHEERDER),
    "medewerker": Pagina("/medewerkers/{medewerker_id}/", BEHEERDER),
    "beroepsnummer": Pagina("/medewerkers/{medewerker_id}/beroepsregistratie/", BEHEERDER),
    "medewerker-nieuw": Pagina("/medewerkers/nieuw/", BEHEERDER),
    "zoeken": Pagina("/zoeken/", CONSULENT),
    "logboek": Pagina("/logboek/", "privacy"),
    "regio": Pagina("/regio/"),
    "regio-gemeente": Pagina("/regio/GM1731/"),
    "school": Pagina("/school/", "school"),
    "school-intrekken": Pagina("/school/{werk_id}/intrekken/", "school"),
    "voorzieningen": Pagina("/voorzieningen/"),
    "indicatoren": Pagina("/indicatoren/"),
    "indicator": Pagina("/indicatoren/aandeel-specialistisch/"),
    "indicator-intern": Pagina("/indicatoren/aandeel-specialistisch/intern/", "controller"),
    "beleid": Pagina("/beleid/"),
    "beleid-soort": Pagina("/beleid/interventieniveaus/"),
    "netwerk": Pagina("/netwerk/"),
    "mandaat": Pagina(
        "/netwerk/mandaat/?taak=besluiten-over-projecten&wie=gremia:dialoogtafel&datum=2022-01-01"
    ),
    "dossiers": Pagina("/netwerk/dossiers/"),
    "verdeelsleutel": Pagina("/netwerk/verdeelsleutel/?bedrag=2.977.725,00"),
    "geheugen": Pagina("/netwerk/geheugen/?zoek=KWV"),
    "aanleveringen": Pagina("/aanleveringen/", "controller"),
    "aanlevering": Pagina("/aanleveringen/{aanlevering_id}/", "controller"),
    "aanlevering-nieuw": Pagina("/aanleveringen/nieuw/", "controller"),
}
# More looks at the same pages, and pages without a name of their own.
OOK: dict[str, Pagina] = {
    "niet gevonden": Pagina("/bestaat-niet/"),
    "niet voor u": Pagina("/gezinnen/{gezin_id}/", "wethouder"),
    "vandaag van wie stuurt": Pagina("/vandaag/", "wethouder"),
    "vandaag van wie toezicht houdt": Pagina("/vandaag/", "privacy"),
    "vandaag van wie hulp geeft": Pagina("/vandaag/", AANBIEDER),
    "vandaag van wie beheert": Pagina("/vandaag/", BEHEERDER),
    "regio, gefilterd": Pagina("/regio/?inkoopregio=zuid-drenthe&sorteer=-inwoners"),
    "codelijsten": Pagina("/beleid/codelijsten/"),
    "verdeelsleutels": Pagina("/beleid/verdeelsleutels/"),
    "normen": Pagina("/beleid/normen/"),
    "tijdlijn": Pagina("/beleid/tijdlijn/"),
    "verdeelsleutel, verkeerd bedrag": Pagina("/netwerk/verdeelsleutel/?bedrag=12.50"),
    "verdeelsleutel, mengsel": Pagina(
        "/netwerk/verdeelsleutel/?sleutel=mix&gewicht-jeugd=1&gewicht-gebruik=1&uren=29"
    ),
    "geheugen, niets gevonden": Pagina("/netwerk/geheugen/?zoek=qqq"),
}
# Looked at in test_aanmelden.py, because they need an account that really has two steps.
BIJ_AANMELDEN = {
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_authenticate",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
}
# What answers without a page of its own, and why.
GEEN_PAGINA = {
    "taal": "a button",
    "thema": "a button",
    "rol": "a button",
    "thema-css": "a stylesheet",
    "gezondheid": "for machines",
    **dict.fromkeys(("regio-tabel", "indicator-tabel", "indicator-intern-tabel"), "a file to take along"),
    "logboek-controleren": "answers a button; looked at in test_toegankelijk.py",
    "brief": "a file to take along",
    "brief-stap": "a button",
    "adres-afschermen": "a button",
    "adres-openen": "answers with the page of the family",
    "account_login": "the same page as aanmelden",
    "account_logout": "the same page as afmelden",
    "mfa_index": "the same page as tweede-factor",
    "demo-aanmelden": "a button",
    "openid_connect_login": "leads to the sign-in of the organisation",
    "openid_connect_callback": "comes back from there",
    "medewerker-sluiten": "a button",
    "wachtwoord-nieuw": "a button",
    "aanstelling-einde": "a button",
    "account_signup": "never there",
    "account_email": "never there",
    "account_reset_password": "never there",
    "account_set_password": "never there",
    "mfa_deactivate_totp": "never there",
    "socialaccount_connections": "never there",
    "socialaccount_login_cancelled": "never there",
    "socialaccount_login_error": "never there",
    "socialaccount_signup": "never there",
}
