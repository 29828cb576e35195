"""The wheel of working together: rounds and their outcome, and carrying a round."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from koers.actions.netwerk.wiel import (
    Link,
    change_stellingen,
    close_ronde,
    groups_for,
    invite,
    register_wielronde,
)
from koers.actions.netwerk.wiel_lezen import Rondebeeld, read_ronde, read_rondes
from koers.authorization.poort import may
from koers.domain.weigering import Refused
from koers.domain.wiel import (
    CONCEPT,
    GESLOTEN,
    LANGSTE_NAAM,
    LANGSTE_STELLING,
    MEESTE_LINKS,
    NAAR_GEMEENTE,
    NAAR_GREMIUM,
    OPEN,
    PARTNERS,
    WIEL,
    NieuweRonde,
    Stelling,
)
from koers.policy import beleid
from koers.presentation.netwerk import wiel as woorden
from koers.presentation.opmaak import getal
from koers.web.formulier import Formulier, date_field, send

ALLEEN_REGIOMANAGER = "prepare_wiel"


class RondeFormulier(Formulier):
    """A new round: what is asked, how people are grouped, and until when."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u vragen?"),
        choices=woorden.SOORTEN.items(),
        widget=forms.RadioSelect,
        initial=WIEL,
    )
    naam = forms.CharField(
        label=gettext_lazy("Naam van de ronde"),
        max_length=LANGSTE_NAAM,
        help_text=gettext_lazy("Bijvoorbeeld: najaar 2026."),
    )
    groepering = forms.ChoiceField(
        label=gettext_lazy("Hoe wilt u de antwoorden groeperen?"),
        choices=[(een, woorden.GROEPERINGEN[een]) for een in (NAAR_GREMIUM, NAAR_GEMEENTE)],
        widget=forms.RadioSelect,
        initial=NAAR_GREMIUM,
        help_text=gettext_lazy("Een evaluatie met partners gaat altijd naar gemeente en soort partner."),
    )
    laatste_datum = date_field(
        gettext_lazy("Laatste dag om te antwoorden"),
        help_text=gettext_lazy("Hooguit drie maanden vanaf nu. Daarna werken de links niet meer."),
    )


class StellingenFormulier(Formulier):
    """A name and a statement per spoke of this round."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, stellingen: Iterable[Stelling], **kwargs) -> None:
        super().__init__(data, **kwargs)
        for nummer, een in enumerate(stellingen, start=1):
            self.fields[f"naam-{een.code}"] = forms.CharField(
                label=_("%(nummer)s. Naam") % {"nummer": nummer}, initial=een.naam, max_length=LANGSTE_NAAM
            )
            self.fields[f"stelling-{een.code}"] = forms.CharField(
                label=_("%(nummer)s. Stelling") % {"nummer": nummer},
                initial=een.tekst,
                max_length=LANGSTE_STELLING,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def teksten(self) -> dict[str, tuple[str, str]]:
        """The names and statements that were typed, by code."""
        codes = [naam.removeprefix("naam-") for naam in self.fields if naam.startswith("naam-")]
        data = self.cleaned_data
        return {code: (data[f"naam-{code}"], data[f"stelling-{code}"]) for code in codes}


class UitnodigFormulier(Formulier):
    """How many links each group gets; for partners first which municipality."""

    def __init__(self, data=None, *, groepering: str, **kwargs) -> None:
        super().__init__(data, **kwargs)
        self.partners = groepering not in (NAAR_GREMIUM, NAAR_GEMEENTE)
        codes = groups_for(groepering)
        if self.partners:
            gemeenten = dict.fromkeys(code.partition(":")[0] for code in codes)
            self.fields["gemeente"] = forms.ChoiceField(
                label=_("Gemeente"),
                choices=[(code, woorden.group_name(groepering, code, beleid())) for code in gemeenten],
            )
            codes = tuple(dict.fromkeys(code.partition(":")[2] for code in codes))
        for code in codes:
            naam = _partner(code) if self.partners else woorden.group_name(groepering, code, beleid())
            self.fields[f"aantal-{code}"] = forms.IntegerField(
                label=naam, required=False, min_value=0, max_value=MEESTE_LINKS
            )

    def aantallen(self) -> dict[str, int]:
        """How many links, by the code of the group."""
        voor = f"{self.cleaned_data['gemeente']}:" if self.partners else ""
        return {
            f"{voor}{naam.removeprefix('aantal-')}": aantal
            for naam, aantal in self.cleaned_data.items()
            if naam.startswith("aantal-") and aantal
        }


class SluitFormulier(Formulier):
    """Closing, seen at a version."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


