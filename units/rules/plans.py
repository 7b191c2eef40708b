"""The implementation plan: its states, who may write and submit it, and what it must not lack (rows 47-53)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.enums import THE_FIVE_CATEGORIES, PlanState, ProblemCategory
from units.models import Case, PlanVersion
from units.rules.profiles import under_supervision
from units.standing import CaseStanding

PLAN = StateTable(
    {
        PlanState.DRAFT: {PlanState.SUBMITTED},
        PlanState.SUBMITTED: {PlanState.RETURNED, PlanState.PASSED},
    }
)


@dataclass(frozen=True)
class PlanContent:
    """What a version holds, loaded by `units.selectors.plans.content_of`."""

    has_file: bool
    listed: Collection[str]
    reasoned: Collection[str]
    unmeasured: int
    unanswered: int


def may_write(standing: CaseStanding, case: Case) -> Ruling:
    """The unit's people draft its plan; the team advises and reviews, and writes none of it (row 4)."""
    return unless(
        standing.is_unit, "not_unit", gettext_lazy("The plan is the unit's own: its people write it."), row=4
    ) & under_supervision(case)


def may_begin(standing: CaseStanding, case: Case, last_state: PlanState | None) -> Ruling:
    """The first version, or the next one after a return; never a second open one, and none after the plan passed."""
    return may_write(standing, case) & unless_moved_on(
        last_state in (None, PlanState.RETURNED),
        gettext_lazy("The implementation plan has passed the review; it is final.")
        if last_state is PlanState.PASSED
        else gettext_lazy("A version is open already; the next one begins when it has been returned."),
        row=49,
    )


def may_edit(standing: CaseStanding, case: Case, version: PlanVersion) -> Ruling:
    """A version changes only while it is a draft."""
    return may_write(standing, case) & in_state(version, PlanState.DRAFT)


def may_submit(
    standing: CaseStanding, case: Case, version: PlanVersion, content: PlanContent, *, with_resolution: bool = False
) -> Ruling:
    """The secretary submits for the Party committee, when nothing is missing; the liaison prepares.

    With the sealed resolution another of the unit files in the secretary's name.
    """
    return all_of(
        (
            unless(
                standing.is_secretary or (with_resolution and standing.is_unit),
                "not_secretary",
                gettext_lazy(
                    "The secretary submits the plan for the Party committee; the liaison officer prepares it."
                ),
                row=49,
            ),
            under_supervision(case),
            in_state(version, PlanState.DRAFT),
            missing(content),
        )
    )


def may_submit_for(standing: CaseStanding, case: Case, version: PlanVersion, content: PlanContent) -> Ruling:
    """Who is not the secretary files with the resolution; the secretary needs none."""
    own = unless(
        not standing.is_secretary,
        "is_secretary",
        gettext_lazy("The secretary submits without a resolution."),
        row=49,
    )
    return own & may_submit(standing, case, version, content, with_resolution=True)


def in_state(version: PlanVersion, state: PlanState) -> Ruling:
    """The version stands where the act begins; otherwise somebody has acted on it since."""
    return unless_moved_on(
        version.state == state,
        _("Version %(number)s is no longer at this point: it stands at “%(state)s”.")
        % {"number": version.number, "state": PlanState(version.state).label},
    )


def missing(content: PlanContent) -> Ruling:
    """What a version still lacks before it can be submitted; the unit reads this list while it writes."""
    return all_of(
        (
            unless(content.has_file, "no_file", gettext_lazy("The plan's file has not been uploaded.")),
            *(_accounted_for(content, category) for category in THE_FIVE_CATEGORIES),
            unless(
                not content.unmeasured,
                "no_measure",
                ngettext("%(count)s problem has no measure.", "%(count)s problems have no measure.", content.unmeasured)
                % {"count": content.unmeasured},
                row=53,
            ),
            unless(
                not content.unanswered,
                "unanswered",
                ngettext(
                    "%(count)s remark of the last return is not answered.",
                    "%(count)s remarks of the last return are not answered.",
                    content.unanswered,
                )
                % {"count": content.unanswered},
                row=49,
            ),
        )
    )


def _accounted_for(content: PlanContent, category: ProblemCategory) -> Ruling:
    return unless(
        category in content.listed or category in content.reasoned,
        f"empty_{category.value.lower()}",
        _("“%(category)s”: list a problem, or say why there is none.") % {"category": category.label},
        row=52,
    )


def held_too_early(held_on: date | None, passed_on: date | None) -> bool:
    """Whether the mobilisation meeting was held before the plan had passed: a warning, no refusal (row 47)."""
    return held_on is not None and (passed_on is None or held_on < passed_on)
