"""Acts of door zorg."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import TOEGANG, Doel, Rol

ZORG_HANDELINGEN: dict[str, Regel] = {
    "assign_toewijzing": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_herindicatie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_evaluatie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_herindicatie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_toewijzingen": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
    "read_toewijzing": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "register_start": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "register_stop": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "change_toewijzing": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Messages are taken in, worked on and sent by a process; who keeps the system running sees how it goes, a
    # provider the own ones, and the toegang those about own families, to mend what did not arrive.
    "read_berichten": Regel(
        TOEGANG | {Rol.FUNCTIONEEL_BEHEERDER, Rol.AANBIEDER}, Doel.BEHEER, personen=True, systeem=True
    ),
    "resend_toewijzingen": Regel(TOEGANG | {Rol.FUNCTIONEEL_BEHEERDER}, Doel.TOEGANG, personen=True),
    "receive_verzoeken": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "read_verzoeken": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "research_verzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "reject_verzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "look_up_register": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_declaratie": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_retour": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "store_inbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "read_inbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_regie": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "store_outbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "register_declaratie": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
}
