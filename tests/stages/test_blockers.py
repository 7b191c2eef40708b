"""One list of what is missing, the same for the page that shows it and the act that refuses."""

from datetime import timedelta

import pytest

from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from tests.stages.building_findings import closed, drafted, issued
from tests.stages.building_gates import failed_gate, inspected, made_up, ready
from tests.stages.building_plans import entered, passed_plan
from tests.stages.building_transitions import ripe
from tests.units.building_activities import studied


def codes(case, at=Moment.RECOMMEND):
    return {blocker.code for blocker in blockers(case, at)}


def figures(case, code):
    return next(blocker.figures for blocker in blockers(case) if blocker.code == code)


@pytest.mark.requirement(110)
def test_it_begins_with_the_entry(case):
    assert codes(case) == {"not_entered"}


def test_it_is_empty_when_all_is_done(case, cast):
    ripe(case, cast)
    assert codes(case, Moment.SUBMIT) == codes(case, Moment.RECOMMEND) == codes(case, Moment.APPROVE) == set()


@pytest.mark.requirement(49)
def test_it_asks_for_the_passed_plan(case, cast):
    entered(case, cast)
    assert "plan_not_passed" in codes(case, Moment.SUBMIT)
    passed_plan(case, cast)
    assert "plan_not_passed" not in codes(case)


@pytest.mark.requirement(57, 58, 59)
def test_it_shows_the_figures_side_by_side(case, cast):
    passed_plan(case, cast)
    studied(case, cast, minutes=1860, days=4, discussions=2)
    study = figures(case, "quantity:gate.theory_study.study_time")
    assert (study.declared, study.evidenced, study.verified, study.required, study.missing) == (
        "31",
        "0",
        "31",
        "40",
        "9",
    )
    assert figures(case, "quantity:gate.theory_study.concentrated_days").missing == "1"
    assert figures(case, "quantity:gate.theory_study.discussions").missing == "1"


def test_the_unit_asks_by_declared_figures_and_the_team_by_verified_ones(case, cast):
    ripe(case, cast, verified=False)
    assert codes(case, Moment.SUBMIT) == set()
    waiting = [blocker for blocker in blockers(case, Moment.RECOMMEND) if blocker.figures]
    assert waiting
    assert all(blocker.waits_for_team for blocker in waiting)


@pytest.mark.requirement(10)
def test_an_open_red_line_stands_in_the_way(case, cast):
    ripe(case, cast)
    issued(case, cast, red_line="FORMALITY")
    assert codes(case, Moment.SUBMIT) == {"red_line_open", "finding_unsettled"}


@pytest.mark.requirement(10)
def test_a_closed_red_line_does_not(case, cast):
    ripe(case, cast)
    closed(case, cast, red_line="DEVIATION")
    assert codes(case, Moment.APPROVE) == set()


@pytest.mark.requirement(77)
def test_an_open_make_up_task_stands_in_the_way_until_it_is_cleared(case, cast):
    ready(case, cast)
    failed_gate(case, cast)
    assert "make_up_open" in codes(case, Moment.SUBMIT)
    made_up(case, cast)
    assert "make_up_open" not in codes(case, Moment.SUBMIT)


@pytest.mark.requirement(11)
def test_a_stage_in_which_the_team_wrote_nothing_down_is_pointed_out(case, cast):
    entered(case, cast)
    found = next(blocker for blocker in blockers(case) if blocker.code == "team_not_seen")
    assert not found.hard
    assert "team_not_seen" not in codes(case, Moment.SUBMIT)
    draft = drafted(case, cast)
    assert "team_not_seen" not in codes(case)
    type(draft).objects.filter(pk=draft.pk).update(observed_on=case.entered_on - timedelta(days=1))
    assert "team_not_seen" in codes(case)


@pytest.mark.requirement(11)
def test_an_inspection_is_the_teams_own_record_as_well(case, cast):
    entered(case, cast)
    inspected(case, cast)
    assert "team_not_seen" not in codes(case)
