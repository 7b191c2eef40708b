"""One case through its second and third stage to the close, by hand in browsers; the first stage is built."""

import json

import pytest

from stages.enums import RectificationState, RunState
from stages.models import Rectification
from tests.journeys.people import Person
from tests.journeys.steps import (
    all_jobs_done,
    approve,
    days_ago,
    discuss,
    in_days,
    look_back,
    review,
    sample,
    verify_all,
    wait_for_pages,
    write_request,
)
from tests.stages.building_gates import gate_of
from tests.stages.building_rectification_plans import OF_A_BRANCH, OF_THE_LEADERSHIP
from tests.stages.building_transitions import approved, recommended, ripe
from tests.workers.running import wait_for
from units.enums import ActivityKind, DocumentKind, PlanKind, PlanState
from units.models import Case
from units.selectors.plans import versions_of

pytestmark = pytest.mark.journey

OF_STAGE_TWO = ("OPINION_SOLICITATION", "ANALYSIS_APPRAISAL", "CRITICISM_SELF_CRITICISM")
PARTS = ("level", "category", "text", "measure", "responsible", "quality_requirement")


@pytest.mark.requirement(79, 80, 112)
def test_it_goes_from_the_second_stage_to_the_close(committed, case, cast, enter, making_documents):
    ripe(case, cast)
    request, sha256 = recommended(case, cast)
    approved(request, cast, sha256)
    leader, member, liaison, secretary = map(enter, ("leader", "member", "liaison", "secretary"))
    director = enter("director")

    analyse(case, leader, member, liaison)
    leave(case, leader, liaison, secretary, director)
    assert case.runs.get(state=RunState.OPEN).stage.number == 3

    pass_rectification_plan(case, leader, liaison, secretary)
    mend(case, member, liaison)
    improve(case, leader, member, liaison)
    leave(case, leader, liaison, secretary, director)
    case.refresh_from_db()
    assert case.closed_on is not None
    secretary.opens("timeline", case.pk)
    assert f"{cast.secretary.name}提出结束请示：整改提高阶段（第1轮）。" in secretary.words()
    assert not case.todos.filter(settled_at=None).exists()
    assert wait_for(all_jobs_done, seconds=120, every=0.5)
    assert case.documents.filter(kind=DocumentKind.TRANSITION_REPLY).count() == 3
    last_review = case.documents.filter(kind=DocumentKind.TRANSITION_REVIEW).latest("pk")
    printed = json.loads(last_review.snapshot)["rectification_plan"]
    assert printed == {"version": 1, "passed_on": days_ago(0), "leadership": 1, "branch": 1, "verified": 2}


def analyse(case: Case, leader: Person, member: Person, liaison: Person) -> None:
    """Opinions, self-analyses, talks and the two meetings are recorded and verified; three gates are passed."""
    share = {"members_total": 1032, "members_done": 1032}
    leadership = {"minutes": "3:30", "leaders_expected": 9, "leaders_attended": 9}
    branches = {"expected": 1032, "attended": 1032, "branches_total": 79, "branches_held": 79}
    for kind, facts in (
        (ActivityKind.SOLICITING, {"method": "SYMPOSIUM", "times": 3, "people": 46, "opinions": 31, "substantive": 24}),
        (
            ActivityKind.SOLICITING,
            {"method": "OPINION_FORM", "times": 1, "people": 90, "opinions": 55, "substantive": 40},
        ),
        (ActivityKind.SELF_ANALYSIS, share),
        (ActivityKind.HEART_TO_HEART, {"talks": 412}),
        (ActivityKind.ORGANISATIONAL_LIFE, branches),
        (ActivityKind.DEMOCRATIC_LIFE, leadership),
    ):
        write_down(liaison, case, kind, **facts)
    verify_all(member, case)
    member.opens("sampling_new", case.pk)
    member.fills(sampled_on=days_ago(0), sampled=30, sent_back=9, depth="FAIR")
    member.presses("Enter the record")
    for code in OF_STAGE_TWO:
        pass_gate(case, leader, code)


def write_down(liaison: Person, case: Case, kind: ActivityKind, **facts: object) -> None:
    liaison.opens_path(f"/cases/{case.pk}/activities/new/?kind={kind}")
    liaison.fills(title=str(kind.label), held_on=days_ago(0), **facts)
    liaison.presses("Save and hand in")
    liaison.sees("Handed in to the team.")


