"""What pages with one form share: show it, send it, say that it worked."""

from collections.abc import Callable
from typing import Any, NotRequired, TypedDict, Unpack

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from koers.web.formulier import Formulier, send


class Blad(TypedDict):
    """The words of such a page. `vooraf`: a template between its first sentence and the form."""

    kop: str
    uitleg: str
    knop: str
    gelukt: str
    kruimels: list[tuple[str, str]]
    vooraf: NotRequired[str]
    herindicatie: NotRequired[Any]


def one_form(
    request: HttpRequest,
    formulier: Formulier,
    do: Callable[[], Any],
    naar: Callable[[Any], tuple[str, list[Any]]],
    **blad: Unpack[Blad],
) -> HttpResponse:
    """A page with a heading, a sentence and one form. `naar`: the name and arguments of the page after it."""
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, blad["gelukt"])
            naam, args = naar(done)
            return redirect(naam, *args)
    context = {"formulier": formulier, **blad}
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)
