"""A closed problem that rebounds (反弹) is opened again, and its measures with it (row 33)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind, RectificationState
from stages.models import Finding
from stages.rules import findings as rules
from stages.rules.rectifications import RECTIFICATION
from stages.services.finding_duties import locked_finding, place_rectification, rebound
from stages.services.finding_telling import tell_of_finding
from teams import clock
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import required
from teams.transitions import move
from units.selectors import standing_of
from units.selectors.standing import people_of_unit


@transaction.atomic
def reopen_finding(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """Open a closed problem again: every measure that was struck off is the unit's again, and runs anew."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_reopen(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = rebound(finding, texts["reason"], expected_version=expected_version)
    for measure in finding.rectifications.filter(state=RectificationState.VERIFIED):
        again = move(
            measure,
            RectificationState.REOPENED,
            RECTIFICATION,
            checked_by=acting_user,
            checked_at=clock.now(),
            check_note=texts["reason"],
        )
        again.case = finding.case
        place_rectification(again)
    tell_of_finding(
        finding,
        Act.FINDING_REOPENED,
        NoticeKind.FINDING_REOPENED,
        people_of_unit(finding.case),
        standing=standing,
        reason=finding.reopened_reason,
    )
    return finding
