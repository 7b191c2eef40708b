"""Every finding has its disposition (row 12): a reminder on the way, a bar to closing the case."""

import pytest

from stages.models import Stage
from stages.rules.blockers import MendBy, Moment, ruling
from stages.selectors.blockers import blockers
from stages.selectors.findings import unsettled_findings
from stages.selectors.runs import current_run
from tests.stages.building_findings import (
    acknowledged,
    amended,
    answered,
    closed,
    disputed,
    drafted,
    issued,
    recommended,
    reopened,
    shared,
    suggested,
    upheld,
)
from tests.stages.building_transitions import ripe


def found(case, at=Moment.SUBMIT):
    return next((each for each in blockers(case, at) if each.code == "finding_unsettled"), None)


@pytest.mark.requirement(12)
@pytest.mark.parametrize("stand", [issued, acknowledged, disputed, upheld, amended, reopened, suggested])
def test_what_was_issued_waits_for_its_disposition(case, cast, stand):
    assert set(unsettled_findings_of(case, cast, stand)) == {1}


@pytest.mark.requirement(12)
@pytest.mark.parametrize("stand", [drafted, shared, closed, answered, recommended])
def test_a_draft_does_not_nor_what_has_it(case, cast, stand):
    assert set(unsettled_findings_of(case, cast, stand)) == set()


def unsettled_findings_of(case, cast, stand):
    stand(case, cast)
    return unsettled_findings(case).values_list("number", flat=True)


@pytest.mark.requirement(12)
@pytest.mark.parametrize("at", Moment)
def test_on_the_way_it_is_a_reminder(case, cast, at):
    ripe(case, cast)
    issued(case, cast)
    reminder = found(case, at)
    assert (reminder.hard, reminder.row, reminder.act) == (False, 12, MendBy.FINDINGS)
    assert ruling(blockers(case, at)).allowed


@pytest.mark.requirement(12)
@pytest.mark.parametrize("at", Moment)
def test_a_stage_that_closes_the_case_is_not_left_with_it(case, cast, at):
    ripe(case, cast)
    finding = issued(case, cast)
    Stage.objects.filter(pk=current_run(case).stage_id).update(closes_case=True)
    assert found(case, at).hard
    assert "finding_unsettled" in [reason.code for reason in ruling(blockers(case, at)).reasons]
    type(finding).objects.filter(pk=finding.pk).update(state="WITHDRAWN", withdrawn_reason="查无此事。")
    assert found(case, at) is None
