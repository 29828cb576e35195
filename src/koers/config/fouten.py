"""What goes wrong outside a view: a page for people, under /api/ an error as programs know it."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from koers.api import antwoord
from koers.web import fouten

API = "/api/"


def onbegrepen(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that Django itself did not trust."""
    return antwoord.not_understood(request) if _api(request) else defaults.bad_request(request, exception)


def mag_niet(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Something that Django itself refused."""
    return antwoord.not_allowed(request) if _api(request) else fouten.mag_niet(request, exception)


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing is there, or nothing that may be known."""
    return antwoord.nothing_there(request) if _api(request) else fouten.niet_gevonden(request, exception)


def storing(request: HttpRequest) -> HttpResponse:
    """Something broke on our side; Django has written to the log what."""
    return antwoord.broken(request) if _api(request) else fouten.storing(request)


def _api(request: HttpRequest) -> bool:
    return request.path_info.startswith(API)
