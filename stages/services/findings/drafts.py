"""Drafting a finding on the spot, putting the draft right, discarding it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind, FindingScope, NoticeKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.services.finding_duties import changed, locked_finding, pile_drafts
from stages.services.finding_telling import tell_of_finding
from stages.services.findings.given import FindingGiven, checked, digest_of
from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.inspection.kinds import PHOTO_FILES
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import all_received
from units.enums import FileSide
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import files
from units.services.locks import locked_case
from units.standing import CaseStanding

MOST_PHOTOS = 9


def draft_finding(
    *,
    case_id: int,
    client_uuid: UUID,
    given: FindingGiven,
    acting_user: User,
    photos: Sequence[UploadedFile[bytes]] = (),
) -> Finding:
    """Write down a finding; the form of `client_uuid` sent again gives the first result and no second row.

    Raises `Conflict` when that form comes again with other content, `Invalid` for what cannot be so and for
    photos that are refused (rows 10, 110).
    """
    # Asked before the photos are looked at, and again under the lock.
    case = Case.objects.select_related("unit", "batch").get(pk=case_id)
    require(rules.may_draft(standing_of(acting_user, case), case))
    sent = checked(given, case)
    digest = digest_of(sent, photos)
    earlier = _replayed(client_uuid, case, digest, acting_user)
    if earlier is not None:
        return earlier
    with _photos_received(photos, acting_user) as stored, transaction.atomic():
        return _drafted(case_id, client_uuid, sent, digest, stored, acting_user)


def _drafted(
    case_id: int, client_uuid: UUID, sent: FindingGiven, digest: str, stored: Sequence[StoredFile], acting_user: User
) -> Finding:
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_draft(standing, case))
    earlier = _replayed(client_uuid, case, digest, acting_user)
    if earlier is not None:
        return earlier
    finding = Finding.objects.create(
        case=case,
        client_uuid=client_uuid,
        client_digest=digest,
        drafted_by=acting_user,
        drafted_at=clock.now(),
        **_fields(sent),
    )
    _lay_in(finding, stored, acting_user)
    _record(acting_user, Act.FINDING_DRAFTED, finding, standing.title)
    pile_drafts(case)
    return finding


def save_draft(
    *,
    finding_id: int,
    expected_version: int,
    given: FindingGiven,
    acting_user: User,
    photos: Sequence[UploadedFile[bytes]] = (),
    removed: Collection[int] = (),
) -> Finding:
    """Put a draft right: its words, more photos, photos `removed` by the ids of their case files.

    What the leader sent back is thereby handed in again; of a shared draft the unit is told (row 45).
    """
    finding = Finding.objects.select_related("case__unit", "case__batch").filter(pk=finding_id).first()
    if finding is not None:
        require(rules.may_revise(standing_of(acting_user, finding.case), finding))
    with _photos_received(photos, acting_user) as stored, transaction.atomic():
        finding = locked_finding(finding_id)
        standing = standing_of(acting_user, finding.case)
        require(rules.may_revise(standing, finding))
        sent = checked(given, finding.case)
        if finding.shared_at is not None and sent.scope != FindingScope.CAMPAIGN:
            raise Invalid(scope=rules.SHARED)
        finding = changed(finding, expected_version=expected_version, leader_note="", **_fields(sent))
        for photo in finding.files.filter(pk__in=removed):
            files.discard(photo)
        _lay_in(finding, stored, acting_user)
        pile_drafts(finding.case)
        _tell_of_revision(finding, standing)
        return finding


def _tell_of_revision(finding: Finding, standing: CaseStanding) -> None:
    """Of a shared draft the unit is told; of another it knows nothing."""
    if finding.shared_at is None:
        _record(standing.user, Act.FINDING_REVISED, finding, standing.title)
        return
    tell_of_finding(
        finding,
        Act.FINDING_SHARED_REVISED,
        NoticeKind.FINDING_SHARED_REVISED,
        people_of_unit(finding.case),
        standing=standing,
    )


@transaction.atomic
def discard_draft(*, finding_id: int, acting_user: User) -> None:
    """Throw one's own draft away, with its photos; the ledger keeps that there was one."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_discard(standing, finding, has_remarks=finding.remarks.exists()))
    _record(acting_user, Act.FINDING_DISCARDED, finding, standing.title)
    photos = list(finding.files.all())
    finding.delete()
    for photo in photos:
        files.discard(photo)
    pile_drafts(finding.case)


def _replayed(client_uuid: UUID, case: Case, digest: str, acting_user: User) -> Finding | None:
    """The first result of this form, if it was sent before."""
    earlier = Finding.objects.filter(client_uuid=client_uuid).first()
    if earlier is None:
        return None
    if (earlier.case_id, earlier.drafted_by_id, earlier.client_digest) != (case.pk, acting_user.pk, digest):
        raise Conflict(_("This form was sent before, with other content. Compare, and write the rest into a new one."))
    earlier.case = case
    return earlier


def _fields(given: FindingGiven) -> dict[str, object]:
    return {
        "kind": given.kind,
        "gate_id": given.gate_id,
        "category": given.category,
        "red_line": given.red_line,
        "scope": given.scope,
        "recurrence_of_id": given.recurrence_of_id,
        "text": given.text,
        "cause": given.cause,
        "advice": given.advice,
        "observed_on": given.observed_on,
        "due_on": given.due_on,
        "origin": given.origin,
        "effect": given.effect,
    }


@contextmanager
def _photos_received(photos: Sequence[UploadedFile[bytes]], acting_user: User) -> Iterator[list[StoredFile]]:
    """Too many are refused before any is looked at."""
    _require_few(len(photos))
    with all_received(photos, accept=PHOTO_FILES, acting_user=acting_user, field="photos") as stored:
        yield stored


def _lay_in(finding: Finding, stored: Sequence[StoredFile], acting_user: User) -> None:
    """Lay photos into the case on the team's side."""
    _require_few(finding.files.count() + len(stored))
    for each in stored:
        finding.files.add(
            files.attach(
                case=finding.case,
                stored=each,
                title=each.name,
                side=FileSide.TEAM,
                acting_user=acting_user,
                effective_on=finding.observed_on,
                field="photos",
            )
        )


def _require_few(photos: int) -> None:
    if photos > MOST_PHOTOS:
        raise Invalid({"photos": [_("A finding has at most nine photos.")]})


def _record(acting_user: User, act: Act, finding: Finding, title: str) -> None:
    sort = FindingKind(finding.kind).label
    audit.record(acting_user, act, finding, scope=finding.case, acting_as=title, sort=sort)
