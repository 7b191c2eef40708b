"""Issuing a draft to the unit's Party committee."""

from datetime import timedelta

import pytest
from django.http import Http404

from stages.access import get_finding
from stages.enums import Act, FindingKind, FindingState, TodoKind
from stages.models import Finding
from stages.services.findings import issue_finding
from teams import clock
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry, Notification
from tests.samples import uploaded
from tests.stages.building_findings import drafted, issued, suggested
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.models import CaseFile


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


def issue(draft, who):
    return issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=who)


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_or_the_deputy_issues_it(cast, case, who):
    finding = issue(drafted(case, cast), getattr(cast, who))
    assert (finding.state, finding.number, finding.issued_by) == (FindingState.ISSUED, 1, getattr(cast, who))


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["member", "secretary", "liaison", "director", "clerk", "other_leader", "stranger"])
def test_nobody_else_does(cast, case, who):
    draft = drafted(case, cast)
    with pytest.raises(Denied) as refused:
        issue(draft, getattr(cast, who))
    assert codes(refused) == ["not_leader"]
    assert Finding.objects.get().state == FindingState.DRAFT


@pytest.mark.requirement(28)
def test_a_problem_comes_with_advice(cast, case):
    draft = drafted(case, cast, advice="")
    with pytest.raises(Denied) as refused:
        issue(draft, cast.leader)
    assert codes(refused) == ["no_advice"]
    assert refused.value.ruling.reasons[0].row == 28


def test_a_suggestion_is_advice_itself(cast, case):
    assert suggested(case, cast).state == FindingState.ISSUED


@pytest.mark.requirement(36)
def test_a_date_that_has_passed_is_set_anew_first(cast, case):
    draft = drafted(case, cast, due_on=clock.today())
    with clock.set_to(clock.now() + timedelta(days=2)), pytest.raises(Denied) as refused:
        issue(draft, cast.leader)
    assert codes(refused) == ["due_passed"]


def test_it_is_issued_once(cast, case):
    draft = drafted(case, cast)
    issue(draft, cast.leader)
    with pytest.raises(Conflict):
        issue(draft, cast.leader)
    assert len(sentences(Act.FINDING_ISSUED)) == 1


def test_a_stale_form_is_refused(cast, case):
    draft = drafted(case, cast)
    draft.version += 1
    with pytest.raises(Conflict):
        issue(draft, cast.leader)


def test_numbers_are_given_per_case_in_the_order_of_issue(cast, case):
    first, second = drafted(case, cast), drafted(case, cast)
    assert issue(second, cast.leader).number == 1
    assert issue(first, cast.leader).number == 2
    entered(cast.other_case, cast.__class__(**(vars(cast) | {"leader": cast.other_leader})))
    elsewhere = drafted(cast.other_case, cast, by=cast.other_member)
    assert issue(elsewhere, cast.other_leader).number == 1


def test_only_then_does_the_unit_see_it_and_its_photos(cast, case, media):
    draft = drafted(case, cast, photos=[uploaded("现场.jpg")])
    with pytest.raises(Http404):
        get_finding(cast.secretary, case.pk, draft.pk)
    assert get_finding(cast.member, case.pk, draft.pk) == draft
    issue(draft, cast.leader)
    assert get_finding(cast.secretary, case.pk, draft.pk) == draft
    assert list(CaseFile.objects.filter(case=case).for_unit()) == list(draft.files.all())


@pytest.mark.parametrize("who", ["other_secretary", "other_leader", "parent_liaison", "stranger"])
def test_no_other_unit_or_team_knows_of_it(cast, case, who):
    finding = issued(case, cast)
    with pytest.raises(Http404):
        get_finding(getattr(cast, who), case.pk, finding.pk)
    with pytest.raises(Http404):
        get_finding(cast.other_leader, cast.other_case.pk, finding.pk)


@pytest.mark.requirement(35)
@pytest.mark.parametrize(
    ("kind", "duty"),
    [(FindingKind.PROBLEM, TodoKind.ACKNOWLEDGE), (FindingKind.SUGGESTION, TodoKind.ANSWER_SUGGESTION)],
)
def test_the_unit_has_to_answer_it(cast, case, kind, duty):
    due = clock.today() + timedelta(days=5)
    finding = issued(case, cast, kind=kind, due_on=due)
    todo = open_todos(case)[duty]
    assert (todo.party, todo.due_on, todo.target_id) == ("UNIT", due, finding.pk)
    assert TodoKind.ISSUE_FINDING not in open_todos(case)


@pytest.mark.requirement(41)
def test_it_goes_to_the_party_committee_and_to_no_person(cast, case):
    issued(case, cast)
    assert sentences(Act.FINDING_ISSUED) == ["组长向石桥县委（党委、党组）发出第1号督导记录（问题，方案）。"]
    assert not {field.name for field in Finding._meta.get_fields()} & {"addressee", "recipient", "sent_to"}


@pytest.mark.requirement(91)
def test_the_unit_is_told_and_the_ledger_open_to_it(cast, case):
    finding = issued(case, cast)
    told = Notification.objects.filter(kind="stages.finding_issued")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}
    entry = AuditEntry.objects.about(case).get(act=Act.FINDING_ISSUED)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.leader, "LEADER", finding.pk)
    assert finding.text not in entry.details
