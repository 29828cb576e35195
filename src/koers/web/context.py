"""What the frame of every page needs: the doors this role uses, the theme, whether this is the demo."""

from functools import cache, lru_cache
from importlib.metadata import version
from secrets import token_hex
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from koers.actions.kern.aanmelden import running_aanstellingen
from koers.authorization.ingangen import INGANGEN, PUBLIEK
from koers.authorization.poort import may
from koers.domain.actor import Actor
from koers.web.thema import worn

# On a phone so many doors stand in the bar at the bottom; the others are behind "Meer".
DEUREN_ONDERAAN = 3
VERSIE = version("koers")
# Stand where the reader's own proof and address come. Nobody can know them, so no text can be taken for them.
EIGEN_BEWIJS, ADRES = f"eigen-bewijs-{token_hex(16)}", f"adres-{token_hex(16)}"
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
    Deur("escalaties", _("Escalaties"), "let-op"),
    Deur("school", _("School en buurt"), "school"),
    Deur("voorzieningen", _("Wat is er in de buurt?"), "voorzieningen"),
    Deur("regio", _("Staat van de regio"), "regio"),
    Deur("indicatoren", _("Indicatoren"), "indicatoren"),
    Deur("themas", _("Thema’s kiezen"), "indicatoren"),
    Deur("agenda", _("Agenda"), "agenda"),
    Deur("gebiedsagenda", _("Gebiedsagenda"), "agenda"),
    Deur("leren", _("Leren"), "notitie"),
    Deur("vergaderingen", _("Vergaderingen"), "vergaderingen"),
    Deur("rapportages", _("Rapportages"), "rapportages"),
    Deur("netwerk", _("Netwerk"), "netwerk"),
    Deur("beleid", _("Beleid"), "beleid"),
    Deur("aanleveringen", _("Aanleveringen"), "aanleveringen"),
    Deur("uitleveringen", _("Uitleveringen"), "aanleveringen"),
    Deur("nza-signalen", _("Signalen van de NZa"), "let-op"),
    Deur("uitlevering-crisis", _("Vragen van het CBS"), "notitie"),
    Deur("berichten", _("Berichten"), "aanleveringen"),
    Deur("medewerkers", _("Accounts"), "medewerkers"),
    Deur("logboek", _("Logboek"), "logboek"),
]

# Pages with an address of their own that lie behind another door.
ACHTER = {"proeftuinen": "agenda", "risicos": "agenda", "subsidies": "agenda"}


def scherm(request: HttpRequest) -> dict[str, object]:
    """The frame's facts; safe on error pages that have no actor."""
    actor = getattr(request, "actor", None)
    deuren = tuple(deur.ingang for deur in DEUREN if _open(actor, deur.ingang))
    rollen = _roles(request, actor)
    zoekt = _open(actor, "zoeken")
    thema = chosen(request.COOKIES.get("thema"))
    return {
        "actor": actor,
        "deuren": deuren,
        "rail": _rail(deuren, _here(request.path), get_language()),
        "rail_nergens": _rail(deuren, "", get_language()),
        "zoekt": zoekt,
        "ziet_wiel": _open(actor, "wiel"),
        "ziet_landschap": _open(actor, "landschapsdossiers"),
        "demo": settings.DEMO,
        "rollen": rollen,
        "balk": _own_balk(request, actor, rollen, zoekt=zoekt, thema=thema) if actor else "",
        "thema": thema,
        "themas": THEMAS.items(),
        "thema_gemeente": worn(),
        "taal": get_language(),
        "talen": settings.LANGUAGES,
        "voet": _voet(get_language()),
    }


@lru_cache(maxsize=500)
def _rail(ingangen: tuple[str, ...], hier: str, taal: str) -> SafeString:
    """The doors as drawn: the same for everybody who has the same, until they go through another."""
    deuren = [
        {"adres": _addresses()[deur.ingang], "deur": deur, "hier": deur.ingang == hier}
        for deur in DEUREN
        if deur.ingang in ingangen
    ]
    kader = {"deuren": deuren, "onderaan": deuren[:DEUREN_ONDERAAN], "meer": deuren[DEUREN_ONDERAAN:]}
    with override(taal):
        return render_to_string("onderdelen/deuren.html", kader)


def _own_balk(
    request: HttpRequest, actor: Actor, rollen: list[dict[str, object]], *, zoekt: bool, thema: str
) -> SafeString:
    """The bar at the top for who is signed in: kept but for the address and the proof of its forms."""
    kept = _balk(actor.naam, tuple(tuple(rol.items()) for rol in rollen), zoekt, thema, get_language())
    own = kept.replace(EIGEN_BEWIJS, get_token(request)).replace(ADRES, escape(request.get_full_path()))
    return SafeString(own)


@lru_cache(maxsize=500)
def _balk(naam: str, rollen: tuple, zoekt: bool, thema: str, taal: str) -> str:
    kader = {
        "actor": {"naam": naam},
        "rollen": [dict(rol) for rol in rollen],
        "zoekt": zoekt,
        "thema": thema,
        "themas": THEMAS.items(),
        "taal": taal,
        "talen": settings.LANGUAGES,
        "csrf_token": EIGEN_BEWIJS,
        "request": {"get_full_path": ADRES},
    }
    with override(taal):
        return render_to_string("onderdelen/bovenbalk.html", kader)


@cache
def _voet(taal: str) -> SafeString:
    """The foot of every page: it says the same to everybody."""
    with override(taal):
        return render_to_string("onderdelen/voet.html", {"versie": VERSIE})


@cache
def _addresses() -> dict[str, str]:
    return {ingang: reverse(ingang) for ingang in (*(deur.ingang for deur in DEUREN), *ACHTER)}


def _here(pad: str) -> str:
    """The door behind which a page lies; of two that fit the one that says more."""
    fits = [ingang for ingang, adres in _addresses().items() if pad.startswith(adres)]
    here = max(fits, key=lambda ingang: len(_addresses()[ingang]), default="")
    return ACHTER.get(here, here)


def chosen(thema: str | None) -> str:
    """The look that a cookie asks for; another word than these is as if nothing was asked."""
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
        {"id": a.id, "rol": a.rol, "organisatie": a.organisatie, "nu": str(a.id) == actor.aanstelling_id}
        for a in held
    ]
