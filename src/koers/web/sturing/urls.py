"""Addresses of door sturing."""

from django.urls import path

from koers.web.sturing import (
    agenda,
    gebied_schrijven,
    gebiedsagenda,
    leren,
    overgang,
    principes,
    rapportages,
    schrijven,
    sjablonen,
)

_ACTIE = "agenda/acties/<uuid:actie_id>/"
_BIJEENKOMST = "gebiedsagenda/bijeenkomsten/<uuid:bijeenkomst_id>/"
_AFSPRAAK = "gebiedsagenda/afspraken/<uuid:afspraak_id>/"
_OPGAVE = "agenda/<slug:opgave>/"
_VOORWAARDE = "agenda/overgang/voorwaarden/<uuid:voorwaarde_id>/"
_FORMATIE = "agenda/overgang/formatie/<uuid:formatie_id>/"

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/sinds/", agenda.sinds, name="agenda-sinds"),
    path("agenda/principes/", principes.principes, name="agenda-principes"),
    path("agenda/overgang/", overgang.overgangen, name="overgangen"),
    path("agenda/overgang/voorwaarde/", overgang.voorwaarde_nieuw, name="voorwaarde-nieuw"),
    path(_VOORWAARDE, overgang.voorwaarde_wijzigen, name="voorwaarde-wijzigen"),
    path(f"{_VOORWAARDE}voldaan/", overgang.voorwaarde_voldaan, name="voorwaarde-voldaan"),
    path(f"{_VOORWAARDE}vervallen/", overgang.voorwaarde_vervallen, name="voorwaarde-vervallen"),
    path(f"{_VOORWAARDE}heropenen/", overgang.voorwaarde_heropenen, name="voorwaarde-heropenen"),
    path("agenda/overgang/formatie/", overgang.formatie_nieuw, name="formatie-nieuw"),
    path(_FORMATIE, overgang.formatie, name="formatie"),
    path(f"{_FORMATIE}vervallen/", overgang.formatie_vervallen, name="formatie-vervallen"),
    path("agenda/besluiten/<uuid:besluit_id>/principe/", principes.besluit_principe, name="besluit-principe"),
    path("agenda/interventies/<uuid:interventie_id>/actie/", schrijven.actie_nieuw, name="agendaactie-nieuw"),
    path(
        "agenda/interventies/<uuid:interventie_id>/principe/",
        principes.interventie_principe,
        name="interventie-principe",
    ),
    path(_ACTIE, agenda.agendaactie, name="agendaactie"),
    path(f"{_ACTIE}verschuiven/", schrijven.verschuiven, name="agendaactie-verschuiven"),
    path(f"{_ACTIE}afronden/", schrijven.afronden, name="agendaactie-afronden"),
    path(f"{_ACTIE}vervallen/", schrijven.vervallen, name="agendaactie-vervallen"),
    path(f"{_ACTIE}heropenen/", schrijven.heropenen, name="agendaactie-heropenen"),
    path(f"{_ACTIE}wacht-op/", schrijven.wacht, name="agendaactie-wacht"),
    path("agenda/wachten/<uuid:schakel_id>/los/", schrijven.los, name="agendaactie-los"),
    path(_OPGAVE, agenda.opgave, name="opgave"),
    path(f"{_OPGAVE}eigenaar/", schrijven.eigenaar, name="opgave-eigenaar"),
    path(f"{_OPGAVE}stand/", schrijven.stand, name="opgave-stand"),
    path(f"{_OPGAVE}doel/", schrijven.doel, name="opgave-doel"),
    path(f"{_OPGAVE}interventie/", schrijven.interventie_nieuw, name="interventie-nieuw"),
    path("gebiedsagenda/", gebiedsagenda.gebiedsagenda, name="gebiedsagenda"),
    path(_BIJEENKOMST, gebiedsagenda.bijeenkomst, name="bijeenkomst"),
    path(f"{_BIJEENKOMST}verbeteren/", gebied_schrijven.verbeteren, name="bijeenkomst-verbeteren"),
    path(f"{_BIJEENKOMST}aanwezigen/", gebied_schrijven.aanwezigen, name="bijeenkomst-aanwezigen"),
    path(f"{_BIJEENKOMST}partners/<uuid:organisatie_id>/", gebied_schrijven.bijdrage, name="bijdrage"),
    path(f"{_BIJEENKOMST}afspraak/", gebied_schrijven.afspraak_nieuw, name="gebiedsafspraak-nieuw"),
    path(_AFSPRAAK, gebiedsagenda.gebiedsafspraak, name="gebiedsafspraak"),
    path(f"{_AFSPRAAK}verschuiven/", gebied_schrijven.verschuiven, name="gebiedsafspraak-verschuiven"),
    path(f"{_AFSPRAAK}afronden/", gebied_schrijven.afronden, name="gebiedsafspraak-afronden"),
    path(f"{_AFSPRAAK}vervallen/", gebied_schrijven.vervallen, name="gebiedsafspraak-vervallen"),
    path(f"{_AFSPRAAK}heropenen/", gebied_schrijven.heropenen, name="gebiedsafspraak-heropenen"),
    path("gebiedsagenda/<slug:gebied>/", gebiedsagenda.gebied, name="gebied"),
    path(
        "gebiedsagenda/<slug:gebied>/bijeenkomst/",
        gebied_schrijven.bijeenkomst_nieuw,
        name="bijeenkomst-nieuw",
    ),
    path("leren/", leren.leren, name="leren"),
    path("leren/nieuw/<slug:soort>/", leren.nieuw, name="leerblad-nieuw"),
    path("leren/<uuid:blad_id>/", leren.leerblad, name="leerblad"),
    path("leren/<uuid:blad_id>/wijzigen/", leren.wijzigen, name="leerblad-wijzigen"),
    path("leren/<uuid:blad_id>/meedoen/", leren.meedoen, name="leren-meedoen"),
    path("leren/<uuid:blad_id>/notitie/", leren.notitie, name="leren-notitie"),
    path("leren/<uuid:blad_id>/gasten/", leren.gasten, name="leren-gasten"),
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
