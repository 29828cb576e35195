"""Reading the ladder of one casus: what each step gave, now and earlier, and what may be suggested."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import one_person
from koers.actions.toegang.lezen import CasusKort, casus_short
from koers.actions.toegang.treden import Ladder, ladder_of
from koers.analytics.voorzieningen import Passend, Zoekopdracht, fitting
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.ladder import VOORLIGGENDE_TREDEN, Briefreden, latest, open_treden, reasons_for_letter
from koers.domain.personen import leeftijd
from koers.domain.routes import TOEGANG
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Huishoudenlid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Casus, TredeUitkomst

VOORSTELLEN = 3


@dataclass(frozen=True, slots=True)
class UitkomstBeeld:
    """One outcome as it was written down. `geldt`: it is the one that counts today."""

    id: UUID
    trede: str
    uitkomst: str
    reden: str
    geprobeerd: str
    voorziening: str
    datum: date
    geldt: bool


@dataclass(frozen=True, slots=True)
class TredeBeeld:
    """One step: newest outcome first, and what is there for this child, what fits the question first."""

    trede: str
    uitkomsten: tuple[UitkomstBeeld, ...]
    passend: tuple[Passend, ...]

    @property
    def voorstellen(self) -> tuple[Passend, ...]:
        """Three to talk about."""
        return self.passend[:VOORSTELLEN]

    @property
    def nu(self) -> UitkomstBeeld | None:
        """The outcome that counts today."""
        return next((een for een in self.uitkomsten if een.geldt), None)


@dataclass(frozen=True, slots=True)
class LadderBeeld:
    """The stairs of a casus. `bindt`: the ladder stops a besluit here. `open`: steps without an outcome."""

    kort: CasusKort
    gezin_id: UUID
    gezin: str
    bindt: bool
    treden: tuple[TredeBeeld, ...]
    open: tuple[str, ...]
    volstaat: tuple[str, ...]
    ladder: Ladder
    brief: tuple[Briefreden, ...]
    toegekend: date | None

    @property
    def overgeslagen(self) -> bool:
        """An exception passes over the ladder."""
        return bool(self.ladder.uitzonderingen)


def read_treden(*, by: Actor, casus_id: UUID) -> LadderBeeld:
    """The stairs of a casus. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_casus", by=by) as spoor:
        casus = (
            visible_casussen(by, today)
            .select_related("melding__gezin", "jeugdige", "gemeente")
            .filter(pk=casus_id)
            .first()
        )
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        ladder = ladder_of(casus)
        rows = _outcomes(casus, today)
        granted = (
            Besluit.objects.current()
            .filter(casus=casus, ingetrokken=False, soort="toekenning")
            .order_by("-datum", "pk")
            .first()
        )
        holds = latest(ladder.treden, today=today)
        asked = _question(casus, today)
        return LadderBeeld(
            kort=casus_short(casus, one_person(by, today)),
            gezin_id=casus.melding.gezin_id,
            gezin=casus.melding.gezin.naam,
            bindt=casus.melding.route == TOEGANG,
            treden=tuple(
                TredeBeeld(
                    trede,
                    tuple(row for row in rows if row.trede == trede),
                    tuple(fitting(beleid(), Zoekopdracht(asked.vraag, asked.leeftijd, asked.gebied, trede))),
                )
                for trede in VOORLIGGENDE_TREDEN
            ),
            open=open_treden(ladder.treden, today=today),
            volstaat=tuple(trede for trede, row in holds.items() if row.uitkomst == "helpt"),
            ladder=ladder,
            brief=reasons_for_letter(ladder.treden, ladder.uitzonderingen, today=today),
            toegekend=granted.datum if granted else None,
        )


def _outcomes(casus: Casus, today: date) -> list[UitkomstBeeld]:
    """Newest first; of each step the first of these that is not of later than today counts."""
    found: list[UitkomstBeeld] = []
    counted: set[str] = set()
    rows = TredeUitkomst.objects.current().filter(casus=casus, ingetrokken=False)
    for row in rows.order_by("-datum", "-vastgelegd_at", "-pk"):
        geldt = row.trede not in counted and row.datum <= today
        counted |= {row.trede} if geldt else set()
        found.append(
            UitkomstBeeld(
                *(row.pk, row.trede, row.uitkomst, row.reden, row.geprobeerd, row.voorziening, row.datum),
                geldt=geldt,
            )
        )
    return found


def _question(casus: Casus, today: date) -> Zoekopdracht:
    """What is looked for: the family's own words, the child's age, and where it lives.

    The place is a part of the gemeente only if the child lives at one address that may be told.
    """
    born = casus.jeugdige.geboortedatum
    areas = {g.id: g for g in beleid().gebieden.values()}
    here = next((g.id for g in areas.values() if g.code == casus.gemeente_id), "")
    homes = Huishoudenlid.objects.on(today).filter(persoon=casus.jeugdige_id).select_related("huishouden")
    places = {"" if home.huishouden.is_geheim else home.huishouden.plaatsnaam for home in homes}
    part = next(
        (
            g.id
            for g in areas.values()
            if g.deel_van == here and places == {g.naam.nl} and g.soort == "deelgebied"
        ),
        "",
    )
    return Zoekopdracht(
        vraag=casus.melding.vraag, leeftijd=leeftijd(born, today) if born else None, gebied=part or here
    )
