"""One case on the main road, from its entry to the second stage, by hand in browsers."""

import io

import pdfplumber
import pytest

from stages.enums import FindingState, InspectionKind
from stages.models import Finding
from tests.journeys.people import Person
from tests.journeys.steps import (
    LEADERS,
    PRESENT,
    all_jobs_done,
    approve,
    days_ago,
    discuss,
    in_days,
    look_back,
    record,
    review,
    sample,
    verify_all,
    wait_for_pages,
    write_request,
)
from tests.stages.building_findings import ADVICE, CAUSE, TEXT
from tests.stages.building_gates import gate_of
from tests.stages.building_plans import COUNTS, OTHERS, PROBLEM
from tests.workers.running import wait_for
from units.enums import ActivityKind, ActivityState, Organiser
from units.models import Activity, Case, PlanVersion

pytestmark = pytest.mark.journey
DAYS = 5


def test_it_goes_from_entry_to_the_second_stage(committed, case, enter, making_documents):
    leader, member, liaison, secretary = map(enter, ("leader", "member", "liaison", "secretary"))
    begin(case, leader, member, liaison)
    pass_plan(case, leader, liaison, secretary)
    study(case, member, liaison)
    solve_a_problem(case, leader, member, liaison, secretary)
    pass_gate(case, leader, member)
    ask(case, liaison, secretary)
    discuss(leader, case)
    review(leader, case)

    director = enter("director")
    wait_for_pages(director, case)
    approve(director, case)
    case.refresh_from_db()
    assert case.runs.filter(stage__number=2, closed_on=None).count() == 1
    assert wait_for(all_jobs_done, seconds=120, every=0.5)
    assert case.unit.name_zh in text_of(reply_of(secretary, case))


def begin(case: Case, leader: Person, member: Person, liaison: Person) -> None:
    """The team enters; the unit says who it is, and the team confirms that."""
    leader.opens("case", case.pk)
    leader.follows("Enter the unit")
    leader.fills(entered_on=days_ago(10))
    leader.presses("Record the entry")
    liaison.opens("profile", case.pk)
    liaison.fills(**COUNTS, situation="县域分散。")
    liaison.presses("Save the profile")
    liaison.sees("The profile is saved; the team confirms it.")
    member.opens("profile", case.pk)
    member.presses("Confirm the profile")
    member.sees("The profile is confirmed.")


def pass_plan(case: Case, leader: Person, liaison: Person, secretary: Person) -> None:
    """A first version comes back with an item pinned; the second answers it and passes."""
    hand_in_plan(case, liaison, secretary, "实施方案.docx")
    leader.opens("plan", case.pk)
    leader.follows("Review the plan")
    leader.ticks_all("ticked_")
    leader.fills_each("answer_", "CONFORMS")
    pinned = leader.names("answer_")[0]
    leader.fills(**{pinned: "REVISE", pinned.replace("answer", "remark"): "请补充具体措施。"})
    leader.presses("Give the review")
    leader.sees("The plan is returned with its remarks.")

    liaison.opens("plan", case.pk)
    liaison.sees("请补充具体措施。")
    hand_in_plan(case, liaison, secretary, "实施方案（修改稿）.docx")
    leader.opens("plan", case.pk)
    leader.sees("已按意见修改。")
    leader.follows("Review the plan")
    leader.ticks_all("ticked_")
    leader.fills_each("answer_", "CONFORMS")
    leader.presses("Give the review")
    leader.sees("The plan has passed.")
    assert PlanVersion.objects.filter(plan__case=case).count() == 2


def hand_in_plan(case: Case, liaison: Person, secretary: Person, name: str) -> None:
    liaison.opens("plan_new", case.pk)
    liaison.fills(file=sample(name), note="请审阅。")
    liaison.presses("Save")
    liaison.follows("List problems and measures")
    liaison.fills(**{f"{part}_0": getattr(PROBLEM, part) for part in ("category", "text", "measure", "responsible")})
    liaison.fills(due_on_0=in_days(60), **{f"omission_{category}": reason for category, reason in OTHERS.items()})
    liaison.presses("Save")
    liaison.sees("The list is saved.")
    if liaison.offered("Answer what was returned"):
        liaison.follows("Answer what was returned")
        liaison.fills_each("remark_", "已按意见修改。")
        liaison.presses("Save")
    secretary.opens("plan", case.pk)
    secretary.presses("Submit for the Party committee")
    secretary.sees("The plan is with the supervision team.")


