"""What findings leave to do follows from their state, on every way that they take."""

from stages.enums import FindingKind, FindingScope, FindingState, RectificationState, RemarkPhase
from stages.enums import TodoKind as Duty
from stages.models import Finding, FindingRemark, Rectification
from stages.rules.findings import RUNNING
from stages.rules.rectifications import WITH_THE_UNIT
from stages.services.findings import take_back_sharing, withdraw_finding
from tests.stages import building_findings as findings
from tests.stages.building_plans import entered
from units.enums import FileSide
from units.models import Todo

KINDS = (
    Duty.ISSUE_FINDING,
    Duty.MEND_DRAFT,
    Duty.GIVE_VIEWS,
    Duty.ACKNOWLEDGE,
    Duty.SETTLE_DISPUTE,
    Duty.ANSWER_SUGGESTION,
    Duty.CLOSE_FINDING,
    Duty.RECTIFY,
    Duty.VERIFY_RECTIFICATION,
)
TO_ACKNOWLEDGE = (FindingState.ISSUED, FindingState.UPHELD, FindingState.AMENDED)


def derived(case):
    """(kind, target, count) of every duty that the rows ask for."""
    drafts = Finding.objects.filter(case=case, state=FindingState.DRAFT)
    to_issue = drafts.filter(scope=FindingScope.CAMPAIGN, leader_note="").count()
    to_mend = drafts.exclude(leader_note="").count()
    asked = {(Duty.ISSUE_FINDING, None, to_issue)} if to_issue else set()
    asked |= {(Duty.MEND_DRAFT, None, to_mend)} if to_mend else set()
    for finding in Finding.objects.filter(case=case):
        asked |= {(kind, finding.pk, 1) for kind in _of_finding(finding)}
    for row in Rectification.objects.filter(case=case).exclude(finding__state=FindingState.WITHDRAWN):
        if row.state in WITH_THE_UNIT:
            asked.add((Duty.RECTIFY, row.pk, 1))
        elif row.state == RectificationState.REPORTED:
            asked.add((Duty.VERIFY_RECTIFICATION, row.pk, 1))
    return {(str(kind), target, count) for kind, target, count in asked}


def _of_finding(finding):
    problem = finding.kind == FindingKind.PROBLEM
    states = [row.state for row in finding.rectifications.all()]
    views = FindingRemark.objects.filter(finding=finding, side=FileSide.UNIT, phase=RemarkPhase.EXCHANGE)
    if finding.state == FindingState.DRAFT and finding.shared_at:
        return [] if views.filter(written_at__gte=finding.shared_at).exists() else [Duty.GIVE_VIEWS]
    if problem and finding.state in TO_ACKNOWLEDGE:
        return [Duty.ACKNOWLEDGE]
    if finding.state == FindingState.DISPUTED:
        return [Duty.SETTLE_DISPUTE]
    if not problem and finding.state == FindingState.ISSUED:
        return [Duty.ANSWER_SUGGESTION]
    done = states and all(state == RectificationState.VERIFIED for state in states)
    return [Duty.CLOSE_FINDING] if finding.state in RUNNING and done else []


def check(case):
    rows = Todo.objects.filter(case=case, settled_at=None, kind__in=[str(kind) for kind in KINDS])
    assert set(rows.values_list("kind", "target_id", "count")) == derived(case)
    assert rows.count() == len(derived(case))


def test_they_follow_every_way(case, cast):
    entered(case, cast)
    check(case)
    for stand in (
        findings.drafted,
        findings.sent_back,
        findings.outside,
        findings.exemplar,
        findings.recommended,
        findings.shared,
        findings.issued,
        findings.suggested,
        findings.answered,
        findings.disputed,
        findings.upheld,
        findings.amended,
        findings.acknowledged,
        findings.reported,
        findings.verified,
        findings.closed,
        findings.reopened,
    ):
        stand(case, cast)
        check(case)


def test_they_follow_the_ways_back(case, cast):
    for given in (findings.shared(case, cast), findings.remarked(findings.shared(case, cast), cast.secretary)):
        take_back_sharing(
            finding_id=given.pk, expected_version=given.version, reason="需再核实。", acting_user=cast.leader
        )
        check(case)
    for stand in (findings.upheld, findings.amended, findings.reopened, findings.recommended):
        finding = stand(case, cast)
        withdraw_finding(
            finding_id=finding.pk, expected_version=finding.version, reason="查无此事。", acting_user=cast.leader
        )
        check(case)
