"""A child of two parents who live apart, one of them at a secret address, with a consulent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid, register_gezin
from koers.actions.toegang.plan.afspreken import register_familiegroepsplan
from koers.actions.toegang.plan.bewerken import add_onderdeel, start_plan
from koers.actions.toegang.plan.lezen import read_plan
from koers.domain.actor import Actor
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.plan.familiegroepsplan import Groepsplanstap, Stap
from koers.domain.plan.onderdelen import (
    Actie,
    Deel,
    DeelSoort,
    Doel,
    Gehoord,
    Grootte,
    Hulp,
    Vertrouwenspersoon,
    Woorden,
    Zorg,
)
from koers.registers.kern.models import Gezinslid
from koers.registers.klok import vandaag

GEHEIM = NieuwAdres(straatnaam="Schuilpad", huisnummer=7, postcode="9411AB", plaatsnaam="Beilen", geheim="ja")
OPEN = NieuwAdres(
    straatnaam="Kerkweg", huisnummer=2, postcode="9431KL", plaatsnaam="Westerbork", geheim="nee"
)


@dataclass(frozen=True)
class TweeHuizen:
    """Ids of the family."""

    gezin: UUID
    kind: UUID
    moeder: UUID
    vader: UUID


def make_two_homes(by: Actor, naam: str = "Tweestra", geboren: date = date(2016, 4, 3)) -> TweeHuizen:
    """The child lives with both; the mother's address is secret; both parents have gezag."""
    kind = NieuwPersoon(achternaam=naam, roepnaam="Noor", geboortedatum=geboren)
    gezin = register_gezin(by=by, jeugdige=kind, adres=GEHEIM, toch=True, formulier=uuid4())
    child = Gezinslid.objects.get(gezin=gezin).persoon
    huis = child.huishoudens.get().huishouden_id
    parents = [
        add_gezinslid(
            by=by,
            gezin_id=gezin,
            lid=NieuwLid(
                persoon=NieuwPersoon(achternaam=naam, roepnaam=roepnaam, geboortedatum=date(1985, 7, 1)),
                rol="ouder",
                plaats=plaats,
                ouder_van=(child.pk,),
                gezag_over=(child.pk,),
            ),
            toch=True,
            formulier=uuid4(),
        )
        for roepnaam, plaats in (("Marieke", Plaats(huishouden_id=huis)), ("Rik", Plaats(adres=OPEN)))
    ]
    live_together(child.pk, parents[1])
    return TweeHuizen(gezin, child.pk, *parents)


def live_together(kind: UUID, ouder: UUID) -> None:
    """The child lives in this parent's home too."""
    from django.db import transaction

    from koers.registers.kern.models import Huishoudenlid
    from koers.registers.kern.verbinding import acting

    home = Huishoudenlid.objects.get(persoon=ouder)
    with transaction.atomic(), acting(uuid4(), frozenset({home.gemeente_id})):
        Huishoudenlid.objects.create(
            huishouden_id=home.huishouden_id,
            persoon_id=kind,
            gemeente_id=home.gemeente_id,
            begindatum=home.begindatum,
        )


def begin(by: Actor, thuis: TweeHuizen, grootte: Grootte = Grootte.GEWOON) -> None:
    """An empty plan for the child."""
    start_plan(
        by=by, gezin_id=thuis.gezin, jeugdigen=(thuis.kind,), grootte=grootte, evaluatiedatum=date(2027, 6, 1)
    )


def part_of(by: Actor, thuis: TweeHuizen, soort: DeelSoort, van: str = "") -> Deel:
    """A part of the plan; of a home: the one in which somebody with this name lives."""
    plan = read_plan(by=by, gezin_id=thuis.gezin)
    found = [d for d in plan.inhoud.delen if d.soort is soort]
    if van:
        found = [d for d in found if van in plan.namen.get(d.huishouden, "")]
    assert len(found) == 1, (soort, van, plan.namen)
    return found[0]


def fill(by: Actor, thuis: TweeHuizen) -> dict[str, UUID]:
    """Everything that a gewoon plan needs. Ids of things, by name."""
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    stem = part_of(by, thuis, DeelSoort.JEUGDIGE).id
    moeder, vader = (part_of(by, thuis, DeelSoort.THUIS, naam).id for naam in ("Marieke", "Rik"))

    def add(deel, inhoud):
        return add_onderdeel(by=by, gezin_id=thuis.gezin, deel_id=deel, inhoud=inhoud)

    ids = {"woorden": add(samen, Woorden("Wij willen rust aan tafel."))}
    ids["zorg"] = add(samen, Zorg("Noor slaapt slecht.", jeugdigen=(thuis.kind,)))
    ids["doel"] = add(
        samen, Doel("Noor slaapt door.", "oma Wil", date(2027, 3, 1), (ids["zorg"],), (thuis.kind,))
    )
    ids["actie"] = add(
        samen, Actie("Oma leest voor.", date(2027, 1, 5), netwerk="oma Wil", jeugdigen=(thuis.kind,))
    )
    ids["hulp"] = add(
        samen,
        Hulp(thuis.kind, "Begeleiding", vandaag(), "judo in Beilen", "", date(2027, 5, 1), "om de week"),
    )
    ids["vertrouwenspersoon"] = add(samen, Vertrouwenspersoon("Jeugdstem", vandaag()))
    ids["stem"] = add(stem, Woorden("Ik mis papa als ik bij mama ben.", thuis.kind))
    ids["gehoord"] = add(stem, Gehoord(thuis.kind, True, vandaag(), "Annet", "op school, alleen"))
    ids["moeder"] = add(moeder, Woorden("Ik slaap slecht van de zorgen.", thuis.moeder))
    ids["vader"] = add(vader, Woorden("Ik wil vaker bellen.", thuis.vader))
    for stap in (
        Groepsplanstap(Stap.AANGEBODEN, vandaag()),
        Groepsplanstap(Stap.ZIET_AF, vandaag(), reden="liever samen met ons"),
    ):
        register_familiegroepsplan(by=by, gezin_id=thuis.gezin, stap=stap)
    return ids
