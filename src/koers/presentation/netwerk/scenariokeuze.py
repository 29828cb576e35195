"""Choosing a scenario in sentences, tables and bars: the order, what would turn it, how far people agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from koers.actions.netwerk.scenariokeuze import Keuzebeeld, Keuzekop, future_scenarios, unsaid
from koers.domain.scenariokeuze import Criterium, Eensgezindheid, Kantelpunt, Verschuiving, first
from koers.policy import Beleid
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beleid.delen import Tabel, rij, taal
from koers.presentation.beleid.scenariokeuze import PARTIJEN, task_table
from koers.presentation.opmaak import MIN, datum, getal, procent

# From here on people agree, and below it they do not: words for a measure between 0 and 1.
EENSGEZIND, VERDEELD = Fraction(3, 4), Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Scenarioblad:
    """What would move in one scenario: hours per party, and what no source tells."""

    naam: str
    tabel: Tabel | None
    zin: str
    onbekend: tuple[str, ...]


def name(scenario: str, beleid: Beleid) -> str:
    """A scenario as people call it."""
    return taal(beleid.scenarios[scenario].naam) if scenario in beleid.scenarios else scenario


def criterium_name(een: Criterium) -> str:
    """A criterion in the language of now; Dutch where it has no English."""
    return een.naam_en if get_language() == "en" and een.naam_en else een.naam


def criterium_help(een: Criterium) -> str:
    """What it asks, in the language of now."""
    return een.uitleg_en if get_language() == "en" and een.uitleg_en else een.uitleg


def decimal(waarde: Fraction) -> Decimal:
    """An exact number for the screen, with more decimals than are shown."""
    return Decimal(waarde.numerator) / Decimal(waarde.denominator)


# --- the scenarios side by side ---------------------------------------------------------------------


def comparison(beleid: Beleid) -> Tabel:
    """Table 7: today and the six scenarios with their ambition, goals and tasks."""
    scenarios = list(beleid.scenarios.values())
    rijen = (
        (_("Ambitie"), [taal(een.ambitie) for een in scenarios]),
        (
            _("Doelen in Drenthe"),
            ["; ".join(taal(doel) for doel in een.op_drentse_schaal) for een in scenarios],
        ),
        (_("De inkoopregio’s"), [taal(een.taken_inkoopregios) for een in scenarios]),
        (_("Voor"), ["; ".join(taal(een_) for een_ in een.voor) or "–" for een in scenarios]),
        (_("Tegen"), ["; ".join(taal(een_) for een_ in een.tegen) or "–" for een in scenarios]),
    )
    return Tabel(
        (_("Wat"), *(taal(een.naam) for een in scenarios)),
        tuple(rij(kop, *cellen) for kop, cellen in rijen),
        bijschrift=_("De zes scenario’s naast de huidige situatie"),
    )


def tasks(beleid: Beleid) -> Tabel:
    """Who has which task, today and in each scenario."""
    return task_table(beleid)


def consequences(
    verschuivingen: Mapping[str, Sequence[Verschuiving]], beleid: Beleid
) -> tuple[Scenarioblad, ...]:
    """Per scenario the hours that move, to whom; with what is not known said aloud."""
    taken = {een.id: taal(een.naam) for een in beleid.scenariotaken.taken}
    found = []
    for scenario in future_scenarios():
        moved = verschuivingen.get(scenario, ())
        partijen = list(dict.fromkeys(een.partij for een in moved))
        rijen = [
            rij(
                taken[taak],
                *(_moved([een for een in moved if (een.taak, een.partij) == (taak, p)]) for p in partijen),
            )
            for taak in dict.fromkeys(een.taak for een in moved)
        ]
        if rijen:
            rijen.append(
                rij(_("Samen, waar uren bekend zijn"), *(_sum(moved, p) for p in partijen), totaal=True)
            )
        koppen = (_("Taak"), *(str(PARTIJEN[een]) for een in partijen))
        naam = name(scenario, beleid)
        tabel = Tabel(
            koppen,
            tuple(rijen),
            frozenset(range(1, len(koppen))),
            _("Uren per week die verschuiven: %(scenario)s") % {"scenario": naam},
        )
        onbekend = tuple(taken[taak] for taak in unsaid(scenario))
        found.append(Scenarioblad(naam, tabel if rijen else None, _moves(moved), onbekend))
    return tuple(found)


def _moved(found: Sequence[Verschuiving]) -> str:
    if not found:
        return "–"
    een = found[0]
    if een.uren is not None:
        return _signed(een.uren)
    return _("erbij, uren onbekend") if een.erbij else _("eraf, uren onbekend")


def _signed(uren: Decimal) -> str:
    return f"{MIN if uren < 0 else '+'}{getal(abs(uren), 0 if uren == uren.to_integral_value() else 1)}"


def _sum(moved: Sequence[Verschuiving], partij: str) -> str:
    known = [een.uren for een in moved if een.partij == partij and een.uren is not None]
    return _signed(sum(known, Decimal(0))) if known else "–"


def _moves(moved: Sequence[Verschuiving]) -> str:
    """Who gets the most work of what is known, in one sentence."""
    totals: dict[str, Decimal] = {}
    for een in moved:
        if een.uren is not None:
            totals[een.partij] = totals.get(een.partij, Decimal(0)) + een.uren
    if not moved:
        return _("Er verschuift volgens de bron geen taak.")
    more = [partij for partij, uren in totals.items() if uren > 0]
    if not more:
        return _("Van wat erbij komt, zijn geen uren bekend.")
    most = max(totals[partij] for partij in more)
    zin = _("Van wat bekend is, komt er het meest werk bij %(partijen)s: %(uren)s uur per week.")
    if len(busiest := [str(PARTIJEN[partij]) for partij in more if totals[partij] == most]) > 1:
        zin = _("Van wat bekend is, komt er het meest werk bij %(partijen)s: elk %(uren)s uur per week.")
    return zin % {"partijen": _(" en ").join(busiest), "uren": _signed(most)}


# --- one choice -------------------------------------------------------------------------------------


def list_line(kop: Keuzekop, beleid: Beleid) -> str:
    """Where a choice stands."""
    if kop.besloten is None:
        return ngettext(
            "open; %(aantal)s mens bracht iets in", "open; %(aantal)s mensen brachten iets in", kop.deelnemers
        ) % {"aantal": kop.deelnemers}
    if not kop.scenario:
        return _("besloten op %(dag)s: nog geen scenario") % {"dag": datum(kop.besloten)}
    return _("besloten op %(dag)s: %(scenario)s") % {
        "dag": datum(kop.besloten),
        "scenario": name(kop.scenario, beleid),
    }


def lead(beeld: Keuzebeeld, beleid: Beleid) -> str:
    """What the group makes of it, in one sentence."""
    if beeld.besluit:
        return list_line(beeld.kop, beleid).capitalize() + "."
    if not beeld.groep:
        return _("Nog niemand gaf gewichten en scores. Begin met die van uzelf.")
    winnaars = first(beeld.groep)
    if len(winnaars) > 1:
        return _("Gelijk bovenaan staan: %(scenarios)s.") % {
            "scenarios": ", ".join(name(een, beleid) for een in winnaars)
        }
    return ngettext(
        "Met de gewichten van %(aantal)s mens staat %(scenario)s bovenaan.",
        "Met de gewichten van %(aantal)s mensen samen staat %(scenario)s bovenaan.",
        beeld.kop.deelnemers,
    ) % {"aantal": beeld.kop.deelnemers, "scenario": name(winnaars[0], beleid)}


def order(beeld: Keuzebeeld, beleid: Beleid) -> Tabel:
    """Every scenario with its score by the group, by oneself, and for how many it comes first."""
    eigen = {een.scenario: een.score for een in beeld.eigen_volgorde}
    return Tabel(
        (_("Scenario"), _("Groep"), _("Uzelf"), _("Bovenaan bij")),
        tuple(
            rij(
                name(een.scenario, beleid),
                getal(decimal(een.score), 2),
                getal(decimal(eigen[een.scenario]), 2) if een.scenario in eigen else "–",
                getal(beeld.favorieten.get(een.scenario, 0)),
            )
            for een in beeld.groep
        ),
        frozenset({1, 2, 3}),
        _("De volgorde van de scenario’s"),
    )


def bars(beeld: Keuzebeeld, beleid: Beleid) -> SafeString:
    """The order as bars from nought."""
    return staven(
        id="keuze-staven",
        titel=lead(beeld, beleid),
        omschrijving=_("Een staaf per scenario, van 0 tot 5. Dezelfde getallen staan in de tabel."),
        rijen=[
            Staaf(name(een.scenario, beleid), float(een.score), getal(decimal(een.score), 2))
            for een in beeld.groep
        ],
    )


def tipping(beeld: Keuzebeeld, beleid: Beleid) -> tuple[str, ...]:
    """What would turn the outcome round, the smallest change first."""
    namen = {een.code: criterium_name(een) for een in beeld.criteria}
    nearest = sorted(beeld.kantelpunten, key=lambda een: abs(een.bij - een.nu))
    return tuple(_tip(een, namen, beleid) for een in nearest)


def _tip(een: Kantelpunt, namen: Mapping[str, str], beleid: Beleid) -> str:
    if een.bij > een.nu:
        zin = _("%(criterium)s telt nu voor %(nu)s. Boven %(bij)s komt %(scenario)s bovenaan.")
    else:
        zin = _("%(criterium)s telt nu voor %(nu)s. Onder %(bij)s komt %(scenario)s bovenaan.")
    return zin % {
        "criterium": namen[een.criterium],
        "nu": procent(decimal(een.nu) * 100),
        "bij": procent(decimal(een.bij) * 100),
        "scenario": name(een.scenario, beleid),
    }


def agreed(beeld: Keuzebeeld, beleid: Beleid) -> Tabel:
    """Per criterion how far people agree, what it counts for, and where scores are furthest apart."""
    namen = {een.code: criterium_name(een) for een in beeld.criteria}
    return Tabel(
        (_("Criterium"), _("Telt voor"), _("Gewichten"), _("Eens over de scores"), _("Het verst uiteen")),
        tuple(
            rij(
                namen[een.criterium],
                procent(decimal(beeld.delen[een.criterium]) * 100),
                _span(*een.gewichten),
                f"{_degree(een.mate)} ({getal(decimal(een.mate), 2)})",
                _furthest(een, beleid),
            )
            for een in beeld.eensgezind
        ),
        frozenset({1, 2}),
        _("Waar deelnemers het eens en oneens zijn"),
    )


def _span(laagste: int, hoogste: int) -> str:
    if laagste == hoogste:
        return str(laagste)
    return _("%(laagste)s tot en met %(hoogste)s") % {"laagste": laagste, "hoogste": hoogste}


def _degree(mate: Fraction) -> str:
    if mate >= EENSGEZIND:
        return _("eens")
    return _("verdeeld") if mate < VERDEELD else _("deels eens")


def _furthest(een: Eensgezindheid, beleid: Beleid) -> str:
    scenario = max(een.hoogste, key=lambda s: een.hoogste[s] - een.laagste[s])
    laag, hoog = een.laagste[scenario], een.hoogste[scenario]
    if laag == hoog:
        return _("nergens")
    return _("%(scenario)s: %(laag)s tot en met %(hoog)s") % {
        "scenario": name(scenario, beleid),
        "laag": laag,
        "hoog": hoog,
    }


def weights(beeld: Keuzebeeld) -> Tabel:
    """The criteria of this choice with what they ask."""
    return Tabel(
        (_("Criterium"), _("Wat het vraagt")),
        tuple(rij(criterium_name(een), criterium_help(een) or "–") for een in beeld.criteria),
        bijschrift=_("De criteria van deze keuze"),
    )


def frozen(stand: Sequence[tuple[str, int]], beleid: Beleid) -> Tabel:
    """How the weighing stood when it was decided."""
    return Tabel(
        (_("Scenario"), _("Score")),
        tuple(rij(name(scenario, beleid), getal(Decimal(score) / 100, 2)) for scenario, score in stand),
        frozenset({1}),
        _("De weging op de dag van het besluit"),
    )
