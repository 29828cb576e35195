"""A mart with five years of Midden-Drenthe, for the forecast."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from koers.analytics.mart import Bron, refresh
from koers.domain.rollen import Rol
from koers.domain.spells import Bevolking, GedeclareerdeKosten, Spell, Verwijzing
from koers.registers.klok import vandaag
from tests.integration.prognose.kostenwereld import make_kosten
from tests.wereld import MIDDEN_DRENTHE, make_actor

# The day on which everything was known; the tests run on any later day of the same year too.
TOT = vandaag() - timedelta(days=40)
VELDEN = {
    tabel: tuple(soort.__dataclass_fields__)
    for tabel, soort in (
        ("spells", Spell),
        ("bevolking", Bevolking),
        ("declaraties", GedeclareerdeKosten),
        ("verwijzingen", Verwijzing),
    )
}


def some_spells(gemeente: str, per_jaar: int = 150) -> list[tuple]:
    """Five years of new young people, half of them by a doctor; help lasts about ten months."""
    r = random.Random(7)
    rijen = []
    for nummer in range(per_jaar * 5):
        begin = TOT - timedelta(days=r.randrange(5 * 365))
        eind = begin + timedelta(days=int(r.expovariate(1 / 300)))
        geboren = begin - timedelta(days=r.randrange(3 * 365, 17 * 365))
        rijen.append(
            (
                f"{gemeente}{nummer}",
                f"{geboren:%Y-%m}",
                "O",
                gemeente,
                r.choice(("medisch", "toegang")),
                r.choice((4, 5, 5, 6)),
                None,
                None,
                begin,
                eind if eind <= TOT else None,
                datetime(begin.year, begin.month, begin.day, 12, tzinfo=UTC),
            )
        )
    return rijen


@pytest.fixture
def mart(settings, tmp_path):
    """Spells, residents and declarations of Midden-Drenthe."""
    settings.MART = tmp_path / "mart"
    return fill(settings.MART, some_spells(MIDDEN_DRENTHE))


def fill(map_, spells: list[tuple], verwijzingen: list[tuple] = ()):
    """A mart with these spells and referrals."""
    bevolking = [
        (MIDDEN_DRENTHE, oud, jaar, 60) for jaar in range(TOT.year - 6, TOT.year + 1) for oud in range(23)
    ]
    maand = (TOT.replace(day=1) - timedelta(days=200)).strftime("%Y-%m")
    kosten = [
        (None, MIDDEN_DRENTHE, maand, 10_000_000, niveau, None, None, None, None, None, datetime.now(UTC))
        for niveau in (4, 5)
    ]
    dag = {"spells": 8, "bevolking": 2, "declaraties": 2, "verwijzingen": 3}
    bronnen = []
    tabellen = {"spells": spells, "bevolking": bevolking, "declaraties": kosten}
    for tabel, rijen in (tabellen | ({"verwijzingen": verwijzingen} if verwijzingen else {})).items():

        def year(rij, tabel=tabel):
            waarde = rij[dag[tabel]]
            return waarde.year if isinstance(waarde, date) else int(str(waarde)[:4])

        jaren = [year(rij) for rij in rijen]
        aantallen = {jaar: jaren.count(jaar) for jaar in set(jaren)}
        bronnen.append(Bron(tabel, VELDEN[tabel], lambda _years, rijen=rijen: iter(rijen), aantallen))
    refresh(map_, bronnen, sleutel=b"x" * 32)
    return map_


@pytest.fixture
def controller():
    return make_actor(Rol.CONTROLLER, MIDDEN_DRENTHE)


@pytest.fixture
def kosten(settings, tmp_path):
    """Products of a small register, and what was declared for them."""
    settings.MART = tmp_path / "kosten"
    make_kosten(settings.MART)
