"""Reports, decisions and agreements of the register as the collective memory finds and shows them.

Each with what it followed on and what followed: a report the one of the period before it, and the meetings
where it lay on the table; a decision the earlier one about the same; an agreement what came of it.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from koers.actions.netwerk.besproken import Besproken
from koers.actions.sturing.gebiedsagenda_lezen import AfspraakBeeld
from koers.actions.sturing.herinneringen import Herinneringen, Proeftuinbesluit, Themakeuze
from koers.actions.sturing.lezen import Rapportageregel
from koers.analytics.zoeken import Stuk
from koers.presentation.beleid.delen import Omgeving, Woord
from koers.presentation.netwerk.geheugen import Gevonden
from koers.presentation.netwerk.vergaderingen import body_name, said
from koers.presentation.opmaak import datum
from koers.presentation.sturing.gebiedsagenda import area_name
from koers.presentation.themas import theme_name
from koers.presentation.woorden import TOESTANDEN
from koers.presentation.woorden_proeftuin import KEUZES
from koers.presentation.woorden_rapportage import whole_period
from koers.presentation.woorden_sturing import STAPPEN
from koers.registers.klok import dag_van


def remembered(alles: Herinneringen, om: Omgeving) -> Iterator[tuple[Stuk, Gevonden]]:
    """Each with what people look for."""
    for rapportage in alles.rapportages:
        yield _report(rapportage, alles, om)
    for besluit in alles.proeftuinen:
        yield _proeftuin(besluit, alles.proeftuinen, om)
    for keuze in alles.themas:
        yield _themes(keuze, alles.themas, om)
    for afspraak in alles.afspraken:
        yield _agreement(afspraak, om)


# --- reports ----------------------------------------------------------------------------------------


def _report(een: Rapportageregel, alles: Herinneringen, om: Omgeving) -> tuple[Stuk, Gevonden]:
    naam, series = _report_name(een), _series(een, alles.rapportages)
    place = series.index(een)
    tables = [lay for lay in alles.besproken if lay.rapportage == een.id]
    decided = " ".join(lay.besluit for lay in tables)
    return (
        Stuk(f"rapportages/{een.id}", naam, f"{een.gemeentenaam} {een.soort} {een.periode} {decided}"),
        Gevonden(
            _("Rapportage"),
            naam,
            een.gemeentenaam,
            datum(dag_van(een.op)) if een.op else "",
            om.adres("rapportages", str(een.id)),
            eerder=tuple(_report_word(other, om) for other in series[max(place - 1, 0) : place]),
            later=(
                *(_table_word(lay, om) for lay in tables),
                *(_report_word(other, om) for other in series[place + 1 : place + 2]),
            ),
        ),
    )


def _series(een: Rapportageregel, reports: Sequence[Rapportageregel]) -> list[Rapportageregel]:
    """The reports of this kind and this municipality in the order of their periods and editions."""
    same = [other for other in reports if (other.gemeente, other.soort) == (een.gemeente, een.soort)]
    return sorted(same, key=lambda other: (other.periode, other.editie))


def _report_name(een: Rapportageregel) -> str:
    naam = f"{said(een.naam)}, {whole_period(een.periode)}"
    if een.editie == 1:
        return naam
    return _("%(naam)s, uitgave %(editie)s") % {"naam": naam, "editie": een.editie}


def _report_word(een: Rapportageregel, om: Omgeving) -> Woord:
    return Woord(_report_name(een), om.adres("rapportages", str(een.id)))


def _table_word(lay: Besproken, om: Omgeving) -> Woord:
    """What a meeting did with a report: what it decided, else how the item ended."""
    what = lay.besluit or f"{lay.titel} ({TOESTANDEN[lay.stand]})"
    return Woord(
        f"{what} ({body_name(lay.gremium)}, {datum(lay.datum)})",
        om.adres("vergaderingen", str(lay.vergadering)),
    )


# --- decisions --------------------------------------------------------------------------------------


def _proeftuin(
    een: Proeftuinbesluit, alle: Sequence[Proeftuinbesluit], om: Omgeving
) -> tuple[Stuk, Gevonden]:
    regel = f"{een.gemeente}: {KEUZES[een.keuze]}. {een.reden}"
    # The newest stands first.
    series = [other for other in alle if other.proeftuin == een.proeftuin]
    place = series.index(een)
    return (
        Stuk(f"proeftuinen/{een.proeftuin}/{len(series) - place}", een.naam, f"proeftuin {regel}"),
        Gevonden(
            _("Besluit over een proeftuin"),
            een.naam,
            regel,
            datum(een.datum),
            om.adres("proeftuinen", str(een.proeftuin)),
            eerder=tuple(_proeftuin_word(other, om) for other in series[place + 1 : place + 2]),
            later=tuple(_proeftuin_word(other, om) for other in series[max(place - 1, 0) : place]),
        ),
    )


def _proeftuin_word(een: Proeftuinbesluit, om: Omgeving) -> Woord:
    return Woord(f"{KEUZES[een.keuze]} ({datum(een.datum)})", om.adres("proeftuinen", str(een.proeftuin)))


def _themes(een: Themakeuze, alle: Sequence[Themakeuze], om: Omgeving) -> tuple[Stuk, Gevonden]:
    namen = _theme_names(een, om)
    regel = f"{een.gemeentenaam}, {body_name(een.gremium)}: {' '.join(een.redenen)}"
    # The newest stands first.
    series = [other for other in alle if other.gemeente == een.gemeente]
    place = series.index(een)
    return (
        Stuk(f"themarondes/{een.ronde}", f"{een.naam}: {namen}", f"thema's {regel}"),
        Gevonden(
            _("Keuze van thema’s"),
            f"{een.naam}: {namen}",
            regel,
            datum(een.datum),
            om.adres("themarondes", een.gemeente),
            eerder=tuple(_theme_word(other, om) for other in series[place + 1 : place + 2]),
            later=tuple(_theme_word(other, om) for other in series[max(place - 1, 0) : place]),
        ),
    )


def _theme_names(een: Themakeuze, om: Omgeving) -> str:
    return ", ".join(theme_name(thema, om.beleid) for thema in een.themas)


def _theme_word(een: Themakeuze, om: Omgeving) -> Woord:
    return Woord(
        f"{een.naam}: {_theme_names(een, om)} ({datum(een.datum)})", om.adres("themarondes", een.gemeente)
    )


# --- agreements -------------------------------------------------------------------------------------


def _agreement(een: AfspraakBeeld, om: Omgeving) -> tuple[Stuk, Gevonden]:
    regel = f"{area_name(een.gebied)}: {een.wie}, {een.partner}"
    adres = om.adres("gebiedsafspraken", str(een.id))
    steps = [f"{STAPPEN[stap.soort]} ({datum(stap.datum)}). {stap.reden}".strip() for stap in een.stappen]
    return (
        Stuk(f"gebiedsafspraken/{een.id}", een.wat, " ".join(["afspraak", regel, *steps])),
        Gevonden(
            _("Afspraak van de gebiedsagenda"),
            een.wat,
            regel,
            datum(een.datum),
            adres,
            later=tuple(Woord(step, adres) for step in steps),
        ),
    )
