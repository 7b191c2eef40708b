"""Taking back what was handed in, and discarding what was not."""

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, StoredFile
from tests import samples
from tests.teams.ledger import sentences
from tests.units.building_activities import drafted, entered, entered_case, submitted, verified
from units.enums import Act, ActivityState
from units.models import Activity, CaseFile, Todo
from units.services.activities import discard_draft, return_activity, save_draft, withdraw_activity


@pytest.fixture
def case(case):
    return entered_case(case)


def withdraw(activity, who, reason="重复填报。", version=None):
    return withdraw_activity(activity_id=activity.pk, reason=reason, acting_user=who, expected_version=version)


def test_it_stays_with_its_reason_and_leaves_the_pile(case, cast):
    activity = withdraw(submitted(case, cast), cast.secretary)
    assert (activity.state, activity.withdrawn_reason) == (ActivityState.WITHDRAWN, "重复填报。")
    assert not Todo.objects.filter(settled_at=None).exists()
    assert sentences(Act.ACTIVITY_WITHDRAWN) == ["县委书记撤回了“学习《党章》”（2005年1月21日）：重复填报。"]


def test_what_was_returned_may_be_withdrawn_too(case, cast):
    activity = submitted(case, cast)
    return_activity(activity_id=activity.pk, remark="请更正。", acting_user=cast.member)
    assert withdraw(activity, cast.liaison).state == ActivityState.WITHDRAWN
    assert not Todo.objects.filter(settled_at=None).exists()


def test_it_needs_a_reason(case, cast):
    with pytest.raises(Invalid) as refusal:
        withdraw(submitted(case, cast), cast.liaison, " ")
    assert set(refusal.value.errors) == {"reason"}


@pytest.mark.parametrize("build", [drafted, verified])
def test_only_what_waits_or_came_back_is_withdrawn(case, cast, build):
    with pytest.raises(Conflict):
        withdraw(build(case, cast), cast.liaison)


def test_a_stale_form_withdraws_nothing(case, cast):
    with pytest.raises(Conflict):
        withdraw(submitted(case, cast), cast.liaison, version=1)


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "other_liaison", "clerk"])
def test_it_is_the_unit_s_own_to_take_back(case, cast, who):
    waiting, draft = submitted(case, cast), drafted(case, cast)
    with pytest.raises(Denied):
        withdraw(waiting, getattr(cast, who))
    with pytest.raises(Denied):
        discard_draft(activity_id=draft.pk, acting_user=getattr(cast, who))


def test_a_discarded_draft_leaves_nothing(case, cast, media, django_capture_on_commit_callbacks):
    files = [samples.uploaded("签到.png"), samples.uploaded("记录.pdf")]
    before = AuditEntry.objects.count()
    draft = save_draft(case_id=case.pk, entered=entered(), evidence=files, acting_user=cast.liaison)
    assert len([path for path in media.rglob("*") if path.is_file()]) == 2
    with django_capture_on_commit_callbacks(execute=True):
        discard_draft(activity_id=draft.pk, acting_user=cast.liaison, expected_version=1)
    assert [model.objects.count() for model in (Activity, CaseFile, StoredFile)] == [0, 0, 0]
    assert [path for path in media.rglob("*") if path.is_file()] == []
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("build", [submitted, verified])
def test_what_was_handed_in_is_not_discarded(case, cast, build):
    with pytest.raises(Conflict):
        discard_draft(activity_id=build(case, cast).pk, acting_user=cast.liaison)
