"""Proeftuinen: all of a municipality, one, and what a beleidsadviseur writes in it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.proeftuinen import (
    add_proeftuin,
    change_ontwerp,
    decide_proeftuin,
    drop_proeftuin,
    evaluate_proeftuin,
    start_proeftuin,
    write_proeftuintelling,
)
from koers.actions.sturing.proeftuinen_lezen import (
    ProeftuinBeeld,
    UitkomstBeeld,
    read_proeftuin,
    read_proeftuinen,
)
from koers.presentation.opmaak import datum
from koers.presentation.sturing import proeftuin as woorden
from koers.web.formulier import Formulier
from koers.web.sturing.agenda import asked, found
from koers.web.sturing.formulieren_proeftuin import (
    AfbreekFormulier,
    EvaluatieFormulier,
    OntwerpFormulier,
    ProeftuinbesluitFormulier,
    ProeftuinFormulier,
    TellingFormulier,
)
from koers.web.sturing.schrijven import Kruimels, one_page


@require_safe
def proeftuinen(request: HttpRequest) -> HttpResponse:
    """All of a municipality, what waits on top."""
    beeld = found(lambda: read_proeftuinen(by=request.actor, gemeente=asked(request)))
    return render(request, "sturing/proeftuinen.html", {"a": beeld, "zin": woorden.lead_all(beeld)})


@require_safe
def proeftuin(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """What was agreed, how the groups ran up, what the figures said and what was decided."""
    beeld = _read(request, proeftuin_id)
    perioden, rijen = woorden.count_table(beeld.metingen)
    context = {
        "p": beeld,
        "o": beeld.ontwerp,
        "zin": woorden.lead_one(beeld),
        "maat": woorden.measure_name(beeld.ontwerp),
        "aanloop": woorden.run_up_words(beeld.aanloop),
        "aanlooptekening": woorden.picture("aanloop-tekening", beeld.reeks),
        "perioden": perioden,
        "rijen": rijen,
        "uitkomsten": [_outcome(nr, een, beeld) for nr, een in enumerate(beeld.uitkomsten, 1)][::-1],
    }
    return render(request, "sturing/proeftuin.html", context)


def _outcome(nr: int, een: UitkomstBeeld, beeld: ProeftuinBeeld) -> dict[str, Any]:
    effect = een.effect
    perioden, rijen = woorden.count_table(een.metingen)
    return {
        "nr": nr,
        "nr_tekst": str(nr),
        "u": een,
        "zin": woorden.verdict_words(een, beeld.ontwerp),
        "interval": woorden.interval_words(effect) if effect else "",
        "spreiding": woorden.spread_words(effect) if effect else "",
        "nodig": woorden.needed_words(een, beeld.ontwerp),
        "aanloop": woorden.run_up_words(effect.aanloop) if effect else "",
        "tekening": woorden.picture(f"uitkomst-{nr}", effect.reeks) if effect else None,
        "perioden": perioden,
        "rijen": rijen,
    }


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Something new to try out."""
    beeld = found(lambda: read_proeftuinen(by=request.actor, gemeente=asked(request)))
    formulier = ProeftuinFormulier(request.POST or None, gemeentenaam=beeld.naam)
    return one_page(
        request,
        formulier,
        lambda: add_proeftuin(
            by=request.actor,
            gemeente=beeld.gemeente,
            opgave=formulier.cleaned_data["opgave"],
            naam=formulier.cleaned_data["naam"],
            ontwerp=formulier.ontwerp(),
            formulier=formulier.formulier,
        ),
        _trail(beeld.gemeente),
        kop=_("Proeftuin opzetten"),
        uitleg=_("Spreek alles af voordat u begint. Daarna verandert het niet meer."),
        knop=_("Proeftuin opzetten"),
        gelukt=_("De proeftuin staat in ontwerp. Kijk of de groepen tot nu toe gelijk opliepen."),
    )


