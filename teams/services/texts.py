"""Texts that an act asks for: whitespace is no text, and NUL is no character."""

from collections.abc import Iterable

from teams.exceptions import Invalid, Text


def cleaned(text: str) -> str:
    """Without the whitespace around it and without NUL, which PostgreSQL refuses to store."""
    return text.replace("\x00", "").strip()


def required(texts: dict[str, str], message: Text) -> dict[str, str]:
    """The texts cleaned; raises `Invalid` naming every field that is empty."""
    found = {field: cleaned(text) for field, text in texts.items()}
    empty = [field for field, text in found.items() if not text]
    if empty:
        raise Invalid({field: [message] for field in empty})
    return found


def lines(texts: Iterable[str]) -> str:
    """Each text on its own line, as a reason that has several parts is kept."""
    return "\n".join(filter(None, map(cleaned, texts)))
