"""The ledger of messages in plain words. Never what a message says of somebody: only what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.actions.zorg.postbus import Mangel, PostRegel
from koers.presentation.opmaak import datum, tijdstip

STANDEN = {
    "ontvangen": gettext_lazy("ontvangen, nog niet verwerkt"),
    "wacht": gettext_lazy("wacht op een ander bericht"),
    "verwerkt": gettext_lazy("verwerkt"),
    "afgekeurd": gettext_lazy("afgekeurd"),
    "geweigerd": gettext_lazy("geweigerd: let op"),
    "te_behandelen": gettext_lazy("voor een medewerker"),
    "klaar": gettext_lazy("klaar om te versturen"),
    "verstuurd": gettext_lazy("verstuurd"),
}
LET_OP = ("geweigerd", "afgekeurd", "wacht")
SOORTEN = {
    "JW305": gettext_lazy("start van hulp"),
    "JW306": gettext_lazy("antwoord op een start"),
    "JW307": gettext_lazy("einde van hulp"),
    "JW308": gettext_lazy("antwoord op een einde"),
    "JW315": gettext_lazy("verzoek om toewijzing"),
    "JW317": gettext_lazy("verzoek om wijziging"),
    "JW323": gettext_lazy("declaratie"),
    "JW325": gettext_lazy("antwoord op een declaratie"),
}
# What a code of WJ001 means for whoever has to explain it on the telephone.
CODES = {
    "0001": gettext_lazy("het bericht klopt technisch niet"),
    "8848": gettext_lazy("de dagtekening ligt in de toekomst"),
    "9019": gettext_lazy("er is geen toewijzing met dit nummer voor dit kind bij deze aanbieder"),
    "9056": gettext_lazy("het nummer van het bericht is eerder gebruikt voor een ander bericht"),
    "9063": gettext_lazy("wat verwijderd moet worden, is er niet"),
    "9069": gettext_lazy("er is geen start bij dit einde"),
    "9071": gettext_lazy("bij deze start hoort nog een einde"),
    "9074": gettext_lazy("dit is al eerder gemeld"),
    "9326": gettext_lazy("de vorige start is nog niet beëindigd"),
    "9414": gettext_lazy("het einde ligt voor een eerder gemeld einde"),
    "9415": gettext_lazy("er is al een definitief einde gemeld"),
    "S300": gettext_lazy("de gemeentecode bestaat niet"),
    "S329": gettext_lazy("de productcode hoort niet bij de categorie"),
}


def told(een: PostRegel) -> str:
    """One message in one line of text."""
    kop = f"{een.kop.soort} {een.kop.identificatie} {party(een)}, {STANDEN[een.stand]}."
    return " ".join([f"{tijdstip(een.op)}: {kop}", *sentences(een)])


def party(een: PostRegel) -> str:
    """With whom the message was exchanged."""
    if een.richting == "in":
        return _("van %(wie)s") % {"wie": een.kop.afzender}
    return _("aan %(wie)s") % {"wie": een.kop.ontvanger}


def sentences(een: PostRegel) -> list[str]:
    """What was rejected and why, and what it waits for."""
    uiterlijk = datum(een.uiterlijk) if een.uiterlijk else ""
    wacht = [
        _("Nog niet goed: %(waarop)s. Wacht tot %(dag)s.")
        % {"waarop": CODES.get(code, code), "dag": uiterlijk}
        for code in een.wacht_op
    ]
    return [reason(mangel) for mangel in een.mangels] + wacht


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One line of the page."""

    op: str
    soort: str
    naam: str
    nummer: str
    wie: str
    stand: str
    alarm: bool
    zinnen: list[str]


def as_table(rijen: Iterable[PostRegel]) -> list[Tabelrij]:
    """The lines of the page."""
    return [
        Tabelrij(
            tijdstip(een.op),
            een.kop.soort,
            str(SOORTEN.get(een.kop.soort, "")),
            een.kop.identificatie,
            party(een),
            str(STANDEN[een.stand]),
            een.stand in LET_OP,
            sentences(een),
        )
        for een in rijen
    ]


def reason(mangel: Mangel) -> str:
    """Why something was rejected: in words, with the code, the rule and the place; not what stood there."""
    waar = f", {mangel.plaats}" if mangel.plaats else ""
    woorden = CODES.get(mangel.code, _("zie de regel in de standaard"))
    return _("Afgekeurd: %(waarom)s (%(regel)s, %(code)s%(waar)s).") % {
        "waarom": woorden,
        "regel": mangel.regel,
        "code": mangel.code,
        "waar": waar,
    }


def as_row(een: PostRegel) -> dict[str, Any]:
    """The shape of `koers ijw berichten --json`."""
    return {
        "op": een.op.isoformat(),
        "richting": een.richting,
        "bericht": een.kop.soort,
        "afzender": een.kop.afzender,
        "ontvanger": een.kop.ontvanger,
        "identificatie": een.kop.identificatie,
        "stand": een.stand,
        "uiterlijk": een.uiterlijk.isoformat() if een.uiterlijk else None,
        "retourcodes": sorted({mangel.code for mangel in een.mangels}),
        "wacht_op": list(een.wacht_op),
    }
