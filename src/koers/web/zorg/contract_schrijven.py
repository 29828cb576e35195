"""Pages on which a contractmanager types contracts: with whom, which products, another tariff, an end."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.zorg.contract_schrijven import (
    add_contractproduct,
    change_tarief,
    end_contract,
    end_contractproduct,
    register_contract,
    withdraw_contract,
)
from koers.actions.zorg.contracten import (
    ContractBeeld,
    ProductBeeld,
    read_contract,
    read_contractproduct,
    read_inkoopregios,
)
from koers.actions.zorg.contractgevolg import Gevolg, read_contractgevolg
from koers.domain.weigering import Refused
from koers.exchange.ijw.feiten import producten
from koers.presentation.congruentie import condition_names
from koers.web.formulier import send
from koers.web.zorg.formulieren_contract import (
    ContractFormulier,
    EindeFormulier,
    IntrekFormulier,
    ProductFormulier,
    TariefFormulier,
)

# People name the last day; inside, a period ends just before the day after.
EEN_DAG = timedelta(days=1)


@require_http_methods(["GET", "POST"])
def contract_nieuw(request: HttpRequest) -> HttpResponse:
    """Type a contract with a provider."""
    regios = sorted(read_inkoopregios(by=request.actor))
    formulier = ContractFormulier(request.POST or None, regios=regios)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_contract(by=request.actor, nieuw=formulier.nieuw, formulier=formulier.formulier),
        )
        if done:
            messages.success(request, _("Het contract staat in Koers. Voeg nu de producten toe."))
            return redirect("contract", contract_id=done)
    context = {"formulier": formulier, "regios": regios}
    return render(request, "zorg/contract_nieuw.html", context, status=formulier.status)


@require_GET
def contract(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """One contract: period, conditions, products with their history."""
    beeld = _contract(request, contract_id)
    context: dict[str, object] = {
        "contract": beeld,
        "voorwaarden": condition_names(beeld.voorwaarden),
    }
    if beeld.mag_schrijven:
        context["gevolg"] = _leaning(request, contract_id)
    return render(request, "zorg/contract.html", context)


@require_http_methods(["GET", "POST"])
def product_nieuw(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """Add a product to a contract."""
    beeld = _contract(request, contract_id)
    begin = {"begindatum": beeld.kort.van}
    formulier = ProductFormulier(request.POST or None, tot=beeld.kort.tot, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: add_contractproduct(
                by=request.actor,
                contract_id=contract_id,
                nieuw=formulier.nieuw,
                bekend=producten(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het product staat in het contract."))
            return redirect("contract", contract_id=contract_id)
    context = {"contract": beeld, "formulier": formulier}
    return render(request, "zorg/contractproduct_nieuw.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def tarief(request: HttpRequest, product_id: UUID) -> HttpResponse:
    """Another tariff for a product, from a day on."""
    product, aanbieder_id = _product(request, product_id)
    formulier = TariefFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: change_tarief(
                by=request.actor,
                product_id=product_id,
                vanaf=data["vanaf"],
                tarief_cent=data["tarief"],
                reden=data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het nieuwe tarief staat in Koers. Het oude blijft te lezen."))
            return _back(product, aanbieder_id)
    context = {"product": product, "aanbieder_id": aanbieder_id, "formulier": formulier}
    return render(request, "zorg/tarief.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def product_einde(request: HttpRequest, product_id: UUID) -> HttpResponse:
    """The last day of a product."""
    product, aanbieder_id = _product(request, product_id)
    formulier = EindeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: (
                end_contractproduct(
                    by=request.actor,
                    product_id=product_id,
                    tot=data["einddatum"] + EEN_DAG,
                    reden=data["reden"],
                    formulier=formulier.formulier,
                )
                or product_id
            ),
        )
        if done:
            messages.success(request, _("De laatste dag van het product staat in Koers."))
            return _back(product, aanbieder_id)
    context = {"product": product, "aanbieder_id": aanbieder_id, "formulier": formulier}
    return render(request, "zorg/contractproduct_einde.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def contract_einde(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """The last day of a contract, and of everything in it."""
    beeld = _contract(request, contract_id)
    formulier = EindeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: (
                end_contract(
                    by=request.actor,
                    contract_id=contract_id,
                    tot=data["einddatum"] + EEN_DAG,
                    reden=data["reden"],
                    formulier=formulier.formulier,
                )
                or contract_id
            ),
        )
        if done:
            messages.success(request, _("De laatste dag van het contract staat in Koers."))
            return redirect("contract", contract_id=contract_id)
    gevolg = _leaning(request, contract_id)
    context = {"contract": beeld, "formulier": formulier, "gevolg": gevolg}
    return render(request, "zorg/contract_einde.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def contract_intrekken(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """A contract that never held, and everything in it."""
    beeld = _contract(request, contract_id)
    formulier = IntrekFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: withdraw_contract(
                by=request.actor,
                contract_id=contract_id,
                reden=formulier.cleaned_data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het contract is ingetrokken."))
            return redirect("contract", contract_id=contract_id)
    gevolg = _leaning(request, contract_id)
    context = {"contract": beeld, "formulier": formulier, "gevolg": gevolg}
    return render(request, "zorg/contract_intrekken.html", context, status=formulier.status)


def _leaning(request: HttpRequest, contract_id: UUID) -> Gevolg:
    try:
        return read_contractgevolg(by=request.actor, contract_id=contract_id)
    except Refused as refused:
        raise Http404 from refused


def _back(product: ProductBeeld, aanbieder_id: UUID) -> HttpResponse:
    """To the contract in which the product stands; of what came in another way to its provider."""
    if product.contract_id is not None:
        return redirect("contract", contract_id=product.contract_id)
    return redirect("contract-aanbieder", aanbieder_id=aanbieder_id)


def _contract(request: HttpRequest, contract_id: UUID) -> ContractBeeld:
    try:
        return read_contract(by=request.actor, contract_id=contract_id)
    except Refused as refused:
        raise Http404 from refused


def _product(request: HttpRequest, product_id: UUID) -> tuple[ProductBeeld, UUID]:
    """A product that this actor may change; 404 for one of another region."""
    try:
        return read_contractproduct(by=request.actor, product_id=product_id)
    except Refused as refused:
        raise Http404 from refused
