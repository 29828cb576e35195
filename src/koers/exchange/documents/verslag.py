"""Settled minutes as a tagged PDF (PDF/UA-1): frozen values in, bytes out, kept once."""

from uuid import UUID

from koers.actions.netwerk.vergadering_lezen import read_vergadering
from koers.actions.netwerk.verslagen import attach_verslag, read_document, read_verslag
from koers.domain.actor import Actor
from koers.exchange.documents.beschikking import render
from koers.presentation.netwerk.verslag import compose


def make_verslag(*, by: Actor, vergadering_id: UUID) -> bytes:
    """The document of settled minutes: what is kept, or else made now and kept. Refused: niet_gevonden."""
    kept = read_document(by=by, vergadering_id=vergadering_id)
    if kept is not None:
        return kept
    verslag = read_verslag(by=by, vergadering_id=vergadering_id)
    gremium = read_vergadering(by=by, vergadering_id=vergadering_id).kort.gremium
    brief = compose(verslag.inhoud, "nl", gremium=gremium, sha256=verslag.sha256)
    attach_verslag(by=by, vergadering_id=vergadering_id, inhoud=render(brief))
    made = read_document(by=by, vergadering_id=vergadering_id)
    if made is None:
        raise RuntimeError("minutes that were kept are not there")
    return made
