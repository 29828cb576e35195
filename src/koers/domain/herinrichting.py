"""The herinrichtingsplan: how many fte each role has, needs and gets; and what has to be ready first.

New structures begin only when the conditions for them are worked out and held. Source: Koersen, chapter 4
(a new start; the herinrichtingsplan); product row S2b.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from koers.domain.uitvoeringsagenda import check_past_day
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

LANGSTE_ROL = 80
LANGSTE_BRON = 200
MEESTE_FTE = Decimal(999)
STAPPEN = ("open", "gewijzigd", "voldaan", "vervallen")


@dataclass(frozen=True, slots=True)
class NieuweVoorwaarde:
    """What has to be ready, who sees to it, and on which day; agreed on `datum`."""

    wat: str
    wie: str
    uiterlijk: date
    datum: date
    reden: str = ""


@dataclass(frozen=True, slots=True)
class NieuweFormatie:
    """Fte of a role: now, needed, and agreed (None: nothing yet) from `per` on. `bron`: where that stands."""

    rol: str
    nu: Decimal
    nodig: Decimal
    afgesproken: Decimal | None
    per: date | None
    bron: str
    datum: date
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Optelling:
    """Fte of all roles together. `afgesproken`: of the roles of which something was agreed."""

    nu: Decimal
    nodig: Decimal
    afgesproken: Decimal

    @property
    def tekort(self) -> Decimal:
        """Needed and not agreed yet; below zero: more than needed."""
        return shortage(self.nodig, self.afgesproken)


def shortage(nodig: Decimal, afgesproken: Decimal | None) -> Decimal:
    """Fte that are needed and not agreed; nothing agreed counts as zero."""
    return nodig - (afgesproken or Decimal(0))


def summed(rows: Iterable[tuple[Decimal, Decimal, Decimal | None]]) -> Optelling:
    """The sum of (now, needed, agreed) per role."""
    known = [(nu, nodig, afgesproken or Decimal(0)) for nu, nodig, afgesproken in rows]
    return Optelling(*(sum((row[place] for row in known), Decimal(0)) for place in range(3)))


def check_voorwaarde(nieuw: NieuweVoorwaarde, today: date, na: date | None = None) -> None:
    """Refused: voorwaarde_zonder_wat, voorwaarde_zonder_wie, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige, dag_voor_afspraak."""
    check_tekst(nieuw.wat, "voorwaarde_zonder_wat")
    check_tekst(nieuw.wie, "voorwaarde_zonder_wie")
    check_past_day(nieuw.datum, today, na)
    if nieuw.uiterlijk < nieuw.datum:
        raise Refused("dag_voor_afspraak", datum=nieuw.datum)


def check_voorwaarde_change(was: tuple[str, str, date], nieuw: NieuweVoorwaarde) -> str:
    """The reason, without space around it.

    Refused: voorwaarde_blijft_gelijk, reden_verplicht, tekst_te_lang.
    """
    if was == (nieuw.wat.strip(), nieuw.wie.strip(), nieuw.uiterlijk):
        raise Refused("voorwaarde_blijft_gelijk")
    return check_tekst(nieuw.reden, "reden_verplicht")


def check_formatie(nieuw: NieuweFormatie, today: date, na: date | None = None) -> None:
    """Refused: formatie_zonder_rol, formatie_zonder_bron, tekst_te_lang, fte_kan_niet, afspraak_zonder_dag,
    datum_in_toekomst, dag_voor_vorige."""
    for tekst, code, most in (
        (nieuw.rol, "formatie_zonder_rol", LANGSTE_ROL),
        (nieuw.bron, "formatie_zonder_bron", LANGSTE_BRON),
    ):
        if len(check_tekst(tekst, code)) > most:
            raise Refused("tekst_te_lang", aantal=most)
    for fte in (nieuw.nu, nieuw.nodig, nieuw.afgesproken):
        if fte is not None and not (fte.is_finite() and 0 <= fte <= MEESTE_FTE and fte == round(fte, 2)):
            raise Refused("fte_kan_niet", meeste=MEESTE_FTE)
    if (nieuw.afgesproken is None) != (nieuw.per is None):
        raise Refused("afspraak_zonder_dag")
    check_past_day(nieuw.datum, today, na)


def rolsleutel(rol: str) -> str:
    """By what a role is known: capitals and spaces make no other role of it."""
    return " ".join(rol.split()).casefold()
