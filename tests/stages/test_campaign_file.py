"""The 2005 campaign is in its file whole, and another campaign reads as well.

What acts enforce is proved where they are tested; marked here are the rows whose rule is the data itself.
"""

from pathlib import Path

import pytest

from stages import campaigns
from stages.campaigns import Exit
from stages.enums import CriterionKind, InspectionKind, Subject
from tests.requirements import ROWS
from units.enums import Quantity

REAL = Path(campaigns.__file__).with_name("advanced_nature_2005.toml")
SMALL = Path(__file__).with_name("two_stage_campaign.toml")


@pytest.fixture(scope="module")
def real():
    return campaigns.read(REAL)


@pytest.fixture(scope="module")
def small():
    return campaigns.read(SMALL)


def criteria_of(file, **wanted):
    return [c for c in file.criteria if all(getattr(c, name) == value for name, value in wanted.items())]


def group_of(file, code):
    return [c for c in file.criteria if c.group.code == code]


@pytest.mark.requirement(17)
def test_it_holds_three_batches_of_three_stages_with_planned_dates(real):
    assert [batch.number for batch in real.batches] == [1, 2, 3]
    assert [stage.name.zh for stage in real.stages] == ["学习动员", "分析评议", "整改提高"]
    assert [[line.stage for line in batch.schedule] for batch in real.batches] == [[1, 2, 3]] * 3
    assert [stage.exit for stage in real.stages] == [Exit.NEXT_STAGE, Exit.NEXT_STAGE, Exit.CLOSE]


def test_it_holds_the_six_gates_in_the_order_of_the_speech(real):
    assert [(gate.order, gate.code, gate.stage) for gate in real.gates] == [
        (1, "THEORY_STUDY", 1),
        (2, "OPINION_SOLICITATION", 2),
        (3, "ANALYSIS_APPRAISAL", 2),
        (4, "CRITICISM_SELF_CRITICISM", 2),
        (5, "STAGE_TRANSITION", None),
        (6, "RECTIFICATION_IMPROVEMENT", 3),
    ]
    assert [gate.is_transition for gate in real.gates] == [False, False, False, False, True, False]


@pytest.mark.requirement(57, 58, 59)
@pytest.mark.parametrize(
    ("row", "quantity", "threshold", "shown"),
    [
        (57, Quantity.STUDY_MINUTES, 2400, (40, "小时")),
        (58, Quantity.CONCENTRATED_DAYS, 5, (5, "天")),
        (59, Quantity.DISCUSSIONS, 3, (3, "次")),
    ],
)
def test_it_locks_the_three_numbers_of_the_speech(real, row, quantity, threshold, shown):
    (criterion,) = [c for c in criteria_of(real, subject=Subject.GATE) if row in c.rows]
    assert (criterion.gate, criterion.quantity, criterion.threshold) == ("THEORY_STUDY", quantity, threshold)
    assert criterion.hard and criterion.locked
    assert (criterion.threshold / criterion.shown_per, criterion.unit.zh) == shown


def test_it_locks_nothing_but_the_three_numbers_of_the_speech(real):
    assert [c.rows for c in criteria_of(real, locked=True)] == [(57,), (58,), (59,)]


@pytest.mark.requirement(50, 51)
@pytest.mark.parametrize(
    ("group", "count", "rows"),
    [
        ("plan.conformity", 6, {50, 55}),
        ("plan.leaders", 6, {51}),
        ("plan.problems", 8, {52, 53}),
        ("plan.safeguards", 4, {18, 54}),
    ],
)
def test_it_asks_the_four_points_of_a_plan_with_every_sub_item(real, group, count, rows):
    criteria = group_of(real, group)
    assert len(criteria) == count
    assert all(c.subject is Subject.PLAN and c.hard for c in criteria)
    assert {row for c in criteria for row in c.rows} == rows