def _partner(code: str) -> str:
    return next(woorden.taal(een.naam) for een in beleid().wiel.partners.soorten if een.id == code)


@require_safe
def wiel(request: HttpRequest) -> HttpResponse:
    """Every round, and the wheel over time."""
    rondes = read_rondes(by=request.actor)
    gesloten = [(kop, uitslag) for kop, uitslag in rondes if uitslag is not None]
    beeld = {
        "zin": woorden.lead(rondes),
        "rondes": [
            {
                "id": kop.id,
                "naam": kop.naam,
                "soort": woorden.SOORTEN[kop.soort],
                "groepering": woorden.GROEPERINGEN[kop.groepering],
                "toestand": woorden.TOESTANDEN[kop.toestand],
                "dag": kop.gesloten_datum or kop.laatste_datum,
                "gesloten": kop.toestand == GESLOTEN,
            }
            for kop, _uitslag in rondes
        ],
        "trend": woorden.trend(gesloten, beleid()),
        "schaal": woorden.scale(beleid()),
        "mag": may(request.actor, ALLEEN_REGIOMANAGER),
    }
    return render(request, "netwerk/wiel.html", beeld)


@require_safe
def wiel_ronde(request: HttpRequest, ronde_id: UUID) -> HttpResponse:
    """One round: what may be told when it is closed, how far it is before that."""
    beeld = _round(request, ronde_id)
    return render(
        request,
        "netwerk/wiel_ronde.html",
        _head(beeld)
        | {
            "zin": woorden.round_lead(beeld, beleid()),
            "groepen": woorden.groups(beeld, beleid()) if beeld.groepen else None,
            "verschillen": woorden.differences(beeld, beleid()),
            "scores": woorden.scores(beeld, beleid()),
            "anders": woorden.asked_otherwise(beeld),
            "tekening": woorden.drawing(beeld, beleid()),
            "vorige": beeld.eerder[0][0].naam if beeld.eerder else "",
            "delen": _statements(beeld.stellingen),
            "schaal": woorden.scale(beleid()),
            "vanaf": getal(beleid().wiel.verschil_vanaf, 1),
            "mag": may(request.actor, ALLEEN_REGIOMANAGER),
        },
    )


def _round(request: HttpRequest, ronde_id: UUID) -> Rondebeeld:
    try:
        return read_ronde(by=request.actor, ronde_id=ronde_id)
    except Refused as refused:
        raise Http404 from refused


def _head(beeld: Rondebeeld) -> dict[str, object]:
    kop = beeld.kop
    return {
        "kop": kop,
        "soort": woorden.SOORTEN[kop.soort],
        "groepering": woorden.GROEPERINGEN[kop.groepering],
        "toestand": woorden.TOESTANDEN[kop.toestand],
        "concept": kop.toestand == CONCEPT,
        "open": kop.toestand == OPEN,
        "gesloten": kop.toestand == GESLOTEN,
        "partners": kop.soort == PARTNERS,
        "te_weinig": beeld.samen is None,
    }


def _statements(stellingen: Iterable[Stelling]) -> list[tuple[str, list[tuple[int, str, str]]]]:
    return [
        (deel.naam, [(nummer, woorden.short(een), woorden.words(een)) for nummer, een in deel.stellingen])
        for deel in woorden.categories(tuple(stellingen), beleid())
    ]


