"""Every state machine of the product, one table each; docs and tests go through `MACHINES`."""

from koers.domain.toestanden.aanvraag import AANVRAAG
from koers.domain.toestanden.eerste_notitie import EERSTE_NOTITIE
from koers.domain.toestanden.machine import Machine
from koers.domain.toestanden.melding import MELDING

MACHINES: tuple[Machine, ...] = (EERSTE_NOTITIE, MELDING, AANVRAAG)
