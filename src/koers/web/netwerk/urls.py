"""Addresses of door netwerk."""

from django.urls import path

from koers.web.netwerk import (
    dossiers,
    escalaties,
    geheugen,
    landschapsdossiers,
    nza_signalen,
    ontwikkelingen,
    oordelen,
    scenariokeuze,
    verdeelsleutel,
    vergaderingen,
    vergaderpunten,
    verslagen,
    waarvan,
    wiel,
    wiel_antwoord,
)

_ONTWIKKELING = "netwerk/ontwikkelingen/<uuid:ontwikkeling_id>/"
_OORDEEL = "netwerk/oordelen/<slug:lijst>/<slug:punt>/"
_DOSSIER = "netwerk/zorglandschap/<uuid:dossier_id>/"
_ESCALATIE = "escalaties/<uuid:escalatie_id>/"

urlpatterns = [
    path("nza-signalen/", nza_signalen.signalen, name="nza-signalen"),
    path("nza-signalen/inlezen/", nza_signalen.inlezen, name="nza-signalen-inlezen"),
    path("nza-signalen/<uuid:signaal_id>/", nza_signalen.signaal, name="nza-signaal"),
    path("nza-signalen/<uuid:signaal_id>/oppakken/", nza_signalen.oppakken, name="nza-signaal-oppakken"),
    path("nza-signalen/<uuid:signaal_id>/afronden/", nza_signalen.afronden, name="nza-signaal-afronden"),
    path("nza-signalen/<uuid:signaal_id>/heropenen/", nza_signalen.heropenen, name="nza-signaal-heropenen"),
    path("escalaties/", escalaties.escalaties, name="escalaties"),
    path("escalaties/nieuw/", escalaties.nieuw, name="escalatie-nieuw"),
    path(_ESCALATIE, escalaties.escalatie, name="escalatie"),
    path(f"{_ESCALATIE}stap/<slug:stap>/", escalaties.stap, name="escalatie-stap"),
    path(f"{_ESCALATIE}bedaard/", escalaties.bedaard, name="escalatie-bedaard"),
    path(f"{_ESCALATIE}evalueren/", escalaties.evalueren, name="escalatie-evalueren"),
    path(f"{_ESCALATIE}sluiten/", escalaties.sluiten, name="escalatie-sluiten"),
    path(f"{_ESCALATIE}heropenen/", escalaties.heropenen, name="escalatie-heropenen"),
    path(f"{_ESCALATIE}intrekken/", escalaties.intrekken, name="escalatie-intrekken"),
    path("netwerk/zorglandschap/", landschapsdossiers.dossiers, name="landschapsdossiers"),
    path("netwerk/zorglandschap/nieuw/", landschapsdossiers.nieuw, name="landschapsdossier-nieuw"),
    path(
        "netwerk/zorglandschap/vragen/<uuid:marktvraag_id>/antwoord/",
        landschapsdossiers.antwoord,
        name="landschap-antwoord",
    ),
    path(_DOSSIER, landschapsdossiers.dossier, name="landschapsdossier"),
    path(f"{_DOSSIER}alternatief/", landschapsdossiers.alternatief, name="landschap-alternatief"),
    path(f"{_DOSSIER}markt/", landschapsdossiers.markt, name="landschap-markt"),
    path(f"{_DOSSIER}besluit/", landschapsdossiers.besluit, name="landschap-besluit"),
    path(f"{_DOSSIER}overdragen/", landschapsdossiers.overdragen, name="landschap-overdragen"),
    path(f"{_DOSSIER}afronden/", landschapsdossiers.afronden, name="landschap-afronden"),
    path(f"{_DOSSIER}heropenen/", landschapsdossiers.heropenen, name="landschap-heropenen"),
    path("netwerk/ontwikkelingen/", ontwikkelingen.ontwikkelingen, name="ontwikkelingen"),
    path("netwerk/ontwikkelingen/nieuw/", ontwikkelingen.nieuw, name="ontwikkeling-nieuw"),
    path(_ONTWIKKELING, ontwikkelingen.ontwikkeling, name="ontwikkeling"),
    path(f"{_ONTWIKKELING}stand/", ontwikkelingen.stand, name="ontwikkeling-stand"),
    path("netwerk/oordelen/", oordelen.oordelen, name="oordelen"),
    path("netwerk/oordelen/verbeteringen/<uuid:verbetering_id>/", oordelen.verbetering, name="verbetering"),
    path("netwerk/oordelen/<slug:lijst>/", oordelen.oordeellijst, name="oordeellijst"),
    path(_OORDEEL, oordelen.oordeel, name="oordeel"),
    path(f"{_OORDEEL}schrijven/", oordelen.schrijven, name="oordeel-schrijven"),
    path(f"{_OORDEEL}delen/", oordelen.delen, name="oordeel-delen"),
    path(f"{_OORDEEL}verbetering/", oordelen.verbetering_nieuw, name="verbetering-nieuw"),
    path("netwerk/", waarvan.netwerk, name="netwerk"),
    path("netwerk/mandaat/", waarvan.mandaat, name="mandaat"),
    path("netwerk/dossiers/", dossiers.dossiers, name="dossiers"),
    path("netwerk/verdeelsleutel/", verdeelsleutel.verdeelsleutel, name="verdeelsleutel"),
    path("netwerk/geheugen/", geheugen.geheugen, name="geheugen"),
    path("vergaderingen/", vergaderingen.vergaderingen, name="vergaderingen"),
    path("vergaderingen/nieuw/", vergaderingen.vergadering_nieuw, name="vergadering-nieuw"),
    path("vergaderingen/acties/", vergaderpunten.acties, name="acties"),
    path("vergaderingen/acties/<uuid:actie_id>/", vergaderpunten.actie, name="actie"),
    path("vergaderingen/raakt-ons/", vergaderpunten.raakt_ons, name="raakt-ons"),
    path("vergaderingen/raakt-ons/<uuid:raakt_id>/", vergaderpunten.terugkoppeling, name="terugkoppeling"),
    path("vergaderingen/punten/<uuid:punt_id>/annotatie/", vergaderpunten.annotatie, name="annotatie"),
    path("vergaderingen/punten/<uuid:punt_id>/standpunt/", vergaderpunten.standpunt, name="standpunt"),
    path("vergaderingen/punten/<uuid:punt_id>/besluit/", vergaderpunten.besluit, name="agendapunt-besluit"),
    path(
        "vergaderingen/punten/<uuid:punt_id>/sluiten/",
        vergaderingen.agendapunt_sluiten,
        name="agendapunt-sluiten",
    ),
    path("vergaderingen/besluiten/<uuid:besluit_id>/actie/", vergaderpunten.actie_nieuw, name="actie-nieuw"),
    path("vergaderingen/<uuid:vergadering_id>/", vergaderingen.vergadering, name="vergadering"),
    path(
        "vergaderingen/<uuid:vergadering_id>/punt/", vergaderingen.agendapunt_nieuw, name="agendapunt-nieuw"
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/versturen/",
        vergaderingen.agenda_versturen,
        name="agenda-versturen",
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/afgelasten/",
        vergaderingen.vergadering_afgelasten,
        name="vergadering-afgelasten",
    ),
    path("vergaderingen/<uuid:vergadering_id>/verslag/", verslagen.verslag, name="verslag"),
    path(
        "vergaderingen/<uuid:vergadering_id>/verslag/schrijven/",
        verslagen.verslag_schrijven,
        name="verslag-schrijven",
    ),
    path(
        "vergaderingen/<uuid:vergadering_id>/verslag/vaststellen/",
        verslagen.verslag_vaststellen,
        name="verslag-vaststellen",
    ),
    path("vergaderingen/<uuid:vergadering_id>/verslag/pdf/", verslagen.verslag_pdf, name="verslag-pdf"),
    path("netwerk/scenariokeuze/", scenariokeuze.keuzes, name="scenariokeuzes"),
    path("netwerk/scenariokeuze/nieuw/", scenariokeuze.nieuw, name="scenariokeuze-nieuw"),
    path("netwerk/scenariokeuze/<uuid:keuze_id>/", scenariokeuze.keuze, name="scenariokeuze"),
    path("netwerk/scenariokeuze/<uuid:keuze_id>/uren/", scenariokeuze.uren, name="scenariokeuze-uren"),
    path(
        "netwerk/scenariokeuze/<uuid:keuze_id>/inbreng/", scenariokeuze.inbreng, name="scenariokeuze-inbreng"
    ),
    path(
        "netwerk/scenariokeuze/<uuid:keuze_id>/besluit/", scenariokeuze.besluit, name="scenariokeuze-besluit"
    ),
    path("netwerk/wiel/", wiel.wiel, name="wiel"),
    path("netwerk/wiel/nieuw/", wiel.wiel_nieuw, name="wiel-nieuw"),
    path("netwerk/wiel/<uuid:ronde_id>/", wiel.wiel_ronde, name="wiel-ronde"),
    path("netwerk/wiel/<uuid:ronde_id>/stellingen/", wiel.wiel_stellingen, name="wiel-stellingen"),
    path("netwerk/wiel/<uuid:ronde_id>/uitnodigen/", wiel.wiel_uitnodigen, name="wiel-uitnodigen"),
    path("netwerk/wiel/<uuid:ronde_id>/sluiten/", wiel.wiel_sluiten, name="wiel-sluiten"),
    path("antwoord/<str:sleutel>/", wiel_antwoord.wiel_antwoord, name="wiel-antwoord"),
]
