"""Every address of the web application. Each name has a row in `koers.authorization.ingangen`."""

from django.urls import include, path

urlpatterns = [
    path("", include("koers.web.kern.aanmeld_urls")),
    path("", include("koers.web.kern.urls")),
    path("", include("koers.web.toegang.urls")),
    path("", include("koers.web.zorg.urls")),
    path("", include("koers.web.monitor.urls")),
    path("", include("koers.web.prognose.urls")),
    path("", include("koers.web.netwerk.urls")),
    path("", include("koers.web.sturing.urls")),
    path("api/", include("koers.api.urls")),
]
handler404 = "koers.web.fouten.niet_gevonden"
handler403 = "koers.web.fouten.mag_niet"
handler500 = "koers.web.fouten.storing"
