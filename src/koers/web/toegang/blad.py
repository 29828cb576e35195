"""What pages with one form share: show it, send it, say that it worked."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from koers.web.formulier import Formulier, send


def one_form(
    request: HttpRequest,
    formulier: Formulier,
    do: Callable[[], Any],
    *,
    naar: Callable[[Any], tuple[str, list[Any]]],
    gelukt: str,
    kop: str,
    uitleg: str,
    knop: str,
    kruimels: list[tuple[str, str]],
    vooraf: str = "",
    **meer: Any,
) -> HttpResponse:
    """A page with a heading, a sentence and one form. `naar`: the name and arguments of the page after it."""
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, gelukt)
            naam, args = naar(done)
            return redirect(naam, *args)
    context = {
        "formulier": formulier,
        "kop": kop,
        "uitleg": uitleg,
        "knop": knop,
        "kruimels": kruimels,
        "vooraf": vooraf,
    }
    return render(request, "toegang/een_formulier.html", context | meer, status=formulier.status)