@pytest.mark.parametrize(
    ("code", "entries"),
    [
        pytest.param("plan.policy.four_ones", 4, marks=pytest.mark.requirement(13)),
        pytest.param("plan.policy.four_phrases", 4, marks=pytest.mark.requirement(14)),
        pytest.param("plan.policy.five_upholds", 5, marks=pytest.mark.requirement(15)),
        ("plan.safeguards.four_systems", 4),
    ],
)
def test_it_lists_the_policy_points_entry_by_entry(real, code, entries):
    (criterion,) = criteria_of(real, code=code)
    assert criterion.kind is CriterionKind.CHECKLIST
    assert len(criterion.entries) == entries


@pytest.mark.requirement(48)
def test_it_asks_for_a_remark_on_the_plan_as_a_whole(real):
    assert [c.code.rpartition(".")[2] for c in group_of(real, "plan.overall")] == [
        "conformity",
        "fit",
        "targeting",
        "operability",
    ]


def test_it_asks_the_whole_of_gate_one(real):
    asked = {c.code: c for c in criteria_of(real, gate="THEORY_STUDY")}
    assert {row for c in asked.values() for row in c.rows} == {56, 57, 58, 59, 60, 61, 93}
    assert asked["gate.theory_study.reading_list"].kind is CriterionKind.CHECKLIST
    assert {c.quantity for c in asked.values() if c.rows == (60,)} == {
        Quantity.LEADERS_BRANCH_STUDY,
        Quantity.CENTRAL_GROUP_STUDY,
    }
    inspection = asked["gate.theory_study.inspection"]
    assert inspection.kind is CriterionKind.INSPECTION
    assert [entry.code for entry in inspection.entries] == InspectionKind.values


@pytest.mark.parametrize(
    ("gate", "rows"),
    [
        ("OPINION_SOLICITATION", {37, 62, 63, 64, 65, 66, 67}),
        ("ANALYSIS_APPRAISAL", {12, 37, 68}),
        ("CRITICISM_SELF_CRITICISM", {37, 69, 70, 71, 72}),
        ("RECTIFICATION_IMPROVEMENT", {37, 79, 80, 81, 112}),
    ],
)
def test_it_holds_the_later_gates_complete(real, gate, rows):
    assert {row for c in criteria_of(real, gate=gate) for row in c.rows} == rows
    (adequacy,) = criteria_of(real, gate=gate, kind=CriterionKind.ADEQUACY)
    assert adequacy.hard and adequacy.rows == (37,)


@pytest.mark.requirement(6, 19, 21)
@pytest.mark.parametrize("stage", [1, 2, 3])
def test_it_asks_the_red_lines_the_six_threads_and_the_leaders_example_at_each_exit(real, stage):
    asked = [c for c in criteria_of(real, subject=Subject.EXIT) if stage in c.stages]
    groups = [c.group.code for c in asked]
    assert groups.count("exit.red_lines") == 2
    assert groups.count("exit.threads") == 6
    assert [len([c for c in asked if row in c.rows]) for row in (6, 7)] == [1, 4]
    assert all(c.hard for c in asked if c.group.code == "exit.red_lines")


def test_it_asks_each_stage_five_reasons_not_to_move_on(real):
    asked = [c.stages for c in criteria_of(real, subject=Subject.LOOK_BACK)]
    assert asked == [(1,)] * 5 + [(2,)] * 5 + [(3,)] * 5


def test_it_names_only_rows_that_exist(real, small):
    for file in (real, small):
        for item in (*file.criteria, *file.reason_lists):
            assert set(item.rows) <= ROWS.keys(), item.code


def test_it_reads_another_campaign_with_other_stages_and_gates(small):
    assert [stage.code for stage in small.stages] == ["LEARN_AND_LOOK", "MEND"]
    assert [gate.code for gate in small.gates] == ["LEARNING", "LOOKING", "MOVING_ON", "MENDING"]
    assert [c.stages for c in criteria_of(small, gate="MENDING")] == [(2,)]
    assert small.template.day_minutes == 180


def test_it_keeps_the_order_of_the_file(small):
    assert [c.order for c in small.criteria] == list(range(1, len(small.criteria) + 1))
    assert small.criteria[0].code == "plan.clear"
