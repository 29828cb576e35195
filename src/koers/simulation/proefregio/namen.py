"""Names of many origins, as pools to draw from. The persons are made up; so are their combinations.

A surname is written "prefix|name" ("van den|Berg"); sorting and searching need the two apart.
Diacritics, apostrophes, hyphens and prefixes are here on purpose: they break careless software.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from koers.simulation.proefregio.stroom import Getallen, Stroom


@dataclass(frozen=True, slots=True)
class Herkomst:
    """One pool. `gewicht`: families per thousand (assumption). `ouders`: first names of the older
    generation; empty means the children's pool serves both."""

    naam: str
    gewicht: int
    meisjes: str
    jongens: str
    achternamen: str
    moeders: str = ""
    vaders: str = ""


HERKOMSTEN: Final = (
    Herkomst(
        "nederlands",
        700,
        "Emma Julia Sophie Élise Noor Saar Fenna Evi Liv Lotte Nora Yara Roos Tess Anne-Fleur Zoë "
        "Maud Sara Isa Femke "
        "Jasmijn Lieke Norah Eline Marie-Claire Lynn Floor Noëlle Bo Puck Hannah Britt Renée Fleur "
        "Milou Loïs",
        "Noah Daan Levi Sem Finn Luuk Mees Bram Milan Thijs Sam Jesse Tim Lars Jan-Willem Björn "
        "Ruben Stijn Gijs Teun "
        "Jurre Joël Thomas Hugo Niek Pepijn Max Floris Jens René Sven Tygo Cas Raphaël Olivier Mats",
        "de|Vries van|Dijk Jansen Bakker van den|Berg Visser Smit Meijer de|Boer Mulder de|Groot "
        "Bos Vos Peters "
        "Hendriks van|Leeuwen Dekker Brouwer de|Wit Dijkstra van der|Linden Kok Jacobs de|Haan "
        "Vermeulen van den|Broek "
        "van der|Heijden Schouten van|Beek Willems van 't|Hof in 't|Veld op de|Beek ter|Horst "
        "ten|Cate van der|Meer "
        "Kuiper Prins Blom Huisman van|Loon Postma Jansen-Bakker Köhler Maassen d'|Ancona te|Velde "
        "uit den|Bogaard "
        "van de|Ven de|Jong van de|Wetering Molenaar",
        "Marieke Linda Esther Sandra Inge Wendy Petra Annemarie Karin Mirjam Suzanne Joke Ellen "
        "Marloes Judith "
        "Daniëlle Nienke Chantal Ilse Saskia",
        "Jeroen Mark Erik Bas Martijn Peter Dennis Arjan Michiel Wouter Rob Edwin Johan Sander "
        "Maarten Gerard "
        "Pieter André Frank Patrick",
    ),
    Herkomst(
        "drents_fries",
        130,
        "Jantje Aaltje Hilda Geesje Wietske Sjoukje Froukje Nynke Hiske Jildou Tjitske Baukje Margje Roelie",
        "Harm Jannes Roelof Berend Hendrik-Jan Albert Geert Sietse Wybren Jelle Hidde Sjoerd Tjerk "
        "Douwe Fokke",
        "Oosting Hidding Eising Wanders Lanting Boerema Hoekstra Dijkema Zijlstra Wiersma Hoogeveen "
        "Kremer Beuving "
        "Okken ten|Hoor Enting Vedder Sikkenga Tjepkema Wijbenga Postmus Ûntjouwer Haandrikman "
        "Meppelink Stadman",
        "Aaltje Hennie Roelie Grietje Jannie Wietske Trijntje Hillie",
        "Harm Albert Roelof Lammert Geert Jan-Harm Sietse Klaas",
    ),
    Herkomst(
        "turks",
        25,
        "Elif Zeynep Ayşe Şeyma Gül Büşra Çağla Ebru Nisa",
        "Emir Yusuf Ömer Çağrı İbrahim Kerem Mehmet-Ali Uğur Onur",
        "Yılmaz Şahin Kaya Öztürk Çelik Aydın Koç Güneş Doğan Yıldız",
    ),
    Herkomst(
        "marokkaans",
        20,
        "Fatima-Zahra Aya Inès Salma Yasmina Nour Hafsa Zineb",
        "Mohammed Ayoub Bilal Ilyas Zakaria Anass Rayan Yassine",
        "El|Amrani Ben|Ali Bouzid El|Idrissi Aït|Benhaddou Ouali Azzouzi Benali El|Khattabi",
    ),
    Herkomst(
        "syrisch",
        35,
        "Rima Layan Sidra Jana Hala Noor-Alhuda Bayan Maryam",
        "Omar Karam Abdulrahman Yazan Hamza Majd Al-Hasan Anas",
        "Al-Ahmad Al-Hussein Haddad Khalil Al-Masri Darwish Kassab Shamma Al-Jasem",
    ),
    Herkomst(
        "pools",
        25,
        "Zofia Małgorzata Oliwia Agnieszka Hania Łucja Maja",
        "Łukasz Paweł Kacper Wojciech Jakub Michał Szymon",
        "Kowalska Wiśniewski Wójcik Dąbrowski Zieliński Łapiński Nowak Szymański",
    ),
    Herkomst(
        "surinaams",
        20,
        "Shanaya Chevelly Priya Naomi Gaitrie Rochelle Xaviëra",
        "Jaydon Orpheo Ravi Gilliano Winston Sherwin Ryan",
        "Ramdin Pinas Sewpersad Kromodimedjo Tjon-A-Fat Burleson Bhagwandin Amatmoekrim",
    ),
    Herkomst(
        "oekraiens",
        12,
        "Oksana Solomija Darija Kateryna Anastasija Mar'jana",
        "Andrij Oleksandr Bohdan Maksym Danylo Svjatoslav",
        "Sjevtsjenko Bondarenko Kovaltsjoek Melnyk Tkatsjenko Hryhorenko Loek'janenko",
    ),
    Herkomst(
        "eritrees",
        13,
        "Feven Selam Winta Helen Luwam Bethlehem",
        "Yonas Filmon Natnael Abel Samuel Robel",
        "Tesfay Gebremedhin Habtom Weldu Ghebreyesus Kidane Berhane",
    ),
    Herkomst(
        "moluks_indonesisch",
        20,
        "Melati Dewi Ratih Jolanda Ursila Noëmi Putri",
        "Marcus Domingus Izaäk Jeftha Bram-Elia Rizky Yopi",
        "Tuhumury Pattinama Sahetapy Nanlohy Souisa Latuperissa Wattimena Siwabessy",
    ),
)


