"""How long people wait, asked with a keyboard alone: fte, shortage and places in, the answer on top."""

from playwright.sync_api import expect

from tests.browser.test_rondleiding import Toetsenbord


def test_a_controller_asks_with_the_keyboard_how_long_people_wait(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context("controller").new_page()
    alle_bladen.toezicht.watch(page)
    keys = Toetsenbord(page)
    page.goto("/wat-als/GM1731/capaciteit/")
    expect(page.locator("h1")).to_have_text("Midden-Drenthe: wachttijd en plaatsen")

    page.locator("#id_fte").focus()
    page.keyboard.type("1,0")
    page.keyboard.press("Tab")
    page.keyboard.type("250")
    page.keyboard.press("Tab")
    page.keyboard.type("0")
    page.keyboard.press("Tab")
    page.keyboard.type("10")
    page.locator("#id_regie_vragen").focus()
    page.keyboard.type("50")
    keys.enter("Rekenen", "button")
    expect(page.locator(".kernzin")).to_contain_text("Met 1,0 fte begint naar verwachting")
    expect(page.locator(".kernzin")).to_contain_text("Voor 90% is")
    expect(page.locator("#bezetting")).to_be_visible()
    expect(page.get_by_role("heading", name="Regie op 3")).to_be_visible()
    # A table that can scroll is on the way of the Tab key, and what was typed is still there.
    page.locator('[role="region"][aria-labelledby="fte"]').focus()
    assert page.locator("#id_fte").input_value() == "1,0"

    # What cannot be read is said at its field, and the rest still counts.
    page.locator("#id_fte").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("veel")
    keys.enter("Rekenen", "button")
    expect(page.locator("#id_fte_error")).to_be_visible()
    assert page.locator("#id_fte").input_value() == "veel"
    expect(page.locator("#poh")).to_be_visible()
    # The answer to a wrong question has a status of its own, which the browser writes down.
    klachten = [k for k in alle_bladen.toezicht.klachten if "422" not in k]
    assert klachten == []
