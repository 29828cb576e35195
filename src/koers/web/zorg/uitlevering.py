"""Pages of what the law asks to be handed to others: a check report, and files to take away."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.zorg.beleidsinformatie import (
    answer_crisisvraag,
    export_beleidsinformatie,
    own_gemeenten,
    read_beleidsinformatie,
    read_crisisvragen,
)
from koers.actions.zorg.contractlijst import export_contractlijst, read_contractlijst, read_kvk, register_kvk
from koers.actions.zorg.gebeurtenissen import export_gebeurtenissen, read_gebeurtenissen
from koers.actions.zorg.uitleveringen import read_uitleveringen
from koers.domain.uitlevering import beleidsinformatie as bi
from koers.domain.uitlevering import contractlijst as cl
from koers.domain.uitlevering import gebeurtenissen as gt
from koers.domain.uitlevering.controle import Controle
from koers.domain.uitlevering.perioden import EERSTE_JAAR, Verslagperiode, last_ended, read_periode
from koers.domain.weigering import Refused
from koers.exchange.tabellen.uitvoer import SOORTEN
from koers.exchange.uitlevering.bestanden import CONTROLE, delivery_file
from koers.presentation.uitlevering import left_out, open_questions, report_lines, summary, told
from koers.presentation.woorden_uitlevering import UITLEVERVELDEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, send
from koers.web.toegang.blad import one_form

PER_PAGINA = 50
PERIODEN_TERUG = (
    4  # CBS works on the last period and the one before it (7.6); older ones are for looking back
)


class KvkFormulier(Formulier):
    """Eight digits."""

    kvk = forms.CharField(
        label=gettext_lazy("KvK-nummer"),
        max_length=12,
        help_text=gettext_lazy("Acht cijfers. U vindt het op kvk.nl."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class CrisisFormulier(Formulier):
    """Of which help, and yes or no: CBS knows nothing between."""

    hulp = forms.UUIDField(widget=forms.HiddenInput)
    met_crisis = forms.TypedChoiceField(
        choices=[("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee"))],
        coerce=lambda antwoord: antwoord == "ja",
    )


@require_safe
def uitleveringen(request: HttpRequest) -> HttpResponse:
    """What this role hands over, and when it did so last."""
    return render(request, "uitlevering/uitleveringen.html", {"lijst": read_uitleveringen(by=request.actor)})


@require_safe
def beleidsinformatie(request: HttpRequest) -> HttpResponse:
    """The report about one period of one municipality."""
    gemeente, periode = _asked(request)
    bestand = _or_404(read_beleidsinformatie, by=request.actor, gemeente=gemeente, periode=periode)
    keuzes = f"?gemeente={gemeente}&periode={periode}"
    return _report(
        request,
        "beleidsinformatie",
        bestand.controle,
        keuzes,
        velden=bi.VELDEN,
        gemeente=gemeente,
        gemeenten=own_gemeenten(request.actor),
        periode=periode,
        perioden=_periods(),
    )


@require_safe
def beleidsinformatie_bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The file for CBS, or its report."""
    gemeente, periode = _asked(request)
    bestand = _or_404(export_beleidsinformatie, by=request.actor, gemeente=gemeente, periode=periode)
    naam = f"beleidsinformatie-{gemeente}-{periode}"
    return _file(vorm, naam, bi.VELDEN, bestand.rijen, bestand.controle)


@require_safe
def gebeurtenissen(request: HttpRequest) -> HttpResponse:
    """The report about the events of one year."""
    gemeente, jaar = _asked_gemeente(request), _asked_year(request)
    tabel = _or_404(read_gebeurtenissen, by=request.actor, gemeente=gemeente, jaar=jaar)
    return _report(
        request,
        "gebeurtenissen",
        tabel.controle,
        f"?gemeente={gemeente}&jaar={jaar}",
        velden=gt.VELDEN,
        gemeente=gemeente,
        gemeenten=own_gemeenten(request.actor),
        jaar=jaar,
        jaren=_years(),
    )


