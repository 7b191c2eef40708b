"""Acts that more than one journey takes, each through the pages of the one whose act it is."""

from datetime import timedelta

from playwright.sync_api import FilePayload

from stages.models import TransitionRequest
from stages.selectors.runs import current_run
from teams import clock
from teams.enums import JobState
from teams.models import Job, Membership
from tests.journeys.people import Person
from tests.samples import uploaded
from tests.stages.building_transitions import TEXT
from units.models import Case

PRESENT = {
    "expected": 1032,
    "attended": 1010,
    "absence_reason": "外出流动11人，病假11人。",
    "absence_plan": "由所在支部补课。",
}
LEADERS = {"leaders_expected": 9, "leaders_attended": 8}


def days_ago(days: int) -> str:
    return (clock.today() - timedelta(days=days)).isoformat()


def in_days(days: int) -> str:
    return days_ago(-days)


def sample(name: str, content: bytes | None = None) -> FilePayload:
    """A file as one chooses it in a browser; without content, a good file of the kind that its name says."""
    upload = uploaded(name, content)
    return {"name": name, "mimeType": "application/octet-stream", "buffer": upload.read()}


def record(person: Person, case: Case, **facts: object) -> None:
    """The unit writes an activity down and hands it in at once."""
    person.opens("activity_new", case.pk)
    person.fills(**facts)
    person.presses("Save and hand in")
    person.sees("Handed in to the team.")


def verify_all(person: Person, case: Case) -> None:
    """The team works off the pile, one page leading to the next."""
    person.opens("activities", case.pk)
    if not person.offered("Verify"):
        person.view.locator("td.acts a").first.click()
    while person.view.url.endswith("/verify/"):
        person.presses("Verify")


def discuss(leader: Person, case: Case, matter: str = "transition") -> None:
    """The team meets on the matter, two of three present."""
    leader.opens("discussion_new", case.pk, matter)
    present = Membership.live.filter(user__username__in=["leader", "member"]).values_list("pk", flat=True)
    leader.fills(
        held_on=days_ago(0), present=[str(pk) for pk in present], minutes="组员逐项发表意见。", conclusion="同意。"
    )
    leader.presses("Record the discussion")
    leader.sees("The discussion is recorded.")


def look_back(person: Person, case: Case) -> None:
    person.opens("look_back", case.pk)
    person.fills(held_on=days_ago(0), summary="逐条对照，未发现应补未补事项。")
    person.fills_each("answer_", "yes")
    person.presses("Record the look-back")
    person.sees("The look-back is recorded.")


def write_request(person: Person, case: Case) -> None:
    """The unit writes its request, with an answer to whatever was pinned before."""
    person.opens("transition", case.pk)
    person.presses("Draft the request")
    person.fills(**vars(TEXT))
    person.fills_each("return_", "已补齐，见附件。")
    person.presses("Save the draft")
    person.sees("The draft is saved. The secretary submits it.")


def review(leader: Person, case: Case) -> None:
    """The team answers every criterion and recommends, on the strength of its latest meeting."""
    leader.opens("transition", case.pk)
    leader.follows("Review the request")
    leader.fills_each("answer_", "YES")
    meeting = leader.view.locator("[name=collective_decision] option").nth(1).get_attribute("value")
    leader.fills(
        collective_decision=meeting,
        opinion="经集体研究，一致同意转入下一阶段，报请领导小组审批。",
        remaining="两个支部讨论质量一般，继续跟踪。",
        verdict="RECOMMENDED",
    )
    leader.presses("Give the review")
    leader.sees("The review is given.")


def wait_for_pages(director: Person, case: Case) -> None:
    """The director's desk, once the review can be read beside the decision."""
    request = TransitionRequest.objects.filter(run__case=case).latest("pk")
    director.opens("transition_decide", case.pk, request.pk)
    page = director.view.locator("#document-pages img").first
    page.wait_for(timeout=120_000)
    assert page.evaluate("page => page.decode().then(() => page.naturalWidth)") > 0
    director.view.reload()


def approve(director: Person, case: Case) -> None:
    """By the button that says where the stage under way leads."""
    run = current_run(case)
    director.presses("Approve the close of the case" if run and run.stage.closes_case else "Approve the transition")
    director.sees("Approved. The reply is being prepared.")


def all_jobs_done() -> bool:
    return not Job.objects.exclude(state=JobState.DONE).exists()
