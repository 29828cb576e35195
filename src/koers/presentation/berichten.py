"""The ledger of messages in plain words. Never what a message says of somebody: only what became of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from koers.actions.zorg.postbus import Lijn, Mangel, PostBeeld, PostRegel
from koers.presentation.opmaak import datum, tijdstip
from koers.presentation.woorden_berichten import REDENEN_WIJZIGING, REGELSTANDEN
from koers.registers.klok import vandaag

STANDEN = {
    "ontvangen": gettext_lazy("ontvangen, nog niet verwerkt"),
    "wacht": gettext_lazy("wacht op een ander bericht"),
    "verwerkt": gettext_lazy("verwerkt"),
    "afgekeurd": gettext_lazy("afgekeurd"),
    "geweigerd": gettext_lazy("geweigerd: let op"),
    "te_behandelen": gettext_lazy("voor een medewerker"),
    "klaar": gettext_lazy("klaar om te versturen"),
    "verstuurd": gettext_lazy("verstuurd"),
    "te_maken": gettext_lazy("wordt klaargemaakt"),
    "tegengehouden": gettext_lazy("niet verstuurd"),
    "aanvaard": gettext_lazy("aanvaard door de aanbieder"),
    "vervangen": gettext_lazy("vervangen door een later bericht"),
}
GEWEIGERD = gettext_lazy("geweigerd door de aanbieder")
NIET_GEMELD = {
    "te_maken": gettext_lazy("nog niet gemeld"),
    "klaar": gettext_lazy("nog niet gemeld"),
    "tegengehouden": gettext_lazy("niet gemeld"),
    "vervangen": gettext_lazy("gemeld in een later bericht"),
}
LET_OP = ("geweigerd", "afgekeurd", "wacht", "tegengehouden", "te_behandelen")
WACHT_OP_ANTWOORD = ("JW301", "JW319")
SOORTEN = {
    "JW301": gettext_lazy("toewijzing"),
    "JW302": gettext_lazy("antwoord op een toewijzing"),
    "JW316": gettext_lazy("antwoord op een verzoek om toewijzing"),
    "JW318": gettext_lazy("antwoord op een verzoek om wijziging"),
    "JW319": gettext_lazy("antwoord aan de aanbieder op een verzoek"),
    "JW320": gettext_lazy("reactie op ons antwoord"),
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
    "8187": gettext_lazy("het BSN hoort niet bij een cliënt die de ontvanger kent"),
    "9332": gettext_lazy("het toewijzingsnummer is eerder gebruikt voor iets anders"),
    "9347": gettext_lazy("de aanbieder gebruikte deze referentie al eerder"),
    "9349": gettext_lazy("het verzoek noemt niet alle toewijzingen die nu lopen"),
    "9350": gettext_lazy("wat moet blijven, is nu niet toegewezen"),
    "9351": gettext_lazy("wat moet wijzigen, is nu niet toegewezen"),
    "9355": gettext_lazy("de aanbieder kent het verzoek niet waarop dit het antwoord is"),
    "9357": gettext_lazy("een wijziging die al begon, geldt vanaf het begin van de toewijzing"),
    "9359": gettext_lazy("er is al een toewijzing gestuurd op dit verzoek"),
    "9360": gettext_lazy("er is al gemeld dat het verzoek in onderzoek is"),
    "9365": gettext_lazy("er is al een ander antwoord op dit verzoek gestuurd"),
    "9361": gettext_lazy("hetzelfde product is gevraagd voor dagen die elkaar overlappen"),
    "9369": gettext_lazy("alles bij elkaar is er meer gedeclareerd dan het budget van de toewijzing"),
    "9373": gettext_lazy("een ander budget of totaal geldt vanaf het begin van de toewijzing"),
    "9375": gettext_lazy("er is een hoeveelheid gevraagd, en de toewijzing noemt geen product"),
    "9413": gettext_lazy("er is al een tijdelijk einde gemeld"),
    "9374": gettext_lazy("er loopt al een verzoek van deze aanbieder voor dit kind"),
    "0611": gettext_lazy("het tarief is niet dat van het contract"),
    "8017": gettext_lazy("er is geen goedgekeurde declaratie die kan worden teruggedraaid"),
    "8021": gettext_lazy("het referentienummer is eerder gebruikt"),
    "9307": gettext_lazy("de hulp begint voor de toewijzing"),
    "9308": gettext_lazy("de hulp eindigt na de toewijzing"),
    "9319": gettext_lazy("de hulp ligt na de maand van de declaratie"),
    "9321": gettext_lazy("er is meer gedeclareerd dan is toegewezen voor deze maand"),
    "9322": gettext_lazy("alles bij elkaar is er meer gedeclareerd dan is toegewezen"),
    "9333": gettext_lazy("het nummer van de declaratie is eerder gebruikt"),
    "9338": gettext_lazy("er is geen toewijzing met dit nummer bij deze aanbieder"),
    "9339": gettext_lazy("de categorie is niet die van de toewijzing"),
    "9340": gettext_lazy("het product is niet dat van de toewijzing"),
    "9341": gettext_lazy("de eenheid past niet bij de toewijzing"),
    "9346": gettext_lazy("het bedrag is niet het volume keer het tarief"),
    "9384": gettext_lazy("de toewijzing is weggehaald"),
    "9387": gettext_lazy("de hulp begint midden in de maand, en de toewijzing niet"),
    "9388": gettext_lazy("de hulp eindigt midden in de maand, en de toewijzing niet"),
    "9389": gettext_lazy("over deze periode is al gedeclareerd"),
    "9390": gettext_lazy("dit is al eerder teruggedraaid"),
    "9379": gettext_lazy("de aanbieder kent de referentie niet waar de toewijzing naar verwijst"),
    "9385": gettext_lazy("op de weggehaalde toewijzing is al betaald"),
    "9411": gettext_lazy("er staat niet bij hoeveel hulp wordt gevraagd"),
    "9412": gettext_lazy("er staat hoeveel hulp, en de toewijzing noemt geen hoeveelheid"),
    "geen_bsn": gettext_lazy("het BSN van het kind is niet bekend"),
    "geen_geboortedatum": gettext_lazy("de geboortedatum van het kind is niet bekend"),
    "geen_adres": gettext_lazy("er is geen adres dat de aanbieder mag weten"),
    "S300": gettext_lazy("de gemeentecode bestaat niet"),
    "S329": gettext_lazy("de productcode hoort niet bij de categorie"),
}
# What somebody can do about it.
HERSTEL = {
    "geen_bsn": gettext_lazy("Vul het BSN in bij het kind, en laat het bericht opnieuw maken."),
    "geen_geboortedatum": gettext_lazy("Vul de geboortedatum in bij het kind, en laat het opnieuw maken."),
    "geen_adres": gettext_lazy(
        "Is het adres geheim? Geef een postadres op waar de aanbieder naartoe mag schrijven. "
        "Anders: vul het adres in bij het kind."
    ),
    "S329": gettext_lazy("Laat de functioneel beheerder de productcode in het contract nakijken."),
    "S300": gettext_lazy("Laat de functioneel beheerder de gemeentecode nakijken."),
    "8848": gettext_lazy("De klok van een van beide loopt verkeerd. Laat het opnieuw maken."),
    "9056": gettext_lazy("Laat het bericht opnieuw maken: het krijgt dan een nieuw nummer."),
    "9332": gettext_lazy("Haal de toewijzing weg en wijs de hulp opnieuw toe: zij krijgt een nieuw nummer."),
    "9379": gettext_lazy("Bel de aanbieder en vraag met welke referentie het verzoek is gestuurd."),
    "9385": gettext_lazy("Laat de aanbieder eerst terugdraaien wat is gedeclareerd."),
    "0001": gettext_lazy(
        "Kijk de gegevens van het kind en de toewijzing na, en laat het bericht opnieuw maken. "
        "Blijft het fout? Bel dan de aanbieder."
    ),
}


# The rule says more than its code, where one code stands for many things.
REGELS = {
    "TR302": gettext_lazy("dezelfde hulp is twee keer toegewezen voor dezelfde dagen"),
    "TR318": gettext_lazy("er is een maand niet gedeclareerd waarin deze aanbieder hulp gaf"),
}
# What to do about what came in.
DOEN = {
    "afgekeurd": gettext_lazy(
        "U hoeft niets te doen. De aanbieder kreeg deze reden vanzelf als antwoord, en stuurt het bericht"
        " opnieuw."
    ),
    "wacht": gettext_lazy(
        "U hoeft niets te doen. Komt het andere bericht op tijd, dan verwerkt Koers beide; anders keurt Koers"
        " dit bericht af en hoort de aanbieder waarom."
    ),
    "geweigerd": gettext_lazy(
        "Bel de aanbieder: dit nummer is eerder gebruikt. Misschien is het een nieuw bericht onder een oud"
        " nummer."
    ),
    "te_behandelen": gettext_lazy(
        "Bel de aanbieder: Koers kan dit bericht niet bij een ander bericht zetten, of er geen antwoord op"
        " geven."
    ),
}
# Names of the standard that are not words.
PLAATSEN = {
    "Header": gettext_lazy("de kop van het bericht"),
    "Client": gettext_lazy("de gegevens van het kind"),
    "Bsn": gettext_lazy("BSN"),
    "StartProduct": gettext_lazy("start"),
    "StopProduct": gettext_lazy("einde"),
    "ToegewezenProduct": gettext_lazy("toewijzing"),
    "AangevraagdProduct": gettext_lazy("aangevraagde hulp"),
    "NieuwProduct": gettext_lazy("nieuwe hulp"),
    "TeWijzigenProduct": gettext_lazy("te wijzigen hulp"),
    "OngewijzigdProduct": gettext_lazy("hulp die blijft"),
    "Prestatie": gettext_lazy("regel van de declaratie"),
    "RedenBeeindiging": gettext_lazy("reden van het einde"),
    "StatusAanlevering": gettext_lazy("of het nieuw is of wordt weggehaald"),
}
_STAP = re.compile(r"(?P<naam>\w+?)(?:\[(?P<nummer>\d+)\])?")
_HOOFDLETTER = re.compile(r"(?<=[a-z])(?=[A-Z])")
# The two sentences with which a missing element is told; they hold a name of the standard and no value.
_ONTBREEKT = re.compile(r"Hier ontbreekt (?:het element )?(?P<naam>[A-Za-z]+)\.")


def told(een: PostRegel) -> str:
    """One message in one line of text."""
    kop = f"{een.kop.soort} {een.kop.identificatie} {party(een)}, {state(een)}."
    return " ".join([f"{tijdstip(een.op)}: {kop}", *sentences(een)])


def party(een: PostRegel) -> str:
    """With which provider the message was exchanged: its name, and its code for who looks it up."""
    wie = f"{een.aanbieder} ({een.agb})" if een.aanbieder else een.agb
    if een.richting == "in":
        return _("van %(wie)s") % {"wie": wie}
    return _("aan %(wie)s") % {"wie": wie}


def state(een: PostRegel) -> str:
    """How it stands with a message; what we sent was refused by somebody else."""
    if een.richting == "uit" and een.stand == "afgekeurd":
        return str(GEWEIGERD)
    return str(STANDEN[een.stand])


def late(een: PostRegel) -> bool:
    """Whether the other one should have answered by now."""
    wacht = een.kop.soort in WACHT_OP_ANTWOORD and een.stand == "verstuurd"
    return wacht and een.uiterlijk is not None and een.uiterlijk < vandaag()


def mends(een: PostRegel) -> list[str]:
    """What somebody can do about a message that did not arrive well, each thing once."""
    return list(
        dict.fromkeys(str(HERSTEL.get(mangel.code, HERSTEL["0001"])) for mangel in een.mangels)
        if een.richting == "uit"
        else {}
    )


def advice(een: PostRegel) -> str:
    """What somebody does about a message that came in and is not well; empty when there is nothing to say."""
    if een.richting != "in":
        return ""
    return str(DOEN.get(een.stand, ""))


def sentences(een: PostRegel) -> list[str]:
    """What was rejected and why, and what it waits for."""
    uiterlijk = datum(een.uiterlijk) if een.uiterlijk else ""
    wacht = [
        _("Nog niet goed: %(waarop)s. Wacht tot %(dag)s.")
        % {"waarop": CODES.get(code, code), "dag": uiterlijk}
        for code in een.wacht_op
    ]
    te_laat = [_("De aanbieder had uiterlijk %(dag)s moeten antwoorden. Bel.") % {"dag": uiterlijk}]
    return [reason(mangel) for mangel in een.mangels] + wacht + (te_laat if late(een) else [])


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One line of the page."""

    id: UUID
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
            een.id,
            tijdstip(een.op),
            een.kop.soort,
            str(SOORTEN.get(een.kop.soort, "")),
            een.kop.identificatie,
            party(een),
            state(een),
            een.stand in LET_OP or late(een),
            sentences(een),
        )
        for een in rijen
    ]


