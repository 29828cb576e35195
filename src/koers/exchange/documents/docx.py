"""The little of WordprocessingML (ECMA-376) that a report needs, written by hand: no library for five parts.

Headings are real styles, so that a screen reader can walk them; lists are real lists; the first row of a
table is its header row; the language of the text is said. The same content gives the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TALEN = {"nl": "nl-NL", "en": "en-GB"}
# What XML cannot hold at all, escaped or not.
_ONMOGELIJK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BREEDTE = 9070  # between the margins of A4, in twentieths of a point

# Style id -> name, what it does to paragraphs, what it does to letters.
STIJLEN = {
    "Standaard": ("Normal", '<w:spacing w:after="140" w:line="290" w:lineRule="auto"/>', ""),
    "Kop1": (
        "heading 1",
        '<w:keepNext/><w:spacing w:before="240" w:after="160"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:color w:val="0B5567"/><w:sz w:val="40"/>',
    ),
    "Kop2": (
        "heading 2",
        '<w:keepNext/><w:spacing w:before="480" w:after="120"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:color w:val="0B5567"/><w:sz w:val="30"/>',
    ),
    "Kop3": (
        "heading 3",
        '<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="2"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    "Vraag": ("Vraag", '<w:spacing w:after="140"/>', "<w:i/>"),
    "Nadruk": ("Nadruk", '<w:spacing w:after="120"/>', "<w:b/>"),
    "Klein": ("Klein", '<w:spacing w:after="60"/>', '<w:color w:val="51626A"/><w:sz w:val="18"/>'),
    "Waarschuwing": (
        "Waarschuwing",
        '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="C2702A"/></w:pBdr>'
        '<w:spacing w:after="140"/>',
        "",
    ),
    "Bijschrift": (
        "caption",
        '<w:keepNext/><w:spacing w:before="160" w:after="60"/>',
        '<w:b/><w:sz w:val="20"/>',
    ),
    "Opsomming": (
        "List Bullet",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>',
        "",
    ),
}

BASIS_STIJL, OP_BASIS = ' w:default="1"', '<w:basedOn w:val="Standaard"/>'


class Document:
    """A document that grows block by block; `write` gives the bytes."""

    def __init__(self, titel: str, auteur: str, taal: str) -> None:
        self._titel, self._auteur, self._taal = titel, auteur, TALEN[taal]
        self._blocks: list[str] = []

    def heading(self, level: int, tekst: str) -> None:
        """A heading of level 1 to 3."""
        self._blocks.append(_paragraph(tekst, f"Kop{level}"))

    def paragraph(self, tekst: str, stijl: str = "Standaard") -> None:
        """A paragraph in one of our styles."""
        if stijl not in STIJLEN:
            raise KeyError(stijl)
        self._blocks.append(_paragraph(tekst, stijl))

    def bullet(self, tekst: str) -> None:
        """A line of a list."""
        self._blocks.append(_paragraph(tekst, "Opsomming"))

    def table(self, bijschrift: str, koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
        """A table below its caption; the first row comes back on every page."""
        self._blocks.append(_paragraph(bijschrift, "Bijschrift"))
        rest = BREEDTE * 2 // 3 // max(len(koppen) - 1, 1)
        widths = [BREEDTE - rest * (len(koppen) - 1), *[rest] * (len(koppen) - 1)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = _row(koppen, widths, kop=True) + "".join(_row(rij, widths) for rij in rijen)
        self._blocks.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="{BREEDTE}" w:type="dxa"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1" w:lastRow="0" w:lastColumn="0"'
            f' w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val={quoteattr(_clean(bijschrift))}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )
        self._blocks.append(_paragraph("", "Klein"))  # two tables in a row would become one

    def write(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as bundle:
            for naam, inhoud in self._parts().items():
                # A fixed moment: the same content gives the same bytes.
                info = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                bundle.writestr(info, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inhoud}')
        return out.getvalue()

    def _parts(self) -> dict[str, str]:
        page = (
            '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418"'
            ' w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
        )
        body, lang = "".join(self._blocks), f'<w:themeFontLang w:val="{self._taal}"/>'
        return {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": _RELS,
            "docProps/core.xml": self._core(),
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}{page}</w:body></w:document>',
            "word/styles.xml": self._styles(),
            "word/numbering.xml": _NUMBERING,
            "word/settings.xml": f'<w:settings xmlns:w="{W}">{lang}</w:settings>',
            "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        }

    def _core(self) -> str:
        return (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(_clean(self._titel))}</dc:title>"
            f"<dc:creator>{escape(_clean(self._auteur))}</dc:creator><dc:language>{self._taal}</dc:language>"
            "</cp:coreProperties>"
        )

    def _styles(self) -> str:
        styles = "".join(_style(id, *stijl) for id, stijl in STIJLEN.items())
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C3CCD0"/>'
            for side in ("top", "bottom", "insideH")
        )
        return (
            f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
            f'<w:lang w:val="{self._taal}"/></w:rPr></w:rPrDefault></w:docDefaults>{styles}'
            '<w:style w:type="table" w:styleId="Tabel"><w:name w:val="Tabel"/><w:tblPr>'
            f"<w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>'
        )


def _style(id: str, naam: str, alinea: str, letters: str) -> str:
    basis = id == "Standaard"
    return (
        f'<w:style w:type="paragraph"{BASIS_STIJL if basis else ""} w:styleId="{id}"><w:name w:val="{naam}"/>'
        f"{'' if basis else OP_BASIS}<w:qFormat/><w:pPr>{alinea}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _paragraph(tekst: str, stijl: str, *, rechts: bool = False, vet: bool = False) -> str:
    side = '<w:jc w:val="right"/>' if rechts else ""
    bold = "<w:rPr><w:b/></w:rPr>" if vet else ""
    run = f'<w:r>{bold}<w:t xml:space="preserve">{escape(_clean(tekst))}</w:t></w:r>' if tekst else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{side}</w:pPr>{run}</w:p>'


def _row(cellen: Sequence[str], widths: Sequence[int], *, kop: bool = False) -> str:
    header = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if kop else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cel, 'Klein', rechts=place > 0, vet=kop)}</w:tc>"
        for place, (cel, width) in enumerate(zip(cellen, widths, strict=True))
    )
    return f"<w:tr>{header}{cells}</w:tr>"


def _clean(tekst: str) -> str:
    return _ONMOGELIJK.sub("\ufffd", tekst)


_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{deel}.xml" ContentType="{SOORT}.{soort}+xml"/>'
        for deel, soort in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
        )
    )
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELS = (
    f'<Relationships xmlns="{_PACKAGE}">'
    + "".join(
        f'<Relationship Id="r{nummer}" Type="{R}/{deel}" Target="{deel}.xml"/>'
        for nummer, deel in enumerate(("styles", "numbering", "settings"), 1)
    )
    + "</Relationships>"
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/><w:pPr><w:ind w:left="500" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
