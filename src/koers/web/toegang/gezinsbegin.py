"""What is known already when a family is entered: from a first note, or from a referral."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from koers.actions.toegang.notities import read_notitie
from koers.actions.toegang.verwijsverzoeken import read_verwijsverzoek
from koers.authorization.poort import may
from koers.domain.personen import NieuwPersoon
from koers.domain.weigering import Refused


@dataclass(frozen=True, slots=True)
class Gezinsbegin:
    """The fields of the form as far as they are known, and the page that goes on with the family."""

    velden: dict[str, Any] = field(default_factory=dict)
    verder: str = ""


def begin_of_gezin(request: HttpRequest) -> Gezinsbegin:
    """`?notitie=` or `?verwijsverzoek=`; without those nothing. What is not there is 404."""
    notitie, verwijsverzoek = (request.GET.get(naam) for naam in ("notitie", "verwijsverzoek"))
    try:
        if notitie:
            return _of_notitie(request, UUID(notitie))
        if verwijsverzoek:
            return _of_verwijsverzoek(request, UUID(verwijsverzoek))
    except (Refused, ValueError) as fault:
        raise Http404 from fault
    return Gezinsbegin()


def _of_notitie(request: HttpRequest, notitie_id: UUID) -> Gezinsbegin:
    """The name on the telephone: its last word is taken for the surname."""
    if not may(request.actor, "read_notitie"):
        raise Http404
    notitie = read_notitie(by=request.actor, notitie_id=notitie_id)
    words = notitie.inhoud.kind.split()
    velden = {"roepnaam": " ".join(words[:-1])[:60], "achternaam": words[-1]} if words else {}
    return Gezinsbegin(velden, reverse("notitie-afmaken", args=[notitie.id]))


def _of_verwijsverzoek(request: HttpRequest, verwijsverzoek_id: UUID) -> Gezinsbegin:
    """The child as the sender told; after it is linked nobody enters it again."""
    if not may(request.actor, "read_verwijsverzoeken"):
        raise Http404
    persoon = read_verwijsverzoek(by=request.actor, verwijsverzoek_id=verwijsverzoek_id).persoon
    if persoon is None:
        raise Http404
    return Gezinsbegin(_fields_of(persoon), reverse("verwijsverzoek", args=[verwijsverzoek_id]))


def _fields_of(persoon: NieuwPersoon) -> dict[str, Any]:
    names = ("roepnaam", "achternaam", "geboortedatum", "bsn", "bsn_status")
    return {naam: getattr(persoon, naam) for naam in names}
