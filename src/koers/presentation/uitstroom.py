"""Outflow per month in words, as a table and as a picture: reported, and expected after the late ones."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.presentation.beelden.maanden import Maandkolom, maanden
from koers.presentation.opmaak import aandeel, datum, getal

SOORTEN = {
    "begin_hulp": gettext_lazy("Hulp begonnen"),
    "einde_hulp": gettext_lazy("Hulp gestopt"),
    "melding": gettext_lazy("Melding"),
    "lichte_vraag": gettext_lazy("Lichte vraag"),
}
HOOGSTENS_KOLOMMEN = 12


@dataclass(frozen=True, slots=True)
class Maandregel:
    """One month as text."""

    maand: str
    gemeld: str
    verwacht: str
    band: str
    bekend: str
    voorlopig: bool
    eerste_voorlopig: bool


@dataclass(frozen=True, slots=True)
class Uitstroomvel:
    """What the page shows. `standen`: days in words, with per month what was known on each."""

    naam: str
    specialistisch: bool
    stand: str
    stand_iso: str
    kernzin: str
    regels: tuple[Maandregel, ...]
    vertraging: tuple[tuple[str, str, str, str], ...]
    standen: tuple[str, ...]
    toen: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    beeld: SafeString | None
    beeldtitel: str


def sheet(blad) -> Uitstroomvel:
    """A `koers.actions.monitor.uitstroom.Uitstroomblad` as text in the language of now."""
    titel = _("Trajecten die stopten in %(gebied)s, per maand") % {"gebied": blad.gebied.naam}
    now = blad.standen[0] if blad.standen else None
    months = now.maanden if now else ()
    vanaf = blad.voorlopig_vanaf
    return Uitstroomvel(
        naam=blad.gebied.naam,
        specialistisch=blad.specialistisch,
        stand=datum(now.dag) if now else "",
        stand_iso=now.dag.isoformat() if now else "",
        kernzin=in_a_sentence(blad),
        regels=tuple(_line(m, vanaf) for m in reversed(months)),
        vertraging=tuple(_delay(soort, late) for soort, late in blad.vertraging),
        standen=tuple(datum(stand.dag) for stand in blad.standen),
        toen=tuple(_as_known(m.maand, blad.standen) for m in reversed(months)),
        beeld=_picture(months, titel) if months else None,
        beeldtitel=titel,
    )


def in_a_sentence(blad) -> str:
    """The first line: what is known, and from when on it is provisional."""
    if not blad.standen:
        return _("Er zijn nog geen cijfers over hulp in deze gemeente.")
    vanaf = blad.voorlopig_vanaf
    if vanaf is None:
        return _("Alle getoonde maanden zijn compleet, voor zover dat te zeggen is.")
    loose = [m for m in blad.standen[0].maanden if m.voorlopig and m.verwacht is not None]
    zin = _("Vanaf %(maand)s zijn de cijfers voorlopig: nog niet alles is gemeld.") % {"maand": month(vanaf)}
    if not loose:
        return zin
    gemeld, verwacht = sum(m.gemeld for m in loose), round(sum(m.verwacht for m in loose))
    meer = ngettext(
        "Van deze maanden is nu %(gemeld)s einde gemeld; we verwachten er ongeveer %(verwacht)s.",
        "Van deze maanden zijn nu %(gemeld)s eindes gemeld; we verwachten er ongeveer %(verwacht)s.",
        gemeld,
    ) % {"gemeld": getal(gemeld), "verwacht": getal(verwacht)}
    return f"{zin} {meer}"


def month(maand: str) -> str:
    """ "2026-02" as "februari 2026"."""
    return date_format(date.fromisoformat(f"{maand}-01"), "F Y")


def _line(m, vanaf: str | None) -> Maandregel:
    return Maandregel(
        month(m.maand),
        getal(m.gemeld),
        _expected(m),
        "–" if m.onder is None else _("%(onder)s tot %(boven)s") % _bounds(m),
        "–" if m.bekend is None else aandeel(m.bekend, 0),
        m.voorlopig,
        m.maand == vanaf,
    )


def _bounds(m) -> dict[str, str]:
    return {"onder": getal(m.onder), "boven": getal(m.boven)}


def _expected(m) -> str:
    return _("nog niet te zeggen") if m.verwacht is None else getal(round(m.verwacht))


def _delay(soort: str, late) -> tuple[str, str, str, str]:
    naam = str(SOORTEN[soort])
    if late is None:
        return naam, _("te weinig om van te leren"), "–", "–"
    return naam, getal(late.aantal), _days(late.within(0.5)), _days(late.within(0.9))


def _days(dagen: int) -> str:
    return ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": getal(dagen)}


def _as_known(maand: str, standen) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """Per stand: its day, what was reported then and what was expected then."""
    cells = []
    for stand in standen:
        m = next((m for m in stand.maanden if m.maand == maand), None)
        if m is None:
            cells.append((datum(stand.dag), "–", ""))
        else:
            toen = _("verwacht %(aantal)s") % {"aantal": getal(round(m.verwacht))} if m.verwacht else ""
            cells.append((datum(stand.dag), getal(m.gemeld), toen if m.voorlopig else ""))
    return month(maand), tuple(cells)


def _picture(months, titel: str) -> SafeString:
    shown = months[-HOOGSTENS_KOLOMMEN:]
    kolommen = [
        Maandkolom(
            date_format(date.fromisoformat(f"{m.maand}-01"), "M").rstrip("."),
            m.maand[:4] if place == 0 or m.maand.endswith("-01") else "",
            m.gemeld,
            m.verwacht,
            m.onder,
            m.boven,
            m.voorlopig,
        )
        for place, m in enumerate(shown)
    ]
    uitleg = _("Gevuld: wat is gemeld. Gestreept erboven: wat nog wordt verwacht. * Voorlopig.")
    return maanden(id="uitstroom", titel=titel, omschrijving=uitleg, kolommen=kolommen)


def plain(blad) -> dict[str, object]:
    """For programs: exact, per month, as known on each day."""
    return {
        "gebied": blad.gebied.code,
        "hulp": "specialistisch" if blad.specialistisch else "alles",
        "klasse": "intern",
        "voorlopig_vanaf": blad.voorlopig_vanaf,
        "standen": [
            {"stand": stand.dag.isoformat(), "maanden": [_plain_month(m) for m in stand.maanden]}
            for stand in blad.standen
        ],
        "vertraging": [
            {
                "soort": soort,
                "aantal": late.aantal,
                "helft_binnen_dagen": late.within(0.5),
                "negen_op_tien_binnen_dagen": late.within(0.9),
                "langste_dagen": late.langste,
            }
            for soort, late in blad.vertraging
            if late is not None
        ],
    }


def _plain_month(m) -> dict[str, object]:
    return {
        "maand": m.maand,
        "gemeld": m.gemeld,
        "bekend": None if m.bekend is None else round(m.bekend, 4),
        "verwacht": None if m.verwacht is None else round(m.verwacht, 1),
        "onder": m.onder,
        "boven": m.boven,
        "voorlopig": m.voorlopig,
    }
