"""Subsidies, and agreements on figures in a subsidy or a contract, with their yearly tests."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.sturing.principes import state_principe
from koers.actions.sturing.subsidies import (
    add_subsidie,
    agree_prestatie,
    weigh_prestaties,
    withdraw_prestatie,
)
from koers.actions.sturing.subsidies_lezen import (
    Prestaties,
    read_contractprestaties,
    read_prestatieafspraak,
    read_subsidie,
    read_subsidies,
)
from koers.domain.subsidies import Houder
from koers.domain.uitvoeringsagenda import Waarvan
from koers.presentation.sturing.agenda import indicator_name
from koers.presentation.sturing.subsidie import lead
from koers.web.formulier import Formulier
from koers.web.sturing.agenda import asked, found
from koers.web.sturing.formulieren import PrincipeFormulier
from koers.web.sturing.formulieren_risico import RedenFormulier
from koers.web.sturing.formulieren_subsidie import AfspraakFormulier, SubsidieFormulier, ToetsFormulier
from koers.web.sturing.schrijven import Kruimels, one_page


@require_safe
def subsidies(request: HttpRequest) -> HttpResponse:
    """All of a municipality, and the contracts in which it can agree on figures."""
    beeld = found(lambda: read_subsidies(by=request.actor, gemeente=asked(request)))
    return render(request, "sturing/subsidies.html", {"a": beeld, "zin": lead(beeld)})


@require_safe
def subsidie(request: HttpRequest, subsidie_id: UUID) -> HttpResponse:
    """One subsidy."""
    een, schrijf_ik = found(lambda: read_subsidie(by=request.actor, subsidie_id=subsidie_id))
    context = {
        "s": een,
        "p": een.prestaties,
        "schrijf_ik": schrijf_ik,
        "naar_afspraak": reverse("subsidie-afspraak", args=[een.id]),
        "naar_toets": reverse("subsidie-toets", args=[een.id]),
        "naar_principe": reverse("subsidie-principe", args=[een.id]),
    }
    return render(request, "sturing/subsidie.html", context)


@require_safe
def contract(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """What a municipality agreed in a contract."""
    een, schrijf_ik = found(
        lambda: read_contractprestaties(by=request.actor, contract_id=contract_id, gemeente=asked(request))
    )
    vraag = f"?gemeente={een.gemeente}"
    context = {
        "c": een,
        "p": een.prestaties,
        "schrijf_ik": schrijf_ik,
        "naar_afspraak": reverse("contract-afspraak", args=[een.id]) + vraag,
        "naar_toets": reverse("contract-toets", args=[een.id]) + vraag,
        "naar_principe": reverse("contract-principe", args=[een.id]) + vraag,
    }
    return render(request, "sturing/contractprestaties.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A new subsidy."""
    beeld = found(lambda: read_subsidies(by=request.actor, gemeente=asked(request)))
    formulier = SubsidieFormulier(request.POST or None, proeftuinen=beeld.proeftuinen)
    return one_page(
        request,
        formulier,
        lambda: add_subsidie(
            by=request.actor,
            gemeente=beeld.gemeente,
            nieuw=formulier.subsidie(),
            proeftuin_id=formulier.proeftuin_id(),
            formulier=formulier.formulier,
        ),
        _trail(beeld.gemeente),
        kop=_("Subsidie opschrijven"),
        uitleg=_("Wie krijgt geld, waarvoor, en hoe goed is bekend dat het werkt?"),
        knop=_("Subsidie opschrijven"),
        gelukt=_("De subsidie staat erbij. Schrijf nu op wat u ermee wilt bereiken."),
    )


@require_http_methods(["GET", "POST"])
def subsidie_afspraak(request: HttpRequest, subsidie_id: UUID) -> HttpResponse:
    """What a subsidy has to bring."""
    return _agree(request, *_subsidie(request, subsidie_id)[:2])


