"""Acts of door zorg."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import CONTRACTBEHEER, TOEGANG, Doel, Rol

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
    "read_casusgeld": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "hand_over_woonplaats": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Messages are taken in, worked on and sent by a process; who keeps the system running sees how it goes, a
    # provider the own ones, and the toegang those about own families, to mend what did not arrive.
    "read_berichten": Regel(
        TOEGANG | {Rol.FUNCTIONEEL_BEHEERDER, Rol.AANBIEDER}, Doel.BEHEER, personen=True, systeem=True
    ),
    "resend_toewijzingen": Regel(TOEGANG | {Rol.FUNCTIONEEL_BEHEERDER}, Doel.TOEGANG, personen=True),
    "receive_verzoeken": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "ask_verlenging": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
    "read_verzoeken": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "research_verzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "reject_verzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "look_up_register": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_declaratie": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_retour": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "store_inbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "read_inbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "process_regie": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    # On the command line, by who keeps the system: makes tables without names out of messages with them.
    "convert_archief": Regel(frozenset(), Doel.BELEID, personen=True, systeem=True),
    "store_outbox": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "register_declaratie": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
    # A provider answers; the toegang writes down what it heard on the phone.
    "register_gesprek": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "accept_toewijzing": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "refuse_toewijzing": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    # Who has no account answers with a link: what opens is one toewijzing, after link and code, for a process
    # in the name of the provider.
    "make_antwoordlink": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "open_antwoordlink": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "answer_antwoordlink": Regel(frozenset(), Doel.TOEGANG, personen=True, systeem=True),
    "close_weigering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # The list of contract management knows no children; to judge one refusal is about one.
    "read_acceptatie": Regel(CONTRACTBEHEER, Doel.BELEID),
    "judge_weigering": Regel(CONTRACTBEHEER, Doel.BELEID, personen=True),
    # Contracts know no persons; who assigns reads them too.
    "read_contracten": Regel(CONTRACTBEHEER | TOEGANG | {Rol.CONTROLLER}, Doel.BELEID),
    "register_locatie": Regel(CONTRACTBEHEER, Doel.BELEID),
    **dict.fromkeys(
        ("register_contract", "add_contractproduct", "change_tarief", "end_contractproduct", "end_contract"),
        Regel(frozenset({Rol.CONTRACTMANAGER}), Doel.BELEID),
    ),
    "withdraw_contract": Regel(frozenset({Rol.CONTRACTMANAGER}), Doel.BELEID),
    # What is late goes to contract management by the work of the day; who looks writes down what came of it.
    "escalate_antwoorden": Regel(frozenset(), Doel.BELEID, personen=True, systeem=True),
    "close_escalatie": Regel(CONTRACTBEHEER, Doel.BELEID, personen=True),
    "report_capaciteit": Regel(frozenset({Rol.AANBIEDER}), Doel.BELEID),
    "read_matches": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_zorgmakelaarroutes": Regel(frozenset({Rol.ZORGMAKELAAR}), Doel.TOEGANG, personen=True),
    "take_zorgmakelaarroute": Regel(frozenset({Rol.ZORGMAKELAAR}), Doel.TOEGANG, personen=True),
    "close_zorgmakelaarroute": Regel(frozenset({Rol.ZORGMAKELAAR}), Doel.TOEGANG, personen=True),
}
