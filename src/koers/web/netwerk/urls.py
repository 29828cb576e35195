"""Addresses of door netwerk."""

from django.urls import path

from koers.web.netwerk import (
    dossiers,
    geheugen,
    verdeelsleutel,
    vergaderingen,
    vergaderpunten,
    verslagen,
    waarvan,
)

urlpatterns = [
    path("netwerk/", waarvan.netwerk, name="netwerk"),
    path("netwerk/mandaat/", waarvan.mandaat, name="mandaat"),
    path("netwerk/dossiers/", dossiers.dossiers, name="dossiers"),
    path("netwerk/verdeelsleutel/", verdeelsleutel.verdeelsleutel, name="verdeelsleutel"),
    path("netwerk/geheugen/", geheugen.geheugen, name="geheugen"),
    path("vergaderingen/", vergaderingen.vergaderingen, name="vergaderingen"),
    path("vergaderingen/nieuw/", vergaderingen.vergadering_nieuw, name="vergadering-nieuw"),
    path("vergaderingen/acties/", vergaderpunten.acties, name="acties"),
    path("vergaderingen/acties/<uuid:actie_id>/", vergaderpunten.actie, name="actie"),
    path("vergaderingen/raakt-ons/", vergaderpunten.raakt_ons, name="raakt-ons"),
    path("vergaderingen/raakt-ons/<uuid:raakt_id>/", vergaderpunten.terugkoppeling, name="terugkoppeling"),
    path("vergaderingen/punten/<uuid:punt_id>/annotatie/", vergaderpunten.annotatie, name="annotatie"),
    path("vergaderingen/punten/<uuid:punt_id>/standpunt/", vergaderpunten.standpunt, name="standpunt"),
    path("vergaderingen/punten/<uuid:punt_id>/besluit/", vergaderpunten.besluit, name="agendapunt-besluit"),
    path(
        "vergaderingen/punten/<uuid:punt_id>/sluiten/",
        vergaderingen.agendapunt_sluiten,
        name="agendapunt-sluiten",
    ),
    path("vergaderingen/besluiten/<uuid:besluit_id>/actie/", vergaderpunten.actie_nieuw, name="actie-nieuw"),
    path("vergaderingen/<uuid:vergadering_id>/", vergaderingen.vergadering, name="vergadering"),
    path(
        "vergaderingen/<uuid:vergadering_id>/punt/", vergaderingen.agendapunt_nieuw, name="agendapunt-nieuw"
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/versturen/",
        vergaderingen.agenda_versturen,
        name="agenda-versturen",
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/afgelasten/",
        vergaderingen.vergadering_afgelasten,
        name="vergadering-afgelasten",
    ),
    path("vergaderingen/<uuid:vergadering_id>/verslag/", verslagen.verslag, name="verslag"),
    path(
        "vergaderingen/<uuid:vergadering_id>/verslag/schrijven/",
        verslagen.verslag_schrijven,
        name="verslag-schrijven",
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/verslag/vaststellen/",
        verslagen.verslag_vaststellen,
        name="verslag-vaststellen",
    ),
    path("vergaderingen/<uuid:vergadering_id>/verslag/pdf/", verslagen.verslag_pdf, name="verslag-pdf"),
]
