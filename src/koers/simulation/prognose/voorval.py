"""What can happen to one stay: it ends, other help follows on it or comes back later, or starts beside it.

Every moment is where a rate, summed over the time, has grown by what chance asks. What is drawn has an
address of its own, so that what happens in one stay never shifts the draws of another.
"""

from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.klassen import DUREN, JAAR, LEEFTIJDEN, NOOIT, ONBEKEND, PAUZES, STATEN
from koers.simulation.prognose.klassen import DUUR as _DUUR
from koers.simulation.prognose.klassen import ERNAAST as _ERNAAST
from koers.simulation.prognose.klassen import GRENZEN as _JAREN
from koers.simulation.prognose.klassen import LEEFTIJD as _LEEFTIJD
from koers.simulation.prognose.klassen import MAAND as _MAAND
from koers.simulation.prognose.klassen import PAUZE as _PAUZE
from koers.simulation.prognose.toeval import child, compiled, inlined, uniform

_GRENZEN = _JAREN * JAAR
# Ages at which anything changes: a class of age, a legal end, or both. Per band between them, and then for
# whom the age is not known: its class of age, and the legal age at its end (-1: none).
_BANDEN = np.union1d(_LEEFTIJD, _GRENZEN)
_BAND_LEEFTIJD = np.append(np.searchsorted(_LEEFTIJD, np.append(0.0, _BANDEN), side="right"), ONBEKEND)
_BAND_GRENS = np.array([*(list(_GRENZEN).index(b) if b in _GRENZEN else -1 for b in _BANDEN), -1, -1])

STAPEL = 64  # stays of one person that wait to be played
# Draws of a stay, of a person, and branches below a key.
U_DUUR, U_OORZAAK, U_PAUZE, U_TERUG, U_HERINDICATIE, U_OMZETTEN = 0, 1, 2, 3, 4, 5
U_KOMT, U_DAG, U_WIE, U_JARIG, U_HEFBOOM, U_PRAKTIJK, U_GRENS = 0, 1, 2, 3, 4, 5, 8
TAK_STAND, TAK_NIEUW, TAK_EXTRA, TAK_WIE, TAK_NAAST = 1, 2, 3, 4, 16
VERBLIJF, PAUZE_LOOPT = 0, 1
# Where each table begins in a row of parameters.
P_EINDE = 0
P_OORZAAK = P_EINDE + STATEN * LEEFTIJDEN * DUREN
P_PAUZE = P_OORZAAK + STATEN * (STATEN + 1)
P_TERUG = P_PAUZE + STATEN * PAUZES
P_ERNAAST = P_TERUG + STATEN * STATEN
P_NAAST = P_ERNAAST + STATEN * len(_ERNAAST)
P_VOORBIJ = P_NAAST + STATEN * STATEN
P_PAUZE_TOT = P_VOORBIJ + STATEN * len(_GRENZEN)
P_BREEDTE = P_PAUZE_TOT + 1
# Columns of a lever: a factor on the rate of ending per state, the share that becomes collective help per
# state, and the share of renewals that stay: of who has no practice, and then per practice.
H_DUUR, H_OMZETTEN, H_HERINDICATIE = 0, STATEN, 2 * STATEN


class Beurt(NamedTuple):
    """What all persons of a replication share.

    `par`: its row of parameters. `som`: the sum of the rate of ending up to each class of duration, so that
    an end is looked up. `hef`: its levers, and `wissel`: from each month, the next one in which one changes
    the rate of a state. `zet_om`, `weigert`: whether a lever makes help collective, or refuses renewals.
    """

    par: np.ndarray
    som: np.ndarray
    hef: np.ndarray
    wissel: np.ndarray
    zet_om: bool
    weigert: bool


