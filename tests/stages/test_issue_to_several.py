"""Issuing one finding to several units: each in its own case by the acts for one, what one refuses stops no other."""

import pytest
from django.urls import reverse

from stages.enums import Act, FindingKind, FindingState
from stages.models import Finding
from stages.services.findings import issue_to_several
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry
from tests import samples
from tests.stages import building_findings as findings
from tests.stages.building_plans import entered
from tests.units.factories import AssignmentFactory, CaseFactory
from units.models import Case


@pytest.fixture
def draft(case, cast):
    return findings.drafted(case, cast)


@pytest.fixture
def beside(case, cast):
    """Two more cases of the team: one entered, one not yet."""
    made = [AssignmentFactory(case=CaseFactory(batch=case.batch), team=cast.team).case for _ in range(2)]
    Case.objects.filter(pk=made[0].pk).update(entered_on=clock.today())
    return made


def issue(draft, cases, who, version=None):
    return issue_to_several(
        finding_id=draft.pk,
        expected_version=draft.version if version is None else version,
        case_ids=[each.pk for each in cases],
        acting_user=who,
    )


def test_each_case_gets_it_under_its_own_next_number(case, cast, draft, beside):
    findings.issued(case, cast)
    rows = issue(draft, [case, beside[0]], cast.leader)
    assert [(row.subject, row.done, row.result.number) for row in rows] == [(beside[0], True, 1), (case, True, 2)]
    copy = Finding.objects.get(case=beside[0])
    assert (copy.text, copy.advice, copy.state) == (draft.text, draft.advice, FindingState.ISSUED)
    assert AuditEntry.objects.filter(act=Act.FINDING_ISSUED).count() == 3
    draft.refresh_from_db()
    assert draft.state == FindingState.ISSUED


def test_what_one_case_refuses_stops_no_other(case, cast, draft, beside):
    rows = issue(draft, [case, *beside], cast.leader)
    assert {row.subject: row.done for row in rows} == {beside[0]: True, beside[1]: False, case: True}
    assert not Finding.objects.filter(case=beside[1]).exists()


def test_the_draft_stays_where_its_own_case_is_not_chosen(cast, draft, beside):
    issue(draft, [beside[0]], cast.leader)
    draft.refresh_from_db()
    assert draft.state == FindingState.DRAFT


def test_a_case_gets_it_once_however_often_it_is_chosen(cast, draft, beside):
    first, again = (issue(draft, [beside[0]], cast.leader)[0] for _ in range(2))
    assert (first.done, again.done) == (True, False)
    assert isinstance(again.refusal, Conflict)
    assert Finding.objects.filter(case=beside[0]).count() == 1


def test_photos_of_one_unit_go_to_no_other(case, cast, beside, media):
    draft = findings.drafted(case, cast, photos=[samples.uploaded("会场.png")])
    issue(draft, [beside[0]], cast.leader)
    assert Finding.objects.get(case=beside[0]).files.count() == 0


@pytest.mark.requirement(28)
@pytest.mark.parametrize("who", ["member", "secretary", "other_leader", "director"])
def test_only_the_leader_issues(cast, draft, beside, who):
    with pytest.raises(Denied):
        issue(draft, [beside[0]], getattr(cast, who))


def test_cases_of_another_team_cannot_be_chosen(cast, draft, other_case):
    entered(other_case, cast.__class__(**(vars(cast) | {"leader": cast.other_leader})))
    with pytest.raises(Invalid):
        issue(draft, [other_case], cast.leader)


def test_a_form_older_than_the_draft_issues_nothing(cast, draft, beside):
    with pytest.raises(Conflict):
        issue(draft, [beside[0]], cast.leader, draft.version + 1)
    with pytest.raises(Invalid):
        issue(draft, [beside[0]], cast.leader, 0)
    assert not Finding.objects.filter(case=beside[0]).exists()


def test_an_exemplar_is_not_issued(case, cast, beside):
    exemplar = findings.drafted(case, cast, kind=FindingKind.EXEMPLAR, advice="")
    with pytest.raises(Denied):
        issue(exemplar, [beside[0]], cast.leader)


def test_the_page_says_what_stands_against_each_case_and_keeps_what_was_ticked(case, client, cast, draft, beside):
    client.force_login(cast.leader)
    url = reverse("finding_issue_to_several", args=[case.pk, draft.pk])
    assert url in client.get(reverse("finding", args=[case.pk, draft.pk])).text
    rows = {row["case"]: bool(row["reasons"]) for row in client.get(url).context["rows"]}
    assert rows == {case: False, beside[0]: False, beside[1]: True}
    assert client.post(url, {"version": draft.version}).status_code == 400
    stale = client.post(url, {"version": draft.version + 1, "cases": [beside[0].pk]})
    assert stale.status_code == 409
    assert [row["case"] for row in stale.context["rows"] if row["ticked"]] == [beside[0]]
    done = client.post(url, {"version": draft.version, "cases": [case.pk, beside[0].pk]})
    assert [row["done"] for row in done.context["rows"]] == [True, True]
