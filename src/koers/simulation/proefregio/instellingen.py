"""Practices, schools, day care and free facilities: invented names, numbers in line with the youth.

Not scaled: a small demo region has the same institutions with fewer visitors.
"""

from dataclasses import dataclass
from typing import Final

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, MIDDEN_DRENTHE
from koers.simulation.proefregio.plaatsen import BEILEN, PLAATS_GEMEENTE, PLAATS_GEWICHT
from koers.simulation.proefregio.stroom import deel_uit


@dataclass(frozen=True, slots=True)
class Instelling:
    """An institution: index of its municipality and place, its sort (a code list of its own) and name."""

    gemeente: int
    plaats: int
    soort: str
    naam: str


# Assumption: young people of 0-18 per institution.
_PER: Final = {
    "huisartspraktijk": 800,
    "kinderopvang": 600,
    "basisschool": 450,
    "voortgezet_onderwijs": 2600,
    "speciaal_onderwijs": 6000,
}
_NAMEN: Final = {
    "huisartspraktijk": (
        "Huisartsen {}",
        "de Stroomwal,Noordes,Klimpgoor,Aan de Vaart,de Reune,Zandpad,de Lichte Kamer,Brinkhof,"
        "de Wilde Gagel,"
        "Torenvalk,de Diepen,Moerasviool,Koningsvaren",
    ),
    "kinderopvang": (
        "Kinderopvang {}",
        "Kikkerdril,Madelief,de Bosuil,Stippelmus,Bonte Laars,Speelveen,Vuurvliegje,Kwetternest,Pimpernel,"
        "Zandkasteel,Rupsje Rap,Wolkenwei",
    ),
    "basisschool": (
        "Basisschool {}",
        "de Veenpluis,Sterrenes,Windhoek,de Vlinderbrink,Toverberk,Palet aan het Diep,de Zevensprong,"
        "Ruimtevaarder,Regenwulp,de Kiezel,Grote Beer,Klaverblad,de Wonderboom,Kompas Noord,het Lichtschip,"
        "Ganzerik,de Vonk,Kringloop",
    ),
    "voortgezet_onderwijs": (
        "{} College",
        "Esdoorn,Drentse Aarde,Veenland,Hondsrug-Zuid,Meridiaan,Zandloper,Boreas,Keienveld",
    ),
    "speciaal_onderwijs": ("School {}", "de Ankerplaats,het Baken,de Stapsteen,de Luwte,Overzij"),
}
_NAAM_VOORZIENING: Final = (
    "Maatjesproject Samen op Pad",
    "Groep Stevig Staan",
    "Cursus Opvoeden & Zo Verder",
    "Buurtsport Iedereen Mee",
    "Hulp op School",
    "Jongerenwerk de Keet",
    "Groep Twee Huizen",
    "Jonge Helpers",
    "Huiswerkplek Lamp Aan",
    "Ouderinloop Koffie & Kids",
)


def _van_soort(soort: str) -> list[Instelling]:
    patroon, tekst = _NAMEN[soort]
    namen = tekst.split(",")
    uit: list[Instelling] = []
    for i, g in enumerate(GEMEENTEN):
        aantal = max(2 if soort == "huisartspraktijk" else 1, g.jeugd_0_18 // _PER[soort])
        plekken = [p for p, gemeente in enumerate(PLAATS_GEMEENTE) if gemeente == i]
        delen = deel_uit(aantal, [PLAATS_GEWICHT[p] for p in plekken])
        plaatsen = [p for p, n in zip(plekken, delen, strict=True) for _ in range(n)]
        for k, plaats in enumerate(plaatsen):
            # A full round through the names gets a number, so that names stay unique in a municipality.
            ronde, nummer = divmod(k, len(namen))
            naam = patroon.format(namen[(nummer + 5 * i) % len(namen)]) + (f" {ronde + 1}" if ronde else "")
            uit.append(Instelling(i, plaats, soort, naam))
    return uit


PRAKTIJKEN: Final = tuple(_van_soort("huisartspraktijk"))
SCHOLEN: Final = tuple(i for soort in codes.INSTELLING for i in _van_soort(soort))
VOORZIENINGEN: Final = tuple(
    Instelling(i, -1, soort, f"{naam} {g.naam}")
    for i, g in enumerate(GEMEENTEN)
    for soort, naam in zip(codes.VOORZIENING, _NAAM_VOORZIENING, strict=True)
)
# The practice of the published example (K 4.2): the first one in Beilen itself.
PRAKTIJK_BEILEN: Final = next(
    k for k, p in enumerate(PRAKTIJKEN) if p.gemeente == MIDDEN_DRENTHE and p.plaats == BEILEN
)
