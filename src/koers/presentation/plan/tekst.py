"""One thing of a plan in words: its first line as written, and what goes with it. Own words stay whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from koers.domain.plan.onderdelen import (
    Actie,
    Bijdrage,
    Doel,
    Factor,
    Gehoord,
    Hulp,
    Inhoud,
    Kracht,
    Meting,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
    about,
    soort_of,
)
from koers.policy import beleid
from koers.policy.kinds.plan import Plankader
from koers.presentation.opmaak import datum
from koers.presentation.plan.woorden import UITKOMSTEN

WIEL, FACTOREN = "positieve-gezondheid", "zeven-factoren"
Namen = Mapping[UUID, str]
NIETS: Namen = {}


@dataclass(frozen=True, slots=True)
class Verteld:
    """`tekst` as written; `regels` that go with it."""

    tekst: str
    regels: tuple[str, ...] = ()


def tell(inhoud: Inhoud, namen: Namen, doelen: Namen = NIETS, *, over: bool = True) -> Verteld:
    """The thing in words. `doelen`: texts of what it may point to; `over`: with whom it is about."""
    told = TELLERS[type(inhoud)](inhoud, namen, doelen)
    kinderen = [namen[kind] for kind in about(inhoud) if kind in namen]
    if over and kinderen and not isinstance(inhoud, Gehoord):
        return Verteld(told.tekst, (*told.regels, _("Over %(kinderen)s") % {"kinderen": ", ".join(kinderen)}))
    return told


def kader(id: str) -> Plankader:
    """A list of the policy by its id."""
    return beleid().plankaders[id]


def point_name(kader_id: str, punt_id: str) -> str:
    """The name of a spoke or factor; one that the policy no longer has keeps its id."""
    for punt in kader(kader_id).punten:
        if punt.id == punt_id:
            return punt.naam.in_taal(get_language())
    return punt_id


def _words(een: Woorden, namen: Namen, _doelen: Namen) -> Verteld:
    wie = namen.get(een.wie, "") if een.wie else ""
    return Verteld(een.tekst, (wie,) if wie else ())


def _heard(een: Gehoord, namen: Namen, _doelen: Namen) -> Verteld:
    wie = {"kind": namen.get(een.jeugdige, "")}
    if not een.gehoord:
        return Verteld(
            _("%(kind)s is nog niet gehoord.") % wie, (een.waarom_niet,) if een.waarom_niet else ()
        )
    told = [een.hoe] if een.hoe else []
    if een.door:
        told.insert(0, _("Door %(wie)s") % {"wie": een.door})
    if een.datum is None:
        return Verteld(_("%(kind)s is gehoord.") % wie, tuple(told))
    return Verteld(_("%(kind)s is gehoord op %(datum)s.") % (wie | {"datum": datum(een.datum)}), tuple(told))


def _strength(een: Kracht | Bijdrage, _namen: Namen, _doelen: Namen) -> Verteld:
    return Verteld(een.tekst)


def _concern(een: Zorg, _namen: Namen, _doelen: Namen) -> Verteld:
    told = (str(UITKOMSTEN[een.uitkomst]).capitalize(),) if een.uitkomst in ("aanvaard", "elders") else ()
    return Verteld(een.tekst, (*told, een.waarom) if een.waarom else told)


def _factor(een: Factor, _namen: Namen, _doelen: Namen) -> Verteld:
    return Verteld(een.tekst, (point_name(FACTOREN, een.factor),))


def _goal(een: Doel, _namen: Namen, doelen: Namen) -> Verteld:
    told = []
    if een.wie_helpt:
        told.append(_("Wie helpt: %(wie)s") % {"wie": een.wie_helpt})
    if een.wanneer:
        told.append(_("Wanneer kijken we: %(datum)s") % {"datum": datum(een.wanneer)})
    told += [_("Bij de zorg: %(zorg)s") % {"zorg": doelen[zorg]} for zorg in een.zorgen if zorg in doelen]
    return Verteld(een.wat, tuple(told))


def _action(een: Actie, namen: Namen, doelen: Namen) -> Verteld:
    wie = een.netwerk or namen.get(een.medewerker or een.gezinslid or UUID(int=0), "")
    told = [_("Wie: %(wie)s") % {"wie": wie}] if wie else []
    if een.datum:
        told.append(_("Klaar op %(datum)s") % {"datum": datum(een.datum)})
    if een.doel and een.doel in doelen:
        told.append(_("Voor het doel: %(doel)s") % {"doel": doelen[een.doel]})
    return Verteld(een.wat, tuple(told))


def _help(een: Hulp, _namen: Namen, _doelen: Namen) -> Verteld:
    told = []
    if een.vanaf:
        told.append(_("Vanaf %(datum)s") % {"datum": datum(een.vanaf)})
    if een.voorliggend:
        told.append(_("Daarnaast: %(wat)s") % {"wat": een.voorliggend})
    elif een.waarom_niet:
        told.append(_("Niets ernaast, omdat: %(waarom)s") % {"waarom": een.waarom_niet})
    if een.afschalen_op:
        told.append(_("Lichter of klaar op %(datum)s") % {"datum": datum(een.afschalen_op)})
    if een.afschalen_hoe:
        told.append(_("Hoe: %(hoe)s") % {"hoe": een.afschalen_hoe})
    return Verteld(een.voorziening, tuple(told))


def _adviser(een: Vertrouwenspersoon, _namen: Namen, _doelen: Namen) -> Verteld:
    told = (_("Verteld op %(datum)s") % {"datum": datum(een.verteld_op)},) if een.verteld_op else ()
    return Verteld(een.waar, told)


def _marks(een: Meting, namen: Namen, _doelen: Namen) -> Verteld:
    marks = ", ".join(f"{point_name(WIEL, punt)} {score}" for punt, score in een.scores)
    head = _("%(wie)s op %(datum)s: %(cijfers)s") % {
        "wie": namen.get(een.wie, ""),
        "datum": datum(een.datum),
        "cijfers": marks,
    }
    return Verteld(head, (een.tekst,) if een.tekst else ())


TELLERS: dict[type, Callable[[Any, Namen, Namen], Verteld]] = {
    Woorden: _words,
    Gehoord: _heard,
    Kracht: _strength,
    Bijdrage: _strength,
    Zorg: _concern,
    Factor: _factor,
    Doel: _goal,
    Actie: _action,
    Hulp: _help,
    Vertrouwenspersoon: _adviser,
    Meting: _marks,
}


def headline(inhoud: Inhoud) -> str:
    """What a thing is called where there is room for one line."""
    for veld in ("wat", "voorziening", "tekst", "waar"):
        value = getattr(inhoud, veld, "")
        if value:
            return str(value)
    return soort_of(inhoud)
