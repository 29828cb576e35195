"""What the walks share: people who sign in themselves, and pictures when they are asked for."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.beelden import MAP, Beelden
from tests.browser.wandelaar import Wandelaar

Aanmelder = Callable[[str], Wandelaar]


@pytest.fixture
def meld_aan(bladen, request) -> Iterator[Aanmelder]:
    """Signs somebody of the demo in, by name and keyboard; every window is closed afterwards."""
    beelden = Beelden(MAP if request.config.getoption("--beelden") else None)
    open_: list[Wandelaar] = []

    def sign_in(naam: str) -> Wandelaar:
        open_.append(Wandelaar(bladen, naam, beelden))
        return open_[-1]

    yield sign_in
    for een in open_:
        een.page.context.close()
