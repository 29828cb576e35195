"""Rules that no message breaks by itself: they ask for toewijzingen or for earlier messages."""

from koers.exchange.ijw.bericht import AFGEKEURD
from koers.exchange.ijw.regels.regel import Regel, Waar, later

R, E = Waar.REGISTER, Waar.EERDER

# What `koers ijw controleer --register` looks up, and what is looked at when a message comes in.
OPGEZOCHT = frozenset(
    {
        *("TR019", "TR304", "TR307", "TR308", "TR318", "TR321", "TR322", "TR323", "TR333", "TR338"),
        *("TR339", "TR340", "TR341", "TR347", "TR349", "TR350", "TR351", "TR357", "TR361", "TR369"),
        *("TR373", "TR374", "TR375", "TR384", "TR389", "TR390", "TR411", "TR412", "TR418"),
    }
)
# Looked at with the earlier messages when a message comes in; a file that is only looked at has none of them.
BIJ_ONTVANGST = frozenset(
    {"TR056", "TR063", "TR071", "TR326", "TR382", "TR413", "TR414", "TR415"},
)
# What Koers sends: which part of the program keeps the rule, so that no message of ours can break it.
BIJ_VERSTUREN: dict[str, str] = {
    "TR337": "Het antwoord neemt de kop van de declaratie over.",
    "TR355": "Een antwoord bestaat alleen bij een verzoek, met de referentie ervan.",
    "TR359": "De tabel van toestanden kent na een toewijzing geen antwoord meer.",
    "TR360": "De tabel van toestanden laat een verzoek één keer in onderzoek gaan.",
    "TR365": "De tabel van toestanden kent na een afwijzing geen ander antwoord.",
    "TR366": "Het antwoord neemt de prestaties uit de declaratie over.",
    "TR367": "Het antwoord neemt de prestaties uit de declaratie over, zoals zij er staan.",
    "TR371": "Het antwoord neemt de schemaversie van de declaratie over.",
    "TR376": "Het antwoord neemt het nummer van de declaratie over.",
    "TR379": "De referentie komt uit het verzoek dat wordt ingewilligd, en nergens anders vandaan.",
    "TR385": "Weghalen kan niet als er is gedeclareerd.",
}
# Where Koers answers otherwise than the code says.
NOOT: dict[str, str] = {
    "TR413": "Koers antwoordt met 9074: de tweede heeft dezelfde sleutel",
    "TR318": (
        "alleen ter attentie, bij het bericht: of er in een overgeslagen maand hulp was, weet de"
        " ontvanger niet (OP364)"
    ),
}

EERDER: tuple[Regel, ...] = (
    later("TR019", "305 307", "Een start of stop hoort bij een toewijzing.", R, "9019"),
    later("TR063", "305 307", "Wat verwijderd wordt, is eerder gemeld.", E, "9063"),
    later("TR071", "305", "Een start waar al een stop bij is, wordt niet verwijderd.", E, "9071"),
    later("TR326", "305", "Een toewijzing heeft hoogstens één lopende start.", E, "9326"),
    later("TR382", "307", "Een stop hoort bij een start met dezelfde sleutel.", E, "9069"),
    later("TR413", "307", "Na een tijdelijke stop komt er geen tweede tijdelijke stop.", E, "9413"),
    later("TR414", "307", "Een volgende stop ligt niet voor de vorige.", E, "9414"),
    later("TR415", "307", "Na een definitieve stop komt er geen stop meer.", E, "9415"),
    later(
        "TR379", "301", "Een referentie van de aanbieder hoort bij een verzoek van die aanbieder.", E, "9379"
    ),
    later("TR385", "301", "Een toewijzing waarop al betaald is, wordt niet verwijderd.", E, "9385"),
    later("TR347", "315 317", "Een aanbieder gebruikt een referentie één keer.", E, "9347"),
    later("TR374", "315 317", "Er loopt niet al een ander verzoek voor deze cliënt.", E, "9374"),
    later("TR349", "317", "Een verzoek om wijziging noemt alle lopende toewijzingen.", R, "9349"),
    later("TR350", "317", "Een product dat blijft, is nu toegewezen.", R, "9350"),
    later("TR351", "317", "Een product dat wijzigt, is nu toegewezen.", R, "9351"),
    later("TR357", "317", "Een wijziging vanaf een dag die voorbij is, geldt vanaf het begin.", R, "9357"),
    later("TR361", "317", "Een product is niet twee keer gevraagd voor dezelfde dagen.", R, "9361"),
    later("TR373", "317", "Een ander budget of totaal geldt vanaf het begin van de toewijzing.", R, "9373"),
    later("TR375", "317", "Zonder product in de toewijzing wordt er geen omvang gevraagd.", R, "9375"),
    later("TR411", "317", "Met een productcode in de toewijzing wordt er een omvang gevraagd.", R, "9411"),
    later("TR412", "317", "Zonder productcode in de toewijzing wordt er geen omvang gevraagd.", R, "9412"),
    later("TR355", "319", "Een antwoord noemt de referentie van een verzoek.", E, "9355"),
    later("TR359", "319", "Na een toewijzing komt er geen antwoord meer op het verzoek.", E, "9359"),
    later("TR360", "319", "Een verzoek gaat één keer in onderzoek.", E, "9360"),
    later("TR365", "319", "Na een afwijzing komt er geen ander antwoord.", E, "9365"),
    later("TR304", "317 323 325", "Een BSN hoort bij een cliënt die er is.", R, "8187"),
    later("TR307", "323", "Een prestatie begint niet voor de toewijzing.", R, "9307"),
    later("TR308", "323", "Een prestatie eindigt niet na de toewijzing.", R, "9308"),
    later("TR318", "323", "Declaraties over opeenvolgende maanden sluiten op elkaar aan.", E, "8214"),
    later("TR321", "323", "Een prestatie past in het volume van de toewijzing.", R, "9321"),
    later("TR322", "323", "Alle prestaties samen passen in het volume van de toewijzing.", E, "9322"),
    later("TR323", "323", "Een credit hoort bij een goedgekeurde debet.", E, "8017"),
    later("TR333", "323", "Een aanbieder gebruikt een declaratienummer één keer.", E, "9333"),
    later("TR338", "323", "Een prestatie hoort bij een toewijzing.", R, "9338"),
    later("TR339", "323", "De categorie is die van de toewijzing.", R, "9339"),
    later("TR340", "323", "De productcode is die van de toewijzing.", R, "9340"),
    later("TR341", "323", "De eenheid past bij die van de toewijzing.", R, "9341"),
    later("TR369", "323", "Alle prestaties samen passen in het budget van de toewijzing.", E, "9369"),
    later("TR384", "323", "Op een verwijderde toewijzing wordt niet gedeclareerd.", R, "9384"),
    later("TR389", "323", "Voor een periode is er één debet, tenzij die is gecrediteerd.", E, "9389"),
    later("TR390", "323", "Een prestatie wordt één keer gecrediteerd.", E, "9390"),
    later("TR418", "323", "Het tarief is dat van het contract.", R, "0611"),
    later("TR337", "325", "Een antwoord noemt de identificatie van de declaratie.", E, AFGEKEURD),
    later("TR366", "325", "Een prestatie in het antwoord staat in de declaratie.", E, "9366"),
    later("TR367", "325", "Wat het antwoord overneemt, staat zo in de declaratie.", E, "9367"),
    later("TR371", "325", "Een antwoord noemt de schemaversie van de declaratie.", E, AFGEKEURD),
    later("TR376", "325", "Een antwoord noemt het nummer van de declaratie.", E, AFGEKEURD),
)
