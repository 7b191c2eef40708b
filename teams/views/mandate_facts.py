"""How a page shows who acts in whose place, in teams and in units alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from teams import clock
from teams.models import Mandate, Membership
from teams.rulings import Ruling

Row = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """What the app says of its own mandates: who may record and end, and at which addresses."""

    may_record: Callable[[Any], Ruling]
    may_end: Callable[[Any], Ruling]
    new_url: Callable[[Any], str]
    end_url: Callable[[Any], str]


def posts_of(posts: Iterable[Any], mandates: Sequence[Any], facts: Facts) -> list[Row]:
    """Each post with the mandate that is open on it; a new one may be recorded where none is."""
    return [_post(post, [each for each in mandates if each.membership_id == post.pk], facts) for post in posts]


def _post(post: Membership, mandates: Sequence[Mandate], facts: Facts) -> Row:
    lasting = next((each for each in mandates if _lasts(each)), None)
    return {
        "holder": post.user.name,
        "role": post.get_role_display(),
        "lasting": row_of(lasting, facts) if lasting else None,
        "new_url": facts.new_url(post) if lasting is None and facts.may_record(post) else "",
    }


def past_of(mandates: Iterable[Mandate], facts: Facts) -> list[Row]:
    """What has ended or run out."""
    return [row_of(each, facts) for each in mandates if not _lasts(each)]


def row_of(mandate: Mandate, facts: Facts) -> Row:
    today = clock.today()
    if mandate.ended_at:
        tone, state = "rest", _("Ended")
    elif mandate.ends_on < today:
        tone, state = "rest", _("Run out")
    elif mandate.starts_on > today:
        tone, state = "wait", _("Not yet begun")
    else:
        tone, state = "pass", _("In force")
    return {
        "mandate": mandate,
        "holder": mandate.membership.user.name,  # type: ignore[attr-defined]  # of every kind of mandate
        "tone": tone,
        "state": state,
        "end_url": facts.end_url(mandate) if _lasts(mandate) and facts.may_end(mandate) else "",
    }


def _lasts(mandate: Mandate) -> bool:
    return mandate.ended_at is None and mandate.ends_on >= clock.today()
