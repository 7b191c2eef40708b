"""What the unit makes of a suggestion."""

import pytest

from stages.enums import Act, Adoption, FindingState, TodoKind
from stages.services.findings import answer_suggestion
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import answered, issued, suggested
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos


def answer(finding, who, adoption=Adoption.ADOPTED, text=""):
    return answer_suggestion(
        finding_id=finding.pk,
        expected_version=finding.version,
        adoption=adoption,
        answer=text,
        acting_user=who,
    )


@pytest.mark.parametrize("who", ["secretary", "liaison"])
def test_the_unit_adopts_it_without_more_words(cast, case, who):
    finding = answer(suggested(case, cast), getattr(cast, who))
    assert (finding.state, finding.adoption) == (FindingState.ANSWERED, Adoption.ADOPTED)
    assert TodoKind.ANSWER_SUGGESTION not in open_todos(case)


@pytest.mark.parametrize("adoption", [Adoption.PARTLY, Adoption.NOT_ADOPTED])
def test_what_is_not_adopted_has_its_reason(cast, case, adoption):
    finding = suggested(case, cast)
    with pytest.raises(Invalid) as refused:
        answer(finding, cast.secretary, adoption, " ")
    assert list(refused.value.errors) == ["answer"]
    assert answer(finding, cast.secretary, adoption, "经费已定，下一阶段再办。").answer


@pytest.mark.parametrize(
    ("adoption", "text", "field"), [("MAYBE", "", "adoption"), ("PARTLY", "13812345678", "answer")]
)
def test_it_is_an_answer_and_names_nobody(cast, case, adoption, text, field):
    with pytest.raises(Invalid) as refused:
        answer(suggested(case, cast), cast.secretary, adoption, text)
    assert list(refused.value.errors) == [field]


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "director", "other_secretary"])
def test_nobody_else_answers_for_the_unit(cast, case, who):
    with pytest.raises(Denied):
        answer(suggested(case, cast), getattr(cast, who))


def test_a_problem_is_not_answered_like_this(cast, case):
    with pytest.raises(Denied):
        answer(issued(case, cast), cast.secretary)


def test_an_answer_may_be_corrected_but_not_by_a_stale_form(cast, case):
    finding = answered(case, cast, Adoption.NOT_ADOPTED, "不便办理。")
    corrected = answer(finding, cast.secretary)
    assert corrected.adoption == Adoption.ADOPTED
    with pytest.raises(Conflict):
        answer(finding, cast.secretary, Adoption.PARTLY, "另有安排。")
    assert sentences(Act.SUGGESTION_ANSWERED) == [
        "县委书记代表党委（党组）答复第1号建议：不采纳。",
        "县委书记代表党委（党组）答复第1号建议：采纳。",
    ]


def test_the_team_is_told(cast, case):
    answered(case, cast)
    told = Notification.objects.filter(kind="stages.suggestion_answered")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}
