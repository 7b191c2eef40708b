"""Words of entries and notices: kept in both languages when the act happens, said in the reader's when shown.

A name or a role may be worded otherwise later; what was recorded keeps the words of its day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from teams.exceptions import Text
from teams.models.named import Named, in_language

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

# What `acting_as` says of an act done by a command at the server, where nobody is logged in.
ADMINISTRATOR = "ADMINISTRATOR"


def stored(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details as they are kept: labels and named rows become their words in both languages."""
    return {name: _in_both_languages(value) for name, value in details.items()}


def _in_both_languages(value: Any) -> Any:
    if isinstance(value, Named):
        return {"zh": value.name_zh, "en": value.name_en}
    if isinstance(value, Promise):
        with translation.override("zh-hans"):
            zh = str(value)
        with translation.override("en"):
            return {"zh": zh, "en": str(value)}
    return value


def say(sentence: Text, details: str | Mapping[str, Any], **more: object) -> str:
    """The sentence in the active language, filled with the details that were kept (JSON or parsed)."""
    known: Mapping[str, Any] = json.loads(details) if isinstance(details, str) else details
    return str(sentence) % ({name: _in_active_language(value) for name, value in known.items()} | more)


def _in_active_language(value: Any) -> Any:
    if isinstance(value, dict) and value.keys() == {"zh", "en"}:
        return in_language(value["zh"], value["en"])
    return _as_date(value) if isinstance(value, str) else value


def _as_date(value: str) -> str:
    """A date is kept as canonical JSON writes it; whatever else looks like one stays as it is."""
    if not _ISO_DATE.fullmatch(value):
        return value
    try:
        return date_format(date.fromisoformat(value), "DATE_FORMAT")
    except ValueError:
        return value


def who_acted(actor_name: str, acting_as: str, *, in_place_of: str = "", role: Text = "") -> str:
    """Under which name an act stands: a person's, the administrator's at the server, or the system's.

    `in_place_of` is the name of whoever's place it is by delegation, `role` the place.
    """
    if actor_name and in_place_of:
        words = {"name": actor_name, "role": role, "holder": in_place_of}
        return _("%(name)s (on behalf of %(holder)s, %(role)s)") % words
    if actor_name:
        return actor_name
    return _("the administrator") if acting_as == ADMINISTRATOR else _("the system")
