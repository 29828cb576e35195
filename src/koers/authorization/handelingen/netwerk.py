"""Acts of door netwerk."""

from koers.authorization.handelingen.regel import IEDEREEN, Regel
from koers.domain.rollen import STURING, Doel, Rol

_REGIOMANAGER = frozenset({Rol.REGIOMANAGER})

NETWERK_HANDELINGEN: dict[str, Regel] = {
    # Groups of five and more, never a person; a round that still runs is for who carries it.
    "read_wiel": Regel(STURING, Doel.BELEID),
    "prepare_wiel": Regel(_REGIOMANAGER, Doel.BELEID),
    "invite_wiel": Regel(_REGIOMANAGER, Doel.BELEID),
    "close_wiel": Regel(_REGIOMANAGER, Doel.BELEID),
    "read_scenariokeuze": Regel(STURING, Doel.BELEID),
    "contribute_scenariokeuze": Regel(STURING, Doel.BELEID),
    "begin_scenariokeuze": Regel(_REGIOMANAGER, Doel.BELEID),
    "decide_scenariokeuze": Regel(_REGIOMANAGER, Doel.BELEID),
    # With a link and without an account: the link says for which group an answer counts, nothing says whose.
    "answer_wiel": Regel(IEDEREEN, Doel.BELEID, systeem=True),
}
