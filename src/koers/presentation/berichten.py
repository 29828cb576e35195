"""The ledger of messages in plain words. Never what a message says of somebody: only what became of it."""

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
    """One message in one sentence or two."""
    richting = _("van") if een.richting == "in" else _("aan")
    wie = een.kop.afzender if een.richting == "in" else een.kop.ontvanger
    delen = [
        f"{tijdstip(een.op)}: {een.kop.soort} {een.kop.identificatie} {richting} {wie}, {STANDEN[een.stand]}."
    ]
    delen += [reason(mangel) for mangel in een.mangels]
    for code in een.wacht_op:
        waarop = CODES.get(code, code)
        uiterlijk = datum(een.uiterlijk) if een.uiterlijk else ""
        delen.append(
            _("Nog niet goed: %(waarop)s. Wacht tot %(dag)s.") % {"waarop": waarop, "dag": uiterlijk}
        )
    return " ".join(delen)


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
