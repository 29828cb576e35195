"""The quantities of published figures: unit, bounds, period, and how areas may be put together.

A share is never compared with a share over other people: who is counted over is part of the quantity.
The words (name, numerator, denominator) stand in `koers.presentation.grootheden`.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class Eenheid(StrEnum):
    """In what a figure is expressed."""

    AANTAL = "aantal"
    PROCENT = "procent"
    PER_1000 = "per_1000"
    DUIZEND_EURO = "duizend_euro"
    KLASSE = "klasse"
    KILOMETER = "kilometer"


class SoortPeriode(StrEnum):
    """What the year of a figure means."""

    PEILDATUM = "stand_op_1_januari"
    KALENDERJAAR = "kalenderjaar"
    AFSPRAAK = "afspraak_in_dat_jaar"


class Samenvoegen(StrEnum):
    """How figures of parts make the figure of the whole. GEEN: only if the source publishes the whole."""

    SOM = "som"
    GEWOGEN = "gewogen"
    GEEN = "geen"


class Status(StrEnum):
    """What the source says in a cell. Only the first two carry a number."""

    GEPUBLICEERD = "gepubliceerd"
    VOORLOPIG = "voorlopig"
    ONTBREEKT = "ontbreekt"
    NIET_VRIJGEGEVEN = "niet_vrijgegeven"
    AFGESCHERMD = "afgeschermd"


MET_GETAL = frozenset({Status.GEPUBLICEERD, Status.VOORLOPIG})


class Bron(StrEnum):
    """Which kind of file a quantity comes from."""

    CBS = "cbs"
    REGIO = "regio"


@dataclass(frozen=True, slots=True)
class Grootheid:
    """One quantity. `hoogste`: no municipality can have more. `gewicht`: the quantity to weigh with, exact
    only because the share is over precisely those people.
    """

    id: str
    bron: Bron
    eenheid: Eenheid
    periode: SoortPeriode
    hoogste: Decimal
    decimalen: int = 0
    laagste: Decimal = Decimal(0)
    samenvoegen: Samenvoegen = Samenvoegen.GEEN
    gewicht: str = ""

    def possible(self, waarde: Decimal) -> bool:
        """Whether a municipality can have this value; counts and classes are whole."""
        whole = self.eenheid not in (Eenheid.AANTAL, Eenheid.KLASSE) or waarde == waarde.to_integral_value()
        return whole and self.laagste <= waarde <= self.hoogste


def _aantal(naam: str, bron: Bron = Bron.CBS, periode: SoortPeriode = SoortPeriode.PEILDATUM) -> Grootheid:
    return Grootheid(
        naam, bron, Eenheid.AANTAL, periode, hoogste=Decimal(20_000_000), samenvoegen=Samenvoegen.SOM
    )


def _aandeel_inwoners(naam: str) -> Grootheid:
    return Grootheid(
        naam,
        Bron.CBS,
        Eenheid.PROCENT,
        SoortPeriode.PEILDATUM,
        hoogste=Decimal(100),
        decimalen=2,
        samenvoegen=Samenvoegen.GEWOGEN,
        gewicht="inwoners",
    )


def _per_1000_inwoners(naam: str) -> Grootheid:
    return Grootheid(
        naam,
        Bron.CBS,
        Eenheid.PER_1000,
        SoortPeriode.PEILDATUM,
        hoogste=Decimal(1000),
        decimalen=2,
        samenvoegen=Samenvoegen.GEWOGEN,
        gewicht="inwoners",
    )


def _los(
    naam: str, eenheid: Eenheid, periode: SoortPeriode, hoogste: int = 100, decimalen: int = 1
) -> Grootheid:
    """A figure over people or homes whose number CBS does not give here: never put together."""
    return Grootheid(naam, Bron.CBS, eenheid, periode, hoogste=Decimal(hoogste), decimalen=decimalen)


GROOTHEDEN: dict[str, Grootheid] = {
    grootheid.id: grootheid
    for grootheid in (
        # The share of CBS is over persons up to 23 years; how many those are, CBS does not give here.
        Grootheid(
            "jeugdzorg_in_natura",
            Bron.CBS,
            Eenheid.PROCENT,
            SoortPeriode.KALENDERJAAR,
            hoogste=Decimal(100),
            decimalen=1,
        ),
        _aantal("jongeren_met_jeugdzorg", periode=SoortPeriode.KALENDERJAAR),
        _aantal("inwoners"),
        _aantal("inwoners_0_14"),
        _aantal("inwoners_15_24"),
        _aandeel_inwoners("aandeel_0_14"),
        _aandeel_inwoners("aandeel_15_24"),
        _aantal("jeugd_0_18", Bron.REGIO),
        Grootheid(
            "verdeelsleutel",
            Bron.REGIO,
            Eenheid.PROCENT,
            SoortPeriode.AFSPRAAK,
            hoogste=Decimal(100),
            decimalen=1,
            samenvoegen=Samenvoegen.SOM,
        ),
        # The region's own document gives it for Drenthe, and does not say over which ages it counts.
        Grootheid(
            "jeugdzorg_volgens_regio",
            Bron.REGIO,
            Eenheid.PROCENT,
            SoortPeriode.KALENDERJAAR,
            hoogste=Decimal(100),
            decimalen=1,
        ),
        _aantal("bijstandsontvangers"),
        _per_1000_inwoners("bijstand_per_1000"),
        _aantal("arbeidsongeschikten"),
        _per_1000_inwoners("arbeidsongeschikt_per_1000"),
        _aantal("gescheiden"),
        _aandeel_inwoners("aandeel_gescheiden"),
        _los("laag_inkomen", Eenheid.PROCENT, SoortPeriode.KALENDERJAAR),
        _los("sociaal_minimum_110", Eenheid.PROCENT, SoortPeriode.KALENDERJAAR),
        _los("opleiding_laag", Eenheid.PROCENT, SoortPeriode.PEILDATUM, decimalen=2),
        _los("arbeidsdeelname", Eenheid.PROCENT, SoortPeriode.KALENDERJAAR, decimalen=0),
        _los("wmo_per_1000", Eenheid.PER_1000, SoortPeriode.KALENDERJAAR, 1000, 0),
        _los("sociale_huur", Eenheid.PROCENT, SoortPeriode.PEILDATUM, decimalen=0),
        _los("afstand_school", Eenheid.KILOMETER, SoortPeriode.KALENDERJAAR),
        _los("afstand_kinderopvang", Eenheid.KILOMETER, SoortPeriode.KALENDERJAAR),
        _los("afstand_huisarts", Eenheid.KILOMETER, SoortPeriode.KALENDERJAAR),
        Grootheid(
            "gemiddeld_inkomen",
            Bron.CBS,
            Eenheid.DUIZEND_EURO,
            SoortPeriode.KALENDERJAAR,
            hoogste=Decimal(1000),
            decimalen=1,
        ),
        Grootheid(
            "stedelijkheid",
            Bron.CBS,
            Eenheid.KLASSE,
            SoortPeriode.PEILDATUM,
            laagste=Decimal(1),
            hoogste=Decimal(5),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Afleiding:
    """A figure that follows exactly from two published counts, when the source gives only those."""

    teller: str
    noemer: str
    maal: int


AFLEIDINGEN: dict[str, Afleiding] = {
    "aandeel_0_14": Afleiding("inwoners_0_14", "inwoners", 100),
    "aandeel_15_24": Afleiding("inwoners_15_24", "inwoners", 100),
    "bijstand_per_1000": Afleiding("bijstandsontvangers", "inwoners", 1000),
    "arbeidsongeschikt_per_1000": Afleiding("arbeidsongeschikten", "inwoners", 1000),
    "aandeel_gescheiden": Afleiding("gescheiden", "inwoners", 100),
}


def derive(grootheid: str, cijfers: dict[str, Decimal]) -> Decimal | None:
    """The figure from its two counts, rounded half up as CBS does; None when it does not follow."""
    regel = AFLEIDINGEN.get(grootheid)
    if regel is None or regel.teller not in cijfers or not cijfers.get(regel.noemer):
        return None
    exact = cijfers[regel.teller] * regel.maal / cijfers[regel.noemer]
    return round_half_up(exact, GROOTHEDEN[grootheid].decimalen)


def round_half_up(waarde: Decimal, decimalen: int) -> Decimal:
    """As on paper: 11.85 becomes 11.9."""
    return waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
