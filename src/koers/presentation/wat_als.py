"""The forecast in words, as a table and as a picture."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.presentation.beelden.waaier import Jaarpunt, Vlag, waaier
from koers.presentation.opmaak import aandeel, datum, euro, getal, procent


@dataclass(frozen=True, slots=True)
class Knopwoorden:
    """Of a lever: its name, what it means, what the law leaves as it is (the least that stays possible), what
    it does for people, and what the source does with the money that comes free. All are lazy texts."""

    naam: Any
    uitleg: Any
    wet: Any
    mensen: Any
    terug: Any


# What comes free stays in the youth domain: Koersen, "Herinvesteren", and the condition at the first KPI.
_TERUG = gettext_lazy("Blijft in het jeugddomein: voorzieningen zonder besluit, voor iedereen.")
KNOPPEN = {
    "instroom-toegang": Knopwoorden(
        gettext_lazy("Minder nieuwe jeugdigen via de gemeente"),
        gettext_lazy("Door hulp in de wijk, voordat een besluit nodig is. Hulp op School staat apart."),
        gettext_lazy("Wie hulp nodig heeft en die niet zelf kan vinden, houdt er recht op (Jeugdwet 2.3)."),
        gettext_lazy(
            "Eerder en dichterbij geholpen, zonder besluit. Risico: wie toch meer nodig heeft, wacht."
        ),
        gettext_lazy("In de hulp in de wijk zelf."),
    ),
    "instroom-arts": Knopwoorden(
        gettext_lazy("Minder nieuwe jeugdigen via de arts"),
        gettext_lazy("Door afspraken met de huisartsen over verwijzen. De POH Jeugd staat apart."),
        gettext_lazy("De arts blijft vrij om te verwijzen (Jeugdwet 2.6, lid 1, onder e)."),
        gettext_lazy(
            "Een gesprek bij de eigen huisarts in plaats van een verwijzing. Risico: een extra stap."
        ),
        _TERUG,
    ),
    "duur-4-5": Knopwoorden(
        gettext_lazy("Kortere hulp op niveau 4 en 5"),
        gettext_lazy("Door op tijd te evalueren en af te schalen."),
        gettext_lazy("Hulp stopt niet omdat een termijn om is: verlengen blijft mogelijk."),
        gettext_lazy("Niet langer in hulp dan nodig. Risico: te vroeg stoppen, en terugkomen."),
        _TERUG,
    ),
    "duur-6-8": Knopwoorden(
        gettext_lazy("Kortere hulp op niveau 6 tot en met 8"),
        gettext_lazy("Door eerder terug naar huis, of naar een kleine woonvoorziening dichtbij."),
        gettext_lazy(
            "Wie uit huis gaat, woont als het kan bij pleegouders of in een gezinshuis (Jeugdwet 2.3, lid 6)."
        ),
        gettext_lazy("Eerder weer thuis of dicht bij huis. Risico: thuis is nog niet klaar."),
        gettext_lazy("In hulp thuis en kleine woonvoorzieningen dichtbij."),
    ),
    "vervolg": Knopwoorden(
        gettext_lazy("Minder hulp die doorgaat of terugkomt"),
        gettext_lazy("Door afspraken over herindicaties, ook met de huisartsen."),
        gettext_lazy("Lopende hulp gaat door tot de evaluatie klaar is."),
        gettext_lazy("Na de hulp weer gewoon meedoen. Risico: een gezin staat er te vroeg alleen voor."),
        _TERUG,
    ),
    "collectief": Knopwoorden(
        gettext_lazy("Individuele hulp die collectief wordt"),
        gettext_lazy(
            "Een deel van de nieuwe hulp op niveau 4 en 5 wordt een groep of voorziening op niveau 3."
        ),
        gettext_lazy("Dit is een onderzoek uit het plan, nog geen beleid."),
        gettext_lazy("Steun van leeftijdgenoten, en snel plaats. Risico: een groep past niet bij iedereen."),
        gettext_lazy("In de groepen en voorzieningen zelf (niveau 3)."),
    ),
    "poh-jeugd": Knopwoorden(
        gettext_lazy("POH Jeugd: eerst een licht gesprek bij de huisarts"),
        gettext_lazy("Minder nieuwe jeugdigen via de arts, omdat lichte hulp genoeg was."),
        gettext_lazy("De arts blijft vrij om te verwijzen (Jeugdwet 2.6, lid 1, onder e)."),
        gettext_lazy("Binnen vier weken een gesprek dichtbij. Risico: wie meer nodig heeft, wacht."),
        gettext_lazy("In de POH Jeugd (opgave 7)."),
    ),
    "hulp-op-school": Knopwoorden(
        gettext_lazy("Hulp op School"),
        gettext_lazy("Minder nieuwe jeugdigen via de gemeente, door groepen en gesprekken op school."),
        gettext_lazy("Wie hulp nodig heeft en die op school niet vindt, houdt er recht op (Jeugdwet 2.3)."),
        gettext_lazy("Hulp in de klas en bij vrienden. Risico: wie niet naar school gaat, wordt gemist."),
        gettext_lazy("In Hulp op School (opgave 8)."),
    ),
    "herindicatie": Knopwoorden(
        gettext_lazy("Minder herindicaties bij huisartsenpraktijken"),
        gettext_lazy(
            "Hulp die na een verwijzing van zo’n praktijk doorgaat of terugkomt, omdat de praktijk eerst met "
            "het gezin kijkt wat nog nodig is."
        ),
        gettext_lazy(
            "De arts mag altijd opnieuw verwijzen (Jeugdwet 2.6, lid 1, onder e). Gevraagd mag worden "
            "waarom; lopende hulp gaat door tot de evaluatie klaar is."
        ),
        gettext_lazy(
            "Eerst samen kijken of het doel is bereikt. Risico: een gezin staat er te vroeg alleen voor."
        ),
        gettext_lazy("In de POH Jeugd van die praktijken; wat overblijft, blijft in het jeugddomein."),
    ),
}


# A line of a table: its own heading, and its cells: the heading of the column, the text, its band.
Cel = tuple[str, str, str]
Regel = tuple[str, tuple[Cel, ...]]


@dataclass(frozen=True, slots=True)
class Watalsvel:
    """What the page shows."""

    naam: str
    tot: str
    kernzin: str
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    beeld: SafeString
    geldzin: str
    met: bool
    uitgavenkoppen: tuple[str, ...]
    uitgavenregels: tuple[Regel, ...]


def sheet(blik) -> Watalsvel:
    """A `koers.actions.prognose.wat_als.Vooruitblik` as text in the language of now."""
    koppen = [_("Zonder maatregelen")]
    if blik.met:
        koppen.append(_("Met maatregelen"))
    if blik.doel is not None:
        koppen.append(_("Kans op %(doel)s") % {"doel": procent(blik.doel)})
    return Watalsvel(
        naam=blik.gebied.naam,
        tot=datum(blik.tot),
        kernzin=in_a_sentence(blik),
        koppen=tuple(koppen),
        regels=tuple(_line(blik, koppen, nummer) for nummer in range(len(blik.zonder))),
        beeld=_picture(blik),
        geldzin=money_sentence(blik.geld) if blik.geld else "",
        met=blik.met is not None,
        uitgavenkoppen=_spending_heads(blik),
        uitgavenregels=tuple(_spending_line(blik, een) for een in blik.uitgaven),
    )


@dataclass(frozen=True, slots=True)
class Maatregelregel:
    """A lever in words; `effect`: "between .. and ..", or what Koers makes of any effect."""

    naam: str
    effect: str
    woorden: Knopwoorden


def measures(wens, bereiken) -> tuple[Maatregelregel, ...]:
    """Every lever: what comes of its effect, the least that the law asks, people, and the money."""
    ingevuld = {inzet.knop.sleutel: inzet.procent for inzet in wens.inzetten}
    return tuple(
        Maatregelregel(str(woorden.naam), _effect(ingevuld.get(sleutel, 0), bereiken[sleutel]), woorden)
        for sleutel, woorden in KNOPPEN.items()
    )


def _effect(ingevuld: int, bereik) -> str:
    wat = {
        "laag": procent((ingevuld or 100) * bereik.laag, 0),
        "hoog": procent((ingevuld or 100) * bereik.hoog, 0),
    }
    if not ingevuld:
        return _("Tussen %(laag)s en %(hoog)s van wat u invult") % wat
    return _("Waarschijnlijk %(midden)s minder, tussen %(laag)s en %(hoog)s") % {
        **wat,
        "midden": procent(ingevuld, 0),
    }


def _spending_heads(blik) -> tuple[str, ...]:
    eerste = blik.uitgaven[0] if blik.uitgaven else None
    koppen = [_("Tarieven van nu")]
    if eerste and any(een.nu != een.zonder for een in blik.uitgaven):
        koppen.append(_("Met indexatie"))
    if eerste and eerste.met is not None:
        koppen.append(_("Met maatregelen"))
    return tuple(koppen)


def _spending_line(blik, een) -> Regel:
    koppen = _spending_heads(blik)
    bedragen = [een.nu]
    if _("Met indexatie") in koppen:
        bedragen.append(een.zonder)
    if een.met is not None:
        bedragen.append(een.met)
    band = f"{euro(rounded_cents(een.onder))} – {euro(rounded_cents(een.boven))}"
    laatste = len(koppen) - 1
    jaar = _("Rest van %(jaar)s") % {"jaar": een.jaar}
    return (
        jaar if een.jaar == blik.tot.year else str(een.jaar),
        tuple(
            (kop, euro(rounded_cents(bedrag)), band if nummer == laatste else "")
            for nummer, (kop, bedrag) in enumerate(zip(koppen, bedragen, strict=True))
        ),
    )


def in_a_sentence(blik) -> str:
    """First of all: the chance of the goal, with and without."""
    zonder = next((k for k in blik.zonder if k.jaar == blik.doeljaar), blik.zonder[-1])
    met = next((k for k in blik.met or () if k.jaar == zonder.jaar), None)
    if blik.doel is None:
        gekozen = met or zonder
        onder, boven = gekozen.band
        return _(
            "In %(jaar)s heeft naar verwachting %(deel)s van de jeugdigen specialistische hulp; "
            "met 95%% kans ligt dat tussen %(onder)s en %(boven)s."
        ) % {
            "jaar": gekozen.jaar,
            "deel": procent(gekozen.aandeel),
            "onder": procent(onder),
            "boven": procent(boven),
        }
    wat = {"doel": procent(blik.doel), "jaar": zonder.jaar, "zonder": chance(zonder.kans)}
    if met is None:
        return _("Kans op %(doel)s of minder in %(jaar)s: %(zonder)s, als er niets verandert.") % wat
    return _("Kans op %(doel)s of minder in %(jaar)s: %(met)s. Zonder deze maatregelen: %(zonder)s.") % {
        **wat,
        "met": chance(met.kans),
    }


def chance(kans: float) -> str:
    """A chance out of hundreds of replications is never nought or certain."""
    if kans < 0.01:
        return _("minder dan 1%")
    return _("meer dan 99%") if kans > 0.99 else aandeel(kans, 0)


def _chance_in_a_cell(kans: float) -> str:
    return "<\u00a01%" if kans < 0.01 else ">\u00a099%" if kans > 0.99 else aandeel(kans, 0)


def _line(blik, koppen, nummer: int) -> Regel:
    runs = [blik.zonder[nummer], *([blik.met[nummer]] if blik.met else [])]
    cellen = []
    for kop, jaar in zip(koppen, runs, strict=False):
        onder, boven = jaar.band
        deel = {"deel": procent(jaar.aandeel), "aantal": getal(round(jaar.jeugd))}
        cellen.append((kop, _("%(deel)s (%(aantal)s)") % deel, f"{procent(onder)} – {procent(boven)}"))
    if blik.doel is not None:
        cellen.append((koppen[-1], _chance_in_a_cell(runs[-1].kans), ""))
    return str(runs[0].jaar), tuple(cellen)


def _picture(blik) -> SafeString:
    def points(kansen):
        return [Jaarpunt(k.jaar, k.aandeel, *k.band) for k in kansen or ()]

    doel = blik.doel
    return waaier(
        id="waaier",
        titel=_("Jeugdigen met specialistische hulp in %(gebied)s, in procenten")
        % {"gebied": blik.gebied.naam},
        omschrijving=_("De lijn is wat geteld is; daarna de verwachting met een band van 95%."),
        verleden=[Jaarpunt(jaar, 100 * teller / noemer) for jaar, teller, noemer in blik.verleden],
        zonder=points(blik.zonder),
        met=points(blik.met),
        doel=None
        if doel is None
        else Vlag(blik.doeljaar, float(doel), _("doel %(doel)s") % {"doel": procent(doel)}),
    )


def rounded_cents(cent: int) -> int:
    """A forecast to the cent would seem to know more than it does: thousands of euros."""
    return int(Decimal(cent) / 100_000 + (Decimal("0.5") if cent >= 0 else Decimal("-0.5"))) * 100_000


def money_sentence(geld) -> str:
    """When the costs are earned back, with the chance; or that none were filled in."""
    if geld.maand is None and geld.kans == 1:
        return _("Er zijn geen kosten ingevuld. De bedragen zijn wat er minder aan hulp wordt uitgegeven.")
    if geld.maand is None:
        return _("De kosten worden in deze jaren waarschijnlijk niet terugverdiend (kans %(kans)s).") % {
            "kans": chance(geld.kans)
        }
    return _("De kosten zijn naar verwachting terugverdiend in %(maand)s (kans in deze jaren: %(kans)s).") % {
        "maand": datum(geld.maand).split(" ", 1)[1],
        "kans": chance(geld.kans),
    }


def look_back_sentence(rapport, hoe_ver: str = "") -> str:
    """How well it would have done so far ahead; a year, when nothing is said."""
    keer = len(rapport.blikken)
    if not keer:
        return _("Terugkijken kan nog niet: daarvoor is de geschiedenis te kort.")
    return _(
        "Vanaf %(keer)s eerdere dagen rekende Koers %(hoe_ver)s vooruit. Het zat er "
        "gemiddeld %(fout)s naast; wie zei dat het bleef zoals het was, %(toen)s. "
        "Het echte aantal lag %(gedekt)s keer binnen de band."
    ) % {
        "keer": keer,
        "hoe_ver": hoe_ver or _("een jaar"),
        "fout": aandeel(rapport.fout),
        "toen": aandeel(rapport.fout_als_toen),
        "gedekt": rapport.gedekt,
    }


def look_back_lines(rapport) -> list[Regel]:
    """Per starting day: expected, band, what it became, and what it was."""
    epoch = date(1970, 1, 1)
    return [
        (
            datum(epoch + timedelta(days=blik.vanaf)),
            (
                (
                    _("Verwacht"),
                    getal(round(blik.verwacht)),
                    f"{getal(int(blik.onder))} – {getal(int(blik.boven))}",
                ),
                (_("Werd"), getal(blik.werkelijk), ""),
                (_("Was toen"), getal(blik.toen), ""),
            ),
        )
        for blik in rapport.blikken
    ]
