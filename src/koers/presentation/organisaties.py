"""The figures of one provider and of one referring practice, in words, as tables and as a picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.presentation.badkuip import part_name
from koers.presentation.beelden.verloop import Punt, verloop
from koers.presentation.opmaak import aandeel, datum, euro, getal
from koers.presentation.woorden_contract import region_name
from koers.registers.klok import dag_van, vandaag

ONBEKEND = "onbekend"
ANTWOORDEN = {
    "gegeven": gettext_lazy("Toegewezen"),
    "geaccepteerd": gettext_lazy("Aangenomen"),
    "geweigerd": gettext_lazy("Geweigerd"),
    "buiten": gettext_lazy("Waarvan buiten de afspraak"),
    "op_tijd": gettext_lazy("Op tijd beantwoord"),
    "te_laat": gettext_lazy("Te laat of niet beantwoord"),
    "open": gettext_lazy("Heeft nog tijd"),
}
Cellen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rij:
    """One line as text, with the name of each column."""

    naam: str
    cellen: Cellen
    voorlopig: bool = False
    bij: str = ""


@dataclass(frozen=True, slots=True)
class Organisatievel:
    """What the page shows. No `jaren`: there are no figures yet."""

    gebied: str
    naam: str
    agb: str
    kernzin: str
    jaren: tuple[Rij, ...]
    niveaus: tuple[Rij, ...]
    laatste: str
    beeld: SafeString | None
    beeldtitel: str
    peildatum: str
    aanbod: tuple[Rij, ...] = ()
    antwoorden: Cellen = ()
    antwoorden_vanaf: str = ""
    afspraak: str = ""
    huisarts: bool = True


def provider_sheet(cijfers) -> Organisatievel:
    """A `koers.actions.monitor.organisaties.Organisatiecijfers` of a provider in the language of now."""
    titel = _("Jeugdigen met hulp van deze aanbieder, op 31 december")
    return Organisatievel(
        **_frame(cijfers, titel, "stand"),
        kernzin=_provider_sentence(cijfers),
        jaren=tuple(_provider_year(cijfers, jaar) for jaar in cijfers.jaren) if cijfers.tabel else (),
        niveaus=tuple(_levels_of_last(cijfers)),
        aanbod=tuple(_supply_lines(cijfers)),
        antwoorden=tuple(
            (str(woord), getal(_number(cijfers, "antwoord", naam, ""))) for naam, woord in ANTWOORDEN.items()
        )
        if cijfers.tabel
        else (),
        antwoorden_vanaf=datum(cijfers.antwoorden_vanaf) if cijfers.antwoorden_vanaf else "",
    )


def practice_sheet(cijfers) -> Organisatievel:
    """The same of a referring practice."""
    titel = _("Verwijzingen van deze praktijk, per jaar")
    return Organisatievel(
        **_frame(cijfers, titel, "verwijzingen"),
        kernzin=_practice_sentence(cijfers),
        jaren=tuple(_practice_year(cijfers, jaar) for jaar in cijfers.jaren) if cijfers.tabel else (),
        niveaus=tuple(_levels_per_year(cijfers)),
        afspraak=_agreement(cijfers) if cijfers.tabel else "",
        huisarts=cijfers.huisarts,
    )


def _frame(cijfers, titel: str, lijn: str) -> dict[str, Any]:
    """What both pages have."""
    return {
        "gebied": cijfers.gebied.naam,
        "naam": cijfers.naam,
        "agb": cijfers.agb,
        "laatste": str(cijfers.jaren[-1]),
        "beeld": _picture(cijfers, titel, lijn) if cijfers.tabel else None,
        "beeldtitel": titel,
        "peildatum": datum(dag_van(cijfers.peildatum)) if cijfers.peildatum else "",
    }


def _told(cijfers) -> dict[tuple[str, ...], int]:
    """The told counts by key. Internal, so each is exact."""
    return {cel.sleutel: cel.waarde or 0 for cel in cijfers.tabel.cellen} if cijfers.tabel else {}


def _number(cijfers, wat: str, deel: str, jaar: object) -> int:
    return _told(cijfers).get((wat, deel, str(jaar)), 0)


def _is_provisional(jaar: int) -> bool:
    """Ends and referrals come in late: the last whole year can still change."""
    return jaar >= vandaag().year - 1


def _picture(cijfers, titel: str, wat: str) -> SafeString | None:
    punten = []
    for jaar in cijfers.jaren:
        aantal = _number(cijfers, wat, "", jaar)
        punten.append(Punt(jaar, float(aantal), getal(aantal), open=_is_provisional(jaar)))
    uitleg = _("Een open punt is voorlopig. De tabel ernaast heeft dezelfde cijfers.")
    return verloop(id="organisatie", titel=titel, omschrijving=uitleg, punten=punten)


def _provider_sentence(cijfers) -> str:
    woorden = {"naam": cijfers.naam, "gebied": cijfers.gebied.naam}
    if not cijfers.tabel:
        return _("Er zijn nog geen cijfers over hulp van %(naam)s in %(gebied)s.") % woorden
    last = cijfers.jaren[-1]
    nu, was = (_number(cijfers, "stand", "", jaar) for jaar in (last, last - 1))
    woorden |= {"jaar": str(last), "nu": getal(nu), "was": getal(was)}
    return (
        ngettext(
            "Op 31 december %(jaar)s had %(nu)s jeugdige in %(gebied)s hulp van %(naam)s; "
            "een jaar eerder waren het er %(was)s.",
            "Op 31 december %(jaar)s hadden %(nu)s jeugdigen in %(gebied)s hulp van %(naam)s; "
            "een jaar eerder waren het er %(was)s.",
            nu,
        )
        % woorden
    )


def _provider_year(cijfers, jaar: int) -> Rij:
    told = _told(cijfers)
    declared = told.get(("declaraties", "", str(jaar)), 0)
    cellen = (
        (_("Jeugdigen"), getal(_number(cijfers, "jeugdigen", "", jaar))),
        (_("Begonnen"), getal(_number(cijfers, "instroom", "", jaar))),
        (_("Gestopt"), getal(_number(cijfers, "uitstroom", "", jaar))),
        (_("31 december"), getal(_number(cijfers, "stand", "", jaar))),
        (_("Helft is klaar na"), _days(told.get(("helft_klaar_dagen", "", str(jaar))))),
        (_("Driekwart is klaar na"), _days(told.get(("driekwart_klaar_dagen", "", str(jaar))))),
        (_("Gedeclareerd"), euro(told["gedeclareerd_cent", "", str(jaar)]) if declared else "–"),
    )
    return Rij(str(jaar), cellen, _is_provisional(jaar))


def _days(dagen: int | None) -> str:
    if dagen is None:
        return _("nog niet te zeggen")
    return ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": getal(dagen)}


def _levels_of_last(cijfers) -> Iterator[Rij]:
    for niveau in _levels(cijfers):
        aantal = _number(cijfers, "niveau", niveau, cijfers.jaren[-1])
        yield Rij(part_name("niveau", niveau), ((_("Jeugdigen"), getal(aantal)),))


def _levels(cijfers) -> list[str]:
    """By level; what is not known comes last."""
    found = {deel for wat, deel, _jaar in _told(cijfers) if wat == "niveau"}
    return sorted(found, key=lambda deel: (deel == ONBEKEND, deel))


def _supply_lines(cijfers) -> Iterator[Rij]:
    """Supply beside demand, per product and procurement region; then help without a contract of today."""
    for een in cijfers.aanbod:
        bij = " · ".join((een.code, part_name("niveau", een.niveau), region_name(een.inkoopregio)))
        yield Rij(een.naam, _supply_cells(cijfers, een.code, een.gemeld), bij=bij)
    here = {deel for wat, deel, _jaar in _told(cijfers) if wat == "product_hier"}
    for code in sorted(here - {een.code for een in cijfers.aanbod}):
        naam = _("zonder productcode") if code == ONBEKEND else code
        yield Rij(naam, _supply_cells(cijfers, code, None), bij=_("geen contract op vandaag"))


def _supply_cells(cijfers, code: str, gemeld) -> Cellen:
    last = cijfers.jaren[-1]
    day = "–"
    if gemeld:
        day = datum(gemeld.datum)
        if gemeld.verouderd:
            day = _("%(dag)s, te oud") % {"dag": day}
    return (
        (_("Bij deze aanbieder"), getal(_number(cijfers, "product_hier", code, last))),
        (_("In het hele gebied"), getal(_number(cijfers, "product_gebied", code, last))),
        (_("Wacht nog"), getal(_number(cijfers, "product_wacht", code, last))),
        (_("Gemelde plekken"), getal(gemeld.plekken) if gemeld else _("niet gemeld")),
        (_("Gemelde wachttijd"), _days(gemeld.wachttijd_dagen) if gemeld else _("niet gemeld")),
        (_("Gemeld op"), day),
    )


def _practice_sentence(cijfers) -> str:
    woorden = {"naam": cijfers.naam, "gebied": cijfers.gebied.naam}
    if not cijfers.tabel:
        return _("Er zijn nog geen cijfers over verwijzingen van %(naam)s in %(gebied)s.") % woorden
    last = cijfers.jaren[-1]
    nu, was = (_number(cijfers, "verwijzingen", "", jaar) for jaar in (last, last - 1))
    woorden |= {"jaar": str(last), "nu": getal(nu), "was": getal(was)}
    return (
        ngettext(
            "%(naam)s verwees in %(jaar)s %(nu)s keer een jeugdige uit %(gebied)s; "
            "het jaar ervoor %(was)s keer.",
            "%(naam)s verwees in %(jaar)s %(nu)s keer een jeugdige uit %(gebied)s; "
            "het jaar ervoor %(was)s keer.",
            nu,
        )
        % woorden
    )


def _practice_year(cijfers, jaar: int) -> Rij:
    def number(wat: str) -> int:
        return _number(cijfers, wat, "", jaar)

    wie = number("jeugdigen")
    cellen = (
        (_("Verwijzingen"), getal(number("verwijzingen"))),
        (_("Waarvan herindicatie"), _part(number("herindicaties"), number("verwijzingen"))),
        (_("Jeugdigen"), getal(wie)),
        (_("Had al hulp"), _part(number("had_al_hulp"), wie)),
        (_("Eerst lichte hulp"), _part(number("eerst_lichte_hulp"), wie)),
        (_("Lichte vragen"), getal(number("lichte_vragen"))),
        (_("Daarvan opgeschaald"), _part(number("licht_opgeschaald"), number("lichte_vragen"))),
    )
    return Rij(str(jaar), cellen, _is_provisional(jaar))


def _part(deel: int, geheel: int) -> str:
    return f"{getal(deel)} ({aandeel(deel / geheel, 0)})" if geheel else getal(deel)


def _levels_per_year(cijfers) -> Iterator[Rij]:
    for niveau in _levels(cijfers):
        naam = _("nog geen hulp toegewezen") if niveau == ONBEKEND else part_name("niveau", niveau)
        yield Rij(
            naam,
            tuple((str(jaar), getal(_number(cijfers, "niveau", niveau, jaar))) for jaar in cijfers.jaren),
        )


def _agreement(cijfers) -> str:
    """How it goes with the agreement: numbers, no verdict."""
    last = cijfers.jaren[-1]
    nu, was = (_number(cijfers, "herindicaties", "", jaar) for jaar in (last, last - 1))
    licht, wie = (_number(cijfers, wat, "", last) for wat in ("eerst_lichte_hulp", "jeugdigen"))
    return _(
        "Herindicaties: %(nu)s in %(jaar)s, %(was)s het jaar ervoor. "
        "Van de %(wie)s verwezen jeugdigen kregen er %(licht)s eerst lichte hulp."
    ) % {
        "nu": getal(nu),
        "was": getal(was),
        "jaar": str(last),
        "wie": getal(wie),
        "licht": getal(licht),
    }


def plain_rows(cijfers) -> list[dict[str, object]]:
    """Every number of the page, one a row, to take away; each says that it is internal and what for."""
    cellen = cijfers.tabel.cellen if cijfers.tabel else ()
    found = [_plain(cijfers, cel.sleutel, cel.waarde) for cel in cellen]
    for een in cijfers.aanbod:
        if een.gemeld:
            deel, dag = f"{een.code} {een.inkoopregio}", een.gemeld.datum.isoformat()
            found.append(_plain(cijfers, ("gemelde_plekken", deel, dag), een.gemeld.plekken))
            found.append(_plain(cijfers, ("gemelde_wachttijd_dagen", deel, dag), een.gemeld.wachttijd_dagen))
    return found


def _plain(cijfers, sleutel: tuple[str, ...], waarde: int | None) -> dict[str, object]:
    wat, deel, periode = sleutel
    return {
        "gebied": cijfers.gebied.code,
        "agb": cijfers.agb,
        "naam": cijfers.naam,
        "wat": wat,
        "deel": deel,
        "periode": periode,
        "waarde": waarde,
        "klasse": cijfers.klasse.value,
        "doel": cijfers.doel,
        "peildatum": dag_van(cijfers.peildatum).isoformat() if cijfers.peildatum else None,
    }
