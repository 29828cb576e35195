"""What the check of the log found, in sentences. A test matches codes and sentences."""

from datetime import datetime

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from koers.actions.kern.controle import Bevinding, Bevindingen
from koers.actions.kern.getuige import Punt
from koers.actions.kern.logboek import Ketenstand
from koers.presentation.opmaak import getal, tijdstip

BEVINDINGEN = {
    "log_rij_gewijzigd": _("Rij %(volgnummer)s van het logboek is gewijzigd nadat zij was verzegeld."),
    "log_rij_ontbreekt": _("Van het logboek ontbreken de rijen %(van)s tot en met %(tot)s."),
    "log_ingekort": _(
        "Het einde van het logboek is weg: het houdt op bij rij %(kop)s, "
        "maar de getuige kent rij %(getuige)s."
    ),
    "log_getuige_wijkt_af": _(
        "Het logboek zegt iets anders dan de getuige, voor het eerst bij rij %(volgnummer)s "
        "(%(aantal)s keer in totaal). Een deel van het logboek is opnieuw gemaakt."
    ),
    "log_getuige_ontbreekt": _(
        "De getuige is er niet: %(pad)s. Zonder getuige is niet te zien of het einde van het logboek "
        "is afgeknipt. Zet het bestand terug uit de reservekopie."
    ),
    "log_getuige_onvolledig": _(
        "De getuige mist wat hij wist van rij %(van)s tot en met %(tot)s. "
        "Zet het bestand terug uit de reservekopie."
    ),
    "log_getuige_herhaald": _(
        "De getuige heeft rij %(volgnummer)s twee keer bevestigd. Tussendoor is het einde van het logboek "
        "afgeknipt, of het is teruggezet uit een reservekopie."
    ),
    "log_kop_onaangekondigd": _(
        "Het logboek loopt door tot rij %(kop)s, maar de getuige weet niets van na rij %(getuige)s. "
        "Er zijn rijen bijgemaakt, of de getuige is ingekort."
    ),
    "log_onverzegeld": _(
        "%(aantal)s rijen wachten langer dan %(seconden)s seconden op hun zegel. "
        "Kijk of “koers werk” draait, of verzegel nu met: koers logboek verzegel"
    ),
}


def finding(bevinding: Bevinding) -> str:
    """The sentence of a finding, in the language of now."""
    return str(BEVINDINGEN[bevinding.code]) % bevinding.params


def state_of(outcome: Bevindingen) -> str:
    """What a check of the whole log says, in a sentence or two."""
    rijen = ngettext("%(rijen)s rij is verzegeld", "%(rijen)s rijen zijn verzegeld", outcome.rijen)
    words = {
        "rijen": rijen % {"rijen": getal(outcome.rijen)},
        "wachten": getal(outcome.onverzegeld),
        "aantal": getal(len(outcome.gevonden) + outcome.niet_verteld),
    }
    if outcome.klopt:
        zin = gettext("Het logboek klopt: %(rijen)s en %(wachten)s wachten nog.") % words
    else:
        zin = gettext("Het logboek klopt niet. Aantal bevindingen: %(aantal)s; %(rijen)s.") % words
    return f"{zin} {confirmed(outcome.laatste)}"


def confirmed(punt: Punt | None) -> str:
    """How far the witness goes."""
    if punt is None:
        return gettext("De getuige heeft nog niets bevestigd.")
    return gettext("De getuige bevestigde als laatste rij %(rij)s, op %(tijdstip)s.") % {
        "rij": getal(punt.tot),
        "tijdstip": tijdstip(datetime.fromisoformat(punt.tijdstip)),
    }


def chain_sentence(keten: Ketenstand) -> tuple[str, str]:
    """How the chain stands at a glance: kind of status (goed, let-op, fout) and a sentence."""
    if not keten.sluit_aan:
        return "fout", gettext(
            "Het einde van het logboek en de getuige sluiten niet op elkaar aan. Controleer het logboek nu."
        )
    if keten.te_lang:
        zin = gettext("%(wachten)s rijen wachten te lang op hun zegel. Vraag beheer of Koers goed draait.")
        return "let-op", zin % {"wachten": getal(keten.onverzegeld)}
    zin = gettext("Het einde van het logboek en de getuige sluiten aan; %(wachten)s rijen wachten nog.")
    return "goed", zin % {"wachten": getal(keten.onverzegeld)}


def last_check(keten: Ketenstand) -> str:
    """When the whole log was last checked, and with which outcome."""
    if keten.gecontroleerd_at is None:
        return gettext("Het hele logboek is nog nooit gecontroleerd.")
    words = {"tijdstip": tijdstip(keten.gecontroleerd_at), "aantal": getal(keten.bevindingen)}
    if keten.bevindingen:
        return gettext("Bij de laatste controle, op %(tijdstip)s, waren er %(aantal)s bevindingen.") % words
    return gettext("Bij de laatste controle, op %(tijdstip)s, klopte alles.") % words