@require_http_methods(["GET", "POST"])
def ontwerp(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """Another design."""
    beeld = _read(request, proeftuin_id)
    formulier = OntwerpFormulier(request.POST or None, was=beeld.ontwerp)
    return _write(
        request,
        beeld,
        formulier,
        change_ontwerp,
        lambda: {"ontwerp": formulier.ontwerp()},
        kop=_("Ontwerp veranderen"),
        uitleg=_("Wat er eerst stond, blijft leesbaar."),
        gelukt=_("Het ontwerp is veranderd."),
    )


@require_http_methods(["GET", "POST"])
def starten(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """From here on the design is fixed."""
    return _write(
        request,
        _read(request, proeftuin_id),
        Formulier(request.POST or None),
        start_proeftuin,
        dict,
        kop=_("Ontwerp vastzetten"),
        uitleg=_("Hierna veranderen de maat, de groepen en de dag om te kijken niet meer."),
        gelukt=_("Het ontwerp staat vast. De proeftuin loopt."),
    )


@require_http_methods(["GET", "POST"])
def telling(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """Counts of a period."""
    beeld = _read(request, proeftuin_id)
    formulier = TellingFormulier(request.POST or None, ontwerp=beeld.ontwerp)
    return _write(
        request,
        beeld,
        formulier,
        write_proeftuintelling,
        lambda: {
            **formulier.period(),
            "tellingen": formulier.counted(),
            "reden": formulier.cleaned_data["reden"],
        },
        kop=_("Telling opschrijven"),
        uitleg=_("%(telt)s. Vul per plek het deel in en het geheel.")
        % {"telt": woorden.measure_name(beeld.ontwerp)},
        gelukt=_("De telling is opgeschreven."),
    )


@require_http_methods(["GET", "POST"])
def evaluatie(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """What the figures say."""
    beeld = _read(request, proeftuin_id)
    formulier = EvaluatieFormulier(request.POST or None)
    return _write(
        request,
        beeld,
        formulier,
        evaluate_proeftuin,
        lambda: {"woorden": formulier.cleaned_data["woorden"]},
        kop=_("Proeftuin evalueren"),
        uitleg=_(
            "Koers rekent uit of de groep meer veranderde dan de vergelijking. Afgesproken dag: %(dag)s."
        )
        % {"dag": datum(beeld.evaluatie_op)},
        gelukt=_("De evaluatie staat er. Leg nu vast wat er besloten wordt."),
    )


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """To scale, to go on or to stop."""
    beeld = _read(request, proeftuin_id)
    formulier = ProeftuinbesluitFormulier(request.POST or None)
    said = ("keuze", "reden", "evaluatie_op")
    return _write(
        request,
        beeld,
        formulier,
        decide_proeftuin,
        lambda: {
            **{naam: formulier.cleaned_data[naam] for naam in said},
            "principes": formulier.houdingen(),
        },
        kop=_("Besluit vastleggen"),
        uitleg=woorden.lead_one(beeld),
        gelukt=_("Het besluit is vastgelegd."),
    )


@require_http_methods(["GET", "POST"])
def afbreken(request: HttpRequest, proeftuin_id: UUID) -> HttpResponse:
    """It ends without an evaluation."""
    formulier = AfbreekFormulier(request.POST or None)
    return _write(
        request,
        _read(request, proeftuin_id),
        formulier,
        drop_proeftuin,
        lambda: {"reden": formulier.cleaned_data["reden"]},
        kop=_("Proeftuin afbreken"),
        uitleg=_("De proeftuin blijft leesbaar, met de reden."),
        gelukt=_("De proeftuin is afgebroken."),
    )


def _read(request: HttpRequest, proeftuin_id: UUID) -> ProeftuinBeeld:
    return found(lambda: read_proeftuin(by=request.actor, proeftuin_id=proeftuin_id))


def _trail(gemeente: str) -> Kruimels:
    return [(f"{reverse('proeftuinen')}?gemeente={gemeente}", _("Proeftuinen"))]


def _write(
    request: HttpRequest,
    beeld: ProeftuinBeeld,
    formulier: Formulier,
    do: Callable[..., UUID],
    said: Callable[[], dict[str, Any]],
    **words: str,
) -> HttpResponse:
    return one_page(
        request,
        formulier,
        lambda: do(by=request.actor, proeftuin_id=beeld.id, **said(), formulier=formulier.formulier),
        [*_trail(beeld.gemeente), (reverse("proeftuin", args=[beeld.id]), beeld.naam)],
        knop=words["kop"],
        **words,
    )
