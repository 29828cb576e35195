"""Acts of door monitor."""

from koers.authorization.handelingen.regel import CIJFERBEHEER, IEDEREEN, Regel
from koers.domain.rollen import Doel, Rol
from koers.domain.scenario import ZIET_WAT_ALS
from koers.domain.themas import DENKT_MEE, ZIET_THEMAS
from koers.domain.uitgaven import HOUDT_UITGAVEN_BIJ

MONITOR_HANDELINGEN: dict[str, Regel] = {
    "load_proefregio": Regel(frozenset(), Doel.BEHEER, systeem=True),
    "read_regio": Regel(IEDEREEN, Doel.BELEID, systeem=True),
    "read_beleid": Regel(IEDEREEN, Doel.BELEID, systeem=True),
    # Exact figures, of the own municipalities only, for who steers on them.
    "read_indicator_intern": Regel(
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID
    ),
    # The basin is exact too: stock and flow together hide nothing.
    "read_badkuip": Regel(frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID),
    # Outflow per month, reported and expected: exact for the same reason.
    "read_uitstroom": Regel(frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID),
    # Supply against demand per hulpvorm: published totals beside it would tell too much, so exact or not.
    "read_landschap": Regel(frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID),
    # One provider is the work of contract management too; one practice only of who steers on referrals.
    "read_aanbiedercijfers": Regel(
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER, Rol.CONTRACTMANAGER}), Doel.BELEID
    ),
    "read_praktijkcijfers": Regel(
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID
    ),
    # So is the forecast of one municipality.
    **dict.fromkeys(("read_wat_als", "keep_scenario", "withdraw_scenario"), Regel(ZIET_WAT_ALS, Doel.BELEID)),
    # A long run is done by the worker, for who asked for it.
    **dict.fromkeys(
        ("take_berekening", "finish_berekening", "fail_berekening"),
        Regel(frozenset(), Doel.BELEID, systeem=True),
    ),
    # What is spent beside declarations is written down by who answers for the money.
    **dict.fromkeys(("keep_uitgaven", "withdraw_uitgave"), Regel(HOUDT_UITGAVEN_BIJ, Doel.BELEID)),
    "refresh_mart": Regel(frozenset(), Doel.BELEID, systeem=True),
    "read_aanleveringen": Regel(CIJFERBEHEER | {Rol.REGIOMANAGER}, Doel.BELEID, systeem=True),
    # Exact from five up, so with a purpose and a log row.
    "read_partnercijfers": Regel(CIJFERBEHEER | {Rol.REGIOMANAGER}, Doel.BELEID),
    "read_publicatie": Regel(IEDEREEN, Doel.BELEID, systeem=True),
    "publish_cijfers": Regel(frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR}), Doel.BELEID),
    # Which themes are chosen together: everybody who votes sees the figures, the votes and the decision.
    "read_themas": Regel(ZIET_THEMAS, Doel.BELEID),
    "open_themaronde": Regel(frozenset({Rol.BELEIDSADVISEUR}), Doel.BELEID),
    "vote_thema": Regel(DENKT_MEE, Doel.BELEID),
    "decide_themas": Regel(frozenset({Rol.BELEIDSADVISEUR, Rol.STUURGROEPLID}), Doel.BELEID),
    "correct_themabesluit": Regel(frozenset({Rol.BELEIDSADVISEUR, Rol.STUURGROEPLID}), Doel.BELEID),
    "import_tabel": Regel(CIJFERBEHEER, Doel.BELEID, systeem=True),
}
