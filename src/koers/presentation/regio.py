"""The state of the region as people read it: sentences, the table, what stands beside it, the notes.

Compared, never ranked: no numbers of places, alphabetical unless somebody asks otherwise, no colours for
good or bad. Every column says its year and over whom it is counted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.actions.monitor.cijfers import Cijfer, Spreiding
from koers.actions.monitor.regio import GebiedRegel, RegioOverzicht
from koers.domain.grootheden import GROOTHEDEN, Bron, Samenvoegen, SoortPeriode
from koers.domain.namen import fold
from koers.presentation.grootheden import REDENEN, WOORDEN, period, show
from koers.presentation.opmaak import getal

# The columns that always stand in the table; what is chosen for the pictures comes as one more.
VASTE_KOLOMMEN = ("inwoners", "jeugd_0_18", "jeugdzorg_in_natura", "verdeelsleutel")
JEUGDZORG = "jeugdzorg_in_natura"
NAAM, INKOOPREGIO = "naam", "inkoopregio"
# The middle municipality of the country is only named when nearly all of them have a figure.
BIJNA_ALLE = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What somebody asked for, cleaned: an unknown word is as if nothing was asked."""

    cijfer: str
    inkoopregio: str
    sorteer: str
    jaar: int | None

    @classmethod
    def of(cls, vraag: Mapping[str, str], overzicht: RegioOverzicht, jaar: int | None) -> "Keuzes":
        """From the words in the address."""
        cijfers = overzicht.grootheden
        namen = {NAAM, INKOOPREGIO, *cijfers}
        sorteer = vraag.get("sorteer", NAAM)
        cijfer = vraag.get("cijfer", "")
        inkoop = vraag.get("inkoopregio", "")
        eerste = JEUGDZORG if JEUGDZORG in cijfers else next(iter(cijfers), "")
        return cls(
            cijfer if cijfer in cijfers else eerste,
            inkoop if inkoop in {regio.code for regio in overzicht.inkoopregios} else "",
            sorteer if sorteer.removeprefix("-") in namen else NAAM,
            jaar,
        )

    def address(self, **anders: str) -> str:
        """The same page with other choices; what is usual stays out of the address."""
        alle = {
            "cijfer": self.cijfer if self.cijfer != JEUGDZORG else "",
            "inkoopregio": self.inkoopregio,
            "sorteer": self.sorteer if self.sorteer != NAAM else "",
            "jaar": str(self.jaar or ""),
        } | anders
        return "?" + urlencode({naam: waarde for naam, waarde in alle.items() if waarde})


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell. `stil`: there is no number, and the words say why. `uitleg`: how the number came about."""

    label: str
    woorden: str
    stil: bool = False
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `richting`: as aria-sort says it. `adres` sorts by it, or the other way round."""

    sleutel: str
    kop: str
    onder: str
    richting: str
    adres: str


@dataclass(frozen=True, slots=True)
class Rij:
    """One area with its cells."""

    code: str
    naam: str
    adres: str
    inkoopregio: str
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Notitie:
    """Of one column: what is counted, over whom, when, and where it comes from."""

    kop: str
    teller: str
    noemer: str
    periode: str
    bronnen: str


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """A list to choose from, as the form shows it."""

    naam: str
    woorden: str
    opties: tuple[tuple[str, str], ...]
    gekozen: str


@dataclass(frozen=True, slots=True)
class Staat:
    """The page. `zinnen` is the answer; `getoond` says what the table shows now."""

    zinnen: tuple[str, ...]
    getoond: str
    keuzes: Keuzes
    lijsten: tuple[Keuzelijst, ...]
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    ernaast: tuple[Rij, ...]
    notities: tuple[Notitie, ...]
    ook: tuple[str, ...]


AdresVan = Callable[[str], str]


def state(overzicht: RegioOverzicht, keuzes: Keuzes, adres_van: AdresVan) -> Staat:
    """The whole page from the figures and what somebody asked for."""
    kolommen = columns(overzicht, keuzes)
    namen = {regio.code: regio.naam for regio in overzicht.inkoopregios}
    gekozen = chosen(overzicht, keuzes)
    return Staat(
        zinnen=tuple(sentences(overzicht)),
        getoond=shown(overzicht, keuzes, len(gekozen)),
        keuzes=keuzes,
        lijsten=tuple(_lists(overzicht, keuzes)),
        kolommen=tuple(_column(naam, overzicht, keuzes) for naam in (NAAM, INKOOPREGIO, *kolommen)),
        rijen=tuple(_row(regel, kolommen, namen, adres_van(regel.code)) for regel in gekozen),
        ernaast=tuple(_beside(overzicht, kolommen)),
        notities=tuple(_note(grootheid, overzicht) for grootheid in kolommen),
        ook=tuple(remarks(overzicht, kolommen)),
    )


