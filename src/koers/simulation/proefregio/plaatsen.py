"""Where people live: real place names per municipality, invented streets, postcodes that cannot exist.

Dutch postcodes never end in SA, SD or SS; ours always do, so no address can be somebody's.
"""

from typing import Final

from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, MIDDEN_DRENTHE

# Per municipality: area -> places with a weight (assumption: rough size). The areas of Midden-Drenthe are the
# three former JeugdTeam areas (K, opgave 1); elsewhere one area, the municipality itself.
_MIDDEN_DRENTHE: Final = {
    "Beilen": "Beilen 11,Hijken 1,Hooghalen 1,Wijster 1,Spier 1",
    "de Smildes": "Smilde 5,Bovensmilde 4,Hoogersmilde 2",
    "Westerbork": "Westerbork 5,Elp 1,Orvelte 1,Nieuw-Balinge 1,Witteveen 1,Zwiggelte 1",
}
_ELDERS: Final = {
    "GM1680": "Gieten 5,Rolde 4,Annen 4,Gasselte 2,Gasselternijveen 2,Eext 2",
    "GM0106": "Assen 20,Loon 1,Ubbena 1",
    "GM1681": "Borger 5,Odoorn 2,Exloo 2,Nieuw-Buinen 5,Valthermond 4,2e Exloërmond 3",
    "GM0109": "Coevorden 14,Dalen 4,Sleen 3,Schoonoord 2,Zweeloo 1,Oosterhesselen 2,Aalden 2",
    "GM1690": "Zuidwolde 6,De Wijk 4,Ruinen 4,Ruinerwold 4,Koekange 2,Alteveer 1",
    "GM0114": "Emmen 20,Klazienaveen 5,Emmer-Compascuum 3,Nieuw-Amsterdam 2,Schoonebeek 3,Erica 2",
    "GM0118": "Hoogeveen 15,Hollandscheveld 3,Elim 2,Pesse 2,Noordscheschut 1",
    "GM0119": "Meppel 15,Nijeveen 3,Rogat 1",
    "GM1699": "Roden 8,Norg 3,Peize 4,Nieuw-Roden 2,Veenhuizen 1",
    "GM1730": "Eelde 4,Paterswolde 3,Vries 4,Zuidlaren 6,Zeegse 1",
    "GM1701": "Diever 3,Dwingeloo 3,Havelte 4,Vledder 3,Uffelte 1,Wapserveen 1",
}


def _plaatsen() -> list[tuple[int, str, str, int]]:
    """(municipality index, area, place, weight) rows."""
    rijen = []
    for i, g in enumerate(GEMEENTEN):
        gebieden = _MIDDEN_DRENTHE if i == MIDDEN_DRENTHE else {g.naam: _ELDERS[g.code]}
        for gebied, tekst in gebieden.items():
            for stuk in tekst.split(","):
                plaats, gewicht = stuk.rsplit(" ", 1)
                rijen.append((i, gebied, plaats, int(gewicht)))
    return rijen


_RIJEN: Final = _plaatsen()
PLAATSEN: Final = tuple(plaats for _, _, plaats, _ in _RIJEN)
PLAATS_GEMEENTE: Final = tuple(gemeente for gemeente, _, _, _ in _RIJEN)
PLAATS_GEWICHT: Final = tuple(gewicht for _, _, _, gewicht in _RIJEN)
# (municipality index, name) of each area, in the order of the places.
GEBIEDEN: Final = tuple(dict.fromkeys((gemeente, gebied) for gemeente, gebied, _, _ in _RIJEN))
PLAATS_GEBIED: Final = tuple(GEBIEDEN.index((gemeente, gebied)) for gemeente, gebied, _, _ in _RIJEN)
BEILEN: Final = PLAATSEN.index("Beilen")

_EERSTE: Final = [
    "Zilverreiger",
    "Turfschipper",
    "Wollegras",
    "Heideblauw",
    "Zwaluwnest",
    "Klokgentiaan",
    "Hunebouwer",
    "Veenbes",
    "Kraanvogel",
    "Zandoog",
    "Jeneverbes",
    "Weidebeek",
    "Zonnedauw",
    "Leemkuil",
    "Schaapskudde",
    "Vuurvlinder",
    "Wilgenroos",
    "Oeverzegge",
]
_TWEEDE: Final = ["laan", "straat", "weg", "hof", "pad", "singel", "kamp", "brink"]
STRATEN: Final = tuple(a + b for a in _EERSTE for b in _TWEEDE)
POSTCODE_LETTERS: Final = ("SA", "SD", "SS")


def postcode(plaats: int, letters: int) -> str:
    """A postcode of a place: digits in the range of Drenthe, letters that are never issued."""
    return f"{9400 + plaats} {POSTCODE_LETTERS[letters]}"
