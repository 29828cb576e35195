"""Pages of the plan of a gezin: read it, work on it thing by thing, settle it, compare, and print it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.toegang.plan.bewerken import (
    add_onderdeel,
    change_onderdeel,
    read_onderdeel,
    remove_onderdeel,
)
from koers.actions.toegang.plan.keuzes import read_plankeuzes
from koers.actions.toegang.plan.lezen import (
    PlanBeeld,
    has_plan,
    read_leesversie,
    read_plan,
    read_verschil,
)
from koers.actions.toegang.plan.vaststellen import register_planstap
from koers.domain.plan.onderdelen import IN_DEEL, Deel
from koers.domain.weigering import Refused
from koers.presentation.plan.blad import changes, count_sentence, gaps, heads, sheets, title_of
from koers.presentation.plan.tekst import tell
from koers.presentation.plan.woorden import EEN
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send
from koers.web.toegang.planformulieren import FORMULIEREN, OnderdeelFormulier


def get_plan(request: HttpRequest, gezin_id: UUID, nummer: int | None = None) -> PlanBeeld:
    """The plan, or 404: not there and not yours look the same."""
    try:
        return read_plan(by=request.actor, gezin_id=gezin_id, nummer=nummer)
    except Refused as refused:
        raise Http404 from refused


@require_GET
def plan(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """The plan as it is worked on; or the way to begin one."""
    try:
        there = has_plan(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    if not there:
        return render(request, "toegang/plan/geen.html", {"gezin_id": gezin_id})
    beeld = get_plan(request, gezin_id)
    context = {
        "plan": beeld,
        "delen": sheets(beeld.inhoud, beeld.namen, beeld.gedaan),
        "gemis": gaps(beeld.gemis, beeld.inhoud, beeld.namen),
        "kinderen": [beeld.namen[kind] for kind in beeld.inhoud.jeugdigen],
    }
    return render(request, "toegang/plan/plan.html", context)


@require_GET
def versie(request: HttpRequest, gezin_id: UUID, nummer: int) -> HttpResponse:
    """A settled version, as it was."""
    beeld = get_plan(request, gezin_id, nummer)
    context = {"plan": beeld, "nummer": nummer, "delen": sheets(beeld.inhoud, beeld.namen)}
    return render(request, "toegang/plan/versie.html", context)


@require_GET
def verschil(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """What changed between two versions; by default from the newest version to the concept of now."""
    beeld = get_plan(request, gezin_id)
    numbers = [een.nummer for een in beeld.versies]
    if not numbers:
        return render(request, "toegang/plan/verschil.html", {"plan": beeld, "nummers": ()})
    van = _number(request.GET.get("van"), numbers) or numbers[-1]
    naar = _number(request.GET.get("naar"), numbers)
    try:
        found = read_verschil(by=request.actor, gezin_id=gezin_id, van=van, naar=naar)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "plan": beeld,
        "nummers": numbers,
        "van": van,
        "naar": naar,
        "zin": count_sentence(found.verschil),
        "koppen": heads(found.verschil, found.oud, found.plan.inhoud, found.namen),
        "wijzigingen": changes(found.verschil, found.namen),
    }
    return render(request, "toegang/plan/verschil.html", context)


def _number(asked: str | None, numbers: list[int]) -> int | None:
    return int(asked) if asked and asked.isdecimal() and int(asked) in numbers else None


@require_GET
def afdruk(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """The plan on paper for one reader; without a reader the choice of one."""
    beeld = get_plan(request, gezin_id)
    voor = request.GET.get("voor", "")
    lezers = {str(lezer.id): lezer for lezer in beeld.lezers}
    if voor not in lezers:
        return render(request, "toegang/plan/afdruk_keuze.html", {"plan": beeld})
    blad = read_leesversie(by=request.actor, gezin_id=gezin_id, lezer_id=lezers[voor].id)
    context = {
        "blad": blad,
        # Own words come first.
        "delen": sorted(
            (deel for deel in sheets(blad.inhoud, blad.namen) if not deel.leeg),
            key=lambda deel: deel.soort not in ("jeugdige", "thuis"),
        ),
        "kinderen": [blad.namen[kind] for kind in blad.inhoud.jeugdigen],
        "jij": blad.lezer.soort == "jeugdige",
    }
    return render(request, "toegang/plan/afdruk.html", context)


@dataclass(frozen=True, slots=True)
class Kleinblad:
    """A page with one small form: its words, and what to say when it is done."""

    titel: str
    knop: str
    klaar: str
    uitleg: str = ""
    extra: dict[str, Any] | None = None


def small_page(
    request: HttpRequest, gezin_id: UUID, formulier: Formulier, blad: Kleinblad, do: Callable[[], UUID]
) -> HttpResponse:
    """Shows the form, or does its act and goes back to the plan."""
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, blad.klaar)
            return redirect("plan", gezin_id=gezin_id)
    context = {"formulier": formulier, "blad": blad, "gezin_id": gezin_id, **(blad.extra or {})}
    return render(request, "toegang/plan/formulier.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def onderdeel_nieuw(request: HttpRequest, gezin_id: UUID, deel_id: UUID, soort: str) -> HttpResponse:
    """Add one thing to a part."""
    beeld = get_plan(request, gezin_id)
    deel = _part(beeld, deel_id, soort)
    formulier = FORMULIEREN[soort](
        request.POST or None,
        keuzes=read_plankeuzes(by=request.actor, gezin_id=gezin_id),
        plan=beeld.inhoud,
        deel=deel,
    )
    for veld in ("datum", "verteld_op"):
        if veld in formulier.fields and soort != "actie":
            formulier.fields[veld].initial = vandaag()
    titel = _("%(wat)s toevoegen") % {"wat": str(EEN[soort]).capitalize()}
    blad = Kleinblad(
        titel, _("Opslaan in het plan"), _("Dit staat in het plan."), title_of(deel, beeld.namen)
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: add_onderdeel(
            by=request.actor,
            gezin_id=gezin_id,
            deel_id=deel_id,
            inhoud=formulier.inhoud(),
            formulier=formulier.formulier,
        ),
    )


def _part(beeld: PlanBeeld, deel_id: UUID, soort: str) -> Deel:
    """A part in which this actor may write this kind, or 404."""
    for deel in beeld.inhoud.delen:
        mine = beeld.mag_alles or deel.id == beeld.eigen_deel
        if deel.id == deel_id and mine and soort in IN_DEEL[deel.soort]:
            return deel
    raise Http404


@require_http_methods(["GET", "POST"])
def onderdeel(request: HttpRequest, gezin_id: UUID, onderdeel_id: UUID) -> HttpResponse:
    """Change one thing, or take it out. Who was second sees what stands there now beside the own words."""
    beeld = get_plan(request, gezin_id)
    try:
        ding = read_onderdeel(by=request.actor, gezin_id=gezin_id, onderdeel_id=onderdeel_id)
    except Refused as refused:
        raise Http404 from refused
    (deel,) = (een for een in beeld.inhoud.delen if een.id == ding.deel_id)
    soort = type(ding.inhoud).__name__.lower()
    formulier = FORMULIEREN[soort](
        request.POST or None,
        keuzes=read_plankeuzes(by=request.actor, gezin_id=gezin_id),
        plan=beeld.inhoud,
        deel=deel,
        nu=ding.inhoud,
    )
    formulier.fields["versie"].initial = ding.versie
    titel = _("%(wat)s wijzigen") % {"wat": str(EEN[soort]).capitalize()}
    blad = Kleinblad(
        titel,
        _("Wijziging opslaan"),
        _("De wijziging staat in het plan."),
        title_of(deel, beeld.namen),
        {"nu": tell(ding.inhoud, beeld.namen), "ding": ding, "weghalen": True},
    )
    answer = small_page(
        request, gezin_id, formulier, blad, lambda: _save(request, gezin_id, formulier, ding.id)
    )
    if answer.status_code != 422 or formulier.data.get("versie") == str(ding.versie):
        return answer
    # Somebody wrote between opening this form and sending it: theirs is shown, mine stays in the fields.
    formulier.follow(versie=ding.versie)
    context = {"formulier": formulier, "blad": blad, "gezin_id": gezin_id, "tweede": True}
    return render(request, "toegang/plan/formulier.html", context | (blad.extra or {}), status=409)


def _save(request: HttpRequest, gezin_id: UUID, formulier: OnderdeelFormulier, ding: UUID) -> UUID:
    keys = {"by": request.actor, "gezin_id": gezin_id, "onderdeel_id": ding}
    versie = formulier.cleaned_data["versie"] or 0
    if "weghalen" in request.POST:
        return remove_onderdeel(**keys, versie=versie, formulier=formulier.formulier)
    return change_onderdeel(**keys, inhoud=formulier.inhoud(), versie=versie, formulier=formulier.formulier)


@require_POST
def stap(request: HttpRequest, gezin_id: UUID, onderdeel_id: UUID, soort: str) -> HttpResponse:
    """One button: done, dropped, or begun, today."""
    try:
        register_planstap(
            by=request.actor, gezin_id=gezin_id, onderdeel_id=onderdeel_id, soort=soort, datum=vandaag()
        )
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Dat staat opgeschreven."))
    return redirect("plan", gezin_id=gezin_id)
