"""One item of an agenda: its annotation, the position of the own municipality, the besluit, the actions."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.besluiten import (
    assign_actie,
    decide_agendapunt,
    follow_actie,
    report_terugkoppeling,
)
from koers.actions.netwerk.vergaderbeelden import BesluitBeeld, RaaktBeeld
from koers.actions.netwerk.vergadering_lezen import (
    read_actie,
    read_acties,
    read_besluit,
    read_besluiten,
    read_raakt,
)
from koers.actions.netwerk.voorbereiden import (
    annotate_agendapunt,
    draft_standpunt,
    release_annotatie,
    share_standpunt,
)
from koers.authorization.poort import may
from koers.domain.weigering import Refused
from koers.presentation.netwerk import waarvan
from koers.presentation.netwerk.vergaderingen import body_name
from koers.web.formulier import send
from koers.web.monitor.beleid import surroundings
from koers.web.netwerk.vergaderformulieren import (
    ActieFormulier,
    AnnotatieFormulier,
    BesluitFormulier,
    StandpuntFormulier,
    TerugkoppelingFormulier,
    VervolgFormulier,
)
from koers.web.netwerk.vergaderingen import Blad, get_item, one_form, require_organiser

BLAD = "netwerk/punt_formulier.html"


@require_http_methods(["GET", "POST"])
def annotatie(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """The preparing body writes what members have to know; released, they read it."""
    beeld, punt = get_item(request, punt_id)
    if not punt.bereid_ik:
        raise Refused("niet_van_dit_overleg")
    was = punt.concept or punt.annotatie
    formulier = AnnotatieFormulier(
        request.POST or None, initial={"tekst": was.tekst, "voorstel": was.voorstel} if was else None
    )
    release = "vrijgeven" in request.POST

    def do() -> UUID:
        data = formulier.cleaned_data
        done = annotate_agendapunt(
            by=request.actor,
            punt_id=punt_id,
            tekst=data["tekst"],
            voorstel=data["voorstel"],
            formulier=formulier.formulier,
        )
        if release:
            release_annotatie(by=request.actor, punt_id=punt_id)
        return done

    return one_form(
        request,
        beeld,
        formulier,
        do,
        Blad(
            kop=_("Annotatie bij: %(titel)s") % {"titel": punt.titel},
            uitleg=_(
                "U schrijft dit namens %(overleg)s. Vrijgegeven lezen alle leden het;"
                " eerder alleen wie voorbereidt."
            )
            % {"overleg": body_name(punt.voorbereider)},
            knop=_("Bewaren, nog niet vrijgeven"),
            gelukt=_("De leden lezen deze annotatie nu.") if release else _("De annotatie is bewaard."),
            punt=punt,
            tweede=("vrijgeven", _("Bewaren en vrijgeven")),
            template=BLAD,
        ),
    )


@require_http_methods(["GET", "POST"])
def standpunt(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """What the own municipality thinks: private until it is shared."""
    beeld, punt = get_item(request, punt_id)
    if punt.eigen is None:
        raise Refused("gemeente_doet_niet_mee" if len(request.actor.gemeenten) == 1 else "kies_een_gemeente")
    last = punt.eigen.concepten[-1] if punt.eigen.concepten else None
    formulier = StandpuntFormulier(
        request.POST or None, initial={"keuze": last.keuze, "tekst": last.tekst} if last else None
    )
    share = "delen" in request.POST

    def do() -> UUID:
        data = formulier.cleaned_data
        done = draft_standpunt(
            by=request.actor,
            punt_id=punt_id,
            keuze=data["keuze"],
            tekst=data["tekst"],
            formulier=formulier.formulier,
        )
        if share:
            share_standpunt(by=request.actor, punt_id=punt_id)
        return done

    tweede = ("delen", _("Bewaren en delen")) if may(request.actor, "share_standpunt") else None
    return one_form(
        request,
        beeld,
        formulier,
        do,
        Blad(
            kop=_("Standpunt van %(gemeente)s") % {"gemeente": punt.eigen.gemeente},
            uitleg=_(
                "%(titel)s. Tot u deelt, zien alleen de wethouder en de beleidsadviseur van uw gemeente dit."
                " Delen doet de wethouder."
            )
            % {"titel": punt.titel},
            knop=_("Bewaren voor onze gemeente"),
            gelukt=_("De andere gemeenten lezen uw standpunt nu.")
            if share
            else _("Bewaard. Alleen uw gemeente ziet dit."),
            punt=punt,
            tweede=tweede,
            template=BLAD,
        ),
    )


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """What was decided."""
    beeld, punt = get_item(request, punt_id)
    require_organiser(beeld)
    taken = waarvan.question(surroundings()).taken
    formulier = BesluitFormulier(request.POST or None, beeld=beeld, punt=punt, taken=taken)
    return one_form(
        request,
        beeld,
        formulier,
        lambda: decide_agendapunt(
            by=request.actor, punt_id=punt_id, nieuw=formulier.besluit(), formulier=formulier.formulier
        ),
        Blad(
            kop=_("Besluit vastleggen"),
            uitleg=punt.titel,
            knop=_("Besluit vastleggen"),
            gelukt=_("Het besluit ligt vast, met wat het mandaatregister erover zegt."),
            punt=punt,
            template=BLAD,
        ),
    )


@require_http_methods(["GET", "POST"])
def actie_nieuw(request: HttpRequest, besluit_id: UUID) -> HttpResponse:
    """Who does what to carry out a besluit."""
    try:
        beeld, found = read_besluit(by=request.actor, besluit_id=besluit_id)
    except Refused as refused:
        raise Http404 from refused
    require_organiser(beeld)
    formulier = ActieFormulier(request.POST or None, beeld=beeld)
    return one_form(
        request,
        beeld,
        formulier,
        lambda: assign_actie(
            by=request.actor,
            besluit_id=besluit_id,
            nieuw=formulier.actie(),
            formulier=formulier.formulier,
        ),
        Blad(
            kop=_("Actie vastleggen"),
            uitleg=found.kort.tekst,
            knop=_("Actie vastleggen"),
            gelukt=_("De actie ligt vast. Wie haar heeft, ziet haar op Vandaag."),
        ),
    )


@require_safe
def acties(request: HttpRequest) -> HttpResponse:
    """Every action, what is due first on top."""
    found = read_acties(by=request.actor)
    context = {
        "lopend": [een for een in found if een.loopt],
        "klaar": [een for een in found if not een.loopt],
        "te_laat": sum(een.te_laat for een in found),
    }
    return render(request, "netwerk/acties.html", context)


@require_http_methods(["GET", "POST"])
def actie(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """One action: everything that came of it, and what comes next."""
    try:
        found = read_actie(by=request.actor, actie_id=actie_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = VervolgFormulier(request.POST or None, actie=found)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: follow_actie(
                by=request.actor,
                actie_id=actie_id,
                soort=data["soort"],
                reden=data["reden"],
                uiterlijk=data["uiterlijk"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Opgeschreven. Wat er eerder stond, blijft staan."))
            return redirect("actie", actie_id=actie_id)
    return render(
        request, "netwerk/actie.html", {"actie": found, "formulier": formulier}, status=formulier.status
    )


# --- what touches us --------------------------------------------------------------------------------


@require_safe
def raakt_ons(request: HttpRequest) -> HttpResponse:
    """Per body and municipality: what was decided that touches it, and what it has not heard yet."""
    besluiten = read_besluiten(by=request.actor)
    wie = request.GET.get("wie", "")[:80]
    regels = [(besluit, een) for besluit in besluiten for een in besluit.raakt]
    keuzes = sorted({_whom(een) for _besluit, een in regels}, key=lambda een: een[1].casefold())
    chosen = [paar for paar in regels if not wie or _whom(paar[1])[0] == wie]
    context = {
        "keuzes": keuzes,
        "wie": wie,
        "nog_niet": [_named(*paar) for paar in chosen if not paar[1].gehoord],
        "gehoord": [_named(*paar) for paar in chosen if paar[1].gehoord],
    }
    return render(request, "netwerk/raakt_ons.html", context)


def _whom(een: RaaktBeeld) -> tuple[str, str]:
    return (een.gremium, body_name(een.gremium)) if een.gremium else (een.gemeente, een.gemeente)


def _named(besluit: BesluitBeeld, een: RaaktBeeld) -> dict[str, object]:
    return {"besluit": besluit, "raakt": een, "wie": _whom(een)[1]}


@require_http_methods(["GET", "POST"])
def terugkoppeling(request: HttpRequest, raakt_id: UUID) -> HttpResponse:
    """Somebody says that a body or municipality heard of a besluit."""
    try:
        found, een = read_raakt(by=request.actor, raakt_id=raakt_id)
    except Refused as refused:
        raise Http404 from refused
    if not een.van_mij:
        raise Refused("terugkoppeling_niet_van_u")
    formulier = TerugkoppelingFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: report_terugkoppeling(
                by=request.actor,
                raakt_id=raakt_id,
                datum=data["datum"],
                tekst=data["tekst"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De terugkoppeling staat bij het besluit."))
            return redirect("raakt-ons")
    context = {
        "formulier": formulier,
        "kruimels": [
            (reverse("vergaderingen"), _("Vergaderingen")),
            (reverse("raakt-ons"), _("Wat raakt ons")),
        ],
        "kop": _("Terugkoppeling van %(wie)s") % {"wie": _whom(een)[1]},
        "uitleg": found.kort.tekst,
        "knop": _("Terugkoppeling opslaan"),
    }
    return render(request, "toegang/een_formulier.html", context, status=formulier.status)
