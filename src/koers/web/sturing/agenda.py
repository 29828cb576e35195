"""The uitvoeringsagenda: all opgaven, one opgave, what changed since the stuurgroep, and one action."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.sturing.agenda_lezen import (
    AgendaactieBeeld,
    AgendaBeeld,
    OpgaveBeeld,
    read_agenda,
    read_agenda_of,
)
from koers.actions.sturing.agenda_sinds import SindsBeeld, read_sinds
from koers.domain.toestanden.agenda import AGENDAACTIE
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.sturing.agenda import (
    lead,
    lead_opgave,
    lead_since,
    picture_of_agenda,
    picture_of_opgave,
)
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulierpagina import found
from koers.web.sturing.formulieren import SindsFormulier


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """The opgaven per pillar: who carries them, how they stand, what comes next, what slips."""
    beeld = found(lambda: read_agenda(by=request.actor, gemeente=asked(request)))
    context = {
        "a": beeld,
        "zin": lead(beeld),
        "pijlers": [(nr, list(rows)) for nr, rows in groupby(_per_pijler(beeld), key=lambda een: een.pijler)],
        "tekening": picture_of_agenda(beeld, vandaag()),
    }
    return render(request, "sturing/agenda.html", context)


@require_safe
def opgave(request: HttpRequest, opgave: str) -> HttpResponse:
    """One opgave with its goals, interventions, actions and every status it had."""
    beeld, een = get_opgave(request, opgave)
    beleidsdeel = beleid().opgaven[een.id]
    context = {
        "a": beeld,
        "o": een,
        "zin": lead_opgave(een),
        "waarom": taal(beleidsdeel.waarom),
        "levert": [taal(tekst) for tekst in beleidsdeel.levert],
        "tekening": picture_of_opgave(een, vandaag()),
    }
    return render(request, "sturing/opgave.html", context)


@require_safe
def sinds(request: HttpRequest) -> HttpResponse:
    """What changed since the last stuurgroep, or since a chosen day."""
    formulier = SindsFormulier(request.GET if "dag" in request.GET else None)
    dag = formulier.cleaned_data["dag"] if formulier.is_bound and formulier.is_valid() else None

    def read() -> SindsBeeld:
        return read_sinds(by=request.actor, gemeente=asked(request), dag=dag)

    try:
        beeld = read()
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        formulier.add_error("dag", sentence(refused))
        dag = None
        beeld = read()
    if not formulier.is_bound:
        formulier = SindsFormulier(initial={"dag": beeld.dag})
    context = {"s": beeld, "a": beeld.agenda, "zin": lead_since(beeld), "formulier": formulier}
    status = 422 if formulier.errors else 200
    return render(request, "sturing/sinds.html", context, status=status)


@require_safe
def agendaactie(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """One action: every agreed day, what it waits on and what waits on it."""
    beeld, een = get_actie(request, actie_id)
    context = {
        "a": beeld,
        "actie": een,
        "wacht_op": beeld.wacht_op(een.id),
        "raakt": beeld.raakt(een),
        "handelingen": AGENDAACTIE.open_acts(een.stand),
    }
    return render(request, "sturing/actie.html", context)


# --- what the other pages of the agenda share -------------------------------------------------------


def asked(request: HttpRequest) -> str:
    """The municipality in the address; empty: the first of the own ones."""
    return request.GET.get("gemeente", "")


def get_opgave(request: HttpRequest, opgave: str) -> tuple[AgendaBeeld, OpgaveBeeld]:
    """An opgave in the agenda of the municipality that was asked for, or 404."""
    beeld = found(lambda: read_agenda(by=request.actor, gemeente=asked(request)))
    return beeld, found(lambda: beeld.opgave(opgave))


def get_actie(request: HttpRequest, actie_id: UUID) -> tuple[AgendaBeeld, AgendaactieBeeld]:
    """An action with its agenda, or 404."""
    return found(lambda: read_agenda_of(by=request.actor, actie_id=actie_id))


def _per_pijler(beeld: AgendaBeeld) -> list[OpgaveBeeld]:
    return sorted(beeld.opgaven, key=lambda een: (een.pijler, een.nr))
