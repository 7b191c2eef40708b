"""Filters for printed documents: dates, numerals and words as an official paper writes them."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from reports.rendering import titles, words

register = template.Library()


@register.filter
def cn_date(value: object) -> str:
    """An ISO date ("2005-03-08", time allowed) as a paper writes it: full year, no leading zeros.

    What is no date is printed as it is, what is empty stays empty: a document must come out all the same.
    """
    if not value:
        return ""
    try:
        day = datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        return str(value)
    return words.pattern("date").format(year=day.year, month=day.month, day=day.day)


@register.filter
def cn_numeral(value: int) -> str:
    """1 to 99 in Chinese numerals, for headings; what lies beyond stays in figures."""
    numerals = words.pattern("numerals")
    tens, units = divmod(value, 10)
    if not 0 < value < 100:
        return str(value)
    if tens == 0:
        return numerals[units]
    return (numerals[tens] if tens > 1 else "") + numerals[10] + (numerals[units] if units else "")


@register.filter
def word(code: object, vocabulary: str) -> str:
    """The Chinese word for a code, see assets/words.toml."""
    return words.word(vocabulary, code)


@register.filter
def move(review: Mapping[str, Any]) -> str:
    """What the request of a review asks for: to move into the next stage, or after the last one to close."""
    if review.get("next_stage"):
        return words.pattern("to_next_stage").format(next_stage=review["next_stage"]["name"])
    return words.pattern("to_close").format(stage=review["stage"]["name"])


@register.filter
def verdict(review: Mapping[str, Any]) -> str:
    """The team's conclusion in one phrase."""
    return words.word("verdict", review["verdict"]).replace("{move}", move(review))


@register.filter
def paragraphs(text: object) -> list[str]:
    """The paragraphs of a text, without the indents and empty lines that people type."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


@register.filter
def title_lines(title: str) -> list[str]:
    """The lines of a title, see `titles.lines`."""
    return titles.lines(title)


@register.filter
def mark_size(mark: str) -> str:
    """The type size in points at which the issuing organ's mark fills one line of a red head."""
    return f"{titles.mark_size(mark):.2f}"


@register.filter
def having(rows: Iterable[Mapping[str, Any]] | None, condition: str) -> list[Mapping[str, Any]]:
    """The rows whose field has one of the values, as in `"state=OPEN,RETURNED"`, or none: `"state!=OPEN"`."""
    field, _, values = condition.partition("=")
    wanted = not field.endswith("!")
    field = field.removesuffix("!")
    return [row for row in rows or [] if (str(row.get(field)) in values.split(",")) is wanted]
