"""The hand-over of the JeugdTeam in words: the answer of the page, counts as they may be told, fte."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.herinrichting_lezen import HerinrichtingBeeld
from koers.actions.toegang.overgang_lezen import EigenaarRegel
from koers.analytics.overgang import LOOPT
from koers.domain.overgang import GROEPEN as VOLGORDE
from koers.domain.overgang import LOPEND, TUSSEN_WAL_EN_SCHIP
from koers.presentation.acceptatie import told
from koers.presentation.opmaak import getal
from koers.presentation.woorden_overgang import EIGENAREN, GROEPEN


@dataclass(frozen=True, slots=True)
class Telregel:
    """A row of the table of counts."""

    naam: str
    aantal: str


def owner_words(eigenaar: EigenaarRegel | None) -> str:
    """Who takes a casus over: the organisation where known, else the kind; and who becomes regisseur."""
    if eigenaar is None:
        return _("nog niemand")
    soort = str(EIGENAREN.get(eigenaar.eigenaar, eigenaar.eigenaar))
    wie = f"{eigenaar.organisatie} ({soort})" if eigenaar.organisatie else soort
    if eigenaar.regisseur:
        return _("%(wie)s, regisseur %(naam)s") % {"wie": wie, "naam": eigenaar.regisseur}
    return wie[:1].upper() + wie[1:]


def count_rows(beeld: HerinrichtingBeeld) -> list[Telregel]:
    """What runs with its parts, and what is done."""
    return [
        Telregel(
            _("waarvan %(groep)s") % {"groep": GROEPEN[een]} if een in LOPEND else str(GROEPEN[een]),
            told(beeld.tellingen.cell(een)),
        )
        for een in (LOOPT, *VOLGORDE)
    ]


def lead(beeld: HerinrichtingBeeld) -> str:
    """The answer of the page: how many fall between two stools, and how many conditions are met."""
    return f"{_lead_casussen(beeld)} {_lead_voorwaarden(beeld)}"


def _lead_casussen(beeld: HerinrichtingBeeld) -> str:
    if not beeld.exact:
        return _("Er lopen nog casussen van het JeugdTeam: %(aantal)s.") % {
            "aantal": told(beeld.tellingen.cell(LOOPT))
        }
    loopt = beeld.tellingen.cell(LOOPT).waarde or 0
    if not loopt:
        return _("Er loopt geen casus van het JeugdTeam meer.")
    open_ = sum(beeld.tellingen.cell(een).waarde or 0 for een in TUSSEN_WAL_EN_SCHIP)
    if not open_:
        return ngettext(
            "De casus die nog loopt, heeft een nieuwe eigenaar en een dag.",
            "Alle %(aantal)s casussen die nog lopen, hebben een nieuwe eigenaar en een dag.",
            loopt,
        ) % {"aantal": loopt}
    return ngettext(
        "Van de %(alle)s casussen die nog lopen, dreigt er %(aantal)s tussen wal en schip te vallen.",
        "Van de %(alle)s casussen die nog lopen, dreigen er %(aantal)s tussen wal en schip te vallen.",
        open_,
    ) % {"alle": loopt, "aantal": open_}


def _lead_voorwaarden(beeld: HerinrichtingBeeld) -> str:
    alle = [een for een in beeld.plan.voorwaarden if een.stand != "vervallen"]
    if not alle:
        return _("Er staan nog geen voorwaarden.")
    goed = sum(een.stand == "voldaan" for een in alle)
    return ngettext(
        "Aan %(goed)s van de %(alle)s voorwaarden is voldaan.",
        "Aan %(goed)s van de %(alle)s voorwaarden is voldaan.",
        goed,
    ) % {"goed": goed, "alle": len(alle)}


def fte(waarde: Decimal | None) -> str:
    """Fte with as many decimals as are needed, at least one; a dash when nothing is known."""
    if waarde is None:
        return "–"
    return getal(waarde, 2 if waarde != round(waarde, 1) else 1)


def shortage_words(tekort: Decimal) -> str:
    """The difference between needed and agreed, said so that nobody has to know which way it is counted."""
    if tekort == 0:
        return _("genoeg")
    words = {"fte": fte(abs(tekort))}
    return _("%(fte)s te weinig") % words if tekort > 0 else _("%(fte)s meer dan nodig") % words
