"""Kept scenarios as rows: the levers in words, what comes of them now, and what it was when kept."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.domain.scenario import Wens
from koers.domain.toestanden.berekening import GEEN_CIJFERS, GESTOPT, LOOPT, WACHT
from koers.presentation.opmaak import datum, euro, getal, procent, tijdstip
from koers.presentation.wat_als import KNOPPEN, chance, money_sentence


@dataclass(frozen=True, slots=True)
class Scenarioregel:
    """A row. `nu` is "" for one that was not worked out; `vraag`: the address of "Wat als"."""

    id: UUID
    naam: str
    toelichting: str
    wie: str
    knoppen: tuple[str, ...]
    jaar: str
    nu: str
    band: str
    kans: str
    geld: str
    toen: str
    vraag: str
    lang: str = ""


def sheet(bewaard: Iterable) -> list[Scenarioregel]:
    """`koers.actions.prognose.scenarios.Bewaard` as text in the language of now."""
    return [_row(een) for een in bewaard]


def _row(een) -> Scenarioregel:
    blik = een.nu
    jaar = next((j for j in blik.met or () if j.jaar == blik.doeljaar), None) if blik else None
    return Scenarioregel(
        id=een.id,
        naam=een.naam,
        toelichting=een.toelichting,
        wie=_("%(door)s, %(dag)s") % {"door": een.door or _("iemand"), "dag": datum(een.datum)},
        knoppen=tuple(lever_sentence(inzet) for inzet in een.wens.inzetten),
        jaar=str(blik.doeljaar) if blik else "",
        nu=procent(jaar.aandeel) if jaar else "",
        band=f"{procent(jaar.band[0])} – {procent(jaar.band[1])}" if jaar else "",
        kans=_("kans op %(doel)s: %(kans)s") % {"doel": procent(blik.doel), "kans": chance(jaar.kans)}
        if jaar and jaar.kans is not None
        else "",
        geld=" ".join([*_costs(een.wens), money_sentence(blik.geld) if blik and blik.geld else ""]).strip(),
        toen=_then(een.toen, blik.doeljaar) if blik and "keren" not in een.toen else "",
        vraag=question(een.wens),
        lang=_long_run(een.toen, een.wens.doeljaar or (blik.doeljaar if blik else None)),
    )


@dataclass(frozen=True, slots=True)
class Berekeningsregel:
    """A long run without an outcome: its name, who asked, and how it stands in a sentence."""

    id: UUID
    naam: str
    wie: str
    zin: str


def waiting(berekeningen: Iterable) -> list[Berekeningsregel]:
    """`koers.actions.prognose.berekeningen.Berekening` as text in the language of now."""
    return [
        Berekeningsregel(
            een.id,
            een.naam,
            _("%(door)s, %(keren)s keer naspelen")
            % {"door": een.door or _("iemand"), "keren": getal(een.keren)},
            _state(een),
        )
        for een in berekeningen
    ]


def _state(een) -> str:
    if een.staat == LOOPT:
        zin = _("Koers rekent, sinds %(sinds)s. Stopt het onderweg, dan begint het na %(opnieuw)s opnieuw.")
        return zin % {"sinds": tijdstip(een.sinds), "opnieuw": tijdstip(een.opnieuw)}
    if een.staat == WACHT:
        return _("Wacht op zijn beurt, sinds %(sinds)s. U kunt verder werken.") % {
            "sinds": tijdstip(een.sinds)
        }
    waarom = {
        GEEN_CIJFERS: _(
            "Niet gelukt: er zijn geen cijfers meer om mee te rekenen. Vraag het opnieuw na het bijwerken."
        ),
        GESTOPT: _("Niet gelukt: Koers werd steeds onderweg gestopt. Vraag uw beheerder te kijken."),
    }
    return waarom.get(
        een.reden,
        _("Niet gelukt door een fout in Koers. Uw beheerder vindt in de meldingen wat er was."),
    )


def _long_run(toen, jaar: int | None) -> str:
    """What a run of many replications came to, in the year of the goal; "" for a direct answer."""
    was = next((een for een in toen["jaren"] if een["jaar"] == jaar), None)
    if "keren" not in toen or was is None:
        return ""
    zin = _("%(keren)s keer nagespeeld, bekend tot %(tot)s: %(deel)s in %(jaar)s (%(onder)s – %(boven)s)") % {
        "keren": getal(toen["keren"]),
        "tot": datum(date.fromisoformat(toen["tot"])),
        "deel": procent(was["aandeel"], 2),
        "jaar": jaar,
        "onder": procent(was["onder"], 2),
        "boven": procent(was["boven"], 2),
    }
    if was["kans"] is None:
        return zin
    return _("%(zin)s, kans op het doel %(kans)s") % {"zin": zin, "kans": chance(was["kans"])}


def lever_sentence(inzet) -> str:
    """A lever that was turned, in words."""
    wat = {
        "naam": _lever_name(inzet),
        "procent": inzet.procent,
        "maand": datum(inzet.vanaf).split(" ", 1)[1],
    }
    if not inzet.aanloop:
        return _("%(naam)s: %(procent)s%% vanaf %(maand)s, meteen helemaal") % wat
    zin = ngettext(
        "%(naam)s: %(procent)s%% vanaf %(maand)s, in een maand opgebouwd",
        "%(naam)s: %(procent)s%% vanaf %(maand)s, in %(aanloop)s maanden opgebouwd",
        inzet.aanloop,
    )
    return zin % {**wat, "aanloop": inzet.aanloop}


def _lever_name(inzet) -> str:
    """With how many practices it is about, never which."""
    naam = str(KNOPPEN[inzet.knop.sleutel].naam)
    if not inzet.praktijken:
        return naam
    zin = ngettext("%(naam)s (%(n)s praktijk)", "%(naam)s (%(n)s praktijken)", len(inzet.praktijken))
    return zin % {"naam": naam, "n": len(inzet.praktijken)}


def _costs(wens: Wens) -> Iterable[str]:
    if wens.jaarkosten_cent:
        yield _("%(bedrag)s per jaar.") % {"bedrag": euro(wens.jaarkosten_cent)}
    if wens.eenmalig_cent:
        yield _("%(bedrag)s eenmalig.") % {"bedrag": euro(wens.eenmalig_cent)}
    if wens.frictie_jaar_cent:
        yield _("Frictiekosten: %(bedrag)s per jaar.") % {"bedrag": euro(wens.frictie_jaar_cent)}
    if wens.frictie_eenmalig_cent:
        yield _("Frictiekosten: %(bedrag)s eenmalig.") % {"bedrag": euro(wens.frictie_eenmalig_cent)}
    if wens.tekort:
        yield _shortage(wens)
    if wens.indexatie and wens.indexatie_vanaf:
        yield _("Tarieven stijgen %(procent)s per jaar, voor het eerst in %(maand)s.") % {
            "procent": procent(wens.indexatie),
            "maand": datum(wens.indexatie_vanaf).split(" ", 1)[1],
        }


def _shortage(wens: Wens) -> str:
    wat: dict[str, object] = {"procent": wens.tekort, "aanloop": wens.tekort_aanloop}
    if wens.tekort_vanaf is None:
        return _("Personeelstekort: %(procent)s%%.") % wat
    wat["maand"] = datum(wens.tekort_vanaf).split(" ", 1)[1]
    if not wens.tekort_aanloop:
        return _("Personeelstekort: %(procent)s%% vanaf %(maand)s.") % wat
    return _("Personeelstekort: %(procent)s%% vanaf %(maand)s, opgebouwd in %(aanloop)s maanden.") % wat


def _then(toen, jaar: int) -> str:
    """What it came to when it was kept, for the same year."""
    was = next((een for een in toen["jaren"] if een["jaar"] == jaar), None)
    return _("toen het bewaard werd: %(deel)s") % {"deel": procent(was["aandeel"])} if was else ""


def question(wens: Wens) -> str:
    """The address of "Wat als" with these levers."""
    velden: dict[str, str | list[str]] = {}
    if wens.doel is not None:
        velden["doel"] = str(wens.doel).replace(".", ",")
    if wens.doeljaar is not None:
        velden["doeljaar"] = str(wens.doeljaar)
    for inzet in wens.inzetten:
        knop = inzet.knop.sleutel
        velden |= {
            knop: str(inzet.procent),
            f"{knop}-vanaf": f"{inzet.vanaf:%Y-%m}",
            f"{knop}-aanloop": str(inzet.aanloop),
        }
        if inzet.praktijken:
            velden[f"{knop}-praktijken"] = list(inzet.praktijken)
    for veld, cent in (
        ("jaarkosten", wens.jaarkosten_cent),
        ("eenmalig", wens.eenmalig_cent),
        ("frictie_jaar", wens.frictie_jaar_cent),
        ("frictie_eenmalig", wens.frictie_eenmalig_cent),
    ):
        if cent:
            velden[veld] = f"{cent // 100},{cent % 100:02}"
    if wens.indexatie and wens.indexatie_vanaf:
        velden["indexatie"] = str(wens.indexatie).replace(".", ",")
        velden["indexatie_vanaf"] = f"{wens.indexatie_vanaf:%Y-%m}"
    if wens.gepubliceerd is not None:
        velden["gepubliceerd"] = str(wens.gepubliceerd)
    return urlencode(velden | _waiting_fields(wens), doseq=True)


def _waiting_fields(wens: Wens) -> dict[str, str]:
    velden: dict[str, str] = {}
    if wens.tekort:
        velden["tekort"] = str(wens.tekort)
    if wens.tekort and wens.tekort_vanaf is not None:
        velden["tekort_vanaf"] = f"{wens.tekort_vanaf:%Y-%m}"
        velden["tekort_aanloop"] = str(wens.tekort_aanloop)
    velden |= {naam: str(waarde) for naam, waarde in asdict(wens.rijen).items() if waarde}
    if wens.acceptatie.procent:
        velden["acceptatie"] = str(wens.acceptatie.procent)
    if wens.acceptatie.procent and wens.acceptatie.vanaf is not None:
        velden["acceptatie_vanaf"] = f"{wens.acceptatie.vanaf:%Y-%m}"
        velden["acceptatie_aanloop"] = str(wens.acceptatie.aanloop)
    if wens.poh_fte is not None:
        velden["poh_fte"] = str(wens.poh_fte).replace(".", ",")
    return velden
