"""An invented hand-over of the JeugdTeam of Midden-Drenthe in the demo, with conditions and fte.

Made through the acts. That the POH Jeugd has 1.2 fte is a figure of Koersen; all other fte are made up.
"""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.herinrichting import (
    add_voorwaarde,
    change_voorwaarde,
    meet_voorwaarde,
    set_formatie,
)
from koers.actions.toegang.overgang import (
    assign_overgang,
    complete_overgang,
    discuss_overgang,
    mark_overgang,
)
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.herinrichting import NieuweFormatie, NieuweVoorwaarde
from koers.domain.overgang import NieuweEigenaar
from koers.domain.routes import TOEGANG
from koers.registers.klok import vandaag

WOORD = "Verzonnen voor de demo: "
TEAMS = ("JeugdTeam Beilen", "JeugdTeam de Smildes", "JeugdTeam Westerbork")
# How many casussen: without an owner, without a day, past their day, on course, and taken over.
ZONDER, ZONDER_DAG, TE_LAAT, OP_SCHEMA, KLAAR = 4, 2, 3, 8, 3
# What, who, until which day (from today), and what came of it: met on a day, or another day with the reason.
_VOORWAARDEN: tuple[tuple[str, str, int, tuple[int, str] | None, tuple[int, int, str] | None], ...] = (
    (
        "Elk gezin weet wie zijn nieuwe vaste gezicht is.",
        *("teamleider Team Jeugd", 60, None, None),
    ),
    (
        "De taken en verantwoordelijkheden per organisatie zijn beschreven.",
        *("beleidsadviseur jeugd", -20, (-25, "welzijn, GGD en Team Jeugd hebben getekend."), None),
    ),
    (
        "De formatie per rol is vastgesteld.",
        *("afdelingshoofd", -15, None, (-30, 25, "de cijfers over de werkdruk kwamen later.")),
    ),
    (
        "Alle huisartsen en scholen weten waar zij een vraag stellen.",
        *("communicatieadviseur", -5, None, None),
    ),
)
# Role, fte now, needed, agreed, per which day, source.
_FORMATIE: tuple[tuple[str, str, str, str | None, str], ...] = (
    ("Jeugdconsulent", "6.0", "7.5", "7.0", f"{WOORD}het conceptplan"),
    ("POH Jeugd", "1.2", "2.2", None, "Koersen, hoofdstuk 4 (nu); nodig is verzonnen voor de demo"),
    ("Gezinscoach bij welzijn", "0.8", "0.8", "0.8", f"{WOORD}het conceptplan"),
    ("Gedragswetenschapper", "1.0", "1.5", "1.0", f"{WOORD}het conceptplan"),
)


def seed_overgang(*, by: Actor) -> None:
    """Nothing when the people of the demo are not there."""
    consulent, adviseur = demo_actor("jeugdconsulent"), demo_actor("beleidsadviseur")
    if consulent is None or adviseur is None:
        return
    _casussen(by, consulent)
    _plan(adviseur)


def _day(days: int) -> date:
    return vandaag() + timedelta(days=days)


def _casussen(by: Actor, consulent: Actor) -> None:
    many = ZONDER + ZONDER_DAG + TE_LAAT + OP_SCHEMA + KLAAR
    with act("create_demo", by=by):
        found = visible_casussen(consulent, vandaag()).filter(
            gemeente=MIDDEN_DRENTHE, melding__route=TOEGANG, melding__datum__lte=_day(-100)
        )
        casussen = list(found.order_by("-melding__datum", "pk").values_list("pk", flat=True)[:many])
    for place, casus in enumerate(casussen):
        mark_overgang(by=consulent, casus_id=casus, drager=TEAMS[place % len(TEAMS)], datum=_day(-90))
    rest = iter(casussen[ZONDER:])
    kinds = ["zonder_dag"] * ZONDER_DAG + ["te_laat"] * TE_LAAT + ["op_schema"] * OP_SCHEMA
    for place, (kind, casus) in enumerate(zip([*kinds, *["klaar"] * KLAAR], rest, strict=False)):
        _assign(consulent, casus, kind, place)


def _assign(by: Actor, casus: UUID, kind: str, place: int) -> None:
    """Owners differ, so that the list shows more than one; some families were asked already."""
    eigenaar = ("school", "welzijn", "poh_jeugd", "team_jeugd")[place % 4]
    uiterlijk = {"zonder_dag": None, "te_laat": _day(-6 - place)}.get(kind, _day(30 + 5 * place))
    if kind == "klaar" and eigenaar == "team_jeugd":
        eigenaar = "welzijn"
    assign_overgang(by=by, casus_id=casus, nieuw=NieuweEigenaar(eigenaar, _day(-70), uiterlijk))
    if place % 3 == 0 or kind == "klaar":
        discuss_overgang(by=by, casus_id=casus, akkoord=True, datum=_day(-50))
    elif place % 7 == 1:
        woorden = f"{WOORD}wij willen iemand die ons al kent."
        discuss_overgang(by=by, casus_id=casus, akkoord=False, toelichting=woorden, datum=_day(-50))
    if kind == "klaar":
        complete_overgang(
            by=by, casus_id=casus, datum=_day(-35), reden=f"{WOORD}samen bij het gezin geweest."
        )


def _plan(by: Actor) -> None:
    for wat, wie, uiterlijk, gehaald, verschoven in _VOORWAARDEN:
        nieuw = NieuweVoorwaarde(wat, wie, _day(uiterlijk), _day(-120))
        voorwaarde = add_voorwaarde(by=by, gemeente=MIDDEN_DRENTHE, nieuw=nieuw)
        if gehaald:
            op, hoe = gehaald
            meet_voorwaarde(by=by, voorwaarde_id=voorwaarde, datum=_day(op), reden=f"{WOORD}{hoe}")
        if verschoven:
            op, naar, waarom = verschoven
            anders = NieuweVoorwaarde(wat, wie, _day(naar), _day(op), f"{WOORD}{waarom}")
            change_voorwaarde(by=by, voorwaarde_id=voorwaarde, nieuw=anders)
    for rol, nu, nodig, afgesproken, bron in _FORMATIE:
        agreed = Decimal(afgesproken) if afgesproken else None
        per = _day(45) if agreed is not None else None
        figures = NieuweFormatie(rol, Decimal(nu), Decimal(nodig), agreed, per, bron, _day(-80))
        set_formatie(by=by, gemeente=MIDDEN_DRENTHE, nieuw=figures)
    later = NieuweFormatie(
        *("Jeugdconsulent", Decimal("6.0"), Decimal("8.0"), Decimal("7.0"), _day(45)),
        *(f"{WOORD}het werkdrukonderzoek", _day(-14)),
        reden=f"{WOORD}de werkdruk bleek hoger.",
    )
    set_formatie(by=by, gemeente=MIDDEN_DRENTHE, nieuw=later)
