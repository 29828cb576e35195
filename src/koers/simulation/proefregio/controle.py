"""What cannot be: checks on a made region, with sentences that say what is wrong, how often, where first."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.aanbieders import GEMEENTE_REGIO
from koers.simulation.proefregio.kalender import GEEN, dag, maand_van, verjaardag
from koers.simulation.proefregio.kolommen import ids
from koers.simulation.proefregio.personen import bsn_testbereik
from koers.simulation.proefregio.regio import Proefregio
from koers.simulation.proefregio.registratie import Snede
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.spellen import Spellen, rij_van, spellen
from koers.simulation.proefregio.stroom import Getallen, Maskers

_LAAT: Final = 1 << 40
_VERWIJZERS: Final = (1, 2, 3, 4, 5, 6, 8)
_REDENEN: Final = (2, 31, 32, 33, 34, 35, 36, 37, 38, 39)
_TIJDELIJK: Final = 20
_VOORUIT: Final = 366 * 6  # the last day of a contract or toewijzing may lie this far ahead


def _fout(wat: str, fout: Maskers, sleutel: Getallen) -> list[str]:
    """One sentence when any row is wrong."""
    if not fout.any():
        return []
    return [f"{wat}: {int(fout.sum())} of {len(fout)} rows, first at {int(sleutel[np.argmax(fout)])}"]


def _dag(kolom: NDArray[Any]) -> Getallen:
    return kolom.astype(np.int64)


def _dicht(einde: NDArray[Any]) -> Getallen:
    """Last days with a far future where there is none."""
    e = _dag(einde)
    return np.where(e == GEEN, _LAAT, e)


def controleer(regio: Proefregio) -> list[str]:
    """Every invariant of the region; an empty list means that all hold."""
    spel = spellen(regio)
    stappen = (
        _sleutels(regio),
        _verwijzingen(regio),
        _vastlegging(regio),
        _leeftijden(regio, spel),
        _toegang(regio),
        _gronden(regio),
        _ladder(regio),
        _periodes(regio, spel),
        _feiten(regio),
        _aanbod(regio),
        _stapeling(regio, spel),
        _wonen(regio),
        _gezag(regio),
        _bsn(regio),
        _declaraties(regio, spel),
        _aantallen(regio),
    )
    return [zin for stap in stappen for zin in stap]


def _sleutels(r: Proefregio) -> Iterator[str]:
    for naam, tabel in r.tabellen().items():
        kolommen = [ids(tabel, k) for k in TABELLEN[naam].sleutel]
        if len(tabel) > 1:
            zelfde = np.ones(len(tabel) - 1, dtype=bool)
            for k in kolommen:
                zelfde &= k[1:] == k[:-1]
            yield from _fout(f"{naam}: key occurs twice", zelfde, kolommen[0])
            yield from _fout(f"{naam}: not sorted by key", kolommen[0][1:] < kolommen[0][:-1], kolommen[0])


def _verwijzingen(r: Proefregio) -> Iterator[str]:
    """Every reference to another table finds its row; required ones are never empty."""
    mag_leeg = {"ouder_a", "ouder_b", "ouder", "besluit", "verwijzing", "voorganger", "vervangt"}
    for naam, tabel in r.tabellen().items():
        for k in TABELLEN[naam].kolommen:
            if k.soort != "verwijzing":
                continue
            waarde = ids(tabel, k.naam)
            zoek = waarde >= 0 if k.naam in mag_leeg else np.ones(len(waarde), dtype=bool)
            mist = zoek & (rij_van(ids(getattr(r, k.naar)), waarde) < 0)
            yield from _fout(f"{naam}.{k.naam}: points to nothing in {k.naar}", mist, waarde)


def _vastlegging(r: Proefregio) -> Iterator[str]:
    """Nothing from after the end date; no fact before the day it is about."""
    grens = Snede(dag(r.tot.year, r.tot.month, r.tot.day))
    for naam, tabel in r.tabellen().items():
        for k in TABELLEN[naam].kolommen:
            if k.soort == "moment":
                m = _dag(tabel[k.naam])
                na = (m != GEEN) & (m > grens.moment)
                yield from _fout(f"{naam}.{k.naam}: recorded after the end date", na, np.arange(len(m)))
            if k.soort == "dag":
                d = _dag(tabel[k.naam])
                vreemd = (d != GEEN) & ((d < dag(1930)) | (d > grens.dag + _VOORUIT))
                yield from _fout(f"{naam}.{k.naam}: not a day of our time", vreemd, np.arange(len(d)))
    paren = (
        ("meldingen", "meldingsdatum"),
        ("besluiten", "besluitdatum"),
        ("treden", "datum"),
        ("ladder_uitzonderingen", "datum"),
        ("verwijzingen", "verwijsdatum"),
        ("toewijzingen", "toewijzingsdatum"),
        ("traject_feiten", "datum"),
        ("declaraties", "maand"),
        ("lichte_hulp", "aanvraagdatum"),
        ("maatregelen", "begindatum"),
        ("ervaringen", "antwoorddatum"),
    )
    for naam, kolom in paren:
        tabel = getattr(r, naam)
        vroeg = tabel["vastgelegd_at"].astype("datetime64[D]") < tabel[kolom]
        yield from _fout(f"{naam}: recorded before {kolom}", vroeg, np.arange(len(tabel)))


def _geboorte(r: Proefregio, persoon: Getallen) -> Getallen:
    """Birth days; for the unborn the expected one."""
    rij = rij_van(ids(r.personen), persoon)
    g, v = _dag(r.personen["geboortedatum"]), _dag(r.personen["verwachte_geboortedatum"])
    return np.where(g == GEEN, v, g)[rij]


def _leeftijden(r: Proefregio, spel: Spellen) -> Iterator[str]:
    """Jeugdwet 1.1: under eighteen at the melding and the start, at most until 23."""
    casus = ids(r.casussen)
    geboorte = _geboorte(r, ids(r.casussen, "persoon"))
    yield from _fout(
        "casus of somebody of eighteen or older",
        _dag(r.casussen["begindatum"]) >= verjaardag(geboorte, 18),
        casus,
    )
    g = _geboorte(r, ids(r.trajecten, "persoon"))
    eerder = np.isin(ids(r.trajecten), ids(r.toewijzingen)[r.toewijzingen["vervolg"] != codes.VERHUIZING])
    yield from _fout(
        "traject started at eighteen or later", eerder & (spel.start >= verjaardag(g, 18)), ids(r.trajecten)
    )
    einde = np.where(spel.einde == GEEN, spel.start, spel.einde)
    yield from _fout("traject until after 23", einde >= verjaardag(g, 23), ids(r.trajecten))
    yield from _fout("traject before birth", spel.start < g, ids(r.trajecten))
    ouder = ids(r.personen, "ouder_a")
    kind = ouder >= 0
    te_jong = kind & (verjaardag(np.where(kind, _geboorte(r, ouder), 0), 16) > _geboorte(r, ids(r.personen)))
    yield from _fout("parent younger than sixteen at the birth", te_jong, ids(r.personen))


def _toegang(r: Proefregio) -> Iterator[str]:
    """A melding fixes route and verwijzer; its children are of one family."""
    m = r.meldingen
    yield from _fout("melding with an unknown verwijzer", ~np.isin(m["verwijzer"], _VERWIJZERS), ids(m))
    route = np.array(codes.DOOR_ROUTE)[m["door"]]
    yield from _fout("melding whose route does not fit who opened it", route != m["route"], ids(m))
    zonder = ~np.isin(ids(m), ids(r.casussen, "melding"))
    yield from _fout("melding without a young person", zonder, ids(m))
    van_kind = ids(r.personen, "gezin")[rij_van(ids(r.personen), ids(r.casussen, "persoon"))]
    van_melding = ids(m, "gezin")[rij_van(ids(m), ids(r.casussen, "melding"))]
    yield from _fout("casus of a child of another family", van_kind != van_melding, ids(r.casussen))
    via_praktijk = (m["door"] == codes.HUISARTS) != (m["praktijk"] >= 0)
    yield from _fout("huisarts without practice, or the reverse", via_praktijk, ids(m))
    c = r.casussen
    voor = _dicht(c["einddatum"]) < _dag(c["begindatum"])
    yield from _fout("casus closed before it began", voor, ids(c))


def _gronden(r: Proefregio) -> Iterator[str]:
    """No toewijzing without besluit or legal referral of the same young person."""
    t = r.toewijzingen
    met_b, met_v = t["besluit"] >= 0, t["verwijzing"] >= 0
    yield from _fout("toewijzing without exactly one ground", met_b == met_v, ids(t))
    for naam, grond, heeft in (("besluit", r.besluiten, met_b), ("verwijzing", r.verwijzingen, met_v)):
        if not heeft.any():
            continue
        rij = rij_van(ids(grond), ids(t, naam)[heeft])
        ander = ids(grond, "casus")[rij] != ids(t, "casus")[heeft]
        yield from _fout(f"{naam} of another casus", ander, ids(t)[heeft])
        eerder = t["vastgelegd_at"][heeft] < grond["vastgelegd_at"][rij]
        yield from _fout(f"toewijzing recorded before its {naam}", eerder, ids(t)[heeft])
    rij = rij_van(ids(r.besluiten), ids(t, "besluit")[met_b])
    laat = r.besluiten["besluitdatum"][rij] > t["toewijzingsdatum"][met_b]
    yield from _fout("toewijzing before its besluit", laat, ids(t)[met_b])
    geweigerd = r.besluiten["soort"][rij] != 0
    yield from _fout("toewijzing on a refusal", geweigerd, ids(t)[met_b])
    melding = rij_van(ids(r.meldingen), ids(r.casussen, "melding")[rij_van(ids(r.casussen), ids(t, "casus"))])
    op_a = r.meldingen["route"][melding] == codes.ROUTE_A
    yield from _fout("route A without besluit, or the reverse", op_a != met_b, ids(t))


def _ladder(r: Proefregio) -> Iterator[str]:
    """Before a toekenning every step has an outcome, except in a crisis or by the hardheidsclausule."""
    granted = r.besluiten[r.besluiten["soort"] == 0]
    granted = granted[np.lexsort((granted["id"], granted["vastgelegd_at"], granted["casus"]))]
    casus, first = np.unique(ids(granted, "casus"), return_index=True)
    of = rij_van(casus, ids(r.treden, "casus"))
    known = np.flatnonzero(of >= 0)  # of others the besluit is still to come
    steps = np.bincount(of[known], minlength=len(casus))
    passed = np.isin(casus, ids(r.ladder_uitzonderingen, "casus"))
    yield from _fout("toekenning with an open step", (steps < len(codes.TREDE)) & ~passed, casus)
    late = _dag(r.treden["datum"])[known] > _dag(granted["besluitdatum"])[first][of[known]]
    yield from _fout("step after the first toekenning", late, ids(r.treden)[known])


def laatste_einde(r: Proefregio) -> Getallen:
    """Last day of every toewijzing after all its changes."""
    einde = _dag(r.toewijzingen["einddatum"])
    w = r.toewijzing_wijzigingen  # sorted by toewijzing, then order: the last assignment wins
    einde[rij_van(ids(r.toewijzingen), ids(w, "toewijzing"))] = _dag(w["einddatum"])
    return einde


def _periodes(r: Proefregio, spel: Spellen) -> Iterator[str]:
    """Start and stop lie within the toewijzing; a stop is not before its start."""
    rij = rij_van(ids(r.toewijzingen), ids(r.trajecten, "toewijzing"))
    begin, einde = _dag(r.toewijzingen["ingangsdatum"])[rij], laatste_einde(r)[rij]
    sleutel, gestopt = ids(r.trajecten), spel.einde != GEEN
    yield from _fout("traject without a start", spel.start == GEEN, sleutel)
    yield from _fout("start outside the toewijzing", (spel.start < begin) | (spel.start > einde), sleutel)
    yield from _fout("stop before the start", gestopt & (spel.einde < spel.start), sleutel)
    yield from _fout("stop after the toewijzing", gestopt & (spel.einde > einde), sleutel)
    om = _dag(r.toewijzingen["einddatum"]) < _dag(r.toewijzingen["ingangsdatum"])
    yield from _fout("toewijzing that ends before it begins", om, ids(r.toewijzingen))
    voor = r.trajecten["vastgelegd_at"] < r.toewijzingen["vastgelegd_at"][rij]
    yield from _fout("start recorded before the toewijzing", voor, sleutel)


def _feiten(r: Proefregio) -> Iterator[str]:
    """Reasons fit the sort of fact; corrections replace a fact of the same traject, later."""
    f = r.traject_feiten
    stop, pauze = f["soort"] == codes.STOP, f["soort"] == codes.PAUZE
    yield from _fout("stop without a JZ588 reason", stop & ~np.isin(f["reden"], _REDENEN), ids(f))
    yield from _fout("temporary stop without reason 20", pauze & (f["reden"] != _TIJDELIJK), ids(f))
    yield from _fout("reason where none belongs", ~(stop | pauze) & (f["reden"] != 0), ids(f))
    c = np.flatnonzero(f["vervangt"] >= 0)
    oud = rij_van(ids(f), ids(f, "vervangt")[c])
    yield from _fout("correction of another traject", f["traject"][c] != f["traject"][oud], ids(f)[c])
    yield from _fout(
        "correction before the fact", f["vastgelegd_at"][c] <= f["vastgelegd_at"][oud], ids(f)[c]
    )
    geldig = np.isin(ids(f), ids(f, "vervangt"), invert=True)
    volgorde = np.lexsort((f["vastgelegd_at"], f["traject"]))
    v = f[volgorde][geldig[volgorde]]
    zelfde = v["traject"][1:] == v["traject"][:-1]
    terug = zelfde & (v["datum"][1:] < v["datum"][:-1])
    yield from _fout("facts of a traject recorded out of order", terug, ids(v)[1:])


def _aanbod(r: Proefregio) -> Iterator[str]:
    """Product of the own region at its own level, under a contract on the first day of the toewijzing."""
    t, p = r.toewijzingen, r.producten
    yield from _fout(
        "product of the other region", p["regio"][t["product"]] != GEMEENTE_REGIO[t["gemeente"]], ids(t)
    )
    yield from _fout("level differs from the product's", p["niveau"][t["product"]] != t["niveau"], ids(t))
    gedekt = np.zeros(len(t), dtype=bool)
    paar, ingang = t["aanbieder"].astype(np.int64) * 1000 + t["product"], t["ingangsdatum"]
    for begin in np.unique(r.contracten["begindatum"]):
        c = r.contracten[r.contracten["begindatum"] == begin]
        sleutels = c["aanbieder"].astype(np.int64) * 1000 + c["product"]
        rij = rij_van(
            sleutels, paar
        )  # sorted, as the contracts of one day are sorted by provider and product
        gedekt |= (rij >= 0) & (ingang >= begin) & (ingang <= c["einddatum"][np.maximum(rij, 0)])
    yield from _fout("toewijzing without a contract on its first day", ~gedekt, ids(t))


def _stapeling(r: Proefregio, spel: Spellen) -> Iterator[str]:
    """iJw OP259: no two trajecten of one young person at one provider for one product at the same time."""
    t = r.trajecten
    volgorde = np.lexsort((spel.start, t["product"], t["aanbieder"], t["persoon"]))
    s = t[volgorde]
    zelfde = np.ones(max(len(t) - 1, 0), dtype=bool)
    for k in ("persoon", "aanbieder", "product"):
        zelfde &= s[k][1:] == s[k][:-1]
    # Later care may be there before the stop of the earlier was reported; care beside it may not be equal.
    vervolg = r.toewijzingen["vervolg"][rij_van(ids(r.toewijzingen), ids(s, "toewijzing"))]
    ongemeld = (spel.einde[volgorde] == GEEN)[:-1] & (vervolg[1:] != codes.STAPELING)
    einde = np.where(spel.einde == GEEN, _LAAT, spel.einde)[volgorde]
    samen = zelfde & ~ongemeld & (spel.start[volgorde][1:] <= einde[:-1])
    yield from _fout("two equal trajecten at the same time", samen, ids(s)[1:])


def _gaten(
    wie: Getallen, begin: Getallen, einde: Getallen, van: Getallen, tot: Getallen, sleutels: Getallen
) -> Maskers:
    """Per key in sorted `sleutels`: is there a day from `van` to `tot` that no period covers?"""
    rij = rij_van(sleutels, wie)
    volgorde = np.lexsort((begin, rij))
    rij, begin, einde = rij[volgorde], begin[volgorde], einde[volgorde]
    stap = 1 << 45
    tot_hier = np.maximum.accumulate(einde + rij * stap) - rij * stap  # furthest day so far within each key
    eerste = np.ones(len(rij), dtype=bool)
    eerste[1:] = rij[1:] != rij[:-1]
    vorig = np.where(eerste, van[rij] - 1, np.concatenate([[0], tot_hier[:-1]]))
    gat = np.zeros(len(sleutels), dtype=bool)
    gat[rij[(begin > vorig + 1) & (vorig < tot[rij])]] = True
    bereik = np.full(len(sleutels), np.iinfo(np.int64).min)
    np.maximum.at(bereik, rij, einde)
    return gat | (bereik < tot)


def _wonen(r: Proefregio) -> Iterator[str]:
    """A young person lives somewhere on every day since birth, and nowhere before."""
    kind = (r.personen["rol"] == 0) & ~np.isnat(r.personen["geboortedatum"])
    sleutels, geboorte = ids(r.personen)[kind], _dag(r.personen["geboortedatum"])[kind]
    b = r.bewoning[np.isin(r.bewoning["persoon"], sleutels)]
    tot = np.full(len(sleutels), dag(r.tot.year, r.tot.month, r.tot.day))
    gat = _gaten(ids(b, "persoon"), _dag(b["begindatum"]), _dicht(b["einddatum"]), geboorte, tot, sleutels)
    yield from _fout("young person without a home on some day", gat, sleutels)
    voor = _dag(b["begindatum"]) < geboorte[rij_van(sleutels, ids(b, "persoon"))]
    yield from _fout("lives somewhere before birth", voor, ids(b, "persoon"))
    om = _dicht(r.bewoning["einddatum"]) < _dag(r.bewoning["begindatum"])
    yield from _fout("membership that ends before it begins", om, ids(r.bewoning, "persoon"))
    ander = ids(r.huishoudens, "gezin")[rij_van(ids(r.huishoudens), ids(r.bewoning, "huishouden"))]
    eigen = ids(r.personen, "gezin")[rij_van(ids(r.personen), ids(r.bewoning, "persoon"))]
    yield from _fout("lives with another family", ander != eigen, ids(r.bewoning, "persoon"))


def _gezag(r: Proefregio) -> Iterator[str]:
    """Every minor has somebody with gezag on every day."""
    kind = (r.personen["rol"] == 0) & ~np.isnat(r.personen["geboortedatum"])
    sleutels, geboorte = ids(r.personen)[kind], _dag(r.personen["geboortedatum"])[kind]
    g = r.gezag[np.isin(r.gezag["kind"], sleutels)]
    tot = np.minimum(verjaardag(geboorte, 18) - 1, dag(r.tot.year, r.tot.month, r.tot.day))
    gat = _gaten(ids(g, "kind"), _dag(g["begindatum"]), _dicht(g["einddatum"]), geboorte, tot, sleutels)
    yield from _fout("minor without anybody with gezag on some day", gat, sleutels)
    voogd = r.gezag["soort"] == codes.GEZAG.index("voogd_instelling")
    yield from _fout("gezag of nobody", voogd == (r.gezag["ouder"] >= 0), ids(r.gezag, "kind"))
    yield from _fout("guardian that is no institution", voogd != (r.gezag["gi"] >= 0), ids(r.gezag, "kind"))


def _bsn(r: Proefregio) -> Iterator[str]:
    """Test numbers only, each once; who has none has a reason."""
    index = r.personen["bsn_index"].astype(np.int64)
    heeft = index >= 0
    yield from _fout("BSN outside the test range", index >= len(bsn_testbereik()), ids(r.personen))
    dubbel = np.bincount(index[heeft], minlength=1)[np.maximum(index, 0)] > 1 if heeft.any() else heeft
    yield from _fout("BSN given twice", dubbel & heeft, ids(r.personen))
    yield from _fout("no BSN and no reason", heeft != (r.personen["bsn_reden"] == 0), ids(r.personen))


def _declaraties(r: Proefregio, spel: Spellen) -> Iterator[str]:
    """Volume x tariff, of a month with care, within what was toegewezen; a credit has its debet."""
    d = r.declaraties
    sleutel = ids(d, "traject")
    yield from _fout(
        "amount differs from volume x tariff", d["bedrag_cent"] != d["volume"] * d["tarief_cent"], sleutel
    )
    rij = rij_van(ids(r.trajecten), sleutel)
    maand = maand_van(_dag(d["maand"]))
    einde = np.where(spel.einde == GEEN, dag(2050), spel.einde)[rij]
    # A last day that was reported too early may stand some days before the month it should be in.
    buiten = (maand < maand_van(spel.start[rij])) | (maand > maand_van(einde) + 1)
    yield from _fout("declaration of a month without care", buiten, sleutel)
    volume = ids(r.toewijzingen, "volume")[rij_van(ids(r.toewijzingen), ids(r.trajecten, "toewijzing")[rij])]
    yield from _fout("declared more than toegewezen", d["volume"] > volume * 31 // 7 + 1, sleutel)
    tarief = {(int(t["product"]), int(t["jaar"])): int(t["tarief_cent"]) for t in r.tarieven}
    jaar = 1970 + maand // 12
    verwacht = np.array([tarief.get((p, j), -1) for p in range(len(r.producten)) for j in range(2000, 2041)])
    anders = d["tarief_cent"] != verwacht[d["product"].astype(np.int64) * 41 + jaar - 2000]
    yield from _fout("tariff that is not in the table", anders, sleutel)
    credit = d["soort"] == 1
    debet = sleutel[~credit] * 4096 + maand[~credit]
    yield from _fout(
        "credit without debet", ~np.isin(sleutel[credit] * 4096 + maand[credit], debet), sleutel[credit]
    )


def _aantallen(r: Proefregio) -> Iterator[str]:
    """The published youth numbers, and never more young people known in a municipality than live there."""
    b = r.bevolking
    inwoners = np.bincount(b["gemeente"][b["jaar"] == r.tot.year], b["aantal"][b["jaar"] == r.tot.year])
    uniek = np.unique(np.stack([ids(r.casussen, "gemeente"), ids(r.casussen, "persoon")]), axis=1)
    jong = _geboorte(r, uniek[1]) > dag(r.tot.year - 22)
    bekend = np.bincount(uniek[0][jong], minlength=len(inwoners))
    yield from _fout("more young people known than live there", bekend > inwoners, np.arange(len(inwoners)))
