"""The template of a kind of report: that of the policy, or as the own controller changed it last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.authorization.zicht_rapportages import visible_sjablonen
from koers.domain.actor import Actor
from koers.domain.rapportages import LANGSTE_REDEN, Hoofdstuk, check_sjabloon, check_tekst
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.areas import Gebied, areas_within
from koers.policy.kinds.reports import Rapportagehoofdstuk
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Sjabloonversie


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """The template of a municipality now. `versie` 0: of the policy; later: with `op`, `door`, `reden`."""

    gemeente: str
    soort: str
    naam: dict[str, str]
    voor: dict[str, str]
    per: str
    versie: int
    hoofdstukken: tuple[Hoofdstuk, ...]
    door: str = ""
    op: datetime | None = None
    reden: str = ""


def read_sjablonen(*, by: Actor, gemeente: str) -> tuple[Sjabloon, ...]:
    """The templates of a municipality, in the order of the policy. Refused: niet_gevonden."""
    with act("change_sjabloon", by=by) as spoor:
        spoor.onderwerp("sjabloon", gemeente)
        _check_own(by, gemeente)
        return tuple(current_sjabloon(by, gemeente, soort) for soort in beleid().rapportages)


def read_sjabloon(*, by: Actor, gemeente: str, soort: str) -> Sjabloon:
    """One template. Refused: niet_gevonden."""
    with act("change_sjabloon", by=by) as spoor:
        spoor.onderwerp("sjabloon", f"{gemeente}/{soort}")
        _check_own(by, gemeente)
        return current_sjabloon(by, gemeente, soort)


def change_sjabloon(
    *,
    by: Actor,
    gemeente: str,
    soort: str,
    hoofdstukken: Sequence[Hoofdstuk],
    reden: str,
    op_versie: int,
    formulier: UUID | None = None,
) -> str:
    """A new version of a template; reports that run keep theirs. `op_versie`: the one that was looked at.

    Returns the kind. Refused: niet_gevonden, sjabloon_intussen_gewijzigd, sjabloon_zonder_reden,
    sjabloon_ongewijzigd, and as `check_sjabloon`.
    """
    with act("change_sjabloon", by=by, formulier=formulier) as spoor:
        spoor.onderwerp("sjabloon", soort)
        _check_own(by, gemeente)
        Slot.objects.lock(f"sjabloon {gemeente}")
        now = current_sjabloon(by, gemeente, soort)
        if now.versie != op_versie:
            raise Refused("sjabloon_intussen_gewijzigd", wie=now.door)
        check_sjabloon(hoofdstukken, beleid().indicatoren)
        if tuple(hoofdstukken) == now.hoofdstukken:
            raise Refused("sjabloon_ongewijzigd")
        Sjabloonversie.objects.create(
            soort=soort,
            versie=now.versie + 1,
            hoofdstukken=[een.frozen() for een in hoofdstukken],
            reden=check_tekst(reden, "sjabloon_zonder_reden", LANGSTE_REDEN),
            naam=by.naam,
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        spoor.note(versie=now.versie + 1)
        return soort


def current_sjabloon(by: Actor, gemeente: str, soort: str) -> Sjabloon:
    """The template that a new report takes, within an act. Refused: niet_gevonden."""
    shipped = beleid().rapportages.get(soort)
    if shipped is None:
        raise Refused("niet_gevonden")
    own = visible_sjablonen(by).filter(gemeente=gemeente, soort=soort).order_by("versie").last()
    return Sjabloon(
        gemeente=gemeente,
        soort=soort,
        naam={"nl": shipped.naam.nl, "en": shipped.naam.en},
        voor={"nl": shipped.voor.nl, "en": shipped.voor.en},
        per=shipped.per,
        versie=own.versie if own else 0,
        hoofdstukken=tuple(map(Hoofdstuk.thawed, own.hoofdstukken))
        if own
        else tuple(_of_policy(shipped.hoofdstukken, gemeente)),
        door=own.naam if own else "",
        op=own.vastgelegd_at if own else None,
        reden=own.reden if own else "",
    )


def _of_policy(hoofdstukken: Iterable[Rapportagehoofdstuk], gemeente: str) -> Iterator[Hoofdstuk]:
    """The chapters of the policy; one that goes per area becomes one for each area of the municipality."""
    for een in hoofdstukken:
        if een.per_gebied:
            for gebied in areas_within(beleid().gebieden.values(), gemeente):
                yield _chapter(een, gebied)
        else:
            yield _chapter(een)


def _chapter(een: Rapportagehoofdstuk, gebied: Gebied | None = None) -> Hoofdstuk:
    naam = {"nl": f" {gebied.naam.nl}", "en": f" {gebied.naam.en}"} if gebied else {"nl": "", "en": ""}
    return Hoofdstuk(
        f"{een.id}-{gebied.id}" if gebied else een.id,
        {"nl": een.titel.nl + naam["nl"], "en": een.titel.en + naam["en"]},
        {"nl": een.vraag.nl, "en": een.vraag.en},
        Rol(een.eigenaar),
        tuple(een.indicatoren),
        tuple(een.tonen),
        gebied.id if gebied else "",
        een.principes,
    )


def _check_own(by: Actor, gemeente: str) -> None:
    if gemeente not in by.gemeenten:
        raise Refused("niet_gevonden")
