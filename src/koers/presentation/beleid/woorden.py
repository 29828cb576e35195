"""The words of policy: the kinds of files, and the choices that stand in them."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Soortwoorden(NamedTuple):
    """A kind of policy: its name and what it is, in one sentence."""

    naam: Promise
    wat: Promise


SOORTEN: dict[str, Soortwoorden] = {
    "principes": Soortwoorden(
        _("Leidende principes"),
        _("Waar elk plan, besluit en contract op leunt, met de vragen om het aan te toetsen."),
    ),
    "pijlers": Soortwoorden(_("Pijlers"), _("De vier lijnen waarlangs de gemeente de jeugdhulp verandert.")),
    "opgaven": Soortwoorden(
        _("Opgaven"), _("Wat er moet gebeuren, waarom, wat het oplevert en waaraan we dat zien.")
    ),
    "indicatoren": Soortwoorden(
        _("Indicatoren"), _("Wat we meten: over wie, hoe, naar welk doel, en wat nog onduidelijk is.")
    ),
    "risicos": Soortwoorden(_("Risico’s"), _("Wat mis kan gaan, en wat we daaraan doen.")),
    "normen": Soortwoorden(
        _("Normen"), _("Termijnen, leeftijden, bewaartermijnen, plichten en rechten, elk met het artikel.")
    ),
    "verordening": Soortwoorden(
        _("Regels bij een besluit"),
        _("Waaraan een aanvraag wordt getoetst, met het artikel en de zin in de brief."),
    ),
    "besluitmandaten": Soortwoorden(
        _("Mandaat voor besluiten"),
        _("Wie namens het college mag beslissen, over welke hulp en tot welk bedrag."),
    ),
    "acceptatieplicht": Soortwoorden(
        _("Acceptatieplicht"),
        _("Hoe snel een aanbieder antwoordt op een toewijzing, en op welke grond hij mag weigeren."),
    ),
    "inkoopvoorwaarden": Soortwoorden(
        _("Inkoopvoorwaarden"),
        _("Wat een contract van aanbieders vraagt, en in welke inkoopregio dat geldt."),
    ),
    "codelijsten": Soortwoorden(
        _("Codelijsten"), _("De codes uit iJw, CBS en Iv3 die Koers gebruikt, met hun betekenis.")
    ),
    "interventieniveaus": Soortwoorden(
        _("Interventieniveaus"),
        _("De acht niveaus van hulp in Drenthe: wat vrij is, wat een besluit vraagt."),
    ),
    "voorzieningen": Soortwoorden(
        _("Voorzieningen"),
        _("Wat er voor gezinnen is zonder besluit: waarvoor, van wie, waar en met welk bereik."),
    ),
    "verdeelsleutels": Soortwoorden(
        _("Verdeelsleutels"), _("Hoe de twaalf gemeenten gezamenlijke kosten delen.")
    ),
    "uurtarieven": Soortwoorden(_("Uurtarieven"), _("Wat een uur werk kost, en voor welk werk dat geldt.")),
    "spuk": Soortwoorden(
        _("Specifieke uitkeringen"), _("Geld van het Rijk voor een doel: via wie, hoeveel en tot wanneer.")
    ),
    "kengetallen": Soortwoorden(_("Kengetallen"), _("Getallen uit de bronnen, met hoe precies de bron is.")),
    "schalen": Soortwoorden(
        _("Schalen"), _("Op welke schaal iets wordt geregeld, van lokaal tot landelijk.")
    ),
    "gremia": Soortwoorden(
        _("Gremia"), _("Wie met wie aan tafel zit, wat het overleg doet en wat het voorbereidt.")
    ),
    "verbindingen": Soortwoorden(
        _("Verbindingen"), _("Welke overleggen elkaar voeden, en waar de verbinding zwak is of ontbreekt.")
    ),
    "rollen": Soortwoorden(_("Rollen"), _("Wie welke rol in het netwerk heeft, en welke rol leeg is.")),
    "taakverdelingen": Soortwoorden(
        _("Taakverdelingen"), _("Welke taak op welke schaal hoort, en van wie hij is.")
    ),
    "mandaten": Soortwoorden(
        _("Mandaten"), _("Wat een overleg of rol volgens de bron mag, en sinds wanneer.")
    ),
    "projecten": Soortwoorden(_("Projecten"), _("De projecten van de transformatie, met hun stand.")),
    "dossiers": Soortwoorden(_("Dossiers"), _("De onderwerpen waar de regio aan werkt.")),
    "capaciteit": Soortwoorden(_("Gevraagde uren"), _("Hoeveel uren een taak vraagt, en of ze er zijn.")),
    "scenarios": Soortwoorden(
        _("Scenario’s"), _("Hoe de twaalf gemeenten kunnen samenwerken, met voor en tegen.")
    ),
    "scenariokader": Soortwoorden(
        _("Kader voor de scenario’s"), _("De maten en de keuzes waarmee de scenario’s worden gewogen.")
    ),
    "scenariotaken": Soortwoorden(
        _("Taken in de scenario’s"), _("Wie welke taak nu heeft en in elk scenario, met de uren.")
    ),
    "wiel": Soortwoorden(
        _("Wiel van samenwerking"),
        _("De stellingen over het samenwerken, en wat partners elk jaar wordt gevraagd."),
    ),
    "tijdlijn": Soortwoorden(
        _("Tijdlijn"), _("Wat er gebeurde, werd afgesproken of besloten, zo precies als de bron het weet.")
    ),
    "plankaders": Soortwoorden(
        _("Kaders voor het plan"),
        _("Waar een plan van een gezin naar kan kijken, als de vraag daarom vraagt."),
    ),
    "rapportages": Soortwoorden(
        _("Rapportages"), _("De hoofdstukken van de rapportages aan college, bestuur en raad.")
    ),
    "escalaties": Soortwoorden(
        _("Escalaties"),
        _("Wie wie informeert als iets uit de hand loopt, binnen welk uur, en wat gezegd mag worden."),
    ),
    "oordelen": Soortwoorden(
        _("Zelfbeoordeling"),
        _("Waarop gemeenten en regio elk jaar zichzelf beoordelen, en met welke schaal."),
    ),
    "aannames": Soortwoorden(
        _("Aannames"),
        _("Wat Koers aanneemt omdat geen bron het zegt, en wat er verandert als het anders is."),
    ),
    "gebieden": Soortwoorden(
        _("Gebieden"), _("De gemeenten, regio’s en gebieden waar het beleid over gaat.")
    ),
    "bronnen": Soortwoorden(
        _("Bronnen"), _("De wetten, standaarden en documenten waarop het beleid steunt.")
    ),
    "leveringen": Soortwoorden(
        _("Leveringen van partners"),
        _("Welke tabel een partner levert, hoe vaak, en hoe lang na de periode."),
    ),
    "themas": Soortwoorden(
        _("Maatschappelijke thema’s"),
        _("Waaruit partners samen kiezen, en welke cijfers er iets over zeggen."),
    ),
    "eigenaren": Soortwoorden(_("Eigenaren"), _("Welke functie welk stuk beleid bijhoudt.")),
    "afkortingen": Soortwoorden(
        _("Afkortingen"), _("Korte woorden en wat ze betekenen; zoeken vindt ze allebei.")
    ),
}
# How the kinds stand together on the first page.
INDELING: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("De koers"), ("principes", "pijlers", "opgaven", "indicatoren", "rapportages", "risicos")),
    (
        _("Regels en woorden"),
        (
            *("normen", "verordening", "besluitmandaten", "acceptatieplicht", "inkoopvoorwaarden"),
            *("interventieniveaus", "voorzieningen", "codelijsten", "plankaders"),
        ),
    ),
    (_("Geld en getallen"), ("verdeelsleutels", "uurtarieven", "spuk", "kengetallen", "capaciteit")),
    (
        _("Samenwerken in de regio"),
        (
            "scenarios",
            "scenariokader",
            "scenariotaken",
            "wiel",
            "gremia",
            "verbindingen",
            "schalen",
            "rollen",
            "taakverdelingen",
            "mandaten",
            "projecten",
            "dossiers",
            "leveringen",
            "themas",
            "tijdlijn",
            "escalaties",
            "oordelen",
        ),
    ),
    (_("Waar het op steunt"), ("aannames", "bronnen", "gebieden", "eigenaren", "afkortingen")),
)

ONTBREEKT = {
    "niet_in_bron": _("staat niet in de bron"),
    "niet_van_toepassing": _("niet van toepassing"),
}
NORMSOORTEN = {
    "termijn": _("Termijnen"),
    "leeftijd": _("Leeftijden"),
    "bewaartermijn": _("Bewaartermijnen"),
    "plicht": _("Plichten"),
    "recht": _("Rechten"),
    "geen_norm": _("Wat geen norm is, al lijkt het zo"),
}
ZEKERHEID = {
    "gelezen": ("goed", _("gelezen in de tekst zelf")),
    "een_bron": ("let-op", _("uit één tweede bron")),
    "te_controleren": ("let-op", _("nog te controleren")),
}
TIJDSEENHEDEN = {
    "dagen": (_("dag"), _("dagen")),
    "werkdagen": (_("werkdag"), _("werkdagen")),
    "weken": (_("week"), _("weken")),
    "maanden": (_("maand"), _("maanden")),
    "jaren": (_("jaar"), _("jaar")),
}
INDICATORSOORTEN = {
    "algemeen": _("Hoofddoelen"),
    "doel": _("Doelen"),
    "kwaliteit": _("Kwaliteit"),
    "proces": _("Werkwijze"),
    "financieel": _("Geld"),
    "stroom": _("Wie komt waarvandaan"),
    "landelijk": _("Naast het land"),
}
RICHTINGEN = {
    "omlaag": _("Lager is de bedoeling."),
    "omhoog": _("Hoger is de bedoeling."),
    "geen": _("Er is geen doel: dit cijfer laat zien hoe het is."),
}
PERIODEN = {
    "stand": _("stand op één dag"),
    "in_de_periode": _("wie in de periode meetelt"),
    "instroom": _("wie in de periode begint"),
    "uitstroom": _("wie in de periode stopt"),
    "verandering": _("verandering ten opzichte van eerder"),
    "per_jaar": _("per jaar"),
}
GREMIUMSOORTEN = {
    "bestuurlijk": _("bestuurlijk overleg"),
    "ambtelijk": _("ambtelijk overleg"),
    "uitvoerend": _("uitvoerend overleg"),
    "inkoop": _("inkoop"),
    "bureau": _("bureau"),
}
GREMIUMSTATUS = {
    "bestaand": ("goed", _("bestaat")),
    "te_splitsen": ("let-op", _("wordt gesplitst")),
    "voorgesteld": ("let-op", _("voorgesteld")),
    "opgeheven": ("rust", _("opgeheven")),
}
VERBINDINGSTAAT = {
    "aanwezig": ("goed", _("aanwezig")),
    "zwak": ("let-op", _("zwak")),
    "ontbreekt": ("fout", _("ontbreekt")),
}
MANDAATSOORTEN = {
    "besluit": _("besluiten"),
    "proces": _("het proces voeren"),
    "uitvoering": _("uitvoeren"),
    "geen": _("geen mandaat"),
}
GEBEURTENISSEN = {
    "gebeurtenis": _("gebeurtenis"),
    "afspraak": _("afspraak"),
    "besluit": _("besluit"),
    "advies": _("advies"),
    "mijlpaal": _("mijlpaal"),
}
EXACTHEID = {
    "precies": _("%(waarde)s"),
    "bijna": _("bijna %(waarde)s"),
    "ongeveer": _("ongeveer %(waarde)s"),
    "hoogstens": _("hoogstens %(waarde)s"),
    "minstens": _("minstens %(waarde)s"),
}
KENGETALEENHEDEN = {
    "euro": _("%(getal)s"),
    "euro_per_uur": _("%(getal)s per uur"),
    "procent": _("%(getal)s"),
    "uren": _("%(getal)s uur"),
    "uren_per_week": _("%(getal)s uur per week"),
    "fte": _("%(getal)s fte"),
    "dagen": _("%(getal)s dagen"),
    "jaren": _("%(getal)s jaar"),
    "aantal": _("%(getal)s"),
    "aantal_per_jaar": _("%(getal)s per jaar"),
}
INGEVULD = {
    "ingevuld": ("goed", _("ingevuld")),
    "niet_ingevuld": ("let-op", _("niet ingevuld")),
    "opnieuw_in_te_vullen": ("let-op", _("opnieuw in te vullen")),
    "later": ("rust", _("later")),
}
STANDAARDEN = {"ijw": _("iJw"), "cbs": _("CBS"), "iv3": _("Iv3")}
DOCUMENTSOORTEN = {
    "wet": _("Wetten"),
    "standaard": _("Standaarden"),
    "beleidsdocument": _("Beleidsdocumenten"),
    "cijfers": _("Cijfers"),
    "eigen": _("Van Koers zelf"),
}
GEBIEDSOORTEN = {
    "land": _("Land"),
    "landsdeel": _("Landsdeel"),
    "jeugdregio": _("Jeugdregio"),
    "inkoopregio": _("Inkoopregio"),
    "gemeente": _("Gemeente"),
    "deelgebied": _("Deel van een gemeente"),
}
TOEGANG = {
    "vrij_toegankelijk": _("vrij toegankelijk"),
    "individueel": _("met een besluit of verwijzing"),
}
KLEUREN = {"groen": _("groen"), "geel": _("geel"), "rood": _("rood")}
GEVOLGEN = {
    "gaat_door": _("kan worden toegekend"),
    "vraagt_reden": _("vraagt een uitleg"),
    "wijst_af": _("staat toekenning in de weg"),
}
VOORWAARDESTANDEN = {
    "in_contract": _("staat in de contracten"),
    "beleid_van_gemeente": _("beleid van een gemeente; in de contracten na te gaan"),
    "niet_in_bron": _("staat niet in de bron"),
}
