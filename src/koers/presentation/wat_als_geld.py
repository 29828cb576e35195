"""Money and waiting of a look ahead: in words and as rows."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.presentation.beleid.delen import taal
from koers.presentation.capaciteit import poh_sentence, weeks
from koers.presentation.opmaak import aandeel, datum, euro, getal, procent
from koers.presentation.wat_als import Regel, chance, rounded_cents


@dataclass(frozen=True, slots=True)
class Geldvel:
    """What the page shows of money. `pad`: towards the task of the source; `voorwaarden`: what the source
    puts to it, and how it stands; `maanden`: cash month by month.
    """

    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    padzin: str
    padkoppen: tuple[str, ...]
    pad: tuple[Regel, ...]
    voorwaarden: tuple[tuple[str, str], ...]
    maandkoppen: tuple[str, ...]
    maanden: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Wachtvel:
    """What the page shows of waiting: with providers under a shortage, and at the POH Jeugd."""

    zin: str
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    poh: tuple[str, ...]
    lezingen: tuple[Regel, ...]


def money_sheet(blik, besparing) -> Geldvel | None:
    """Of a `Vooruitblik` with measures. `besparing`: the indicator, which knows the conditions."""
    geld = blik.geld
    if geld is None:
        return None
    koppen = (
        _("Bespaard op niveau 4 en 5"),
        _("Bespaard op andere hulp"),
        _("Kosten van de maatregelen"),
        _("Frictiekosten"),
        _("Bespaard min kosten"),
    )
    pad = geld.opgave is not None
    return Geldvel(
        koppen,
        tuple(_money_line(koppen, *paar) for paar in zip(geld.posten, geld.jaren, strict=True)),
        _path_sentence(blik) if pad else "",
        (_("Bespaard"), _("Nog te gaan"), _("Kans op de hele opgave")),
        tuple(_path_line(een, geld.opgave.totaal) for een in geld.posten) if pad else (),
        _conditions(blik, besparing) if pad else (),
        (_("Bespaard"), _("Kosten"), _("Stand sinds het begin")),
        tuple(_month(een) for een in geld.maanden),
    )


def _money_line(koppen, post, jaar) -> Regel:
    _jaar, som, onder, boven = jaar
    bedragen = (post.bespaard_45, post.bespaard_rest, post.investering, post.frictie, som)
    band = f"{euro(rounded_cents(onder))} – {euro(rounded_cents(boven))}"
    return str(post.jaar), tuple(
        (kop, euro(rounded_cents(cent)), band if nummer == 4 else "")
        for nummer, (kop, cent) in enumerate(zip(koppen, bedragen, strict=True))
    )


def _post_of(blik):
    posten = blik.geld.posten
    return next((een for een in posten if een.jaar == blik.doeljaar), posten[-1])


def _path_sentence(blik) -> str:
    post, opgave = _post_of(blik), blik.geld.opgave
    return _(
        "De opgave is %(opgave)s per jaar (%(delen)s). In %(jaar)s is daarvan naar verwachting %(bespaard)s "
        "bespaard; de kans op de hele opgave is %(kans)s."
    ) % {
        "opgave": euro(opgave.totaal),
        "delen": " + ".join(euro(cent) for _naam, cent in opgave.delen),
        "jaar": post.jaar,
        "bespaard": euro(rounded_cents(post.bespaard)),
        "kans": chance(post.opgave),
    }


def _path_line(post, totaal: int) -> Regel:
    nog = max(totaal - post.bespaard, 0)
    return str(post.jaar), (
        (_("Bespaard"), euro(rounded_cents(post.bespaard)), ""),
        (_("Nog te gaan"), euro(rounded_cents(nog)), ""),
        (_("Kans op de hele opgave"), chance(post.opgave), ""),
    )


def _conditions(blik, besparing) -> tuple[tuple[str, str], ...]:
    """The two conditions of the source, each with how it stands in the year of the goal."""
    post = _post_of(blik)
    uit = post.investering + post.frictie
    herinvesteren = _(
        "In %(jaar)s gaat %(uit)s naar de maatregelen. Van wat bespaard is blijft dan %(over)s over. Wat "
        "naar de herinrichting gaat, telt niet ook als besparing."
    ) % {
        "jaar": post.jaar,
        "uit": euro(rounded_cents(uit)),
        "over": euro(rounded_cents(post.bespaard - uit)),
    }
    woorden = [taal(een) for een in besparing.doelen[0].voorwaarden]
    return tuple(zip(woorden, (herinvesteren, _tariff_condition(blik, post)), strict=True))


def _tariff_condition(blik, post) -> str:
    jaar = next((een for een in blik.uitgaven if een.jaar == post.jaar), None)
    if jaar is None or not jaar.nu or jaar.zonder == jaar.nu:
        return _("Er is geen stijging van de tarieven ingevuld: dan is dit niet te zeggen.")
    met = jaar.zonder if jaar.met is None else jaar.met
    duurder = round(met * (1 - Decimal(jaar.nu) / Decimal(jaar.zonder)))
    zin = _(
        "Door de hogere tarieven kost de hulp die blijft in %(jaar)s %(duurder)s meer dan tegen de tarieven "
        "van nu."
    ) % {"jaar": post.jaar, "duurder": euro(rounded_cents(duurder))}
    if duurder > post.bespaard:
        return zin + " " + _("Dat is meer dan er wordt bespaard.")
    return zin


def _month(een) -> Regel:
    maand = datum(een.eind).split(" ", 1)[1]
    return maand, (
        (_("Bespaard"), euro(een.bespaard), ""),
        (_("Kosten"), euro(een.kosten), ""),
        (_("Stand sinds het begin"), euro(een.stand), ""),
    )


def wait_sheet(blik, poh_euro) -> Wachtvel | None:
    """Waiting under this question; None when neither a shortage nor the POH Jeugd is in it. `poh_euro`: what
    the source says of cost, with the assumption about talks."""
    if not blik.wachten and blik.poh is None:
        return None
    koppen = [_("Wachten zonder maatregelen")]
    if blik.wachten and blik.wachten[0].met is not None:
        koppen.append(_("Wachten met maatregelen"))
    return Wachtvel(
        _wait_sentence(blik) if blik.wachten else "",
        tuple(koppen),
        tuple(_wait_line(koppen, een) for een in blik.wachten),
        _light(blik.poh) if blik.poh else (),
        _readings(blik.poh, poh_euro) if blik.poh else (),
    )


def _wait_line(koppen, een) -> Regel:
    maten = [een.zonder, *([een.met] if een.met else [])]
    return str(een.jaar), tuple(
        (kop, getal(round(midden)), f"{getal(round(onder))} – {getal(round(boven))}")
        for kop, (midden, onder, boven) in zip(koppen, maten, strict=True)
    )


def _wait_sentence(blik) -> str:
    een = next((w for w in blik.wachten if w.jaar == blik.doeljaar), blik.wachten[-1])
    zonder, met = round(een.zonder[0]), None if een.met is None else round(een.met[0])
    weken = max(1, round(een.dagen / 7)) if een.dagen >= 1 else 0
    delen = [
        _("Eind %(jaar)s wachten naar verwachting %(zonder)s jeugdigen op specialistische hulp.")
        % {"jaar": een.jaar, "zonder": getal(zonder)}
        if met is None
        else _(
            "Eind %(jaar)s wachten naar verwachting %(met)s jeugdigen op specialistische hulp; zonder deze "
            "maatregelen %(zonder)s."
        )
        % {"jaar": een.jaar, "met": getal(met), "zonder": getal(zonder)}
    ]
    if weken:
        delen.append(
            ngettext(
                "Wie dan komt, wacht ongeveer %(weken)s week.",
                "Wie dan komt, wacht ongeveer %(weken)s weken.",
                weken,
            )
            % {"weken": getal(weken)}
        )
    delen.append(
        _(
            "Wie wacht, heeft de hulp wel nodig: in de kans op het doel en in de besparing telt wachten "
            "niet mee."
        )
    )
    return " ".join(delen)


def _light(poh) -> tuple[str, ...]:
    doel, grens = aandeel(poh.regels.doel, 0), weeks(poh.regels.grens)
    zinnen = []
    if poh.nu is None and not poh.erbij:
        return (_("Er zijn hier nog geen lichte vragen geteld: hoe lang die wachten is niet te zeggen."),)
    if poh.nu is not None:
        zinnen.append(poh_sentence(poh.nu, poh.fte, doel, grens))
    if poh.straks is not None:
        zinnen.append(
            ngettext(
                "De maatregel vraagt minstens %(erbij)s lichte vraag per jaar extra.",
                "De maatregel vraagt minstens %(erbij)s lichte vragen per jaar extra.",
                poh.erbij,
            )
            % {"erbij": getal(poh.erbij)}
        )
        zinnen.append(poh_sentence(poh.straks, poh.fte, doel, grens))
    return tuple(zinnen)


def _readings(poh, bron) -> tuple[Regel, ...]:
    """350 euros per young person, and per talk: what one costs, and how many must need no traject."""
    euro_, traject, gesprekken = bron

    def line(naam: str, laag: float, midden: float, hoog: float) -> Regel:
        band = "" if laag == hoog else f"{euro(round(100 * laag))} – {euro(round(100 * hoog))}"
        nodig = procent(100 * midden / traject, 0)
        nodig_band = (
            "" if laag == hoog else f"{procent(100 * laag / traject, 0)} – {procent(100 * hoog / traject, 0)}"
        )
        cellen = [
            (_("Kosten per jeugdige"), euro(round(100 * midden)), band),
            (_("Terugverdiend als zoveel geen traject nodig heeft"), nodig, nodig_band),
        ]
        if poh.erbij:
            cellen.append(
                (_("Kosten van de extra vragen per jaar"), euro(round(100 * midden * poh.erbij)), "")
            )
        return naam, tuple(cellen)

    return (
        line(_("350 euro per jeugdige"), euro_, euro_, euro_),
        line(
            _("350 euro per gesprek"),
            *(euro_ * aantal for aantal in (gesprekken.laag, gesprekken.waarschijnlijk, gesprekken.hoog)),
        ),
    )
