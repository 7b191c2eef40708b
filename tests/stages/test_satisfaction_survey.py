"""The satisfaction survey: anonymous counts in four grades; the latest that stands counts (rows 18, 26)."""

from dataclasses import replace

import pytest

from stages.enums import Act, Counted
from stages.models import Survey
from stages.rules.surveys import satisfaction
from stages.selectors.quantities import counted
from stages.selectors.runs import current_run
from stages.services.surveys import withdraw_survey
from teams.exceptions import Conflict, Denied, Invalid
from tests.stages.building_appraisal import EIGHTY, surveyed
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences


@pytest.fixture(autouse=True)
def _entered(case, cast):
    entered(case, cast)


def percent(case):
    return counted(case, current_run(case))[Counted.SATISFACTION_PERCENT].verified


@pytest.mark.requirement(18)
def test_satisfied_and_fairly_satisfied_count_of_what_was_returned(case, cast):
    assert percent(case) == 0
    surveyed(case, cast)
    assert percent(case) == 80


def test_the_template_says_whether_basically_satisfied_counts(case, cast):
    survey = surveyed(case, cast)
    assert satisfaction(survey, basic=True) == 95
    assert satisfaction(survey, basic=False) == 80


def test_a_share_is_never_rounded_up(case, cast):
    survey = surveyed(case, cast, counts=replace(EIGHTY, issued=300, returned=300, satisfied=179, fairly_satisfied=0))
    assert satisfaction(survey, basic=False) == 59


def test_the_latest_counts_and_after_its_withdrawal_the_one_before(case, cast):
    surveyed(case, cast)
    poor = surveyed(case, cast, counts=replace(EIGHTY, satisfied=10))
    assert percent(case) == 40
    withdraw_survey(survey_id=poor.pk, expected_version=poor.version, reason="录入有误。", acting_user=cast.leader)
    assert percent(case) == 80


@pytest.mark.parametrize("who", ["secretary", "liaison", "director", "clerk", "stranger", "other_leader"])
def test_the_team_records_it(case, cast, who):
    with pytest.raises(Denied):
        surveyed(case, cast, acting_user=getattr(cast, who))
    assert not Survey.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"returned": 120}, "returned"),
        ({"returned": 0}, "returned"),
        ({"not_satisfied": 6}, "not_satisfied"),
        ({"satisfied": -1}, "satisfied"),
    ],
)
def test_counts_that_cannot_be_are_refused(case, cast, changes, field):
    with pytest.raises(Invalid) as refused:
        surveyed(case, cast, counts=replace(EIGHTY, **changes))
    assert list(refused.value.errors) == [field]
    assert not Survey.objects.exists()


@pytest.mark.parametrize("who", ["member", "secretary", "director"])
def test_only_the_leader_withdraws_it(case, cast, who):
    survey = surveyed(case, cast)
    with pytest.raises(Denied):
        withdraw_survey(
            survey_id=survey.pk, expected_version=survey.version, reason="有误。", acting_user=getattr(cast, who)
        )


def test_it_is_withdrawn_once(case, cast):
    survey = surveyed(case, cast)
    given = {"survey_id": survey.pk, "expected_version": survey.version, "acting_user": cast.leader}
    withdraw_survey(reason="有误。", **given)
    with pytest.raises(Conflict):
        withdraw_survey(reason="有误。", **given)


def test_the_ledger_has_the_counts_and_nobody(case, cast):
    surveyed(case, cast)
    (sentence,) = sentences(Act.SURVEY_RECORDED)
    assert "发出110份，收回100份，满意率80%" in sentence
    fields = {field.name for field in Survey._meta.get_fields()}
    assert not {name for name in fields if "respondent" in name or "name" in name}


def test_the_team_records_it_on_a_page_and_mistakes_stand_at_the_field(client, case, cast):
    client.force_login(cast.member)
    address = f"/cases/{case.pk}/surveys/new/"
    assert address in client.get(f"/cases/{case.pk}/on-the-spot/").content.decode()
    counts = {name: str(number) for name, number in vars(EIGHTY).items()}
    data = {"held_on": "2005-03-01", "method": "MEETING", "remark": "会后公布。", **counts}
    refused = client.post(address, data | {"returned": "900"})
    assert refused.status_code == 400
    assert "会后公布。" in refused.content.decode()
    assert client.post(address, data).status_code == 302
    client.force_login(cast.secretary)
    assert "80%" in client.get(f"/cases/{case.pk}/on-the-spot/").content.decode()
    assert client.get(address).status_code == 403