def columns(overzicht: RegioOverzicht, keuzes: Keuzes) -> tuple[str, ...]:
    """The quantities in the table: the fixed ones, and the one of the pictures."""
    cijfers = overzicht.grootheden
    vast = [grootheid for grootheid in VASTE_KOLOMMEN if grootheid in cijfers]
    return tuple(dict.fromkeys([*vast, keuzes.cijfer] if keuzes.cijfer else vast))


def chosen(overzicht: RegioOverzicht, keuzes: Keuzes) -> list[GebiedRegel]:
    """The municipalities that were asked for, in the order asked for; who has no figure stands last."""
    rijen = [r for r in overzicht.gemeenten if keuzes.inkoopregio in ("", r.inkoopregio)]
    rijen.sort(key=lambda regel: fold(regel.naam))
    sleutel, omgekeerd = keuzes.sorteer.removeprefix("-"), keuzes.sorteer.startswith("-")
    if sleutel in (NAAM, INKOOPREGIO):
        rijen.sort(
            key=lambda regel: fold(regel.naam if sleutel == NAAM else regel.inkoopregio), reverse=omgekeerd
        )
        return rijen
    met = [regel for regel in rijen if regel.cijfers[sleutel].waarde is not None]
    zonder = [regel for regel in rijen if regel.cijfers[sleutel].waarde is None]
    met.sort(key=lambda regel: regel.cijfers[sleutel].waarde or Decimal(0), reverse=omgekeerd)
    return met + zonder


# --- sentences --------------------------------------------------------------------------------------


def sentences(overzicht: RegioOverzicht) -> list[str]:
    """What the figures say, each over its own people and never multiplied with one another."""
    found = [_young(overzicht), _care(overzicht)]
    return [zin for zin in found if zin]


def _young(overzicht: RegioOverzicht) -> str:
    totaal = overzicht.regio.cijfers.get("jeugd_0_18")
    delen = [(regio.naam, regio.cijfers.get("jeugd_0_18")) for regio in overzicht.inkoopregios]
    if totaal is None or totaal.waarde is None:
        return ""
    basis = {"aantal": getal(totaal.waarde), "jaar": totaal.jaar, "regio": overzicht.regio.naam}
    bekend = [(naam, deel.waarde) for naam, deel in delen if deel and deel.waarde is not None]
    if len(bekend) != 2 or sum(waarde for _naam, waarde in bekend) != totaal.waarde:
        return _("In %(regio)s wonen %(aantal)s jeugdigen (0 t/m 18 jaar, %(jaar)s).") % basis
    (een, zoveel), (ander, rest) = sorted(bekend, key=lambda paar: -paar[1])
    return _(
        "Van de %(aantal)s jeugdigen (0 t/m 18 jaar, %(jaar)s) in %(regio)s "
        "wonen er %(zoveel)s in %(een)s en %(rest)s in %(ander)s."
    ) % (basis | {"een": een, "zoveel": getal(zoveel), "ander": ander, "rest": getal(rest)})


def _care(overzicht: RegioOverzicht) -> str:
    spreiding = overzicht.regio.spreiding.get(JEUGDZORG)
    if spreiding is None:
        return ""
    zin = _(
        "Van de personen tot 23 jaar kreeg per gemeente %(laagste)s tot %(hoogste)s "
        "jeugdzorg in natura (%(jaar)s)."
    ) % {
        "laagste": show(JEUGDZORG, spreiding.laagste),
        "hoogste": show(JEUGDZORG, spreiding.hoogste),
        "jaar": spreiding.jaar,
    }
    midden = middle(overzicht, JEUGDZORG)
    if midden is None:
        return zin
    return f"{zin} " + _("In de middelste gemeente van Nederland was dat %(midden)s.") % {
        "midden": show(JEUGDZORG, midden.mediaan)
    }


def middle(overzicht: RegioOverzicht, grootheid: str) -> Spreiding | None:
    """How the municipalities of the country differ, if nearly all of them have this figure."""
    spreiding = overzicht.nederland.spreiding.get(grootheid)
    alle = max((een.aantal for een in overzicht.nederland.spreiding.values()), default=0)
    if spreiding is None or alle <= len(overzicht.gemeenten):
        return None
    return spreiding if spreiding.aantal >= BIJNA_ALLE * alle else None


def shown(overzicht: RegioOverzicht, keuzes: Keuzes, aantal: int) -> str:
    """What the table shows now; read aloud when it changes."""
    woorden = {
        "aantal": aantal,
        "volgorde": dict(_orders(overzicht)).get(keuzes.sorteer, ""),
        "waar": next(
            (regio.naam for regio in overzicht.inkoopregios if regio.code == keuzes.inkoopregio),
            overzicht.regio.naam,
        ),
    }
    return (
        ngettext(
            "%(aantal)s gemeente van %(waar)s. Volgorde: %(volgorde)s.",
            "%(aantal)s gemeenten van %(waar)s. Volgorde: %(volgorde)s.",
            aantal,
        )
        % woorden
    )


