"""Which role may do which act, and for which purpose. An act without a row here cannot be done.

`rollen` None means: everyone, also who is not signed in. `personen`: the act shows or changes data of
persons, so it needs a second factor and is always logged. `systeem`: a process may do it too.
"""

from dataclasses import dataclass

from koers.domain.rollen import TOEGANG, Doel, Rol

IEDEREEN = None
AANGEMELD = frozenset(Rol)
CIJFERBEHEER = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.FUNCTIONEEL_BEHEERDER})


@dataclass(frozen=True, slots=True)
class Regel:
    """The rule of one act."""

    rollen: frozenset[Rol] | None
    doel: Doel
    personen: bool = False
    systeem: bool = False


HANDELINGEN: dict[str, Regel] = {
    # Door kern
    "read_vandaag": Regel(AANGEMELD, Doel.BEHEER),
    "choose_aanstelling": Regel(AANGEMELD, Doel.BEHEER),
    # Everyone: who comes in, or tries to, has no role yet.
    "sign_in": Regel(IEDEREEN, Doel.BEHEER, systeem=True),
    "sign_out": Regel(IEDEREEN, Doel.BEHEER, systeem=True),
    "sign_in_failed": Regel(IEDEREEN, Doel.BEHEER, systeem=True),
    "manage_own_account": Regel(AANGEMELD, Doel.BEHEER),
    "read_gezinnen": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "search_gezinnen": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "read_gezin": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "reveal_adres": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "hand_over_regie": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_dubbelen": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_gezin": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_medewerkers": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "register_medewerker": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "add_aanstelling": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "end_aanstelling": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "close_medewerker": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "renew_wachtwoord": Regel(frozenset({Rol.FUNCTIONEEL_BEHEERDER}), Doel.BEHEER, systeem=True),
    "create_demo": Regel(frozenset(), Doel.BEHEER, systeem=True),
    "read_log": Regel(frozenset({Rol.PRIVACY_OFFICER}), Doel.TOEZICHT, personen=True),
    "verify_log": Regel(frozenset({Rol.PRIVACY_OFFICER}), Doel.TOEZICHT, systeem=True),
    # Doors toegang and zorg
    "read_casus": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_melding": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "decide_besluit": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "assign_toewijzing": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_toewijzingen": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
    "read_toewijzing": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "register_start": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "register_stop": Regel(TOEGANG | {Rol.AANBIEDER}, Doel.TOEGANG, personen=True),
    "register_declaratie": Regel(frozenset({Rol.AANBIEDER}), Doel.TOEGANG, personen=True),
    "register_lichte_hulp": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_voorliggend": Regel(TOEGANG | {Rol.POH_JEUGD}, Doel.TOEGANG, personen=True),
    "register_ervaring": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "load_proefregio": Regel(frozenset(), Doel.BEHEER, systeem=True),
    # Door monitor
    "read_regio": Regel(IEDEREEN, Doel.BELEID, systeem=True),
    "read_beleid": Regel(IEDEREEN, Doel.BELEID, systeem=True),
    # Exact figures, of the own municipalities only, for who steers on them.
    "read_indicator_intern": Regel(
        frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}), Doel.BELEID
    ),
    "refresh_mart": Regel(frozenset(), Doel.BELEID, systeem=True),
    "read_aanleveringen": Regel(CIJFERBEHEER | {Rol.REGIOMANAGER}, Doel.BELEID, systeem=True),
    "import_tabel": Regel(CIJFERBEHEER, Doel.BELEID, systeem=True),
}
