"""Acts of door sturing."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.gebiedsagenda import LEEST_GEBIEDSAGENDA, ORGANISEERT_GEBIED, SCHRIJFT_BIJDRAGE
from koers.domain.leren import LEEST_LEREN, SCHRIJFT_LEREN
from koers.domain.proeftuinen import BESLUIT_PROEFTUIN
from koers.domain.rapportages import LEEST_RAPPORTAGES, ONDERTEKENAARS, SCHRIJVERS, ZIET_CONCEPT
from koers.domain.rollen import STURING, TOEGANG, Doel, Rol
from koers.domain.uitvoeringsagenda import SCHRIJFT_AGENDA

STURING_HANDELINGEN: dict[str, Regel] = {
    # Nothing here is about residents: what a municipality plans, and who of its people carries that.
    "read_agenda": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        (
            *("assign_opgave", "write_opgavestand", "set_doel", "add_interventie", "add_agendaactie"),
            *("move_agendaactie", "finish_agendaactie", "drop_agendaactie", "reopen_agendaactie"),
            *("link_agendaactie", "unlink_agendaactie", "state_principe"),
        ),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
    # Numbers and a plan, no casus by itself: that list is an act of the toegang.
    "read_herinrichting": Regel(STURING | TOEGANG, Doel.BELEID),
    **dict.fromkeys(
        (
            *("add_voorwaarde", "change_voorwaarde", "meet_voorwaarde", "drop_voorwaarde"),
            *("reopen_voorwaarde", "set_formatie", "drop_formatie"),
        ),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
    # Partners write for themselves (a rule in the act), and read what the others of the municipality told.
    "read_gebiedsagenda": Regel(LEEST_GEBIEDSAGENDA, Doel.BELEID),
    **dict.fromkeys(("hold_bijeenkomst", "write_aanwezigen"), Regel(ORGANISEERT_GEBIED, Doel.BELEID)),
    **dict.fromkeys(
        (
            *("write_bijdrage", "add_gebiedsafspraak", "move_gebiedsafspraak"),
            *("finish_gebiedsafspraak", "drop_gebiedsafspraak", "reopen_gebiedsafspraak"),
        ),
        Regel(SCHRIJFT_BIJDRAGE, Doel.BELEID),
    ),
    # Who took part, and whose notes, is a filter (zicht_leren): of people everybody meets only oneself.
    **dict.fromkeys(("read_leren", "join_leren", "note_leren"), Regel(LEEST_LEREN, Doel.BELEID)),
    **dict.fromkeys(("write_leerblad", "count_gasten"), Regel(SCHRIJFT_LEREN, Doel.BELEID)),
    # What is tried out. Exact counts that people typed are for who steers on exact figures (a filter).
    "read_proeftuinen": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        (
            *("add_proeftuin", "change_ontwerp", "start_proeftuin", "write_proeftuintelling"),
            *("evaluate_proeftuin", "drop_proeftuin"),
        ),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
    "read_risicos": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        (
            *("add_risico", "judge_risico", "add_risicomaatregel", "settle_risicomaatregel"),
            *("watch_indicator", "unwatch_indicator", "close_risico", "reopen_risico"),
        ),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
    "read_subsidies": Regel(STURING, Doel.BELEID),
    **dict.fromkeys(
        ("add_subsidie", "agree_prestatie", "withdraw_prestatie", "weigh_prestaties"),
        Regel(SCHRIJFT_AGENDA, Doel.BELEID),
    ),
    "decide_proeftuin": Regel(BESLUIT_PROEFTUIN, Doel.BELEID),
    # Who may read a concept is a filter (zicht_rapportages); the others meet what was published.
    "read_rapportage": Regel(LEEST_RAPPORTAGES, Doel.BELEID, systeem=True),
    # The file of what was published is made and kept by whoever asks for it first.
    "attach_rapportage": Regel(LEEST_RAPPORTAGES, Doel.BELEID, systeem=True),
    **dict.fromkeys(
        ("open_rapportage", "write_hoofdstuk", "submit_rapportage", "correct_rapportage"),
        Regel(SCHRIJVERS, Doel.BELEID),
    ),
    # Back with a remark: by who signs off, or by a writer who saw something.
    "return_rapportage": Regel(ZIET_CONCEPT, Doel.BELEID),
    # The college answers to the council for its report, so a wethouder signs off.
    "publish_rapportage": Regel(ONDERTEKENAARS, Doel.BELEID),
    "change_sjabloon": Regel(frozenset({Rol.CONTROLLER}), Doel.BELEID),
}
