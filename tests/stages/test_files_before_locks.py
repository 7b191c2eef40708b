"""Files are looked at before an act's transaction opens: on SQLite it is the lock of every other writer."""

import threading
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from stages.models import Finding
from stages.services.findings import draft_finding, save_draft
from stages.services.rectifications import report
from teams.exceptions import Denied, Invalid
from teams.models import StoredFile
from tests import samples
from tests.stages.building_findings import drafted, given, planned
from tests.stages.building_plans import drafted_plan, entered, profiled
from tests.units import building_activities as activities
from units.services import activities as activity_acts
from units.services.evidence import attach_evidence
from units.services.plans import draft_version, replace_file, submit_plan


class Watched(SimpleUploadedFile):
    """A file that remembers how deep in transactions it was read."""

    def __init__(self, name):
        super().__init__(name, samples.uploaded(name).read())
        self.depths = set()

    def chunks(self, chunk_size=None):
        self.depths.add(len(connection.savepoint_ids))
        return super().chunks(chunk_size)


def begins_plan(case, cast, upload, by=None):
    draft_version(case_id=case.pk, upload=upload, note="", acting_user=cast.liaison)


def replaces_plan(case, cast):
    version = drafted_plan(case, cast)
    return lambda upload: replace_file(
        version_id=version.pk, expected_version=version.version, upload=upload, note="", acting_user=cast.liaison
    )


def records_activity(case, cast, upload, by=None):
    activity_acts.save_draft(case_id=case.pk, entered=activities.entered(), evidence=[upload], acting_user=cast.liaison)


def attaches_evidence(case, cast):
    activity = activities.drafted(case, cast)
    return lambda upload: attach_evidence(activity_id=activity.pk, uploads=[upload], acting_user=cast.liaison)


def drafts_finding(case, cast, upload, by=None, form=None):
    draft_finding(
        case_id=case.pk,
        client_uuid=form or uuid.uuid4(),
        given=given(),
        photos=[upload],
        acting_user=by or cast.member,
    )


def revises_finding(case, cast, by=None):
    draft = drafted(case, cast)
    return lambda upload: save_draft(
        finding_id=draft.pk,
        expected_version=draft.version,
        given=given(),
        photos=[upload],
        acting_user=by or cast.member,
    )


def reports_measure(case, cast, by=None):
    row = planned(case, cast)
    return lambda upload: report(
        rectification_id=row.pk,
        expected_version=row.version,
        result="已完成。",
        files=[upload],
        acting_user=by or cast.liaison,
    )


def files_plan(case, cast, by=None):
    profiled(case, cast)
    version = drafted_plan(case, cast)
    return lambda upload: submit_plan(
        version_id=version.pk,
        expected_version=version.version,
        resolution=upload,
        acting_user=by or cast.liaison,
    )


def at_once(act):
    return lambda case, cast, by=None: lambda upload: act(case, cast, upload, by)


ACTS = {
    "plan begun": (at_once(begins_plan), "实施方案.docx"),
    "plan replaced": (replaces_plan, "实施方案.docx"),
    "activity": (at_once(records_activity), "会场.png"),
    "evidence": (attaches_evidence, "会场.png"),
    "finding": (at_once(drafts_finding), "现场.jpg"),
    "finding revised": (revises_finding, "现场.jpg"),
    "report": (reports_measure, "照片.jpg"),
    "plan filed for the secretary": (files_plan, "会场.png"),
}


@pytest.mark.parametrize("name", ACTS)
def test_it_is_read_outside_the_act_s_transaction(cast, case, media, name):
    prepare, file = ACTS[name]
    entered(case, cast)
    act, upload = prepare(case, cast), Watched(file)
    act(upload)
    assert upload.depths == {len(connection.savepoint_ids)}


@pytest.mark.parametrize("who", ["director", "other_leader", "other_liaison"])
@pytest.mark.parametrize("name", ["finding", "finding revised", "report", "plan filed for the secretary"])
def test_of_who_may_not_act_no_file_is_looked_at(cast, case, media, name, who):
    prepare, file = ACTS[name]
    entered(case, cast)
    act, upload = prepare(case, cast, by=getattr(cast, who)), Watched(file)
    there = left_in(media)
    with pytest.raises(Denied):
        act(upload)
    assert (upload.depths, left_in(media)) == (set(), there)


def test_ten_photos_are_refused_unseen(cast, case, media):
    entered(case, cast)
    photos = [Watched("现场.jpg") for _ in range(10)]
    draft = drafted(case, cast)
    with pytest.raises(Invalid):
        save_draft(
            finding_id=draft.pk,
            expected_version=draft.version,
            given=given(),
            photos=photos,
            acting_user=cast.member,
        )
    assert {depth for photo in photos for depth in photo.depths} == set()
    assert left_in(media) == []


def test_the_same_form_sent_at_the_same_time_leaves_one_finding_and_its_photo(committed, campaign, cast, case, media):
    """Both are past the first look for an earlier result when either is written down."""
    entered(case, cast)
    form, both = uuid.uuid4(), threading.Barrier(2)

    class Meeting(Watched):
        """Read twice by an act: for its digest, then for its inspection, where both wait for each other."""

        reads = 0

        def chunks(self, chunk_size=None):
            self.reads += 1
            if self.reads == 2:
                both.wait(timeout=60)
            return super().chunks(chunk_size)

    def send():
        try:
            drafts_finding(case, cast, Meeting("现场.jpg"), form=form)
        finally:
            connections.close_all()

    senders = [threading.Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert Finding.objects.count() == StoredFile.objects.count() == len(left_in(media)) == 1


def left_in(media):
    return [path for path in media.rglob("*") if path.is_file()]
