"""Addresses of door monitor."""

from django.urls import path

from koers.web.monitor import (
    aanleveringen,
    badkuip,
    beleid,
    indicatoren,
    landschap,
    publicaties,
    regio,
    themas,
    uitstroom,
    uitvoer,
    vergelijken,
)

urlpatterns = [
    path("aanleveringen/", aanleveringen.aanleveringen, name="aanleveringen"),
    path("aanleveringen/nieuw/", aanleveringen.aanlevering_nieuw, name="aanlevering-nieuw"),
    path("aanleveringen/<int:aanlevering_id>/", aanleveringen.aanlevering, name="aanlevering"),
    path("regio/", regio.regio, name="regio"),
    path("regio/tabel.<slug:vorm>", uitvoer.regio, name="regio-tabel"),
    path("regio/<slug:code>/", regio.gemeente, name="regio-gemeente"),
    path("indicatoren/", indicatoren.indicatoren, name="indicatoren"),
    path("indicatoren/vergelijken/", vergelijken.vergelijken, name="vergelijken"),
    path("indicatoren/vergelijken/tabel.<slug:vorm>", vergelijken.tabel, name="vergelijken-tabel"),
    path("indicatoren/<slug:id>/", indicatoren.indicator, name="indicator"),
    path("indicatoren/<slug:id>/intern/", indicatoren.indicator_intern, name="indicator-intern"),
    path("indicatoren/<slug:id>/tabel.<slug:vorm>", uitvoer.indicator, name="indicator-tabel"),
    path(
        "indicatoren/<slug:id>/intern/tabel.<slug:vorm>",
        uitvoer.indicator_intern,
        name="indicator-intern-tabel",
    ),
    path("badkuip/", badkuip.badkuipen, name="badkuipen"),
    path("badkuip/<slug:code>/", badkuip.badkuip, name="badkuip"),
    path("badkuip/<slug:code>/tabel.<slug:vorm>", badkuip.tabel, name="badkuip-tabel"),
    path("uitstroom/", uitstroom.uitstromen, name="uitstromen"),
    path("uitstroom/<slug:code>/", uitstroom.uitstroom, name="uitstroom"),
    path("themas/", themas.themas, name="themas"),
    path("themas/<slug:code>/", themas.gemeente, name="themas-gemeente"),
    path("themas/<slug:code>/tabel.<slug:vorm>", themas.tabel, name="themas-tabel"),
    path("themas/<slug:code>/ronde/", themas.ronde, name="themas-ronde"),
    path("themas/<slug:code>/stem/", themas.stem, name="themas-stem"),
    path("themas/<slug:code>/stem/intrekken/", themas.stem_intrekken, name="themas-stem-intrekken"),
    path("themas/<slug:code>/besluit/", themas.besluit, name="themas-besluit"),
    path(
        "themas/<slug:code>/besluit/verbeteren/", themas.besluit_verbeteren, name="themas-besluit-verbeteren"
    ),
    path("themas/<slug:code>/over/<slug:id>/", themas.thema, name="themas-thema"),
    path("zorglandschap/", landschap.landschappen, name="zorglandschappen"),
    path("zorglandschap/<slug:code>/", landschap.landschap, name="zorglandschap"),
    path("zorglandschap/<slug:code>/tabel.<slug:vorm>", landschap.tabel, name="zorglandschap-tabel"),
    path("publicaties/", publicaties.publicaties, name="publicaties"),
    path("publicaties/nieuw/", publicaties.publicatie_nieuw, name="publicatie-nieuw"),
    path("publicaties/<uuid:publicatie_id>/", publicaties.publicatie, name="publicatie"),
    path("publicaties/<uuid:publicatie_id>/tabel.<slug:vorm>", publicaties.tabel, name="publicatie-tabel"),
    path("beleid/", beleid.beleid, name="beleid"),
    path("beleid/<slug:soort>/", beleid.beleid_soort, name="beleid-soort"),
]
