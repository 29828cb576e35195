"""What answers of providers ask of somebody today: of the provider, the toegang, the zorgmakelaar, and
contract management."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.zorg.acceptatielijst import Lijstregel, read_acceptatie
from koers.actions.zorg.lezen import read_geweigerd, read_vragen
from koers.actions.zorg.zorgmakelaar import read_zorgmakelaarroutes
from koers.domain.actor import Actor
from koers.presentation.opmaak import datum, getal
from koers.web.kern.dag import HOOGSTENS, Dag, Regel


def assigned_help(by: Actor, dag: Dag) -> None:
    """Help that was given to us: what waits for our answer, then what has not begun."""
    for toewijzing, antwoord in read_vragen(by=by):
        adres = reverse("toewijzing", args=[toewijzing.id])
        if antwoord.wacht_op_antwoord and antwoord.uiterlijk:
            term = _term(antwoord.uiterlijk, late=antwoord.te_laat > 0)
            wat = _("%(hulp)s: %(antwoord)s") % {"hulp": toewijzing.product, "antwoord": term}
            dag.vraagt.append(Regel(toewijzing.kind, wat, adres, _("Antwoord geven")))
            continue
        wat = _("%(hulp)s, toegewezen vanaf %(datum)s") % {
            "hulp": toewijzing.product,
            "datum": datum(toewijzing.datum),
        }
        if not toewijzing.stappen and not antwoord.weigering:
            dag.vraagt.append(Regel(toewijzing.kind, wat, adres, _("Start invoeren")))
        elif toewijzing.loopt and len(dag.werk) < HOOGSTENS:
            dag.werk.append(Regel(toewijzing.kind, wat, adres, _("Toewijzing openen")))


def _term(uiterlijk: date, *, late: bool) -> str:
    if late:
        return _("uw antwoord is te laat; het moest op %(datum)s") % {"datum": datum(uiterlijk)}
    return _("geef uiterlijk %(datum)s antwoord") % {"datum": datum(uiterlijk)}


def refused_help(by: Actor, dag: Dag) -> None:
    """Help of own families that a provider refused: something else has to come."""
    for toewijzing, _antwoord in read_geweigerd(by=by, most=HOOGSTENS):
        wat = _("%(aanbieder)s weigerde %(hulp)s; regel wat er nu komt") % {
            "aanbieder": toewijzing.aanbieder,
            "hulp": toewijzing.product,
        }
        adres = reverse("toewijzing", args=[toewijzing.id])
        dag.vraagt.append(Regel(toewijzing.kind, wat, adres, _("Weigering bekijken")))


def routes(by: Actor, dag: Dag) -> None:
    """Children for whom a place is needed."""
    for route in read_zorgmakelaarroutes(by=by):
        adres = reverse("zorgmakelaar-route", args=[route.toewijzing_id])
        wat = _("%(aanbieder)s weigerde %(hulp)s op %(datum)s") % {
            "aanbieder": route.aanbieder,
            "hulp": route.product,
            "datum": datum(route.sinds),
        }
        if route.beeld.route == "route_open":
            dag.vraagt.append(Regel(route.kind, wat, adres, _("Route oppakken")))
        elif not route.klaar and len(dag.werk) < HOOGSTENS:
            dag.werk.append(Regel(route.kind, wat, adres, _("Route bekijken")))


def late_answers(by: Actor, dag: Dag) -> None:
    """For the contractmanager: each answer that is late or came late, the longest first, with its clock."""
    lijst = read_acceptatie(by=by).regels
    mine = [regel for regel in lijst if regel.bij_ons or (regel.te_laat and not regel.beeld.escalatie)]
    for regel in mine[:HOOGSTENS]:
        # Until the work of today has run, an answer that is late since today is only in the list.
        adres = (
            reverse("antwoord-escalatie", args=[regel.toewijzing_id])
            if regel.bij_ons
            else reverse("acceptatie") + "?stand=te_laat"
        )
        dag.vraagt.append(Regel(regel.aanbieder, _late_line(regel), adres, _("Wat kwam ervan?")))
    rest = len(mine) - HOOGSTENS
    if rest > 0:
        wat = ngettext(
            "nog één laat antwoord is niet afgerond",
            "nog %(aantal)s late antwoorden zijn niet afgerond",
            rest,
        ) % {"aantal": getal(rest)}
        adres = reverse("acceptatie") + "?stand=bij_ons"
        dag.vraagt.append(Regel(_("Aanbieders"), wat, adres, _("Alle late antwoorden")))
    _to_judge(lijst, dag)


def _late_line(regel: Lijstregel) -> str:
    """What waits, and its clock: how many working days past the last day, or that the answer came late."""
    beeld = regel.beeld
    told = {
        "hulp": regel.product,
        "dagen": getal(beeld.te_laat),
        "datum": datum(beeld.uiterlijk) if beeld.uiterlijk else "",
    }
    if not beeld.wacht_op_antwoord:
        return _("%(hulp)s: het antwoord kwam te laat (uiterlijk %(datum)s); rond het af") % told
    return (
        ngettext(
            "%(hulp)s: antwoord is %(dagen)s werkdag te laat (uiterlijk %(datum)s)",
            "%(hulp)s: antwoord is %(dagen)s werkdagen te laat (uiterlijk %(datum)s)",
            beeld.te_laat,
        )
        % told
    )


def answers(by: Actor, dag: Dag) -> None:
    """Refusals that wait for a judgement, and answers that are late, as numbers."""
    lijst = read_acceptatie(by=by).regels
    _to_judge(lijst, dag)
    late = sum(regel.te_laat for regel in lijst)
    if late:
        wat = ngettext("één antwoord is te laat", "%(aantal)s antwoorden zijn te laat", late) % {
            "aantal": getal(late)
        }
        dag.vraagt.append(Regel(_("Aanbieders"), wat, reverse("acceptatie"), _("Antwoorden bekijken")))


def _to_judge(lijst: Sequence[Lijstregel], dag: Dag) -> None:
    adres = reverse("acceptatie")
    judge = sum(regel.te_beoordelen for regel in lijst)
    if judge:
        wat = ngettext(
            "één weigering buiten de afspraak wacht op uw oordeel",
            "%(aantal)s weigeringen buiten de afspraak wachten op uw oordeel",
            judge,
        ) % {"aantal": getal(judge)}
        dag.vraagt.append(Regel(_("Aanbieders"), wat, adres, _("Weigeringen bekijken")))
