"""Choosing a scenario together: side by side, one's own weights, what the group makes of it, the decision."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.scenariokeuze import (
    LANGSTE_TOELICHTING,
    MEESTE_UREN,
    Besluit,
    Keuzebeeld,
    begin_keuze,
    contribute,
    decide_keuze,
    future_scenarios,
    read_keuze,
    read_keuzes,
    read_verschuivingen,
    set_uren,
)
from koers.authorization.poort import may
from koers.domain.scenariokeuze import (
    HOOGSTE_GEWICHT,
    HOOGSTE_SCORE,
    LAAGSTE_SCORE,
    LANGSTE_NAAM,
    LANGSTE_UITLEG,
    Criterium,
    Inbreng,
)
from koers.domain.weigering import Refused
from koers.policy import Ontbreekt, beleid
from koers.presentation.netwerk import scenariokeuze as woorden
from koers.presentation.opmaak import datum
from koers.web.formulier import Formulier, date_field, send

ALLEEN_REGIOMANAGER = "begin_scenariokeuze"
LEGE_CRITERIA = 3


class KeuzeFormulier(Formulier):
    """A name, and criteria that start as those of 2018: change, empty or add."""

    naam = forms.CharField(
        label=gettext_lazy("Naam van de keuze"),
        max_length=60,
        help_text=gettext_lazy("Bijvoorbeeld: ABO, voorjaar 2027."),
    )

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.begin = beleid().scenariokader.criteria
        for nummer in range(1, len(self.begin) + LEGE_CRITERIA + 1):
            een = self.begin[nummer - 1] if nummer <= len(self.begin) else None
            self.fields[f"criterium-{nummer}"] = forms.CharField(
                label=_("Criterium %(nummer)s") % {"nummer": nummer},
                max_length=LANGSTE_NAAM,
                required=False,
                initial=een.naam.nl if een else "",
            )
            self.fields[f"uitleg-{nummer}"] = forms.CharField(
                label=_("Wat criterium %(nummer)s vraagt") % {"nummer": nummer},
                max_length=LANGSTE_UITLEG,
                required=False,
                initial=een.uitleg.nl if een else "",
            )

    def criteria(self) -> list[Criterium]:
        """What was typed; English stays where the words did."""
        found = []
        for nummer in range(1, len(self.begin) + LEGE_CRITERIA + 1):
            naam, uitleg = (self.cleaned_data[f"{veld}-{nummer}"] for veld in ("criterium", "uitleg"))
            een = self.begin[nummer - 1] if nummer <= len(self.begin) else None
            naam_en = een.naam.en if een and een.naam.nl == naam else ""
            uitleg_en = een.uitleg.en if een and een.uitleg.nl == uitleg else ""
            found.append(Criterium(f"c{nummer}", naam, uitleg, naam_en, uitleg_en))
        return found


class InbrengFormulier(Formulier):
    """A weight per criterion, and a score per criterion and scenario."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, beeld: Keuzebeeld, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["versie"].initial = beeld.eigen_versie
        self.scenarios = future_scenarios()
        self.codes = [een.code for een in beeld.criteria]
        gewichten = beeld.eigen.gewichten if beeld.eigen else {}
        scores = beeld.eigen.scores if beeld.eigen else {}
        for een in beeld.criteria:
            self.fields[f"gewicht-{een.code}"] = forms.IntegerField(
                label=_("Gewicht van 0 tot en met %(hoogste)s") % {"hoogste": HOOGSTE_GEWICHT},
                min_value=0,
                max_value=HOOGSTE_GEWICHT,
                initial=gewichten.get(een.code),
            )
            for scenario in self.scenarios:
                self.fields[f"score-{een.code}-{scenario}"] = forms.IntegerField(
                    label=woorden.name(scenario, beleid()),
                    min_value=LAAGSTE_SCORE,
                    max_value=HOOGSTE_SCORE,
                    initial=scores.get(scenario, {}).get(een.code),
                )

    def parts(self, beeld: Keuzebeeld) -> list[dict[str, Any]]:
        """The fields of each criterion together."""
        return [
            {
                "naam": woorden.criterium_name(een),
                "uitleg": woorden.criterium_help(een),
                "gewicht": self[f"gewicht-{een.code}"],
                "scores": [self[f"score-{een.code}-{scenario}"] for scenario in self.scenarios],
            }
            for een in beeld.criteria
        ]

    def inbreng(self) -> Inbreng:
        """What was typed."""
        data = self.cleaned_data
        return Inbreng(
            {code: data[f"gewicht-{code}"] for code in self.codes},
            {s: {code: data[f"score-{code}-{s}"] for code in self.codes} for s in self.scenarios},
        )


