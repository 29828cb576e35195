"""Addresses of door kern."""

from django.urls import path

from koers.web.kern import (
    beroepsnummers,
    gezinnen,
    logboek,
    medewerkers,
    personen,
    regie,
    views,
    wonen,
    zoeken,
)

urlpatterns = [
    path("", views.start, name="start"),
    path("over/", views.over, name="over"),
    path("vandaag/", views.vandaag, name="vandaag"),
    path("taal/", views.taal, name="taal"),
    path("thema/", views.thema, name="thema"),
    path("thema.css", views.thema_css, name="thema-css"),
    path("rol/", views.rol, name="rol"),
    path("gezinnen/", gezinnen.gezinnen, name="gezinnen"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("gezinnen/nieuw/", gezinnen.gezin_nieuw, name="gezin-nieuw"),
    path("gezinnen/<uuid:gezin_id>/", gezinnen.gezin, name="gezin"),
    path("gezinnen/<uuid:gezin_id>/regie/", regie.regie, name="regie"),
    path("gezinnen/<uuid:gezin_id>/vervanging/", regie.vervanging, name="vervanging"),
    path("gezinnen/<uuid:gezin_id>/lid/", gezinnen.gezinslid_nieuw, name="gezinslid-nieuw"),
    path("gezinnen/<uuid:gezin_id>/adres/<uuid:huishouden_id>/", gezinnen.adres_openen, name="adres-openen"),
    path("gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/", personen.persoon, name="persoon"),
    path("gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/bsn/", personen.bsn, name="persoon-bsn"),
    path("gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/wonen/", wonen.wonen, name="wonen"),
    path(
        "gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/wonen/<uuid:huishouden_id>/einde/",
        wonen.einde,
        name="woonplek-einde",
    ),
    path(
        "gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/vergelijken/<uuid:ander_id>/",
        personen.vergelijken,
        name="personen-vergelijken",
    ),
    path(
        "gezinnen/<uuid:gezin_id>/persoon/<uuid:persoon_id>/samenvoeging/<uuid:samenvoeging_id>/ongedaan/",
        personen.ongedaan,
        name="samenvoeging-ongedaan",
    ),
    path("medewerkers/", medewerkers.medewerkers, name="medewerkers"),
    path("medewerkers/nieuw/", medewerkers.medewerker_nieuw, name="medewerker-nieuw"),
    path("medewerkers/<uuid:medewerker_id>/", medewerkers.medewerker, name="medewerker"),
    path(
        "medewerkers/<uuid:medewerker_id>/beroepsregistratie/",
        beroepsnummers.beroepsnummer,
        name="beroepsnummer",
    ),
    path(
        "medewerkers/<uuid:medewerker_id>/sluiten/", medewerkers.medewerker_sluiten, name="medewerker-sluiten"
    ),
    path(
        "medewerkers/<uuid:medewerker_id>/wachtwoord/", medewerkers.wachtwoord_nieuw, name="wachtwoord-nieuw"
    ),
    path(
        "medewerkers/<uuid:medewerker_id>/rol/<uuid:aanstelling_id>/einde/",
        medewerkers.aanstelling_einde,
        name="aanstelling-einde",
    ),
    path("logboek/", logboek.logboek, name="logboek"),
    path("logboek/controle/", logboek.controleren, name="logboek-controleren"),
    path("gezondheid/", views.gezondheid, name="gezondheid"),
]