@compiled
def tables_of(w, r, som, wissel):
    """The tables of one replication."""
    par = w.parameters[r]
    hef = w.hefboom[min(r, len(w.hefboom) - 1)]
    for i in range(len(som)):
        d = i % DUREN
        som[i] = som[i - 1] + par[P_EINDE + i - 1] * (_DUUR[d] - _DUUR[d - 1]) if d > 0 else 0.0
    wissel[:] = len(hef)
    zet_om = weigert = False
    for k in range(len(hef) - 1, -1, -1):
        for h in range(H_HERINDICATIE, hef.shape[1]):
            weigert = weigert or hef[k, h] < 1.0
        for s in range(STATEN):
            zet_om = zet_om or hef[k, H_OMZETTEN + s] > 0.0
            if k + 1 < len(hef):
                gelijk = hef[k, H_DUUR + s] == hef[k + 1, H_DUUR + s]
                wissel[k, s] = wissel[k + 1, s] if gelijk else k + 1
    return Beurt(par, som, hef, wissel, zet_om, weigert)


@inlined
def lever_month(hef, t):
    return min(max(int(t / _MAAND), 0), len(hef) - 1)


@inlined
def _push(n, stapel, sleutel, t, s, key):
    """One more stay to play, from day t."""
    if n < STAPEL:
        stapel[n, 0], stapel[n, 1], stapel[n, 2], stapel[n, 3] = t, 0.0, s, VERBLIJF
        sleutel[n] = key
        n += 1
    return n


@inlined
def _pick(par, begin, lengte, u):
    """The first of `lengte` cumulative shares that reaches u."""
    i = 0
    while i < lengte - 1 and u > par[begin + i]:
        i += 1
    return i


@inlined
def _passed(grenzen, waarde):
    """How many limits lie at or before a value."""
    i = 0
    while i < len(grenzen) and waarde >= grenzen[i]:
        i += 1
    return i


@inlined
def _highest(par, begin, lengte):
    hoogste = 0.0
    for i in range(begin, begin + lengte):
        hoogste = max(hoogste, par[i])
    return hoogste


@inlined
def stay(beurt, s, t, klok, geboren, persoon, key, horizon):
    """When a stay ends, and whether a legal age ended it.

    Between two limits of age or of a lever only the time in the stay changes the rate: there the end lies
    where the summed rate has grown by what chance asks.
    """
    par, som, hef, wissel = beurt.par, beurt.som, beurt.hef, beurt.wissel
    over = -np.log(uniform(key, np.uint64(U_DUUR)))
    band = len(_BANDEN) + 1 if np.isnan(geboren) else _passed(_BANDEN, t - geboren)
    begin = t - klok
    d = 0 if klok == 0.0 else _passed(_DUUR, klok) - 1
    k = lever_month(hef, t) if len(hef) > 1 else 0
    while True:
        rij = (s * LEEFTIJDEN + _BAND_LEEFTIJD[band]) * DUREN
        tot_band = geboren + _BANDEN[band] if band < len(_BANDEN) else NOOIT
        tot_k = wissel[k, s] * _MAAND if wissel[k, s] < len(hef) else NOOIT
        tot = min(min(tot_band, tot_k), horizon)
        factor = hef[k, H_DUUR + s]
        nu = som[rij + d] + par[P_EINDE + rij + d] * (klok - _DUUR[d])
        doel = nu + over / factor
        while d + 1 < DUREN and som[rij + d + 1] < doel:
            d += 1
        klaar = begin + _DUUR[d] + (doel - som[rij + d]) / par[P_EINDE + rij + d]
        if klaar <= tot:
            return klaar, False
        if tot >= horizon:
            return horizon + 1.0, False
        t, klok = tot, tot - begin
        while _DUUR[d] > klok:
            d -= 1
        over -= factor * (som[rij + d] + par[P_EINDE + rij + d] * (klok - _DUUR[d]) - nu)
        if t >= tot_k:
            k = wissel[k, s]
        if t >= tot_band:
            wet = _BAND_GRENS[band]
            if wet >= 0 and _ends_by_law(par, s, persoon, wet):
                return t, True
            band += 1


@inlined
def _ends_by_law(par, s, persoon, wet):
    """Whether help of this person ends at a legal age."""
    return uniform(persoon, np.uint64(U_GRENS + wet)) >= par[P_VOORBIJ + s * len(_GRENZEN) + wet]


