"""Pages of families."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.kern.dubbelen import Dubbelen, read_dubbelen
from koers.actions.kern.gezin_lezen import read_gezin, read_gezinnen, reveal_adres
from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid, register_gezin
from koers.actions.toegang.lezen import read_casussen
from koers.authorization.poort import may
from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.web.formulier import send
from koers.web.kern.formulieren import NieuwGezin, NieuwLidFormulier, PersoonFormulier
from koers.web.toegang.delen import parts_of_gezin
from koers.web.toegang.gezinsbegin import begin_of_gezin


@require_GET
def gezinnen(request: HttpRequest) -> HttpResponse:
    """The families that I work with."""
    pagina = request.GET.get("pagina", "1")
    lijst = read_gezinnen(
        by=request.actor,
        pagina=int(pagina) if pagina.isdecimal() else 1,
    )
    return render(request, "kern/gezinnen.html", {"lijst": lijst})


@require_GET
def gezin(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """One family."""
    return _page(request, gezin_id)


def _page(request: HttpRequest, gezin_id: UUID, **more: object) -> HttpResponse:
    """The page of a family, with everything on it that this actor may see."""
    beeld = _read(request, gezin_id)
    casussen = read_casussen(by=request.actor, gezin_id=gezin_id) if may(request.actor, "read_casus") else ()
    context = {"gezin": beeld, "casussen": casussen} | parts_of_gezin(request.actor, gezin_id) | more
    return render(request, "kern/gezin.html", context)


@require_http_methods(["GET", "POST"])
def gezin_nieuw(request: HttpRequest) -> HttpResponse:
    """Enter a family by its first child, with what a first note or a referral told; those go on with it."""
    begin = begin_of_gezin(request)
    formulier = NieuwGezin(request.POST or None, initial=begin.velden)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_gezin(
                by=request.actor,
                jeugdige=formulier.persoon(),
                adres=formulier.adres(),
                toch=formulier.cleaned_data["toch"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het gezin staat in Koers. U bent de regisseur."))
            if begin.verder:
                return redirect(f"{begin.verder}?gezin={done}")
            return redirect("gezin", gezin_id=done)
    context = {"formulier": formulier, "dubbelen": _alike(request, formulier)}
    return render(request, "kern/gezin_nieuw.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def gezinslid_nieuw(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Add a child or a parent."""
    gezin = _read(request, gezin_id)
    formulier = NieuwLidFormulier(request.POST or None, gezin=gezin)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        lid = NieuwLid(
            persoon=formulier.persoon(),
            rol=data["rol"],
            plaats=Plaats(huishouden_id=data["huishouden"], adres=formulier.adres()),
            ouder_van=tuple(data["ouder_van"]),
            gezag_over=tuple(data["gezag_over"]),
        )
        done = send(
            formulier,
            lambda: add_gezinslid(
                by=request.actor, gezin_id=gezin_id, lid=lid, toch=data["toch"], formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(request, _("Toegevoegd aan het gezin."))
            return redirect("gezin", gezin_id=gezin_id)
    return render(
        request,
        "kern/gezinslid_nieuw.html",
        {"formulier": formulier, "gezin": gezin, "dubbelen": _alike(request, formulier, gezin_id)},
        status=formulier.status,
    )


def _alike(
    request: HttpRequest, formulier: PersoonFormulier, gezin_id: UUID | None = None
) -> Dubbelen | None:
    """Who may be meant, when that stopped the form."""
    if not formulier.is_dubbel:
        return None
    return read_dubbelen(by=request.actor, nieuw=formulier.persoon(), gezin_id=gezin_id)


@require_POST
def adres_openen(request: HttpRequest, gezin_id: UUID, huishouden_id: UUID) -> HttpResponse:
    """Shows one secret address once, for a reason that goes into the log."""
    try:
        adres = reveal_adres(
            by=request.actor,
            gezin_id=gezin_id,
            huishouden_id=huishouden_id,
            reden=request.POST.get("reden", ""),
        )
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        messages.error(request, sentence(refused))
        return redirect("gezin", gezin_id=gezin_id)
    return _page(request, gezin_id, geopend=(huishouden_id, adres))


def _read(request: HttpRequest, gezin_id: UUID):
    try:
        return read_gezin(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
