"""What findings leave to do follows from their state, on every way that they take."""

from stages.services.findings import take_back_sharing, withdraw_finding
from tests.stages import building_findings as findings
from tests.stages.building_plans import entered
from tests.stages.deriving_todos import check_findings


def test_they_follow_every_way(case, cast):
    entered(case, cast)
    check_findings(case)
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
        check_findings(case)


def test_they_follow_the_ways_back(case, cast):
    for given in (findings.shared(case, cast), findings.remarked(findings.shared(case, cast), cast.secretary)):
        take_back_sharing(
            finding_id=given.pk, expected_version=given.version, reason="需再核实。", acting_user=cast.leader
        )
        check_findings(case)
    for stand in (findings.upheld, findings.amended, findings.reopened, findings.recommended):
        finding = stand(case, cast)
        withdraw_finding(
            finding_id=finding.pk, expected_version=finding.version, reason="查无此事。", acting_user=cast.leader
        )
        check_findings(case)
