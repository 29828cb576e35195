"""Lines of today from meetings: actions of mine, items I prepare or have a say on, and what comes."""

from django.urls import reverse
from django.utils.translation import gettext as _

from koers.actions.netwerk.vergaderbeelden import ActieBeeld, PuntBeeld, VergaderingBeeld
from koers.actions.netwerk.vergadering_lezen import is_mine, read_acties, read_coming
from koers.authorization.poort import may
from koers.domain.actor import Actor
from koers.presentation.netwerk.vergaderingen import body_name
from koers.presentation.opmaak import datum
from koers.web.kern.dag import HOOGSTENS, Dag, Regel


def meetings(by: Actor, dag: Dag) -> None:
    """What meetings ask of me: what is late first, then what comes before the next one."""
    mine = [een for een in read_acties(by=by, open_only=True) if is_mine(by, een)]
    dag.vraagt += [_action(een) for een in mine[:HOOGSTENS]]
    for meeting in read_coming(by=by):
        asked = [regel for punt in meeting.punten for regel in _asked(by, meeting, punt)]
        dag.vraagt += asked[:HOOGSTENS]
        adres = reverse("vergadering", args=[meeting.kort.id])
        wat = _("vergadert op %(dag)s") % {"dag": datum(meeting.kort.datum)}
        dag.werk.append(Regel(body_name(meeting.kort.gremium), wat, adres, _("Agenda bekijken")))


def _action(een: ActieBeeld) -> Regel:
    words = {"wie": een.wie, "dag": datum(een.uiterlijk)}
    wat = _("%(wie)s, moest klaar zijn op %(dag)s") if een.te_laat else _("%(wie)s, klaar op %(dag)s")
    return Regel(een.wat, wat % words, reverse("actie", args=[een.id]), _("Opschrijven hoe het staat"))


def _asked(by: Actor, meeting: VergaderingBeeld, punt: PuntBeeld) -> list[Regel]:
    """An annotation to write, a position to think of; only what this role can do."""
    if not punt.wacht:
        return []
    found = []
    words = {"overleg": body_name(meeting.kort.gremium), "dag": datum(meeting.kort.datum)}
    if punt.bereid_ik and punt.stand != "voorbereid" and may(by, "annotate_agendapunt"):
        wat = _("wacht op een annotatie voor %(overleg)s van %(dag)s") % words
        found.append(Regel(punt.titel, wat, reverse("annotatie", args=[punt.id]), _("Annotatie schrijven")))
    # What is only for information asks nobody what they think; who wants to say it anyway can.
    if punt.eigen and punt.eigen.stand != "gedeeld" and punt.vraag != "informeren":
        wat = _("wacht op het standpunt van uw gemeente voor %(overleg)s van %(dag)s") % words
        found.append(Regel(punt.titel, wat, reverse("standpunt", args=[punt.id]), _("Standpunt schrijven")))
    return found