def pass_gate(case: Case, leader: Person, code: str) -> None:
    """The leader answers what the record does not."""
    leader.opens("gate_assess", case.pk, gate_of(case, code).pk)
    leader.fills_each("met_", "yes")
    leader.fills_each("adequacy_", "ADEQUATE")
    leader.presses("Give the verdict")
    leader.sees("The gate is passed.")


def leave(case: Case, leader: Person, liaison: Person, secretary: Person, director: Person) -> None:
    """The unit asks, the team recommends, the director decides on the printed review."""
    look_back(liaison, case)
    write_request(liaison, case)
    secretary.opens("transition", case.pk)
    secretary.presses("Submit for the Party committee")
    discuss(leader, case)
    review(leader, case)
    wait_for_pages(director, case)
    approve(director, case)


def pass_rectification_plan(case: Case, leader: Person, liaison: Person, secretary: Person) -> None:
    """What is not clear is refused to the secretary before it is handed in; then the plan passes."""
    liaison.opens("plan", case.pk)
    liaison.follows("Rectification plan")
    liaison.follows("Upload the plan")
    liaison.fills(file=sample("整改方案.docx"))
    liaison.presses("Save")
    liaison.follows("List problems and measures")
    for row, problem in enumerate((OF_THE_LEADERSHIP, OF_A_BRANCH)):
        liaison.fills(**{f"{part}_{row}": getattr(problem, part) for part in PARTS})
    liaison.presses("Save")
    liaison.sees("The list is saved.")
    secretary.opens("plan_rectification", case.pk)
    assert "有2个问题未明确责任、时限或质量要求。" in secretary.words()
    secretary.follows("List problems and measures")
    secretary.fills(due_on_0=in_days(20), due_on_1=in_days(30))
    secretary.presses("Save")
    secretary.presses("Submit for the Party committee")
    secretary.sees("The plan is with the supervision team.")
    leader.opens("plan_rectification", case.pk)
    leader.follows("Review the plan")
    leader.fills_each("answer_", "CONFORMS")
    leader.presses("Give the review")
    leader.sees("The plan has passed.")
    assert versions_of(case, PlanKind.RECTIFICATION).get().state == PlanState.PASSED


def mend(case: Case, member: Person, liaison: Person) -> None:
    """Each measure of the plan is reported and struck off; one rebounds first."""
    for number, measure in enumerate(Rectification.objects.filter(case=case)):
        report(case, liaison, measure)
        if number == 0:
            member.opens("rectification", case.pk, measure.pk)
            member.follows("Send back")
            member.fills(note="两个乡镇还没有做到。")
            member.presses("Send back")
            report(case, liaison, measure)
        member.opens("rectification", case.pk, measure.pk)
        member.follows("Verify and strike off")
        member.presses("Strike off")
    states = Rectification.objects.filter(case=case).values_list("state", flat=True)
    assert set(states) == {RectificationState.VERIFIED}


def report(case: Case, liaison: Person, measure: Rectification) -> None:
    liaison.opens("rectification", case.pk, measure.pk)
    liaison.follows("Report the result")
    liaison.fills(result="已按措施整改到位。", evidence=sample("整改情况.docx"))
    liaison.presses("Report")


def improve(case: Case, leader: Person, member: Person, liaison: Person) -> None:
    """Members' own measures are counted, a rule is made, the public is asked, and the last gate is passed."""
    write_down(liaison, case, ActivityKind.INDIVIDUAL_MEASURES, members_total=1032, members_done=1032)
    verify_all(member, case)
    liaison.opens("regulation_new", case.pk)
    liaison.fills(title="窗口首问负责制", change="NEW", adopted_on=days_ago(0), file=sample("制度.pdf"))
    liaison.presses("Record the regulation")
    member.opens("regulations", case.pk)
    member.presses("Verify")
    pass_gate(case, leader, "RECTIFICATION_IMPROVEMENT")
    member.opens("survey_new", case.pk)
    member.fills(
        held_on=days_ago(0),
        method="MEETING",
        issued=110,
        returned=100,
        satisfied=50,
        fairly_satisfied=30,
        basically_satisfied=15,
        not_satisfied=5,
    )
    member.presses("Record the survey")
    member.sees("The survey is recorded.")
