"""Who hands over what."""

from koers.domain.rollen import CONTRACTBEHEER, LICHTE_HULP, TOEGANG, Rol

# Data of persons: who keeps exports, and nobody who steers on figures.
LEVERT_PERSONEN = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
# The list of the region.
LEVERT_CONTRACTEN = CONTRACTBEHEER | {Rol.CONTROLLER}
# Who gave light help of the team says how it began.
WEET_VAN_CRISIS = TOEGANG | LICHTE_HULP
# Signals about supply.
VOLGT_SIGNALEN = CONTRACTBEHEER
LEVERT_UIT = LEVERT_PERSONEN | LEVERT_CONTRACTEN | VOLGT_SIGNALEN
