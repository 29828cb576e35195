"""What partners write in the gebiedsagenda: one page, one form, one act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.sturing.gebiedsagenda import (
    add_gebiedsafspraak,
    correct_bijeenkomst,
    drop_gebiedsafspraak,
    finish_gebiedsafspraak,
    hold_bijeenkomst,
    move_gebiedsafspraak,
    reopen_gebiedsafspraak,
    write_aanwezigen,
    write_bijdrage,
)
from koers.actions.sturing.gebiedsagenda_lezen import read_bronnen, read_partners
from koers.domain.weigering import Refused
from koers.presentation.sturing.gebiedsagenda import area_name, days_of, quarter_words
from koers.web.formulier import Formulier
from koers.web.sturing.formulieren import KlaarFormulier, VerschuifFormulier, WaaromFormulier
from koers.web.sturing.formulieren_gebied import (
    AanwezigenFormulier,
    AfspraakFormulier,
    BijdrageFormulier,
    BijeenkomstFormulier,
    VerbeterFormulier,
)
from koers.web.sturing.gebiedsagenda import get_agreement, get_area, get_meeting, trail, trail_meeting
from koers.web.sturing.schrijven import one_page


@require_http_methods(["GET", "POST"])
def bijeenkomst_nieuw(request: HttpRequest, gebied: str) -> HttpResponse:
    """The partners of an area met."""
    beeld, een = get_area(request, gebied)
    formulier = BijeenkomstFormulier(request.POST or None)
    return one_page(
        request,
        formulier,
        lambda: hold_bijeenkomst(
            by=request.actor,
            gemeente=beeld.gemeente,
            nieuw=formulier.told(een.id),
            formulier=formulier.formulier,
        ),
        trail(beeld, een.id),
        kop=_("Bijeenkomst in %(gebied)s opschrijven") % {"gebied": area_name(een.id)},
        uitleg=_("Daarna schrijft elke partner op wie er bereikt is en wat dat opleverde."),
        knop=_("Bijeenkomst opschrijven"),
        gelukt=_("De bijeenkomst staat erbij. Open haar om op te schrijven wie er waren."),
    )


@require_http_methods(["GET", "POST"])
def verbeteren(request: HttpRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """A meeting had another day or other subjects."""
    beeld, een = get_meeting(request, bijeenkomst_id)
    formulier = VerbeterFormulier(request.POST or None, bijeenkomst=een)
    return one_page(
        request,
        formulier,
        lambda: followed(
            formulier,
            len(een.versies),
            lambda: correct_bijeenkomst(
                by=request.actor, bijeenkomst_id=een.id, **_data(formulier), formulier=formulier.formulier
            ),
        ),
        trail_meeting(beeld, een),
        kop=_("Bijeenkomst verbeteren"),
        uitleg=_("Verbeter de dag of de onderwerpen. Wat er stond, blijft leesbaar, met uw reden."),
        knop=_("Verbetering opschrijven"),
        gelukt=_("De bijeenkomst is verbeterd."),
        vooraf="sturing/bijeenkomst_nu.html",
        nu=een,
    )


@require_http_methods(["GET", "POST"])
def aanwezigen(request: HttpRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Which partners were there."""
    beeld, een = get_meeting(request, bijeenkomst_id)
    partners = read_partners(by=request.actor, gemeente=beeld.gemeente)
    formulier = AanwezigenFormulier(
        request.POST or None, partners=partners, bekend=beeld.known_partners(), bijeenkomst=een
    )
    return one_page(
        request,
        formulier,
        lambda: write_aanwezigen(
            by=request.actor, bijeenkomst_id=een.id, aantallen=formulier.told(), formulier=formulier.formulier
        ),
        trail_meeting(beeld, een),
        kop=_("Opschrijven wie er waren"),
        uitleg=_("Hoeveel mensen waren er van elke partner? Laat leeg wie er niet was."),
        knop=_("Aanwezigen opschrijven"),
        gelukt=_("Het staat erbij wie er waren."),
    )


