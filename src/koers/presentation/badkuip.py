"""The basin in words, as a table and as a picture."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.presentation.beelden.badkuip import Jaarkolom, badkuip
from koers.presentation.opmaak import aandeel, euro, getal, page_code
from koers.presentation.woorden import ROUTES

# More than these do not stay legible beside each other on a phone; the table has all years.
HOOGSTENS_KUIPEN = 5


@dataclass(frozen=True, slots=True)
class Jaarregel:
    """One year as text, in the order of the table."""

    jaar: str
    cellen: tuple[tuple[str, str], ...]
    voorlopig: bool


# By what the last year can be split, in words.
PER = {
    "route": gettext_lazy("Route"),
    "niveau": gettext_lazy("Niveau"),
    "product": gettext_lazy("Product"),
    "aanbieder": gettext_lazy("Aanbieder"),
    "leeftijd": gettext_lazy("Leeftijd"),
    "praktijk": gettext_lazy("Verwijzende praktijk"),
}


# What a year says of its growth; a file has these columns also when nothing could be said.
GROEIKOLOMMEN = {
    "groei": ("totaal", "zonder_verandering", "door_instroom", "door_uitstroom", "oorzaak"),
    "uitgavengroei": ("totaal_cent", "volume_cent", "intensiteit_cent", "prijs_cent"),
}


@dataclass(frozen=True, slots=True)
class Deelregel:
    """One part as text, in the order of the table."""

    naam: str
    cellen: tuple[tuple[str, str], ...]
    code: str = ""  # of a provider or practice, where that has a page of its own


@dataclass(frozen=True, slots=True)
class Badkuipvel:
    """What the page shows."""

    naam: str
    specialistisch: bool
    kernzin: str
    regels: tuple[Jaarregel, ...]
    groei: tuple[Jaarregel, ...]
    uitgaven: tuple[Jaarregel, ...]
    stapeling: tuple[tuple[str, str], ...]
    paden: tuple[tuple[str, str], ...]
    beeld: SafeString | None
    beeldtitel: str
    laatste: str
    per: str
    splitsingen: tuple[tuple[str, str], ...]
    verdeling: tuple[Deelregel, ...]
    verdeelzin: str


def sheet(blad) -> Badkuipvel:
    """A `koers.actions.monitor.badkuip.Badkuipblad` as text in the language of now."""
    kuip = blad.badkuip
    jaren = kuip.jaren if kuip and _any_help(kuip) else ()
    titel = _("Instroom, stand en uitstroom in %(gebied)s") % {"gebied": blad.gebied.naam}
    return Badkuipvel(
        naam=blad.gebied.naam,
        specialistisch=blad.specialistisch,
        kernzin=in_a_sentence(blad),
        regels=tuple(_line(jaar) for jaar in jaren),
        groei=tuple(_growth(jaar) for jaar in jaren if jaar.groei),
        uitgaven=tuple(_spending(jaar) for jaar in jaren if jaar.uitgavengroei),
        stapeling=tuple((_running(n), getal(wie)) for n, wie in kuip.stapeling) if jaren else (),
        paden=tuple((_path(*pad), getal(aantal)) for *pad, aantal in kuip.paden) if jaren else (),
        beeld=_picture(jaren, titel) if jaren else None,
        beeldtitel=titel,
        laatste=str(jaren[-1].jaar) if jaren else "",
        per=blad.verdeling.per if blad.verdeling else "",
        splitsingen=tuple((naam, str(woord)) for naam, woord in PER.items()),
        verdeling=_parts(blad.verdeling, blad.namen) if blad.verdeling else (),
        verdeelzin=_parts_sentence(blad.verdeling) if blad.verdeling else "",
    )


def _parts(verdeling, namen) -> tuple[Deelregel, ...]:
    regels = []
    for deel in verdeling.delen:
        naam = part_name(verdeling.per, deel.groep)
        regel = _part(f"{namen[naam]} ({naam})" if naam in namen else naam, deel)
        linked = verdeling.per in ("aanbieder", "praktijk") and deel.groep is not None
        regels.append(replace(regel, code=page_code(naam)) if linked else regel)
    return (*regels, _part(_("Samen"), verdeling.geheel))


def part_name(per: str, groep: object) -> str:
    """What a part is called."""
    if groep is None:
        return _("niet bekend")
    if per == "route":
        return str(ROUTES.get(str(groep), groep))
    if per == "niveau":
        return _("niveau %(niveau)s") % {"niveau": groep}
    if per == "leeftijd":
        van, tot_en_met = str(groep).split("-")
        return _("%(van)s tot en met %(tot)s jaar") % {"van": van, "tot": tot_en_met}
    return str(groep)


def _part(naam: str, deel) -> Deelregel:
    if deel.stand is None:
        return Deelregel(naam, ((_("Verwijzingen waarna hulp begon"), getal(deel.instroom)),))
    deel_terug = f" ({aandeel(deel.terug / deel.gestopt, 0)})" if deel.gestopt else ""
    return Deelregel(
        naam,
        (
            (_("Instroom"), getal(deel.instroom)),
            (_("Uitstroom"), getal(deel.uitstroom)),
            (_("Stand eind december"), getal(deel.stand)),
            (_("Gestopt in het jaar ervoor"), getal(deel.gestopt)),
            (_("Daarvan terug binnen 12 maanden"), getal(deel.terug) + deel_terug),
        ),
    )


def _parts_sentence(verdeling) -> str:
    geheel = verdeling.geheel
    if geheel.stand is None:
        return ngettext(
            "In %(jaar)s begon hulp na %(aantal)s verwijzing.",
            "In %(jaar)s begon hulp na %(aantal)s verwijzingen.",
            geheel.instroom,
        ) % {"jaar": verdeling.jaar, "aantal": getal(geheel.instroom)}
    if not geheel.gestopt:
        return _("In %(jaar)s stopte bij niemand hulp, dus er kon ook niemand terugkomen.") % {
            "jaar": verdeling.jaar - 1
        }
    return _(
        "Hulp stopte in %(jaar)s %(gestopt)s keer; "
        "%(terug)s keer begon zij binnen 12 maanden opnieuw (%(deel)s)."
    ) % {
        "jaar": verdeling.jaar - 1,
        "gestopt": getal(geheel.gestopt),
        "terug": getal(geheel.terug),
        "deel": aandeel(geheel.terug / geheel.gestopt, 0),
    }


def part_rows(blad) -> list[dict[str, object]]:
    """The parts as plain rows, to take away; the whole comes last, as group "samen"."""
    v = blad.verdeling
    if v is None:
        return []
    named = [("onbekend" if deel.groep is None else deel.groep, deel) for deel in v.delen]
    return [
        {
            "gebied": blad.gebied.code,
            "jaar": v.jaar,
            "hulp": "specialistisch" if blad.specialistisch else "alles",
            "per": v.per,
            "groep": groep,
            "instroom": deel.instroom,
            "uitstroom": deel.uitstroom,
            "stand_31_december": deel.stand,
            "gestopt_jaar_ervoor": deel.gestopt,
            "terug_binnen_12_maanden": deel.terug,
            "klasse": "intern",
        }
        for groep, deel in (*named, ("samen", v.geheel))
    ]


def year_rows(blad) -> list[dict[str, object]]:
    """The basin per year as plain rows, to take away."""
    if blad.badkuip is None:
        return []
    found = []
    for jaar in map(_plain_year, blad.badkuip.jaren):
        flat = {naam: waarde for naam, waarde in jaar.items() if naam not in GROEIKOLOMMEN}
        for naam, kolommen in GROEIKOLOMMEN.items():
            inner: Any = jaar[naam] or {}
            flat |= {f"{naam}_{kolom}": inner.get(kolom) for kolom in kolommen}
        found.append({"gebied": blad.gebied.code, **flat, "klasse": "intern"})
    return found


def _any_help(kuip) -> bool:
    return any(jaar.stroom.dagen or jaar.stroom.begin for jaar in kuip.jaren)


def in_a_sentence(blad) -> str:
    """The first line: is it the tap or the drain?"""
    if blad.badkuip is None or not _any_help(blad.badkuip):
        return _("Er zijn nog geen cijfers over hulp in deze gemeente.")
    last = blad.badkuip.jaren[-1]
    was, nu = last.stroom.begin, last.stroom.eind
    stand = _("In %(gebied)s ging het aantal jeugdigen met hulp in %(jaar)s van %(was)s naar %(nu)s.") % {
        "gebied": blad.gebied.naam,
        "jaar": last.jaar,
        "was": getal(was),
        "nu": getal(nu),
    }
    return f"{stand} {_verdict(last)}"


def _verdict(jaar) -> str:
    if jaar.groei is None:
        return _("Over het jaar ervoor is te weinig bekend om te zeggen waardoor.")
    meer, trager = jaar.groei.door_instroom > 0, jaar.groei.door_uitstroom > 0
    kraan = (
        _("de kraan loopt harder (meer instroom)") if meer else _("de kraan loopt zachter (minder instroom)")
    )
    afvoer = (
        _("de afvoer is trager (hulp duurt langer)")
        if trager
        else _("de afvoer is sneller (hulp duurt korter)")
    )
    if jaar.groei.oorzaak == "instroom":
        return _("Vergeleken met het jaar ervoor: %(wat)s. De uitstroom veranderde niet duidelijk.") % {
            "wat": kraan
        }
    if jaar.groei.oorzaak == "uitstroom":
        return _("Vergeleken met het jaar ervoor: %(wat)s. De instroom veranderde niet duidelijk.") % {
            "wat": afvoer
        }
    if jaar.groei.oorzaak == "beide":
        return _("Vergeleken met het jaar ervoor: %(een)s, en %(ander)s.") % {"een": kraan, "ander": afvoer}
    return _("Instroom en uitstroom verschillen niet meer van het jaar ervoor dan toeval kan doen.")


def _line(jaar) -> Jaarregel:
    stroom = jaar.stroom
    year_later = jaar.duur.after(365) if jaar.duur.punten else None
    half, kwart, drie = (jaar.duur.quantile(Fraction(n, 4)) for n in (2, 1, 3))
    return Jaarregel(
        str(jaar.jaar),
        (
            (_("Begin"), getal(stroom.begin)),
            (_("Instroom"), getal(stroom.instroom)),
            (_("Uitstroom"), getal(stroom.uitstroom)),
            (_("Eind"), getal(stroom.eind)),
            (_("Helft is klaar na"), _sure(jaar, _days(half), half)),
            (_("Kwart tot driekwart"), _sure(jaar, _range(kwart, drie), drie or kwart)),
            (
                _("Na een jaar nog hulp"),
                "–" if year_later is None else _sure(jaar, aandeel(float(year_later), 0), 365),
            ),
        ),
        jaar.voorlopig,
    )


def _days(dagen: int | None) -> str:
    if dagen is None:
        return _("nog niet te zeggen")
    return ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": getal(dagen)}


def _sure(jaar, cijfer: str, dagen: int | None) -> str:
    """The figure, with a word when fewer than five were still there at that moment."""
    weak = None not in (jaar.onzeker_vanaf, dagen) and dagen >= jaar.onzeker_vanaf
    return _("%(cijfer)s, onzeker") % {"cijfer": cijfer} if weak else cijfer


def _range(een: int | None, drie: int | None) -> str:
    if een is None:
        return "–"
    return f"{getal(een)} – {getal(drie) if drie is not None else '…'}"


def _growth(jaar) -> Jaarregel:
    from koers.analytics.model.decomposition import tenths

    parts = (jaar.groei.zonder_verandering, jaar.groei.door_instroom, jaar.groei.door_uitstroom)
    zelfde, kraan, afvoer = (_signed(deel / 10, 1) for deel in tenths(parts, jaar.groei.totaal))
    return Jaarregel(
        str(jaar.jaar),
        (
            (_("Zoals het jaar ervoor"), zelfde),
            (_("Door de instroom"), kraan),
            (_("Door de uitstroom"), afvoer),
            (_("Samen"), _signed(jaar.groei.totaal)),
        ),
        jaar.voorlopig,
    )


def _spending(jaar) -> Jaarregel:
    groei = jaar.uitgavengroei
    return Jaarregel(
        str(jaar.jaar),
        (
            (_("Uitgegeven"), euro(jaar.uitgaven.cent)),
            (_("Meer of minder jeugdigen"), _signed_euro(groei.volume)),
            (_("Meer of minder maanden per jeugdige"), _signed_euro(groei.intensiteit)),
            (_("Duurder of goedkoper per maand"), _signed_euro(groei.prijs)),
            (_("Samen"), _signed_euro(groei.totaal)),
        ),
        jaar.voorlopig,
    )


def _signed(waarde: float | int, decimalen: int = 0) -> str:
    return ("+" if waarde > 0 else "") + getal(waarde, decimalen)


def _signed_euro(cent: int) -> str:
    return ("+" if cent > 0 else "") + euro(cent)


def _running(aantal: int) -> str:
    return ngettext("%(aantal)s traject tegelijk", "%(aantal)s trajecten tegelijk", aantal) % {
        "aantal": aantal
    }


def _path(niveaus: tuple[int, ...], meer: bool) -> str:
    return " → ".join(_("niveau %(niveau)s") % {"niveau": n} for n in niveaus) + (" → …" if meer else "")


def _picture(jaren, titel: str) -> SafeString:
    kolommen = [
        Jaarkolom(
            str(jaar.jaar),
            jaar.stroom.instroom,
            jaar.stroom.eind,
            jaar.stroom.uitstroom,
            "" if jaar.mediaan is None else _("half na %(dagen)s d") % {"dagen": getal(jaar.mediaan)},
            jaar.voorlopig,
        )
        for jaar in jaren[-HOOGSTENS_KUIPEN:]
    ]
    uitleg = _(
        "Per jaar: boven wat erin kwam, in de kuip wie er eind december hulp had, onder wat eruit ging."
    )
    return badkuip(id="badkuip", titel=titel, omschrijving=uitleg, kolommen=kolommen)


def plain(blad) -> dict[str, object]:
    """The basin for programs: exact, per year, with parts that add up."""
    kuip = blad.badkuip
    return {
        "gebied": blad.gebied.code,
        "hulp": "specialistisch" if blad.specialistisch else "alles",
        "klasse": "intern",
        "jaren": [_plain_year(jaar) for jaar in kuip.jaren],
        "stapeling": [{"lopend": n, "jeugdigen": wie} for n, wie in kuip.stapeling],
        "paden": [{"niveaus": list(pad), "langer": meer, "aantal": n} for pad, meer, n in kuip.paden],
        **({"verdeling": part_rows(blad)} if blad.verdeling else {}),
    }


def _plain_year(jaar) -> dict[str, object]:
    stroom, groei, geld = jaar.stroom, jaar.groei, jaar.uitgavengroei
    kwart, half, drie = (jaar.duur.quantile(Fraction(n, 4)) for n in (1, 2, 3))
    return {
        "jaar": jaar.jaar,
        "begin": stroom.begin,
        "instroom": stroom.instroom,
        "uitstroom": stroom.uitstroom,
        "eind": stroom.eind,
        "dagen": stroom.dagen,
        "duur_kwart": kwart,
        "duur_mediaan": half,
        "duur_driekwart": drie,
        "na_een_jaar": round(float(jaar.duur.after(365)), 4) if jaar.duur.punten else None,
        "groei": groei
        and {
            "totaal": groei.totaal,
            "zonder_verandering": round(float(groei.zonder_verandering), 3),
            "door_instroom": round(float(groei.door_instroom), 3),
            "door_uitstroom": round(float(groei.door_uitstroom), 3),
            "oorzaak": groei.oorzaak,
        },
        "uitgaven_cent": jaar.uitgaven.cent if jaar.uitgaven else None,
        "uitgavengroei": geld
        and {
            "totaal_cent": geld.totaal,
            "volume_cent": geld.volume,
            "intensiteit_cent": geld.intensiteit,
            "prijs_cent": geld.prijs,
        },
        "voorlopig": jaar.voorlopig,
    }
