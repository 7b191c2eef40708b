"""What the unit says to a finding: it acknowledges it with a measure, disputes it, or answers a suggestion."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, Adoption, FindingState, NoticeKind, TodoKind
from stages.models import Finding
from stages.rules import findings as rules
from stages.services.finding_duties import locked_finding, moved, open_for, settle_for
from stages.services.finding_telling import tell_of_finding
from stages.services.measures import MeasureGiven, checked_measure, set_measure
from teams import clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.enums import Party
from units.selectors import standing_of
from units.selectors.standing import people_of_team


@transaction.atomic
def acknowledge_finding(
    *, finding_id: int, expected_version: int, measures: Sequence[MeasureGiven], acting_user: User
) -> Finding:
    """Acknowledge a problem and set at least one measure against it (rows 35, 80)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_acknowledge(standing, finding))
    if not measures:
        raise Invalid(measure=_("Set at least one measure."))
    given = [checked_measure(measure) for measure in measures]
    finding = moved(
        finding,
        FindingState.ACKNOWLEDGED,
        expected_version=expected_version,
        acknowledged_by=acting_user,
        acknowledged_at=clock.now(),
    )
    settle_for(finding, TodoKind.ACKNOWLEDGE, TodoKind.SETTLE_DISPUTE)
    for measure in given:
        set_measure(finding, measure)
    tell_of_finding(
        finding,
        Act.FINDING_ACKNOWLEDGED,
        NoticeKind.FINDING_ACKNOWLEDGED,
        people_of_team(finding.case),
        standing=standing,
        count=len(given),
    )
    return finding


@transaction.atomic
def dispute_finding(*, finding_id: int, expected_version: int, reason: str, acting_user: User) -> Finding:
    """Dispute a problem with a reason; the team's leader settles it (row 35)."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_dispute(standing, finding))
    texts = required({"reason": reason}, _("Give a reason."))
    require_impersonal(**texts)
    finding = moved(
        finding,
        FindingState.DISPUTED,
        expected_version=expected_version,
        dispute=texts["reason"],
    )
    settle_for(finding, TodoKind.ACKNOWLEDGE)
    open_for(finding, TodoKind.SETTLE_DISPUTE, Party.TEAM)
    tell_of_finding(
        finding,
        Act.FINDING_DISPUTED,
        NoticeKind.FINDING_DISPUTED,
        people_of_team(finding.case),
        standing=standing,
        reason=finding.dispute,
    )
    return finding


@transaction.atomic
def answer_suggestion(
    *, finding_id: int, expected_version: int, adoption: Adoption, acting_user: User, answer: str = ""
) -> Finding:
    """Say whether a suggestion is adopted; a reason is required unless it is. The answer may be corrected."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_answer(standing, finding))
    if adoption not in Adoption.values:
        raise Invalid(adoption=_("Say whether the suggestion is adopted."))
    text = cleaned(answer)
    if adoption != Adoption.ADOPTED and not text:
        raise Invalid(answer=_("Say why it is not adopted, or not in full."))
    require_impersonal(answer=text)
    finding = moved(
        finding,
        FindingState.ANSWERED,
        expected_version=expected_version,
        adoption=adoption,
        answer=text,
        acknowledged_by=acting_user,
        acknowledged_at=clock.now(),
    )
    settle_for(finding, TodoKind.ANSWER_SUGGESTION)
    tell_of_finding(
        finding,
        Act.SUGGESTION_ANSWERED,
        NoticeKind.SUGGESTION_ANSWERED,
        people_of_team(finding.case),
        standing=standing,
        adoption=Adoption(adoption).label,
        why=text,
    )
    return finding
