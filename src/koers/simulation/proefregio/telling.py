"""Counts on a made region, each as numerator and denominator; `ijking` sets them beside what is published."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.gepubliceerd import MIDDEN_DRENTHE
from koers.simulation.proefregio.instellingen import PRAKTIJK_BEILEN
from koers.simulation.proefregio.kalender import GEEN, dag, jaar_van, leeftijd_op
from koers.simulation.proefregio.kolommen import ids
from koers.simulation.proefregio.regio import Proefregio
from koers.simulation.proefregio.spellen import Spellen, rij_van, spellen
from koers.simulation.proefregio.stroom import Getallen, Maskers


class Telling:
    """Counts on one region; caches what several rows need."""

    def __init__(self, regio: Proefregio) -> None:
        self.r = regio
        self.spellen: Spellen = spellen(regio)
        self.geboorte = regio.personen["geboortedatum"].astype(np.int64)
        melding = rij_van(ids(regio.meldingen), ids(regio.casussen, "melding"))
        self._door_casus = regio.meldingen["door"][melding].astype(np.int64)

    # --- Small counts -----------------------------------------------------------------------------
    def door(self, casus: Getallen) -> Getallen:
        """Who opened the way to each casus."""
        return self._door_casus[rij_van(ids(self.r.casussen), casus)]

    def inwoners(self, jaar: int, tot_en_met: int, gemeente: int | None = None) -> int:
        """Residents up to and including an age."""
        b = self.r.bevolking
        mag = (b["jaar"] == jaar) & (b["leeftijd"] <= tot_en_met)
        return int(b["aantal"][mag & ((b["gemeente"] == gemeente) | (gemeente is None))].sum())

    def _personen(self, persoon: Getallen, jaar: int, tot_en_met: int) -> int:
        rij = rij_van(ids(self.r.personen), np.unique(persoon))
        geboorte = self.geboorte[rij]
        geboorte = geboorte[geboorte != GEEN]
        return int((leeftijd_op(geboorte, dag(jaar)) <= tot_en_met).sum())

    def in_zorg(self, jaar: int, gemeente: int | None = None) -> Getallen:
        """Young people (with repeats) with care of level 4-8 in the year."""
        t = self.r.trajecten
        mag = self.spellen.loopt(dag(jaar), dag(jaar, 12, 31)) & _hier(t["gemeente"], gemeente)
        return ids(t, "persoon")[mag]

    def specialistisch(self, jaar: int, gemeente: int) -> tuple[int, int]:
        """Young people of 0-18 with care of level 4-8 in the year, and residents of 0-18."""
        return self._personen(self.in_zorg(jaar, gemeente), jaar, 18), self.inwoners(jaar, 18, gemeente)

    def specialistisch_tot_22(self, jaar: int, gemeente: int) -> int:
        """The same young people up to and including 22."""
        return self._personen(self.in_zorg(jaar, gemeente), jaar, 22)

    def jeugdzorg(self, jaar: int, gemeente: int | None = None) -> tuple[int, int]:
        """Young people of 0-22 with any youth care in the year, and residents of 0-22."""
        licht, maatregel = self.r.lichte_hulp, self.r.maatregelen
        lokaal = (licht["soort"] == codes.LICHTE_HULP.index("lokaal_team")) & ~np.isnat(licht["startdatum"])
        lokaal &= _loopt(licht["startdatum"], licht["einddatum"], jaar) & _hier(licht["gemeente"], gemeente)
        met = _loopt(maatregel["begindatum"], maatregel["einddatum"], jaar) & _hier(
            maatregel["gemeente"], gemeente
        )
        alle = [self.in_zorg(jaar, gemeente), ids(licht, "persoon")[lokaal], ids(maatregel, "persoon")[met]]
        return self._personen(np.concatenate(alle), jaar, 22), self.inwoners(jaar, 22, gemeente)

    def verwijzingen(self, jaar: int, tot_maand: int) -> tuple[int, int]:
        """First toewijzingen of level 4-8 in Midden-Drenthe from January on: through Team Jeugd, and all."""
        t = self.r.toewijzingen
        tot = dag(jaar, tot_maand + 1) - 1
        datum = t["toewijzingsdatum"].astype(np.int64)
        mag = (t["vervolg"] == codes.EERSTE) & (t["gemeente"] == MIDDEN_DRENTHE)
        mag &= (datum >= dag(jaar)) & (datum <= tot)
        return int((self.door(ids(t, "casus")[mag]) == codes.TEAM_JEUGD).sum()), int(mag.sum())

    def uitgaven(self, jaar: int, tot_maand: int = 12) -> tuple[int, int]:
        """Declared cents in Midden-Drenthe for care from January on: through Team Jeugd, and all."""
        d = self.r.declaraties
        maand = d["maand"].astype(np.int64)
        mag = (d["gemeente"] == MIDDEN_DRENTHE) & (maand >= dag(jaar)) & (maand <= dag(jaar, tot_maand))
        bedrag = np.where(d["soort"][mag] == 0, 1, -1) * d["bedrag_cent"][mag]
        traject = rij_van(ids(self.r.trajecten), ids(d, "traject")[mag])
        via = self.door(ids(self.r.trajecten, "casus")[traject]) == codes.TEAM_JEUGD
        return int(bedrag[via].sum()), int(bedrag.sum())

    def lichte_trajecten(self) -> Maskers:
        """First ambulant trajecten of level 4 through a huisarts in Midden-Drenthe, started in 2020-2022 and
        ended."""
        t = self.r.trajecten
        hulpvorm = self.r.producten["hulpvorm"][t["product"]]
        jaar = jaar_van(self.spellen.start)
        eerste = ids(self.r.toewijzingen)[self.r.toewijzingen["vervolg"] == codes.EERSTE]
        mag = (t["niveau"] == 4) & np.isin(hulpvorm, (2, 4)) & (t["gemeente"] == MIDDEN_DRENTHE)
        mag &= (jaar >= 2020) & (jaar <= 2022) & np.isin(ids(t), eerste)
        return mag & (self.door(ids(t, "casus")) == codes.HUISARTS) & (self.spellen.einde != GEEN)

    def duur_licht(self) -> tuple[int, int]:
        """Days of those trajecten, and how many they are."""
        mag = self.lichte_trajecten()
        return int((self.spellen.einde - self.spellen.start + 1)[mag].sum()), int(mag.sum())

    def kosten_licht(self) -> tuple[int, int]:
        """Declared cents of those trajecten, and how many they are."""
        d, mag = self.r.declaraties, self.lichte_trajecten()
        van_hen = mag[rij_van(ids(self.r.trajecten), ids(d, "traject"))]
        return int((np.where(d["soort"] == 0, 1, -1) * d["bedrag_cent"])[van_hen].sum()), int(mag.sum())

    def poh(self, jaar: int) -> tuple[int, int]:
        """Minutes and young people: POH help in Midden-Drenthe that began in the year and is finished."""
        h = self.r.lichte_hulp
        mag = (h["soort"] == codes.LICHTE_HULP.index("poh_jeugd")) & (h["gemeente"] == MIDDEN_DRENTHE)
        mag &= ~np.isnat(h["einddatum"]) & _in_jaar(h["startdatum"], jaar)
        return int(h["minuten"][mag].sum()), int(mag.sum())

    def praktijk_poh(self, jaar: int) -> int:
        """Young people referred to the POH by the practice in Beilen."""
        h = self.r.lichte_hulp
        mag = (h["praktijk"] == PRAKTIJK_BEILEN) & _in_jaar(h["aanvraagdatum"], jaar)
        return int((mag & (h["soort"] == codes.LICHTE_HULP.index("poh_jeugd"))).sum())

    def praktijk_aanvragen(self, jaar: int) -> int:
        """New requests for care of level 4-8 by the practice in Beilen: first referrals, by their date."""
        v = self.r.verwijzingen
        t = self.r.toewijzingen
        eerste = np.isin(v["id"], t["verwijzing"][t["vervolg"] == codes.EERSTE])
        mag = (v["praktijk"] == PRAKTIJK_BEILEN) & eerste & _in_jaar(v["verwijsdatum"], jaar)
        return int(mag.sum())


def _hier(gemeente: NDArray[np.int16], gezocht: int | None) -> Maskers:
    return np.asarray((gemeente == gezocht) | (gezocht is None))


def _in_jaar(datum: NDArray[Any], jaar: int) -> Maskers:
    d = datum.astype(np.int64)
    return (d >= dag(jaar)) & (d <= dag(jaar, 12, 31))


def _loopt(
    begin: NDArray[Any],
    einde: NDArray[Any],
    jaar: int,
) -> Maskers:
    b, e = begin.astype(np.int64), einde.astype(np.int64)
    return (b <= dag(jaar, 12, 31)) & ((e == GEEN) | (e >= dag(jaar)))
