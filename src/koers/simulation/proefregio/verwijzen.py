"""By which legal route somebody came to care, and the days of melding, besluit and toewijzing before it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from koers.simulation.proefregio import aannamen, codes
from koers.simulation.proefregio.kalender import GEEN, dag, maand_van, werkdag
from koers.simulation.proefregio.stroom import Getallen, Maskers, Stroom, systematisch
from koers.simulation.proefregio.werving import Werving

_DOOR: Final = np.array(aannamen.DOOR_BIJ_NIVEAU, dtype=np.int64)
ROUTE_VAN_DOOR: Final = np.array(codes.DOOR_ROUTE, dtype=np.int64)
_SPOED: Final = np.array([aannamen.SPOED_PROMILLE[n] for n in range(4, 9)], dtype=np.int64)


@dataclass(frozen=True)
class Aanloop:
    """The way to care, per newcomer: `door` (codes.DOOR), `spoed` (0/1), days; a besluit only on route A."""

    door: Getallen
    spoed: Getallen
    meldingsdatum: Getallen
    besluitdatum: Getallen
    toewijzingsdatum: Getallen


def wachtdagen(stroom: Stroom, sleutel: Getallen, niveau: Getallen) -> Getallen:
    """Days from toewijzing to start, by level."""
    u = stroom.deel(sleutel, 1)
    uit = np.zeros(len(sleutel), dtype=np.int64)
    for n, verdeling in aannamen.WACHT_NIVEAU.items():
        uit = np.where(niveau == n, verdeling(u), uit)
    return uit


class Poort:
    """Shares newcomers out over who opens the way (codes.DOOR), evenly.

    Free draws would put the published shares (48% of referrals, 79% of spending) and the mean length of
    light care several percent off in one municipality, by chance. So three choices are systematic: Team
    Jeugd for heavy care (level 6-8) along its weight (`zorgpaden.zwaarte`), the huisarts for light care along
    its weight, and Team Jeugd for the rest of light care along time, where each month fills up what heavy
    care leaves of its share.
    """

    def __init__(self, seed: int, gemeenten: int) -> None:
        self._stroom = Stroom(seed, "poort")
        self._team_jeugd = self._stroom.geheel(np.arange(gemeenten * 2), 0, 999, stap=1)

    def verdeel(
        self,
        sleutel: Getallen,
        *,
        gemeente: Getallen,
        niveau: Getallen,
        toewijzing: Getallen,
        zwaarte: Getallen,
        team_zwaar: Getallen,
        leider: Getallen,
    ) -> Getallen:
        """The door of every newcomer; who came along goes through the door of the leader.

        `team_zwaar`: per municipality, promille of heavy care that goes through Team Jeugd this year.
        """
        zelf = np.flatnonzero(leider == np.arange(len(leider)))
        kansen, zwaar = _DOOR[niveau[zelf] - 4], niveau[zelf] >= 6
        groep, maand = gemeente[zelf] * 2 + zwaar, maand_van(toewijzing[zelf])
        p_team, op_zwaarte = kansen[:, codes.TEAM_JEUGD], np.lexsort((zwaarte[zelf], groep))
        team = systematisch(
            op_zwaarte, groep, np.where(zwaar, team_zwaar[gemeente[zelf]], 0), self._team_jeugd
        )
        p_huisarts = np.where(zwaar, 0, kansen[:, codes.HUISARTS])  # no huisarts refers to level 6-8 at once
        # From the middle of the first step, so that neither end of the weights is favoured.
        huisarts = systematisch(op_zwaarte, groep, p_huisarts, np.full_like(self._team_jeugd, 500))
        p_licht = _vul_aan(gemeente[zelf] * 4096 + maand, p_team, zwaar | huisarts, team)
        team |= systematisch(_heen_en_weer(groep, maand, zwaarte[zelf]), groep, p_licht, self._team_jeugd)
        rest = kansen.copy()
        rest[:, [codes.TEAM_JEUGD, codes.HUISARTS]] = 0
        anders = self._stroom.keuze(sleutel[zelf], rest, stap=3)
        door = np.zeros(len(leider), dtype=np.int64)
        door[zelf] = np.select([team, huisarts], [codes.TEAM_JEUGD, codes.HUISARTS], anders)
        door = door[leider]
        te_laat = (door == codes.CJG_PARTNER) & (toewijzing >= dag(*aannamen.EINDE_CJG_PARTNER))
        return np.where(te_laat, codes.TEAM_JEUGD, door)


def kans_zwaar(
    lopend: Getallen, via_team: Getallen, nieuw_licht: Getallen, nieuw_zwaar: Getallen
) -> Getallen:
    """Promille of this year's new heavy care that must go through Team Jeugd for its share of the spending.

    All per municipality, in cents of this year: running care, the part of it through Team Jeugd, new light
    care and new heavy care.
    """
    totaal = lopend + nieuw_licht + nieuw_zwaar
    licht_via_team = nieuw_licht * aannamen.LICHT_VIA_TEAM_PROMILLE // 1000
    nodig = totaal * aannamen.TEAM_JEUGD_UITGAVEN_PROMILLE // 1000 - via_team - licht_via_team
    return np.clip(nodig * 1000 // np.maximum(nieuw_zwaar, 1), *aannamen.ZWAAR_VIA_TEAM)


def _heen_en_weer(groep: Getallen, maand: Getallen, zwaarte: Getallen) -> Getallen:
    """Order: light groups (even) by month and then weight, up and down in turn; heavy ones by weight."""
    blok = np.where(groep % 2 == 0, maand, 0)
    return np.lexsort((np.where(blok % 2 == 0, zwaarte, -zwaarte), blok, groep))


def _vul_aan(blok: Getallen, promille: Getallen, bezet: Maskers, gekozen: Maskers) -> Getallen:
    """Chances for what is not yet `bezet`, per month and municipality, so that with what is `gekozen`
    already it comes to the share of Team Jeugd."""
    uniek, plek = np.unique(blok, return_inverse=True)
    aantal = np.bincount(plek, minlength=len(uniek))
    nodig = aantal * aannamen.TEAM_JEUGD_PROMILLE - 1000 * np.bincount(plek[gekozen], minlength=len(uniek))
    som = np.bincount(plek[~bezet], promille[~bezet], len(uniek)).astype(np.int64)
    aangepast = promille * np.maximum(nodig, 0)[plek] // np.maximum(som, 1)[plek]
    return np.where(bezet, 0, np.minimum(aangepast, 1000))


def maak_aanloop(
    stroom: Stroom,
    sleutel: Getallen,
    werving: Werving,
    *,
    door: Getallen,
    niveau: Getallen,
    toewijzing: Getallen,
    vroegst: Getallen,
) -> Aanloop:
    """From the day of the toewijzing back to the melding.

    `vroegst`: no melding before this day (earlier help ended, or birth). Who came along shares the leader's
    melding and route.
    """
    start, leider = werving.dag, werving.leider
    route = ROUTE_VAN_DOOR[door]
    zelf = leider == np.arange(len(leider))
    spoed = stroom.kans(sleutel, _SPOED[niveau - 4], stap=3) & (route != codes.ROUTE_B) & zelf
    besluit = toewijzing - np.where(
        route == codes.ROUTE_A, aannamen.NAAR_TOEWIJZING(stroom.deel(sleutel, 4)), 0
    )
    u = stroom.deel(sleutel, 5)
    voor = np.select(
        [route == codes.ROUTE_A, route == codes.ROUTE_B],
        [aannamen.ONDERZOEK(u), aannamen.VERWIJSBRIEF(u)],
        aannamen.BEPALING(u),
    )
    melding = werkdag(np.maximum(np.where(spoed, start, besluit - voor), np.minimum(vroegst, start)))
    melding = np.minimum(melding[leider], start)
    besluit, toewijzing = _op_volgorde(stroom, sleutel, spoed, melding, besluit, toewijzing, start)
    return Aanloop(
        door=door,
        spoed=spoed.astype(np.int64),
        meldingsdatum=melding,
        besluitdatum=np.where(route == codes.ROUTE_A, besluit, GEEN),
        toewijzingsdatum=toewijzing,
    )


def _op_volgorde(
    stroom: Stroom,
    sleutel: Getallen,
    spoed: Maskers,
    melding: Getallen,
    besluit: Getallen,
    toewijzing: Getallen,
    start: Getallen,
) -> tuple[Getallen, Getallen]:
    """Besluit and toewijzing in order between melding and start; in a crisis both follow the start."""
    achteraf = werkdag(start + stroom.geheel(sleutel, 1, 10, stap=6))
    besluit = np.where(spoed, achteraf, np.clip(werkdag(besluit), melding, start))
    toewijzing = np.where(spoed, achteraf, np.clip(werkdag(toewijzing), besluit, np.maximum(start, besluit)))
    return besluit, toewijzing
