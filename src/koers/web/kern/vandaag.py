"""What needs me now, per role: who or what, what about it, by when, and one thing to do.

Everything comes from acts that this role may do, so what shows persons is written in the log like any look.
Nothing is made up: a role for which nothing is known yet gets an honest empty page and its doors.
"""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from koers.actions.kern.gezin_lezen import GezinKort, read_gezinnen
from koers.actions.kern.logboek import read_keten
from koers.actions.kern.medewerkers import read_medewerkers
from koers.actions.kern.veranderd import read_veranderd
from koers.actions.monitor.aanleveringen import AanleveringRegel, read_aanleveringen
from koers.actions.toegang.besluit_lezen import AanvraagBeeld, read_aanvragen
from koers.actions.toegang.plan.punten import read_planpunten
from koers.authorization.poort import lacks_second_factor, may
from koers.domain.actor import Actor
from koers.domain.rollen import LICHTE_HULP, STURING, TOEGANG, ZIET_PERSONEN, Rol
from koers.policy import beleid
from koers.presentation.logboek import chain_sentence, last_check
from koers.presentation.opmaak import datum, getal
from koers.presentation.plan.woorden import PUNTEN
from koers.presentation.woorden_handelingen import HANDELINGEN
from koers.presentation.zinnen_aanlevering import SOORTEN
from koers.registers.klok import dag_van, vandaag
from koers.web.kern.dag import HOOGSTENS, Dag, Regel
from koers.web.netwerk.vandaag import meetings
from koers.web.netwerk.vandaag_escalaties import escalations
from koers.web.toegang.team import team_line
from koers.web.toegang.vandaag import notities, triage, verwijsverzoeken, verzoeken
from koers.web.toegang.vandaag_licht import ending_lines, future_lines, handed_over_lines, light_lines
from koers.web.zorg.vandaag import answers, assigned_help, late_answers, refused_help, routes


def today_of(by: Actor) -> Dag:
    """The day of this actor in the role of now; without a role there is nothing to do."""
    dag = Dag(vandaag())
    if lacks_second_factor(by, "read_gezinnen"):
        dag.vraagt.append(
            Regel(
                _("Uw aanmelding"),
                _("mist de tweede stap. Zonder die stap ziet u geen gegevens van personen."),
                reverse("tweede-factor"),
                _("Tweede stap zetten"),
            )
        )
        return dag
    for add in PER_ROL.get(by.rol, ()) if by.rol else ():
        add(by, dag)
    return dag


def _families(by: Actor, dag: Dag) -> None:
    """My families; one that nobody leads, or more than one, asks something of me.

    Only what is shown is read: every name read is written in the log as seen.
    """
    alone = read_gezinnen(by=by, zonder_regie=True).gezinnen
    mine = read_gezinnen(by=by, per_pagina=HOOGSTENS)
    dag.vraagt += [_family(gezin, _nobody_leads(gezin)) for gezin in alone]
    dag.werk += [_family(gezin, _about(gezin, by)) for gezin in mine.gezinnen if gezin not in alone]
    if mine.totaal > HOOGSTENS:
        wat = _("%(aantal)s waarmee u werkt") % {"aantal": getal(mine.totaal)}
        dag.werk.append(Regel(_("Alle gezinnen"), wat, reverse("gezinnen"), _("Gezinnen bekijken")))


def _terms(by: Actor, dag: Dag) -> None:
    """Aanvragen and bezwaren that wait: overdue before everything else, and what stands still with others."""
    asked, objected = read_aanvragen(by=by)
    late: list[Regel] = []
    for aanvraag in asked:
        regel = _asked(aanvraag)
        if aanvraag.te_laat:
            late.append(regel)
        elif aanvraag.toestand == "aangevraagd" or aanvraag.aan_mij:
            dag.vraagt.append(regel)
        else:
            dag.wacht.append(regel)
    for bezwaar in objected:
        wat = _("maakte bezwaar op %(datum)s") % {"datum": datum(bezwaar.datum)}
        adres = reverse("casus", args=[bezwaar.casus_id])
        dag.vraagt.append(Regel(bezwaar.kind, wat, adres, _("Bezwaar bekijken")))
    dag.vraagt[:0] = late


