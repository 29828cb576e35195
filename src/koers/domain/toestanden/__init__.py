"""Every state machine of the product, one table each; docs and tests go through `MACHINES`."""

from koers.domain.toestanden.machine import Machine
from koers.domain.toestanden.plan import FAMILIEGROEPSPLAN, PLAN

MACHINES: tuple[Machine, ...] = (PLAN, FAMILIEGROEPSPLAN)