def study(case: Case, member: Person, liaison: Person) -> None:
    """The mobilisation meeting, five concentrated days, and the leaders' own study."""
    meeting = {"kind": ActivityKind.MOBILISATION, "title": "动员大会", "held_on": days_ago(0), "minutes": "1:30"}
    record(liaison, case, **meeting, **PRESENT)
    for day in range(DAYS):
        record(
            liaison,
            case,
            title=f"第{day + 1}次集体学习",
            held_on=days_ago(9 - day),
            minutes="8:00",
            is_concentrated=True,
            has_discussion=True,
            evidence=sample("签到表.xlsx"),
            **PRESENT,
        )
    for kind in (ActivityKind.BRANCH_STUDY, ActivityKind.CENTRAL_GROUP):
        facts = {"title": str(kind.label), "organiser": Organiser.GROUP, "held_on": days_ago(8), "minutes": "120"}
        record(liaison, case, kind=kind, **facts, **LEADERS)
    verify_all(member, case)
    assert not Activity.objects.filter(case=case).exclude(state=ActivityState.VERIFIED).exists()


def solve_a_problem(case: Case, leader: Person, member: Person, liaison: Person, secretary: Person) -> None:
    """One problem from the field to the close."""
    member.opens("finding_new", case.pk)
    member.fills(kind="PROBLEM", text=TEXT, photos=sample("现场.jpg"), advice=ADVICE)
    member.presses("Save")
    member.sees("Written down. What is to reach the unit is sent by the leader.")
    found = Finding.objects.get(case=case)
    leader.opens("finding", case.pk, found.pk)
    leader.presses("Issue to the unit")
    secretary.opens("finding", case.pk, found.pk)
    secretary.follows("Acknowledge and set a measure")
    secretary.fills(
        measure="重新印发无记名征求意见表。",
        responsible="先教办",
        due_on=in_days(10),
        quality_requirement="覆盖全部支部，不留署名。",
    )
    secretary.presses("Acknowledge")
    measure = found.rectifications.get()
    liaison.opens("rectification", case.pk, measure.pk)
    liaison.follows("Report the result")
    liaison.fills(result="已重新印发，收回六十二份。", evidence=sample("新表.docx"))
    liaison.presses("Report")
    member.opens("rectification", case.pk, measure.pk)
    member.follows("Verify and strike off")
    member.fills(note="抽查十个支部。")
    member.presses("Strike off")
    leader.opens("finding", case.pk, found.pk)
    leader.follows("Close the problem")
    leader.fills(cause=CAUSE)
    leader.presses("Close")
    leader.sees("The problem is closed.")
    found.refresh_from_db()
    assert found.state == FindingState.CLOSED


def pass_gate(case: Case, leader: Person, member: Person) -> None:
    """The five kinds are inspected, and the first gate is passed on the record."""
    member.opens("inspection_new", case.pk)
    member.fills(inspected_on=days_ago(0))
    for kind in InspectionKind:
        seen = {"sampled": 20, "grade": "GOOD", "effect": "联系实际，有效果。"}
        member.fills(**{f"{part}_{kind}": value for part, value in seen.items()})
    member.presses("Record the inspection")
    leader.opens("gate_assess", case.pk, gate_of(case).pk)
    leader.ticks_all("ticked_")
    leader.fills_each("met_", "yes")
    leader.fills(opinion="学习动员扎实。")
    leader.presses("Give the verdict")
    leader.sees("The gate is passed.")


def ask(case: Case, liaison: Person, secretary: Person) -> None:
    """The unit looks back and asks; the secretary submits."""
    look_back(liaison, case)
    write_request(liaison, case)
    secretary.opens("transition", case.pk)
    secretary.presses("Submit for the Party committee")
    secretary.sees("The request is with the supervision team.")


def reply_of(secretary: Person, case: Case) -> bytes:
    secretary.opens("documents", case.pk)
    return secretary.downloads("Download")


def text_of(content: bytes) -> str:
    assert content.startswith(b"%PDF-")
    with pdfplumber.open(io.BytesIO(content)) as document:
        return "".join(page.extract_text() for page in document.pages)
