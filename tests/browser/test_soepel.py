"""With JavaScript the region is smoother, without it it is the same."""

from playwright.sync_api import expect

EERSTE_RIJ = "#staat tbody:first-of-type tr:first-child th"


def names(page) -> list[str]:
    return page.locator("#staat tbody:first-of-type th[scope=row]").all_inner_texts()


def test_sorting_swaps_the_table_keeps_the_focus_and_tells_what_happened(bladen):
    page = bladen.of("")
    page.goto("/regio/")
    before = names(page)
    page.evaluate("window.zelfde = true")
    page.locator("#sorteer-inwoners").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sorteer=*inwoners**")
    page.wait_for_function("() => document.getElementById('aankondiging').textContent.length > 0")
    assert page.evaluate("window.zelfde"), "the page was loaded anew"
    assert page.evaluate("document.activeElement.id") == "sorteer-inwoners"
    assert page.locator("#aankondiging").inner_text() == page.locator("[data-aankondiging]").inner_text()
    assert sorted(names(page)) == sorted(before)
    assert names(page) != before


def test_the_way_back_restores_the_earlier_order(bladen):
    page = bladen.of("")
    page.goto("/regio/")
    before = names(page)
    page.locator("#sorteer-inwoners").click()
    page.wait_for_url("**sorteer=*inwoners**")
    page.go_back()
    page.wait_for_function(
        "(naam) => document.querySelector('#staat tbody th').innerText === naam", arg=before[0]
    )
    assert names(page) == before


def test_a_link_out_of_the_table_opens_its_own_page(bladen):
    page = bladen.of("")
    page.goto("/regio/")
    naam = page.locator(EERSTE_RIJ).inner_text()
    page.locator(f"{EERSTE_RIJ} a").click()
    page.wait_for_url("**/regio/GM*/")
    assert naam in page.locator("h1").inner_text()


def test_without_javascript_choosing_and_sorting_work(alle_bladen):
    context = alle_bladen.context("", java_script_enabled=False)
    page = context.new_page()
    page.goto("/regio/")
    keuze = page.locator("select[name=inkoopregio]")
    keuze.select_option(index=1)
    page.locator("#kies-toon").click()
    page.wait_for_url("**inkoopregio=*")
    expect(page.locator(EERSTE_RIJ)).to_be_visible()
    chosen = names(page)
    assert 0 < len(chosen) < 12
    page.locator("#sorteer-inwoners").click()
    page.wait_for_url(lambda url: "inkoopregio=" in url and "inwoners" in url)
    expect(page.locator(EERSTE_RIJ)).to_be_visible()
    assert sorted(names(page)) == sorted(chosen)
    context.close()


def test_a_choice_in_the_bar_closes_with_escape_and_gives_the_focus_back(bladen):
    page = bladen.of("")
    page.goto("/over/")
    weergave = page.locator("details.keuze summary").first
    weergave.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.keuze[open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("details.keuze[open]").count() == 0
    assert weergave.evaluate("(e) => e === document.activeElement")


def test_no_page_is_kept_in_the_storage_of_the_browser(bladen):
    """htmx can keep copies of pages there; with persons on them. Only the last address is."""
    page = bladen.of("jeugdconsulent")
    page.goto("/gezinnen/")
    page.goto("/regio/")
    page.locator("#sorteer-inwoners").click()
    page.wait_for_url("**sorteer=*inwoners**")
    kept = page.evaluate("({...localStorage, ...sessionStorage})")
    assert set(kept) <= {"htmx-current-path-for-history"}
    assert "<" not in "".join(kept.values())
