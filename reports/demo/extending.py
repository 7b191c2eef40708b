"""Longer time for a stage: asked for, supported, permitted."""

from __future__ import annotations

from reports.demo import data
from reports.demo.story import Story
from stages.enums import ExtensionReason
from stages.models import Extension
from stages.services.extensions import ask_extension, opine_on_extension, permit_extension


def asked(story: Story, day: str, until: str) -> None:
    """The unit is at flood relief."""
    with story.at(day, 9):
        ask_extension(
            case_id=story.case.pk,
            reason=ExtensionReason.URGENT_WORK,
            grounds=story.words(_words()["grounds"]),
            asked_end=story.days.on(until),
            acting_user=story.secretary,
        )


def supported(story: Story, day: str) -> None:
    """The team's opinion."""
    extension = _of(story)
    with story.at(day, 15):
        opine_on_extension(
            extension_id=extension.pk,
            expected_version=extension.version,
            supported=True,
            opinion=_words()["opinion"],
            acting_user=story.leader,
        )


def permitted(story: Story, day: str, until: str) -> None:
    """The leading group's decision."""
    extension = _of(story)
    with story.at(day, 10):
        permit_extension(
            extension_id=extension.pk,
            expected_version=extension.version,
            permitted_end=story.days.on(until),
            remark=_words()["remark"],
            acting_user=story.director,
        )


def _of(story: Story) -> Extension:
    return Extension.objects.get(run__case=story.case)


def _words() -> dict[str, str]:
    found: dict[str, str] = data.texts("later")["extension"]
    return found
