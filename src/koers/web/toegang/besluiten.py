"""Pages of aanvraag, besluit, letter and bezwaar."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.toegang.besluit_lezen import (
    AanvraagBeeld,
    Besluitblad,
    preview_besluit,
    read_collegas,
)
from koers.actions.toegang.besluiten import (
    approve_besluit,
    correct_besluit,
    decide_besluit,
    propose_besluit,
    return_besluit,
    withdraw_besluit,
)
from koers.actions.toegang.lezen import CasusBeeld, read_keuzes
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.beschikking import Briefbeeld, compose
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier
from koers.web.toegang.besluitformulieren import (
    BesluitFormulier,
    CorrectieFormulier,
    IntrekkingFormulier,
    TeruggaveFormulier,
    VoorleggenFormulier,
)
from koers.web.toegang.gedeeld import get_besluit, open_aanvraag_of, send_done, show_form
from koers.web.toegang.views import get_casus


@require_http_methods(["GET", "POST"])
def besluit_nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Decide about the help of one child, alone or by laying it before a colleague."""
    beeld = get_casus(request, casus_id)
    formulier = VoorleggenFormulier(
        request.POST or None,
        keuzes=read_keuzes(by=request.actor),
        collegas=read_collegas(by=request.actor, casus_id=casus_id),
        initial={"datum": vandaag(), "toegekend": "ja", "ingangsdatum": vandaag()},
    )

    def do() -> UUID:
        said = {"by": request.actor, "casus_id": casus_id, "besluit": formulier.besluit()}
        if formulier.cleaned_data["aan"]:
            aan = UUID(formulier.cleaned_data["aan"])
            return propose_besluit(**said, aan=aan, formulier=formulier.formulier)
        return decide_besluit(**said, formulier=formulier.formulier)

    if _looks(request):
        return _preview(request, beeld, formulier, "toegang/besluit_nieuw.html")
    if send_done(request, formulier, do, _("Het besluit is genomen of voorgelegd.")):
        return redirect("casus", casus_id=casus_id)
    return _preview(request, beeld, formulier, "toegang/besluit_nieuw.html", status=formulier.status)


