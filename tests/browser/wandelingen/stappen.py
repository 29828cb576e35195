"""Steps that more than one walk takes, each by keyboard."""

import io
import re
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from tests.browser.wandelaar import Wandelaar

CONSULENT = "Annet Wiersema"
AANBIEDER, AANBIEDER_NAAM = "Nora Smit", "Stichting Kompasveld Jeugd"
TREDEN = {
    "Eigen kracht": ("eigen kracht", "dit helpt voor een deel", "De ouders maken meer tijd vrij."),
    "Omgevingskracht": ("omgevingskracht", "dit kan nu niet", "Er woont geen familie in de buurt."),
    "Algemene voorziening": (
        "algemene voorziening",
        "dit helpt voor een deel",
        "De groep alleen is te weinig.",
    ),
}
REGELS = (
    "Is wat gevraagd wordt gebruikelijke hulp, die ouders zelf kunnen geven?",
    "Kan het gezin de hulp die meer dan gebruikelijk is zelf dragen?",
    "Geeft een andere wet recht op deze hulp?",
    "Wijkt het college af van een regel omdat die te hard uitpakt?",
)


@dataclass(frozen=True)
class Kind:
    """An invented child."""

    roepnaam: str
    achternaam: str
    geboren: date

    @property
    def naam(self) -> str:
        """As it stands on a page."""
        return f"{self.roepnaam} {self.achternaam}"


def today(wie: Wandelaar) -> date:
    """The day of Koers."""
    tekst = wie.page.evaluate("() => new Date().toLocaleDateString('sv', {timeZone: 'Europe/Amsterdam'})")
    return date.fromisoformat(tekst)


MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def in_words(dag: date) -> str:
    """A day as a page writes it."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def register_family(wie: Wandelaar, kind: Kind, **adres: str) -> None:
    """A new family with its first child, from the list of families."""
    wie.door("Gezinnen")
    wie.follow("Nieuw gezin invoeren")
    wie.write("Roepnaam", kind.roepnaam)
    wie.write("Achternaam", kind.achternaam)
    wie.day("Geboortedatum", kind.geboren)
    fill_in_address(wie, **adres)
    wie.press("Gezin invoeren")
    wie.heading(f"Gezin {kind.achternaam}")


def fill_in_address(wie: Wandelaar, **adres: str) -> None:
    """Street, number, postcode and place; `geheim` is a choice. Nothing when nothing is given."""
    for veld in ("Straat", "Huisnummer", "Postcode", "Plaats"):
        if adres:
            wie.write(veld, adres[veld.lower()])
    if adres:
        wie.pick("Is het adres geheim?", adres["geheim"])


def add_parent(wie: Wandelaar, roepnaam: str, kind: Kind, *, woont: str = "", **adres: str) -> None:
    """From the page of the family: a parent with gezag, at home with the child (`woont`) or elsewhere."""
    wie.follow("Kind, ouder of ander toevoegen")
    wie.pick("Wie is het in dit gezin?", "ouder of verzorger")
    wie.write("Roepnaam", roepnaam)
    wie.write("Achternaam", kind.achternaam)
    wie.mark(kind.naam, binnen=wie.main.get_by_role("group", name="Ouder van"))
    wie.mark(kind.naam, binnen=wie.main.get_by_role("group", name="Heeft gezag over"))
    if woont:
        wie.pick("Woont", woont)
    fill_in_address(wie, **adres)
    wie.press("Toevoegen aan het gezin")
    wie.reads(f"{roepnaam} {kind.achternaam}")


def write_melding(wie: Wandelaar, kind: Kind, vraag: str) -> None:
    """From the page of the family: the question, and on to the casus."""
    wie.follow("Melding opschrijven")
    wie.write("Wat is de vraag, in de woorden van het gezin?", vraag)
    wie.press("Melding opslaan")
    open_casus(wie, kind)


def open_casus(wie: Wandelaar, kind: Kind) -> None:
    """From the page of the family to the newest casus of this child."""
    wie.follow(f"{kind.naam} (casus)", binnen=wie.main.get_by_role("table", name="Vragen en hulp"))
    wie.heading(f"Casus van {kind.naam}")


def walk_the_steps(wie: Wandelaar, kind: Kind) -> None:
    """From the casus up the stairs and back: what is nearer than individual help is not enough."""
    wie.follow("Treden bekijken")
    for kop, (naam, uitkomst, reden) in TREDEN.items():
        step = wie.main.get_by_role("listitem").filter(has=wie.page.get_by_role("heading", name=kop))
        wie.unfold("Opschrijven wat deze trede gaf", binnen=step)
        wie.mark(uitkomst, binnen=step)
        wie.write("Waarom?", reden, binnen=step)
        wie.press(f"Uitkomst van {naam} opslaan")
        expect(step).to_contain_text(reden)
    wie.reads("Alle treden zijn gezet")
    wie.crumb(kind.naam)


def write_aanvraag(wie: Wandelaar) -> None:
    """From the casus: the aanvraag came in today."""
    wie.follow("Aanvraag opschrijven")
    wie.press("Opslaan in de casus")
    wie.reads("Beslis uiterlijk op")


def weigh(wie: Wandelaar, bedrag: str) -> None:
    """Costs, principle and every rule that has to be answered."""
    wie.write("Verwachte kosten per jaar, in euro", bedrag)
    wie.pick("Op welk leidend principe leunt dit?", "Normaliseren")
    for regel in REGELS:
        wie.pick(regel, "Nee")


def fill_in_besluit(wie: Wandelaar, reden: str) -> None:
    """A toekenning that begins today."""
    wie.mark("de hulp wordt toegekend")
    wie.pick("Welke hulp?", "Begeleiding individueel")
    wie.day("Eerste dag", today(wie))
    wie.write("Waarom? Het gezin leest dit in de brief.", reden)
    weigh(wie, "6000")


def begin_plan(wie: Wandelaar, *kinderen: Kind) -> None:
    """From the page of the family: a light plan for these children, to look at in four months."""
    wie.follow("Plan van dit gezin openen")
    wie.follow("Plan maken")
    wie.mark(wie.main.get_by_role("radio", name="licht"))
    for kind in kinderen:
        box = wie.main.get_by_role("checkbox", name=kind.naam)
        if not box.is_checked():
            wie.mark(box)
    wie.day("Wanneer kijken jullie samen naar het plan?", today(wie) + timedelta(days=120))
    wie.press("Plan beginnen")


def add_to_plan(wie: Wandelaar, wat: str, deel: str, velden: dict[str, str | date]) -> None:
    """Adds one thing to the part with this heading."""
    part = wie.main.get_by_role("region", name=deel, exact=True)
    wie.follow(re.compile(f"^{wat} toevoegen"), binnen=part)
    for label, inhoud in velden.items():
        if isinstance(inhoud, date):
            wie.day(label, inhoud)
        else:
            wie.write(label, inhoud)
    wie.press("Opslaan in het plan")
    wie.reads(*(tekst for tekst in velden.values() if isinstance(tekst, str)))


def hear(wie: Wandelaar, kind: Kind) -> None:
    """Somebody spoke with the child today."""
    part = wie.main.get_by_role("region", name=f"De stem van {kind.naam}")
    wie.follow(re.compile("^Gesprek toevoegen"), binnen=part)
    wie.mark(wie.main.get_by_role("radio", name="ja", exact=True))
    wie.write("Door wie?", "de consulent, alleen met het kind")
    wie.press("Opslaan in het plan")


def settle(wie: Wandelaar) -> None:
    """What the family sees is now a version that does not change."""
    wie.follow("Plan vaststellen")
    wie.press("Plan vaststellen")
    wie.reads("Dit plan is vastgesteld")


def words_of(wie: Wandelaar, link: Locator) -> str:
    """The text of the letter behind a link, which must be a tagged PDF."""
    answer = wie.page.request.get(link.get_attribute("href") or "")
    assert answer.headers["content-type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(answer.body()))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())


def letter_to(wie: Wandelaar, naam: str) -> Locator:
    """On the page of a besluit: the link to the letter for this reader."""
    return wie.main.get_by_role("table", name="Brieven").get_by_role("link", name=naam)


def assign(wie: Wandelaar, *, tot: date | None = None) -> None:
    """From the casus: the help goes to the provider of the demo, from today."""
    wie.follow("Hulp toewijzen")
    wie.pick("Hulp en aanbieder", "Begeleiding individueel", AANBIEDER_NAAM)
    wie.day("Eerste dag", today(wie))
    if tot is not None:
        wie.day("Laatste dag", tot)
    wie.press("Hulp toewijzen")
    wie.reads(AANBIEDER_NAAM)
