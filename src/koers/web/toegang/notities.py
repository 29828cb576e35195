"""Pages of the first note: write, pick up, finish, put away; and of a partner who passes a question on."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.zoeken import search_gezinnen
from koers.actions.toegang.notities import (
    Bewaard,
    NotitieBeeld,
    begin_notitie,
    complete_notitie,
    discard_notitie,
    pass_on_vraag,
    pick_up_vraag,
    read_notitie,
    read_notities,
    read_own_vragen,
    save_notitie,
)
from koers.actions.toegang.verwijzers import read_verwijzers
from koers.domain.weigering import Refused
from koers.presentation.woorden_melding import KANAAL_VAN_ROL
from koers.presentation.zinnen import sentence
from koers.web.formulier import send
from koers.web.toegang.eerste_notitie import NotitieFormulier, VraagFormulier, WeglegFormulier
from koers.web.toegang.formulieren import MeldingFormulier

LANGSTE_VRAAG = 120


@require_http_methods(["GET", "POST"])
def notitie_nieuw(request: HttpRequest) -> HttpResponse:
    """A new note; every save of a note comes here too, so that its form never has to change."""
    if request.method == "POST":
        return _save(request, NotitieFormulier(request.POST))
    context = {"formulier": NotitieFormulier(), "open": read_notities(by=request.actor)}
    return render(request, "toegang/eerste_notitie.html", context)


@require_http_methods(["GET", "POST"])
def notitie(request: HttpRequest, notitie_id: UUID) -> HttpResponse:
    """One note, to go on with after a closed browser or by a colleague."""
    beeld = _read(request, notitie_id)
    if request.method == "POST":
        return _save(request, NotitieFormulier(request.POST), notitie_id)
    formulier = NotitieFormulier(initial=asdict(beeld.inhoud) | {"notitie": beeld.id, "versie": beeld.versie})
    return render(request, "toegang/eerste_notitie.html", _page(formulier, beeld))


def _page(formulier: NotitieFormulier, beeld: NotitieBeeld | None, **more) -> dict[str, object]:
    weg = WeglegFormulier(initial={"versie": beeld.versie}, auto_id="weg_%s") if beeld else None
    return {"formulier": formulier, "notitie": beeld, "wegleggen": weg} | more


def _save(request: HttpRequest, formulier: NotitieFormulier, notitie_id: UUID | None = None) -> HttpResponse:
    if not formulier.is_valid():
        return render(request, "toegang/eerste_notitie.html", _page(formulier, None), status=formulier.status)
    try:
        bewaard = _keep(request, formulier, notitie_id or formulier.cleaned_data["notitie"])
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        raise
    if request.htmx:
        answer = render(request, "toegang/onderdelen/notitie_stand.html", {"bewaard": bewaard})
        answer["HX-Replace-Url"] = reverse("eerste-notitie", args=[bewaard.id])
        return answer
    if bewaard.hun is not None:
        context = _page(formulier, bewaard.hun, bewaard=bewaard)
        return render(request, "toegang/eerste_notitie.html", context, status=409)
    if request.POST.get("daarna") == "afmaken":
        return redirect("notitie-afmaken", notitie_id=bewaard.id)
    messages.success(request, _("De notitie is bewaard. Zij staat bij Vandaag, tot u haar afmaakt."))
    return redirect("eerste-notitie", notitie_id=bewaard.id)


def _keep(request: HttpRequest, formulier: NotitieFormulier, notitie_id: UUID | None) -> Bewaard:
    """Begins the note, or saves over the version that was read. `gezien`: both versions were looked at."""
    versie = formulier.cleaned_data["versie"] or 1
    if notitie_id is None:
        try:
            made = begin_notitie(by=request.actor, inhoud=formulier.inhoud(), formulier=formulier.formulier)
            return Bewaard(made, 1)
        except Refused as refused:
            if refused.code != "al_verwerkt":
                raise
            notitie_id = UUID(str(refused.params["sleutel"]))
    gezien = request.POST.get("gezien", "")
    return save_notitie(
        by=request.actor,
        notitie_id=notitie_id,
        versie=int(gezien) if gezien.isdecimal() else versie,
        inhoud=formulier.inhoud(),
    )


@require_POST
def oppakken(request: HttpRequest, notitie_id: UUID) -> HttpResponse:
    """Go on with a question that a partner passed on."""
    try:
        pick_up_vraag(by=request.actor, notitie_id=notitie_id)
    except Refused as refused:
        _tell(request, refused)
    return redirect("eerste-notitie", notitie_id=notitie_id)


@require_POST
def wegleggen(request: HttpRequest, notitie_id: UUID) -> HttpResponse:
    """Put a note away with a reason."""
    formulier = WeglegFormulier(request.POST)
    try:
        if not formulier.is_valid():
            _read(request, notitie_id)
            raise Refused("reden_weggelegd_ontbreekt")
        discard_notitie(
            by=request.actor,
            notitie_id=notitie_id,
            versie=formulier.cleaned_data["versie"],
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        )
    except Refused as refused:
        if refused.code != "al_verwerkt":
            _tell(request, refused)
            return redirect("eerste-notitie", notitie_id=notitie_id)
    messages.success(request, _("De notitie is weggelegd. Wat erin stond, is gewist."))
    return redirect("vandaag")


def _tell(request: HttpRequest, refused: Refused) -> None:
    """The rule's sentence on the next page; what is not there is 404."""
    if refused.code == "niet_gevonden":
        raise Http404 from refused
    messages.error(request, sentence(refused))


