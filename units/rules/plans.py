"""The plans of a case: their states, who may write and submit one, and what it must not lack (rows 47-53, 79, 80)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.enums import THE_FIVE_CATEGORIES, PlanKind, PlanState, ProblemCategory
from units.models import Case, PlanProblem, PlanVersion
from units.rules.profiles import under_supervision
from units.standing import CaseStanding

PLAN = StateTable(
    {
        PlanState.DRAFT: {PlanState.SUBMITTED},
        PlanState.SUBMITTED: {PlanState.RETURNED, PlanState.PASSED, PlanState.WITHDRAWN},
        # The verdict is taken back.
        PlanState.PASSED: {PlanState.RETURNED},
    }
)

# After these the next version begins.
_DONE_WITH = (None, PlanState.RETURNED, PlanState.WITHDRAWN)


@dataclass(frozen=True)
class Known:
    """Where a case's plan of a kind stands: whether it is asked for yet, and the state of its latest version."""

    kind: PlanKind
    is_asked: bool
    state: PlanState | None = None


@dataclass(frozen=True)
class PlanContent:
    """What a version holds, loaded by `units.selectors.plans.content_of`.

    `incomplete` and `late` count the problems that lack what row 80 asks for, or are due on a day that has passed.
    """

    kind: PlanKind
    has_file: bool
    listed: Collection[str]
    reasoned: Collection[str]
    unmeasured: int
    unanswered: int
    incomplete: int = 0
    late: int = 0


def may_write(standing: CaseStanding, case: Case) -> Ruling:
    """The unit's people draft its plan; the team advises and reviews, and writes none of it (row 4)."""
    return unless(
        standing.is_unit, "not_unit", gettext_lazy("The plan is the unit's own: its people write it."), row=4
    ) & under_supervision(case)


def may_begin(standing: CaseStanding, case: Case, known: Known) -> Ruling:
    """The first version, or the next one after a return; never a second open one, and none after the plan passed.

    A plan is written once its stage asks for it.
    """
    return all_of(
        (
            may_write(standing, case),
            unless(
                known.is_asked or case.entered_on is None,
                "not_asked",
                gettext_lazy("This plan is written when the stage that asks for it is open."),
                row=76,
            ),
            unless_moved_on(
                known.state in _DONE_WITH,
                gettext_lazy("The plan has passed the review; it is final.")
                if known.state is PlanState.PASSED
                else gettext_lazy("A version is open already; the next one begins when it has been returned."),
                row=49,
            ),
        )
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


def may_withdraw(standing: CaseStanding, case: Case, version: PlanVersion) -> Ruling:
    """The secretary takes back what he handed in, until the team has reviewed it."""
    return all_of(
        (
            unless(
                standing.is_secretary,
                "not_secretary",
                gettext_lazy("The secretary submitted the plan for the Party committee; he withdraws it."),
                row=49,
            ),
            under_supervision(case),
            in_state(version, PlanState.SUBMITTED),
        )
    )


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
            *(_OF_THE_KIND[content.kind](content)),
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


def _of_an_implementation_plan(content: PlanContent) -> list[Ruling]:
    """Every one of the five categories lists a problem or says why there is none (row 52)."""
    return [_accounted_for(content, category) for category in THE_FIVE_CATEGORIES]


def _of_a_rectification_plan(content: PlanContent) -> list[Ruling]:
    """Problems that were found, each with responsibility, deadline and quality requirement (rows 79, 80).

    The five categories are what one looks for beforehand; what is rectified is what was found, in whatever category.
    """
    return [
        unless(content.listed, "no_problem", gettext_lazy("List the problems that are to be rectified."), row=79),
        unless(
            not content.incomplete,
            "incomplete",
            ngettext(
                "%(count)s problem lacks its responsible, deadline or quality requirement.",
                "%(count)s problems lack their responsible, deadline or quality requirement.",
                content.incomplete,
            )
            % {"count": content.incomplete},
            row=80,
        ),
        unless(
            not content.late,
            "late",
            ngettext(
                "The deadline of %(count)s problem has passed.",
                "The deadlines of %(count)s problems have passed.",
                content.late,
            )
            % {"count": content.late},
            row=80,
        ),
    ]


_OF_THE_KIND: Mapping[PlanKind, Callable[[PlanContent], list[Ruling]]] = {
    PlanKind.IMPLEMENTATION: _of_an_implementation_plan,
    PlanKind.RECTIFICATION: _of_a_rectification_plan,
}


def is_complete(problem: PlanProblem) -> bool:
    """Whether responsibility, deadline and quality requirement all stand (row 80)."""
    return bool(problem.responsible and problem.due_on and problem.quality_requirement)


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
