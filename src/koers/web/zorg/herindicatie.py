"""Pages of help that ends: evaluate it, and let it go on."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.aanvragen import register_aanvraag
from koers.actions.toegang.besluit_lezen import read_collegas
from koers.actions.toegang.besluiten import decide_besluit, propose_besluit
from koers.actions.zorg.herindicatie import (
    HerindicatieBeeld,
    read_herindicatie,
    refer_herindicatie,
    register_evaluatie,
)
from koers.domain.besluiten import NieuwBesluit
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import day_after
from koers.web.toegang.besluitformulieren import add_colleagues, add_weighing, weighing_of
from koers.web.toegang.blad import one_form
from koers.web.zorg.formulieren_herindicatie import EvaluatieFormulier, HerindicatieFormulier


@require_http_methods(["GET", "POST"])
def evaluatie(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """What the help brought."""
    beeld = _read(request, toewijzing_id)
    formulier = EvaluatieFormulier(request.POST or None, initial={"datum": vandaag()})
    return one_form(
        request,
        formulier,
        lambda: register_evaluatie(
            by=request.actor,
            toewijzing_id=toewijzing_id,
            evaluatie=formulier.evaluatie(),
            formulier=formulier.formulier,
        ),
        naar=lambda done: ("herindicatie", [toewijzing_id]),
        gelukt=_("De evaluatie staat in Koers."),
        kop=_("Evalueren met het gezin"),
        uitleg=_("%(hulp)s voor %(naam)s: wat heeft het gebracht, en wat volgt er?")
        % {"hulp": beeld.product, "naam": beeld.kind},
        knop=_("Evaluatie opslaan"),
        kruimels=_crumbs(beeld),
    )


@require_http_methods(["GET", "POST"])
def herindicatie(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Help goes on, by the rule of its road."""
    beeld = _read(request, toewijzing_id)
    begin = {"datum": vandaag(), "ingangsdatum": beeld.einde or vandaag()}
    formulier = HerindicatieFormulier(request.POST or None, beeld=beeld, initial=begin)
    if beeld.route == "toegang":
        add_weighing(formulier)
        add_colleagues(formulier, read_collegas(by=request.actor, casus_id=beeld.casus_id))
    return one_form(
        request,
        formulier,
        lambda: _go_on(request, beeld, formulier),
        naar=lambda done: ("casus", [beeld.casus_id]),
        gelukt=_done(formulier),
        kop=_("Hulp laten doorgaan"),
        uitleg=_what_is_asked(beeld),
        knop=_("Hulp laten doorgaan"),
        kruimels=_crumbs(beeld),
        herindicatie=beeld,
        vooraf="zorg/onderdelen/herindicatie.html",
    )


def _done(formulier: HerindicatieFormulier) -> str:
    if formulier.data.get("aan"):
        return _("Het besluit ligt voor bij uw collega.")
    return _("De hulp kan doorgaan. Wijs haar nu toe aan de aanbieder.")


def _what_is_asked(beeld: HerindicatieBeeld) -> str:
    if beeld.route == "justitie":
        return _("Een gecertificeerde instelling of rechter besliste dit. Koers houdt niets tegen.")
    if beeld.route == "medisch":
        if beeld.reden_afgesproken:
            return _("De arts verwijst opnieuw. Met de huisartsen is afgesproken dat de reden erbij staat.")
        return _("De arts verwijst opnieuw.")
    if beeld.evaluaties:
        return _("Er is geëvalueerd met het gezin. Er komt een nieuw besluit.")
    return _("Er is nog geen evaluatie met het gezin. Kan die nu niet? Geef dan een reden en een dag.")


def _go_on(request: HttpRequest, beeld: HerindicatieBeeld, formulier: HerindicatieFormulier) -> UUID:
    data = formulier.cleaned_data
    grond = formulier.grond()
    if beeld.route != "toegang":
        return refer_herindicatie(
            by=request.actor,
            grond=grond,
            datum=data["datum"],
            praktijk=data["praktijk"],
            formulier=formulier.formulier,
        )
    besluit = NieuwBesluit(
        datum=data["datum"],
        toegekend=True,
        product=beeld.product_code,
        ingangsdatum=data["ingangsdatum"],
        tot_datum=day_after(data["einddatum"]),
        herindicatie=True,
        reden=data["reden"],
        **weighing_of(formulier),
    )
    try:  # the family asks to go on; who asked before keeps that day
        register_aanvraag(by=request.actor, casus_id=beeld.casus_id, datum=data["datum"])
    except Refused as refused:
        if refused.code != "aanvraag_loopt":
            raise
    said = {"by": request.actor, "casus_id": beeld.casus_id, "besluit": besluit, "grond": grond}
    if data["aan"]:
        return propose_besluit(**said, aan=UUID(data["aan"]), formulier=formulier.formulier)
    return decide_besluit(**said, formulier=formulier.formulier)


def _crumbs(beeld: HerindicatieBeeld) -> list[tuple[str, str]]:
    return [
        (reverse("casus", args=[beeld.casus_id]), beeld.kind),
        (reverse("toewijzing", args=[beeld.toewijzing_id]), beeld.product),
    ]


def _read(request: HttpRequest, toewijzing_id: UUID) -> HerindicatieBeeld:
    try:
        return read_herindicatie(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
