"""The municipality's own NL Design System theme: one CSS file (`KOERS_THEMA_CSS`) that Koers wears.

Such a file sets tokens under a class (`.voorbeeld-theme { --utrecht-…: … }`), so the pages carry that class.
It is worn where the page is light; dark stays our own design, because a theme made for white paper makes
unreadable pairs on black. Nothing in it may come from elsewhere: the Content-Security-Policy sees to that.
"""

import logging
import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.translation import gettext as _

KLASSE = re.compile(r"\.([a-zA-Z][\w-]*-theme)(?![\w-])")
GROOTSTE = 2_000_000
log = logging.getLogger(__name__)


class Thema(NamedTuple):
    """A theme as read: its text, the classes it speaks to, and a mark that changes when it does."""

    css: str
    klassen: tuple[str, ...]
    merk: str


def worn() -> Thema | None:
    """The theme of this installation; None for our own. A file that cannot be read never stops a page."""
    if not settings.THEMA_CSS:
        return None
    pad = Path(settings.THEMA_CSS)
    try:
        return _read(pad, pad.stat().st_mtime_ns)
    except (OSError, ValueError):
        log.warning("KOERS_THEMA_CSS kan niet worden gelezen; Koers draagt het eigen thema.")
        return None


@lru_cache(maxsize=2)
def _read(pad: Path, gewijzigd: int) -> Thema:
    css = pad.read_text(encoding="utf-8")
    if len(css) > GROOTSTE:
        raise ValueError("theme file too large")
    return Thema(css, tuple(dict.fromkeys(KLASSE.findall(css))), sha256(css.encode()).hexdigest()[:12])


def check_thema(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """At start-up: a theme file that was named must be there."""
    if settings.THEMA_CSS and worn() is None:
        zin = _(
            "KOERS_THEMA_CSS wijst naar %(pad)s, maar daar staat geen leesbaar CSS-bestand. "
            "Zet het bestand daar neer, of haal de instelling weg."
        )
        return [Error(zin % {"pad": settings.THEMA_CSS}, id="koers.E101")]
    return []
