"""The rectification plan as pages: found from the plan's tab and the ledger of measures, in both languages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stages.selectors.template import plan_criteria
from tests.pages import words_of
from tests.samples import uploaded
from tests.stages.building_plans import passed_plan
from tests.stages.building_rectification_plans import (
    OF_A_BRANCH,
    drafted_rectification_plan,
    in_last_stage,
    measures_of,
    passed_rectification_plan,
    reviewed_rectification_plan,
    submitted_rectification_plan,
)
from tests.stages.test_plan_pages import FRAME
from units.enums import PlanKind, PlanState
from units.selectors.plans import versions_of

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def last(case, cast):
    return in_last_stage(case, cast)


@pytest.fixture
def visit(client):
    def visited(user, name, *args, data=None, status=200, **how):
        client.force_login(user)
        address = reverse(name, args=args)
        return words_of(client.get(address, **how) if data is None else client.post(address, data, **how), status)

    return visited


def line(row, problem, **given):
    facts = {"category": problem.category, "level": problem.level, "text": problem.text, "measure": problem.measure}
    return {f"{name}_{row}": value for name, value in (facts | given).items()}


def test_before_its_stage_the_page_says_when_it_is_written(case, cast, visit):
    passed_plan(case, cast)
    assert "要求报送该方案的阶段开始后方可起草" in visit(cast.liaison, "plan_rectification", case.pk)
    assert "整改方案" not in visit(cast.liaison, "plan", case.pk)
    visit(cast.liaison, "plan_rectification_new", case.pk, status=403)


@pytest.mark.requirement(79, 80)
def test_the_unit_writes_it_on_the_page_and_is_told_what_is_missing(last, cast, visit, client):
    visit(cast.liaison, "plan_rectification_new", last.pk, data={"file": uploaded("整改方案.docx")}, status=302)
    draft = versions_of(last, PlanKind.RECTIFICATION).get()
    form = visit(cast.liaison, "plan_problems", last.pk, draft.pk)
    assert "没有列出问题的类别" not in form
    assert "质量要求" in form
    data = {"version": draft.version, **line(0, OF_A_BRANCH, quality_requirement="不超过20分钟。")}
    visit(cast.liaison, "plan_problems", last.pk, draft.pk, data=data, status=302)
    words = visit(cast.secretary, "plan_rectification", last.pk)
    assert "有1个问题未明确责任、时限或质量要求" in words
    assert "不超过20分钟。 基层党组织" in words or "党支部" in words
    draft.refresh_from_db()
    visit(cast.secretary, "plan_submit", last.pk, draft.pk, data={"version": draft.version}, status=403)


def test_the_secretary_hands_it_in_and_the_leader_passes_it_on_pages(last, cast, template, visit):
    draft = drafted_rectification_plan(last, cast)
    visit(cast.secretary, "plan_submit", last.pk, draft.pk, data={"version": draft.version}, status=302)
    draft.refresh_from_db()
    asked = plan_criteria(template, PlanKind.RECTIFICATION)
    words = visit(cast.leader, "plan_review", last.pk, draft.pk)
    assert all(criterion.wording in words for criterion in asked)
    data = {"version": draft.version} | {f"answer_{criterion.pk}": "CONFORMS" for criterion in asked}
    visit(cast.leader, "plan_review", last.pk, draft.pk, data=data, status=302)
    draft.refresh_from_db()
    assert draft.state == PlanState.PASSED
    ledger = visit(cast.liaison, "rectifications", last.pk)
    assert OF_A_BRANCH.measure in ledger
    assert "整改方案" in ledger
    measure = measures_of(last)[1]
    assert OF_A_BRANCH.text in visit(cast.member, "rectification", last.pk, measure.pk)


def test_both_plans_are_found_from_either_in_english_too(last, cast, visit):
    passed_rectification_plan(last, cast)
    for name in ("plan", "plan_rectification"):
        words = visit(cast.member, name, last.pk, headers=ENGLISH)
        assert "Implementation plan" in words
        assert "Rectification plan" in words
    assert "Quality requirement" in visit(cast.member, "plan_rectification", last.pk, headers=ENGLISH)


def test_the_leader_takes_the_verdict_back_on_the_page(last, cast, visit):
    version = passed_rectification_plan(last, cast)
    assert "撤回" in visit(cast.leader, "plan_take_back", last.pk, version.pk)
    address = last.pk, version.pk
    visit(cast.leader, "plan_take_back", *address, data={"version": version.version, "reason": ""}, status=400)
    data = {"version": version.version, "reason": "看错了单位。"}
    stale = visit(cast.leader, "plan_take_back", *address, data=data | {"version": version.version - 1}, status=409)
    assert "看错了单位。" in stale
    visit(cast.leader, "plan_take_back", *address, data=data, status=302)
    assert "看错了单位。" in visit(cast.secretary, "plan_rectification", last.pk)
    assert "方案重拟" in visit(cast.liaison, "rectifications", last.pk)


@pytest.mark.parametrize("who", ["liaison", "leader", "clerk"])
def test_it_asks_as_often_whatever_the_number_of_versions(last, cast, client, who):
    client.force_login(getattr(cast, who))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("plan_rectification", args=[last.pk])).status_code == 200
        return len(queries)

    def returned():
        version = submitted_rectification_plan(last, cast)
        reviewed_rectification_plan(version, cast, revise=["rectification_plan.quality"])

    returned()
    once = asked()
    for _round in range(2):
        returned()
    assert asked() <= once <= FRAME + 12
