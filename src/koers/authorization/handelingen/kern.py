"""Acts of door kern."""

from koers.authorization.handelingen.regel import AANGEMELD, IEDEREEN, Regel
from koers.domain.rollen import TOEGANG, Doel, Rol

BEHEER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
KERN_HANDELINGEN: dict[str, Regel] = {
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
    "replace_regisseur": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_dubbelen": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "read_persoon": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_woonplek": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_bsn": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "merge_personen": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "undo_samenvoeging": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    "register_gezin": Regel(TOEGANG, Doel.TOEGANG, personen=True),
    # Who gives accounts decides who sees files: a password alone must not make another account.
    "read_medewerkers": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "register_medewerker": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "add_aanstelling": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "end_aanstelling": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "register_beroepsnummer": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "close_medewerker": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "renew_wachtwoord": Regel(BEHEER, Doel.BEHEER, personen=True, systeem=True),
    "create_demo": Regel(frozenset(), Doel.BEHEER, systeem=True),
    "read_log": Regel(frozenset({Rol.PRIVACY_OFFICER}), Doel.TOEZICHT, personen=True),
    "verify_log": Regel(frozenset({Rol.PRIVACY_OFFICER}), Doel.TOEZICHT, systeem=True),
}
