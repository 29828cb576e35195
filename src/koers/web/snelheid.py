"""How often one address may try something that it should get right the first time."""

from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest


def too_many(request: HttpRequest, waarvoor: str, hoogstens: int) -> bool:
    """Whether this address failed that often in the last minutes. Nothing is counted here."""
    return cache.get(_key(request, waarvoor), 0) >= hoogstens


def count_failure(request: HttpRequest, waarvoor: str, seconden: int) -> None:
    """Remembers one more failure of this address; all are forgotten so many seconds after the first."""
    key = _key(request, waarvoor)
    if not cache.add(key, 1, seconden):
        try:
            cache.incr(key)
        except ValueError:  # it was forgotten between the two
            cache.set(key, 1, seconden)


def _key(request: HttpRequest, waarvoor: str) -> str:
    # The address of the connection itself, as at signing in: a header can be made up by whoever sends it.
    afdruk = sha256(request.META.get("REMOTE_ADDR", "").encode()).hexdigest()
    return f"snelheid:{waarvoor}:{afdruk}"
