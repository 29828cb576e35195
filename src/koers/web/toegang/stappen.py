"""The steps of an aanvraag as pages: title, what it is, and which act it does."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from koers.actions.toegang import aanvragen


@dataclass(frozen=True, slots=True)
class Stapsoort:
    """One step of an aanvraag as a page: its title and button, and what it asks."""

    handeling: str
    titel: Promise
    uitleg: Promise
    do: Callable[..., UUID]
    met_termijn: bool = False
    reden_nodig: bool = False


STAPPEN: dict[str, Stapsoort] = {
    "aanvulling-vragen": Stapsoort(
        "request_aanvulling",
        gettext_lazy("Aanvulling vragen"),
        gettext_lazy("De termijn staat stil vanaf de dag na uw vraag, tot het gezin aanvult (Awb 4:15)."),
        aanvragen.request_aanvulling,
        met_termijn=True,
        reden_nodig=True,
    ),
    "aangevuld": Stapsoort(
        "register_aanvulling",
        gettext_lazy("Aanvulling ontvangen"),
        gettext_lazy("De termijn loopt weer vanaf deze dag."),
        aanvragen.register_aanvulling,
    ),
    "later-beslissen": Stapsoort(
        "extend_term",
        gettext_lazy("Later beslissen"),
        gettext_lazy("Schrijf het gezin vóór het einde van de termijn, en noem de nieuwe dag (Awb 4:14)."),
        aanvragen.extend_term,
        met_termijn=True,
        reden_nodig=True,
    ),
    "in-gebreke": Stapsoort(
        "register_ingebrekestelling",
        gettext_lazy("Ingebrekestelling ontvangen"),
        gettext_lazy("Het gezin schrijft dat het besluit te laat is (Awb 4:17)."),
        aanvragen.register_ingebrekestelling,
    ),
    "buiten-behandeling": Stapsoort(
        "set_aside_aanvraag",
        gettext_lazy("Buiten behandeling stellen"),
        gettext_lazy("Dat kan als het gezin niet op tijd aanvulde wat nodig is (Awb 4:5)."),
        aanvragen.set_aside_aanvraag,
        reden_nodig=True,
    ),
    "ingetrokken": Stapsoort(
        "withdraw_aanvraag",
        gettext_lazy("Aanvraag ingetrokken"),
        gettext_lazy("Het gezin trekt de aanvraag zelf in."),
        aanvragen.withdraw_aanvraag,
    ),
}
