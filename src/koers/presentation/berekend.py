"""A computed indicator as rows of text: what every page and document shows of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from koers.domain.disclosed import CelStatus, Klasse
from koers.presentation.beelden.verloop import Doel, Punt, verloop
from koers.presentation.opmaak import getal, procent
from koers.registers.klok import dag_van


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: its period, the figure in words, what it is made of, and whether it can still change."""

    periode: str
    tekst: str
    uitleg: str
    voorlopig: bool


@dataclass(frozen=True, slots=True)
class Blad:
    """The table of a computed indicator."""

    id: str
    intern: bool
    lezing_id: str
    lezing: str
    lezingen: tuple[tuple[str, str, bool], ...]
    perioden: tuple[str, ...]
    rijen: tuple[tuple[str, str, tuple[Cel, ...]], ...]
    noten: tuple[str, ...]
    peildatum: object
    versie: str
    stand: date | None = None
    verloop: SafeString | None = None
    verlooptitel: str = ""


def computed(berekening) -> Blad:
    """A `koers.actions.monitor.berekend.Berekening` as text in the language of now."""
    taal = 1 if get_language() == "en" else 0
    titel, beeld = _course(berekening)
    return Blad(
        id=berekening.id,
        intern=berekening.klasse is Klasse.INTERN,
        lezing_id=berekening.lezing,
        lezing=berekening.lezing_naam[taal],
        lezingen=tuple(
            (naam, woorden[taal], naam == berekening.lezing) for naam, *woorden in berekening.lezingen
        ),
        perioden=berekening.perioden,
        rijen=tuple(
            (code, naam, tuple(_cell(cijfer, berekening.eenheid) for cijfer in row))
            for code, naam, row in berekening.rows()
        ),
        noten=tuple(str(NOTEN[noot]()) for noot in berekening.noten if noot in NOTEN),
        peildatum=berekening.peildatum,
        versie=berekening.definitie_versie,
        stand=berekening.stand,
        verloop=beeld,
        verlooptitel=titel,
    )


def _course(berekening) -> tuple[str, SafeString | None]:
    """The line of the area that the target is of (else the first), and the road to the target."""
    reeksen = {code: (naam, row) for code, naam, row in berekening.rows()}
    if not reeksen:
        return "", None
    gebied = berekening.doelgebied if berekening.doelgebied in reeksen else next(iter(reeksen))
    naam, row = reeksen[gebied]
    titel = _("Het verloop in %(gebied)s") % {"gebied": naam}
    punten = [
        Punt(
            int(cijfer.periode[:4]),
            None if cijfer.waarde is None else float(cijfer.waarde),
            "" if cijfer.waarde is None else in_unit(berekening.eenheid, Decimal(cijfer.waarde)),
            cijfer.voorlopig,
        )
        for cijfer in row
    ]
    doelen = (
        [_goal(punt, berekening.eenheid) for punt in berekening.doelen]
        if gebied == berekening.doelgebied
        else []
    )
    uitleg = _("Een lijn van de cijfers uit de tabel. Een open stip kan nog veranderen.")
    if doelen:
        uitleg += " " + _("Gestreept: de weg naar het doel.")
    return titel, verloop(id="verloop", titel=titel, omschrijving=uitleg, punten=punten, doelen=doelen)


def _goal(punt, eenheid: str) -> Doel:
    """31 December is the very end of its year."""
    deel = (punt.datum.timetuple().tm_yday) / 365
    woorden = _("doel: %(waarde)s") % {"waarde": in_unit(eenheid, punt.waarde)}
    return Doel(punt.datum.year + min(deel, 1.0), float(punt.waarde), woorden)


def in_unit(eenheid: str, waarde: Decimal) -> str:
    """A value with its unit: "9,5%", "34 dagen", "120"."""
    if eenheid in ("procent", "procent_verandering"):
        return procent(waarde)
    decimalen = 0 if waarde == waarde.to_integral_value() else 1
    if eenheid == "dagen":
        return _("%(aantal)s dagen") % {"aantal": getal(waarde, decimalen)}
    return getal(waarde, decimalen)


def cell_text(cijfer, eenheid: str) -> str:
    """The figure in words: its value, or why it does not stand there."""
    if cijfer.waarde is not None:
        return in_unit(eenheid, Decimal(cijfer.waarde))
    if cijfer.zonder_geheel:
        return _("geen gegevens")
    return _("7 of minder") if cijfer.status is CelStatus.AFGESCHERMD else _("niet te tonen")


def _cell(cijfer, eenheid: str) -> Cel:
    explained = ""
    if cijfer.waarde is not None and cijfer.noemer is not None:
        explained = _explained(cijfer, eenheid)
    return Cel(cijfer.periode, cell_text(cijfer, eenheid), explained, cijfer.voorlopig)


def _explained(cijfer, eenheid: str) -> str:
    if eenheid == "dagen" or cijfer.teller is None:
        return _("%(aantal)s keer") % {"aantal": getal(cijfer.noemer)}
    return _("%(teller)s van %(noemer)s") % {
        "teller": getal(cijfer.teller),
        "noemer": getal(cijfer.noemer),
    }


def plain_rows(berekening) -> list[dict[str, str | int | float | None]]:
    """One row per area and period: the contract of `--json` and of what is taken away (decision 23)."""
    peildatum = berekening.peildatum and dag_van(berekening.peildatum).isoformat()
    return [
        {
            "id": berekening.id,
            "gebied": cijfer.gebied,
            "periode": cijfer.periode,
            "waarde": _number(cijfer.waarde),
            "eenheid": berekening.eenheid,
            "teller": cijfer.teller,
            "noemer": cijfer.noemer,
            "klasse": berekening.klasse.value,
            "peildatum": peildatum,
            "definitie_versie": berekening.definitie_versie,
        }
        for cijfer in berekening.cijfers
    ]


def _number(waarde: str | None) -> float | int | None:
    return None if waarde is None else float(waarde) if "." in waarde else int(waarde)


# The remarks of koers.domain.disclosed under a table, as sentences.
NOTEN = {
    "afgerond_op_5": lambda: _("Aantallen zijn afgerond op vijf; percentages zijn daarvan gemaakt."),
    "tot_en_met_7_afgeschermd": lambda: _(
        "Aantallen tot en met 7 staan er niet, zodat niemand te herkennen is."
    ),
    "totaal_verbreed": lambda: _("Sommige totalen zijn afgerond op tien, zodat niemand is uit te rekenen."),
    "totaal_ingehouden": lambda: _("Sommige totalen staan er niet, zodat niemand is uit te rekenen."),
    "afgerond_op_duizend_euro": lambda: _("Bedragen zijn afgerond op duizend euro."),
    "enquete_minstens_5": lambda: _("Van minder dan vijf antwoorden staat er niets."),
    "intern_niet_verspreiden": lambda: _("Intern: exacte cijfers, alleen voor uw werk. Deel ze niet verder."),
}
