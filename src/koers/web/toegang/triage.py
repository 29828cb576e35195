"""Pages of triage: how safe it is, what was done for safety, and who goes on."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from koers.actions.toegang.lezen import CasusBeeld, read_casus
from koers.actions.toegang.triage import (
    NieuweUitkomst,
    TriageBeeld,
    assign_casus,
    conclude_triage,
    read_triage,
    register_veiligheidsstap,
    start_triage,
)
from koers.domain.rollen import Rol
from koers.domain.triage import SPOED, VRAGEN, Antwoord
from koers.domain.weigering import Refused
from koers.presentation.woorden_melding import (
    ANTWOORDEN,
    UITKOMSTEN,
    VEILIGHEIDSSTAPPEN,
    VEILIGHEIDSVRAGEN,
)
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send


class TriageFormulier(Formulier):
    """Per question about safety an answer and why; then how it goes on."""

    def __init__(self, data=None, *, beeld: TriageBeeld, rol: Rol | None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        for vraag in VRAGEN:
            self.fields[vraag] = forms.ChoiceField(
                label=VEILIGHEIDSVRAGEN[vraag],
                choices=list(ANTWOORDEN.items()),
                widget=forms.RadioSelect,
            )
            self.fields[f"{vraag}_reden"] = forms.CharField(
                label=gettext_lazy("Wat ziet of hoort u?"), required=False, max_length=2_000
            )
        self.fields["keuze"] = forms.ChoiceField(
            label=gettext_lazy("Hoe gaat het verder?"),
            choices=list(UITKOMSTEN.items()),
            widget=forms.RadioSelect,
        )
        self.fields["reden"] = forms.CharField(
            label=gettext_lazy("Waarom?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5_000
        )
        if rol is not Rol.GEDRAGSWETENSCHAPPER:
            self.fields["samen_met"] = _person(
                gettext_lazy("Met welke gedragswetenschapper?"), beeld.gedragswetenschappers
            )
        self.fields["poh"] = _person(gettext_lazy("Bij een lichte vraag: naar welke POH Jeugd?"), beeld.pohs)

    def clean(self) -> dict:
        """In a crisis the questions about safety may stay open: nothing holds anybody up."""
        cleaned = super().clean() or self.cleaned_data
        for vraag in VRAGEN:
            if cleaned.get("keuze") == SPOED and vraag not in cleaned:
                self.errors.pop(vraag, None)
                cleaned[vraag] = ""
        return cleaned

    def uitkomst(self) -> NieuweUitkomst:
        """What was chosen; questions without an answer are left out."""
        data = self.cleaned_data
        given = {v: Antwoord(data[v], data[f"{v}_reden"]) for v in VRAGEN if data[v]}
        return NieuweUitkomst(data["keuze"], data["reden"], given, data.get("samen_met"), data["poh"])


def _person(label, people) -> forms.TypedChoiceField:
    keuzes = [("", gettext_lazy("niemand")), *((p.id, f"{p.naam}, {p.waar}") for p in people)]
    return forms.TypedChoiceField(label=label, coerce=UUID, empty_value=None, required=False, choices=keuzes)


class VeiligheidFormulier(Formulier):
    """What was done for safety."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Wat is er gedaan?"),
        choices=[("", gettext_lazy("Kies een stap")), *VEILIGHEIDSSTAPPEN.items()],
    )
    datum = date_field(gettext_lazy("Wanneer?"))
    wie = forms.CharField(label=gettext_lazy("Met wie, of aan wie?"), max_length=120, required=False)
    toelichting = forms.CharField(
        label=gettext_lazy("Wat is afgesproken?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=5_000,
    )


@require_http_methods(["GET", "POST"])
def triage(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """How safe it is, and how it goes on."""
    try:
        beeld = read_triage(by=request.actor, casus_id=casus_id)
    except Refused as refused:
        if refused.code == "route_zonder_triage":
            raise
        raise Http404 from refused
    formulier = TriageFormulier(request.POST or None, beeld=beeld, rol=request.actor.rol)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: conclude_triage(
                by=request.actor,
                casus_id=casus_id,
                uitkomst=formulier.uitkomst(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De uitkomst van de triage staat in Koers."))
            return redirect("triage", casus_id=casus_id)
    context = {"formulier": formulier, "triage": beeld, "vandaag": vandaag()}
    return render(request, "toegang/triage.html", context, status=formulier.status)


@require_POST
def beginnen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Begin, or look again."""
    return _do(request, casus_id, lambda: start_triage(by=request.actor, casus_id=casus_id))


@require_POST
def toedelen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Somebody decides who looks into it."""
    try:
        medewerker = UUID(request.POST.get("medewerker", ""))
    except ValueError:
        messages.error(request, _("Kies eerst een jeugdconsulent."))
        return redirect("triage", casus_id=casus_id)
    return _do(
        request, casus_id, lambda: assign_casus(by=request.actor, casus_id=casus_id, medewerker=medewerker)
    )


def _do(request: HttpRequest, casus_id: UUID, do) -> HttpResponse:
    """Does one thing of the triage and goes back to it; a refusal is said there."""
    try:
        do()
    except Refused as refused:
        if refused.code == "niet_gevonden":
            raise Http404 from refused
        if refused.code == "route_zonder_triage":
            raise
        messages.error(request, sentence(refused))
    return redirect("triage", casus_id=casus_id)


@require_http_methods(["GET", "POST"])
def veiligheidsstap(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Write down what was done for safety; by every road."""
    beeld = _casus(request, casus_id)
    formulier = VeiligheidFormulier(request.POST or None, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: register_veiligheidsstap(
                by=request.actor,
                casus_id=casus_id,
                soort=data["soort"],
                datum=data["datum"],
                wie=data["wie"],
                toelichting=data["toelichting"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De stap voor de veiligheid staat in Koers."))
            return redirect("triage" if beeld.kort.route == "toegang" else "casus", casus_id=casus_id)
    context = {"formulier": formulier, "casus": beeld}
    return render(request, "toegang/veiligheidsstap.html", context, status=formulier.status)


def _casus(request: HttpRequest, casus_id: UUID) -> CasusBeeld:
    try:
        return read_casus(by=request.actor, casus_id=casus_id)
    except Refused as refused:
        raise Http404 from refused