# --- the table --------------------------------------------------------------------------------------


# How a number came about, in the word that fits below it; the page says what the words mean.
KORT = {
    "": "",
    "som": gettext_lazy("opgeteld"),
    "gewogen": gettext_lazy("gewogen"),
    "afgeleid": gettext_lazy("uitgerekend"),
}


def cell(grootheid: str, cijfer: Cijfer) -> Cel:
    """A figure as it stands in the table, or why there is none."""
    label = str(WOORDEN[grootheid].kort)
    if cijfer.waarde is None:
        return Cel(label, str(reason(grootheid, cijfer)), stil=True)
    uitleg = str(KORT[cijfer.berekening])
    if cijfer.voorlopig:
        uitleg = f"{uitleg}; {_('voorlopig')}" if uitleg else _("voorlopig")
    return Cel(label, show(grootheid, cijfer.waarde), uitleg=uitleg)


def reason(grootheid: str, cijfer: Cijfer) -> str:
    """Why there is no number, in a word or two that fit in a cell; the notes say more."""
    if cijfer.reden == "niet_gepubliceerd":
        return _("niet gepubliceerd")
    if cijfer.reden == "onvolledig" and GROOTHEDEN[grootheid].bron is Bron.REGIO:
        return _("alleen in de regio")
    return str(REDENEN[cijfer.reden])


def area_name(regel: GebiedRegel) -> str:
    """The name of an area; only the country has another one in English."""
    return _("Nederland") if regel.soort == "land" else regel.naam


def _row(regel: GebiedRegel, kolommen: Sequence[str], namen: Mapping[str, str], adres: str) -> Rij:
    return Rij(
        regel.code,
        area_name(regel),
        adres,
        namen.get(regel.inkoopregio, ""),
        tuple(cell(grootheid, regel.cijfers[grootheid]) for grootheid in kolommen),
    )


def _beside(overzicht: RegioOverzicht, kolommen: Sequence[str]) -> list[Rij]:
    """The inkoopregio's, the region, the country, and the municipality in the middle of the country."""
    gehelen = [*overzicht.inkoopregios, overzicht.regio, overzicht.nederland]
    rijen = [_row(regel, kolommen, {}, "") for regel in gehelen]
    middens = {grootheid: middle(overzicht, grootheid) for grootheid in kolommen}
    bekend = [midden for midden in middens.values() if midden is not None]
    if not bekend:
        return rijen
    naam = _("Middelste van %(aantal)s gemeenten in Nederland") % {
        "aantal": max(midden.aantal for midden in bekend)
    }
    cellen = tuple(middle_cell(grootheid, midden) for grootheid, midden in middens.items())
    return [*rijen, Rij("", naam, "", "", cellen)]


def middle_cell(grootheid: str, midden: Spreiding | None) -> Cel:
    """The municipality in the middle; `midden` None: only the region has this figure."""
    label = str(WOORDEN[grootheid].kort)
    if midden is None:
        return Cel(label, _("alleen in de regio"), stil=True)
    return Cel(label, show(grootheid, midden.mediaan))


def _column(naam: str, overzicht: RegioOverzicht, keuzes: Keuzes) -> Kolom:
    sleutel, omgekeerd = keuzes.sorteer.removeprefix("-"), keuzes.sorteer.startswith("-")
    richting = ("descending" if omgekeerd else "ascending") if sleutel == naam else ""
    # Numbers are first asked for from large to small, names from A to Z.
    if naam in (NAAM, INKOOPREGIO):
        volgende = f"-{naam}" if richting == "ascending" else naam
        kop = _("Gemeente") if naam == NAAM else _("Inkoopregio")
        return Kolom(naam, kop, "", richting, keuzes.address(sorteer=volgende if volgende != NAAM else ""))
    volgende = naam if richting == "descending" else f"-{naam}"
    return Kolom(
        naam,
        str(WOORDEN[naam].kort),
        under(naam, overzicht.jaren[naam]),
        richting,
        keuzes.address(sorteer=volgende),
    )


