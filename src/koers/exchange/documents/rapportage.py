"""A report of the P&C-cycle as HTML, tagged PDF (PDF/UA-1) and DOCX, all from one tree of words and pictures.

What was published is made once and kept, so that the file is the same for ever; a concept is made anew.
"""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.template import Context, Engine, Template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.actions.sturing.lezen import (
    Rapportagebeeld,
    attach_rapportage,
    read_document,
    read_rapportage,
)
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.exchange.documents.docx import Document
from koers.presentation.sturing.rapport import Rapport, compose

SOORTEN = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# Our drawings take their colours from the style sheet of a page; a file brings them along.
STIJL = """
.beeld text { fill: #1d2b30; font-size: 14px; }
.beeld text.beeld__klein { fill: #51626a; font-size: 12px; }
.beeld text.beeld__waarde { font-weight: 600; }
.beeld__as { stroke: #1d2b30; stroke-width: 1.2; }
.beeld__spoor { stroke: #d6dde0; stroke-width: 1; }
.beeld__streep { stroke: #c2702a; stroke-width: 1.6; stroke-dasharray: 5 4; }
.verloop__lijn { stroke: #0b5567; stroke-width: 2.2; }
.verloop__stip { fill: #0b5567; stroke: #0b5567; stroke-width: 2; }
.verloop__stip--open { fill: #ffffff; }
.verloop__doel { fill: #c2702a; }
.staaf { fill: #7fb0ba; }
.staaf-rij--zelf .staaf { fill: #0b5567; }
.staaf-rij--zelf text { font-weight: 700; }
"""


def make_rapportage(*, by: Actor, rapportage_id: UUID, vorm: str) -> bytes:
    """The file of a report. Refused: niet_gevonden, soort_onbekend."""
    if vorm not in SOORTEN:
        raise Refused("soort_onbekend", soort=vorm, soorten=", ".join(SOORTEN))
    beeld = read_rapportage(by=by, rapportage_id=rapportage_id)
    return file_of(beeld, vorm, by=by)


def file_of(beeld: Rapportagebeeld, vorm: str, *, by: Actor) -> bytes:
    """The file of a report that was read: kept and the same for ever once published, else made anew."""
    if beeld.id is None or not beeld.vast:
        return render(beeld, vorm)
    kept = read_document(by=by, rapportage_id=beeld.id, vorm=vorm)
    if kept is None:
        attach_rapportage(by=by, rapportage_id=beeld.id, vorm=vorm, inhoud=render(beeld, vorm))
        kept = read_document(by=by, rapportage_id=beeld.id, vorm=vorm)
    if kept is None:
        raise RuntimeError("a report that was kept is not there")
    return kept


def render(beeld: Rapportagebeeld, vorm: str) -> bytes:
    """A report in a form, in Dutch: the language in which it was signed."""
    rapport = compose(beeld.inhoud, "nl", sha256=beeld.sha256, stand=beeld.stand)
    return {"html": as_html, "pdf": as_pdf, "docx": as_docx}[vorm](rapport)


# --- HTML -------------------------------------------------------------------------------------------


def html_body(rapport: Rapport) -> SafeString:
    """The chapters, for a page that has its own frame and style."""
    return _template("rapportage.html").render(Context({"r": rapport}))


def as_html(rapport: Rapport) -> bytes:
    """A file that stands by itself: nothing is fetched from elsewhere."""
    context = Context({"r": rapport, "binnen": html_body(rapport), "stijl": STIJL})
    return _template("rapportage_bestand.html").render(context).encode()


@cache
def _template(naam: str) -> Template:
    return Engine().from_string(_text(naam))


@cache
def _text(naam: str) -> str:
    return files("koers.exchange.documents").joinpath(naam).read_text(encoding="utf-8")


# --- PDF --------------------------------------------------------------------------------------------


def as_pdf(rapport: Rapport) -> bytes:
    """PDF/UA-1: tags, language, title and alternative texts inside, whatever its length."""
    import typst  # 30 MB: only who makes a document loads it

    with override(rapport.taal):
        more = {
            "voet": rapport.titel,
            "pagina": _("bladzijde %(nummer)s van %(totaal)s") % {"nummer": "%n", "totaal": "%t"},
            "over_koppen": [_("Over dit stuk"), ""],
        }
    data = _plain(asdict(rapport)) | more
    for deel in data["hoofdstukken"]:
        for figuur in deel["figuren"]:
            for prent in figuur["prenten"]:
                prent["svg"] = standalone_svg(prent["svg"])
    return typst.compile(
        _text("rapportage.typ").encode(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"rapport": json.dumps(data, ensure_ascii=False)},
    )


def standalone_svg(svg: str) -> str:
    """A drawing of ours as a file: with its name space and its colours."""
    head, rest = svg.split(">", 1)
    more = 'xmlns="http://www.w3.org/2000/svg" font-family="Libertinus Serif"'
    return f"{head} {more}><style>{STIJL}</style>{rest}"


def _plain(value: Any) -> Any:
    """Safe strings become ordinary ones, so that JSON writes them."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


# --- DOCX -------------------------------------------------------------------------------------------


def as_docx(rapport: Rapport) -> bytes:
    """For who works on with it in a word processor: headings as styles, tables with header rows. A drawing
    is there as its table: a picture would need another library, and the table says the same."""
    doc = Document(rapport.titel, rapport.gemeente, rapport.taal)
    doc.paragraph(rapport.gemeente, "Klein")
    doc.heading(1, rapport.titel)
    doc.paragraph(rapport.stand, "Nadruk")
    for regel in rapport.waarschuwingen:
        doc.paragraph(regel, "Waarschuwing")
    for naam, waarde in rapport.over:
        doc.paragraph(f"{naam}: {waarde}", "Klein")
    for deel in rapport.hoofdstukken:
        _chapter(doc, deel)
    doc.heading(2, rapport.verantwoording_kop)
    for regel in rapport.verantwoording:
        doc.paragraph(regel)
    return doc.write()


def _chapter(doc: Document, deel: Any) -> None:
    doc.heading(2, deel.kop)
    doc.paragraph(deel.vraag, "Vraag")
    if deel.geen_tekst:
        doc.paragraph(deel.geen_tekst, "Vraag")
    for alinea in deel.alineas:
        if alinea.tekst:
            doc.paragraph(alinea.tekst)
        for punt in alinea.punten:
            doc.bullet(punt)
    if deel.schreef:
        doc.paragraph(deel.schreef, "Klein")
    for figuur in deel.figuren:
        doc.heading(3, figuur.kop)
        doc.paragraph(figuur.kernzin, "Nadruk")
        doc.paragraph(figuur.wat)
        for blad in figuur.tabellen:
            doc.table(blad.bijschrift, blad.koppen, blad.rijen)
        for regel in figuur.noten:
            doc.paragraph(regel, "Klein")
        for naam, waarde in figuur.herkomst:
            doc.paragraph(f"{naam}: {waarde}", "Klein")
