"""Pages of light help: /poh/."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from koers.actions.toegang.licht import register_lichte_stap
from koers.actions.toegang.licht_invoer import import_lichte_invoer, preview_lichte_invoer
from koers.actions.toegang.overdragen import step_up_lichte_hulp
from koers.actions.toegang.poh import (
    LichtBeeld,
    ask_lichte_hulp,
    correct_lichte_hulp,
    read_lichte_hulp,
    read_own_children,
    read_poh,
    register_lichte_groep,
)
from koers.domain.lichte_invoer import ERBIJ, NODIG
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import decode, refuse_no_table
from koers.policy import beleid
from koers.presentation.opmaak import getal
from koers.registers.klok import vandaag
from koers.web.formulier import send
from koers.web.toegang.blad import one_form
from koers.web.toegang.formulieren_licht import (
    CorrectieFormulier,
    GroepFormulier,
    LichteStapFormulier,
    LichteVraagFormulier,
    LijstFormulier,
    OverdrachtFormulier,
)

VOORBEELD = "\n".join(
    (
        ";".join((*NODIG, *ERBIJ)),
        "Sem;de Boer;3-4-2014;1-5-2026;12-5-2026;3;150;28-5-2026;afgerond",
    )
)
HOOGSTENS = 1_000_000  # bytes of a list; a practice has a few thousand


@require_GET
def poh(request: HttpRequest) -> HttpResponse:
    """My light questions, who waits longest on top, and what they took."""
    beeld = read_poh(by=request.actor)
    cijfers = beleid().kengetallen["poh-jeugd"]
    uren = cijfers.getal("uren-per-jeugdige").waarde
    context = {
        "beeld": beeld,
        "uren_per_jeugdige": getal(uren, 1),
        "verwacht_uren": getal(uren * len(beeld.loopt), 1),
        "besteed_uren": getal(beeld.minuten / 60, 1),
        "fte": getal(cijfers.getal("fte").waarde, 1),
    }
    return render(request, "toegang/poh.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """A light question came in."""
    formulier = LichteVraagFormulier(
        request.POST or None,
        kinderen=read_own_children(by=request.actor),
        initial={"datum": vandaag()},
    )
    return one_form(
        request,
        formulier,
        lambda: ask_lichte_hulp(
            by=request.actor, vraag=formulier.nieuwe_vraag(), formulier=formulier.formulier
        ),
        naar=lambda done: ("licht", [done]),
        gelukt=_("De vraag staat in Koers. De vier weken lopen."),
        kop=_("Lichte vraag opschrijven"),
        uitleg=_("Een naam, een geboortedatum en de dag van de vraag zijn genoeg."),
        knop=_("Vraag opslaan"),
        kruimels=_crumbs(),
    )


@require_GET
def licht(request: HttpRequest, lichte_hulp_id: UUID) -> HttpResponse:
    """One question."""
    return render(request, "toegang/licht.html", {"beeld": _read(request, lichte_hulp_id)})


@require_http_methods(["GET", "POST"])
def stap(request: HttpRequest, lichte_hulp_id: UUID) -> HttpResponse:
    """The first talk, or the end."""
    beeld = _read(request, lichte_hulp_id)
    begonnen = beeld.regel.verloop.eerste_gesprek is not None
    formulier = LichteStapFormulier(
        request.POST or None,
        begonnen=begonnen,
        initial={"datum": vandaag(), "soort": "afgerond" if begonnen else "start"},
    )
    return one_form(
        request,
        formulier,
        lambda: register_lichte_stap(
            by=request.actor,
            lichte_hulp_id=lichte_hulp_id,
            stap=formulier.stap(),
            formulier=formulier.formulier,
        ),
        naar=lambda done: ("licht", [lichte_hulp_id]),
        gelukt=_("De stap staat in Koers."),
        kop=_("Gesprek of einde opschrijven"),
        uitleg=_("Gesprekken en minuten vult u in als de hulp eindigt."),
        knop=_("Stap opslaan"),
        kruimels=_crumbs(beeld),
    )


@require_http_methods(["GET", "POST"])
def overdragen(request: HttpRequest, lichte_hulp_id: UUID) -> HttpResponse:
    """It is not enough: on to the toegang."""
    beeld = _read(request, lichte_hulp_id)
    formulier = OverdrachtFormulier(
        request.POST or None, initial={"datum": vandaag(), "vraag": beeld.regel.vraag}
    )
    return one_form(
        request,
        formulier,
        lambda: step_up_lichte_hulp(
            by=request.actor,
            lichte_hulp_id=lichte_hulp_id,
            overdracht=formulier.overdracht(),
            formulier=formulier.formulier,
        ),
        naar=lambda done: ("licht", [lichte_hulp_id]),
        gelukt=_("De toegang heeft de vraag. Het gezin hoeft niets opnieuw te vertellen."),
        kop=_("Overdragen aan de toegang"),
        uitleg=_("Schrijf dit samen met het gezin. De toegang ziet alleen wat hier staat."),
        knop=_("Overdragen"),
        kruimels=_crumbs(beeld),
    )


@require_http_methods(["GET", "POST"])
def verbeteren(request: HttpRequest, lichte_hulp_id: UUID) -> HttpResponse:
    """Mend what was written wrongly, with a reason."""
    beeld = _read(request, lichte_hulp_id)
    formulier = CorrectieFormulier(request.POST or None, initial=CorrectieFormulier.begin(beeld.regel))

    def correct() -> UUID:
        verloop = formulier.verloop()
        return correct_lichte_hulp(
            by=request.actor,
            lichte_hulp_id=lichte_hulp_id,
            verloop=verloop,
            reden=formulier.cleaned_data["reden"],
            formulier=formulier.formulier,
        )

    return one_form(
        request,
        formulier,
        correct,
        naar=lambda done: _after_correction(formulier, done),
        gelukt=_("Verbeterd. Wat er eerst stond, blijft te lezen."),
        kop=_("Verbeteren"),
        uitleg=_("Zet alles neer zoals het was. De oude regel blijft bewaard, met uw reden."),
        knop=_("Verbetering opslaan"),
        kruimels=_crumbs(beeld),
    )


def _after_correction(formulier: CorrectieFormulier, done: UUID | str) -> tuple[str, list[UUID]]:
    """The question as it stands now; the list when it was taken away, or when it was mended already."""
    if isinstance(done, UUID) and not formulier.cleaned_data["nooit"]:
        return "licht", [done]
    return "poh", []


@require_http_methods(["GET", "POST"])
def groep(request: HttpRequest) -> HttpResponse:
    """Light help in a group."""
    formulier = GroepFormulier(request.POST or None, initial={"datum": vandaag()})

    def register() -> UUID:
        told = {k: v for k, v in formulier.cleaned_data.items() if k != "formulier_id"}
        return register_lichte_groep(by=request.actor, formulier=formulier.formulier, **told)

    return one_form(
        request,
        formulier,
        register,
        naar=lambda done: ("poh", []),
        gelukt=_("De groep staat in Koers."),
        kop=_("Groep opschrijven"),
        uitleg=_("Alleen aantallen en een thema. Namen zijn niet nodig."),
        knop=_("Groep opslaan"),
        kruimels=_crumbs(),
    )


@require_http_methods(["GET", "POST"])
def lijst(request: HttpRequest) -> HttpResponse:
    """A list from the practice: shown first, stored at the second press of a button."""
    formulier = LijstFormulier(request.POST or None, request.FILES or None)
    oordelen, tekst = None, ""
    if request.method == "POST" and formulier.is_valid():
        tekst = send(formulier, lambda: _text_of(formulier)) or ""
        if tekst and "opslaan" in request.POST:
            done = send(
                formulier,
                lambda: import_lichte_invoer(by=request.actor, tekst=tekst, formulier=formulier.formulier),
            )
            if done and not isinstance(done, str):
                return _stored(request, done)
            if done:
                return redirect("poh")
        elif tekst:
            oordelen = send(formulier, lambda: preview_lichte_invoer(by=request.actor, tekst=tekst))
    context = {"formulier": formulier, "oordelen": oordelen, "tekst": tekst, "voorbeeld": VOORBEELD}
    return render(request, "toegang/poh_lijst.html", context, status=formulier.status)


def _stored(request: HttpRequest, oordelen) -> HttpResponse:
    """What was stored; rows that were not stay on the page, to mend and send again."""
    left = [oordeel for oordeel in oordelen if oordeel.oordeel == "geweigerd"]
    messages.success(
        request,
        _("%(aantal)s regels verwerkt, %(over)s niet.")
        % {"aantal": len(oordelen) - len(left), "over": len(left)},
    )
    if not left:
        return redirect("poh")
    context = {"formulier": LijstFormulier(), "oordelen": left, "tekst": "", "opgeslagen": True}
    context["voorbeeld"] = VOORBEELD
    return render(request, "toegang/poh_lijst.html", context)


def _text_of(formulier: LijstFormulier) -> str:
    """What was pasted, or what stands in the file."""
    bestand = formulier.cleaned_data["bestand"]
    if bestand is None:
        if not formulier.cleaned_data["tekst"].strip():
            raise Refused("invoer_leeg")
        return formulier.cleaned_data["tekst"]
    inhoud = bestand.read(HOOGSTENS + 1)
    refuse_no_table(inhoud, hoogstens=HOOGSTENS)
    return decode(inhoud)[0]


def _crumbs(beeld: LichtBeeld | None = None) -> list[tuple[str, str]]:
    crumbs = [(reverse("poh"), _("Lichte hulp"))]
    if beeld is not None:
        crumbs.append((reverse("licht", args=[beeld.regel.id]), beeld.regel.kind))
    return crumbs


def _read(request: HttpRequest, lichte_hulp_id: UUID) -> LichtBeeld:
    try:
        return read_lichte_hulp(by=request.actor, lichte_hulp_id=lichte_hulp_id)
    except Refused as refused:
        raise Http404 from refused
