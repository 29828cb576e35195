"""The door for a provider without an account: make a link for it, and answer with one."""

from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from koers.actions.zorg.antwoordlink import (
    Linkantwoord,
    LinkBeeld,
    answer_antwoordlink,
    anybody,
    make_antwoordlink,
    open_antwoordlink,
    read_antwoordlink,
    seal_of,
)
from koers.domain.weigering import Refused
from koers.registers.klok import nu, vandaag
from koers.web.formulier import Formulier, send
from koers.web.snelheid import count_failure, too_many
from koers.web.zorg.acceptatie import read_both
from koers.web.zorg.formulieren_acceptatie import GEEN_NAMEN, GesprekFormulier, WeigerFormulier

GEOPEND = "antwoordlink"  # in the session: seal of the link, its id, and until when
MINUTEN = 30
POGINGEN, POGINGEN_SECONDEN = 30, 600
JA, NEE = "aannemen", "weigeren"


class MaakFormulier(Formulier):
    """For whom the link is."""

    voor = forms.CharField(
        label=gettext_lazy("Met wie bij de aanbieder belde u?"),
        max_length=80,
        help_text=gettext_lazy("Deze persoon antwoordt. De naam komt bij het antwoord in het logboek."),
    )


class CodeFormulier(Formulier):
    """What was said on the telephone."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        help_text=gettext_lazy("Zes cijfers. De consulent van de gemeente noemde ze aan de telefoon."),
    )


class LinkFormulier(GesprekFormulier, WeigerFormulier):
    """The call, and yes or no, on one sheet: there is no second visit."""

    keuze = forms.ChoiceField(
        label=gettext_lazy("Neemt u deze hulp aan?"),
        choices=[
            (JA, gettext_lazy("ja, wij nemen de hulp aan")),
            (NEE, gettext_lazy("nee, wij weigeren")),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("datum", "met", "capaciteit", "passend", "keuze", "grond", "toelichting")

    def __init__(self, data=None, *, inkoopregio: str, **kwargs) -> None:
        super().__init__(data, inkoopregio=inkoopregio, **kwargs)
        self.fields["grond"].required = False
        self.fields["grond"].label = _("Waarom niet?")
        self.fields["grond"].help_text = _("Alleen als u weigert.")
        # One field for both: what belongs to a no is read by contract management too.
        self.fields["toelichting"].label = _("Toelichting")
        self.fields["toelichting"].help_text = GEEN_NAMEN

    def clean(self):
        data = super().clean()
        if data.get("keuze") == NEE and not data.get("grond"):
            self.add_error("grond", _("Kies waarom u weigert, of kies dat u de hulp aanneemt."))
        return data

    def antwoord(self) -> Linkantwoord:
        """What was typed, as the act takes it. What belongs to a no does not count with a yes."""
        data = self.cleaned_data
        if data["keuze"] == JA:
            return Linkantwoord(self.gesprek)
        return Linkantwoord(replace(self.gesprek, toelichting=""), data["grond"], data["toelichting"])


@require_http_methods(["GET", "POST"])
def maken(request: HttpRequest, toewijzing_id: UUID) -> HttpResponse:
    """Make a link; it is shown here once."""
    both = read_both(request, toewijzing_id)
    formulier = MaakFormulier(request.POST or None)
    nieuw = None
    if request.method == "POST" and formulier.is_valid():
        nieuw = send(
            formulier,
            lambda: make_antwoordlink(
                by=request.actor,
                toewijzing_id=toewijzing_id,
                voor=formulier.cleaned_data["voor"],
                formulier=formulier.formulier,
            ),
        )
        if isinstance(nieuw, str):  # sent twice: the secrets were on the first page
            formulier.add_error(None, _("Deze link is al gemaakt. Bent u hem kwijt? Maak een nieuwe."))
            nieuw = None
    adres = request.build_absolute_uri(reverse("antwoordlink", args=[nieuw.sleutel])) if nieuw else ""
    context = {"formulier": formulier, "toewijzing": both.beeld, "nieuw": nieuw, "adres": adres}
    return render(request, "zorg/antwoordlink_maken.html", context, status=formulier.status)


@never_cache
@require_http_methods(["GET", "POST"])
def antwoordlink(request: HttpRequest, sleutel: str) -> HttpResponse:
    """First the code, whatever link it is; then what is asked, and the answer."""
    beeld = _opened(request, sleutel)
    if beeld is not None:
        return _answer(request, beeld)
    if too_many(request, GEOPEND, POGINGEN):
        return render(request, "zorg/antwoordlink_dicht.html", {"te_vaak": True}, status=429)
    formulier = CodeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        beeld = open_antwoordlink(by=anybody(), sleutel=sleutel, code=formulier.cleaned_data["code"])
        if beeld is not None:
            request.session[GEOPEND] = [seal_of(sleutel), str(beeld.id), nu().timestamp() + MINUTEN * 60]
            return redirect("antwoordlink", sleutel=sleutel)
        count_failure(request, GEOPEND, POGINGEN_SECONDEN)
        formulier.add_error("code", _("De code klopt niet, of de link werkt niet meer. Bel de gemeente."))
    return render(request, "zorg/antwoordlink_code.html", {"formulier": formulier}, status=formulier.status)


def _opened(request: HttpRequest, sleutel: str) -> LinkBeeld | None:
    found = request.session.get(GEOPEND)
    if not found or found[0] != seal_of(sleutel) or found[2] < nu().timestamp():
        return None
    return read_antwoordlink(by=anybody(), link_id=UUID(found[1]))


def _form(data, beeld: LinkBeeld) -> LinkFormulier:
    return LinkFormulier(data, inkoopregio=beeld.inkoopregio, initial={"datum": vandaag()})


def _answer(request: HttpRequest, beeld: LinkBeeld) -> HttpResponse:
    formulier = _form(request.POST or None, beeld)
    if request.method == "POST" and formulier.is_valid():
        try:
            answer_antwoordlink(
                by=beeld.namens,
                link_id=beeld.id,
                antwoord=formulier.antwoord(),
                formulier=formulier.formulier,
            )
        except Refused as refused:
            if refused.code == "niet_gevonden":
                raise Http404 from refused
            formulier.refused(refused)
        else:
            del request.session[GEOPEND]
            return render(request, "zorg/antwoordlink_dicht.html", {"dank": formulier.cleaned_data["keuze"]})
    return _sheet(request, beeld, formulier)


def _sheet(request: HttpRequest, beeld: LinkBeeld, formulier: LinkFormulier) -> HttpResponse:
    context = {"formulier": formulier, "link": beeld}
    return render(request, "zorg/antwoordlink.html", context, status=formulier.status)
