"""The templates of reports, as a page of policy."""

from django.utils.translation import gettext as _

from koers.policy.kinds.reports import Rapportagesjabloon
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
from koers.presentation.woorden import ROLLEN


def rapportages(om: Omgeving) -> tuple[Groep, ...]:
    """Per report whom it is for, and its chapters with their question, owner and figures."""
    return (Groep("", tuple(_report(een, om) for een in om.beleid.rapportages.values())),)


def _report(een: Rapportagesjabloon, om: Omgeving) -> Onderdeel:
    tabel = Tabel(
        (_("Hoofdstuk"), _("Vraag"), _("Wie schrijft"), _("Indicatoren")),
        tuple(
            rij(
                taal(deel.titel),
                taal(deel.vraag),
                str(ROLLEN[deel.eigenaar]),
                ", ".join(taal(om.beleid.indicatoren[id].naam) for id in deel.indicatoren) or "–",
            )
            for deel in een.hoofdstukken
        ),
        bijschrift=_("De hoofdstukken"),
    )
    return Onderdeel(
        een.id,
        taal(een.naam),
        velden=velden(veld(_("Voor wie"), taal(een.voor))),
        tabel=tabel,
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
