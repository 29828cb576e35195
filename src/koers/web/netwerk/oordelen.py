"""Pages of judgements of oneself: the lists, one list for all, one point, and what is written of it."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.oordelen import (
    add_verbetering,
    draft_oordeel,
    follow_verbetering,
    share_oordeel,
)
from koers.actions.netwerk.oordelen_lezen import (
    LijstBeeld,
    PuntBeeld,
    read_oordeellijst,
    read_oordelen,
    read_verbetering,
)
from koers.domain.weigering import Refused
from koers.presentation.beleid.delen import taal
from koers.presentation.netwerk.oordelen import lead
from koers.web.formulierpagina import found, one_page
from koers.web.netwerk.oordeelformulieren import (
    DeelFormulier,
    OordeelFormulier,
    VerbeteringFormulier,
    VerbeteringVervolgFormulier,
)


@require_safe
def oordelen(request: HttpRequest) -> HttpResponse:
    """The lists, and how many told something this year."""
    lijsten = [(een, lead(een)) for een in read_oordelen(by=request.actor)]
    return render(request, "netwerk/oordelen.html", {"lijsten": lijsten})


@require_safe
def oordeellijst(request: HttpRequest, lijst: str) -> HttpResponse:
    """One list: what everybody told of this year, by name, and how far one's own answers are."""
    beeld = _list(request, lijst)
    eigen = {een.punt: een for een in beeld.eigen}
    context = {
        "l": beeld,
        "zin": lead(beeld),
        "punten": [(punt, eigen.get(punt.id)) for punt in beeld.lijst.punten],
        "vraag": _query(beeld),
    }
    return render(request, "netwerk/oordeellijst.html", context)


@require_safe
def oordeel(request: HttpRequest, lijst: str, punt: str) -> HttpResponse:
    """One point: every answer with its reason, every year, and what is improved."""
    beeld, een = _point(request, lijst, punt)
    context = {
        "l": beeld,
        "p": een,
        "punt": next(rij for rij in beeld.lijst.punten if rij.id == punt),
        "vraag": _query(beeld),
    }
    return render(request, "netwerk/oordeel.html", context)


@require_http_methods(["GET", "POST"])
def schrijven(request: HttpRequest, lijst: str, punt: str) -> HttpResponse:
    """What one thinks, for one's own people."""
    beeld, een = _own(request, lijst, punt)
    formulier = OordeelFormulier(request.POST or None, lijst=beeld, punt=een)
    return one_page(
        request,
        formulier,
        lambda: draft_oordeel(
            by=request.actor,
            lijst=lijst,
            punt=punt,
            gemeente=beeld.mijn or "",
            nieuw=formulier.oordeel_over(beeld.jaar),
            formulier=formulier.formulier,
        ),
        _trail(beeld, punt),
        kop=_("Antwoord over %(jaar)s schrijven") % {"jaar": beeld.jaar},
        uitleg=taal(next(rij.vraag for rij in beeld.lijst.punten if rij.id == punt)),
        knop=_("Bewaren, nog niet delen"),
        gelukt=_("Uw antwoord is bewaard. Anderen zien het pas als het is gedeeld."),
    )


@require_http_methods(["GET", "POST"])
def delen(request: HttpRequest, lijst: str, punt: str) -> HttpResponse:
    """The others read it from now on."""
    beeld, een = _own(request, lijst, punt)
    formulier = DeelFormulier(request.POST or None)
    concept = een.eigen.concept if een.eigen else None
    return one_page(
        request,
        formulier,
        lambda: share_oordeel(
            by=request.actor,
            lijst=lijst,
            punt=punt,
            gemeente=beeld.mijn or "",
            jaar=beeld.jaar,
            formulier=formulier.formulier,
        ),
        _trail(beeld, punt),
        kop=_("Antwoord delen"),
        uitleg=concept.toelichting if concept else _("Er is nog niets geschreven om te delen."),
        knop=_("Delen met de regio"),
        gelukt=_("Uw antwoord is gedeeld. Iedereen die in de regio stuurt, leest het nu."),
    )


@require_http_methods(["GET", "POST"])
def verbetering_nieuw(request: HttpRequest, lijst: str, punt: str) -> HttpResponse:
    """Something will be better."""
    beeld, _een = _own(request, lijst, punt)
    formulier = VerbeteringFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: add_verbetering(
            by=request.actor,
            lijst=lijst,
            punt=punt,
            gemeente=beeld.mijn or "",
            nieuw=formulier.verbetering(beeld.jaar),
            formulier=formulier.formulier,
        ),
        _trail(beeld, punt),
        kop=_("Verbetering afspreken"),
        uitleg=taal(next(rij.naam for rij in beeld.lijst.punten if rij.id == punt)),
        knop=_("Verbetering afspreken"),
        gelukt=_("De verbetering is afgesproken."),
    )


@require_http_methods(["GET", "POST"])
def verbetering(request: HttpRequest, verbetering_id: UUID) -> HttpResponse:
    """What came of it. Refused: oordeel_niet_van_u (who does not carry it reads it at its point)."""
    beeld, een = found(lambda: read_verbetering(by=request.actor, verbetering_id=verbetering_id))
    if not een.volg_ik:
        raise Refused("oordeel_niet_van_u")
    formulier = VerbeteringVervolgFormulier(request.POST or None, stand=een.stand)
    return one_page(
        request,
        formulier,
        lambda: follow_verbetering(
            by=request.actor,
            verbetering_id=een.id,
            soort=formulier.cleaned_data["soort"],
            reden=formulier.cleaned_data["reden"],
            uiterlijk=formulier.cleaned_data["uiterlijk"],
            formulier=formulier.formulier,
        ),
        _trail(beeld, een.punt),
        kop=_("Opschrijven hoe de verbetering ervoor staat"),
        uitleg=een.wat,
        knop=_("Opschrijven"),
        gelukt=_("Het is opgeschreven."),
    )


# --- what these pages share -------------------------------------------------------------------------


def _list(request: HttpRequest, lijst: str) -> LijstBeeld:
    asked = request.GET.get("jaar", "")
    jaar = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
    gemeente = request.GET.get("gemeente", "")
    try:
        return found(lambda: read_oordeellijst(by=request.actor, lijst=lijst, jaar=jaar, gemeente=gemeente))
    except Refused as refused:
        raise Http404 from refused


def _point(request: HttpRequest, lijst: str, punt: str) -> tuple[LijstBeeld, PuntBeeld]:
    beeld = _list(request, lijst)
    return beeld, found(lambda: beeld.punt(punt))


def _own(request: HttpRequest, lijst: str, punt: str) -> tuple[LijstBeeld, PuntBeeld]:
    """The same, for who judges on this list. Refused: oordeel_niet_van_u."""
    beeld, een = _point(request, lijst, punt)
    if beeld.mijn is None:
        raise Refused("oordeel_niet_van_u")
    return beeld, een


def _query(beeld: LijstBeeld) -> str:
    """The year and the municipality of now, for a link."""
    return urlencode({"jaar": beeld.jaar} | ({"gemeente": beeld.mijn} if beeld.mijn else {}))


def _trail(beeld: LijstBeeld, punt: str) -> list[tuple[str, str]]:
    vraag = f"?{_query(beeld)}"
    lijst = beeld.lijst
    naam = next(taal(een.naam) for een in lijst.punten if een.id == punt)
    return [
        (reverse("oordelen"), _("Zelfbeoordeling")),
        (f"{reverse('oordeellijst', args=[lijst.id])}{vraag}", taal(lijst.naam)),
        (f"{reverse('oordeel', args=[lijst.id, punt])}{vraag}", naam),
    ]
