"""Drafting a finding on the spot, putting the draft right, discarding it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind, FindingScope, NoticeKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.services.finding_duties import changed, locked_case, locked_finding, pile_drafts
from stages.services.finding_telling import tell_of_finding
from stages.services.findings.given import FindingGiven, checked, digest_of
from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.inspection.kinds import PHOTO_FILES
from teams.models import User
from teams.rulings import require
from teams.services.files import received
from units.enums import FileSide
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import files

MOST_PHOTOS = 9


@transaction.atomic
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
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_draft(standing, case))
    sent = checked(given, case)
    digest = digest_of(sent, photos)
    earlier = Finding.objects.filter(client_uuid=client_uuid).first()
    if earlier is not None:
        return _replayed(earlier, case, digest, acting_user)
    with ExitStack() as kept:
        finding = Finding.objects.create(
            case=case,
            client_uuid=client_uuid,
            client_digest=digest,
            drafted_by=acting_user,
            drafted_at=clock.now(),
            **_fields(sent),
        )
        _lay_in(finding, photos, acting_user, kept)
        _record(acting_user, Act.FINDING_DRAFTED, finding, standing.title)
        pile_drafts(case)
    return finding


@transaction.atomic
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
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_revise(standing, finding))
    sent = checked(given, finding.case)
    if finding.shared_at is not None and sent.scope != FindingScope.CAMPAIGN:
        raise Invalid(scope=rules.SHARED)
    with ExitStack() as kept:
        finding = changed(finding, expected_version=expected_version, leader_note="", **_fields(sent))
        for photo in finding.files.filter(pk__in=removed):
            files.discard(photo)
        _lay_in(finding, photos, acting_user, kept)
        pile_drafts(finding.case)
        if finding.shared_at is None:
            _record(acting_user, Act.FINDING_REVISED, finding, standing.title)
        else:
            tell_of_finding(
                finding,
                Act.FINDING_SHARED_REVISED,
                NoticeKind.FINDING_SHARED_REVISED,
                people_of_unit(finding.case),
                standing=standing,
            )
    return finding


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


def _replayed(earlier: Finding, case: Case, digest: str, acting_user: User) -> Finding:
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


def _lay_in(finding: Finding, photos: Sequence[UploadedFile[bytes]], acting_user: User, kept: ExitStack) -> None:
    """Lay photos into the case on the team's side; `kept` takes their bytes away again if the act fails."""
    if finding.files.count() + len(photos) > MOST_PHOTOS:
        raise Invalid({"photos": [_("A finding has at most nine photos.")]})
    for photo in photos:
        stored = kept.enter_context(received(photo, accept=PHOTO_FILES, acting_user=acting_user, field="photos"))
        finding.files.add(
            files.attach(
                case=finding.case,
                stored=stored,
                title=stored.name,
                side=FileSide.TEAM,
                acting_user=acting_user,
                effective_on=finding.observed_on,
                field="photos",
            )
        )


def _record(acting_user: User, act: Act, finding: Finding, title: str) -> None:
    sort = FindingKind(finding.kind).label
    audit.record(acting_user, act, finding, scope=finding.case, acting_as=title, sort=sort)
