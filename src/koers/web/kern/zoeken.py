"""The one search box. The question travels in the body of the request: never in an address or its log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from koers.actions.kern.zoeken import MEEST, search_gezinnen

LANGSTE_VRAAG = 120


@never_cache
@require_http_methods(["GET", "POST"])
def zoeken(request: HttpRequest) -> HttpResponse:
    """Families found; without a question, how to ask one."""
    tekst = request.POST.get("zoek", "").strip()[:LANGSTE_VRAAG]
    gevonden = search_gezinnen(by=request.actor, tekst=tekst) if tekst else None
    return render(request, "kern/zoeken.html", {"zoek": tekst, "gevonden": gevonden, "meest": MEEST})
