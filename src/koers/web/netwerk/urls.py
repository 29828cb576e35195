"""Addresses of door netwerk."""

from django.urls import path

from koers.web.netwerk import dossiers, geheugen, verdeelsleutel, waarvan

urlpatterns = [
    path("netwerk/", waarvan.netwerk, name="netwerk"),
    path("netwerk/mandaat/", waarvan.mandaat, name="mandaat"),
    path("netwerk/dossiers/", dossiers.dossiers, name="dossiers"),
    path("netwerk/verdeelsleutel/", verdeelsleutel.verdeelsleutel, name="verdeelsleutel"),
    path("netwerk/geheugen/", geheugen.geheugen, name="geheugen"),
]
