"""A forecast from spells: fit, draw, play, and the bands of what came out."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from koers.simulation.prognose import kern
from koers.simulation.prognose.aanloop import before
from koers.simulation.prognose.blootstelling import birth_day, count
from koers.simulation.prognose.hefbomen import Hefboom, tables
from koers.simulation.prognose.instroom import Instroom, Reeks, forecast_entries
from koers.simulation.prognose.klassen import JAAR, MAAND, STATEN
from koers.simulation.prognose.praktijken import ZONDER, Praktijken, origin_shares
from koers.simulation.prognose.schatting import Parameters, draw
from koers.simulation.prognose.verblijven import (
    AANSLUITEND,
    GEEN,
    NIEUW,
    OPEN,
    TERUG,
    Spelkolommen,
    Verblijven,
    make_verblijven,
)

BETROUWBAARHEID = 0.95
HERHALINGEN = 400
LIJKT_OP = 36  # months of entries that new ones may resemble
MINSTENS_LIJKT_OP, HOOGSTENS_LIJKT_OP = 150, 50_000
WAARDELOOS = 0.02


@dataclass(frozen=True)
class Vraag:
    """What is asked: the last known day, and days after it (1 is the day after), in order; both in days."""

    tot: int
    dagen: np.ndarray
    seed: int = 1
    herhalingen: int = HERHALINGEN
    threads: int = 2
    vast: bool = False  # parameters at their mean instead of drawn
    jaren: tuple[tuple[int, int], ...] = ()  # first and last day of years to count young people in
    hefbomen: tuple[Hefboom, ...] = ()


@dataclass(frozen=True)
class Prognose:
    """`verwacht`, `onder`, `boven`: day x (levels 1 to 8, then persons). `aantal`: every replication.

    `jeugd`: replication x year, young people of 0 to 18 with specialised help in that year.
    """

    verwacht: np.ndarray
    onder: np.ndarray
    boven: np.ndarray
    aantal: np.ndarray
    gewichten: dict[str, float] = field(default_factory=dict)
    verloop: np.ndarray = field(default_factory=lambda: np.zeros((0, 4)))
    jeugd: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))


@dataclass(frozen=True)
class Klaar:
    """What was fitted and drawn once, to be played under any levers; `wereld` is None without any help."""

    vraag: Vraag
    wereld: kern.Wereld | None = None
    gewichten: dict[str, float] = field(default_factory=dict)
    geteld: np.ndarray = field(default_factory=lambda: np.zeros(0))
    praktijken: tuple[str, ...] = ()


def prepare(spellen: Spelkolommen, vraag: Vraag, praktijken: Praktijken = ZONDER) -> Klaar:
    """Fits and draws, from what was known on day `tot`. `praktijken`: who was referred by which."""
    v = make_verblijven(spellen, vraag.tot)
    if not len(v):
        return Klaar(vraag)
    wereld, instroom = build(v, spellen, vraag, praktijken)
    return Klaar(vraag, wereld, instroom.gewichten, counted_already(v, vraag)[1], praktijken.namen)


def play(
    klaar: Klaar, hefbomen: Sequence[Hefboom], gedaan: Callable[[int], object] | None = None
) -> Prognose:
    """One run under these levers; all runs of one `Klaar` share their chance. `gedaan`: see `kern.play`."""
    vraag = klaar.vraag
    if klaar.wereld is None:
        leeg = np.zeros((len(vraag.dagen), STATEN + 1))
        nul = np.zeros((vraag.herhalingen, len(vraag.jaren)))
        return Prognose(leeg, leeg, leeg, np.zeros((vraag.herhalingen, *leeg.shape)), jeugd=nul)
    wereld = with_levers(klaar.wereld, vraag, hefbomen)
    uit = kern.play(wereld, vraag.seed, vraag.threads, gedaan=gedaan)
    return summarise(uit, klaar.gewichten, klaar.geteld)


def play_part(wereld: kern.Wereld, seed: int, deel: tuple[int, int]) -> kern.Uitkomst:
    """Only these replications, from the first to before the second: the rows that a whole run has there."""
    uit = kern.play(wereld, seed, 1, deel=deel)
    return kern.Uitkomst(*(getallen[slice(*deel)] for getallen in uit))


def until(klaar: Klaar, jaren: int) -> Klaar:
    """The first `jaren` years of the same runs, and none of the days in between: `jeugd` of those years comes
    out the same, sooner. A search that needs one year plays no later ones.
    """
    vraag = klaar.vraag
    kort = replace(
        vraag, jaren=vraag.jaren[:jaren], dagen=np.array([max(vraag.jaren[jaren - 1][1] - vraag.tot, 1)])
    )
    if klaar.wereld is None:
        return replace(klaar, vraag=kort, geteld=klaar.geteld[:jaren])
    w, horizon = klaar.wereld, int(kort.dagen[-1])
    komt = max(int((w.maand[:, 0] < horizon).sum()), 1)
    wereld = w._replace(
        verwacht=np.ascontiguousarray(w.verwacht[:, :komt]),
        maand=np.ascontiguousarray(w.maand[:komt]),
        dagen=kort.dagen.astype(np.float64),
        eerder=np.searchsorted(kort.dagen, np.arange(horizon + 3)).astype(np.int64),
        jaren=np.ascontiguousarray(w.jaren[:jaren]),
    )
    return replace(klaar, vraag=kort, wereld=wereld, geteld=klaar.geteld[:jaren])


def forecast(spellen: Spelkolommen, vraag: Vraag, gedaan: Callable[[int], object] | None = None) -> Prognose:
    """Young people with running help on the days asked, from what was known on day `tot`."""
    return play(prepare(spellen, vraag), vraag.hefbomen, gedaan)


def warm_up() -> None:
    """Compiles the loop once for this installation, so that nobody waits for it at a page."""
    een = np.zeros(1, dtype=np.int64)
    spellen = Spelkolommen(een, een, een, een + 4, een, een + OPEN, een)
    forecast(spellen, Vraag(tot=400, dagen=np.array([30]), herhalingen=2, jaren=((401, 430),)))


def summarise(uit: kern.Uitkomst, gewichten: dict[str, float], geteld: np.ndarray) -> Prognose:
    """Mean and band of all replications. `geteld`: young people per year who counted before the last day."""
    rand = (1 - BETROUWBAARHEID) / 2
    onder, boven = np.quantile(uit.aantal, [rand, 1 - rand], axis=0)
    return Prognose(
        verwacht=uit.aantal.mean(axis=0),
        onder=np.floor(onder),
        boven=np.ceil(boven),
        aantal=uit.aantal,
        gewichten=gewichten,
        verloop=uit.verloop,
        jeugd=uit.jeugd + geteld[None, :],
    )


def build(
    v: Verblijven, spellen: Spelkolommen, vraag: Vraag, praktijken: Praktijken = ZONDER
) -> tuple[kern.Wereld, Instroom]:
    """The world that the loop plays: parameters, who is there, and who comes."""
    alles = count(v)
    recent = count(v, v.peil - 365)
    parameters = draw(alles, recent, vraag.seed, vraag.herhalingen, vast=vraag.vast)
    maanden, instroom = entries(v, spellen, vraag)
    wereld = assemble(v, parameters, maanden, instroom, vraag)
    return with_practices(wereld, v, vraag, praktijken), instroom


def assemble(
    v: Verblijven, p: Parameters, maanden: np.ndarray, instroom: Instroom, vraag: Vraag
) -> kern.Wereld:
    """Everything in the form of the loop. `maanden`: first day of each month of entry, relative to the last
    known day, and the end of the last."""
    dagen = np.asarray(vraag.dagen, dtype=np.float64)
    horizon = int(dagen[-1])
    wie = _resemble(v)
    routes = int(v.route.max(initial=0)) + 2
    hefboom, factor = _lever_tables(vraag.hefbomen, vraag, routes, 1)
    route = np.where(v.route[wie] == GEEN, routes - 1, v.route[wie])
    geboren, van, tot, stand = _present(v)
    return kern.Wereld(
        parameters=kern.flatten(p, float(v.pauze)),
        geboren=geboren,
        van=van,
        tot=tot,
        stand=stand,
        verwacht=np.ascontiguousarray(instroom.verwacht),
        maand=np.stack([maanden[:-1], maanden[1:]], axis=1).astype(np.float64),
        wie=np.stack([v.staat[wie], _age_in_months(v)[wie], route], axis=1).astype(np.float64),
        praktijk=np.zeros(len(van), dtype=np.int64),
        herkomst=np.ones((routes, 1)),
        hefboom=hefboom,
        instroom_factor=factor,
        dagen=dagen,
        eerder=np.searchsorted(dagen, np.arange(horizon + 3)).astype(np.int64),
        jaren=np.array(vraag.jaren, dtype=np.float64).reshape(-1, 2) - vraag.tot,
        geteld=counted_already(v, vraag)[0],
    )


def with_levers(wereld: kern.Wereld, vraag: Vraag, hefbomen: Sequence[Hefboom]) -> kern.Wereld:
    """The same world under other levers."""
    hefboom, factor = _lever_tables(hefbomen, vraag, *wereld.herkomst.shape)
    return wereld._replace(hefboom=hefboom, instroom_factor=factor)


def with_practices(wereld: kern.Wereld, v: Verblijven, vraag: Vraag, praktijken: Praktijken) -> kern.Wereld:
    """The same world in which everybody carries the practice that referred."""
    if not praktijken.namen:
        return wereld
    routes, hier = len(wereld.herkomst), np.unique(v.jeugdige[_present_stays(v)])
    met = wereld._replace(
        praktijk=np.ascontiguousarray(praktijken.van[hier]),
        herkomst=origin_shares(v, _resemble(v), praktijken, routes),
    )
    return with_levers(met, vraag, vraag.hefbomen)


def _lever_tables(
    hefbomen: Sequence[Hefboom], vraag: Vraag, routes: int, groepen: int
) -> tuple[np.ndarray, np.ndarray]:
    hefboom, factor = tables(
        hefbomen,
        peil=vraag.tot,
        horizon=int(vraag.dagen[-1]),
        routes=routes,
        seed=vraag.seed,
        keer=vraag.herhalingen,
        groepen=groepen,
    )
    # Who came by an unknown road feels no lever on one of them.
    factor[:, :, routes - 1] = 1.0
    return hefboom, factor


def counted_already(v: Verblijven, vraag: Vraag) -> tuple[np.ndarray, np.ndarray]:
    """Of who is in care: how many of the years asked counted them before the last known day; and per year
    how many young people did. Only the first year can have begun by then.
    """
    aanwezig = np.unique(v.jeugdige[_present_stays(v)])
    per_jaar = np.zeros(len(vraag.jaren), dtype=np.int64)
    if not vraag.jaren or vraag.jaren[0][0] > vraag.tot:
        return np.zeros(len(aanwezig), dtype=np.int64), per_jaar
    begin = vraag.jaren[0][0]
    maanden = int(np.datetime64(begin, "D").astype("datetime64[M]").astype(np.int64)) - v.geboorte
    jeugd = (v.geboorte != GEEN) & (maanden >= 0) & (maanden < kern.OUDSTE / MAAND)
    hier = (v.staat >= kern.ZWAAR) & (v.begin <= vraag.tot) & (v.einde > begin)
    wie = np.unique(v.jeugdige[hier & jeugd])
    per_jaar[0] = len(wie)
    return np.isin(aanwezig, wie).astype(np.int64), per_jaar


def _present(v: Verblijven) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Who is in care, with the time already in it; and who left so shortly ago that help may come back."""
    wie = _present_stays(v)
    personen, van = np.unique(v.jeugdige[wie], return_index=True)
    geboren = birth_day(v.geboorte[wie[van]]) - v.peil if len(personen) else np.zeros(0)
    # Older than the law lets help last: a slip in the month of birth, which then counts as not known.
    geboren = np.where(-geboren > 23.5 * JAAR, np.nan, geboren)
    klok = np.where(v.loopt[wie], v.peil - v.begin[wie], v.peil - v.einde[wie])
    soort = np.where(v.loopt[wie], kern.VERBLIJF, kern.PAUZE_LOOPT)
    stand = np.stack([klok, v.staat[wie], soort], axis=1).astype(np.float64)
    return geboren, van.astype(np.int64), np.append(van[1:], len(wie)).astype(np.int64)[: len(van)], stand


