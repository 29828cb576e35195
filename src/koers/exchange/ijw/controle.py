"""What a receiver says of a message: its structure first, and if that holds, every rule of the table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.official import Schemas
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.plaatsen import line_numbers
from koers.exchange.ijw.regels import REGELS, Omgeving, Regel
from koers.exchange.ijw.regels.regel import Controle
from koers.exchange.ijw.waarden import LEEG

REGELEINDE = "De regels eindigen niet overal op CR/LF. Koers leest dit bericht toch; stuur het met CR/LF."
HOOGSTENS_BEVINDINGEN = 1_000  # of the rules; of the structure `parse` notes a hundred
# The structure names these by their own number; everything else in it is "XSD".
_EIGEN_NUMMER = {"BerichtVersie": "CS025", "BerichtSubversie": "CS015", "DeclaratieNummer": "CS319"}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What came out of looking at a message. `opmerkingen` ask for attention and reject nothing."""

    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...] = ()
    opmerkingen: tuple[Bevinding, ...] = ()

    @property
    def geldig(self) -> bool:
        return self.bericht is not None and not self.bevindingen

    @property
    def heel_afgekeurd(self) -> bool:
        """Whether the message as a whole is rejected (OP286)."""
        return self.bericht is None or any(een.heel_bericht for een in self.bevindingen)


def control(inhoud: bytes, om: Omgeving, schemas: Schemas | None = None) -> Uitkomst:
    """Looks at a message, whatever the bytes are."""
    return control_on(inhoud, lambda _bericht: om, schemas)


def control_on(
    inhoud: bytes, omgeving_van: Callable[[Bericht], Omgeving], schemas: Schemas | None = None
) -> Uitkomst:
    """The same, with surroundings that the message itself decides: an old one is judged on its own day."""
    gelezen = parse(inhoud)
    if gelezen.bericht is None or gelezen.bevindingen:
        return Uitkomst(gelezen.bericht, tuple(_numbered(een) for een in gelezen.bevindingen))
    om = omgeving_van(gelezen.bericht)
    gevonden = list(islice(check_rules(gelezen.bericht, om), HOOGSTENS_BEVINDINGEN))
    if schemas is not None:
        gevonden += ((een, False) for een in schemas.check(gelezen.bericht.soort, inhoud))
    regels = line_numbers(inhoud, {een.pad for een, _ in gevonden if not een.regelnummer})
    geplaatst = [(een.on_line(een.regelnummer or regels.get(een.pad, 0)), mild) for een, mild in gevonden]
    opmerkingen = [een for een, mild in geplaatst if mild]
    if nummer := _foreign_line_end(inhoud):
        opmerkingen.append(Bevinding("OP192", "", "", REGELEINDE, nummer))
    return Uitkomst(gelezen.bericht, tuple(een for een, mild in geplaatst if not mild), tuple(opmerkingen))


def check_rules(bericht: Bericht, om: Omgeving) -> Iterator[tuple[Bevinding, bool]]:
    """Every rule that this message breaks by itself; with it whether that only asks for attention."""
    for regel, kijk in _rules_of(bericht.soort):
        for vondst in kijk(bericht, om):
            code = "" if vondst.opmerking else regel.code
            yield Bevinding(regel.nummer, code, vondst.pad, vondst.zin), vondst.opmerking


@cache
def _rules_of(soort: str) -> tuple[tuple[Regel, Controle], ...]:
    return tuple((een, een.kijk) for een in REGELS if een.kijk is not None and soort in een.berichten)


def also_guards(nummer: str) -> tuple[str, ...]:
    """The business rules that this rule guards."""
    return tuple(een.nummer for een in REGELS if nummer in een.via)


def in_order(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """In the order of the file; what concerns the whole comes first."""
    return sorted(bevindingen, key=lambda een: (een.regelnummer, een.pad, een.regel))


def _numbered(een: Bevinding) -> Bevinding:
    naam = een.pad.rpartition("/")[2]
    if een.regel == "XSD" and naam in _EIGEN_NUMMER and een.zin != LEEG.zin:
        return replace(een, regel=_EIGEN_NUMMER[naam])
    return een


def _foreign_line_end(inhoud: bytes) -> int:
    """The first line that does not end with CR/LF; 0 if all do. A file on disk may have been converted."""
    if inhoud.count(b"\n") == inhoud.count(b"\r\n") == inhoud.count(b"\r"):
        return 0
    for nummer, regel in enumerate(inhoud.splitlines(keepends=True), start=1):
        if not regel.endswith(b"\r\n"):
            return nummer
    return 1
