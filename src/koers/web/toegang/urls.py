"""Addresses of door toegang."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path

from koers.web.toegang import (
    aanvragen,
    besluiten,
    bezwaren,
    brieven,
    klein,
    notities,
    plannen,
    planregie,
    poh,
    schrijnend,
    team,
    toekomst,
    triage,
    verwijsverzoek_werk,
    verwijsverzoeken,
    views,
)
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
    path("team/", team.team, name="team"),
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
    path("verwijzing-sturen/", verwijsverzoeken.verwijzing_sturen, name="verwijzing-sturen"),
    path("verwijsverzoek-sturen/", verwijsverzoeken.gi_verwijsverzoek, name="gi-verwijsverzoek"),
    path("verwijsverzoeken/", verwijsverzoeken.verwijsverzoeken, name="verwijsverzoeken"),
    path(
        "verwijsverzoeken/<uuid:verwijsverzoek_id>/", verwijsverzoeken.verwijsverzoek, name="verwijsverzoek"
    ),
    path(
        "verwijsverzoeken/<uuid:verwijsverzoek_id>/werk/<slug:soort>/",
        verwijsverzoek_werk.werk,
        name="verwijsverzoek-werk",
    ),
    path(
        "verwijsverzoeken/<uuid:verwijsverzoek_id>/koppelen/",
        verwijsverzoeken.koppelen,
        name="verwijsverzoek-koppelen",
    ),
    path(
        "verwijsverzoeken/<uuid:verwijsverzoek_id>/weigeren/",
        verwijsverzoeken.weigeren,
        name="verwijsverzoek-weigeren",
    ),
    path(
        "verwijsverzoeken/<uuid:verwijsverzoek_id>/stilstand/", verwijsverzoeken.stilstand, name="stilstand"
    ),
    path("casussen/<uuid:casus_id>/triage/", triage.triage, name="triage"),
    path("casussen/<uuid:casus_id>/triage/beginnen/", triage.beginnen, name="triage-beginnen"),
    path("casussen/<uuid:casus_id>/toedelen/", triage.toedelen, name="toedelen"),
    path("casussen/<uuid:casus_id>/veiligheid/", triage.veiligheidsstap, name="veiligheidsstap"),
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
    *(path(f"gezinnen/<uuid:gezin_id>/plan/{adres}", view, name=naam) for adres, view, naam in PLAN),
    path("casussen/<uuid:casus_id>/ervaring/", klein.ervaring, name="ervaring-nieuw"),
    path("gezinnen/<uuid:gezin_id>/voorliggend/", klein.voorliggend, name="voorliggend-nieuw"),
    path("overdrachten/<uuid:overdracht_id>/", klein.overdracht, name="overdracht"),
    path("poh/", poh.poh, name="poh"),
    path("poh/nieuw/", poh.nieuw, name="poh-nieuw"),
    path("poh/groep/", poh.groep, name="poh-groep"),
    path("poh/lijst/", poh.lijst, name="poh-lijst"),
    path("poh/<uuid:lichte_hulp_id>/", poh.licht, name="licht"),
    path("poh/<uuid:lichte_hulp_id>/stap/", poh.stap, name="licht-stap"),
    path("poh/<uuid:lichte_hulp_id>/overdragen/", poh.overdragen, name="licht-overdragen"),
    path("poh/<uuid:lichte_hulp_id>/verbeteren/", poh.verbeteren, name="licht-verbeteren"),
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