@dataclass(frozen=True, slots=True)
class Lijnrij:
    """One toewijzing, start or stop in a message, on its page."""

    naam: str
    periode: str
    waarom: str
    stand: str
    zin: str


def as_lines(beeld: PostBeeld) -> list[Lijnrij]:
    """The lines of one message. What was never sent was never told."""
    anders = str(NIET_GEMELD.get(beeld.regel.stand, ""))
    return [
        Lijnrij(
            f"{_('toewijzing')} {een.nummer}" if een.nummer else str(_("verzoek")),
            _period(een),
            str(REDENEN_WIJZIGING.get(een.reden, "")) if een.soort == "toewijzing" else "",
            anders or str(REGELSTANDEN[een.stand]),
            str(CODES.get(een.code, een.code)) if een.code else "",
        )
        for een in beeld.lijnen
    ]


def _period(een: Lijn) -> str:
    if een.einde is None:
        return _("vanaf %(begin)s") % {"begin": datum(een.begin)}
    return _("%(begin)s tot en met %(einde)s") % {"begin": datum(een.begin), "einde": datum(een.einde)}


def reason(mangel: Mangel) -> str:
    """Why something was rejected or asks for attention: in words, with the code, the rule and the place; not
    what stood there."""
    woorden = REGELS.get(mangel.regel) or CODES.get(mangel.code) or _("zie de regel in de standaard")
    if mangel.code.startswith("geen_"):
        return _("Niet verstuurd: %(waarom)s.") % {"waarom": woorden}
    achter = ", ".join(deel for deel in (mangel.regel, mangel.code, mangel.plaats) if deel)
    vorm = _("Afgekeurd: %(waarom)s (%(achter)s).") if mangel.code else _("Let op: %(waarom)s (%(achter)s).")
    zin = vorm % {"waarom": woorden, "achter": achter}
    return " ".join(deel for deel in (zin, _where(mangel)) if deel)