def _achternamen(tekst: str) -> list[tuple[str, str]]:
    """Split "van den|Berg de|Wit Smit" into (prefix, name) pairs; a prefix may hold spaces."""
    uit, voor = [], ""
    for woord in tekst.split():
        if "|" in woord:
            laatste, naam = woord.split("|")
            uit.append((f"{voor} {laatste}".strip(), naam))
            voor = ""
        elif woord in {"van", "in", "op", "uit"}:
            voor = woord
        else:
            uit.append(("", woord))
    return uit


class _Lijst:
    """Gathers pools into one lookup tuple and remembers where each pool stands in it."""

    def __init__(self) -> None:
        self.waarden: list[object] = []
        self.plek: list[tuple[int, int]] = []

    def voeg_toe(self, waarden: "list[str] | list[tuple[str, str]]") -> None:
        self.plek.append((len(self.waarden), len(waarden)))
        self.waarden.extend(waarden)


def _bouw() -> tuple[_Lijst, _Lijst]:
    voornamen, achternamen = _Lijst(), _Lijst()
    for h in HERKOMSTEN:
        for tekst in (h.meisjes, h.jongens, h.moeders or h.meisjes, h.vaders or h.jongens):
            voornamen.voeg_toe(tekst.split())
        achternamen.voeg_toe(_achternamen(h.achternamen))
    return voornamen, achternamen


_VOOR, _ACHTER = _bouw()
VOORNAMEN: Final[tuple[str, ...]] = tuple(str(v) for v in _VOOR.waarden)
ACHTERNAMEN: Final[tuple[tuple[str, str], ...]] = tuple(_ACHTER.waarden)  # type: ignore[arg-type]
_PLEK_VOOR: Final = np.array(_VOOR.plek, dtype=np.int64).reshape(len(HERKOMSTEN), 4, 2)
_PLEK_ACHTER: Final = np.array(_ACHTER.plek, dtype=np.int64)


def herkomst_van(stroom: Stroom, gezin: Getallen) -> Getallen:
    """The pool of a family."""
    return stroom.keuze(gezin, tuple(h.gewicht for h in HERKOMSTEN), stap=1)


def _uit_pool(u: Getallen, plek: Getallen) -> Getallen:
    return plek[:, 0] + ((u * plek[:, 1]) >> 32)


def kies_achternaam(stroom: Stroom, wie: Getallen, herkomst: Getallen) -> Getallen:
    """Index into ACHTERNAMEN, from the pool of that origin."""
    return _uit_pool(stroom.deel(wie, 2), _PLEK_ACHTER[herkomst])


def kies_voornaam(
    stroom: Stroom, wie: Getallen, herkomst: Getallen, vrouw: Getallen, ouder: bool
) -> Getallen:
    """Index into VOORNAMEN, by sex (`vrouw` 1 or 0) and generation."""
    pool = np.where(vrouw == 1, 0, 1) + (2 if ouder else 0)
    return _uit_pool(stroom.deel(wie, 3), _PLEK_VOOR[herkomst, pool])


def kies_kindnaam(
    stroom: Stroom, gezin: Getallen, nummer: Getallen, herkomst: Getallen, vrouw: Getallen
) -> Getallen:
    """First name of a child: siblings walk through the pool from one starting point, so no two share one."""
    plek = _PLEK_VOOR[herkomst, np.where(vrouw == 1, 0, 1)]
    begin = (stroom.deel(gezin, 4) * plek[:, 1]) >> 32
    return plek[:, 0] + (begin + nummer) % plek[:, 1]
