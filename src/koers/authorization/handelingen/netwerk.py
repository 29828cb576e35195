"""Acts of door netwerk."""

from koers.authorization.handelingen.regel import IEDEREEN, Regel
from koers.domain.rollen import STURING, Doel, Rol
from koers.domain.vergadering import (
    DEELT_STANDPUNT,
    KOPPELT_TERUG,
    ORGANISEERT,
    SCHRIJFT_STANDPUNT,
    VOLGT_ACTIES,
)

_REGIOMANAGER = frozenset({Rol.REGIOMANAGER})

NETWERK_HANDELINGEN: dict[str, Regel] = {
    # Nothing here is about persons. A command reads what is shared too, never what a municipality drafts.
    "read_vergaderingen": Regel(STURING, Doel.BELEID, systeem=True),
    "read_verslag": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        (
            *("plan_vergadering", "add_agendapunt", "send_agenda", "cancel_vergadering"),
            *("decide_agendapunt", "close_agendapunt", "assign_actie", "write_verslag"),
        ),
        Regel(ORGANISEERT, Doel.BELEID),
    ),
    # Which body prepares, and who sits there, is policy; these roles can.
    "annotate_agendapunt": Regel(ORGANISEERT | {Rol.CONTROLLER}, Doel.BELEID),
    "release_annotatie": Regel(ORGANISEERT | {Rol.CONTROLLER}, Doel.BELEID),
    "draft_standpunt": Regel(SCHRIJFT_STANDPUNT, Doel.BELEID),
    "share_standpunt": Regel(DEELT_STANDPUNT, Doel.BELEID),
    "follow_actie": Regel(VOLGT_ACTIES, Doel.BELEID),
    "report_terugkoppeling": Regel(KOPPELT_TERUG, Doel.BELEID),
    "adopt_verslag": Regel(KOPPELT_TERUG, Doel.BELEID),
    "attach_verslag": Regel(STURING, Doel.BELEID),
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
