"""The plan's problems: five categories, each problem with its measure, each empty category with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.samples import uploaded
from tests.stages.building_plans import OTHERS, PROBLEM, entered, passed_plan, returned_plan, submitted_plan
from units.enums import THE_FIVE_CATEGORIES, ProblemCategory
from units.models import PlanOmission, PlanProblem
from units.services.plan_problems import LONGEST_RESPONSIBLE, ProblemGiven, save_problems
from units.services.plans import draft_version

BLANK = ProblemGiven(category=ProblemCategory.MEMBER_ORG, text=" ", measure="\x00", responsible="")


@pytest.fixture
def draft(case, cast):
    entered(case, cast)
    return draft_version(case_id=case.pk, upload=uploaded("实施方案.pdf"), note="", acting_user=cast.liaison)


def save(version, who, problems=(PROBLEM,), omissions=OTHERS, expected=None):
    return save_problems(
        version_id=version.pk,
        expected_version=expected or version.version,
        problems=problems,
        omissions=omissions,
        acting_user=who,
    )


def errors_of(version, cast, **given):
    """The fields at which a list is refused; nothing of it is kept."""
    with pytest.raises(Invalid) as refused:
        save(version, cast.liaison, **given)
    version.refresh_from_db()
    assert (PlanProblem.objects.count(), PlanOmission.objects.count(), version.version) == (0, 0, 1)
    return list(refused.value.errors)


@pytest.mark.requirement(52)
@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_the_unit_s_people_list_problems_and_reasons(cast, draft, who):
    saved = save(draft, getattr(cast, who))
    problem = saved.problems.get()
    assert (problem.category, problem.text, problem.measure) == (PROBLEM.category, PROBLEM.text, PROBLEM.measure)
    assert (problem.responsible, problem.due_on) == ("服务中心", date(2005, 5, 15))
    assert {omission.category: omission.reason for omission in saved.omissions.all()} == OTHERS
    assert saved.version == draft.version + 1


@pytest.mark.requirement(4, 39)
@pytest.mark.parametrize(
    "who", ["leader", "member", "director", "clerk", "other_liaison", "parent_liaison", "stranger"]
)
def test_nobody_else_does_the_team_least_of_all(cast, draft, who):
    with pytest.raises(Denied) as refused:
        save(draft, getattr(cast, who))
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_unit"]
    assert not PlanProblem.objects.exists()


@pytest.mark.requirement(52)
@pytest.mark.parametrize("category", ProblemCategory)
def test_each_of_the_five_categories_and_others_can_be_listed(cast, draft, category):
    assert save(draft, cast.liaison, [replace(PROBLEM, category=category)], {}).problems.get().category == category


@pytest.mark.parametrize("category", ["", "MORALE"])
def test_no_other_category_can(cast, draft, category):
    assert errors_of(draft, cast, problems=[replace(PROBLEM, category=category)]) == ["category_0"]
    assert errors_of(draft, cast, omissions={category: "没有。"}) == [f"omission_{category}"]


@pytest.mark.requirement(53)
@pytest.mark.parametrize("measure", ["", "  ", "\x00\n"])
def test_a_problem_without_a_measure_is_not_accepted(cast, draft, measure):
    assert errors_of(draft, cast, problems=[PROBLEM, replace(PROBLEM, measure=measure)]) == ["measure_1"]


def test_everything_wrong_is_said_at_once_at_its_own_line(cast, draft):
    lines = [
        replace(PROBLEM, text=" "),
        BLANK,
        replace(PROBLEM, responsible="长" * (LONGEST_RESPONSIBLE + 1)),
        replace(BLANK, due_on=date(2005, 5, 1)),
    ]
    assert errors_of(draft, cast, problems=lines, omissions={}) == ["text_0", "responsible_2", "text_3", "measure_3"]


def test_a_blank_line_is_no_problem_and_a_blank_reason_none(cast, draft):
    saved = save(draft, cast.liaison, [BLANK, PROBLEM, BLANK], OTHERS | {ProblemCategory.MEMBER_ORG.value: " \x00"})
    assert saved.problems.count() == 1
    assert ProblemCategory.MEMBER_ORG not in saved.omissions.values_list("category", flat=True)


@pytest.mark.requirement(52)
def test_a_reason_stands_only_where_nothing_is_listed(cast, draft):
    omissions = dict.fromkeys((category.value for category in THE_FIVE_CATEGORIES), "没有。")
    assert errors_of(draft, cast, omissions=omissions) == [f"omission_{PROBLEM.category}"]
    assert errors_of(draft, cast, omissions={ProblemCategory.OTHER.value: "没有。"}) == ["omission_OTHER"]


def test_texts_come_without_what_no_database_keeps(cast, draft):
    saved = save(draft, cast.liaison, [replace(PROBLEM, text=" 排队\x00时间长。 ", responsible="\x00服务中心 ")])
    assert (saved.problems.get().text, saved.problems.get().responsible) == ("排队时间长。", "服务中心")


def test_saving_again_replaces_the_list(cast, draft):
    saved = save(draft, cast.liaison)
    again = save(saved, cast.secretary, [replace(PROBLEM, text="另一个问题。")], {})
    assert [problem.text for problem in again.problems.all()] == ["另一个问题。"]
    assert not again.omissions.exists()


def test_a_stale_form_changes_nothing(cast, draft):
    save(draft, cast.liaison)
    with pytest.raises(Conflict):
        save(draft, cast.secretary, [replace(PROBLEM, text="后到。")], {})
    assert [problem.text for problem in draft.problems.all()] == [PROBLEM.text]
    assert draft.omissions.count() == len(OTHERS)


@pytest.mark.requirement(49)
@pytest.mark.parametrize("build", [submitted_plan, returned_plan, passed_plan])
def test_what_was_handed_in_does_not_change(cast, case, build):
    version = build(case, cast)
    with pytest.raises(Conflict):
        save(version, cast.liaison, [], {})
    assert (version.problems.count(), version.omissions.count()) == (1, len(OTHERS))


def test_a_draft_is_nobody_else_s_business(cast, draft):
    before = AuditEntry.objects.count(), Notification.objects.count()
    save(draft, cast.liaison)
    assert (AuditEntry.objects.count(), Notification.objects.count()) == before
