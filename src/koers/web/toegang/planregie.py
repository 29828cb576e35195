"""Pages about the plan as a whole: begin, settle, agree, consent, the offer to the "
"family, readers, the end."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.toegang.plan.afspreken import (
    register_familiegroepsplan,
    register_planvraag,
    register_toestemming,
)
from koers.actions.toegang.plan.bewerken import change_plan, invite_organisatie, set_lezers, start_plan
from koers.actions.toegang.plan.keuzes import read_plankeuzes
from koers.actions.toegang.plan.vaststellen import agree_plan, close_plan, settle_plan
from koers.domain.weigering import Refused
from koers.presentation.plan.blad import gaps, title_of
from koers.registers.klok import vandaag
from koers.web.toegang.planafspraken import (
    GroepsplanFormulier,
    InstemmingFormulier,
    LezersFormulier,
    OrganisatieFormulier,
    PlanFormulier,
    ToestemmingFormulier,
    VersieFormulier,
    VraagFormulier,
)
from koers.web.toegang.plannen import Kleinblad, get_plan, small_page

FORM = require_http_methods(["GET", "POST"])


@FORM
def nieuw(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Begin a plan."""
    try:
        gezin = read_gezin(by=request.actor, gezin_id=gezin_id)
    except Refused as refused:
        raise Http404 from refused
    kinderen = [(lid.id, lid.naam) for lid in gezin.leden if lid.rol == "jeugdige"]
    initial = {"grootte": "gewoon", "jeugdigen": [kinderen[0][0]] if len(kinderen) == 1 else []}
    formulier = PlanFormulier(request.POST or None, kinderen=kinderen, initial=initial)

    def do() -> UUID:
        told = formulier.gegevens()
        return start_plan(
            by=request.actor,
            gezin_id=gezin_id,
            jeugdigen=told.jeugdigen,
            grootte=told.grootte,
            evaluatiedatum=told.evaluatiedatum,
            formulier=formulier.formulier,
        )

    uitleg = _("Eén plan voor het hele gezin, met elke plek waar de kinderen wonen erin.")
    blad = Kleinblad(_("Plan maken"), _("Plan beginnen"), _("Het plan is begonnen."), uitleg)
    return small_page(request, gezin_id, formulier, blad, do)


