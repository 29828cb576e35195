"""Adds a story to a fresh demo, through the acts, and prints what the tests need as JSON.

Runs in a process of its own: `python -m tests.browser.zaaien`. Sessions of the people of the demo are made
here too, so that only the newcomer's tour spends time on signing in.
"""

import json
import sys
from importlib import import_module

import django


def main() -> None:
    """A session for everybody of the demo, and the addresses of one family with help."""
    from django.conf import settings

    from koers.actions.kern.demo import demo_people
    from koers.registers.kern.models import Medewerker

    engine = import_module(settings.SESSION_ENGINE)
    people = {
        p.gebruikersnaam: Medewerker.objects.get_by_natural_key(p.gebruikersnaam) for p in demo_people()
    }
    sessies = {naam: _session(engine, medewerker) for naam, medewerker in people.items()}
    _newcomer()
    sys.stdout.write(json.dumps({"sessies": sessies, "adressen": _story(people)}))


def _session(engine, medewerker) -> str:
    """The key of a session in which this person is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = engine.SessionStore()
    session[SESSION_KEY] = str(medewerker.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = medewerker.get_session_auth_hash()
    session.save()
    return session.session_key


def _newcomer() -> None:
    """Two people outside the demo: with a password and no second step yet, and by way of the organisation."""
    from koers.domain.rollen import Rol
    from tests.browser.nieuweling import (
        GEBRUIKERSNAAM,
        NAAM,
        NAAM_VIA_ORGANISATIE,
        VIA_ORGANISATIE,
        WACHTWOORD,
    )
    from tests.wereld import make_medewerker

    medewerker = make_medewerker(Rol.JEUGDCONSULENT, naam=NAAM)
    medewerker.gebruikersnaam = GEBRUIKERSNAAM
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    ander = make_medewerker(Rol.JEUGDCONSULENT, naam=NAAM_VIA_ORGANISATIE)
    ander.gebruikersnaam = VIA_ORGANISATIE
    ander.save()


def _story(people) -> dict[str, str]:
    """A family with a secret address, a melding, a besluit and help that has not begun."""
    from koers.actions.monitor.publicaties import publish_cijfers
    from koers.actions.toegang.bezwaren import register_bezwaar
    from koers.actions.toegang.melden import NieuweMelding, register_melding
    from koers.actions.zorg.toewijzen import assign_toewijzing
    from koers.registers.klok import vandaag
    from koers.registers.monitor.models import Aanlevering
    from koers.registers.netwerk.models import NzaSignaal
    from tests.browser.wandelwereld import (
        make_broken_message,
        make_ending_help,
        make_late_answer,
        make_refused_help,
        make_two_homes,
        make_waiting_help,
    )
    from tests.contractwereld import typed
    from tests.verzoekwereld import make_verzoek, message_about
    from tests.wereld import (
        actor_of,
        ask,
        decide,
        give_plan,
        granted,
        make_familie,
        make_product,
        walk_ladder,
    )

    by = actor_of(people["jeugdconsulent"])
    familie = make_familie(by, "Voorbeeld")
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="01")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    aanbieder = people["aanbieder"].aanstellingen.get().organisatie
    aanbieder.agb = "42420001"
    aanbieder.save()
    product = make_product(aanbieder, code="45Z99")
    besluit = decide(by, casus, granted(product))
    bezwaar = register_bezwaar(by=by, besluit_id=besluit, datum=vandaag(), wie="ouder")
    (open_casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    ask(by, open_casus)
    uitkomst = walk_ladder(by, open_casus)
    toewijzing = assign_toewijzing(
        by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag()
    )
    familie = give_plan(by, familie)
    make_ending_help(by, actor_of(people["aanbieder"]), product)
    make_two_homes(by)
    make_waiting_help(by, aanbieder, "Lotte", "45Z97")
    contract, getypt = typed(actor_of(people["contractmanager"]))
    make_broken_message(toewijzing, aanbieder.agb)
    geweigerd = make_refused_help(by, actor_of(people["aanbieder"]), aanbieder)
    return (
        _phoned(people)
        | light(people, familie)
        | _twice(by, familie)
        | _meetings()
        | _agenda()
        | _overgang()
        | _areas()
        | _proeftuinen()
        | _risicos()
        | _subsidies()
        | _landscape()
        | _wheel(actor_of(people["regiomanager"]))
        | _choices(people)
        | _reports(people)
        | {
            "plandeel_id": str(familie.plandeel),
            "onderdeel_id": str(familie.onderdeel),
            "gezin_id": str(familie.gezin),
            "huishouden_id": str(familie.huishouden),
            "casus_id": str(casus),
            "besluit_id": str(besluit),
            "bezwaar_id": str(bezwaar),
            "open_casus_id": str(open_casus),
            "uitkomst_id": str(uitkomst),
            "werk_id": str(_group_at_school(actor_of(people["school"]))),
            "toewijzing_id": str(toewijzing),
            "geweigerd_id": str(geweigerd),
            "geescaleerd_id": str(make_late_answer(by, aanbieder)),
            "contract_id": str(contract),
            "contractproduct_id": str(getypt),
            "aanbieder_id": str(aanbieder.pk),
            **_codes(),
            "nza_signaal_id": str(NzaSignaal.objects.earliest("vastgelegd_at").pk),
            "bericht_id": str(message_about(toewijzing)),
            "verzoek_id": str(make_verzoek(aanbieder, familie.kind)),
            "publicatie_id": str(publish_cijfers(by=actor_of(people["controller"]), naam="Kwartaal 1")),
            "aanlevering_id": str(Aanlevering.objects.latest("pk").pk),
            "medewerker_id": str(people["jeugdconsulent"].pk),
        }
    )


def _codes() -> dict[str, str]:
    """A provider that gives help in Midden-Drenthe, and a practice that refers there."""
    from koers.registers.kern.models import Organisatie
    from koers.registers.zorg.models import Toewijzing
    from tests.wereld import MIDDEN_DRENTHE

    given = Toewijzing.objects.filter(gemeente=MIDDEN_DRENTHE, contractproduct__aanbieder__agb__gt="")
    practices = Organisatie.objects.filter(soort="huisartspraktijk", gemeenten=MIDDEN_DRENTHE, agb__gt="")
    return {
        "aanbieder_agb": given.earliest("vastgelegd_at").contractproduct.aanbieder.agb,
        "praktijk_agb": practices.earliest("naam").agb,
    }


def _reports(people) -> dict[str, str]:
    """The two reports of the demo, and one that waits for its signature."""
    from koers.registers.sturing.models import Rapportage, Rapportageuitgave
    from tests.integration.sturing import rapportwereld
    from tests.wereld import MIDDEN_DRENTHE, actor_of

    wie = rapportwereld.Schrijvers(
        *(actor_of(people[naam]) for naam in ("controller", "beleidsadviseur", "wethouder"))
    )
    klaar = Rapportageuitgave.objects.get(soort=rapportwereld.SOORT)
    concept = Rapportage.objects.filter(soort=rapportwereld.SOORT).exclude(pk=klaar.rapportage_id).get()
    return {
        "halfjaar_id": str(Rapportageuitgave.objects.get(soort="gebiedsagenda").rapportage_id),
        "rapportage_id": str(klaar.rapportage_id),
        "rapportage_concept_id": str(concept.pk),
        "rapportage_voorgelegd_id": str(rapportwereld.in_review(wie, MIDDEN_DRENTHE, "2025-K1")),
    }


def _meetings() -> dict[str, str]:
    """The meetings of the demo: one that comes, with an item that waits, and one with adopted minutes."""
    from koers.registers.netwerk.models import Vergaderbesluit, Vergadering

    coming = Vergadering.objects.latest("datum")
    besluit = Vergaderbesluit.objects.get(punt__vergadering__gremium="abo")
    return {
        "vergadering_id": str(coming.pk),
        "punt_id": str(coming.punten.get(volgorde=2).pk),
        "geweest_id": str(besluit.punt.vergadering_id),
        "vergaderbesluit_id": str(besluit.pk),
        "actie_id": str(besluit.acties.latest("uiterlijk").pk),
        "raakt_id": str(besluit.raakt.exclude(gremium="").earliest("gremium").pk),
    }


def _agenda() -> dict[str, str]:
    """The uitvoeringsagenda of the demo: an action that slipped and on which another waits."""
    from koers.registers.netwerk.models import Vergaderbesluit
    from koers.registers.sturing.models import AgendaactieStap

    actie = AgendaactieStap.objects.get(soort="verschoven", actie__interventie__opgave="een-methodiek").actie
    return {
        "agendaactie_id": str(actie.pk),
        "interventie_id": str(actie.interventie_id),
        "schakel_id": str(actie.wachtenden.get().pk),
        "stuurgroepbesluit_id": str(Vergaderbesluit.objects.get(punt__vergadering__gremium="stuurgroep").pk),
    }


def _overgang() -> dict[str, str]:
    """The hand-over of the demo: a casus with an owner, an open condition, one that was met, a role."""
    from koers.registers.sturing.models import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap
    from koers.registers.toegang.models import OvergangStap

    met = VoorwaardeStap.objects.get(soort="voldaan").voorwaarde_id
    open_ = Gereedheidsvoorwaarde.objects.exclude(pk=met).latest("uiterlijk")
    given = OvergangStap.objects.filter(eigenaar="school", uiterlijk__isnull=False).latest("uiterlijk")
    return {
        "overgang_id": str(given.overgang.casus_id),
        "voorwaarde_id": str(open_.pk),
        "voldaan_id": str(met),
        "formatie_id": str(Formatie.objects.get(rol="POH Jeugd").pk),
    }


def _areas() -> dict[str, str]:
    """The gebiedsagenda of the demo: a meeting that counts a group, an agreement, a kenniscafé."""
    from koers.registers.sturing.models import Bereikbron, GebiedsafspraakStap, Leernotitie

    bijdrage = Bereikbron.objects.get().bijdrage
    return {
        "bijeenkomst_id": str(bijdrage.bijeenkomst_id),
        "kenniscafe_id": str(Leernotitie.objects.get().blad_id),
        "partner_id": str(bijdrage.organisatie_id),
        "gebiedsafspraak_id": str(GebiedsafspraakStap.objects.get(soort="verschoven").afspraak_id),
    }


def _proeftuinen() -> dict[str, str]:
    """The proeftuinen of the demo: decided on, waiting for a decision, running, and in design."""
    from koers.registers.sturing.models import Proeftuin

    states = {een.stappen.order_by("vastgelegd_at").last(): een for een in Proeftuin.objects.all()}
    found = {(stap.soort if stap else "ontwerp"): str(een.pk) for stap, een in states.items()}
    return {
        "proeftuin_id": found["verbreed"],
        "proeftuin_wacht_id": found["geevalueerd"],
        "proeftuin_loopt_id": found["loopt"],
        "ontwerp_id": found["ontwerp"],
    }


def _risicos() -> dict[str, str]:
    """The risks of the demo: one with a measure and a figure that would warn, and one that was closed."""
    from koers.registers.sturing.models import Risicosignaal, RisicoStap

    signaal = Risicosignaal.objects.filter(risico__maatregelen__stappen__isnull=True).latest("vastgelegd_at")
    return {
        "risico_id": str(signaal.risico_id),
        "risicosignaal_id": str(signaal.pk),
        "risicomaatregel_id": str(signaal.risico.maatregelen.filter(stappen__isnull=True).earliest("pk").pk),
        "gesloten_risico_id": str(RisicoStap.objects.get(soort="gesloten").risico_id),
    }


def _subsidies() -> dict[str, str]:
    """The subsidies of the demo: one that waits for a test, and one that was tested."""
    from koers.registers.sturing.models import Prestatietoets, Subsidie

    tested = Prestatietoets.objects.get().subsidie_id
    waits = Subsidie.objects.exclude(pk=tested).get()
    return {
        "subsidie_id": str(waits.pk),
        "subsidie_getoetst_id": str(tested),
        "afspraak_id": str(waits.afspraken.earliest("vastgelegd_at").pk),
    }


def _landscape() -> dict[str, str]:
    """What the demo knows of escalations, developments and judgements."""
    from koers.registers.netwerk.models import (
        Escalatie,
        Landschapsdossier,
        Marktvraag,
        Ontwikkeling,
        Verbetering,
    )

    return {
        "escalatie_id": str(Escalatie.objects.get(soort="geen-plek").pk),
        "landschap_id": str(Landschapsdossier.objects.get(project="kwv").pk),
        "overgedragen_id": str(Landschapsdossier.objects.get(project="rst").pk),
        "marktvraag_id": str(Marktvraag.objects.filter(antwoorden=None).latest("vastgelegd_at").pk),
        "ontwikkeling_id": str(Ontwikkeling.objects.latest("datum").pk),
        "verbetering_id": str(Verbetering.objects.get(lijst="basisfuncties").pk),
        "oefening_id": str(Escalatie.objects.get(oefening=True).pk),
    }


def _wheel(by) -> dict[str, str]:
    """Two closed rounds of the wheel, one that runs and one that is being prepared."""
    from tests.integration.netwerk.wielwereld import ask, hold, prepare

    hold(by, "voorjaar", bestuurlijk=[3, 2, 3, 4, 3], uitvoerend=[3, 3, 2, 3, 3])
    klaar = hold(by, "zomer", bestuurlijk=[4, 4, 5, 4, 3], uitvoerend=[2, 3, 2, 2, 3], inkoop=[1, 1, 2, 1, 1])
    loopt = prepare(by, "najaar")
    return {
        "wiel_klaar_id": str(klaar),
        "wiel_open_id": str(loopt),
        "wiel_nieuw_id": str(prepare(by, "winter")),
        "wiellink": ask(by, loopt, bestuurlijk=3)["bestuurlijk"][0],
    }


def _choices(people) -> dict[str, str]:
    """A choice of scenarios on which three people differ, and one that was decided."""
    from uuid import uuid4

    from koers.actions.netwerk.scenariokeuze import Besluit, decide_keuze
    from koers.policy import beleid
    from koers.registers.klok import vandaag
    from tests.integration.netwerk.keuzewereld import begin, bring, brought
    from tests.wereld import actor_of

    by, other, third = (actor_of(people[naam]) for naam in ("regiomanager", "wethouder", "controller"))
    keuze, besloten = begin(by, "ABO, najaar"), begin(by, "ABO, voorjaar")
    bring(by, keuze, brought({"c1": 8, "c5": 2}, organisatienetwerk=5, opheffen=1))
    bring(other, keuze, brought({"c5": 10}, beleidsmaker=5, organisatienetwerk=4))
    apart = brought({"c6": 9}, leernetwerk=4)
    apart.scores["organisatienetwerk"]["c6"] = 1
    bring(third, keuze, apart)
    bring(by, besloten, brought(organisatienetwerk=4))
    antwoorden = {een.id: "Zoals het advies het beschrijft." for een in beleid().scenariokader.keuzes}
    besluit = Besluit(vandaag(), "abo", "organisatienetwerk", "Breed gedragen.", antwoorden, ())
    decide_keuze(by=by, keuze_id=besloten, besluit=besluit, formulier=uuid4())
    return {"keuze_id": str(keuze), "besloten_keuze_id": str(besloten)}


def _twice(by, familie) -> dict[str, str]:
    """The child and the parent once more, with a BSN, in another family; the parent is merged already."""
    from datetime import date
    from uuid import uuid4

    from koers.actions.kern.gezinnen import NieuwLid, add_gezinslid, register_gezin
    from koers.actions.kern.samenvoegen import merge_personen
    from koers.domain.personen import NieuwPersoon
    from koers.registers.kern.models import Gezinslid

    def same(roepnaam, geboren, bsn):
        return NieuwPersoon("Voorbeeld", roepnaam, geboortedatum=geboren, bsn=bsn, bsn_status="bekend")

    kind = same("Kind", date(2014, 2, 28), "999996009")
    gezin = register_gezin(by=by, jeugdige=kind, toch=True, formulier=uuid4())
    lid = NieuwLid(persoon=same("Ouder", date(1985, 7, 1), "999996010"), rol="ouder")
    ouder = add_gezinslid(by=by, gezin_id=gezin, lid=lid, toch=True, formulier=uuid4())
    merge_personen(
        by=by,
        een=familie.ouder,
        ander=ouder,
        reden="Ouder liet het paspoort zien.",
        versies={familie.ouder: 1, ouder: 1},
        formulier=uuid4(),
    )
    dubbel = Gezinslid.objects.get(gezin=gezin, rol="jeugdige").persoon_id
    return {"kind_id": str(familie.kind), "ouder_id": str(familie.ouder), "dubbel_id": str(dubbel)}


def light(people, familie) -> dict[str, str]:
    """A plan for after 18 of an older child, with a request for money."""
    from datetime import timedelta
    from uuid import uuid4

    from koers.actions.kern.gezinnen import NieuwLid, add_gezinslid
    from koers.actions.toegang.melden import NieuweMelding, register_melding
    from koers.actions.toegang.schrijnend import ask_schrijnend_geval, set_schrijnend_budget
    from koers.actions.toegang.toekomst import open_toekomstplannen, read_toekomstplannen
    from koers.domain.actor import systeemactor
    from koers.domain.personen import NieuwPersoon
    from koers.registers.klok import vandaag
    from tests.wereld import actor_of

    by = actor_of(people["jeugdconsulent"])
    oudste = NieuwPersoon(
        achternaam="Voorbeeld", roepnaam="Oudste", geboortedatum=vandaag() - timedelta(days=17 * 365)
    )
    lid = NieuwLid(persoon=oudste, rol="jeugdige")
    kind = add_gezinslid(by=by, gezin_id=familie.gezin, lid=lid, toch=True, formulier=uuid4())
    melding = NieuweMelding(jeugdigen=(kind,), datum=vandaag(), verwijzer="06")
    register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    open_toekomstplannen(by=systeemactor("dagwerk", functionaris="teamleider toegang"))
    controller = actor_of(people["controller"])
    set_schrijnend_budget(
        by=controller, jaar=vandaag().year, bedrag_cent=6_000_000, besluit="collegebesluit van de demo"
    )
    geval = ask_schrijnend_geval(
        by=by, jeugdige_id=kind, bedrag_cent=450_000, reden="Er is nergens een kamer vrij."
    )
    (plan,) = read_toekomstplannen(by=by, gezin_id=familie.gezin)
    return {"plan_id": str(plan.id), "geval_id": str(geval)} | light_help(actor_of(people["poh"]))


def light_help(by) -> dict[str, str]:
    """A light question that waits too long, and one that was handed over."""
    from datetime import timedelta

    from koers.actions.toegang.overdragen import NieuweOverdracht, step_up_lichte_hulp
    from koers.actions.toegang.poh import NieuweLichteVraag, ask_lichte_hulp
    from koers.domain.personen import NieuwPersoon
    from koers.registers.klok import vandaag

    def ask(naam: str, dagen: int):
        kind = NieuwPersoon(
            achternaam="Lichtveld", roepnaam=naam, geboortedatum=vandaag() - timedelta(days=4_000)
        )
        vraag = NieuweLichteVraag(vandaag() - timedelta(days=dagen), "Slaapt slecht.", kind=kind)
        return ask_lichte_hulp(by=by, vraag=vraag)

    overdracht = NieuweOverdracht(vandaag(), "Slaapt slecht.", "Sinds de verhuizing.", "ouder")
    handed = step_up_lichte_hulp(by=by, lichte_hulp_id=ask("Ties", 20), overdracht=overdracht)
    return {"licht_id": str(ask("Pien", 40)), "overdracht_id": str(handed)}


def _phoned(people) -> dict[str, str]:
    """A first note to finish and a doctor's referral to link, about invented children."""
    from datetime import date
    from uuid import uuid4

    from koers.actions.toegang.notities import begin_notitie
    from koers.actions.toegang.verwijsverzoeken import open_route_b
    from koers.domain.eerste_notitie import NotitieInhoud
    from koers.domain.verwijsverzoeken import NieuwVerwijsverzoek
    from koers.registers.klok import vandaag
    from tests.wereld import MIDDEN_DRENTHE, actor_of

    inhoud = NotitieInhoud("Jip Voorbeeld", "Jip slaapt al weken slecht.", "opa", "0593-000000", "vandaag")
    nieuw = NieuwVerwijsverzoek(
        MIDDEN_DRENTHE,
        "02",
        vandaag(),
        achternaam="Zandvoorbeeld",
        geboortedatum=date(2015, 5, 6),
    )
    notitie = begin_notitie(by=actor_of(people["jeugdconsulent"]), inhoud=inhoud, formulier=uuid4())
    verwijsverzoek = open_route_b(by=actor_of(people["huisarts"]), nieuw=nieuw)
    return {"notitie_id": str(notitie), "verwijsverzoek_id": str(verwijsverzoek)}


def _group_at_school(by) -> str:
    """A group of young people at a school, in numbers."""
    from koers.actions.toegang.school import read_school, register_schoolwerk
    from koers.domain.school import Schoolwerk
    from koers.registers.klok import vandaag

    plek, _naam = read_school(by=by).plekken[0]
    werk = Schoolwerk("groep", "weerbaarheid", 11, vandaag(), bijeenkomsten=6)
    return register_schoolwerk(by=by, plek_id=plek, werk=werk, voorziening="hulp-op-school")


if __name__ == "__main__":
    django.setup()
    main()
