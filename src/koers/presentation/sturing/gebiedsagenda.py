"""The gebiedsagenda in words and pictures: names of areas and quarters, answers, reach over the quarters."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.gebiedsagenda_lezen import (
    AfspraakBeeld,
    BijdrageBeeld,
    BijeenkomstBeeld,
    GebiedBeeld,
    GebiedsagendaBeeld,
)
from koers.actions.sturing.gebiedsbereik import internal_reach
from koers.actions.sturing.gebiedsbronnen import BronBeeld
from koers.domain.disclosed import MET_WAARDE
from koers.policy import beleid
from koers.presentation.beelden.kwartalen import Kwartaalrij, kwartaalstaven
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import datum, getal
from koers.presentation.woorden import THEMAS
from koers.presentation.woorden_gebiedsagenda import short_quarter
from koers.presentation.woorden_rapportage import period_words

# So many quarters fit beside each other on a telephone; the table has all.
GETEKEND = 6


def area_name(gebied: str) -> str:
    """The name of an area; its id when it left the policy."""
    found = beleid().gebieden.get(gebied)
    return taal(found.naam) if found else gebied


def quarter_words(kwartaal: str) -> str:
    """ "2026-K3" as people say it."""
    return period_words("kwartaal", kwartaal)


def group_words(bron: BronBeeld) -> str:
    """A group that Koers knew: what it was, where and when."""
    voorziening = beleid().voorzieningen.get(bron.wat)
    wat = taal(voorziening.naam) if voorziening else str(THEMAS.get(bron.wat, bron.wat)).capitalize()
    waar = f", {bron.plek}" if bron.plek else ""
    mensen = ngettext("%(n)s jongere", "%(n)s jongeren", bron.aantal) % {"n": getal(bron.aantal)}
    return f"{wat}{waar}, {datum(bron.datum)}: {mensen}"


def measured(bijdrage: BijdrageBeeld) -> str:
    """What was measured, with its numbers; nothing when nothing was."""
    if not bijdrage.maat:
        return ""
    return _("%(maat)s: %(geteld)s van %(totaal)s") % {
        "maat": bijdrage.maat,
        "geteld": bijdrage.geteld,
        "totaal": bijdrage.totaal,
    }


def days_of(afspraak: AfspraakBeeld) -> str:
    """The day that counts, with every day that was agreed before."""
    nu, eerder = datum(afspraak.uiterlijk), ", ".join(datum(dag) for dag in afspraak.dagen[:-1])
    return _("%(nu)s, was %(eerder)s") % {"nu": nu, "eerder": eerder} if eerder else nu


# --- answers ----------------------------------------------------------------------------------------


def lead(agenda: GebiedsagendaBeeld, kwartaal: str) -> str:
    """How many areas met about a quarter, and what is open."""
    met = sum(any(b.kwartaal == kwartaal for b in een.bijeenkomsten) for een in agenda.gebieden)
    words = {"kwartaal": quarter_words(kwartaal), "alle": len(agenda.gebieden), "aantal": met}
    zin = (
        ngettext(
            "Over het %(kwartaal)s kwamen de partners in %(aantal)s van de %(alle)s gebieden bij elkaar.",
            "Over het %(kwartaal)s kwamen de partners in %(aantal)s van de %(alle)s gebieden bij elkaar.",
            met,
        )
        % words
    )
    late = sum(een.te_laat for gebied in agenda.gebieden for een in gebied.open_afspraken)
    if late:
        zin += " " + ngettext(
            "%(aantal)s afspraak had al klaar moeten zijn.",
            "%(aantal)s afspraken hadden al klaar moeten zijn.",
            late,
        ) % {"aantal": late}
    return zin


def lead_area(gebied: GebiedBeeld) -> str:
    """The answer of the page of an area: the last meeting, and what is open."""
    if not gebied.bijeenkomsten:
        return _("Hier is nog geen bijeenkomst opgeschreven.")
    last = gebied.bijeenkomsten[0]
    zin = _("De laatste bijeenkomst was op %(dag)s, over het %(kwartaal)s.") % {
        "dag": datum(last.datum),
        "kwartaal": quarter_words(last.kwartaal),
    }
    open_ = len(gebied.open_afspraken)
    return f"{zin} " + (
        ngettext("Er staat %(aantal)s afspraak open.", "Er staan %(aantal)s afspraken open.", open_)
        % {"aantal": open_}
    )


def lead_meeting(bijeenkomst: BijeenkomstBeeld) -> str:
    """The answer of the page of a meeting: how many partners told, and whom they reached together."""
    told = len(bijeenkomst.bijdragen)
    if not told:
        return _("Nog geen partner schreef op wie er bereikt is.")
    words = {
        "partners": told,
        "jeugdigen": getal(sum(een.jeugdigen for een in bijeenkomst.bijdragen)),
        "ouders": getal(sum(een.ouders for een in bijeenkomst.bijdragen)),
    }
    zin = ngettext(
        "%(partners)s partner vertelde over %(jeugdigen)s jeugdigen en %(ouders)s ouders.",
        "%(partners)s partners vertelden over %(jeugdigen)s jeugdigen en %(ouders)s ouders.",
        told,
    )
    return f"{zin % words} " + _("Wie bij twee partners kwam, telt twee keer.")


# --- reach over the quarters ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bereikblad:
    """Reach: per partner its name and a cell per quarter, in the order of `kwartalen`."""

    kwartalen: tuple[str, ...]
    rijen: tuple[tuple[str, tuple[str, ...]], ...]
    tekening: SafeString

    @property
    def regels(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Per partner its cells, each with the head of its column."""
        return tuple((naam, tuple(zip(self.kwartalen, cellen, strict=True))) for naam, cellen in self.rijen)


