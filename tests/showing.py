"""Pages as the platform answers them, kept, and shown to a browser later: no server, and a world that was undone."""

import mimetypes
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from tests.permissions.crawling import Links

# A browser trusts this machine, as it trusts a site with TLS.
SITE, STATIC = "http://localhost", "/static/"


@dataclass(frozen=True)
class Kept:
    """One answer, with everything a browser needs of it."""

    status: int
    headers: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, response: HttpResponse) -> "Kept":
        body = b"".join(response.streaming_content) if response.streaming else response.content
        return cls(response.status_code, dict(response.headers), body)


@dataclass(frozen=True)
class Shown:
    """A page and what it loads besides, by address."""

    address: str
    answers: dict[str, Kept]

    @classmethod
    def by(cls, client: Client, address: str, response: HttpResponse) -> "Shown":
        page = Kept.of(response)
        loaded = [found for found in Links(page.body.decode()).loaded if not _is_static(found)]
        return cls(address, {address: page} | {found: Kept.of(client.get(found)) for found in loaded})

    @property
    def status(self) -> int:
        return self.answers[self.address].status


@dataclass
class Window:
    """A browser's window in which kept pages are shown; it notes what they ask of others and what goes wrong."""

    view: Page
    shown: Shown | None = None
    heard: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, width: int, height: int) -> "Window":
        context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": height})
        window = cls(context.new_page())
        context.route("**/*", window._answer)
        window.view.on("console", window._hear)
        window.view.on("pageerror", lambda error: window.heard.append(str(error)))
        return window

    def show(self, shown: Shown) -> None:
        self.shown, self.heard = shown, []
        self.view.goto(SITE + shown.address)

    def _hear(self, said) -> None:
        # What a browser says of every page with such a status, here of the one that is shown.
        own = said.location["url"] == SITE + self.shown.address and f"status of {self.shown.status}" in said.text
        if said.type == "error" and not own:
            self.heard.append(said.text)

    def _answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" != SITE:
            self.heard.append(f"asks another host: {route.request.url}")
            route.abort()
        elif _is_static(url.path):
            route.fulfill(body=_static(url.path), content_type=mimetypes.guess_type(url.path)[0])
        else:
            kept = self.shown.answers[f"{url.path}?{url.query}" if url.query else url.path]
            route.fulfill(status=kept.status, headers=kept.headers, body=kept.body)


def _is_static(path: str) -> bool:
    return path.startswith(STATIC)


@cache
def _static(path: str) -> bytes:
    return Path(finders.find(path.removeprefix(STATIC))).read_bytes()
