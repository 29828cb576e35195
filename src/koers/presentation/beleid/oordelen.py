"""The lists by which municipalities and the region judge themselves, as a page of policy."""

from django.utils.translation import gettext as _

from koers.policy.kinds.judgements import Oordeellijst
from koers.presentation.beleid.delen import (
    Groep,
    Omgeving,
    Onderdeel,
    Tabel,
    lijst,
    rij,
    taal,
    veld,
    velden,
    vragen,
)


def oordelen(om: Omgeving) -> tuple[Groep, ...]:
    """Per list who answers, on which scale, and every point with what the source found."""
    return (Groep("", tuple(_list(een, om) for een in om.beleid.oordelen.values())),)


def _list(een: Oordeellijst, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.uitleg),
        velden=velden(
            veld(_("Wie antwoordt"), _("elke gemeente") if een.van == "gemeente" else _("de regio")),
            lijst(_("Schaal"), [taal(trede.naam) for trede in een.schaal]),
        ),
        tabel=Tabel(
            (_("Punt"), _("Vraag"), _("Wat de bron vond")),
            tuple(
                rij(taal(punt.naam), taal(punt.vraag), taal(punt.bron_zegt) if punt.bron_zegt else "–")
                for punt in een.punten
            ),
            bijschrift=taal(een.naam),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
