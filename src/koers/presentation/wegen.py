"""Steps between levels and stay per level, in words, as tables and as pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.analytics.model.decomposition import GENOEG, Verblijfsduur, staying
from koers.presentation.badkuip import part_name
from koers.presentation.beelden.duurlijn import Tijdas, duurlijn
from koers.presentation.beelden.stappen import Band, stappen
from koers.presentation.opmaak import aandeel, datum, getal
from koers.registers.klok import dag_van

NIETS, MEER = "niets", "meer"
NA_DAGEN = (91, 365, 730)
STREPEN = (
    (0, gettext_lazy("begin")),
    (182, gettext_lazy("half jaar")),
    (365, gettext_lazy("1 jaar")),
    (730, gettext_lazy("2 jaar")),
    (1095, gettext_lazy("3 jaar")),
)
KORTSTE, LANGSTE = 400, 1095  # days along the bottom of a curve
SAMEN = 30  # marks within so many days stand together


@dataclass(frozen=True, slots=True)
class Stap:
    """One step as text."""

    van: str
    naar: str
    keren: str
    deel: str


@dataclass(frozen=True, slots=True)
class Duurregel:
    """The stay on one level as text, with its curve."""

    naam: str
    cellen: tuple[tuple[str, str], ...]
    beeld: SafeString


@dataclass(frozen=True, slots=True)
class Wegenvel:
    """What the page shows. No `stappen` and no `duur`: there are no figures yet."""

    naam: str
    jaar: str
    specialistisch: bool
    kernzin: str
    stappen: tuple[Stap, ...]
    beeld: SafeString | None
    beeldtitel: str
    duur: tuple[Duurregel, ...]
    peildatum: str


def sheet(blad) -> Wegenvel:
    """A `koers.actions.monitor.wegen.Wegenblad` as text in the language of now."""
    steps = _steps(blad)
    titel = _("Welk niveau op welk niveau volgt, van hulp die begon in %(jaar)s") % {"jaar": blad.jaar}
    return Wegenvel(
        blad.gebied.naam,
        str(blad.jaar),
        blad.specialistisch,
        _in_a_sentence(blad, steps),
        _step_lines(steps),
        _step_picture(steps, titel) if steps else None,
        titel,
        tuple(_stay_line(blad, niveau) for niveau in _levels(blad)),
        datum(dag_van(blad.peildatum)) if blad.peildatum else "",
    )


def _told(blad, wat: str) -> dict[tuple[str, str], int]:
    """The told counts of one kind, by part and place. Internal, so each is exact."""
    if blad.tabel is None:
        return {}
    return {cel.sleutel[1:]: cel.waarde or 0 for cel in blad.tabel.cellen if cel.sleutel[0] == wat}


def _steps(blad) -> Mapping[tuple[str, str], int]:
    found = _told(blad, "stap")
    return {step: found[step] for step in sorted(found, key=lambda step: [_place(deel) for deel in step])}


def _name(deel: str) -> str:
    if deel == NIETS:
        return _("geen ander niveau")
    return _("nog meer stappen") if deel == MEER else part_name("niveau", deel)


def _step_lines(steps: Mapping[tuple[str, str], int]) -> tuple[Stap, ...]:
    reached: dict[str, int] = {}
    for (van, _naar), aantal in steps.items():
        reached[van] = reached.get(van, 0) + aantal
    return tuple(
        Stap(_name(van), _name(naar), getal(aantal), aandeel(aantal / reached[van], 0))
        for (van, naar), aantal in steps.items()
    )


def _step_picture(steps: Mapping[tuple[str, str], int], titel: str) -> SafeString:
    banden = [Band(_name(van), _name(naar), aantal) for (van, naar), aantal in steps.items()]
    uitleg = _("Links het niveau, rechts wat daarna kwam. Hoe dikker de band, hoe vaker.")
    koppen = (_("Van"), _("Daarna"))
    namen = tuple(
        [_name(deel) for deel in sorted({step[kant] for step in steps}, key=_place)] for kant in (0, 1)
    )
    return stappen(
        id="stappen",
        titel=titel,
        omschrijving=uitleg,
        koppen=koppen,
        namen=(namen[0], namen[1]),
        banden=banden,
    )


def _place(deel: str) -> int:
    """Levels by their number; no other level, and what was cut off, come last."""
    return {NIETS: 98, MEER: 99}.get(deel) or int(deel)


def _in_a_sentence(blad, steps: Mapping[tuple[str, str], int]) -> str:
    woorden = {"naam": blad.gebied.naam, "jaar": str(blad.jaar)}
    if not steps:
        return _("Er zijn nog geen cijfers over hulp die in %(jaar)s begon in %(naam)s.") % woorden
    other = {step: aantal for step, aantal in steps.items() if step[1] not in (NIETS, MEER)}
    moves = sum(other.values())
    zin = _("%(naam)s: in hulp die begon in %(jaar)s volgde %(keren)s keer een ander niveau.") % (
        woorden | {"keren": getal(moves)}
    )
    if not other:
        return zin
    (van, naar), keren = max(other.items(), key=lambda item: item[1])
    meest = _("Het vaakst %(naar)s na %(van)s: %(keren)s keer.") % {
        "naar": _name(naar),
        "van": _name(van),
        "keren": getal(keren),
    }
    return f"{zin} {meest}"


def _levels(blad) -> list[str]:
    found = {niveau for wat in ("risico", "lopend") for niveau, _moment in _told(blad, wat)}
    return sorted(found, key=int)


def _curve(blad, niveau: str) -> Verblijfsduur:
    stopped = _told(blad, "gestopt")
    return staying(
        (int(moment), aantal, stopped[een, moment])
        for (een, moment), aantal in _told(blad, "risico").items()
        if een == niveau
    )


def _stay_line(blad, niveau: str) -> Duurregel:
    curve = _curve(blad, niveau)
    running = {int(m): n for (een, m), n in _told(blad, "lopend").items() if een == niveau}
    stops = sum(n for (een, _m), n in _told(blad, "gestopt").items() if een == niveau)
    seen = max([*running, *(moment for moment, _part in curve.punten)], default=0)
    unsure = _unsure_from(blad, niveau)

    def told(words: str, dagen: int) -> str:
        weak = unsure is not None and dagen >= unsure
        return _("%(cijfer)s, onzeker") % {"cijfer": words} if weak else words

    half = curve.quantile(Fraction(1, 2))
    later = [
        (
            _("Na %(dagen)s dagen nog hulp") % {"dagen": getal(dagen)},
            told(aandeel(float(curve.after(dagen)), 0), dagen) if dagen <= seen else _("nog niet te zeggen"),
        )
        for dagen in NA_DAGEN
    ]
    naam = part_name("niveau", niveau)
    cellen = (
        (_("Helft is klaar na"), _("nog niet te zeggen") if half is None else told(_days(half), half)),
        *later,
        (_("Gestopt"), getal(stops)),
        (_("Loopt nog"), getal(sum(running.values()))),
    )
    tot = min(max(seen, KORTSTE), LANGSTE)
    strepen = [(dagen, str(woord)) for dagen, woord in STREPEN if dagen <= tot]
    tijd = Tijdas(tot, strepen, _("sinds de eerste dag"), unsure)
    return Duurregel(naam, cellen, _stay_picture(niveau, naam, curve, sorted(running), tijd))


def _unsure_from(blad, niveau: str) -> int | None:
    """The first moment on which somebody stopped while too few were at risk."""
    weak = (int(m) for (een, m), n in _told(blad, "risico").items() if een == niveau and n < GENOEG)
    return min(weak, default=None)


def _days(dagen: int) -> str:
    return ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": getal(dagen)}


def _stay_picture(
    niveau: str, naam: str, curve: Verblijfsduur, running: list[int], tijd: Tijdas
) -> SafeString:
    merken = {moment // SAMEN: moment for moment in reversed(running)}
    return duurlijn(
        id=f"duur-{niveau}",
        titel=_("Welk deel van de hulp nog loopt, %(naam)s") % {"naam": naam},
        omschrijving=_(
            "De lijn daalt waar hulp stopt. Een streepje: daar loopt nog hulp. Gestreept: onzeker."
        ),
        punten=[(moment, float(part)) for moment, part in curve.punten],
        merken=sorted(merken.values()),
        tijd=tijd,
    )


def plain_rows(blad) -> list[dict[str, object]]:
    """Every number behind the page, one a row, with the curve, to take away; each says it is internal."""
    found = [_plain(blad, *cel.sleutel, cel.waarde) for cel in (blad.tabel.cellen if blad.tabel else ())]
    for niveau in _levels(blad):
        for moment, part in _curve(blad, niveau).punten:
            found.append(_plain(blad, "nog_hulp", niveau, str(moment), round(float(part), 4)))
    return found


def _plain(blad, *cel: object) -> dict[str, object]:
    wat, deel, bij, waarde = cel
    return {
        "gebied": blad.gebied.code,
        "jaar": blad.jaar,
        "hulp": "specialistisch" if blad.specialistisch else "alles",
        "wat": wat,
        "niveau": deel,
        "naar_of_dagen": bij,
        "waarde": waarde,
        "klasse": blad.klasse.value,
        "doel": blad.doel,
        "peildatum": dag_van(blad.peildatum).isoformat() if blad.peildatum else None,
    }
