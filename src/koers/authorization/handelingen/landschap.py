"""Acts about escalations, national developments, judgements of oneself and the zorglandschap."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.escalaties import LEIDT_ESCALATIE, MELDT, OPENT_ESCALATIE
from koers.domain.rollen import Doel

LANDSCHAP_HANDELINGEN: dict[str, Regel] = {
    # Nobody stands in it by name; at which casus it points, only who may see that casus meets (zicht).
    "read_escalaties": Regel(MELDT, Doel.TOEGANG),
    "open_escalatie": Regel(OPENT_ESCALATIE, Doel.TOEGANG),
    "inform_escalatie": Regel(MELDT, Doel.TOEGANG),
    **dict.fromkeys(
        (
            *("calm_escalatie", "evaluate_escalatie", "close_escalatie", "reopen_escalatie"),
            "withdraw_escalatie",
        ),
        Regel(LEIDT_ESCALATIE, Doel.TOEGANG),
    ),
}
