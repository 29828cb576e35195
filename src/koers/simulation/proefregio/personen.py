"""Families and persons: who they are, how they are called, who has a (test) BSN."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import codes, namen
from koers.simulation.proefregio.feiten_toegang import Episodes
from koers.simulation.proefregio.gepubliceerd import MIDDEN_DRENTHE
from koers.simulation.proefregio.gezinnen import OUDER_A, OUDER_B, PLEEG_A, PLEEG_B
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.registratie import WEEK, Snede, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen, Maskers
from koers.simulation.proefregio.wereld import Wereld

# Assumptions, in promille of families: parents together; apart and the child with one; apart and the child
# with both; one parent, the other not known; together at first and apart later.
VORMEN: Final = (600, 170, 130, 50, 50)
SAMEN, BIJ_EEN, BIJ_BEIDEN, ALLEENSTAAND, LATER_UIT_ELKAAR = range(5)
_GEMENGD_PROMILLE: Final = 150  # parents from two name pools
_TWEE_MOEDERS_PROMILLE: Final = 12
_NAAM_VAN_A_PROMILLE: Final = 220  # children with the name of parent A
_MOEDER_LEEFTIJD: Final = (20, 33)  # at the first child
_BSN_EERSTE, _BSN_LAATSTE = 999_900_006, 999_999_990


def bsn_testbereik() -> Getallen:
    """The valid BSNs of the test range 999900006-999999990, in order: 9,091 of them (elfproef)."""
    nummers = np.arange(_BSN_EERSTE, _BSN_LAATSTE + 1, dtype=np.int64)
    som = -(nummers % 10)
    for gewicht in range(2, 10):
        som += gewicht * (nummers // 10 ** (gewicht - 1) % 10)
    return nummers[som % 11 == 0]


@dataclass(frozen=True)
class Gezinnen:
    """The families with a known melding: row in the world, key, form, and when they were first recorded.

    `verhuisd` is the day of a move to municipality `naar` (GEEN and -1 = none). `scheiding` is the day from
    which the parents live apart: far back when they always did, GEEN when they live together.
    """

    rij: Getallen
    sleutel: Getallen
    vorm: Getallen
    vastgelegd_at: Getallen
    eerste_gemeente: Getallen
    naar: Getallen
    verhuisd: Getallen
    scheiding: Getallen
    praktijk: Getallen

    def plek(self, w: Wereld) -> Getallen:
        """Row in this table per family of the world, -1 = not known."""
        uit = np.full(len(w.gezinnen), -1, dtype=np.int64)
        uit[self.rij] = np.arange(len(self.rij))
        return uit


@dataclass(frozen=True)
class Kinderen:
    """The known young people: row in the world, key, family (row in Gezinnen), birth day, when recorded.

    `ongeboren`: not yet born at the end date. `met_vraag`: has a casus.
    """

    rij: Getallen
    sleutel: Getallen
    gezin: Getallen
    geboorte: Getallen
    vastgelegd_at: Getallen
    ongeboren: Maskers
    met_vraag: Maskers


_ALTIJD_APART: Final = -100_000


def kies_gezinnen(w: Wereld, e: Episodes) -> Gezinnen:
    """Families with at least one known melding."""
    rij_kind = w.kinderen["gezin"][e["kind"]]
    rij, plek = np.unique(rij_kind, return_inverse=True)
    at = np.full(len(rij), np.iinfo(np.int64).max)
    np.minimum.at(at, plek, e.melding_at)
    k, stroom = w.gezinnen.neem(rij), w.stroom("gezinsvorm")
    vorm = stroom.keuze(k["sleutel"], VORMEN, stap=1)
    apart = k["aankomst"] + stroom.geheel(k["sleutel"], -400, 900, stap=2)
    scheiding = np.select([vorm == LATER_UIT_ELKAAR, vorm == SAMEN], [apart, np.int64(GEEN)], _ALTIJD_APART)
    naar = k["naar"]
    return Gezinnen(
        rij=rij,
        sleutel=k["sleutel"],
        vorm=vorm,
        vastgelegd_at=at,
        eerste_gemeente=k["gemeente"],
        naar=naar,
        verhuisd=np.where(naar >= 0, k["verhuisd"], GEEN),
        scheiding=scheiding,
        praktijk=k["praktijk"],
    )


def kies_kinderen(w: Wereld, e: Episodes, g: Gezinnen, snede: Snede) -> Kinderen:
    """Children of the known families that are born by the end date, or have a casus before their birth."""
    plek = g.plek(w)
    rij = np.flatnonzero(plek[w.kinderen["gezin"]] >= 0)
    k = w.kinderen.neem(rij)
    gezin = plek[k["gezin"]]
    met_vraag = np.isin(rij, e["kind"])
    # Born later than the first melding: the family tells us some weeks after the birth, unless there was a
    # melding about the child before.
    at = vastgelegd(w.stroom("personen"), k["sleutel"], k["geboorte"] + 7, WEEK, 1)
    at = np.maximum(at, g.vastgelegd_at[gezin])
    eigen = np.full(len(w.kinderen), np.iinfo(np.int64).max)
    np.minimum.at(eigen, e["kind"], e.melding_at)
    at = np.minimum(at, eigen[rij])
    houd = np.flatnonzero(snede.bekend(at))
    return Kinderen(
        rij=rij[houd],
        sleutel=k["sleutel"][houd],
        gezin=gezin[houd],
        geboorte=k["geboorte"][houd],
        vastgelegd_at=at[houd],
        ongeboren=k["geboorte"][houd] > snede.dag,
        met_vraag=met_vraag[houd],
    )


def tabel_gezinnen(g: Gezinnen, huidige_gemeente: Getallen) -> NDArray[Any]:
    """One row per family."""
    return TABELLEN["gezinnen"].bouw(
        id=g.sleutel, gemeente=huidige_gemeente, praktijk=g.praktijk, vastgelegd_at=g.vastgelegd_at
    )


def _ouders(w: Wereld, g: Gezinnen, eerste_geboorte: Getallen) -> list[dict[str, Getallen]]:
    """Parents A (mostly the mother) and B (mostly the father) with their names."""
    stroom = w.stroom("ouders")
    a, b = g.sleutel * 16 + OUDER_A, g.sleutel * 16 + OUDER_B
    herkomst = namen.herkomst_van(stroom, g.sleutel)
    ander = np.where(stroom.kans(g.sleutel, _GEMENGD_PROMILLE, 5), stroom.keuze(b, _gewichten(), 6), herkomst)
    leeftijd = stroom.geheel(a, *_MOEDER_LEEFTIJD, stap=7) * 1461 // 4 + stroom.geheel(a, 0, 364, stap=8)
    geboorte_a = eerste_geboorte - leeftijd
    geboorte_b = np.minimum(geboorte_a + stroom.geheel(b, -3000, 900, stap=9), eerste_geboorte - 18 * 365)
    vrouw_b = stroom.kans(g.sleutel, _TWEE_MOEDERS_PROMILLE, 10).astype(np.int64)
    een = np.ones(len(a), dtype=np.int64)
    return [
        {
            "id": sleutel,
            "geslacht": 1 + vrouw,
            "geboorte": geboorte,
            "voornaam": namen.kies_voornaam(stroom, sleutel, pool, vrouw, ouder=True),
            "achternaam": namen.kies_achternaam(stroom, sleutel, pool),
            "herkomst": pool,
        }
        for sleutel, vrouw, geboorte, pool in (
            (a, een, geboorte_a, herkomst),
            (b, vrouw_b, geboorte_b, ander),
        )
    ]


def _gewichten() -> tuple[int, ...]:
    return tuple(h.gewicht for h in namen.HERKOMSTEN)


def tabel_personen(
    w: Wereld, g: Gezinnen, k: Kinderen, pleeg: dict[str, Getallen], gemeente: Getallen
) -> NDArray[Any]:
    """Young people, parents and foster parents. `pleeg`: gezin (row), vastgelegd_at of each foster family.
    `gemeente`: current municipality per family."""
    eerste = np.full(len(g.sleutel), np.iinfo(np.int64).max)
    np.minimum.at(eerste, k.gezin, k.geboorte)
    ouder_a, ouder_b = _ouders(w, g, eerste)
    heeft_b = g.vorm != ALLEENSTAAND
    delen = [
        _kind_rijen(w, g, k, ouder_a, ouder_b, heeft_b),
        _volwassenen(
            ouder_a,
            np.ones(len(g.sleutel), dtype=bool),
            g.sleutel,
            g.vastgelegd_at,
            codes.GEZINSROL.index("ouder"),
        ),
        _volwassenen(ouder_b, heeft_b, g.sleutel, g.vastgelegd_at, codes.GEZINSROL.index("ouder")),
        *_pleegouders(w, g, pleeg),
    ]
    alles = {naam: np.concatenate([d[naam] for d in delen]) for naam in delen[0]}
    met_vraag = alles.pop("met_vraag").astype(bool)
    plek = np.searchsorted(g.sleutel[np.argsort(g.sleutel)], alles["gezin"])
    hier = gemeente[np.argsort(g.sleutel)][plek] == MIDDEN_DRENTHE
    index, reden = _bsn(alles["id"], hier, met_vraag, alles["geboortedatum"] == GEEN)
    return TABELLEN["personen"].bouw(**alles, bsn_index=index, bsn_reden=reden)


def _kind_rijen(
    w: Wereld,
    g: Gezinnen,
    k: Kinderen,
    ouder_a: dict[str, Getallen],
    ouder_b: dict[str, Getallen],
    heeft_b: Maskers,
) -> dict[str, Getallen]:
    stroom, gezin = w.stroom("kindnamen"), k.gezin
    van_a = ~heeft_b | stroom.kans(g.sleutel, _NAAM_VAN_A_PROMILLE, stap=1)
    achternaam = np.where(van_a, ouder_a["achternaam"], ouder_b["achternaam"])[gezin]
    herkomst = np.where(van_a, ouder_a["herkomst"], ouder_b["herkomst"])[gezin]
    vrouw, nummer = w.kinderen["vrouw"][k.rij], w.kinderen["nummer"][k.rij]
    voornaam = namen.kies_kindnaam(stroom, g.sleutel[gezin], nummer, herkomst, vrouw)
    geslacht = np.where(k.ongeboren, 0, 1 + vrouw)
    verwacht = k.geboorte + stroom.geheel(k.sleutel, -12, 9, stap=2)
    return {
        "id": k.sleutel,
        "gezin": g.sleutel[gezin],
        "rol": np.full(len(gezin), codes.GEZINSROL.index("jeugdige"), dtype=np.int64),
        "geslacht": geslacht,
        "geboortedatum": np.where(k.ongeboren, GEEN, k.geboorte),
        "verwachte_geboortedatum": np.where(k.ongeboren, verwacht, GEEN),
        "voornaam": np.where(k.ongeboren, -1, voornaam),
        "achternaam": achternaam,
        "ouder_a": ouder_a["id"][gezin],
        "ouder_b": np.where(heeft_b[gezin], ouder_b["id"][gezin], -1),
        "tweeling": w.kinderen["tweeling"][k.rij],
        "vastgelegd_at": k.vastgelegd_at,
        "met_vraag": k.met_vraag.astype(np.int64),
    }


def _volwassenen(
    o: dict[str, Getallen], mag: Maskers, gezin: Getallen, at: Getallen, rol: int
) -> dict[str, Getallen]:
    r = np.flatnonzero(mag)
    nul, geen = np.zeros(len(r), dtype=np.int64), np.full(len(r), -1, dtype=np.int64)
    return {
        "id": o["id"][r],
        "gezin": gezin[r],
        "rol": nul + rol,
        "geslacht": o["geslacht"][r],
        "geboortedatum": o["geboorte"][r],
        "verwachte_geboortedatum": nul + GEEN,
        "voornaam": o["voornaam"][r],
        "achternaam": o["achternaam"][r],
        "ouder_a": geen,
        "ouder_b": geen,
        "tweeling": nul,
        "vastgelegd_at": at[r],
        "met_vraag": nul,
    }


def _pleegouders(w: Wereld, g: Gezinnen, pleeg: dict[str, Getallen]) -> list[dict[str, Getallen]]:
    """One or two foster parents per foster family."""
    stroom, sleutel = w.stroom("pleegouders"), g.sleutel[pleeg["gezin"]]
    herkomst = namen.herkomst_van(stroom, sleutel)
    uit = []
    for nummer, vrouw in ((PLEEG_A, 1), (PLEEG_B, 0)):
        wie = sleutel * 16 + nummer
        sekse = np.full(len(wie), vrouw, dtype=np.int64)
        persoon = {
            "id": wie,
            "geslacht": 1 + sekse,
            # Assumption: foster parents of 30 to 60 years in 2020.
            "geboorte": 18_262 - stroom.geheel(wie, 30 * 365, 60 * 365, stap=7),
            "voornaam": namen.kies_voornaam(stroom, wie, herkomst, sekse, ouder=True),
            "achternaam": namen.kies_achternaam(stroom, wie, herkomst),
        }
        mag = np.full(len(wie), True) if nummer == PLEEG_A else stroom.kans(sleutel, 750, stap=11)
        uit.append(
            _volwassenen(persoon, mag, sleutel, pleeg["vastgelegd_at"], codes.GEZINSROL.index("pleegouder"))
        )
    return uit


def _bsn(
    sleutel: Getallen, hier: Maskers, met_vraag: Maskers, ongeboren: Maskers
) -> tuple[Getallen, Getallen]:
    """Give out the test numbers: in Midden-Drenthe first young people with a casus, then the rest, from the
    front; what is left goes to young people elsewhere, from the back."""
    aantal = len(bsn_testbereik())
    index = np.full(len(sleutel), -1, dtype=np.int64)
    volgorde = np.lexsort((sleutel, ~met_vraag, ~hier))
    volgorde = volgorde[~ongeboren[volgorde]]
    thuis = volgorde[hier[volgorde]][:aantal]
    index[thuis] = np.arange(len(thuis))
    elders = volgorde[~hier[volgorde] & met_vraag[volgorde]][: aantal - len(thuis)]
    index[elders] = aantal - 1 - np.arange(len(elders))
    reden = np.where(ongeboren, codes.BSN_REDEN.index("ongeboren"), codes.BSN_REDEN.index("synthetisch"))
    return index, np.where(index >= 0, codes.BSN_REDEN.index("heeft_bsn"), reden)


def tabel_gezinsleden(personen: NDArray[Any]) -> NDArray[Any]:
    """Membership of the family: young people from birth, adults from when the register knew them."""
    kind = personen["rol"] == codes.GEZINSROL.index("jeugdige")
    geboren = np.where(
        np.isnat(personen["geboortedatum"]), personen["verwachte_geboortedatum"], personen["geboortedatum"]
    )
    gezien = personen["vastgelegd_at"].astype("datetime64[D]")
    begin = np.where(kind, np.minimum(geboren, gezien), gezien).astype("datetime64[D]").astype(np.int64)
    return TABELLEN["gezinsleden"].bouw(
        gezin=personen["gezin"],
        persoon=personen["id"],
        rol=personen["rol"],
        begindatum=begin,
        einddatum=GEEN,
        vastgelegd_at=personen["vastgelegd_at"].astype(np.int64),
    )
