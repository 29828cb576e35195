"""What every thing of policy is shown as, and the small translations into words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from koers.policy import Beleid, Bron, Herkomst, Ontbreekt, Tekst, Tijdstip
from koers.policy.values import Leeftijd, OpenVraag
from koers.presentation.beleid.woorden import ONTBREEKT
from koers.presentation.opmaak import Getal, datum, euro, getal, procent

# From the kind and id of a thing to its place on a page.
Adres = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Woord:
    """A word, perhaps one that leads somewhere."""

    tekst: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Veld:
    """A named fact. Several words are a list; of `regels` each is a line of its own."""

    naam: str
    woorden: tuple[Woord, ...]
    regels: bool = False


@dataclass(frozen=True, slots=True)
class Merk:
    """A state: kind of the design (goed, let-op, fout, rust) and its word."""

    soort: str
    woord: str


@dataclass(frozen=True, slots=True)
class Afkomst:
    """Where a thing comes from, who keeps it right, until when it was looked at, and which version this is.

    `verlopen`: the day to look again is past. `eigen`: the municipality laid it over what Koers ships.
    """

    bronnen: str
    eigenaar: str
    herzien_voor: str
    verlopen: bool
    eigen: bool
    bestand: str
    versie: str


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One thing of policy."""

    anker: str
    titel: str
    wat: str = ""
    merken: tuple[Merk, ...] = ()
    velden: tuple[Veld, ...] = ()
    vragen: tuple[tuple[str, str], ...] = ()
    beeld: SafeString | None = None
    tabel: "Tabel | None" = None
    afkomst: Afkomst | None = None


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A row. `tussenkop`: its one cell stands above the rows that follow; `totaal`: it adds up the others."""

    cellen: tuple[Woord, ...]
    anker: str = ""
    tussenkop: bool = False
    totaal: bool = False


def rij(*cellen: str | Woord, anker: str = "", totaal: bool = False) -> Tabelrij:
    """A row of plain words and links."""
    woorden = tuple(cel if isinstance(cel, Woord) else Woord(cel) for cel in cellen)
    return Tabelrij(woorden, anker, totaal=totaal)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table below a thing. `getallen`: which columns hold numbers (from 0)."""

    koppen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]
    getallen: frozenset[int] = frozenset()
    bijschrift: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """Things that belong together; without a title when there is one group."""

    titel: str
    onderdelen: tuple[Onderdeel, ...]


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What turning policy into words needs: the policy, today, and where things stand."""

    beleid: Beleid
    today: date
    adres: Adres

    def noem(self, soort: str, id: str) -> Woord:
        """A thing by its name, leading to its place."""
        ding = self.beleid.van_soort(soort)[id]
        naam = next(getattr(ding, veld) for veld in ("naam", "wat", "taak", "doel") if hasattr(ding, veld))
        return Woord(taal(naam), self.adres(soort, id))

    def noemen(self, soort: str, ids: Iterable[str]) -> tuple[Woord, ...]:
        """Several things by their names."""
        return tuple(self.noem(soort, id) for id in ids)

    def bron(self, bron: Bron) -> str:
        """A source in words."""
        return self.beleid.noem_bron(bron, get_language() or "nl")

    def afkomst(self, herkomst: Herkomst) -> Afkomst:
        """Where a thing comes from."""
        return Afkomst(
            "; ".join(self.bron(bron) for bron in herkomst.bron),
            self.beleid.noem_eigenaar(herkomst, get_language() or "nl"),
            datum(herkomst.herzien_voor),
            herkomst.herzien_voor < self.today,
            herkomst.eigen_beleid,
            herkomst.bestand,
            herkomst.definitie_versie,
        )


def taal(waarde: Tekst | Tijdstip | Ontbreekt | Promise | str | None) -> str:
    """A text in the language of now; why there is none, where that is what the file says."""
    if isinstance(waarde, Ontbreekt):
        return str(ONTBREEKT[waarde.value])
    if isinstance(waarde, Tekst | Tijdstip):
        return waarde.in_taal(get_language())
    return "" if waarde is None else str(waarde)


def veld(naam: Promise | str, *waarden: Tekst | Tijdstip | Ontbreekt | str | None) -> Veld | None:
    """A named fact of one text; None when there is nothing to say."""
    woorden = tuple(Woord(taal(waarde)) for waarde in waarden if waarde is not None and waarde != "")
    return Veld(str(naam), woorden) if woorden else None


def lijst(naam: Promise | str, waarden: Iterable[Tekst | str]) -> Veld | None:
    """A named fact of several texts, each on its own line."""
    woorden = tuple(Woord(taal(waarde)) for waarde in waarden)
    return Veld(str(naam), woorden, regels=True) if woorden else None


def links(naam: Promise | str, woorden: tuple[Woord, ...]) -> Veld | None:
    """A named fact of things that stand elsewhere."""
    return Veld(str(naam), woorden) if woorden else None


def velden(*gevonden: Veld | None) -> tuple[Veld, ...]:
    """Those that say something."""
    return tuple(veld for veld in gevonden if veld is not None)


def vragen(open_vragen: Iterable[OpenVraag]) -> tuple[tuple[str, str], ...]:
    """Open questions, each with what Koers does meanwhile."""
    return tuple((taal(vraag.vraag), taal(vraag.zolang)) for vraag in open_vragen)


def leeftijd(waarde: Leeftijd | Ontbreekt) -> str:
    """Ages in words, both ends included."""
    if isinstance(waarde, Ontbreekt):
        return taal(waarde)
    if waarde.van == waarde.tot_en_met:
        return _("%(leeftijd)s jaar") % {"leeftijd": waarde.van}
    return _("%(van)s tot en met %(tot)s jaar") % {"van": waarde.van, "tot": waarde.tot_en_met}


def exact(waarde: Getal) -> str:
    """A number with the decimals that it has and no more: 7.0 is 7, 9.5 is 9,5."""
    return getal(waarde, _decimals(waarde))


def exact_procent(waarde: Getal) -> str:
    """A percentage with the decimals that it has."""
    return procent(waarde, _decimals(waarde))


def in_euro(waarde: Decimal | int) -> str:
    """An amount in euros as policy writes it."""
    return euro(int(waarde * 100))


def _decimals(waarde: Getal) -> int:
    exponent = Decimal(str(waarde)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
