"""Demo regions that the tests of this folder share: making them is the slow part."""

from datetime import date

import pytest

from koers.simulation.proefregio import STANDAARD_SEED, Proefregio, maak_proefregio

VRAAG = {"seed": 1, "schaal": 0.02, "tot": date(2023, 6, 30)}


@pytest.fixture(scope="session")
def klein() -> Proefregio:
    """A fiftieth of Drenthe, up to the middle of 2023."""
    return maak_proefregio(**VRAAG)


@pytest.fixture(scope="session")
def heel() -> Proefregio:
    """All of Drenthe with the seed of the demo."""
    return maak_proefregio(seed=STANDAARD_SEED, schaal=1.0, tot=date(2026, 3, 31))
