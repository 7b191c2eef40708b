"""Exemplars: found, written down with origin and effect, recommended together (rows 29, 30, 32, 96)."""

import pytest
from django.http import Http404

from stages.access import get_finding
from stages.enums import Act, FindingKind, FindingState, Matter, TodoKind
from stages.services.findings import issue_finding, recommend_exemplar, save_draft, withdraw_finding
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import drafted, exemplar, given, recommended
from tests.stages.building_gates import collective
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos

GIVEN = {"kind": FindingKind.EXEMPLAR, "text": "网上报到。", "origin": "石桥镇党委", "effect": "参学率提高。"}


def recommend(draft, who, decision):
    return recommend_exemplar(
        finding_id=draft.pk,
        expected_version=draft.version,
        collective_decision_id=decision.pk if decision else None,
        acting_user=who,
    )


def concluded(case, cast, matter=Matter.EXEMPLAR, **given):
    return collective(case, cast, matter, **given)


def codes(refused):
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.mark.requirement(29, 32)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_recommends_it_to_the_unit_and_only_then_the_unit_knows_it(cast, case, who):
    draft = exemplar(case, cast)
    with pytest.raises(Http404):
        get_finding(cast.secretary, case.pk, draft.pk)
    decision = concluded(case, cast)
    found = recommend(draft, getattr(cast, who), decision)
    assert (found.state, found.number, found.collective_decision) == (FindingState.RECOMMENDED, 1, decision)
    assert get_finding(cast.secretary, case.pk, draft.pk) == found
    assert TodoKind.ISSUE_FINDING not in open_todos(case)
    assert sentences(Act.EXEMPLAR_RECOMMENDED) == [
        f"{getattr(cast, who).name}向石桥县委（党委、党组）推荐第1号典型（来源：石桥镇党委）。"
    ]
    told = Notification.objects.filter(kind="stages.exemplar_recommended")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


@pytest.mark.requirement(96)
def test_one_person_alone_recommends_nothing(cast, case):
    draft = exemplar(case, cast)
    with pytest.raises(Invalid) as missing:
        recommend(draft, cast.leader, None)
    assert list(missing.value.errors) == ["collective_decision"]
    with pytest.raises(Denied) as alone:
        recommend(draft, cast.leader, concluded(case, cast, present=("leader",)))
    assert codes(alone) == ["no_quorum"]
    with pytest.raises(Invalid):
        recommend(draft, cast.leader, concluded(case, cast, Matter.GATE))


@pytest.mark.requirement(30)
@pytest.mark.parametrize(("lacking", "code"), [("origin", "no_origin"), ("effect", "no_effect")])
def test_it_names_its_origin_and_its_effect(cast, case, lacking, code):
    draft = exemplar(case, cast, **{lacking: ""})
    with pytest.raises(Denied) as refused:
        recommend(draft, cast.leader, concluded(case, cast))
    assert codes(refused) == [code]


@pytest.mark.requirement(30)
def test_once_recommended_its_origin_stands(cast, case):
    found = recommended(case, cast)
    with pytest.raises(Conflict):
        save_draft(
            finding_id=found.pk,
            expected_version=found.version,
            given=given(**GIVEN | {"origin": "县委"}),
            acting_user=cast.leader,
        )
    found.refresh_from_db()
    assert found.origin == "石桥镇党委"


@pytest.mark.parametrize("who", ["member", "secretary", "director", "other_leader"])
def test_nobody_else_does(cast, case, who):
    draft = exemplar(case, cast)
    with pytest.raises(Denied):
        recommend(draft, getattr(cast, who), concluded(case, cast))


def test_it_is_recommended_once_by_a_fresh_form_and_never_issued(cast, case):
    draft = exemplar(case, cast)
    with pytest.raises(Denied):
        issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    decision = concluded(case, cast)
    draft.version += 1
    with pytest.raises(Conflict):
        recommend(draft, cast.leader, decision)
    draft.version -= 1
    found = recommend(draft, cast.leader, decision)
    with pytest.raises(Conflict):
        recommend(found, cast.leader, decision)
    assert len(sentences(Act.EXEMPLAR_RECOMMENDED)) == 1


def test_a_problem_is_not_recommended(cast, case):
    draft = drafted(case, cast)
    with pytest.raises(Denied) as refused:
        recommend(draft, cast.leader, concluded(case, cast))
    assert "not_exemplar" in codes(refused)


def test_it_is_withdrawn_with_a_reason(cast, case):
    found = recommended(case, cast)
    gone = withdraw_finding(
        finding_id=found.pk, expected_version=found.version, reason="成效有误。", acting_user=cast.leader
    )
    assert (gone.state, gone.withdrawn_reason) == (FindingState.WITHDRAWN, "成效有误。")


@pytest.mark.parametrize("changes", [{"origin": "石桥镇党委"}, {"effect": "好。"}])
def test_only_an_exemplar_has_an_origin_and_an_effect(cast, case, changes):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, **changes)
    assert list(refused.value.errors) == list(changes)


def test_an_origin_is_a_name_and_no_story(cast, case):
    with pytest.raises(Invalid) as refused:
        exemplar(case, cast, origin="字" * 201)
    assert list(refused.value.errors) == ["origin"]
