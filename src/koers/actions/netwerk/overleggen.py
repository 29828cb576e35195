"""Bodies of the policy as meeting knows them, and the register of mandates frozen as it was on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from koers.analytics.netwerk import current_tasks, mandate
from koers.domain.rollen import Rol
from koers.domain.vergadering import Mandaatblik, Mandaatregel, Overleg
from koers.domain.weigering import Refused
from koers.policy import Beleid, Tekst, Tijdstip, beleid
from koers.policy.kinds.organisation import Mandaat

TALEN = ("nl", "en")


def overleggen() -> dict[str, Overleg]:
    """Every body by its id."""
    return {
        een.id: Overleg(
            een.id,
            een.schaal,
            een.soort,
            een.status,
            frozenset(Rol(rol) for rol in een.rollen),
            frozenset(een.bereidt_voor),
        )
        for een in beleid().gremia.values()
    }


def overleg(gremium: str) -> Overleg:
    """One body. Refused: gremium_onbekend, also for one that left the policy since."""
    found = overleggen().get(gremium)
    if found is None:
        raise Refused("gremium_onbekend")
    return found


def gremium_namen() -> dict[str, Mapping[str, str]]:
    """The name of every body, per language."""
    return {een.id: _texts(een.naam) for een in beleid().gremia.values()}


def mandate_on(gremium: str, taak: str, dag: date) -> Mandaatblik:
    """What the register of that day says about this body and task, with source. Refused: taak_onbekend."""
    in_force = beleid()
    taken = {een.id: een.naam for _schaal, een in current_tasks(in_force)}
    if taak not in taken:
        raise Refused("taak_onbekend")
    found = mandate(in_force, taak, ("gremia", gremium), dag)
    return Mandaatblik(
        dag,
        _texts(taken[taak]),
        _lines(found.regels, in_force),
        _lines(found.vroeger_of_later, in_force),
        _lines(found.anderen, in_force),
        found.besluitbevoegd,
        in_force.digest,
    )


def _lines(regels: Iterable[Mandaat], in_force: Beleid) -> tuple[Mandaatregel, ...]:
    return tuple(
        Mandaatregel(
            wie=_texts(in_force.van_soort(een.wie.sleutel[0])[een.wie.sleutel[1]].naam),
            soort=een.soort,
            wat=_texts(een.wat),
            bron={taal: in_force.noem_bron(een.vindplaats, taal) for taal in TALEN},
            vanaf=_texts(een.vanaf),
            tot=_texts(een.tot),
        )
        for een in regels
    )


def _texts(waarde: Tekst | Tijdstip | None) -> dict[str, str]:
    return {} if waarde is None else {taal: waarde.in_taal(taal) for taal in TALEN}
