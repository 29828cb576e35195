"""Every request passes here: which language, who acts, and whether this way in is open to them."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from koers.actions.kern.aanmelden import actor_for, running_aanstellingen
from koers.authorization.ingangen import INGANGEN, PUBLIEK
from koers.authorization.poort import lacks_second_factor, may
from koers.domain.weigering import Refused
from koers.web.fouten import niet_gevonden, refused_page
from koers.web.kern.aanmelden import used_second_factor

Answer = Callable[[HttpRequest], HttpResponse]
GEKOZEN = "gekozen_aanstelling"
# Where somebody with a start password may still go: to choose their own, or out.
MET_STARTWACHTWOORD = {"account_change_password", "afmelden", "taal", "thema", "start", "over"}


class TaalMiddleware:
    """The language of the cookie, else Dutch; the browser's own wish does not count: the law speaks Dutch."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        taal = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        translation.activate(taal if taal in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class ToegangMiddleware:
    """Gives the request its actor, and closes every way in that has no row or no right.

    What somebody may not do looks the same as what does not exist (decision 12).
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = self._actor(request)
        response = self.get_response(request)
        if request.actor is not None:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _actor(self, request: HttpRequest):
        if not request.user.is_authenticated:
            return None
        request.aanstellingen = running_aanstellingen(request.user)
        return actor_for(
            request.user,
            gekozen=request.session.get(GEKOZEN),
            tweede_factor=used_second_factor(request),
            aanstellingen=request.aanstellingen,
        )

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        handeling = INGANGEN.get(f"web:{request.resolver_match.view_name}")
        if handeling is None:
            return niet_gevonden(request)
        if handeling == PUBLIEK or may(request.actor, handeling):
            return self._first_something_else(request, handeling)
        if request.actor is None:
            return redirect_to_login(request.get_full_path())
        return niet_gevonden(request)

    def _first_something_else(self, request: HttpRequest, handeling: str) -> HttpResponse | None:
        """An own password before anything else; a second factor before anything of persons."""
        naam = request.resolver_match.view_name
        if request.actor and request.user.startwachtwoord and naam not in MET_STARTWACHTWOORD:
            return redirect("account_change_password")
        if handeling != PUBLIEK and lacks_second_factor(request.actor, handeling):
            return redirect("tweede-factor")
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refused_page(request, exception) if isinstance(exception, Refused) else None
