"""The whole load: one act, one log row with the batch's digest and counts."""

from dataclasses import dataclass
from datetime import date

from koers.actions.handeling import act
from koers.actions.proefregio.feiten import Feiten
from koers.actions.proefregio.mensen import load_mensen, load_organisaties
from koers.actions.proefregio.waarden import Sleutels
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.bulk import insert_rows, is_empty
from koers.registers.kern.models import Betrokkenheid, Gemeente, Gezin, Persoon, Regisseurschap
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Bevolking
from koers.registers.toegang.models import Melding
from koers.simulation.proefregio import GEMEENTEN, Proefregio, maak_proefregio
from koers.simulation.proefregio.ijking import ijking
from koers.simulation.proefregio.ijkregel import IJkregel

LADING = "load_proefregio"


@dataclass(frozen=True, slots=True)
class Lading:
    """What was loaded: the region itself, and rows per table."""

    regio: Proefregio
    rijen: dict[str, int]

    @property
    def aantal(self) -> int:
        return sum(self.rijen.values())


def load_proefregio(
    *, by: Actor, seed: int, schaal: float, tot: date, demo: bool, regisseurs: dict[str, str] | None = None
) -> Lading:
    """Makes the synthetic Drenthe and loads it whole, or not at all.

    `regisseurs`: GM code -> medewerker who gets some of the families there, so that a demo account has
    work. Refused: proefregio_alleen_in_demo, proefregio_niet_leeg, proefregio_schaal.
    """
    if not demo:
        raise Refused("proefregio_alleen_in_demo")
    try:
        regio = maak_proefregio(seed=seed, schaal=schaal, tot=tot)
    except ValueError as error:
        raise Refused("proefregio_schaal") from error
    with act(LADING, by=by) as spoor:
        if not is_empty((Persoon, Gezin, Melding)):
            raise Refused("proefregio_niet_leeg")
        for gemeente in GEMEENTEN:
            Gemeente.objects.get_or_create(code=gemeente.code, defaults={"naam": gemeente.naam})
        sleutels = Sleutels(seed)
        organisaties = load_organisaties()
        rijen = {
            "bevolking": _population(regio),
            **load_mensen(regio, sleutels, organisaties),
            **Feiten(regio, sleutels, by.id, organisaties).load(),
        }
        for code, medewerker in (regisseurs or {}).items():
            _give_work(code, medewerker)
        spoor.onderwerp("lading", regio.vingerafdruk())
        spoor.note(seed=seed, schaal=schaal, tot=tot.isoformat(), rijen=rijen)
        return Lading(regio, rijen)


def _population(regio: Proefregio) -> int:
    codes = [gemeente.code for gemeente in GEMEENTEN]
    rows = (
        (codes[row["gemeente"]], int(row["jaar"]), int(row["leeftijd"]), int(row["aantal"]), True)
        for row in regio.bevolking
    )
    return insert_rows(Bevolking, ("gemeente_code", "jaar", "leeftijd", "aantal", "synthetisch"), rows)


def _give_work(gemeente: str, medewerker: str, most: int = 40) -> None:
    """The families with the newest questions, and who now is their regisseur."""
    newest = (
        Melding.objects.filter(gemeente_id=gemeente)
        .order_by("-datum", "pk")
        .values_list("gezin_id", flat=True)
    )
    for gezin in list(dict.fromkeys(newest[: most * 2]))[:most]:
        who = {
            "gezin_id": gezin,
            "medewerker_id": medewerker,
            "gemeente_id": gemeente,
            "begindatum": vandaag(),
        }
        Regisseurschap.objects.create(**who)
        Betrokkenheid.objects.create(**who)


def calibrate(*, seed: int, schaal: float, tot: date) -> tuple[IJkregel, ...]:
    """Published, made and difference of a region that is made for this only. Refused: proefregio_schaal."""
    try:
        return ijking(maak_proefregio(seed=seed, schaal=schaal, tot=tot))
    except ValueError as error:
        raise Refused("proefregio_schaal") from error
