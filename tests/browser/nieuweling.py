"""Somebody who signs in for the first time; the password protects nothing."""

GEBRUIKERSNAAM = "nieuw.hier"
NAAM = "Nieuw Hier"
WACHTWOORD = "paard vlieg molen stoep"
# Somebody who signs in with the account of the organisation only, and never sets up a second step here.
VIA_ORGANISATIE, NAAM_VIA_ORGANISATIE = "via.organisatie", "Via Organisatie"
