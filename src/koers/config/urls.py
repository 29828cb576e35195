"""Every address of the web application. Each name has a row in `koers.authorization.ingangen`."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("koers.api.urls")),  # first: the others are tried one by one
    path("", include("koers.web.kern.aanmeld_urls")),
    path("", include("koers.web.kern.urls")),
    path("", include("koers.web.toegang.urls")),
    path("", include("koers.web.zorg.urls")),
    path("", include("koers.web.monitor.urls")),
    path("", include("koers.web.prognose.urls")),
    path("", include("koers.web.netwerk.urls")),
    path("", include("koers.web.sturing.urls")),
]
handler400 = "koers.config.fouten.onbegrepen"
handler403 = "koers.config.fouten.mag_niet"
handler404 = "koers.config.fouten.niet_gevonden"
handler500 = "koers.config.fouten.storing"
