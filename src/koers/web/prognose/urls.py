"""Addresses of door prognose."""

from django.urls import path

from koers.web.prognose import capaciteit, doel, grootboek, scenarios, uitgaven, wat_als

urlpatterns = [
    path("wat-als/", wat_als.wat_als_begin, name="wat-als-begin"),
    path("wat-als/<slug:code>/", wat_als.wat_als, name="wat-als"),
    path("wat-als/<slug:code>/bewaren/", scenarios.bewaren, name="wat-als-bewaren"),
    path("wat-als/<slug:code>/scenarios/", scenarios.scenarios, name="wat-als-scenarios"),
    path(
        "wat-als/<slug:code>/scenarios/<uuid:scenario_id>/intrekken/",
        scenarios.intrekken,
        name="wat-als-intrekken",
    ),
    path("wat-als/<slug:code>/capaciteit/", capaciteit.capaciteit, name="wat-als-capaciteit"),
    path("wat-als/<slug:code>/doel/", doel.doel, name="wat-als-doel"),
    path("wat-als/<slug:code>/grootboek/", grootboek.grootboek, name="wat-als-grootboek"),
    path("wat-als/<slug:code>/uitgaven/", uitgaven.uitgaven, name="wat-als-uitgaven"),
    path("wat-als/<slug:code>/uitgaven/opslaan/", uitgaven.opslaan, name="wat-als-uitgaven-opslaan"),
    path("wat-als/<slug:code>/uitgaven/inlezen/", uitgaven.inlezen, name="wat-als-uitgaven-inlezen"),
    path(
        "wat-als/<slug:code>/uitgaven/<uuid:uitgave_id>/intrekken/",
        uitgaven.intrekken,
        name="wat-als-uitgaven-intrekken",
    ),
    path("wat-als/<slug:code>/terugkijken/", wat_als.terugkijken, name="wat-als-terugkijken"),
]
