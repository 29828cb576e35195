"""What the frame of every page needs: the doors this role uses, the theme, whether this is the demo."""

from importlib.metadata import version
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from koers.actions.kern.aanmelden import running_aanstellingen
from koers.authorization.ingangen import INGANGEN, PUBLIEK
from koers.authorization.poort import may
from koers.domain.actor import Actor
from koers.web.thema import worn

# On a phone so many doors stand in the bar at the bottom; the others are behind "Meer".
DEUREN_ONDERAAN = 3
THEMAS = {"systeem": _("Zoals mijn apparaat"), "licht": _("Licht"), "donker": _("Donker")}


class Deur(NamedTuple):
    """A door in the rail: URL name, word, and drawing (`koers.presentation.iconen`)."""

    ingang: str
    woord: Promise
    icoon: str


# Every door in the rail, in their order; who may not enter does not see it.
DEUREN = [
    Deur("vandaag", _("Vandaag"), "vandaag"),
    Deur("gezinnen", _("Gezinnen"), "gezinnen"),
    Deur("poh", _("Lichte hulp"), "poh"),
    Deur("toekomstplannen", _("Na 18"), "toekomstplannen"),
    Deur("eerste-notitie-nieuw", _("Eerste notitie"), "notitie"),
    Deur("verwijsverzoeken", _("Verwijzingen"), "doorgeven"),
    Deur("vraag-doorgeven", _("Vraag doorgeven"), "doorgeven"),
    Deur("verwijzing-sturen", _("Verwijzing sturen"), "doorgeven"),
    Deur("gi-verwijsverzoek", _("Aanvraag sturen"), "doorgeven"),
    Deur("verzoeken", _("Verzoeken"), "doorgeven"),
    Deur("toewijzingen", _("Toewijzingen"), "toewijzingen"),
    Deur("acceptatie", _("Antwoorden van aanbieders"), "toewijzingen"),
    Deur("contracten", _("Contracten"), "beleid"),
    Deur("capaciteit", _("Capaciteit melden"), "toewijzingen"),
    Deur("zorgmakelaar", _("Zorgmakelaar"), "doorgeven"),
    Deur("school", _("School en buurt"), "school"),
    Deur("voorzieningen", _("Wat is er in de buurt?"), "voorzieningen"),
    Deur("regio", _("Staat van de regio"), "regio"),
    Deur("indicatoren", _("Indicatoren"), "indicatoren"),
    Deur("themas", _("Thema’s kiezen"), "indicatoren"),
    Deur("vergaderingen", _("Vergaderingen"), "vergaderingen"),
    Deur("rapportages", _("Rapportages"), "rapportages"),
    Deur("netwerk", _("Netwerk"), "netwerk"),
    Deur("beleid", _("Beleid"), "beleid"),
    Deur("aanleveringen", _("Aanleveringen"), "aanleveringen"),
    Deur("berichten", _("Berichten"), "aanleveringen"),
    Deur("medewerkers", _("Accounts"), "medewerkers"),
    Deur("logboek", _("Logboek"), "logboek"),
]


def scherm(request: HttpRequest) -> dict[str, object]:
    """The frame's facts; safe on error pages that have no actor."""
    actor = getattr(request, "actor", None)
    deuren = [_door(deur, request.path) for deur in DEUREN if _open(actor, deur.ingang)]
    return {
        "actor": actor,
        "deuren": deuren,
        "deuren_onderaan": deuren[:DEUREN_ONDERAAN],
        "deuren_meer": deuren[DEUREN_ONDERAAN:],
        "zoekt": _open(actor, "zoeken"),
        "ziet_wiel": _open(actor, "wiel"),
        "demo": settings.DEMO,
        "rollen": _roles(request, actor),
        "thema": _chosen(request.COOKIES.get("thema")),
        "themas": THEMAS.items(),
        "thema_gemeente": worn(),
        "taal": get_language(),
        "talen": settings.LANGUAGES,
        "versie": version("koers"),
    }


def _door(deur: Deur, pad: str) -> dict[str, object]:
    adres = reverse(deur.ingang)
    return {"adres": adres, "woord": deur.woord, "icoon": deur.icoon, "hier": pad.startswith(adres)}


def _chosen(thema: str | None) -> str:
    return thema if thema in THEMAS else "systeem"


def _open(actor: Actor | None, ingang: str) -> bool:
    handeling = INGANGEN[f"web:{ingang}"]
    return handeling == PUBLIEK or may(actor, handeling)


def _roles(request: HttpRequest, actor: Actor | None) -> list[dict[str, object]]:
    """The roles of who is signed in, to switch between; nothing to show when there is one."""
    if actor is None or not request.user.is_authenticated:
        return []
    held = getattr(request, "aanstellingen", None) or running_aanstellingen(request.user)
    return [
        {"id": a.pk, "rol": a.rol, "organisatie": a.organisatie.naam, "nu": str(a.pk) == actor.aanstelling_id}
        for a in held
    ]
