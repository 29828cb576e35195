"""Which column holds what: headings of CBS downloads and of plain tables, with their other names.

CBS numbers its columns anew every year (AantalInwoners_5), so the number at the end does not count. Its
own tables write a group before a slash and the unit in brackets.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from koers.domain.aanlevering import SoortAanlevering
from koers.exchange.tabellen.getallen import Cel, plain
from koers.exchange.tabellen.rooster import Rooster

# The heading stands below a title or a source line at most so far down.
KOP_BINNEN = 25

# Name in Koers -> headings, folded to lower-case letters and digits. First: our own.
CODE = (
    "code",
    "statcode",
    "gwbcode10",
    "gwbcode",
    "codering",
    "coderingcode",
    "wijkenenbuurten",
    "gemeentecode",
    "gmcode",
    "regiocode",
    "regios",
    "gebiedcode",
)
NAAM = ("naam", "gemeentenaam", "gmnaam", "gemeente", "regio", "regionaam", "gebied")
CIJFERS: dict[str, tuple[str, ...]] = {
    "inwoners": ("inwoners", "aantalinwoners", "ainw", "population", "bevolking"),
    "inwoners_0_14": ("inwoners014", "k0tot15jaar", "a0014", "0tot15jaar"),
    "inwoners_15_24": ("inwoners1524", "k15tot25jaar", "a1524", "15tot25jaar"),
    "aandeel_0_14": ("aandeel014", "pct014", "demographicsunder15years", "under15years"),
    "aandeel_15_24": ("aandeel1524", "pct1524", "demographics1524years", "1524years"),
    "jeugdzorg_in_natura": (
        "jeugdzorginnatura",
        "percentagejongerenmetjeugdzorg",
        "pjztn",
        "inequalityyouthwelfare",
        "welfarecareyouthwelfare",
        "youthwelfare",
        "pctjeugdzorginnatura",
    ),
    "jongeren_met_jeugdzorg": ("jongerenmetjeugdzorg", "jongerenmetjeugdzorginnatura", "ajztn"),
    "bijstand_per_1000": (
        "bijstandper1000",
        "inequalitybijstandrecipientsper1k",
        "welfarecarebijstandrecipientsper1k",
        "bijstandrecipientsper1k",
    ),
    "bijstandsontvangers": ("bijstandsontvangers", "personenpersoortuitkeringbijstand", "asozwb"),
    "gemiddeld_inkomen": (
        "gemiddeldinkomen",
        "gemiddeldinkomenperinwoner",
        "ginkpi",
        "incomewealthavgincomeperinhabitant",
        "avgincomeperinhabitant",
    ),
    "stedelijkheid": (
        "stedelijkheid",
        "matevanstedelijkheid",
        "stemvs",
        "servicesdegreeofurbanisation15",
        "degreeofurbanisation15",
    ),
    "arbeidsongeschikten": ("arbeidsongeschikten", "personenpersoortuitkeringao", "aao"),
    "arbeidsongeschikt_per_1000": ("arbeidsongeschiktper1000", "welfarecaredisabilitybenefitper1k"),
    "gescheiden": ("gescheiden", "agesch"),
    "aandeel_gescheiden": ("aandeelgescheiden", "demographicsdivorced"),
    "laag_inkomen": ("laaginkomen", "huishoudensmeteenlaaginkomen", "inequalitylowincomethreshold"),
    "sociaal_minimum_110": (
        "sociaalminimum110",
        "huishoudenstot110vansociaalminimum",
        "inequalitynearpoverty110",
        "welfarecarenearpoverty110",
    ),
    "opleiding_laag": ("opleidinglaag", "humancapitalloweducation"),
    "arbeidsdeelname": ("arbeidsdeelname", "nettoarbeidsparticipatie", "humancapitallabourparticipation"),
    "wmo_per_1000": ("wmoper1000", "wmoclientenrelatief", "welfarecarewmocareclientsper1k"),
    "sociale_huur": ("socialehuur", "inbezitwoningcorporatie", "housingsocialhousing"),
    "afstand_school": ("afstandschool", "afstandtotschool", "servicesdistancetoschoolkm"),
    "afstand_kinderopvang": (
        "afstandkinderopvang",
        "afstandtotkinderdagverblijf",
        "servicesdistancetodaycarekm",
    ),
    "afstand_huisarts": ("afstandhuisarts", "afstandtothuisartsenpraktijk", "servicesdistancetogpkm"),
    "jeugd_0_18": ("jeugd018", "jeugdigen", "jeugd"),
    "verdeelsleutel": ("verdeelsleutel", "verdeelsleutelpct", "aandeelverdeelsleutel", "sleutel"),
    "jeugdzorg_volgens_regio": ("jeugdzorgvolgensregio", "jeugdzorgvolgensregiopct"),
}
KENMERKEN: dict[str, tuple[str, ...]] = {
    "provincie": ("provincie", "provincienaam"),
    "jeugdregio": ("jeugdregio", "jzcode", "jeugdregiocode", "jzcodecbs"),
    "inkoopregio": ("inkoopregio",),
    "jaar": ("jaar", "perioden"),
}
# What each kind of table is read for; the rest of its columns stays out.
VAN_SOORT: dict[SoortAanlevering, tuple[tuple[str, ...], tuple[str, ...]]] = {
    SoortAanlevering.KWB: (
        (
            "inwoners",
            "inwoners_0_14",
            "inwoners_15_24",
            "aandeel_0_14",
            "aandeel_15_24",
            "jeugdzorg_in_natura",
            "jongeren_met_jeugdzorg",
            "bijstand_per_1000",
            "bijstandsontvangers",
            "gemiddeld_inkomen",
            "stedelijkheid",
            "arbeidsongeschikten",
            "arbeidsongeschikt_per_1000",
            "gescheiden",
            "aandeel_gescheiden",
            "laag_inkomen",
            "sociaal_minimum_110",
            "opleiding_laag",
            "arbeidsdeelname",
            "wmo_per_1000",
            "sociale_huur",
            "afstand_school",
            "afstand_kinderopvang",
            "afstand_huisarts",
        ),
        ("provincie",),
    ),
    SoortAanlevering.GEMEENTEN: ((), ("provincie", "jeugdregio")),
    SoortAanlevering.REGIO: (
        ("jeugd_0_18", "verdeelsleutel", "jeugdzorg_volgens_regio"),
        ("inkoopregio", "jaar"),
    ),
}
_JAAR_ACHTERAAN = re.compile(r"[ _-]((?:19|20)[0-9]{2})$")


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Where everything stands. Several columns for one thing are kept: they must not contradict each other.

    `kop`: index of the row with the headings. `jaren`: years that stand behind headings of figures.
    """

    kop: int
    koppen: tuple[str, ...]
    code: tuple[int, ...]
    naam: tuple[int, ...]
    cijfers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    kenmerken: dict[str, tuple[int, ...]] = field(default_factory=dict)
    jaren: frozenset[int] = frozenset()

    @property
    def known(self) -> int:
        """How many things were recognised."""
        return bool(self.code) + bool(self.naam) + len(self.cijfers) + len(self.kenmerken)

    @property
    def used(self) -> set[int]:
        """The columns that are read."""
        rest = [*self.cijfers.values(), *self.kenmerken.values()]
        return {*self.code, *self.naam, *(plaats for plaatsen in rest for plaats in plaatsen)}

    def unread(self) -> tuple[str, ...]:
        """Headings of columns that are not taken in."""
        return tuple(kop for plaats, kop in enumerate(self.koppen) if kop and plaats not in self.used)


