"""Reports: the list, one with its figures and texts, and everything that moves it on."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from koers.actions.netwerk.besproken import read_besproken
from koers.actions.sturing.lezen import (
    Rapportagebeeld,
    read_hoofdstuk,
    read_rapportage,
    read_rapportages,
)
from koers.actions.sturing.rapportages import (
    correct_rapportage,
    open_rapportage,
    publish_rapportage,
    return_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.domain.rapportages import SCHRIJVERS
from koers.domain.scenario import ZIET_WAT_ALS
from koers.domain.weigering import Refused
from koers.exchange.documents.rapportage import SOORTEN, html_body, make_rapportage
from koers.policy import beleid
from koers.presentation.sturing.rapport import Rapport, compose, paragraphs
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier, send
from koers.web.sturing.formulieren_rapportage import HoofdstukFormulier, NieuwFormulier, RedenFormulier


@require_safe
def rapportages(request: HttpRequest) -> HttpResponse:
    """All that this reader may see, per year."""
    jaren: dict[str, list] = {}
    for een in read_rapportages(by=request.actor):
        jaren.setdefault(een.periode[:4], []).append(een)
    context = {"jaren": jaren.items(), "schrijft": request.actor.rol in SCHRIJVERS}
    return render(request, "sturing/rapportages.html", context)


@require_safe
def rapportage(request: HttpRequest, rapportage_id: UUID) -> HttpResponse:
    """One report: what it says, whose turn it is, and its files."""
    beeld = get_report(request, rapportage_id)
    blad = sheet(beeld)
    context = {
        "r": beeld,
        "blad": blad,
        "binnen": html_body(blad),
        "vormen": [vorm.upper() for vorm in SOORTEN],
        "eigen": request.actor.rol,
        "zelf_geschreven": request.actor.id in beeld.schrijvers,
        "hier": beeld.gemeente in request.actor.gemeenten,
        "besproken": read_besproken(by=request.actor, rapportage_id=rapportage_id) if beeld.vast else (),
        "formulier": Formulier(),
    }
    return render(request, "sturing/rapportage.html", context)


@require_http_methods(["GET", "POST"])
def rapportage_nieuw(request: HttpRequest) -> HttpResponse:
    """Begin a report."""
    formulier = NieuwFormulier(request.POST or None, gemeenten=own_municipalities(request))
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: open_rapportage(by=request.actor, **formulier.gekozen(), formulier=formulier.formulier),
        )
        if done:
            messages.success(request, _("De rapportage is begonnen. De cijfers staan er al in."))
            return redirect("rapportage", rapportage_id=done)
    context = {
        "formulier": formulier,
        "kruimels": [(reverse("rapportages"), _("Rapportages"))],
        "kop": _("Rapportage beginnen"),
        "uitleg": _(
            "Koers zet de cijfers klaar. De eigenaren van de hoofdstukken schrijven erbij wat ze betekenen."
        ),
        "knop": _("Rapportage beginnen"),
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def rapportage_hoofdstuk(request: HttpRequest, rapportage_id: UUID, hoofdstuk: str) -> HttpResponse:
    """Write a chapter, or go on with it."""
    try:
        beeld, stand = read_hoofdstuk(by=request.actor, rapportage_id=rapportage_id, hoofdstuk=hoofdstuk)
    except Refused as refused:
        if refused.code != "hoofdstuk_niet_van_u":
            raise Http404 from refused
        messages.warning(request, sentence(refused))
        return redirect("rapportage", rapportage_id=rapportage_id)
    formulier = HoofdstukFormulier(
        request.POST or None,
        te_kiezen=stand.te_kiezen,
        initial={"tekst": stand.tekst, "op_versie": stand.versie, "scenarios": stand.scenarios},
    )
    botsing = False
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: write_hoofdstuk(
                by=request.actor,
                rapportage_id=rapportage_id,
                hoofdstuk=hoofdstuk,
                tekst=data["tekst"],
                op_versie=data["op_versie"],
                scenarios=data.get("scenarios", ()),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Uw tekst is bewaard."))
            return redirect("rapportage", rapportage_id=rapportage_id)
        botsing = data["op_versie"] != stand.versie
        formulier.follow(op_versie=stand.versie)
    blad = sheet(beeld)
    context = {
        "r": beeld,
        "blad": blad,
        "deel": next(een for een in blad.hoofdstukken if een.id == hoofdstuk),
        "stand": stand,
        "alineas": paragraphs(stand.tekst) if botsing else (),
        "formulier": formulier,
        # Said where the choice would have been, to who could have kept one.
        "geen_scenarios": not stand.te_kiezen and request.actor.rol in ZIET_WAT_ALS,
    }
    return render(request, "sturing/hoofdstuk.html", context, status=formulier.status)


@require_POST
def rapportage_indienen(request: HttpRequest, rapportage_id: UUID) -> HttpResponse:
    """Somebody else looks at it."""
    formulier = Formulier(request.POST)
    if formulier.is_valid():
        try:
            submit_rapportage(by=request.actor, rapportage_id=rapportage_id, formulier=formulier.formulier)
            messages.success(request, _("De rapportage ligt nu ter beoordeling."))
        except Refused as refused:
            if refused.code == "niet_gevonden":
                raise Http404 from refused
            if refused.code != "al_verwerkt":
                messages.warning(request, sentence(refused))
    return redirect("rapportage", rapportage_id=rapportage_id)


@require_http_methods(["GET", "POST"])
def rapportage_teruggeven(request: HttpRequest, rapportage_id: UUID) -> HttpResponse:
    """Back to the writers, with a remark."""
    formulier = RedenFormulier(request.POST or None, label=_("Wat moet er anders?"), leeg="opmerking_leeg")
    return _one_form(
        request,
        get_report(request, rapportage_id, "in_review"),
        formulier,
        lambda: return_rapportage(
            by=request.actor,
            rapportage_id=rapportage_id,
            opmerking=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        kop=_("Teruggeven met een opmerking"),
        uitleg=_("De schrijvers zien uw opmerking en kunnen de tekst weer veranderen."),
        gelukt=_("De rapportage is terug bij de schrijvers."),
    )


@require_http_methods(["GET", "POST"])
def rapportage_publiceren(request: HttpRequest, rapportage_id: UUID) -> HttpResponse:
    """Sign off: from then on nothing in it changes."""
    formulier = Formulier(request.POST or None)
    return _one_form(
        request,
        get_report(request, rapportage_id, "in_review"),
        formulier,
        lambda: publish_rapportage(
            by=request.actor, rapportage_id=rapportage_id, formulier=formulier.formulier
        ),
        kop=_("Ondertekenen en publiceren"),
        uitleg=_(
            "U ondertekent deze rapportage namens het college. Cijfers en tekst worden vastgezet met uw"
            " naam, de tijd en een controlegetal. Daarna verandert er niets meer in; een fout herstelt u"
            " met een nieuwe uitgave."
        ),
        gelukt=_("De rapportage is gepubliceerd. Er verandert niets meer in."),
    )


@require_http_methods(["GET", "POST"])
def rapportage_verbeteren(request: HttpRequest, rapportage_id: UUID) -> HttpResponse:
    """Begin a new edition of what was published."""
    formulier = RedenFormulier(
        request.POST or None, label=_("Wat klopte er niet?"), leeg="verbetering_zonder_reden"
    )
    return _one_form(
        request,
        get_report(request, rapportage_id, "gepubliceerd"),
        formulier,
        lambda: correct_rapportage(
            by=request.actor,
            rapportage_id=rapportage_id,
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        kop=_("Verbeterde uitgave beginnen"),
        uitleg=_(
            "De eerste uitgave blijft staan zoals zij is. De nieuwe begint met dezelfde tekst, neemt de"
            " cijfers van nu, en noemt vooraan wat er niet klopte."
        ),
        gelukt=_("De verbeterde uitgave is begonnen."),
    )


@require_safe
def rapportage_bestand(request: HttpRequest, rapportage_id: UUID, vorm: str) -> HttpResponse:
    """The report as a file; of what was published always the same one."""
    try:
        inhoud = make_rapportage(by=request.actor, rapportage_id=rapportage_id, vorm=vorm)
    except Refused as refused:
        raise Http404 from refused
    answer = HttpResponse(inhoud, content_type=SOORTEN[vorm])
    answer["Content-Disposition"] = f'attachment; filename="rapportage-{str(rapportage_id)[:8]}.{vorm}"'
    answer["Cache-Control"] = "no-store"
    return answer


# --- what the pages share ---------------------------------------------------------------------------


def get_report(request: HttpRequest, rapportage_id: UUID, stand: str = "") -> Rapportagebeeld:
    """The report, in this state where one is asked; else 404."""
    try:
        beeld = read_rapportage(by=request.actor, rapportage_id=rapportage_id)
    except Refused as refused:
        raise Http404 from refused
    if stand and (beeld.stand != stand or beeld.gemeente not in request.actor.gemeenten):
        raise Http404
    return beeld


def sheet(beeld: Rapportagebeeld) -> Rapport:
    """The report in the language of now."""
    taal = "en" if (get_language() or "").startswith("en") else "nl"
    return compose(beeld.inhoud, taal, sha256=beeld.sha256, stand=beeld.stand)


def own_municipalities(request: HttpRequest) -> dict[str, str]:
    """Codes and names of the municipalities of who looks."""
    return {
        een.code: een.naam.nl
        for een in beleid().gebieden.values()
        if een.code and een.code in request.actor.gemeenten
    }


def _one_form(
    request: HttpRequest,
    beeld: Rapportagebeeld,
    formulier: Formulier,
    do: Callable[[], UUID],
    **woorden: str,
) -> HttpResponse:
    """A page with one form that moves the report on."""
    if request.method == "POST" and formulier.is_valid():
        done = send(formulier, do)
        if done:
            messages.success(request, woorden["gelukt"])
            return redirect("rapportage", rapportage_id=done)
    blad = sheet(beeld)
    context = {
        "formulier": formulier,
        "kruimels": [
            (reverse("rapportages"), _("Rapportages")),
            (reverse("rapportage", args=[beeld.id]), f"{blad.titel} ({beeld.inhoud['gemeentenaam']})"),
        ],
        "kop": woorden["kop"],
        "uitleg": woorden["uitleg"],
        "knop": woorden["kop"],
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)
