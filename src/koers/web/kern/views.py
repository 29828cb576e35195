"""Start page, role, language and theme."""

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from koers.actions.kern.aanmelden import running_aanstellingen
from koers.authorization.poort import may
from koers.web.gehouden import same_for_anybody
from koers.web.kern.vandaag import today_of
from koers.web.middleware import GEKOZEN
from koers.web.thema import worn

EEN_JAAR = 365 * 24 * 3600


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What Koers is; who has work here goes straight to today."""
    if may(request.actor, "read_vandaag"):
        return redirect("vandaag")
    return same_for_anybody(request, "kern/start.html")


@require_safe
def over(request: HttpRequest) -> HttpResponse:
    """Sources, accessibility and privacy, for everyone."""
    return render(request, "kern/over.html")


@require_safe
def vandaag(request: HttpRequest) -> HttpResponse:
    """What needs me now."""
    return render(request, "kern/vandaag.html", {"dag": today_of(request.actor)})


@require_safe
def gezondheid(request: HttpRequest) -> HttpResponse:
    """Answers "goed" when the database answers; for whoever watches over the server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed\n", content_type="text/plain; charset=utf-8")


@require_POST
def taal(request: HttpRequest) -> HttpResponse:
    """Remembers the language in a cookie."""
    return _remember(request, settings.LANGUAGE_COOKIE_NAME, "taal", dict(settings.LANGUAGES))


@require_POST
def thema(request: HttpRequest) -> HttpResponse:
    """Remembers light, dark or the system's choice in a cookie."""
    return _remember(request, "thema", "thema", {"licht", "donker", "systeem"})


@require_safe
def thema_css(request: HttpRequest) -> HttpResponse:
    """The municipality's own theme, if it has one; kept by the browser until it changes."""
    thema = worn()
    if thema is None:
        raise Http404
    return HttpResponse(
        thema.css,
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )


@require_POST
def rol(request: HttpRequest) -> HttpResponse:
    """Goes on in another of one's own roles; a role that is not theirs changes nothing."""
    gekozen = request.POST.get("aanstelling", "")
    mine = running_aanstellingen(request.user) if request.user.is_authenticated else ()
    if gekozen in {str(a.id) for a in mine}:
        request.session[GEKOZEN] = gekozen
    return redirect("vandaag")


def _remember(request: HttpRequest, cookie: str, veld: str, choices) -> HttpResponse:
    response = HttpResponseRedirect(_back(request))
    keuze = request.POST.get(veld, "")
    if keuze in choices:
        response.set_cookie(
            cookie,
            keuze,
            max_age=EEN_JAAR,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
    return response


def _back(request: HttpRequest) -> str:
    terug = request.POST.get("terug", "/")
    return terug if url_has_allowed_host_and_scheme(terug, allowed_hosts=None) and terug[:1] == "/" else "/"
