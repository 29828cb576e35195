"""Every state machine of the product, one table each; docs and tests go through `MACHINES`."""

from koers.domain.toestanden.besluit import AANVRAAG, BEZWAAR, BRIEF
from koers.domain.toestanden.machine import Machine

MACHINES: tuple[Machine, ...] = (AANVRAAG, BEZWAAR, BRIEF)
