"""What a beleidsadviseur writes in the uitvoeringsagenda: one page, one form, one act."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.sturing.agenda import (
    add_agendaactie,
    add_interventie,
    assign_opgave,
    drop_agendaactie,
    finish_agendaactie,
    link_agendaactie,
    move_agendaactie,
    reopen_agendaactie,
    set_doel,
    unlink_agendaactie,
    write_opgavestand,
)
from koers.actions.sturing.agenda_lezen import (
    AgendaactieBeeld,
    AgendaBeeld,
    OpgaveBeeld,
    read_agenda_with,
    read_eigenaren,
    read_schakel,
)
from koers.presentation.sturing.agenda import days_in_words, opgave_name, owner_name
from koers.web.formulier import Formulier
from koers.web.formulierpagina import found
from koers.web.formulierpagina import one_page as form_page
from koers.web.sturing.agenda import get_actie, get_opgave
from koers.web.sturing.formulieren import (
    ActieFormulier,
    DoelFormulier,
    EigenaarFormulier,
    InterventieFormulier,
    KlaarFormulier,
    LosFormulier,
    StandFormulier,
    VerschuifFormulier,
    WaaromFormulier,
    WachtFormulier,
)

Kruimels = list[tuple[str, str]]


@require_http_methods(["GET", "POST"])
def eigenaar(request: HttpRequest, opgave: str) -> HttpResponse:
    """Somebody carries the opgave."""
    beeld, een = get_opgave(request, opgave)
    colleagues = read_eigenaren(by=request.actor, gemeente=beeld.gemeente)
    formulier = EigenaarFormulier(request.POST or None, opgave=een, colleagues=colleagues)
    return one_page(
        request,
        formulier,
        lambda: assign_opgave(
            **_of(request, beeld, een), **formulier.chosen(), formulier=formulier.formulier
        ),
        trail(beeld, een),
        kop=_("Eigenaar van de opgave kiezen"),
        uitleg=_("Nu: %(naam)s. Wie eerder eigenaar was, blijft leesbaar.")
        % {"naam": owner_name(een.eigenaar)},
        knop=_("Eigenaar vastleggen"),
        gelukt=_("De eigenaar is vastgelegd."),
    )


@require_http_methods(["GET", "POST"])
def stand(request: HttpRequest, opgave: str) -> HttpResponse:
    """How the opgave stands."""
    beeld, een = get_opgave(request, opgave)
    formulier = StandFormulier(request.POST or None, opgave=een)
    return one_page(
        request,
        formulier,
        lambda: write_opgavestand(
            **_of(request, beeld, een), **_data(formulier), formulier=formulier.formulier
        ),
        trail(beeld, een),
        kop=_("Opschrijven hoe de opgave ervoor staat"),
        uitleg=_("Elke eerdere stand blijft leesbaar, met zijn dag en zijn reden."),
        knop=_("Stand opschrijven"),
        gelukt=_("De stand is opgeschreven."),
    )


@require_http_methods(["GET", "POST"])
def doel(request: HttpRequest, opgave: str) -> HttpResponse:
    """What an indicator has to show."""
    beeld, een = get_opgave(request, opgave)
    formulier = DoelFormulier(request.POST or None, opgave=een)
    return one_page(
        request,
        formulier,
        lambda: set_doel(**_of(request, beeld, een), **_data(formulier), formulier=formulier.formulier),
        trail(beeld, een),
        kop=_("Doel opschrijven"),
        uitleg=_("Een nieuw doel bij dezelfde indicator komt naast het oude te staan."),
        knop=_("Doel opschrijven"),
        gelukt=_("Het doel is opgeschreven."),
    )


@require_http_methods(["GET", "POST"])
def interventie_nieuw(request: HttpRequest, opgave: str) -> HttpResponse:
    """Something will be done for the opgave."""
    beeld, een = get_opgave(request, opgave)
    formulier = InterventieFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: add_interventie(
            **_of(request, beeld, een), nieuw=formulier.interventie(), formulier=formulier.formulier
        ),
        trail(beeld, een),
        kop=_("Interventie toevoegen"),
        uitleg=_("Wat gaat uw gemeente doen voor deze opgave? Daarna zet u er de acties bij."),
        knop=_("Interventie toevoegen"),
        gelukt=_("De interventie staat op de agenda. Zet er nu de acties bij."),
    )


@require_http_methods(["GET", "POST"])
def actie_nieuw(request: HttpRequest, interventie_id: UUID) -> HttpResponse:
    """Who does what from when, before which day."""
    beeld, interventie = found(lambda: read_agenda_with(by=request.actor, interventie_id=interventie_id))
    formulier = ActieFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: add_agendaactie(
            by=request.actor,
            interventie_id=interventie_id,
            nieuw=formulier.actie(),
            formulier=formulier.formulier,
        ),
        trail(beeld, beeld.opgave(interventie.opgave)),
        kop=_("Actie toevoegen"),
        uitleg=interventie.naam,
        knop=_("Actie toevoegen"),
        gelukt=_("De actie staat op de agenda."),
    )


# --- one action -------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def verschuiven(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """A new end day."""
    beeld, een = get_actie(request, actie_id)
    formulier = VerschuifFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: move_agendaactie(**_actie(request, een), **_data(formulier), formulier=formulier.formulier),
        trail_actie(beeld, een),
        kop=_("Nieuwe dag afspreken"),
        uitleg=_("“%(wat)s” moet nu klaar zijn op %(dagen)s. Wat eerder is afgesproken, blijft leesbaar.")
        % {"wat": een.wat, "dagen": days_in_words(een)},
        knop=_("Nieuwe dag afspreken"),
        gelukt=_("De nieuwe dag is afgesproken."),
        raakt=beeld.raakt(een),
    )


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """It was done."""
    return _step(
        request,
        actie_id,
        KlaarFormulier(request.POST or None),
        finish_agendaactie,
        (_("Actie afronden"), _("De actie is klaar.")),
    )


@require_http_methods(["GET", "POST"])
def vervallen(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """It will not be done."""
    return _step(
        request,
        actie_id,
        WaaromFormulier(request.POST or None),
        drop_agendaactie,
        (_("Actie laten vervallen"), _("De actie vervalt. Zij blijft leesbaar, met de reden.")),
    )


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """It has to be done after all."""
    return _step(
        request,
        actie_id,
        WaaromFormulier(request.POST or None),
        reopen_agendaactie,
        (_("Actie weer openen"), _("De actie staat weer open.")),
    )


@require_http_methods(["GET", "POST"])
def wacht(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """It waits on another action."""
    beeld, een = get_actie(request, actie_id)
    formulier = WachtFormulier(request.POST or None, agenda=beeld, actie=een)
    return one_page(
        request,
        formulier,
        lambda: link_agendaactie(
            **_actie(request, een),
            wacht_op_id=UUID(formulier.cleaned_data["wacht_op"]),
            formulier=formulier.formulier,
        ),
        trail_actie(beeld, een),
        kop=_("Opschrijven waar de actie op wacht"),
        uitleg=een.wat,
        knop=_("Afhankelijkheid opschrijven"),
        gelukt=_("Het staat erbij: deze actie wacht op de andere."),
    )


@require_http_methods(["GET", "POST"])
def los(request: HttpRequest, schakel_id: UUID) -> HttpResponse:
    """It does not wait any more."""
    beeld, een, other = found(lambda: read_schakel(by=request.actor, schakel_id=schakel_id))
    formulier = LosFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: unlink_agendaactie(
            by=request.actor,
            afhankelijkheid_id=schakel_id,
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        ),
        trail_actie(beeld, een),
        kop=_("Afhankelijkheid weghalen"),
        uitleg=_("“%(actie)s” wacht dan niet meer op “%(ander)s”.") % {"actie": een.wat, "ander": other.wat},
        knop=_("Afhankelijkheid weghalen"),
        gelukt=_("De actie wacht niet meer op de andere."),
    )


# --- what these pages share -------------------------------------------------------------------------


one_page = partial(form_page, sjabloon="sturing/een_formulier.html")


def trail(beeld: AgendaBeeld, opgave: OpgaveBeeld | None = None) -> Kruimels:
    """The way to the agenda, and to an opgave in it."""
    vraag = f"?gemeente={beeld.gemeente}"
    crumbs = [(f"{reverse('agenda')}{vraag}", _("Uitvoeringsagenda"))]
    if opgave:
        crumbs.append((f"{reverse('opgave', args=[opgave.id])}{vraag}", opgave_name(opgave.id)))
    return crumbs


def trail_actie(beeld: AgendaBeeld, actie: AgendaactieBeeld) -> Kruimels:
    """The way to an action."""
    here = (reverse("agendaactie", args=[actie.id]), _("Actie"))
    return [*trail(beeld, beeld.opgave(actie.opgave)), here]


def _step(
    request: HttpRequest,
    actie_id: UUID,
    formulier: Formulier,
    do: Callable[..., UUID],
    words: tuple[str, str],
) -> HttpResponse:
    beeld, een = get_actie(request, actie_id)
    return one_page(
        request,
        formulier,
        lambda: do(**_actie(request, een), **_data(formulier), formulier=formulier.formulier),
        trail_actie(beeld, een),
        kop=words[0],
        uitleg=een.wat,
        knop=words[0],
        gelukt=words[1],
    )


def _of(request: HttpRequest, beeld: AgendaBeeld, opgave: OpgaveBeeld) -> dict[str, Any]:
    return {"by": request.actor, "gemeente": beeld.gemeente, "opgave": opgave.id}


def _actie(request: HttpRequest, actie: AgendaactieBeeld) -> dict[str, Any]:
    return {"by": request.actor, "actie_id": actie.id}


def _data(formulier: Formulier) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in formulier.cleaned_data.items() if naam != "formulier_id"}