def reach_sheet(gebied: GebiedBeeld) -> Bereikblad | None:
    """The table of an area and its drawing; None before anybody told something."""
    table = internal_reach(gebied)
    told = {cel.sleutel[1:]: cel for cel in table.cellen if cel.status in MET_WAARDE}
    if not told:
        return None
    kwartalen = tuple(sorted({kwartaal for _partner, kwartaal, _maat in told}))
    names = {str(een.organisatie): een.partner for b in gebied.bijeenkomsten for een in b.bijdragen}
    partners = sorted(names.items(), key=lambda rij: rij[1])

    def number(partner: str, kwartaal: str, maat: str) -> int | None:
        cel = told.get((partner, kwartaal, maat))
        return cel.waarde if cel else None

    def cell(partner: str, kwartaal: str) -> str:
        kids, parents = (number(partner, kwartaal, maat) for maat in ("jeugdigen", "ouders"))
        if kids is None or parents is None:
            return "–"
        return _("%(jeugdigen)s jeugdigen, %(ouders)s ouders") % {
            "jeugdigen": getal(kids),
            "ouders": getal(parents),
        }

    shown = kwartalen[-GETEKEND:]
    drawn = [
        Kwartaalrij(
            naam,
            tuple(
                (float(n), getal(n)) if (n := number(partner, k, "jeugdigen")) is not None else (None, "–")
                for k in shown
            ),
        )
        for partner, naam in partners
    ]
    return Bereikblad(
        tuple(short_quarter(een) for een in kwartalen),
        tuple((naam, tuple(cell(partner, k) for k in kwartalen)) for partner, naam in partners),
        kwartaalstaven(
            id="bereik-beeld",
            titel=_("Jeugdigen die elke partner bereikte, per kwartaal"),
            omschrijving=_(
                "Per partner een rij staven, alle op één schaal. Een streepje betekent dat de partner over"
                " dat kwartaal niets opschreef. Dezelfde getallen staan in de tabel."
            ),
            kwartalen=[short_quarter(een) for een in shown],
            rijen=drawn,
        ),
    )
