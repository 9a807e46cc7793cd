"""What the tests of the web interface share: the running programs, and a browser that notices what a page must not do."""

import os
import shutil
import socket
import sys
import threading
import urllib.parse

import pytest

sys.dont_write_bytecode = True

from playwright.sync_api import sync_playwright

from running_web import RunningWeb

# Milliseconds that the browser waits for something to be there; it goes on as soon as it is.
BROWSER_PATIENCE = 30_000


class Elsewhere:
    """The rest of the world: the names under .example that our files mention lead here, and each connection is counted. All other names,
    such as those of the browser's maker, are unknown to the browser."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.reached = 0
        threading.Thread(target=self._count, daemon=True).start()

    @property
    def rule(self) -> str:
        return f"MAP *.example 127.0.0.1:{self.socket.getsockname()[1]}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.reached += 1
            connection.close()


def start_browser(playwright, rule: str | None = None):
    """Debian's Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "chromium is not installed"
    # Chromium refuses to run as root with its sandbox, and these tests show it nothing but our own pages.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(
        executable_path=path, args=[*arguments, f"--host-resolver-rules={rule or 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'}"])


@pytest.fixture(scope="session")
def web(tmp_path_factory):
    running = RunningWeb(tmp_path_factory.mktemp("web"))
    yield running
    running.end()


@pytest.fixture(scope="session")
def elsewhere():
    elsewhere = Elsewhere()
    yield elsewhere
    elsewhere.socket.close()


@pytest.fixture(scope="session")
def browser(elsewhere):
    with sync_playwright() as playwright:
        browser = start_browser(playwright, elsewhere.rule)
        yield browser
        browser.close()


class Watched:
    """A page of the browser, and what the browser complained of."""

    def __init__(self, context, web: RunningWeb):
        self.complaints: list[str] = []
        context.set_default_timeout(BROWSER_PATIENCE)
        context.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page = context.new_page()
        self.page.goto(web.web.link)

    def demand_no_complaints(self) -> None:
        # The browser tells of answers that are no success, which some tests ask for.
        real = [text for text in self.complaints if "Failed to load resource: the server responded with a status of" not in text]
        assert not real, f"the browser complained: {real}"


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def has_script(request):
    return request.param


@pytest.fixture
def watched(browser, web, elsewhere, has_script):
    before = elsewhere.reached
    context = browser.new_context(java_script_enabled=has_script, viewport={"width": 1280, "height": 900}, locale="en-GB")
    watched = Watched(context, web)
    yield watched
    context.close()
    assert elsewhere.reached == before, "a page has reached a server that is not ours"


@pytest.fixture
def page(watched):
    """A page of a person who came by the link, with a script and without; it must not make the browser complain."""
    yield watched.page
    watched.demand_no_complaints()


@pytest.fixture
def go(web, page):
    """Opens an address of the interface; its answer."""
    return lambda path: page.goto(web.web.origin + path)


def path_of(page) -> str:
    """The path and query of where the browser is."""
    parts = urllib.parse.urlsplit(page.url)
    return parts.path + ("?" + parts.query if parts.query else "")
