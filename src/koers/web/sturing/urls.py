"""Addresses of door sturing."""

from django.urls import path

from koers.web.sturing import (
    agenda,
    principes,
    proeftuinen,
    rapportages,
    risicos,
    schrijven,
    sjablonen,
    subsidies,
)

_ACTIE = "agenda/acties/<uuid:actie_id>/"
_PROEFTUIN = "proeftuinen/<uuid:proeftuin_id>/"
_RISICO = "risicos/<uuid:risico_id>/"
_SUBSIDIE = "subsidies/<uuid:subsidie_id>/"
_CONTRACT = "subsidies/contracten/<uuid:contract_id>/"
_OPGAVE = "agenda/<slug:opgave>/"

urlpatterns = [
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/sinds/", agenda.sinds, name="agenda-sinds"),
    path("agenda/principes/", principes.principes, name="agenda-principes"),
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
    path("proeftuinen/", proeftuinen.proeftuinen, name="proeftuinen"),
    path("proeftuinen/nieuw/", proeftuinen.nieuw, name="proeftuin-nieuw"),
    path(_PROEFTUIN, proeftuinen.proeftuin, name="proeftuin"),
    path(f"{_PROEFTUIN}ontwerp/", proeftuinen.ontwerp, name="proeftuin-ontwerp"),
    path(f"{_PROEFTUIN}starten/", proeftuinen.starten, name="proeftuin-starten"),
    path(f"{_PROEFTUIN}telling/", proeftuinen.telling, name="proeftuin-telling"),
    path(f"{_PROEFTUIN}evaluatie/", proeftuinen.evaluatie, name="proeftuin-evaluatie"),
    path(f"{_PROEFTUIN}besluit/", proeftuinen.besluit, name="proeftuin-besluit"),
    path(f"{_PROEFTUIN}afbreken/", proeftuinen.afbreken, name="proeftuin-afbreken"),
    path("risicos/", risicos.risicos, name="risicos"),
    path("risicos/nieuw/", risicos.nieuw, name="risico-nieuw"),
    path(_RISICO, risicos.risico, name="risico"),
    path(f"{_RISICO}oordeel/", risicos.oordeel, name="risico-oordeel"),
    path(f"{_RISICO}maatregel/", risicos.maatregel, name="risico-maatregel"),
    path(f"{_RISICO}signaal/", risicos.signaal, name="risico-signaal"),
    path(f"{_RISICO}sluiten/", risicos.sluiten, name="risico-sluiten"),
    path(f"{_RISICO}heropenen/", risicos.heropenen, name="risico-heropenen"),
    path("risicos/maatregelen/<uuid:maatregel_id>/", risicos.maatregel_klaar, name="maatregel-klaar"),
    path("risicos/signalen/<uuid:signaal_id>/los/", risicos.signaal_los, name="signaal-los"),
    path("subsidies/", subsidies.subsidies, name="subsidies"),
    path("subsidies/nieuw/", subsidies.nieuw, name="subsidie-nieuw"),
    path(_SUBSIDIE, subsidies.subsidie, name="subsidie"),
    path(f"{_SUBSIDIE}afspraak/", subsidies.subsidie_afspraak, name="subsidie-afspraak"),
    path(f"{_SUBSIDIE}toets/", subsidies.subsidie_toets, name="subsidie-toets"),
    path(f"{_SUBSIDIE}principe/", subsidies.subsidie_principe, name="subsidie-principe"),
    path(_CONTRACT, subsidies.contract, name="contractprestaties"),
    path(f"{_CONTRACT}afspraak/", subsidies.contract_afspraak, name="contract-afspraak"),
    path(f"{_CONTRACT}toets/", subsidies.contract_toets, name="contract-toets"),
    path("subsidies/afspraken/<uuid:afspraak_id>/los/", subsidies.prestatie_los, name="prestatie-los"),
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
