"""A check report: every row that was looked at, and what was found about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Vinding:
    """One thing about one row. `rij`: its number in the report, from 1; 0: about the whole. `wie`: by what
    somebody finds it back, never a name of a person. `code` and `params` make the sentence. `fout`: the
    row stays out of the file until this is mended; else it goes along and somebody has to look.
    """

    rij: int
    wie: str
    veld: str
    code: str
    fout: bool = True
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Controle:
    """`rijen`: looked at. `buiten`: what does not belong in this file by its own rules, per reason."""

    rijen: int
    vindingen: tuple[Vinding, ...] = ()
    buiten: Mapping[str, int] = field(default_factory=dict)

    @property
    def fout(self) -> int:
        """Rows that stay out of the file until somebody mends them."""
        return len({een.rij for een in self.vindingen if een.fout and een.rij})

    @property
    def goed(self) -> int:
        """Rows that are in the file."""
        return self.rijen - self.fout

    @property
    def let_op(self) -> int:
        """Rows in the file about which somebody has to look at something."""
        wrong = {een.rij for een in self.vindingen if een.fout}
        return len({een.rij for een in self.vindingen if not een.fout and een.rij} - wrong)
