"""Addresses of door zorg."""

from django.urls import path

from koers.web.zorg import (
    acceptatie,
    antwoordlink,
    berichten,
    contract_schrijven,
    contractbeheer,
    contracten,
    herindicatie,
    uitlevering,
    verzoeken,
    views,
    wijzigen,
    woonplaats,
)

urlpatterns = [
    path("uitleveringen/", uitlevering.uitleveringen, name="uitleveringen"),
    path(
        "uitleveringen/beleidsinformatie/",
        uitlevering.beleidsinformatie,
        name="uitlevering-beleidsinformatie",
    ),
    path(
        "uitleveringen/beleidsinformatie/<str:vorm>/",
        uitlevering.beleidsinformatie_bestand,
        name="uitlevering-beleidsinformatie-bestand",
    ),
    path("uitleveringen/gebeurtenissen/", uitlevering.gebeurtenissen, name="uitlevering-gebeurtenissen"),
    path(
        "uitleveringen/gebeurtenissen/<str:vorm>/",
        uitlevering.gebeurtenissen_bestand,
        name="uitlevering-gebeurtenissen-bestand",
    ),
    path("uitleveringen/contractlijst/", uitlevering.contractlijst, name="uitlevering-contractlijst"),
    path(
        "uitleveringen/contractlijst/<str:vorm>/",
        uitlevering.contractlijst_bestand,
        name="uitlevering-contractlijst-bestand",
    ),
    path("uitleveringen/kvk/<uuid:aanbieder_id>/", uitlevering.kvk, name="uitlevering-kvk"),
    path("cbs-vragen/", uitlevering.crisis, name="uitlevering-crisis"),
    path("berichten/", berichten.berichten, name="berichten"),
    path("berichten/<uuid:bericht_id>/", berichten.bericht, name="bericht"),
    path("berichten/<uuid:bericht_id>/opnieuw/", berichten.opnieuw, name="bericht-opnieuw"),
    path("verzoeken/", verzoeken.verzoeken, name="verzoeken"),
    path("verzoeken/<uuid:verzoek_id>/", verzoeken.verzoek, name="verzoek"),
    path("verzoeken/<uuid:verzoek_id>/onderzoek/", verzoeken.onderzoek, name="verzoek-onderzoek"),
    path("verzoeken/<uuid:verzoek_id>/afwijzen/", verzoeken.afwijzen, name="verzoek-afwijzen"),
    path("casussen/<uuid:casus_id>/toewijzing/", views.toewijzing_nieuw, name="toewijzing-nieuw"),
    path(
        "casussen/<uuid:casus_id>/andere-gemeente/", woonplaats.andere_gemeente, name="casus-andere-gemeente"
    ),
    path("toewijzingen/", views.toewijzingen, name="toewijzingen"),
    path("toewijzingen/<uuid:toewijzing_id>/", views.toewijzing, name="toewijzing"),
    path("toewijzingen/<uuid:toewijzing_id>/wijzigen/", wijzigen.wijzigen, name="toewijzing-wijzigen"),
    path("toewijzingen/<uuid:toewijzing_id>/evaluatie/", herindicatie.evaluatie, name="evaluatie-nieuw"),
    path("toewijzingen/<uuid:toewijzing_id>/doorgaan/", herindicatie.herindicatie, name="herindicatie"),
    path("toewijzingen/<uuid:toewijzing_id>/start/", views.start, name="traject-start"),
    path("toewijzingen/<uuid:toewijzing_id>/stop/", views.stop, name="traject-stop"),
    path("toewijzingen/<uuid:toewijzing_id>/verlenging/", acceptatie.verlenging, name="verlenging-vragen"),
    path("toewijzingen/<uuid:toewijzing_id>/gesprek/", acceptatie.gesprek, name="toewijzing-gesprek"),
    path("toewijzingen/<uuid:toewijzing_id>/aannemen/", acceptatie.accepteren, name="toewijzing-accepteren"),
    path("toewijzingen/<uuid:toewijzing_id>/weigeren/", acceptatie.weigeren, name="toewijzing-weigeren"),
    path("toewijzingen/<uuid:toewijzing_id>/afronden/", acceptatie.afronden, name="weigering-afronden"),
    path("toewijzingen/<uuid:toewijzing_id>/link/", antwoordlink.maken, name="antwoordlink-maken"),
    path("hulpvraag/<str:sleutel>/", antwoordlink.antwoordlink, name="antwoordlink"),
    path("antwoorden/", contractbeheer.acceptatie, name="acceptatie"),
    path("antwoorden/verslag/", contractbeheer.verslag, name="acceptatie-verslag"),
    path("antwoorden/<uuid:toewijzing_id>/", contractbeheer.weigering, name="weigering"),
    path("contracten/", contracten.contracten, name="contracten"),
    path("contracten/congruentie/", contracten.congruentie, name="congruentie"),
    path("contracten/<uuid:aanbieder_id>/", contracten.aanbieder, name="contract-aanbieder"),
    path("contracten/<uuid:aanbieder_id>/locatie/", contracten.locatie, name="locatie-nieuw"),
    path("contracten/nieuw/", contract_schrijven.contract_nieuw, name="contract-nieuw"),
    path("contracten/contract/<uuid:contract_id>/", contract_schrijven.contract, name="contract"),
    path(
        "contracten/contract/<uuid:contract_id>/product/",
        contract_schrijven.product_nieuw,
        name="contractproduct-nieuw",
    ),
    path(
        "contracten/contract/<uuid:contract_id>/einde/",
        contract_schrijven.contract_einde,
        name="contract-einde",
    ),
    path(
        "contracten/contract/<uuid:contract_id>/intrekken/",
        contract_schrijven.contract_intrekken,
        name="contract-intrekken",
    ),
    path("contracten/product/<uuid:product_id>/tarief/", contract_schrijven.tarief, name="tarief-wijzigen"),
    path(
        "contracten/product/<uuid:product_id>/einde/",
        contract_schrijven.product_einde,
        name="contractproduct-einde",
    ),
    path("antwoorden/<uuid:toewijzing_id>/te-laat/", contractbeheer.escalatie, name="antwoord-escalatie"),
    path("capaciteit/", contracten.capaciteit, name="capaciteit"),
    path("zorgmakelaar/", contractbeheer.zorgmakelaar, name="zorgmakelaar"),
    path("zorgmakelaar/<uuid:toewijzing_id>/", contractbeheer.route, name="zorgmakelaar-route"),
    path(
        "zorgmakelaar/<uuid:toewijzing_id>/oppakken/", contractbeheer.oppakken, name="zorgmakelaar-oppakken"
    ),
]
