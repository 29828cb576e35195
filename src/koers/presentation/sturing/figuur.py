"""One figure of a report: a sentence, its course and its place among others, and what to trust it by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.analytics.figures import Cijfer
from koers.domain.disclosed import CelStatus
from koers.presentation.beelden.staven import Staaf, staven
from koers.presentation.beelden.verloop import Doel, Punt, verloop
from koers.presentation.berekend import NOTEN, cell_text, in_unit
from koers.presentation.opmaak import datum
from koers.registers.klok import dag_van


@dataclass(frozen=True, slots=True)
class Blad:
    """A table: its name, the heads, and rows of which the first cell is the head. `woorden`: no numbers."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    woorden: bool = False

    @property
    def regels(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Per row its head, and its cells each with the head of their column."""
        return tuple((rij[0], tuple(zip(self.koppen[1:], rij[1:], strict=True))) for rij in self.rijen)


@dataclass(frozen=True, slots=True)
class Prent:
    """A drawing with what it says in words; its table stands beside it."""

    titel: str
    uitleg: str
    svg: SafeString


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure. `kernzin` tells it in a sentence, or why it is not told."""

    id: str
    kop: str
    kernzin: str
    wat: str
    prenten: tuple[Prent, ...]
    tabellen: tuple[Blad, ...]
    noten: tuple[str, ...]
    herkomst: tuple[tuple[str, str], ...]


def compose_figure(
    een: dict[str, Any], hoofdstuk: str, inhoud: dict[str, Any], taal: str, *, tonen: frozenset[str]
) -> Figuur:
    """A frozen figure in words. `tonen`: which drawings go with it."""
    eigen = [rij for rij in een["cijfers"] if rij["gebied"] == inhoud["gemeente"]]
    naam, id = een["naam"][taal], f"{hoofdstuk}-{een['id']}"
    prenten = [
        *(_course(een, eigen, f"verloop-{id}", naam) if "verloop" in tonen else ()),
        *(_among(een, inhoud, f"vergelijking-{id}", naam) if een["vergelijking"] else ()),
    ]
    return Figuur(
        id=id,
        kop=naam,
        kernzin=_sentence(een, eigen, inhoud["gemeentenaam"]),
        wat=een["wat"][taal],
        prenten=tuple(prenten),
        tabellen=tuple(_tables(een, naam)),
        noten=tuple(str(NOTEN[noot]()) for noot in een["noten"] if noot in NOTEN),
        herkomst=tuple(_origin(een, taal)),
    )


def _sentence(een: dict[str, Any], eigen: Sequence[dict[str, Any]], gemeente: str) -> str:
    if not een["berekend"]:
        return _(
            "Dit cijfer is er nog niet: de gegevens die ervoor nodig zijn, komen nog niet bij Koers binnen."
        )
    if not eigen:
        return _("Over %(gemeente)s zijn hiervoor geen gegevens.") % {"gemeente": gemeente}
    last = eigen[-1]
    words = {"gemeente": gemeente, "jaar": last["periode"]}
    if last["waarde"] is None:
        return _withheld(last) % words
    found = [_last(een, last) % (words | {"waarde": _value(een, last)})]
    if len(eigen) > 1 and eigen[-2]["waarde"] is not None:
        found.append(
            _("Over heel %(jaar)s was het %(waarde)s.")
            % {"jaar": eigen[-2]["periode"], "waarde": _value(een, eigen[-2])}
        )
    return " ".join([*found, *_goals(een)])


def _last(een: dict[str, Any], rij: dict[str, Any]) -> str:
    """The sentence of the last year: it may be running still, or not be settled yet."""
    if een["peildatum"] and een["peildatum"][:4] == rij["periode"]:
        return _("In %(jaar)s is dit in %(gemeente)s tot nu toe %(waarde)s.")
    if rij["voorlopig"]:
        return _("In %(jaar)s was dit in %(gemeente)s %(waarde)s; dat kan nog veranderen.")
    return _("In %(jaar)s was dit in %(gemeente)s %(waarde)s.")


def _goals(een: dict[str, Any]) -> Iterator[str]:
    """What it should be, once per value: the source may name two days."""
    per: dict[str, list[str]] = {}
    for dag, waarde in een["doelen"]:
        per.setdefault(waarde, []).append(datum(date.fromisoformat(dag)))
    for waarde, dagen in per.items():
        words = {"waarde": in_unit(een["eenheid"], Decimal(waarde)), "dagen": _(" en ").join(dagen)}
        if len(dagen) > 1:
            yield _("Het doel is %(waarde)s; de bron noemt daarvoor %(dagen)s.") % words
        else:
            yield _("Het doel is %(waarde)s op %(dagen)s.") % words


def _withheld(rij: dict[str, Any]) -> str:
    """Why nothing is told, as a sentence to fill in."""
    if rij["noemer"] == 0:
        return _("Over %(jaar)s zijn er in %(gemeente)s geen gegevens voor dit cijfer.")
    if rij["status"] == CelStatus.AFGESCHERMD.value:
        return _(
            "In %(jaar)s ging dit in %(gemeente)s om 7 of minder. Meer staat er niet, zodat niemand te"
            " herkennen is."
        )
    return _(
        "Het cijfer van %(gemeente)s over %(jaar)s staat er niet: daaruit zou een klein aantal te"
        " berekenen zijn."
    )


def _value(een: dict[str, Any], rij: dict[str, Any]) -> str:
    return in_unit(een["eenheid"], Decimal(rij["waarde"]))


def _cell(een: dict[str, Any], rij: dict[str, Any]) -> str:
    """A figure as on its own page; a star: it can still change."""
    cijfer = Cijfer(
        rij["gebied"],
        rij["gebiedsnaam"],
        rij["periode"],
        CelStatus(rij["status"]),
        rij["waarde"],
        rij["teller"],
        rij["noemer"],
        zonder_geheel=rij["noemer"] == 0,
    )
    star = "*" if rij["voorlopig"] and rij["waarde"] is not None else ""
    return cell_text(cijfer, een["eenheid"]) + star


def _tables(een: dict[str, Any], naam: str) -> Iterator[Blad]:
    per: dict[str, dict[str, str]] = {}
    for rij in een["cijfers"]:
        per.setdefault(rij["gebiedsnaam"], {})[rij["periode"]] = _cell(een, rij)
    if per:
        yield Blad(
            _("%(naam)s, per jaar") % {"naam": naam},
            (_("Gebied"), *een["jaren"]),
            tuple((gebied, *(cells.get(j, "–") for j in een["jaren"])) for gebied, cells in per.items()),
        )
    if een["vergelijking"]:
        yield Blad(
            _("%(naam)s, per gemeente in %(jaar)s") % {"naam": naam, "jaar": een["jaren"][-1]},
            (_("Gemeente"), een["jaren"][-1]),
            tuple((rij["gebiedsnaam"], _cell(een, rij)) for rij in _ordered(een["vergelijking"])),
        )


def _ordered(rijen: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The highest first; what is not told last."""
    return sorted(
        rijen,
        key=lambda rij: (rij["waarde"] is None, -Decimal(rij["waarde"] or 0), rij["gebiedsnaam"]),
    )


def _course(een: dict[str, Any], eigen: Sequence[dict[str, Any]], id: str, naam: str) -> Iterator[Prent]:
    told = [rij for rij in eigen if rij["waarde"] is not None]
    if not told or min(Decimal(rij["waarde"]) for rij in told) < 0:  # the line starts at zero
        return
    titel = _("%(naam)s in %(gebied)s, %(van)s tot en met %(tot)s") % {
        "naam": naam,
        "gebied": eigen[0]["gebiedsnaam"],
        "van": een["jaren"][0],
        "tot": een["jaren"][-1],
    }
    uitleg = _("Een lijn van de cijfers uit de tabel. Een open stip kan nog veranderen.")
    if een["doelen"]:
        uitleg += " " + _("Gestreept: de weg naar het doel.")
    punten = [
        Punt(
            int(rij["periode"]),
            None if rij["waarde"] is None else float(rij["waarde"]),
            "" if rij["waarde"] is None else _value(een, rij),
            rij["voorlopig"],
        )
        for rij in eigen
    ]
    doelen = [
        Doel(
            int(dag[:4]) + min(date.fromisoformat(dag).timetuple().tm_yday / 365, 1.0),
            float(waarde),
            _("doel: %(waarde)s") % {"waarde": in_unit(een["eenheid"], Decimal(waarde))},
        )
        for dag, waarde in een["doelen"]
    ]
    svg = verloop(id=id, titel=titel, omschrijving=uitleg, punten=punten, doelen=doelen)
    if svg is not None:
        yield Prent(titel, uitleg, svg)


def _among(een: dict[str, Any], inhoud: dict[str, Any], id: str, naam: str) -> Iterator[Prent]:
    rijen = _ordered(een["vergelijking"])
    told = [Decimal(rij["waarde"]) for rij in rijen if rij["waarde"] is not None]
    if not told or min(told) < 0:  # a bar has no room below zero
        return
    titel = _("%(naam)s per gemeente, %(jaar)s") % {"naam": naam, "jaar": een["jaren"][-1]}
    uitleg = _(
        "Staven van hoog naar laag; de eigen gemeente is donkerder. Dezelfde cijfers staan in de tabel."
    )
    svg = staven(
        id=id,
        titel=titel,
        omschrijving=uitleg,
        rijen=[
            Staaf(
                rij["gebiedsnaam"],
                None if rij["waarde"] is None else float(rij["waarde"]),
                _cell(een, rij),
                zelf=rij["gebied"] == inhoud["gemeente"],
            )
            for rij in rijen
        ],
    )
    yield Prent(titel, uitleg, svg)


def _origin(een: dict[str, Any], taal: str) -> Iterator[tuple[str, str]]:
    teller, noemer = een["teller"][taal], een["noemer"]
    yield (
        _("Wat er is geteld"),
        _("%(teller)s, als deel van: %(noemer)s") % {"teller": teller, "noemer": noemer[taal]}
        if noemer
        else teller,
    )
    if een["lezing"]:
        yield _("Manier van tellen"), een["lezing"][taal]
    if een["definitie_versie"]:
        yield _("Definitie"), _("versie %(versie)s") % {"versie": een["definitie_versie"]}
    if een["peildatum"]:
        yield (
            _("Gegevens tot en met"),
            datum(dag_van(datetime.fromisoformat(een["peildatum"]))),
        )
    if een["berekend"]:
        yield _("Bron van de cijfers"), _("Koers, geteld uit de registratie van de gemeenten")
    bronnen = "; ".join(f"{bron['document'][taal]}, {bron['plaats']}" for bron in een["bron"])
    yield (
        _("Bron van de definitie"),
        bronnen if een["volgens"] == "bron" else _("%(bron)s, met een aanname van Koers") % {"bron": bronnen},
    )
