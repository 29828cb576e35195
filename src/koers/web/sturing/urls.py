"""Addresses of door sturing."""

from django.urls import URLPattern, path

from koers.web.sturing import rapportages, sjablonen

urlpatterns: list[URLPattern] = [
    path("rapportages/", rapportages.rapportages, name="rapportages"),
    path("rapportages/nieuw/", rapportages.rapportage_nieuw, name="rapportage-nieuw"),
    path("rapportages/sjablonen/", sjablonen.rapportagesjablonen, name="rapportagesjablonen"),
    path(
        "rapportages/sjablonen/<slug:gemeente>/<slug:soort>/",
        sjablonen.rapportagesjabloon,
        name="rapportagesjabloon",
    ),
    path("rapportages/<uuid:rapportage_id>/", rapportages.rapportage, name="rapportage"),
    path(
        "rapportages/<uuid:rapportage_id>/rapportage.<slug:vorm>",
        rapportages.rapportage_bestand,
        name="rapportage-bestand",
    ),
    path(
        "rapportages/<uuid:rapportage_id>/hoofdstuk/<slug:hoofdstuk>/",
        rapportages.rapportage_hoofdstuk,
        name="rapportage-hoofdstuk",
    ),
    path(
        "rapportages/<uuid:rapportage_id>/indienen/",
        rapportages.rapportage_indienen,
        name="rapportage-indienen",
    ),
    path(
        "rapportages/<uuid:rapportage_id>/teruggeven/",
        rapportages.rapportage_teruggeven,
        name="rapportage-teruggeven",
    ),
    path(
        "rapportages/<uuid:rapportage_id>/publiceren/",
        rapportages.rapportage_publiceren,
        name="rapportage-publiceren",
    ),
    path(
        "rapportages/<uuid:rapportage_id>/verbeteren/",
        rapportages.rapportage_verbeteren,
        name="rapportage-verbeteren",
    ),
]
