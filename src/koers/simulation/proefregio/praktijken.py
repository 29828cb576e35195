"""Which huisarts practice a family has, and the published example of one practice in Beilen."""

from typing import Final

import numpy as np

from koers.simulation.proefregio import aannamen
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, MIDDEN_DRENTHE
from koers.simulation.proefregio.instellingen import PRAKTIJK_BEILEN, PRAKTIJKEN
from koers.simulation.proefregio.kalender import jaar_van
from koers.simulation.proefregio.stroom import EEN, Getallen, Maskers, Stroom
from koers.simulation.proefregio.werving import Werving

_GEMEENTE: Final = np.array([p.gemeente for p in PRAKTIJKEN], dtype=np.int64)
_EERSTE: Final = np.array([int(np.argmax(g == _GEMEENTE)) for g in range(len(GEMEENTEN))], dtype=np.int64)
_AANTAL: Final = np.bincount(_GEMEENTE, minlength=len(GEMEENTEN))
_AANTALLEN: Final = {"aanvraag": aannamen.PRAKTIJK_BEILEN_AANVRAGEN, "poh": aannamen.PRAKTIJK_BEILEN_POH}


class Praktijkverdeling:
    """Gives families a practice; keeps the count of the Beilen practice (K 4.2: 33 and 6 in 2023)."""

    def __init__(self, seed: int, schaal_miljoenste: int) -> None:
        if int(_EERSTE[MIDDEN_DRENTHE]) != PRAKTIJK_BEILEN:
            raise ValueError("the Beilen practice must be the first of Midden-Drenthe")
        self._stroom = Stroom(seed, "praktijken")
        self._schaal = schaal_miljoenste
        self._geteld: dict[tuple[str, int], int] = {}

    def _doel(self, soort: str, jaar: int) -> int:
        tabel = _AANTALLEN[soort]
        miljoensten = tabel[min(max(jaar, min(tabel)), max(tabel))] * self._schaal
        heel, rest = divmod(miljoensten, 1_000_000)
        drempel = int(self._stroom.deel(np.array([jaar]), 1 if soort == "poh" else 2)[0])
        return heel + (rest * EEN > drempel * 1_000_000)

    def verdeel(
        self,
        gezinnen: Bak,
        kinderen: Bak,
        w: Werving,
        meldingsdatum: Getallen,
        telt: Maskers,
        soort: str,
        jaar: int,
    ) -> Getallen:
        """Give new families (and who moved) a practice; returns the practice of every newcomer.

        `telt`: rows that count for the example (`soort` "aanvraag" or "poh"; "" for none). Care that starts
        next year may still have its melding in this one, so three requests of the current year are left open.
        """
        gezin = kinderen["gezin"][w.kind]
        self._standaard(gezinnen, gezin, w, telt if soort else np.zeros_like(telt))
        if soort:
            hier = telt & (w.gemeente == MIDDEN_DRENTHE)
            jaren = jaar_van(meldingsdatum)
            for m in (jaar - 1, jaar):
                al = hier & (jaren == m) & (gezinnen["praktijk"][gezin] == PRAKTIJK_BEILEN)
                aantal = self._geteld.get((soort, m), 0) + int(al.sum())
                open_houden = 3 * int(soort == "aanvraag" and m == jaar)
                mag = np.flatnonzero(hier & (jaren == m) & (w.nieuw == 1) & (w.samen == 0))
                mag = mag[np.argsort(self._stroom.bits(gezinnen["sleutel"][gezin[mag]], 3), kind="stable")]
                extra = mag[: max(self._doel(soort, m) - open_houden - aantal, 0)]
                gezinnen["praktijk"][gezin[extra]] = PRAKTIJK_BEILEN
                self._geteld[soort, m] = aantal + len(extra)
        return gezinnen["praktijk"][gezin]

    def _standaard(self, gezinnen: Bak, gezin: Getallen, w: Werving, niet_beilen: Maskers) -> None:
        """Any practice of the municipality; where the example counts, every other one."""
        nu = gezinnen["praktijk"][gezin]
        rijen = np.flatnonzero((nu < 0) | (_GEMEENTE[np.maximum(nu, 0)] != w.gemeente))
        gemeente = w.gemeente[rijen]
        over = (niet_beilen[rijen] & (gemeente == MIDDEN_DRENTHE)).astype(np.int64)
        u = self._stroom.deel(gezinnen["sleutel"][gezin[rijen]] * 16 + gemeente, 4)
        keuze = _EERSTE[gemeente] + over + ((u * (_AANTAL[gemeente] - over)) >> 32)
        gezinnen["praktijk"][gezin[rijen]] = keuze
