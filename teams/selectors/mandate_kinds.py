"""What is read of mandates, the same for each kind: on posts of teams, on posts of units."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Case, Model, QuerySet, Value, When
from django.urls import reverse

from teams import clock
from teams.models import Mandate, User
from teams.registry import HeldPlace, MandateSource, Place

AnyMandate = TypeVar("AnyMandate", bound=Mandate)
AnyPost = TypeVar("AnyPost", bound=Model)


@dataclass(frozen=True)
class MandateKind(Generic[AnyMandate, AnyPost]):
    """Mandates on posts of one sort: the post's field that names its place, and the roles in which another may act."""

    mandates: type[AnyMandate]
    posts: Any  # the posts' model; its manager `live` is known to no common type
    place: str
    roles: Collection[str]
    deputy: str
    page: str

    def places_of(self, user: User) -> QuerySet[AnyMandate]:
        """Mandates by which `user` acts in another's place today; they fall with the post on which they rest."""
        today: QuerySet[AnyMandate] = self._all().on(clock.today())  # type: ignore[attr-defined]  # of every mandate
        return today.filter(delegate=user, membership__ended_at=None, membership__role__in=self.roles)

    def posts_in(self, place: Model) -> list[AnyPost]:
        """The posts of this team or unit in which another may act."""
        held = self.posts.live.filter(**{self.place: place}, role__in=self.roles)
        return list(held.select_related("user", self.place).order_by("pk"))

    def mandates_in(self, place: Model) -> QuerySet[AnyMandate]:
        """Every mandate on the posts of this team or unit, newest first."""
        found = self._all().filter(**{f"membership__{self.place}": place})
        return found.select_related("membership__user", "delegate")

    def possible_delegates(self, post: AnyPost) -> list[AnyPost]:
        """The others of the same team or unit, its deputies first."""
        deputies_first = Case(When(role=self.deputy, then=Value(0)), default=Value(1))
        others = self.posts.live.filter(**{self.place: getattr(post, f"{self.place}_id")}, user__is_active=True)
        return list(others.exclude(pk=post.pk).select_related("user").order_by(deputies_first, "pk"))

    def source(self) -> MandateSource:
        return MandateSource(self._held_by, self._own_places)

    def _all(self) -> QuerySet[AnyMandate]:
        return self.mandates._default_manager.all()

    def _held_by(self, user: User) -> list[HeldPlace]:
        own = self.posts.live.filter(user=user).values(self.place)
        found = self.places_of(user).filter(**{f"membership__{self.place}__in": own})
        return [self._held(each) for each in found.select_related(f"membership__{self.place}", "membership__user")]

    def _held(self, mandate: Any) -> HeldPlace:
        post = mandate.membership
        place = self._place(post)
        return HeldPlace(place.name, post.get_role_display(), post.user.name, mandate.ends_on, place.url)

    def _own_places(self, user: User) -> list[Place]:
        own = self.posts.live.filter(user=user).select_related(self.place).order_by("pk")
        return [self._place(each) for each in own]

    def _place(self, post: Any) -> Place:
        place = getattr(post, self.place)
        return Place(str(place), reverse(self.page, args=[place.pk]))
