"""Choosing maatschappelijke thema's together: figures, votes of partners, the decision."""

from dataclasses import replace
from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.monitor.themaronde import (
    correct_themabesluit,
    decide_themas,
    open_themaronde,
    vote_thema,
    withdraw_themastem,
)
from koers.actions.monitor.themas import Besluitbeeld, Themablad, read_themas
from koers.domain.themas import (
    AANTAL_THEMAS,
    LANGSTE_NAAM,
    LANGSTE_REDEN,
    MEESTE_THEMAS,
    NieuweRonde,
    NieuweStem,
    NieuwThemabesluit,
    votes_per_thema,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.beleid.delen import taal
from koers.presentation.thema_een import theme_sheet
from koers.presentation.themas import list_sheet, plain_rows, round_sentence
from koers.presentation.zinnen import ZINNEN
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier, date_field, send
from koers.web.monitor.uitvoer import table_file

STEMWEKEN = 4


class RondeFormulier(Formulier):
    """A round: its name, until when partners vote, and how many themes they choose."""

    naam = forms.CharField(label=_("Hoe heet deze ronde?"), max_length=LANGSTE_NAAM)
    stemmen_tot_en_met = date_field(_("Tot en met welke dag kunnen partners stemmen?"))
    hoogstens = forms.IntegerField(
        label=_("Hoeveel thema’s mag ieder hoogstens kiezen?"), min_value=1, max_value=MEESTE_THEMAS
    )

    def __init__(self, data=None, *, today: date) -> None:
        super().__init__(
            data,
            initial={
                "naam": gettext("Thema’s voor %(jaar)s") % {"jaar": today.year + 1},
                "stemmen_tot_en_met": today + timedelta(weeks=STEMWEKEN),
                "hoogstens": AANTAL_THEMAS,
            },
        )


class StemFormulier(Formulier):
    """What the own organisation finds most important."""

    gekozen = forms.MultipleChoiceField(
        label=_("Welke thema’s zijn voor uw organisatie het belangrijkst?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": ZINNEN["stem_zonder_thema"]},
    )
    reden = forms.CharField(
        label=_("Waarom deze?"),
        help_text=_("Iedereen die meestemt leest dit. Noem geen kind of gezin."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_REDEN,
        error_messages={"required": ZINNEN["stem_zonder_reden"]},
    )

    def __init__(self, data=None, *, hoogstens: int = AANTAL_THEMAS) -> None:
        super().__init__(data)
        veld = self.fields["gekozen"]
        veld.choices = [(een.id, taal(een.naam)) for een in beleid().themas.values()]
        veld.help_text = gettext("Kies er hoogstens %(aantal)s.") % {"aantal": hoogstens}


class IntrekFormulier(Formulier):
    """Why a vote is taken back."""

    reden = forms.CharField(label=_("Waarom trekt u de stem in?"), max_length=200)


class BesluitFormulier(Formulier):
    """Which themes were chosen, by whom, and why: a theme is chosen by writing why."""

    datum = date_field(_("Wanneer is dit besloten?"))
    gremium = forms.ChoiceField(label=_("Welk overleg besloot dit?"))
    reden = forms.CharField(
        label=_("Waarom deze thema’s samen?"),
        help_text=_("Noem ook waarom het besluit afwijkt van de stemmen, als dat zo is."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LANGSTE_REDEN,
        error_messages={"required": ZINNEN["besluit_zonder_reden"]},
    )

    def __init__(self, data=None, *, today: date, stemmen: dict[str, int]) -> None:
        super().__init__(data, initial={"datum": today, "gremium": "stuurgroep"})
        self.fields["gremium"].choices = [(g.id, taal(g.naam)) for g in beleid().gremia.values()]
        for een in beleid().themas.values():
            self.fields[f"kies-{een.id}"] = forms.BooleanField(
                label=gettext("Gekozen: %(thema)s (stemmen: %(aantal)s)")
                % {"thema": taal(een.naam), "aantal": stemmen.get(een.id, 0)},
                required=False,
            )
            self.fields[f"waarom-{een.id}"] = forms.CharField(
                label=gettext("Waarom %(thema)s?") % {"thema": taal(een.naam)},
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=LANGSTE_REDEN,
                required=False,
            )

    def clean(self) -> dict[str, object] | None:
        """Why a chosen theme was chosen stands beside it."""
        data = super().clean() or self.cleaned_data
        for een in beleid().themas.values():
            if data.get(f"kies-{een.id}") and not data.get(f"waarom-{een.id}"):
                zin = str(ZINNEN["thema_zonder_reden"]) % {"thema": taal(een.naam)}
                self.add_error(f"waarom-{een.id}", zin)
        return data

    def besluit(self) -> NieuwThemabesluit:
        """What was filled in; a theme that is not ticked is not chosen, whatever stands beside it."""
        data = self.cleaned_data
        redenen = {id: data[f"waarom-{id}"] for id in beleid().themas if data[f"kies-{id}"]}
        return NieuwThemabesluit(data["datum"], data["gremium"], redenen, data["reden"])


class VerbeterFormulier(BesluitFormulier):
    """A decision as it stands, to mend, and why it was wrong. A theme that the policy dropped since stays."""

    verbetering = forms.CharField(label=_("Wat stond er fout, en hoe weet u dat?"), max_length=200)

    def __init__(self, data=None, *, today: date, stemmen: dict[str, int], was: Besluitbeeld) -> None:
        super().__init__(data, today=today, stemmen=stemmen)
        self.initial.update(
            {
                "datum": was.datum,
                "gremium": was.gremium,
                "reden": was.reden,
                "besluit_id": was.id,
                **{f"kies-{id}": True for id in was.redenen},
                **{f"waarom-{id}": reden for id, reden in was.redenen.items()},
            }
        )
        self.fields["besluit_id"] = forms.UUIDField(widget=forms.HiddenInput)
        self._gone = {id: reden for id, reden in was.redenen.items() if id not in beleid().themas}
        if was.gremium not in beleid().gremia:
            self.fields["gremium"].choices = [(was.gremium, was.gremium), *self.fields["gremium"].choices]

    def besluit(self) -> NieuwThemabesluit:
        """As filled in, with what can no longer be chosen anew."""
        found = super().besluit()
        return replace(found, redenen=self._gone | dict(found.redenen))


@require_safe
def themas(request: HttpRequest) -> HttpResponse:
    """To the themes of the own municipality; the first one of who has several."""
    own = read_badkuip_gemeenten(by=request.actor)
    if not own:
        raise Http404
    return redirect("themas-gemeente", code=own[0].code)


@require_safe
def gemeente(request: HttpRequest, code: str) -> HttpResponse:
    """All themes with their figures and votes, the round, and what was decided before."""
    blad = _read(request, code)
    context = {
        "vel": list_sheet(blad, beleid()),
        "ronde": blad.ronde,
        "code": code,
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
    }
    return render(request, "monitor/themas.html", context)


@require_safe
def thema(request: HttpRequest, code: str, id: str) -> HttpResponse:
    """One theme: each figure beside the group, numbers of partners, and how the group was found."""
    try:
        vel = theme_sheet(_read(request, code), id)
    except KeyError:
        raise Http404 from None
    return render(request, "monitor/thema_een.html", {"vel": vel, "code": code})


@require_safe
def tabel(request: HttpRequest, code: str, vorm: str) -> HttpResponse:
    """The same figures to take away."""
    return table_file(vorm, f"themas-{code}", plain_rows(_read(request, code)))


@require_http_methods(["GET", "POST"])
def ronde(request: HttpRequest, code: str) -> HttpResponse:
    """Open a round."""
    blad = _read(request, code)
    formulier = RondeFormulier(request.POST or None, today=vandaag())
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        nieuw = NieuweRonde(data["naam"], data["stemmen_tot_en_met"], data["hoogstens"])
        done = send(
            formulier,
            lambda: open_themaronde(
                by=request.actor, gemeente=code, ronde=nieuw, formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(request, gettext("De ronde is open. Partners kunnen stemmen."))
            return redirect("themas-gemeente", code=code)
    return _form(request, blad, formulier, "monitor/themas_ronde.html")


@require_http_methods(["GET", "POST"])
def stem(request: HttpRequest, code: str) -> HttpResponse:
    """Vote for the own organisation."""
    blad = _read(request, code)
    hoogstens = blad.ronde.hoogstens if blad.ronde else AANTAL_THEMAS
    formulier = StemFormulier(request.POST or None, hoogstens=hoogstens)
    if request.method == "POST" and formulier.is_valid():
        keus = NieuweStem(tuple(formulier.cleaned_data["gekozen"]), formulier.cleaned_data["reden"])
        done = send(
            formulier,
            lambda: vote_thema(by=request.actor, gemeente=code, stem=keus, formulier=formulier.formulier),
        )
        if done:
            messages.success(request, gettext("De stem van uw organisatie telt mee."))
            return redirect("themas-gemeente", code=code)
    return _form(request, blad, formulier, "monitor/themas_stem.html")


@require_http_methods(["GET", "POST"])
def stem_intrekken(request: HttpRequest, code: str) -> HttpResponse:
    """Take back the vote of the own organisation."""
    blad = _read(request, code)
    formulier = IntrekFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: withdraw_themastem(
                by=request.actor,
                gemeente=code,
                reden=formulier.cleaned_data["reden"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, gettext("De stem telt niet meer mee. U kunt opnieuw stemmen."))
            return redirect("themas-gemeente", code=code)
    return _form(request, blad, formulier, "monitor/themas_intrekken.html")


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, code: str) -> HttpResponse:
    """Record what was decided, with reasons."""
    blad = _read(request, code)
    stemmen = {beeld.thema.id: len(beeld.stemmen) for beeld in blad.themas}
    formulier = BesluitFormulier(request.POST or None, today=vandaag(), stemmen=stemmen)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: decide_themas(
                by=request.actor, gemeente=code, besluit=formulier.besluit(), formulier=formulier.formulier
            ),
        )
        if done:
            messages.success(request, gettext("Het besluit staat vast, met de cijfers van vandaag erbij."))
            return redirect("themas-gemeente", code=code)
    return _form(request, blad, formulier, "monitor/themas_besluit.html")


@require_http_methods(["GET", "POST"])
def besluit_verbeteren(request: HttpRequest, code: str) -> HttpResponse:
    """Mend what was recorded of a decision: the newest, or that of the round in the address."""
    blad = _read(request, code)
    asked = request.GET.get("ronde")
    ronde = next((een for een in blad.rondes if een.besluit and asked in (None, str(een.id))), None)
    if ronde is None or ronde.besluit is None:
        return render(
            request,
            "monitor/themas_verbeteren.html",
            {"naam": blad.gemeente.naam, "code": code},
        )
    stemmen = votes_per_thema(((s.partner, s.themas) for s in ronde.stemmen), beleid().themas)
    formulier = VerbeterFormulier(
        request.POST or None,
        today=vandaag(),
        stemmen={id: len(wie) for id, wie in stemmen.items()},
        was=ronde.besluit,
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: correct_themabesluit(
                by=request.actor,
                gemeente=code,
                besluit_id=formulier.cleaned_data["besluit_id"],
                besluit=formulier.besluit(),
                waarom=formulier.cleaned_data["verbetering"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(
                request, gettext("Het besluit is verbeterd. Wat er eerst stond, blijft te lezen.")
            )
            return redirect("themas-gemeente", code=code)
    return _form(request, blad, formulier, "monitor/themas_verbeteren.html")


def _read(request: HttpRequest, code: str) -> Themablad:
    try:
        return read_themas(by=request.actor, gemeente=code)
    except Refused as refused:
        raise Http404 from refused


def _form(request: HttpRequest, blad: Themablad, formulier: Formulier, pagina: str) -> HttpResponse:
    context = {
        "formulier": formulier,
        "ronde": blad.ronde,
        "naam": blad.gemeente.naam,
        "code": blad.gemeente.code,
        "stand": round_sentence(blad, beleid()),
    }
    return render(request, pagina, context, status=formulier.status)
