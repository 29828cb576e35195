"""Addresses of door zorg."""

from django.urls import path

from koers.web.zorg import berichten, herindicatie, views

urlpatterns = [
    path("berichten/", berichten.berichten, name="berichten"),
    path("casussen/<uuid:casus_id>/toewijzing/", views.toewijzing_nieuw, name="toewijzing-nieuw"),
    path("toewijzingen/", views.toewijzingen, name="toewijzingen"),
    path("toewijzingen/<uuid:toewijzing_id>/", views.toewijzing, name="toewijzing"),
    path("toewijzingen/<uuid:toewijzing_id>/evaluatie/", herindicatie.evaluatie, name="evaluatie-nieuw"),
    path("toewijzingen/<uuid:toewijzing_id>/doorgaan/", herindicatie.herindicatie, name="herindicatie"),
    path("toewijzingen/<uuid:toewijzing_id>/start/", views.start, name="traject-start"),
    path("toewijzingen/<uuid:toewijzing_id>/stop/", views.stop, name="traject-stop"),
]
