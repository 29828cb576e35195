"""Pages of toewijzingen: give help to a provider; say when it started and stopped."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.toegang.lezen import ToewijzingBeeld, read_keuzes
from koers.actions.zorg.lezen import read_toewijzing, read_toewijzingenlijst
from koers.actions.zorg.matching import read_matches
from koers.actions.zorg.toewijzen import Invulling, assign_toewijzing, register_start, register_stop
from koers.actions.zorg.verzoeken import read_verzoek
from koers.domain.toewijzingsvarianten import variant_of
from koers.domain.verzoeken import NIEUW
from koers.domain.weigering import Refused
from koers.presentation.tijdlijn import as_rows, picture
from koers.registers.klok import vandaag
from koers.web.formulier import day_after, day_before, in_euros, send
from koers.web.toegang.views import get_casus
from koers.web.zorg.acceptatie import read_both
from koers.web.zorg.formulieren import StartFormulier, StopFormulier, ToewijzingFormulier
from koers.web.zorg.wijzigen import asked_id


@require_http_methods(["GET", "POST"])
def toewijzing_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Give the help of a casus to a provider."""
    casus = get_casus(request, casus_id)
    verzoek_id, in_plaats_van = asked_id(request, "verzoek"), asked_id(request, "in_plaats_van")
    na = asked_id(request, "na")
    eerder = _read(request, na) if na else None
    formulier = ToewijzingFormulier(
        request.POST or None,
        keuzes=read_keuzes(by=request.actor),
        vervolg=na is not None,
        initial=_follows(eerder) | _wished(request, verzoek_id, eerder) | _picked(request),
    )
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: assign_toewijzing(
                by=request.actor,
                casus_id=casus_id,
                contractproduct_id=data["contractproduct"],
                ingangsdatum=data["ingangsdatum"],
                tot_datum=day_after(data["einddatum"]),
                invulling=Invulling(
                    data["volume"],
                    data["frequentie"],
                    in_plaats_van,
                    verzoek_id,
                    formulier.gesprek,
                    data["variant"],
                    data["budget"],
                    na,
                    data.get("akkoord", False),
                ),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De hulp is toegewezen."))
            return redirect("casus", casus_id=casus_id)
    context = {
        "formulier": formulier,
        "casus": casus,
        "in_plaats_van": in_plaats_van,
        "na": eerder,
        "verzoek": verzoek_id,
        "matches": read_matches(by=request.actor, casus_id=casus_id, hulp=request.GET.get("hulp", "")),
    }
    return render(request, "zorg/toewijzing_nieuw.html", context, status=formulier.status)


def _follows(eerder: ToewijzingBeeld | None) -> dict[str, object]:
    """What ends where the new one begins, as the form begins: the same help until the same day."""
    if eerder is None:
        return {}
    return {
        "contractproduct": eerder.contractproduct_id,
        "variant": eerder.variant,
        "frequentie": eerder.frequentie,
        "einddatum": day_before(eerder.tot_datum),
    }


def _picked(request: HttpRequest) -> dict[str, object]:
    """The provider that somebody picked from the list of those that fit; nothing picks for them."""
    product = asked_id(request, "product")
    return {} if product is None else {"contractproduct": product}


def _wished(
    request: HttpRequest, verzoek_id: UUID | None, eerder: ToewijzingBeeld | None
) -> dict[str, object]:
    """What a request asks, as the form begins; without one, from today. `eerder`: what has to change."""
    start: dict[str, object] = {"ingangsdatum": vandaag()}
    if verzoek_id is None:
        return start
    try:
        wensen = read_verzoek(by=request.actor, verzoek_id=verzoek_id).wensen
    except Refused as refused:
        raise Http404 from refused
    asked = (een for een in wensen if (een.nummer == eerder.nummer if eerder else een.hoe == NIEUW))
    nieuw = next(asked, None)
    if nieuw is None:
        return start
    return start | {
        "ingangsdatum": nieuw.begindatum,
        "einddatum": nieuw.einddatum,
        "volume": nieuw.volume,
        "frequentie": nieuw.frequentie,
        "budget": in_euros(nieuw.budget_cent),
        "variant": eerder.variant
        if eerder
        else variant_of(met_omvang=nieuw.volume is not None, generiek=not nieuw.categorie),
    }


@require_GET
def toewijzingen(request: HttpRequest) -> HttpResponse:
    """The toewijzingen to my organisation. `?stand=`, `?hulp=` and `?pagina=` choose."""
    gekozen = {naam: request.GET.get(naam, "")[:120] for naam in ("stand", "hulp")}
    lijst = read_toewijzingenlijst(by=request.actor, **gekozen, pagina=request.GET.get("pagina"))
    context = {
        "lijst": lijst,
        "vragen": [een for een in lijst.regels if een[1].wacht_op_antwoord],
        "toewijzingen": [een[0] for een in lijst.regels if not een[1].wacht_op_antwoord],
        "pagina": lijst.pagina,
        "gekozen": gekozen,
    }
    return render(request, "zorg/toewijzingen.html", context)


@require_GET
def toewijzing(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """One toewijzing with its answer and its journey."""
    beeld, antwoord, verlengingen, verloop = read_both(request, toewijzing_id)
    context = {
        "toewijzing": beeld,
        "antwoord": antwoord,
        "verlengingen": verlengingen,
        "verloop": as_rows(verloop, antwoord.inkoopregio),
        "tekening": picture(verloop),
    }
    return render(request, "zorg/toewijzing.html", context)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Enter the first day of help."""
    return _step(request, toewijzing_id, StartFormulier, register_start, _("De start staat in Koers."))


@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Enter the last day of help, and why it stopped."""
    return _step(request, toewijzing_id, StopFormulier, register_stop, _("De stop staat in Koers."))


def _step(request: HttpRequest, toewijzing_id: UUID, form_class, do, gelukt: str) -> HttpResponse:
    beeld = _read(request, toewijzing_id)
    formulier = form_class(request.POST or None, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        told = {veld: waarde for veld, waarde in formulier.cleaned_data.items() if veld != "formulier_id"}
        done = send(
            formulier,
            lambda: do(by=request.actor, toewijzing_id=toewijzing_id, formulier=formulier.formulier, **told),
        )
        if done:
            messages.success(request, gelukt)
            return redirect("toewijzing", toewijzing_id=toewijzing_id)
    context = {"formulier": formulier, "toewijzing": beeld, "stop": form_class is StopFormulier}
    return render(request, "zorg/traject_stap.html", context, status=formulier.status)


def _read(request: HttpRequest, toewijzing_id: UUID) -> ToewijzingBeeld:
    try:
        return read_toewijzing(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