@require_http_methods(["GET", "POST"])
def wiel_nieuw(request: HttpRequest) -> HttpResponse:
    """Begin a round; nobody is invited yet."""
    formulier = RondeFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        data = formulier.cleaned_data
        done = send(
            formulier,
            lambda: register_wielronde(
                by=request.actor,
                ronde=NieuweRonde(data["soort"], data["naam"], data["groepering"], data["laatste_datum"]),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(
                request, _("De ronde staat klaar. Nu de stellingen nalezen en mensen uitnodigen.")
            )
            return redirect("wiel-ronde", ronde_id=done)
    return render(request, "netwerk/wiel_nieuw.html", {"formulier": formulier}, status=formulier.status)


@require_http_methods(["GET", "POST"])
def wiel_stellingen(request: HttpRequest, ronde_id: UUID) -> HttpResponse:
    """Change the words of this round alone."""
    beeld = _round(request, ronde_id)
    formulier = StellingenFormulier(
        request.POST or None, stellingen=beeld.stellingen, initial={"versie": beeld.kop.versie}
    )
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: change_stellingen(
                by=request.actor,
                ronde_id=ronde_id,
                versie=formulier.cleaned_data["versie"],
                teksten=formulier.teksten(),
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De stellingen van deze ronde zijn opgeslagen."))
            return redirect("wiel-ronde", ronde_id=ronde_id)
    return render(
        request,
        "netwerk/wiel_stellingen.html",
        _head(beeld) | {"formulier": formulier},
        status=formulier.status,
    )


@require_http_methods(["GET", "POST"])
def wiel_uitnodigen(request: HttpRequest, ronde_id: UUID) -> HttpResponse:
    """Make links. They stand on the page that follows, once."""
    beeld = _round(request, ronde_id)
    formulier = UitnodigFormulier(request.POST or None, groepering=beeld.kop.groepering)
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: invite(
                by=request.actor,
                ronde_id=ronde_id,
                aantallen=formulier.aantallen(),
                formulier=formulier.formulier,
            ),
        )
        if isinstance(done, tuple):
            answer = render(
                request,
                "netwerk/wiel_links.html",
                _head(beeld) | {"groepen": _links(request, beeld.kop.groepering, done)},
            )
            answer["Cache-Control"] = "no-store"
            return answer
        if done:
            messages.info(
                request, _("Die links zijn al gemaakt en stonden er één keer. Kwijt? Maak nieuwe links.")
            )
            return redirect("wiel-ronde", ronde_id=ronde_id)
    return render(
        request,
        "netwerk/wiel_uitnodigen.html",
        _head(beeld) | {"formulier": formulier},
        status=formulier.status,
    )


def _links(request: HttpRequest, groepering: str, links: Iterable[Link]) -> list[tuple[str, list[str]]]:
    by_group: dict[str, list[str]] = {}
    for een in links:
        adres = request.build_absolute_uri(reverse("wiel-antwoord", args=[een.sleutel]))
        by_group.setdefault(een.groep, []).append(adres)
    return [(woorden.group_name(groepering, code, beleid()), found) for code, found in by_group.items()]


@require_http_methods(["GET", "POST"])
def wiel_sluiten(request: HttpRequest, ronde_id: UUID) -> HttpResponse:
    """Close a round for good."""
    beeld = _round(request, ronde_id)
    formulier = SluitFormulier(request.POST or None, initial={"versie": beeld.kop.versie})
    if request.method == "POST" and formulier.is_valid():
        done = send(
            formulier,
            lambda: close_ronde(
                by=request.actor,
                ronde_id=ronde_id,
                versie=formulier.cleaned_data["versie"],
                formulier=formulier.formulier,
            ),
        )
        if done:
            messages.success(request, _("De ronde is gesloten. De links werken niet meer."))
            return redirect("wiel-ronde", ronde_id=ronde_id)
        formulier.follow(versie=beeld.kop.versie)
    return render(
        request,
        "netwerk/wiel_sluiten.html",
        _head(beeld) | {"formulier": formulier, "zin": woorden.round_lead(beeld, beleid())},
        status=formulier.status,
    )