@require_http_methods(["GET", "POST"])
def bijdrage(request: HttpRequest, bijeenkomst_id: UUID, organisatie_id: UUID) -> HttpResponse:
    """What a partner tells."""
    beeld, een = get_meeting(request, bijeenkomst_id)
    partner = next((p for p in beeld.partners if p.id == organisatie_id), None)
    if partner is None:
        raise Http404
    now = een.bijdrage(partner.id)
    bronnen = read_bronnen(by=request.actor, bijeenkomst_id=een.id, organisatie_id=partner.id)
    formulier = BijdrageFormulier(request.POST or None, now=now, bronnen=bronnen)
    return one_page(
        request,
        formulier,
        lambda: followed(
            formulier,
            now.versie if now else 0,
            lambda: write_bijdrage(
                by=request.actor,
                bijeenkomst_id=een.id,
                organisatie_id=partner.id,
                nieuw=formulier.told(),
                op_versie=formulier.cleaned_data["op_versie"],
                reden=formulier.cleaned_data.get("reden", ""),
                formulier=formulier.formulier,
            ),
        ),
        trail_meeting(beeld, een),
        kop=_("Bereik en resultaat van %(partner)s") % {"partner": partner.naam},
        uitleg=_("Over het %(kwartaal)s, in %(gebied)s.")
        % {"kwartaal": quarter_words(een.kwartaal), "gebied": area_name(een.gebied)},
        knop=_("Bereik en resultaat opschrijven"),
        gelukt=_("Het staat erbij. De andere partners in de gemeente lezen mee."),
        vooraf="sturing/bijdrage_nu.html" if now else "",
        nu=now,
    )


@require_http_methods(["GET", "POST"])
def afspraak_nieuw(request: HttpRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """What a partner will do."""
    beeld, een = get_meeting(request, bijeenkomst_id)
    formulier = AfspraakFormulier(request.POST or None, partners=beeld.partners)
    return one_page(
        request,
        formulier,
        lambda: add_gebiedsafspraak(
            by=request.actor,
            bijeenkomst_id=een.id,
            organisatie_id=UUID(formulier.cleaned_data["organisatie"]),
            nieuw=formulier.told(),
            formulier=formulier.formulier,
        ),
        trail_meeting(beeld, een),
        kop=_("Afspraak opschrijven"),
        uitleg=_("Zolang de afspraak open staat, komt zij op de lijst van de volgende bijeenkomst."),
        knop=_("Afspraak opschrijven"),
        gelukt=_("De afspraak staat erbij."),
    )


@require_http_methods(["GET", "POST"])
def verschuiven(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """A new day."""
    return _step(
        request,
        afspraak_id,
        VerschuifFormulier(request.POST or None),
        move_gebiedsafspraak,
        (_("Nieuwe dag afspreken"), _("De nieuwe dag is afgesproken.")),
    )


@require_http_methods(["GET", "POST"])
def afronden(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """It was done."""
    return _step(
        request,
        afspraak_id,
        KlaarFormulier(request.POST or None),
        finish_gebiedsafspraak,
        (_("Afspraak afronden"), _("De afspraak is klaar.")),
    )


@require_http_methods(["GET", "POST"])
def vervallen(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """It will not be done."""
    return _step(
        request,
        afspraak_id,
        WaaromFormulier(request.POST or None),
        drop_gebiedsafspraak,
        (_("Afspraak laten vervallen"), _("De afspraak vervalt. Zij blijft leesbaar, met de reden.")),
    )


@require_http_methods(["GET", "POST"])
def heropenen(request: HttpRequest, afspraak_id: UUID) -> HttpResponse:
    """It has to be done after all."""
    return _step(
        request,
        afspraak_id,
        WaaromFormulier(request.POST or None),
        reopen_gebiedsafspraak,
        (_("Afspraak weer openen"), _("De afspraak staat weer open.")),
    )


def _step(
    request: HttpRequest,
    afspraak_id: UUID,
    formulier: Formulier,
    do: Callable[..., UUID],
    words: tuple[str, str],
) -> HttpResponse:
    beeld, een = get_agreement(request, afspraak_id)
    here = (reverse("gebiedsafspraak", args=[een.id]), _("Afspraak"))
    return one_page(
        request,
        formulier,
        lambda: do(by=request.actor, afspraak_id=een.id, **_data(formulier), formulier=formulier.formulier),
        [*trail_meeting(beeld, beeld.bijeenkomst(een.bijeenkomst)), here],
        kop=words[0],
        uitleg=_("“%(wat)s”, klaar op %(dagen)s.") % {"wat": een.wat, "dagen": days_of(een)},
        knop=words[0],
        gelukt=words[1],
    )


def followed(formulier: Formulier, versie: int, do: Callable[[], UUID]) -> UUID:
    """Who came second sees what stands there now; sent again, that is what was looked at."""
    try:
        return do()
    except Refused as refused:
        if refused.code == "al_gewijzigd":
            formulier.follow(op_versie=versie)
        raise


def _data(formulier: Formulier) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in formulier.cleaned_data.items() if naam != "formulier_id"}
