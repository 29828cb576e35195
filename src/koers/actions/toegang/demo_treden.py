"""A few invented steps and groups in the demo, made through the acts, so that nobody meets empty pages."""

from typing import Any

from koers.actions.handeling import act
from koers.actions.kern.aanmelden import actor_for
from koers.actions.toegang.school import read_school, register_schoolwerk
from koers.actions.toegang.treden import register_trede
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.ladder import Trede
from koers.domain.routes import TOEGANG
from koers.domain.school import Schoolwerk
from koers.registers.kern.models import Medewerker
from koers.registers.klok import vandaag

# Per casus: step, outcome, reason in words, and what was chosen from the directory.
VERHALEN = (
    (
        (
            "eigen_kracht",
            "helpt_deels",
            "Thuis is er meer rust, maar het slapen lukt nog niet.",
            "tips-voor-ouders",
        ),
        ("omgevingskracht", "niet_beschikbaar", "De familie woont ver weg.", ""),
        ("algemene_voorziening", "helpt_deels", "De groep op school geeft meer durf.", "hulp-op-school"),
    ),
    (
        ("eigen_kracht", "helpt_deels", "De ouders doen samen de avonden.", ""),
        (
            "omgevingskracht",
            "helpt",
            "De trainer en oma vangen hem op; het gaat weer goed.",
            "sportvereniging",
        ),
    ),
    (("eigen_kracht", "niet_passend", "Moeder is nu te ziek om dit te doen.", ""),),
)
GROEPEN: tuple[tuple[dict[str, Any], str], ...] = (
    ({"soort": "groep", "thema": "weerbaarheid", "aantal": 11, "bijeenkomsten": 6}, "hulp-op-school"),
    ({"soort": "zat", "thema": "verzuim", "aantal": 4, "overgedragen": 1}, ""),
    ({"soort": "consultatie", "thema": "gedrag", "aantal": 2, "vrager": "leerkracht"}, ""),
)


def seed_treden(*, by: Actor) -> None:
    """Steps of the first casussen of the jeugdconsulent of the demo, and work at a school."""
    today = vandaag()
    consulent, school = demo_actor("jeugdconsulent"), demo_actor("school")
    if consulent is None or school is None:
        return
    with act("create_demo", by=by):
        mine = visible_casussen(consulent, today).filter(melding__route=TOEGANG, besluiten__isnull=True)
        casussen = list(mine.order_by("-melding__datum", "pk").values_list("pk", flat=True)[: len(VERHALEN)])
    for casus, verhaal in zip(casussen, VERHALEN, strict=False):
        for soort, uitkomst, reden, voorziening in verhaal:
            register_trede(
                by=consulent,
                casus_id=casus,
                trede=Trede(soort, uitkomst, reden, today),
                voorziening=voorziening,
            )
    for plek, _naam in read_school(by=school).plekken[:1]:
        for fields, voorziening in GROEPEN:
            werk = Schoolwerk(**fields, datum=today)
            register_schoolwerk(by=school, plek_id=plek, werk=werk, voorziening=voorziening)


def demo_actor(gebruikersnaam: str) -> Actor | None:
    """Somebody of the demo, as if signed in with both steps."""
    there = Medewerker.objects.filter(demo=True, gebruikersnaam=gebruikersnaam).first()
    return actor_for(there, gekozen=None, tweede_factor=True) if there else None
