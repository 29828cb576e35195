"""Full-text search in Dutch over a few hundred short texts, in memory: the same answer on every database.

A word becomes terms: its stem, and for a compound the stems of its parts (kleinschalig + woon + voorziening).
Marks on letters and capitals do not count. A short form and the words it means find each other, from a list
that is policy. Texts are ordered by BM25 (Robertson and Zaragoza 2009), the name counting for more.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import snowballstemmer

from koers.domain.namen import fold

K1 = 1.2
B = 0.6
NAAM_TELT = 3
# A part of a compound says less than the whole word: it may be another word's part too.
DEEL_TELT = 0.5
KORTSTE_DEEL = 4
GENOEG = 0.25
# Parts that stand in so many words that they tell nothing.
VERBINDINGEN = ("", "s", "e", "en", "n", "er")
# The s of "agenda's" is no part of the word.
_MEERVOUD = re.compile(r"(?<=[a-zé])['’]s\b", re.IGNORECASE)
_STOP = """
aan al als bij dan dat de den der die dit doe door een en er het hij hoe in is je kan met na naar
niet nog of om onder ook op over te tot uit van veel voor waar wanneer wat welke werd wie wij worden
wordt zich zij zijn zo zonder was waren heeft hebben daar deze hun ze u
"""
STOPWOORDEN = frozenset(_STOP.split())
GETALLEN = {"twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8"}


@dataclass(frozen=True, slots=True)
class Stuk:
    """A text to find. `sleutel` is what is handed back; `naam` counts for more than `tekst`."""

    sleutel: str
    naam: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Treffer:
    """A text that was found, with its score: higher fits better."""

    sleutel: str
    score: float


Stammer = Callable[[str], str]


def stem_dutch() -> Stammer:
    """The Dutch stemmer of Snowball, on folded words."""
    stemmer = snowballstemmer.stemmer("dutch")
    return lambda woord: str(stemmer.stemWord(woord))


class Zoeker:
    """An inverted index over texts, built once. Nothing in it changes, so threads may share it."""

    def __init__(
        self,
        stukken: Sequence[Stuk],
        afkortingen: Mapping[str, Sequence[str]] | None = None,
        stammer: Stammer | None = None,
    ) -> None:
        """`afkortingen`: a short form and what it may mean. Raises ValueError for a key used twice."""
        if len({stuk.sleutel for stuk in stukken}) != len(stukken):
            raise ValueError("every text has a key of its own")
        self._stam = stammer or stem_dutch()
        self._woorden = {woord for stuk in stukken for woord in words(f"{stuk.naam} {stuk.tekst}")}
        self._woorden |= {
            woord for vormen in (afkortingen or {}).values() for vorm in vormen for woord in words(vorm)
        }
        self._stammen = frozenset(self._stam(woord) for woord in self._woorden)
        self._delen = {woord: self._split(woord) for woord in self._woorden}
        self._gelijk = [
            {tuple(words(vorm)) for vorm in (kort, *vormen)} for kort, vormen in (afkortingen or {}).items()
        ]
        self._bak: dict[str, dict[int, float]] = {}
        self._sleutels = [stuk.sleutel for stuk in stukken]
        lengtes = []
        for nummer, stuk in enumerate(stukken):
            telling: dict[str, float] = defaultdict(float)
            for woord in words(stuk.naam):
                self._count(woord, NAAM_TELT, telling)
            for woord in words(stuk.tekst):
                self._count(woord, 1, telling)
            for term, keer in telling.items():
                self._bak.setdefault(term, {})[nummer] = keer
            lengtes.append(sum(telling.values()))
        gemiddeld = sum(lengtes) / len(lengtes) if lengtes else 1.0
        self._rem = [K1 * (1 - B + B * lengte / (gemiddeld or 1.0)) for lengte in lengtes]

    def search(self, vraag: str, hoogstens: int = 10) -> list[Treffer]:
        """The texts that fit best, at most so many; equal scores in the order of their keys.

        What fits far worse than the best is left out: one common part of a compound is no answer.
        """
        scores: dict[int, float] = defaultdict(float)
        for gewicht, termen in self._readings(list(words(vraag))):
            for term, deel in termen:
                self._add(term, gewicht * deel, scores)
        gevonden = [Treffer(self._sleutels[nummer], round(score, 9)) for nummer, score in scores.items()]
        gevonden.sort(key=lambda een: (-een.score, een.sleutel))
        return [een for een in gevonden[:hoogstens] if een.score >= GENOEG * gevonden[0].score]

    def _add(self, term: str, gewicht: float, scores: dict[int, float]) -> None:
        waar = self._bak.get(term, {})
        zeldzaam = math.log(1 + (len(self._sleutels) - len(waar) + 0.5) / (len(waar) + 0.5))
        for nummer, keer in waar.items():
            scores[nummer] += gewicht * zeldzaam * keer * (K1 + 1) / (keer + self._rem[nummer])

    def _readings(self, vraag: list[str]) -> Iterator[tuple[float, list[tuple[str, float]]]]:
        """The question as it was asked, and with a short form written out or a long form made short."""
        yield 1.0, [paar for woord in vraag for paar in self._terms(woord)]
        for vormen in self._gelijk:
            if not any(self._contains(vraag, vorm) for vorm in vormen):
                continue
            anders = {
                paar
                for vorm in vormen
                if not self._contains(vraag, vorm)
                for woord in vorm
                for paar in self._terms(woord)
            }
            yield 0.8, sorted(anders)

    def _contains(self, vraag: list[str], vorm: tuple[str, ...]) -> bool:
        """Whether every word of a form is in the question, by their stems."""
        stammen = {self._stam(woord) for woord in vraag}
        return bool(vorm) and all(self._stam(woord) in stammen for woord in vorm)

    def _terms(self, woord: str) -> list[tuple[str, float]]:
        """The terms of one word with their weights: its stem, and the stems of its parts."""
        delen = self._delen.get(woord) or self._split(woord)
        return [(self._stam(woord), 1.0), *((self._stam(deel), DEEL_TELT) for deel in delen)]

    def _count(self, woord: str, keer: float, telling: dict[str, float]) -> None:
        for term, deel in self._terms(woord):
            telling[term] += keer * deel

    def _split(self, woord: str) -> tuple[str, ...]:
        """The two parts of a compound: both stand in the texts by themselves, or else the last one does."""
        half: tuple[str, ...] = ()
        for plek in range(KORTSTE_DEEL, len(woord) - KORTSTE_DEEL + 1):
            tweede = woord[plek:]
            if not self._known(tweede):
                continue
            for tussen in VERBINDINGEN:
                eerste = woord[:plek].removesuffix(tussen)
                if len(eerste) >= KORTSTE_DEEL and self._known(eerste):
                    return eerste, tweede
            half = half or (woord[:plek].removesuffix("s"), tweede)
        return half

    def _known(self, deel: str) -> bool:
        """Whether this part is a form of a word of the texts."""
        return deel in self._woorden or self._stam(deel) in self._stammen


def words(tekst: str) -> Iterator[str]:
    """The words that count, folded: no marks, no capitals, no articles; a number word as its figure."""
    for woord in re.findall(r"[0-9a-z]+", fold(_MEERVOUD.sub("", tekst))):
        if woord in STOPWOORDEN:
            continue
        yield GETALLEN.get(woord, woord)


def ndcg(gevonden: Iterable[str], oordelen: Mapping[str, int], hoogstens: int = 10) -> float:
    """How good an order is from 0 to 1 (Järvelin and Kekäläinen 2002), gains 2^grade - 1.

    Raises ValueError without a text that fits at all.
    """
    if not any(oordelen.values()):
        raise ValueError("a judged question has something to find")
    winst = [2 ** oordelen.get(sleutel, 0) - 1 for sleutel in gevonden][:hoogstens]
    best = sorted((2**graad - 1 for graad in oordelen.values()), reverse=True)[:hoogstens]
    return _discounted(winst) / _discounted(best)


def _discounted(winst: Sequence[int]) -> float:
    return sum(een / math.log2(plek + 2) for plek, een in enumerate(winst))
