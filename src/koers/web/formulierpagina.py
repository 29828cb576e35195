"""One page, one form, one act; and what is not there is 404."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from koers.domain.weigering import Refused
from koers.web.formulier import Formulier, send

T = TypeVar("T")


def one_page(
    request: HttpRequest,
    formulier: Formulier,
    do: Callable[[], UUID],
    kruimels: list[tuple[str, str]],
    *,
    sjabloon: str = "toegang/een_formulier.html",
    **words: Any,
) -> HttpResponse:
    """The form and what it does; afterwards back to where the last crumb leads."""
    if request.method == "POST" and formulier.is_valid() and send(formulier, do) is not None:
        messages.success(request, words["gelukt"])
        return redirect(kruimels[-1][0])
    context = {"formulier": formulier, "kruimels": kruimels, **words}
    return render(request, sjabloon, context, status=formulier.status)


def found(read: Callable[[], T]) -> T:
    """What was read, or 404: not there and not yours look the same."""
    try:
        return read()
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        raise