@inlined
def follow(beurt, groep, s, t, key, n, stapel, sleutel):
    """Whether other help follows at once on a stay, and of which level."""
    par = beurt.par
    breed = STATEN + 1
    oorzaak = _pick(par, P_OORZAAK + s * breed, breed, uniform(key, np.uint64(U_OORZAAK)))
    if oorzaak == STATEN or refused(beurt, groep, t, key):
        return n
    return _push(n, stapel, sleutel, t, oorzaak, child(key, np.uint64(1)))


@inlined
def refused(beurt, groep, t, key):
    """Whether a renewal falls away under the levers on renewals, for who came by this practice."""
    if not beurt.weigert:
        return False
    blijft = beurt.hef[lever_month(beurt.hef, t), H_HERINDICATIE + groep]
    return uniform(key, np.uint64(U_HERINDICATIE)) >= blijft


@inlined
def come_back(beurt, groep, geboren, persoon, horizon, s, t, klok, key, n, stapel, sleutel):
    """A pause of so many days: help comes back at some moment, or the pause becomes the end."""
    par = beurt.par
    u = uniform(key, np.uint64(U_PAUZE))
    lang = par[P_PAUZE_TOT]
    g = _passed(_PAUZE, klok) - 1
    # -log(u) is never less than 1 - u: mostly this tells without a logarithm that nothing comes.
    if _highest(par, P_PAUZE + s * PAUZES, PAUZES) * (lang - klok) <= 1.0 - u:
        return n
    over = -np.log(u)
    while True:
        if klok >= lang or t >= horizon:
            return n
        volgende = min(_PAUZE[g + 1] if g + 1 < PAUZES else NOOIT, lang)
        tempo = par[P_PAUZE + s * PAUZES + g]
        if tempo * (volgende - klok) >= over:
            t += over / tempo
            break
        over -= tempo * (volgende - klok)
        t += volgende - klok
        klok = volgende
        g += 1
    if t >= horizon or refused(beurt, groep, t, key):
        return n
    wet = _passed(_GRENZEN, t - geboren) - 1 if not np.isnan(geboren) else -1
    if wet >= 0 and _ends_by_law(par, s, persoon, wet):
        return n
    naar = _pick(par, P_TERUG + s * STATEN, STATEN, uniform(key, np.uint64(U_TERUG)))
    return _push(n, stapel, sleutel, t, naar, child(key, np.uint64(2)))


@inlined
def practice_of(beurt, herkomst, route, key):
    """By which practice somebody new was referred; only a lever on renewals asks."""
    groep = 0
    if beurt.weigert and herkomst.shape[1] > 1:
        u = uniform(key, np.uint64(U_PRAKTIJK))
        while groep < herkomst.shape[1] - 1 and u > herkomst[route, groep]:
            groep += 1
    return groep


@inlined
def beside(par, s, t, klok, einde, key, n, stapel, sleutel):
    """Help that starts beside this stay, while it lasts."""
    u = uniform(key, np.uint64(TAK_NAAST))
    plek = P_ERNAAST + s * len(_ERNAAST)
    if _highest(par, plek, len(_ERNAAST)) * (einde - t) <= 1.0 - u:  # as in `come_back`
        return n
    g = _passed(_ERNAAST, klok) - 1
    begin = t - klok
    i = 0
    over = -np.log(u)
    while t < einde:
        volgende = min(begin + _ERNAAST[g + 1] if g + 1 < len(_ERNAAST) else NOOIT, einde)
        tempo = par[plek + g]
        if tempo * (volgende - t) >= over:
            t += over / tempo
            tak = child(key, np.uint64(TAK_NAAST + 2 * i + 1))
            naar = _pick(par, P_NAAST + s * STATEN, STATEN, uniform(tak, np.uint64(U_TERUG)))
            n = _push(n, stapel, sleutel, t, naar, child(tak, np.uint64(3)))
            i += 1
            over = -np.log(uniform(key, np.uint64(TAK_NAAST + 2 * i)))
            continue
        over -= tempo * (volgende - t)
        t = volgende
        g += volgende < einde
    return n
