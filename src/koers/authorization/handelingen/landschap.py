"""Acts about escalations, national developments, judgements of oneself and the zorglandschap."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.escalaties import LEIDT_ESCALATIE, MELDT, OPENT_ESCALATIE
from koers.domain.landschapsdossiers import BESLIST_DOSSIERS, LEEST_DOSSIERS, SCHRIJFT_DOSSIERS
from koers.domain.ontwikkelingen import SCHRIJFT_ONTWIKKELING
from koers.domain.oordelen import DEELT_OORDEEL, SCHRIJFT_OORDEEL
from koers.domain.rollen import STURING, Doel

LANDSCHAP_HANDELINGEN: dict[str, Regel] = {
    # Nobody stands in it by name; at which casus it points, only who may see that casus meets (zicht).
    "read_escalaties": Regel(MELDT, Doel.TOEGANG),
    "open_escalatie": Regel(OPENT_ESCALATIE, Doel.TOEGANG),
    "inform_escalatie": Regel(MELDT, Doel.TOEGANG),
    **dict.fromkeys(
        (
            *("calm_escalatie", "evaluate_escalatie", "end_escalatie", "reopen_escalatie"),
            "withdraw_escalatie",
        ),
        Regel(LEIDT_ESCALATIE, Doel.TOEGANG),
    ),
    "read_ontwikkelingen": Regel(STURING, Doel.BELEID),
    "add_ontwikkeling": Regel(SCHRIJFT_ONTWIKKELING, Doel.BELEID),
    "write_ontwikkeling": Regel(SCHRIJFT_ONTWIKKELING, Doel.BELEID),
    # Whose judgement is still in the making is a filter (zicht_landschap); the others meet what was shared.
    "read_oordelen": Regel(STURING, Doel.BELEID),
    "draft_oordeel": Regel(SCHRIJFT_OORDEEL, Doel.BELEID),
    "share_oordeel": Regel(DEELT_OORDEEL, Doel.BELEID),
    "add_verbetering": Regel(SCHRIJFT_OORDEEL, Doel.BELEID),
    "follow_verbetering": Regel(SCHRIJFT_OORDEEL, Doel.BELEID),
    # About supply, never about persons; the exact figures beside it ask for `read_landschap`.
    "read_landschapsdossiers": Regel(LEEST_DOSSIERS, Doel.BELEID),
    **dict.fromkeys(
        ("open_landschap", "add_alternatief", "consult_markt", "answer_markt", "hand_over_landschap"),
        Regel(SCHRIJFT_DOSSIERS, Doel.BELEID),
    ),
    **dict.fromkeys(
        ("decide_landschap", "finish_landschap", "reopen_landschap"), Regel(BESLIST_DOSSIERS, Doel.BELEID)
    ),
}
