"""A leadership selected for guidance is guided before the stage is left (row 72)."""

import pytest

from stages.enums import Act, GuidanceState, TodoKind
from stages.models import OnSiteGuidance
from stages.rules import blockers as blockers_rule
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.services.guidance import release_from_guidance
from teams.exceptions import Conflict, Denied, Invalid
from tests.stages.building_appraisal import guided, selected
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos


@pytest.fixture(autouse=True)
def _entered(case, cast):
    entered(case, cast)


def codes(case, at=Moment.RECOMMEND):
    return [blocker.code for blocker in blockers(case, at)]


@pytest.mark.requirement(72)
def test_a_selected_leadership_without_guidance_stands_in_the_way(case, cast):
    assert "guidance_due" not in codes(case)
    guidance = selected(case, cast)
    assert "guidance_due" in codes(case)
    guided(guidance, cast)
    assert "guidance_due" not in codes(case)


@pytest.mark.requirement(72)
def test_it_is_a_hard_one(case, cast):
    selected(case, cast)
    hard = blockers_rule.hard(blockers(case, Moment.RECOMMEND))
    assert [blocker.row for blocker in hard if blocker.code == "guidance_due"] == [72]


def test_the_unit_may_ask_meanwhile_for_it_cannot_do_the_teams_part(case, cast):
    selected(case, cast)
    assert "guidance_due" not in codes(case, Moment.SUBMIT)


@pytest.mark.parametrize("who", ["member", "director", "clerk", "secretary", "liaison", "stranger"])
def test_the_leader_selects(case, cast, who):
    with pytest.raises(Denied):
        selected(case, cast, acting_user=getattr(cast, who))
    assert not OnSiteGuidance.objects.exists()


def test_it_is_selected_once_at_a_time(case, cast):
    selected(case, cast)
    with pytest.raises(Conflict):
        selected(case, cast)


def test_the_guidance_is_recorded_in_full(case, cast):
    guidance = selected(case, cast)
    for changes in ({"evaluation": " "}, {"team_present": 0}):
        with pytest.raises(Invalid):
            guided(guidance, cast, **changes)
    given = guided(guidance, cast)
    assert (given.state, given.team_present) == (GuidanceState.GIVEN, 2)
    with pytest.raises(Conflict):
        guided(given, cast)


def test_the_selection_is_taken_back_with_a_reason(case, cast):
    guidance = selected(case, cast)
    with pytest.raises(Invalid):
        release_from_guidance(
            guidance_id=guidance.pk, expected_version=guidance.version, reason="", acting_user=cast.leader
        )
    release_from_guidance(
        guidance_id=guidance.pk, expected_version=guidance.version, reason="会议改期。", acting_user=cast.leader
    )
    assert "guidance_due" not in codes(case)
    assert TodoKind.GIVE_GUIDANCE not in open_todos(case)


def test_it_waits_in_the_teams_list_and_leaves_the_case_where_it_is(case, cast):
    case.refresh_from_db()
    before = case.holder_reason
    guidance = selected(case, cast)
    assert open_todos(case)[TodoKind.GIVE_GUIDANCE].target_id == guidance.pk
    case.refresh_from_db()
    assert case.holder_reason == before


def test_the_ledger_names_the_meeting(case, cast):
    guided(selected(case, cast), cast)
    assert "督导组到会2人" in sentences(Act.GUIDANCE_GIVEN)[0]


def test_the_reason_and_the_evaluation_are_not_for_the_unit(client, case, cast):
    guidance = guided(selected(case, cast), cast)
    client.force_login(cast.secretary)
    words = client.get(f"/cases/{case.pk}/on-the-spot/").content.decode()
    assert "已现场指导" in words
    assert guidance.reason not in words
    assert guidance.evaluation not in words
    client.force_login(cast.leader)
    assert guidance.evaluation in client.get(f"/cases/{case.pk}/on-the-spot/").content.decode()