@require_http_methods(["GET", "POST"])
def contract_afspraak(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """What a contract has to bring."""
    return _agree(request, *_contract(request, contract_id)[:2])


@require_http_methods(["GET", "POST"])
def subsidie_toets(request: HttpRequest, subsidie_id: UUID) -> HttpResponse:
    """Whether a subsidy brought it."""
    return _weigh(request, *_subsidie(request, subsidie_id))


@require_http_methods(["GET", "POST"])
def contract_toets(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """Whether a contract brought it."""
    return _weigh(request, *_contract(request, contract_id))


@require_http_methods(["GET", "POST"])
def prestatie_los(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """Agreed no longer."""
    op, indicator = found(lambda: read_prestatieafspraak(by=request.actor, afspraak_id=afspraak_id))
    formulier = RedenFormulier(request.POST or None)
    return _write(
        request,
        op,
        formulier,
        lambda: withdraw_prestatie(
            by=request.actor,
            afspraak_id=afspraak_id,
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        kop=_("Prestatieafspraak intrekken"),
        uitleg=indicator_name(indicator),
        gelukt=_("De afspraak is ingetrokken. Wat ermee is getoetst, blijft staan."),
    )


@require_http_methods(["GET", "POST"])
def subsidie_principe(request: HttpRequest, subsidie_id: UUID) -> HttpResponse:
    """On which principle a subsidy leans."""
    op, naam, _prestaties = _subsidie(request, subsidie_id)
    return _lean(request, op, Waarvan("subsidie", subsidie_id), naam)


@require_http_methods(["GET", "POST"])
def contract_principe(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """On which principle a contract leans, says one municipality."""
    op, naam, _prestaties = _contract(request, contract_id)
    return _lean(request, op, Waarvan("contract", contract_id, op.gemeente), naam)


# --- what these pages share -------------------------------------------------------------------------


def _subsidie(request: HttpRequest, subsidie_id: UUID) -> tuple[Houder, str, Prestaties]:
    een, _mine = found(lambda: read_subsidie(by=request.actor, subsidie_id=subsidie_id))
    return Houder(subsidie=een.id, gemeente=een.gemeente), een.ontvanger, een.prestaties


def _contract(request: HttpRequest, contract_id: UUID) -> tuple[Houder, str, Prestaties]:
    een, _mine = found(
        lambda: read_contractprestaties(by=request.actor, contract_id=contract_id, gemeente=asked(request))
    )
    return Houder(contract=een.id, gemeente=een.gemeente), een.aanbieder, een.prestaties


def _agree(request: HttpRequest, op: Houder, naam: str) -> HttpResponse:
    formulier = AfspraakFormulier(request.POST or None)
    return _write(
        request,
        op,
        formulier,
        lambda: agree_prestatie(
            by=request.actor, op=op, nieuw=formulier.afspraak(), formulier=formulier.formulier
        ),
        kop=_("Prestatieafspraak opschrijven"),
        uitleg=naam,
        gelukt=_("De afspraak staat erbij."),
    )


def _lean(request: HttpRequest, op: Houder, van: Waarvan, naam: str) -> HttpResponse:
    formulier = PrincipeFormulier(request.POST or None)
    return _write(
        request,
        op,
        formulier,
        lambda: state_principe(
            by=request.actor,
            van=van,
            nieuw=formulier.said(),
            formulier=formulier.formulier,
        ),
        kop=_("Leidend principe opschrijven"),
        uitleg=naam,
        gelukt=_("Het staat hier, en bij de leidende principes."),
    )


def _weigh(request: HttpRequest, op: Houder, naam: str, prestaties: Prestaties) -> HttpResponse:
    formulier = ToetsFormulier(request.POST or None, jaren=prestaties.te_toetsen)
    return _write(
        request,
        op,
        formulier,
        lambda: weigh_prestaties(by=request.actor, op=op, **formulier.said(), formulier=formulier.formulier),
        kop=_("Afspraken toetsen"),
        uitleg=_("%(naam)s. De cijfers van dat jaar komen erbij zoals ze nu zijn.") % {"naam": naam},
        gelukt=_("De toets staat erbij."),
    )


def _trail(gemeente: str) -> Kruimels:
    return [(f"{reverse('subsidies')}?gemeente={gemeente}", _("Subsidies en contracten"))]


def _write(
    request: HttpRequest, op: Houder, formulier: Formulier, do: Callable[[], UUID], **words: Any
) -> HttpResponse:
    if op.subsidie:
        here = (reverse("subsidie", args=[op.subsidie]), _("Subsidie"))
    else:
        here = (
            f"{reverse('contractprestaties', args=[op.contract])}?gemeente={op.gemeente}",
            _("Contract"),
        )
    return one_page(request, formulier, do, [*_trail(op.gemeente), here], knop=words["kop"], **words)
