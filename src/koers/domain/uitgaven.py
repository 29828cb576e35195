"""All that a municipality spends on its young people, to the cent: care, and everything that no declaration
tells: pgb, subsidies, programmes, own staff and the contribution to the region.

Koersen 6.3, part 1, asks for all of it in one list. Every split of an amount adds up to the amount.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from koers.domain.declaraties import allowed
from koers.domain.kolommen import gemeente_kolom, tekst_kolom
from koers.domain.rollen import Rol
from koers.domain.tabelvorm import Kolomsoort, Tabel, column
from koers.domain.toewijzingsberichten import Omvang
from koers.domain.weigering import Refused

ZORG = "zorg"
SOORTEN = (ZORG, "pgb", "subsidie", "programma", "eigen_personeel", "regiobijdrage")
BEGROTING, WIJZIGING, UITGAVE = "begroting", "wijziging", "uitgave"
KANTEN = (BEGROTING, WIJZIGING, UITGAVE)
LANGSTE_OMSCHRIJVING = 200
HOUDT_UITGAVEN_BIJ = frozenset({Rol.CONTROLLER})
MINUUT, UUR, EURO_EENHEID = "01", "04", "83"
_MINUTEN = {MINUUT: 1, UUR: 60}


@dataclass(frozen=True, slots=True)
class Uitgavenregel:
    """An amount that is in no declaration: of a budget, of a change of it, or spent. A credit is negative."""

    gemeente: str = gemeente_kolom()
    maand: str = column(
        Kolomsoort.MAAND,
        "De maand waarvoor het geld is; bij een begroting de eerste maand.",
        "The month that the money is for; of a budget its first month.",
    )
    soort: str = tekst_kolom("Waaraan.", "On what.", leeg_mag=False, keuze=SOORTEN)
    kant: str = tekst_kolom(
        "Begroting, wijziging van de begroting, of uitgave.",
        "Budget, change of the budget, or spending.",
        leeg_mag=False,
        keuze=KANTEN,
    )
    bedrag_cent: int = column(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
    taakveld: str | None = tekst_kolom("Iv3-taakveld, zoals 6.2.", "Iv3 task field, such as 6.2.")
    omschrijving: str | None = tekst_kolom("Waarvoor, in een zin.", "What for, in a sentence.")


UITGAVEN = Tabel("uitgaven", Uitgavenregel, "maand")


def check_uitgave(regel: Uitgavenregel) -> None:
    """Refused: uitgave_zonder_bedrag, uitgave_zorg_geteld."""
    if not regel.bedrag_cent:
        raise Refused("uitgave_zonder_bedrag")
    if regel.soort == ZORG and regel.kant == UITGAVE:
        # Care is what was declared: written down once more it would count twice.
        raise Refused("uitgave_zorg_geteld")


@dataclass(frozen=True, slots=True)
class Gedeclareerd:
    """What was declared for help in a month, and in which year it came in."""

    maand: str
    cent: int
    taakveld: str
    niveau: int | None
    route: str | None
    binnen: int


@dataclass(frozen=True, slots=True)
class Soortregel:
    """A kind of spending in a year, in cents. `verleend`: granted or agreed, where a register tells."""

    soort: str
    begroot: int
    gewijzigd: int
    uitgegeven: int
    verleend: int | None = None

    @property
    def over(self) -> int:
        """What the budget as it was changed leaves; below nothing is spent too much."""
        return self.begroot + self.gewijzigd - self.uitgegeven


def per_kind(
    jaar: int, zorg: Iterable[Gedeclareerd], regels: Iterable[Uitgavenregel], verleend: Mapping[str, int]
) -> tuple[Soortregel, ...]:
    """Each kind of spending in a year, and all of it as the last line (kind "")."""
    som: dict[tuple[str, str], int] = defaultdict(int)
    for post in zorg:
        if post.maand.startswith(f"{jaar}-"):
            som[ZORG, UITGAVE] += post.cent
    for regel in regels:
        if regel.maand.startswith(f"{jaar}-"):
            som[regel.soort, regel.kant] += regel.bedrag_cent
    lijst = [
        Soortregel(
            soort, som[soort, BEGROTING], som[soort, WIJZIGING], som[soort, UITGAVE], verleend.get(soort)
        )
        for soort in SOORTEN
    ]
    totaal = Soortregel(
        "",
        sum(regel.begroot for regel in lijst),
        sum(regel.gewijzigd for regel in lijst),
        sum(regel.uitgegeven for regel in lijst),
    )
    return (*lijst, totaal)


def split(zorg: Iterable[Gedeclareerd], veld: str) -> dict[Hashable, int]:
    """Declared by one field of `Gedeclareerd`; the parts add up to all of it."""
    som: dict[Hashable, int] = defaultdict(int)
    for post in zorg:
        som[getattr(post, veld)] += post.cent
    return dict(som)


def late(jaar: int, zorg: Iterable[Gedeclareerd]) -> int:
    """What came in during `jaar` for help in earlier years."""
    return sum(post.cent for post in zorg if post.binnen == jaar and int(post.maand[:4]) < jaar)


def spread(bedrag_cent: int, begin: date, eind: date) -> dict[str, int]:
    """An amount over the months of a period (both days inclusive), by days; the months add up to it."""
    dagen = (eind - begin).days + 1
    som: dict[str, int] = {}
    dag, tot_nu = begin, 0
    while dag <= eind:
        volgende = (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
        voorbij = (min(volgende - timedelta(days=1), eind) - begin).days + 1
        tot_dan = round(Fraction(bedrag_cent * voorbij, dagen))
        som[f"{dag:%Y-%m}"] = tot_dan - tot_nu
        dag, tot_nu = volgende, tot_dan
    return som


@dataclass(frozen=True, slots=True)
class Verplichting:
    """A running toewijzing. `tot`: the first day without (None: no end). The tariff is of one
    `eenheid_tarief`.
    """

    omvang: Omvang | None
    van: date
    tot: date | None
    tarief_cent: int
    eenheid_tarief: str


def committed(verplichting: Verplichting, na: date, eind: date) -> int | None:
    """What may still be delivered after day `na` up to and including `eind`, in cents at the tariff of now.

    At most: a week or month that begins counts whole, and nobody has to use it all. None when it cannot be
    said: no volume, one in total (of which a part was used), or a unit that the tariff is not of.
    """
    van = max(verplichting.van, na + timedelta(days=1))
    tot = eind if verplichting.tot is None else min(eind, verplichting.tot - timedelta(days=1))
    if van > tot:
        return 0
    omvang = verplichting.omvang
    if omvang is None or omvang.frequentie not in ("1", "2", "4"):
        return None
    maat = _unit(omvang.eenheid, verplichting)
    if maat is None:
        return None
    teller, noemer = maat
    return round(Fraction(allowed(omvang, van, tot) * teller * verplichting.tarief_cent, noemer))


def _unit(eenheid: str, verplichting: Verplichting) -> tuple[int, int] | None:
    if eenheid == verplichting.eenheid_tarief:
        return 1, 1
    if eenheid in _MINUTEN and verplichting.eenheid_tarief in _MINUTEN:
        return _MINUTEN[eenheid], _MINUTEN[verplichting.eenheid_tarief]
    return None


@dataclass(frozen=True, slots=True)
class Jaarmaat:
    """Of the same months of a year: young people with help, days of help, and what was declared."""

    jeugdigen: int
    dagen: int
    cent: int


@dataclass(frozen=True, slots=True)
class Ontleding:
    """Why spending changed, in cents; the three add up to the change."""

    volume: int
    intensiteit: int
    prijs: int


def decompose(toen: Jaarmaat, nu: Jaarmaat) -> Ontleding | None:
    """Volume (young people) x intensity (days each) x price (of a day): one after the other, so that the
    price takes what is left and no cent is lost. None when either year has nobody or no day.
    """
    if not (toen.jeugdigen and toen.dagen and nu.jeugdigen and nu.dagen):
        return None
    volume = Fraction(toen.cent * (nu.jeugdigen - toen.jeugdigen), toen.jeugdigen)
    samen = Fraction(toen.cent * (nu.dagen - toen.dagen), toen.dagen)
    delen = round(volume), round(samen) - round(volume)
    return Ontleding(*delen, nu.cent - toen.cent - sum(delen))


def not_invoiced(
    dagen: Mapping[tuple[str, int], int],
    gedeclareerd: Mapping[tuple[str, int], int],
    dagprijs: Sequence[float | None],
) -> int:
    """Help that was given and not declared yet, in cents: by month and level the days at the price of a day,
    less what came in. More than was expected is no debt of another month.
    """
    som = Fraction(0)
    for (maand, niveau), aantal in dagen.items():
        prijs = dagprijs[niveau - 1]
        if prijs is not None:
            verwacht = aantal * Fraction(prijs)
            som += max(verwacht - gedeclareerd.get((maand, niveau), 0), Fraction(0))
    return round(som)
