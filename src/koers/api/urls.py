"""Addresses of the API. Each has its description in `openapi`; a test holds both together."""

from django.urls import path

from koers.api import antwoorden

urlpatterns = [
    path("", antwoorden.begin, name="api"),
    path("openapi.json", antwoorden.openapi, name="api-openapi"),
    path("indicatoren/", antwoorden.indicatoren, name="api-indicatoren"),
    path("indicatoren/<slug:id>/", antwoorden.indicator, name="api-indicator"),
    path("indicatoren/<slug:id>/cijfers/", antwoorden.cijfers, name="api-cijfers"),
    path("publicaties/", antwoorden.publicaties, name="api-publicaties"),
    path("publicaties/<uuid:publicatie_id>/", antwoorden.publicatie, name="api-publicatie"),
    path("<path:rest>", antwoorden.onbekend, name="api-onbekend"),
]
