"""Starts, stops and corrections as a provider sends them, arriving in any order: the end is the same.

The reference is a provider's own books: one list of what holds, changed by each thing that happens.
"""

import os
import random
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from koers.domain.regieberichten import Lot, Regieregel, settle

REEKSEN = 2_000 if os.environ.get("KOERS_LANG") == "1" else 100
BEGIN = date(2026, 1, 1)


class Aanbieder:
    """What a provider may send, and what its books then say."""

    def __init__(self, kans: random.Random) -> None:
        self.kans, self.dag = kans, BEGIN
        self.boek: list[Regieregel] = []
        self.verzonden: list[Regieregel] = []

    def send(self, een: Regieregel) -> None:
        self.verzonden.append(een)
        if een.verwijdert:
            self.boek = [ander for ander in self.boek if ander.sleutel != een.sleutel]
        else:
            self.boek.append(een)

    def step(self) -> None:
        """One thing happens: help begins, pauses, ends, or something sent before was wrong."""
        self.dag += timedelta(days=self.kans.randint(1, 9))
        starts = [een for een in self.boek if een.soort == "start"]
        laatste = max(starts, key=lambda een: een.begin, default=None)
        stops = [een for een in self.boek if een.soort == "stop" and laatste and een.begin == laatste.begin]
        if laatste is None or (stops and self.kans.random() < 0.5):
            self.send(Regieregel("start", self.dag))
        elif not stops:
            reden = self.kans.choice(("20", "20", "31"))
            wat = self.kans.random()
            if wat < 0.6:
                self.send(Regieregel("stop", laatste.begin, reden=reden, eind=self.dag))
            else:
                self.correct(laatste, self.kans.random() < 0.5)
        elif [een.reden for een in stops] == ["20"] and self.kans.random() < 0.5:
            self.send(Regieregel("stop", laatste.begin, reden="31", eind=self.dag))
        else:
            self.correct(stops[-1], self.kans.random() < 0.6)

    def correct(self, wat: Regieregel, opnieuw: bool) -> None:
        """Removed, and sent again with another day: of a start that is another key, of a stop it is not."""
        self.send(Regieregel(wat.soort, wat.begin, True, wat.reden, wat.eind))
        if opnieuw and wat.soort == "start":
            self.send(Regieregel("start", self.dag))
        elif opnieuw and wat.eind:
            self.send(Regieregel("stop", wat.begin, reden=wat.reden, eind=wat.eind + timedelta(days=1)))


def a_life(kans: random.Random) -> Aanbieder:
    aanbieder = Aanbieder(kans)
    while len(aanbieder.verzonden) < 11:
        aanbieder.step()
    return aanbieder


def lives():
    kans = random.Random(20261130)
    for _ in range(REEKSEN):
        yield kans, a_life(kans)


def in_order(regels) -> list[Regieregel]:
    return sorted(regels, key=lambda een: (een.begin, een.soort, een.reden))


def test_any_order_ends_in_the_books_of_the_provider():
    corrections = 0
    for kans, aanbieder in lives():
        corrections += any(een.verwijdert for een in aanbieder.verzonden)
        for _ in range(3):
            stand = settle(kans.sample(aanbieder.verzonden, len(aanbieder.verzonden)))
            assert list(stand.geldend) == in_order(aanbieder.boek), aanbieder.verzonden
            assert all(een.lot is not Lot.WACHT for een in stand.uitslagen)
    assert corrections > REEKSEN / 2


def test_on_the_way_nothing_is_lost_and_nothing_holds_twice():
    """After every arrival: each line has a lot, and what holds could be true."""
    for kans, aanbieder in lives():
        aangekomen = kans.sample(aanbieder.verzonden, len(aanbieder.verzonden))
        for aantal in range(len(aangekomen) + 1):
            stand = settle(aangekomen[:aantal])
            assert len(stand.uitslagen) == aantal
            loten = Counter(een.lot for een in stand.uitslagen)
            assert loten[Lot.GELDT] == len(stand.geldend)
            assert loten[Lot.VERWIJDERD] == loten[Lot.VERWERKT]
            assert all(bool(een.code) == (een.lot is Lot.WACHT) for een in stand.uitslagen)
            check_could_be_true(stand.geldend)


def check_could_be_true(geldend) -> None:
    starts = [een.begin for een in geldend if een.soort == "start"]
    gestopt = {een.begin for een in geldend if een.soort == "stop"}
    assert len(set(starts)) == len(starts)
    assert gestopt <= set(starts)
    assert all(eerste in gestopt for eerste, _ in pairwise(starts))
