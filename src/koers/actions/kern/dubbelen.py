"""The check before somebody new is written down: who is there already, and why it may be the same."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import once_each, one_person
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.dubbel import Kenmerken, Overeenkomst, compare
from koers.domain.namen import fold_persoon, written
from koers.domain.personen import NieuwPersoon
from koers.domain.weigering import Refused
from koers.domain.zoekwoorden import halves, sound, words_of
from koers.registers.kern.kluis import index_bsn
from koers.registers.kern.models import Gezinslid, Persoon, Zoekwoord
from koers.registers.klok import vandaag

ZEKERST_EERST = list(Overeenkomst)
# What tells no more than was typed: this is said of somebody outside the own work too, without who it is.
OOK_ELDERS = {Overeenkomst.BSN, Overeenkomst.NAAM_EN_DATUM, Overeenkomst.TWEELING}


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody the actor may see, who may be the same; `gezin`: the family they are found in."""

    persoon_id: UUID
    naam: str
    geboortedatum: date | None
    gezin_id: UUID
    gezin: str
    reden: Overeenkomst


@dataclass(frozen=True, slots=True)
class Dubbelen:
    """Candidates, surest first; `elders`: whether somebody outside the own work answers too."""

    kandidaten: tuple[Kandidaat, ...]
    elders: bool

    @property
    def is_leeg(self) -> bool:
        return not (self.kandidaten or self.elders)


def read_dubbelen(*, by: Actor, nieuw: NieuwPersoon, gezin_id: UUID | None = None) -> Dubbelen:
    """Who may be meant already, in the gemeente of this gezin, or the actor's only one.

    What was typed stays out of the log; who was shown is in it. Refused: niet_gevonden, geen_gemeente.
    """
    with act("read_dubbelen", by=by) as spoor:
        gemeente = _gemeente(by, gezin_id)
        dubbelen = find_dubbelen(by, nieuw, gemeente)
        for kandidaat in dubbelen.kandidaten:
            spoor.seen(kandidaat.persoon_id, gemeente)
        spoor.note(aantal=len(dubbelen.kandidaten))
    return dubbelen


def find_dubbelen(by: Actor, nieuw: NieuwPersoon, gemeente: str) -> Dubbelen:
    """The same, inside an act."""
    gevouwen = fold_persoon(
        roepnaam=nieuw.roepnaam,
        voornamen=nieuw.voornamen,
        voorvoegsel=nieuw.voorvoegsel,
        achternaam=nieuw.achternaam,
    )
    index = index_bsn(nieuw.bsn) if nieuw.bsn else ""
    return _dubbelen(by, dict(_alike(Kenmerken(gevouwen, nieuw.geboortedatum, index), gemeente)))


def find_zelfden(by: Actor, persoon: Persoon, behalve: Container[UUID] = ()) -> Dubbelen:
    """Who is written down besides this person and may be the same, without `behalve`. Inside an act."""
    alike = {
        wie: reden
        for wie, reden in _alike(features_of(persoon), str(persoon.gemeente_id))
        if wie != persoon.pk and wie not in behalve
    }
    return _dubbelen(by, alike)


def features_of(persoon: Persoon) -> Kenmerken:
    """What is compared of somebody who is written down."""
    return Kenmerken(persoon.gevouwen, persoon.geboortedatum, persoon.bsn_index or "")


def _dubbelen(by: Actor, alike: dict[UUID, Overeenkomst]) -> Dubbelen:
    today = vandaag()
    leden = list(
        Gezinslid.objects.on(today)
        .filter(persoon__in=alike, gezin__in=visible_gezinnen(by, today).values("pk"))
        .select_related("persoon", "gezin")
    )
    kandidaten = sorted(
        (_candidate(lid, alike[lid.persoon_id]) for lid in once_each(leden, one_person(by, today))),
        key=lambda k: (ZEKERST_EERST.index(k.reden), k.naam, k.gezin_id.hex),
    )
    unseen = alike.keys() - {lid.persoon_id for lid in leden}
    return Dubbelen(tuple(kandidaten), any(alike[wie] in OOK_ELDERS for wie in unseen))


def _gemeente(by: Actor, gezin_id: UUID | None) -> str:
    if gezin_id is None:
        if len(by.gemeenten) != 1:
            raise Refused("geen_gemeente")
        return next(iter(by.gemeenten))
    gezin = visible_gezinnen(by, vandaag()).filter(pk=gezin_id).first()
    if gezin is None:
        raise Refused("niet_gevonden")
    return str(gezin.gemeente_id)


def _alike(typed: Kenmerken, gemeente: str) -> Iterator[tuple[UUID, Overeenkomst]]:
    rows = Persoon.objects.filter(_near(typed.gevouwen, typed.bsn), gemeente_id=gemeente)
    for wie, naam, geboren, bsn in rows.values_list("pk", "gevouwen", "geboortedatum", "bsn_index"):
        if reden := compare(typed, Kenmerken(naam, geboren, bsn or "")):
            yield wie, reden


def _near(gevouwen: str, index: str) -> Q:
    """Whoever shares the number, or a word of the surname but for one letter."""
    vormen = {v for woord in words_of(gevouwen).achternaam for v in (woord, sound(woord))}
    delen = [Q(woord__in=vormen)]
    for vorm in vormen:
        koppen, staarten = halves(vorm)
        delen.append(Q(kop__in=koppen) | Q(staart__in=staarten))
    near = Q(pk__in=Zoekwoord.objects.filter(reduce(or_, delen)).values("persoon"))
    return near | Q(bsn_index=index) if index else near


def _candidate(lid: Gezinslid, reden: Overeenkomst) -> Kandidaat:
    persoon = lid.persoon
    naam = written(
        roepnaam=persoon.roepnaam,
        voornamen=persoon.voornamen,
        voorvoegsel=persoon.voorvoegsel,
        achternaam=persoon.achternaam,
    )
    return Kandidaat(persoon.pk, naam, persoon.geboortedatum, lid.gezin_id, lid.gezin.naam, reden)