def _asked(aanvraag: AanvraagBeeld) -> Regel:
    last = {"datum": datum(aanvraag.termijn.laatste_dag)}
    adres = reverse("casus", args=[aanvraag.casus_id])
    if aanvraag.te_laat:
        wat = _("de termijn van de aanvraag liep af op %(datum)s") % last
    elif aanvraag.toestand == "voorgelegd" and aanvraag.aan_mij:
        adres = reverse("besluit-akkoord", args=[aanvraag.casus_id])
        wat = _("een collega legt u een besluit voor; beslis uiterlijk op %(datum)s") % last
        return Regel(aanvraag.kind, wat, adres, _("Besluit bekijken"))
    elif aanvraag.toestand == "voorgelegd":
        wat = _("ligt bij %(naam)s; beslis uiterlijk op %(datum)s") % (last | {"naam": aanvraag.aan})
    elif aanvraag.toestand == "aanvulling_gevraagd":
        wat = _("wacht op een aanvulling van het gezin; de termijn loopt nu tot en met %(datum)s") % last
    else:
        wat = _("beslis over de aanvraag, uiterlijk op %(datum)s") % last
    return Regel(aanvraag.kind, wat, adres, _("Casus openen"))


def _family(gezin: GezinKort, wat: str) -> Regel:
    wie = _("Gezin %(naam)s") % {"naam": gezin.naam}
    return Regel(wie, wat, reverse("gezin", args=[gezin.id]), _("Gezin openen"))


def _changed(by: Actor, dag: Dag) -> None:
    """What colleagues did in my families since yesterday; their words are on the page of the family."""
    for een in read_veranderd(by=by, most=HOOGSTENS):
        wat = _("%(wie)s %(handeling)s") % {
            "wie": een.wie or "Koers",
            "handeling": HANDELINGEN[een.handeling],
        }
        if een.meer:
            rest = ngettext("en nog één verandering", "en nog %(aantal)s veranderingen", een.meer)
            wat = f"{wat}, {rest % {'aantal': een.meer}}"
        wie = _("Gezin %(naam)s") % {"naam": een.gezin}
        dag.veranderd.append(Regel(wie, wat, reverse("gezin", args=[een.gezin_id]), _("Gezin openen")))


def _about(gezin: GezinKort, by: Actor) -> str:
    """The children, and who leads when that is somebody else."""
    kinderen = ", ".join(kind.naam for kind in gezin.jeugdigen)
    if gezin.regisseurs[0] == by.naam:
        return kinderen
    regie = _("regisseur: %(naam)s") % {"naam": gezin.regisseurs[0]}
    return f"{kinderen}; {regie}" if kinderen else regie


def _nobody_leads(gezin: GezinKort) -> str:
    if gezin.regisseurs:
        return _("heeft meer dan één regisseur. Spreek af wie het is.")
    return _("heeft geen regisseur. Spreek af wie het wordt.")


def _future(by: Actor, dag: Dag) -> None:
    """What was handed over, what help ends, and who is nearly grown up."""
    dag.vraagt += [Regel(*lijn) for lijn in handed_over_lines(by)]
    dag.vraagt += [Regel(*lijn) for lijn in ending_lines(by)[:HOOGSTENS]]
    dag.vraagt += [Regel(*lijn) for lijn in future_lines(by)[:HOOGSTENS]]


def _light(by: Actor, dag: Dag) -> None:
    """My light questions; who waits too long asks for me."""
    late, running = light_lines(by)
    dag.vraagt += [Regel(*lijn) for lijn in late]
    dag.werk += [Regel(*lijn) for lijn in running[:HOOGSTENS]]


def _deliveries(by: Actor, dag: Dag) -> None:
    """What came in since yesterday, and rows that stayed out until a newer table of that kind came."""
    newest = set()
    for levering in read_aanleveringen(by=by).aanleveringen:
        adres = reverse("aanlevering", args=[levering.id])
        wat = _outcome(levering)
        mends = may(by, "import_tabel") and (levering.geweigerd or levering.reden)
        if mends and (levering.soort, levering.jaar) not in newest:
            dag.vraagt.append(Regel(_table(levering), wat, adres, _("Geweigerde rijen bekijken")))
        elif dag_van(levering.aangeleverd_at) >= dag.datum - timedelta(days=1):
            dag.veranderd.append(Regel(_table(levering), wat, adres, _("Aanlevering bekijken")))
        newest.add((levering.soort, levering.jaar))


def _table(levering: AanleveringRegel) -> str:
    """What kind of table, about which year; the name of a file says little to people."""
    soort = str(SOORTEN[levering.soort])
    return f"{soort}, {levering.jaar}" if levering.jaar else soort


def _outcome(levering: AanleveringRegel) -> str:
    if levering.reden:
        return _("kwam binnen en kon niet worden gelezen")
    waarden = {"rijen": getal(levering.rijen), "geweigerd": getal(levering.geweigerd)}
    if levering.geweigerd:
        return _("kwam binnen; %(geweigerd)s van de %(rijen)s rijen geweigerd") % waarden
    return ngettext("kwam binnen met één rij", "kwam binnen met %(rijen)s rijen", levering.rijen) % waarden


