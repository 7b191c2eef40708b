"""The versions of a case's plans and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from teams import clock
from units.enums import ActivityKind, ActivityState, PlanKind, PlanState
from units.models import Activity, Case, Plan, PlanRemark, PlanVersion
from units.rules.plans import Known, PlanContent, is_complete
from units.standing import CaseStanding

_SHOWN = ("submitted_by", "filed_for", "resolution_scan__file", "file__added_by")


def versions_of(case: Case, kind: PlanKind) -> QuerySet[PlanVersion]:
    """All versions of a case's plan of a kind, newest first."""
    return PlanVersion.objects.filter(plan__case=case, plan__kind=kind).select_related("plan", "file__file")


def known_of(case: Case, kind: PlanKind) -> Known:
    """Whether the plan is asked for yet, and where its latest version stands: one query."""
    latest = PlanVersion.objects.filter(plan=OuterRef("pk")).order_by("-number").values("state")
    plan = Plan.objects.filter(case=case, kind=kind).annotate(state=Subquery(latest[:1])).first()
    state = plan.state if plan else None
    return Known(kind, is_asked=plan is not None, state=PlanState(state) if state else None)


def kinds_asked(case: Case) -> list[PlanKind]:
    """The plans that are asked for so far, in the order of their kinds."""
    asked = set(Plan.objects.filter(case=case).values_list("kind", flat=True))
    return [kind for kind in PlanKind if kind in asked]


def versions_visible(case: Case, kind: PlanKind, standing: CaseStanding) -> QuerySet[PlanVersion]:
    """The versions that this role may know of: a draft is the unit's alone."""
    versions = versions_of(case, kind).select_related(*_SHOWN)
    return versions if standing.is_unit else versions.exclude(state=PlanState.DRAFT)


def content_of(version: PlanVersion) -> PlanContent:
    """What the version holds, for the rule that says what is missing."""
    return content_from(version, remarks_to_answer(version))


def content_from(version: PlanVersion, to_answer: Iterable[PlanRemark]) -> PlanContent:
    """The same for a page that has prefetched problems and omissions, and loaded what is to be answered."""
    problems, today = version.problems.all(), clock.today()
    return PlanContent(
        kind=PlanKind(version.plan.kind),
        has_file=version.file_id is not None,
        listed={problem.category for problem in problems},
        reasoned={omission.category for omission in version.omissions.all()},
        unmeasured=sum(1 for problem in problems if not problem.measure),
        unanswered=sum(1 for remark in to_answer if not remark.answer),
        incomplete=sum(1 for problem in problems if not is_complete(problem)),
        late=sum(1 for problem in problems if problem.due_on and problem.due_on < today),
    )


def remarks_to_answer(version: PlanVersion) -> QuerySet[PlanRemark]:
    """What the last return before this version pinned; it answers each. A version withdrawn since changes nothing."""
    returned = PlanVersion.objects.filter(
        plan=version.plan_id, number__lt=version.number, state=PlanState.RETURNED
    ).order_by("-number")
    return PlanRemark.objects.filter(plan_version=Subquery(returned.values("pk")[:1]))


def answered_by(version: PlanVersion, versions: Sequence[PlanVersion]) -> list[PlanRemark]:
    """The same of versions that are loaded with their remarks, newest first."""
    before = (each for each in versions if each.number < version.number and each.state == PlanState.RETURNED)
    returned = next(before, None)
    return list(returned.remarks.all()) if returned else []


def mobilisation_of(case: Case) -> Activity | None:
    """The first mobilisation meeting that the unit handed in and did not take back (row 47)."""
    return (
        Activity.objects.filter(case=case, kind=ActivityKind.MOBILISATION, submitted_at__isnull=False)
        .exclude(state=ActivityState.WITHDRAWN)
        .order_by("held_on", "pk")
        .first()
    )
