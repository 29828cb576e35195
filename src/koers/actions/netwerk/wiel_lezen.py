"""Reading rounds of the wheel. Every figure goes through the one exit: no group of fewer than five answers is
told, nor what could be subtracted; and nothing but how many answered while a round is open.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.netwerk.wiel import stellingen_of
from koers.analytics.disclosure import ExactTable, hide_small_surveys, show_internal
from koers.analytics.lattice import total
from koers.authorization.zicht import visible_wielrondes
from koers.domain.actor import Actor
from koers.domain.disclosed import MET_WAARDE, Sleutel
from koers.domain.weigering import Refused
from koers.domain.wiel import ALLEN, GESLOTEN, WIEL, Score, Stelling, Verschil, average, differences
from koers.policy import beleid
from koers.registers.netwerk.models import WielRonde, WielTelling

DOEL = "de samenwerking verbeteren"
# The part of the table with how many people answered at all.
MENSEN = ""


@dataclass(frozen=True, slots=True)
class Groepstand:
    """A group: links given out, and how many were answered; None when that is not told."""

    code: str
    uitgenodigd: int
    antwoorden: int | None


@dataclass(frozen=True, slots=True)
class Rondekop:
    """What a round is, without anything of its answers."""

    id: UUID
    soort: str
    naam: str
    groepering: str
    toestand: str
    versie: int
    begindatum: date
    laatste_datum: date
    gesloten_datum: date | None
    hoogste: int


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What may be told of a closed round. `scores`: means by (group, statement), None where not told."""

    stellingen: tuple[Stelling, ...]
    groepen: tuple[str, ...]
    scores: Mapping[tuple[str, str], Score]
    verschillen: tuple[Verschil, ...]


@dataclass(frozen=True, slots=True)
class Rondebeeld:
    """One round. `uitslag`: of a closed round of the wheel; `eerder`: closed ones before it, newest first."""

    kop: Rondekop
    stellingen: tuple[Stelling, ...]
    samen: int | None
    groepen: tuple[Groepstand, ...]
    uitslag: Uitslag | None
    eerder: tuple[tuple[Rondekop, Uitslag], ...]


def read_rondes(*, by: Actor) -> tuple[tuple[Rondekop, Uitslag | None], ...]:
    """Every round that this actor may see, newest first; with what may be told of closed ones."""
    with act("read_wiel", by=by):
        rows = _newest_first(visible_wielrondes(by))
        return tuple((_head(row), _outcome(row) if _tells(row) else None) for row in rows)


def read_ronde(*, by: Actor, ronde_id: UUID) -> Rondebeeld:
    """One round. Refused: niet_gevonden."""
    with act("read_wiel", by=by) as spoor:
        row = visible_wielrondes(by).filter(pk=ronde_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("wielronde", row.pk)
        told = _told(row)
        uitgenodigd = dict(row.groepen.order_by("pk").values_list("code", "uitgenodigd"))
        earlier: list[tuple[Rondekop, Uitslag]] = []
        if _tells(row):
            before = visible_wielrondes(by).filter(
                soort=WIEL, toestand=GESLOTEN, gesloten_at__lt=row.gesloten_at
            )
            earlier = [(_head(een), _outcome(een)) for een in _newest_first(before)]
        return Rondebeeld(
            _head(row),
            stellingen_of(row),
            told.get(("n", ALLEN, MENSEN)),
            tuple(
                Groepstand(code, aantal, told.get(("n", code, MENSEN)) if row.soort == WIEL else None)
                for code, aantal in uitgenodigd.items()
            ),
            _outcome(row, told) if _tells(row) else None,
            tuple(earlier),
        )


def _newest_first(rows) -> list[WielRonde]:
    return list(rows.order_by("-begindatum", "-gesloten_at", "-pk"))


def _head(row: WielRonde) -> Rondekop:
    return Rondekop(
        *(row.pk, row.soort, row.naam, row.groepering, row.toestand, row.versie, row.begindatum),
        *(row.laatste_datum, row.gesloten_datum, row.hoogste),
    )


def _tells(row: WielRonde) -> bool:
    """An evaluation by partners is told at its indicator, and there alone: two cuts of the same answers would
    let somebody subtract them."""
    return row.toestand == GESLOTEN and row.soort == WIEL


def _outcome(row: WielRonde, told: Mapping[Sleutel, int] | None = None) -> Uitslag:
    told = _told(row) if told is None else told
    stellingen = stellingen_of(row)
    groepen = tuple(row.groepen.order_by("pk").values_list("code", flat=True))
    scores: dict[tuple[str, str], Score] = {}
    for groep in (ALLEN, *groepen):
        for een in stellingen:
            som, aantal = (told.get((deel, groep, een.code)) for deel in ("som", "n"))
            scores[groep, een.code] = None if som is None or not aantal else average(som, aantal)
    codes = [een.code for een in stellingen]
    vanaf = Decimal(beleid().wiel.verschil_vanaf)
    return Uitslag(stellingen, groepen, scores, differences(scores, groepen, codes, vanaf))


def _told(row: WielRonde) -> dict[Sleutel, int]:
    """What may be told, by ("n" or "som", group, statement); of an open round only how many answered."""
    people = dict(row.groepen.values_list("code", "antwoorden"))
    cells: dict[Sleutel, int] = {("n", code, MENSEN): aantal for code, aantal in people.items()}
    if _tells(row):
        cells |= _tallies(row)
    return tell(cells, tuple(people))


def _tallies(row: WielRonde) -> dict[Sleutel, int]:
    """How many answered each statement, and the sum of their scores."""
    cells: dict[Sleutel, int] = defaultdict(int)
    tellingen = WielTelling.objects.filter(ronde=row).values_list(
        "groep__code", "vraag__code", "score", "aantal"
    )
    for groep, vraag, score, aantal in tellingen:
        cells["n", groep, vraag] += aantal
        cells["som", groep, vraag] += score * aantal
    return cells


def tell(cells: Mapping[Sleutel, int], groepen: Sequence[str]) -> dict[Sleutel, int]:
    """The cells that may be told, with those of everybody together. Of each statement the groups add up to
    all, so a group that would follow from the rest is hidden with it."""
    vragen = sorted({vraag for _deel, _groep, vraag in cells})
    delen = sorted({deel for deel, *_ in cells})
    whole = dict(cells)
    verbanden = []
    for vraag in vragen:
        for deel in delen:
            parts = [(deel, groep, vraag) for groep in groepen if (deel, groep, vraag) in cells]
            if parts:
                whole[deel, ALLEN, vraag] = sum(cells[part] for part in parts)
                if deel == "n":
                    verbanden.append(total((deel, ALLEN, vraag), parts))
    tabel = show_internal(ExactTable("wiel", ("deel", "groep", "vraag"), whole, verbanden), doel=DOEL)
    noemers = {sleutel: ("n", *sleutel[1:]) for sleutel in whole}
    hidden = hide_small_surveys(tabel, noemers, verbanden)
    return {
        cel.sleutel: cel.waarde
        for cel in hidden.cellen
        if cel.status in MET_WAARDE and cel.waarde is not None
    }