def _present_stays(v: Verblijven) -> np.ndarray:
    """The stays that run, and those after which help may still come back, in order of person."""
    stil = ~v.loopt & v.sluit & (v.vervolg == GEEN) & (v.einde > v.peil - v.pauze)
    return np.flatnonzero(v.loopt | stil)


def _age_in_months(v: Verblijven) -> np.ndarray:
    """Age at the start of a stay in whole months, or GEEN; too old for the law counts as not known."""
    maand = v.begin.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    leeftijd = maand - v.geboorte
    return np.where((v.geboorte == GEEN) | (leeftijd < 0) | (leeftijd > 282), GEEN, leeftijd)


def _resemble(v: Verblijven) -> np.ndarray:
    """Entries that new ones may resemble: the recent ones, or more of them where there are few."""
    nieuw = np.flatnonzero((v.soort == NIEUW) & (v.begin >= v.begin_telling))
    if not len(nieuw):
        nieuw = np.flatnonzero(v.soort == NIEUW)
    nieuw = nieuw[np.argsort(v.begin[nieuw], kind="stable")]
    recent = int((v.begin[nieuw] >= v.peil - LIJKT_OP * MAAND).sum())
    nieuw = nieuw[-max(recent, min(MINSTENS_LIJKT_OP, len(nieuw))) :]
    # Of a whole country every so many-th will do: more do not fit near the processor, at half the speed.
    return nieuw[:: -(-len(nieuw) // HOOGSTENS_LIJKT_OP) or 1]


def entries(v: Verblijven, spellen: Spelkolommen, vraag: Vraag) -> tuple[np.ndarray, Instroom]:
    """Expected new young people per coming period of a month, and the days of those periods."""
    aantal_maanden = max(1, int((v.peil - v.begin_telling) // MAAND))
    grenzen = np.round(v.peil - MAAND * np.arange(aantal_maanden, -1, -1)).astype(np.int64)
    nieuw = v.begin[(v.soort == NIEUW) & (v.begin >= grenzen[0])]
    aantallen = np.histogram(nieuw, bins=grenzen)[0].astype(np.float64)
    bekend = _written_down(spellen, grenzen, v.peil)
    gezien = _seen_as_new(v, grenzen) * (grenzen[1:] - np.maximum(grenzen[:-1], v.begin_telling)) / MAAND
    vooruit = int(np.ceil(float(vraag.dagen[-1]) / MAAND)) + 1
    reeks = Reeks(
        aantallen,
        bekend * gezien,
        int(grenzen[0].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)) % 12,
        before(v, int(grenzen[0])),
    )
    instroom = forecast_entries(reeks, vooruit, vraag.seed, vraag.herhalingen)
    toekomst = np.round(MAAND * np.arange(vooruit + 1))
    laat = np.flatnonzero(bekend < 1 - WAARDELOOS)
    if not len(laat):
        return toekomst, instroom
    # Who came in but is not written down yet: those months are played too, for the part that is missing.
    k = int(laat[0])
    ontbreekt = (aantallen[k:] + 0.5) * (1 / bekend[k:] - 1)
    verwacht = np.concatenate(
        [np.broadcast_to(ontbreekt, (vraag.herhalingen, len(ontbreekt))), instroom.verwacht], axis=1
    )
    terug = grenzen[k:-1] - v.peil
    return np.concatenate([terug, toekomst]), Instroom(verwacht, instroom.gewichten, instroom.spreiding)


def _seen_as_new(v: Verblijven, grenzen: np.ndarray) -> np.ndarray:
    """By how much entries of the first months look too many: returns of whom nobody saw the earlier help.

    1 as soon as the table is as long as the longest pause.
    """
    lang = grenzen[:-1] >= v.begin_telling + v.pauze
    if lang.sum() < 3:
        return np.ones(len(grenzen) - 1)
    later = v.begin >= grenzen[:-1][lang][0]
    nieuw = max(int((later & (v.soort == NIEUW)).sum()), 1)
    terug = np.flatnonzero(later & ((v.soort == TERUG) | (v.soort == AANSLUITEND)))
    gat = v.begin[terug] - v.einde[v.ouder[terug]]
    midden = (grenzen[:-1] + grenzen[1:]) / 2 - v.begin_telling
    gemist = (gat[None, :] > midden[:, None]).sum(axis=1)
    return 1 + gemist / nieuw


def _written_down(spellen: Spelkolommen, grenzen: np.ndarray, peil: int) -> np.ndarray:
    """The share of the starts of each month that was written down on the last known day.

    Only where the table is as old as that day: a table of later holds what came in late.
    """
    alles = np.ones(len(grenzen) - 1)
    # Written down at its end, a row does not tell when its start was known.
    zonder_einde = spellen.einde > spellen.vastgelegd
    vertraging = np.clip(spellen.vastgelegd - spellen.begin, 0, None)
    oud = (spellen.begin < peil - 180) & (spellen.begin > peil - 3 * 365) & zonder_einde
    if not len(spellen.begin) or spellen.vastgelegd.max() > peil + 45 or oud.sum() < 30:
        return alles
    gewoon = np.sort(vertraging[oud])
    if np.quantile(gewoon, 0.9) > 180:  # a table that was loaded in one go: no delays, one day of loading
        return alles
    dagen = np.arange(int(grenzen[0]), peil)
    kans = np.searchsorted(gewoon, peil - 1 - dagen, side="right") / len(gewoon)
    som = np.array([kans[(dagen >= a) & (dagen < b)].mean() for a, b in itertools.pairwise(grenzen)])
    return np.clip(som, 0.05, 1.0)
