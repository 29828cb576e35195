"""Reports and decisions of the register as the collective memory finds and shows them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from koers.actions.sturing.herinneringen import Herinneringen, Proeftuinbesluit, Themakeuze
from koers.actions.sturing.lezen import Rapportageregel
from koers.analytics.zoeken import Stuk
from koers.presentation.beleid.delen import Omgeving
from koers.presentation.netwerk.geheugen import Gevonden
from koers.presentation.netwerk.vergaderingen import body_name, said
from koers.presentation.opmaak import datum
from koers.presentation.themas import theme_name
from koers.presentation.woorden_proeftuin import KEUZES
from koers.presentation.woorden_rapportage import whole_period
from koers.registers.klok import dag_van


def remembered(alles: Herinneringen, om: Omgeving) -> Iterator[tuple[Stuk, Gevonden]]:
    """Each with what people look for."""
    for rapportage in alles.rapportages:
        yield _report(rapportage, om)
    for besluit in alles.proeftuinen:
        yield _proeftuin(besluit, om)
    for keuze in alles.themas:
        yield _themes(keuze, om)


def _report(een: Rapportageregel, om: Omgeving) -> tuple[Stuk, Gevonden]:
    naam = f"{said(een.naam)}, {whole_period(een.periode)}"
    wanneer = datum(dag_van(een.op)) if een.op else ""
    return (
        Stuk(f"rapportages/{een.id}", naam, f"{een.gemeentenaam} {een.soort} {een.periode}"),
        Gevonden(_("Rapportage"), naam, een.gemeentenaam, wanneer, om.adres("rapportages", str(een.id))),
    )


def _proeftuin(een: Proeftuinbesluit, om: Omgeving) -> tuple[Stuk, Gevonden]:
    regel = f"{een.gemeente}: {KEUZES[een.keuze]}. {een.reden}"
    return (
        Stuk(f"proeftuinen/{een.proeftuin}/{een.datum}", een.naam, f"proeftuin {regel}"),
        Gevonden(
            _("Besluit over een proeftuin"),
            een.naam,
            regel,
            datum(een.datum),
            om.adres("proeftuinen", str(een.proeftuin)),
        ),
    )


def _themes(een: Themakeuze, om: Omgeving) -> tuple[Stuk, Gevonden]:
    namen = ", ".join(theme_name(thema, om.beleid) for thema in een.themas)
    regel = f"{een.gemeentenaam}, {body_name(een.gremium)}: {' '.join(een.redenen)}"
    return (
        Stuk(f"themarondes/{een.ronde}", f"{een.naam}: {namen}", f"thema's {regel}"),
        Gevonden(
            _("Keuze van thema’s"),
            f"{een.naam}: {namen}",
            regel,
            datum(een.datum),
            om.adres("themarondes", een.gemeente),
        ),
    )
