"""The Chinese words of a document for the codes that a snapshot holds."""

import tomllib
from functools import lru_cache
from typing import Any

from reports.rendering.fetcher import ASSETS_DIR


@lru_cache(maxsize=1)
def vocabularies() -> dict[str, Any]:
    """All vocabularies of `assets/words.toml` by name."""
    with (ASSETS_DIR / "words.toml").open("rb") as file:
        return tomllib.load(file)


def word(vocabulary: str, code: object) -> str:
    """The word for `code`; a code that the vocabulary lacks is printed as it was handed in.

    A document must come out even when a campaign brings an answer that is not known here; raises KeyError
    for an unknown vocabulary, which is a slip in a template.
    """
    return str(vocabularies()[vocabulary].get(str(code), code))


def pattern(name: str) -> str:
    """A pattern of figures and words, such as that of a date."""
    return str(vocabularies()["patterns"][name])
