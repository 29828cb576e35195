"""One server and one Chromium for the whole lane. The server is the product itself, in its own process."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.aanbieder_oidc import CLIENT, GEHEIM, Organisatie, organisatie

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
KOERS = str(Path(sys.executable).with_name("koers"))
# A hundredth of Drenthe: enough families for every page, and quickly made.
SCHAAL = "0.01"
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nl",
]


def pytest_addoption(parser):
    """Whether the walks also take the pictures of the manual."""
    parser.addoption("--beelden", action="store_true", help="maak de beelden van de handleiding opnieuw")


@dataclass(frozen=True)
class Server:
    """Where Koers listens, with a session per person of the demo and the ids that addresses need."""

    adres: str
    sessies: dict[str, str]
    adressen: dict[str, str]
    organisatie: Organisatie
    omgeving: dict[str, str]

    def koers(self, *opdracht: str) -> str:
        """Runs a command of Koers beside the server, on the same data."""
        return _run(KOERS, *opdracht, env=self.omgeving)


@dataclass
class Toezicht:
    """What a page did that it should not: other hosts, faults in the console, broken policy."""

    adres: str
    klachten: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Writes down every request elsewhere and every complaint of the browser."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.klachten.append(f"script: {error}"))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.adres, "data:", "about:", "blob:")):
            self.klachten.append(f"vraagt iets aan {url}")

    def _said(self, soort: str, tekst: str) -> None:
        # A page that answers 4xx on purpose is told by the browser as well; the tests ask for those.
        if soort in ("error", "warning") and "Failed to load resource" not in tekst:
            self.klachten.append(f"{soort}: {tekst}")


def _run(*opdracht: str, env: dict[str, str]) -> str:
    done = subprocess.run(opdracht, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(opdracht)}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def aangesloten() -> Iterator[Organisatie]:
    """An organisation with a sign-in of its own, at another address."""
    with organisatie() as een:
        yield een


@pytest.fixture(scope="session")
def server(tmp_path_factory, aangesloten) -> Iterator[Server]:
    """The demo itself, small: built, a story added, and served as `make demo` serves it."""
    var = tmp_path_factory.mktemp("var")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("KOERS_", "DJANGO_", "DATABASE_"))}
    env = {**clean, "KOERS_VAR": str(var), "KOERS_DEMO": "1"}
    _run(KOERS, "demo", "--alleen-gegevens", "--schaal", SCHAAL, env=env)
    env |= {
        "KOERS_DATABASE_URL": f"sqlite:///{var / 'demo.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "koers.config.settings",
        "KOERS_OIDC_ISSUER": aangesloten.adres,
        "KOERS_OIDC_CLIENT_ID": CLIENT,
        "KOERS_OIDC_CLIENT_SECRET": GEHEIM,
    }
    seeded = json.loads(_run(sys.executable, "-m", "tests.browser.zaaien", env=env))
    port = _free_port()
    with (var / "server.log").open("w+") as log:
        command = [KOERS, "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        adres = f"http://127.0.0.1:{port}"
        try:
            _wait_for(adres, process, log)
            yield Server(adres, **seeded, organisatie=aangesloten, omgeving=env)
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(adres: str, process: subprocess.Popen, log) -> None:
    for _attempt in range(600):  # a busy machine compiles and seeds slowly; a server that died stops this
        try:
            with urllib.request.urlopen(f"{adres}/gezondheid/", timeout=20):
                return
        except OSError:
            time.sleep(0.2)
        if process.poll() is not None:
            break
    log.seek(0)
    raise RuntimeError(f"the server did not start:\n{log.read()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium."""
    if not Path(CHROMIUM).exists():
        raise RuntimeError("Chromium ontbreekt. Installeer het met: sudo apt install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield chromium
        chromium.close()


class Bladen:
    """Pages per person, each with somebody who watches; contexts are kept for the whole lane."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server = browser, server
        self.toezicht = Toezicht(server.adres)
        self._open: dict[str, Page] = {}

    def of(self, wie: str) -> Page:
        """The page of somebody of the demo ("": not signed in), back to wide and light."""
        if wie not in self._open:
            self._open[wie] = self.context(wie).new_page()
            self.toezicht.watch(self._open[wie])
        page = self._open[wie]
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        return page

    def context(self, wie: str, **more) -> BrowserContext:
        """A browser window of its own; signed in when there is somebody."""
        context = self.browser.new_context(base_url=self.server.adres, reduced_motion="reduce", **more)
        # The first page with counted figures loads what counts.
        context.set_default_timeout(30_000)
        if wie:
            cookie = {"name": "sessionid", "value": self.server.sessies[wie], "url": self.server.adres}
            context.add_cookies([cookie])
        return context


@pytest.fixture(scope="session")
def alle_bladen(browser, server) -> Bladen:
    return Bladen(browser, server)


@pytest.fixture
def bladen(alle_bladen) -> Iterator[Bladen]:
    """The pages, and after the test: nobody asked another host, and the browser had no complaint."""
    alle_bladen.toezicht.klachten.clear()
    yield alle_bladen
    assert alle_bladen.toezicht.klachten == []
