"""Another gemeente pays: which, from which day, and who there said so."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from koers.actions.zorg.casusgeld import read_casusgeld
from koers.actions.zorg.woonplaats import hand_over_woonplaats
from koers.domain.woonplaats import Overdracht
from koers.exchange.ijw.omgeving import municipality_names
from koers.presentation.woorden_toewijzing import GRONDEN_WOONPLAATS
from koers.web.formulier import Formulier, date_field, send
from koers.web.toegang.views import get_casus


class OverdrachtFormulier(Formulier):
    """Which gemeente, why, from when, and its word that it goes on with the help."""

    gemeentecode = forms.ChoiceField(label=gettext_lazy("Welke gemeente betaalt?"))
    grond = forms.ChoiceField(
        label=gettext_lazy("Waarom die gemeente?"),
        choices=GRONDEN_WOONPLAATS.items(),
        widget=forms.RadioSelect,
    )
    per_datum = date_field(gettext_lazy("Vanaf welke dag?"))
    bevestigd_door = forms.CharField(
        label=gettext_lazy("Wie zei daar dat de hulp doorgaat?"),
        max_length=80,
        help_text=gettext_lazy("Een functie is genoeg, zoals “toegang jeugd”."),
    )
    bevestigd_datum = date_field(gettext_lazy("Wanneer werd dat gezegd?"))
    akkoord = forms.BooleanField(
        label=gettext_lazy("De aanbieders zijn het ermee eens"),
        required=False,
        help_text=gettext_lazy("Nodig als de dag al voorbij is."),
    )

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        names = sorted(municipality_names().items(), key=lambda een: een[1])
        self.fields["gemeentecode"].choices = [("", _("Kies")), *names]

    @property
    def overdracht(self) -> Overdracht:
        """As the act takes it."""
        velden = ("gemeentecode", "grond", "per_datum", "bevestigd_door", "bevestigd_datum")
        return Overdracht(**{veld: self.cleaned_data[veld] for veld in velden})


@require_http_methods(["GET", "POST"])
def andere_gemeente(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Hand the help of a child over to the gemeente that pays."""
    casus = get_casus(request, casus_id)
    formulier = OverdrachtFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: hand_over_woonplaats(
                by=request.actor,
                casus_id=casus_id,
                nieuw=formulier.overdracht,
                bekend=municipality_names().keys(),
                akkoord=formulier.cleaned_data["akkoord"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De andere gemeente betaalt. De aanbieders krijgen bericht."))
            return redirect("casus", casus_id=casus_id)
    geld = read_casusgeld(by=request.actor, casus_id=casus_id)
    lopend = [een for een in casus.toewijzingen if not een.verwijderd]
    context = {"formulier": formulier, "casus": casus, "geld": geld, "toewijzingen": lopend}
    return render(request, "zorg/andere_gemeente.html", context, status=formulier.status)
