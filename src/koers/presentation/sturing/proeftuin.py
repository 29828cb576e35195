"""A proeftuin in words and a picture: what the figures say, how sure that is, and what would be needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.actions.sturing.proeftuinen_lezen import (
    OntwerpBeeld,
    ProeftuinBeeld,
    ProeftuinenBeeld,
    UitkomstBeeld,
)
from koers.actions.sturing.proeftuinmeting import told_municipalities
from koers.domain.proeftuinen import Aanloop, Effect, Meting, Punt, times_more, was_visible
from koers.presentation.beelden.tweelijnen import Paar, tweelijnen
from koers.presentation.opmaak import datum, getal
from koers.presentation.sturing.agenda import indicator_name
from koers.presentation.woorden import TOESTANDEN

HONDERD_KEER = 100  # needing more than this is needing something else


@dataclass(frozen=True, slots=True)
class Telrij:
    """The counts of one unit, a cell per period: "6 van 140"; empty where nothing was counted."""

    eenheid: str
    groep: bool
    cellen: tuple[str, ...]


def measure_name(ontwerp: OntwerpBeeld) -> str:
    """What is counted."""
    return indicator_name(ontwerp.indicator) if ontwerp.indicator else ontwerp.telt


def unit_names(eenheden: Sequence[str]) -> str:
    """Municipalities by name, other units as they were typed."""
    names = told_municipalities()
    return ", ".join(names.get(een, een) for een in eenheden)


def period_name(periode: str) -> str:
    """A year, or the days of a typed period; a whole year is called by its number."""
    if "/" not in periode:
        return periode
    begin, einde = (date.fromisoformat(een) for een in periode.split("/"))
    if (begin.month, begin.day) == (1, 1) and einde + timedelta(days=1) == date(begin.year + 1, 1, 1):
        return str(begin.year)
    return f"{begin:%d-%m-%Y} – {einde:%d-%m-%Y}"


def points(waarde: float | Decimal) -> str:
    """Percentage points with one decimal, two where one would say zero."""
    exact = abs(Decimal(str(waarde)))
    return getal(waarde, 2 if 0 < exact < Decimal("0.05") else 1)


def lead_all(beeld: ProeftuinenBeeld) -> str:
    """The answer of the list: how many run, and what waits."""
    loopt = sum(een.stand == "loopt" for een in beeld.regels)
    wacht = sum(een.te_laat or een.stand == "geevalueerd" for een in beeld.regels)
    if not beeld.regels:
        return _("Er is nog geen proeftuin.")
    zin = ngettext("Er loopt %(n)s proeftuin.", "Er lopen %(n)s proeftuinen.", loopt) % {"n": loopt}
    if wacht:
        zin += " " + ngettext(
            "%(n)s wacht op een evaluatie of een besluit.",
            "%(n)s wachten op een evaluatie of een besluit.",
            wacht,
        ) % {"n": wacht}
    return zin


def lead_one(een: ProeftuinBeeld) -> str:
    """The answer of the page: where it stands and what comes next."""
    if een.stand == "loopt" and een.mag_kijken:
        return _("De dag om te kijken is er. Evalueer de proeftuin.")
    if een.stand == "loopt":
        return _("De cijfers worden bekeken op %(dag)s, zoals afgesproken.") % {
            "dag": datum(een.evaluatie_op)
        }
    if een.stand == "ontwerp":
        return _("Zet het ontwerp vast voordat de proeftuin begint, op %(dag)s.") % {
            "dag": datum(een.ontwerp.begindatum)
        }
    if een.stand == "geevalueerd":
        return verdict_words(een.uitkomsten[-1], een.ontwerp)
    if een.afgebroken:
        return een.afgebroken.reden
    return een.besluiten[-1].reden


# --- what an evaluation says ------------------------------------------------------------------------


def verdict_words(uitkomst: UitkomstBeeld, ontwerp: OntwerpBeeld) -> str:
    """The verdict in one or two sentences, with the difference when it may be told."""
    effect = uitkomst.effect
    if uitkomst.oordeel == "te_weinig":
        return _(
            "Hier is niets over te zeggen: van de groep of van de vergelijking zijn er geen cijfers van voor"
            " en na het begin, of ze zijn te klein om te vertellen."
        )
    if uitkomst.oordeel == "loopt_uiteen":
        return _(
            "De groep en de vergelijking liepen al uiteen voordat de proeftuin begon. Wat daarna kwam, zegt"
            " dus niets over de proeftuin. Zoek een vergelijking die wel gelijk opliep."
        )
    zin = _verdicts()[uitkomst.oordeel]
    return f"{zin} {difference_words(effect)}" if effect else zin


def _verdicts() -> dict[str, str]:
    return {
        "beter": _("De proeftuin werkt waarschijnlijk."),
        "slechter": _("De proeftuin werkt waarschijnlijk averechts."),
        "aanwijzing": _("Er is een aanwijzing, en geen bewijs."),
        "onduidelijk": _("Het is onduidelijk of de proeftuin werkt: het verschil kan toeval zijn."),
    }


def difference_words(effect: Effect) -> str:
    """What the group differs from what was to be expected."""
    if not points(effect.verschil).strip("0,.-−"):
        return _("De groep veranderde net zo veel als de vergelijking.")
    words = {"punten": points(abs(effect.verschil))}
    if effect.verschil < 0:
        return (
            _("De groep kwam %(punten)s procentpunt lager uit dan de vergelijking doet verwachten.") % words
        )
    return _("De groep kwam %(punten)s procentpunt hoger uit dan de vergelijking doet verwachten.") % words


def interval_words(effect: Effect) -> str:
    """Between which two the real difference lies, with the sign in words."""
    return _(
        "Het echte verschil ligt waarschijnlijk tussen %(onder)s en %(boven)s. Bij 95 van de 100 proeftuinen"
        " klopt zo’n marge."
    ) % {"onder": _signed(effect.onder), "boven": _signed(effect.boven)}


def _signed(waarde: float) -> str:
    words = {"punten": points(abs(waarde))}
    return (_("%(punten)s procentpunt lager") if waarde < 0 else _("%(punten)s procentpunt hoger")) % words


def spread_words(effect: Effect) -> str:
    """Where the interval takes its width from, and how much there was to see that with."""
    aantal = (effect.vrijheid or 0) + 2
    if effect.spreiding == "eenheden":
        return _(
            "De marge telt het toeval in het tellen, en hoe verschillend de %(aantal)s plekken uit zichzelf"
            " veranderden."
        ) % {"aantal": aantal}
    if effect.spreiding == "perioden":
        return _(
            "De marge telt het toeval in het tellen, en hoe veel het verschil tussen de groepen in"
            " %(aantal)s perioden uit zichzelf schommelt."
        ) % {"aantal": aantal}
    return _(
        "Er zijn te weinig plekken en perioden om te zien hoe veel de cijfers uit zichzelf schommelen. De"
        " marge telt alleen het toeval in het tellen, en is dus eigenlijk breder. Neem minstens vier plekken"
        " of vier perioden samen."
    )


def needed_words(uitkomst: UitkomstBeeld, ontwerp: OntwerpBeeld) -> str:
    """What could have been seen with these numbers, and what it would take to see what was hoped for."""
    effect = uitkomst.effect
    if effect is None or uitkomst.oordeel not in ("onduidelijk", "aanwijzing"):
        return ""
    zin = _(
        "Met deze aantallen valt een verschil pas op vanaf ongeveer %(zichtbaar)s procentpunt. U hoopte op"
        " %(verwacht)s."
    ) % {"zichtbaar": points(effect.zichtbaar), "verwacht": points(ontwerp.verwacht)}
    if was_visible(effect, ontwerp.verwacht):
        return f"{zin} " + _("Zo’n verschil was dus meestal opgevallen.")
    keer = times_more(effect, ontwerp.verwacht)
    if keer > HONDERD_KEER:
        return f"{zin} " + _(
            "Dat is met meer cijfers niet te halen. Kies een maat die meer verschil laat zien."
        )
    return f"{zin} " + _(
        "Om dat te zien zijn ongeveer %(keer)s keer zo veel plekken, perioden of jeugdigen nodig."
    ) % {"keer": keer}


def run_up_words(aanloop: Aanloop | None) -> str:
    """Whether both groups moved alike before the start."""
    if aanloop is None:
        return _("De aantallen zijn te klein om te vertellen of de groepen gelijk opliepen.")
    if aanloop.oordeel == "te_kort":
        return _(
            "Er zijn minder dan twee perioden van voor het begin. Of de groepen gelijk opliepen, is dus niet"
            " te zien."
        )
    words = {"onder": _signed(aanloop.onder or 0), "boven": _signed(aanloop.boven or 0)}
    if aanloop.oordeel == "uiteen":
        return (
            _("Voor het begin liepen de groepen al uiteen: per periode tussen %(onder)s en %(boven)s.")
            % words
        )
    return (
        _(
            "Voor het begin is niet te zien dat de groepen uiteenliepen. Wat wel kan: per periode tussen"
            " %(onder)s en %(boven)s."
        )
        % words
    )


# --- the picture and the table ----------------------------------------------------------------------


def picture(id: str, reeks: Sequence[Punt]) -> SafeString | None:
    """Both groups through the periods; None with fewer than two."""
    return tweelijnen(
        id=id,
        titel=_("De groep en de vergelijking, in procent per periode"),
        omschrijving=_("De tabel op deze pagina noemt dezelfde getallen."),
        paren=[Paar(period_name(p.periode), p.na, p.groep, p.vergelijking) for p in reeks],
        namen=(_("groep"), _("vergelijking")),
        begin=_("begin"),
    )


def count_table(metingen: Sequence[Meting]) -> tuple[tuple[str, ...], tuple[Telrij, ...]]:
    """Names of the periods, and per unit its counts, the group on top."""
    perioden = tuple(sorted({een.periode for een in metingen}))
    found = {(een.eenheid, een.periode): een for een in metingen}
    groups = {een.eenheid: een.groep for een in metingen}
    order = sorted(groups, key=lambda een: (not groups[een], een))
    rows = tuple(
        Telrij(
            unit_names([eenheid]),
            groups[eenheid],
            tuple(_cell(found.get((eenheid, periode))) for periode in perioden),
        )
        for eenheid in order
    )
    return tuple(period_name(een) for een in perioden), rows


def _cell(een: Meting | None) -> str:
    if een is None:
        return "–"
    words = {"teller": getal(een.teller), "noemer": getal(een.noemer)}
    if een.afronding > 1:
        return _("ongeveer %(teller)s van %(noemer)s") % words
    return _("%(teller)s van %(noemer)s") % words


def state_name(stand: str) -> str:
    """Where it stands."""
    return str(TOESTANDEN[stand])
