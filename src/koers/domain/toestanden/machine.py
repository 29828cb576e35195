"""A state machine as one table: which act leads from which states to which.

The state itself is worked out from facts (decision 4); the table says what may happen next. Diagrams in
`docs/reference/toestanden.md` are made from these tables, and a test drives every act in every state.
"""

from dataclasses import dataclass

from koers.domain.weigering import Refused


@dataclass(frozen=True, slots=True)
class Overgang:
    """One act, the states it may begin in, and where it leads.

    `handeling`: its name in `authorization.handelingen`. `keuze`: what was chosen in it, where one act can
    lead to several states ("toekenning" or "afwijzing").
    """

    handeling: str
    van: frozenset[str]
    naar: str
    keuze: str = ""


@dataclass(frozen=True, slots=True)
class Machine:
    """Every move of one thing. `ding`: what it is, a word of BEGRIPPEN.md; `begin`: its first state."""

    ding: str
    begin: str
    overgangen: tuple[Overgang, ...]

    @property
    def toestanden(self) -> tuple[str, ...]:
        """Every state, in the order of the table."""
        named = [self.begin, *(o.naar for o in self.overgangen)]
        return tuple(dict.fromkeys(named))

    def move(self, toestand: str, handeling: str, keuze: str = "") -> str:
        """The state after this act. Refused: overgang_mag_niet."""
        for overgang in self.overgangen:
            if (overgang.handeling, overgang.keuze) == (handeling, keuze) and toestand in overgang.van:
                return overgang.naar
        raise Refused("overgang_mag_niet", ding=self.ding, toestand=toestand)

    def open_acts(self, toestand: str) -> tuple[str, ...]:
        """The acts that may be done in this state, in the order of the table."""
        return tuple(dict.fromkeys(o.handeling for o in self.overgangen if toestand in o.van))

    def diagram(self) -> str:
        """The table as a Mermaid drawing."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.begin}"]
        for overgang in self.overgangen:
            lines += [
                f"    {van} --> {overgang.naar}: {overgang.handeling} {overgang.keuze}".rstrip()
                for van in self.toestanden
                if van in overgang.van
            ]
        busy = {van for o in self.overgangen for van in o.van}
        lines += [f"    {t} --> [*]" for t in self.toestanden if t not in busy]
        return "\n".join(lines)


def row(handeling: str, van: str, naar: str, keuze: str = "") -> Overgang:
    """A row of a table; `van` names its states with spaces between."""
    return Overgang(handeling, frozenset(van.split()), naar, keuze)
