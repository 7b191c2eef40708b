"""The satisfaction survey: counts in four grades, one share (rows 18, 26)."""

from __future__ import annotations

from typing import Protocol

from units.rules.counting_appraisal import percent


class Surveyed(Protocol):
    """What the rule reads of a survey (`stages.models.Survey`)."""

    returned: int
    satisfied: int
    fairly_satisfied: int
    basically_satisfied: int


def satisfaction(survey: Surveyed, *, basic: bool) -> int:
    """Per cent of the forms returned that say satisfied or fairly; `basic` adds those that say basically.

    A form without an answer was returned and is not satisfied.
    """
    satisfied = survey.satisfied + survey.fairly_satisfied + (survey.basically_satisfied if basic else 0)
    return percent(satisfied, survey.returned)
