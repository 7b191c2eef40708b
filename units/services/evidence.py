"""Evidence of activities: files that the unit lays in, and drafts' files that go again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from teams import audit, inspection
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import all_received
from teams.transitions import touch
from units.enums import Act, FileSide
from units.models import Activity, CaseFile
from units.rules import activities as rules
from units.selectors import standing_of
from units.services.activity_rows import locked_activity
from units.services.files import attach
from units.standing import CaseStanding

FIELD = "evidence"


def attach_evidence(*, activity_id: int, uploads: Sequence[UploadedFile[bytes]], acting_user: User) -> Activity:
    """Add files to an activity that the team has not verified; all of them or none.

    Raises `Invalid` at `evidence` with the reason for a file that is refused; then no file and no row is left.
    What is in the team's hands gets a new version, so that nobody verifies without having seen the files.
    """
    with received_evidence(uploads, acting_user) as stored, transaction.atomic():
        activity = locked_activity(activity_id)
        standing = standing_of(acting_user, activity.case)
        require(rules.may_attach(standing, activity))
        touch(activity)
        lay_in(activity, stored, standing)
        return activity


@transaction.atomic
def remove_evidence(*, activity_id: int, file_uuid: UUID, acting_user: User) -> Activity:
    """Take a file out of a draft, bytes and all; what was handed in once stays."""
    activity = locked_activity(activity_id)
    require(rules.may_discard(standing_of(acting_user, activity.case), activity))
    for case_file in activity.files.filter(file__uuid=file_uuid).select_related("file"):
        touch(activity)
        destroy(activity, case_file)
    return activity


@contextmanager
def received_evidence(uploads: Sequence[UploadedFile[bytes]], acting_user: User) -> Iterator[list[StoredFile]]:
    """Inspect and store the uploads before any row is locked; their bytes go again if what follows fails."""
    accept = inspection.EVIDENCE_FILES
    with all_received(uploads, accept=accept, acting_user=acting_user, field=FIELD) as stored:
        yield stored


def lay_in(activity: Activity, stored: Sequence[StoredFile], standing: CaseStanding) -> None:
    """Save the rows of received files and tie them to the activity; of what the team has had, the ledger tells."""
    case_files = [
        attach(
            case=activity.case,
            stored=each,
            title=each.name,
            side=FileSide.UNIT,
            effective_on=activity.held_on,
            acting_user=standing.user,
            field=FIELD,
        )
        for each in stored
    ]
    activity.files.add(*case_files)
    if activity.submitted_at is None:
        return
    for case_file in case_files:
        audit.record(
            standing.user,
            Act.ACTIVITY_EVIDENCE_ADDED,
            activity,
            scope=activity.case,
            acting_as=standing.title,
            title=activity.title,
            file=case_file.title,
        )


def destroy(activity: Activity, case_file: CaseFile) -> None:
    """Remove a file that nobody but the unit has seen; its bytes go once that is committed."""
    stored = case_file.file
    activity.files.remove(case_file)
    case_file.delete()
    stored.delete()
    transaction.on_commit(lambda: default_storage.delete(stored.path), robust=True)