def folded(kop: str) -> list[str]:
    """The forms in which a heading may be known, the fullest first."""
    zonder_jaar = re.sub(r"[ _-]?(?:19|20)[0-9]{2}$", "", kop)
    zonder_nummer = re.sub(r"_[0-9]+$", "", kop)
    laatste = kop.rsplit("/", 1)[-1]
    zonder_haken = re.sub(r"\([^)]*\)", "", laatste)
    forms = [kop, zonder_jaar, zonder_nummer, laatste, zonder_haken]
    letters = [_letters(form) for form in forms]
    return [form for plaats, form in enumerate(letters) if form and form not in letters[:plaats]]


def _letters(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return re.sub("[^a-z0-9]", "", ontleed)


def find_columns(rooster: Rooster, soort: SoortAanlevering) -> Kolommen | None:
    """The headings of this grid, or None when no row looks like them."""
    rows = [_columns(nummer, rij, soort) for nummer, rij in enumerate(rooster.rijen[:KOP_BINNEN])]
    best = max(rows, key=lambda kolommen: kolommen.known, default=None)
    return best if best is not None and best.code else None


def _columns(nummer: int, rij: list[Cel], soort: SoortAanlevering) -> Kolommen:
    koppen = tuple(plain(cel) for cel in rij)
    forms = [folded(kop) for kop in koppen]
    grootheden, kenmerken = VAN_SOORT[soort]
    cijfers = {naam: places for naam in grootheden if (places := _places(forms, CIJFERS[naam]))}
    jaren = {
        int(past[1])
        for places in cijfers.values()
        for plaats in places
        if (past := _JAAR_ACHTERAAN.search(koppen[plaats]))
    }
    return Kolommen(
        nummer,
        koppen,
        _places(forms, CODE),
        _places(forms, NAAM),
        cijfers,
        {naam: places for naam in kenmerken if (places := _places(forms, KENMERKEN[naam]))},
        frozenset(jaren),
    )


def _places(forms: list[list[str]], namen: tuple[str, ...]) -> tuple[int, ...]:
    """The columns known by one of these names, in the order of the names."""
    found = [
        (namen.index(known), plaats)
        for plaats, kop in enumerate(forms)
        if (known := next((form for form in kop if form in namen), None))
    ]
    return tuple(plaats for _, plaats in sorted(found))
