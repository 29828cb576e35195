"""Lines of Vandaag about first notes, triage, referrals and requests that came in."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.toegang.notities import NotitieBeeld, read_notities
from koers.actions.toegang.triage import read_open_triage
from koers.actions.toegang.verwijsverzoeken import VerwijsverzoekRegel, read_verwijsverzoeken
from koers.actions.zorg.verzoeken import read_verzoeken
from koers.domain.actor import Actor
from koers.presentation.opmaak import datum
from koers.presentation.woorden import ROLLEN
from koers.presentation.woorden_melding import OORZAKEN, URGENTIES
from koers.web.kern.dag import HOOGSTENS, Dag, Regel


def notities(by: Actor, dag: Dag) -> None:
    """First notes that are still to finish, and questions that a partner passed on."""
    for notitie in read_notities(by=by):
        if notitie.toestand == "doorgegeven":
            adres, werk = reverse("eerste-notitie", args=[notitie.id]), _("Vraag bekijken")
        else:
            adres, werk = reverse("notitie-afmaken", args=[notitie.id]), _("Notitie afmaken")
        wie = notitie.inhoud.kind or _("Kind nog onbekend")
        dag.vraagt.append(Regel(wie, _about(notitie), adres, werk))


def _about(notitie: NotitieBeeld) -> str:
    """Since when, by whom, and how soon somebody waits for a call."""
    parts = [
        _("eerste notitie van %(datum)s") % {"datum": datum(notitie.begonnen)},
        str(URGENTIES[notitie.inhoud.urgentie]),
    ]
    if notitie.van_rol:
        parts[0] = _("doorgegeven door %(rol)s (%(waar)s) op %(datum)s") % {
            "rol": ROLLEN[notitie.van_rol],
            "waar": notitie.van,
            "datum": datum(notitie.begonnen),
        }
    return "; ".join(parts)


def triage(by: Actor, dag: Dag) -> None:
    """The clock of triage: the same day. What came earlier is late, and what cannot wait goes first."""
    waiting = sorted(read_open_triage(by=by), key=lambda open_: (not open_.met_spoed, open_.datum))
    for vraag in waiting[:HOOGSTENS]:
        adres = reverse("triage", args=[vraag.casus_id])
        if vraag.toestand == "te_verdelen":
            dag.vraagt.append(Regel(vraag.kind, _("wacht op een jeugdconsulent"), adres, _("Casus toedelen")))
            continue
        dagen = (dag.datum - vraag.datum).days
        wat = (
            _("triage vandaag")
            if dagen < 1
            else ngettext("triage één dag te laat", "triage %(dagen)s dagen te laat", dagen)
            % {"dagen": dagen}
        )
        if vraag.met_spoed:
            wat = _("spoed: %(wat)s") % {"wat": wat}
        dag.vraagt.append(Regel(vraag.kind, wat, adres, _("Triage doen")))
    if len(waiting) > HOOGSTENS:
        rest = len(waiting) - HOOGSTENS
        wat = ngettext("nog één vraag zonder triage", "nog %(aantal)s vragen zonder triage", rest) % {
            "aantal": rest
        }
        dag.vraagt.append(Regel(_("Triage"), wat, reverse("gezinnen"), _("Gezinnen bekijken")))


def verwijsverzoeken(by: Actor, dag: Dag) -> None:
    """Referrals to link to a child, and help of route C that did not begin yet."""
    for regel in read_verwijsverzoeken(by=by)[:HOOGSTENS]:
        adres = reverse("verwijsverzoek", args=[regel.id])
        if regel.toestand == "te_koppelen":
            dag.vraagt.append(Regel(regel.kind, _waits(regel), adres, _("Verwijzing koppelen")))
        elif regel.route == "justitie":
            dag.vraagt.append(Regel(regel.kind, _waits(regel), adres, _("Aanvraag bekijken")))
        else:
            dag.wacht.append(Regel(regel.kind, _waits(regel), adres, _("Verwijzing bekijken")))


def verzoeken(by: Actor, dag: Dag) -> None:
    """What providers ask and nobody answered yet; an answer that is late says so."""
    waiting = read_verzoeken(by=by)
    for regel in waiting[:HOOGSTENS]:
        wat = _("%(aanbieder)s vraagt om hulp; antwoord uiterlijk op %(datum)s")
        if regel.uiterlijk < dag.datum:
            wat = _("%(aanbieder)s vraagt om hulp; antwoord had uiterlijk op %(datum)s moeten gaan (te laat)")
        wat = wat % {"aanbieder": regel.aanbieder, "datum": datum(regel.uiterlijk)}
        wie = regel.kind or _("Kind nog onbekend")
        dag.vraagt.append(Regel(wie, wat, reverse("verzoek", args=[regel.id]), _("Verzoek bekijken")))
    if len(waiting) > HOOGSTENS:
        rest = len(waiting) - HOOGSTENS
        wat = ngettext("nog één verzoek", "nog %(aantal)s verzoeken", rest) % {"aantal": rest}
        dag.vraagt.append(Regel(_("Verzoeken"), wat, reverse("verzoeken"), _("Verzoeken bekijken")))


def _waits(regel: VerwijsverzoekRegel) -> str:
    """Days on the clock, and why it stands still."""
    wat = _("vandaag aangevraagd, hulp nog niet begonnen")
    if regel.dagen:
        wat = ngettext(
            "hulp niet begonnen, één dag na de aanvraag",
            "hulp niet begonnen, %(dagen)s dagen na de aanvraag",
            regel.dagen,
        ) % {"dagen": regel.dagen}
    causes = [str(OORZAKEN[s.oorzaak]) for s in regel.stilstand if s.tot_datum is None]
    return "; ".join([wat, *causes])
