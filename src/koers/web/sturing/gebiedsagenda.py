"""The gebiedsagenda: all areas, one area over the quarters, one meeting, one agreement."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from koers.actions.sturing.gebiedsagenda_lezen import (
    AfspraakBeeld,
    BijeenkomstBeeld,
    GebiedBeeld,
    GebiedsagendaBeeld,
    read_afspraak,
    read_bijeenkomst,
    read_gebiedsagenda,
)
from koers.domain.rapportages import recent_perioden
from koers.domain.toestanden.gebiedsagenda import GEBIEDSAFSPRAAK
from koers.presentation.sturing.gebiedsagenda import (
    area_name,
    lead,
    lead_area,
    lead_meeting,
    quarter_words,
    reach_sheet,
)
from koers.registers.klok import vandaag
from koers.web.sturing.agenda import asked, found

Kruimels = list[tuple[str, str]]


@require_safe
def gebiedsagenda(request: HttpRequest) -> HttpResponse:
    """Per area the last meeting and what is open."""
    beeld = found(lambda: read_gebiedsagenda(by=request.actor, gemeente=asked(request)))
    # About the quarter that is over people have met by now; the running one has not ended.
    _running, before = recent_perioden("kwartaal", vandaag(), 2)
    context = {"a": beeld, "zin": lead(beeld, before.naam)}
    return render(request, "sturing/gebiedsagenda.html", context)


@require_safe
def gebied(request: HttpRequest, gebied: str) -> HttpResponse:
    """One area: reach per partner over the quarters, open agreements, and its meetings."""
    beeld, een = get_area(request, gebied)
    context = {"a": beeld, "g": een, "zin": lead_area(een), "blad": reach_sheet(een)}
    return render(request, "sturing/gebied.html", context)


@require_safe
def bijeenkomst(request: HttpRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """One meeting: who was there, what each partner told, and what was agreed."""
    beeld, een = get_meeting(request, bijeenkomst_id)
    told = {bijdrage.organisatie for bijdrage in een.bijdragen}
    silent = [partner for partner in beeld.partners if partner.id not in told]
    at_table = {partner.id for partner in een.aanwezigen}
    context = {
        "a": beeld,
        "b": een,
        "zin": lead_meeting(een),
        "kruimels": trail(beeld, een.gebied),
        # Who sat at the table comes first; of the others the list can be long.
        "nog_niet": [een for een in silent if een.id in at_table or not beeld.organiseer_ik],
        "anderen": [een for een in silent if een.id not in at_table and beeld.organiseer_ik],
        "mijn": {partner.id for partner in beeld.partners},
    }
    return render(request, "sturing/bijeenkomst.html", context)


@require_safe
def gebiedsafspraak(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """One agreement with everything that came of it."""
    beeld, een = get_agreement(request, afspraak_id)
    context = {
        "a": beeld,
        "afspraak": een,
        "kruimels": trail_meeting(beeld, beeld.bijeenkomst(een.bijeenkomst)),
        "handelingen": GEBIEDSAFSPRAAK.open_acts(een.stand) if beeld.writes_for(een.organisatie) else (),
    }
    return render(request, "sturing/gebiedsafspraak.html", context)


# --- what the pages share ---------------------------------------------------------------------------


def get_area(request: HttpRequest, gebied: str) -> tuple[GebiedsagendaBeeld, GebiedBeeld]:
    """An area in the agenda of the municipality that was asked for, or 404."""
    beeld = found(lambda: read_gebiedsagenda(by=request.actor, gemeente=asked(request)))
    return beeld, found(lambda: beeld.gebied(gebied))


def get_meeting(request: HttpRequest, bijeenkomst_id: UUID) -> tuple[GebiedsagendaBeeld, BijeenkomstBeeld]:
    """A meeting with its agenda, or 404."""
    return found(lambda: read_bijeenkomst(by=request.actor, bijeenkomst_id=bijeenkomst_id))


def get_agreement(request: HttpRequest, afspraak_id: UUID) -> tuple[GebiedsagendaBeeld, AfspraakBeeld]:
    """An agreement with its agenda, or 404."""
    return found(lambda: read_afspraak(by=request.actor, afspraak_id=afspraak_id))


def trail(beeld: GebiedsagendaBeeld, gebied: str = "") -> Kruimels:
    """The way to the gebiedsagenda, and to an area in it."""
    vraag = f"?gemeente={beeld.gemeente}"
    crumbs = [(f"{reverse('gebiedsagenda')}{vraag}", _("Gebiedsagenda"))]
    if gebied:
        crumbs.append((f"{reverse('gebied', args=[gebied])}{vraag}", area_name(gebied)))
    return crumbs


def trail_meeting(beeld: GebiedsagendaBeeld, een: BijeenkomstBeeld) -> Kruimels:
    """The way to a meeting."""
    here = (reverse("bijeenkomst", args=[een.id]), quarter_words(een.kwartaal).capitalize())
    return [*trail(beeld, een.gebied), here]
