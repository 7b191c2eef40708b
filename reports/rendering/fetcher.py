"""What a document may load while it is set: our own assets, our fonts, and nothing else."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

ASSETS_DIR = Path(__file__).resolve().parent / "assets"


class RefusedURL(ValueError):
    """A document asked for something outside the allowed folders."""


class AssetsOnlyFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Refuses every address but `data:` and files inside `folders`.

    User text is escaped and so names no address; this is the second wall, against server-side requests and
    the reading of local files. It must be given to HTML and to each CSS alike: what is built without it uses
    WeasyPrint's open default. Links out of a folder (`..`, symbolic links) are resolved before the question.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self._folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content at `url`; raises RefusedURL, which WeasyPrint logs while it goes on without."""
        if not self._allows(url):
            raise RefusedURL(f"Refused while setting a document: {url[:200]}")
        return super().fetch(url, headers)

    def _allows(self, url: str) -> bool:
        parts = urlsplit(url)
        if parts.scheme == "data":
            return True
        if parts.scheme != "file" or parts.netloc:
            return False
        path = Path(url2pathname(parts.path)).resolve()
        return any(path.is_relative_to(folder) for folder in self._folders)


def fetcher_for(fonts_dir: Path) -> Any:
    """The fetcher of our documents: the assets beside this module and the installed fonts."""
    return AssetsOnlyFetcher([ASSETS_DIR, fonts_dir])
