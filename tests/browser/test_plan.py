"""One plan for a child whose home is secret: made, heard, settled, changed, and on paper per parent."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

LATER = (date.today() + timedelta(days=100)).isoformat()  # noqa: DTZ011 - a day far enough ahead anywhere


def press(page: Page, naam: str) -> None:
    page.locator("main").get_by_role("button", name=naam, exact=True).click()


def follow(page: Page, naam: str | re.Pattern) -> None:
    page.locator("main").get_by_role("link", name=naam).first.click()


def fill(page: Page, **velden: str) -> None:
    for veld, waarde in velden.items():
        page.fill(f"#id_{veld}", waarde)


def add(page: Page, link: str | re.Pattern, **velden: str) -> None:
    follow(page, link)
    fill(page, **velden)
    press(page, "Opslaan in het plan")
    expect(page.locator("h1")).to_contain_text("Plan van gezin")


def new_member(page: Page, roepnaam: str, huis: dict[str, str]) -> None:
    """A parent with gezag, at an address of their own."""
    follow(page, "Kind, ouder of ander toevoegen")
    page.select_option("#id_rol", "ouder")
    fill(page, roepnaam=roepnaam, achternaam="Walma", geboortedatum="1986-05-04")
    page.get_by_role("group", name="Ouder van").get_by_label("Jelle Walma").check()
    page.get_by_role("group", name="Heeft gezag over").get_by_label("Jelle Walma").check()
    if "huis" in huis:
        page.select_option("#id_huishouden", label=huis["huis"])
    else:
        page.select_option("#id_geheim", huis.pop("geheim"))
        fill(page, **huis)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("h1")).to_have_text("Gezin Walma")


def new_family(page: Page) -> None:
    """Jelle lives with his mother at a secret address; his father lives elsewhere, with gezag too."""
    page.goto("/gezinnen/nieuw/")
    fill(page, roepnaam="Jelle", achternaam="Walma", geboortedatum="2015-04-03")
    fill(page, straatnaam="Schuilpad", huisnummer="7", postcode="9411 AB", plaatsnaam="Beilen")
    page.select_option("#id_geheim", "ja")
    press(page, "Gezin invoeren")
    new_member(page, "Marieke", {"huis": "samen met Jelle Walma"})
    away = {"straatnaam": "Kerkweg", "huisnummer": "2", "postcode": "9431 KL", "plaatsnaam": "Westerbork"}
    new_member(page, "Rik", {"geheim": "nee", **away})


def begin(page: Page) -> None:
    follow(page, "Plan van dit gezin openen")
    follow(page, "Plan maken")
    page.locator("#id_grootte input[value=licht]").check()
    fill(page, evaluatiedatum=LATER)
    press(page, "Plan beginnen")
    expect(page.locator("main")).to_contain_text("dingen voor u kunt vaststellen")


def write(page: Page) -> None:
    add(page, "Woorden toevoegen: Van ons samen", tekst="Wij willen rust voor Jelle.")
    follow(page, re.compile("Gesprek toevoegen"))
    page.locator("#id_gehoord input[value=ja]").check()
    fill(page, door="Annet Wiersema", hoe="alleen, op school")
    press(page, "Opslaan in het plan")
    follow(page, re.compile("Woorden toevoegen: De stem van Jelle"))
    fill(page, tekst="Ik wil weer slapen.")
    press(page, "Opslaan in het plan")
    for naam, woorden in (("Marieke", "Ik durf de deur niet uit."), ("Rik", "Ik mis hem.")):
        follow(page, re.compile(f"Woorden toevoegen: Bij {naam} thuis"))
        fill(page, tekst=woorden)
        page.select_option("#id_wie", label=f"{naam} Walma")
        press(page, "Opslaan in het plan")
    add(page, "Doel toevoegen: Van ons samen", wat="Jelle slaapt door.", wie_helpt="oma", wanneer=LATER)


def refuses_a_secret_address(page: Page) -> None:
    """What was typed stays; where it may not stand is told."""
    follow(page, "Kracht toevoegen: Van ons samen")
    fill(page, tekst="Op het Schuilpad is het rustig.")
    press(page, "Opslaan in het plan")
    expect(page.locator(".foutenlijst")).to_contain_text("geheim adres")
    expect(page.locator("#id_tekst")).to_have_value("Op het Schuilpad is het rustig.")
    follow(page, "Terug naar het plan")


def settle(page: Page) -> None:
    follow(page, "Plan vaststellen")
    press(page, "Plan vaststellen")
    expect(page.locator("main")).to_contain_text("Het plan is vastgesteld.")


def change(page: Page) -> None:
    """A second version, and what it changed."""
    follow(page, "Wijzigen: Jelle slaapt door.")
    fill(page, wat="Jelle slaapt zeven nachten door.")
    press(page, "Wijziging opslaan")
    settle(page)
    follow(page, "Wat is er veranderd?")
    page.select_option("#van", "1")
    page.select_option("#naar", "2")
    press(page, "Vergelijken")
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Jelle slaapt door.")
    expect(row).to_contain_text("Jelle slaapt zeven nachten door.")
    follow(page, "Plan")


def on_paper(page: Page, naam: str) -> str:
    follow(page, "Afdrukken per lezer")
    follow(page, re.compile(f"Versie maken: {naam}"))
    expect(page.locator(".planafdruk")).to_be_visible()
    tekst = page.locator("main").inner_text()
    page.goto(page.url.split("print/")[0])
    return tekst


def test_a_plan_for_two_homes_one_of_them_secret(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.of("jeugdconsulent")
    new_family(page)
    begin(page)
    write(page)
    refuses_a_secret_address(page)
    settle(page)
    change(page)

    mother, father, child = (on_paper(page, naam) for naam in ("Marieke", "Rik", "Jelle"))
    for told in (mother, child):
        assert "Jelle slaapt zeven nachten door." in told
        assert "Ik wil weer slapen." in told
    assert "Ik durf de deur niet uit." in mother
    assert "Ik mis hem." in father
    # The child lives only at the secret address: nothing of him or of that home reaches his father's paper.
    for hidden in ("Ik durf", "Schuilpad", "Marieke", "slaapt", "weer slapen", "rust voor Jelle"):
        assert hidden not in father
    for hidden in ("Ik durf", "Ik mis hem", "Schuilpad"):
        assert hidden not in child
    assert "Ik mis hem" not in mother
    for told in (mother, father, child):
        assert "9411" not in told
    assert alle_bladen.toezicht.klachten == []
