"""A family: enter it, find it, read it. Every read of a person is an act and stands in the log."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import QuerySet

from koers.actions.handeling import act
from koers.actions.kern.dubbelen import find_dubbelen
from koers.actions.kern.zoeksleutels import keep_zoekwoorden, searchable_adres
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.namen import fold_persoon
from koers.domain.personen import NieuwAdres, NieuwPersoon, check_persoon
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import index_bsn, seal_bsn
from koers.registers.kern.models import (
    Betrokkenheid,
    Gezag,
    Gezin,
    Gezinslid,
    Huishouden,
    Huishoudenlid,
    Ouderschap,
    Persoon,
    Regisseurschap,
)
from koers.registers.klok import nu, vandaag

JEUGDIGE, OUDER = "jeugdige", "ouder"


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a new member of the family lives: in a household of the family, at a new address, or unknown."""

    huishouden_id: UUID | None = None
    adres: NieuwAdres | None = None


def register_gezin(
    *, by: Actor, jeugdige: NieuwPersoon, adres: NieuwAdres | None = None, toch: bool = False, formulier: UUID
) -> UUID:
    """Enters a family by its first child; who enters it is regisseur until somebody else takes over.

    `toch`: somebody looked at the possible double and says this is another child. Returns the id of the
    gezin. Refused: geen_gemeente, gegevens_onvolledig, mogelijk_dubbel, bsn_al_bekend.
    """
    with act("register_gezin", by=by, formulier=formulier) as spoor:
        gezin, persoon = create_gezin(by, jeugdige, adres, toch=toch)
        spoor.onderwerp("gezin", gezin.pk)
        spoor.touched(persoon.pk, gezin.gemeente_id)
        return gezin.pk


def create_gezin(
    by: Actor, jeugdige: NieuwPersoon, adres: NieuwAdres | None = None, *, toch: bool
) -> tuple[Gezin, Persoon]:
    """The same, inside an act."""
    gemeente = _own_gemeente(by)
    persoon = _create_persoon(by, jeugdige, gemeente, jeugdige=True, toch=toch)
    gezin = Gezin.objects.create(gemeente_id=gemeente, naam=jeugdige.achternaam, aangemaakt_at=nu())
    _join(gezin, persoon, JEUGDIGE, Plaats(adres=adres))
    _make_regisseur(gezin, by)
    return gezin, persoon


@dataclass(frozen=True, slots=True)
class NieuwLid:
    """A child or parent to add. Parents: of which children, and over which they have gezag."""

    persoon: NieuwPersoon
    rol: str
    plaats: Plaats = Plaats()
    ouder_van: tuple[UUID, ...] = ()
    gezag_over: tuple[UUID, ...] = ()


def add_gezinslid(*, by: Actor, gezin_id: UUID, lid: NieuwLid, toch: bool = False, formulier: UUID) -> UUID:
    """Adds a child, parent or other member to a family that the actor works with. Returns the person's id.

    Refused: niet_gevonden, hoort_niet_bij_gezin (a child or household of another family), and as
    `register_gezin`.
    """
    with act("register_gezin", by=by, formulier=formulier) as spoor:
        gezin = _visible(by, gezin_id)
        _refuse_strangers(gezin, lid)
        persoon = _create_persoon(by, lid.persoon, gezin.gemeente_id, jeugdige=lid.rol == JEUGDIGE, toch=toch)
        _join(gezin, persoon, lid.rol, lid.plaats)
        Ouderschap.objects.bulk_create(
            Ouderschap(ouder=persoon, jeugdige_id=kind, gemeente_id=gezin.gemeente_id)
            for kind in {*lid.ouder_van, *lid.gezag_over}
        )
        Gezag.objects.bulk_create(
            Gezag(houder=persoon, jeugdige_id=kind, gemeente_id=gezin.gemeente_id, begindatum=vandaag())
            for kind in set(lid.gezag_over)
        )
        spoor.onderwerp("gezin", gezin.pk)
        spoor.touched(persoon.pk, gezin.gemeente_id)
        for kind in {*lid.ouder_van, *lid.gezag_over}:
            spoor.touched(kind, gezin.gemeente_id)
        return persoon.pk


def _own_gemeente(by: Actor) -> str:
    if len(by.gemeenten) != 1:
        raise Refused("geen_gemeente")
    return next(iter(by.gemeenten))


