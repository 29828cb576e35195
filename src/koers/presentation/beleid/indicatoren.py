"""Indicators: what the source says was measured, towards which target, how Koers counts, what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.policy import NIET_IN_BRON, Ontbreekt
from koers.policy.kinds.indicators import Doel, Indicator, Telling, Waarneming
from koers.presentation.beelden.staven import Staaf, Streep, staven
from koers.presentation.beleid.delen import (
    Afkomst,
    Omgeving,
    Veld,
    exact,
    exact_procent,
    in_euro,
    leeftijd,
    lijst,
    links,
    taal,
    veld,
    velden,
    vragen,
)
from koers.presentation.beleid.woorden import INDICATORSOORTEN, PERIODEN, RICHTINGEN
from koers.presentation.opmaak import datum


@dataclass(frozen=True, slots=True)
class Kort:
    """An indicator as a line in the list. `nu`: the newest figure of the source, or that there is none."""

    naam: str
    adres: str
    wat: str
    nu: str
    doel: str
    open_vragen: int


@dataclass(frozen=True, slots=True)
class Kortgroep:
    titel: str
    regels: tuple[Kort, ...]


@dataclass(frozen=True, slots=True)
class Gemeten:
    """A figure of the source, with over whom it is as far as the source says."""

    gebied: str
    wanneer: str
    waarde: str
    woorden: str
    over: str
    vindplaats: str


@dataclass(frozen=True, slots=True)
class Gericht:
    """One target on one date; the same target may have two dates."""

    waarde: str
    woorden: str
    datum: str
    zoals_in_bron: str
    vindplaats: str


@dataclass(frozen=True, slots=True)
class Blad:
    """The page of an indicator."""

    naam: str
    kernzin: str
    wat: str
    waarom: str
    gemeten: tuple[Gemeten, ...]
    gericht: tuple[Gericht, ...]
    voorwaarden: tuple[str, ...]
    beeld: SafeString | None
    beeldtitel: str
    telling: tuple[Veld, ...]
    meer: tuple[Veld, ...]
    vragen: tuple[tuple[str, str], ...]
    afkomst: Afkomst


def in_short(om: Omgeving) -> tuple[Kortgroep, ...]:
    """The list, by kind."""
    groepen = []
    for soort, titel in INDICATORSOORTEN.items():
        van_soort = [een for een in om.beleid.indicatoren.values() if een.soort == soort]
        if van_soort:
            groepen.append(Kortgroep(str(titel), tuple(_short(een, om) for een in van_soort)))
    return tuple(groepen)


def _short(een: Indicator, om: Omgeving) -> Kort:
    nu = _newest(een)
    return Kort(
        taal(een.naam),
        om.adres("indicatoren", een.id),
        taal(een.wat),
        f"{value(een, nu.waarde)} ({_where_when(nu, om)})" if nu else "",
        "; ".join(taal(doel.in_woorden) for doel in een.doelen),
        len(een.open_vragen),
    )


def sheet(een: Indicator, om: Omgeving) -> Blad:
    """The page."""
    titel = _picture_title(een)
    return Blad(
        taal(een.naam),
        _lead(een, om),
        taal(een.wat),
        taal(een.waarom),
        tuple(_measured(een, waarneming, om) for waarneming in observations(een)),
        tuple(regel for doel in een.doelen for regel in _aimed(een, doel, om)),
        tuple(taal(voorwaarde) for doel in een.doelen for voorwaarde in doel.voorwaarden),
        _picture(een, om, titel),
        titel,
        _counting(een, om),
        _more(een, om),
        vragen(een.open_vragen),
        om.afkomst(een.herkomst),
    )


def observations(een: Indicator) -> list[Waarneming]:
    """Every figure that the source gives."""
    return [*([een.startwaarde] if een.startwaarde else []), *een.waarnemingen]


def _newest(een: Indicator) -> Waarneming | None:
    """The last dated figure of the smallest area; an undated one only when there is no other."""
    gevonden = observations(een)
    met_datum = [w for w in gevonden if not isinstance(w.peil, Ontbreekt)]
    if not met_datum:
        return gevonden[0] if gevonden else None
    eerste = met_datum[0].gebied
    return [w for w in met_datum if w.gebied == eerste][-1]


def value(een: Indicator, waarde: Decimal) -> str:
    """A figure of this indicator with its unit."""
    if een.eenheid == "procent":
        return exact_procent(waarde)
    if een.eenheid == "procent_verandering":
        teken = "+" if waarde > 0 else ""
        return f"{teken}{exact_procent(waarde)}"
    if een.eenheid == "euro":
        return in_euro(waarde)
    return f"{exact(waarde)} {taal(een.eenheid_tekst)}"


def _lead(een: Indicator, om: Omgeving) -> str:
    """What is known and what is wanted, in one or two sentences."""
    nu = _newest(een)
    if nu is None:
        zin = _("Hierover is nog geen cijfer gepubliceerd.")
    elif isinstance(nu.peil, Ontbreekt):
        zin = _("De bron noemt %(waarde)s voor %(gebied)s, zonder jaar.") % {
            "waarde": value(een, nu.waarde),
            "gebied": om.noem("gebieden", nu.gebied).tekst,
        }
    else:
        zin = _("De bron noemt %(waarde)s voor %(gebied)s (%(wanneer)s).") % {
            "waarde": value(een, nu.waarde),
            "gebied": om.noem("gebieden", nu.gebied).tekst,
            "wanneer": taal(nu.peil),
        }
    if not een.doelen:
        return f"{zin} {RICHTINGEN[een.richting]}"
    return f"{zin} {' '.join(_goal(doel) for doel in een.doelen)}"


def _goal(doel: Doel) -> str:
    tekst = taal(doel.in_woorden)
    woorden = {"doel": tekst[:1].lower() + tekst[1:]}
    if isinstance(doel.streefdata, Ontbreekt):
        return _("Het doel: %(doel)s. Wanneer dat gehaald moet zijn, staat niet in de bron.") % woorden
    woorden["wanneer"] = _(" of ").join(taal(een.zoals_in_bron) for een in doel.streefdata)
    if len(doel.streefdata) == 1:
        return _("Het doel: %(doel)s, %(wanneer)s.") % woorden
    return _("Het doel: %(doel)s. De bron geeft er twee data voor: %(wanneer)s.") % woorden


def _measured(een: Indicator, nu: Waarneming, om: Omgeving) -> Gemeten:
    return Gemeten(
        om.noem("gebieden", nu.gebied).tekst,
        taal(nu.peil),
        value(een, nu.waarde),
        taal(nu.in_woorden),
        _over(nu.telling),
        om.bron(nu.vindplaats),
    )


def _over(telling: Telling) -> str:
    """Over whom, as far as the source says; what it does not say is said."""
    if {telling.teller, telling.noemer, telling.leeftijd} == {NIET_IN_BRON}:
        return _("De bron zegt niet wie er meetellen, en als deel van wie.")
    return _("%(teller)s, als deel van: %(noemer)s; leeftijd: %(leeftijd)s") % {
        "teller": taal(telling.teller),
        "noemer": taal(telling.noemer),
        "leeftijd": leeftijd(telling.leeftijd),
    }


def _aimed(een: Indicator, doel: Doel, om: Omgeving) -> Iterator[Gericht]:
    waarde = (
        taal(doel.streefwaarde) if isinstance(doel.streefwaarde, Ontbreekt) else value(een, doel.streefwaarde)
    )
    if isinstance(doel.streefdata, Ontbreekt):
        yield Gericht(
            waarde,
            taal(doel.in_woorden),
            taal(doel.streefdata),
            "",
            "; ".join(om.bron(b) for b in een.herkomst.bron),
        )
        return
    for dag in doel.streefdata:
        yield Gericht(
            waarde, taal(doel.in_woorden), datum(dag.datum), taal(dag.zoals_in_bron), om.bron(dag.vindplaats)
        )


def _counting(een: Indicator, om: Omgeving) -> tuple[Veld, ...]:
    meting = een.meting
    aanname = (om.noem("aannames", meting.aanname),) if meting.aanname else ()
    return velden(
        veld(_("Teller"), meting.teller),
        veld(_("Noemer"), meting.noemer),
        veld(_("Leeftijd"), leeftijd(meting.leeftijd)),
        veld(_("Periode"), str(PERIODEN[meting.periode])),
        veld(_("Eenheid"), een.eenheid_tekst),
        veld(_("Grens"), _days(een.grens_dagen)),
        veld(_("Vergeleken met"), _base(een)),
        links(_("Zo tellen is onze aanname"), aanname)
        if aanname
        else veld(_("Zo tellen"), _("zegt de bron zelf")),
    )


def _days(dagen: int | None) -> str:
    return "" if dagen is None else ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": dagen}


def _base(een: Indicator) -> str:
    return taal(een.basisjaar) if isinstance(een.basisjaar, Ontbreekt) else str(een.basisjaar or "")


def _more(een: Indicator, om: Omgeving) -> tuple[Veld, ...]:
    opgaven = [opgave.id for opgave in om.beleid.opgaven.values() if een.id in opgave.gemeten_met]
    risicos = [risico.id for risico in om.beleid.risicos.values() if een.id in risico.indicatoren]
    opbouw = [f"{taal(deel.naam)}: {value(een, deel.waarde)}" for deel in een.opbouw]
    return velden(
        lijst(_("Het doel bestaat uit"), opbouw),
        links(_("Hoort bij de opgaven"), om.noemen("opgaven", opgaven)),
        links(_("Laat zien of deze risico’s spelen"), om.noemen("risicos", risicos)),
        veld(_("Nummer in de bron"), een.nummer_in_bron),
        veld(_("Toelichting"), een.toelichting),
    )


def _picture_title(een: Indicator) -> str:
    """What the picture shows: the figures of the source beside the target."""
    if een.doelen and observations(een):
        return _("%(naam)s: wat de bron noemt, naast het doel") % {"naam": taal(een.naam)}
    return _("%(naam)s: wat de bron noemt") % {"naam": taal(een.naam)}


def _picture(een: Indicator, om: Omgeving, titel: str) -> SafeString | None:
    """Bars of the figures with the target dashed; None where the source gives no figure to draw."""
    gevonden = observations(een)
    if not gevonden or any(waarneming.waarde < 0 for waarneming in gevonden):
        return None
    return staven(
        id="cijfers-beeld",
        titel=titel,
        omschrijving=_(
            "Liggende staven vanaf nul, met het doel als stippellijn. De tabel geeft dezelfde getallen."
        ),
        rijen=[_bar(een, waarneming, om) for waarneming in gevonden],
        strepen=list(_dashes(een)),
    )


def _bar(een: Indicator, nu: Waarneming, om: Omgeving) -> Staaf:
    return Staaf(_where_when(nu, om), float(nu.waarde), value(een, nu.waarde))


def _where_when(nu: Waarneming, om: Omgeving) -> str:
    wanneer = _("zonder jaar") if isinstance(nu.peil, Ontbreekt) else taal(nu.peil)
    return f"{om.noem('gebieden', nu.gebied).tekst}, {wanneer}"


def _dashes(een: Indicator) -> Iterator[Streep]:
    """One line per target; two dates of the same target stand in its words."""
    for doel in een.doelen:
        if isinstance(doel.streefwaarde, Ontbreekt) or doel.streefwaarde < 0:
            continue
        woorden = {"waarde": value(een, doel.streefwaarde)}
        if isinstance(doel.streefdata, Ontbreekt):
            yield Streep(float(doel.streefwaarde), _("doel: %(waarde)s, zonder datum") % woorden)
            continue
        woorden["dagen"] = _(" of ").join(datum(dag.datum) for dag in doel.streefdata)
        yield Streep(float(doel.streefwaarde), _("doel: %(waarde)s op %(dagen)s") % woorden)