@require_http_methods(["GET", "POST"])
def afmaken(request: HttpRequest, notitie_id: UUID) -> HttpResponse:
    """Find or make the family of a note; with a family (`?gezin=`), make it a melding."""
    beeld = _read(request, notitie_id)
    if request.GET.get("gezin"):
        return _complete(request, beeld)
    zoek = request.POST.get("zoek", beeld.inhoud.kind).strip()[:LANGSTE_VRAAG]
    gevonden = search_gezinnen(by=request.actor, tekst=zoek) if zoek else None
    context = {"notitie": beeld, "zoek": zoek, "gevonden": gevonden}
    return render(request, "toegang/notitie_afmaken.html", context)


def _complete(request: HttpRequest, beeld: NotitieBeeld) -> HttpResponse:
    try:
        gezin = read_gezin(by=request.actor, gezin_id=UUID(request.GET["gezin"]))
    except (Refused, ValueError) as fault:
        raise Http404 from fault
    formulier = MeldingFormulier(
        request.POST or None,
        gezin=gezin,
        verwijzers=read_verwijzers(by=request.actor),
        initial={
            "datum": beeld.begonnen,
            "vraag": beeld.inhoud.vraag,
            "met_spoed": beeld.inhoud.urgentie == "nu",
            "kanaal": KANAAL_VAN_ROL.get(beeld.van_rol, ""),
        },
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: complete_notitie(
                by=request.actor,
                notitie_id=beeld.id,
                versie=beeld.versie,
                gezin_id=gezin.id,
                melding=formulier.melding(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De notitie is nu een melding. Doe vandaag nog de triage."))
            return redirect("gezin", gezin_id=gezin.id)
    context = {"formulier": formulier, "gezin": gezin, "notitie": beeld}
    return render(request, "toegang/notitie_melding.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def doorgeven(request: HttpRequest) -> HttpResponse:
    """A partner passes a question on, and sees how far the own questions are."""
    formulier = VraagFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: pass_on_vraag(by=request.actor, inhoud=formulier.inhoud(), formulier=formulier.formulier),
        )
        if done:
            messages.success(request, _("De vraag ligt bij de toegang. Hieronder ziet u hoe ver het is."))
            return redirect("vraag-doorgeven")
    context = {"formulier": formulier, "vragen": read_own_vragen(by=request.actor)}
    return render(request, "toegang/vraag_doorgeven.html", context, status=formulier.status)


def _read(request: HttpRequest, notitie_id: UUID) -> NotitieBeeld:
    try:
        return read_notitie(by=request.actor, notitie_id=notitie_id)
    except Refused as refused:
        raise Http404 from refused
