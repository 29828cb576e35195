"""One Spark for all tests of this lane: a master and two workers, each a process of its own, on loopback."""

import pytest

from koers.analytics.engines.spark import Spark, start
from tests.generative.streek import region, write_mart

ADRES = "local-cluster[2,1,1024]"


def pytest_collection_modifyitems(items):
    """The library leaves a socket to its server for the garbage collector."""
    for item in items:
        item.add_marker(
            pytest.mark.filterwarnings(
                "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
            )
        )


@pytest.fixture(scope="session")
def sessie():
    session = start(ADRES)
    yield session
    session.stop()


@pytest.fixture(scope="session")
def motor(sessie):
    return Spark(ADRES)


@pytest.fixture(scope="session")
def tabellen():
    return region()


@pytest.fixture(scope="session")
def bestanden(tabellen, tmp_path_factory):
    return write_mart(tmp_path_factory.mktemp("mart"), tabellen)


@pytest.fixture(scope="session")
def data(motor, bestanden):
    """The mart, read by the workers from its files."""
    return motor.load(bestanden)
