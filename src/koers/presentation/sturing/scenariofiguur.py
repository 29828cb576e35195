"""Kept scenarios in a report: what is expected with its band, by whom, and what a band is."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from koers.domain.hefbomen import read_inzet
from koers.presentation.opmaak import datum, getal, procent
from koers.presentation.scenarios import lever_sentence
from koers.presentation.sturing.figuur import Blad, Figuur


def compose_scenarios(deel: Sequence[dict[str, Any]], hoofdstuk: str) -> tuple[Figuur, ...]:
    """The frozen part in words: a figure per scenario."""
    return tuple(_figure(een, nummer, hoofdstuk) for nummer, een in enumerate(deel, 1))


def _figure(een: dict[str, Any], nummer: int, hoofdstuk: str) -> Figuur:
    doel = None if een["doel"] is None else procent(Decimal(een["doel"]))
    maatregelen = "; ".join(lever_sentence(read_inzet(tekst)) for tekst in een["hefbomen"])
    koppen = [_("Jaar"), _("Verwacht deel"), _("Band"), _("Jeugdigen")]
    if doel:
        koppen.append(_("Kans op %(doel)s") % {"doel": doel})
    return Figuur(
        f"scenario-{hoofdstuk}-{nummer}",
        _("Scenario: %(naam)s") % {"naam": een["naam"]},
        _sentence(een),
        _("Wat er dan verandert: %(maatregelen)s.") % {"maatregelen": maatregelen},
        (),
        (
            Blad(
                _("Jeugdigen met specialistische hulp in het jaar: %(naam)s") % {"naam": een["naam"]},
                tuple(koppen),
                tuple(_row(jaar, with_goal=bool(doel)) for jaar in een["jaren"]),
            ),
        ),
        (
            _(
                "Een verwachting, geen telling. Koers speelde de jaren %(keren)s keer na;"
                " in de band liggen er 95 van de 100."
                " Hoeveel een maatregel uithaalt is een aanname van de gemeente."
            )
            % {"keren": getal(een["keren"])},
            _(
                "Aantallen en kansen zijn afgerond op vijven, en percentages zijn uit die aantallen gerekend."
                " Het lopende jaar staat er niet bij."
            ),
        ),
        (
            (_("Bewaard door"), een["door"]),
            (_("Bewaard op"), datum(date.fromisoformat(een["datum"]))),
            (_("Bekend tot"), datum(date.fromisoformat(een["tot"]))),
            (_("Bron"), _("Koers, prognose van de gemeente")),
        ),
    )


def _sentence(een: dict[str, Any]) -> str:
    jaar = next((j for j in een["jaren"] if j["jaar"] == een["doeljaar"]), een["jaren"][-1])
    if jaar["deel"]["verwacht"] is None:
        return _("Hoeveel jeugdigen het worden is niet te tonen: het zijn er te weinig.")
    return _(
        "In %(jaar)s heeft met dit scenario naar verwachting ongeveer %(deel)s van de jeugdigen"
        " specialistische hulp (band: %(band)s)."
    ) % {"jaar": jaar["jaar"], "deel": _part(jaar, "verwacht"), "band": _band(jaar)}


def _row(jaar: dict[str, Any], *, with_goal: bool) -> tuple[str, ...]:
    aantal = jaar["aantal"]["verwacht"]
    cells = [
        str(jaar["jaar"]),
        _part(jaar, "verwacht"),
        _band(jaar),
        _("niet te tonen") if aantal is None else getal(aantal),
    ]
    return (*cells, _chance(jaar["kans"])) if with_goal else tuple(cells)


def _band(jaar: dict[str, Any]) -> str:
    return _("%(onder)s tot %(boven)s") % {"onder": _part(jaar, "onder"), "boven": _part(jaar, "boven")}


def _part(jaar: dict[str, Any], maat: str) -> str:
    waarde = jaar["deel"][maat]
    return _("niet te tonen") if waarde is None else procent(Decimal(waarde))


def _chance(kans: int | None) -> str:
    if kans is None:
        return "–"
    if kans in (0, 100):
        return _("minder dan 5%") if kans == 0 else _("meer dan 95%")
    return _("ongeveer %(kans)s") % {"kans": procent(kans, 0)}
