"""A person's name as a page writes it."""

from koers.domain.namen import written
from koers.registers.kern.models import Persoon


def name_of(persoon: Persoon) -> str:
    """Roepnaam or voornamen, with the surname."""
    return written(
        roepnaam=persoon.roepnaam,
        voornamen=persoon.voornamen,
        voorvoegsel=persoon.voorvoegsel,
        achternaam=persoon.achternaam,
    )
