"""Every state machine of the product, one table each; docs and tests go through `MACHINES`."""

from koers.domain.toestanden.besluit import AANVRAAG, BEZWAAR, BRIEF
from koers.domain.toestanden.licht import LICHTE_HULP, OVERDRACHT
from koers.domain.toestanden.machine import Machine
from koers.domain.toestanden.plan import FAMILIEGROEPSPLAN, PLAN
from koers.domain.toestanden.toekomst import SCHRIJNEND_GEVAL, TOEKOMSTPLAN

MACHINES: tuple[Machine, ...] = (
    AANVRAAG,
    BEZWAAR,
    BRIEF,
    PLAN,
    FAMILIEGROEPSPLAN,
    TOEKOMSTPLAN,
    SCHRIJNEND_GEVAL,
    LICHTE_HULP,
    OVERDRACHT,
)
