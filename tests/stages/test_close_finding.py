"""Closing a problem, and opening it again when it rebounds (rows 5, 33)."""

import pytest
from django.db import IntegrityError, transaction

from stages.enums import Act, FindingState, RectificationState, RedLine, TodoKind
from stages.models import Finding
from stages.services.findings import close_finding
from stages.services.rectifications import add, reopen
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import (
    CAUSE,
    acknowledged,
    closed,
    issued,
    measure,
    reported,
    suggested,
    verified,
)
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


def close(finding, who, cause=CAUSE):
    return close_finding(finding_id=finding.pk, expected_version=finding.version, cause=cause, acting_user=who)


def solved(case, cast, **changes):
    """Acknowledged, its one measure verified."""
    finding = acknowledged(case, cast, **changes)
    verified(case, cast, rectification=finding.rectifications.get())
    return finding


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_closes_it_when_the_team_has_verified_every_measure(cast, case, who):
    finding = solved(case, cast)
    assert open_todos(case)[TodoKind.CLOSE_FINDING].party == "TEAM"
    finding = close(finding, getattr(cast, who))
    assert (finding.state, finding.cause, finding.closed_by) == (FindingState.CLOSED, CAUSE, getattr(cast, who))
    assert TodoKind.CLOSE_FINDING not in open_todos(case)
    assert sentences(Act.FINDING_CLOSED) == [f"{getattr(cast, who).name}了结第1号问题。"]
    assert Notification.objects.filter(kind="stages.finding_closed").count() == 2


@pytest.mark.requirement(33)
@pytest.mark.parametrize("who", ["secretary", "liaison", "member", "director"])
def test_the_unit_alone_never_closes_it(cast, case, who):
    with pytest.raises(Denied):
        close(solved(case, cast), getattr(cast, who))


@pytest.mark.requirement(33)
def test_a_report_alone_does_not_close_it(cast, case):
    finding = reported(case, cast).finding
    finding.refresh_from_db()
    with pytest.raises(Denied) as refused:
        close(finding, cast.leader)
    assert codes(refused) == ["not_verified"]


@pytest.mark.requirement(33)
def test_without_any_measure_there_is_nothing_to_close(cast, case):
    finding = acknowledged(case, cast)
    finding.rectifications.all().delete()
    with pytest.raises(Denied) as refused:
        close(finding, cast.leader)
    assert codes(refused) == ["no_measure"]


@pytest.mark.requirement(5)
@pytest.mark.parametrize("cause", ["", " \n"])
def test_it_is_not_closed_without_its_cause(cast, case, cause):
    finding = solved(case, cast)
    with pytest.raises(Invalid) as refused:
        close(finding, cast.leader, cause)
    assert list(refused.value.errors) == ["cause"]


@pytest.mark.requirement(5)
@pytest.mark.parametrize("missing", ["cause", "advice"])
def test_the_database_itself_keeps_cause_and_advice(cast, case, missing):
    finding = closed(case, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(**{missing: ""})


def test_a_cause_that_the_unit_has_read_stands(cast, case):
    assert close(solved(case, cast, cause="发出时写明的原因。"), cast.leader).cause == "发出时写明的原因。"


def test_further_measures_keep_it_open(cast, case):
    finding = solved(case, cast)
    add(finding_id=finding.pk, given=measure(), acting_user=cast.liaison)
    assert TodoKind.CLOSE_FINDING not in open_todos(case)
    with pytest.raises(Denied) as refused:
        close(finding, cast.leader)
    assert codes(refused) == ["not_verified"]


@pytest.mark.parametrize("stand", [issued, closed])
def test_only_what_was_acknowledged_is_closed_and_once(cast, case, stand):
    with pytest.raises((Conflict, Denied)):
        close(stand(case, cast), cast.leader)
    assert len(sentences(Act.FINDING_CLOSED)) == (1 if stand is closed else 0)


def test_it_is_no_longer_closed_once_the_case_is(cast, case):
    finding = solved(case, cast)
    case.refresh_from_db()
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        close(finding, cast.leader)
    assert codes(refused) == ["case_closed"]


def test_a_suggestion_is_not_closed(cast, case):
    with pytest.raises(Denied):
        close(suggested(case, cast), cast.leader)


def test_a_stale_form_is_refused(cast, case):
    finding = solved(case, cast)
    finding.version -= 1
    with pytest.raises(Conflict):
        close(finding, cast.leader)


@pytest.mark.requirement(10)
def test_a_red_line_is_open_from_issue_to_close_or_withdrawal(cast, case):
    finding = acknowledged(case, cast, red_line=RedLine.FORMALITY)
    assert Finding.objects.open_red_lines().get() == finding
    verified(case, cast, rectification=finding.rectifications.get())
    assert Finding.objects.open_red_lines().exists()
    close(finding, cast.leader)
    assert not Finding.objects.open_red_lines().exists()


def test_what_rebounds_is_open_again(cast, case):
    finding = closed(case, cast)
    rectification = finding.rectifications.get()
    reopen(
        rectification_id=rectification.pk,
        expected_version=rectification.version,
        note="两个支部又用了旧表。",
        acting_user=cast.leader,
    )
    finding.refresh_from_db()
    assert (finding.state, finding.closed_at, finding.closed_by) == (FindingState.REOPENED, None, None)
    assert finding.reopened_reason == "两个支部又用了旧表。"
    assert sentences(Act.RECTIFICATION_REBOUNDED) == ["组长重开第1号问题的一条整改措施，该问题随之反弹重开。"]
    assert sentences(Act.RECTIFICATION_REOPENED) == []
    assert finding.rectifications.get().state == RectificationState.REOPENED
    assert TodoKind.RECTIFY in open_todos(case)
    assert TodoKind.CLOSE_FINDING not in open_todos(case)
