"""The uitvoeringsagenda in words and pictures: names from the policy, answers, the axis of time."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.agenda_lezen import AgendaactieBeeld, AgendaBeeld, EigenaarBeeld, OpgaveBeeld
from koers.actions.sturing.agenda_sinds import SindsBeeld
from koers.policy import beleid
from koers.presentation.beelden.tijdbalken import Mijlpaal, Tijdbalk, tijdbalken
from koers.presentation.beleid.delen import taal
from koers.presentation.opmaak import datum
from koers.presentation.woorden import ROLLEN, TOESTANDEN


def opgave_name(opgave: str) -> str:
    """The name of an opgave; its id when it left the policy."""
    found = beleid().opgaven.get(opgave)
    return taal(found.naam) if found else opgave


def indicator_name(indicator: str) -> str:
    """The name of an indicator; its id when it left the policy."""
    found = beleid().indicatoren.get(indicator)
    return taal(found.naam) if found else indicator


def principe_name(principe: str) -> str:
    """The name of a leading principle; its id when it left the policy."""
    found = beleid().principes.get(principe)
    return taal(found.naam) if found else principe


def pijler_name(pijler: int) -> str:
    """The name of a pillar; its number when it left the policy."""
    return next((taal(een.naam) for een in beleid().pijlers.values() if een.nr == pijler), str(pijler))


def owner_name(eigenaar: EigenaarBeeld | None) -> str:
    """Who carries an opgave, as a name or as a function."""
    if eigenaar is None:
        return _("nog geen eigenaar")
    return eigenaar.naam or str(ROLLEN.get(eigenaar.rol, eigenaar.rol))


def lead(agenda: AgendaBeeld) -> str:
    """The answer of the page: how many opgaven are on course, and what asks for attention."""
    standen = [een.stand for een in agenda.opgaven]
    if all(stand == "geen_stand" for stand in standen):
        return _("Van de opgaven is hier nog niet opgeschreven hoe ze ervoor staan.")
    goed = sum(stand in ("op_koers", "afgerond") for stand in standen)
    zin = ngettext(
        "Van %(alle)s opgaven is %(goed)s op koers of afgerond.",
        "Van %(alle)s opgaven zijn er %(goed)s op koers of afgerond.",
        goed,
    ) % {"alle": len(standen), "goed": goed}
    vast = standen.count("zit_vast")
    uitloop = sum(len(een.uitloop) for een in agenda.opgaven)
    if vast:
        zin += " " + ngettext("%(aantal)s zit vast.", "%(aantal)s zitten vast.", vast) % {"aantal": vast}
    if uitloop:
        zin += " " + ngettext("%(aantal)s actie loopt uit.", "%(aantal)s acties lopen uit.", uitloop) % {
            "aantal": uitloop
        }
    return zin


def lead_opgave(opgave: OpgaveBeeld) -> str:
    """The answer of the page of an opgave: what comes next."""
    een = opgave.volgende
    if een is None:
        return _("Er loopt geen actie.")
    words = {"wat": een.wat, "wie": een.wie, "dag": datum(een.uiterlijk)}
    if een.te_laat:
        return _("Deze actie moest klaar zijn op %(dag)s: %(wat)s (%(wie)s).") % words
    return _("De eerstvolgende actie is klaar op %(dag)s: %(wat)s (%(wie)s).") % words


def lead_since(beeld: SindsBeeld) -> str:
    """The answer of the page about what changed."""
    if beeld.dag is None:
        return _("Er is nog geen stuurgroep geweest. Kies een dag om te zien wat er sindsdien is veranderd.")
    words = {"dag": datum(beeld.dag), "aantal": beeld.aantal}
    if not beeld.aantal:
        return _("Sinds %(dag)s is er in de uitvoeringsagenda niets veranderd.") % words
    zin = ngettext(
        "Sinds %(dag)s is er %(aantal)s ding veranderd in de uitvoeringsagenda.",
        "Sinds %(dag)s zijn er %(aantal)s dingen veranderd in de uitvoeringsagenda.",
        beeld.aantal,
    )
    return zin % words


def days_in_words(actie: AgendaactieBeeld) -> str:
    """The day that counts, with every day that was agreed before: "31 maart 2027, was 1 februari 2027"."""
    nu, eerder = datum(actie.uiterlijk), ", ".join(datum(dag) for dag in actie.dagen[:-1])
    return _("%(nu)s, was %(eerder)s") % {"nu": nu, "eerder": eerder} if eerder else nu


# --- the axis of time -------------------------------------------------------------------------------


def picture_of_agenda(agenda: AgendaBeeld, today: date) -> SafeString | None:
    """One bar per opgave that has actions; None when there are none."""
    busy = [een for een in agenda.opgaven if _counting(een.acties)]
    if not busy:
        return None
    return _picture(
        "agenda-tijd",
        _("Wanneer de opgaven klaar zijn, en wat er is opgeschoven"),
        [_bar_of_opgave(een, agenda.gemeente) for een in busy],
        today,
    )


def picture_of_opgave(opgave: OpgaveBeeld, today: date) -> SafeString | None:
    """One bar per action that was not dropped; None when there are none."""
    acties = _counting(opgave.acties)
    if not acties:
        return None
    return _picture(
        "opgave-tijd",
        _("Wanneer de acties klaar zijn, en wat er is opgeschoven"),
        [_bar_of_actie(een) for een in sorted(acties, key=lambda een: (een.begindatum, een.uiterlijk))],
        today,
    )


def _picture(id: str, titel: str, rijen: list[Tijdbalk], today: date) -> SafeString:
    return tijdbalken(
        id=id,
        titel=titel,
        omschrijving=_(
            "Een balk loopt van het begin tot de dag die het eerst is afgesproken. Het gestreepte stuk"
            " erachter is wat erbij kwam. De tabel op deze pagina noemt dezelfde dagen."
        ),
        rijen=rijen,
        vandaag=today,
        vandaag_naam=_("vandaag"),
    )


def _counting(acties: Iterable[AgendaactieBeeld]) -> list[AgendaactieBeeld]:
    return [een for een in acties if een.stand != "vervallen"]


def _end(actie: AgendaactieBeeld) -> date:
    """Where the bar of an action ends: where it was done, or the day that counts."""
    return actie.klaar_op or actie.uiterlijk


def _milestone(actie: AgendaactieBeeld) -> Mijlpaal:
    return Mijlpaal(_end(actie), actie.dagen[0], actie.stand == "gedaan")


def _bar_of_opgave(opgave: OpgaveBeeld, gemeente: str) -> Tijdbalk:
    acties = _counting(opgave.acties)
    eerst, nu = max(een.dagen[0] for een in acties), max(_end(een) for een in acties)
    words = {"stand": str(TOESTANDEN[opgave.stand]), "nu": datum(nu), "eerst": datum(eerst)}
    woorden = _("%(stand)s, klaar %(nu)s, eerst %(eerst)s") if nu > eerst else _("%(stand)s, klaar %(nu)s")
    return Tijdbalk(
        naam=f"{opgave.nr}. {opgave_name(opgave.id)}",
        woorden=woorden % words,
        begin=min(min(een.begindatum, _end(een)) for een in acties),
        mijlpalen=tuple(_milestone(een) for een in acties),
        adres=f"{reverse('opgave', args=[opgave.id])}?gemeente={gemeente}",
    )


def _bar_of_actie(actie: AgendaactieBeeld) -> Tijdbalk:
    end = _end(actie)
    words = {"wie": actie.wie, "dagen": days_in_words(actie), "dag": datum(end)}
    woorden = _("%(wie)s, klaar op %(dag)s") if actie.klaar_op else _("%(wie)s, %(dagen)s")
    return Tijdbalk(
        naam=actie.wat,
        woorden=woorden % words,
        begin=min(actie.begindatum, end),
        mijlpalen=(_milestone(actie),),
        adres=reverse("agendaactie", args=[actie.id]),
    )
