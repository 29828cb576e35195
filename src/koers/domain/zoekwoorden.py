"""Words to find a person by: whatever the accents, the prefix, the order, or one letter typed wrongly.

Every word of a name is kept with two half keys. One wrong letter leaves the first or the last half of a
word whole, so a word typed with one mistake shares a half key with the right one: an equality that an
index serves, and the same on every database. What comes back is weighed here, word by word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from koers.domain.namen import fold

# Table 36 of the BRP (voorvoegsels), folded; and how people shorten them.
# Ben and Al are left out: they are given names too. A single letter may be an initial: it is weighed.
VOORVOEGSELS = frozenset(
    {
        *("aan", "af", "am", "auf", "aus", "bij", "da", "dal", "dalla", "das", "de", "degli", "dei", "del"),
        *("della", "den", "der", "des", "di", "die", "du", "el", "het", "im", "in", "la", "las", "le", "les"),
        *("li", "of", "onder", "op", "over", "te", "ten", "ter", "tho", "toe", "tot", "uijt", "uit", "unter"),
        *("van", "vom", "von", "voor", "vor", "zu", "zum", "zur", "vd", "vdr", "vande", "vanden", "vander"),
    }
)
LANGSTE = 60  # letters of a word that are kept
TYPEFOUT_VANAF = 4  # letters: in a shorter word one other letter is another name
# Spellings that sound alike; in this order.
_KLANKEN = (("ij", "y"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("dt", "t"))
_DUBBEL = re.compile(r"(.)\1")

# How sure a word is: the same, sounds the same, begins the same, an initial, one letter off.
GELIJK, KLANK, BEGIN, VOORLETTER, TYPEFOUT = 1.0, 0.9, 0.7, 0.6, 0.5


def sound(woord: str) -> str:
    """A folded word without differences of spelling that nobody hears: Dijkstra, Dykstra; Kees, Kes."""
    for lang, kort in _KLANKEN:
        woord = woord.replace(lang, kort)
    return _DUBBEL.sub(r"\1", woord)


@dataclass(frozen=True, slots=True)
class Zoeksleutel:
    """A word as kept: whole, and its two halves with the length of the whole before them."""

    woord: str
    kop: str
    staart: str


def key(woord: str) -> Zoeksleutel:
    """The kept form of a folded word."""
    helft = len(woord) // 2
    return Zoeksleutel(woord, f"{len(woord)}<{woord[:helft]}", f"{len(woord)}>{woord[helft:]}")


def halves(woord: str) -> tuple[list[str], list[str]]:
    """The half keys of every word that can be at most one mistake away from `woord`: heads, tails."""
    koppen, staarten = [], []
    for lengte in (len(woord) - 1, len(woord), len(woord) + 1):
        helft = lengte // 2
        koppen.append(f"{lengte}<{woord[:helft]}")
        staarten.append(f"{lengte}>{woord[len(woord) - (lengte - helft) :]}")
    # Two letters swapped across the middle spoil both halves: swap them back.
    helft = len(woord) // 2
    koppen.append(f"{len(woord)}<{woord[: helft - 1]}{woord[helft : helft + 1]}")
    return koppen, staarten


@dataclass(frozen=True, slots=True)
class Naamwoorden:
    """The words of one name: of the surname (also written as one word), the given names, the prefix."""

    achternaam: tuple[str, ...]
    voornaam: tuple[str, ...]
    voorvoegsel: tuple[str, ...]

    def all(self) -> tuple[str, ...]:
        return (*self.achternaam, *self.voornaam)


def words_of(gevouwen: str) -> Naamwoorden:
    """Of `namen.fold_persoon`: surname|prefix|called|given names."""
    achternaam, voorvoegsel, roepnaam, voornamen = (deel.split() for deel in gevouwen.split("|"))
    aaneen = {"".join(achternaam), *_as_one([*voorvoegsel, *achternaam])}
    telt_mee = [woord for woord in voorvoegsel if woord not in VOORVOEGSELS and len(woord) > 1]
    return Naamwoorden(
        tuple(dict.fromkeys([*achternaam, *sorted(aaneen), *telt_mee])),
        tuple(dict.fromkeys([*roepnaam, *voornamen])),
        tuple(voorvoegsel),
    )


def _as_one(woorden: list[str]) -> Iterator[str]:
    """Each part of a surname as one word, with the prefix before it: vandenberg."""
    deel: list[str] = []
    for woord in woorden:
        if woord in VOORVOEGSELS and deel and deel[-1] not in VOORVOEGSELS:
            yield "".join(deel)
            deel = []
        deel.append(woord)
    yield "".join(deel)


def keys_of(gevouwen: str) -> tuple[Zoeksleutel, ...]:
    """Everything that is kept to find this person by, each word once, as written and as heard."""
    woorden = [woord[:LANGSTE] for woord in words_of(gevouwen).all() if woord]
    return tuple(key(woord) for woord in dict.fromkeys([*woorden, *map(sound, woorden)]))


@dataclass(frozen=True, slots=True)
class Gezocht:
    """One word that is looked for; `vormen`: alone, and written as one with the prefix before it."""

    vormen: tuple[str, ...]

    @property
    def woord(self) -> str:
        return self.vormen[0]

    @property
    def is_kort(self) -> bool:
        """Too short to find by alone when there is more to go on: initials."""
        return len(self.woord) <= 2


def searched(naam: str) -> tuple[Gezocht, ...]:
    """What to look for in a name as typed: its prefixes tell nothing when something else is there."""
    woorden = fold(naam).split()
    alles = [w for w in woorden if w not in VOORVOEGSELS] or woorden
    found = []
    ervoor = ""
    for woord in woorden:
        if woord not in alles:
            ervoor += woord
            continue
        found.append(Gezocht((woord, ervoor + woord) if ervoor else (woord,)))
        ervoor = ""
    return tuple(found)


def weigh(gezocht: tuple[Gezocht, ...], gevouwen: str) -> float:
    """How well a name answers, 0 (not) to 1 (every word the same). At most one word may be one letter off."""
    naam = words_of(gevouwen)
    delen = [max(_weigh_form(vorm, naam) for vorm in woord.vormen) for woord in gezocht]
    fouten = delen.count(TYPEFOUT)
    if not delen or min(delen) == 0 or fouten > 1:
        return 0.0
    if fouten and len(gezocht[delen.index(TYPEFOUT)].woord) < TYPEFOUT_VANAF and GELIJK not in delen:
        return 0.0
    return round(sum(delen) / len(delen), 6)


def _weigh_form(vorm: str, naam: Naamwoorden) -> float:
    woorden = naam.all()
    if vorm in woorden:
        return GELIJK
    klank = sound(vorm)
    heard = [sound(woord) for woord in woorden]
    if klank in heard:
        return KLANK
    if len(vorm) > 1 and any(woord.startswith((vorm, klank)) for woord in (*woorden, *heard)):
        return BEGIN
    if len(vorm) <= 3 and _initials(vorm, naam):
        return VOORLETTER
    if len(vorm) >= TYPEFOUT_VANAF - 1 and any(
        one_off(*paar) for paar in (*((vorm, w) for w in woorden), *((klank, w) for w in heard))
    ):
        return TYPEFOUT
    return 0.0


def _initials(letters: str, naam: Naamwoorden) -> bool:
    """Whether each letter begins a given name, in order: "em" for Elif Maria. One letter: of any
    word, the prefix too: the "v" of "v. d. Berg".
    """
    if len(letters) == 1:
        return any(woord.startswith(letters) for woord in (*naam.all(), *naam.voorvoegsel))
    rest: Iterator[str] = iter(naam.voornaam)
    return all(any(woord.startswith(letter) for woord in rest) for letter in letters)


def one_off(een: str, ander: str) -> bool:
    """Whether two different words differ by one letter: added, left out, replaced, or two swapped."""
    if een == ander or abs(len(een) - len(ander)) > 1 or min(len(een), len(ander)) < TYPEFOUT_VANAF - 1:
        return False
    kort, lang = sorted((een, ander), key=len)
    start = next((i for i, (a, b) in enumerate(zip(kort, lang, strict=False)) if a != b), len(kort))
    if len(kort) < len(lang):
        return kort[start:] == lang[start + 1 :]
    if kort[start + 1 :] == lang[start + 1 :]:
        return True
    return kort[start + 2 :] == lang[start + 2 :] and kort[start : start + 2] == lang[start : start + 2][::-1]
