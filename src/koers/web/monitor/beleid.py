"""The policy that is in force here: what there is, and a readable page per kind."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from koers.actions.netwerk.vergadering_lezen import read_besloten
from koers.policy import beleid as in_force
from koers.presentation.beleid.bladen import BLADEN, file_lines, lead, overview
from koers.presentation.beleid.codes import codelijsten, count
from koers.presentation.beleid.delen import Omgeving
from koers.presentation.beleid.netwerk import tijdlijn
from koers.presentation.beleid.woorden import SOORTEN
from koers.presentation.netwerk.vergaderingen import decided_events
from koers.registers.klok import vandaag

LANGSTE_ZOEKVRAAG = 80


@require_safe
def beleid(request: HttpRequest) -> HttpResponse:
    """Every kind of policy: how many things, who keeps it right, when it is looked at again."""
    om = surroundings()
    beeld = {
        "zin": lead(om.beleid, om.today),
        "delen": overview(om, kind_address),
        "digest": om.beleid.digest[:12],
    }
    return render(request, "monitor/beleid.html", beeld)


@require_safe
def beleid_soort(request: HttpRequest, soort: str) -> HttpResponse:
    """All things of one kind, each with its own place to link to."""
    if soort == "indicatoren":
        return redirect("indicatoren")
    if soort not in BLADEN:
        raise Http404
    om = surroundings()
    zoek = request.GET.get("zoek", "").strip()[:LANGSTE_ZOEKVRAAG]
    if soort == "codelijsten":
        groepen = codelijsten(om, zoek)
    elif soort == "tijdlijn":
        groepen = tijdlijn(om, decided_events(read_besloten(by=request.actor), om))
    else:
        groepen = BLADEN[soort](om)
    beeld = {
        "soort": soort,
        "naam": SOORTEN[soort].naam,
        "wat": SOORTEN[soort].wat,
        "groepen": groepen,
        "bestanden": file_lines(om, soort),
        "zoek": zoek,
        "gevonden": count(groepen),
        "doorzoekbaar": soort == "codelijsten",
    }
    return render(request, "monitor/beleid_soort.html", beeld)


# What has a page of its own, and the name of that page; everything else has a place on the page of its kind.
BLAD = {
    "indicatoren": "indicator",
    "vergaderingen": "vergadering",
    "scenariokeuze": "scenariokeuze",
    "gemeente": "regio-gemeente",
    "rapportages": "rapportage",
    "proeftuinen": "proeftuin",
    "gebiedsafspraken": "gebiedsafspraak",
    "themarondes": "themas-gemeente",
}


def surroundings() -> Omgeving:
    """The policy of this installation, today, and where things stand on its pages."""
    return Omgeving(in_force(), vandaag(), thing_address)


def kind_address(soort: str) -> str:
    """The page of a kind."""
    return reverse("indicatoren") if soort == "indicatoren" else reverse("beleid-soort", args=[soort])


def thing_address(soort: str, id: str) -> str:
    """The place of one thing; a municipality has a page with figures."""
    if soort in BLAD:
        return reverse(BLAD[soort], args=[id])
    return f"{kind_address(soort)}#{id}"
