"""Accounts: made, given roles and closed by a functioneel beheerder of the same municipality."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import F

from koers.actions.handeling import act
from koers.authorization.zicht import visible_medewerkers, visible_organisaties
from koers.domain.actor import Actor, ActorSoort
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Aanstelling, Gemeente, Medewerker, Organisatie
from koers.registers.kern.models.organisatie import OrganisatieSoort
from koers.registers.klok import vandaag

# No letters that look alike: a start password is read from paper or over the phone.
_TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class AanstellingBeeld:
    id: UUID
    rol: str
    organisatie: str
    gemeenten: tuple[str, ...]
    begindatum: date
    tot_datum: date | None
    loopt: bool


@dataclass(frozen=True, slots=True)
class MedewerkerBeeld:
    """An account as a beheerder sees it."""

    id: UUID
    gebruikersnaam: str
    naam: str
    actief: bool
    demo: bool
    tweede_factor: bool
    laatst_at: datetime | None
    versie: int
    aanstellingen: tuple[AanstellingBeeld, ...]


@dataclass(frozen=True, slots=True)
class NieuweAanstelling:
    """A role to give: at which organisation, for which municipalities (GM codes)."""

    rol: str
    organisatie_id: UUID
    gemeenten: frozenset[str]


def read_medewerkers(*, by: Actor) -> tuple[MedewerkerBeeld, ...]:
    """Every account of the actor's municipalities, by name."""
    with act("read_medewerkers", by=by) as spoor:
        rows = list(visible_medewerkers(by).order_by("naam", "gebruikersnaam"))
        spoor.note(aantal=len(rows))
        return _pictures(rows)


def read_medewerker(*, by: Actor, medewerker_id: UUID) -> MedewerkerBeeld:
    """One account. Refused: niet_gevonden."""
    with act("read_medewerkers", by=by) as spoor:
        row = _visible(by, medewerker_id)
        spoor.onderwerp("medewerker", row.pk)
        return _pictures([row])[0]


def read_organisaties(*, by: Actor) -> tuple[tuple[UUID, str], ...]:
    """Organisations where the actor may give somebody a role: id and name."""
    return tuple(visible_organisaties(by).order_by("naam").values_list("pk", "naam"))


def read_eigen_gemeenten(*, by: Actor) -> tuple[tuple[str, str], ...]:
    """The actor's own municipalities: code and name."""
    rows = Gemeente.objects.filter(pk__in=by.gemeenten).order_by("naam")
    return tuple(rows.values_list("pk", "naam"))


def register_medewerker(
    *,
    by: Actor,
    gebruikersnaam: str,
    naam: str,
    aanstelling: NieuweAanstelling,
    formulier: UUID | None = None,
) -> tuple[UUID, str]:
    """Makes an account with one role. Returns its id and the start password, which is shown once.

    Refused: gebruikersnaam_ontbreekt, gebruikersnaam_bezet, and as `add_aanstelling`.
    """
    gebruikersnaam, naam = gebruikersnaam.strip().lower(), naam.strip()
    if not gebruikersnaam or not naam:
        raise Refused("gebruikersnaam_ontbreekt")
    with act("register_medewerker", by=by, formulier=formulier) as spoor:
        if Medewerker.objects.filter(gebruikersnaam__iexact=gebruikersnaam).exists():
            raise Refused("gebruikersnaam_bezet", gebruikersnaam=gebruikersnaam)
        medewerker = Medewerker(gebruikersnaam=gebruikersnaam, naam=naam, startwachtwoord=True)
        wachtwoord = _set_start_password(medewerker)
        _give(by, medewerker, aanstelling)
        spoor.onderwerp("medewerker", medewerker.pk)
        spoor.note(rol=aanstelling.rol)
        return medewerker.pk, wachtwoord


def add_aanstelling(
    *, by: Actor, medewerker_id: UUID, aanstelling: NieuweAanstelling, formulier: UUID | None = None
) -> UUID:
    """Gives somebody one more role from today.

    Refused: niet_gevonden, eigen_account, rol_niet_van_u, organisatie_niet_van_u, gemeente_niet_van_u.
    """
    with act("add_aanstelling", by=by, formulier=formulier) as spoor:
        medewerker = _another(by, medewerker_id)
        row = _give(by, medewerker, aanstelling)
        spoor.onderwerp("medewerker", medewerker.pk)
        spoor.note(rol=aanstelling.rol)
        return row.pk


def end_aanstelling(
    *, by: Actor, medewerker_id: UUID, aanstelling_id: UUID, formulier: UUID | None = None
) -> None:
    """Ends a role as of today: who holds it can do nothing with it from this moment.

    Refused: niet_gevonden, eigen_account, aanstelling_al_beeindigd.
    """
    with act("end_aanstelling", by=by, formulier=formulier) as spoor:
        medewerker = _another(by, medewerker_id)
        rows = Aanstelling.objects.filter(medewerker=medewerker, pk=aanstelling_id)
        if by.soort is not ActorSoort.SYSTEEM:
            rows = rows.filter(gemeenten__in=by.gemeenten)
        row = rows.first()
        if row is None:
            raise Refused("niet_gevonden")
        if not Aanstelling.objects.filter(pk=row.pk, tot_datum__isnull=True).update(tot_datum=vandaag()):
            raise Refused("aanstelling_al_beeindigd")
        spoor.onderwerp("medewerker", medewerker.pk)
        spoor.note(rol=row.rol)


def close_medewerker(*, by: Actor, medewerker_id: UUID, versie: int, formulier: UUID | None = None) -> None:
    """Closes an account; its sessions end with it. Refused: niet_gevonden, eigen_account, al_gewijzigd."""
    with act("close_medewerker", by=by, formulier=formulier) as spoor:
        medewerker = _another(by, medewerker_id)
        _update(medewerker, versie, is_active=False)
        spoor.onderwerp("medewerker", medewerker.pk)