@FORM
def gegevens(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Another size, another child, another day to look."""
    beeld = get_plan(request, gezin_id)
    keuzes = read_plankeuzes(by=request.actor, gezin_id=gezin_id)
    inhoud = beeld.inhoud
    formulier = PlanFormulier(
        request.POST or None,
        kinderen=keuzes.kinderen,
        initial={
            "grootte": inhoud.grootte.value,
            "jeugdigen": list(inhoud.jeugdigen),
            "evaluatiedatum": inhoud.evaluatiedatum,
            "versie": beeld.versie,
        },
    )
    blad = Kleinblad(_("Plan aanpassen"), _("Wijziging opslaan"), _("Het plan is aangepast."))
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: change_plan(
            by=request.actor,
            gezin_id=gezin_id,
            gegevens=formulier.gegevens(),
            versie=formulier.cleaned_data["versie"] or 0,
            formulier=formulier.formulier,
        ),
    )


@FORM
def vaststellen(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Make the plan final."""
    beeld = get_plan(request, gezin_id)
    formulier = VersieFormulier(request.POST or None, initial={"versie": beeld.versie})
    blad = Kleinblad(
        _("Plan vaststellen"),
        _("Plan vaststellen"),
        _("Het plan is vastgesteld. Deze versie verandert niet meer."),
        _("Een vastgesteld plan verandert niet meer. Wijzigt u later iets, dan komt er een nieuwe versie."),
        {"gemis": gaps(beeld.gemis, beeld.inhoud, beeld.namen)},
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: settle_plan(
            by=request.actor,
            gezin_id=gezin_id,
            versie=formulier.cleaned_data["versie"],
            formulier=formulier.formulier,
        ),
    )


@FORM
def sluiten(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """The plan is over."""
    beeld = get_plan(request, gezin_id)
    formulier = VersieFormulier(request.POST or None, initial={"versie": beeld.versie})
    uitleg = _("U sluit het plan. Iedereen kan de versies nog lezen. Later kan er een nieuw plan komen.")
    blad = Kleinblad(_("Plan sluiten"), _("Plan sluiten"), _("Het plan is gesloten."), uitleg)
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: close_plan(
            by=request.actor,
            gezin_id=gezin_id,
            versie=formulier.cleaned_data["versie"],
            formulier=formulier.formulier,
        ),
    )


@FORM
def akkoord(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Somebody of the family agreed with the newest version, or not."""
    beeld = get_plan(request, gezin_id)
    lezers = [(lezer.id, lezer.naam) for lezer in beeld.lezers]
    formulier = InstemmingFormulier(request.POST or None, lezers=lezers, initial={"datum": vandaag()})
    uitleg = _(
        "Het gaat over de nieuwste vastgestelde versie. Ook een “nee” staat erin, met de woorden erbij."
    )
    blad = Kleinblad(_("Akkoord opschrijven"), _("Akkoord opslaan"), _("Het antwoord staat erin."), uitleg)
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: agree_plan(
            by=request.actor,
            gezin_id=gezin_id,
            instemming=formulier.instemming(),
            formulier=formulier.formulier,
        ),
    )


@FORM
def familiegroepsplan(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """The offer that the family makes the plan itself first."""
    beeld = get_plan(request, gezin_id)
    formulier = GroepsplanFormulier(request.POST or None, initial={"datum": vandaag()})
    uitleg = _(
        "De familie mag eerst zelf een plan maken, met mensen om haar heen. Wil zij dat "
        "niet? Dan is ons plan er binnen zes weken (Jeugdwet 4.1.2 en 4.1.3)."
    )
    blad = Kleinblad(
        _("Eerst een plan van de familie zelf"),
        _("Stap opslaan"),
        _("De stap staat in het plan."),
        uitleg,
        {"stappen": beeld.groepsplan},
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: register_familiegroepsplan(
            by=request.actor,
            gezin_id=gezin_id,
            stap=formulier.groepsplanstap(),
            formulier=formulier.formulier,
        ),
    )


@FORM
def toestemming(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Consent to help or to sharing."""
    beeld = get_plan(request, gezin_id)
    formulier = ToestemmingFormulier(
        request.POST or None,
        beeld=beeld,
        keuzes=read_plankeuzes(by=request.actor, gezin_id=gezin_id),
        initial={"datum": vandaag()},
    )
    uitleg = _(
        "Tot 12 jaar beslist wie gezag heeft. Van 12 tot 16 beslissen de jongere en wie "
        "gezag heeft samen. Vanaf 16 jaar beslist de jongere zelf (Jeugdwet 7.3.4, 7.3.5 "
        "en 7.3.15)."
    )
    blad = Kleinblad(
        _("Toestemming opschrijven"), _("Toestemming opslaan"), _("Het antwoord staat in het plan."), uitleg
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: register_toestemming(
            by=request.actor,
            gezin_id=gezin_id,
            toestemming=formulier.toestemming(),
            formulier=formulier.formulier,
        ),
    )


@FORM
def lezers(request: HttpRequest, gezin_id: UUID, deel_id: UUID) -> HttpResponse:
    """Open a part to somebody, or keep it from them."""
    beeld = get_plan(request, gezin_id)
    found = [deel for deel in beeld.inhoud.delen if deel.id == deel_id]
    if not found or deel_id not in beeld.lezers_van:
        raise Http404
    now = beeld.lezers_van[deel_id]
    formulier = LezersFormulier(
        request.POST or None,
        lezers=[(lezer.id, lezer.naam) for lezer in beeld.lezers],
        initial={
            "versie": now.versie,
            "vrijgegeven": list(now.vrijgegeven),
            "achtergehouden": list(now.achtergehouden),
        },
    )
    blad = Kleinblad(
        _("Wie leest dit deel?"),
        _("Lezers opslaan"),
        _("De lezers zijn opgeslagen."),
        title_of(found[0], beeld.namen),
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: set_lezers(
            by=request.actor,
            gezin_id=gezin_id,
            deel_id=deel_id,
            vrijgegeven=tuple(formulier.cleaned_data["vrijgegeven"]),
            achtergehouden=tuple(formulier.cleaned_data["achtergehouden"]),
            versie=formulier.cleaned_data["versie"],
            formulier=formulier.formulier,
        ),
    )


@FORM
def organisatie(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Give an organisation a section of its own."""
    get_plan(request, gezin_id)
    keuzes = read_plankeuzes(by=request.actor, gezin_id=gezin_id)
    formulier = OrganisatieFormulier(request.POST or None, organisaties=keuzes.organisaties)
    uitleg = _(
        "De organisatie schrijft in een eigen deel. De rest leest zij alleen met "
        "toestemming. Haar eigen dossier blijft van haar (Jeugdwet 7.3)."
    )
    blad = Kleinblad(
        _("Organisatie laten meewerken"),
        _("Deel toevoegen"),
        _("De organisatie heeft een eigen deel."),
        uitleg,
    )
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: invite_organisatie(
            by=request.actor,
            gezin_id=gezin_id,
            organisatie_id=formulier.cleaned_data["organisatie"],
            formulier=formulier.formulier,
        ),
    )


@FORM
def vraag(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """What a reader asked or got."""
    beeld = get_plan(request, gezin_id)
    lezers_ = [(lezer.id, lezer.naam) for lezer in beeld.lezers]
    formulier = VraagFormulier(request.POST or None, lezers=lezers_, initial={"datum": vandaag()})
    uitleg = _("Vraagt iemand het plan op papier? Dan is het er binnen veertien dagen (Jeugdwet 4.1.3).")
    blad = Kleinblad(_("Vraag van een lezer"), _("Vraag opslaan"), _("De vraag staat in het plan."), uitleg)
    return small_page(
        request,
        gezin_id,
        formulier,
        blad,
        lambda: register_planvraag(
            by=request.actor,
            gezin_id=gezin_id,
            persoon_id=formulier.cleaned_data["persoon"],
            soort=formulier.cleaned_data["soort"],
            datum=formulier.cleaned_data["datum"],
            formulier=formulier.formulier,
        ),
    )
