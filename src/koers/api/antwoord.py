"""How the API answers: JSON that says whether it changed, and errors with what, where and how to mend."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from koers.domain.weigering import Refused
from koers.presentation.zinnen import sentence
from koers.registers.klok import nu

JSON = "application/json; charset=utf-8"
# Another version of the program may tell the same figures by another definition.
_BEGONNEN = nu()


@dataclass(frozen=True, slots=True)
class Gevonden:
    """An answer; `gewijzigd_at`: when what it is made of last changed (None: with the program)."""

    inhoud: dict[str, Any]
    gewijzigd_at: datetime | None = None


class Fout(Exception):
    """What is wrong, in which part of the request, and how to mend it."""

    def __init__(self, status: int, *, wat: str, waar: str, herstel: str) -> None:
        super().__init__(wat)
        self.status = status
        self.inhoud = {"fout": {"wat": wat, "waar": waar, "herstel": herstel}}


def not_there(request: HttpRequest) -> Fout:
    """There is nothing at this address."""
    return Fout(
        404,
        wat=_("Hier is niets."),
        waar=request.path,
        herstel=_("Begin bij /api/; daar staat elk adres."),
    )


def nothing_there(request: HttpRequest) -> HttpResponse:
    """As `not_there`, for what never reached a view."""
    fout = not_there(request)
    return _json(fout.inhoud, fout.status)


def not_understood(request: HttpRequest) -> HttpResponse:
    """A request that was refused before anybody read it."""
    fout = Fout(
        400,
        wat=_("Deze vraag kan Koers niet lezen."),
        waar=request.path,
        herstel=_("Kijk in /api/openapi.json wat gevraagd kan worden."),
    )
    return _json(fout.inhoud, fout.status)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """What may not be done here."""
    fout = Fout(403, wat=_("Dit mag hier niet."), waar=request.path, herstel=_("Gebruik GET of HEAD."))
    return _json(fout.inhoud, fout.status)


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke on our side. It tells nothing of what: that is in the log of the program."""
    fout = Fout(
        500,
        wat=_("Er ging bij Koers iets mis."),
        waar=request.path,
        herstel=_("Probeer het later opnieuw. Blijft het zo, meld het dan aan wie Koers beheert."),
    )
    return _json(fout.inhoud, fout.status)


def reads(*vragen: str) -> Callable[[Callable[..., Gevonden]], Callable[..., HttpResponseBase]]:
    """Makes a view that only reads; `vragen`: the parameters that may stand behind the question mark."""

    def wrap(view: Callable[..., Gevonden]) -> Callable[..., HttpResponseBase]:
        @csrf_exempt  # nothing is written here, and who tries gets an answer in JSON
        @wraps(view)
        def answer(request: HttpRequest, **parts: Any) -> HttpResponseBase:
            try:
                _check(request, vragen)
                return _found(request, view(request, **parts))
            except Fout as fout:
                response = _json(fout.inhoud, fout.status)
                if fout.status == 405:
                    response["Allow"] = "GET, HEAD"
                return response
            except Refused as refused:
                gone = refused.code in {"niet_gevonden", "stand_niet_bewaard"}
                said = Fout(
                    404 if gone else 400,
                    wat=sentence(refused),
                    waar=request.get_full_path(),
                    herstel=_("Kijk in /api/openapi.json wat gevraagd kan worden."),
                )
                return _json(said.inhoud, said.status)

        return answer

    return wrap


def _check(request: HttpRequest, vragen: tuple[str, ...]) -> None:
    if request.method not in {"GET", "HEAD"}:
        raise Fout(
            405,
            wat=_("Hier kunt u alleen lezen."),
            waar=str(request.method),
            herstel=_("Gebruik GET of HEAD."),
        )
    strange = sorted(set(request.GET) - set(vragen))
    twice = [naam for naam in request.GET if len(request.GET.getlist(naam)) > 1]
    if strange or twice:
        raise Fout(
            400,
            wat=_("Deze vraag kent Koers hier niet, of staat er twee keer."),
            waar=(strange or twice)[0],
            herstel=_("Kies uit: %(vragen)s.") % {"vragen": ", ".join(vragen)}
            if vragen
            else _("Vraag het adres zonder vraagteken op."),
        )


def _found(request: HttpRequest, gevonden: Gevonden) -> HttpResponseBase:
    response = _json(gevonden.inhoud, 200)
    etag = f'"{sha256(response.content).hexdigest()[:32]}"'
    changed = int(max(gevonden.gewijzigd_at or _BEGONNEN, _BEGONNEN).timestamp())
    response["ETag"] = etag
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag, changed, response) or response


def _json(inhoud: dict[str, Any], status: int) -> HttpResponse:
    # Without indents: then it is written by the compiled encoder, in a tenth of the time.
    text = json.dumps(inhoud, ensure_ascii=False)
    return HttpResponse(text.encode(), content_type=JSON, status=status)
