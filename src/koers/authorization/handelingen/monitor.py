"""Acts of door monitor."""

from koers.authorization.handelingen.regel import CIJFERBEHEER, IEDEREEN, Regel
from koers.domain.rollen import Doel, Rol
from koers.domain.scenario import ZIET_WAT_ALS

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
    # So is the forecast of one municipality.
    **dict.fromkeys(("read_wat_als", "keep_scenario", "withdraw_scenario"), Regel(ZIET_WAT_ALS, Doel.BELEID)),
    "refresh_mart": Regel(frozenset(), Doel.BELEID, systeem=True),
    "read_aanleveringen": Regel(CIJFERBEHEER | {Rol.REGIOMANAGER}, Doel.BELEID, systeem=True),
    # Exact from five up, so with a purpose and a log row.
    "read_partnercijfers": Regel(CIJFERBEHEER | {Rol.REGIOMANAGER}, Doel.BELEID),
    "import_tabel": Regel(CIJFERBEHEER, Doel.BELEID, systeem=True),
}
