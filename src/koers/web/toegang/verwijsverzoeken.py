"""Pages of referrals: who refers sends and follows them; the toegang links them and watches the clock."""

from datetime import date
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.toegang.lezen import read_keuzes
from koers.actions.toegang.verwijsverzoeken import (
    link_verwijsverzoek,
    open_route_b,
    open_route_c,
    read_own_verwijsverzoeken,
    read_verwijsverzoek,
    read_verwijsverzoeken,
    refuse_verwijsverzoek,
    register_stilstand,
)
from koers.actions.toegang.verwijzers import read_gemeenten
from koers.domain.bsn import plain_bsn
from koers.domain.leiding import VERWIJZER_VAN_ROL
from koers.domain.rollen import Rol
from koers.domain.routes import ROUTE_VAN_VERWIJZER
from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek, kinds_of_work, route_of_rol
from koers.domain.weigering import Refused
from koers.presentation.woorden import VERWIJZERS
from koers.presentation.woorden_melding import OORZAKEN, REDENEN_WEIGEREN, WERK
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send


class VerwijsverzoekFormulier(Formulier):
    """A referral: which child, by whom, and for which help if that is known."""

    roepnaam = forms.CharField(label=gettext_lazy("Roepnaam van het kind"), max_length=60, required=False)
    achternaam = forms.CharField(label=gettext_lazy("Achternaam"), max_length=200)
    geboortedatum = date_field(gettext_lazy("Geboortedatum"))
    bsn = forms.CharField(
        label=gettext_lazy("BSN"),
        max_length=14,
        required=False,
        help_text=gettext_lazy("Met BSN en geboortedatum vindt Koers het kind meestal zelf."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    gemeente = forms.ChoiceField(label=gettext_lazy("Waar woont het kind?"))
    verwijzer = forms.ChoiceField(label=gettext_lazy("Wie verwijst?"))
    verwijzer_naam = forms.CharField(
        label=gettext_lazy("Naam van de verwijzer of praktijk"), max_length=120, required=False
    )
    agb = forms.CharField(label=gettext_lazy("AGB-code van de verwijzer"), max_length=8, required=False)
    datum = date_field(gettext_lazy("Datum van de verwijzing"))
    product = forms.ChoiceField(label=gettext_lazy("Welke hulp?"), required=False)

    def __init__(self, data=None, *, rol: Rol | None, gemeenten, keuzes, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["gemeente"].choices = gemeenten
        codes = [code for code, route in ROUTE_VAN_VERWIJZER.items() if route == route_of_rol(rol)]
        if rol in VERWIJZER_VAN_ROL:
            own = VERWIJZER_VAN_ROL[rol]
            codes = [own, "08"] if own == "04" else [own]
            del self.fields["verwijzer_naam"], self.fields["agb"]
        self.fields["verwijzer"].choices = [(code, VERWIJZERS[code]) for code in codes]
        producten = sorted({(k.niveau, k.naam, k.code) for k in keuzes})
        self.fields["product"].choices = [
            ("", gettext_lazy("weet ik nog niet")),
            *((code, f"{naam} ({code})") for _niveau, naam, code in producten),
        ]

    def verwijsverzoek(self) -> NieuwVerwijsverzoek:
        """What was sent."""
        data = self.cleaned_data | {"bsn": plain_bsn(self.cleaned_data["bsn"])}
        return NieuwVerwijsverzoek(
            **{v: data[v] for v in NieuwVerwijsverzoek.__dataclass_fields__ if v in data}
        )


@require_http_methods(["GET", "POST"])
def verwijzing_sturen(request: HttpRequest) -> HttpResponse:
    """A doctor refers, or a provider sends on what a doctor referred."""
    return _send(request, open_route_b, "verwijzing-sturen")


@require_http_methods(["GET", "POST"])
def gi_verwijsverzoek(request: HttpRequest) -> HttpResponse:
    """A gecertificeerde instelling asks for help that must begin without delay."""
    return _send(request, open_route_c, "gi-verwijsverzoek")


def _send(request: HttpRequest, do, pagina: str) -> HttpResponse:
    by = request.actor
    justitie = route_of_rol(by.rol) == "justitie"
    formulier = VerwijsverzoekFormulier(
        request.POST or None,
        rol=by.rol,
        gemeenten=read_gemeenten(by=by),
        keuzes=read_keuzes(by=by),
        initial={"datum": vandaag()},
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier, lambda: do(by=by, nieuw=formulier.verwijsverzoek(), formulier=formulier.formulier)
        )
        if done:
            zin = _("De verwijzing is verstuurd. Hieronder ziet u wat ervan wordt.")
            if justitie:
                zin = _("De aanvraag is verstuurd. Hieronder ziet u wat ervan wordt.")
            messages.success(request, zin)
            return redirect(pagina)
    context = {
        "formulier": formulier,
        "verwijsverzoeken": read_own_verwijsverzoeken(by=by),
        "justitie": justitie,
    }
    return render(request, "toegang/verwijsverzoek_sturen.html", context, status=formulier.status)


@require_GET
def verwijsverzoeken(request: HttpRequest) -> HttpResponse:
    """Referrals that came in and did not lead to help yet."""
    return render(
        request,
        "toegang/verwijsverzoeken.html",
        {"verwijsverzoeken": read_verwijsverzoeken(by=request.actor)},
    )


@require_GET
def verwijsverzoek(request: HttpRequest, verwijsverzoek_id: UUID) -> HttpResponse:
    """One referral: link it to a child, or see why help does not begin."""
    try:
        beeld = read_verwijsverzoek(by=request.actor, verwijsverzoek_id=verwijsverzoek_id)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "verwijsverzoek": beeld.regel,
        "dubbelen": beeld.dubbelen,
        "redenen": REDENEN_WEIGEREN.items(),
        "oorzaken": OORZAKEN.items(),
        "vandaag": vandaag(),
        "gezin": _chosen(request),
        "werk": [
            {
                "soort": soort,
                "kop": WERK[soort][0],
                "gedaan": [een for een in beeld.werk if een.soort == soort],
            }
            for soort in kinds_of_work(beeld.regel.route)
        ],
        "formulieren": [uuid4() for _form in range(3)],
    }
    return render(request, "toegang/verwijsverzoek.html", context)


def _chosen(request: HttpRequest):
    """The own family in which the child is looked for (`?gezin=`)."""
    asked = request.GET.get("gezin")
    if not asked:
        return None
    try:
        return read_gezin(by=request.actor, gezin_id=UUID(asked))
    except (Refused, ValueError) as fault:
        raise Http404 from fault


def _ids(request: HttpRequest, *names: str) -> dict[str, UUID]:
    """Ids of a form; what is no id is 404, as what is not there."""
    try:
        return {naam: UUID(request.POST.get(naam, "")) for naam in names}
    except ValueError as fault:
        raise Http404 from fault


def _day(tekst: str) -> date:
    """The day that was filled in; empty means today. Refused: datum_onleesbaar."""
    try:
        return date.fromisoformat(tekst) if tekst else vandaag()
    except ValueError:
        raise Refused("datum_onleesbaar", datum=tekst) from None


def _versie(request: HttpRequest) -> int:
    versie = request.POST.get("versie", "")
    return int(versie) if versie.isdecimal() else 0


@require_POST
def koppelen(request: HttpRequest, verwijsverzoek_id: UUID) -> HttpResponse:
    """This is the child."""
    ids = _ids(request, "formulier_id", "gezin_id", "jeugdige_id")
    try:
        casus = link_verwijsverzoek(
            by=request.actor,
            verwijsverzoek_id=verwijsverzoek_id,
            versie=_versie(request),
            gezin_id=ids["gezin_id"],
            jeugdige_id=ids["jeugdige_id"],
            formulier=ids["formulier_id"],
        )
    except Refused as refused:
        return _refused(request, refused, verwijsverzoek_id)
    messages.success(request, _("De verwijzing hoort nu bij dit kind. Wijs de hulp toe."))
    return redirect("casus", casus_id=casus)


@require_POST
def weigeren(request: HttpRequest, verwijsverzoek_id: UUID) -> HttpResponse:
    """Send it back; never because of what was asked."""
    ids = _ids(request, "formulier_id")
    try:
        refuse_verwijsverzoek(
            by=request.actor,
            verwijsverzoek_id=verwijsverzoek_id,
            versie=_versie(request),
            reden=request.POST.get("reden", ""),
            formulier=ids["formulier_id"],
        )
    except Refused as refused:
        return _refused(request, refused, verwijsverzoek_id)
    messages.success(request, _("De verwijzing is teruggestuurd. De verwijzer ziet waarom."))
    return redirect("verwijsverzoeken")


@require_POST
def stilstand(request: HttpRequest, verwijsverzoek_id: UUID) -> HttpResponse:
    """Help does not begin yet, and why; or that is over."""
    ids = _ids(request, "formulier_id")
    try:
        register_stilstand(
            by=request.actor,
            verwijsverzoek_id=verwijsverzoek_id,
            soort=request.POST.get("soort", ""),
            oorzaak=request.POST.get("oorzaak", ""),
            datum=_day(request.POST.get("datum", "")),
            formulier=ids["formulier_id"],
        )
    except Refused as refused:
        return _refused(request, refused, verwijsverzoek_id)
    return redirect("verwijsverzoek", verwijsverzoek_id=verwijsverzoek_id)


def _refused(request: HttpRequest, refused: Refused, verwijsverzoek_id: UUID) -> HttpResponse:
    if refused.code == "niet_gevonden":
        raise Http404 from refused
    if refused.code != "al_verwerkt":
        messages.error(request, sentence(refused))
    return redirect("verwijsverzoek", verwijsverzoek_id=verwijsverzoek_id)
