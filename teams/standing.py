"""What a person is, gathered once and handed to rules, which ask no database."""

from __future__ import annotations

from dataclasses import dataclass

from teams.enums import OFFICE_ROLES, Role
from teams.models import User


class Capacity(str):
    """The role in which somebody acts, as the ledger keeps it; `on_behalf_of` is the account whose place it is.

    It is the role itself, so that whatever hands it on to the ledger need not know that a place may be another's.
    """

    __slots__ = ("on_behalf_of",)
    on_behalf_of: int | None

    def __new__(cls, role: str = "", on_behalf_of: int | None = None) -> Capacity:
        capacity = super().__new__(cls, role)
        capacity.on_behalf_of = on_behalf_of
        return capacity


@dataclass(frozen=True)
class Post:
    """One live membership."""

    membership_id: int
    team_id: int
    campaign_id: int
    role: Role


@dataclass(frozen=True)
class Standing:
    """A person's live posts."""

    user: User
    posts: tuple[Post, ...] = ()

    @property
    def is_office(self) -> bool:
        return any(post.role in OFFICE_ROLES for post in self.posts)

    @property
    def is_director(self) -> bool:
        return any(post.role is Role.DIRECTOR for post in self.posts)

    @property
    def is_clerk(self) -> bool:
        return any(post.role is Role.CLERK for post in self.posts)

    def role_in(self, team_id: int) -> Role | None:
        return next((post.role for post in self.posts if post.team_id == team_id), None)

    def office_role_in(self, campaign_id: int) -> Role | None:
        """The role in that campaign's office, if any."""
        return next(
            (post.role for post in self.posts if post.campaign_id == campaign_id and post.role in OFFICE_ROLES),
            None,
        )
