"""Who owns what, what is missing, and what the register of mandates says."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from koers.actions.netwerk.netwerk import read_bevindingen, read_mandaat
from koers.domain.weigering import Refused
from koers.presentation.netwerk import bevindingen, waarvan
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.monitor.beleid import surroundings


@require_safe
def netwerk(request: HttpRequest) -> HttpResponse:
    """The network with its findings, tasks, lines and drawing."""
    om = surroundings()
    gevonden = read_bevindingen(by=request.actor, today=om.today)
    draden = waarvan.threads(om)
    beeld = {
        "zin": waarvan.lead(gevonden, om),
        "bevindingen": bevindingen.lines(gevonden, om),
        "taken": waarvan.tasks(om),
        "lijnen": waarvan.thread_table(draden, om),
        "tekening": waarvan.drawing(draden, gevonden, om),
        "gremia": waarvan.bodies(om),
    }
    return render(request, "netwerk/netwerk.html", beeld)


@require_safe
def mandaat(request: HttpRequest) -> HttpResponse:
    """What the register of a day says about a task and a party. The program gives no verdict."""
    om = surroundings()
    getypt = {naam: request.GET.get(naam, "")[:60] for naam in ("taak", "wie", "datum")}
    antwoord, fout = None, ""
    try:
        dag = _day(getypt["datum"])
        if getypt["taak"] or getypt["wie"]:
            taak, partij = waarvan.chosen(getypt["taak"], getypt["wie"], om)
            gevonden = read_mandaat(by=request.actor, taak=taak, partij=partij, day=dag)
            antwoord = waarvan.answer(taak, partij, dag, gevonden, om)
    except Refused as refused:
        fout, dag = sentence(refused), vandaag()
    beeld = {"vraag": waarvan.question(om), "getypt": getypt, "dag": dag, "antwoord": antwoord, "fout": fout}
    return render(request, "netwerk/mandaat.html", beeld, status=422 if fout else 200)


def _day(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst) if tekst else vandaag()
    except ValueError:
        raise Refused("datum_onleesbaar", datum=tekst) from None
