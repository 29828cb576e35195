"""A list of light questions from a practice: first shown, then stored; sent twice it changes nothing."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.toegang.licht import write_lichte_hulp, write_stap
from koers.actions.toegang.poh import course_of, find_or_make_child, folded
from koers.authorization.zicht import visible_jeugdigen, visible_lichte_hulp
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import LichteStap, Verloop
from koers.domain.lichte_invoer import InvoerRij, judge, read_invoer
from koers.domain.personen import NieuwPersoon, check_persoon
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import LichteHulp, LichteHulpStap


@dataclass(frozen=True, slots=True)
class InvoerOordeel:
    """What becomes of a row: "nieuw", "vult_aan", "staat_er_al", or "geweigerd" with its reason."""

    nummer: int
    kind: str
    oordeel: str
    tekst: str
    fout: Refused | None = None


def preview_lichte_invoer(*, by: Actor, tekst: str) -> tuple[InvoerOordeel, ...]:
    """What would become of every row; nothing is stored. Refused: as `read_invoer`."""
    with act("read_lichte_hulp", by=by) as spoor:
        return _Invoer(by, spoor, store=False).run(tekst)


def import_lichte_invoer(
    *, by: Actor, tekst: str, formulier: UUID | None = None
) -> tuple[InvoerOordeel, ...]:
    """Stores what can be stored, all of it or nothing; a row that is refused says why. As `read_invoer`."""
    with act("import_lichte_hulp", by=by, formulier=formulier) as spoor:
        found = _Invoer(by, spoor, store=True).run(tekst)
        spoor.onderwerp("lichte_hulp", "lijst")
        spoor.note(**{o: sum(r.oordeel == o for r in found) for o in ("nieuw", "vult_aan", "geweigerd")})
        return found


class _Invoer:
    """One list against what the actor's own families have."""

    def __init__(self, by: Actor, spoor: Spoor, *, store: bool) -> None:
        self.by, self.spoor, self.store, self.today = by, spoor, store, vandaag()
        leden = visible_jeugdigen(by, self.today).select_related("persoon")
        self.kinderen = {(lid.persoon.gevouwen, lid.persoon.geboortedatum): lid.persoon_id for lid in leden}
        rows = list(visible_lichte_hulp(by, self.today))
        steps: dict[UUID, list[LichteHulpStap]] = {}
        for step in LichteHulpStap.objects.current().filter(lichte_hulp__in=rows, ingetrokken=False):
            steps.setdefault(step.lichte_hulp_id, []).append(step)
        self.hulp: dict[tuple[object, date], tuple[LichteHulp | None, Verloop]] = {
            (row.jeugdige_id, row.datum): (row, course_of(row, steps.get(row.pk, []))) for row in rows
        }

    def run(self, tekst: str) -> tuple[InvoerOordeel, ...]:
        return tuple(self._row(rij) for rij in read_invoer(tekst, today=self.today))

    def _row(self, rij: InvoerRij) -> InvoerOordeel:
        naam = f"{rij.roepnaam} {rij.achternaam}".strip()
        try:
            if rij.verloop is None:
                raise rij.fout or Refused("invoer_leeg")
            return InvoerOordeel(rij.nummer, naam, self._take(rij, rij.verloop), rij.tekst)
        except Refused as fout:
            return InvoerOordeel(rij.nummer, naam, "geweigerd", rij.tekst, fout)

    def _take(self, rij: InvoerRij, verloop: Verloop) -> str:
        kind = NieuwPersoon(achternaam=rij.achternaam, roepnaam=rij.roepnaam, geboortedatum=rij.geboortedatum)
        for fout in check_persoon(kind, today=self.today, jeugdige=True).values():
            raise fout
        who = (folded(kind), rij.geboortedatum)
        key: tuple[object, date] = (self.kinderen.get(who, who), verloop.vraagdatum)
        row, known = self.hulp.get(key, (None, None))
        oordeel = judge(known, verloop)
        if oordeel == "staat_er_al":
            return oordeel
        if self.store:
            row, key = self._write(kind, who, row, known, verloop)
        eerste = verloop.eerste_gesprek or (known.eerste_gesprek if known else None)
        self.hulp[key] = (row, replace(verloop, eerste_gesprek=eerste))
        return oordeel

    def _write(
        self, kind: NieuwPersoon, who: tuple, row: LichteHulp | None, known: Verloop | None, verloop: Verloop
    ) -> tuple[LichteHulp, tuple[object, date]]:
        jeugdige, gemeente = find_or_make_child(self.by, self.kinderen.get(who), kind)
        self.kinderen[who] = jeugdige
        self.spoor.touched(jeugdige, gemeente)
        if row is None:
            row = write_lichte_hulp(self.by, jeugdige, verloop.vraagdatum, "", gemeente)
        there: tuple[LichteStap, ...] = known.stappen() if known else ()
        for stap in verloop.stappen():
            if stap.soort not in {s.soort for s in there}:
                write_stap(self.by, row, stap)
        return row, (jeugdige, verloop.vraagdatum)
