"""Findings of a case, and their story."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from stages.enums import RectificationState
from stages.models import Finding, Gate
from stages.selectors.template import template_of
from teams import clock
from teams.models import AuditEntry, User
from teams.registry import acts_for
from units.models import Case, CaseFile
from units.selectors.timeline import TimelineEntry, entry_of
from units.standing import CaseStanding


def findings_of(case: Case, standing: CaseStanding) -> QuerySet[Finding]:
    """What this person may know of, drafts first, then the latest number; with the measures counted."""
    findings = Finding.objects.filter(case=case).select_related("gate")
    if standing.is_unit:
        findings = findings.issued()
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
    """The photos laid in with a finding; whoever may read the finding may see them."""
    return finding.files.select_related("file", "added_by").order_by("pk")


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
