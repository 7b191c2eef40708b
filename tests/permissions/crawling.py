"""A crawl: every page that links lead to, and what each says, with the names of what it offers for download."""

from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from django.test import Client

FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("use", "href")}
LEADING = {("a", "href"), ("form", "action")} | {("img", "src"), ("iframe", "src")}
ASKED_BY_SCRIPT = {"hx-get", "data-hx-get"}
SHOWN_WITHOUT_LOGIN = ("/static/",)


class Links(HTMLParser):
    """Where a page leads, and what it loads by itself."""

    def __init__(self, page: str):
        super().__init__()
        self.followed: list[str] = []
        self.loaded: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if value and ((tag, key) in LEADING or key in ASKED_BY_SCRIPT):
                self.followed.append(value)
            if value and (tag, key) in FETCHED:
                self.loaded.append(value)


@dataclass(frozen=True)
class Page:
    """One answer: its status, its words, and the headers in which a download has its name."""

    status: int
    words: str
    headers: str

    def says(self, word: str) -> bool:
        return word in self.words or word in self.headers


def crawled(client: Client, start: str = "/") -> dict[str, Page]:
    """Every page within reach of `start`, by address.

    Lists are turned over and filtered as their own links offer, but the filters of a filtered list are not tried in
    turn. What only acts is left alone: GET answers it with 405.
    """
    waiting, pages = [start], {}
    while waiting:
        address = waiting.pop()
        if address not in pages:
            pages[address] = page = _opened(client, address)
            waiting += [found for found in _inside(address, page.words) if found not in pages]
    return {address: page for address, page in pages.items() if page.status != 405}


def _opened(client: Client, address: str) -> Page:
    response = client.get(address)
    headers = unquote(" ".join(f"{name}: {value}" for name, value in response.items()))
    if response.streaming:
        b"".join(response.streaming_content)
        return Page(response.status_code, "", headers)
    return Page(response.status_code, response.content.decode(errors="replace"), headers)


def _inside(address: str, page: str):
    came_from_list = bool(urlsplit(address).query)
    for link in Links(page).followed:
        target = urlsplit(urljoin(address, link))
        if target.netloc or target.scheme or target.path.startswith(SHOWN_WITHOUT_LOGIN):
            continue
        if not (target.query and came_from_list):
            yield target.path + (f"?{target.query}" if target.query else "")
