"""The three ways in which an act is refused; views turn them into 403, 409 and 400."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from teams.rulings import Ruling

    Text = str | _StrPromise
else:
    Text = str | Promise


class Refusal(Exception):
    """An act was not performed; nothing was written."""

    status = 400


class Denied(Refusal):
    """The rule says no, and why: the person may see this but not do it (403)."""

    status = 403

    def __init__(self, ruling: Ruling) -> None:
        super().__init__("; ".join(str(reason.message) for reason in ruling.reasons))
        self.ruling = ruling


class Conflict(Refusal):
    """Somebody else acted first, or the form is older than the row (409)."""

    status = 409

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


class Invalid(Refusal):
    """What was entered cannot be so; `errors` maps a field (or "" for the whole) to messages (400)."""

    status = 400

    def __init__(self, errors: dict[str, list[Text]] | None = None, **fields: Text) -> None:
        self.errors = dict(errors or {}) | {field: [message] for field, message in fields.items()}
        super().__init__("; ".join(str(message) for messages in self.errors.values() for message in messages))


def reasons_of(refusal: Refusal) -> list[str]:
    """The sentences of a refusal, for a page."""
    match refusal:
        case Denied():
            return [str(reason.message) for reason in refusal.ruling.reasons]
        case Conflict():
            return [str(refusal.message)]
        case Invalid():
            return [str(message) for messages in refusal.errors.values() for message in messages]
        case _:
            return []
