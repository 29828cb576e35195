"""The page of a person, two people beside each other, and what somebody decides about them."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.kern.bsn import register_bsn
from koers.actions.kern.personen_lezen import Vergelijking, read_persoon, read_vergelijking
from koers.actions.kern.samenvoegen import merge_personen, undo_samenvoeging
from koers.domain.bsn import plain_bsn
from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier, date_field, send


class Samenvoegen(Formulier):
    """Why these are one person, of the rows as they were compared."""

    versie_een = forms.IntegerField(widget=forms.HiddenInput)
    versie_ander = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(
        label=gettext_lazy("Waaraan ziet u dat dit dezelfde persoon is?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Dit staat daarna bij de persoon, met uw naam en de dag."),
        error_messages={"required": gettext_lazy("Schrijf op waarom dit dezelfde persoon is.")},
    )


class Ongedaan(Formulier):
    """Why they are two people after all."""

    reden = forms.CharField(
        label=gettext_lazy("Waarom zijn dit toch twee mensen?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf op waarom dit toch twee mensen zijn.")},
    )


class BsnFormulier(Formulier):
    """A number that was not known yet; the birth date only of who was not born when written down."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    bsn = forms.CharField(
        label=gettext_lazy("BSN"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=gettext_lazy("Negen cijfers, zoals op het identiteitsbewijs."),
    )
    geboortedatum = date_field(gettext_lazy("Geboortedatum"), required=False)

    def __init__(self, data, *, geboren: bool, **kwargs) -> None:
        super().__init__(data, **kwargs)
        if geboren:
            del self.fields["geboortedatum"]


@require_http_methods(["GET", "POST"])
def bsn(request: HttpRequest, gezin_id: UUID, persoon_id: UUID) -> HttpResponse:
    """The BSN of somebody of whom it was not known."""
    try:
        pagina = read_persoon(by=request.actor, gezin_id=gezin_id, persoon_id=persoon_id)
    except Refused as refused:
        raise Http404 from refused
    beeld = pagina.beeld
    formulier = BsnFormulier(
        request.POST or None,
        geboren=beeld.mens.geboortedatum is not None,
        initial={"versie": beeld.versie},
    )
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: register_bsn(
                by=request.actor,
                gezin_id=gezin_id,
                persoon_id=persoon_id,
                bsn=plain_bsn(data["bsn"]),
                geboortedatum=data.get("geboortedatum"),
                versie=data["versie"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het BSN staat nu bij deze persoon."))
            return redirect("persoon", gezin_id=gezin_id, persoon_id=persoon_id)
        formulier.follow(versie=beeld.versie)
    context = {"pagina": pagina, "persoon_id": persoon_id, "formulier": formulier}
    return render(request, "kern/persoon_bsn.html", context, status=formulier.status)


@require_GET
def persoon(request: HttpRequest, gezin_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Everything that I may see of one person."""
    return _page(request, gezin_id, persoon_id, Ongedaan())


def _page(
    request: HttpRequest, gezin_id: UUID, persoon_id: UUID, formulier: Ongedaan, bij: UUID | None = None
) -> HttpResponse:
    """The page of a person; `bij`: the merge whose form was refused."""
    try:
        pagina = read_persoon(by=request.actor, gezin_id=gezin_id, persoon_id=persoon_id)
    except Refused as refused:
        raise Http404 from refused
    forms_ = [
        (een, formulier if een.id == bij else Ongedaan(auto_id=f"id_{nr}_%s"))
        for nr, een in enumerate(pagina.samenvoegingen)
    ]
    context = {"pagina": pagina, "persoon_id": persoon_id, "samenvoegingen": forms_}
    return render(request, "kern/persoon.html", context, status=formulier.status)


@require_http_methods(["GET", "POST"])
def vergelijken(request: HttpRequest, gezin_id: UUID, persoon_id: UUID, ander_id: UUID) -> HttpResponse:
    """Two people beside each other; and they are one."""
    try:
        beeld = read_vergelijking(
            by=request.actor, gezin_id=gezin_id, persoon_id=persoon_id, ander_id=ander_id
        )
    except Refused as refused:
        raise Http404 from refused
    formulier = Samenvoegen(
        request.POST or None,
        initial={"versie_een": beeld.een.versie, "versie_ander": beeld.ander.versie},
    )
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: merge_personen(
                by=request.actor,
                een=persoon_id,
                ander=ander_id,
                reden=data["reden"],
                versies={persoon_id: data["versie_een"], ander_id: data["versie_ander"]},
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Dit is nu één persoon. U kunt het hieronder ongedaan maken."))
            return redirect("persoon", gezin_id=gezin_id, persoon_id=persoon_id)
        formulier.follow(versie_een=beeld.een.versie, versie_ander=beeld.ander.versie)
    context = {
        "beeld": beeld,
        "formulier": formulier,
        "persoon_id": persoon_id,
        "waarom_niet": sentence(beeld.waarom_niet) if beeld.waarom_niet else "",
        "blijft": _who_stays(beeld, persoon_id),
        "kanten": (beeld.een, beeld.ander),
        "verschillen": _differences(beeld),
    }
    return render(request, "kern/vergelijken.html", context, status=formulier.status)


def _differences(beeld: Vergelijking) -> list[str]:
    """What is not the same about who they are."""
    een, ander = beeld.een.mens, beeld.ander.mens
    same = [
        (_("naam"), een.naam == ander.naam),
        (_("geboortedatum"), een.geboortedatum == ander.geboortedatum),
        (_("geslacht"), een.geslacht == ander.geslacht),
    ]
    return [wat for wat, gelijk in same if not gelijk]


def _who_stays(beeld: Vergelijking, persoon_id: UUID) -> str:
    """The name that is read from then on."""
    if beeld.blijft is None:
        return ""
    return (beeld.een if beeld.blijft == persoon_id else beeld.ander).mens.naam


@require_POST
def ongedaan(request: HttpRequest, gezin_id: UUID, persoon_id: UUID, samenvoeging_id: UUID) -> HttpResponse:
    """They are two people after all."""
    formulier = Ongedaan(request.POST)
    if formulier.is_valid():
        done = send(
            formulier,
            lambda: undo_samenvoeging(
                by=request.actor,
                samenvoeging_id=samenvoeging_id,
                reden=formulier.cleaned_data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Dit zijn weer twee personen, elk met de eigen gegevens."))
            return redirect("persoon", gezin_id=gezin_id, persoon_id=persoon_id)
    return _page(request, gezin_id, persoon_id, formulier, bij=samenvoeging_id)
