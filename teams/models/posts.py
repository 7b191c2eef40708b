"""The posts of a person, read once in a request.

As `ModelBackend` does with permissions, what was read is kept with the instance of the user, which every request has
anew. Pages ask it for what they show. An act asks for the actor's standing again, behind its lock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from teams.models.team import Membership
from teams.models.user import User

Posts = TypeVar("Posts")


def once(read: Callable[[User], Posts]) -> Callable[[User], Posts]:
    """What is read of a person is read once for each instance of the user."""
    name = f"_read_once_{read.__name__}"

    @wraps(read)
    def kept(user: User) -> Posts:
        if not hasattr(user, name):
            setattr(user, name, read(user))
        found: Posts = getattr(user, name)
        return found

    return kept


@once
def posts_of(user: User) -> list[Membership]:
    """The live memberships with team and campaign, oldest first: one query."""
    return list(Membership.live.filter(user=user).select_related("team__campaign").order_by("pk"))
