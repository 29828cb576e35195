"""All indicators as rows for programs and as lines for people, and why something does not stand there."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.domain.aanlevering import Vondst
from koers.domain.disclosed import CelStatus
from koers.domain.tabelvorm import Kolomsoort, Tabel
from koers.domain.weigering import Refused
from koers.presentation.berekend import NOTEN, cell_text, plain_rows
from koers.presentation.zinnen import sentence

# What may say who it is, is not repeated on a screen.
NIET_HERHALEN = (Kolomsoort.MAAND,)


def json_rows(overzicht) -> list[dict[str, object]]:
    """The contract of `koers monitor --json`: one row per indicator, area and period (decision 23).

    An indicator with more readings also says which; the standard one comes first.
    """
    rows: list[dict[str, object]] = []
    for one in overzicht.berekeningen:
        more = {"lezing": one.lezing} if len(one.lezingen) > 1 else {}
        rows += [{**row, **more} for row in plain_rows(one)]
    return rows


def text_lines(overzicht) -> Iterator[str]:
    """One table per reading: areas below each other, periods beside each other. A star: can still change."""
    for one in overzicht.berekeningen:
        lezing = f", {one.lezing_naam[0]}" if len(one.lezingen) > 1 else ""
        yield f"{one.id}{lezing} ({one.eenheid}, {one.klasse}, definitie {one.definitie_versie})"
        rows = [
            (naam, [cell_text(c, one.eenheid) + ("*" if c.voorlopig else "") for c in row])
            for _code, naam, row in one.rows()
        ]
        width = max([10, *(len(cel) for _naam, row in rows for cel in row)]) + 2
        yield " " * 22 + "".join(f"{periode:>{width}}" for periode in one.perioden)
        for naam, row in rows:
            yield f"{naam:<22}" + "".join(f"{cel:>{width}}" for cel in row)
        yield ""


def signs(overzicht) -> Iterator[str]:
    """Why figures are null or rounded: what the rows themselves do not say."""
    cijfers = [c for one in overzicht.berekeningen for c in one.cijfers]
    small = sum(c.waarde is None and c.status is CelStatus.AFGESCHERMD for c in cijfers)
    kept = sum(c.waarde is None and c.status is CelStatus.INGEHOUDEN and not c.zonder_geheel for c in cijfers)
    bare = sum(c.zonder_geheel for c in cijfers)
    if overzicht.later:
        yield ngettext(
            "%(aantal)s rij is later opgeschreven dan deze stand en telt niet mee.",
            "%(aantal)s rijen zijn later opgeschreven dan deze stand en tellen niet mee.",
            overzicht.later,
        ) % {"aantal": overzicht.later}
    if overzicht.zonder_periode:
        yield _(
            "Kwartalen en maanden zijn niet openbaar: naast de jaarcijfers zou te veel zijn uit te rekenen."
        )
        return
    if small:
        yield ngettext(
            "%(aantal)s cijfer is afgeschermd: 7 of minder.",
            "%(aantal)s cijfers zijn afgeschermd: 7 of minder.",
            small,
        ) % {"aantal": small}
    if kept:
        yield ngettext(
            "%(aantal)s cijfer staat er niet, omdat anderen ermee uit te rekenen zijn.",
            "%(aantal)s cijfers staan er niet, omdat anderen ermee uit te rekenen zijn.",
            kept,
        ) % {"aantal": kept}
    if bare:
        yield ngettext(
            "%(aantal)s cijfer is er niet: het geheel (zoals inwoners) is nul of ontbreekt.",
            "%(aantal)s cijfers zijn er niet: het geheel (zoals inwoners) is nul of ontbreekt.",
            bare,
        ) % {"aantal": bare}
    noten = dict.fromkeys(noot for one in overzicht.berekeningen for noot in one.noten)
    yield from (
        str(NOTEN[noot]()) for noot in noten if noot in NOTEN and noot.startswith(("afgerond", "intern"))
    )


def lacks_line(indicator: str, tabellen: tuple[str, ...]) -> str:
    """Why an indicator is not there."""
    words = ngettext(
        "niet te berekenen: tabel %(tabellen)s ontbreekt",
        "niet te berekenen: tabellen %(tabellen)s ontbreken",
        len(tabellen),
    )
    return f"{indicator}: {words % {'tabellen': ', '.join(tabellen)}}"


def finding_line(tabel: Tabel, vondst: Vondst) -> str:
    """A refused cell in one line: row, column, value and reason."""
    plek = [_("rij %(nummer)s") % {"nummer": vondst.rijnummer}]
    plek += [_("kolom %(kolom)s") % {"kolom": vondst.kolom}] if vondst.kolom else []
    if vondst.waarde and vondst.kolom in tabel.namen:
        kolom = tabel.kolom(vondst.kolom)
        if not kolom.pseudoniem and kolom.soort not in NIET_HERHALEN:
            plek.append(f"“{vondst.waarde}”")
    return f"{_('geweigerd')}: {', '.join(plek)}: {sentence(Refused(vondst.code, **vondst.params))}"
