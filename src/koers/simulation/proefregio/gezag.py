"""Who holds parental responsibility, and which day care and schools the young people go to."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.feiten_licht import Hulp
from koers.simulation.proefregio.feiten_toegang import Episodes
from koers.simulation.proefregio.gezinnen import OUDER_A, OUDER_B
from koers.simulation.proefregio.instellingen import SCHOLEN
from koers.simulation.proefregio.kalender import GEEN, begin_jaar, jaar_van, verjaardag
from koers.simulation.proefregio.personen import ALLEENSTAAND, Gezinnen, Kinderen
from koers.simulation.proefregio.registratie import Snede
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen, Stroom
from koers.simulation.proefregio.wereld import Wereld

# Parent B with gezag (promille), by form of the family: together, apart with one, with both, -, parted later.
_GEZAG_B: Final = np.array([975, 800, 960, 0, 950], dtype=np.int64)  # assumption
_VOOGDIJ: Final = codes.MAATREGEL_SOORT.index("voogdij")
_OPVANG_PROMILLE: Final = 560  # children that go to day care (assumption)
_SPECIAAL_PROMILLE: Final = 60  # of the young people in these files (assumption)


def tabel_gezag(w: Wereld, e: Episodes, g: Gezinnen, k: Kinderen, m: Hulp, snede: Snede) -> NDArray[Any]:
    """Parents from birth until guardianship or eighteen; the institution from guardianship on."""
    plek = np.full(len(w.kinderen), -1, dtype=np.int64)
    plek[k.rij] = np.arange(len(k.rij))
    r = np.flatnonzero((m.soort == _VOOGDIJ) & snede.bekend(m.start_at))
    kind = plek[e["kind"][m.ep[r]]]
    voogd_van = np.full(len(k.rij), np.iinfo(np.int64).max)
    np.minimum.at(voogd_van, kind, m.start[r])
    achttien = verjaardag(k.geboorte, 18) - 1
    tot = np.minimum(voogd_van - 1, achttien)
    tot = np.where(tot <= snede.dag, tot, GEEN)
    vorm, sleutel = g.vorm[k.gezin], g.sleutel[k.gezin]
    geboren = ~k.ongeboren
    heeft_b = geboren & (vorm != ALLEENSTAAND) & w.stroom("gezag").kans(sleutel, _GEZAG_B[vorm], stap=1)
    a, b = np.flatnonzero(geboren), np.flatnonzero(heeft_b)
    _, eerste = np.unique(kind, return_index=True)  # one guardian per child
    r, kind = r[eerste], kind[eerste]
    delen = [
        (
            k.sleutel[a],
            0,
            sleutel[a] * 16 + OUDER_A,
            np.full(len(a), -1),
            k.geboorte[a],
            tot[a],
            k.vastgelegd_at[a],
        ),
        (
            k.sleutel[b],
            0,
            sleutel[b] * 16 + OUDER_B,
            np.full(len(b), -1),
            k.geboorte[b],
            tot[b],
            k.vastgelegd_at[b],
        ),
        (
            *(k.sleutel[kind], 1, np.full(len(r), -1), e.gi[m.ep[r]], voogd_van[kind]),
            *(np.where(achttien <= snede.dag, achttien, GEEN)[kind], m.start_at[r]),
        ),
    ]
    namen = ("kind", "soort", "ouder", "gi", "begindatum", "einddatum", "vastgelegd_at")
    kolommen = [
        np.concatenate([np.broadcast_to(np.asarray(d[i], dtype=np.int64), d[0].shape) for d in delen])
        for i in range(len(namen))
    ]
    return TABELLEN["gezag"].bouw(**dict(zip(namen, kolommen, strict=True)))


def _scholen(stroom: Stroom, soort: str, gezin: Getallen, gemeente: Getallen, stap: int) -> Getallen:
    """A school of this sort in the municipality; children of one family go to the same one."""
    gewicht = np.array(
        [[s.gemeente == g and s.soort == soort for s in SCHOLEN] for g in range(12)],
        dtype=np.int64,
    )
    # Where there is none, any in Drenthe.
    gewicht[gewicht.sum(axis=1) == 0] = [int(s.soort == soort) for s in SCHOLEN]
    eerste = gewicht.argmax(axis=1)
    aantal = gewicht.sum(axis=1)
    in_blok = (gewicht.cumsum(axis=1) > 0).sum(axis=1)
    if (aantal > in_blok).any():
        raise ValueError("schools of one sort and municipality must stand together")
    return eerste[gemeente] + ((stroom.deel(gezin, stap) * aantal[gemeente]) >> 32)


def tabel_inschrijvingen(w: Wereld, g: Gezinnen, k: Kinderen, snede: Snede) -> NDArray[Any]:
    """Day care to four, primary school to about twelve, secondary school to about seventeen."""
    stroom = w.stroom("scholen")
    gezin, gemeente = g.sleutel[k.gezin], g.eerste_gemeente[k.gezin]
    vier = verjaardag(k.geboorte, 4)
    jaar = jaar_van(k.geboorte) + (
        k.geboorte - begin_jaar(jaar_van(k.geboorte)) >= 273
    )  # from October a year later
    zomer_12, zomer_17 = (begin_jaar(jaar + n) + 212 for n in (12, 17))  # about 1 August
    speciaal = stroom.kans(k.sleutel, _SPECIAAL_PROMILLE, stap=1)
    opvang = stroom.kans(k.sleutel, _OPVANG_PROMILLE, stap=2)
    basis = _scholen(stroom, "basisschool", gezin, gemeente, 3)
    basis = np.where(speciaal, _scholen(stroom, "speciaal_onderwijs", gezin, gemeente, 4), basis)
    delen = [
        (opvang, _scholen(stroom, "kinderopvang", gezin, gemeente, 5), k.geboorte + 110, vier - 1),
        (np.ones(len(vier), dtype=bool), basis, vier, zomer_12 - 1),
        (~speciaal, _scholen(stroom, "voortgezet_onderwijs", gezin, gemeente, 6), zomer_12, zomer_17 - 1),
    ]
    kolommen = []
    for mag, school, begin, einde in delen:
        r = np.flatnonzero(mag & ~k.ongeboren & (begin <= snede.dag))
        kolommen.append((k.sleutel[r], school[r], begin[r], np.where(einde[r] <= snede.dag, einde[r], GEEN)))
    namen = ("persoon", "school", "begindatum", "einddatum")
    samen = (np.concatenate(deel) for deel in zip(*kolommen, strict=True))
    return TABELLEN["inschrijvingen"].bouw(**dict(zip(namen, samen, strict=True)))
