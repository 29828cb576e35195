"""The official schemas, where an installation has them: the folder of `KOERS_IJW_XSD`.

They add nothing that our own tables should not know; they prove it. Bytes come here only after `parse` found
nothing wrong, so there is no DOCTYPE in them; the parser fetches and resolves nothing all the same.
"""

import re
from pathlib import Path

from lxml import etree

from koers.exchange.ijw.bericht import AFGEKEURD, Bevinding
from koers.exchange.ijw.waarden import quote

_RUIMTE = re.compile(r"\{[^}]*\}")


class Schemas:
    """The schemas of one folder (jw301.xsd and so on), read when first asked for."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self._schemas: dict[str, etree.XMLSchema] = {}
        self.parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )

    def check(self, soort: str, inhoud: bytes) -> tuple[Bevinding, ...]:
        """What the official schema says about a message of this kind."""
        try:
            boom = etree.fromstring(inhoud, self.parser)
        except etree.XMLSyntaxError as error:
            zin = f"De officiële controle kan dit niet lezen: {quote(str(error))}."
            return (Bevinding("XSD", AFGEKEURD, "", zin, error.lineno or 0),)
        schema = self._schema(soort)
        if schema.validate(boom):
            return ()
        return tuple(
            Bevinding("XSD", AFGEKEURD, _RUIMTE.sub("", een.path or ""), _sentence(een.message), een.line)
            for een in schema.error_log
        )

    def _schema(self, soort: str) -> etree.XMLSchema:
        if soort not in self._schemas:
            self._schemas[soort] = etree.XMLSchema(file=str(self.map / f"{soort.lower()}.xsd"))
        return self._schemas[soort]


def _sentence(melding: str) -> str:
    """libxml2 speaks English; the sentence says so."""
    return f"Het officiële schema zegt: {_RUIMTE.sub('', melding)}"
