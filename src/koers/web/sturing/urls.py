"""Addresses of door sturing."""

from django.urls import path

from koers.web.sturing import agenda, principes, schrijven

_ACTIE = "agenda/acties/<uuid:actie_id>/"
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
]
