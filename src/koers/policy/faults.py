"""What can be wrong with a policy file, told to the person who edits that file."""

from collections.abc import Iterable
from dataclasses import dataclass

from koers.policy.sentences import SENTENCES


@dataclass(frozen=True, slots=True, order=True)
class BeleidFout:
    """One fault: which file, which line (from 1), which field, and a sentence that says how to mend it."""

    bestand: str
    regel: int
    veld: str
    soort: str
    zin: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel} {self.veld or '(hele bestand)'}: {self.zin}"


def fault(bestand: str, regel: int, veld: str, soort: str, /, **words: object) -> BeleidFout:
    """A fault of one of the kinds in SENTENCES, with the words that its sentence needs."""
    return BeleidFout(bestand, regel, veld, soort, SENTENCES[soort].format(**words))


class BeleidOngeldig(Exception):
    """Raised once, after everything is read, with every fault found (sorted by file and line)."""

    def __init__(self, fouten: Iterable[BeleidFout]) -> None:
        self.fouten = tuple(sorted(set(fouten)))
        super().__init__("\n".join(str(fout) for fout in self.fouten))
