"""A quarterly report from begin to published, by four people who each do their part."""

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen

CONTROLLER, ADVISEUR = "Gert Jan Zijlstra", "Mirjam Postma"
WETHOUDER, RAADSLID = "Aaltje Meijer", "Dirk ten Hoor"
TEKST = "De besparing volgt in het voorjaar, als alle declaraties binnen zijn."
TELWOORDEN = ("eerste", "tweede", "derde", "vierde")


def a_quarter_ago(wie, kwartalen: int) -> str:
    """The quarter so many before this one, as a page writes it."""
    dag = stappen.today(wie)
    jaar, nummer = divmod(dag.year * 4 + (dag.month - 1) // 3 - kwartalen, 4)
    return f"{TELWOORDEN[nummer]} kwartaal van {jaar}"


def open_report(wie, kwartaal: str) -> None:
    """From wherever somebody is to the report over this quarter."""
    wie.door("Rapportages")
    row = wie.main.get_by_role("row").filter(has_text=kwartaal)
    wie.follow("Kwartaalrapportage jeugd", binnen=row)


def begin(wie, kwartaal: str) -> None:
    """The figures are there at once; the words are not."""
    wie.door("Rapportages")
    wie.follow("Rapportage beginnen")
    wie.pick("Welke rapportage, over welke periode?", kwartaal)
    wie.press("Rapportage beginnen", twice=True)
    wie.heading(f"Kwartaalrapportage jeugd, {kwartaal}")
    wie.reads("De rapportage is begonnen.", "Alle cijfers hierin zijn verzonnen", "Hier komt de tekst van de")
    wie.show("rapportage-1-cijfers", wie.main.get_by_role("heading", level=1))
    wie.press("Ter beoordeling aanbieden")
    wie.reads("Er is nog geen tekst bij: De hoofdlijn")


def write(wie, hoofdstuk: str, tekst: str) -> None:
    """One chapter, by its owner."""
    wie.follow(f"{hoofdstuk} schrijven")
    wie.write("Uw tekst", tekst)
    wie.press("Tekst bewaren")
    wie.reads("Uw tekst is bewaard.", tekst)


def change_template(wie) -> None:
    """A chapter goes out of the yearly report; what runs keeps its template."""
    wie.door("Rapportages")
    wie.follow("Sjablonen bekijken")
    wie.follow("Jaarrapportage jeugd aan de raad")
    last = wie.main.get_by_role("group", name="Vooruitblik", exact=True)
    wie.mark("Dit hoofdstuk vervalt", binnen=last)
    wie.press("Sjabloon bewaren")
    wie.reads("Schrijf waarom het sjabloon verandert.")
    expect(last.get_by_label("Dit hoofdstuk vervalt")).to_be_checked()
    wie.write("Waarom verandert het sjabloon?", "De raad bespreekt dit bij de begroting.")
    wie.press("Sjabloon bewaren")
    wie.reads("Het sjabloon is bewaard.", "versie 1")


def test_a_quarter_is_begun_written_returned_signed_and_read(meld_aan):
    controller, adviser = meld_aan(CONTROLLER), meld_aan(ADVISEUR)
    kwartaal = a_quarter_ago(controller, 2)
    begin(controller, kwartaal)
    write(controller, "De hoofdlijn", "De daling zet nog niet door.")
    write(controller, "Geld", TEKST)
    open_report(adviser, kwartaal)
    for hoofdstuk in ("Lichte hulp dichtbij", "De weg naar zwaardere hulp", "Wat we bijsturen"):
        write(adviser, hoofdstuk, f"Over {hoofdstuk.lower()} valt dit te zeggen.")
    adviser.press("Ter beoordeling aanbieden")
    adviser.reads("ligt ter beoordeling bij de wethouder")

    member, council = meld_aan(WETHOUDER), meld_aan(RAADSLID)
    council.door("Rapportages")
    expect(council.main).not_to_contain_text(kwartaal)  # a concept is not for the council
    open_report(member, kwartaal)
    member.follow("Teruggeven met een opmerking")
    member.write("Wat moet er anders?", "Noem wanneer de besparing bekend is.")
    member.press("Teruggeven met een opmerking")
    open_report(controller, kwartaal)
    controller.reads(f"{WETHOUDER} gaf de rapportage terug:", "Noem wanneer de besparing bekend is.")
    controller.show("rapportage-2-teruggegeven", controller.main.get_by_role("heading", level=1))
    controller.press("Ter beoordeling aanbieden")
    open_report(member, kwartaal)
    member.follow("Ondertekenen en publiceren")
    member.press("Ondertekenen en publiceren")
    member.reads("Er verandert niets meer in.", "Vastgesteld en gepubliceerd op")

    open_report(council, kwartaal)
    council.reads(TEKST, f"door {WETHOUDER}", "Controlegetal (SHA-256)")
    council.show("rapportage-3-vastgesteld", council.main.get_by_role("heading", level=1))
    words = stappen.words_of(council, council.main.get_by_role("link", name="Als PDF"))
    assert TEKST in words
    assert f"Kwartaalrapportage jeugd, {kwartaal}" in words
    change_template(controller)
