"""Findings of a case, and their story."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from stages.enums import FindingKind, FindingState, RectificationState
from stages.models import Finding, FindingAmendment, FindingRemark, Gate
from stages.models.finding import FindingQuerySet
from stages.selectors.template import template_of
from teams import clock
from teams.models import AuditEntry, User
from teams.registry import acts_for
from units.models import Case, CaseFile
from units.selectors.timeline import TimelineEntry, entry_of
from units.standing import CaseStanding

SETTLED = (FindingState.CLOSED, FindingState.ANSWERED, FindingState.RECOMMENDED, FindingState.WITHDRAWN)


def findings_of(case: Case, standing: CaseStanding, *, kind: str = "", show: str = "") -> QuerySet[Finding]:
    """What this person may know of, drafts first, then the latest number; with the measures counted.

    `show` is what the list's filter says: drafts, what is unsettled, what is settled, or everything.
    """
    findings = Finding.objects.filter(case=case).select_related("gate")
    if kind:
        findings = findings.filter(kind=kind)
    if show == "drafts":
        findings = findings.filter(state=FindingState.DRAFT)
    elif show == "unsettled":
        findings = findings.unsettled()
    elif show == "settled":
        findings = findings.filter(state__in=SETTLED)
    if standing.is_unit:
        findings = findings.for_unit()
    return findings.annotate(
        measures=Count("rectifications"),
        measures_verified=Count("rectifications", filter=Q(rectifications__state=RectificationState.VERIFIED)),
    ).order_by(F("number").desc(nulls_first=True), "-pk")


def gates_of(case: Case) -> QuerySet[Gate]:
    """What a finding may be held against besides the plan, in the order of the campaign."""
    return Gate.objects.filter(template=template_of(case)).order_by("order")


def drafted_today(case: Case, user: User) -> QuerySet[Finding]:
    """What this person has written down in this case today, the latest first."""
    return (
        Finding.objects.filter(case=case, drafted_by=user, drafted_at__date=clock.today())
        .annotate(photos=Count("files"))
        .order_by("-pk")
    )


def photos_of(finding: Finding) -> QuerySet[CaseFile]:
    """The photos laid in with a finding."""
    return finding.files.select_related("file", "added_by").order_by("pk")


def photos_shown(finding: Finding, standing: CaseStanding) -> QuerySet[CaseFile]:
    """The photos that this person sees: issuing the finding releases them to the unit."""
    photos = photos_of(finding)
    return photos.filter(released_at__isnull=False) if standing.is_unit else photos


def unsettled_findings(case: Case) -> FindingQuerySet:
    """What still waits for its disposition, of what was issued (row 12)."""
    return Finding.objects.filter(case=case).unsettled()


def earlier_problems(case: Case) -> QuerySet[Finding]:
    """The issued problems that a new one may be a recurrence of, the latest first."""
    return Finding.objects.filter(case=case, kind=FindingKind.PROBLEM).issued().order_by("-number")


def recurrences_of(finding: Finding, standing: CaseStanding) -> FindingQuerySet:
    """The findings that name this one as what has come again, as far as this person may know of them."""
    again = Finding.objects.filter(recurrence_of=finding).order_by("pk")
    return again.for_unit() if standing.is_unit else again


def remarks_of(finding: Finding) -> QuerySet[FindingRemark]:
    """The thread of a finding, oldest first."""
    return finding.remarks.select_related("written_by").order_by("pk")


def amendments_of(finding: Finding) -> QuerySet[FindingAmendment]:
    """How the finding read before it was amended, the latest first."""
    return finding.amendments.select_related("amended_by")


def story_of(finding: Finding, standing: CaseStanding) -> list[TimelineEntry]:
    """What the ledger says of the finding and of its measures, as far as this person may read it; newest first."""
    measures = finding.rectifications.values("pk")
    own = Q(target="stages.finding", target_id=finding.pk)
    rows = (
        AuditEntry.objects.about(finding.case)
        .filter(own | Q(target="stages.rectification", target_id__in=measures))
        .filter(act__in=acts_for(standing.audiences))
    )
    return [entry_of(row) for row in rows]
