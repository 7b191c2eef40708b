"""Cases on their way out of a stage, built through the services."""

from dataclasses import replace

from stages.enums import ExitAnswer, Matter, ReviewVerdict
from stages.models import Decision, LookBack, TeamReview, TransitionRequest
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from stages.services.decisions import approve_transition, return_transition
from stages.services.look_backs import LookedAt, record_look_back
from stages.services.team_reviews import ExitAnswered, Pinned, judged, review_transition
from stages.services.transitions import (
    RequestText,
    draft_transition,
    pinned_before,
    save_transition,
    submit_transition,
)
from teams import clock
from tests.cast import Cast
from tests.reports.building_documents import made
from tests.stages.building_gates import collective, passed_gate
from tests.stages.building_plans import passed_plan
from tests.units.building_activities import mobilised, studied
from units.models import Case

TEXT = RequestText(
    paper_number="石发〔2005〕12号",
    situation="全县参加党员1032名，参学率98.9%。",
    practice="开展集体学习、讨论交流和形势报告。",
    results="边学边改，解决群众反映的问题17项。",
    remaining="少数支部讨论深度不够，将在下一阶段加强。",
    resolution="经县委常委会研究，认为本阶段任务已完成。",
)
PINNED = (Pinned("补齐驻外党员的补课记录。"), Pinned("说明讨论质量不高的支部如何改进。"))


def looked_back(case: Case, cast: Cast, **given) -> LookBack:
    """The unit has looked back and found all in order."""
    criteria = look_back_criteria(current_run(case).stage)
    given.setdefault("answers", [LookedAt(criterion.pk, in_order=True) for criterion in criteria])
    given.setdefault("held_on", clock.today())
    given.setdefault("summary", "逐条对照，未发现应补未补事项。")
    given.setdefault("acting_user", cast.liaison)
    return record_look_back(case_id=case.pk, **given)


def ripe(case: Case, cast: Cast, *, verified: bool = True) -> Case:
    """All that the unit can do for the first stage is done; with `verified`, the team's part too."""
    passed_plan(case, cast)
    mobilised(case, cast, verified=verified)
    studied(case, cast, verified=verified)
    if verified:
        passed_gate(case, cast)
    looked_back(case, cast)
    case.refresh_from_db()
    return case


def drafted_request(case: Case, cast: Cast, **text) -> TransitionRequest:
    """A request fully written, with an answer to whatever the last round pinned."""
    request = draft_transition(case_id=case.pk, acting_user=cast.liaison)
    return save_transition(
        request_id=request.pk,
        expected_version=request.version,
        text=replace(TEXT, **text),
        answers={item.pk: "已补齐，见附件。" for item in pinned_before(request)},
        acting_user=cast.liaison,
    )


def submitted_request(case: Case, cast: Cast) -> TransitionRequest:
    """In the team's hands."""
    request = drafted_request(case, cast)
    return submit_transition(request_id=request.pk, expected_version=request.version, acting_user=cast.secretary)


def exit_answers(request: TransitionRequest, **by_code) -> list[ExitAnswered]:
    """Yes to everything, but for what is given by the criterion's code."""
    return [
        replace(ExitAnswered(criterion.pk, ExitAnswer.YES), **by_code.get(criterion.code, {}))
        for criterion in judged(request)
    ]


def reviewed(request: TransitionRequest, cast: Cast, verdict=ReviewVerdict.RECOMMENDED, **given) -> TeamReview:
    """The leader's review after the team's meeting; whatever the service takes may be given."""
    given.setdefault("answers", exit_answers(request))
    given.setdefault("opinion", "经集体研究，一致同意转入下一阶段，报请领导小组审批。")
    given.setdefault("remaining", "两个支部讨论质量一般，继续跟踪。")
    given.setdefault("acting_user", cast.leader)
    given.setdefault("expected_version", request.version)
    if verdict is ReviewVerdict.RETURNED:
        given.setdefault("pinned", PINNED)
    if "collective_decision_id" not in given:
        given["collective_decision_id"] = collective(request.run.case, cast, Matter.TRANSITION).pk
    review = review_transition(request_id=request.pk, verdict=verdict, **given)
    request.refresh_from_db()
    return review


def printed(review: TeamReview) -> str:
    """The SHA-256 of the review once a worker has made it."""
    return made(review.document).sha256


def recommended(case: Case, cast: Cast) -> tuple[TransitionRequest, str]:
    """On the director's desk, with the review printed; the request and the review's SHA-256."""
    request = submitted_request(case, cast)
    return request, printed(reviewed(request, cast))


def approved(request: TransitionRequest, cast: Cast, sha256: str) -> Decision:
    return approve_transition(request_id=request.pk, expected_sha256=sha256, acting_user=cast.director)


def returned_by_group(request: TransitionRequest, cast: Cast, sha256: str) -> Decision:
    return return_transition(
        request_id=request.pk,
        expected_sha256=sha256,
        remark="补课记录不全，请补齐后再报。",
        pinned=PINNED,
        acting_user=cast.director,
    )
