"""The protocols for when something gets out of hand, as a page of policy."""

from django.utils.translation import gettext as _

from koers.policy.kinds.escalations import Escalatieprotocol
from koers.presentation.beleid.delen import (
    Groep,
    Omgeving,
    Onderdeel,
    Tabel,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.opmaak import getal


def escalaties(om: Omgeving) -> tuple[Groep, ...]:
    """Per kind of event who informs whom, within which hour, and what may be said."""
    soorten = sorted(om.beleid.escalaties.values(), key=lambda een: een.nr)
    return (Groep("", tuple(_protocol(een, om) for een in soorten)),)


def _protocol(een: Escalatieprotocol, om: Omgeving) -> Onderdeel:
    tabel = Tabel(
        (_("Wie"), _("Informeert"), _("Binnen (uren)"), _("Mag gezegd worden"), _("Niet zeggen"), _("Norm")),
        tuple(
            rij(
                taal(stap.wie),
                taal(stap.aan),
                getal(stap.binnen_uren),
                "; ".join(map(taal, stap.zeggen)),
                "; ".join(map(taal, stap.niet_zeggen)),
                ", ".join(taal(om.beleid.normen[id].naam) for id in stap.normen) or "–",
            )
            for stap in een.stappen
        ),
        getallen=frozenset({2}),
        bijschrift=taal(een.naam),
    )
    dagen = een.evaluatie_binnen_dagen
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wanneer),
        velden=velden(
            veld(
                _("Evalueren"),
                _("binnen %(dagen)s dagen") % {"dagen": dagen} if dagen else _("niet verplicht"),
            )
        ),
        tabel=tabel,
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
