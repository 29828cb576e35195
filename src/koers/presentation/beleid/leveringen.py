"""The agreements with partners about what they deliver, as a page of policy."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.policy.kinds.deliveries import Leverafspraak
from koers.presentation.beleid.delen import Groep, Omgeving, Onderdeel, taal, veld, velden, vragen
from koers.presentation.opmaak import datum
from koers.presentation.zinnen_aanlevering import SOORTEN

RITMES = {
    "jaar": gettext_lazy("elk jaar"),
    "schooljaar": gettext_lazy("elk schooljaar"),
    "kwartaal": gettext_lazy("elk kwartaal"),
}


def leveringen(om: Omgeving) -> tuple[Groep, ...]:
    """Which table, how often, how long after the period."""
    return (Groep("", tuple(_agreement(een, om) for een in om.beleid.leveringen.values())),)


def _agreement(een: Leverafspraak, om: Omgeving) -> Onderdeel:
    termijn = ngettext("%(dagen)s dag na de periode", "%(dagen)s dagen na de periode", een.termijn_dagen) % {
        "dagen": een.termijn_dagen
    }
    gemeenten = ", ".join(taal(om.beleid.gebieden[id].naam) for id in een.gemeenten)
    return Onderdeel(
        een.id,
        str(SOORTEN[een.tabel]),
        taal(een.waarvoor),
        velden=velden(
            veld(_("Van"), een.partner),
            veld(_("Tabel"), een.tabel),
            veld(_("Hoe vaak"), str(RITMES[een.ritme])),
            veld(_("Uiterlijk"), termijn),
            veld(_("Vanaf"), datum(een.vanaf)),
            veld(_("Tot en met"), datum(een.tot_en_met) if een.tot_en_met else None),
            veld(_("Over"), gemeenten),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
