"""Pages for what is not there, what may not be done, and what broke: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence

# Refusals about rights; all others are about the state of things and answer 409.
OVER_RECHTEN = frozenset({"geen_recht", "tweede_factor_nodig"})
# Without forms and without a current door, so that nothing in the page tells one address from another.
SOBER = {"sober": True}


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """One page, the same to the byte, for what is not there and what somebody may not know is there."""
    return render(request, "fouten/404.html", SOBER, status=404)


def mag_niet(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something that Django itself refused."""
    return render(request, "fouten/403.html", SOBER, status=403)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its proof: too old, sent twice after signing out, or from another site."""
    return render(request, "fouten/csrf.html", SOBER, status=403)


def te_vaak(request: HttpRequest, credentials: object = None, *rest: object) -> HttpResponse:
    """Too many failed attempts to sign in."""
    return render(request, "fouten/te_vaak.html", SOBER, status=429)


def storing(request: HttpRequest) -> HttpResponse:
    """Something broke on our side. The page needs no database and no session."""
    return render(None, "fouten/500.html", status=500)


def refused_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The rule's sentence, when no form stands ready to show it."""
    status = 403 if refused.code in OVER_RECHTEN else 409
    return render(request, "fouten/geweigerd.html", {"zin": sentence(refused)}, status=status)
