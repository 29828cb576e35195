"""What procurement regions agree with providers: terms and grounds for an answer, and conditions."""

from django.utils.translation import gettext as _

from koers.policy.kinds.contracts import Acceptatieplicht, Inkoopvoorwaarde
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
from koers.presentation.beleid.woorden import VOORWAARDESTANDEN
from koers.presentation.opmaak import datum, getal


def acceptatieplicht(om: Omgeving) -> tuple[Groep, ...]:
    """The terms, per procurement region."""
    return (Groep("", tuple(_duty(een, om) for een in om.beleid.acceptatieplicht.values())),)


def _duty(een: Acceptatieplicht, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(om.beleid.gebieden[een.inkoopregio].naam),
        velden=velden(
            veld(_("Werkdagen voor een antwoord"), getal(een.antwoord_werkdagen)),
            veld(_("Werkdagen bij spoed"), getal(een.spoed_werkdagen)),
            veld(_("Geldt vanaf"), datum(een.geldt_vanaf)),
            veld(_("Dagen dat gemelde capaciteit geldt"), getal(een.capaciteit_geldig_dagen)),
        ),
        tabel=Tabel(
            (_("Grond"), _("Mag weigeren"), _("Uitleg")),
            tuple(
                rij(taal(grond.naam), _("ja") if grond.toegestaan else _("nee"), taal(grond.wat))
                for grond in een.gronden
            ),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def inkoopvoorwaarden(om: Omgeving) -> tuple[Groep, ...]:
    """The conditions, by number."""
    return (Groep("", tuple(_condition(een, om) for een in om.beleid.inkoopvoorwaarden.values())),)


def _condition(een: Inkoopvoorwaarde, om: Omgeving) -> Onderdeel:
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        velden=velden(veld(_("Hoe je het ziet"), een.toets)),
        tabel=Tabel(
            (_("Inkoopregio"), _("Stand")),
            tuple(
                rij(taal(om.beleid.gebieden[regio.inkoopregio].naam), str(VOORWAARDESTANDEN[regio.stand]))
                for regio in een.regios
            ),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