def _where(mangel: Mangel) -> str:
    """What is missing and where, or only where, for who does not read the names of the standard."""
    plaats = place(mangel.plaats)
    found = _ONTBREEKT.match(mangel.zin)
    if found:
        wat = {"wat": _spoken(found["naam"]), "plaats": plaats}
        return _("Er ontbreekt iets: %(wat)s (%(plaats)s).") % wat
    return _("Het staat bij: %(plaats)s.") % {"plaats": plaats} if mangel.plaats else ""


def place(pad: str) -> str:
    """ "Client/StartProducten/StartProduct[2]/Begindatum" -> "start 2, begindatum"."""
    stappen = [_STAP.fullmatch(stap) for stap in pad.split("/") if stap]
    delen = [
        f"{_spoken(stap['naam'])} {stap['nummer'] or ''}".strip()
        for nummer, stap in enumerate(stappen, start=1)
        if stap and (stap["nummer"] or nummer == len(stappen) or stap["naam"] == "Header")
    ]
    return ", ".join(delen) or _("het hele bericht")


def _spoken(naam: str) -> str:
    """A name of the standard as people say it: known ones by their word, others word by word."""
    return str(PLAATSEN.get(naam) or _HOOFDLETTER.sub(" ", naam).lower())


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
        "retourcodes": sorted({mangel.code for mangel in een.mangels if mangel.code}),
        "wacht_op": list(een.wacht_op),
    }
