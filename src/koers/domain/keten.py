"""The link between one log row and the one before it: whoever changes a row breaks every later link."""

import hashlib
import json
from collections.abc import Mapping

# What the first row links to.
BEGIN = "0" * 64
_VORM = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def link(vorige: str, volgnummer: int, inhoud: Mapping[str, object]) -> str:
    """SHA-256 (64 hex digits) over the previous link, the place in the chain and all that the row says.

    `inhoud` holds JSON values only. Same contents in another order of keys give the same link.
    Changing this recipe breaks every chain that exists; a test pins one outcome.
    """
    text = _VORM.encode({"vorige": vorige, "volgnummer": volgnummer, "inhoud": inhoud})
    return hashlib.sha256(text.encode()).hexdigest()