def _visible(by: Actor, gezin_id: UUID) -> Gezin:
    gezin = visible_gezinnen(by, vandaag()).filter(pk=gezin_id).first()
    if gezin is None:
        raise Refused("niet_gevonden")
    return gezin


def _refuse_strangers(gezin: Gezin, lid: NieuwLid) -> None:
    """Ids come from a form: each must be of this family (trust: parent checked, child not)."""
    kinderen = set(
        Gezinslid.objects.on(vandaag()).filter(gezin=gezin, rol=JEUGDIGE).values_list("persoon_id", flat=True)
    )
    huishoudens = set(households_of(gezin).values_list("pk", flat=True))
    asked = lid.plaats.huishouden_id
    if {*lid.ouder_van, *lid.gezag_over} - kinderen or (asked and asked not in huishoudens):
        raise Refused("hoort_niet_bij_gezin")


def households_of(gezin: Gezin) -> QuerySet[Huishouden]:
    """Where the members of this family live today."""
    leden = Gezinslid.objects.on(vandaag()).filter(gezin=gezin).values("persoon")
    return Huishouden.objects.filter(
        pk__in=Huishoudenlid.objects.on(vandaag()).filter(persoon__in=leden).values("huishouden")
    )


def _create_persoon(by: Actor, nieuw: NieuwPersoon, gemeente: str, *, jeugdige: bool, toch: bool) -> Persoon:
    if fouten := check_persoon(nieuw, today=vandaag(), jeugdige=jeugdige):
        raise next(iter(fouten.values()))
    namen = {
        "roepnaam": nieuw.roepnaam,
        "voornamen": nieuw.voornamen,
        "voorvoegsel": nieuw.voorvoegsel,
        "achternaam": nieuw.achternaam,
    }
    gevouwen = fold_persoon(**namen)
    _refuse_double(by, nieuw, gemeente, toch=toch)
    pk = uuid4()
    persoon = Persoon.objects.create(
        pk=pk,
        gemeente_id=gemeente,
        gevouwen=gevouwen,
        geboortedatum=nieuw.geboortedatum,
        geslacht=nieuw.geslacht,
        bsn_status=nieuw.bsn_status,
        bsn_versleuteld=seal_bsn(nieuw.bsn, pk) if nieuw.bsn else None,
        bsn_index=index_bsn(nieuw.bsn) if nieuw.bsn else None,
        **namen,
    )
    keep_zoekwoorden(persoon)
    return persoon


def _refuse_double(by: Actor, nieuw: NieuwPersoon, gemeente: str, *, toch: bool) -> None:
    """A BSN stands once per gemeente. Somebody who looks the same may be a twin: a person decides."""
    here = Persoon.objects.filter(gemeente_id=gemeente)
    if nieuw.bsn and here.filter(bsn_index=index_bsn(nieuw.bsn)).exists():
        raise Refused("bsn_al_bekend")
    if not toch and not find_dubbelen(by, nieuw, gemeente).is_leeg:
        raise Refused("mogelijk_dubbel")


def _join(gezin: Gezin, persoon: Persoon, rol: str, plaats: Plaats) -> None:
    today, gemeente = vandaag(), gezin.gemeente_id
    Gezinslid.objects.create(gezin=gezin, persoon=persoon, gemeente_id=gemeente, rol=rol, begindatum=today)
    huishouden_id = plaats.huishouden_id
    if huishouden_id is None and plaats.adres is not None:
        huishouden_id = create_huishouden(gemeente, plaats.adres).pk
    if huishouden_id is not None:
        Huishoudenlid.objects.create(
            huishouden_id=huishouden_id, persoon=persoon, gemeente_id=gemeente, begindatum=today
        )


def create_huishouden(gemeente: str, adres: NieuwAdres) -> Huishouden:
    """A household at this address, findable unless it is secret; inside an act."""
    huis = Huishouden(
        gemeente_id=gemeente,
        straatnaam=adres.straatnaam,
        huisnummer=adres.huisnummer,
        toevoeging=adres.toevoeging,
        postcode=adres.postcode,
        plaatsnaam=adres.plaatsnaam,
        geheim=adres.geheim,
    )
    huis.gevouwen = searchable_adres(huis)
    huis.save(force_insert=True)
    return huis


def _make_regisseur(gezin: Gezin, by: Actor) -> None:
    who = {"gezin": gezin, "medewerker_id": by.id, "gemeente_id": gezin.gemeente_id, "begindatum": vandaag()}
    Regisseurschap.objects.create(**who)
    Betrokkenheid.objects.create(**who)
