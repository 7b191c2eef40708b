"""What a person does at a page: go there, fill in, press, read. Words are given in English, pages are in Chinese."""

import re
import time
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext
from playwright.sync_api import Browser, Locator, Page, Response, expect

from tests.teams.factories import PASSWORD

PATIENCE = 30_000  # milliseconds until a page must have answered on a busy machine


class Person:
    """Somebody of the cast in a browser of their own, who notes what goes wrong unseen."""

    def __init__(self, browser: Browser, address: str, username: str, *, scripts: bool = True) -> None:
        self.address = address
        self.context = browser.new_context(
            locale="zh-CN", java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
        )
        self.context.set_default_timeout(PATIENCE)
        self.view: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.answer: Response | None = None
        self.view.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.view.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.view.on("request", lambda request: self._note_host(request.url))
        self._log_in(username)

    def _note_host(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https"} and not url.startswith(self.address):
            self.strangers.append(url)

    def _log_in(self, username: str) -> None:
        self.opens_path("/login/")
        self.fills(username=username, password=PASSWORD)
        self.presses("Log in")
        assert urlsplit(self.view.url).path == reverse("home"), self.words()

    def opens(self, name: str, *args: object) -> None:
        """Go to the page of that name."""
        self.opens_path(reverse(name, args=args))

    def opens_path(self, path: str) -> None:
        self.answer = self.view.goto(self.address + path)

    def follows(self, label: str, **names: object) -> None:
        """Follow the link that says so."""
        link = self.main.get_by_role("link", name=_said(label, **names), exact=True).first
        self._moves(link.click)

    def fills(self, **fields: object) -> None:
        """Fill in fields by their names; radio buttons and checkboxes by their values."""
        for name, value in fields.items():
            self._fill(name, value)

    def _fill(self, name: str, value: object) -> None:
        field = self.view.locator(f'[name="{name}"]')
        self._unfold(field.first)
        kind = field.first.evaluate("field => field.type")
        if kind in {"radio", "checkbox"}:
            for wanted in value if isinstance(value, list | tuple) else [value]:
                self._chooses(field, wanted)
        elif kind == "select-one":
            field.select_option(str(value))
        elif kind == "file":
            field.set_input_files(value)
        else:
            field.fill(str(value))

    def _chooses(self, field: Locator, wanted: object) -> None:
        """Press the label, as people do: some buttons themselves are drawn by it."""
        choice = field if wanted is True else field.and_(self.view.locator(f'[value="{wanted}"]'))
        if not choice.is_checked():
            self.view.locator(f'label[for="{choice.get_attribute("id")}"]').first.click()
        assert choice.is_checked(), f"{wanted} cannot be chosen."

    def _unfold(self, field: Locator) -> None:
        for folded in field.locator("xpath=ancestor::details[not(@open)]").all():
            folded.locator("summary").first.click()

    def fills_each(self, start: str, value: object) -> None:
        """Fill in every field whose name starts so, as for all criteria of a review."""
        for name in self.names(start):
            self._fill(name, value)

    def names(self, start: str) -> list[str]:
        """Names of the fields that start so, each once, in the order of the page."""
        found = self.view.locator(f'[name^="{start}"]').evaluate_all("fields => fields.map(field => field.name)")
        return list(dict.fromkeys(found))

    def ticks_all(self, start: str) -> None:
        """Tick every box of every list whose name starts so."""
        for box in self.view.locator(f'input[type=checkbox][name^="{start}"]').all():
            self._unfold(box)
            box.check()

    def presses(self, label: str, **names: object) -> None:
        """Press the button that says so; the page that follows is there afterwards."""
        button = self.view.get_by_role("button", name=_said(label, **names), exact=True).first
        self._moves(button.click)

    def _moves(self, act) -> None:
        with self.view.expect_event("domcontentloaded"), self.view.expect_response(self._is_page) as awaited:
            act()
        self.answer = awaited.value
        assert self.status < 500, self.view.url

    def _is_page(self, response: Response) -> bool:
        request = response.request
        return request.is_navigation_request() and response.status not in {301, 302, 303}

    @property
    def main(self) -> Locator:
        return self.view.locator("#main")

    @property
    def status(self) -> int:
        assert self.answer is not None
        return self.answer.status

    def words(self) -> str:
        """All that can be read on the page, in one line."""
        return re.sub(r"\s+", " ", self.main.inner_text())

    def sees(self, label: str, **names: object) -> None:
        """Wait until these words stand on the page."""
        expect(self.main).to_contain_text(_said(label, **names), timeout=PATIENCE, use_inner_text=True)

    def sees_in_time(self, label: str, *, seconds: int = 120, every: float = 2, **names: object) -> None:
        """Load the page again until these words stand on it: what a worker makes comes when it is made."""
        until = time.monotonic() + seconds
        while _said(label, **names) not in self.words():
            assert time.monotonic() < until, self.words()
            time.sleep(every)
            self.view.reload()

    def offered(self, label: str) -> bool:
        """Whether there is a button or a link that says so."""
        said = _said(label)
        return any(self.main.get_by_role(role, name=said, exact=True).count() for role in ("button", "link"))

    def posts(self, name: str, *args: object, **fields: str) -> tuple[int, str]:
        """Post by hand what no page offers, with the token of the page one is at; status and page come back."""
        token = self.view.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
        answer = self.context.request.post(
            self.address + reverse(name, args=args),
            form={"csrfmiddlewaretoken": token, **fields},
            headers={"Referer": self.view.url},
        )
        return answer.status, answer.text()

    def downloads(self, label: str) -> bytes:
        """Press the link and keep what comes."""
        with self.view.expect_download() as awaited:
            self.main.get_by_role("link", name=_said(label)).first.click()
        return Path(awaited.value.path()).read_bytes()

    def shut(self) -> None:
        self.context.close()


def _said(label: str, **names: object) -> str:
    """The words of the page's language."""
    said = gettext(label)
    return said % names if names else said
