"""A link with which a provider without an account accepts or refuses one toewijzing, once."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from secrets import randbelow, token_urlsafe
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.zorg.acceptatie import (
    NieuwGesprek,
    lock_asked,
    state_of_answer,
    write_acceptatie,
    write_gesprek,
    write_weigering,
)
from koers.actions.zorg.acceptatie_lezen import pictures
from koers.actions.zorg.einden import with_end
from koers.authorization.zicht import visible_toewijzingen
from koers.domain.actor import Actor, ActorSoort, systeemactor
from koers.domain.antwoordlinks import (
    CIJFERS,
    GEBRUIKT,
    GEOPEND,
    INGETROKKEN,
    VERKEERDE_CODE,
    last_day,
    works,
)
from koers.domain.rollen import Rol
from koers.domain.toestanden.acceptatie import BESPROKEN, WACHT
from koers.domain.weigering import Refused
from koers.registers.kern.models import Aanstelling
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Antwoordlink, AntwoordlinkStap, Toewijzing


@dataclass(frozen=True, slots=True)
class NieuweLink:
    """The secrets of a link: given here once, and nowhere kept."""

    sleutel: str = field(repr=False)
    code: str = field(repr=False)
    voor: str
    laatste_dag: date


@dataclass(frozen=True, slots=True)
class LinkBeeld:
    """What who has the link sees: which help, from when, until when to answer. Not who the child is.

    `namens`: who acts when this person answers.
    """

    id: UUID
    namens: Actor
    aanbieder: str
    gemeente: str
    nummer: int | None
    product: str
    inkoopregio: str
    begindatum: date
    tot_datum: date | None
    uiterlijk: date | None
    spoed: bool


@dataclass(frozen=True, slots=True)
class Linkantwoord:
    """Yes (no `grond`), or no on a ground; with what was said on the telephone."""

    gesprek: NieuwGesprek
    grond: str = ""
    toelichting: str = ""


def anybody() -> Actor:
    """Who tries a link, as long as we do not know which one it is."""
    return systeemactor("antwoordlink", functionaris="wie een link opent")


def make_antwoordlink(
    *, by: Actor, toewijzing_id: UUID, voor: str, formulier: UUID | None = None
) -> NieuweLink:
    """A new link for the person at the provider who was called; what there was before stops working.

    Refused: niet_gevonden, antwoordlink_voor, antwoordlink_beantwoord, antwoordlink_met_account.
    """
    if not voor.strip():
        raise Refused("antwoordlink_voor")
    with act("make_antwoordlink", by=by, formulier=formulier) as spoor:
        row = lock_asked(by, toewijzing_id)
        if state_of_answer(row) not in (WACHT, BESPROKEN):
            raise Refused("antwoordlink_beantwoord")
        _refuse_with_account(row)
        for old in Antwoordlink.objects.current().filter(toewijzing=row):
            if _works(old):
                _step(by, old, INGETROKKEN)
        sleutel, code = token_urlsafe(32), f"{randbelow(10**CIJFERS):0{CIJFERS}d}"
        link = Antwoordlink.objects.create(
            toewijzing=row,
            datum=vandaag(),
            zegel=seal_of(sleutel),
            code=make_password(code),
            voor=voor.strip(),
            laatste_dag=last_day(vandaag()),
            **written_by(by, row.gemeente_id),
        )
        spoor.onderwerp("toewijzing", row.pk)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        return NieuweLink(sleutel, code, link.voor, link.laatste_dag)


def open_antwoordlink(*, by: Actor, sleutel: str, code: str) -> LinkBeeld | None:
    """What is asked, when link and code are right; None for every other case, all alike.

    A wrong code is kept: after a few the link is dead.
    """
    with act("open_antwoordlink", by=by) as spoor:
        found = Antwoordlink.objects.current().select_for_update(of=("self",))
        link = found.select_related("gemeente").filter(zegel=seal_of(sleutel)).first()
        if link is None or not _works(link):
            return None
        if not check_password(code.strip(), link.code):
            _step(by, link, VERKEERDE_CODE)
            spoor.onderwerp("antwoordlink", link.pk)
            spoor.note(verkeerde_code=True)
            return None
        _step(by, link, GEOPEND)
        return _picture(link, spoor)


def read_antwoordlink(*, by: Actor, link_id: UUID) -> LinkBeeld | None:
    """The same again, for who gave link and code before; None when the link stopped working."""
    with act("open_antwoordlink", by=by) as spoor:
        link = Antwoordlink.objects.current().select_related("gemeente").filter(pk=link_id).first()
        return _picture(link, spoor) if link is not None and _works(link) else None


def answer_antwoordlink(
    *, by: Actor, link_id: UUID, antwoord: Linkantwoord, formulier: UUID | None = None
) -> UUID:
    """The call and the answer, as the provider; then the link is spent. `by`: `namens` of the picture.

    Refused: antwoordlink_werkt_niet, niet_gevonden, and as `check_gesprek` and `refuse_toewijzing`.
    """
    with act("answer_antwoordlink", by=by, formulier=formulier) as spoor:
        link = Antwoordlink.objects.current().filter(pk=link_id).first()
        if link is None:
            raise Refused("antwoordlink_werkt_niet")
        row = lock_asked(by, link.toewijzing_id)
        if not _works(link):
            raise Refused("antwoordlink_werkt_niet")
        write_gesprek(by, row, antwoord.gesprek)
        if antwoord.grond:
            write_weigering(by, row, antwoord.grond, antwoord.toelichting, spoor)
        else:
            write_acceptatie(by, row)
        _step(by, link, GEBRUIKT)
        spoor.onderwerp("toewijzing", row.pk)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        return row.pk


def _refuse_with_account(row: Toewijzing) -> None:
    """Who has an account answers in the portal, where one signs in with more than a link."""
    accounts = Aanstelling.objects.on(vandaag()).filter(
        organisatie=row.contractproduct.aanbieder_id,
        rol=Rol.AANBIEDER.value,
        gemeenten=row.gemeente_id,
        medewerker__is_active=True,
    )
    if accounts.exists():
        raise Refused("antwoordlink_met_account")


def _works(link: Antwoordlink) -> bool:
    steps = AntwoordlinkStap.objects.current().filter(link=link, ingetrokken=False)
    return works(list(steps.values_list("soort", flat=True)), link.laatste_dag, today=vandaag())


def _picture(link: Antwoordlink, spoor: Spoor) -> LinkBeeld | None:
    namens = _on_behalf_of(link)
    row = (
        with_end(visible_toewijzingen(namens, vandaag()))
        .select_related("contractproduct__aanbieder", "casus__melding")
        .filter(pk=link.toewijzing_id)
        .first()
    )
    if row is None:
        return None
    spoor.onderwerp("toewijzing", row.pk)
    spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
    answer = pictures([row])[row.pk]
    return LinkBeeld(
        id=link.pk,
        namens=namens,
        aanbieder=row.contractproduct.aanbieder.naam,
        gemeente=link.gemeente.naam,
        nummer=row.nummer,
        product=row.contractproduct.naam,
        inkoopregio=row.contractproduct.inkoopregio,
        begindatum=row.ingangsdatum,
        tot_datum=row.einde,
        uiterlijk=answer.uiterlijk,
        spoed=answer.spoed,
    )


def _on_behalf_of(link: Antwoordlink) -> Actor:
    """The provider, by the person for whom the link was made: what it sees is what a provider sees."""
    product = Toewijzing.objects.select_related("contractproduct").get(pk=link.toewijzing_id).contractproduct
    return Actor(
        soort=ActorSoort.SYSTEEM,
        id=f"systeem:antwoordlink:{link.pk}",
        naam=link.voor,
        rol=Rol.AANBIEDER,
        organisatie_id=str(product.aanbieder_id),
        gemeenten=frozenset({link.gemeente_id}),
        functionaris=link.voor,
        tweede_factor=True,
    )


def seal_of(sleutel: str) -> str:
    """By what a link is known here: the link itself is nowhere kept."""
    return sha256(sleutel.encode()).hexdigest()


def _step(by: Actor, link: Antwoordlink, soort: str) -> None:
    AntwoordlinkStap.objects.create(
        link=link, soort=soort, datum=vandaag(), **written_by(by, link.gemeente_id)
    )
