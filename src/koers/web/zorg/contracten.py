"""Pages of providers and their contracts, and where a provider reports its room."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.monitor.landschap import landschap_areas
from koers.actions.zorg.contracten import (
    HOOGSTENS_DAGEN,
    HOOGSTENS_PLEKKEN,
    AanbiederBeeld,
    read_aanbieder,
    read_congruentie,
    read_contracten,
    read_eigen_contract,
    read_voorwaarden,
    report_capaciteit,
)
from koers.actions.zorg.locaties import NieuweLocatie, register_locatie
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.congruentie import condition_rows, duty_rows, product_rows
from koers.presentation.opmaak import page_code
from koers.presentation.woorden_contract import region_name
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send
from koers.web.zorg.formulieren_contract import municipalities


class LocatieFormulier(Formulier):
    """Where a provider gives help."""

    naam = forms.CharField(label=gettext_lazy("Naam van de locatie"), max_length=80)
    plaatsnaam = forms.CharField(label=gettext_lazy("Plaats"), max_length=80)
    gemeentecode = forms.ChoiceField(label=gettext_lazy("Gemeente"))
    begindatum = date_field(gettext_lazy("Sinds"))

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["gemeentecode"].choices = municipalities()


class CapaciteitFormulier(Formulier):
    """How much room a provider has for one product."""

    contractproduct = forms.TypedChoiceField(label=gettext_lazy("Welke hulp?"), coerce=UUID)
    datum = date_field(gettext_lazy("Geteld op"))
    plekken = forms.IntegerField(
        label=gettext_lazy("Hoeveel kinderen kunnen nu beginnen?"), min_value=0, max_value=HOOGSTENS_PLEKKEN
    )
    wachttijd_dagen = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen wacht een kind?"),
        min_value=0,
        max_value=HOOGSTENS_DAGEN,
        help_text=gettext_lazy("Van de toewijzing tot de eerste dag van de hulp."),
    )

    def __init__(self, data=None, *, contract: AanbiederBeeld, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["contractproduct"].choices = [
            ("", _("Kies")),
            *(
                (een.id, f"{een.naam} – {region_name(een.inkoopregio)}")
                for een in contract.producten
                if een.loopt
            ),
        ]


@require_GET
def contracten(request: HttpRequest) -> HttpResponse:
    """Every provider with a contract."""
    return render(request, "zorg/contracten.html", {"aanbieders": read_contracten(by=request.actor)})


@require_GET
def aanbieder(request: HttpRequest, aanbieder_id: UUID) -> HttpResponse:
    """One provider: places, products, room."""
    beeld = _provider(request, aanbieder_id)
    own = landschap_areas(request.actor) if page_code(beeld.agb) else ()
    return render(request, "zorg/aanbieder.html", {"aanbieder": beeld, "cijfers_in": own})


@require_GET
def congruentie(request: HttpRequest) -> HttpResponse:
    """The procurement regions side by side: conditions, duty to accept, products."""
    duties = beleid().acceptatieplicht.values()
    rows = read_congruentie(by=request.actor)
    context = {
        "regios": [(een.contractcode, region_name(een.contractcode)) for een in duties],
        "voorwaarden": condition_rows(read_voorwaarden(by=request.actor)),
        "plicht": duty_rows(),
        "producten": product_rows(rows),
        "verschillend": sum(bool(row.verschillen) for row in rows),
    }
    return render(request, "zorg/congruentie.html", context)


@require_http_methods(["GET", "POST"])
def locatie(request: HttpRequest, aanbieder_id: UUID) -> HttpResponse:
    """Add a place of a provider."""
    beeld = _provider(request, aanbieder_id)
    formulier = LocatieFormulier(request.POST or None, initial={"begindatum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        nieuw = NieuweLocatie(data["naam"], data["plaatsnaam"], data["gemeentecode"], data["begindatum"])
        done = send(
            formulier,
            lambda: register_locatie(
                by=request.actor, aanbieder_id=aanbieder_id, locatie=nieuw, formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(request, _("De locatie staat in Koers."))
            return redirect("contract-aanbieder", aanbieder_id=aanbieder_id)
    context = {"aanbieder": beeld, "formulier": formulier}
    return render(request, "zorg/locatie.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def capaciteit(request: HttpRequest) -> HttpResponse:
    """A provider reports its room and waiting time, product by product."""
    try:
        contract = read_eigen_contract(by=request.actor)
    except Refused as refused:
        raise Http404 from refused
    formulier = CapaciteitFormulier(request.POST or None, contract=contract, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: report_capaciteit(
                by=request.actor,
                contractproduct_id=data["contractproduct"],
                datum=data["datum"],
                plekken=data["plekken"],
                wachttijd_dagen=data["wachttijd_dagen"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Uw capaciteit staat in Koers, met de dag erbij."))
            return redirect("capaciteit")
    context = {"contract": contract, "formulier": formulier}
    return render(request, "zorg/capaciteit.html", context, status=formulier.status)


def _provider(request: HttpRequest, aanbieder_id: UUID) -> AanbiederBeeld:
    try:
        return read_aanbieder(by=request.actor, aanbieder_id=aanbieder_id)
    except Refused as refused:
        raise Http404 from refused
