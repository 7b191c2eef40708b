"""Views are exchanged with the unit before a finding is issued: the draft is shown, or no longer shown (row 45)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind, TodoKind
from stages.models import Finding
from stages.rules import drafts as rules
from stages.services.finding_duties import changed, locked_finding, open_for, pile_drafts, settle_for
from stages.services.finding_telling import tell_of_finding
from teams import clock
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from units.enums import Party
from units.selectors import standing_of
from units.selectors.standing import people_of_unit


@transaction.atomic
def share_draft(*, finding_id: int, expected_version: int, acting_user: User) -> Finding:
    """Show a draft to the unit and ask for its views; its photos stay with the team until it is issued (row 45)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_share(standing, finding))
    finding = changed(
        finding, expected_version=expected_version, shared_by=acting_user, shared_at=clock.now(), leader_note=""
    )
    pile_drafts(finding.case)
    open_for(finding, TodoKind.GIVE_VIEWS, Party.UNIT)
    tell_of_finding(
        finding, Act.FINDING_SHARED, NoticeKind.FINDING_SHARED, people_of_unit(finding.case), standing=standing
    )
    return finding


@transaction.atomic
def take_back_sharing(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """No longer show a draft; what was said to it stays with the draft, which is the team's alone again."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_take_back_sharing(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = changed(finding, expected_version=expected_version, shared_by=None, shared_at=None)
    settle_for(finding, TodoKind.GIVE_VIEWS)
    tell_of_finding(
        finding,
        Act.FINDING_SHARING_TAKEN_BACK,
        NoticeKind.FINDING_SHARING_TAKEN_BACK,
        people_of_unit(finding.case),
        standing=standing,
        reason=texts["reason"],
    )
    return finding
