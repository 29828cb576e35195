"""Public pages, or parts of them, that are drawn once and kept until something they are made of changes.

What is kept gets neither the request nor the actor: only what stands in its key, so a page can never show
one reader what was made for another. The frame around it (who is signed in, forms, messages) is drawn anew
each time. Kept in the memory of the process; a new process begins empty.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import BlockNode, ExtendsNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.web.context import EIGEN_BEWIJS, chosen
from koers.web.thema import worn

# The choices in an address are anybody's: what was asked least lately goes first.
HOOGSTENS = 256


class Lade:
    """A drawer with what was drawn, by key."""

    def __init__(self, hoogstens: int = HOOGSTENS) -> None:
        self._hoogstens, self._slot = hoogstens, Lock()
        self._inhoud: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, sleutel: Hashable, make: Callable[[], Any]) -> Any:
        """What is kept under this key, else what `make` gives; an exception of `make` keeps nothing."""
        with self._slot:
            if sleutel in self._inhoud:
                self._inhoud.move_to_end(sleutel)
                return self._inhoud[sleutel]
        made = make()  # outside the lock: somebody else's page need not wait for it
        with self._slot:
            self._inhoud[sleutel] = made
            while len(self._inhoud) > self._hoogstens:
                self._inhoud.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forgets everything."""
        with self._slot:
            self._inhoud.clear()


LADE = Lade()
KADERS = Lade()


def kept_page(
    request: HttpRequest,
    sjabloon: str,
    stempel: str | None,
    keus: Hashable,
    make: Callable[[], Mapping[str, Any]],
) -> HttpResponse:
    """A page of which everything but the frame is kept.

    `stempel`: the mark of the data (None: unknown, nothing is kept). `keus`: what was asked, and whatever
    else `make` looks at besides the data, the policy, the day and the language: those are in the key.
    `make` gives the words of the page; it must not look at the request.
    """
    blokken = _kept(sjabloon, stempel, keus, lambda: drawn_blocks(sjabloon, make()))
    return _framed(request, "gehouden.html", {"blokken": blokken}, tuple(blokken.items()))


def same_for_anybody(request: HttpRequest, sjabloon: str) -> HttpResponse:
    """A page without data: kept whole for who is not signed in."""
    return _framed(request, sjabloon, {}, ())


def _framed(request: HttpRequest, sjabloon: str, beeld: dict[str, Any], inhoud: Hashable) -> HttpResponse:
    """The page in its frame, which is kept too for who is not signed in. All that differs between two of them
    is the address, the look that was chosen, and the proof of the forms, which each gets of their own.
    """
    if request.user.is_authenticated or len(get_messages(request)):
        return render(request, sjabloon, beeld)
    thema = worn()
    sleutel = (
        sjabloon,
        inhoud,
        request.get_full_path(),
        chosen(request.COOKIES.get("thema")),
        thema and thema.merk,
        get_language(),
        settings.DEMO,
    )
    blad = KADERS.get(
        sleutel, lambda: render_to_string(sjabloon, beeld | {"csrf_token": EIGEN_BEWIJS}, request)
    )
    return HttpResponse(blad.replace(EIGEN_BEWIJS, get_token(request)))


def drawn_blocks(sjabloon: str, beeld: Mapping[str, Any]) -> Mapping[str, SafeString]:
    """The blocks of a page that extends the frame, each drawn by itself."""
    template = get_template(sjabloon).template
    extends = next(node for node in template.nodelist if isinstance(node, ExtendsNode))
    context = Context(_always() | dict(beeld))
    with context.render_context.push_state(template), context.bind_template(template):
        return {
            node.name: SafeString(node.render(context))
            for node in extends.nodelist
            if isinstance(node, BlockNode)
        }


def _always() -> dict[str, Any]:
    """What the frame tells every page and is the same for everybody."""
    return {"demo": settings.DEMO, "taal": get_language()}


def _kept(sjabloon: str, stempel: str | None, keus: Hashable, make: Callable[[], Any]) -> Any:
    if stempel is None:
        return make()
    return LADE.get((sjabloon, stempel, keus, beleid().digest, vandaag(), get_language()), make)
