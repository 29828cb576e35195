"""By what a measure can be grouped, and whether a definition fits the published tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from koers.analytics.model.definitions import (
    Aandeel,
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Verandering,
    Voorwaarde,
    Wachttijd,
)
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import Kolomsoort, Tabel

# Columns that make sensible groups. Anything else (dates, persons) is no group.
GROEPEN = (
    "gemeente",
    "route",
    "niveau",
    "product",
    "aanbieder",
    "geslacht",
    "verwijzer",
    "praktijk",
    "team",
    "kanaal",
    "voorziening",
    "soort",
    "wie",
)


M = TypeVar("M", bound=Maat)


class MaatOngeldig(ValueError):
    """A definition that cannot be computed. The message is a Dutch sentence for whoever edits the file."""


def dimensions(maat: Maat) -> frozenset[str]:
    """The names by which this measure can be grouped."""
    if isinstance(maat, Aandeel):
        return dimensions(maat.teller)
    if isinstance(maat, Verandering):
        return dimensions(maat.van)
    if isinstance(maat, Inwoners):
        return frozenset({"gemeente", "leeftijd"})
    if isinstance(maat, Gebeurtenissen | Wachttijd):
        return _of_table(TABELLEN[maat.tabel])
    return frozenset.intersection(*(_of_table(TABELLEN[s.tabel]) for s in maat.uit))


def _of_table(tabel: Tabel) -> frozenset[str]:
    found = {naam for naam in GROEPEN if naam in tabel.namen}
    return frozenset(found | ({"leeftijd"} if "geboortemaand" in tabel.namen else set()))


def within(maat: M, gemeenten: tuple[str, ...]) -> M:
    """The same measure over these municipalities only, for the figure of a region: persons who moved inside
    it count once, so it cannot be summed from the parts.
    """
    here = Voorwaarde("gemeente", gemeenten)
    if isinstance(maat, Aandeel):
        return replace(maat, teller=within(maat.teller, gemeenten), noemer=within(maat.noemer, gemeenten))
    if isinstance(maat, Verandering):
        return replace(maat, van=within(maat.van, gemeenten))
    if isinstance(maat, Gebeurtenissen | Wachttijd | Inwoners):
        return replace(maat, waar=(*maat.waar, here))
    return replace(maat, uit=tuple(replace(s, waar=(*s.waar, here)) for s in maat.uit))


def denominator_grouping(maat: Aandeel, groepeer: tuple[str, ...]) -> tuple[str, ...]:
    """The part of the grouping that the whole of a share has too."""
    mag = dimensions(maat.noemer)
    return tuple(naam for naam in groepeer if naam in mag)


def check_grouping(maat: Maat, groepeer: tuple[str, ...]) -> None:
    """Raises MaatOngeldig when the measure cannot be grouped so."""
    for naam in groepeer:
        if naam not in dimensions(maat):
            mag = ", ".join(sorted(dimensions(maat))) or "niets"
            raise MaatOngeldig(f"Groeperen naar '{naam}' kan niet bij deze maat. Kies uit: {mag}.")
    if len(set(groepeer)) < len(groepeer):
        raise MaatOngeldig("Elke groep mag maar één keer voorkomen in groepeer.")


def check_measure(maat: Maat) -> None:
    """Raises MaatOngeldig when a table, column or value in the definition does not exist."""
    for part in _parts(maat):
        if isinstance(part, Stand | Uniek | Stroom | Heropname | Combinatie):
            if not part.uit:
                raise MaatOngeldig("Noem bij 'uit' ten minste één tabel.")
            for selectie in part.uit + (part.met if isinstance(part, Combinatie) else ()):
                _check_selection(selectie)
            _check_age([s.tabel for s in part.uit], part.leeftijd)
        elif isinstance(part, Inwoners):
            _check_conditions(TABELLEN["bevolking"], part.waar)
        elif isinstance(part, Gebeurtenissen | Wachttijd):
            _check_conditions(_table(part.tabel), part.waar)
            _check_columns(part)
            _check_age([part.tabel], part.leeftijd)


def _parts(maat: Maat) -> Iterator[Maat]:
    if isinstance(maat, Aandeel):
        yield from (maat.teller, maat.noemer)
    elif isinstance(maat, Verandering):
        yield maat.van
    else:
        yield maat


def _table(naam: str) -> Tabel:
    if naam not in TABELLEN:
        raise MaatOngeldig(f"De tabel '{naam}' bestaat niet. Kies uit: {', '.join(TABELLEN)}.")
    return TABELLEN[naam]


def _check_selection(selectie: Selectie) -> None:
    tabel = _table(selectie.tabel)
    if "jeugdige" not in tabel.namen or tabel.kolom("jeugdige").leeg_mag:
        raise MaatOngeldig(
            f"De tabel '{selectie.tabel}' gaat niet over jeugdigen. Kies een andere tabel bij 'uit'."
        )
    if selectie.moment == "looptijd" and tabel.looptijd is None:
        raise MaatOngeldig(f"Rijen van '{selectie.tabel}' hebben geen looptijd. Zet moment op 'dag'.")
    _check_conditions(tabel, selectie.waar)


def _check_conditions(tabel: Tabel, waar: tuple[Voorwaarde, ...]) -> None:
    for voorwaarde in waar:
        if voorwaarde.kolom not in tabel.namen:
            mag = ", ".join(tabel.namen)
            raise MaatOngeldig(f"'{tabel.naam}' heeft geen kolom '{voorwaarde.kolom}'. Kies uit: {mag}.")
        kolom = tabel.kolom(voorwaarde.kolom)
        soorten: dict[Kolomsoort, type] = {Kolomsoort.GETAL: int, Kolomsoort.JA_NEE: bool}
        for waarde in voorwaarde.een_van:
            if type(waarde) is not soorten.get(kolom.soort, str) or (
                kolom.keuze and waarde not in kolom.keuze
            ):
                raise MaatOngeldig(
                    f"De waarde '{waarde}' kan niet in kolom '{kolom.naam}' van '{tabel.naam}' staan."
                )


def _check_columns(maat: Gebeurtenissen | Wachttijd) -> None:
    tabel = _table(maat.tabel)
    if isinstance(maat, Wachttijd):
        days, numbers = [maat.van, maat.tot], []
    else:
        days = [maat.dag] if maat.dag else []
        numbers = [maat.som] if maat.som else []
    for naam, soort in [(d, Kolomsoort.DATUM) for d in days] + [(n, Kolomsoort.GETAL) for n in numbers]:
        if naam not in tabel.namen or tabel.kolom(naam).soort is not soort:
            raise MaatOngeldig(f"'{naam}' is in de tabel '{tabel.naam}' geen kolom met een {soort}.")
    if tabel.naam == "bevolking":
        raise MaatOngeldig("Gebruik voor inwoners de soort 'bevolking'.")


def _check_age(tabellen: list[str], leeftijd: Leeftijd) -> None:
    bounded = leeftijd.van is not None or leeftijd.tot_en_met is not None
    for naam in tabellen:
        if bounded and "geboortemaand" not in _table(naam).namen:
            raise MaatOngeldig(f"De tabel '{naam}' kent geen leeftijd. Laat 'leeftijd' weg.")
