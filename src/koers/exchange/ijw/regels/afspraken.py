"""The business rules (OP): what other rules already guard, and what people do that no message shows."""

from koers.exchange.ijw.regels.regel import ALLE, HEEN, Regel, Waar, named

_MENSEN = "Dit doen mensen; een bericht laat het niet zien."
_TERMIJN = "Een termijn. De werkvoorraad bewaakt hem, niet het bericht."
_CONTRACT = "Staat in het contract van gemeente en aanbieder."
_VORIG = "Gaat over het verschil met wat eerder is toegewezen."
_BUITEN = "Gaat over wat er naast de berichten is afgesproken of besloten."


def _held(nummer: str, berichten: str | tuple[str, ...], zin: str, *via: str) -> Regel:
    """A business rule that the named rules guard."""
    return Regel(nummer, zin, named(berichten), Waar.BERICHT, via=via)


def _agreed(nummer: str, berichten: str | tuple[str, ...], zin: str, waarom: str) -> Regel:
    """A business rule that nothing in a message can break."""
    return Regel(nummer, zin, named(berichten), Waar.AFSPRAAK, waarom=waarom)


AFSPRAKEN: tuple[Regel, ...] = (
    _agreed("OP001", "301", "Het is bekend wie het gezag over een cliënt heeft.", _MENSEN),
    _agreed(
        "OP002",
        "301",
        "De toewijzing noemt wie het gezag heeft.",
        "Aan een relatie is niet te zien wie het gezag heeft.",
    ),
    _agreed(
        "OP002x1", "301", "Kent de aanbieder het gezag al, dan hoeft het er niet bij.", "Mag, hoeft niet."
    ),
    _agreed(
        "OP002x2",
        "301",
        "Heeft de jeugdige zelf het gezag, dan is hij geen relatie van zichzelf.",
        "Een relatie heeft geen BSN; een naamgenoot mag er wel staan.",
    ),
    _agreed("OP003", HEEN, "Er gaat geen bericht als dat de cliënt in gevaar brengt.", _MENSEN),
    _held("OP011", "305", "Een start wordt gemeld als de hulp echt is begonnen.", "TR134"),
    _held("OP033", "305 307", "Een correctie gaat met de status van aanlevering.", "CS058", "TR063", "TR074"),
    _agreed(
        "OP033x1", "301", "Een gewijzigde toewijzing gaat in een nieuw bericht; de laatste telt.", _MENSEN
    ),
    _held("OP033x2", "305 307", "De status ‘gewijzigd’ wordt niet gebruikt.", "CS058"),
    _agreed(
        "OP039",
        ALLE,
        "Ieder geeft cliëntgegevens door zoals hij ze kent.",
        "Mag; Koers keurt hierop niet af.",
    ),
    _agreed("OP043", "301", "Naast een pgb is er geen toewijzing voor hetzelfde product.", _BUITEN),
    _held("OP047", ALLE, "Wat niet aan de standaard voldoet, mag worden afgekeurd.", "OP192"),
    _held("OP072", "307", "Een stop komt na een start.", "TR382"),
    _agreed(
        "OP076",
        "301",
        "Van een contactpersoon is bekend wat hij van de cliënt is.",
        "Het schema vraagt de Soort van elke relatie.",
    ),
    _agreed(
        "OP079",
        ALLE,
        "Een cliënt wordt aangeduid met het BSN.",
        "Het schema vraagt het BSN; CS002 kijkt of het er een kan zijn.",
    ),
    _agreed(
        "OP080",
        ALLE,
        "De volgorde van berichten betekent niets.",
        "Geldt voor wie ontvangt: Koers verwerkt ze in elke volgorde gelijk.",
    ),
    _agreed("OP086", "301", "Hulp naar inspanning of naar resultaat gaat met een toewijzing.", _MENSEN),
    _agreed("OP087", "301", "Een toewijzingsbericht noemt alle lopende en gewijzigde toewijzingen.", _VORIG),
    _agreed("OP090", (), "Een retourbericht komt binnen drie werkdagen.", _TERMIJN),
    _agreed("OP090x2", (), "Wie geen retourbericht kan maken, zegt dat buiten de berichten om.", _MENSEN),
    _agreed("OP090x4", "325", "Een antwoord op een declaratie komt binnen tien werkdagen.", _TERMIJN),
    _agreed(
        "OP091",
        "301",
        "Van een extra adres is bekend wat voor adres het is.",
        "Het schema vraagt de Soort van elk contact.",
    ),
    _agreed(
        "OP095",
        HEEN,
        "Niemand keurt af op wat de afzender niet kan weten.",
        "Geldt voor wie ontvangt; Koers houdt zich eraan.",
    ),
    _held("OP130", "301", "Van een relatie zijn de naam en een adres of telefoonnummer bekend.", "TR006"),
    _held("OP155", "307", "Een stop verwijst naar de laatste start.", "TR382"),
    _held("OP179", ALLE, "Een bericht is hoogstens 25 MB.", "OP192"),
    _agreed("OP186", "301", "Eerder eindigen in het verleden gaat in overleg met de aanbieder.", _MENSEN),
    _agreed(
        "OP191",
        "301 315",
        "Er staat zo weinig mogelijk vrije tekst in een bericht.",
        "Wat weinig is, weegt een mens.",
    ),
    Regel("OP192", "Een bericht is goede XML in UTF-8, zonder BOM en met CR/LF.", ALLE, Waar.OPBOUW),
    _held("OP252", "301 305 307 315", "Van een onbekende geboortedatum is bekend wat wel klopt.", "CS139"),
    _agreed(
        "OP254",
        ALLE,
        "Een aanbieder wordt aangeduid met zijn AGB-code.",
        "Het schema vraagt acht cijfers; een lijst van AGB-codes heeft Koers niet.",
    ),
    _agreed("OP257", "301", "Bij een andere zorgvraag komt er een andere toewijzing.", _VORIG),
    _agreed("OP258", "301", "Het einde van een toewijzing gaat in een toewijzingsbericht.", _MENSEN),
    _held("OP259", "301", "Een product is niet gestapeld toegewezen.", "TR302"),
    _agreed("OP261", "301", "Van elk product is bekend hoe het wordt uitgevoerd.", _CONTRACT),
    _agreed("OP262", "323", "Bij inspanning geldt een tarief per eenheid.", _CONTRACT),
    _agreed("OP263", "323", "Bij resultaat geldt een tarief per stuk of een bedrag per periode.", _CONTRACT),
    _agreed("OP264", "323", "Bij resultaat is bekend wanneer er gedeclareerd wordt.", _CONTRACT),
    _held("OP267", "323", "De eenheid van een declaratie past bij de toewijzing.", "TR341"),
    _agreed("OP270", "305 307", "Gemeente en aanbieder spreken af wat begin en einde zijn.", _CONTRACT),
    _agreed("OP271", "305", "Een start wordt binnen vijf werkdagen gemeld.", _TERMIJN),
    _agreed("OP272", "307", "Een stop wordt binnen vijf werkdagen gemeld.", _TERMIJN),
    _agreed(
        "OP274", "301 319", "Op een verzoek om toewijzing komt binnen vijf werkdagen antwoord.", _TERMIJN
    ),
    _held("OP275", "301", "Een toewijzing heeft binnen de gemeente een eigen nummer.", "TR332"),
    _held("OP276", "323", "Er wordt alleen gedeclareerd op een toewijzing die geldt.", "TR338", "TR384"),
    _held("OP279", "323", "Er wordt gedeclareerd binnen de periode van de toewijzing.", "TR307", "TR308"),
    _held(
        "OP280",
        "323",
        "Een declaratie gaat over één periode, met wat daarvoor is blijven liggen.",
        "CS340",
        "TR319",
    ),
    _agreed("OP281", "323", "Een declaratie kan over meer cliënten gaan.", "Mag, hoeft niet."),
    _held("OP283", "323", "Elke prestatie heeft bij de aanbieder een eigen nummer.", "TR314"),
    _held("OP284", "323", "Declaraties sluiten op elkaar aan als er elke maand hulp was.", "TR318"),
    _agreed(
        "OP288",
        "305 307",
        "Op een start volgt altijd een stop.",
        "Een stop die niet komt, is in geen bericht te zien.",
    ),
    _held("OP289", "305 307", "Een toewijzing heeft één lopende start.", "TR326"),
    _held("OP295", "305 307", "Wie geen start meldde, meldt ook geen stop.", "TR382"),
    _agreed("OP296", "315", "Een verzoek past bij het contract.", _CONTRACT),
    _held("OP297", "315", "De code van de verwijzer staat erin als die bekend is.", "CD066", "CD067"),
    _agreed("OP298", "301", "Een lager totaal gaat in overleg met de aanbieder.", _VORIG),
    _agreed("OP299", "301", "Een lager budget gaat in overleg met de aanbieder.", _VORIG),
    _held("OP302", "323", "Het gedeclareerde product past bij de toewijzing.", "TR339", "TR340"),
    _held("OP304", "325", "Een antwoord noemt alleen cliënten bij wie iets is afgewezen.", "TR342"),
    _agreed("OP305", "301", "Inspanning in stuks heeft eenheid 84.", _CONTRACT),
    _held("OP306", "317", "Een verzoek om wijziging gaat over wat nu is toegewezen.", "TR352", "TR349"),
    _agreed("OP307", "315", "Een verzoek om toewijzing rust op een verwijzing of een beschikking.", _BUITEN),
    _held("OP308", "317", "Een verzoek om wijziging noemt alles wat gewenst is.", "TR349", "TR353"),
    _agreed("OP343", "317", "Een verzoek om wijziging komt op tijd.", _TERMIJN),
    _agreed("OP344", "301 319", "Een verzoek eindigt met een toewijzing of een afwijzing.", _TERMIJN),
    _agreed("OP345", "317", "Een wijziging achteraf maakt geleverde hulp niet onrechtmatig.", _BUITEN),
    _agreed("OP346", "301 319", "Op een verzoek om wijziging komt binnen vijf werkdagen antwoord.", _TERMIJN),
    _held("OP347", "315 317", "Een product wordt niet gestapeld gevraagd.", "TR386", "TR410", "TR361"),
    _agreed("OP348", "301", "Wie een verzoek inwilligt, neemt het over zoals het is gevraagd.", _VORIG),
    _held("OP349", "323", "Elke declaratie heeft bij de aanbieder een eigen nummer.", "TR333"),
    _held("OP350", "315 317", "Er loopt één verzoek tegelijk voor een cliënt.", "TR374"),
    _agreed("OP354", "323", "Hulp wordt gedeclareerd na de maand waarin zij was.", _TERMIJN),
    _held("OP355", "325", "Een antwoord hoort bij een declaratie.", "TR337", "TR376"),
    _agreed("OP359", "319", "Wie afwijst om de woonplaats, doet dat binnen twee weken.", _TERMIJN),
    _held(
        "OP360", "323", "Alleen een goedgekeurde prestatie wordt gecrediteerd, en één keer.", "TR323", "TR390"
    ),
    _held("OP361", "315 317", "Elk verzoek heeft bij de aanbieder een eigen referentie.", "TR347", "TR383"),
    _held("OP362", "301", "Verwijderen neemt niemand zijn recht op betaling af.", "TR385", "CS335"),
    _held("OP363", "305 307", "Een start en een stop horen bij een toewijzing.", "TR019"),
    _agreed(
        "OP364",
        "305 307",
        "Een declaratie wordt niet afgekeurd om een start of stop.",
        "Geldt voor wie ontvangt; Koers houdt zich eraan.",
    ),
    _held("OP365", "323", "De gedeclareerde omvang past bij de toewijzing.", "TR321", "TR322"),
    _held("OP366", "323", "Eerst gaat de credit, dan de nieuwe debet.", "TR389", "TR316"),
    _held("OP367", "323", "Een prestatie blijft binnen één kalendermaand.", "CS337"),
    _held("OP368", "323", "Een prestatie valt binnen de toewijzing.", "TR307", "TR308"),
    _held("OP377", "307", "Voor een stop is er een start.", "TR382"),
    _held("OP378", "307", "Na een tijdelijke stop komt alleen nog een definitieve.", "TR413"),
    _agreed("OP379", "307", "Na een stop mag er opnieuw een start komen.", "Mag, hoeft niet."),
    _agreed("OP380", "301", "Verlengen is de einddatum opschuiven.", _VORIG),
)
