"""The letter about a besluit as a tagged PDF (PDF/UA-1): frozen data in, bytes out, kept once."""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.actions.toegang.brieven import attach_document, read_brief
from koers.domain.actor import Actor
from koers.presentation.beschikking import Briefbeeld, compose


def make_document(*, by: Actor, beschikking_id: UUID) -> bytes:
    """The document of a letter: what is kept, or else made now and kept. Refused: niet_gevonden."""
    brief = read_brief(by=by, beschikking_id=beschikking_id)
    if brief.document is not None:
        return brief.document
    attach_document(by=by, beschikking_id=beschikking_id, inhoud=render(compose(brief.gegevens)))
    kept = read_brief(by=by, beschikking_id=beschikking_id).document
    if kept is None:
        raise RuntimeError("a letter that was kept is not there")
    return kept


def render(brief: Briefbeeld) -> bytes:
    """A letter in words as PDF/UA-1: tags, language and title inside, whatever its length."""
    import typst  # 30 MB: only who makes a letter loads it

    with override(brief.taal):
        pagina = _("bladzijde %(nummer)s van %(totaal)s") % {"nummer": "%n", "totaal": "%t"}
    data = asdict(brief) | {"voet": brief.titel, "pagina": pagina}
    return typst.compile(
        _template(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"brief": json.dumps(data, ensure_ascii=False)},
    )


@cache
def _template() -> bytes:
    return files("koers.exchange.documents").joinpath("beschikking.typ").read_bytes()
