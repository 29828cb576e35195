"""Addresses of door zorg."""

from django.urls import path

from koers.web.zorg import berichten, herindicatie, verzoeken, views, wijzigen

urlpatterns = [
    path("berichten/", berichten.berichten, name="berichten"),
    path("berichten/<uuid:bericht_id>/", berichten.bericht, name="bericht"),
    path("berichten/<uuid:bericht_id>/opnieuw/", berichten.opnieuw, name="bericht-opnieuw"),
    path("verzoeken/", verzoeken.verzoeken, name="verzoeken"),
    path("verzoeken/<uuid:verzoek_id>/", verzoeken.verzoek, name="verzoek"),
    path("verzoeken/<uuid:verzoek_id>/onderzoek/", verzoeken.onderzoek, name="verzoek-onderzoek"),
    path("verzoeken/<uuid:verzoek_id>/afwijzen/", verzoeken.afwijzen, name="verzoek-afwijzen"),
    path("casussen/<uuid:casus_id>/toewijzing/", views.toewijzing_nieuw, name="toewijzing-nieuw"),
    path("toewijzingen/", views.toewijzingen, name="toewijzingen"),
    path("toewijzingen/<uuid:toewijzing_id>/", views.toewijzing, name="toewijzing"),
    path("toewijzingen/<uuid:toewijzing_id>/wijzigen/", wijzigen.wijzigen, name="toewijzing-wijzigen"),
    path("toewijzingen/<uuid:toewijzing_id>/evaluatie/", herindicatie.evaluatie, name="evaluatie-nieuw"),
    path("toewijzingen/<uuid:toewijzing_id>/doorgaan/", herindicatie.herindicatie, name="herindicatie"),
    path("toewijzingen/<uuid:toewijzing_id>/start/", views.start, name="traject-start"),
    path("toewijzingen/<uuid:toewijzing_id>/stop/", views.stop, name="traject-stop"),
]