def under(grootheid: str, jaar: int) -> str:
    """Below the name of a column: the year, and over whom."""
    noemer = str(WOORDEN[grootheid].noemer)
    if grootheid == "jeugd_0_18":
        return _("0 t/m 18 jaar, %(jaar)s") % {"jaar": jaar}
    if grootheid == "verdeelsleutel":
        return _("%% van de kosten, %(jaar)s") % {"jaar": jaar}
    if GROOTHEDEN[grootheid].eenheid == "per_1000":
        return _("per 1.000 inwoners, %(jaar)s") % {"jaar": jaar}
    if GROOTHEDEN[grootheid].eenheid == "procent":
        return _("%% van %(noemer)s, %(jaar)s") % {"noemer": noemer, "jaar": jaar}
    if GROOTHEDEN[grootheid].periode is SoortPeriode.PEILDATUM:
        return _("1 januari %(jaar)s") % {"jaar": jaar}
    return str(jaar)


def _note(grootheid: str, overzicht: RegioOverzicht) -> Notitie:
    woorden, jaar = WOORDEN[grootheid], overzicht.jaren[grootheid]
    gebieden = [*overzicht.gemeenten, *overzicht.inkoopregios, overzicht.regio, overzicht.nederland]
    gevonden = [bron for gebied in gebieden for bron in gebied.cijfers[grootheid].bron.split("; ")]
    bronnen = sorted(set(gevonden) - {""})
    return Notitie(
        str(woorden.naam),
        str(woorden.teller),
        str(woorden.noemer),
        period(grootheid, jaar),
        "; ".join(bronnen),
    )


def remarks(overzicht: RegioOverzicht, kolommen: Sequence[str]) -> Iterator[str]:
    """What somebody would otherwise stumble over: a key that is not 100%, a figure over other people."""
    sleutel = overzicht.regio.cijfers.get("verdeelsleutel")
    if "verdeelsleutel" in kolommen and sleutel and sleutel.waarde not in (None, Decimal(100)):
        yield _("De gepubliceerde aandelen in de sleutel zijn afgerond en tellen op tot %(totaal)s.") % {
            "totaal": show("verdeelsleutel", sleutel.waarde or Decimal(0))
        }
    for grootheid in sorted(set(overzicht.jaren) - set(overzicht.grootheden)):
        cijfer = overzicht.regio.cijfers[grootheid]
        if cijfer.waarde is not None:
            yield _(
                "Voor heel %(regio)s is ook gepubliceerd: %(waarde)s (%(naam)s, %(jaar)s). "
                "Geteld over: %(noemer)s. Het is daarom niet te vergelijken met de cijfers "
                "van het CBS. Bron: %(bron)s."
            ) % {
                "regio": overzicht.regio.naam,
                "waarde": show(grootheid, cijfer.waarde),
                "naam": str(WOORDEN[grootheid].naam)[:1].lower() + str(WOORDEN[grootheid].naam)[1:],
                "jaar": cijfer.jaar,
                "noemer": str(WOORDEN[grootheid].noemer),
                "bron": cijfer.bron,
            }


# --- choices ----------------------------------------------------------------------------------------


def _lists(overzicht: RegioOverzicht, keuzes: Keuzes) -> list[Keuzelijst]:
    lijsten = [
        Keuzelijst(
            "cijfer",
            _("Cijfer op kaart en in staven"),
            tuple((grootheid, str(WOORDEN[grootheid].naam)) for grootheid in overzicht.grootheden),
            keuzes.cijfer,
        ),
        Keuzelijst(
            "inkoopregio",
            _("Inkoopregio"),
            (("", _("allebei")), *((regio.code, regio.naam) for regio in overzicht.inkoopregios)),
            keuzes.inkoopregio,
        ),
        Keuzelijst("sorteer", _("Volgorde"), tuple(_orders(overzicht)), keuzes.sorteer),
    ]
    if len(overzicht.beschikbare_jaren) > 1:
        jaren = tuple((str(jaar), str(jaar)) for jaar in reversed(overzicht.beschikbare_jaren))
        lijsten.append(
            Keuzelijst("jaar", _("Cijfers tot en met"), (("", _("nieuwste")), *jaren), str(keuzes.jaar or ""))
        )
    return lijsten


def _orders(overzicht: RegioOverzicht) -> list[tuple[str, str]]:
    """Every order there is, in words."""
    found = [
        (NAAM, _("naam, van A tot Z")),
        (f"-{NAAM}", _("naam, van Z tot A")),
        (INKOOPREGIO, _("inkoopregio, van A tot Z")),
        (f"-{INKOOPREGIO}", _("inkoopregio, van Z tot A")),
    ]
    for grootheid in overzicht.grootheden:
        kort = {"kort": str(WOORDEN[grootheid].kort).lower()}
        found.append((f"-{grootheid}", _("%(kort)s, van hoog naar laag") % kort))
        found.append((grootheid, _("%(kort)s, van laag naar hoog") % kort))
    return found


def comparable(grootheid: str) -> bool:
    """Whether an area's figure can stand beside that of one municipality: a share can, a sum cannot."""
    return GROOTHEDEN[grootheid].samenvoegen is not Samenvoegen.SOM
