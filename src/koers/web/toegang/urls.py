"""Addresses of door toegang."""

from django.urls import path

from koers.web.toegang import aanvragen, notities, triage, views
from koers.web.toegang.school import school, school_intrekken
from koers.web.toegang.treden import trede_verbeteren, treden
from koers.web.toegang.voorzieningen import voorzieningen

urlpatterns = [
    path("school/", school, name="school"),
    path("school/<uuid:werk_id>/intrekken/", school_intrekken, name="school-intrekken"),
    path("voorzieningen/", voorzieningen, name="voorzieningen"),
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path("eerste-notitie/", notities.notitie_nieuw, name="eerste-notitie-nieuw"),
    path("eerste-notitie/<uuid:notitie_id>/", notities.notitie, name="eerste-notitie"),
    path("eerste-notitie/<uuid:notitie_id>/oppakken/", notities.oppakken, name="notitie-oppakken"),
    path("eerste-notitie/<uuid:notitie_id>/wegleggen/", notities.wegleggen, name="notitie-wegleggen"),
    path("eerste-notitie/<uuid:notitie_id>/afmaken/", notities.afmaken, name="notitie-afmaken"),
    path("vraag-doorgeven/", notities.doorgeven, name="vraag-doorgeven"),
    path("verwijzing-sturen/", aanvragen.verwijzing_sturen, name="verwijzing-sturen"),
    path("aanvraag-sturen/", aanvragen.gi_aanvraag, name="gi-aanvraag"),
    path("aanvragen/", aanvragen.aanvragen, name="aanvragen"),
    path("aanvragen/<uuid:aanvraag_id>/", aanvragen.aanvraag, name="aanvraag"),
    path("aanvragen/<uuid:aanvraag_id>/koppelen/", aanvragen.koppelen, name="aanvraag-koppelen"),
    path("aanvragen/<uuid:aanvraag_id>/weigeren/", aanvragen.weigeren, name="aanvraag-weigeren"),
    path("aanvragen/<uuid:aanvraag_id>/stilstand/", aanvragen.stilstand, name="stilstand"),
    path("casussen/<uuid:casus_id>/triage/", triage.triage, name="triage"),
    path("casussen/<uuid:casus_id>/triage/beginnen/", triage.beginnen, name="triage-beginnen"),
    path("casussen/<uuid:casus_id>/toedelen/", triage.toedelen, name="toedelen"),
    path("casussen/<uuid:casus_id>/veiligheid/", triage.veiligheidsstap, name="veiligheidsstap"),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/treden/", treden, name="treden"),
    path("casussen/<uuid:casus_id>/treden/<uuid:uitkomst_id>/", trede_verbeteren, name="trede-verbeteren"),
    path("casussen/<uuid:casus_id>/besluit/", views.besluit_nieuw, name="besluit-nieuw"),
]
