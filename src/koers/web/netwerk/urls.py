"""Addresses of door netwerk."""

from django.urls import path

from koers.web.netwerk import (
    dossiers,
    geheugen,
    scenariokeuze,
    verdeelsleutel,
    waarvan,
    wiel,
    wiel_antwoord,
)

urlpatterns = [
    path("netwerk/", waarvan.netwerk, name="netwerk"),
    path("netwerk/mandaat/", waarvan.mandaat, name="mandaat"),
    path("netwerk/dossiers/", dossiers.dossiers, name="dossiers"),
    path("netwerk/verdeelsleutel/", verdeelsleutel.verdeelsleutel, name="verdeelsleutel"),
    path("netwerk/geheugen/", geheugen.geheugen, name="geheugen"),
    path("netwerk/scenariokeuze/", scenariokeuze.keuzes, name="scenariokeuzes"),
    path("netwerk/scenariokeuze/nieuw/", scenariokeuze.nieuw, name="scenariokeuze-nieuw"),
    path("netwerk/scenariokeuze/<uuid:keuze_id>/", scenariokeuze.keuze, name="scenariokeuze"),
    path("netwerk/scenariokeuze/<uuid:keuze_id>/uren/", scenariokeuze.uren, name="scenariokeuze-uren"),
    path(
        "netwerk/scenariokeuze/<uuid:keuze_id>/inbreng/", scenariokeuze.inbreng, name="scenariokeuze-inbreng"
    ),
    path(
        "netwerk/scenariokeuze/<uuid:keuze_id>/besluit/", scenariokeuze.besluit, name="scenariokeuze-besluit"
    ),
    path("netwerk/wiel/", wiel.wiel, name="wiel"),
    path("netwerk/wiel/nieuw/", wiel.wiel_nieuw, name="wiel-nieuw"),
    path("netwerk/wiel/<uuid:ronde_id>/", wiel.wiel_ronde, name="wiel-ronde"),
    path("netwerk/wiel/<uuid:ronde_id>/stellingen/", wiel.wiel_stellingen, name="wiel-stellingen"),
    path("netwerk/wiel/<uuid:ronde_id>/uitnodigen/", wiel.wiel_uitnodigen, name="wiel-uitnodigen"),
    path("netwerk/wiel/<uuid:ronde_id>/sluiten/", wiel.wiel_sluiten, name="wiel-sluiten"),
    path("antwoord/<str:sleutel>/", wiel_antwoord.wiel_antwoord, name="wiel-antwoord"),
]
