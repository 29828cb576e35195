"""Up the stairs in the browser: a besluit is stopped, the steps are walked, and then it is decided."""

from playwright.sync_api import Page, expect

from tests.browser.test_ruggengraat import apply_for_help, fill_in_besluit, press


def ask(page: Page) -> None:
    page.goto("/gezinnen/nieuw/")
    page.fill("#id_roepnaam", "Jelle")
    page.fill("#id_achternaam", "Trapstra")
    page.fill("#id_geboortedatum", "2015-09-12")
    press(page, "Gezin invoeren")
    page.get_by_role("link", name="Melding opschrijven").click()
    page.fill("#id_vraag", "Jelle wordt gepest op school en is bang.")
    press(page, "Melding opslaan")
    page.get_by_role("link", name="Jelle Trapstra (casus)").click()


def decide(page: Page) -> None:
    fill_in_besluit(page)
    press(page, "Besluit nemen")


def write_down(page: Page, trede: str, uitkomst: str, reden: str, voorziening: str = "") -> None:
    step = page.locator(f"#{trede}")
    step.locator("summary", has_text="Opschrijven wat deze trede gaf").click()
    if voorziening:
        page.select_option(f"#id_{trede}_voorziening", label=voorziening)
    step.get_by_label(uitkomst).check()
    page.fill(f"#id_{trede}_reden", reden)
    step.get_by_role("button").click()


def test_a_besluit_waits_for_the_stairs(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.of("jeugdconsulent")
    ask(page)

    apply_for_help(page)
    decide(page)
    stopped = page.get_by_role("alert")
    expect(stopped).to_contain_text(
        "bij eigen kracht, omgevingskracht en algemene voorziening staat nog niet"
    )
    assert page.get_by_label("de hulp wordt toegekend").is_checked()  # nothing that was filled in is lost

    page.locator(".kruimels").get_by_role("link", name="Jelle Trapstra").click()
    page.get_by_role("link", name="Treden bekijken").click()
    expect(page.locator(".kernzin")).to_contain_text("Eerst nog 3 treden")
    suggestions = page.locator("#algemene_voorziening table tbody tr")
    expect(suggestions).to_have_count(3)
    expect(suggestions.first).to_contain_text("Past bij de vraag")

    write_down(page, "eigen_kracht", "dit helpt voor een deel", "Jelle vertelt het nu aan zijn juf.")
    write_down(page, "omgevingskracht", "dit kan nu niet", "Oma woont ver weg.")
    expect(page.locator(".kernzin")).to_contain_text("Eerst nog één trede: algemene voorziening.")
    write_down(
        page,
        "algemene_voorziening",
        "dit helpt voor een deel",
        "De groep hielp, maar hij slaapt slecht.",
        "Hulp op School",
    )
    expect(page.locator(".kernzin")).to_contain_text("Alle treden zijn gezet")
    expect(page.locator("#algemene_voorziening")).to_contain_text("Hulp op School")
    expect(page.locator("#brief + div")).to_contain_text(
        "Wat mensen om u heen kunnen doen, kan nu niet: Oma woont ver weg."
    )

    page.get_by_role("link", name="Besluit nemen").click()
    decide(page)
    expect(page.locator("#besluiten + table")).to_contain_text("toegekend")
    assert alle_bladen.toezicht.klachten == []