class UrenFormulier(Formulier):
    """Hours a week for the tasks of which the source gives none."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, beeld: Keuzebeeld, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.fields["versie"].initial = beeld.versie
        for taak in beleid().scenariotaken.taken:
            if isinstance(taak.uren_per_week, Ontbreekt):
                self.fields[f"uren-{taak.id}"] = forms.DecimalField(
                    label=woorden.taal(taak.naam),
                    required=False,
                    min_value=0,
                    max_value=MEESTE_UREN,
                    max_digits=6,
                    decimal_places=1,
                    localize=True,
                    initial=beeld.uren.get(taak.id),
                )

    def uren(self) -> dict[str, Decimal]:
        """What was typed, by task."""
        return {
            naam.removeprefix("uren-"): waarde
            for naam, waarde in self.cleaned_data.items()
            if naam.startswith("uren-") and waarde is not None
        }


class BesluitFormulier(Formulier):
    """What was decided, where and why; and an answer on each fundamental choice."""

    datum = date_field(gettext_lazy("Dag van het besluit"))
    gremium = forms.ChoiceField(label=gettext_lazy("Welk overleg besloot dit?"))
    scenario = forms.ChoiceField(label=gettext_lazy("Welk scenario?"), required=False)
    toelichting = forms.CharField(
        label=gettext_lazy("Waarom?"),
        max_length=LANGSTE_TOELICHTING,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None, **kwargs) -> None:
        super().__init__(data, **kwargs)
        policy = beleid()
        self.fields["gremium"].choices = [
            (een.id, woorden.taal(een.naam)) for een in policy.gremia.values() if een.soort == "bestuurlijk"
        ]
        self.fields["scenario"].choices = [("", _("Nog geen scenario"))] + [
            (scenario, woorden.name(scenario, policy)) for scenario in future_scenarios()
        ]
        for een in policy.scenariokader.keuzes:
            self.fields[f"keuze-{een.id}"] = forms.CharField(
                label=woorden.taal(een.vraag),
                help_text=woorden.taal(een.uitleg),
                max_length=LANGSTE_TOELICHTING,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def besluit(self) -> Besluit:
        """What was typed."""
        data = self.cleaned_data
        antwoorden = {
            naam.removeprefix("keuze-"): tekst for naam, tekst in data.items() if naam.startswith("keuze-")
        }
        return Besluit(
            *(data["datum"], data["gremium"], data["scenario"], data["toelichting"], antwoorden, ())
        )


@require_safe
def keuzes(request: HttpRequest) -> HttpResponse:
    """The scenarios side by side, who would do what, and every choice."""
    beeld = {
        "vergelijking": woorden.comparison(beleid()),
        "taken": woorden.tasks(beleid()),
        "gevolgen": woorden.consequences(read_verschuivingen(uren={}), beleid()),
        "fundamenteel": [
            (woorden.taal(een.vraag), woorden.taal(een.uitleg)) for een in beleid().scenariokader.keuzes
        ],
        "altijd": [woorden.taal(een) for een in beleid().scenariokader.geldt_altijd],
        "keuzes": [
            (kop.id, kop.naam, woorden.list_line(kop, beleid())) for kop in read_keuzes(by=request.actor)
        ],
        "mag": may(request.actor, ALLEEN_REGIOMANAGER),
    }
    return render(request, "netwerk/scenariokeuzes.html", beeld)


def _read(request: HttpRequest, keuze_id: UUID) -> Keuzebeeld:
    try:
        return read_keuze(by=request.actor, keuze_id=keuze_id)
    except Refused as refused:
        raise Http404 from refused


@require_safe
def keuze(request: HttpRequest, keuze_id: UUID) -> HttpResponse:
    """One choice: the order, what would turn it, where people agree, who gets more work, the decision."""
    gezien, policy = _read(request, keuze_id), beleid()
    beeld: dict[str, object] = {
        "kop": gezien.kop,
        "zin": woorden.lead(gezien, policy),
        "criteria": woorden.weights(gezien),
        "eigen": gezien.eigen is not None,
        "gevolgen": woorden.consequences(read_verschuivingen(uren=gezien.uren), policy),
        "mag": may(request.actor, ALLEEN_REGIOMANAGER),
        "besluit": _decision(gezien),
    }
    if gezien.groep:
        beeld |= {
            "volgorde": woorden.order(gezien, policy),
            "staven": woorden.bars(gezien, policy),
            "kantelpunten": woorden.tipping(gezien, policy),
            "gelijk": len(woorden.first(gezien.groep)) > 1,
            "eensgezind": woorden.agreed(gezien, policy),
        }
    return render(request, "netwerk/scenariokeuze.html", beeld)


def _decision(gezien: Keuzebeeld) -> dict[str, object] | None:
    een, policy = gezien.besluit, beleid()
    if een is None:
        return None
    gremium = policy.gremia.get(een.gremium)
    return {
        "dag": datum(een.datum),
        "gremium": woorden.taal(gremium.naam) if gremium else een.gremium,
        "scenario": woorden.name(een.scenario, policy) if een.scenario else "",
        "toelichting": een.toelichting,
        "antwoorden": [
            (woorden.taal(vraag.vraag), een.antwoorden[vraag.id])
            for vraag in policy.scenariokader.keuzes
            if een.antwoorden.get(vraag.id)
        ],
        "stand": woorden.frozen(een.stand, policy) if een.stand else None,
    }


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Begin a choice with its own criteria."""
    formulier = KeuzeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: begin_keuze(
                by=request.actor,
                naam=formulier.cleaned_data["naam"],
                criteria=formulier.criteria(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De keuze staat klaar. Ieder kan nu gewichten en scores geven."))
            return redirect("scenariokeuze", keuze_id=done)
    return render(
        request, "netwerk/scenariokeuze_nieuw.html", {"formulier": formulier}, status=formulier.status
    )


@require_http_methods(["GET", "POST"])
def inbreng(request: HttpRequest, keuze_id: UUID) -> HttpResponse:
    """One's own weights and scores."""
    gezien = _read(request, keuze_id)
    formulier = InbrengFormulier(request.POST or None, beeld=gezien)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: contribute(
                by=request.actor,
                keuze_id=keuze_id,
                inbreng=formulier.inbreng(),
                versie=formulier.cleaned_data["versie"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(
                request, _("Uw gewichten en scores tellen mee. U kunt ze wijzigen tot het besluit.")
            )
            return redirect("scenariokeuze", keuze_id=keuze_id)
    return _page(
        request, "netwerk/scenariokeuze_inbreng.html", gezien, formulier, delen=formulier.parts(gezien)
    )


@require_http_methods(["GET", "POST"])
def uren(request: HttpRequest, keuze_id: UUID) -> HttpResponse:
    """Hours of tasks that no source gives."""
    gezien = _read(request, keuze_id)
    formulier = UrenFormulier(request.POST or None, beeld=gezien)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: set_uren(
                by=request.actor,
                keuze_id=keuze_id,
                versie=formulier.cleaned_data["versie"],
                uren=formulier.uren(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De uren zijn opgeslagen en tellen mee in de gevolgen."))
            return redirect("scenariokeuze", keuze_id=keuze_id)
    return _page(request, "netwerk/scenariokeuze_uren.html", gezien, formulier)


@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, keuze_id: UUID) -> HttpResponse:
    """Record what was decided."""
    gezien = _read(request, keuze_id)
    formulier = BesluitFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: decide_keuze(
                by=request.actor,
                keuze_id=keuze_id,
                besluit=formulier.besluit(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("Het besluit is vastgelegd, met de weging zoals zij nu staat."))
            return redirect("scenariokeuze", keuze_id=keuze_id)
    return _page(request, "netwerk/scenariokeuze_besluit.html", gezien, formulier)


def _page(
    request: HttpRequest, template: str, gezien: Keuzebeeld, formulier: Formulier, **more: object
) -> HttpResponse:
    beeld = {"kop": gezien.kop, "formulier": formulier, "besloten": gezien.besluit is not None} | more
    return render(request, template, beeld, status=formulier.status)
