"""What stands at each address of the API. Who asks does not matter: everybody sees the same."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from koers.actions.monitor.berekend import counted_at, read_indicator
from koers.actions.monitor.publicaties import read_publicatie, read_publicaties
from koers.api import vormen
from koers.api.antwoord import Fout, Gevonden, not_there, reads
from koers.api.openapi import VERSIE, document
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.indicators import Indicator


@reads()
def begin(request: HttpRequest) -> Gevonden:
    """Where everything stands."""
    return Gevonden(
        {
            "versie": VERSIE,
            "beschrijving": reverse("api-openapi"),
            "indicatoren": reverse("api-indicatoren"),
            "publicaties": reverse("api-publicaties"),
        }
    )


@reads()
def openapi(request: HttpRequest) -> Gevonden:
    """The description of all addresses, OpenAPI 3.1."""
    return Gevonden(document())


@reads()
def indicatoren(request: HttpRequest) -> Gevonden:
    """All indicators, by id."""
    found = sorted(beleid().indicatoren.values(), key=lambda een: een.id)
    return Gevonden(
        {"indicatoren": [vormen.short(een, reverse("api-indicator", args=[een.id])) for een in found]}
    )


@reads()
def indicator(request: HttpRequest, id: str) -> Gevonden:
    """The definition of an indicator."""
    cijfers = reverse("api-cijfers", args=[id])
    return Gevonden(vormen.definition_of(_indicator(request, id), beleid(), cijfers))


@reads("lezing", "gebied", "periode", "stand")
def cijfers(request: HttpRequest, id: str) -> Gevonden:
    """Its figures that everybody may see."""
    _indicator(request, id)
    stand = _day(request.GET.get("stand"))
    found = read_indicator(by=None, indicator=id, lezing=request.GET.get("lezing"), stand=stand)
    if found is None:
        raise Fout(
            404,
            wat=_("Van deze indicator zijn er nog geen cijfers."),
            waar=request.path,
            herstel=_("De lijst van indicatoren zegt welke Koers berekent."),
        )
    gebied, periode = request.GET.get("gebied"), request.GET.get("periode")
    for naam, asked, known in zip(
        ("gebied", "periode"), (gebied, periode), vormen.areas_and_periods(found), strict=True
    ):
        if asked is not None and asked not in known:
            raise Fout(
                400,
                wat=_("“%(waarde)s” staat niet in deze cijfers.") % {"waarde": asked},
                waar=naam,
                herstel=_("Kies uit: %(vragen)s.") % {"vragen": ", ".join(sorted(known))},
            )
    return Gevonden(vormen.figures_of(found, gebied, periode), counted_at(stand))


@reads()
def publicaties(request: HttpRequest) -> Gevonden:
    """All publications, the newest first."""
    found = read_publicaties(by=None)
    return Gevonden(
        {"publicaties": [vormen.publication(een, reverse("api-publicatie", args=[een.id])) for een in found]},
        max((een.gepubliceerd_at for een in found), default=None),
    )


@reads()
def publicatie(request: HttpRequest, publicatie_id: UUID) -> Gevonden:
    """One publication with its rows, which never change."""
    try:
        found = read_publicatie(by=None, publicatie_id=publicatie_id)
    except Refused as refused:
        raise not_there(request) from refused
    return Gevonden(vormen.publication_whole(found, request.path), found.gepubliceerd_at)


@reads()
def onbekend(request: HttpRequest, rest: str) -> Gevonden:
    """Whatever else is asked under /api/."""
    raise not_there(request)


def _indicator(request: HttpRequest, id: str) -> Indicator:
    found = beleid().indicatoren.get(id)
    if found is None:
        raise not_there(request)
    return found


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise Fout(
            400,
            wat=_("“%(waarde)s” is geen dag.") % {"waarde": text},
            waar="stand",
            herstel=_("Schrijf een dag als 2026-03-31."),
        ) from error
