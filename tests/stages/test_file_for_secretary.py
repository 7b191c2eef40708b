"""Handing in in the secretary's name (代提交): only with the scan of the sealed resolution."""

import pytest
from django.urls import reverse

from stages.enums import Act, NoticeKind, RequestState
from stages.services.transitions import submit_transition
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification, StoredFile
from tests import samples
from tests.pages import words_of
from tests.stages.building_plans import drafted_plan, entered, profiled
from tests.stages.building_transitions import drafted_request, reviewed, ripe
from tests.teams.building_mandates import acts_for_secretary
from tests.teams.ledger import sentences
from units.enums import Act as UnitsAct
from units.enums import FileSide, PlanState
from units.enums import NoticeKind as UnitsNotice
from units.services.memberships import end_unit_membership
from units.services.plans import submit_plan

SCAN = "党委决议.pdf"


def scan():
    return samples.uploaded(SCAN)


@pytest.fixture
def request_(case, cast, media):
    return drafted_request(ripe(case, cast), cast)


@pytest.fixture
def version(case, cast, media):
    profiled(entered(case, cast), cast)
    return drafted_plan(case, cast)


def file_request(request, user, resolution):
    return submit_transition(
        request_id=request.pk, expected_version=request.version, resolution=resolution, acting_user=user
    )


def file_plan(version, user, resolution):
    return submit_plan(version_id=version.pk, expected_version=version.version, resolution=resolution, acting_user=user)


@pytest.mark.requirement(73)
def test_the_liaison_files_the_request_with_the_sealed_resolution(case, cast, request_):
    filed = file_request(request_, cast.liaison, scan())
    assert (filed.state, filed.submitted_by, filed.filed_for) == (
        RequestState.SUBMITTED,
        cast.liaison,
        cast.secretary,
    )
    assert (filed.resolution_scan.side, filed.resolution_scan.case) == (FileSide.UNIT, case)
    assert sentences(Act.TRANSITION_FILED) == ["县委联络员凭盖章决议，代县委书记提出转段请示：学习动员阶段（第1轮）。"]
    assert not AuditEntry.objects.filter(act=Act.TRANSITION_SUBMITTED).exists()
    assert Notification.objects.get(kind=NoticeKind.REQUEST_FILED).recipient == cast.secretary


def test_the_liaison_files_the_plan_with_the_sealed_resolution(cast, version):
    filed = file_plan(version, cast.liaison, scan())
    assert (filed.state, filed.filed_for) == (PlanState.SUBMITTED, cast.secretary)
    assert len(sentences(UnitsAct.PLAN_FILED)) == 1
    assert Notification.objects.get(kind=UnitsNotice.PLAN_FILED).recipient == cast.secretary


@pytest.mark.requirement(73)
def test_without_the_scan_it_is_the_secretarys_alone(cast, request_):
    with pytest.raises(Denied) as refused:
        file_request(request_, cast.liaison, None)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_secretary"]
    request_.refresh_from_db()
    assert (request_.state, request_.filed_for) == (RequestState.DRAFT, None)


def test_a_plan_is_not_filed_without_the_scan(cast, version):
    with pytest.raises(Denied):
        file_plan(version, cast.liaison, None)


@pytest.mark.parametrize("who", ["leader", "clerk", "other_liaison", "parent_liaison", "stranger"])
def test_nobody_outside_the_unit_files_for_it(cast, version, media, who):
    with pytest.raises(Denied):
        file_plan(version, getattr(cast, who), scan())


def test_the_secretary_and_the_delegate_need_no_scan(cast, version):
    acts_for_secretary(cast.liaison, cast.secretary)
    assert file_plan(version, cast.liaison, None).filed_for is None


def test_a_scan_that_is_none_is_refused_at_the_field_and_leaves_nothing(cast, version):
    before = StoredFile.objects.count()
    with pytest.raises(Invalid) as refused:
        file_plan(version, cast.liaison, samples.uploaded("实施方案.docx"))
    assert set(refused.value.errors) == {"resolution"}
    assert StoredFile.objects.count() == before


def test_it_needs_a_secretary_in_whose_name(cast, version):
    post = cast.secretary.unit_memberships.get()
    end_unit_membership(membership_id=post.pk, acting_user=cast.clerk)
    before = StoredFile.objects.count()
    with pytest.raises(Conflict):
        file_plan(version, cast.liaison, scan())
    assert StoredFile.objects.count() == before


def test_a_stale_form_leaves_no_file(cast, version):
    before = StoredFile.objects.count()
    with pytest.raises(Conflict):
        submit_plan(
            version_id=version.pk, expected_version=version.version + 1, resolution=scan(), acting_user=cast.liaison
        )
    assert StoredFile.objects.count() == before


def test_the_page_asks_for_the_scan_at_its_field(client, case, cast, request_):
    client.force_login(cast.liaison)
    address = reverse("transition_submit_for", args=[case.pk, request_.pk])
    assert address in client.get(reverse("transition", args=[case.pk])).content.decode()
    refused = client.post(address, {"version": request_.version})
    assert refused.status_code == 400
    assert set(refused.context["form"].errors) == {"resolution"}
    done = client.post(address, {"version": request_.version, "resolution": scan()})
    assert done.url == reverse("transition", args=[case.pk])


@pytest.mark.parametrize("who", ["leader", "clerk"])
def test_team_and_office_read_in_whose_name_and_see_the_scan(client, case, cast, request_, who):
    filed = file_request(request_, cast.liaison, scan())
    link = reverse("case_file", args=[case.pk, filed.resolution_scan.file.uuid])
    client.force_login(cast.everybody[who])
    page = client.get(reverse("transition", args=[case.pk]))
    assert "县委联络员代县委书记提交" in words_of(page)
    assert link in page.content.decode()
    assert link in client.get(reverse("timeline", args=[case.pk])).content.decode()
    assert b"".join(client.get(link).streaming_content)


def test_the_plan_page_names_it_as_well(client, case, cast, version):
    file_plan(version, cast.liaison, scan())
    client.force_login(cast.member)
    assert "县委联络员代县委书记提交" in words_of(client.get(reverse("plan", args=[case.pk])))


def test_the_review_that_is_printed_says_so(cast, request_):
    filed = file_request(request_, cast.liaison, scan())
    snapshot = reviewed(filed, cast).document.snapshot
    assert '"filed":{"by":"县委联络员"' in snapshot.replace(": ", ":")