def renew_wachtwoord(*, by: Actor, medewerker_id: UUID, versie: int, formulier: UUID | None = None) -> str:
    """A new start password, shown once; the old one and every session end. The second factor stays.

    Refused: niet_gevonden, eigen_account, al_gewijzigd.
    """
    with act("renew_wachtwoord", by=by, formulier=formulier) as spoor:
        medewerker = _another(by, medewerker_id)
        wachtwoord = _new_password()
        medewerker.set_password(wachtwoord)
        _update(medewerker, versie, password=medewerker.password, startwachtwoord=True)
        spoor.onderwerp("medewerker", medewerker.pk)
        return wachtwoord


def _update(medewerker: Medewerker, versie: int, **velden: object) -> None:
    """Writes only if nobody else did since `versie` was read."""
    found = Medewerker.objects.filter(pk=medewerker.pk, versie=versie)
    if not found.update(versie=F("versie") + 1, **velden):
        raise Refused("al_gewijzigd")


def _visible(by: Actor, medewerker_id: UUID) -> Medewerker:
    row = visible_medewerkers(by).filter(pk=medewerker_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row


def _another(by: Actor, medewerker_id: UUID) -> Medewerker:
    """Nobody widens their own rights: that takes a colleague."""
    if str(medewerker_id) == by.id:
        raise Refused("eigen_account")
    return _visible(by, medewerker_id)


def _give(by: Actor, medewerker: Medewerker, nieuw: NieuweAanstelling) -> Aanstelling:
    if nieuw.rol not in set(Rol):
        raise Refused("rol_niet_van_u", rol=nieuw.rol)
    organisatie = visible_organisaties(by).filter(pk=nieuw.organisatie_id).first()
    if organisatie is None:
        raise Refused("organisatie_niet_van_u")
    known = frozenset(Gemeente.objects.filter(pk__in=nieuw.gemeenten).values_list("pk", flat=True))
    own = known if by.soort is ActorSoort.SYSTEEM else by.gemeenten
    if not nieuw.gemeenten or nieuw.gemeenten - known or nieuw.gemeenten - own:
        raise Refused("gemeente_niet_van_u")
    row = Aanstelling.objects.create(
        medewerker=medewerker, organisatie=organisatie, rol=nieuw.rol, begindatum=vandaag()
    )
    row.gemeenten.set(Gemeente.objects.filter(pk__in=nieuw.gemeenten))
    return row


def _new_password() -> str:
    return "-".join("".join(secrets.choice(_TEKENS) for _ in range(5)) for _ in range(4))


def _set_start_password(medewerker: Medewerker) -> str:
    wachtwoord = _new_password()
    medewerker.set_password(wachtwoord)
    medewerker.save()
    return wachtwoord


def _pictures(rows: list[Medewerker]) -> tuple[MedewerkerBeeld, ...]:
    today = vandaag()
    roles: dict[UUID, list[AanstellingBeeld]] = {}
    held = Aanstelling.objects.filter(medewerker__in=rows).select_related("organisatie")
    for a in held.prefetch_related("gemeenten").order_by("begindatum", "rol", "pk"):
        beeld = AanstellingBeeld(
            id=a.pk,
            rol=a.rol,
            organisatie=a.organisatie.naam,
            gemeenten=tuple(g.naam for g in a.gemeenten.all()),
            begindatum=a.begindatum,
            tot_datum=a.tot_datum,
            loopt=a.begindatum <= today and (a.tot_datum is None or a.tot_datum > today),
        )
        roles.setdefault(a.medewerker_id, []).append(beeld)
    factors = set(
        Authenticator.objects.filter(user__in=rows, type=Authenticator.Type.TOTP).values_list(
            "user_id", flat=True
        )
    )
    return tuple(
        MedewerkerBeeld(
            id=m.pk,
            gebruikersnaam=m.gebruikersnaam,
            naam=m.naam,
            actief=m.is_active,
            demo=m.demo,
            tweede_factor=m.pk in factors,
            laatst_at=m.last_login,
            versie=m.versie,
            aanstellingen=tuple(roles.get(m.pk, ())),
        )
        for m in rows
    )


def make_organisatie(naam: str, soort: str, gemeenten: list[Gemeente]) -> Organisatie:
    """An organisation, made once; for the first account of an installation and for the demo."""
    organisatie, _ = Organisatie.objects.get_or_create(naam=naam, soort=soort)
    organisatie.gemeenten.add(*gemeenten)
    return organisatie


def prepare_organisatie(*, by: Actor, naam: str, soort: str, gemeenten: tuple[str, ...]) -> UUID:
    """The organisation for the first accounts of an installation, with its municipalities; its id.

    Refused: gemeente_onbekend, soort_onbekend.
    """
    known = {g.code: g.naam.nl for g in beleid().gebieden.values() if g.eigen_omgeving and g.code}
    if unknown := sorted(set(gemeenten) - set(known)):
        raise Refused("gemeente_onbekend", gemeenten=", ".join(unknown))
    if soort not in OrganisatieSoort.values:
        raise Refused("soort_onbekend", soort=soort, soorten=", ".join(OrganisatieSoort.values))
    with act("register_medewerker", by=by) as spoor:
        rows = [
            Gemeente.objects.get_or_create(code=code, defaults={"naam": known[code]})[0] for code in gemeenten
        ]
        organisatie = make_organisatie(naam, soort, rows)
        spoor.onderwerp("organisatie", organisatie.pk)
        return organisatie.pk
