"""Entering a unit: the case starts, its first stage opens, and the unit has its first work."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stages.enums import Act, RunState, TodoKind
from stages.models import StageRun, Template
from stages.services.entry import enter_case
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.stages.building_plans import ENTERED_ON
from tests.teams.factories import CampaignFactory
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Party
from units.enums import TodoKind as UnitsTodo


def enter(case, who, on=ENTERED_ON):
    return enter_case(case_id=case.pk, entered_on=on, acting_user=who)


def assert_not_entered(case):
    case.refresh_from_db()
    assert (case.entered_on, case.holder, case.version) == (None, "", 1)
    assert not StageRun.objects.exists()
    assert not AuditEntry.objects.filter(act=Act.CASE_ENTERED).exists()
    assert open_todos(case) == {}


@pytest.mark.requirement(110)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_it_starts_the_case_and_opens_the_first_stage(cast, case, template, who):
    run = enter(case, getattr(cast, who))
    case.refresh_from_db()
    assert case.entered_on == ENTERED_ON
    assert StageRun.objects.get() == run
    assert (run.case, run.stage, run.state) == (case, template.stages.get(number=1), RunState.OPEN)
    assert (run.opened_on, run.planned_end) == (ENTERED_ON, run.stage.schedules.get(batch=case.batch).ends_on)


@pytest.mark.requirement(110)
@pytest.mark.parametrize(
    "who", ["member", "secretary", "liaison", "director", "clerk", "other_leader", "parent_liaison", "stranger"]
)
def test_nobody_else_enters(cast, case, who):
    with pytest.raises(Denied) as refused:
        enter(case, getattr(cast, who))
    assert [(reason.code, reason.row) for reason in refused.value.ruling.reasons] == [("not_leader", 110)]
    assert_not_entered(case)


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.requirement(110)
def test_it_happens_once(cast, case):
    enter(case, cast.leader)
    with pytest.raises(Conflict):
        enter(case, cast.deputy, on=ENTERED_ON + timedelta(days=1))
    case.refresh_from_db()
    assert case.entered_on == ENTERED_ON
    assert StageRun.objects.count() == len(sentences(Act.CASE_ENTERED)) == 1


def test_it_lies_neither_before_the_campaign_nor_in_the_future(cast, case):
    for on in (case.batch.campaign.starts_on - timedelta(days=1), clock.today() + timedelta(days=1)):
        with pytest.raises(Invalid) as refused:
            enter(case, cast.leader, on=on)
        assert list(refused.value.errors) == ["entered_on"]
    assert_not_entered(case)


def test_the_future_begins_with_tomorrow_here(cast, case):
    """A minute after midnight in Shanghai is still yesterday in Greenwich."""
    with clock.set_to(datetime(2005, 2, 1, 0, 1, tzinfo=ZoneInfo("Asia/Shanghai"))):
        assert enter(case, cast.leader, on=date(2005, 2, 1)).opened_on == date(2005, 2, 1)


def test_without_a_template_there_is_no_stage_to_open(cast, case, template):
    Template.objects.filter(pk=template.pk).update(campaign=CampaignFactory())
    with pytest.raises(Conflict):
        enter(case, cast.leader)
    assert_not_entered(case)


def test_the_template_freezes(cast, case, template):
    assert template.frozen_at is None
    enter(case, cast.leader)
    template.refresh_from_db()
    assert template.frozen_at is not None


def test_the_unit_has_its_first_work(cast, case):
    run = enter(case, cast.leader)
    todos = open_todos(case)
    assert {kind: todo.party for kind, todo in todos.items()} == {
        UnitsTodo.PROFILE: Party.UNIT,
        UnitsTodo.PLAN: Party.UNIT,
        TodoKind.REQUEST: Party.UNIT,
    }
    assert (todos[TodoKind.REQUEST].due_on, todos[TodoKind.REQUEST].target_id) == (run.planned_end, run.pk)
    case.refresh_from_db()
    assert (case.holder, case.holder_reason) == (Party.UNIT, UnitsTodo.PROFILE)


@pytest.mark.requirement(91)
def test_the_unit_is_told_and_the_ledger_keeps_it(cast, case):
    run = enter(case, cast.leader)
    told = Notification.objects.filter(kind="stages.case_entered")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}
    entry = AuditEntry.objects.about(case).get(act=Act.CASE_ENTERED)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.leader, "LEADER", run.pk)
    assert sentences(Act.CASE_ENTERED) == ["组长于2005年1月20日进驻该单位；“学习动员”阶段开始。"]
