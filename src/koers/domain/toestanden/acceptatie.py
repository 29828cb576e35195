"""A provider accepts help that was given to it, or refuses: what follows, and who is at it then."""

from koers.domain.toestanden.machine import Machine, row

WACHT, BESPROKEN, GEACCEPTEERD = "wacht_op_aanbieder", "besproken", "geaccepteerd"
BINNEN, BUITEN = "weigering_binnen", "weigering_buiten"
ERKEND, MOET = "weigering_erkend", "moet_accepteren"
AFGEROND, VERVALLEN = "weigering_afgerond", "vraag_vervallen"
ESCALATIE_OPEN, ESCALATIE_AFGEROND = "escalatie_open", "escalatie_afgerond"
ROUTE_OPEN, BIJ_ZORGMAKELAAR, ROUTE_AFGEROND = "route_open", "bij_zorgmakelaar", "route_afgerond"

ACCEPTATIE = Machine(
    ding="acceptatie",
    begin="nieuw",
    overgangen=(
        row("assign_toewijzing", "nieuw", WACHT),
        row("register_gesprek", f"{WACHT} {BESPROKEN}", BESPROKEN),
        row("accept_toewijzing", f"{WACHT} {BESPROKEN} {BINNEN} {BUITEN} {ERKEND} {MOET}", GEACCEPTEERD),
        # Whoever begins with the help has accepted it, also by message and also when told afterwards.
        row(
            "register_start",
            f"{WACHT} {BESPROKEN} {GEACCEPTEERD} {BINNEN} {BUITEN} {ERKEND} {MOET} {VERVALLEN}",
            GEACCEPTEERD,
        ),
        # A call first: without one nobody can refuse.
        row("refuse_toewijzing", BESPROKEN, BINNEN, keuze="binnen"),
        row("refuse_toewijzing", BESPROKEN, BUITEN, keuze="buiten"),
        row("judge_weigering", BUITEN, ERKEND, keuze="erkend"),
        row("judge_weigering", BUITEN, MOET, keuze="moet_accepteren"),
        row("close_weigering", f"{BINNEN} {BUITEN} {ERKEND} {MOET}", AFGEROND),
        row("change_toewijzing", f"{WACHT} {BESPROKEN}", VERVALLEN, keuze="weg"),
    ),
)

ZORGMAKELAARROUTE = Machine(
    ding="zorgmakelaarroute",
    begin="nieuw",
    overgangen=(
        # By the refusal itself: nobody has to ask for it.
        row("refuse_toewijzing", "nieuw", ROUTE_OPEN, keuze="buiten"),
        row("take_zorgmakelaarroute", ROUTE_OPEN, BIJ_ZORGMAKELAAR),
        row("close_zorgmakelaarroute", BIJ_ZORGMAKELAAR, ROUTE_AFGEROND),
    ),
)

ANTWOORDESCALATIE = Machine(
    ding="antwoordescalatie",
    begin="nieuw",
    overgangen=(
        # By the work of the day: nobody has to report that an answer is late.
        row("escalate_antwoorden", "nieuw", ESCALATIE_OPEN),
        row("close_escalatie", ESCALATIE_OPEN, ESCALATIE_AFGEROND),
    ),
)
