"""The rules a besluit is tested against, and who may decide."""

from django.utils.translation import gettext as _

from koers.policy.kinds.besluiten import Antwoord, Besluitmandaat, Verordeningsregel
from koers.presentation.beleid.delen import (
    Groep,
    Merk,
    Omgeving,
    Onderdeel,
    Tabel,
    in_euro,
    lijst,
    rij,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.woorden import GEVOLGEN
from koers.presentation.opmaak import datum
from koers.presentation.woorden import ROLLEN


def verordening(om: Omgeving) -> tuple[Groep, ...]:
    """The rules, in the order in which they are asked."""
    return (Groep("", tuple(_rule(een, om) for een in om.beleid.verordening.values())),)


def _rule(een: Verordeningsregel, om: Omgeving) -> Onderdeel:
    own = een.gemeentelijk_artikel
    merk = Merk("goed", own) if own else Merk("let-op", _("artikel van de gemeente nog in te vullen"))
    return Onderdeel(
        een.id,
        taal(een.naam),
        taal(een.wat),
        merken=(merk,),
        velden=velden(
            veld(_("Artikel"), een.artikel),
            veld(_("Vraag"), een.vraag),
            veld(_("Geldt vanaf"), datum(een.geldt_vanaf)),
            veld(_("Geldt niet meer vanaf"), datum(een.geldt_tot) if een.geldt_tot else ""),
        ),
        tabel=Tabel(
            (_("Antwoord"), _("Gevolg"), _("In de brief")),
            tuple(rij(*_answer(antwoord)) for antwoord in een.antwoorden),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )


def _answer(antwoord: Antwoord) -> tuple[str, str, str]:
    return taal(antwoord.naam), str(GEVOLGEN[antwoord.gevolg]), taal(antwoord.brief) or "–"


def besluitmandaten(om: Omgeving) -> tuple[Groep, ...]:
    """Who may decide, about which help and up to which amount."""
    return (Groep("", tuple(_mandate(een, om) for een in om.beleid.besluitmandaten.values())),)


def _mandate(een: Besluitmandaat, om: Omgeving) -> Onderdeel:
    vormen = {code.code: code.naam for code in om.beleid.codelijsten["cbs-hulpvorm"].codes}
    return Onderdeel(
        een.id,
        taal(een.naam),
        velden=velden(
            veld(_("Rol"), str(ROLLEN[een.rol])),
            lijst(_("Hulpvormen"), [vormen[code] for code in een.hulpvormen] or [_("alle hulpvormen")]),
            veld(_("Tot en met, per jaar"), in_euro(een.tot_en_met_euro)),
            veld(_("Tweede paar ogen boven"), in_euro(een.tweede_paar_ogen_boven)),
            veld(_("Adviseur"), _("verplicht") if een.adviseur_nodig else _("mag")),
            veld(_("Registratie SKJ of BIG"), _("verplicht") if een.registratie else _("niet nodig")),
            veld(_("Geldt vanaf"), datum(een.geldt_vanaf)),
        ),
        vragen=vragen(een.open_vragen),
        afkomst=om.afkomst(een.herkomst),
    )
