"""The versions of a case's implementation plan and what they hold."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from units.enums import ActivityKind, ActivityState, PlanKind, PlanState
from units.models import Activity, Case, PlanRemark, PlanVersion
from units.rules.plans import PlanContent
from units.standing import CaseStanding

_SHOWN = ("submitted_by", "filed_for", "resolution_scan__file", "file__added_by")


def versions_of(case: Case, kind: PlanKind = PlanKind.IMPLEMENTATION) -> QuerySet[PlanVersion]:
    """All versions of a case's plan, newest first."""
    return PlanVersion.objects.filter(plan__case=case, plan__kind=kind).select_related("plan", "file__file")


def versions_visible(case: Case, standing: CaseStanding) -> QuerySet[PlanVersion]:
    """The versions that this role may know of: a draft is the unit's alone."""
    versions = versions_of(case).select_related(*_SHOWN)
    return versions if standing.is_unit else versions.exclude(state=PlanState.DRAFT)


def content_of(version: PlanVersion) -> PlanContent:
    """What the version holds, for the rule that says what is missing."""
    return content_from(version, remarks_to_answer(version))


def content_from(version: PlanVersion, to_answer: Iterable[PlanRemark]) -> PlanContent:
    """The same for a page that has prefetched problems and omissions, and loaded what is to be answered."""
    problems = version.problems.all()
    return PlanContent(
        has_file=version.file_id is not None,
        listed={problem.category for problem in problems},
        reasoned={omission.category for omission in version.omissions.all()},
        unmeasured=sum(1 for problem in problems if not problem.measure),
        unanswered=sum(1 for remark in to_answer if not remark.answer),
    )


def remarks_to_answer(version: PlanVersion) -> QuerySet[PlanRemark]:
    """What the return of the version before pinned; this version answers each."""
    return PlanRemark.objects.filter(plan_version__plan=version.plan_id, plan_version__number=version.number - 1)


def mobilisation_of(case: Case) -> Activity | None:
    """The first mobilisation meeting that the unit handed in and did not take back (row 47)."""
    return (
        Activity.objects.filter(case=case, kind=ActivityKind.MOBILISATION, submitted_at__isnull=False)
        .exclude(state=ActivityState.WITHDRAWN)
        .order_by("held_on", "pk")
        .first()
    )
