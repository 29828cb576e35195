"""The published tables in words: for the screen, for programs, and as the page of the reference."""

from collections.abc import Iterator

from koers.domain.grootboek import GROOTBOEK
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.spells import TABELLEN
from koers.domain.tabelvorm import Kolom, Tabel
from koers.domain.uitgaven import UITGAVEN

# What a table is about, one line each; a test holds that none is forgotten.
WAT = {
    "spells": "Trajecten: een stuk hulp van een jeugdige, met product, gemeente en dagen.",
    "bevolking": "Inwoners per gemeente, leeftijd en jaar, geteld op 1 januari. Aantallen, geen personen.",
    "lichte_hulp": "Vragen aan de POH Jeugd of het lokale team, en wat ervan kwam.",
    "voorliggend": "Gebruik van voorliggende voorzieningen, zoals een cursus of een groep.",
    "verwijzingen": "Vragen die binnenkwamen (meldingen en verwijzingen), en de hulp die volgde.",
    "ladder": "Toekenningen van de toegang, en wat elke trede daaronder had opgeleverd.",
    "declaraties": "Gedeclareerde kosten per jeugdige en maand, in hele centen.",
    "ervaringen": "Antwoorden op de vraag of de hulp passend was, zonder naam of code.",
    "vastleggingen": "Wanneer begin en einde van hulp, meldingen en lichte vragen zijn opgeschreven.",
    "grootboek": "Boekingen op jeugdzorg, om naast de monitor te leggen; niet nodig om te tellen.",
    "uitgaven": "Begroting, en uitgaven zonder declaratie: pgb, subsidie, programma, personeel, regio.",
    "school_verzuim": "Verzuim op school, per soort school.",
    "school_zat": "Wat de Zorg Advies Teams van scholen bespraken, en wat ervan kwam.",
    "opvang_zat": "Kinderen in de kinderopvang over wie overleg was, en wat ervan kwam.",
    "welzijn_bereik": "Wie welzijn bereikte, per leeftijd.",
    "welzijn_groepen": "Groepen en cursussen van welzijn, per thema.",
    "ggd_monitor": "Antwoorden in de gezondheidsmonitor, per onderwerp.",
    "ggd_verpleegkundige": "Het werk van de jeugdverpleegkundige, per leeftijd.",
    "participatiewet": "Huishoudens en jongeren met bijstand.",
    "schulden": "Aanmeldingen voor schuldhulp.",
    "ervaringsonderzoek": "Onderzoek onder jeugdigen en ouders: wie antwoordde, en hoe.",
    "partneroordelen": "Cijfers van partners in de jaarlijkse evaluatie van de samenwerking.",
}
KOP = """# Tabellen van de monitor

Koers rekent elk cijfer uit deze tabellen. Ze komen uit het eigen register, of uit een ander systeem:

    koers monitor --bron MAP --gebied GM1731 --periode 2021

In de map staat per tabel één bestand met de naam van de tabel: `spells.csv`, `bevolking.xlsx` of
`verwijzingen.parquet`. CSV mag komma's, puntkomma's of tabs hebben. De eerste regel noemt de kolommen,
in elke volgorde. Dagen schrijft u als 2026-03-31, bedragen in hele centen. De laatste dag telt mee.

Een rij die niet past, telt niet mee; Koers noemt rij, kolom en reden op stderr. Ontbreekt een tabel, dan
staan alleen de indicatoren die haar nodig hebben er niet. Twee kolommen mogen leeg zijn of ontbreken, ook
waar ze verplicht zijn: `geslacht` wordt dan O, en `vastgelegd_at` de laatste dag die in de rij staat.

Zonder `--klasse` zijn de cijfers openbaar: 7 of minder staat er niet, de rest is afgerond. Exacte cijfers
geeft `--klasse intern`. Kwartalen (`2021-Q3`) en maanden (`2021-03`) zijn er alleen intern.

Geef nooit een BSN, naam of geboortedag mee: `jeugdige` is een eigen code, `geboortemaand` een jaar en een
maand. Een map om mee te proberen maakt u met `koers tabellen voorbeeld MAP`.

Dit bestand komt uit het programma: `koers tabellen --markdown > docs/reference/tabellen.md`.
"""

PARTNERKOP = """# Tabellen van partners

School, kinderopvang, welzijn, GGD en gemeente leveren aantallen per gemeente en periode, nooit personen:

    koers importeer partner school_verzuim BESTAND

In de browser doet een controller hetzelfde onder Aanleveringen. De eerste regel noemt precies deze kolommen,
in elke volgorde. Een kolom die er niet bij hoort, weigert het bestand. Een rij die niet past, blijft buiten
en Koers noemt de reden; wat er al was, blijft staan. Nog eens hetzelfde leveren verandert niets.

Wie wat levert, hoe vaak en binnen hoeveel dagen staat in `beleid/leveringen`. Wat te laat is, staat bovenaan
bij Aanleveringen, en in `koers aanleveringen --verwacht`.
"""


def schema(naam: str | None = None) -> list[dict[str, object]]:
    """The tables (or one) with their columns, as plain values."""
    return [
        {
            "tabel": tabel.naam,
            "wat": WAT[tabel.naam],
            "dagkolom": tabel.dagkolom,
            "volgorde": [list(paar) for paar in tabel.volgorde],
            "kolommen": [_column(kolom) for kolom in tabel.kolommen],
        }
        for tabel in _tables(naam)
    ]


def _tables(naam: str | None) -> list[Tabel]:
    alle = (*TABELLEN.values(), GROOTBOEK, UITGAVEN, *(een.tabel for een in PARTNERTABELLEN.values()))
    return [tabel for tabel in alle if naam in (None, tabel.naam)]


def _column(kolom: Kolom) -> dict[str, object]:
    return {
        "kolom": kolom.naam,
        "soort": kolom.soort.value,
        "leeg_mag": kolom.leeg_mag,
        "keuze": list(kolom.keuze),
        "minstens": kolom.minstens,
        "wat": kolom.nl,
    }


def text_lines(naam: str | None = None) -> Iterator[str]:
    """The tables for the screen."""
    for tabel in _tables(naam):
        yield f"{tabel.naam}: {WAT[tabel.naam]}"
        for kolom in tabel.kolommen:
            leeg = "mag leeg" if kolom.leeg_mag else "verplicht"
            yield f"  {kolom.naam:<16} {kolom.soort:<7} {leeg:<9}  {_meaning(kolom)}"
        yield ""


def markdown() -> str:
    """The page of the reference."""
    delen = [KOP]
    for tabel in _tables(None):
        if tabel.naam in PARTNERTABELLEN and PARTNERKOP not in delen:
            delen.append(PARTNERKOP)
        delen.append(f"## {tabel.naam}\n\n{WAT[tabel.naam]}\n")
        delen.append("| kolom | soort | leeg | wat |\n|---|---|---|---|")
        delen += [
            f"| `{k.naam}` | {k.soort} | {'mag' if k.leeg_mag else 'nee'} | {_meaning(k)} |"
            for k in tabel.kolommen
        ]
        for vroeg, laat in tabel.volgorde:
            delen.append(f"\n`{laat}` ligt nooit voor `{vroeg}`.")
        delen.append("")
    return "\n".join(delen).rstrip() + "\n"


def _meaning(kolom: Kolom) -> str:
    if not kolom.keuze:
        return kolom.nl
    keuze = [str(deel) for deel in kolom.keuze]
    short = (
        f"{keuze[0]} tot en met {keuze[-1]}" if len(keuze) > 8 and keuze[0].isdigit() else ", ".join(keuze)
    )
    return f"{kolom.nl} Kies uit: {short}."
