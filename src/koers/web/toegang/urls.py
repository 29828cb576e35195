"""Addresses of door toegang."""

from django.urls import path

from koers.web.toegang import views
from koers.web.toegang.school import school, school_intrekken
from koers.web.toegang.treden import trede_verbeteren, treden
from koers.web.toegang.voorzieningen import voorzieningen

urlpatterns = [
    path("school/", school, name="school"),
    path("school/<uuid:werk_id>/intrekken/", school_intrekken, name="school-intrekken"),
    path("voorzieningen/", voorzieningen, name="voorzieningen"),
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/treden/", treden, name="treden"),
    path("casussen/<uuid:casus_id>/treden/<uuid:uitkomst_id>/", trede_verbeteren, name="trede-verbeteren"),
    path("casussen/<uuid:casus_id>/besluit/", views.besluit_nieuw, name="besluit-nieuw"),
]
