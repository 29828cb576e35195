"""Pages of dossiers of the zorglandschap: from need to buying or not, and the hand-over."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.landschapsdossiers import (
    add_alternatief,
    answer_markt,
    consult_markt,
    decide_landschap,
    finish_landschap,
    hand_over_landschap,
    open_landschap,
    reopen_landschap,
)
from koers.actions.netwerk.landschapsdossiers_lezen import (
    DossierBeeld,
    read_dossier_of_vraag,
    read_landschapsdossier,
    read_landschapsdossiers,
    read_now,
    readable_besluiten,
)
from koers.authorization.poort import may
from koers.policy import beleid
from koers.presentation.landschap import form_name, sheet
from koers.presentation.netwerk.landschapsdossiers import lead, lead_of
from koers.web.formulier import Formulier, send
from koers.web.formulierpagina import found, one_page
from koers.web.netwerk.landschapformulieren import (
    AlternatiefFormulier,
    BehoefteFormulier,
    MarktantwoordFormulier,
    MarktvraagFormulier,
    OverdrachtFormulier,
    SlotFormulier,
    UitkomstFormulier,
)


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """All dossiers with their phase."""
    alle = read_landschapsdossiers(by=request.actor)
    context = {"alle": alle, "zin": lead(alle), "schrijf_ik": may(request.actor, "open_landschap")}
    return render(request, "netwerk/landschapsdossiers.html", context)


@require_safe
def dossier(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """One dossier: what it waits for, the need beside the figures of today, and every phase."""
    een = _get(request, dossier_id)
    now = read_now(by=request.actor, dossier=een)
    context = {"een": een, "zin": lead_of(een), "hulpvorm": form_name(een.hulpvorm, beleid())}
    if now is not None:
        vel = sheet(now, beleid())
        regel = next((rij for rij in vel.regels if rij.naam == context["hulpvorm"]), None)
        context |= {"vel": vel, "regel": regel, "gebied": now.gebied}
    return render(request, "netwerk/landschapsdossier.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Something is missing."""
    asked = {naam: request.GET.get(naam, "") for naam in ("hulpvorm", "gebied")}
    formulier = BehoefteFormulier(request.POST or None, initial=asked)
    if request.method == "POST" and formulier.is_valid():
        made = send(
            formulier,
            lambda: open_landschap(
                by=request.actor, nieuw=formulier.behoefte(), formulier=formulier.formulier
            ),
        )
        if made is not None:
            messages.success(request, _("Het dossier is geopend. Zet nu de alternatieven naast elkaar."))
            return redirect("landschapsdossier", made)
    context = {
        "formulier": formulier,
        "kruimels": [_crumb()],
        "kop": _("Dossier openen"),
        "uitleg": _("Begin bij wie de hulp mist, niet bij wie haar kan leveren."),
        "knop": _("Dossier openen"),
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def alternatief(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """A way to meet the need."""
    formulier = AlternatiefFormulier(request.POST or None)
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: add_alternatief(**who, nieuw=formulier.alternatief()),
        _("Alternatief toevoegen"),
    )


@require_http_methods(["GET", "POST"])
def markt(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """A provider was asked."""
    formulier = MarktvraagFormulier(request.POST or None)
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: consult_markt(**who, nieuw=formulier.marktvraag()),
        _("Vraag aan een aanbieder opschrijven"),
    )


@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, marktvraag_id: UUID) -> HttpResponse:
    """What it answered."""
    een, vraag = found(lambda: read_dossier_of_vraag(by=request.actor, marktvraag_id=marktvraag_id))
    formulier = MarktantwoordFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: answer_markt(
            by=request.actor,
            marktvraag_id=vraag.id,
            nieuw=formulier.marktantwoord(),
            formulier=formulier.formulier,
        ),
        _trail(een),
        kop=_("Antwoord van %(aanbieder)s") % {"aanbieder": vraag.aanbieder},
        uitleg=vraag.vraag,
        knop=_("Antwoord opschrijven"),
        gelukt=_("Het is opgeschreven."),
    )


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """What a meeting decided."""
    formulier = UitkomstFormulier(request.POST or None, besluiten=readable_besluiten(request.actor))
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: decide_landschap(
            **who,
            soort=formulier.cleaned_data["soort"],
            reden=formulier.cleaned_data["reden"],
            besluit_id=UUID(formulier.cleaned_data["besluit"]),
        ),
        _("Besluit koppelen"),
    )


@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """It goes to a procurement region."""
    formulier = OverdrachtFormulier(request.POST or None)
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: hand_over_landschap(**who, nieuw=formulier.plan()),
        _("Overdragen aan de inkoop"),
    )


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """Nothing more has to be done."""
    formulier = SlotFormulier(request.POST or None)
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: finish_landschap(**who, tekst=formulier.cleaned_data["tekst"]),
        _("Dossier afronden"),
    )


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, dossier_id: UUID) -> HttpResponse:
    """It is taken up again."""
    formulier = SlotFormulier(request.POST or None)
    return _page(
        request,
        _get(request, dossier_id),
        formulier,
        lambda **who: reopen_landschap(**who, tekst=formulier.cleaned_data["tekst"]),
        _("Dossier weer oppakken"),
    )


# --- what these pages share -------------------------------------------------------------------------


def _get(request: HttpRequest, dossier_id: UUID) -> DossierBeeld:
    return found(lambda: read_landschapsdossier(by=request.actor, dossier_id=dossier_id))


def _crumb() -> tuple[str, str]:
    return reverse("landschapsdossiers"), _("Dossiers van het zorglandschap")


def _trail(een: DossierBeeld) -> list[tuple[str, str]]:
    return [_crumb(), (reverse("landschapsdossier", args=[een.id]), een.naam)]


def _page(
    request: HttpRequest, een: DossierBeeld, formulier: Formulier, do: Callable[..., UUID], kop: str
) -> HttpResponse:
    return one_page(
        request,
        formulier,
        lambda: do(by=request.actor, dossier_id=een.id, formulier=formulier.formulier),
        _trail(een),
        kop=kop,
        uitleg=een.behoefte,
        knop=kop,
        gelukt=_("Het is opgeschreven."),
    )
