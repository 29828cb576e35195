"""The pictures of the manual: taken while walking, only when asked for (`make beelden`)."""

import base64
import re
from pathlib import Path

from playwright.sync_api import Locator, Page

MAP = Path(__file__).resolve().parents[2] / "docs" / "handleiding" / "beelden"
KWALITEIT = 62  # of a hundred: words stay sharp, and all pictures together stay under three megabytes


class Beelden:
    """Writes pictures in `map_`, or nothing when that is None. Remembers every name that was met."""

    def __init__(self, map_: Path | None) -> None:
        self.map_ = map_

    def take(self, page: Page, naam: str, bij: Locator | None = None) -> None:
        """The window as it is seen, WebP of 1280 pixels wide, with `bij` in sight below the top."""
        assert re.fullmatch(r"[a-z0-9-]+", naam), naam
        if self.map_ is None:
            return
        page.evaluate("window.scrollTo(0, 0)")
        if bij is not None:
            bij.evaluate("e => window.scrollBy(0, e.getBoundingClientRect().top - 240)")
        session = page.context.new_cdp_session(page)
        found = session.send("Page.captureScreenshot", {"format": "webp", "quality": KWALITEIT})
        session.detach()
        self.map_.mkdir(exist_ok=True)
        (self.map_ / f"{naam}.webp").write_bytes(base64.b64decode(found["data"]))
