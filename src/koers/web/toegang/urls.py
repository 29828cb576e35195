"""Addresses of door toegang."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path

from koers.web.toegang import plannen, planregie, views
from koers.web.toegang.school import school, school_intrekken
from koers.web.toegang.treden import trede_verbeteren, treden
from koers.web.toegang.voorzieningen import voorzieningen

PLAN: list[tuple[str, Callable[..., HttpResponse], str]] = [
    ("", plannen.plan, "plan"),
    ("nieuw/", planregie.nieuw, "plan-nieuw"),
    ("gegevens/", planregie.gegevens, "plan-gegevens"),
    ("vaststellen/", planregie.vaststellen, "plan-vaststellen"),
    ("akkoord/", planregie.akkoord, "plan-akkoord"),
    ("sluiten/", planregie.sluiten, "plan-sluiten"),
    ("familiegroepsplan/", planregie.familiegroepsplan, "plan-familiegroepsplan"),
    ("toestemming/", planregie.toestemming, "plan-toestemming"),
    ("organisatie/", planregie.organisatie, "plan-organisatie"),
    ("vraag/", planregie.vraag, "plan-vraag"),
    ("print/", plannen.afdruk, "plan-print"),
    ("verschil/", plannen.verschil, "plan-verschil"),
    ("versies/<int:nummer>/", plannen.versie, "plan-versie"),
    ("delen/<uuid:deel_id>/lezers/", planregie.lezers, "plan-lezers"),
    ("delen/<uuid:deel_id>/<slug:soort>/", plannen.onderdeel_nieuw, "plan-onderdeel-nieuw"),
    ("onderdelen/<uuid:onderdeel_id>/", plannen.onderdeel, "plan-onderdeel"),
    ("onderdelen/<uuid:onderdeel_id>/<slug:soort>/", plannen.stap, "plan-stap"),
]
urlpatterns = [
    path("school/", school, name="school"),
    path("school/<uuid:werk_id>/intrekken/", school_intrekken, name="school-intrekken"),
    path("voorzieningen/", voorzieningen, name="voorzieningen"),
    path("gezinnen/<uuid:gezin_id>/melding/", views.melding_nieuw, name="melding-nieuw"),
    path("casussen/<uuid:casus_id>/", views.casus, name="casus"),
    path("casussen/<uuid:casus_id>/treden/", treden, name="treden"),
    path("casussen/<uuid:casus_id>/treden/<uuid:uitkomst_id>/", trede_verbeteren, name="trede-verbeteren"),
    path("casussen/<uuid:casus_id>/besluit/", views.besluit_nieuw, name="besluit-nieuw"),
    *(path(f"gezinnen/<uuid:gezin_id>/plan/{adres}", view, name=naam) for adres, view, naam in PLAN),
]
