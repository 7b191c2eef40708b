"""A second campaign from another template, two stages and four gates, walked to its end: no gate is code."""

from datetime import date

import pytest

from stages.enums import RunState
from tests.journeys.people import Person
from tests.journeys.steps import (
    PRESENT,
    approve,
    days_ago,
    discuss,
    look_back,
    record,
    review,
    verify_all,
    wait_for_pages,
    write_request,
)
from tests.stages.building_gates import gate_of
from tests.stages.building_plans import entered, passed_plan
from tests.stages.factories import TWO_STAGES, load
from units.models import Case

pytestmark = [pytest.mark.journey, pytest.mark.once, pytest.mark.requirement(55)]


@pytest.fixture
def template(db):
    return load(TWO_STAGES)


def test_it_goes_to_its_own_end(committed, case, cast, enter, making_documents):
    entered(case, cast, on=date(2019, 6, 12))
    passed_plan(case, cast)
    liaison, secretary, member, leader = map(enter, ("liaison", "secretary", "member", "leader"))
    director = enter("director")
    record(liaison, case, kind="MOBILISATION", title="动员大会", held_on=days_ago(0), minutes="1:30", **PRESENT)
    for day in (3, 2):
        study = {"title": f"第{4 - day}次集体学习", "held_on": days_ago(day), "minutes": "6:00"}
        record(liaison, case, **study, is_concentrated=True, has_discussion=True, **PRESENT)
    verify_all(member, case)
    for code in ("LEARNING", "LOOKING"):
        judge(leader, case, code)
    leave(case, leader, liaison, secretary, director)
    assert case.runs.get(state=RunState.OPEN).stage.code == "MEND"

    judge(leader, case, "MENDING")
    leave(case, leader, liaison, secretary, director)
    case.refresh_from_db()
    assert case.closed_on is not None
    liaison.opens("case", case.pk)
    assert "学习调研" in liaison.words() and "学习动员" not in liaison.words()


def judge(leader: Person, case: Case, code: str) -> None:
    leader.opens("gate_assess", case.pk, gate_of(case, code).pk)
    leader.ticks_all("ticked_")
    leader.fills_each("met_", "yes")
    leader.fills_each("adequacy_", "ADEQUATE")
    leader.presses("Give the verdict")
    leader.sees("The gate is passed.")


def leave(case: Case, leader: Person, liaison: Person, secretary: Person, director: Person) -> None:
    look_back(liaison, case)
    write_request(liaison, case)
    secretary.opens("transition", case.pk)
    secretary.presses("Submit for the Party committee")
    discuss(leader, case)
    review(leader, case)
    wait_for_pages(director, case)
    approve(director, case)