def _accounts(by: Actor, dag: Dag) -> None:
    """Who may see persons but has no second factor yet: they cannot work, and an open account is a risk."""
    for medewerker in read_medewerkers(by=by):
        rollen = {Rol(a.rol) for a in medewerker.aanstellingen if a.loopt}
        bare = medewerker.actief and not medewerker.tweede_factor and not medewerker.demo
        if bare and rollen & ZIET_PERSONEN:
            adres = reverse("medewerker", args=[medewerker.id])
            wat = _("heeft nog geen tweede stap ingesteld en kan daarom nog niet aan het werk")
            dag.vraagt.append(Regel(medewerker.naam, wat, adres, _("Account bekijken")))


def _log(by: Actor, dag: Dag) -> None:
    """Whether the log is whole: at a glance, and when it was last walked from end to end."""
    keten = read_keten(by=by)
    soort, zin = chain_sentence(keten)
    regel = Regel(_("Logboek"), zin, reverse("logboek"), _("Logboek bekijken"))
    (dag.werk if soort == "goed" else dag.vraagt).append(regel)
    if keten.gecontroleerd_at is None or keten.bevindingen:
        controle = Regel(_("Controle"), last_check(keten), reverse("logboek"), _("Logboek controleren"))
        dag.vraagt.append(controle)


def _region(by: Actor, dag: Dag) -> None:
    """Where the figures are."""
    wat = _("de twaalf gemeenten naast elkaar, met de bron bij elk cijfer")
    dag.werk.append(Regel(_("Staat van de regio"), wat, reverse("regio"), _("Cijfers bekijken")))


def _indicators(by: Actor, dag: Dag) -> None:
    """Definitions whose day of review has come ask something of who writes policy."""
    for indicator in beleid().indicatoren.values():
        if indicator.herkomst.herzien_voor <= dag.datum:
            wat = _("moest uiterlijk %(datum)s opnieuw worden bekeken") % {
                "datum": datum(indicator.herkomst.herzien_voor)
            }
            adres = reverse("indicator", args=[indicator.id])
            naam = indicator.naam.in_taal(get_language())
            dag.vraagt.append(Regel(naam, wat, adres, _("Indicator bekijken")))


def _questions(by: Actor, dag: Dag) -> None:
    """What the sources leave open waits for an answer of the region."""
    vragen = [len(i.open_vragen) for i in beleid().indicatoren.values() if i.open_vragen]
    if vragen:
        wat = ngettext(
            "één heeft samen %(vragen)s open vragen",
            "%(indicatoren)s hebben samen %(vragen)s open vragen",
            len(vragen),
        ) % {"indicatoren": len(vragen), "vragen": sum(vragen)}
        dag.wacht.append(Regel(_("Indicatoren"), wat, reverse("indicatoren"), _("Indicatoren bekijken")))


def _plans(by: Actor, dag: Dag) -> None:
    """What plans ask: a term of the law, an evaluation, an action past its day, help that gets lighter."""
    for punt in read_planpunten(by=by):
        wat = str(PUNTEN[punt.soort]) % {"datum": datum(punt.datum), "wat": punt.wat}
        if punt.datum < dag.datum:
            wat = _("%(wat)s (te laat)") % {"wat": wat}
        wie = _("Plan van gezin %(naam)s") % {"naam": punt.gezin}
        dag.vraagt.append(Regel(wie, wat, reverse("plan", args=[punt.gezin_id]), _("Plan openen")))


Bron = Callable[[Actor, Dag], None]
PER_ROL: dict[Rol, tuple[Bron, ...]] = {
    **dict.fromkeys(
        TOEGANG,
        (
            *(
                notities,
                triage,
                verwijsverzoeken,
                verzoeken,
                _plans,
                _families,
                _changed,
                _terms,
                refused_help,
            ),
            *(_future, team_line, escalations),
        ),
    ),
    **dict.fromkeys(LICHTE_HULP, (_light,)),
    Rol.POH_JEUGD: (_light, _families),
    Rol.AANBIEDER: (assigned_help,),
    Rol.ZORGMAKELAAR: (routes,),
    Rol.CONTRACTMANAGER: (late_answers, escalations),
    **dict.fromkeys(STURING, (meetings, _questions, _region)),
    Rol.WETHOUDER: (meetings, _questions, _region, escalations),
    Rol.REGIOMANAGER: (meetings, answers, _questions, _deliveries, _region, escalations),
    Rol.CONTROLLER: (meetings, _deliveries, _questions, _region),
    Rol.BELEIDSADVISEUR: (
        *(meetings, answers, _indicators, _deliveries, _questions, _region),
        escalations,
    ),
    Rol.FUNCTIONEEL_BEHEERDER: (_accounts, _deliveries),
    Rol.PRIVACY_OFFICER: (_log,),
}
