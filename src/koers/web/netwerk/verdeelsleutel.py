"""Sharing an amount over the municipalities: a form that asks by address, so an answer can be passed on."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.netwerk.verdelen import ALTERNATIEVEN, Keuze, Verdeling, read_sleutels, verdeel
from koers.domain.bedrag import read_bedrag, read_uren
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.beleid.delen import vragen
from koers.presentation.netwerk import verdeling as woorden
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag

T = TypeVar("T")
BEGIN = "1.000.000,00"
HOOGSTE_GEWICHT = 6


@require_safe
def verdeelsleutel(request: HttpRequest) -> HttpResponse:
    """The amount (or the hours) asked for, shared; a mistake stands beside its field."""
    getypt = {naam: request.GET.get(naam, "").strip()[:60] for naam in ("bedrag", "uren", "sleutel", "datum")}
    gewichten = {naam: request.GET.get(f"gewicht-{naam}", "").strip() for naam in _mixable()}
    fouten: dict[str, str] = {}
    dag = _checked("datum", lambda: _day(getypt["datum"]), fouten) or vandaag()
    tarief = next(iter(beleid().uurtarieven.values()))
    if getypt["uren"]:
        uren = _checked("uren", lambda: woorden.hours(read_uren(getypt["uren"]), tarief, dag), fouten)
        bedrag = uren.bedrag_cent if uren else None
    else:
        uren = None
        bedrag = _checked("bedrag", lambda: read_bedrag(getypt["bedrag"] or BEGIN), fouten)
    verdeling = None
    if bedrag is not None and not fouten:
        verdeling = _checked("sleutel", lambda: _shared(request, bedrag, dag, getypt, gewichten), fouten)
    keuzes = read_sleutels(by=request.actor, datum=dag)
    sleutels = woorden.keys(keuzes, beleid())
    beeld = {
        "getypt": getypt | {"bedrag": getypt["bedrag"] or ("" if getypt["uren"] else BEGIN)},
        "dag": dag,
        "sleutels": [(een, gewichten.get(een.naam, "")) for een in sleutels],
        "fouten": fouten,
        "uren": uren,
        "tarief": woorden.taal(tarief.waarvoor),
        "tariefvragen": vragen(tarief.open_vragen),
        "afspraken": woorden.agreements(beleid()),
    }
    return render(
        request,
        "netwerk/verdeelsleutel.html",
        beeld | (_shown(verdeling, keuzes) if verdeling else {}),
        status=422 if fouten else 200,
    )


def _mixable() -> tuple[str, ...]:
    return (*beleid().verdeelsleutels, *ALTERNATIEVEN)


def _shared(
    request: HttpRequest, bedrag: int, dag: date, getypt: dict[str, str], gewichten: dict[str, str]
) -> Verdeling:
    return verdeel(
        by=request.actor,
        bedrag_cent=bedrag,
        datum=dag,
        sleutel=getypt["sleutel"],
        mengsel={naam: _weight(tekst) for naam, tekst in gewichten.items() if tekst},
    )


def _weight(tekst: str) -> Fraction:
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= HOOGSTE_GEWICHT):
        raise Refused("mengsel_onleesbaar", gewicht=tekst[:40])
    return Fraction(int(tekst))


def _day(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst) if tekst else vandaag()
    except ValueError:
        raise Refused("datum_onleesbaar", datum=tekst) from None


def _checked(veld: str, read: Callable[[], T], fouten: dict[str, str]) -> T | None:
    """What was read, or None with the sentence at its field."""
    try:
        return read()
    except Refused as refused:
        fouten[veld] = sentence(refused)
        return None


def _shown(verdeling: Verdeling, keuzes: tuple[Keuze, ...]) -> dict[str, object]:
    afspraak = verdeling.sleutel.afspraak
    return {
        "verdeling": verdeling,
        "zin": woorden.key_sentence(verdeling),
        "tabel": woorden.shares(verdeling),
        "uitleg": woorden.total_sentence(verdeling),
        "beeld": woorden.bars(verdeling),
        "facturen": woorden.invoices(verdeling),
        "vergelijking": woorden.compared(verdeling, keuzes),
        "vragen": vragen(afspraak.open_vragen) if afspraak else (),
    }
