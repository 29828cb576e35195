"""Learning: what there is, one sheet of it, and what people write there."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.gebiedsagenda_lezen import read_partners
from koers.actions.sturing.leren import (
    LeerbladBeeld,
    LerenBeeld,
    change_leerblad,
    count_gasten,
    join_leren,
    note_leren,
    read_leerblad,
    read_leren,
    write_leerblad,
)
from koers.domain.leren import COMPETENTIE, KENNISCAFE, LEERLIJN, LEERSOORTEN
from koers.presentation.woorden_leren import NIEUW_LEREN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier
from koers.web.sturing.agenda import asked, found
from koers.web.sturing.formulieren_leren import (
    GastenFormulier,
    LeerbladFormulier,
    MeedoenFormulier,
    NotitieFormulier,
)
from koers.web.sturing.gebied_schrijven import followed
from koers.web.sturing.schrijven import Kruimels, one_page


@require_safe
def leren(request: HttpRequest) -> HttpResponse:
    """Competences, paths and kenniscafés of a municipality, and where one took part oneself."""
    beeld = found(lambda: read_leren(by=request.actor, gemeente=asked(request)))
    context = {
        "a": beeld,
        "competenties": beeld.of(COMPETENTIE),
        "leerlijnen": beeld.of(LEERLIJN),
        "kenniscafes": beeld.of(KENNISCAFE),
        "eigen": [een for een in beeld.bladen if een.deed_mee or een.notitie],
    }
    return render(request, "sturing/leren.html", context)


@require_safe
def leerblad(request: HttpRequest, blad_id: UUID) -> HttpResponse:
    """One competence, path or kenniscafé."""
    beeld, een = _sheet(request, blad_id)
    geweest = een.soort == LEERLIJN or (een.inhoud.dag is not None and een.inhoud.dag <= vandaag())
    context = {
        "a": beeld,
        "een": een,
        "inhoud": een.inhoud,
        "kruimels": _trail(beeld),
        "competenties": beeld.namen(een.inhoud.competenties),
        "hierover": beeld.met_competentie(een.id),
        "meedoen": een.soort != COMPETENTIE and geweest,
    }
    return render(request, "sturing/leerblad.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, soort: str) -> HttpResponse:
    """A new sheet."""
    if soort not in LEERSOORTEN:
        raise Http404
    beeld = found(lambda: read_leren(by=request.actor, gemeente=asked(request)))
    formulier = LeerbladFormulier(request.POST or None, soort=soort, leren=beeld)
    return one_page(
        request,
        formulier,
        lambda: write_leerblad(
            by=request.actor,
            gemeente=beeld.gemeente,
            soort=soort,
            inhoud=formulier.told(),
            formulier=formulier.formulier,
        ),
        _trail(beeld),
        kop=str(NIEUW_LEREN[soort]),
        uitleg=_("Schrijf het in eigen woorden. U kunt het later wijzigen; wat er stond, blijft leesbaar."),
        knop=str(NIEUW_LEREN[soort]),
        gelukt=_("Het staat erbij."),
    )


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, blad_id: UUID) -> HttpResponse:
    """Other words for a sheet."""
    beeld, een = _sheet(request, blad_id)
    formulier = LeerbladFormulier(request.POST or None, soort=een.soort, leren=beeld, now=een)

    return one_page(
        request,
        formulier,
        lambda: followed(
            formulier,
            len(een.versies),
            lambda: change_leerblad(
                by=request.actor,
                blad_id=een.id,
                inhoud=formulier.told(),
                reden=formulier.cleaned_data["reden"],
                op_versie=formulier.cleaned_data["op_versie"],
                formulier=formulier.formulier,
            ),
        ),
        _trail(beeld, een),
        kop=_("%(naam)s wijzigen") % {"naam": een.inhoud.naam},
        uitleg=_("Wat er stond, blijft leesbaar, met uw reden."),
        knop=_("Wijziging bewaren"),
        gelukt=_("De wijziging is bewaard."),
        vooraf="sturing/leerblad_nu.html",
        nu=een.inhoud,
    )


@require_http_methods(["GET", "POST"])
def meedoen(request: HttpRequest, blad_id: UUID) -> HttpResponse:
    """Say that one took part."""
    beeld, een = _sheet(request, blad_id)
    return _own(
        request,
        (beeld, een),
        MeedoenFormulier(request.POST or None, nu=een.deed_mee),
        join_leren,
        kop=_("Opschrijven of u meedeed"),
        uitleg=_("Anderen zien uw organisatie en uw rol, nooit uw naam. U ziet zelf waaraan u meedeed."),
        knop=_("Bewaren"),
        gelukt=_("Het is bewaard."),
    )


@require_http_methods(["GET", "POST"])
def notitie(request: HttpRequest, blad_id: UUID) -> HttpResponse:
    """Keep a note for oneself."""
    beeld, een = _sheet(request, blad_id)
    return _own(
        request,
        (beeld, een),
        NotitieFormulier(request.POST or None, initial={"tekst": een.notitie}),
        note_leren,
        kop=_("Eigen notitie"),
        uitleg=_("Alleen u leest dit. Schrijf geen namen van kinderen of ouders."),
        knop=_("Notitie bewaren"),
        gelukt=_("Uw notitie is bewaard."),
    )


@require_http_methods(["GET", "POST"])
def gasten(request: HttpRequest, blad_id: UUID) -> HttpResponse:
    """How many people without an account were there."""
    beeld, een = _sheet(request, blad_id)
    partners = read_partners(by=request.actor, gemeente=beeld.gemeente)
    return _own(
        request,
        (beeld, een),
        GastenFormulier(request.POST or None, partners=partners),
        count_gasten,
        kop=_("Gasten opschrijven"),
        uitleg=_(
            "Mensen zonder account, per organisatie en rol. Wie een account heeft, schrijft het zelf op."
        ),
        knop=_("Gasten opschrijven"),
        gelukt=_("De gasten staan erbij."),
    )


# --- what the pages share ---------------------------------------------------------------------------


def _sheet(request: HttpRequest, blad_id: UUID) -> tuple[LerenBeeld, LeerbladBeeld]:
    return found(lambda: read_leerblad(by=request.actor, blad_id=blad_id))


def _trail(beeld: LerenBeeld, een: LeerbladBeeld | None = None) -> Kruimels:
    crumbs = [(f"{reverse('leren')}?gemeente={beeld.gemeente}", _("Leren"))]
    if een:
        crumbs.append((reverse("leerblad", args=[een.id]), een.inhoud.naam))
    return crumbs


def _own(
    request: HttpRequest, where: tuple[LerenBeeld, LeerbladBeeld], formulier: Formulier, do: Any, **words: Any
) -> HttpResponse:
    beeld, een = where
    return one_page(
        request,
        formulier,
        lambda: do(by=request.actor, blad_id=een.id, **formulier.told(), formulier=formulier.formulier),
        _trail(beeld, een),
        **words,
    )
