"""The leader's acts: issuing to the unit's Party committee, withdrawing, closing (rows 28, 33, 41)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingKind, FindingState, NoticeKind, TodoKind
from stages.models import Finding
from stages.rules import findings as rules
from stages.rules.drafts import may_issue
from stages.services.finding_duties import (
    locked_finding,
    moved,
    next_number,
    open_for,
    pile_drafts,
    settle_everything,
    settle_for,
)
from stages.services.finding_telling import tell_of_finding
from teams import clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.enums import Party
from units.models import CaseFile
from units.selectors import standing_of
from units.selectors.standing import people_of_unit


@transaction.atomic
def issue_finding(*, finding_id: int, expected_version: int, acting_user: User) -> Finding:
    """Issue a draft to the unit's Party committee, under the next number of the case; its photos are released."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(may_issue(standing, finding, clock.today()))
    now = clock.now()
    finding = moved(
        finding,
        FindingState.ISSUED,
        expected_version=expected_version,
        number=next_number(finding.case),
        issued_by=acting_user,
        issued_at=now,
        leader_note="",
    )
    CaseFile.objects.filter(findings=finding).update(released_at=now)
    pile_drafts(finding.case)
    settle_for(finding, TodoKind.GIVE_VIEWS)
    problem = finding.kind == FindingKind.PROBLEM
    open_for(finding, TodoKind.ACKNOWLEDGE if problem else TodoKind.ANSWER_SUGGESTION, Party.UNIT)
    tell_of_finding(
        finding, Act.FINDING_ISSUED, NoticeKind.FINDING_ISSUED, people_of_unit(finding.case), standing=standing
    )
    return finding


@transaction.atomic
def withdraw_finding(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """Take back what was issued, with a reason; it keeps its number and asks nothing more of anybody."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_withdraw(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = moved(
        finding,
        FindingState.WITHDRAWN,
        expected_version=expected_version,
        withdrawn_reason=texts["reason"],
    )
    settle_everything(finding)
    tell_of_finding(
        finding,
        Act.FINDING_WITHDRAWN,
        NoticeKind.FINDING_WITHDRAWN,
        people_of_unit(finding.case),
        standing=standing,
        reason=finding.withdrawn_reason,
    )
    return finding


@transaction.atomic
def close_finding(*, finding_id: int, expected_version: int, acting_user: User, cause: str = "") -> Finding:
    """Close a problem whose measures the team has all verified; a cause not yet written is written now (row 5)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_close(standing, finding, finding.rectifications.values_list("state", flat=True)))
    finding = moved(
        finding,
        FindingState.CLOSED,
        expected_version=expected_version,
        cause=finding.cause or _cause(cause),
        closed_by=acting_user,
        closed_at=clock.now(),
    )
    settle_for(finding, TodoKind.CLOSE_FINDING)
    tell_of_finding(
        finding, Act.FINDING_CLOSED, NoticeKind.FINDING_CLOSED, people_of_unit(finding.case), standing=standing
    )
    return finding


def _cause(cause: str) -> str:
    """A problem is not closed without its cause; the unit may already have read one, which then stands."""
    if not cleaned(cause):
        raise Invalid(cause=_("A problem is closed only when its cause is written down."))
    require_impersonal(cause=cause)
    return cleaned(cause)
