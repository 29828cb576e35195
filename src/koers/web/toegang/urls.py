"""Addresses of door toegang."""

from django.urls import path

from koers.web.toegang import aanvragen, besluiten, bezwaren, brieven, views
from koers.web.toegang.school import school, school_intrekken
from koers.web.toegang.treden import trede_verbeteren, treden
from koers.web.toegang.voorzieningen import voorzieningen

urlpatterns = [
    path("school/", school, name="school"),
    path("school/<uuid:werk_id>/intrekken/", school_intrekken, name="school-intrekken"),
    path("voorzieningen/", voorzieningen, name="voorzieningen"),
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path(
        "gezinnen/<uuid:gezin_id>/adres/<uuid:huishouden_id>/afschermen/",
        brieven.adres_afschermen,
        name="adres-afschermen",
    ),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/aanvraag/", aanvragen.aanvraag_nieuw, name="aanvraag-nieuw"),
    path("casussen/<uuid:casus_id>/aanvraag/<slug:stap>/", aanvragen.aanvraag_stap, name="aanvraag-stap"),
    path("casussen/<uuid:casus_id>/besluit/", besluiten.besluit_nieuw, name="besluit-nieuw"),
    path("casussen/<uuid:casus_id>/akkoord/", besluiten.besluit_akkoord, name="besluit-akkoord"),
    path("besluiten/<uuid:besluit_id>/", besluiten.besluit, name="besluit"),
    path("besluiten/<uuid:besluit_id>/verbeteren/", besluiten.besluit_verbeteren, name="besluit-verbeteren"),
    path("besluiten/<uuid:besluit_id>/intrekken/", besluiten.besluit_intrekken, name="besluit-intrekken"),
    path("besluiten/<uuid:besluit_id>/bezwaar/", bezwaren.bezwaar_nieuw, name="bezwaar-nieuw"),
    path(
        "besluiten/<uuid:besluit_id>/bezwaar/<uuid:bezwaar_id>/",
        bezwaren.bezwaar_uitkomst,
        name="bezwaar-uitkomst",
    ),
    path(
        "besluiten/<uuid:besluit_id>/brieven/<uuid:beschikking_id>/",
        brieven.brief_stap,
        name="brief-stap",
    ),
    path("brieven/<uuid:beschikking_id>/", brieven.brief, name="brief"),
    path("casussen/<uuid:casus_id>/treden/", treden, name="treden"),
    path("casussen/<uuid:casus_id>/treden/<uuid:uitkomst_id>/", trede_verbeteren, name="trede-verbeteren"),
]
