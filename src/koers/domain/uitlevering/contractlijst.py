"""The yearly list of contracted providers for the Nederlandse Zorgautoriteit (Regeling Jeugdwet 8g, lid 1).

The article asks names, KvK numbers, and per provider the forms of help or types of measures that the
contract or subsidy is about. Which forms there are stands in article 2.2.3 of the Besluit Jeugdwet, which was
not at hand: here stand the hulpvorm codes of CBS. No file layout was found. Both are in `OPEN_VRAGEN`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from koers.domain.uitlevering.controle import Controle, Vinding
from koers.domain.weigering import Refused

VELDEN = ("naam", "kvk_nummer", "soort", "grond", "vorm", "vorm_naam")
OPEN_VRAGEN = ("vormen", "bestandsindeling", "peiljaar", "maatregelen", "subsidies", "landelijk")
# Categories of products (JZ020) by which measures are carried out; the type of measure itself is no product.
MAATREGELCATEGORIEEN = {"47": "jeugdreclassering", "48": "jeugdbescherming", "49": "preventief_justitieel"}
KVK_CIJFERS = 8


@dataclass(frozen=True, slots=True)
class Inkoop:
    """What a provider may deliver in a period (half-open). `id`: of the provider. `soort`: of what kind."""

    id: str
    naam: str
    kvk: str
    soort: str
    categorie: str
    hulpvorm: str
    begindatum: date
    tot_datum: date | None = None


@dataclass(frozen=True, slots=True)
class Gesubsidieerd:
    """Who gets a subsidy; whether that is for help, and under which KvK number, Koers does not know."""

    id: str
    naam: str
    waarvoor: str


@dataclass(frozen=True, slots=True)
class Contractlijst:
    """One row per provider and form. `zonder_kvk`: id and name of providers that lack a number, by name."""

    rijen: tuple[Mapping[str, str], ...]
    zonder_kvk: tuple[tuple[str, str], ...]
    controle: Controle
    aanbieders: int


def check_kvk(kvk: str) -> str:
    """The number without spaces. Refused: kvk_fout. Only the form is looked at: eight digits."""
    tidy = "".join(kvk.split())
    if not _is_kvk(tidy):
        raise Refused("kvk_fout")
    return tidy


def _is_kvk(kvk: str) -> bool:
    return kvk.isascii() and kvk.isdecimal() and len(kvk) == KVK_CIJFERS


def build_contractlijst(
    inkoop: Iterable[Inkoop],
    gesubsidieerd: Iterable[Gesubsidieerd],
    jaar: int,
    vormen: Mapping[str, str],
) -> Contractlijst:
    """All that held on at least one day of `jaar`. `vormen`: the known forms, code -> name.

    Each form of a provider is one row of the report; a subsidy is one too, and always for a person.
    """
    held = [een for een in inkoop if _holds_in(een, jaar)]
    keys = sorted({(een.naam.casefold(), een.id, _form(een)) for een in held})
    first = {(een.id, _form(een)): een for een in reversed(held)}
    doubles = _shared_numbers(held)
    rows, found = [], []
    nummer = 0
    for nummer, (_, id_, vorm) in enumerate(keys, start=1):
        een = first[(id_, vorm)]
        wrong = list(_judge(nummer, een, vorm, vormen, doubles))
        found += wrong
        if not any(vinding.fout for vinding in wrong):
            rows.append(_row(een, vorm, vormen))
    paid = sorted(gesubsidieerd, key=lambda een: (een.naam.casefold(), een.id))
    for extra, subsidie in enumerate(paid, start=nummer + 1):
        found.append(Vinding(extra, subsidie.naam, "kvk_nummer", "cl_subsidie_onbekend"))
    controle = Controle(len(keys) + len(paid), tuple(found))
    lacking = {een.id: een.naam for een in held if not _is_kvk(een.kvk)}
    absent = tuple(sorted(lacking.items(), key=lambda een: een[1].casefold()))
    return Contractlijst(tuple(rows), absent, controle, len({id_ for _, id_, _ in keys}))


def _holds_in(een: Inkoop, jaar: int) -> bool:
    begun = een.begindatum <= date(jaar, 12, 31)
    return begun and (een.tot_datum is None or een.tot_datum > max(date(jaar, 1, 1), een.begindatum))


def _form(een: Inkoop) -> str:
    return MAATREGELCATEGORIEEN.get(een.categorie, een.hulpvorm)


def _shared_numbers(held: Collection[Inkoop]) -> set[str]:
    owners: dict[str, set[str]] = {}
    for een in held:
        if een.kvk:
            owners.setdefault(een.kvk, set()).add(een.id)
    return {kvk for kvk, ids in owners.items() if len(ids) > 1}


def _judge(
    nummer: int, een: Inkoop, vorm: str, vormen: Mapping[str, str], doubles: Collection[str]
) -> Iterator[Vinding]:
    if not een.naam.strip():
        yield Vinding(nummer, een.id[:8], "naam", "cl_naam_ontbreekt")
    if not een.kvk:
        yield Vinding(nummer, een.naam, "kvk_nummer", "cl_kvk_ontbreekt")
    elif not _is_kvk(een.kvk):
        yield Vinding(nummer, een.naam, "kvk_nummer", "cl_kvk_klopt_niet", params={"waarde": een.kvk})
    elif een.kvk in doubles:
        yield Vinding(nummer, een.naam, "kvk_nummer", "cl_kvk_dubbel", False, {"waarde": een.kvk})
    if vorm in MAATREGELCATEGORIEEN.values():
        yield Vinding(nummer, een.naam, "vorm", "cl_type_maatregel", False)
    elif vorm not in vormen:
        yield Vinding(nummer, een.naam, "vorm", "cl_vorm_onbekend", params={"waarde": vorm or "–"})


def _row(een: Inkoop, vorm: str, vormen: Mapping[str, str]) -> Mapping[str, str]:
    known = vormen.get(vorm, vorm.replace("_", " ").capitalize())
    values = (een.naam, een.kvk, een.soort, "contract", vorm, known)
    return dict(zip(VELDEN, values, strict=True))
