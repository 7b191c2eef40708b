"""The head of a case's pages: where it stands, in whose hands, and its pages."""

import re
from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from stages.enums import GateVerdict
from stages.models import GateAssessment, StageRun
from teams import clock
from tests.architecture.sources import ROOT
from tests.units.factories import CaseFactory
from units.enums import Party, TodoKind
from units.models import Case
from units.services.todos import open_todo

NOON = datetime(2005, 3, 10, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _tenth_of_march():
    with clock.set_to(NOON):
        yield


def head(case, tab="plan"):
    """The words of the head, without the markup."""
    page = Template("{% load case_header %}{% case_header case %}").render(Context({"case": case, "tab": tab}))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def enter(case, template):
    stage = template.stages.get(number=1)
    return StageRun.objects.create(case=case, stage=stage, opened_on=date(2005, 1, 20), planned_end=date(2005, 3, 18))


def test_it_names_unit_batch_and_team(case):
    words = head(case)
    assert "石桥县委" in words
    assert "第一批 · 第1督导组" in words


def test_before_entry_it_says_so_and_shows_the_planned_dates(case):
    words = head(case)
    assert "尚未进驻" in words
    assert "计划1月20日起" in words


def test_it_shows_every_stage_and_gate_of_the_campaign(case, template):
    words = head(case)
    for named in [*template.stages.all(), *template.gates.filter(is_transition=False)]:
        assert named.name in words


def test_it_counts_the_working_days_left_and_moves_nothing(case, template):
    enter(case, template)
    assert "自1月20日 · 还有6个工作日" in head(case)


def test_a_plan_that_has_run_out_is_only_said(case, template):
    enter(case, template)
    with clock.set_to(datetime(2005, 4, 1, 4, tzinfo=UTC)):
        assert "计划至3月18日" in head(case)


def test_a_gate_shows_its_latest_round(case, template, leader):
    enter(case, template)
    gate = template.gates.get(order=1)
    judged = {"case": case, "gate": gate, "assessed_by": leader}
    GateAssessment.objects.create(round=1, verdict=GateVerdict.NOT_PASSED, **judged)
    assert re.search("未过.{0,9}理论学习关", head(case))
    GateAssessment.objects.create(round=2, verdict=GateVerdict.PASSED, **judged)
    assert re.search("已过.{0,9}理论学习关", head(case))


def test_it_says_in_whose_hands_the_case_is(case):
    open_todo(case, TodoKind.VERIFY_ACTIVITIES, party=Party.TEAM, due_on=date(2005, 3, 15))
    assert "在谁手里：第1督导组 · 核实活动记录 · 期限3月15日" in head(case)


def test_on_the_overview_a_sheet_of_its_own_says_it(case):
    open_todo(case, TodoKind.VERIFY_ACTIVITIES, party=Party.TEAM)
    assert "在谁手里" not in head(case, tab="overview")


def test_a_campaign_without_a_template_has_no_rail(db):
    assert "尚未进驻" in head(CaseFactory())


def test_its_queries_do_not_grow_with_the_campaign(case, template, django_assert_num_queries):
    enter(case, template)
    case = Case.objects.select_related("unit", "batch").get(pk=case.pk)
    with django_assert_num_queries(5):
        head(case)


def test_one_template_of_units_reaches_up_and_no_other():
    """The one inverse: pages of units wear a head that only stages can fill."""
    tags = {path.stem for path in (ROOT / "stages" / "templatetags").glob("*.py")} - {"__init__"}
    tags |= {path.stem for path in (ROOT / "reports" / "templatetags").glob("*.py")} - {"__init__"}
    reaching = {
        (str(path.relative_to(ROOT / "templates")), tag)
        for folder in ("teams", "units")
        for path in (ROOT / "templates" / folder).rglob("*.html")
        for line in re.findall(r"{% load ([^%]+) %}", path.read_text(encoding="utf-8"))
        for tag in line.split()
        if tag in tags
    }
    assert reaching == {("units/case_base.html", "case_header")}
