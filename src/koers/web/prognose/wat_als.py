"""Wat als: levers on the one side, the chance of the goal on the other. The address holds the question."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from koers.actions.monitor.badkuip import read_badkuip_gemeenten
from koers.actions.prognose.geld import JAREN
from koers.actions.prognose.gepubliceerd import published_years
from koers.actions.prognose.wat_als import (
    BESPARING,
    effect_ranges,
    goal_of,
    poh_costs,
    practices,
    read_terugblik,
    read_wat_als,
)
from koers.domain.bedrag import read_bedrag
from koers.domain.capaciteit import HOOGSTE_FTE, MEESTE_PLAATSEN, MEESTE_VRAGEN
from koers.domain.hefbomen import HOOGSTE_PROCENT, KNOPPEN, LANGSTE_AANLOOP, Inzet, make_inzet
from koers.domain.scenario import (
    HERHALINGEN,
    HOOGSTE_INDEXATIE,
    HOOGSTE_TEKORT,
    KEREN,
    LANGSTE_NAAM,
    LANGSTE_TOELICHTING,
    Acceptatie,
    Rijen,
    Wens,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.wat_als import KNOPPEN as WOORDEN
from koers.presentation.wat_als import look_back_lines, look_back_sentence, measures, sheet
from koers.presentation.wat_als_acceptatie import refusal_sheet
from koers.presentation.wat_als_correctie import correction_sheet, published_choices
from koers.presentation.wat_als_geld import money_sheet, wait_sheet
from koers.presentation.wat_als_rijen import queue_sheet
from koers.presentation.zinnen import sentence
from koers.registers.klok import vandaag
from koers.web.formulier import Formulier
from koers.web.prognose.capaciteit import whole

PRAKTIJKEN = "-praktijken"  # the end of the name of a field
MAAND = r"^[12][0-9]{3}-(0[1-9]|1[0-2])$"


def month(label: Any, hulp: Any = "") -> forms.RegexField:
    """A month that may stay empty."""
    return forms.RegexField(
        MAAND,
        label=label,
        help_text=hulp,
        required=False,
        widget=forms.TextInput(attrs={"type": "month"}),
        error_messages={"invalid": _("Schrijf een jaar en een maand, zoals 2027-01.")},
    )


class Bedrag(forms.CharField):
    """An amount as people write it, in cents."""

    def clean(self, value: Any) -> int:
        """Cents; nothing is nothing."""
        text = super().clean(value)
        try:
            cent = read_bedrag(text) if text.strip() else 0
        except Refused as refused:
            raise forms.ValidationError(sentence(refused)) from refused
        if cent < 0:
            raise forms.ValidationError(_("Vul hier een bedrag in van 0 of meer."))
        return cent


def _filled_in(data: Any) -> dict[str, Any]:
    """What the address holds; of practices all that were ticked."""
    return {
        naam: data.getlist(naam) if naam.endswith(PRAKTIJKEN) else waarde
        for naam, waarde in data.items()
        if waarde
    }


class WatAlsFormulier(forms.Form):
    """The goal, the costs, and per lever how much, from when and in how many months."""

    doel = forms.DecimalField(
        label=_("Doel in procenten"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=1,
        localize=True,
    )
    doeljaar = forms.TypedChoiceField(label=_("In welk jaar"), coerce=int, required=False, empty_value=None)
    jaarkosten = Bedrag(label=_("Kosten per jaar, in euro"), required=False, max_length=20)
    eenmalig = Bedrag(label=_("Eenmalige kosten, in euro"), required=False, max_length=20)
    frictie_jaar = Bedrag(
        label=_("Frictiekosten per jaar, in euro"),
        help_text=_("Wat de verandering zelf blijft kosten, zoals overleg en software."),
        required=False,
        max_length=20,
    )
    frictie_eenmalig = Bedrag(
        label=_("Frictiekosten eenmalig, in euro"),
        help_text=_("Zoals dubbele lasten en scholing."),
        required=False,
        max_length=20,
    )
    tekort = forms.IntegerField(
        label=_("Personeelstekort in procent"),
        help_text=_("Zoveel van de plaatsen en uren valt weg."),
        required=False,
        min_value=0,
        max_value=HOOGSTE_TEKORT,
    )
    tekort_vanaf = month(_("Het tekort begint in"), _("Leeg: het is er nu al."))
    tekort_aanloop = forms.IntegerField(
        label=_("Maanden tot het hele tekort"), required=False, min_value=0, max_value=LANGSTE_AANLOOP
    )
    poh_fte = forms.DecimalField(
        label=_("Fte POH Jeugd"),
        help_text=_("Leeg: zoals de bron zegt."),
        required=False,
        min_value=0,
        max_value=HOOGSTE_FTE,
        decimal_places=2,
        localize=True,
    )
    indexatie = forms.DecimalField(
        label=_("Tarieven stijgen per jaar, in procent"),
        required=False,
        min_value=0,
        max_value=HOOGSTE_INDEXATIE,
        decimal_places=1,
        localize=True,
    )
    indexatie_vanaf = month(_("De eerste keer in"))

    acceptatie = whole(
        _("Aanbieders weigeren minder buiten de gronden, in procent"),
        100,
        _(
            "Op een grond die mag, mag een aanbieder altijd weigeren. Dit werkt op wachten, niet op wie "
            "hulp heeft."
        ),
    )
    acceptatie_vanaf = month(_("Minder weigeren begint in"), _("Leeg: meteen."))
    acceptatie_aanloop = whole(_("Maanden tot het hele effect op weigeren"), LANGSTE_AANLOOP)
    regie_vragen = whole(
        _("Aanvragen voor Regie op 3 per jaar"),
        MEESTE_VRAGEN,
        _("In de hele regio. Leeg: niet uitgerekend."),
        1,
    )
    lijst_vragen = whole(
        _("Aanmeldingen bij een aanbieder per jaar"), MEESTE_VRAGEN, _("Leeg: niet uitgerekend."), 1
    )
    lijst_plaatsen = whole(_("Plaatsen bij die aanbieder"), MEESTE_PLAATSEN, laagste=1)
    lijst_voorrang = whole(_("Daarvan met voorrang, in procent"), 100)
    lijst_geduld = whole(
        _("Weken tot iemand van die lijst gaat"), 520, _("Gemiddeld. Leeg: niemand gaat van de lijst."), 1
    )
    gepubliceerd = forms.TypedChoiceField(
        label=_("Leg de verwachting op een gepubliceerd cijfer"),
        help_text=_("Het verschil komt als eigen regel in de tabel. Koers schaalt niets stil mee."),
        coerce=int,
        required=False,
        empty_value=None,
    )

    def __init__(
        self,
        data: Any,
        *,
        doel: Decimal | None,
        doeljaar: int | None,
        gepubliceerd: Sequence[tuple[int, str]] = (),
        praktijken: Sequence[tuple[str, str]] = (),
    ) -> None:
        year = vandaag().year
        # Who says how much less, and not from when: from next year, growing for a year.
        begin = {f"{sleutel}-vanaf": f"{year + 1}-01" for sleutel in KNOPPEN}
        begin |= {f"{sleutel}-aanloop": "12" for sleutel in KNOPPEN}
        begin["doeljaar"] = str(doeljaar or year + 1)
        begin["indexatie_vanaf"] = f"{year + 1}-01"
        super().__init__(data and begin | _filled_in(data))
        self.fields["doeljaar"].choices = [(j, str(j)) for j in range(year, year + JAREN + 1)]
        self.fields["indexatie_vanaf"].initial = f"{year + 1}-01"
        self.fields["doel"].initial, self.fields["doeljaar"].initial = doel, doeljaar or year + 1
        self.fields["gepubliceerd"].choices = [("", _("Nee")), *gepubliceerd]
        if not gepubliceerd:
            del self.fields["gepubliceerd"]
        for sleutel, knop in KNOPPEN.items():
            if knop.per_praktijk and praktijken:
                self.fields[f"{sleutel}{PRAKTIJKEN}"] = forms.MultipleChoiceField(
                    label=_("Alleen bij deze praktijken"),
                    help_text=_("Niets aangevinkt: bij alle praktijken."),
                    choices=praktijken,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )
            self.fields[sleutel] = forms.IntegerField(
                label=WOORDEN[sleutel].naam,
                help_text=WOORDEN[sleutel].uitleg,
                required=False,
                min_value=0,
                max_value=HOOGSTE_PROCENT,
            )
            self.fields[f"{sleutel}-vanaf"] = forms.RegexField(
                r"^[0-9]{4}-[0-9]{2}$",
                label=_("Vanaf"),
                required=False,
                initial=f"{year + 1}-01",
                widget=forms.TextInput(attrs={"type": "month"}),
                error_messages={"invalid": _("Schrijf een jaar en een maand, zoals 2027-01.")},
            )
            self.fields[f"{sleutel}-aanloop"] = forms.IntegerField(
                label=_("Maanden aanloop"),
                required=False,
                initial=12,
                min_value=0,
                max_value=LANGSTE_AANLOOP,
            )

    def knoppen(self) -> Iterator[dict[str, Any]]:
        """Per lever its three fields and its words; `open`: it is turned, or something about it is wrong."""
        for sleutel, knop in KNOPPEN.items():
            welke = f"{sleutel}{PRAKTIJKEN}"
            velden = {sleutel, f"{sleutel}-vanaf", f"{sleutel}-aanloop", welke}
            yield {
                "open": self[sleutel].value() or velden & self.errors.keys(),
                "procent": self[sleutel],
                "praktijken": self[welke] if welke in self.fields else None,
                "niemand": knop.per_praktijk and welke not in self.fields,
                "rest": (self[f"{sleutel}-vanaf"], self[f"{sleutel}-aanloop"]),
                "wet": WOORDEN[sleutel].wet,
            }

    def inzetten(self) -> Iterator[Inzet]:
        """The levers that were turned and of which everything could be read."""
        data = self.cleaned_data
        for sleutel in KNOPPEN:
            procent, maand = data.get(sleutel), data.get(f"{sleutel}-vanaf")
            aanloop = data.get(f"{sleutel}-aanloop")
            welke = f"{sleutel}{PRAKTIJKEN}"
            # A practice that could not be read must not turn the lever for all of them.
            if not procent or maand is None or aanloop is None or welke in self.errors:
                continue
            try:
                yield make_inzet(sleutel, procent, maand, aanloop, tuple(data.get(welke) or ()))
            except Refused as refused:
                self.add_error(f"{sleutel}-vanaf", sentence(refused))

    def wens(self) -> Wens:
        """What is asked; what was wrong counts as not asked."""
        data = self.cleaned_data
        return Wens(
            tuple(self.inzetten()),
            data.get("doel"),
            # The sentence is about the year that stands in the field, also when nothing was asked.
            data.get("doeljaar") or self.fields["doeljaar"].initial,
            data.get("jaarkosten") or 0,
            data.get("eenmalig") or 0,
            *self._indexation(),
            data.get("frictie_jaar") or 0,
            data.get("frictie_eenmalig") or 0,
            data.get("tekort") or 0,
            data.get("poh_fte"),
            *self._shortage(),
            data.get("gepubliceerd"),
            Rijen(
                data.get("regie_vragen"),
                data.get("lijst_vragen"),
                data.get("lijst_plaatsen"),
                data.get("lijst_voorrang") or 0,
                data.get("lijst_geduld"),
            ),
            self._acceptance(),
        )

    def rijen(self) -> tuple[forms.BoundField, ...]:
        """The fields of queues that nobody counts."""
        return tuple(self[naam] for naam in self.fields if naam.startswith(("regie_", "lijst_")))

    def clean(self) -> dict[str, Any]:
        """A run-up counts from a month."""
        data = super().clean() or self.cleaned_data
        if data.get("tekort_aanloop") and not data.get("tekort_vanaf") and "tekort_vanaf" not in self.errors:
            self.add_error("tekort_vanaf", _("Vul in welke maand het tekort begint te groeien."))
        if data.get("acceptatie_aanloop") and not data.get("acceptatie_vanaf"):
            self.add_error("acceptatie_vanaf", _("Vul in welke maand het effect begint te groeien."))
        for een, ander in (("lijst_vragen", "lijst_plaatsen"), ("lijst_plaatsen", "lijst_vragen")):
            if data.get(een) and not data.get(ander) and ander not in self.errors:
                self.add_error(ander, _("Vul dit ook in, of laat allebei leeg."))
        return data

    def acceptatievelden(self) -> tuple[forms.BoundField, ...]:
        """The fields of the lever on refusals."""
        return tuple(self[naam] for naam in self.fields if naam.startswith("acceptatie"))

    def _acceptance(self) -> Acceptatie:
        """Nothing without a percentage, and nothing when its month could not be read."""
        data = self.cleaned_data
        if not data.get("acceptatie") or "acceptatie_vanaf" in self.errors:
            return Acceptatie()
        maand = data.get("acceptatie_vanaf")
        vanaf = date.fromisoformat(f"{maand}-01") if maand else None
        return Acceptatie(data["acceptatie"], vanaf, data.get("acceptatie_aanloop") or 0)

    def _shortage(self) -> tuple[date | None, int]:
        """From when and in how many months; neither without a shortage."""
        maand, aanloop = self.cleaned_data.get("tekort_vanaf"), self.cleaned_data.get("tekort_aanloop")
        if not self.cleaned_data.get("tekort") or not maand:
            return None, 0
        return date.fromisoformat(f"{maand}-01"), aanloop or 0

    def _indexation(self) -> tuple[Decimal | None, date | None]:
        """By how much and from when; neither without the other."""
        procent, maand = self.cleaned_data.get("indexatie"), self.cleaned_data.get("indexatie_vanaf")
        return (procent, date.fromisoformat(f"{maand}-01")) if procent and maand else (None, None)


@require_safe
def wat_als_begin(request: HttpRequest) -> HttpResponse:
    """To the own municipality; the first one of who has several."""
    own = read_badkuip_gemeenten(by=request.actor)
    if not own:
        raise Http404
    return redirect("wat-als", code=own[0].code)


@require_safe
def wat_als(request: HttpRequest, code: str) -> HttpResponse:
    """The forecast of one municipality, with the levers in the address."""
    return wat_als_page(request, code, BewaarFormulier())


class BewaarFormulier(Formulier):
    """A name for this position of the levers, and why."""

    naam = forms.CharField(label=_("Naam van het scenario"), max_length=LANGSTE_NAAM)
    toelichting = forms.CharField(
        label=_("Waarom deze maatregelen?"),
        max_length=LANGSTE_TOELICHTING,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    keren = forms.TypedChoiceField(
        label=_("Hoe vaak naspelen"),
        help_text=_("Vaker naspelen maakt de kans en de band preciezer. Dat gebeurt op de achtergrond."),
        choices=[
            ("", _("%(keren)s keer, meteen klaar") % {"keren": HERHALINGEN}),
            *((keren, _("%(keren)s keer, op de achtergrond") % {"keren": keren}) for keren in KEREN),
        ],
        coerce=int,
        required=False,
        empty_value=None,
    )


def asked_of(request: HttpRequest, code: str) -> tuple[WatAlsFormulier, Wens]:
    """The question in the address; what could not be read of it is said in the form and does not count."""
    doel, doeljaar = goal_of(code)
    asked = bool(request.GET)
    formulier = WatAlsFormulier(
        request.GET if asked else None,
        doel=doel,
        doeljaar=doeljaar,
        gepubliceerd=published_choices(published_years(code)),
        praktijken=[(een.code, f"{een.naam} ({een.code})") for een in practices(request.actor, code)],
    )
    if asked and (formulier.is_valid() or formulier.cleaned_data):
        return formulier, formulier.wens()
    return formulier, Wens(doeljaar=formulier.fields["doeljaar"].initial)


def wat_als_page(request: HttpRequest, code: str, bewaren: BewaarFormulier) -> HttpResponse:
    """The page, with the form to keep what is on it."""
    formulier, wens = asked_of(request, code)
    try:
        gebied, blik = read_wat_als(by=request.actor, gemeente=code, wens=wens)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "formulier": formulier,
        "naam": gebied.naam,
        "code": code,
        "vel": None if blik is None else sheet(blik),
        "geld": None if blik is None else money_sheet(blik, beleid().indicatoren[BESPARING]),
        "wachten": None if blik is None else wait_sheet(blik, poh_costs()),
        "weigeringen": None if blik is None else refusal_sheet(blik),
        "rijen": None if blik is None else queue_sheet(blik),
        "correctie": None if blik is None else correction_sheet(blik),
        "keren": HERHALINGEN,
        "maatregelen": measures(wens, effect_ranges()),
        "gemeenten": read_badkuip_gemeenten(by=request.actor),
        "bewaren": bewaren,
        "vraag": request.GET.urlencode(),
    }
    fout = bool(formulier.errors or bewaren.errors)
    return render(request, "prognose/wat_als.html", context, status=422 if fout else 200)


@require_safe
def terugkijken(request: HttpRequest, code: str) -> HttpResponse:
    """How well the forecast would have done from earlier days; it takes some seconds the first time."""
    try:
        rapport = read_terugblik(by=request.actor, gemeente=code)
    except Refused as refused:
        raise Http404 from refused
    context = {
        "code": code,
        "rapport": rapport,
        "zin": look_back_sentence(rapport) if rapport else "",
        "regels": look_back_lines(rapport) if rapport else (),
    }
    return render(request, "prognose/terugkijken.html", context)
