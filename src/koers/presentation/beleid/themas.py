"""The themes that partners can choose from, as a page of policy."""

from django.utils.translation import gettext as _

from koers.policy.kinds.themas import Partnermaat, Thema
from koers.presentation.beleid.delen import Groep, Omgeving, Onderdeel, taal, veld, velden, vragen
from koers.presentation.grootheden import WOORDEN
from koers.presentation.leveringen import words
from koers.presentation.zinnen_aanlevering import SOORTEN


def themas(om: Omgeving) -> tuple[Groep, ...]:
    """What each theme is about, and which figures tell of it."""
    return (Groep("", tuple(_theme(een, om) for een in om.beleid.themas.values())),)


def _theme(een: Thema, om: Omgeving) -> Onderdeel:
    cbs = ", ".join(str(WOORDEN[naam].naam) for naam in een.grootheden)
    partners = "; ".join(measure_words(maat) for maat in een.partnercijfers)
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        velden=velden(veld(_("Van het CBS"), cbs or None), veld(_("Van partners"), partners or None)),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def measure_words(maat: Partnermaat) -> str:
    """A number of a partner in words: which table, what of it, and of which group."""
    naam = f"{SOORTEN[maat.tabel]}: {words(maat.maat)}"
    return f"{naam}, {words(maat.groep)}" if maat.groep else naam
