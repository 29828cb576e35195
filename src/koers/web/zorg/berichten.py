"""The ledger of messages: what came, what was refused and why, what waits, and what can be sent again."""

import re
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.zorg.postbus import PostBeeld, read_bericht, read_berichten
from koers.actions.zorg.uitgaand import resend_toewijzingen
from koers.authorization.poort import may
from koers.domain.toewijzingsberichten import Adres
from koers.domain.weigering import Refused
from koers.presentation.berichten import SOORTEN, advice, as_lines, as_table, mends, party, sentences, state
from koers.presentation.opmaak import datum
from koers.presentation.zinnen import ZINNEN
from koers.registers.klok import dag_van
from koers.web.formulier import Formulier, send

POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")


class OpnieuwFormulier(Formulier):
    """Tell it again; where the address of the child is secret, with one to write to."""

    postcode = forms.CharField(
        label=gettext_lazy("Postcode om naar te schrijven"),
        max_length=7,
        required=False,
        help_text=gettext_lazy(
            "Alleen nodig als het adres van het kind geheim is: bijvoorbeeld het adres van de gemeente."
        ),
    )
    huisnummer = forms.IntegerField(
        label=gettext_lazy("Huisnummer"), min_value=1, max_value=99_999, required=False
    )

    def clean(self):
        data = super().clean()
        postcode, huisnummer = data.get("postcode"), data.get("huisnummer")
        if bool(postcode) != bool(huisnummer) or (postcode and not POSTCODE.fullmatch(postcode)):
            self.add_error("postcode", ZINNEN["postadres_onvolledig"])
        return data

    def postadres(self) -> Adres | None:
        """The address to write to, if one was given."""
        data = self.cleaned_data
        if not data["postcode"]:
            return None
        return Adres("02", data["postcode"].replace(" ", "").upper(), data["huisnummer"])


@require_GET
def berichten(request: HttpRequest) -> HttpResponse:
    """The newest messages that this role may see."""
    rijen = as_table(read_berichten(by=request.actor))
    let_op = sum(een.alarm for een in rijen)
    return render(request, "zorg/berichten.html", {"rijen": rijen, "let_op": let_op})


@require_GET
def bericht(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """One message: what became of each line, and what somebody can do about it."""
    return _page(request, _read(request, bericht_id), OpnieuwFormulier())


@require_http_methods(["GET", "POST"])
def opnieuw(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """Let the message be made again out of what the register now says."""
    beeld = _read(request, bericht_id)
    formulier = OpnieuwFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        nieuw = send(
            formulier,
            lambda: resend_toewijzingen(
                by=request.actor,
                bericht_id=bericht_id,
                postadres=formulier.postadres(),
                formulier=formulier.formulier,
            ),
        )
        if nieuw:
            messages.success(request, _("Er staat een nieuw bericht klaar. Het oude is vervangen."))
            return redirect("bericht", bericht_id=nieuw)
    return _page(request, beeld, formulier)


def _page(request: HttpRequest, beeld: PostBeeld, formulier: OpnieuwFormulier) -> HttpResponse:
    regel = beeld.regel
    context = {
        "regel": regel,
        "naam": SOORTEN.get(regel.kop.soort, ""),
        "stand": state(regel),
        "wie": party(regel),
        "dag": datum(dag_van(regel.op)),
        "zinnen": sentences(regel),
        "herstel": mends(regel),
        "doen": advice(regel),
        "lijnen": as_lines(beeld),
        "te_herstellen": beeld.te_herstellen and may(request.actor, "resend_toewijzingen"),
        "formulier": formulier,
    }
    return render(request, "zorg/bericht.html", context, status=formulier.status)


def _read(request: HttpRequest, bericht_id: UUID) -> PostBeeld:
    try:
        return read_bericht(by=request.actor, bericht_id=bericht_id)
    except Refused as refused:
        raise Http404 from refused
