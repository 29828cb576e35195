"""Answering by a link: without an account, once, and without a trace of who answered.

The secret in the address is the only key, so there is no cookie to guard: whoever can make a browser send
this form has the link already. That is why the form goes without the usual proof; a page that sends no
referrer would also lose the origin that the proof asks for.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from koers.actions.netwerk.wiel import Vragenblad, answer_wiel, read_vragenblad, was_counted
from koers.domain.weigering import Refused
from koers.domain.wiel import PARTNERS
from koers.policy import beleid
from koers.presentation.netwerk import wiel as woorden
from koers.web.formulier import Formulier
from koers.web.snelheid import count_failure, too_many

WEET_NIET = "weet-niet"
POGINGEN, POGINGEN_SECONDEN = 30, 300
# No forms of the frame, nothing that says who is signed in here.
KAAL = {"sober": True, "actor": None, "deuren": (), "zoekt": False}


class AntwoordFormulier(Formulier):
    """Every statement with its scale; nothing is chosen beforehand."""

    def __init__(self, data=None, *, blad: Vragenblad, **kwargs) -> None:
        super().__init__(data, **kwargs)
        schaal = [woorden.taal(een) for een in beleid().wiel.schaal]
        for een in blad.stellingen:
            if blad.soort == PARTNERS:
                keuzes = [(str(cijfer), str(cijfer)) for cijfer in range(1, blad.hoogste + 1)]
            else:
                keuzes = [
                    (str(nummer), f"{nummer} – {woord}") for nummer, woord in enumerate(schaal, start=1)
                ]
            self.fields[f"vraag-{een.code}"] = forms.ChoiceField(
                label=woorden.words(een),
                choices=[*keuzes, (WEET_NIET, gettext_lazy("weet ik niet"))],
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Kies een antwoord, of “weet ik niet”.")},
            )

    def antwoord(self) -> dict[str, int | None]:
        """The chosen scores by statement."""
        return {
            naam.removeprefix("vraag-"): None if keuze == WEET_NIET else int(keuze)
            for naam, keuze in self.cleaned_data.items()
            if naam.startswith("vraag-")
        }


@csrf_exempt
@require_http_methods(["GET", "POST"])
def wiel_antwoord(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The statements behind a link, and what becomes of the answer."""
    if too_many(request, "wiel", POGINGEN):
        return _closed(request, "netwerk/wiel_te_vaak.html", 429)
    try:
        return _sheet(request, sleutel)
    except Refused as refused:
        if refused.code == "al_verwerkt":
            return _closed(request, "netwerk/wiel_dank.html", 200)
        if refused.code != "wiel_link_werkt_niet":
            raise
        count_failure(request, "wiel", POGINGEN_SECONDEN)
        return _closed(request, "netwerk/wiel_link.html", 404)


def _sheet(request: HttpRequest, sleutel: str) -> HttpResponse:
    blad = _blad(request, sleutel)
    formulier = AntwoordFormulier(request.POST or None, blad=blad)
    if request.method == "POST" and formulier.is_valid():
        try:
            answer_wiel(sleutel=sleutel, antwoord=formulier.antwoord(), formulier=formulier.formulier)
            return _closed(request, "netwerk/wiel_dank.html", 200)
        except Refused as refused:
            if refused.code in ("al_verwerkt", "wiel_link_werkt_niet"):
                raise
            formulier.refused(refused)
    delen = [
        (deel.naam, deel.uitleg, [formulier[f"vraag-{een.code}"] for _nummer, een in deel.stellingen])
        for deel in woorden.categories(blad.stellingen, beleid())
    ]
    beeld = {
        "blad": blad,
        "groep": woorden.group_name(blad.groepering, blad.groep, beleid()),
        "partners": blad.soort == PARTNERS,
        "formulier": formulier,
        "delen": delen,
    }
    return _private(render(request, "netwerk/wiel_antwoord.html", KAAL | beeld, status=formulier.status))


def _blad(request: HttpRequest, sleutel: str) -> Vragenblad:
    """The sheet of the link. A form that was counted has lost its link: that is thanks, not a fault."""
    try:
        return read_vragenblad(sleutel=sleutel)
    except Refused:
        if request.method == "POST" and was_counted(formulier=request.POST.get("formulier_id", "")):
            raise Refused("al_verwerkt") from None
        raise


def _closed(request: HttpRequest, template: str, status: int) -> HttpResponse:
    return _private(render(request, template, KAAL, status=status))


def _private(answer: HttpResponse) -> HttpResponse:
    """Kept nowhere, found by no search engine, and the secret in its address travels nowhere."""
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
