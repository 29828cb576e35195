"""Addresses of door toegang."""

from django.urls import path

from koers.web.toegang import views

urlpatterns = [
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/besluit/", views.besluit_nieuw, name="besluit-nieuw"),
]