@require_http_methods(["GET", "POST"])
def besluit_verbeteren(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """Put a right besluit in the place of a wrong one."""
    blad = get_besluit(request, besluit_id)
    beeld = get_casus(request, blad.casus_id)
    formulier = CorrectieFormulier(
        request.POST or None,
        keuzes=read_keuzes(by=request.actor),
        collegas=read_collegas(by=request.actor, casus_id=blad.casus_id),
        initial=_as_it_is(blad),
    )

    def do() -> UUID:
        return correct_besluit(
            by=request.actor,
            besluit_id=besluit_id,
            besluit=formulier.besluit(),
            reden=formulier.cleaned_data["reden_correctie"],
            formulier=formulier.formulier,
        )

    if _looks(request):
        return _preview(request, beeld, formulier, "toegang/besluit_nieuw.html", blad=blad)
    if send_done(request, formulier, do, _("Het verbeterde besluit staat in Koers.")):
        return redirect("casus", casus_id=blad.casus_id)
    return _preview(
        request, beeld, formulier, "toegang/besluit_nieuw.html", blad=blad, status=formulier.status
    )


def _as_it_is(blad: Besluitblad) -> dict[str, object]:
    """The form filled with what was decided, to change what was wrong."""
    answers = {f"regel-{row['regel']}": row["antwoord"] for row in blad.toetsing}
    reasons = {f"uitleg-{row['regel']}": row["toelichting"] for row in blad.toetsing}
    return {
        "datum": vandaag(),
        "toegekend": "ja" if blad.soort == "toekenning" else "nee",
        "product": blad.product_code,
        "ingangsdatum": blad.ingangsdatum,
        "einddatum": blad.laatste_dag,
        "bedrag": blad.bedrag_cent / 100 if blad.bedrag_cent is not None else None,
        "reden": blad.reden,
        "combinatie": blad.combinatie,
        "principe": blad.principe,
        "principe_afwijking": blad.principe_afwijking,
        **answers,
        **reasons,
    }


def _looks(request: HttpRequest) -> bool:
    """Whether the form was sent to see the letter, and not to decide."""
    return request.method == "POST" and ("bekijk" in request.POST or bool(request.htmx))


def _preview(
    request: HttpRequest,
    beeld: CasusBeeld,
    formulier: BesluitFormulier,
    template: str,
    *,
    blad: Besluitblad | None = None,
    status: int = 200,
) -> HttpResponse:
    """The form with the letter as it would read now; only the letter when htmx asks."""
    brief, aan, waarom_niet = _letter(request, beeld, formulier)
    if _looks(request):
        formulier.errors.clear()  # who only looks is not told off for what is still to come
    open_ = open_aanvraag_of(beeld)
    context = {
        "eerder": blad is None and status == 422 and _was_second(beeld, open_),
        "getypt": _typed(formulier),
        "formulier": formulier,
        "casus": beeld,
        "blad": blad,
        "brief": brief,
        "aan": aan,
        "waarom_niet": waarom_niet,
        "aanvraag": open_ or blad,
    }
    part = "toegang/onderdelen/brief.html" if request.htmx else template
    return render(request, part, context, status=status)


def _was_second(beeld: CasusBeeld, open_: AanvraagBeeld | None) -> bool:
    """Whether a colleague decided, or laid a besluit before somebody, while this form was open."""
    if open_ is None:
        return bool(beeld.besluiten)
    return open_.toestand == "voorgelegd" and open_.voorstel is not None


def _typed(formulier: BesluitFormulier) -> list[tuple[str, str]]:
    """Labels and what was filled in, as the fields show it."""
    filled = []
    for veld in formulier.visible_fields():
        waarde = veld.value()
        keuzes = dict(getattr(veld.field, "choices", ()))
        if waarde not in (None, "", []):
            filled.append((str(veld.label), str(keuzes.get(waarde, waarde))))
    return filled


def _letter(
    request: HttpRequest, beeld: CasusBeeld, formulier: BesluitFormulier
) -> tuple[Briefbeeld | None, tuple[str, ...], str]:
    if not formulier.is_bound:
        formulier = type(formulier)(
            {name: formulier.get_initial_for_field(f, name) or "" for name, f in formulier.fields.items()},
            keuzes=read_keuzes(by=request.actor),
            collegas=(),
        )
    formulier.is_valid()
    try:
        vooraf = preview_besluit(by=request.actor, casus_id=beeld.kort.id, besluit=formulier.besluit())
    except Refused as refused:
        return None, (), sentence(refused)
    return compose(vooraf.gegevens), vooraf.aan, ""


@require_GET
def besluit(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """One besluit: what, why, by which rules, its letters and what came of it."""
    blad = get_besluit(request, besluit_id)
    principe = beleid().principes.get(blad.principe)
    context = {"besluit": blad, "principe": principe, "kop_id": "brieven"}
    return render(request, "toegang/besluit.html", context)


@require_http_methods(["GET", "POST"])
def besluit_akkoord(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Take, or give back, a besluit that a colleague laid before me."""
    beeld = get_casus(request, casus_id)
    aanvraag = open_aanvraag_of(beeld)
    if aanvraag is None or aanvraag.voorstel is None or not aanvraag.aan_mij:
        return render(request, "toegang/besluit_akkoord.html", {"casus": beeld})
    akkoord = "akkoord" in request.POST
    formulier = (Formulier if akkoord else TeruggaveFormulier)(request.POST or None)

    def do() -> UUID:
        said = {"by": request.actor, "aanvraag_id": aanvraag.id, "formulier": formulier.formulier}
        if akkoord:
            return approve_besluit(**said)
        return return_besluit(**said, toelichting=formulier.cleaned_data["toelichting"])

    done = _("Het besluit is genomen.") if akkoord else _("Het besluit gaat terug naar uw collega.")
    if send_done(request, formulier, do, done):
        return redirect("casus", casus_id=casus_id)
    vooraf = preview_besluit(by=request.actor, casus_id=casus_id, besluit=aanvraag.voorstel)
    context = {
        "formulier": formulier if not akkoord else TeruggaveFormulier(),
        "weigering": formulier.errors.get("__all__") if akkoord else None,
        "casus": beeld,
        "aanvraag": aanvraag,
        "brief": compose(vooraf.gegevens),
        "aan": vooraf.aan,
    }
    return render(request, "toegang/besluit_akkoord.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def besluit_intrekken(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """Take a besluit back from a day on."""
    blad = get_besluit(request, besluit_id)
    formulier = IntrekkingFormulier(request.POST or None, initial={"datum": vandaag()})

    def do() -> UUID:
        data = formulier.cleaned_data
        days = {"datum": data["datum"], "per_datum": data["per_datum"]}
        return withdraw_besluit(
            by=request.actor,
            besluit_id=besluit_id,
            **days,
            reden=data["reden"],
            formulier=formulier.formulier,
        )

    if send_done(request, formulier, do, _("Het besluit is ingetrokken. De brief staat klaar.")):
        return redirect("besluit", besluit_id=besluit_id)
    beeld = get_casus(request, blad.casus_id)
    titel, uitleg = _("Besluit intrekken"), _("U trekt het besluit in. Het gezin krijgt een brief.")
    return show_form(request, formulier, beeld, titel, uitleg)
