"""Pages of accounts, for the functioneel beheerder."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.kern.medewerkers import (
    NieuweAanstelling,
    add_aanstelling,
    close_medewerker,
    end_aanstelling,
    read_eigen_gemeenten,
    read_medewerker,
    read_medewerkers,
    read_organisaties,
    register_medewerker,
    renew_wachtwoord,
)
from koers.domain.weigering import Refused
from koers.presentation.woorden import ROLLEN
from koers.presentation.zinnen import sentence
from koers.web.formulier import Formulier, send


class RolFormulier(Formulier):
    """A role to give; the choices hold only what this beheerder may give."""

    rol = forms.ChoiceField(label=gettext_lazy("Rol"), choices=ROLLEN.items())
    organisatie = forms.TypedChoiceField(label=gettext_lazy("Organisatie"), coerce=UUID)
    gemeenten = forms.MultipleChoiceField(
        label=gettext_lazy("Voor welke gemeente?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data=None, *, by, **kwargs) -> None:
        super().__init__(data, **kwargs)
        own = read_eigen_gemeenten(by=by)
        self.fields["organisatie"].choices = read_organisaties(by=by)
        self.fields["gemeenten"].choices = own
        self.fields["gemeenten"].initial = [code for code, _naam in own]

    def aanstelling(self) -> NieuweAanstelling:
        """What was chosen."""
        data = self.cleaned_data
        return NieuweAanstelling(data["rol"], data["organisatie"], frozenset(data["gemeenten"]))


class AccountFormulier(RolFormulier):
    """A new account with its first role."""

    naam = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    gebruikersnaam = forms.RegexField(
        label=gettext_lazy("Gebruikersnaam"),
        regex=r"^[A-Za-z0-9._@+-]+$",
        max_length=80,
        help_text=gettext_lazy("Bijvoorbeeld: a.wiersema. Hiermee meldt deze persoon zich aan."),
        error_messages={"invalid": gettext_lazy("Gebruik letters, cijfers, punt, streepje, plus of @.")},
    )
    field_order = ["formulier_id", "naam", "gebruikersnaam"]


@require_GET
def medewerkers(request: HttpRequest) -> HttpResponse:
    """Who has an account here, and in which role."""
    return render(request, "kern/medewerkers.html", {"medewerkers": read_medewerkers(by=request.actor)})


@require_http_methods(["GET", "POST"])
def medewerker_nieuw(request: HttpRequest) -> HttpResponse:
    """Make an account. The start password is on the page that follows, once."""
    formulier = AccountFormulier(request.POST or None, by=request.actor)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: register_medewerker(
                by=request.actor,
                gebruikersnaam=formulier.cleaned_data["gebruikersnaam"],
                naam=formulier.cleaned_data["naam"],
                aanstelling=formulier.aanstelling(),
                formulier=formulier.formulier,
            ),
        )
        if isinstance(done, tuple):
            return _show(request, done[0], wachtwoord=done[1])
        if done:
            return redirect("medewerker", medewerker_id=done)
    return render(request, "kern/medewerker_nieuw.html", {"formulier": formulier}, status=formulier.status)


@require_http_methods(["GET", "POST"])
def medewerker(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """One account; the form gives it one more role."""
    formulier = RolFormulier(request.POST or None, by=request.actor)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: add_aanstelling(
                by=request.actor,
                medewerker_id=medewerker_id,
                aanstelling=formulier.aanstelling(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De rol is gegeven en geldt vanaf nu."))
            return redirect("medewerker", medewerker_id=medewerker_id)
    return _show(request, medewerker_id, formulier=formulier)


@require_POST
def aanstelling_einde(request: HttpRequest, medewerker_id: UUID, aanstelling_id: UUID) -> HttpResponse:
    """End a role today."""
    return _do(
        request,
        medewerker_id,
        lambda: end_aanstelling(by=request.actor, medewerker_id=medewerker_id, aanstelling_id=aanstelling_id),
        _("De rol is beëindigd."),
    )


@require_POST
def medewerker_sluiten(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """Close an account."""
    return _do(
        request,
        medewerker_id,
        lambda: close_medewerker(by=request.actor, medewerker_id=medewerker_id, versie=_versie(request)),
        _("Het account is gesloten."),
    )


@require_POST
def wachtwoord_nieuw(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """Give a new start password, shown once."""
    try:
        wachtwoord = renew_wachtwoord(by=request.actor, medewerker_id=medewerker_id, versie=_versie(request))
    except Refused as refused:
        return _refused(request, medewerker_id, refused)
    return _show(request, medewerker_id, wachtwoord=wachtwoord)


def _versie(request: HttpRequest) -> int:
    versie = request.POST.get("versie", "")
    return int(versie) if versie.isdecimal() else -1


def _do(request: HttpRequest, medewerker_id: UUID, do, gelukt: str) -> HttpResponse:
    try:
        do()
    except Refused as refused:
        return _refused(request, medewerker_id, refused)
    messages.success(request, gelukt)
    return redirect("medewerker", medewerker_id=medewerker_id)


def _refused(request: HttpRequest, medewerker_id: UUID, refused: Refused) -> HttpResponse:
    if refused.code == "niet_gevonden":
        raise Http404 from refused
    messages.error(request, sentence(refused))
    return redirect("medewerker", medewerker_id=medewerker_id)


def _show(
    request: HttpRequest, medewerker_id: UUID, *, formulier: RolFormulier | None = None, wachtwoord: str = ""
) -> HttpResponse:
    try:
        beeld = read_medewerker(by=request.actor, medewerker_id=medewerker_id)
    except Refused as refused:
        raise Http404 from refused
    formulier = formulier or RolFormulier(by=request.actor)
    context = {"medewerker": beeld, "formulier": formulier, "wachtwoord": wachtwoord}
    context["zelf"] = str(beeld.id) == request.actor.id
    return render(request, "kern/medewerker.html", context, status=formulier.status)
