"""Acts about what the law asks to be handed to others, and what comes back."""

from koers.authorization.handelingen.regel import Regel
from koers.domain.rollen import Doel, Rol
from koers.domain.uitlevering.wie import (
    LEVERT_CONTRACTEN,
    LEVERT_PERSONEN,
    LEVERT_UIT,
    VOLGT_SIGNALEN,
    WEET_VAN_CRISIS,
)

UITLEVERING_HANDELINGEN: dict[str, Regel] = {
    "read_uitleveringen": Regel(LEVERT_UIT, Doel.BELEID),
    # With BSN, as the protocol asks: the report is about children too, though it names none.
    **dict.fromkeys(
        (
            *("read_beleidsinformatie", "export_beleidsinformatie"),
            *("read_gebeurtenissen", "export_gebeurtenissen"),
        ),
        Regel(LEVERT_PERSONEN, Doel.BELEID, personen=True, systeem=True),
    ),
    **dict.fromkeys(
        ("read_contractlijst", "export_contractlijst"), Regel(LEVERT_CONTRACTEN, Doel.BELEID, systeem=True)
    ),
    "register_kvk": Regel(frozenset({Rol.CONTRACTMANAGER}), Doel.BELEID),
    **dict.fromkeys(
        ("read_crisisvragen", "answer_crisisvraag"), Regel(WEET_VAN_CRISIS, Doel.BELEID, personen=True)
    ),
    **dict.fromkeys(
        ("read_nza_signalen", "import_nza_signalen"), Regel(VOLGT_SIGNALEN, Doel.BELEID, systeem=True)
    ),
    **dict.fromkeys(
        ("take_nza_signaal", "close_nza_signaal", "reopen_nza_signaal"), Regel(VOLGT_SIGNALEN, Doel.BELEID)
    ),
}
