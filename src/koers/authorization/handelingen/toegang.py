"""Acts of door toegang."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.eerste_notitie import GEVEN_DOOR
from koers.domain.rollen import LICHTE_HULP, OP_SCHOOL, TOEGANG, Doel, Rol
from koers.domain.verwijsverzoeken import DIENT_IN

TOEGANG_HANDELINGEN: dict[str, Regel] = {
    "read_team": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    **dict.fromkeys(
        (
            *("register_aanvraag", "request_aanvulling", "register_aanvulling", "extend_term"),
            *("register_ingebrekestelling", "set_aside_aanvraag", "withdraw_aanvraag"),
            *("propose_besluit", "approve_besluit", "return_besluit", "correct_besluit"),
            *("withdraw_besluit", "preview_besluit", "read_besluit", "read_aanvragen"),
            *("read_brief", "attach_document", "release_brief", "renew_brief", "hide_adres"),
            *("register_bezwaar", "decide_bezwaar"),
        ),
        Regel(TOEGANG, Doel.TOEGANG, personen=True),
    ),
    "read_plan": Regel(
        TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True
    ),
    "edit_plan": Regel(
        TOEGANG | {Rol.AANBIEDER, Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True
    ),
    "start_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Size, children, readers and who works along: of the plan as a whole.
    "shape_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "settle_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "agree_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "close_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "print_plan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_planstap": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_planvraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_familiegroepsplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_toestemming": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Light help: the partners their own, the toegang that of the local team.
    "read_lichte_hulp": Regel(LICHTE_HULP, Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | LICHTE_HULP, Doel.TOEGANG, personen=True),
    "begin_lichte_hulp": Regel(TOEGANG | LICHTE_HULP, Doel.TOEGANG, personen=True),
    "end_lichte_hulp": Regel(TOEGANG | LICHTE_HULP, Doel.TOEGANG, personen=True),
    "step_up_lichte_hulp": Regel(LICHTE_HULP, Doel.TOEGANG, personen=True),
    "correct_lichte_hulp": Regel(LICHTE_HULP, Doel.TOEGANG, personen=True),
    "import_lichte_hulp": Regel(LICHTE_HULP, Doel.TOEGANG, personen=True),
    "register_lichte_groep": Regel(LICHTE_HULP, Doel.TOEGANG, personen=True),
    "read_overdrachten": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "accept_overdracht": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "begin_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "save_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "pick_up_vraag": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "discard_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "complete_notitie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Who cannot refer passes a question on, and follows how far it is; nothing of a file comes back.
    "pass_on_vraag": Regel(GEVEN_DOOR, Doel.TOEGANG, personen=True),
    "read_doorgegeven": Regel(GEVEN_DOOR, Doel.TOEGANG, personen=True),
    "read_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "start_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "conclude_triage": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "assign_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_veiligheidsstap": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # A message of a provider opens the road too: then a process does it.
    "open_route_b": Regel(
        DIENT_IN - {Rol.GECERTIFICEERDE_INSTELLING}, Doel.TOEGANG, personen=True, systeem=True
    ),
    "open_route_c": Regel(frozenset({Rol.GECERTIFICEERDE_INSTELLING}), Doel.TOEGANG, personen=True),
    "read_own_verwijsverzoeken": Regel(DIENT_IN, Doel.TOEGANG, personen=True),
    "read_verwijsverzoeken": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "link_verwijsverzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "refuse_verwijsverzoek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_stilstand": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_werk": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "correct_trede": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_uitzondering": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "read_school": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_schoolwerk": Regel(OP_SCHOOL, Doel.TOEGANG),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # A casus of the JeugdTeam goes to a new owner: whoever works with the family marks and assigns.
    **dict.fromkeys(
        (
            *("read_overgang", "mark_overgang", "assign_overgang", "discuss_overgang"),
            *("complete_overgang", "end_overgang"),
        ),
        Regel(TOEGANG, Doel.TOEGANG, personen=True),
    ),
    # The future plan of sixteen and a half opens by itself; what is in it is of the toegang.
    "open_toekomstplannen": Regel(frozenset(), Doel.TOEGANG, systeem=True),
    "read_toekomstplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "answer_toekomst": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "close_toekomstplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decline_toekomstplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "reopen_toekomstplan": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_schrijnend": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "ask_schrijnend_geval": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "commit_schrijnend_geval": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "exceed_schrijnend_budget": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "reject_schrijnend_geval": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "settle_schrijnend_geval": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "withdraw_schrijnend_geval": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # The amount is no file of anybody: who steers on money sets it.
    "read_schrijnend_budget": Regel(frozenset({Rol.CONTROLLER}), Doel.BELEID),
    "set_schrijnend_budget": Regel(frozenset({Rol.CONTROLLER}), Doel.BELEID),
}
