"""The directory of voorliggende voorzieningen as rows: what it is, for whom, where, and why it is shown."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from koers.analytics.voorzieningen import Passend
from koers.policy import Ontbreekt
from koers.policy.kinds.services import Voorziening
from koers.presentation.beleid.delen import (
    Afkomst,
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    leeftijd,
    lijst,
    links,
    taal,
    veld,
    velden,
)
from koers.presentation.opmaak import getal
from koers.presentation.woorden import TREDEN, VOORZIENING_STAND


@dataclass(frozen=True, slots=True)
class Voorzieningregel:
    """One voorziening as people read it."""

    id: str
    naam: str
    wat: str
    vragen: tuple[str, ...]
    aanbieder: str
    trede: str
    stand: Merk
    plaatsen: str
    leeftijd: str
    gratis: str
    bereik: str
    waarom: str
    afkomst: Afkomst


def row(passend: Passend, om: Omgeving) -> Voorzieningregel:
    """A found voorziening in words."""
    een = passend.voorziening
    return Voorzieningregel(
        id=een.id,
        naam=taal(een.naam),
        wat=taal(een.wat),
        vragen=tuple(taal(vraag) for vraag in een.vragen),
        aanbieder=taal(een.aanbieder),
        trede=str(TREDEN[een.trede]),
        stand=_stand(een),
        plaatsen=_places(een, om),
        leeftijd=leeftijd(een.leeftijd),
        gratis=_free(een),
        bereik=_reach(een),
        waarom=_why(passend, om),
        afkomst=_origin(een, om),
    )


def voorzieningen(om: Omgeving) -> tuple[Groep, ...]:
    """Everything in the directory, for the pages of policy."""
    return (Groep("", tuple(_thing(een, om) for een in om.beleid.voorzieningen.values())),)


def _thing(een: Voorziening, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        merken=(_stand(een),),
        velden=velden(
            veld(_("Trede"), str(TREDEN[een.trede])),
            lijst(_("Voor welke vragen"), een.vragen),
            veld(_("Van wie"), een.aanbieder),
            links(_("Waar"), om.noemen("gebieden", een.gebieden)),
            veld(_("Leeftijd"), leeftijd(een.leeftijd)),
            veld(_("Gratis"), _free(een)),
            veld(_("Bereik"), _reach(een)),
            veld(_("Vindplaats"), om.bron(een.vindplaats)),
        ),
        afkomst=om.afkomst(een.herkomst),
    )


def _stand(een: Voorziening) -> Merk:
    soort, woord = VOORZIENING_STAND[een.stand]
    return Merk(soort, str(woord))


def _places(een: Voorziening, om: Omgeving) -> str:
    return ", ".join(taal(om.beleid.gebieden[gebied].naam) for gebied in een.gebieden)


def _free(een: Voorziening) -> str:
    if isinstance(een.gratis, Ontbreekt):
        return taal(een.gratis)
    return _("ja") if een.gratis else _("nee")


def _reach(een: Voorziening) -> str:
    """How many it reached in which year; that it is unknown where the source is silent."""
    if isinstance(een.bereik, Ontbreekt):
        return _("onbekend: de bron noemt geen aantal")
    return _("%(jaar)s: %(aantal)s %(wat)s") % {
        "aantal": getal(een.bereik.aantal),
        "jaar": een.bereik.jaar,
        "wat": taal(een.bereik.wat),
    }


def _why(passend: Passend, om: Omgeving) -> str:
    """Why it is shown, as one sentence: the question, the age, the place."""
    een = passend.voorziening
    parts = []
    if passend.past_bij_vraag:
        parts.append(_("past bij de vraag"))
    if passend.past_bij_leeftijd:
        parts.append(_("past bij de leeftijd"))
    elif isinstance(een.leeftijd, Ontbreekt):
        parts.append(_("de leeftijd staat niet in de bron"))
    if passend.past_bij_plaats:
        parts.append(_("is er in %(plaatsen)s") % {"plaatsen": _places(een, om)})
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _origin(een: Voorziening, om: Omgeving) -> Afkomst:
    """Where this one thing stands in its source."""
    whole = om.afkomst(een.herkomst)
    return Afkomst(
        om.bron(een.vindplaats),
        whole.eigenaar,
        whole.herzien_voor,
        whole.verlopen,
        whole.eigen,
        whole.bestand,
        whole.versie,
    )
