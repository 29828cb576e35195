"""The evidence for the national committee of experts that judges whether the savings can be reached.

One file with every published report of a municipality as it was signed, and a list of what is in it. Source:
Koersen, risks of the reform: "Dossieropbouw richting landelijke deskundigencommissie".
"""

import hashlib
import io
import zipfile

from django.utils.translation import gettext as _
from django.utils.translation import override

from koers.actions.sturing.dossier import Dossier
from koers.domain.actor import Actor
from koers.exchange.documents.rapportage import make_rapportage
from koers.presentation.opmaak import datum
from koers.presentation.woorden_proeftuin import OORDELEN
from koers.registers.klok import dag_van

# A fixed moment: the same content gives the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
LIJST = "inhoud.txt"


def make_dossier(dossier: Dossier, *, by: Actor) -> bytes:
    """A ZIP of the PDF of each report, in the order of the periods, with `inhoud.txt`; in Dutch."""
    out = io.BytesIO()
    with override("nl"), zipfile.ZipFile(out, "w") as bundle:
        lines = [_("Dossier van %(gemeente)s") % {"gemeente": dossier.naam}, "", _("Rapportages")]
        for een in dossier.rapportages:
            inhoud = make_rapportage(by=by, rapportage_id=een.id, vorm="pdf")
            naam = f"{een.periode}-{een.soort}-{een.editie}.pdf"
            _put(bundle, naam, inhoud)
            dag = datum(dag_van(een.op)) if een.op else ""
            digest = hashlib.sha256(inhoud).hexdigest()
            lines.append(f"{naam}; {een.naam['nl']}; {dag}, {een.door}; SHA-256 {digest}")
        lines += ["", _("Proeftuinen met een evaluatie")]
        lines += [f"{een.naam}; {OORDELEN[een.oordeel]}" for een in dossier.proeftuinen]
        _put(bundle, LIJST, "\n".join([*lines, ""]).encode())
    return out.getvalue()


def _put(bundle: zipfile.ZipFile, naam: str, inhoud: bytes) -> None:
    info = zipfile.ZipInfo(naam, MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    bundle.writestr(info, inhoud)
