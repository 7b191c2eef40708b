"""The deputy in the leader's place, on a written basis and for a period."""

from __future__ import annotations

from dataclasses import replace

from reports.demo import data
from reports.demo.people import CLERK
from reports.demo.story import Story
from teams.enums import Role
from teams.models import Membership
from teams.services.mandates import Terms, record_delegation


def entrusted(story: Story, day: str, until: str) -> Story:
    """The office records it; returns the story as it goes on, with the deputy leading."""
    led = replace(story, leading="deputy")
    post = Membership.objects.get(user=story.leader, role=Role.LEADER)
    with story.at(day, 9):
        record_delegation(
            membership_id=post.pk,
            terms=Terms(
                delegate=led.leader.pk,
                basis=story.words(data.texts()["deputising"]),
                starts_on=story.days.on(day),
                ends_on=story.days.on(until),
            ),
            acting_user=story.people[CLERK],
        )
    return led
