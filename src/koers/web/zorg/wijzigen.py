"""Give a toewijzing another last day, or take it away."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.lezen import ToewijzingBeeld
from koers.actions.zorg.lezen import read_toewijzing
from koers.actions.zorg.verzoeken import read_verzoek
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.domain.toewijzingsberichten import Hoeveelheid
from koers.domain.verzoeken import WIJZIGT
from koers.domain.weigering import Refused
from koers.presentation.woorden_berichten import REDENEN_WIJZIGING
from koers.web.formulier import Formulier, date_field, day_after, day_before, in_euros, send
from koers.web.zorg.formulieren_contract import BedragField


class WijzigFormulier(Formulier):
    """Why it changes, and what becomes the last day."""

    reden = forms.ChoiceField(
        label=gettext_lazy("Waarom wijzigt de toewijzing?"),
        choices=[("", gettext_lazy("Kies een reden")), *REDENEN_WIJZIGING.items()],
    )
    einddatum = date_field(
        gettext_lazy("Nieuwe laatste dag"),
        required=False,
        help_text=gettext_lazy(
            "Zoals het nu is staat al ingevuld. Leeg: de hulp heeft geen laatste dag. "
            "Bij weghalen telt deze dag niet."
        ),
    )
    volume = forms.IntegerField(label=gettext_lazy("Hoeveel in totaal?"), min_value=1, required=False)
    budget = BedragField(
        label=gettext_lazy("Hoeveel geld ten hoogste?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    akkoord = forms.BooleanField(
        label=gettext_lazy("De aanbieder is het ermee eens"),
        required=False,
        help_text=gettext_lazy(
            "Nodig als de nieuwe laatste dag al voorbij is, of als de hoeveelheid lager wordt."
        ),
    )

    def __init__(self, data=None, *, toewijzing: ToewijzingBeeld, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["einddatum"].initial = day_before(toewijzing.tot_datum)
        self.fields["budget"].initial = in_euros(toewijzing.budget_cent)
        self.fields["volume"].initial = toewijzing.volume
        if toewijzing.budget_cent is None:
            del self.fields["budget"]
        if toewijzing.volume is None or not toewijzing.in_totaal:
            del self.fields["volume"]

    @property
    def hoeveel(self) -> Hoeveelheid:
        """What the total or the budget becomes."""
        return Hoeveelheid(self.cleaned_data.get("volume"), self.cleaned_data.get("budget"))


@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Another last day, and why; the provider hears it by message. `?verzoek=`: the request it grants."""
    try:
        beeld = read_toewijzing(by=request.actor, toewijzing_id=toewijzing_id)
    except Refused as refused:
        raise Http404 from refused
    verzoek = asked_id(request, "verzoek")
    start = _asked(request, verzoek, beeld) if verzoek else {}
    formulier = WijzigFormulier(request.POST or None, initial=start, toewijzing=beeld)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: change_toewijzing(
                by=request.actor,
                toewijzing_id=toewijzing_id,
                reden=data["reden"],
                tot_datum=day_after(data["einddatum"]),
                hoeveel=formulier.hoeveel,
                akkoord=data["akkoord"],
                verzoek_id=verzoek,
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De toewijzing is gewijzigd. De aanbieder krijgt bericht."))
            return redirect("toewijzing", toewijzing_id=toewijzing_id)
    context = {"formulier": formulier, "toewijzing": beeld, "verzoek": verzoek}
    return render(request, "zorg/toewijzing_wijzigen.html", context, status=formulier.status)


def _asked(request: HttpRequest, verzoek_id: UUID, beeld: ToewijzingBeeld) -> dict[str, object]:
    """What the provider asks of this toewijzing, as it was asked (OP348)."""
    try:
        wensen = read_verzoek(by=request.actor, verzoek_id=verzoek_id).wensen
    except Refused as refused:
        raise Http404 from refused
    wens = next((een for een in wensen if een.nummer == beeld.nummer and een.hoe == WIJZIGT), None)
    if wens is None:
        return {"reden": "12"}
    anders = {"einddatum": wens.einddatum, "volume": wens.volume, "budget": in_euros(wens.budget_cent)}
    return {"reden": "12"} | {veld: waarde for veld, waarde in anders.items() if waarde}


def asked_id(request: HttpRequest, naam: str) -> UUID | None:
    """An id in the address (`?verzoek=`); what is no id is 404."""
    asked = request.GET.get(naam)
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError as fault:
        raise Http404 from fault
