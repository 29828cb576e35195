"""What a municipality said of the leading principles in the period of a report, as plain values to freeze."""

from operator import attrgetter
from typing import Any
from uuid import UUID

from koers.actions.sturing.agenda_lezen import last_said
from koers.authorization.zicht_sturing import visible_principegebruik
from koers.domain.actor import Actor
from koers.domain.rapportages import Rapportageperiode
from koers.policy import beleid
from koers.registers.sturing.models import Principegebruik
from koers.registers.sturing.models.agenda import LEUNT

# Where the name stands of each thing of which it can be said.
NAAM = {
    "interventie": attrgetter("naam"),
    "besluit": attrgetter("tekst"),
    "proeftuin": attrgetter("naam"),
    "subsidie": attrgetter("ontvanger"),
    "contract": attrgetter("aanbieder.naam"),
}


def principes_in(by: Actor, gemeente: str, periode: Rapportageperiode) -> list[dict[str, Any]]:
    """Per principle of the policy what leaned on it and what deviated, by what was said last; within an act.

    `regels`: soort (one of LEUNT), naam, houding ("leunt" or "wijkt_af"), reden and datum (ISO), in the order
    in which it was said. What a besluit for a family says of a principle is not in it.
    """
    rows = visible_principegebruik(by).filter(
        gemeente=gemeente, datum__gte=periode.begindatum, datum__lt=periode.tot_datum
    )
    along = [een for een in LEUNT if een != "contract"]
    per_thing: dict[tuple[str, UUID], list[Principegebruik]] = {}
    for row in rows.select_related(*along, "contract__aanbieder").order_by("vastgelegd_at", "pk"):
        soort = next(een for een in LEUNT if getattr(row, f"{een}_id"))
        per_thing.setdefault((soort, getattr(row, f"{soort}_id")), []).append(row)
    regels: dict[str, list[dict[str, Any]]] = {principe: [] for principe in beleid().principes}
    for (soort, _id), said in per_thing.items():
        thing = getattr(said[0], soort)
        for een in last_said(said):
            regels[een.principe].append(
                {
                    "soort": soort,
                    "naam": NAAM[soort](thing),
                    "houding": een.houding,
                    "reden": een.reden,
                    "datum": een.datum.isoformat(),
                }
            )
    return [
        {
            "id": een.id,
            "naam": {"nl": een.naam.nl, "en": een.naam.en},
            "regels": sorted(regels[een.id], key=lambda regel: regel["datum"]),
        }
        for een in beleid().principes.values()
    ]
