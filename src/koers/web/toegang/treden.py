"""Trede voor trede: the stairs of one casus, and mending what was written down on them."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from koers.actions.toegang.treden import correct_trede, register_trede, register_uitzondering
from koers.actions.toegang.treden_lezen import LadderBeeld, TredeBeeld, UitkomstBeeld, read_treden
from koers.domain.ladder import Trede, Uitzondering
from koers.domain.weigering import Refused
from koers.presentation.beleid.delen import taal
from koers.presentation.treden import UITLEG, cards, first_sentence, letter, may_decide
from koers.presentation.woorden import TREDE_UITKOMSTEN, TREDEN, UITZONDERINGEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send
from koers.web.monitor.beleid import surroundings

NIET_GEBEURD = "niet_gebeurd"
_KORT = {"rows": 3}


class TredeFormulier(Formulier):
    """What one step gave. Only the outcome, its reason and the day are needed."""

    trede = forms.CharField(widget=forms.HiddenInput)
    geprobeerd = forms.CharField(
        label=_("Wat is er geprobeerd of besproken?"),
        widget=forms.Textarea(attrs=_KORT),
        required=False,
        max_length=10_000,
    )
    voorziening = forms.ChoiceField(label=_("Iets uit de lijst van voorzieningen?"), required=False)
    uitkomst = forms.ChoiceField(
        label=_("Wat gaf deze trede?"), choices=TREDE_UITKOMSTEN.items(), widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label=_("Waarom? Het gezin leest dit in de brief."),
        widget=forms.Textarea(attrs=_KORT),
        max_length=10_000,
    )
    datum = date_field(_("Op welke dag bleek dit?"))

    def __init__(self, data=None, *, beeld: TredeBeeld, **kwargs) -> None:
        kwargs.setdefault("auto_id", f"id_{beeld.trede}_%s")
        super().__init__(
            data, initial={"trede": beeld.trede, "datum": vandaag()} | kwargs.pop("initial", {}), **kwargs
        )
        self.fields["voorziening"].choices = _services(beeld)

    def uitkomst_van_trede(self) -> Trede:
        """The outcome as it was written."""
        data = self.cleaned_data
        return Trede(data["trede"], data["uitkomst"], data["reden"], data["datum"], data["geprobeerd"])


def _services(beeld: TredeBeeld) -> list:
    """The suggestions first, then the others of this step."""
    suggested, rest = beeld.voorstellen, beeld.passend[len(beeld.voorstellen) :]
    named = [[(een.voorziening.id, taal(een.voorziening.naam)) for een in part] for part in (suggested, rest)]
    groups = zip((gettext("Voorgesteld"), gettext("Ook in de lijst")), named, strict=True)
    return [("", gettext("Niet van toepassing")), *((naam, part) for naam, part in groups if part)]


class UitzonderingFormulier(Formulier):
    """Why the steps are passed over."""

    soort = forms.ChoiceField(
        label=_("Wat is er aan de hand?"), choices=UITZONDERINGEN.items(), widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label=_("Waarom? Het gezin leest dit in de brief."),
        widget=forms.Textarea(attrs=_KORT),
        max_length=10_000,
    )
    datum = date_field(_("Vanaf welke dag?"))

    def uitzondering(self) -> Uitzondering:
        """The exception as it was written."""
        data = self.cleaned_data
        return Uitzondering(data["soort"], data["reden"], data["datum"])


class VerbeterFormulier(TredeFormulier):
    """The outcome as it should have been; or it did not happen at all."""

    reden_correctie = forms.CharField(label=_("Waarom verbetert u dit?"), max_length=200)

    def __init__(self, data=None, *, beeld: TredeBeeld, wrong: UitkomstBeeld) -> None:
        initial = {
            "uitkomst": wrong.uitkomst,
            "reden": wrong.reden,
            "geprobeerd": wrong.geprobeerd,
            "voorziening": wrong.voorziening,
            "datum": wrong.datum,
        }
        super().__init__(data, beeld=beeld, initial=initial)
        self.fields["uitkomst"].choices = [
            *TREDE_UITKOMSTEN.items(),
            (NIET_GEBEURD, _("dit is niet gebeurd, bijvoorbeeld omdat het bij een ander kind hoort")),
        ]

    def mended(self) -> Trede | None:
        """The outcome as it should be; None when it did not happen."""
        return None if self.cleaned_data["uitkomst"] == NIET_GEBEURD else self.uitkomst_van_trede()


@require_http_methods(["GET", "POST"])
def treden(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The stairs; each step is written down by its own form."""
    beeld = _stairs(request, casus_id)
    posted = request.POST.get("trede", "") if request.method == "POST" else None
    forms_by_step = {
        een.trede: TredeFormulier(request.POST if posted == een.trede else None, beeld=een)
        for een in beeld.treden
    }
    passing = UitzonderingFormulier(
        request.POST if posted == "" else None, auto_id="id_uitzondering_%s", initial={"datum": vandaag()}
    )
    sent = passing if posted == "" else forms_by_step.get(posted or "")
    if sent is not None and sent.is_valid():
        done = send(sent, _deed(request, casus_id, sent))
        if done:
            messages.success(request, gettext("Dit staat nu bij de treden."))
            return redirect("treden", casus_id=casus_id)
    context = {
        "beeld": beeld,
        "kernzin": first_sentence(beeld),
        "kan_besluiten": may_decide(beeld),
        "kaarten": [(kaart, forms_by_step[kaart.trede]) for kaart in cards(beeld, surroundings())],
        "uitleg_individueel": UITLEG["individuele_voorziening"],
        "brief": letter(beeld),
        "uitzonderingen": [(UITZONDERINGEN[een.soort], een) for een in beeld.ladder.uitzonderingen],
        "overslaan": passing,
    }
    return render(request, "toegang/treden.html", context, status=sent.status if sent else 200)


