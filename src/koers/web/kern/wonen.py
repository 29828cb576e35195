"""The page on which somebody of a family gets a second home, moves, or left one."""

from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from koers.actions.kern.gezin_lezen import GezinBeeld, Mens, Thuis, read_gezin
from koers.actions.kern.gezinnen import Plaats
from koers.actions.kern.wonen import add_woonplek, end_woonplek
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send
from koers.web.kern.formulieren import AdresVelden

VERHUISD, OOK = "verhuisd", "ook"


class Woonplek(Formulier, AdresVelden):
    """Where somebody lives now. Only households of this family where they do not live yet can be chosen."""

    hoe = forms.ChoiceField(
        label=gettext_lazy("Wat is er veranderd?"),
        choices=[
            (OOK, gettext_lazy("woont ook op een tweede plek")),
            (VERHUISD, gettext_lazy("is verhuisd; woont niet meer waar hij of zij woonde")),
        ],
        widget=forms.RadioSelect,
    )
    vanaf = date_field(gettext_lazy("Sinds welke dag?"))
    huishouden = forms.TypedChoiceField(
        label=gettext_lazy("Bij wie?"), coerce=UUID, empty_value=None, required=False
    )

    field_order = ("formulier_id", "hoe", "vanaf", "huishouden")

    def __init__(self, data, *, elders: list[Thuis], **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["huishouden"].choices = [
            ("", gettext_lazy("op een ander adres")),
            *((huis.id, _("samen met %(wie)s") % {"wie": ", ".join(huis.bewoners)}) for huis in elders),
        ]


class Einde(Formulier):
    """The last day on which somebody lived here."""

    laatste_dag = date_field(gettext_lazy("Laatste dag dat deze persoon hier woonde"))


@require_http_methods(["GET", "POST"])
def wonen(request: HttpRequest, gezin_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Where somebody lives, and what changes in it."""
    gezin, mens = _member(request, gezin_id, persoon_id)
    hier = [huis for huis in gezin.huishoudens if persoon_id in huis.bewoner_ids]
    elders = [huis for huis in gezin.huishoudens if huis not in hier]
    start = {"vanaf": vandaag(), "hoe": OOK if hier else VERHUISD}
    formulier = Woonplek(request.POST or None, elders=elders, initial=start)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: add_woonplek(
                by=request.actor,
                gezin_id=gezin_id,
                persoon_id=persoon_id,
                plaats=Plaats(data["huishouden"], formulier.adres()),
                vanaf=data["vanaf"],
                verhuisd=data["hoe"] == VERHUISD,
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Opgeschreven waar %(wie)s woont.") % {"wie": mens.naam})
            return redirect("gezin", gezin_id=gezin_id)
    return _page(request, gezin, mens, hier, formulier)


@require_POST
def einde(request: HttpRequest, gezin_id: UUID, persoon_id: UUID, huishouden_id: UUID) -> HttpResponse:
    """Somebody does not live here any more."""
    formulier = Einde(request.POST)
    if formulier.is_valid():
        tot = formulier.cleaned_data["laatste_dag"] + timedelta(days=1)
        done = send(
            formulier,
            lambda: end_woonplek(
                by=request.actor,
                gezin_id=gezin_id,
                persoon_id=persoon_id,
                huishouden_id=huishouden_id,
                tot_datum=tot,
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Opgeschreven."))
            return redirect("wonen", gezin_id=gezin_id, persoon_id=persoon_id)
    gezin, mens = _member(request, gezin_id, persoon_id)
    hier = [huis for huis in gezin.huishoudens if persoon_id in huis.bewoner_ids]
    elders = [huis for huis in gezin.huishoudens if huis not in hier]
    nieuw = Woonplek(None, elders=elders, initial={"vanaf": vandaag(), "hoe": OOK})
    return _page(request, gezin, mens, hier, nieuw, {huishouden_id: formulier})


def _member(request: HttpRequest, gezin_id: UUID, persoon_id: UUID) -> tuple[GezinBeeld, Mens]:
    try:
        gezin = read_gezin(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    for mens in gezin.leden:
        if mens.id == persoon_id:
            return gezin, mens
    raise Http404


def _page(
    request: HttpRequest,
    gezin: GezinBeeld,
    mens: Mens,
    hier: list[Thuis],
    formulier: Woonplek,
    gestuurd: dict[UUID, Einde] | None = None,
) -> HttpResponse:
    """`gestuurd`: the form of a home that was sent and not taken."""
    gestuurd = gestuurd or {}
    plekken = [(huis, gestuurd.get(huis.id) or Einde(auto_id=f"id_{huis.id}_%s")) for huis in hier]
    status = max([formulier.status, *(een.status for een in gestuurd.values())])
    context = {"gezin": gezin, "mens": mens, "plekken": plekken, "formulier": formulier}
    return render(request, "kern/wonen.html", context, status=status)
