"""Evidence: files that come with an activity or follow it, and nothing left of those refused."""

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import StoredFile
from tests import samples
from tests.samples import hostile_others
from tests.teams.ledger import sentences
from tests.units.building_activities import drafted, entered, entered_case, submitted, verified
from units.enums import Act, FileSide
from units.models import Activity, CaseFile
from units.services.activities import save_and_submit, save_draft, verify_activity
from units.services.evidence import attach_evidence, remove_evidence


@pytest.fixture
def case(case):
    return entered_case(case)


def files_in(media):
    return [path for path in media.rglob("*") if path.is_file()]


def photo(name="会场.png"):
    return samples.uploaded(name)


def disguised():
    return samples.uploaded("签到表.pdf", hostile_others.windows_program())


def test_it_comes_with_the_draft(case, cast, media):
    activity = save_draft(case_id=case.pk, entered=entered(), evidence=[photo()], acting_user=cast.liaison)
    file = activity.files.get()
    assert (file.title, file.side, file.effective_on) == ("会场.png", FileSide.UNIT, activity.held_on)
    assert len(files_in(media)) == 1


@pytest.mark.parametrize("build", [drafted, submitted])
def test_it_may_follow_until_the_team_has_verified(case, cast, media, build):
    activity = build(case, cast)
    attach_evidence(activity_id=activity.pk, uploads=[photo(), photo("二.png")], acting_user=cast.secretary)
    assert activity.files.count() == 2


def test_the_ledger_knows_of_files_once_the_team_does(case, cast, media):
    for build in (drafted, submitted):
        attach_evidence(activity_id=build(case, cast).pk, uploads=[photo()], acting_user=cast.liaison)
    assert sentences(Act.ACTIVITY_EVIDENCE_ADDED) == ["县委联络员为“学习《党章》”补充了材料“会场.png”。"]


def test_nobody_verifies_without_having_seen_it(case, cast, media):
    activity = submitted(case, cast)
    attach_evidence(activity_id=activity.pk, uploads=[photo()], acting_user=cast.liaison)
    with pytest.raises(Conflict):
        verify_activity(
            activity_id=activity.pk,
            expected_version=activity.version,
            verified={figure.measure: figure.declared for figure in activity.figures.all()},
            remark="",
            acting_user=cast.member,
        )


def test_nothing_is_added_to_what_is_verified(case, cast, media):
    activity = verified(case, cast)
    with pytest.raises(Conflict):
        attach_evidence(activity_id=activity.pk, uploads=[photo()], acting_user=cast.liaison)
    assert files_in(media) == []


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "other_liaison", "director"])
def test_it_is_the_unit_s_own(case, cast, media, who):
    activity = submitted(case, cast)
    with pytest.raises(Denied):
        attach_evidence(activity_id=activity.pk, uploads=[photo()], acting_user=getattr(cast, who))
    assert files_in(media) == []


@pytest.mark.parametrize("act", [save_draft, save_and_submit])
def test_a_refused_file_takes_the_whole_entry_back(case, cast, media, act):
    with pytest.raises(Invalid) as refusal:
        act(case_id=case.pk, entered=entered(), evidence=[photo(), disguised()], acting_user=cast.liaison)
    assert list(refusal.value.errors) == ["evidence"]
    assert [model.objects.count() for model in (Activity, CaseFile, StoredFile)] == [0, 0, 0]
    assert files_in(media) == []


@pytest.mark.parametrize("act", [save_draft, save_and_submit])
def test_a_refused_entry_leaves_no_file(case, cast, media, act):
    with pytest.raises(Invalid):
        act(case_id=case.pk, entered=entered(title=" "), evidence=[photo()], acting_user=cast.liaison)
    assert files_in(media) == []
    assert not StoredFile.objects.exists()


def test_what_cannot_be_handed_in_leaves_no_file(case, cast, media):
    with pytest.raises(Invalid):
        save_and_submit(case_id=case.pk, entered=entered(declared={}), evidence=[photo()], acting_user=cast.liaison)
    assert files_in(media) == []
    assert not Activity.objects.exists()


def test_it_is_taken_out_of_a_draft_bytes_and_all(case, cast, media, django_capture_on_commit_callbacks):
    activity = save_draft(
        case_id=case.pk, entered=entered(), evidence=[photo(), photo("二.png")], acting_user=cast.liaison
    )
    uuid = activity.files.get(title="二.png").file.uuid
    with django_capture_on_commit_callbacks(execute=True):
        remove_evidence(activity_id=activity.pk, file_uuid=uuid, acting_user=cast.liaison)
    assert [file.title for file in activity.files.all()] == ["会场.png"]
    assert len(files_in(media)) == CaseFile.objects.count() == StoredFile.objects.count() == 1


def test_it_stays_once_it_was_handed_in(case, cast, media):
    activity = submitted(case, cast)
    attach_evidence(activity_id=activity.pk, uploads=[photo()], acting_user=cast.liaison)
    with pytest.raises(Conflict):
        remove_evidence(activity_id=activity.pk, file_uuid=activity.files.get().file.uuid, acting_user=cast.liaison)
    assert activity.files.count() == 1
