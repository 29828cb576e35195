"""Histories of care as they go wrong in practice, and measures over them.

Overlaps, missing ends, stretches without a day, of one day, that follow on each other, that change level on
the same day, moves between municipalities, pauses, twins, births in a leap month, turning 18 and 19, ages
that nobody knows, questions without a conversation, help before the question.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st

from koers.analytics.model import (
    Aandeel,
    Combinatie,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Verandering,
    Voorwaarde,
    Wachttijd,
    dimensions,
    windows,
)
from koers.domain.spells import (
    Bevolking,
    ErvaringAntwoord,
    GedeclareerdeKosten,
    LichteHulp,
    Spell,
    Verwijzing,
    VoorliggendGebruik,
)

LANG = os.environ.get("KOERS_LANG") == "1"
MET_FOUT = (Phase.explicit, Phase.generate)
_GEPLANT: list[bool] = []


def examples(few: int, many: int) -> settings:
    """So many examples; many in the long run, and then other ones every time (unless both are the same)."""
    return settings(
        max_examples=many if LANG else few,
        deadline=None,
        derandomize=not LANG or few == many,
        database=None,
        print_blob=True,
        phases=MET_FOUT if _GEPLANT else tuple(Phase),
    )


@contextmanager
def planted_fault_is_met() -> Iterator[None]:
    """The body meets the fault on some example; the smallest one is not looked for: that takes minutes."""
    _GEPLANT.append(True)
    try:
        with pytest.raises(AssertionError):
            yield
    finally:
        _GEPLANT.pop()


T = datetime(2026, 1, 1, tzinfo=UTC)
GEMEENTEN = ("GM1731", "GM0106")
# Births such that 18 and 19 fall in the years that are counted, one in a leap month, one unknown.
GEBOREN = ("2004-02", "2005-01", "2005-06", "2005-12", "2006-01", "2015-03", "2023-04", None)
EDGES = (
    date(2021, 12, 31),
    date(2022, 1, 1),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 2, 29),
    date(2024, 4, 1),
)

LENGTHS = (-2, 0, 1, 5, 29, 89, 89, 366, 366, None)  # last day minus first; None: it runs
GAPS = (-60, -1, 0, 1, 1, 2, 3, 30, 31, 90)  # first day minus last day of the stretch before
NIVEAUS = (2, 4, 5, 8)


class Person:
    """One young person with all their rows, made from a number: the same number, the same person.

    Hypothesis draws the numbers, so a counterexample shrinks to the one or two persons who matter.
    """

    def __init__(self, number: int) -> None:
        self.r = Random(number)
        self.jeugdige = f"j{number}"
        self.born = self.r.choice(GEBOREN)

    def some_day(self) -> date:
        """Any day, an edge of a year, or a day near the first of the month of turning 18 or 19."""
        kind = self.r.randrange(3)
        if kind == 0:
            return self.r.choice(EDGES)
        if kind == 1 and self.born:
            year = int(self.born[:4]) + self.r.choice((18, 19))
            return date(year, int(self.born[5:]), 1) + timedelta(days=self.r.choice((-30, -1, 0, 1, 40)))
        return date(2021, 10, 1) + timedelta(days=self.r.randrange(1200))

    def day_near(self, spells: list[Spell]) -> date:
        """A day near the beginning or end of some help, or any day."""
        spell = self.r.choice(spells)
        near = self.r.choice((spell.begindatum, spell.einddatum, None))
        if near is None:
            return self.some_day()
        return near + timedelta(days=self.r.choice((-30, -1, 0, 1, 2, 30)))

    def spells(self) -> list[Spell]:
        """Stretches of help, sometimes with short ones within a long one, or one beside it."""
        r, begin, found = self.r, self.some_day(), []
        gemeente, niveau = r.choice(GEMEENTEN), r.choice(NIVEAUS)
        for _ in range(r.randint(1, 4)):
            length = r.choice(LENGTHS)
            eind = None if length is None else begin + timedelta(days=length)
            route, aanbieder = r.choice(("toegang", "medisch", None)), r.choice(("A", None))
            spell = Spell(
                self.jeugdige, self.born, "V", gemeente, route, niveau, "45", aanbieder, begin, eind, T
            )
            found.append(spell)
            if r.random() < 0.2:
                found.append(replace(spell, product="41"))
            if length and length > 60 and r.random() < 0.5:
                found += [_within(spell, 3, 4), _within(spell, 10 + r.randrange(20), length)]
            if r.random() < 0.5:
                gemeente, niveau = r.choice(GEMEENTEN), r.choice(NIVEAUS)
            begin = (eind or begin) + timedelta(days=r.choice(GAPS))
        return found

    def light(self, spells: list[Spell]) -> LichteHulp:
        """A light question, perhaps without a conversation, perhaps without an end."""
        vraag, begin = self.day_near(spells), self.r.choice((None, -3, 0, 27, 28, 29, 60))
        eind, soort = self.r.choice((None, 0, 28, 90)), self.r.choice(("poh_jeugd", "lokaal_team"))
        begindatum = None if begin is None else vraag + timedelta(days=begin)
        einddatum = None if eind is None or begindatum is None else begindatum + timedelta(days=eind)
        gemeente = self.r.choice(GEMEENTEN)
        return LichteHulp(
            self.jeugdige, self.born, gemeente, soort, None, vraag, begindatum, einddatum, None, T
        )

    def use(self, spells: list[Spell]) -> VoorliggendGebruik:
        """Use of a voorliggende voorziening."""
        begin, length = self.day_near(spells), self.r.choice(LENGTHS)
        eind = None if length is None else begin + timedelta(days=length)
        gemeente = self.r.choice(GEMEENTEN)
        return VoorliggendGebruik(self.jeugdige, self.born, gemeente, "cursus", begin, eind, T)

    def referral(self, spells: list[Spell]) -> Verwijzing:
        """A question that came in, before the help it led to, after it, or without any."""
        r, dag = self.r, self.day_near(spells)
        wait = r.choice((None, -5, 0, 28, 29, 100))
        return Verwijzing(
            jeugdige=self.jeugdige,
            geboortemaand=self.born,
            gemeente=r.choice(GEMEENTEN),
            datum=dag,
            route="medisch",
            verwijzer=r.choice(("01", "02")),
            praktijk=r.choice(("P1", None)),
            kanaal=r.choice(("school", "huisarts", None)),
            team=r.choice(("team_jeugd", None)),
            herindicatie=r.random() < 0.5,
            niveau=r.choice((None, 2, 5)),
            product=None,
            hulp_begindatum=None if wait is None else dag + timedelta(days=wait),
            vastgelegd_at=T,
        )

    def cost(self) -> GedeclareerdeKosten:
        """A declared month; credits are negative."""
        maand, team = self.some_day().isoformat()[:7], self.r.choice(("team_jeugd", None))
        cents, aanbieder = self.r.randint(-500, 5000), self.r.choice(("a1", None))
        return GedeclareerdeKosten(
            self.jeugdige, self.r.choice(GEMEENTEN), maand, cents, 5, None, "01", team, None, aanbieder, T
        )

    def tables(self) -> dict[str, list]:
        """All rows of this person."""
        spells, some = self.spells(), range(self.r.randint(0, 2))
        twin = [replace(s, jeugdige=self.jeugdige + "-tweeling") for s in spells if self.r.random() < 0.15]
        return {
            "spells": spells + twin,
            "lichte_hulp": [self.light(spells) for _ in some],
            "voorliggend": [self.use(spells) for _ in some],
            "verwijzingen": [self.referral(spells) for _ in some],
            "declaraties": [self.cost() for _ in some],
        }


def _within(spell: Spell, first: int, last: int) -> Spell:
    begin = spell.begindatum
    return replace(
        spell, begindatum=begin + timedelta(days=first), einddatum=begin + timedelta(days=last), product="52"
    )


def history(numbers: list[int]) -> dict[str, list]:
    """All tables of a small town in which these persons live."""
    found: dict[str, list] = {"ervaringen": [], "bevolking": []}
    for number in numbers:
        for naam, rows in Person(number).tables().items():
            found.setdefault(naam, []).extend(rows)
        r = Random(-number)
        dag = date(2022, 1, 1) + timedelta(days=r.randrange(900))
        wie, gemeente = r.choice(("jeugdige", "ouder")), r.choice(GEMEENTEN)
        found["ervaringen"].append(ErvaringAntwoord(dag, r.random() < 0.5, wie, gemeente, T))
        if not found["bevolking"]:
            found["bevolking"] = [
                Bevolking(gemeente, leeftijd, jaar, r.randrange(10))
                for gemeente in GEMEENTEN[: r.choice((1, 2, 2))]
                for leeftijd in (0, 17, 18, 19)
                for jaar in (2022, 2023)
            ]
    return found


who = st.integers(0, 2**32 - 1)
towns = st.lists(who, min_size=1, max_size=8, unique=True)
crowds = st.lists(who, min_size=12, max_size=16, unique=True)


# Measures over these histories

HEAVY = (Voorwaarde("niveau", (4, 5, 8)),)
ages = st.sampled_from(
    (
        Leeftijd(),
        Leeftijd(None, 40, "dag"),
        Leeftijd(0, 18, "1_januari"),
        Leeftijd(0, 18, "dag"),
        Leeftijd(18, None, "dag"),
        Leeftijd(None, 17, "1_januari"),
    )
)
spells = st.sampled_from((Selectie("spells"), Selectie("spells", HEAVY), Selectie("spells", moment="dag")))
selections = st.one_of(
    spells.map(lambda s: (s,)),
    st.just((Selectie("spells", HEAVY), Selectie("lichte_hulp"))),
    st.just((Selectie("verwijzingen", moment="dag"), Selectie("lichte_hulp", moment="dag"))),
)
other = st.sampled_from(
    (
        (Selectie("voorliggend"),),
        (Selectie("lichte_hulp"),),
        (Selectie("spells", (Voorwaarde("niveau", (2,)),)),),
    )
)
pauses = st.sampled_from((0, 0, 1, 2, 30))

stocks = st.builds(Stand, selections, st.sampled_from(("jeugdigen", "trajecten")), ages)
distinct = st.builds(Uniek, selections, ages)
flows = st.builds(
    Stroom,
    selections,
    st.sampled_from(("in", "uit")),
    st.sampled_from(("jeugdigen", "trajecten")),
    pauses,
    ages,
)
re_entries = st.builds(Heropname, selections, st.sampled_from((2, 3, 30, 31, 90)), pauses, ages)
combinations = st.builds(
    Combinatie,
    selections,
    other,
    st.sampled_from(("zelfde_dag", "zelfde_periode", "vooraf")),
    st.sampled_from(("in_de_periode", "laatste_dag")),
    st.sampled_from((0, 1, 30, 365)),
    ages,
)
waits = st.one_of(
    st.builds(
        Wachttijd,
        st.just("lichte_hulp"),
        st.just("vraagdatum"),
        st.sampled_from(("begindatum", "einddatum")),
        st.sampled_from(((), (Voorwaarde("soort", ("poh_jeugd",)),))),
        st.sampled_from(("van", "tot")),
        st.sampled_from((None, 28)),
        ages,
    ),
    st.builds(
        Wachttijd,
        st.just("verwijzingen"),
        st.just("datum"),
        st.just("hulp_begindatum"),
        cohort=st.sampled_from(("van", "tot")),
        leeftijd=ages,
    ),
)
events = st.one_of(
    st.builds(
        Gebeurtenissen,
        st.just("verwijzingen"),
        st.sampled_from(
            (
                (),
                (Voorwaarde("herindicatie", (True,)), Voorwaarde("verwijzer", ("02",))),
                (Voorwaarde("team", ("team_jeugd",)),),
            )
        ),
        st.sampled_from((None, "hulp_begindatum")),
        leeftijd=ages,
    ),
    st.builds(
        Gebeurtenissen,
        st.just("declaraties"),
        st.sampled_from(((), (Voorwaarde("team", ("team_jeugd",)),))),
        som=st.sampled_from((None, "bedrag_cent")),
    ),
    st.just(Gebeurtenissen("ervaringen", (Voorwaarde("passend", (True,)),))),
)
residents = st.builds(
    Inwoners,
    st.sampled_from((0, 18)),
    st.sampled_from((17, 18, 22)),
    st.sampled_from(((), (Voorwaarde("gemeente", ("GM1731",)),))),
)
shares = st.one_of(
    st.builds(Aandeel, st.one_of(stocks, distinct, flows), residents),
    st.just(
        Aandeel(Gebeurtenissen("ervaringen", (Voorwaarde("passend", (True,)),)), Gebeurtenissen("ervaringen"))
    ),
    st.builds(Aandeel, distinct, distinct),
)
changes = st.builds(Verandering, st.one_of(distinct, events), st.sampled_from((None, 2022)))

BY_KIND = {
    Stand: stocks,
    Uniek: distinct,
    Stroom: flows,
    Heropname: re_entries,
    Combinatie: combinations,
    Wachttijd: waits,
    Gebeurtenissen: events,
    Inwoners: residents,
    Aandeel: shares,
    Verandering: changes,
}


@st.composite
def groupings(draw, maat):
    """Up to three groups by which this measure can be grouped; often by municipality or age."""
    often = [naam for naam in ("gemeente", "leeftijd", "niveau") if naam in dimensions(maat)]
    also = sorted(dimensions(maat) - set(often))
    names = st.lists(st.sampled_from(often + also), unique=True, max_size=2) if often + also else st.just([])
    return tuple(draw(names))


grids = st.sampled_from(
    (windows("jaar", 2022, 2024), windows("kwartaal", 2022, 2024), windows("maand", 2023, 2024))
)
