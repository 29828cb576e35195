"""What leaned on the leading principles in the period of a report, as figures of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.presentation.opmaak import datum
from koers.presentation.sturing.figuur import Blad, Figuur
from koers.presentation.woorden_sturing import HOUDINGEN, LEUNT


def compose_principles(deel: Sequence[dict[str, Any]], hoofdstuk: str, taal: str) -> tuple[Figuur, ...]:
    """The frozen part in words: a figure per principle, with everything that was said of it."""
    return tuple(_figure(een, hoofdstuk, taal) for een in deel)


def _figure(een: dict[str, Any], hoofdstuk: str, taal: str) -> Figuur:
    naam, regels = een["naam"][taal], een["regels"]
    blad = Blad(
        _("Wat er op leunt en wat ervan afwijkt: %(naam)s") % {"naam": naam},
        (_("Wat"), _("Soort"), _("Hoe"), _("Waarom"), _("Sinds")),
        tuple(
            (
                regel["naam"],
                str(LEUNT[regel["soort"]]),
                str(HOUDINGEN[regel["houding"]]),
                regel["reden"] or "–",
                datum(date.fromisoformat(regel["datum"])),
            )
            for regel in regels
        ),
        woorden=True,
    )
    return Figuur(
        f"principe-{een['id']}-{hoofdstuk}",
        naam,
        _sentence(regels),
        _(
            "Interventies, besluiten van vergaderingen, besluiten over proeftuinen, subsidies en contracten."
            " Wat een besluit voor een gezin zegt, staat hier niet."
        ),
        (),
        (blad,) if regels else (),
        (),
        ((_("Bron"), _("Koers, opgeschreven door wie besloot")),),
    )


def _sentence(regels: Sequence[dict[str, Any]]) -> str:
    if not regels:
        return _("Over dit principe is in deze periode niets gezegd.")
    leunt = sum(regel["houding"] == "leunt" for regel in regels)
    words = {"leunt": leunt, "afwijking": len(regels) - leunt}
    zin = ngettext(
        "%(leunt)s besluit of afspraak leunt erop.", "%(leunt)s besluiten of afspraken leunen erop.", leunt
    )
    if words["afwijking"]:
        zin += " " + ngettext(
            "%(afwijking)s wijkt er bewust van af.",
            "%(afwijking)s wijken er bewust van af.",
            words["afwijking"],
        )
    return zin % words