@require_safe
def gebeurtenissen_bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The table of events, or its report."""
    gemeente, jaar = _asked_gemeente(request), _asked_year(request)
    tabel = _or_404(export_gebeurtenissen, by=request.actor, gemeente=gemeente, jaar=jaar)
    return _file(vorm, f"gebeurtenissen-{gemeente}-{jaar}", gt.VELDEN, tabel.rijen, tabel.controle)


@require_safe
def contractlijst(request: HttpRequest) -> HttpResponse:
    """The list of a year: every provider with its forms, and the report."""
    jaar = _asked_year(request)
    lijst = _or_404(read_contractlijst, by=request.actor, jaar=jaar)
    per: dict[str, list[str]] = {}
    for rij in lijst.rijen:
        per.setdefault(f"{rij['naam']} ({rij['kvk_nummer']})", []).append(rij["vorm_naam"])
    return _report(
        request,
        "contractlijst",
        lijst.controle,
        f"?jaar={jaar}",
        velden=cl.VELDEN,
        aanbieders=per,
        zonder_kvk=lijst.zonder_kvk,
        jaar=jaar,
        jaren=_years(),
    )


@require_safe
def contractlijst_bestand(request: HttpRequest, vorm: str) -> HttpResponse:
    """The list, or its report."""
    jaar = _asked_year(request)
    lijst = _or_404(export_contractlijst, by=request.actor, jaar=jaar)
    return _file(vorm, f"contractlijst-{jaar}", cl.VELDEN, lijst.rijen, lijst.controle)


@require_http_methods(["GET", "POST"])
def kvk(request: HttpRequest, aanbieder_id: UUID) -> HttpResponse:
    """The KvK number of a provider."""
    row = _or_404(read_kvk, by=request.actor, aanbieder_id=aanbieder_id)
    formulier = KvkFormulier(request.POST or None, initial={"kvk": row.kvk})
    return one_form(
        request,
        formulier,
        lambda: register_kvk(
            by=request.actor,
            aanbieder_id=aanbieder_id,
            kvk=formulier.cleaned_data["kvk"],
            formulier=formulier.formulier,
        ),
        naar=lambda done: ("uitlevering-contractlijst", []),
        gelukt=_("Het KvK-nummer staat in Koers."),
        kop=_("KvK-nummer van %(naam)s") % {"naam": row.naam},
        uitleg=_("De NZa vraagt dit nummer in de jaarlijkse contractlijst."),
        knop=_("Nummer opslaan"),
        kruimels=[
            (reverse("uitleveringen"), _("Uitleveringen")),
            (reverse("uitlevering-contractlijst"), _("Contractlijst")),
        ],
    )


@require_http_methods(["GET", "POST"])
def crisis(request: HttpRequest) -> HttpResponse:
    """Help of the team to own families, of which CBS has to hear how it began: an answer is one click."""
    formulier = CrisisFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: answer_crisisvraag(
                by=request.actor,
                lichte_hulp_id=data["hulp"],
                met_crisis=data["met_crisis"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Uw antwoord staat in Koers."))
            return redirect("uitlevering-crisis")
    vragen = [(een, CrisisFormulier()) for een in read_crisisvragen(by=request.actor)]
    context = {"vragen": vragen, "fouten": formulier.errors}
    return render(request, "uitlevering/crisis.html", context, status=formulier.status)


def _report(
    request: HttpRequest, wat: str, controle: Controle, keuzes: str, *, velden: Sequence[str], **more: Any
) -> HttpResponse:
    """What every report shows: the sentence, the files, what was found and what no source says."""
    pagina = Paginator(report_lines(controle), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "wat": wat,
        "keuzes": keuzes,
        "controle": controle,
        "zin": told(controle),
        "soorten": summary(controle),
        "buiten": left_out(controle),
        "pagina": pagina,
        "vragen": open_questions(wat),
        "velden": [UITLEVERVELDEN[veld] for veld in velden],
        "adressen": {
            vorm: reverse(f"uitlevering-{wat}-bestand", args=[vorm]) for vorm in ("xlsx", "csv", CONTROLE)
        },
        **more,
    }
    return render(request, f"uitlevering/{wat}.html", context)


def _file(
    vorm: str,
    naam: str,
    velden: Sequence[str],
    rijen: Sequence[Mapping[str, object]],
    controle: Controle,
) -> HttpResponse:
    try:
        inhoud = delivery_file(vorm, velden, rijen, controle)
    except Refused as refused:
        raise Http404 from refused
    end = "csv" if vorm == CONTROLE else vorm
    name = f"{naam}-controle.csv" if vorm == CONTROLE else f"{naam}.{end}"
    return HttpResponse(
        inhoud,
        headers={
            "Content-Type": SOORTEN[end],
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


def _or_404(do: Any, **what: Any) -> Any:
    try:
        return do(**what)
    except Refused as refused:
        raise Http404 from refused


def _asked(request: HttpRequest) -> tuple[str, Verslagperiode]:
    tekst = request.GET.get("periode", "")
    try:
        periode = read_periode(tekst) if tekst else last_ended(vandaag())
    except Refused as refused:
        raise Http404 from refused
    return _asked_gemeente(request), periode


def _asked_gemeente(request: HttpRequest) -> str:
    """The municipality that was chosen, else the first of one's own."""
    asked = request.GET.get("gemeente", "")
    mine = own_gemeenten(request.actor)
    return asked or (mine[0].code if mine else "")


def _asked_year(request: HttpRequest) -> int:
    """The year that was chosen, else the last whole one."""
    tekst = request.GET.get("jaar", "")
    if not tekst:
        return vandaag().year - 1
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) == len("2026")):
        raise Http404
    return int(tekst)


def _years() -> list[int]:
    return list(range(vandaag().year, max(EERSTE_JAAR, vandaag().year - 6) - 1, -1))


def _periods() -> list[Verslagperiode]:
    found = [last_ended(vandaag())]
    while len(found) < PERIODEN_TERUG:
        found.append(found[-1].vorige)
    return found
