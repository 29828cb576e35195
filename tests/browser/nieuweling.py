"""Somebody who signs in for the first time; the password protects nothing."""

GEBRUIKERSNAAM = "nieuw.hier"
NAAM = "Nieuw Hier"
WACHTWOORD = "paard vlieg molen stoep"