def _deed(
    request: HttpRequest, casus_id: UUID, sent: TredeFormulier | UitzonderingFormulier
) -> Callable[[], UUID]:
    """The act that goes with this form."""
    who = {"by": request.actor, "casus_id": casus_id, "formulier": sent.formulier}
    if isinstance(sent, UitzonderingFormulier):
        return lambda: register_uitzondering(**who, uitzondering=sent.uitzondering())
    chosen = sent.cleaned_data["voorziening"]
    return lambda: register_trede(**who, trede=sent.uitkomst_van_trede(), voorziening=chosen)


@require_http_methods(["GET", "POST"])
def trede_verbeteren(request: HttpRequest, casus_id: UUID, uitkomst_id: UUID) -> HttpResponse:
    """Mend an outcome that was written down wrongly."""
    beeld = _stairs(request, casus_id)
    found = [(step, een) for step in beeld.treden for een in step.uitkomsten if een.id == uitkomst_id]
    if not found:
        raise Http404
    step, wrong = found[0]
    formulier = VerbeterFormulier(request.POST or None, beeld=step, wrong=wrong)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: correct_trede(
                by=request.actor,
                casus_id=casus_id,
                uitkomst_id=uitkomst_id,
                trede=formulier.mended(),
                voorziening=formulier.cleaned_data["voorziening"],
                reden=formulier.cleaned_data["reden_correctie"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, gettext("Dit is verbeterd. Wat er eerst stond, blijft bewaard."))
            return redirect("treden", casus_id=casus_id)
    context = {"formulier": formulier, "beeld": beeld, "naam": TREDEN[step.trede]}
    return render(request, "toegang/trede_verbeteren.html", context, status=formulier.status)


def _stairs(request: HttpRequest, casus_id: UUID) -> LadderBeeld:
    """The ladder, or 404: not there and not yours look the same."""
    try:
        return read_treden(by=request.actor, casus_id=casus_id)
    except Refused as refused:
        raise Http404 from refused
