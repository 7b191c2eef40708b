"""The invented words of the gallery, in the language of the page."""

from django.utils.translation import get_language


def say(english: str, chinese: str) -> str:
    return english if get_language() == "en" else chinese


def link(english: str, chinese: str) -> dict[str, str]:
    return {"label": say(english, chinese), "url": "#"}
