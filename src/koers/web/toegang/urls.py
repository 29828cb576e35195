"""Addresses of door toegang."""

from django.urls import path

from koers.web.toegang import schrijnend, toekomst, views

urlpatterns = [
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/besluit/", views.besluit_nieuw, name="besluit-nieuw"),
    path("toekomstplannen/", toekomst.toekomstplannen, name="toekomstplannen"),
    path("toekomstplannen/<uuid:plan_id>/", toekomst.toekomstplan, name="toekomstplan"),
    path("toekomstplannen/<uuid:plan_id>/antwoord/", toekomst.antwoord, name="toekomst-antwoord"),
    path("toekomstplannen/<uuid:plan_id>/afronden/", toekomst.afronden, name="toekomst-afronden"),
    path("toekomstplannen/<uuid:plan_id>/niet-gewenst/", toekomst.niet_gewenst, name="toekomst-niet-gewenst"),
    path("toekomstplannen/<uuid:plan_id>/heropenen/", toekomst.heropenen, name="toekomst-heropenen"),
    path("toekomstplannen/<uuid:plan_id>/schrijnend/", schrijnend.nieuw, name="schrijnend-nieuw"),
    path("schrijnend/", schrijnend.overzicht, name="schrijnend"),
    path("schrijnend/budget/", schrijnend.budget, name="schrijnend-budget"),
    path("schrijnend/<uuid:geval_id>/", schrijnend.geval, name="schrijnend-geval"),
]
