"""The four adequacy questions: adequate passes, mostly adequate with a follow-up, not adequate not at all (row 37)."""

from datetime import timedelta

import pytest

from stages.enums import Adequacy, CriterionKind, GateVerdict
from stages.rules import gate_answers, gates
from stages.rules.blockers import Moment
from stages.rules.gate_answers import Asked, GateAnswer, judge
from stages.selectors.blockers import blockers
from teams import clock
from teams.exceptions import Invalid
from tests.stages.building_findings import issued
from tests.stages.building_gates import assessed, collective, gate_of
from tests.stages.building_gates import gate_answers as answers_of
from tests.stages.building_transitions import approved, recommended, ripe

FOLLOW_UP = 7
SOLICITING = "OPINION_SOLICITATION"
QUESTION = "gate.soliciting.adequacy"


@pytest.fixture
def asked(template):
    criterion = template.criteria.get(code=QUESTION)
    return Asked(criterion, follow_ups={FOLLOW_UP: "第7号"})


def judged(asked, **given):
    answer = GateAnswer(asked.criterion.pk, **given)
    return judge([asked], [answer], today=clock.today())[0]


def faults(asked, **given):
    with pytest.raises(Invalid) as refused:
        judged(asked, **given)
    return {name.rsplit("_", 1)[0] for name in refused.value.errors}


def in_a_week():
    return clock.today() + timedelta(days=7)


@pytest.mark.requirement(37)
def test_there_is_one_question_to_each_gate_that_the_speech_names(template):
    questions = template.criteria.filter(kind=CriterionKind.ADEQUACY).order_by("gate__order")
    assert [question.gate.code for question in questions] == [
        "OPINION_SOLICITATION",
        "ANALYSIS_APPRAISAL",
        "CRITICISM_SELF_CRITICISM",
        "RECTIFICATION_IMPROVEMENT",
    ]
    assert all(question.hard for question in questions)


@pytest.mark.requirement(37)
def test_adequate_is_met_and_needs_nothing_more(asked):
    found = judged(asked, adequacy=Adequacy.ADEQUATE)
    assert (found.met, found.follow_up_id) == (True, None)


@pytest.mark.requirement(37)
def test_mostly_adequate_is_met_and_followed_up(asked):
    assert faults(asked, adequacy=Adequacy.MOSTLY) == {"follow_up", "note"}
    found = judged(asked, adequacy=Adequacy.MOSTLY, note="面还不够宽。", follow_up_id=FOLLOW_UP)
    assert (found.met, found.follow_up_id) == (True, FOLLOW_UP)


@pytest.mark.requirement(37)
def test_not_adequate_is_not_met_followed_up_and_made_up(asked):
    assert faults(asked, adequacy=Adequacy.INADEQUATE) == {"follow_up", "note", "demand", "due_on"}
    given = {"note": "只在班子内征求。", "follow_up_id": FOLLOW_UP, "demand": "扩大范围。", "due_on": in_a_week()}
    assert not judged(asked, adequacy=Adequacy.INADEQUATE, **given).met


def test_only_a_problem_of_this_gate_follows_it_up(asked):
    assert faults(asked, adequacy=Adequacy.MOSTLY, note="面还不够宽。", follow_up_id=8) == {"follow_up"}


@pytest.mark.requirement(37)
def test_no_question_is_left_open(asked):
    assert faults(asked) >= {"adequacy"}
    assert faults(asked, adequacy="PERHAPS") >= {"adequacy"}


def test_the_proof_fails_with_the_rule_switched_off(asked, monkeypatch):
    monkeypatch.setattr(gates, "is_adequate", lambda answer: True)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_not_adequate_is_not_met_followed_up_and_made_up(asked)
    monkeypatch.undo()
    monkeypatch.setattr(gate_answers, "DOUBTFUL", ())
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_mostly_adequate_is_met_and_followed_up(asked)


@pytest.fixture
def second_stage(case, cast, media):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    case.refresh_from_db()
    return case


@pytest.mark.requirement(37)
def test_not_adequate_stands_in_the_way_until_its_finding_is_closed(second_stage, cast):
    case, gate = second_stage, gate_of(second_stage, SOLICITING)
    finding = issued(case, cast, gate_id=gate.pk, text="征求意见只在班子内部进行。")
    doubtful = {
        "adequacy": Adequacy.INADEQUATE,
        "follow_up_id": finding.pk,
        "note": "面不够宽。",
        "demand": "扩大范围。",
        "due_on": in_a_week(),
    }
    answers = answers_of(case, gate, **{QUESTION: doubtful})
    assessment = assessed(case, cast, gate, answers=answers, collective_decision_id=collective(case, cast).pk)
    assert assessment.verdict == GateVerdict.NOT_PASSED
    assert assessment.items.get(criterion__code=QUESTION).follow_up == finding
    assert "inadequacy_open" in [blocker.code for blocker in blockers(case, Moment.RECOMMEND)]
    type(finding).objects.filter(pk=finding.pk).update(state="WITHDRAWN", withdrawn_reason="核实无此情况。")
    assert "inadequacy_open" not in [blocker.code for blocker in blockers(case, Moment.RECOMMEND)]


def test_the_gate_shows_the_answer_and_its_follow_up(client, second_stage, cast):
    case, gate = second_stage, gate_of(second_stage, SOLICITING)
    finding = issued(case, cast, gate_id=gate.pk, text="征求意见面不宽。")
    client.force_login(cast.leader)
    form = client.get(f"/cases/{case.pk}/gates/{gate.pk}/assess/").content.decode()
    assert "征求意见够不够广泛" in form
    assert "征求意见面不宽。" in form
    mostly = {"adequacy": Adequacy.MOSTLY, "follow_up_id": finding.pk, "note": "面还不够宽。"}
    answers = answers_of(case, gate, **{QUESTION: mostly})
    assert assessed(case, cast, gate, answers=answers).verdict == GateVerdict.PASSED
    page = client.get(f"/cases/{case.pk}/gates/{gate.pk}/").content.decode()
    assert "基本够" in page
    assert f"由第{finding.number}号问题跟踪督促" in page
